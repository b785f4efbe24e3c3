/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/place_rounds.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* By more than 5 %, as the test for a trend has it; of a round without a mean by anything. */
static bool are_apart(const mark *m)
{
    if (!m->least.given || !m->most.given) return true;
    return m->most.value > m->least.value * (m->value.given ? 1.05 : 1);
}

mark rounds_mark(const doseau_round_mean *round)
{
    mark m = {.value = round->mean,
              .measured = round->measurement_rel_u.given,
              .measurement = round->measurement,
              .levelled = round->level_rel_u.given,
              .level = round->level,
              .least = round->bound_lower,
              .most = round->bound_upper};
    const bool below = (round->flags & DOSEAU_FLAG_BELOW_LIMIT) != 0;
    m.bounds = below && (m.least.given || m.most.given) && are_apart(&m);
    if (round->kind == DOSEAU_EVENT)
        m.shape = MARK_EVENT;
    else if (round->flags & DOSEAU_FLAGS_OF_FLAGGED_DAYS)
        m.shape = MARK_FLAGGED;
    return m;
}

bool rounds_is_flagged(const facts *f, size_t round)
{
    return (f->round[round].flags & DOSEAU_FLAGS_OF_FLAGGED_DAYS) != 0;
}

/* ---- Places in time ---- */

/* Years as dates are counted: 365.25 days each. */
static double year_of(doseau_date first, doseau_date last)
{
    return 1970 + (((double)first + (double)last) / 2 + .5) / 365.25;
}

static bool year_of_label(const char *label, double *year)
{
    if (strlen(label) != 4 || strspn(label, "0123456789") != 4) return false;
    *year = strtod(label, NULL) + .5;
    return true;
}

static bool find_year(const doseau_round_mean *r, const char *label, double *year)
{
    if (r->first_date == DOSEAU_NO_DATE) return year_of_label(label, year);
    *year = year_of(r->first_date, r->last_date);
    return true;
}

static int by_year(const void *a, const void *b)
{
    const rounds_point *left = a, *right = b;
    return (left->year > right->year) - (left->year < right->year);
}

/* ---- Laboratories ---- */

/* The laboratory of all results of a round; DOSEAU_NONE: several, or none is named. */
static uint32_t laboratory_of(const facts *f, const doseau_round_mean *r)
{
    for (size_t i = r->begin; i < r->end; i++)
        if (f->measurement[i].laboratory != f->measurement[r->begin].laboratory) return DOSEAU_NONE;
    return r->begin < r->end ? f->measurement[r->begin].laboratory : DOSEAU_NONE;
}

static void mark_changes(const facts *f, rounds_point points[], size_t n)
{
    for (size_t i = 1; i < n; i++) {
        const uint32_t before = laboratory_of(f, points[i - 1].round);
        const uint32_t now = laboratory_of(f, points[i].round);
        if (before == now || before == DOSEAU_NONE || now == DOSEAU_NONE) continue;
        points[i].laboratory_before = doseau_study_text_at(f->study, before);
        points[i].laboratory = doseau_study_text_at(f->study, now);
    }
}

size_t rounds_place(const facts *f, const facts_series *s, rounds_point points[])
{
    size_t n = 0;
    bool dated = true;
    for (size_t i = s->round_begin; i < s->round_end; i++) {
        const doseau_round_mean *r = &f->round[i];
        if (r->data != DOSEAU_ALL) continue;
        rounds_point *point = &points[n++];
        const doseau_round_mean *without = facts_unflagged(f, i);
        point->round = r;
        point->label = facts_round_label(f, r->round);
        point->all = rounds_mark(r);
        dated = find_year(r, point->label, &point->year) && dated;
        if (!without || !rounds_is_flagged(f, i)) continue;
        point->without = rounds_mark(without);
        point->without.levelled = false;
        point->without.shape = MARK_WITHOUT;
    }
    for (size_t i = 0; !dated && i < n; i++) points[i].year = (double)i;
    qsort(points, n, sizeof *points, by_year);
    mark_changes(f, points, n);
    return n;
}

/* ---- Trend ---- */

rounds_trend rounds_trend_of(const doseau_trend *trend, const rounds_point points[], size_t n)
{
    const doseau_trend_estimate *slope = &trend->percent_per_year;
    rounds_trend t = {.factor = 1 + slope->value.value / 100,
                      .lower = 1 + slope->lower.value / 100,
                      .upper = 1 + slope->upper.value / 100};
    double years = 0, logs = 0;
    size_t known = 0;
    for (size_t i = 0; i < n; i++) {
        if (!points[i].all.value.given || points[i].all.shape == MARK_EVENT) continue;
        years += points[i].year;
        logs += log(points[i].all.value.value);
        known++;
    }
    if (!known) return t;
    t.year = years / (double)known;
    t.value = exp(logs / (double)known);
    if (trend->typical_mg_d_1000p.value.given) t.value = trend->typical_mg_d_1000p.value.value;
    t.given = slope->value.given && slope->lower.given && slope->upper.given;
    return t;
}
