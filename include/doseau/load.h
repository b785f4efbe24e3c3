/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_LOAD_H
#define DOSEAU_LOAD_H
/**
 * # Loads
 *
 * The load of a residue through one plant on one day, per 1000 people:
 *
 *     L [mg/d/1000 people] = C [ng/L] * Q [m3/d] / P [persons]
 *
 * without any constant: 1e3 L/m3 * 1e-6 mg/ng * 1e3 people = 1. A limit travels the same way, so
 * the limit of a load differs by day.
 */
#include <doseau/flag.h>
#include <doseau/interval.h>
#include <doseau/study.h>
#include <doseau/table.h>

DOSEAU_BEGIN

typedef struct doseau_load {
    doseau_sample value; /**< mg/d/1000 people */
    double rel_u; /**< relative standard uncertainty of one day, all components in quadrature */
    doseau_interval interval; /**< measurement interval of the day; found only, else 0, 0 */
    double mass_g_per_day;    /**< found only, and where people are known; else 0 */
    doseau_flags flags;
} doseau_load;

typedef struct doseau_load_options {
    double alpha; /**< .05: intervals hold with probability 1 - alpha */
} doseau_load_options;

DOSEAU_API void doseau_load_defaults(doseau_load_options *options);

/**
 * The load of one measurement of a joined study. The interval is doseau_lognormal_interval with
 * u^2 = sum of the squares of the components of the study's budget that apply.
 * @param options NULL: the defaults
 * @return DOSEAU_OK; DOSEAU_EDOMAIN: alpha is out of range, or the load is no finite number above 0
 */
DOSEAU_API doseau_status doseau_load_compute(const doseau_study *study,
                                             const doseau_measurement *measurement,
                                             const doseau_load_options *options, doseau_load *load);

/** The loads of a study, in the order of its measurements. */
typedef struct doseau_loads doseau_loads;

/**
 * Computes all loads of a joined study, which must outlive them.
 * @return DOSEAU_OK, and `*loads` is the caller's to free; DOSEAU_EDOMAIN with the place of the
 * first load that cannot be; DOSEAU_ENOMEM
 */
DOSEAU_API doseau_status doseau_loads_new(const doseau_study *study,
                                          const doseau_load_options *options, doseau_loads **loads,
                                          doseau_error *error);
DOSEAU_API void doseau_loads_free(doseau_loads *loads);

/** All loads, parallel to doseau_study_measurements. Borrowed. */
DOSEAU_API const doseau_load *doseau_loads_all(const doseau_loads *loads, size_t *n);

/** The `load` table: a row a measurement. Borrows `loads`. */
DOSEAU_API doseau_table doseau_loads_table(const doseau_loads *loads);

DOSEAU_END
#endif
