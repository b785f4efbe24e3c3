/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_CUSUM_H
#define DOSEAU_CUSUM_H
/**
 * # Cumulated sums
 *
 * Does the level change at one time (values in the order of time, independent, roughly normal), and
 * when does a running control raise the alarm?
 */
#include <doseau/number.h>

DOSEAU_BEGIN

typedef struct doseau_cusum {
    size_t n;
    doseau_figure statistic; /**< max |sum_{i <= t} (x_i - mean)| / (s sqrt(n)), s with n - 1 */
    size_t last_before;      /**< the first t that reaches it, counted from 1; 0: not estimable */
    doseau_figure p;         /**< of the largest distance of a Brownian bridge: for many values;
                                conservative for few (R's strucchange, OLS-CUSUM, has s with n - 1
                                here too) */
    const char *reason;      /**< why not; NULL if they are given */
} doseau_cusum;

/** Largest cumulated sum (Ploberger and Kramer 1992). @return as doseau_pettitt_test, without
 * DOSEAU_ENOMEM */
DOSEAU_API doseau_status doseau_cusum_test(const double x[], size_t n, doseau_cusum *result);

typedef struct doseau_cusum_chart {
    double high, low;             /**< largest upper and lower sum, in standard deviations */
    size_t first_high, first_low; /**< the first value whose sum exceeds h, from 1; 0: none */
} doseau_cusum_chart;

/**
 * The tabular chart (Page 1954): C+ = max(0, C+ + z - k), C- = max(0, C- - z - k), z = (x - target)
 * / sd; an alarm where one exceeds h. Usual: k .5, h 4 or 5.
 * @return DOSEAU_OK; DOSEAU_ETOOFEW (n is 0); DOSEAU_EDOMAIN (sd or h not above 0, k below 0)
 */
DOSEAU_API doseau_status doseau_cusum_chart_run(const double x[], size_t n, double target,
                                                double sd, double k, double h,
                                                doseau_cusum_chart *chart);

DOSEAU_END
#endif
