/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/round_interval.h"
#include <doseau/propagate.h>
#include <stdlib.h>

/* The results behind a mean, and the errors they share: arrays of n, those of sources one after the
 * other. */
typedef struct inputs {
    size_t n, n_sources;
    double *sensitivity;
    doseau_key *keys;
    double *rel_u;
    size_t *group;
    doseau_error_source *sources;
} inputs;

static doseau_status allocate(inputs *in, size_t room, size_t n_sources)
{
    *in = (inputs){0};
    in->sensitivity = calloc(room, sizeof *in->sensitivity);
    in->keys = calloc(room, sizeof *in->keys);
    in->rel_u = calloc(room * n_sources + 1, sizeof *in->rel_u);
    in->group = calloc(room * n_sources + 1, sizeof *in->group);
    in->sources = calloc(n_sources + 1, sizeof *in->sources);
    return in->sensitivity && in->keys && in->rel_u && in->group && in->sources ? DOSEAU_OK
                                                                                : DOSEAU_ENOMEM;
}

static void release(inputs *in)
{
    free(in->sensitivity);
    free(in->keys);
    free(in->rel_u);
    free(in->group);
    free(in->sources);
}

/* c_i = d ln mean / d ln result_i = weight of its day * result / (results of the day * mean). */
static void add_results(inputs *in, const doseau_study *study, const doseau_loads *loads,
                        const round_day *day, double weight, double mean)
{
    size_t n;
    const doseau_measurement *m = doseau_study_measurements(study, &n);
    const doseau_load *all = doseau_loads_all(loads, &n);
    for (size_t i = day->begin; i < day->end; i++) {
        if (all[i].value.state == DOSEAU_MISSING) continue;
        in->sensitivity[in->n] = weight * all[i].value.lower / ((double)day->results * mean);
        in->keys[in->n++] = doseau_measurement_key(&m[i]);
    }
}

/* All results of a round are of one plant and substance, so a component is the same for all of
 * them. */
static doseau_status add_source(inputs *in, const doseau_component *component, double u)
{
    double *rel_u = in->rel_u + in->n_sources * in->n;
    size_t *group = in->group + in->n_sources * in->n;
    for (size_t i = 0; i < in->n; i++) rel_u[i] = u;
    in->sources[in->n_sources++] = (doseau_error_source){rel_u, group};
    return doseau_scope_groups(component->scope, in->keys, in->n, group);
}

/* How many components of a budget apply to a round. */
static size_t count_sources(const doseau_component budget[], size_t n, const doseau_key *key)
{
    size_t applying = 0;
    for (size_t k = 0; k < n; k++) applying += doseau_budget_rel_u(budget, n, k, key) > 0;
    return applying;
}

doseau_status round_variance(const doseau_study *study, const doseau_loads *loads,
                             const round_days *days, const double weight[], double mean,
                             double *variance)
{
    size_t n_budget, n, room = 0;
    const doseau_component *budget = doseau_study_budget(study, &n_budget);
    const round_day *day = days->list.items;
    for (size_t i = 0; i < days->list.size; i++) room += day[i].results;
    const doseau_key key =
        doseau_measurement_key(doseau_study_measurements(study, &n) + day->begin);
    inputs in;
    doseau_status status = allocate(&in, room + 1, count_sources(budget, n_budget, &key));
    for (size_t i = 0; !status && i < days->list.size; i++)
        if (day[i].value.state != DOSEAU_MISSING)
            add_results(&in, study, loads, &day[i], weight[i], mean);
    for (size_t k = 0; !status && k < n_budget; k++) {
        const double u = doseau_budget_rel_u(budget, n_budget, k, &key);
        if (u > 0) status = add_source(&in, &budget[k], u);
    }
    if (!status)
        status = doseau_propagate(in.sensitivity, in.n, in.sources, in.n_sources, variance);
    release(&in);
    return status;
}
