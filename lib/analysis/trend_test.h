/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_ANALYSIS_TREND_TEST_H
#define DOSEAU_ANALYSIS_TREND_TEST_H
/* The test that decides of one series and one kind of data. */
#include "analysis/trend_line.h"

typedef struct trend_test {
    doseau_trend_method method;
    bool seasonal, drawn;
    doseau_figure slope, lower, upper; /* of ln, a year */
    doseau_figure p;                   /* not given where no claim is possible */
    double smallest_p;                 /* of a permutation; 0 of a line */
    doseau_figure p_rise;
    doseau_figure variance; /* of a round about the line */
    double df;              /* of variance, with factor and between as of trend_line */
    double factor, between;
    doseau_figure p_equivalence;
} trend_test;

/* The prior of the yearly spread of these rounds: by the people and days of each, averaged as
 * variances. */
doseau_spread trend_spread(const history *h);

/* Chooses and runs the test. day_variance: pooled, within rounds. Where nothing can be computed the
 * method is DOSEAU_TREND_NONE. DOSEAU_ENOMEM, DOSEAU_EDOMAIN (draws). */
doseau_status trend_test_run(const doseau_rounds *rounds, const history *h,
                             const trend_design *design, double day_variance,
                             const doseau_trend_options *options, trend_test *test);
#endif
