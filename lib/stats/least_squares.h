/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_STATS_LEAST_SQUARES_H
#define DOSEAU_STATS_LEAST_SQUARES_H
/* Weighted least squares with a few coefficients. */
#include <doseau/status.h>

enum { LEAST_SQUARES_MOST = 32 }; /* coefficients */

typedef struct least_squares {
    double beta[LEAST_SQUARES_MOST];
    double inverse[LEAST_SQUARES_MOST * LEAST_SQUARES_MOST]; /* (X'WX)^-1, p by p */
    double rss;                                              /* sum w (y - x beta)^2; 0: rounding */
    double log_det;                                          /* of X'WX */
} least_squares;

/* y = X beta by modified Gram-Schmidt, y a column of its own (Bjorck 1967). x is n by p, row after
 * row; w > 0, NULL: all 1; scratch has room for n (p + 1) numbers. DOSEAU_ETOOFEW: n < p or p is 0;
 * DOSEAU_EDOMAIN: columns that depend on each other to rounding, more than LEAST_SQUARES_MOST, or a
 * result that is not finite. */
doseau_status stats_least_squares(const double x[], const double y[], const double w[], size_t n,
                                  size_t p, double scratch[], least_squares *fit);

/* Row i times the matrix `inverse` times the row. */
double stats_quadratic(const double row[], const double matrix[], size_t p);

/* x row times beta */
double stats_product(const double row[], const double beta[], size_t p);
#endif
