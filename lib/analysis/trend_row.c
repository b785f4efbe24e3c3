/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/trend_row.h"
#include "analysis/changed.h"
#include "analysis/trend_levels.h"
#include <doseau/flag.h>
#include <doseau/kendall.h>
#include <math.h>
#include <stdio.h>

static doseau_figure percent_over(doseau_figure slope, double years)
{
    const double value = 100 * expm1(slope.value * years);
    if (!slope.given || !isfinite(value)) return (doseau_figure){0};
    return (doseau_figure){true, value};
}

static doseau_trend_estimate change_over(const trend_test *t, double years)
{
    const bool no_scatter = t->lower.given && t->upper.given && !(t->lower.value < t->upper.value);
    doseau_trend_estimate e = {.value = percent_over(t->slope, years)};
    if (no_scatter) return e; /* an interval of no width is none */
    e.lower = percent_over(t->lower, years);
    e.upper = percent_over(t->upper, years);
    return e;
}

static void put_rounds(doseau_trend *row, const history *h)
{
    row->rounds = h->n;
    row->first_round = row->last_round = DOSEAU_NONE;
    row->first_date = row->last_date = DOSEAU_NO_DATE;
    if (h->n == 0) return;
    const doseau_round_mean *first = h->rounds[0].mean, *last = h->rounds[h->n - 1].mean;
    row->first_round = first->round;
    row->last_round = last->round;
    row->first_date = first->first_date;
    row->last_date = last->last_date;
    snprintf(row->prior, sizeof row->prior, "%s", h->prior.name);
}

static void put_test(doseau_trend *row, const trend_look *look, doseau_adjust adjust)
{
    const trend_test *t = &look->test;
    row->span_years = look->design.span_years;
    row->method = t->method;
    row->seasonal = t->seasonal;
    if (look->design.claims) row->percent_per_year = change_over(t, 1);
    row->span_percent = change_over(t, row->span_years);
    row->p = t->p;
    row->p_adjusted = look->p_adjusted;
    row->family_size = look->family_size;
    row->p_equivalence = t->p_equivalence;
    row->p_rise = t->p_rise;
    if (t->method == DOSEAU_TREND_LINE || t->method == DOSEAU_TREND_LINE_OF_BOUNDS)
        row->between_round_rsd = (doseau_figure){true, sqrt(t->variance.value)};
    if (row->rounds < 2) return;
    const double smallest = doseau_kendall_smallest_p(row->rounds);
    const size_t m = row->family_size ? row->family_size : 1;
    row->smallest_p = (doseau_figure){true, smallest};
    row->smallest_p_adjusted = (doseau_figure){true, trend_smallest_adjusted(adjust, smallest, m)};
}

/* Those of all rounds, also of those that are left out, but for what only concerns a round. */
static doseau_flags round_flags(const doseau_rounds *rounds, const trend_subject *s,
                                doseau_data data)
{
    doseau_flags flags = 0;
    const doseau_round_mean *r = rounds->list.items;
    for (size_t i = s->begin; i < s->end; i++)
        if (r[i].data == data) flags |= r[i].flags;
    return flags & ~(DOSEAU_FLAG_NO_MEASUREMENT_INTERVAL | DOSEAU_FLAG_NO_LEVEL_INTERVAL);
}

static doseau_flags changes(const doseau_rounds *rounds, const history *h)
{
    doseau_flags flags = 0;
    for (size_t i = 1; i < h->n; i++)
        flags |= changed_between(rounds, h->rounds[i - 1].mean, h->rounds[i].mean);
    return flags;
}

doseau_status trend_row_fill(const doseau_rounds *rounds, const doseau_trend_options *options,
                             const trend_subject *s, trend_view view, doseau_trend *row)
{
    const trend_look *look = &s->look[view];
    const history *h = &look->h;
    doseau_trend made = {.plant = h->plant, .substance = h->substance, .data = h->data};
    made.verdict = s->verdict;
    made.reason = s->reason;
    made.last_before_change = DOSEAU_NONE;
    put_rounds(&made, h);
    put_test(&made, look, options->claims.adjust);
    made.flags = round_flags(rounds, s, h->data) | changes(rounds, h) | look->design.flags |
                 s->flags | (s->primary ? DOSEAU_FLAG_PRIMARY : 0) |
                 (h->bridged ? DOSEAU_FLAG_BRIDGED : 0);
    made.laboratory_changed = (made.flags & DOSEAU_FLAG_LABORATORY_CHANGED) != 0;
    doseau_status status = trend_levels_add(rounds, h, look->day_variance, &made);
    if (!status) status = trend_ranks_add(rounds, h, &look->design, &made);
    if (!status && made.reason != DOSEAU_TREND_LITTLE_FOUND)
        status = trend_detectable_add(rounds, h, &look->test, &made);
    if (!status) *row = made;
    return status;
}
