/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_WRITE_H
#define DOSEAU_WRITE_H
/** # Writing a study: as a folder, or as one table */
#include <doseau/print.h>
#include <doseau/study.h>

DOSEAU_BEGIN

/**
 * Writes a joined study as a new study folder, whole or not at all: the files that it has facts
 * for, each with the columns that it needs. Reading the folder gives the same study: numbers have
 * as many digits as that takes. What a foreign table prints beside its days (means) is not carried
 * over.
 * @return DOSEAU_OK; DOSEAU_EDOMAIN: the study has formed sums (doseau/isomer_sums.h), which no
 * file reports: join it with DOSEAU_SUMS_NONE; DOSEAU_EEXISTS: there is something at `folder`;
 * DOSEAU_EIO; DOSEAU_ENOMEM
 */
DOSEAU_API doseau_status doseau_study_write(const doseau_study *study, const char *folder,
                                            doseau_error *error);

/** The same, with all files in the style of other spreadsheet programs. */
DOSEAU_API doseau_status doseau_study_write_styled(const doseau_study *study, const char *folder,
                                                   doseau_csv_style style, doseau_error *error);

/** Rows of a study that only a study folder has a place for: tables of results do not tell them. */
typedef struct doseau_asides {
    size_t rounds;       /**< that a rounds file declares */
    size_t named_rounds; /**< that only a column names */
    size_t days, budget, priors, bridging, catchments, sums, checks;
    size_t corrections; /**< the results are the corrected ones */
    size_t month_means; /**< none of which is a result (doseau/month_mean.h) */
    size_t quality;     /**< what a laboratory tells of its own work (doseau/quality.h) */
} doseau_asides;

/** Counts them in a joined study. */
DOSEAU_API doseau_asides doseau_study_asides(const doseau_study *study);

/**
 * How many corrections (doseau/correction.h) changed what no file of a folder has a row for: a
 * table of limits, whose limits are those of each result, or means over months. What comes of them
 * is written, and that they were made is not.
 * @return DOSEAU_OK, DOSEAU_ENOMEM
 */
DOSEAU_API doseau_status doseau_study_untold_corrections(const doseau_study *study, size_t *n);

/**
 * One table for R, Python and spreadsheets: a row a result, with everything that was joined to it.
 *
 * Columns (those without content are left out): plant, date, weekday, round, laboratory_sample,
 * substance, concentration_ng_per_l, load_mg_d_1000p, qualifier, state, lod_ng_per_l, loq_ng_per_l,
 * lod_mg_d_1000p, loq_mg_d_1000p, flow_m3_per_day, meter, population, population_basis, laboratory,
 * batch, replicate, enantiomeric_fraction, composite_hours, composite_mode, day_told,
 * source_file, source_line. Columns of numbers hold numbers only. `state` is `found`, `detected`
 * (between LOD and LOQ, no number), `not_detected` or `missing`; beside a `qualifier` of `<` the
 * number is the limit, ND has none. `day_told` is yes on days of days.csv. Read as a measurements
 * file, the table gives the same loads.
 */
typedef struct doseau_tidy doseau_tidy;

/** Arranges a joined study, which must outlive the result. @return DOSEAU_OK, and `*tidy` is the
 * caller's to free; DOSEAU_ENOMEM */
DOSEAU_API doseau_status doseau_tidy_new(const doseau_study *study, doseau_tidy **tidy,
                                         doseau_error *error);
DOSEAU_API void doseau_tidy_free(doseau_tidy *tidy);
/** Borrows `tidy`. */
DOSEAU_API doseau_table doseau_tidy_table(const doseau_tidy *tidy);

DOSEAU_END
#endif
