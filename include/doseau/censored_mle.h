/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_CENSORED_MLE_H
#define DOSEAU_CENSORED_MLE_H
/** # Maximum likelihood for values below limits */
#include <doseau/censored.h>
#include <doseau/interval.h>

DOSEAU_BEGIN

typedef enum doseau_shape { DOSEAU_LOGNORMAL, DOSEAU_NORMAL } doseau_shape;

typedef struct doseau_censored_mle {
    size_t n, found;
    doseau_figure mu, sigma; /**< of the logarithms for DOSEAU_LOGNORMAL; sigma has divisor n */
    doseau_figure se_mu, se_sigma; /**< from the observed information */
    doseau_figure log_likelihood;  /**< of the values, as survival::survreg */
    doseau_figure mean;            /**< exp(mu + sigma^2/2); mu for DOSEAU_NORMAL */
    doseau_figure median;          /**< exp(mu); mu */
    doseau_figure sd;              /**< mean sqrt(exp(sigma^2) - 1); sigma */
    doseau_figure se_log_mean;     /**< of mu + sigma^2/2; of mu */
    doseau_limits profile;         /**< of the mean, the default: profile likelihood with
                                        2 (l_max - l) <= f log(1 + t(1 - alpha/2, f - 1)^2/(f - 1)),
                                        f values found */
    doseau_limits profile_chi2; /**< the same with the chi-squared cut, too short for few values */
    doseau_limits by_log;       /**< exp(log mean -+ z se_log_mean) */
    doseau_limits delta;        /**< mean (1 -+ z se_log_mean), may be negative */
    const char *reason;         /**< why the fit is not given; NULL if it is */
} doseau_censored_mle;

/**
 * Fits a lognormal or normal distribution to values found, below limits and between two, by
 * Newton's method in mu/sigma and 1/sigma, where the log-likelihood is concave (Olsen 1978), with
 * analytic derivatives; agrees with survival::survreg. Covers .952-.977 at 95 % with 28 values and
 * 10 found or more (own simulation, profile with the t cut); with fewer use doseau_borrowed_level.
 * NADA's interval counts values below a limit as if they were found, and is too narrow; that of
 * EnvStats stops early with few found.
 *
 * Nothing is given (status OK, `reason`) where the likelihood has no maximum: none found; all found
 * equal with no limit that parts the others from them. survreg returns numbers there. One value
 * found and a limit below it have an answer, without profile interval by t. An upper end beyond
 * 10^4 means is left out. Limits above the largest value found are used (Kaplan-Meier and ROS
 * cannot).
 * @param alpha 0 < alpha < 1
 * @return DOSEAU_OK; DOSEAU_ETOOFEW (n is 0); DOSEAU_EDOMAIN (a number that is not finite or, for
 * DOSEAU_LOGNORMAL, not above 0; ends in the wrong order; alpha); DOSEAU_ENOMEM
 */
DOSEAU_API doseau_status doseau_censored_mle_fit(const doseau_censored x[], size_t n,
                                                 doseau_shape shape, double alpha,
                                                 doseau_censored_mle *result);

DOSEAU_END
#endif
