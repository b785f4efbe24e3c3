/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_UNIT_H
#define DOSEAU_UNIT_H
/**
 * # Units
 *
 * Each quantity has one unit inside the library: ng/L, m3/d, persons, mg/d/1000 people. Files bring
 * others; a unit is a row of a table with the exact factor to the inside unit.
 */
#include <doseau/status.h>
#include <stdbool.h>

DOSEAU_BEGIN

typedef enum doseau_dimension {
    DOSEAU_CONCENTRATION, /**< inside: ng/L */
    DOSEAU_FLOW,          /**< inside: m3/d */
    DOSEAU_PEOPLE,        /**< inside: persons */
    DOSEAU_LOAD           /**< inside: mg/d/1000 people */
} doseau_dimension;

typedef struct doseau_unit {
    const char *name; /**< as printed: "ng/L" */
    doseau_dimension dimension;
    double factor;       /**< value in the inside unit = value in this unit * factor; below 1 it is
                            the double next to 1/n, n an integer, and converting divides by n */
    const char *because; /**< the exact arithmetic behind the factor */
    bool copies;         /**< of genes, not of mass: the inside units are then copies/L and 10^6
                            copies/d/1000         people, which are never converted into those of mass */
} doseau_unit;

/** Number of units, and unit `index` of them (NULL past the end). Static storage. */
DOSEAU_API size_t doseau_unit_count(void);
DOSEAU_API const doseau_unit *doseau_unit_at(size_t index);

/**
 * The unit of a dimension by any spelling met in the field: case, blanks and `_` do not matter,
 * `µ`, `μ` and `u` are one letter, `/`, ` per `, `_per_` and a power of -1 (`L-1`, `L⁻¹`) are one
 * sign, which may also be left out between words (`ng_l`), `m³` is m3, and what a unit is divided
 * by may stand in any order. English and Dutch words. NULL if the dimension has no such unit.
 * Static storage.
 */
DOSEAU_API const doseau_unit *doseau_unit_find(doseau_dimension dimension, const char *text);

/** The inside unit of a dimension. Static storage. */
DOSEAU_API const doseau_unit *doseau_unit_inside(doseau_dimension dimension);

/** The inside unit that values in `unit` are converted to: that of its dimension, or of copies.
 * Static storage. */
DOSEAU_API const doseau_unit *doseau_unit_target(const doseau_unit *unit);

/**
 * Converts a value together with its limits: `values` in `unit` become values in the inside unit.
 * @return DOSEAU_EDOMAIN, and nothing is changed, if a value or a converted value is not finite.
 */
DOSEAU_API doseau_status doseau_unit_convert(const doseau_unit *unit, double values[], size_t n);

DOSEAU_END
#endif
