/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/round_days.h"
#include "analysis/spike_work.h"
#include "stats/sort.h"
#include <doseau/weekday.h>
#include <math.h>
#include <stdlib.h>

/* The measured days of a round by the usual week: load / multiplier, lower and upper ends, sorted
 * each. */
typedef struct level {
    double multiplier[7];
    double *lower, *upper, *room;
    size_t n, found;
} level;

static doseau_status measure(const round_days *days, const doseau_substance *substance, level *l)
{
    const doseau_weekdays week = doseau_weekdays_find(substance, DOSEAU_EU);
    const round_day *day = days->list.items;
    *l = (level){.lower = calloc(days->list.size + 1, sizeof *l->lower),
                 .upper = calloc(days->list.size + 1, sizeof *l->upper),
                 .room = calloc(days->list.size + 1, sizeof *l->room)};
    for (size_t w = 0; w < 7; w++) l->multiplier[w] = week.multiplier[w];
    if (!l->lower || !l->upper || !l->room) return DOSEAU_ENOMEM;
    for (size_t i = 0; i < days->list.size; i++) {
        const doseau_sample *v = &day[i].value;
        if (v->state == DOSEAU_MISSING) continue;
        l->found += v->state == DOSEAU_FOUND;
        l->lower[l->n] = v->lower / l->multiplier[day[i].weekday];
        l->upper[l->n++] = v->bounded ? v->upper / l->multiplier[day[i].weekday] : INFINITY;
    }
    stats_sort(l->lower, l->n, l->room);
    stats_sort(l->upper, l->n, l->room);
    return DOSEAU_OK;
}

static void level_free(level *l)
{
    free(l->lower);
    free(l->upper);
    free(l->room);
}

/* What the other days let expect of a found day. */
static spike_span expect(const level *l, const round_day *day)
{
    const double m = l->multiplier[day->weekday], own = day->value.lower / m;
    const size_t low = stats_sorted_place(l->lower, l->n, own),
                 high = stats_sorted_place(l->upper, l->n, own);
    return (spike_span){m * stats_sorted_median(l->lower, l->n, low),
                        m * stats_sorted_median(l->upper, l->n, high)};
}

/* Whether b is the day after a. Without dates a round runs from Wednesday to Tuesday, as weeks of
 * SCORE do. */
static bool follows(const round_day *a, const round_day *b)
{
    if (a->date != DOSEAU_NO_DATE && b->date != DOSEAU_NO_DATE) return b->date - a->date == 1;
    return a->date == b->date && b->weekday != DOSEAU_WEDNESDAY &&
           (a->weekday + 1) % 7 == b->weekday;
}

static void add_neighbours(const round_days *days, const round_day *day, spike_day *to)
{
    const round_day *all = days->list.items;
    /* Of days with dates these are next to each other in the list; without there are seven. */
    const size_t at = (size_t)(day - all), reach = day->date == DOSEAU_NO_DATE ? 6 : 1;
    const size_t first = at > reach ? at - reach : 0;
    for (size_t i = first; i < days->list.size && i <= at + reach; i++) {
        if (follows(&all[i], day)) to->before = all[i].point;
        if (follows(day, &all[i])) to->after = all[i].point;
    }
}

static doseau_status judge(spike_work *work, const doseau_round_mean *r, const level *l,
                           spike_day *day, spike_span expected)
{
    const char *borrowed;
    const doseau_spike_limit *limit = doseau_spike_limit_find(
        DOSEAU_SPIKE_DAY, doseau_study_substance_at(work->study, r->substance), &borrowed);
    const double load = day->value.lower;
    const spike_span factor = spike_factor((spike_span){load, load}, expected);
    const bool certain = !(expected.least < expected.greatest);
    if (certain) day->log_residual = (doseau_figure){true, log(factor.least)};
    doseau_spike spike = {.plant = r->plant,
                          .substance = r->substance,
                          .round = r->round,
                          .date = day->date,
                          .weekday = day->weekday,
                          .rule = DOSEAU_SPIKE_DAY,
                          .value = {true, load},
                          .expected = {true, expected.greatest},
                          .factor = {true, factor.least},
                          .before = day->before,
                          .after = day->after,
                          .borrowed = borrowed,
                          .compared = l->n - 1,
                          .flags = certain ? 0 : DOSEAU_FLAG_BELOW_LIMIT,
                          .begin = day->begin,
                          .end = day->end};
    if (spike_judge(limit, factor, &spike.severity, &spike.limit))
        return spike_keep(work, &spike, DOSEAU_FLAG_SPIKE_DAY);
    work->counts[DOSEAU_SPIKE_DAY].open++;
    return DOSEAU_OK;
}

static doseau_status add_day(spike_work *work, const doseau_round_mean *r, const round_days *days,
                             const level *l, const round_day *from)
{
    doseau_status status = DOSEAU_OK;
    spike_day day = {.substance = r->substance,
                     .round = r->round,
                     .date = from->date,
                     .weekday = from->weekday,
                     .value = from->value,
                     .begin = from->begin,
                     .end = from->end};
    add_neighbours(days, from, &day);
    if (from->value.state == DOSEAU_FOUND) {
        const bool enough = l->found > DOSEAU_SPIKE_DAYS;
        const spike_span expected = enough ? expect(l, from) : (spike_span){0, INFINITY};
        if (isfinite(expected.greatest) && expected.greatest > 0)
            status = judge(work, r, l, &day, expected);
        else
            work->counts[DOSEAU_SPIKE_DAY].open++;
    }
    return status ? status : array_add(&work->days, &day);
}

doseau_status spike_days_judge(spike_work *work, const doseau_round_mean *r)
{
    level l = {0};
    round_days days;
    doseau_status status = round_days_collect(work->study, work->loads, r->begin, r->end,
                                              DOSEAU_ALL, DOSEAU_OWN, &days);
    if (status) return status;
    status = measure(&days, doseau_study_substance_at(work->study, r->substance), &l);
    const round_day *day = days.list.items;
    for (size_t i = 0; !status && i < days.list.size; i++)
        status = add_day(work, r, &days, &l, &day[i]);
    level_free(&l);
    round_days_free(&days);
    return status;
}
