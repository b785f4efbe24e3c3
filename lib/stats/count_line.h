/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_STATS_COUNT_LINE_H
#define DOSEAU_STATS_COUNT_LINE_H
/* Poisson counts with a log-linear mean, and binomial ones with a linear logit, over time, by
 * maximum likelihood. */
#include <doseau/count_trend.h>
#include <stdbool.h>

typedef struct count_data {
    const double *count; /* whole, >= 0 */
    const double *size;  /* NULL: all 1 (Poisson); exposure, > 0, or trials, >= count */
    const double *time;
    size_t n;
    bool binomial;
} count_data;

/* DOSEAU_ETOOFEW: n is 0; DOSEAU_EDOMAIN: a number that is not finite, a count that is not whole or
 * below 0, a size that is not above 0 or, of trials, below the count. */
doseau_status count_check(const count_data *data);

/* Why no finite slope has the greatest likelihood; NULL: one has. */
const char *count_no_slope(const count_data *data);

typedef struct count_line {
    double slope, se;     /* of the log mean, or the logit, per unit of time */
    double middle, level; /* linear predictor `level` at time `middle` */
    double deviance, pearson;
} count_line;

/* DOSEAU_EDOMAIN: no convergence. */
doseau_status count_line_fit(const count_data *data, count_line *line);
/* The same for a given slope: level, deviance and Pearson's sum of squares. */
doseau_status count_line_fit_level(const count_data *data, double slope, count_line *line);

/* All that a trend says: fills it from the data. */
doseau_status count_trend_test(const count_data *data, double alpha, doseau_count_trend *trend);

/* The slope and the larger p of it alone; p is not given where the trend has none. Statuses as
 * doseau_count_trend_fit. */
doseau_status count_trend_p(const count_data *data, double *slope, doseau_figure *p);
#endif
