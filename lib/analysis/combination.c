/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/combined_results.h"
#include "base/text.h"
#include <doseau/propagate.h>
#include <math.h>
#include <stdlib.h>

/* The usual distance of two laboratories that have no samples in common. */
static const double usual_between_laboratories = .15;

/* What the rounds may differ in: the name in a budget that says how well it is known, and the scope
 * that says it itself. */
static const struct {
    doseau_scope scope;
    const char *component; /* NULL: laboratories */
} changes[COMBINATION_CHANGES] = {
    [CHANGE_OF_LABORATORY] = {DOSEAU_SCOPE_LABORATORY, NULL},
    [CHANGE_OF_METER] = {DOSEAU_SCOPE_METER, "flow"},
    [CHANGE_OF_POPULATION_BASIS] = {DOSEAU_SCOPE_COLUMN, "population"},
};

size_t combination_components(const doseau_rounds *rounds)
{
    size_t n;
    doseau_study_budget(rounds->study, &n);
    return n + COMBINATION_CHANGES;
}

/* ---- Rounds that a group of results spans ---- */

/* rounds[g]: how many terms have a result in group g, for each group that is one. */
static void count_rounds(const combined_results *r, size_t rounds[], size_t last[])
{
    for (size_t i = 0; i < r->n; i++) rounds[i] = 0, last[i] = SIZE_MAX;
    for (size_t i = 0; i < r->n; i++) {
        const size_t group = r->group[i];
        rounds[group] += last[group] != r->term[i];
        last[group] = r->term[i];
    }
}

/* Takes the uncertainty off results whose group lies in one of the n rounds or in all of them. */
static void keep_between(combined_results *r, const size_t rounds[], size_t n)
{
    for (size_t i = 0; i < r->n; i++) {
        const size_t spanned = rounds[r->group[i]];
        if (spanned < 2 || spanned >= n) r->rel_u[i] = 0;
    }
}

static doseau_status add_source(const combined_results *r, double *variance)
{
    return doseau_propagate(r->sensitivity, r->n, &(doseau_error_source){r->rel_u, r->group}, 1,
                            variance);
}

/* ---- Components of the budget ---- */

static doseau_status component_variance(combined_results *r, size_t component, size_t n,
                                        combination_mode mode, size_t counts[], double *variance)
{
    if (!combined_results_weigh(r, component)) return DOSEAU_OK;
    const doseau_status status = combined_results_group(r, component);
    if (status) return status;
    if (mode == COMBINATION_BETWEEN) {
        count_rounds(r, counts, counts + r->n);
        keep_between(r, counts, n);
    }
    return add_source(r, variance);
}

/* ---- Changes ---- */

/* Whether a component of the budget says itself how well the laboratories (meters, bases) are
 * known. */
static bool is_in_budget(combined_results *r, doseau_scope scope)
{
    size_t n;
    const doseau_component *budget = doseau_study_budget(r->study, &n);
    for (size_t k = 0; k < n; k++) {
        const bool basis = scope == DOSEAU_SCOPE_COLUMN; /* no other column is a change */
        if (budget[k].scope == scope &&
            (!basis || doseau_same_column(doseau_study_scope_name(r->study, &budget[k]),
                                          "population_basis")) &&
            combined_results_weigh(r, k))
            return true;
    }
    return false;
}

/* The uncertainty of components of a name in a result. */
static double rel_u_by_name(const doseau_component budget[], size_t n, const char *name,
                            const doseau_key *key)
{
    double variance = 0;
    for (size_t k = 0; k < n; k++) {
        if (!text_same(budget[k].name, name)) continue;
        const double u = doseau_budget_rel_u(budget, n, k, key);
        variance += u * u;
    }
    return sqrt(variance);
}

static void weigh_change(combined_results *r, combination_change change)
{
    const char *component = changes[change].component;
    size_t n, n_defaults;
    const doseau_component *budget = doseau_study_budget(r->study, &n);
    const doseau_component *defaults = doseau_budget_defaults(&n_defaults);
    for (size_t i = 0; i < r->n; i++) {
        double u = usual_between_laboratories;
        if (component) u = rel_u_by_name(budget, n, component, &r->key[i]);
        if (!(u > 0)) u = rel_u_by_name(defaults, n_defaults, component, &r->key[i]);
        if (change == CHANGE_OF_METER && r->result[i]->flow_cancels) u = 0;
        r->rel_u[i] = u;
    }
}

/* Whether the results are not all of one group, and one that BETWEEN looks for: some group spans
 * several rounds, or there are but two rounds. */
static bool is_changed(const combined_results *r, size_t n, combination_mode mode, size_t counts[])
{
    bool several = false, shared = mode == COMBINATION_ALL || n == 2;
    count_rounds(r, counts, counts + r->n);
    for (size_t i = 0; i < r->n; i++) {
        several = several || r->group[i] != r->group[0];
        shared = shared || counts[i] > 1;
    }
    return several && shared;
}

static doseau_status change_variance(combined_results *r, combination_change change, size_t n,
                                     combination_mode mode, size_t counts[], double *variance)
{
    for (size_t i = 0; i < r->n; i++)
        if (n < 2 || r->key[i].plant != r->key[0].plant) return DOSEAU_OK;
    if (is_in_budget(r, changes[change].scope)) return DOSEAU_OK;
    for (size_t i = 0; i < r->n; i++) r->key[i].label = r->result[i]->population_kind;
    const doseau_status status = doseau_scope_groups(changes[change].scope, r->key, r->n, r->group);
    if (status || !is_changed(r, n, mode, counts)) return status;
    weigh_change(r, change);
    return add_source(r, variance);
}

doseau_status combination_variance(const doseau_rounds *rounds, const combination_term terms[],
                                   size_t n, combination_mode mode, double by_component[],
                                   double *variance)
{
    const size_t n_components = combination_components(rounds);
    const size_t n_budget = n_components - COMBINATION_CHANGES;
    combined_results r;
    doseau_status status = combined_results_gather(rounds, terms, n, &r);
    if (status) return status;
    size_t *counts = calloc(2 * r.n + 1, sizeof *counts);
    if (!counts) status = DOSEAU_ENOMEM;
    if (!status && r.n == 0) status = DOSEAU_ETOOFEW;
    double total = 0;
    for (size_t k = 0; !status && k < n_components; k++) {
        double part = 0;
        status = k < n_budget ? component_variance(&r, k, n, mode, counts, &part)
                              : change_variance(&r, (combination_change)(k - n_budget), n, mode,
                                                counts, &part);
        total += part;
        if (by_component) by_component[k] = part;
    }
    free(counts);
    combined_results_free(&r);
    if (!status) *variance = total;
    return status;
}
