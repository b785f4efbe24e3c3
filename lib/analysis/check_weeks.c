/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/week_fit.h"
#include "base/array.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

/*
 * Weeks whose days are one off: composites dated by the day on which they ended, or a column that
 * slipped. A run of such rounds is told once (check_week_runs.c), a single one by itself.
 *
 * The evidence of a single week counts where every drug correlates better with the moved week, and
 * one of them by .8 at least, and where the plant's other weeks do not ask for the same.
 *
 * Own computation on the European table 2011-2022 (release of 2 May 2023, 707 weeks with six days
 * or more): evidence above 10 in 6 weeks (.8 %), all of them a day late, most with correlations
 * above .9 for less than .6. Of single weeks moved by one day on purpose 11 % (late) and 16 %
 * (early) are found: strong evidence is rare in one week, and silence is no proof.
 */

static const double least_correlation = .8;

/* The place of a substance among the drugs; WEEK_DRUGS: none. The metabolite stands for cocaine. */
static size_t drug_of(const doseau_study *study, uint32_t substance)
{
    const char *name = doseau_study_substance_name(study, substance);
    return strcmp(name, "benzoylecgonine") == 0 ? 0 : strcmp(name, "MDMA") == 0 ? 1 : WEEK_DRUGS;
}

static void take(week_profile *p, const doseau_measurement *m, double load)
{
    const size_t w = (size_t)m->weekday;
    if (w >= 7) return;
    if (p->measured[w] && p->date[w] != m->date) p->odd = true;
    p->measured[w] = true;
    p->date[w] = m->date;
    p->log[w] = (p->log[w] * (double)p->count[w] + log(load)) / (double)(p->count[w] + 1);
    p->count[w]++;
}

/* Adds the weeks of one series to those of its plant, which are in order of rounds. */
static doseau_status collect(const checking *c, size_t begin, size_t end, size_t drug, array *weeks)
{
    size_t n;
    doseau_status status = DOSEAU_OK;
    const doseau_measurement *m = doseau_study_measurements(c->study, &n);
    const doseau_round *rounds = doseau_study_rounds(c->study, &n);
    const doseau_load *loads = doseau_loads_all(c->loads, &n);
    for (size_t i = begin; !status && i < end; i++) {
        const bool told = doseau_study_flagged(c->study, m[i].plant, m[i].date);
        if (m[i].value.state != DOSEAU_FOUND || rounds[m[i].round].event || told) continue;
        week *all = weeks->items;
        size_t at = 0;
        while (at < weeks->size && all[at].round != m[i].round) at++;
        const week fresh = {.round = m[i].round, .first = &m[i]};
        if (at == weeks->size) status = array_add(weeks, &fresh);
        if (status) break;
        week_profile *p = &((week *)weeks->items)[at].of[drug];
        p->drug = doseau_study_substance_name(c->study, m[i].substance);
        take(p, &m[i], loads[i].value.lower);
    }
    return status;
}

static void report(const checking *c, const week *at, week_way way,
                   const doseau_check_window *window)
{
    size_t n;
    text words = {0};
    week_add_drugs(&words, at, &at->by[way]);
    check_report(c, "weekday_shift", check_day_place(c, at->first), window,
                 "round %s of plant %s fits the usual week better with all days one %s, by %s "
                 "(correlation %s)",
                 doseau_study_text_at(c->study, doseau_study_rounds(c->study, &n)[at->round].label),
                 doseau_study_plant_name(c->study, at->first->plant),
                 way == WEEK_LATE ? "earlier" : "later", check_show(at->by[way].evidence).text,
                 words.bytes ? words.bytes : "");
    text_free(&words);
}

/* Whether the other weeks of the plant ask for the same: then that is how it lives, or a run. */
static bool usual_here(const week weeks[], size_t n, size_t at, week_way way)
{
    double sum = 0;
    for (size_t i = 0; i < n; i++)
        if (i != at) sum += weeks[i].by[way].evidence;
    return sum > 0;
}

static void judge_singly(const checking *c, const week weeks[], size_t n)
{
    const doseau_check_window window =
        doseau_study_window(c->study, "weekday_shift", DOSEAU_NONE, DOSEAU_NONE);
    for (size_t i = 0; i < n; i++) {
        const week_way way = week_better_way(&weeks[i]);
        const week_fit *f = &weeks[i].by[way];
        if (f->better && f->best >= least_correlation &&
            doseau_check_outside(&window, f->evidence) && !usual_here(weeks, n, i, way))
            report(c, &weeks[i], way, &window);
    }
}

static int compare_rounds(const void *left, const void *right)
{
    const week *a = left, *b = right;
    return a->round < b->round ? -1 : a->round > b->round;
}

/* The weeks of a plant. Only those with days enough count. */
static void judge_plant(const checking *c, week weeks[], size_t n)
{
    size_t kept = 0;
    for (size_t i = 0; i < n; i++)
        if (week_is_judged(&weeks[i])) weeks[kept++] = weeks[i];
    if (kept) qsort(weeks, kept, sizeof *weeks, compare_rounds);
    for (size_t i = 0; i < kept; i++) week_judge(&weeks[i]);
    if (!check_week_runs(c, weeks, kept)) judge_singly(c, weeks, kept);
}

doseau_status check_weeks(const checking *c)
{
    size_t n;
    const doseau_measurement *m = doseau_study_measurements(c->study, &n);
    array weeks = {.item_size = sizeof(week)};
    doseau_status status = DOSEAU_OK;
    for (size_t i = 0, end; c->loads && !status && i < n; i = end) {
        weeks.size = 0;
        for (end = i; !status && end < n && m[end].plant == m[i].plant;) {
            const size_t begin = end, drug = drug_of(c->study, m[begin].substance);
            end = check_series_end(m, n, begin);
            if (drug < WEEK_DRUGS) status = collect(c, begin, end, drug, &weeks);
        }
        if (!status) judge_plant(c, weeks.items, weeks.size);
    }
    array_free(&weeks);
    return status;
}
