/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_MIXED_LINE_H
#define DOSEAU_MIXED_LINE_H
/** # A line through values that come in blocks */
#include <doseau/interval.h>
#include <doseau/number.h>

DOSEAU_BEGIN

enum { DOSEAU_MIXED_MOST = 32 }; /**< coefficients: intercept, slope, groups but one */

typedef struct doseau_mixed_coefficient {
    double estimate, se;
    double df_satterthwaite;    /**< n - p where the block variance is 0 */
    double p_satterthwaite;     /**< t with these (R: lmerTest); false claims .03-.12 at .05 */
    double p_z;                 /**< normal, as often printed: false claims .04-.25 */
    doseau_figure p_blocks;     /**< t with blocks - 2: for what is constant in a block; .00-.05 */
    doseau_figure lower, upper; /**< estimate -+ t(1 - alpha/2, blocks - 2) se */
} doseau_mixed_coefficient;

typedef struct doseau_mixed_line {
    size_t n, blocks;
    size_t
        p; /**< coefficients: 0 the intercept, 1 the slope, 1 + g what group g is above group 0 */
    double residual_variance, block_variance;
    double log_likelihood; /**< restricted (R: lme4) */
    doseau_mixed_coefficient coefficient[DOSEAU_MIXED_MOST];
} doseau_mixed_line;

/**
 * y = a + b x + effect of the group + random effect of the block + error, by restricted maximum
 * likelihood (R: lmer(y ~ x + group + (1 | block))). The ratio of the two variances is sought from
 * 1e-9 to 1e9 on a grid and then as a root of the derivative, against 0; the highest maximum is
 * taken. With block variance 0 it is least squares.
 *
 * A slope over blocks is a slope over as many values as there are blocks, whatever is in them:
 * p_blocks is the one to claim with.
 * @param group 0 to n_groups - 1, each there; NULL: one group @param block below n
 * @return DOSEAU_OK; DOSEAU_ETOOFEW (n <= p, fewer than 2 blocks, or no block of 2);
 * DOSEAU_EDOMAIN (a number that is not finite, a group or block out of range, too many
 * coefficients, an x that groups explain, values that do not vary within blocks, alpha outside
 * 0..1); DOSEAU_ENOMEM
 */
DOSEAU_API doseau_status doseau_mixed_line_fit(const double x[], const double y[],
                                               const size_t group[], size_t n_groups,
                                               const size_t block[], size_t n, double alpha,
                                               doseau_mixed_line *result);

DOSEAU_END
#endif
