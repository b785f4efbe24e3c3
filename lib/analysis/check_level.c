/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/check_report.h"
#include "base/array.h"
#include "base/text.h"
#include "stats/sort.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

/*
 * The loads of a whole round against those of Europe, where no other round need tell what is usual:
 * a unit that was taken for another moves all substances alike.
 *
 * The round's median load of each substance is divided by the median over European plants and
 * years; the middle one of these ratios is held against the window of `load_level`. Of one or two
 * substances, which may be high or low by themselves, each must also be beyond twice what was ever
 * seen.
 *
 * Own computation on the European table 2011-2022 (release of 2 May 2023; medians of the days of a
 * plant and year, 724 of them, 668 with three substances or more): of all choices of three or four
 * substances, 4530, none is above 20 times or below .015 times; multiplied or divided by 1000 on
 * purpose 99.9 % and all are found. Of single substances, by what was seen, 79 to 100 %
 * (multiplied) and 30 to 100 % (divided).
 */

enum { SUBSTANCES = 6, ENOUGH = 3 };

/* Median loads of a plant and year in mg/d/1000 people: the lowest, middle and highest. */
static const struct {
    const char *name;
    double least, median, most;
} europe[SUBSTANCES] = {
    {"benzoylecgonine", .1, 148, 2150}, {"MDMA", .39, 12.7, 253},
    {"amphetamine", .19, 43.7, 878},    {"methamphetamine", .08, 7.61, 937},
    {"THC-COOH", 5.8, 66.1, 252},       {"ketamine", .12, 2.58, 201},
};
static const double beyond_seen = 2;

/* The load of one substance that was found on one day, and its place among the European ones. */
typedef struct found_load {
    const doseau_measurement *m;
    size_t substance;
    double load;
} found_load;

#define ORDER(a, b)                                                                                \
    if ((a) != (b)) return (a) < (b) ? -1 : 1

static int compare(const void *left, const void *right)
{
    const found_load *a = left, *b = right;
    ORDER(a->m->plant, b->m->plant);
    ORDER(a->m->round, b->m->round);
    ORDER(a->substance, b->substance);
    ORDER(a->load, b->load);
    ORDER(a->m, b->m);
    return 0;
}

static size_t substance_of(const doseau_study *study, uint32_t substance)
{
    const char *name = doseau_study_substance_name(study, substance);
    size_t s = 0;
    while (s < SUBSTANCES && strcmp(europe[s].name, name) != 0) s++;
    return s;
}

static doseau_status collect(const checking *c, array *all)
{
    size_t n;
    doseau_status status = DOSEAU_OK;
    const doseau_load *loads = doseau_loads_all(c->loads, &n);
    const doseau_measurement *m = doseau_study_measurements(c->study, &n);
    for (size_t i = 0; !status && i < n; i++) {
        const found_load f = {&m[i], substance_of(c->study, m[i].substance), loads[i].value.lower};
        if (f.substance < SUBSTANCES && m[i].value.state == DOSEAU_FOUND && f.load > 0)
            status = array_add(all, &f);
    }
    if (!status && all->size) qsort(all->items, all->size, sizeof(found_load), compare);
    return status;
}

/* The level of one plant and round. */
typedef struct level {
    const doseau_measurement *first; /* of its results */
    size_t n;                        /* substances */
    double logs[SUBSTANCES];         /* of ratios */
    bool all_above, all_below;       /* beyond what was seen */
    text words;
} level;

/* Adds the loads f[0..n) of one substance, in order of size. */
static void add_substance(const found_load f[], size_t n, level *l)
{
    const double median = n % 2 ? f[n / 2].load : sqrt(f[n / 2 - 1].load * f[n / 2].load);
    const size_t s = f->substance;
    for (size_t i = 0; i < n; i++)
        if (!l->first || f[i].m->origin.file < l->first->origin.file ||
            (f[i].m->origin.file == l->first->origin.file &&
             f[i].m->origin.line < l->first->origin.line))
            l->first = f[i].m;
    l->all_above = l->all_above && median > beyond_seen * europe[s].most;
    l->all_below = l->all_below && median < europe[s].least / beyond_seen;
    text_addf(&l->words, "%s%s %s against %s", l->n ? ", " : "", europe[s].name,
              check_show(median).text, check_show(europe[s].median).text);
    l->logs[l->n++] = log(median / europe[s].median);
}

/* The rounds of a plant that are off: told once. */
typedef struct finding {
    check_tally tally; /* of ratios */
    text first;
} finding;

static void judge(const checking *c, level *l, const doseau_check_window *window, finding *found)
{
    size_t n;
    double room[SUBSTANCES];
    stats_sort(l->logs, l->n, room);
    const double ratio = exp(stats_sorted_quantile(l->logs, l->n, .5));
    const bool seen = !(ratio > 1 ? l->all_above : l->all_below);
    if (!doseau_check_outside(window, ratio) || (l->n < ENOUGH && seen)) return;
    const doseau_round *round = doseau_study_rounds(c->study, &n) + l->first->round;
    if (found->tally.n == 0)
        text_addf(&found->first,
                  "the loads of plant %s in round %s are %s the European median (mg/d/1000 people: "
                  "%s)",
                  doseau_study_plant_name(c->study, l->first->plant),
                  doseau_study_text_at(c->study, round->label), check_show_ratio(ratio).text,
                  l->words.bytes ? l->words.bytes : "");
    check_count(&found->tally, check_result_place(c, l->first), ratio);
}

static void report(const checking *c, const finding *found, const doseau_check_window *window)
{
    const size_t more = found->tally.n - 1;
    const char *first = found->first.bytes ? found->first.bytes : "";
    if (more == 0)
        check_report(c, "load_level", found->tally.place, window, "%s", first);
    else
        check_report(c, "load_level", found->tally.place, window,
                     "%s, and so in %zu more round%s: all are %s to %s it", first, more,
                     more == 1 ? "" : "s", check_show_ratio(found->tally.least).text,
                     check_show_ratio(found->tally.most).text);
}

/* The rounds of one plant: f[0..n). */
static void judge_plant(const checking *c, const found_load f[], size_t n,
                        const doseau_check_window *window)
{
    finding found = {0};
    for (size_t i = 0, end; i < n; i = end) {
        level l = {.all_above = true, .all_below = true};
        for (end = i; end < n && f[end].m->round == f[i].m->round;) {
            const size_t begin = end;
            while (end < n && f[end].m->round == f[i].m->round &&
                   f[end].substance == f[begin].substance)
                end++;
            add_substance(f + begin, end - begin, &l);
        }
        judge(c, &l, window, &found);
        text_free(&l.words);
    }
    if (found.tally.n) report(c, &found, window);
    text_free(&found.first);
}

doseau_status check_level(const checking *c)
{
    array all = {.item_size = sizeof(found_load)};
    const doseau_check_window window =
        doseau_study_window(c->study, "load_level", DOSEAU_NONE, DOSEAU_NONE);
    const doseau_status status = c->loads ? collect(c, &all) : DOSEAU_OK;
    const found_load *f = all.items;
    for (size_t i = 0, end; !status && i < all.size; i = end) {
        for (end = i; end < all.size && f[end].m->plant == f[i].m->plant;) end++;
        judge_plant(c, f + i, end - i, &window);
    }
    array_free(&all);
    return status;
}
