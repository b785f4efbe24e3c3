/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/trend_subject.h"
#include <doseau/flag.h>

static bool any_flagged(const history *h)
{
    for (size_t i = 0; i < h->n; i++)
        if (h->rounds[i].mean->flags & DOSEAU_FLAGS_OF_FLAGGED_DAYS) return true;
    return false;
}

/* Everything behind a history that was collected. */
static doseau_status look_at(const doseau_rounds *rounds, const doseau_trend_options *options,
                             trend_look *look)
{
    double df;
    look->given = true;
    doseau_status status = history_day_variance(rounds, &look->h, &look->day_variance, &df);
    if (!status) status = trend_design_of(&look->h, trend_any_open(&look->h), &look->design);
    if (!status)
        status = trend_test_run(rounds, &look->h, &look->design, look->day_variance, options,
                                &look->test);
    return status;
}

static doseau_status look_at_data(const doseau_rounds *rounds, const doseau_trend_options *options,
                                  const trend_subject *s, doseau_data data, trend_look *look)
{
    doseau_status status = history_collect(rounds, s->begin, s->end, data, &look->h);
    if (!status) status = trend_bridge(rounds, &look->h);
    return status ? status : look_at(rounds, options, look);
}

doseau_status trend_subject_look(const doseau_rounds *rounds, const doseau_rounds *cut_rounds,
                                 const doseau_trend_options *options, trend_subject *s)
{
    trend_look *look = s->look;
    doseau_status status = look_at_data(rounds, options, s, DOSEAU_ALL, &look[TREND_ALL_DAYS]);
    if (!status && history_has(rounds, s->begin, s->end, DOSEAU_UNFLAGGED))
        status = look_at_data(rounds, options, s, DOSEAU_UNFLAGGED, &look[TREND_UNFLAGGED_DAYS]);
    if (!status && any_flagged(&look[TREND_ALL_DAYS].h)) {
        status = history_unflagged_rounds(&look[TREND_ALL_DAYS].h, &look[TREND_UNFLAGGED_ROUNDS].h);
        if (!status) status = look_at(rounds, options, &look[TREND_UNFLAGGED_ROUNDS]);
    }
    if (!status && cut_rounds)
        status = look_at_data(cut_rounds, options, s, DOSEAU_ALL, &look[TREND_CUT_AT_LIMIT]);
    return status;
}

void trend_subject_free(trend_subject *series)
{
    for (size_t view = 0; view < TREND_VIEWS; view++) history_free(&series->look[view].h);
}
