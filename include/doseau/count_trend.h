/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_COUNT_TREND_H
#define DOSEAU_COUNT_TREND_H
/**
 * # Do counts, or proportions, rise or fall?
 *
 * Counts: ln E(x) = ln exposure + a + b t, Poisson. Proportions: logit(p) = a + b t, binomial. By
 * maximum likelihood (Newton). If only chance varied, the likelihood-ratio test is right; real
 * counts vary more, and then it claims .15 / .34 / .60 of the time at a count of 333 with a true
 * scatter of 5 / 10 / 20 % (own simulation). Quasi-likelihood takes the scatter from the residuals.
 * The larger of both p keeps its promise: .003-.049 from five counts on.
 */
#include <doseau/interval.h>

DOSEAU_BEGIN

typedef struct doseau_count_trend {
    size_t n;
    doseau_figure slope; /**< b per unit of time */
    doseau_figure ratio; /**< exp(b): of rates, or of odds */
    doseau_figure se;    /**< of b, from the information */
    doseau_limits wald;  /**< of the ratio: exp(b -+ z se) */
    doseau_figure p_wald;
    doseau_limits likelihood;   /**< of the ratio: where the deviance rises by z^2 */
    doseau_figure p_likelihood; /**< likelihood ratio against b = 0 */
    doseau_figure dispersion;   /**< Pearson's X^2 / (n - 2): about 1 if only chance varies */
    doseau_limits quasi;        /**< exp(b -+ t(n-2) se sqrt(dispersion)), dispersion not floored */
    doseau_figure p_quasi;
    doseau_figure p;    /**< the larger of p_likelihood and p_quasi: the one to go by */
    doseau_limits both; /**< the wider of likelihood and quasi on each side */
    doseau_figure deviance, deviance_df;
    doseau_figure p_overdispersion; /**< P(chi-squared(n-2) > Pearson's X^2) */
    const char *reason;             /**< why the slope is not given; NULL if it is */
    const char *quasi_reason;       /**< likewise for what needs residuals: three values at least,
                                       and some scatter */
} doseau_count_trend;

/**
 * Counts, whole numbers, over exposure (NULL: all equal). No slope where there is no event, one
 * time only, or all events at its first or its last value (the estimate is infinite).
 * @return DOSEAU_OK; DOSEAU_ETOOFEW (n is 0); DOSEAU_EDOMAIN (a count that is not whole or below 0,
 * an exposure not above 0, a number not finite, alpha outside 0..1; no convergence); DOSEAU_ENOMEM
 */
DOSEAU_API doseau_status doseau_count_trend_fit(const double time[], const double count[],
                                                const double exposure[], size_t n, double alpha,
                                                doseau_count_trend *trend);

/** The exact test of a trend of counts. */
typedef struct doseau_count_exact {
    doseau_figure
        p_exact; /**< twice the smaller tail of sum t x, the observed sum in it; at most 1 */
    doseau_figure p_midp; /**< the same with half the probability of the observed sum */
    const char *reason;   /**< why they are not given; NULL if they are */
} doseau_count_exact;

/**
 * Given how many events there are together, and no trend, each falls on value i with probability
 * exposure_i / sum of exposures: the distribution of sum t x is exact (Cox and Lewis 1966). If only
 * chance varied: false claims .035-.049 at .05, of the mid-p .047-.052; see above where more does.
 * Times must be whole multiples of a common unit, at most 2000 of them apart, and events times
 * their range at most 20,000 units. Two values: the test of two rates. Events at one end alone are
 * no hindrance. As doseau_count_trend_fit.
 */
DOSEAU_API doseau_status doseau_count_trend_exact(const double time[], const double count[],
                                                  const double exposure[], size_t n,
                                                  doseau_count_exact *result);

/** A trend of proportions, with the classical test beside it. */
typedef struct doseau_proportion_trend {
    doseau_count_trend logit;
    /** Cochran (1954) and Armitage (1955): z = sum (t - mean t)(x - n p) / sqrt(p (1-p)
     * sum n (t - mean t)^2), means weighted with n; R's prop.trend.test has z^2. */
    doseau_figure z;
    doseau_figure p_cochran_armitage;
    const char *reason; /**< why z is not given; NULL if it is */
} doseau_proportion_trend;

/** Successes among trials (NULL is not allowed). As above; also no slope where there is nothing but
 * successes, or all of them lie before, or after, all failures. */
DOSEAU_API doseau_status doseau_proportion_trend_fit(const double time[], const double successes[],
                                                     const double trials[], size_t n, double alpha,
                                                     doseau_proportion_trend *trend);

/** Do counts scatter more than chance? */
typedef struct doseau_dispersion {
    double rate;           /**< sum of counts over sum of exposures */
    doseau_figure x2, df;  /**< sum (x - mean)^2 / mean, n - 1: index of dispersion times n - 1 */
    doseau_figure ratio;   /**< x2 / df, 1 if only chance varies */
    doseau_figure p_upper; /**< P(chi-squared > x2): more scatter than chance */
    doseau_figure p_lower; /**< less */
    const char *reason;    /**< why they are not given; NULL if they are */
} doseau_dispersion;

/** Without a trend: about one common rate (Fisher 1950). As doseau_count_trend_fit. */
DOSEAU_API doseau_status doseau_dispersion_test(const double count[], const double exposure[],
                                                size_t n, doseau_dispersion *result);

DOSEAU_END
#endif
