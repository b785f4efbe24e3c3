/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/combined_results.h"
#include <stdlib.h>

static doseau_status allocate(combined_results *r, size_t room)
{
    r->result = calloc(room, sizeof *r->result);
    r->sensitivity = calloc(room, sizeof *r->sensitivity);
    r->term = calloc(room, sizeof *r->term);
    r->key = calloc(room, sizeof *r->key);
    r->rel_u = calloc(room, sizeof *r->rel_u);
    r->group = calloc(room, sizeof *r->group);
    return r->result && r->sensitivity && r->term && r->key && r->rel_u && r->group ? DOSEAU_OK
                                                                                    : DOSEAU_ENOMEM;
}

void combined_results_free(combined_results *results)
{
    free(results->result);
    free(results->sensitivity);
    free(results->term);
    free(results->key);
    free(results->rel_u);
    free(results->group);
}

/* 1 over the number of results of a round that has no mean, and so no shares; 0 where it has. */
static double equal_share(const doseau_rounds *rounds, const doseau_round_mean *round)
{
    size_t results = 0;
    for (size_t i = round->begin; i < round->end; i++) {
        if (rounds->share[round->data][i] > 0) return 0;
        results += round_counts(rounds, round, i);
    }
    return results ? 1 / (double)results : 0;
}

static void add_term(combined_results *r, const doseau_rounds *rounds, const combination_term *term,
                     combination_mode mode, size_t index)
{
    size_t n;
    const doseau_measurement *m = doseau_study_measurements(rounds->study, &n);
    const doseau_round_mean *round = term->round;
    const double equal = mode == COMBINATION_BETWEEN ? equal_share(rounds, round) : 0;
    for (size_t i = round->begin; i < round->end; i++) {
        const double own = rounds->share[round->data][i];
        const double share = equal > 0 && round_counts(rounds, round, i) ? equal : own;
        if (!(share > 0)) continue;
        r->result[r->n] = &m[i];
        r->sensitivity[r->n] = term->coefficient * share;
        r->term[r->n] = index;
        r->key[r->n++] = doseau_measurement_key(&m[i]);
    }
}

doseau_status combined_results_gather(const doseau_rounds *rounds, const combination_term terms[],
                                      size_t n, combination_mode mode, combined_results *results)
{
    size_t room = 1;
    for (size_t i = 0; i < n; i++) room += terms[i].round->end - terms[i].round->begin;
    *results = (combined_results){.study = rounds->study};
    if (allocate(results, room)) {
        combined_results_free(results);
        return DOSEAU_ENOMEM;
    }
    for (size_t i = 0; i < n; i++) add_term(results, rounds, &terms[i], mode, i);
    return DOSEAU_OK;
}

bool combined_results_weigh(combined_results *results, size_t component)
{
    bool any = false;
    for (size_t i = 0; i < results->n; i++) {
        results->rel_u[i] = doseau_measurement_rel_u(results->study, results->result[i], component);
        any = any || results->rel_u[i] > 0;
    }
    return any;
}

doseau_status combined_results_group(combined_results *results, size_t component)
{
    size_t n;
    const doseau_component *budget = doseau_study_budget(results->study, &n);
    return doseau_scope_groups(budget[component].scope, results->key, results->n, results->group);
}
