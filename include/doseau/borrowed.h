/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_BORROWED_H
#define DOSEAU_BORROWED_H
/**
 * # Few values, some below limits: a borrowed spread
 *
 * Values are lognormal with unknown mu and sigma. sigma^2 has the prior
 * df0 s0^2/chi-squared(df0) of many series like this one (doseau_variance_prior), mu a flat one.
 * The posterior is a grid of 25 sigma, equally far apart in logarithm, from s0 exp(-2) to
 * s0 exp(2.2); at each mu is normal around its mode with the observed information I, and the grid
 * point weighs prior times likelihood at the mode over sqrt(I).
 *
 * Both functions: `between` counts as below a limit in the counts, and as between two in the
 * likelihood. DOSEAU_ETOOFEW (n is 0); DOSEAU_EDOMAIN (a number that is not finite, a value that is
 * not above 0, ends in the wrong order, alpha, prior); DOSEAU_ENOMEM.
 */
#include <doseau/censored.h>
#include <doseau/interval.h>
#include <doseau/moderated.h>
#include <stdint.h>

DOSEAU_BEGIN

/** What may be said of a mean. */
typedef enum doseau_reportable {
    DOSEAU_REPORT_NONE,   /**< nothing was found: "below the mean of the limits" */
    DOSEAU_REPORT_BOUNDS, /**< its bounds only */
    DOSEAU_REPORT_MEAN
} doseau_reportable;

/** The mean of the very values given, each below a limit replaced by what it may have been. */
typedef struct doseau_borrowed_mean {
    doseau_censored_summary summary; /**< the bounds mean_lower and mean_upper always hold */
    doseau_reportable reportable; /**< a mean with at least 3 found and at most 60 % below limits */
    bool bounds_close;            /**< mean_upper < 1.05 mean_lower: any method will do */
    doseau_figure mean;           /**< with E[x | x < limit], over the posterior */
    doseau_limits interval;       /**< of 2000 draws, quantiles of type 7 */
    doseau_figure log_sd;         /**< of the logarithm of the mean over the draws */
    doseau_figure sigma;          /**< posterior mean */
    const char *reason;           /**< why the mean is not given; NULL if it is */
} doseau_borrowed_mean;

/**
 * Mean and interval of these few values. Covers their true mean .93-.98 of the time with up to
 * 50 % below limits, bias within 4 %; where the values are unlike the prior it misses, the bounds
 * never do (own simulation). Figures are given whenever one value was found;
 * `reportable` says what may be printed.
 */
DOSEAU_API doseau_status doseau_borrowed_mean_fit(const doseau_censored x[], size_t n,
                                                  const doseau_variance_prior *prior, double alpha,
                                                  uint64_t seed, doseau_borrowed_mean *result);

/** The mean exp(mu + sigma^2/2) of the distribution that n independent values come from. */
typedef struct doseau_borrowed_level {
    size_t n, found;
    doseau_figure mean;     /**< posterior median */
    doseau_limits interval; /**< posterior quantiles alpha/2 and 1 - alpha/2 */
    doseau_figure sigma;    /**< posterior mean */
    const char *reason;     /**< why nothing is given; NULL if it is */
} doseau_borrowed_level;

/**
 * The mean of a period from n independent values. Covers .94-.975 at 95 % for n 7 to 56 with 30 to
 * 80 % below limits where sigma is drawn from the prior, .90 at 2.6 times its typical value.
 */
DOSEAU_API doseau_status doseau_borrowed_level_fit(const doseau_censored x[], size_t n,
                                                   const doseau_variance_prior *prior, double alpha,
                                                   doseau_borrowed_level *result);

/** How the mean of a period may be given. */
typedef enum doseau_level_method {
    DOSEAU_LEVEL_NONE,       /**< two found or fewer, or more than 80 % below limits: only the share
                                  above the limit; none found: "below the limit" */
    DOSEAU_LEVEL_BORROWED,   /**< fewer than 28 values, or fewer than 10 found */
    DOSEAU_LEVEL_LIKELIHOOD, /**< doseau_censored_mle_fit, profile */
    DOSEAU_LEVEL_ALL_FOUND   /**< no value below a limit: the modified Cox interval */
} doseau_level_method;

/** The rule for n values of which so many were found (own simulation). */
DOSEAU_API doseau_level_method doseau_level_method_for(size_t n, size_t found);

DOSEAU_END
#endif
