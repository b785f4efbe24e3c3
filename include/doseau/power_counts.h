/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_POWER_COUNTS_H
#define DOSEAU_POWER_COUNTS_H
/**
 * # What tests of counts and shares would find
 *
 * As in doseau/power_trend.h, a test finds an effect if its two-sided p is at most alpha and its
 * sign is right. DOSEAU_EDOMAIN everywhere: a number that is not finite or out of the range given.
 */
#include <doseau/power_trend.h>

DOSEAU_BEGIN

/* ---- Two Poisson rates, by exact enumeration ---- */

typedef struct doseau_rates_design {
    double events;    /**< expected on side a; > 0 */
    double exposures; /**< exposure of b / exposure of a; > 0 */
    double alpha;
} doseau_rates_design;

/** The probability that doseau_rates_compare says "b is higher", and "b is lower". */
typedef struct doseau_rates_power {
    double central_higher, central_lower; /**< by p_central */
    double midp_higher, midp_lower;       /**< by p_midp */
} doseau_rates_power;

/** @param ratio rate b / rate a, > 0; at 1 the sums are the false claims: .030, .046, .049 of the
 * mid-p test at 3, 10, 30 events on each side. Both counts are Poisson; expected together at most
 * 10^5. */
DOSEAU_API doseau_status doseau_power_rates_find(const doseau_rates_design *design, double ratio,
                                                 doseau_rates_power *power);

/** The ratios nearest to 1 that are found with probability `power`, by each test. A fall is not
 * detectable where even no event at all on side b would not be enough. */
typedef struct doseau_rates_detectable {
    doseau_figure central_rise, central_fall, midp_rise, midp_fall;
} doseau_rates_detectable;

DOSEAU_API doseau_status doseau_power_rates_detectable(const doseau_rates_design *design,
                                                       double power,
                                                       doseau_rates_detectable *result);

/** How many times both exposures must be taken, 1 to `most` (together at most 10^5 events), until
 * the mid-p test finds the ratio with probability `power`; not given: not even then. */
DOSEAU_API doseau_status doseau_power_rates_required(const doseau_rates_design *design,
                                                     double ratio, double power, size_t most,
                                                     doseau_figure *times);

/* ---- Two shares ---- */

/**
 * The z test of two shares with pooled variance, each variance times the design effect of the
 * survey: Phi((|b - a| - z sqrt(d m (1-m)(1/n_a + 1/n_b))) / sqrt(d (a(1-a)/n_a + b(1-b)/n_b))), m
 * the share of both together (R: power.prop.test with d 1). Right only for the shares of these two
 * samples: real scatter of a logit sd of .05 or .10 between surveys of 1000 makes .095 or .215
 * false claims.
 * @param a,b above 0 and below 1 @param n_a,n_b > 0 @param effect the design effect, > 0
 */
DOSEAU_API doseau_status doseau_power_shares_find(double a, double n_a, double b, double n_b,
                                                  double effect, double alpha, double *power);

/** The shares next to `a`, above and below, that samples of n on each side find with `power`. */
DOSEAU_API doseau_status doseau_power_shares_detectable(double a, double n_a, double n_b,
                                                        double effect, double alpha, double power,
                                                        doseau_figure *above, doseau_figure *below);

/** The size of each of two equal samples, not rounded. a and b differ. */
DOSEAU_API doseau_status doseau_power_shares_required(double a, double b, double effect,
                                                      double alpha, double power, double *n);

/* ---- Trend of counts, or shares, by simulation ---- */

/** Values at times one after the other: counts, Poisson, with mean level * exp(slope (t - mean t) +
 * scatter * normal - scatter^2 / 2), or of `trials` those with logit(level) + slope (t - mean t) +
 * scatter * normal. */
typedef struct doseau_counts_design {
    const double *time; /**< n; NULL: 0, 1, ... */
    size_t n;           /**< >= 3 */
    double level;       /**< expected count, > 0 and at most 10^6; or share, above 0 and below 1 */
    double trials;      /**< 0: counts; else whole, at most 10^6 */
    double scatter;     /**< >= 0: what varies beyond chance, of the logarithm or the logit */
    double alpha;
} doseau_counts_design;

/**
 * The test is doseau_count_trend_fit's (or doseau_proportion_trend_fit's) p, the larger of
 * likelihood ratio and quasi-likelihood. Every effect sees the same random numbers.
 * @param slope of the logarithm or logit per unit of time, >= 0 @param options NULL: the defaults;
 * orders is not looked at
 * @return DOSEAU_OK; DOSEAU_ETOOFEW (n < 3, all times equal); DOSEAU_EDOMAIN; DOSEAU_ENOMEM
 */
DOSEAU_API doseau_status doseau_power_counts_find(const doseau_counts_design *design, double slope,
                                                  const doseau_simulation *options,
                                                  doseau_simulated_power *result);

/** The slope that is found with probability `power`, by halving to one part in 1000; lower and
 * upper: the same for one standard error less and more. @return as above */
DOSEAU_API doseau_status doseau_power_counts_detectable(const doseau_counts_design *design,
                                                        double power,
                                                        const doseau_simulation *options,
                                                        doseau_simulated_effect *result);

/** The first number of values, one unit of time apart, from 3 to `most`, that finds the slope;
 * `time` and `n` of the design are not looked at. @return as above */
DOSEAU_API doseau_status doseau_power_counts_required(const doseau_counts_design *design,
                                                      double slope, double power, size_t most,
                                                      const doseau_simulation *options,
                                                      doseau_simulated_rounds *result);

DOSEAU_END
#endif
