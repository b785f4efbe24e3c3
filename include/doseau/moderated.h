/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_MODERATED_H
#define DOSEAU_MODERATED_H
/**
 * # Short series with a borrowed variance: the moderated t
 *
 * A series of one to four values says little or nothing about its own variance. Here the variance
 * of each series is a draw from sigma^2 ~ df0 s0^2 / chi-squared(df0), known from many series like
 * it, and what the series has of its own is added (Lonnstedt and Speed 2002; Smyth 2004):
 *
 *     s^2 = (df0 s0^2 + SS) / (df0 + df),  with df0 + df degrees of freedom
 *
 * Intervals hold 1 - alpha of the time over series drawn from the prior (.946-.953 at .95 in own
 * simulation, also where the prior is really lognormal), not for each one: a series with 1.8 times
 * the typical s0 is covered .89-.91 of the time. Values are taken on the scale where they are
 * roughly normal, logarithms for what is positive.
 *
 * All functions: DOSEAU_EDOMAIN for a number that is not finite, s0 or df0 not above 0, alpha
 * outside 0..1; DOSEAU_ENOMEM. Any thread.
 */
#include <doseau/interval.h>
#include <doseau/number.h>

DOSEAU_BEGIN

/** What is known of the variance before a series is seen. */
typedef struct doseau_variance_prior {
    double s0;  /**< typical standard deviation, > 0 */
    double df0; /**< degrees of freedom that this knowledge is worth, > 0 */
} doseau_variance_prior;

/** A variance and what it is worth. */
typedef struct doseau_variance {
    double variance, df;
} doseau_variance;

/** s^2 as above. @param ss sum of squares of the series, >= 0; 0 where df is 0 @param df >= 0 */
DOSEAU_API doseau_status doseau_moderate_variance(const doseau_variance_prior *prior, double ss,
                                                  double df, doseau_variance *moderated);

/** An estimate with a t interval. */
typedef struct doseau_moderated {
    double estimate, se, df;
    doseau_interval interval; /**< estimate -+ t(1 - alpha/2, df) se */
    double t;                 /**< estimate / se */
    double p;                 /**< two-sided, that the true value is 0 */
    double p_positive;        /**< P(true value > 0) = T_df(t) given prior and data; flat in it */
    doseau_variance own;      /**< what the series itself said; df 0 where it said nothing */
    doseau_variance moderated;
} doseau_moderated;

/** The level of n >= 1 values: mean x -+ t s / sqrt(n), SS = sum (x - mean)^2, df = n - 1.
 * @return also DOSEAU_ETOOFEW (n is 0) */
DOSEAU_API doseau_status doseau_moderated_level(const double x[], size_t n,
                                                const doseau_variance_prior *prior, double alpha,
                                                doseau_moderated *level);

/**
 * The difference b - a of two values of a series: D -+ t s sqrt(2), from the prior alone (df0
 * degrees of freedom): the difference itself cannot say what is usual. Asks "more than the usual
 * change between two values?". False claims .050-.056 at .05 in own simulation; with the normal
 * distribution in place of the t they are .09-.14.
 */
DOSEAU_API doseau_status doseau_moderated_difference(double a, double b,
                                                     const doseau_variance_prior *prior,
                                                     double alpha, doseau_moderated *difference);

/**
 * The slope of n >= 2 values over time: b -+ t s / sqrt(Sxx), SS the residual sum of squares, df =
 * n - 2. From five values on the t of the series itself, doseau_slope_test, keeps its promise for
 * each series and is the better choice.
 * @return also DOSEAU_ETOOFEW (n < 2, or all at one time)
 */
DOSEAU_API doseau_status doseau_moderated_slope(const double time[], const double x[], size_t n,
                                                const doseau_variance_prior *prior, double alpha,
                                                doseau_moderated *slope);

/** What follows the last value of a series that wanders. */
typedef struct doseau_moderated_next {
    doseau_variance own; /**< from the differences; df 0 without any */
    doseau_variance moderated;
    doseau_interval level; /**< where the level is now: last -+ t s */
    doseau_interval next;  /**< where the next value will be: last -+ t s sqrt(2) */
} doseau_moderated_next;

/**
 * The next value of a series, from its last one and not its mean: levels walk (in own tests on real
 * yearly data the interval around the last value kept .953-.972, that around the mean fell to .76).
 * The m differences of consecutive values one step apart give the variance: mean square / 2, with
 * 2 m^2 / (3 m - 1) degrees of freedom, neighbouring differences sharing a value.
 * @param differences may be NULL where m is 0: the prior alone
 */
DOSEAU_API doseau_status doseau_moderated_next_value(double last, const double differences[],
                                                     size_t m, const doseau_variance_prior *prior,
                                                     double alpha, doseau_moderated_next *next);

DOSEAU_END
#endif
