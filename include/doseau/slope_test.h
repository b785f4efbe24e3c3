/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_SLOPE_TEST_H
#define DOSEAU_SLOPE_TEST_H
/** # Did a series rise or fall? The t test of a slope, with what else is known of the variance */
#include <doseau/interval.h>
#include <doseau/number.h>

DOSEAU_BEGIN

typedef struct doseau_slope_options {
    double alpha;          /**< .05: the interval holds with probability 1 - alpha */
    double variance_floor; /**< 0: the least variance that a value can have about the line */
    double extra_variance; /**< 0: of the slope, from errors that several values share */
} doseau_slope_options;

DOSEAU_API void doseau_slope_defaults(doseau_slope_options *options);

typedef struct doseau_slope {
    size_t n;
    double df;                /**< n - 2 */
    double slope;             /**< by ordinary least squares */
    double sxx;               /**< sum (t - mean t)^2 */
    double own_variance;      /**< residual sum of squares / (n - 2) */
    double variance;          /**< of a value: the larger of own_variance and the floor */
    bool floored;             /**< the floor is the larger */
    double se;                /**< sqrt(variance / Sxx + extra variance) */
    doseau_interval interval; /**< slope -+ t(1 - alpha/2, n - 2) se */
    doseau_figure t, p;       /**< slope / se; two-sided */
    doseau_figure p_own;      /**< of the plain t test, neither floor nor extra variance (R: lm) */
    const char *reason;       /**< why a figure is not given; NULL if all are. Static storage */
} doseau_slope;

/**
 * The slope of ordinary least squares with
 *
 *     Var(b) = max(RSS / (n - 2), floor) / Sxx + extra,    t with n - 2 degrees of freedom
 *
 * The floor (the pooled variance within values / how many each is the mean of) removes the claims
 * made because a few values happen to lie on a line: false claims at .05 are .000-.054 with 3 to
 * 12 values, .048-.054 without a floor (own simulation). A mixed model with normal quantiles makes
 * .04-.25, regression on the single measurements within values .05-.42. The promise is about the
 * time that the values span: a level that walks is seen as what it did, not as what it will do.
 * @param options NULL: the defaults
 * @return DOSEAU_OK; DOSEAU_ETOOFEW (n < 3, or all at one time); DOSEAU_EDOMAIN (a number that is
 * not finite, alpha outside 0..1, a variance below 0); DOSEAU_ENOMEM
 */
DOSEAU_API doseau_status doseau_slope_test(const double time[], const double x[], size_t n,
                                           const doseau_slope_options *options,
                                           doseau_slope *result);

/**
 * How much the slope moves with each value, c_i = (t_i - mean t) / Sxx: what doseau_propagate needs
 * to give the extra variance of errors shared by several values but not by all of them, such as a
 * change of instrument halfway. Unnoticed, such a change of .15 makes .09-.24 false claims at .05
 * in 6 to 12 values with scatter .15; with the extra variance .006-.022 (own simulation).
 * @param sensitivity room for n numbers
 * @return DOSEAU_OK; DOSEAU_ETOOFEW (n < 2, or all at one time); DOSEAU_EDOMAIN
 */
DOSEAU_API doseau_status doseau_slope_sensitivities(const double time[], size_t n,
                                                    double sensitivity[]);

DOSEAU_END
#endif
