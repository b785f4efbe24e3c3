/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_REPORT_PLACE_ROUNDS_H
#define DOSEAU_REPORT_PLACE_ROUNDS_H
/* Rounds of a study as the points of a picture. */
#include "report/draw_rounds.h"
#include "report/facts.h"

/* What is known of a round. The bounds of a round with a mean count where they are more
 * than 5 % apart. */
mark rounds_mark(const doseau_round_mean *round);

/* Whether a day of a round is flagged; `round` indexes f->round and is a row of all days. */
bool rounds_is_flagged(const facts *f, size_t round);

/* The rounds of a series by time: the middle of their days, the year that is their label where no
 * date is published, one after the other where some have neither. Returns how many; `points` has
 * room for all its rows. */
size_t rounds_place(const facts *f, const facts_series *s, rounds_point points[]);

/* Slopes of a trend through the middle of its rounds. */
rounds_trend rounds_trend_of(const doseau_trend *trend, const rounds_point points[], size_t n);
#endif
