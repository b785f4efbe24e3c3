/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_TREND_H
#define DOSEAU_TREND_H
/**
 * # Trends over rounds
 *
 * Did the level of a plant and substance rise or fall over the rounds that were measured? What is
 * said is in the past tense and about these rounds: levels walk, and a level that rose is no level
 * that rises.
 *
 * The rounds are those with a mean or bounds; declared events stay out. y is ln of the mean of a
 * round, t its mean date in years, R their number.
 *
 * ## The deciding test
 *
 * `line`: b is the slope of y on t by least squares, with
 *
 *     Var(b) = max(RSS / (R - 2), v mean(1/n)) / Sxx + between,    t with R - 2 degrees of freedom
 *
 * v: the pooled variance of ln day loads within rounds, weekday pattern removed; n: days of a
 * round. Where n differs: doseau_meta_regression with variances v / n and the factor max(1, q).
 * between: of errors that several rounds share but not all (a change of laboratory, flow meter or
 * population basis, a batch), by doseau_propagate with c = (t - mean t) / Sxx. False claims at .05
 * .000-.054 over 5 to 12 rounds without a change (own simulation).
 *
 * `line_bounds`: with days below a limit where the bounds of no round are more than 5 % apart: the
 * line through the lower and that through the upper bounds; the weaker result stands.
 *
 * `day_scores`: with days below a limit otherwise: doseau_block_kendall_test of ln day loads as
 * intervals, days of the same weekday compared, whole rounds permuted. False claims .024-.047, also
 * where limits fall. Where several rounds share errors but not all do, the weaker of it and of
 * `line_bounds` stands; where a bound is 0 or not known, the errors make a slope of their own, N(0,
 * between), and p is the mean, over it, of the p that the true slope is that one. Results below a
 * limit that nobody states say nothing, or lie below all that was found: the weaker of both stands.
 *
 * `borrowed_line`: two to four rounds: doseau_moderated_slope with the prior of the substance, a
 * description.
 *
 * Where the rounds are not in the same season (more than six weeks of the year between them): a
 * column for the season, one for two seasons, else sine and cosine of the year (`_season` behind
 * the method). Day scores have none: no claim.
 *
 * ## What a claim needs
 *
 * - five rounds, none less than half a year (180 days) behind another, over three years (1095 days)
 *   at least, with three residual degrees of freedom. Otherwise the change over the span is
 *   described, nothing is said per year, and there is no p of the family;
 * - p, adjusted for the family (one p a series, all series of the study), at most alpha; with all
 *   days, without the flagged days, and without the rounds that have one (five must be left);
 * - where a permutation decides: the smallest p that it can reach, times the size of the family, at
 *   most alpha;
 * - where the reporting limits of the rounds differ and a day lies below one: the same claim with
 *   every round cut off at the highest of them (`limit_drift` where not);
 * - an interval of the slope on the side of the claim.
 *
 * `stable` is said only against a margin for the whole span, by doseau_equivalence_test.
 */
#include <doseau/claims.h>
#include <doseau/round.h>

DOSEAU_BEGIN

typedef struct doseau_trend_options {
    doseau_claims claims;
    doseau_figure margin; /**< of the whole span, a fraction above 0: .2 is a change from -17 % to
                             +20 %; not given: no test of equivalence */
    size_t draws;  /**< 9999: random orders of more than 8 rounds; raised to 2 / alpha for each
                      series, so that their smallest p can be enough for a claim */
    uint64_t seed; /**< 1: of them */
    bool exclude_flagged; /**< false; true: a series with flagged days has no row of all days. Its
                             verdict is the same */
} doseau_trend_options;

DOSEAU_API void doseau_trend_defaults(doseau_trend_options *options);

typedef enum doseau_trend_verdict {
    DOSEAU_TREND_INCREASE,
    DOSEAU_TREND_DECREASE,
    DOSEAU_TREND_STABLE,
    DOSEAU_TREND_NOT_DEMONSTRATED,
    DOSEAU_TREND_TOO_FEW_ROUNDS,
    DOSEAU_TREND_NOT_ESTIMABLE
} doseau_trend_verdict;

/** `increase` and so on. Static storage. */
DOSEAU_API const char *doseau_trend_verdict_name(doseau_trend_verdict verdict);

/** What the verdict rests on. */
typedef enum doseau_trend_reason {
    DOSEAU_TREND_SHOWN,          /**< the claim, or the equivalence */
    DOSEAU_TREND_NOT_SHOWN,      /**< p is above alpha */
    DOSEAU_TREND_ADJUSTED,       /**< only the adjusted p is above alpha */
    DOSEAU_TREND_FLAGGED_DAYS,   /**< not without the flagged days */
    DOSEAU_TREND_FLAGGED_ROUNDS, /**< not without the rounds that have a flagged day */
    DOSEAU_TREND_FEW_UNFLAGGED,  /**< too few rounds without a flagged day to find out */
    DOSEAU_TREND_LIMITS,         /**< not with every round cut off at the highest limit */
    DOSEAU_TREND_NO_INTERVAL,    /**< the interval of the slope does not agree */
    DOSEAU_TREND_FEW_ROUNDS,     /**< fewer than five */
    DOSEAU_TREND_CLOSE,          /**< rounds less than half a year apart */
    DOSEAU_TREND_SHORT,          /**< less than three years */
    DOSEAU_TREND_SEASONS,        /**< different seasons, and too few rounds to tell them apart */
    DOSEAU_TREND_SMALLEST_P,     /**< no order of so many rounds would have been enough */
    DOSEAU_TREND_LITTLE_FOUND,   /**< no order of these rounds, with as little found in them */
    DOSEAU_TREND_NOTHING         /**< no round, nothing found, or no scatter */
} doseau_trend_reason;

