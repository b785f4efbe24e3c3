/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_POWER_TREND_H
#define DOSEAU_POWER_TREND_H
/**
 * # What a trend test would find in rounds, by simulation
 *
 * Round r has the level effect * t_r + sd_between * normal, and each of its values that level
 * + sd_within * normal: give logarithms. A test finds the effect if its two-sided p is at most
 * alpha and its sign is right; what it finds with the wrong sign does not count.
 *
 * With every test here a series that is found with one effect is found with every larger one, so
 * that each simulated series has an effect from which on it is found: the smallest detectable
 * effect is a quantile of those, and its Monte Carlo error is that of the order statistic. (With
 * values below a limit that holds but for rare series.) Random numbers come from a generator for
 * every 32 series: the same seed gives the same bits on any number of threads.
 */
#include <doseau/moderated.h>
#include <stdint.h>

DOSEAU_BEGIN

typedef enum doseau_trend_test {
    DOSEAU_TREND_T,            /**< of the slope of the means (doseau_slope_test, no floor) */
    DOSEAU_TREND_FLOOR,        /**< the same, the pooled variance within / values as floor */
    DOSEAU_TREND_MODERATED,    /**< doseau_moderated_slope of the means */
    DOSEAU_TREND_KENDALL,      /**< of the means, exact to 60 rounds (doseau_kendall_test) */
    DOSEAU_TREND_SLOPE_ORDERS, /**< doseau_slope_permutation_test of the means */
    DOSEAU_TREND_BLOCK_ORDERS  /**< doseau_block_kendall_test of the values; value number k of each
                                  round is of season k */
} doseau_trend_test;

typedef struct doseau_rounds_design {
    const double *time; /**< n, rising; NULL: 0, 1, ... */
    size_t n;
    double sd_between, sd_within; /**< >= 0, not both 0 */
    size_t values;                /**< of each round, >= 1; 2 with DOSEAU_TREND_FLOOR */
    double
        below; /**< share of the values below a constant limit where nothing changes, 0 <= below
                  < 1; above 0 with DOSEAU_TREND_BLOCK_ORDERS only. Times count from their mean */
    doseau_variance_prior prior; /**< of DOSEAU_TREND_MODERATED */
    double alpha;
} doseau_rounds_design;

typedef struct doseau_simulation {
    size_t series; /**< how many are simulated, >= 2 */
    size_t orders; /**< random orders of a permutation test of more than 8 rounds */
    uint64_t seed;
    size_t threads; /**< 0: as many as there are processors */
} doseau_simulation;

/** 4000 series, 999 orders, seed 1. */
DOSEAU_API void doseau_simulation_defaults(doseau_simulation *options);

typedef struct doseau_simulated_power {
    double power, se; /**< share of series in which it is found; sqrt(power (1 - power) / series) */
} doseau_simulated_power;

/** @param effect per unit of time, >= 0 @param options NULL: the defaults
 * @return DOSEAU_OK; DOSEAU_ETOOFEW (fewer than 3 rounds; 2 with a moderated t or orders);
 * DOSEAU_EDOMAIN (a number out of range, times that do not rise); DOSEAU_ENOMEM */
DOSEAU_API doseau_status doseau_power_trend_find(const doseau_rounds_design *design,
                                                 doseau_trend_test test, double effect,
                                                 const doseau_simulation *options,
                                                 doseau_simulated_power *result);

typedef struct doseau_simulated_effect {
    doseau_figure effect;       /**< smallest detectable, per unit of time; not given: none is */
    doseau_figure lower, upper; /**< the order statistics one standard error away on each side */
} doseau_simulated_effect;

/** The smallest effect >= 0 that is found with probability `power`, alpha < power < 1. Four rounds
 * have no order with p at most .05: nothing is detectable. @return as doseau_power_trend_find */
DOSEAU_API doseau_status doseau_power_trend_detectable(const doseau_rounds_design *design,
                                                       doseau_trend_test test, double power,
                                                       const doseau_simulation *options,
                                                       doseau_simulated_effect *result);

typedef struct doseau_simulated_rounds {
    doseau_figure n;                      /**< not given: not even `most` rounds are enough */
    doseau_simulated_power with;          /**< of n rounds, or of `most` */
    doseau_simulated_power with_one_less; /**< 0 where n is the fewest that the test takes */
} doseau_simulated_rounds;

/** The first number of rounds, one unit of time apart, that finds the effect with probability
 * `power`. Design: time and n are not looked at. @param most 2 to 60
 * @return as doseau_power_trend_find */
DOSEAU_API doseau_status doseau_power_trend_required(const doseau_rounds_design *design,
                                                     doseau_trend_test test, double effect,
                                                     double power, size_t most,
                                                     const doseau_simulation *options,
                                                     doseau_simulated_rounds *result);

DOSEAU_END
#endif
