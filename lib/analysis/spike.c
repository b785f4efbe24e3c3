/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/load_marks.h"
#include "analysis/spike_work.h"
#include <doseau/spike.h>
#include <math.h>
#include <stdlib.h>

void doseau_spike_defaults(doseau_spike_options *options)
{
    *options = (doseau_spike_options){.all = false};
}

/* ---- What the rules share ---- */

static bool beyond(const doseau_spike_limit *limit, double value, doseau_figure at)
{
    return at.given && (limit->below ? value < at.value : value > at.value);
}

bool spike_judge(const doseau_spike_limit *limit, spike_span value, doseau_severity *severity,
                 doseau_figure *passed)
{
    const double nearest = limit->below ? value.greatest : value.least;
    const double furthest = limit->below ? value.least : value.greatest;
    const bool strong = beyond(limit, nearest, limit->strong);
    *passed = strong ? limit->strong : limit->unusual;
    *severity = strong                                   ? DOSEAU_STRONG
                : !limit->unusual.given                  ? DOSEAU_DESCRIBED
                : beyond(limit, nearest, limit->unusual) ? DOSEAU_UNUSUAL
                                                         : DOSEAU_USUAL;
    return *severity != DOSEAU_USUAL || !beyond(limit, furthest, limit->unusual);
}

spike_span spike_factor(spike_span value, spike_span expected)
{
    const double greatest = expected.least > 0 ? value.greatest / expected.least : INFINITY;
    return (spike_span){value.least / expected.greatest, greatest};
}

doseau_status spike_keep(spike_work *work, const doseau_spike *spike, doseau_flags flag)
{
    doseau_spike_count *count = &work->counts[spike->rule];
    const bool unusual = spike->severity >= DOSEAU_UNUSUAL;
    if (unusual)
        for (size_t i = spike->begin; i < spike->end; i++) work->marks[i] |= flag;
    count->described += spike->severity == DOSEAU_DESCRIBED;
    count->judged += spike->severity != DOSEAU_DESCRIBED;
    count->unusual += unusual;
    count->strong += spike->severity == DOSEAU_STRONG;
    return unusual || work->all ? array_add(&work->found, spike) : DOSEAU_OK;
}

/* ---- A study ---- */

#define ORDER(a, b)                                                                                \
    if ((a) != (b)) return (a) < (b) ? -1 : 1

static int compare_days(const void *left, const void *right)
{
    const spike_day *a = left, *b = right;
    ORDER(a->round, b->round);
    ORDER(a->date, b->date);
    ORDER(a->weekday, b->weekday);
    ORDER(a->substance, b->substance);
    return 0;
}

static int compare_spikes(const void *left, const void *right)
{
    const doseau_spike *a = left, *b = right;
    ORDER(a->plant, b->plant);
    ORDER(a->substance, b->substance);
    ORDER(a->round, b->round);
    ORDER(a->date, b->date);
    ORDER(a->weekday, b->weekday);
    ORDER(a->rule, b->rule);
    return 0;
}

static bool same_day(const spike_day *a, const spike_day *b)
{
    return a->round == b->round && a->date == b->date && a->weekday == b->weekday;
}

/* The rules that look at all substances of a plant and day, once its series are through. */
static doseau_status judge_plant(spike_work *work, uint32_t plant)
{
    spike_day *day = work->days.items;
    const size_t n = work->days.size;
    doseau_status status = DOSEAU_OK;
    if (n) qsort(day, n, sizeof *day, compare_days);
    for (size_t i = 0, to; !status && i < n; i = to) {
        for (to = i + 1; to < n && same_day(&day[to], &day[i]);) to++;
        status = spike_common_judge(work, plant, day + i, to - i);
        if (!status) status = spike_tracers_judge(work, plant, day + i, to - i);
    }
    work->days.size = 0;
    return status;
}

static doseau_status judge_all(spike_work *work, const doseau_rounds *rounds)
{
    size_t n;
    const doseau_round_mean *r = doseau_rounds_all(rounds, &n);
    doseau_status status = spike_rounds_judge(work, r, n);
    for (size_t i = 0; !status && i < n; i++) {
        if (r[i].data == DOSEAU_ALL) status = spike_days_judge(work, &r[i]);
        const bool last = i + 1 == n || r[i + 1].plant != r[i].plant;
        if (!status && last) status = judge_plant(work, r[i].plant);
    }
    return status;
}

/* What else is told of the days behind a judgement. */
static void add_flags(spike_work *work)
{
    size_t n;
    const doseau_load *loads = doseau_loads_all(work->loads, &n);
    doseau_spike *spike = work->found.items;
    for (size_t i = 0; i < work->found.size; i++)
        for (size_t j = spike[i].begin; j < spike[i].end; j++)
            spike[i].flags |= loads[j].flags | work->marks[j];
}

doseau_status doseau_spikes_new(const doseau_study *study, const doseau_loads *loads,
                                const doseau_spike_options *options, doseau_spikes **spikes,
                                doseau_error *error)
{
    doseau_rounds *rounds = NULL;
    doseau_spikes *made = calloc(1, sizeof *made);
    if (!made) return doseau_error_set(error, DOSEAU_ENOMEM, "out of memory");
    size_t n;
    doseau_loads_all(loads, &n);
    made->work = (spike_work){.study = study,
                              .loads = loads,
                              .all = options && options->all,
                              .days.item_size = sizeof(spike_day),
                              .found.item_size = sizeof(doseau_spike),
                              .marks = calloc(n + 1, sizeof(doseau_flags))};
    doseau_status status = made->work.marks ? DOSEAU_OK : DOSEAU_ENOMEM;
    if (!status) status = doseau_rounds_new(study, loads, NULL, &rounds, NULL);
    if (!status) status = judge_all(&made->work, rounds);
    doseau_rounds_free(rounds);
    array_free(&made->work.days);
    if (status) {
        doseau_spikes_free(made);
        return doseau_error_set(error, status, "%s", doseau_strstatus(status));
    }
    add_flags(&made->work);
    const array *found = &made->work.found;
    if (found->size) qsort(found->items, found->size, sizeof(doseau_spike), compare_spikes);
    *spikes = made;
    return DOSEAU_OK;
}

void doseau_spikes_free(doseau_spikes *spikes)
{
    if (!spikes) return;
    array_free(&spikes->work.found);
    free(spikes->work.marks);
    free(spikes);
}

const doseau_spike *doseau_spikes_all(const doseau_spikes *spikes, size_t *n)
{
    *n = spikes->work.found.size;
    return spikes->work.found.items;
}

doseau_spike_count doseau_spikes_count(const doseau_spikes *spikes, doseau_spike_rule rule)
{
    return (size_t)rule <= DOSEAU_SPIKE_ENANTIOMER ? spikes->work.counts[rule]
                                                   : (doseau_spike_count){0};
}

doseau_status doseau_spikes_mark(const doseau_spikes *spikes, doseau_loads *loads)
{
    if (loads != spikes->work.loads) return DOSEAU_EDOMAIN;
    load_marks_add(loads, spikes->work.marks);
    return DOSEAU_OK;
}
