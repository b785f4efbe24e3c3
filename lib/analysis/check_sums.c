/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/check_report.h"
#include "stats/interval.h"
#include <doseau/isomer_sums.h>
#include <doseau/propagate.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Sums of isomers that a laboratory reports beside those that are formed of their parts. */

/* The reported sum of the sample of a formed one; NULL: there is none. */
static const doseau_measurement *reported_beside(const doseau_study *study,
                                                 const doseau_measurement *formed, const char *sum)
{
    size_t n;
    const doseau_measurement *m = doseau_study_measurements(study, &n);
    const doseau_substance *known = doseau_substance_find(sum);
    const char *name = known ? known->name : sum;
    for (size_t i = 0; i < n; i++) {
        if (m[i].plant != formed->plant || m[i].round != formed->round || m[i].formed ||
            m[i].date != formed->date || m[i].weekday != formed->weekday ||
            m[i].laboratory != formed->laboratory || m[i].replicate != formed->replicate ||
            m[i].quantity != formed->quantity || m[i].value.state == DOSEAU_MISSING)
            continue;
        if (!strcmp(doseau_study_substance_name(study, m[i].substance), name)) return &m[i];
    }
    return NULL;
}

/* Room for one component over the parts and the reported sum. */
typedef struct ratio_work {
    double *sensitivity, *rel_u;
    doseau_key *key;
    size_t *group;
    size_t n;
} ratio_work;

static doseau_status add_component(const doseau_study *study, const doseau_measurement parts[],
                                   const doseau_measurement *reported, size_t index, ratio_work *w,
                                   double *variance)
{
    size_t n;
    double one;
    const doseau_component *c = doseau_study_budget(study, &n) + index;
    for (size_t i = 0; i < w->n; i++) {
        const doseau_measurement *m = i + 1 < w->n ? &parts[i] : reported;
        w->rel_u[i] = doseau_measurement_rel_u(study, m, index);
        w->key[i] = doseau_measurement_key(m);
        if (c->scope == DOSEAU_SCOPE_COLUMN)
            w->key[i].label = doseau_study_label(study, m, c->column);
    }
    const doseau_error_source source = {w->rel_u, w->group};
    doseau_status status = doseau_scope_groups(c->scope, w->key, w->n, w->group);
    if (!status) status = doseau_propagate(w->sensitivity, w->n, &source, 1, &one);
    if (!status) *variance += one;
    return status;
}

/* The variance of ln(sum of the parts / reported): what they share cancels. */
static doseau_status ratio_variance(const doseau_study *study, const doseau_measurement parts[],
                                    size_t n, const doseau_measurement *reported, double *variance)
{
    size_t n_components;
    ratio_work w = {.n = n + 1};
    doseau_study_budget(study, &n_components);
    w.sensitivity = calloc(w.n, sizeof *w.sensitivity);
    w.rel_u = calloc(w.n, sizeof *w.rel_u);
    w.key = calloc(w.n, sizeof *w.key);
    w.group = calloc(w.n, sizeof *w.group);
    const bool room = w.sensitivity && w.rel_u && w.key && w.group;
    doseau_status status = room ? DOSEAU_OK : DOSEAU_ENOMEM;
    *variance = 0;
    if (room) {
        doseau_sum_shares(parts, n, w.sensitivity);
        w.sensitivity[n] = -1;
    }
    for (size_t i = 0; !status && i < n_components; i++)
        status = add_component(study, parts, reported, i, &w, variance);
    free(w.sensitivity);
    free(w.rel_u);
    free(w.key);
    free(w.group);
    return status;
}

/* Both were found: their ratio with its interval. */
static doseau_status judge_ratio(const checking *c, const doseau_measurement *formed,
                                 const doseau_measurement *reported, const char *sum)
{
    size_t n;
    double variance, z;
    doseau_interval i;
    const doseau_measurement *parts = doseau_formed_parts(c->study, formed, &n, NULL);
    const double ratio = formed->value.lower / reported->value.lower;
    doseau_status status = ratio_variance(c->study, parts, n, reported, &variance);
    if (!status) status = stats_interval_z(.05, &z);
    if (!status) status = stats_lognormal_interval(ratio, sqrt(variance), z, &i);
    if (status) return status == DOSEAU_ENOMEM ? status : DOSEAU_OK;
    const bool apart = i.lower > 1 || i.upper < 1;
    doseau_problems_add(c->problems, apart ? DOSEAU_WARNING : DOSEAU_NOTICE,
                        apart ? "sum_apart" : "sum_beside", check_result_place(c, reported),
                        "%s is reported as %s; its parts, measured apart, add up to %s: %s times "
                        "that (%s to %s)%s",
                        sum, check_show(reported->value.lower).text,
                        check_show(formed->value.lower).text, check_show(ratio).text,
                        check_show(i.lower).text, check_show(i.upper).text,
                        apart ? "; ask the laboratory what its sum is of" : "");
    return DOSEAU_OK;
}

enum { BOUNDS_SIZE = 2 * DOSEAU_NUMBER_SIZE + 16 };

static void show_bounds(const doseau_sample *v, char words[BOUNDS_SIZE])
{
    if (v->state == DOSEAU_FOUND)
        snprintf(words, BOUNDS_SIZE, "%s", check_show(v->lower).text);
    else if (v->bounded)
        snprintf(words, BOUNDS_SIZE, "%s to %s", check_show(v->lower).text,
                 check_show(v->upper).text);
    else
        snprintf(words, BOUNDS_SIZE, "%s or more", check_show(v->lower).text);
}

static bool is_below(const doseau_sample *a, const doseau_sample *b)
{
    return a->bounded && a->upper < b->lower;
}

/* One of them is known between bounds only. */
static void judge_bounds(const checking *c, const doseau_measurement *formed,
                         const doseau_measurement *reported, const char *sum)
{
    char told[BOUNDS_SIZE], own[BOUNDS_SIZE];
    const bool apart =
        is_below(&formed->value, &reported->value) || is_below(&reported->value, &formed->value);
    show_bounds(&reported->value, told);
    show_bounds(&formed->value, own);
    doseau_problems_add(
        c->problems, apart ? DOSEAU_WARNING : DOSEAU_NOTICE, apart ? "sum_apart" : "sum_beside",
        check_result_place(c, reported),
        "%s is reported as %s; its parts, measured apart, add up to %s: %s", sum, told, own,
        apart ? "they do not overlap; ask the laboratory what its sum is of" : "they agree");
}

doseau_status check_sums(const checking *c)
{
    size_t n, n_parts;
    doseau_status status = DOSEAU_OK;
    const doseau_measurement *m = doseau_study_measurements(c->study, &n);
    for (size_t i = 0; !status && i < n; i++) {
        const char *sum;
        if (!doseau_formed_parts(c->study, &m[i], &n_parts, &sum)) continue;
        const doseau_measurement *reported = reported_beside(c->study, &m[i], sum);
        if (!reported) continue;
        if (m[i].value.state == DOSEAU_FOUND && reported->value.state == DOSEAU_FOUND)
            status = judge_ratio(c, &m[i], reported, sum);
        else
            judge_bounds(c, &m[i], reported, sum);
    }
    return status;
}
