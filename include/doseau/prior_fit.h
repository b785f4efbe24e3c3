/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_PRIOR_FIT_H
#define DOSEAU_PRIOR_FIT_H
/** # How variable is a series likely to be? A prior of variances from many series */
#include <doseau/number.h>

DOSEAU_BEGIN

typedef struct doseau_prior_fit {
    size_t n;                     /**< series */
    doseau_figure s0, df0;        /**< maximum likelihood; df0 not given: no end to it */
    doseau_figure log_s0_se;      /**< standard error of ln s0, from the observed information */
    doseau_figure log_df0_se;     /**< of ln df0 */
    doseau_figure log_likelihood; /**< at the maximum; not given where a variance is 0 */
    double common_sd;             /**< pooled: s0 if all had the same variance */
    doseau_figure log_likelihood_common; /**< all the same variance (df0 without end) */
    doseau_figure moment_s0, moment_df0; /**< Smyth's (2004) moment estimates (R: limma) */
    const char *reason;        /**< why s0, df0 and their errors are not given; NULL if they are */
    const char *moment_reason; /**< the same of the moment estimates. Static storage */
} doseau_prior_fit;

/**
 * The scaled inverse chi-squared prior sigma^2 ~ df0 s0^2 / chi-squared(df0) of the variances of
 * many series, from their own variances: s_i^2 / s0^2 ~ F(df_i, df0), maximum of the likelihood.
 * s0 is profiled out (its score is monotone, one root), df0 is sought from .05 to 10,000 on a grid
 * and then as a root of the derivative, the best one if there are several.
 *
 * A variance of 0 leaves the likelihood without a maximum (s0 runs to 0 with df0): only common_sd
 * is given. Variances that scatter no more than chance does have their maximum at df0 without end:
 * then s0 is common_sd and df0 is not given. limma takes moments of ln s^2 instead of the maximum;
 * they stand beside it.
 * @param variance >= 0, not all 0 @param df > 0, not necessarily whole numbers
 * @return DOSEAU_OK; DOSEAU_ETOOFEW (n < 3); DOSEAU_EDOMAIN; DOSEAU_ENOMEM
 */
DOSEAU_API doseau_status doseau_fit_variance_prior(const double variance[], const double df[],
                                                   size_t n, doseau_prior_fit *fit);

DOSEAU_END
#endif
