/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_ANALYSIS_HISTORY_H
#define DOSEAU_ANALYSIS_HISTORY_H
/* The rounds of one plant and substance in time, as level, comparison and trend see them: events
 * and rounds of which nothing is known stay out. */
#include "analysis/round_mean.h"

typedef struct history_round {
    const doseau_round_mean *mean; /* its bounds are given, or its mean */
    double years; /* its mean date in years of 365.25 days since 1 January 1970; in the middle of
                     the year that is its label where it has no date */
    doseau_figure ln;                 /* of its mean */
    doseau_figure ln_lower, ln_upper; /* of its bounds: the mean's own where there is one; not
                                         given: 0, or no known end */
    uint32_t laboratory;              /* trend_bridge.h: of all its results, else DOSEAU_NONE */
    double ln_bridge; /* what it finds more than that of the last round; 0: not bridged */
} history_round;

typedef struct history {
    uint32_t plant, substance;
    doseau_data data; /* of its rows; a series without a flagged day has `all` only */
    size_t n;
    history_round *rounds; /* in time order */
    doseau_prior prior;
    bool bridged; /* all laboratories are tied to that of the last round */
} history;

/* The rounds[begin..end) are all rows of one series; those of `data` are taken. Where the study has
 * rounds with dates and rounds with labels only, the dated ones count by date, the others by year;
 * a round with neither is left out. DOSEAU_ENOMEM. Free with history_free. */
doseau_status history_collect(const doseau_rounds *rounds, size_t begin, size_t end,
                              doseau_data data, history *made);
void history_free(history *h);

/* The rounds of `h` without a flagged day. DOSEAU_ENOMEM. Free with history_free. */
doseau_status history_unflagged_rounds(const history *h, history *made);

/* The days of a round as its kind of data and the convention see them. Free with round_days_free.
 * DOSEAU_ENOMEM, DOSEAU_EDOMAIN. */
doseau_status history_days(const doseau_rounds *rounds, const doseau_round_mean *round,
                           round_days *days);

/* Whether rounds so many years apart are too close to show a usual change: less than half a year,
 * which is 180 days here, for rounds begin on a weekday and may lack days. */
bool history_is_close(double years);

/* The end of the series (plant and substance) that begins at a row of the rounds. */
size_t history_series_end(const doseau_rounds *rounds, size_t begin);

/* Whether a series has rows of that kind of data. */
bool history_has(const doseau_rounds *rounds, size_t begin, size_t end, doseau_data data);

/* Years between the last round and the one before of the first `n`, and further back: differences
 * of ln mean of consecutive rounds with means, half a year apart or more, each brought to one year
 * (divided by the root of doseau_prior_growth). `differences` has room for n - 1 of them; returns
 * how many there are. */
size_t history_differences(const history *h, size_t n, double differences[]);

/* Pooled variance of ln day loads within rounds, weekday pattern removed, and its degrees of
 * freedom (0: no round has two found days). A pattern that the series gave itself costs six of
 * them. DOSEAU_ENOMEM, DOSEAU_EDOMAIN. */
doseau_status history_day_variance(const doseau_rounds *rounds, const history *h, double *variance,
                                   double *df);
#endif
