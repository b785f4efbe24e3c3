/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_ROUND_BUDGET_H
#define DOSEAU_ROUND_BUDGET_H
/**
 * # What the uncertainty of a round is made of
 *
 * The variance behind a measurement interval, part by part: which component of the budget is worth
 * improving. More days help against errors of a day, not against those that all days share.
 */
#include <doseau/round.h>
#include <stdint.h>

DOSEAU_BEGIN

/** In place of a component: what the days themselves add, where the interval speaks for more than
 * was found. */
#define DOSEAU_DAYS_PART SIZE_MAX

/** What one component adds to one round. */
typedef struct doseau_round_part {
    size_t round;     /**< index in doseau_rounds_all */
    size_t component; /**< index in the budget in force, or DOSEAU_DAYS_PART */
    double rel_u;     /**< of one result: root of the mean square over the results of the round; 0
                         for days */
    double variance; /**< of the mean, relative: what stays of it when errors of days average out */
    double share;    /**< of the variance of the round; those of a round add up to 1 */
} doseau_round_part;

typedef struct doseau_round_budget doseau_round_budget;

/**
 * Takes the variance of every round with a measurement interval apart, by the formula of
 * doseau_propagate. A component that does not apply to a round has no part in it.
 *
 * Where days of a week are missing or below limits, or a period was sampled, the variance is that
 * of ln mean, and what the unknown days add is a part of its own. Errors of single days then count
 * as they do in the interval: as those of seven days in a week with missing ones, and not beside
 * the scatter of the days of a period, which has them. `rounds` must outlive the result.
 * @return DOSEAU_OK, and `*budget` is the caller's to free; DOSEAU_ENOMEM
 */
DOSEAU_API doseau_status doseau_round_budget_new(const doseau_rounds *rounds,
                                                 doseau_round_budget **budget, doseau_error *error);
DOSEAU_API void doseau_round_budget_free(doseau_round_budget *budget);

/** All parts, round by round, in the order of the budget. Borrowed. */
DOSEAU_API const doseau_round_part *doseau_round_budget_all(const doseau_round_budget *budget,
                                                            size_t *n);

/** The `budget` table: a row a part. Borrows `budget`. */
DOSEAU_API doseau_table doseau_round_budget_table(const doseau_round_budget *budget);

DOSEAU_END
#endif
