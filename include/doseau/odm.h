/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_ODM_H
#define DOSEAU_ODM_H
/**
 * # PHES-ODM 2
 *
 * A study as tables of the Public Health Environmental Surveillance Open Data Model, version 2,
 * long form (https://github.com/Big-Life-Lab/PHES-ODM: dictionary parts and sets). Reading them is
 * part of doseau/read.h.
 *
 * | table          | holds                                                                   |
 * |----------------|-------------------------------------------------------------------------|
 * | measures       | results, their limits (lodSewa, loq), flows (floRate), people (popServ) |
 * | samples        | composites; one is made up for a plant and day without a code           |
 * | sites          | plants                                                                  |
 * | measureSets    | what belongs together: a result and its limits, named by the batch      |
 * | qualityReports | beLOD, flagND: not detected, the value is the limit; flagUQ: detected   |
 * | datasets, organizations | the study; the laboratories                                    |
 *
 * The dictionary has no part for a residue of a drug and no ng/L: measures go by the names of
 * `doseau substances`, units are ngL and, for published loads, mgD1000p.
 */
#include <doseau/study.h>

DOSEAU_BEGIN

/** What results hold that has no place in these tables; what else is lost counts
 * doseau_study_asides (doseau/write.h). */
typedef struct doseau_odm_losses {
    size_t undated;   /**< results placed by round and weekday only: left out */
    size_t fractions; /**< enantiomeric fractions */
    size_t meters;    /**< flows whose meter is named */
} doseau_odm_losses;

/**
 * Writes a joined study as a new folder of tables, whole or not at all. Reading the folder gives
 * the same loads, but for the losses.
 * @param losses NULL is allowed
 * @return DOSEAU_OK; DOSEAU_EEXISTS: there is something at `folder`; DOSEAU_EDATA:
 * no result has a date; DOSEAU_EIO; DOSEAU_ENOMEM
 */
DOSEAU_API doseau_status doseau_study_write_odm(const doseau_study *study, const char *folder,
                                                doseau_odm_losses *losses, doseau_error *error);

DOSEAU_END
#endif
