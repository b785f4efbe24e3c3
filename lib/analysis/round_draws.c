/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/round_draws.h"
#include "analysis/combined_results.h"
#include <doseau/monte_carlo.h>
#include <stdlib.h>
#include <string.h>

/* All sources of error at once: what combined_results has of one at a time, one after the other. */
typedef struct draws {
    doseau_random_source *sources;
    double *rel_u;
    size_t *group, n_sources;
} draws;

static doseau_status add_source(draws *d, combined_results *r, size_t component)
{
    size_t n;
    const doseau_scope scope = doseau_study_budget(r->study, &n)[component].scope;
    double *rel_u = d->rel_u + d->n_sources * r->n;
    size_t *group = d->group + d->n_sources * r->n;
    if (!combined_results_weigh(r, component)) return DOSEAU_OK;
    const doseau_status status = combined_results_group(r, component);
    if (status) return status;
    memcpy(rel_u, r->rel_u, r->n * sizeof *rel_u);
    memcpy(group, r->group, r->n * sizeof *group);
    d->sources[d->n_sources++] = (doseau_random_source){
        {rel_u, group}, scope != DOSEAU_SCOPE_SAMPLE && scope != DOSEAU_SCOPE_DAY};
    return DOSEAU_OK;
}

static doseau_status add_sources(draws *d, combined_results *r)
{
    size_t n;
    doseau_study_budget(r->study, &n);
    d->sources = calloc(n + 1, sizeof *d->sources);
    d->rel_u = calloc(n * r->n + 1, sizeof *d->rel_u);
    d->group = calloc(n * r->n + 1, sizeof *d->group);
    doseau_status status = d->sources && d->rel_u && d->group ? DOSEAU_OK : DOSEAU_ENOMEM;
    for (size_t k = 0; !status && k < n; k++) status = add_source(d, r, k);
    return status;
}

/* The mean, as a multiple of that which was found. */
static double add_up(const double shares[], size_t n, const void *context)
{
    double sum = 0;
    (void)context;
    for (size_t i = 0; i < n; i++) sum += shares[i];
    return sum;
}

doseau_status round_draws_interval(const doseau_rounds *rounds, const doseau_round_mean *round,
                                   doseau_interval *interval)
{
    draws d = {0};
    combined_results r;
    doseau_monte_carlo found;
    doseau_monte_carlo_options options;
    doseau_status status = combined_results_gather(rounds, &(combination_term){round, 1}, 1, &r);
    if (status) return status;
    doseau_monte_carlo_defaults(&options);
    options.draws = rounds->options.draws;
    options.seed = rounds->options.seed;
    options.alpha = rounds->options.alpha;
    status = add_sources(&d, &r);
    if (!status)
        status = doseau_monte_carlo_propagate(r.sensitivity, r.n, d.sources, d.n_sources, add_up,
                                              NULL, &options, &found);
    if (!status)
        *interval =
            (doseau_interval){round->mean.value * found.lower, round->mean.value * found.upper};
    free(d.sources);
    free(d.rel_u);
    free(d.group);
    combined_results_free(&r);
    return status;
}
