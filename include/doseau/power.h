/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_POWER_H
#define DOSEAU_POWER_H
/**
 * # What a test would find: power, smallest detectable effect, required number of values
 *
 * For every test here an estimate with variance sigma^2 * factor is held against its standard error
 * by a two-sided t: a slope has factor 1 / Sxx, the difference of two values 2, of two means of n
 * values 2 / n, the level of n values 1 / n. Power counts both tails (the wrong one
 * is below .003 at power .8). DOSEAU_EDOMAIN: a number that is not finite, alpha or power
 * outside 0..1, power not above alpha, a factor or standard deviation not above 0.
 */
#include <doseau/moderated.h>

DOSEAU_BEGIN

/** What is known of sigma, and which variance the test uses. */
typedef enum doseau_power_kind {
    /** sigma is prior.s0; the test estimates it with its own df (noncentral t). */
    DOSEAU_POWER_SD,
    /** sigma differs from series to series as the prior says; the test estimates it with its own
     * df. The noncentral t averaged over 400 midpoints of the chi-squared distribution. */
    DOSEAU_POWER_PRIOR,
    /** sigma as above; the moderated t, with df0 + df degrees of freedom. Given s the estimate is t
     * about the effect: averaged over 400 midpoints of the F distribution of s^2. With df 0 it is
     * the prior alone, and exact. */
    DOSEAU_POWER_MODERATED
} doseau_power_kind;

typedef struct doseau_power_design {
    doseau_power_kind kind;
    doseau_variance_prior prior; /**< df0 is not looked at with DOSEAU_POWER_SD */
    double factor;               /**< variance of the estimate / sigma^2, > 0 */
    double df; /**< of the series itself: >= 0 with DOSEAU_POWER_MODERATED, otherwise > 0 */
    double alpha;
} doseau_power_design;

/** The probability that an effect is found. @return DOSEAU_OK; DOSEAU_EDOMAIN; DOSEAU_ENOMEM */
DOSEAU_API doseau_status doseau_power_find(const doseau_power_design *design, double effect,
                                           double *power);

/** The smallest effect that is found with probability `power`. With logarithms it is -100 (1 -
 * exp(-effect)) to +100 (exp(effect) - 1) per cent. @return as doseau_power_find */
DOSEAU_API doseau_status doseau_power_detectable(const doseau_power_design *design, double power,
                                                 double *effect);

/** The smallest detectable effect in standard errors, with a variance from the series itself. */
typedef struct doseau_power_factor {
    double noncentral; /**< exact: 4.256 at 3 degrees of freedom, alpha .05, power .8 */
    double t_sum;      /**< t(1 - alpha/2) + t(power), which reaches .784 of .8 there */
    double z_sum;      /**< with the normal distribution, as often printed: reaches .483 */
} doseau_power_factor;

/** @return DOSEAU_OK; DOSEAU_EDOMAIN (also df not above 0); DOSEAU_ENOMEM */
DOSEAU_API doseau_status doseau_power_find_factor(double df, double alpha, double power,
                                                  doseau_power_factor *factor);

/** The smallest detectable difference of two single values of a series with a borrowed variance. */
typedef struct doseau_power_difference {
    double t_sum; /**< (t(1 - alpha/2, df0) + t(power, df0)) sqrt(2) s0: exact but for the wrong
                     tail */
    double z_sum; /**< with normal quantiles: reaches .42 of .8 at df0 3.3 */
} doseau_power_difference;

DOSEAU_API doseau_status doseau_power_find_difference(const doseau_variance_prior *prior,
                                                      double alpha, double power,
                                                      doseau_power_difference *difference);

/** How the number of values decides factor and df. */
typedef enum doseau_power_layout {
    DOSEAU_POWER_TIMES,  /**< a slope over n times one unit apart: Sxx = n(n^2 - 1)/12, df n - 2 */
    DOSEAU_POWER_GROUPS, /**< the difference of two means of n values: factor 2/n, df 2n - 2 */
    DOSEAU_POWER_LEVEL   /**< the mean of n values: factor 1/n, df n - 1 */
} doseau_power_layout;

/**
 * The smallest n from `least` to `most` that finds the effect with probability `power` at least;
 * not given where even `most` does not. Power rises with n. `least` is raised to what the test
 * needs.
 * @param design factor and df are not looked at
 */
DOSEAU_API doseau_status doseau_power_required(const doseau_power_design *design,
                                               doseau_power_layout layout, double effect,
                                               double power, size_t least, size_t most,
                                               doseau_figure *n);

DOSEAU_END
#endif
