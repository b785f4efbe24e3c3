/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_COMPARE_H
#define DOSEAU_COMPARE_H
/**
 * # Comparing rounds
 *
 * Two rounds of a plant and substance, the earlier one `a`, the later one `b`. Two questions, never
 * mixed:
 *
 * - Did *these weeks* differ? The ratio of the two means with its measurement interval, by the same
 *   formula as that of a mean (doseau_propagate): what both rounds share cancels. Nearly always
 *   yes, and no sign of a change: two weeks of a place where nothing changes differ as well.
 * - Is it more than the *usual change*? From one year to the next D = ln b - ln a scatters about 0
 *   with variance 2 s0^2, which two rounds cannot tell themselves: it is borrowed from many towns
 *   (doseau_prior). D -+ t(1 - alpha/2, d0) sqrt(V), p from the same t, with
 *
 *       V = 2 s0^2 * growth + fewer days of a + fewer days of b + changes
 *
 *   growth: doseau_prior_growth, of the years between the rounds; fewer days: day_sd^2 (1/k - 1/7)
 *   below seven days; changes: where laboratory, flow meter or the basis of the population changed,
 *   the uncertainty that it brings (laboratories .15 each; meters and bases what the budget has for
 *   flow and population; or the budget's own components of these scopes). s0 is 1.4 times larger
 *   where one of the rounds has 50,000 people or fewer. Held-out real years: covers .927 to .960
 *   over countries, .903 to .956 over later years (own computation on EUDA and SCORE data).
 *
 * Where the rounds are of two laboratories that have analysed the same samples (bridging.csv), D is
 * less by the mean of ln(laboratory of b / laboratory of a) over these, and the variance of that
 * mean stands in V in place of that of the laboratories; the degrees of freedom are then those of
 * Welch and Satterthwaite (doseau/effective_df.h), at most d0. Ratio and change stay as they were
 * measured.
 *
 * Rounds less than half a year apart have no usual change: their ratio is given and nothing is
 * claimed (flag `close_rounds`). Events stay out.
 *
 * With days below a limit a mean lies between bounds, and D between two ends: p is that of the end
 * nearest to 0 (1 where 0 lies between), so a claim holds whatever the days below the limits were.
 *
 * All p of one call are one family for each kind of data (doseau/claims.h). A claim stands with all
 * days and without the flagged ones.
 */
#include <doseau/claims.h>
#include <doseau/round.h>

DOSEAU_BEGIN

/** Which rounds of each series are compared. */
typedef enum doseau_pairs {
    DOSEAU_PAIRS_LAST,        /**< the last one with the one before */
    DOSEAU_PAIRS_CONSECUTIVE, /**< each with the one before */
    DOSEAU_PAIRS_BASELINE,    /**< all with one */
    DOSEAU_PAIRS_ALL,         /**< each with each */
    DOSEAU_PAIRS_NAMED        /**< two */
} doseau_pairs;

/** `last`, `consecutive`, `baseline`, `all`; and back (DOSEAU_EUNKNOWN). DOSEAU_PAIRS_NAMED has no
 * word: "". */
DOSEAU_API const char *doseau_pairs_name(doseau_pairs pairs);
DOSEAU_API doseau_status doseau_pairs_parse(const char *text, doseau_pairs *pairs);

typedef struct doseau_compare_options {
    doseau_pairs pairs;   /**< DOSEAU_PAIRS_LAST */
    const char *baseline; /**< label of DOSEAU_PAIRS_BASELINE; NULL: the first round of a series */
    const char *named[2]; /**< labels of DOSEAU_PAIRS_NAMED, in any order */
    doseau_claims claims;
    doseau_figure margin; /**< what still counts as equal, a fraction above 0: .2 is a change from
                             -17 % to +20 %; not given: no test of equivalence */
    bool exclude_flagged; /**< false; true: the table has no rows of all days where there are such
                             without the flagged ones. Verdicts are the same */
} doseau_compare_options;

