/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_HAMED_RAO_H
#define DOSEAU_HAMED_RAO_H
/**
 * # Mann-Kendall for values that hang together
 *
 * Neighbouring values that are alike make S vary more than independent ones do (or less, where they
 * alternate). Hamed and Rao (1998) multiply its variance by n/n*, estimated from the series itself.
 * It takes many values: with fewer than some 30 the estimate is no better than none.
 */
#include <doseau/number.h>
#include <stdint.h>

DOSEAU_BEGIN

typedef struct doseau_hamed_rao {
    size_t n;
    int64_t s;               /**< as doseau_kendall_test */
    double variance;         /**< of S for independent values */
    double slope;            /**< Theil-Sen, taken off before the ranks are made */
    size_t lags;             /**< how many correlations were beyond the limit */
    doseau_figure inflation; /**< n/n*: 1 + 2/(n(n-1)(n-2)) sum (n-k)(n-k-1)(n-k-2) r_k; may be 0
                                or below, and then there is no z */
    doseau_figure variance_corrected; /**< variance times inflation */
    doseau_figure z, p;               /**< (S - sign S)/sqrt(variance_corrected); two-sided */
    /** The same with the absolute value of the sum (pymannkendall): never below the variance for
     * independent values, also where values alternate. */
    doseau_figure inflation_abs, variance_abs, z_abs, p_abs;
    double z_independent, p_independent; /**< without correction: the plain test */
    const char *reason;                  /**< why a figure is not given; NULL if all are */
} doseau_hamed_rao;

/**
 * r_k is the autocorrelation at lag k of the ranks of x - slope t, mean ranks for equal values
 * (divisor n: sum over n - k pairs over the sum of all squares). Lags with |r_k| above the
 * 1 - alpha/2 quantile of the normal distribution over sqrt(n) are summed, all lags up to n - 1.
 * R's modifiedmk::mmkh is this one at times 1, 2, ..., n; a lag is counted in values, so times
 * should be equally far apart. Differences of x - slope t within rounding are ties. Where nothing
 * is left to correlate (all values equal, or on a line) only the plain test is given.
 * @param time any order, no two equal; NULL: the values are in order of time, at 0, 1, ...
 * @param alpha of the limit for correlations, 0 < alpha < 1
 * @return DOSEAU_OK; DOSEAU_ETOOFEW (n < 3); DOSEAU_EDOMAIN (a number that is not finite, two equal
 * times, alpha, a slope that overflows); DOSEAU_ENOMEM
 */
DOSEAU_API doseau_status doseau_hamed_rao_test(const double time[], const double x[], size_t n,
                                               double alpha, doseau_hamed_rao *result);

DOSEAU_END
#endif
