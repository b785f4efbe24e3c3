/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_MONTH_MEAN_H
#define DOSEAU_MONTH_MEAN_H
/**
 * # Means over months, as tables publish them
 *
 * Statistics Canada publishes one load a city, residue and month, with a 95 % interval, and no day
 * of it (table 13-10-0871: samples of seven days of the month, missing days imputed). Such means
 * are kept as they are printed, and the `round` table shows them so, behind the rounds that are
 * computed. They are no results of days: no load, comparison or trend is computed from them, and
 * nothing of their interval is known but its ends.
 */
#include <doseau/study.h>

DOSEAU_BEGIN

/** What is told of one plant, substance and month. */
typedef struct doseau_month_mean {
    doseau_origin origin; /**< of the row with the mean; where there is none of the first row */
    uint32_t plant, substance;
    int year, month;                                  /**< 2022, 1 to 12 */
    doseau_figure mean, lower, upper, standard_error; /**< mg/d/1000 people, >= 0 */
    bool caution; /**< who published it marks a figure of it "use with caution" */
} doseau_month_mean;

/** Copies what one row tells into a study; DOSEAU_ENOMEM leaves the study as it was. Rows of the
 * same plant, substance and month become one when the study is joined. */
DOSEAU_API doseau_status doseau_study_add_month_mean(doseau_study *study,
                                                     const doseau_month_mean *row);

/** All of a joined study by plant, substance and month; borrowed until the study is changed or
 * freed. */
DOSEAU_API const doseau_month_mean *doseau_study_month_means(const doseau_study *study, size_t *n);

DOSEAU_END
#endif
