/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/text.h"
#include <doseau/prior.h>
#include <math.h>
#include <stdio.h>

/* Own computation from EUDA and SCORE daily loads, 2011-2024, maximum likelihood; `pooled` has no
 * usual week. 0: no row of its own. */
typedef struct row {
    doseau_prior_set set;
    const char *drug;
    doseau_spread year, day, week_day;
    double day_sd, nugget, walk;
} row;

static const row rows[] = {
    {DOSEAU_PRIOR_EU, "cocaine", {.232, 3.3}, {.174, 2.3}, {.259, 3.7}, .313, .206, .199},
    {DOSEAU_PRIOR_EU, "MDMA", {.360, 9.0}, {.341, 3.4}, {.564, 7.7}, .495, .385, .115},
    {DOSEAU_PRIOR_EU, "amphetamine", {.309, 3.3}, {.154, 1.9}, {.169, 2.1}, .349, .358, .123},
    {DOSEAU_PRIOR_EU, "methamphetamine", {.419, 3.4}, {.185, 1.7}, {.188, 1.7}, .412, .539, .230},
    {DOSEAU_PRIOR_EU, "cannabis", {.241, 8.5}, {.156, 2.4}, {.160, 2.5}, .298, .254, .116},
    {DOSEAU_PRIOR_EU, "ketamine", {.437, 4.7}, {.277, 2.3}, {.295, 2.5}, .561, 0, 0},
    {DOSEAU_PRIOR_NL, "cocaine", {.189, 6}, {0, 0}, {0, 0}, .216, 0, 0},
    {DOSEAU_PRIOR_NL, "MDMA", {.268, 6}, {0, 0}, {0, 0}, .338, 0, 0},
    {DOSEAU_PRIOR_NL, "amphetamine", {.362, 6}, {0, 0}, {0, 0}, .332, 0, 0},
    {DOSEAU_PRIOR_NL, "methamphetamine", {.256, 6}, {0, 0}, {0, 0}, .561, 0, 0},
    {DOSEAU_PRIOR_NL, "cannabis", {.189, 6}, {0, 0}, {0, 0}, .170, 0, 0},
};
enum { ROWS = sizeof rows / sizeof *rows };

/* All substances together; day_sd is the root mean square of EU's rows, weighted by their weeks. */
static const row pooled = {DOSEAU_PRIOR_POOLED, "",   {.298, 3.3}, {.192, 1.9},
                           {.229, 1.9},         .396, 0,           0};

/* A substance without data: the widest yearly row, the strongest week, the strongest walk. */
static const char widest[] = "ketamine", strongest_week[] = "MDMA", strongest_walk[] = "cocaine";

static const double small_factor = 1.4, small_persons = 50000;

static const char *const set_names[] = {
    [DOSEAU_PRIOR_EU] = "EU", [DOSEAU_PRIOR_NL] = "NL", [DOSEAU_PRIOR_POOLED] = "pooled"};
enum { SETS = sizeof set_names / sizeof *set_names };

const char *doseau_prior_set_name(doseau_prior_set set)
{
    return (size_t)set < SETS ? set_names[set] : "";
}

doseau_status doseau_prior_set_parse(const char *word, doseau_prior_set *set)
{
    const size_t i = text_index(word, set_names, SETS);
    if (i == SETS) return DOSEAU_EUNKNOWN;
    *set = (doseau_prior_set)i;
    return DOSEAU_OK;
}

doseau_region doseau_prior_region(doseau_prior_set set)
{
    return set == DOSEAU_PRIOR_NL ? DOSEAU_NL : DOSEAU_EU;
}

static const row *find_row(doseau_prior_set set, const char *drug)
{
    for (size_t i = 0; i < ROWS; i++)
        if (rows[i].set == set && text_same(rows[i].drug, drug)) return &rows[i];
    return NULL;
}

