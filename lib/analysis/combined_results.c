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

static void add_term(combined_results *r, const doseau_rounds *rounds, const combination_term *term,
                     size_t index)
{
    size_t n;
    const doseau_measurement *m = doseau_study_measurements(rounds->study, &n);
    const double *share = rounds->share[term->round->data];
    for (size_t i = term->round->begin; i < term->round->end; i++) {
        if (!(share[i] > 0)) continue;
        r->result[r->n] = &m[i];
        r->sensitivity[r->n] = term->coefficient * share[i];
        r->term[r->n] = index;
        r->key[r->n++] = doseau_measurement_key(&m[i]);
    }
}

doseau_status combined_results_gather(const doseau_rounds *rounds, const combination_term terms[],
                                      size_t n, combined_results *results)
{
    size_t room = 1;
    for (size_t i = 0; i < n; i++) room += terms[i].round->end - terms[i].round->begin;
    *results = (combined_results){.study = rounds->study};
    if (allocate(results, room)) {
        combined_results_free(results);
        return DOSEAU_ENOMEM;
    }
    for (size_t i = 0; i < n; i++) add_term(results, rounds, &terms[i], i);
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
    if (budget[component].scope == DOSEAU_SCOPE_COLUMN)
        for (size_t i = 0; i < results->n; i++)
            results->key[i].label =
                doseau_study_label(results->study, results->result[i], budget[component].column);
    return doseau_scope_groups(budget[component].scope, results->key, results->n, results->group);
}
