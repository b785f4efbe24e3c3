/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_ROUND_H
#define DOSEAU_ROUND_H
/**
 * # Rounds
 *
 * The mean load of a plant and substance over a measurement round: over its week where its days fit
 * in seven dates, over its period otherwise (a mean of weekday means, so that no weekday counts
 * twice), over its days as they are where the round is a declared event.
 *
 * Replicates of a day are averaged first, end by end. With a day below a limit there are bounds:
 * the mean with every day at its lower and at its upper end. There is a mean then where at least
 * three days of a whole week were found and at most 60 % lie below limits: the days below stand in
 * it with what they are expected to be, given a spread borrowed from other weeks
 * (doseau_borrowed_mean_fit).
 *
 * Two intervals answer two questions. The *measurement interval* says how well the load of the days
 * that the round stands for is known; the pattern of the days is no error. With every day found,
 * u^2 comes from doseau_propagate with c_i = share of a result in the mean, so errors of one day
 * shrink and shared ones do not, and limits are those of doseau_lognormal_interval. Days that were
 * not measured, or lie below a limit, add what is not known of them. There is none for a week
 * without Saturday and Sunday.
 *
 * The *level interval* says how well the level behind the round is known: what this time of this
 * year usually has, of which the week is one draw. It leans on the change from year to year of many
 * towns (doseau/prior.h) and, from the second round on, on the series' own: t of doseau_moderated_
 * next_value. It holds over towns, not for each: a town that varies twice as much as usual is
 * covered less.
 */
#include <doseau/load.h>
#include <doseau/prior.h>
#include <doseau/week.h>
#include <doseau/weekday.h>

DOSEAU_BEGIN

typedef enum doseau_round_kind { DOSEAU_WEEK, DOSEAU_PERIOD, DOSEAU_EVENT } doseau_round_kind;

/** Which days count: all, or all but flagged ones (those with one of DOSEAU_FLAGS_OF_FLAGGED_DAYS;
 * they then are missing days). */
typedef enum doseau_data { DOSEAU_ALL, DOSEAU_UNFLAGGED } doseau_data;

/** What a level interval rests on: nothing, the prior alone, the prior and the series' own rounds.
 */
typedef enum doseau_level_basis {
    DOSEAU_LEVEL_BASIS_NONE,
    DOSEAU_LEVEL_BORROWED_ONLY,
    DOSEAU_LEVEL_PART_BORROWED
} doseau_level_basis;

enum { DOSEAU_METHOD_SIZE = 48 };

typedef struct doseau_round_mean {
    uint32_t plant, substance, round; /**< indices of the study */
    doseau_data data;
    doseau_round_kind kind;
    doseau_date first_date,
        last_date; /**< of its rows, measured or not; DOSEAU_NO_DATE where no date is published */
    size_t days;   /**< measured: found + detected + not_detected */
    size_t found, detected, not_detected;
    size_t missing; /**< of the seven days of a week, of the declared days of an event; else rows
                       without a result */
    char method[DOSEAU_METHOD_SIZE]; /**< how the days became a mean; "" where there is none */
    doseau_figure mean, weekday_mean, weekend_mean, median, geomean, bound_lower, bound_upper;
    doseau_figure measurement_rel_u;
    doseau_interval measurement; /**< given with measurement_rel_u */
    doseau_figure level_rel_u;
    doseau_interval level; /**< given with level_rel_u */
    doseau_level_basis level_basis;
    char prior[DOSEAU_PRIOR_NAME_SIZE]; /**< of the level; "" where there is none */
    double population_persons;          /**< 0: not known, or not the same on all days */
    doseau_flags flags;
    size_t begin, end; /**< its measurements in the study */
} doseau_round_mean;

typedef struct doseau_round_options {
    doseau_missing_days missing;  /**< DOSEAU_MODEL; DOSEAU_EUDA always takes DOSEAU_PRESENT */
    doseau_convention convention; /**< DOSEAU_OWN */
    doseau_prior_set prior; /**< DOSEAU_PRIOR_EU: whose usual week, where the series has no three
                               complete weeks of its own; whose spread between rounds */
    double alpha;           /**< .05 */
    bool exclude_flagged;   /**< false; true: a series with flagged days has no rows of all days */
    size_t draws;           /**< 0: the measurement interval by formula; else by simulation, so many
                               times, at least 20 / alpha */
    uint64_t seed;          /**< 1: of the simulation, and of the draws for days below a limit */
} doseau_round_options;

DOSEAU_API void doseau_round_defaults(doseau_round_options *options);

/** The rounds of a study: sorted by plant, substance, round; `all` before `unflagged`. */
typedef struct doseau_rounds doseau_rounds;

/**
 * Computes the rounds of all series of a joined study from its loads; both must outlive the result.
 * A series (plant and substance) of which a day is flagged has a row of each kind of data for every
 * round.
 *
 * Missing days, DOSEAU_MODEL: the usual week is the series' own (geometric, from its complete weeks
 * with all days found) where there are three at least, else the built-in one of the substance. No
 * mean where fewer than three days were measured, or where Saturday or Sunday is missing and the
 * usual week is borrowed from another substance; the weekday mean then still stands if none of its
 * days is missing.
 * @param options NULL: the defaults
 * @return DOSEAU_OK, and `*rounds` is the caller's to free; DOSEAU_EDOMAIN (alpha,
 * or replicates whose mean overflows); DOSEAU_ETOOFEW (draws); DOSEAU_ENOMEM
 */
DOSEAU_API doseau_status doseau_rounds_new(const doseau_study *study, const doseau_loads *loads,
                                           const doseau_round_options *options,
                                           doseau_rounds **rounds, doseau_error *error);
DOSEAU_API void doseau_rounds_free(doseau_rounds *rounds);

/** All rounds. Borrowed. */
DOSEAU_API const doseau_round_mean *doseau_rounds_all(const doseau_rounds *rounds, size_t *n);

/**
 * The value of each weekday of a round, Monday first: the mean of its days of that name, missing
 * where there is none. A point is what stands for it in a mean by the convention of the rounds:
 * what was found, and 0 for a result below a limit with DOSEAU_EUDA; not given where there are only
 * bounds.
 * @return DOSEAU_OK; DOSEAU_ENOMEM
 */
DOSEAU_API doseau_status doseau_round_weekdays(const doseau_rounds *rounds,
                                               const doseau_round_mean *round,
                                               doseau_sample values[7], doseau_figure points[7]);

/**
 * The `round` table: a row a round of doseau_rounds_all, in that order, then one a mean over a
 * month (doseau_study_month_means) as it is printed: kind `month`, data and method `printed`, no
 * counts of days, and its interval in columns of its own, for it is neither a measurement nor a
 * level interval. Borrows `rounds`.
 */
DOSEAU_API doseau_table doseau_rounds_table(const doseau_rounds *rounds);

/** `week`, `period`, `event`; `all`, `unflagged`. Static storage. */
DOSEAU_API const char *doseau_round_kind_name(doseau_round_kind kind);
DOSEAU_API const char *doseau_data_name(doseau_data data);
/** `none`, `borrowed`, `part_borrowed`. Static storage. */
DOSEAU_API const char *doseau_level_basis_name(doseau_level_basis basis);

DOSEAU_END
#endif