static const row *find_row_or_eu(doseau_prior_set set, const char *drug)
{
    const row *found = find_row(set, drug);
    return found ? found : find_row(DOSEAU_PRIOR_EU, drug);
}

static void name_it(doseau_prior *prior, const char *set, const char *drug)
{
    snprintf(prior->name, sizeof prior->name, "%s:%s%s", set, drug,
             prior->borrowed ? ":borrowed" : "");
}

static void take_walk(doseau_prior *prior, double nugget, double walk)
{
    prior->walk_per_nugget2 = walk * walk / (nugget * nugget);
}

static void take_built_in(doseau_prior *prior, const doseau_substance *substance,
                          doseau_prior_set set)
{
    prior->borrowed = !substance || substance->borrowed;
    const char *days = prior->borrowed ? strongest_week : substance->weekdays;
    const row *year = find_row_or_eu(set, prior->borrowed ? widest : substance->weekdays);
    const row *day = find_row(DOSEAU_PRIOR_EU, days);
    const row *walk = find_row(DOSEAU_PRIOR_EU, year->drug);
    prior->walk_borrowed = !(walk->nugget > 0);
    if (prior->walk_borrowed) walk = find_row(DOSEAU_PRIOR_EU, strongest_walk);
    prior->year = year->year;
    prior->day = day->day;
    prior->week_day = day->week_day;
    prior->day_sd = find_row_or_eu(set, days)->day_sd;
    take_walk(prior, walk->nugget, walk->walk);
    name_it(prior, doseau_prior_set_name(year->set), year->drug);
}

static void take_pooled(doseau_prior *prior)
{
    const row *walk = find_row(DOSEAU_PRIOR_EU, strongest_walk);
    *prior = (doseau_prior){.name = "pooled", .walk_borrowed = true};
    prior->year = pooled.year;
    prior->day = pooled.day;
    prior->week_day = pooled.week_day;
    prior->day_sd = pooled.day_sd;
    take_walk(prior, walk->nugget, walk->walk);
}

/* What a study's own row tells goes before; what it leaves out stays as it was. */
static void take_own(doseau_prior *prior, const doseau_own_prior *own, const char *substance)
{
    prior->own = true;
    prior->borrowed = false;
    prior->year = own->year;
    if (own->day.s0 > 0) prior->day = own->day;
    if (own->week_day.s0 > 0) prior->week_day = own->week_day;
    if (own->day_sd > 0) prior->day_sd = own->day_sd;
    if (own->nugget > 0) {
        prior->walk_borrowed = false;
        take_walk(prior, own->nugget, own->walk);
    }
    name_it(prior, "own", substance);
}

doseau_prior doseau_prior_find(const doseau_study *study, uint32_t substance, doseau_prior_set set)
{
    size_t n;
    doseau_prior prior = {0};
    const doseau_own_prior *own = doseau_study_priors(study, &n);
    if (set == DOSEAU_PRIOR_POOLED)
        take_pooled(&prior);
    else
        take_built_in(&prior, doseau_study_substance_at(study, substance), set);
    for (size_t i = 0; i < n; i++)
        if (own[i].substance == substance)
            take_own(&prior, &own[i], doseau_study_substance_name(study, substance));
    return prior;
}

doseau_spread doseau_prior_of_round(const doseau_prior *prior, double persons, size_t days)
{
    const bool is_small = !prior->own && persons > 0 && persons <= small_persons;
    const double s0 = prior->year.s0 * (is_small ? small_factor : 1);
    const double k = days < 7 ? (double)days : 7;
    const double fewer = prior->day_sd * prior->day_sd * (1 / k - 1. / 7);
    return (doseau_spread){sqrt(s0 * s0 + fewer), prior->year.d0};
}

double doseau_prior_growth(const doseau_prior *prior, double years)
{
    const double w = prior->walk_per_nugget2;
    const double growth = (1 + w * years / 2) / (1 + w / 2);
    return prior->walk_borrowed && growth < 1 ? 1 : growth;
}
