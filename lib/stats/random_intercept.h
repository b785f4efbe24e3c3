/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_STATS_RANDOM_INTERCEPT_H
#define DOSEAU_STATS_RANDOM_INTERCEPT_H
/* y = X beta + b(block) + e: restricted likelihood as a function of lambda = var b / var e. */
#include "stats/least_squares.h"

typedef struct random_intercept {
    const double *x, *y; /* n by p; n */
    const size_t *block; /* each < n */
    size_t n, p;
    double *size;     /* n: values in a block; 0: no such block */
    double *sums;     /* n (p + 1): of x and y over a block */
    double *rows;     /* n (p + 1): x and y less theta of their mean in the block */
    double *scratch;  /* n (p + 1) */
    double *residual; /* n: sum of y - x beta over a block */
    least_squares fit;
    double lambda;
} random_intercept;

/* Sizes and sums of the blocks. */
void stats_random_intercept_start(random_intercept *m);

/* The fit given lambda. */
doseau_status stats_random_intercept_fit(random_intercept *m, double lambda);

/* -2 ln of the restricted likelihood of the last fit, var e profiled out, as lme4 counts it. */
double stats_random_intercept_deviance(const random_intercept *m);

/* The lambda with the least deviance. DOSEAU_EDOMAIN: it has no end. */
doseau_status stats_random_intercept_maximize(random_intercept *m);

/* Satterthwaite's degrees of freedom of coefficient k at the maximum. */
double stats_random_intercept_df(random_intercept *m, size_t k);
#endif
