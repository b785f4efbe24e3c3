/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_ANALYSIS_TREND_SUBJECT_H
#define DOSEAU_ANALYSIS_TREND_SUBJECT_H
/* One series and the tests that a claim of it has to pass. */
#include "analysis/claims.h"
#include "analysis/trend_test.h"

/* What a series is looked at with. */
typedef enum trend_view {
    TREND_ALL_DAYS,         /* the one that is told of */
    TREND_UNFLAGGED_DAYS,   /* without the flagged days */
    TREND_UNFLAGGED_ROUNDS, /* without the rounds that have one */
    TREND_CUT_AT_LIMIT,     /* every round cut off at the highest limit */
    TREND_VIEWS
} trend_view;

typedef struct trend_look {
    bool given;
    history h;
    double day_variance;
    trend_design design;
    trend_test test;
    doseau_figure p_adjusted;
    size_t family_size;
} trend_look;

typedef struct trend_subject {
    size_t begin, end; /* of its rounds */
    bool primary;
    trend_look look[TREND_VIEWS];
    doseau_trend_verdict verdict;
    doseau_trend_reason reason;
    doseau_flags flags; /* of all its rows */
} trend_subject;

/* Looks at rounds[begin..end); `cut_rounds` NULL: its limits do not differ. DOSEAU_ENOMEM,
 * DOSEAU_EDOMAIN. Free with trend_subject_free, also after failure. */
doseau_status trend_subject_look(const doseau_rounds *rounds, const doseau_rounds *cut_rounds,
                                 const doseau_trend_options *options, trend_subject *series);
void trend_subject_free(trend_subject *series);

/* Adjusts the p of all series, view by view (a series without that view stands with its first
 * one), and finds the verdicts. DOSEAU_ENOMEM. */
doseau_status trend_subject_judge(const doseau_rounds *rounds, const doseau_trend_options *options,
                                  trend_subject series[], size_t n);

/* The smallest p that a family of that size leaves: of `p` for one test. */
double trend_smallest_adjusted(doseau_adjust adjust, double p, size_t family_size);
#endif
