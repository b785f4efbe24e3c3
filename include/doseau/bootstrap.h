/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_BOOTSTRAP_H
#define DOSEAU_BOOTSTRAP_H
/**
 * # Bootstrap intervals
 *
 * n values drawn with replacement, again and again (Efron 1979): percentile and BCa intervals of a
 * statistic. For the mean of 7 skewed values both are far too short (.75-.93 at .95 in own
 * simulation); doseau/lognormal_mean.h keeps its promise there.
 */
#include <doseau/interval.h>
#include <stdbool.h>
#include <stdint.h>

DOSEAU_BEGIN

/** A function of n values that does not depend on their order; finite, the same for the same
 * values, and safe in any thread. */
typedef double (*doseau_statistic)(const double x[], size_t n, void *context);

/** The mean, as such a function; `context` is not used. */
DOSEAU_API double doseau_statistic_mean(const double x[], size_t n, void *context);

enum { DOSEAU_BOOTSTRAP_ALL_MOST = 10 }; /**< values of which all resamples can be looked at */

typedef struct doseau_bootstrap_options {
    size_t draws;   /**< 9999; 0: all resamples, which no seed can change (n up to
                       DOSEAU_BOOTSTRAP_ALL_MOST: at 7 there are 1716 different ones). Where more
                       are drawn than are different, n up to 9, the statistic of each is computed
                       once, in one thread */
    uint64_t seed;  /**< 1 */
    double alpha;   /**< .05 */
    size_t threads; /**< 0: as many as there are processors; the result does not depend on it */
} doseau_bootstrap_options;

DOSEAU_API void doseau_bootstrap_defaults(doseau_bootstrap_options *options);

typedef struct doseau_bootstrap {
    double estimate;  /**< T, of the values as they are */
    double bias;      /**< mean of T* minus T */
    double se;        /**< standard deviation of T* (divisor: their number less 1; all: their
                         number) */
    bool all;         /**< every resample, with its probability */
    size_t resamples; /**< drawn, or different ones */
    /** Quantiles alpha/2 and 1 - alpha/2 of T*, each the smallest value with at least that share
     * at or below it. R's boot interpolates on the normal scale. */
    doseau_limits percentile;
    /** Bias-corrected and accelerated (Efron 1987): z0 from the share of T* < T, as R's boot and
     * bootstrap count; a from the jackknife. */
    doseau_limits bca;
    doseau_limits bca_mid; /**< z0 with half of those equal to T added, as scipy counts */
    doseau_figure z0, z0_mid, acceleration;
} doseau_bootstrap;

/**
 * @param options NULL: the defaults
 * @return DOSEAU_OK; DOSEAU_ETOOFEW (n < 2); DOSEAU_EDOMAIN (a number, or a statistic, that is not
 * finite, alpha outside 0..1, too many values for all resamples); DOSEAU_ENOMEM
 */
DOSEAU_API doseau_status doseau_bootstrap_run(const double x[], size_t n,
                                              doseau_statistic statistic, void *context,
                                              const doseau_bootstrap_options *options,
                                              doseau_bootstrap *result);

DOSEAU_END
#endif
