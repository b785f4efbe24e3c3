/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/trend_drift.h"
#include "analysis/load_copy.h"
#include <math.h>

enum { QUANTITIES = DOSEAU_IS_LOAD + 1 };

/* The limits of one series, of concentrations and of published loads. */
typedef struct limits {
    bool any_below, differ;
    double highest[QUANTITIES]; /* 0: none is known */
} limits;

static bool is_below(const doseau_sample *value)
{
    return value->state == DOSEAU_DETECTED || value->state == DOSEAU_NOT_DETECTED;
}

/* Below what this result would not have been a number; 0: nobody says. */
static double limit_of(const doseau_measurement *m)
{
    const double stated = m->loq > 0 ? m->loq : m->lod;
    const double own = is_below(&m->value) && m->value.bounded ? m->value.upper : 0;
    return fmax(stated, own);
}

static bool counts(const doseau_study *study, const doseau_measurement *m)
{
    size_t n;
    const doseau_round *declared = doseau_study_rounds(study, &n);
    return m->value.state != DOSEAU_MISSING && !(m->round < n && declared[m->round].event);
}

static void add_round(limits *l, const double highest[QUANTITIES])
{
    for (size_t q = 0; q < QUANTITIES; q++) {
        if (!(highest[q] > 0)) continue;
        /* Limits that were converted from other units are the same to rounding. */
        if (l->highest[q] > 0 && fabs(highest[q] / l->highest[q] - 1) > 1e-9) l->differ = true;
        l->highest[q] = fmax(l->highest[q], highest[q]);
    }
}

static limits find_limits(const doseau_study *study, size_t begin, size_t end)
{
    size_t n;
    const doseau_measurement *m = doseau_study_measurements(study, &n);
    limits found = {0};
    for (size_t i = begin, to; i < end; i = to) {
        double highest[QUANTITIES] = {0};
        for (to = i; to < end && m[to].round == m[i].round; to++) {
            if (!counts(study, &m[to])) continue;
            found.any_below = found.any_below || is_below(&m[to].value);
            highest[m[to].quantity] = fmax(highest[m[to].quantity], limit_of(&m[to]));
        }
        add_round(&found, highest);
    }
    return found;
}

/* The load that stands for a value of the measurement's own unit. */
static doseau_status limit_load(const doseau_measurement *m, double limit, doseau_sample *load)
{
    const doseau_sample below = doseau_sample_not_detected(limit);
    if (m->quantity == DOSEAU_IS_LOAD) {
        *load = below;
        return DOSEAU_OK;
    }
    return doseau_sample_scale(below, m->flow_m3_per_day, m->population_persons, load);
}

static doseau_status cut_series(const doseau_measurement m[], const limits *l, size_t begin,
                                size_t end, doseau_load loads[])
{
    doseau_status status = DOSEAU_OK;
    for (size_t i = begin; !status && i < end; i++) {
        const double limit = l->highest[m[i].quantity];
        const doseau_sample *value = &m[i].value;
        const bool found_below = value->state == DOSEAU_FOUND && value->lower < limit;
        if (found_below || (is_below(value) && value->bounded))
            status = limit_load(&m[i], limit, &loads[i].value);
    }
    return status;
}

static size_t series_end(const doseau_measurement m[], size_t from, size_t n)
{
    size_t to = from + 1;
    while (to < n && m[to].plant == m[from].plant && m[to].substance == m[from].substance) to++;
    return to;
}

doseau_status trend_drift_cut(const doseau_rounds *rounds, bool is_cut[], doseau_loads **cut_loads,
                              doseau_rounds **cut_rounds)
{
    size_t n;
    bool any = false;
    doseau_load *items;
    const doseau_measurement *m = doseau_study_measurements(rounds->study, &n);
    *cut_loads = NULL;
    *cut_rounds = NULL;
    doseau_status status = load_copy(rounds->loads, cut_loads, &items);
    for (size_t i = 0, to; !status && i < n; i = to) {
        to = series_end(m, i, n);
        const limits l = find_limits(rounds->study, i, to);
        const bool cut = l.any_below && l.differ;
        for (size_t j = i; j < to; j++) is_cut[j] = cut;
        if (cut) status = cut_series(m, &l, i, to, items);
        any = any || cut;
    }
    if (!status && any)
        status = doseau_rounds_new(rounds->study, *cut_loads, &rounds->options, cut_rounds, NULL);
    if (!status) return DOSEAU_OK;
    doseau_loads_free(*cut_loads);
    *cut_loads = NULL;
    return status;
}
