/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "stats/block_scores.h"
#include "stats/trend_threshold.h"
#include <math.h>
#include <stdlib.h>

enum { DOUBLINGS = 12, HALVINGS = 14 };

/* Values, their blocks and seasons as the test takes them. */
typedef struct laid_out {
    doseau_censored *x;
    size_t *block, *season;
    doseau_blocks data;
    block_scores scores;
} laid_out;

static void add_effect(const trend_plan *plan, const trend_series *s, double effect, laid_out *l)
{
    for (size_t i = 0; i < l->data.n; i++) {
        const double x = s->value[i] + effect * plan->time[l->block[i]];
        const bool below = x < plan->limit;
        l->x[i] = (doseau_censored){below, below ? 0 : x, below ? plan->limit : x};
    }
}

static doseau_status lay_out(const trend_plan *plan, laid_out *l)
{
    const size_t values = plan->design->values, n = plan->design->n * values;
    *l = (laid_out){.x = malloc(n * sizeof *l->x), .block = malloc(2 * n * sizeof *l->block)};
    if (!l->x || !l->block) return DOSEAU_ENOMEM;
    l->season = l->block + n;
    for (size_t i = 0; i < n; i++) {
        l->x[i] = (doseau_censored){false, 0, 0};
        l->block[i] = i / values;
        l->season[i] = i % values;
    }
    l->data = (doseau_blocks){n, l->x, l->block, l->season, plan->design->n, plan->time};
    return block_scores_new(&l->data, &l->scores);
}

static void lay_aside(laid_out *l)
{
    block_scores_free(&l->scores);
    free(l->x);
    free(l->block);
}

static doseau_status finds(const trend_plan *plan, const trend_series *s, double effect,
                           laid_out *l, bool *found)
{
    permute_result r;
    add_effect(plan, s, effect, l);
    block_scores_fill(&l->scores, &l->data, 0, NULL, NULL);
    *found = false;
    if (block_scores_sum(&l->scores) <= 0) return DOSEAU_OK;
    const doseau_status status =
        block_scores_permute(&l->scores, plan->options->orders, plan->options->seed, &r);
    if (!status) *found = r.p <= plan->design->alpha * (1 + 1e-12);
    return status;
}

/* No order of these rounds has a p that is small enough. */
static bool hopeless(const trend_plan *plan)
{
    const size_t n = plan->design->n;
    return n <= PERMUTE_ALL_MOST ? plan->allowed < 2 : plan->n_orders == 0;
}

doseau_status trend_block_finds(const trend_plan *plan, const trend_series *series, double effect,
                                bool *found)
{
    laid_out l;
    *found = false;
    if (hopeless(plan)) return DOSEAU_OK;
    doseau_status status = lay_out(plan, &l);
    if (!status) status = finds(plan, series, effect, &l, found);
    lay_aside(&l);
    return status;
}

static doseau_status search(const trend_plan *plan, const trend_series *s, laid_out *l,
                            double *threshold)
{
    const double sd = hypot(plan->design->sd_between, plan->design->sd_within);
    double lower = 0, upper = sd / sqrt(plan->sxx);
    bool found;
    doseau_status status = finds(plan, s, 0, l, &found);
    *threshold = found ? 0 : INFINITY;
    if (status || found) return status;
    for (int i = 0; !status && !found && i < DOUBLINGS; i++) {
        status = finds(plan, s, upper *= 2, l, &found);
        if (!found) lower = upper;
    }
    if (status || !found) return status;
    for (int i = 0; !status && i < HALVINGS; i++) {
        const double middle = lower + (upper - lower) / 2;
        status = finds(plan, s, middle, l, &found);
        if (found)
            upper = middle;
        else
            lower = middle;
    }
    *threshold = upper;
    return status;
}

doseau_status trend_block_threshold(const trend_plan *plan, const trend_series *series,
                                    double *threshold)
{
    laid_out l;
    *threshold = INFINITY;
    if (hopeless(plan)) return DOSEAU_OK;
    doseau_status status = lay_out(plan, &l);
    if (!status) status = search(plan, series, &l, threshold);
    lay_aside(&l);
    return status;
}
