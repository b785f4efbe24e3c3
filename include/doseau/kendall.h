/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_KENDALL_H
#define DOSEAU_KENDALL_H
/**
 * # Mann-Kendall: does a series rise or fall?
 *
 * S = sum over pairs t_i < t_j of sign(x_j - x_i). Without a trend every order of independent
 * values is equally likely (Mann 1945; Kendall, Rank Correlation Methods, 1970).
 */
#include <doseau/number.h>
#include <stdint.h>

DOSEAU_BEGIN

typedef struct doseau_kendall {
    size_t n;
    int64_t s;
    double variance;       /**< of S given the ties in values and in times */
    double tau_a;          /**< S / (n(n-1)/2) */
    doseau_figure tau_b;   /**< S / sqrt((pairs not tied in time)(pairs not tied in value)) */
    doseau_figure p_exact; /**< two-sided, 2 P(S >= |s|), at most 1 */
    double z;              /**< (S - sign S)/sqrt(variance); 0 where S or the variance is 0 */
    double p_normal;       /**< two-sided, of z */
    double z_nocc;         /**< without continuity correction: S/sqrt(variance) */
    double p_normal_nocc;
    double p;                 /**< p_exact where given, else p_normal */
    doseau_figure smallest_p; /**< the smallest p_exact that any order of these values reaches */
    const char *reason;       /**< why a figure is not given; NULL if all are */
} doseau_kendall;

/**
 * The test, with ties in values and in times, in O(n log n) steps (Knight 1966).
 *
 * Variance: [n(n-1)(2n+5) - sum t(t-1)(2t+5) - sum u(u-1)(2u+5)]/18
 * + sum t(t-1) sum u(u-1) / (2n(n-1)) + sum t(t-1)(t-2) sum u(u-1)(u-2) / (9n(n-1)(n-2)),
 * t and u the sizes of groups of equal values and of equal times (Kendall 1970). The R package
 * trend and pymannkendall ignore equal times.
 *
 * `p_exact` is given up to n = 60 with ties on one side only, by the counting recurrence over
 * groups; with ties on both sides up to n = 8, by all n! orders. R's Kendall uses the normal
 * approximation from n = 4 on (0.0894 where it is 0.0833). The continuity correction is that of
 * EnvStats, trend, rkt and pymannkendall; R's Kendall::SeasonalMannKendall and scipy's kendalltau
 * have none. tau_a is that of EnvStats, rkt, NADA and pymannkendall; tau_b that of Kendall, trend
 * and scipy.
 * @param time any order; NULL: the values are in order of time, at distinct times
 * @return DOSEAU_OK; DOSEAU_ETOOFEW (n < 2); DOSEAU_EDOMAIN (a number that is not finite);
 * DOSEAU_ENOMEM
 */
DOSEAU_API doseau_status doseau_kendall_test(const double time[], const double x[], size_t n,
                                             doseau_kendall *result);

/** The smallest two-sided exact p that n values without ties can reach, 2/n!: 0.083 at n = 4,
 * 0.017 at 5. 1 for n < 2. */
DOSEAU_API double doseau_kendall_smallest_p(size_t n);

DOSEAU_END
#endif
