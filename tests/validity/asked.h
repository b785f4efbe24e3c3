/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_TESTS_VALIDITY_ASKED_H
#define DOSEAU_TESTS_VALIDITY_ASKED_H
/* Questions to the library about simulated studies, and how often the answer was yes. */
#include "world.h"

typedef struct share {
    size_t yes, of; /* of: those that had an answer at all */
} share;

/* A change a round that is 20 % over the seven steps of eight rounds. */
#define MARGIN_GROWTH .02604594

/* Whether the measurement interval of each round holds the true mean of its week. */
share covers_measured(const world *w, uint64_t seed);
/* Whether that of a period holds the mean of the distribution of its days. */
share covers_period(const world *w, uint64_t seed);
/* Whether the true mean of a week lies outside its bounds. */
share outside_bounds(const world *w, uint64_t seed);
/* Typical level; the round that follows; slope; Sen's slope. */
share covers_typical(const world *w, uint64_t seed);
share covers_next(const world *w, uint64_t seed);
share covers_slope(const world *w, uint64_t seed);
share covers_sen(const world *w, uint64_t seed);
/* Claims without adjusting: a change beyond the usual one, a trend; an interval of the slope of a
 * few rounds without 0. */
share claims_change(const world *w, uint64_t seed);
share claims_trend(const world *w, uint64_t seed);
share slope_excludes_none(const world *w, uint64_t seed);
/* `stable` against 20 % over the span. */
share says_stable(const world *w, uint64_t seed);
/* Claims when the level of the second round differs by the detectable change. */
share finds_change(const world *w, uint64_t seed);
/* Any claim in families of 18 series, adjusted. */
share claims_any(const world *w, uint64_t seed);
/* A trend in five yearly counts with mean 333 and coefficient of variation s_round. */
share claims_counts(const world *w, uint64_t seed);

/* On the European table: rows as above, printed; how many are broken. */
size_t real_promises(const char *path);
#endif
