/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_REPORT_REPORT_H
#define DOSEAU_REPORT_REPORT_H
/**
 * # Report
 *
 * All that is computed of a study, once: loads, days and rounds that do not fit (which are marked,
 * so that all that follows is there with and without them), rounds, comparisons, trends, and the
 * uncertainty budget of the rounds. Pages, figures, workbooks and JSON are made of it.
 */
#include <doseau/compare.h>
#include <doseau/round.h>
#include <doseau/study.h>
#include <doseau/trend.h>

DOSEAU_BEGIN

typedef struct doseau_report_options {
    doseau_round_options round; /**< all rows: exclude_flagged must be false */
    doseau_compare_options compare;
    doseau_trend_options trend;
    double small_catchment_persons; /**< 10000: a catchment of fewer people is named as one whose
                                       figures may point to persons; 0: none is. Our choice */
} doseau_report_options;

DOSEAU_API void doseau_report_defaults(doseau_report_options *options);

typedef struct doseau_report doseau_report;

/**
 * Computes all of a joined study, which must outlive the report.
 * @param options NULL: the defaults; copied, but for the texts that they borrow
 * @return DOSEAU_OK, and `*report` is the caller's to free; the errors of doseau_loads_new,
 * doseau_spikes_new, doseau_rounds_new, doseau_comparisons_new, doseau_trends_new and
 * doseau_round_budget_new
 */
DOSEAU_API doseau_status doseau_report_new(const doseau_study *study,
                                           const doseau_report_options *options,
                                           doseau_report **report, doseau_error *error);
DOSEAU_API void doseau_report_free(doseau_report *report);

/** Whether random numbers were used. */
DOSEAU_API bool doseau_report_seeded(const doseau_report *report);

DOSEAU_END
#endif
