/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_MONTE_CARLO_H
#define DOSEAU_MONTE_CARLO_H
/** # Propagation of uncertainty by Monte Carlo */
#include <doseau/propagate.h>
#include <stdbool.h>
#include <stdint.h>

DOSEAU_BEGIN

/** A source of error, and what its factor does. */
typedef struct doseau_random_source {
    doseau_error_source source;
    bool median_one; /**< false: the factor has mean 1; true: median 1 */
} doseau_random_source;

/** The output of one set of inputs. Called from several threads at once, so it changes nothing;
 * `context` is what the caller gave. A result that is not finite ends the propagation. */
typedef double (*doseau_monte_carlo_model)(const double x[], size_t n, const void *context);

typedef struct doseau_monte_carlo_options {
    size_t draws;   /**< 100,000; at least 20 / alpha */
    uint64_t seed;  /**< 1 */
    double alpha;   /**< .05: between the quantiles alpha/2 and 1 - alpha/2 */
    size_t threads; /**< 0: as many as there are processors; the result does not depend on it */
} doseau_monte_carlo_options;

DOSEAU_API void doseau_monte_carlo_defaults(doseau_monte_carlo_options *options);

/** With the standard errors that the finite number of draws leaves. */
typedef struct doseau_monte_carlo {
    double estimate; /**< the output of the inputs themselves */
    double mean, mean_se;
    double sd;
    double median, median_se;
    double lower, lower_se;
    double upper, upper_se;
} doseau_monte_carlo;

/**
 * The distribution of the output when every input is multiplied by random factors: one normal z for
 * each (source, group), the same for all inputs of the group, with s = sqrt(ln(1 + u^2))
 *
 *     mean 1:   exp(s z - s^2 / 2)       median 1:   exp(s z)
 *
 * Errors of one input alone, from several sources, are drawn as their sum, a normal too.
 * Take mean 1 for errors independent from input to input, median 1 for those shared by all: then
 * the quantiles agree with the lognormal interval of doseau_propagate (within .5 % for u .2 both;
 * factors of median 1 throughout let a sum of seven drift up by 1.7 %; own simulation).
 *
 * Quantiles are of type 7 (Hyndman and Fan 1996). Their standard error is half the distance between
 * the order statistics sqrt(N p (1 - p)) places below and above.
 * @param model NULL: the arithmetic mean of the inputs @param options NULL: the defaults
 * @return DOSEAU_OK; DOSEAU_ETOOFEW (no inputs, or draws below 20 / alpha); DOSEAU_EDOMAIN (a
 * number that is not finite, a rel_u below 0, a group not below n, alpha outside 0..1, an output
 * that is not finite); DOSEAU_ENOMEM
 */
DOSEAU_API doseau_status
doseau_monte_carlo_propagate(const double x[], size_t n, const doseau_random_source sources[],
                             size_t n_sources, doseau_monte_carlo_model model, const void *context,
                             const doseau_monte_carlo_options *options, doseau_monte_carlo *result);

DOSEAU_END
#endif