DOSEAU_API void doseau_compare_defaults(doseau_compare_options *options);

typedef enum doseau_change {
    DOSEAU_RISE_BEYOND_USUAL,
    DOSEAU_FALL_BEYOND_USUAL,
    DOSEAU_WITHIN_USUAL, /**< also where the bounds leave it open how large the change is, and none
                            of what they allow is more than usual */
    DOSEAU_CHANGE_NOT_ESTIMABLE
} doseau_change;

/** `rise_beyond_usual` and so on. Static storage. */
DOSEAU_API const char *doseau_change_name(doseau_change change);

/** Changes are in per cent of the earlier round. */
typedef struct doseau_comparison {
    const doseau_round_mean *a, *b; /**< of the rounds that were compared */
    double years_apart;
    doseau_figure ratio, ratio_at_least, ratio_at_most; /**< b / a; the latter two where a day is
                                                             below a limit, by the bounds */
    doseau_figure change_percent;
    doseau_figure measurement_lower_percent, measurement_upper_percent; /**< these weeks */
    doseau_figure level_lower_percent, level_upper_percent; /**< against the usual change */
    char prior[DOSEAU_PRIOR_NAME_SIZE];                     /**< "": none was asked */
    doseau_figure p, p_adjusted;
    double p_farthest; /**< of the end farthest from 0; p where the means are known, else 0 where an
                          end is not known */
    size_t family_size;
    doseau_figure laboratory_ratio; /**< laboratory of b to that of a, from bridging samples */
    doseau_change verdict;
    /** the smallest changes that would be seen with probability .8: about */
    doseau_figure detectable_up_percent, detectable_down_percent;
    doseau_figure p_equivalence; /**< two one-sided tests, not adjusted */
    bool equivalent;             /**< p_equivalence is at most alpha, for both kinds of data */
    doseau_flags flags;
} doseau_comparison;

/** The comparisons of a study: by plant, substance, pair in time; `all` before `unflagged`. */
typedef struct doseau_comparisons doseau_comparisons;

/**
 * Compares rounds of all series. A series with a flagged day has a row of each kind of data for
 * every pair. Alpha and prior are those of the rounds.
 * @param rounds must outlive the result
 * @param options NULL: the defaults
 * @return DOSEAU_OK, and `*made` is the caller's to free; DOSEAU_EUNKNOWN: a round, substance or
 * plant that is named and is not there, or a round that is named and declared an event;
 * DOSEAU_EDOMAIN: a margin not above 0, rounds by DOSEAU_EUDA, whose means put 0 below a limit, or
 * rounds that leave out all rows with flagged days; DOSEAU_ENOMEM
 */
DOSEAU_API doseau_status doseau_comparisons_new(const doseau_rounds *rounds,
                                                const doseau_compare_options *options,
                                                doseau_comparisons **made, doseau_error *error);
DOSEAU_API void doseau_comparisons_free(doseau_comparisons *comparisons);

/** All comparisons. Borrowed. */
DOSEAU_API const doseau_comparison *doseau_comparisons_all(const doseau_comparisons *comparisons,
                                                           size_t *n);

/** The `compare` table. Borrows `comparisons`. */
DOSEAU_API doseau_table doseau_comparisons_table(const doseau_comparisons *comparisons);

/**
 * What a comparison says to people: some sentences about the pair that row `index` belongs to, with
 * what remains of it without flagged days. Never "increase" or "decrease": two rounds show no
 * trend.
 * @return the length of the whole text, as snprintf does; `text` is cut at `size`; 0 past the end
 */
DOSEAU_API size_t doseau_comparison_describe(const doseau_comparisons *comparisons, size_t index,
                                             char *text, size_t size);

/** What all of them say together: how many, how adjusted, how many beyond the usual change, and
 * what that leaves open. Length and `size` as above. */
DOSEAU_API size_t doseau_comparisons_summarize(const doseau_comparisons *comparisons, char *text,
                                               size_t size);

DOSEAU_END
#endif
