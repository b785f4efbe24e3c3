/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_CATCHMENT_H
#define DOSEAU_CATCHMENT_H
/**
 * # Catchments: where the people of a plant live
 *
 * Some registers tell which part of the people of a plant lives in which municipality, and in which
 * other regions (the Dutch one of Statistics Netherlands, CBS: municipalities `GM`, safety regions
 * `VR`). Each kind of region counts the same people once more: the shares of one plant and one kind
 * add up to 100 % on each day, within rounding.
 */
#include <doseau/study.h>

DOSEAU_BEGIN

/** One region of the catchment of a plant, from a day until another, both included. */
typedef struct doseau_catchment {
    doseau_origin origin;
    uint32_t plant;      /**< DOSEAU_NONE: of people whom no plant serves, or none that is known */
    uint32_t kind;       /**< text: `GM`, `VR` or another word for the kind of region */
    uint32_t code, name; /**< texts of the region; one of them may be DOSEAU_NONE */
    uint32_t note;       /**< text; where there is no plant, why */
    doseau_figure share_percent;     /**< of the people of the plant, 0 to 100 */
    doseau_figure people;            /**< persons of the plant in this region, >= 0 */
    uint32_t plant_title;            /**< text: the name of the plant as this row tells it */
    double plant_population_persons; /**< of the whole plant, as this row tells it; 0: not told */
    doseau_date from, until;         /**< DOSEAU_NO_DATE: open */
    bool of_register; /**< of a register that tells how it is from its first day on: an open row
                         ends before the first day of the plant in the register that follows */
    bool broken;      /**< the row has an error: the sums of its plant are not looked at */
    bool population_corrected; /**< a correction has changed plant_population_persons */
} doseau_catchment;

/** Copies a row into a study; DOSEAU_ENOMEM leaves the study as it was. The people of whole plants
 * become rows of its register (basis `register`) when the study is joined. */
DOSEAU_API doseau_status doseau_study_add_catchment(doseau_study *study,
                                                    const doseau_catchment *row);

/** All rows, after joining by plant and origin; borrowed until the study is changed or freed. */
DOSEAU_API const doseau_catchment *doseau_study_catchments(const doseau_study *study, size_t *n);

/**
 * The people of a plant that live in a region: as told, else share / 100 x the population that the
 * register of a joined study has for the first day of the row (for any day where it has none). Not
 * `given` where neither is known.
 */
DOSEAU_API doseau_figure doseau_catchment_people(const doseau_study *study,
                                                 const doseau_catchment *row);

DOSEAU_END
#endif
