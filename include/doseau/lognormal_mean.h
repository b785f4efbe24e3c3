/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_LOGNORMAL_MEAN_H
#define DOSEAU_LOGNORMAL_MEAN_H
/**
 * # The mean of lognormal data
 *
 * The mean of skewed data, not their median: of exp(Y), Y normal, it is exp(mu + sigma^2/2). With a
 * and v the mean and variance (divisor n - 1) of n logarithms:
 */
#include <doseau/interval.h>

DOSEAU_BEGIN

typedef struct doseau_lognormal_mean {
    size_t n;
    double log_mean, log_variance; /**< a, v */
    double estimate;               /**< exp(a + v/2) */
    doseau_figure unbiased;        /**< the minimum-variance unbiased estimate: exp(a) times the
                                      series of Finney (1941); EnvStats' `mvue` */
    /** The default: exp(a + v/2 -+ t sqrt(v/n + v^2/(2(n-1)))), t with n - 1 degrees of freedom
     * (Olsson 2005). At .95 it holds .942-.953 for s up to .8 and .93-.947 at 1.2, n from 7 on
     * (own simulation); misses lie mostly below the truth. */
    doseau_limits modified_cox;
    doseau_limits cox;          /**< the same with the normal quantile: .89-.95 */
    doseau_limits cox_nada;     /**< the normal quantile and v^2/(2(n+1)): R package NADA */
    doseau_limits cox_envstats; /**< t and v^2/(2(n+1)): EnvStats' `cox` */
    /** Zou, Taleban, Huo (2009): squared distances from a + v/2 are z^2 v/n plus those of the
     * chi-squared interval of v/2; EnvStats' `zou`. */
    doseau_limits zou;
    /** Generalized confidence interval (Krishnamoorthy, Mathew 2003): quantiles of
     * a - Z sqrt(V/n) + V/2 with V = (n-1) v / chi-squared(n-1), by quadrature, not by simulation.
     * .94-.95. */
    doseau_limits generalized;
    /** Land (1971), exact and unbiased on each side: given sum (y - theta)^2 the cosine r between
     * y - theta and (1, ..., 1) has a density proportional to (1-r^2)^((n-3)/2) exp(-k r), k =
     * sqrt(n sum (y-theta)^2)/2, if theta is the log mean. From n = 3 on. */
    doseau_limits land;
} doseau_lognormal_mean;

/**
 * All of them, at confidence 1 - alpha (two-sided, alpha/2 on each side). No interval for one value
 * or if all are equal; `reason` of each says so.
 * @return DOSEAU_OK; DOSEAU_ETOOFEW (n is 0); DOSEAU_EDOMAIN (a value not finite or not above 0,
 * alpha outside 0..1, a mean beyond the numbers); DOSEAU_ENOMEM
 */
DOSEAU_API doseau_status doseau_lognormal_mean_fit(const double x[], size_t n, double alpha,
                                                   doseau_lognormal_mean *result);

/** The default alone, from the mean and variance (>= 0) of n logarithms, for callers with many
 * sets.
 * @return DOSEAU_OK; DOSEAU_ETOOFEW (n < 2); DOSEAU_EDOMAIN; DOSEAU_ENOMEM */
DOSEAU_API doseau_status doseau_modified_cox(double log_mean, double log_variance, size_t n,
                                             double alpha, doseau_interval *interval);

DOSEAU_END
#endif
