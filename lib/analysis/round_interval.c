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
    *in = (inputs){.n_sources = n_sources};
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

static doseau_status add_source(inputs *in, const doseau_component *budget, size_t index)
{
    double *rel_u = in->rel_u + index * in->n;
    size_t *group = in->group + index * in->n;
    for (size_t i = 0; i < in->n; i++)
        rel_u[i] = doseau_budget_rel_u(budget, in->n_sources, index, &in->keys[i]);
    in->sources[index] = (doseau_error_source){rel_u, group};
    return doseau_scope_groups(budget[index].scope, in->keys, in->n, group);
}

doseau_status round_variance(const doseau_study *study, const doseau_loads *loads,
                             const round_days *days, const double weight[], double mean,
                             double *variance)
{
    size_t n_sources, room = 0;
    const doseau_component *budget = doseau_study_budget(study, &n_sources);
    const round_day *day = days->list.items;
    for (size_t i = 0; i < days->list.size; i++) room += day[i].results;
    inputs in;
    doseau_status status = allocate(&in, room + 1, n_sources);
    for (size_t i = 0; !status && i < days->list.size; i++)
        if (day[i].value.state != DOSEAU_MISSING)
            add_results(&in, study, loads, &day[i], weight[i], mean);
    for (size_t k = 0; !status && k < n_sources; k++) status = add_source(&in, budget, k);
    if (!status) status = doseau_propagate(in.sensitivity, in.n, in.sources, n_sources, variance);
    release(&in);
    return status;
}
