/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_THEIL_SEN_H
#define DOSEAU_THEIL_SEN_H
/** # Theil-Sen: the median slope and its interval */
#include <doseau/number.h>
#include <stdint.h>

DOSEAU_BEGIN

/** An interval that may not exist; both ends or none. */
typedef struct doseau_theil_sen_interval {
    doseau_figure lower, upper;
} doseau_theil_sen_interval;

typedef struct doseau_theil_sen {
    size_t n;
    uint64_t slopes;           /**< N': pairs with different times */
    double slope;              /**< median of (x_j - x_i)/(t_j - t_i) over them */
    double intercept;          /**< median x - slope * median t (Conover 1980; EnvStats, scipy) */
    double intercept_residual; /**< median of x_i - slope t_i (mblm, zyp) */
    doseau_theil_sen_interval interval; /**< the default: ranks rounded, halves to even (Gilbert
                                             1987; trend, scipy) */
    doseau_theil_sen_interval interval_interpolated; /**< between ranks (EnvStats) */
    doseau_theil_sen_interval interval_conservative; /**< ranks rounded outwards */
    doseau_theil_sen_interval interval_exact; /**< by the exact distribution of S (Hollander and
                                                   Wolfe 1973): coverage at least 1 - alpha */
    const char *reason;                       /**< why an interval does not exist; NULL if all do */
} doseau_theil_sen;

/**
 * The slope uses the real times; pairs of equal times are left out. The interval is made of slopes
 * of the ranks (N' - C)/2 and (N' + C)/2 + 1 of N', C = z sqrt(Var S), Var S with ties in values
 * and times (doseau_kendall_test), z the 1 - alpha/2 quantile of the normal distribution. A rank
 * outside 1 ... N' gives no interval: at 95 % there is none for n <= 4 (scipy takes the outermost
 * slope there, and so claims an interval at n = 3). interval_exact is given for 60 values and
 * fewer, without ties: with k the smallest value such that P(S >= k) <= alpha/2 its ranks are
 * (N' - k)/2 + 1 and (N' + k)/2. Own simulation (95 %): the default covers .98 at n = 5-6, .97
 * at 7-8, .951-.957 at 10-12.
 *
 * Slopes are found by rank in expected O(n log n) time and O(n) memory, rounded correctly: within
 * 4 units in the last place of a sorted list made by plain division.
 * @param time any order; NULL: the values are in order of time, at 0, 1, ...
 * @param alpha 0 < alpha < 1
 * @return DOSEAU_OK; DOSEAU_ETOOFEW (n < 2, or all times equal); DOSEAU_EDOMAIN (a number that is
 * not finite, alpha, a slope that overflows); DOSEAU_ENOMEM
 */
DOSEAU_API doseau_status doseau_theil_sen_fit(const double time[], const double x[], size_t n,
                                              double alpha, doseau_theil_sen *result);

DOSEAU_END
#endif
