/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_ODM_H
#define DOSEAU_ODM_H
/**
 * # PHES-ODM 2
 *
 * A study as tables of the Public Health Environmental Surveillance Open Data Model, version 2
 * (https://github.com/Big-Life-Lab/PHES-ODM: dictionary parts and sets). Reading them is
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
#include <doseau/table.h>

DOSEAU_BEGIN

/** What results and what was joined to them hold that has no place in these tables: rows. What else
 * is lost counts doseau_study_asides (doseau/write.h). */
typedef struct doseau_odm_losses {
    size_t undated;   /**< results placed by round and weekday only: left out */
    size_t fractions; /**< enantiomeric fractions */
    size_t meters;    /**< flows whose meter is named */
    size_t countries; /**< rows of the register with a country */
    /** Of the wide form only. */
    size_t titles;  /**< rows of the register with a title */
    size_t flows;   /**< of days of which no result is told */
    size_t samples; /**< composites without a result */
    size_t bases;   /**< results whose people were counted by a marker, but not in their sample */
} doseau_odm_losses;

/**
 * Writes a joined study as a new folder of tables in long form, whole or not at all. Reading the
 * folder gives the same loads, but for the losses.
 * @param losses NULL is allowed
 * @return DOSEAU_OK; DOSEAU_EEXISTS: there is something at `folder`; DOSEAU_EDATA:
 * no result has a date, or a name of a plant, sample, laboratory, batch or replicate is a word for
 * no value, as NA is; DOSEAU_EIO; DOSEAU_ENOMEM
 */
DOSEAU_API doseau_status doseau_study_write_odm(const doseau_study *study, const char *folder,
                                                doseau_odm_losses *losses, doseau_error *error);

/**
 * ## Wide form
 *
 * One table with a row a sample (another laboratory, batch, flow or number of people begins another
 * row, and so does a second result of one substance and replicate), and a column a measure. Columns
 * have wide names (https://docs.phes-odm.org/wide-names.html), those of attributes
 * tableShortName_attribute:
 *
 * sm_sampleID, si_siteID, sm_collDTStart, sm_collType, sm_collPer, mr_organizationID (laboratory),
 * ms_name (batch), mr_index (replicate),
 *
 * those of measures compartment_specimen_fraction_measure_unit_aggregation_index_attribute:
 *
 * - `wat_si_NA_floRate_m3D_sin_NR_value`, `hum_si_NA_popServ_peeps_sin_NR_value` (flow and people
 *   as they were joined), `hum_si_NA_popServ_peeps_sin_NR_notes` (basis of the people);
 * - `wat_sa_liq_MDMA_ngL_sin_NR_value`; for a replicate its name stands in place of NR, unless some
 *   replicate of the study has a name with `_` or `.` in it, or one that says nothing: then
 *   replicates have rows and mr_index;
 * - `wat_sa_liq_MDMA_ngL_sin_NR_qualityFlag`: beLOD, flagND, flagUQ, as in long form;
 * - behind them `wat_sa_NA_lodSewa_ngL_sin_NR_value` and `wat_sa_NA_loq_ngL_sin_NR_value`, the
 *   limits of the substance on their left; a name that stands there again has `.1`, `.2`, ...
 *   behind it.
 *
 * A value of nr is a result that is missing; a sample without such a result has an empty cell.
 * Columns without content are left out.
 */
typedef struct doseau_odm_wide doseau_odm_wide;

/**
 * Arranges a joined study, which must outlive the result. Reading the table gives the same loads,
 * but for the losses.
 * @param losses NULL is allowed
 * @return DOSEAU_OK, and `*wide` is the caller's to free; DOSEAU_EDATA: likewise, or the name of a
 * substance cannot be a part of another name; DOSEAU_ENOMEM
 */
DOSEAU_API doseau_status doseau_odm_wide_new(const doseau_study *study, doseau_odm_wide **wide,
                                             doseau_odm_losses *losses, doseau_error *error);
/** NULL is allowed. */
DOSEAU_API void doseau_odm_wide_free(doseau_odm_wide *wide);
/** Borrows `wide`. */
DOSEAU_API doseau_table doseau_odm_wide_table(const doseau_odm_wide *wide);

DOSEAU_END
#endif
