/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_ANALYSIS_EXPLAIN_TREND_LINE_H
#define DOSEAU_ANALYSIS_EXPLAIN_TREND_LINE_H
#include "analysis/explain.h"
#include "analysis/trend_line.h"

/* What a trend of one kind of data was computed from. */
typedef struct trend_work {
    const doseau_rounds *rounds;
    const doseau_trend *row;
    history h;
    trend_design design;
    double day_variance;
} trend_work;

/* The rounds as points of a line at a height, and the line: slope, its standard error, interval and
 * p. Nothing where a round has no such height. DOSEAU_ENOMEM. */
doseau_status explain_trend_line(doseau_explanation *e, const trend_work *w, trend_height height);

/* The same of two to four rounds, with the spread of the prior. DOSEAU_ENOMEM. */
doseau_status explain_trend_few(doseau_explanation *e, const trend_work *w);

/* The change per year and over the span that a slope of ln is. */
void explain_trend_percent(doseau_explanation *e, const trend_work *w, double slope, double lower,
                           double upper);
#endif
