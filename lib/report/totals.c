/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/totals.h"

static bool is_new_plant(const facts *f, size_t i)
{
    return i == 0 || f->series[i].plant != f->series[i - 1].plant;
}

static bool is_new_substance(const facts *f, size_t i)
{
    for (size_t j = 0; j < i; j++)
        if (f->series[j].substance == f->series[i].substance) return false;
    return true;
}

uint32_t totals_plant(const facts *f, size_t wanted)
{
    for (size_t i = 0; i < f->n_series; i++)
        if (is_new_plant(f, i) && wanted-- == 0) return f->series[i].plant;
    return DOSEAU_NONE;
}

uint32_t totals_substance(const facts *f, size_t wanted)
{
    for (size_t i = 0; i < f->n_series; i++)
        if (is_new_substance(f, i) && wanted-- == 0) return f->series[i].substance;
    return DOSEAU_NONE;
}

static void count_loads(const facts *f, totals *t)
{
    for (size_t i = 0; i < f->n_loads; i++) {
        const doseau_measurement *m = &f->measurement[i];
        const doseau_state state = f->load[i].value.state;
        t->missing += state == DOSEAU_MISSING;
        t->results += state != DOSEAU_MISSING;
        t->below += state == DOSEAU_DETECTED || state == DOSEAU_NOT_DETECTED;
        t->flagged += (f->load[i].flags & DOSEAU_FLAGS_OF_FLAGGED_DAYS) != 0;
        if (m->date == DOSEAU_NO_DATE) continue;
        if (t->first == DOSEAU_NO_DATE || m->date < t->first) t->first = m->date;
        if (t->last == DOSEAU_NO_DATE || m->date > t->last) t->last = m->date;
    }
}

static bool has_rows(const facts *f, uint32_t round)
{
    for (size_t i = 0; i < f->n_rounds; i++)
        if (f->round[i].round == round) return true;
    return false;
}

/* Rounds of a study are in the order of time. */
static void count_rounds(const facts *f, totals *t)
{
    size_t n;
    doseau_study_rounds(f->study, &n);
    for (uint32_t round = 0; round < n; round++) {
        if (!has_rows(f, round)) continue;
        if (t->rounds++ == 0) t->first_round = round;
        t->last_round = round;
    }
}

static void count_results(const facts *f, totals *t)
{
    for (size_t i = 0; i < f->n_comparisons; i++) {
        const doseau_comparison *c = &f->comparison[i];
        if (c->a->data != DOSEAU_ALL) continue;
        t->pairs++;
        t->higher += c->verdict == DOSEAU_RISE_BEYOND_USUAL;
        t->lower += c->verdict == DOSEAU_FALL_BEYOND_USUAL;
        t->open += c->verdict == DOSEAU_CHANGE_NOT_ESTIMABLE;
    }
    for (size_t i = 0; i < f->n_series; i++) {
        const doseau_trend *trend = facts_trend(f, &f->series[i]);
        t->plants += is_new_plant(f, i);
        t->substances += is_new_substance(f, i);
        if (!trend) continue;
        t->trends[trend->verdict]++;
        if (trend->rounds > t->most_rounds) t->most_rounds = trend->rounds;
    }
}

totals totals_of(const facts *f)
{
    totals t = {.first = DOSEAU_NO_DATE,
                .last = DOSEAU_NO_DATE,
                .first_round = DOSEAU_NONE,
                .last_round = DOSEAU_NONE};
    count_loads(f, &t);
    count_rounds(f, &t);
    count_results(f, &t);
    return t;
}
