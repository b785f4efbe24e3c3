/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_GRUBBS_H
#define DOSEAU_GRUBBS_H
/**
 * # Values that do not fit: Grubbs and generalized ESD
 *
 * A flag, never a reason to drop a value. The other values are taken to be normal: of skewed data
 * give logarithms, or the tail will be called odd.
 */
#include <doseau/number.h>
#include <stdbool.h>

DOSEAU_BEGIN

/** Grubbs' test of the value farthest from the mean. */
typedef struct doseau_grubbs {
    size_t index; /**< of that value, from 0; the first of several */
    bool high;
    doseau_figure g; /**< |x - mean| / s */
    doseau_figure p; /**< two-sided: 2 n P(T(n-2) > t), t^2 = n (n-2) G^2 / ((n-1)^2 - n G^2), at
                        most 1: exact where it is small, an upper bound elsewhere. R's outliers
                        returns 2 - p where this passes 1 */
    doseau_figure p_one; /**< if only this side was in question: half of that */
    const char *reason;  /**< why not; NULL if given */
} doseau_grubbs;

/** @return DOSEAU_OK; DOSEAU_ETOOFEW (n < 3); DOSEAU_EDOMAIN (a number not finite) */
DOSEAU_API doseau_status doseau_grubbs_test(const double x[], size_t n, doseau_grubbs *result);

/** One step of the generalized ESD test. */
typedef struct doseau_esd_step {
    size_t index;  /**< of the value farthest from the mean of those left, from 0 */
    double r;      /**< its distance in standard deviations of those left */
    double lambda; /**< what that may be */
} doseau_esd_step;

/**
 * Generalized extreme Studentized deviate (Rosner 1983): up to `most` outliers, without the masking
 * of repeated Grubbs tests. R_i = max |x - mean|/s, then that value is taken out; with m = n - i
 * and t the 1 - alpha/(2 (m + 1)) quantile of Student's t with m - 1 degrees of freedom,
 * lambda_i = m t / sqrt((m - 1 + t^2)(m + 1)). The number of outliers is the largest i with R_i >
 * lambda_i, even if R was below before (as EnvStats counts). Good from n = 25 on, fair from 15.
 * @param steps room for `most`, the caller's
 * @param n_steps how many were made: fewer where the values left are all equal
 * @return DOSEAU_OK; DOSEAU_ETOOFEW (n < most + 2, or most is 0); DOSEAU_EDOMAIN (a number not
 * finite, alpha outside 0..1); DOSEAU_ENOMEM
 */
DOSEAU_API doseau_status doseau_esd_test(const double x[], size_t n, size_t most, double alpha,
                                         doseau_esd_step steps[], size_t *n_steps,
                                         size_t *n_outliers);

DOSEAU_END
#endif