/** How the slope was found. */
typedef enum doseau_trend_method {
    DOSEAU_TREND_NONE,
    DOSEAU_TREND_LINE,
    DOSEAU_TREND_LINE_OF_BOUNDS,
    DOSEAU_TREND_DAY_SCORES,
    DOSEAU_TREND_BORROWED_LINE
} doseau_trend_method;

/** An estimate with the interval around it. */
typedef struct doseau_trend_estimate {
    doseau_figure value, lower, upper;
} doseau_trend_estimate;

typedef struct doseau_trend {
    uint32_t plant, substance; /**< indices of the study */
    doseau_data data;
    size_t rounds;
    uint32_t first_round, last_round;  /**< indices of the study; DOSEAU_NONE without any round */
    doseau_date first_date, last_date; /**< DOSEAU_NO_DATE where no date is published */
    double span_years;
    doseau_trend_method method;
    bool seasonal;                          /**< with columns for the season */
    doseau_trend_estimate percent_per_year; /**< only where a claim is possible */
    doseau_trend_estimate span_percent;     /**< the same over span_years */
    doseau_figure p, p_adjusted;
    size_t family_size;       /**< of the family that it belongs to */
    doseau_figure smallest_p; /**< that Mann-Kendall can reach: 2 / R! */
    doseau_figure smallest_p_adjusted;
    doseau_figure kendall_s, kendall_p; /**< exact up to 60 rounds */
    doseau_trend_estimate sen_percent_per_year;
    doseau_figure between_round_rsd; /**< square root of the variance of a round about the line */
    doseau_trend_estimate typical_mg_d_1000p; /**< geometric mean of the rounds; from five rounds on
                                                 its own t interval, below with the prior */
    doseau_trend_estimate current_mg_d_1000p; /**< the last round, and where the level was then */
    doseau_figure next_lower_mg_d_1000p, next_upper_mg_d_1000p; /**< where a round a year later
                                                                   would be expected */
    doseau_figure p_equivalence;
    doseau_trend_verdict verdict;
    doseau_trend_reason reason;
    doseau_figure detectable_percent_per_year; /**< found with probability .8, by one test alone */
    char prior[DOSEAU_PRIOR_NAME_SIZE];        /**< what is borrowed; "" where nothing is */
    bool laboratory_changed;
    doseau_flags flags;
    doseau_figure p_rise;        /**< P(the slope is above 0), two to four rounds */
    uint32_t last_before_change; /**< from eight rounds on: the round behind which the level
                                    changes most (Pettitt); DOSEAU_NONE */
    doseau_figure change_p;      /**< exact up to 20 rounds */
} doseau_trend;

/** The trends of a study: a row a series, sorted by plant and substance; a series with a flagged
 * day has a row of each kind of data, `all` first, with one verdict. */
typedef struct doseau_trends doseau_trends;

/**
 * Computes the trends of all series. Alpha and prior are those of the rounds.
 * @param rounds must outlive the result
 * @param options NULL: the defaults
 * @return DOSEAU_OK, and `*trends` is the caller's to free; DOSEAU_EUNKNOWN: no series is the
 * primary one; DOSEAU_EDOMAIN: a margin not above 0, no draws, or rounds by DOSEAU_EUDA, whose
 * means put 0 below a limit, or without the rows of all days; DOSEAU_ENOMEM
 */
DOSEAU_API doseau_status doseau_trends_new(const doseau_rounds *rounds,
                                           const doseau_trend_options *options,
                                           doseau_trends **trends, doseau_error *error);
DOSEAU_API void doseau_trends_free(doseau_trends *trends);

/** All of them. Borrowed. */
DOSEAU_API const doseau_trend *doseau_trends_all(const doseau_trends *trends, size_t *n);

/** Whether random orders were drawn. */
DOSEAU_API bool doseau_trends_seeded(const doseau_trends *trends);

/** What may be said of a trend, in sentences. @param trend of these trends @return the length of
 * the whole text, as snprintf does; `text` is cut at `size` */
DOSEAU_API size_t doseau_trend_statement(const doseau_trends *trends, const doseau_trend *trend,
                                         char *text, size_t size);

/** The `trend` table. Borrows `trends`. */
DOSEAU_API doseau_table doseau_trends_table(const doseau_trends *trends);

DOSEAU_END
#endif
