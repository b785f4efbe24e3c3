/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "stats/parallel.h"
#include "stats/permute.h"
#include "stats/select.h"
#include "stats/sums.h"
#include <doseau/monte_carlo.h>
#include <gsl/gsl_randist.h>
#include <math.h>
#include <stdatomic.h>
#include <stdlib.h>

enum { CHUNK = 4096 };

void doseau_monte_carlo_defaults(doseau_monte_carlo_options *options)
{
    *options = (doseau_monte_carlo_options){.draws = 100000, .seed = 1, .alpha = .05};
}

static double mean_model(const double x[], size_t n, const void *context)
{
    (void)context;
    return stats_mean(x, n);
}

/* Errors of one input alone are independent normals, whose sum is one normal: `own` of input i. The
 * other errors, for input i and source k at [k * n + i]: which normal number, and how much of it.
 */
typedef struct plan {
    const double *x;
    size_t n, n_shared, normals; /* n_shared: sources with a group of several inputs */
    size_t *which;
    double *scale;
    double *own;
    double *shift; /* of ln x_i, from the factors with mean 1 */
    doseau_monte_carlo_model model;
    const void *context;
    const doseau_monte_carlo_options *options;
    double *output;
    atomic_int status;
} plan;

/* Numbers the groups of several inputs, source after source; adds up the variances of the others in
 * own[]. */
static doseau_status plan_source(plan *p, const doseau_random_source *source, size_t number[],
                                 size_t members[])
{
    const doseau_error_source *of = &source->source;
    size_t *which = p->which + p->n_shared * p->n, first = p->normals;
    double *scale = p->scale + p->n_shared * p->n;
    for (size_t i = 0; i < p->n; i++) members[i] = 0, number[i] = SIZE_MAX;
    for (size_t i = 0; i < p->n; i++) {
        if (!(of->rel_u[i] >= 0) || !isfinite(of->rel_u[i]) || of->group[i] >= p->n)
            return DOSEAU_EDOMAIN;
        members[of->group[i]]++;
    }
    for (size_t i = 0; i < p->n; i++) {
        const double variance = log1p(of->rel_u[i] * of->rel_u[i]);
        const size_t group = of->group[i];
        const bool alone = members[group] == 1;
        if (!alone && number[group] == SIZE_MAX) number[group] = p->normals++;
        which[i] = alone ? 0 : number[group];
        scale[i] = alone ? 0 : sqrt(variance);
        if (alone) p->own[i] += variance;
        if (!source->median_one) p->shift[i] -= variance / 2;
    }
    if (p->normals > first) p->n_shared++;
    return DOSEAU_OK;
}

static void draw_inputs(const plan *p, gsl_rng *rng, double normal[], double inputs[])
{
    for (size_t j = 0; j < p->normals; j++) normal[j] = gsl_ran_gaussian_ziggurat(rng, 1);
    for (size_t i = 0; i < p->n; i++) {
        inputs[i] = p->shift[i];
        if (p->own[i] > 0) inputs[i] += gsl_ran_gaussian_ziggurat(rng, p->own[i]);
    }
    for (size_t k = 0; k < p->n_shared; k++) {
        const size_t *which = p->which + k * p->n;
        const double *scale = p->scale + k * p->n;
        for (size_t i = 0; i < p->n; i++) inputs[i] += scale[i] * normal[which[i]];
    }
    for (size_t i = 0; i < p->n; i++) inputs[i] = p->x[i] * exp(inputs[i]);
}

static void run_chunk(size_t chunk, void *context)
{
    plan *p = context;
    gsl_rng *rng = stats_stream(p->options->seed, chunk);
    double *scratch = malloc((p->normals + p->n) * sizeof *scratch);
    if (!rng || !scratch) atomic_store(&p->status, DOSEAU_ENOMEM);
    const size_t first = chunk * CHUNK, draws = p->options->draws;
    for (size_t d = first; rng && scratch && d < first + CHUNK && d < draws; d++) {
        double *inputs = scratch + p->normals;
        draw_inputs(p, rng, scratch, inputs);
        p->output[d] = p->model(inputs, p->n, p->context);
        if (isfinite(p->output[d])) continue;
        atomic_store(&p->status, DOSEAU_EDOMAIN);
        break;
    }
    free(scratch);
    if (rng) gsl_rng_free(rng);
}

/* Of the p quantile: the two places that it lies between, and those one standard error of the
 * binomial count away. */
typedef struct places {
    size_t at[4];
    double fraction;
} places;

static places places_of(double p, size_t n)
{
    const double at = p * (double)(n - 1), away = sqrt((double)n * p * (1 - p));
    const double low = floor(at - away), high = ceil(at + away), last = (double)(n - 1);
    const size_t below = (size_t)at;
    return (places){{low > 0 ? (size_t)low : 0, below, below + 1 < n ? below + 1 : below,
                     (size_t)(high < last ? high : last)},
                    at - floor(at)};
}

static double quantile_at(const double x[], const places *of, double *se)
{
    *se = (x[of->at[3]] - x[of->at[0]]) / 2;
    return x[of->at[1]] + of->fraction * (x[of->at[2]] - x[of->at[1]]);
}

static int compare_ranks(const void *a, const void *b)
{
    const size_t i = *(const size_t *)a, j = *(const size_t *)b;
    return (i > j) - (i < j);
}

static void summarize(double x[], size_t n, double alpha, doseau_monte_carlo *result)
{
    result->mean = stats_mean(x, n);
    result->sd = sqrt(stats_centred_squares(x, n, result->mean) / (double)(n - 1));
    result->mean_se = result->sd / sqrt((double)n);
    const places of[3] = {places_of(alpha / 2, n), places_of(.5, n), places_of(1 - alpha / 2, n)};
    size_t ranks[12];
    for (size_t i = 0; i < 12; i++) ranks[i] = of[i / 4].at[i % 4];
    qsort(ranks, 12, sizeof *ranks, compare_ranks);
    stats_select(x, n, ranks, 12);
    result->lower = quantile_at(x, &of[0], &result->lower_se);
    result->median = quantile_at(x, &of[1], &result->median_se);
    result->upper = quantile_at(x, &of[2], &result->upper_se);
}

static doseau_status propagate(plan *p, const doseau_random_source sources[], size_t n_sources,
                               size_t number[], doseau_monte_carlo *result)
{
    for (size_t k = 0; k < n_sources; k++) {
        const doseau_status status = plan_source(p, &sources[k], number, number + p->n);
        if (status) return status;
    }
    for (size_t i = 0; i < p->n; i++) p->own[i] = sqrt(p->own[i]);
    doseau_monte_carlo found = {.estimate = p->model(p->x, p->n, p->context)};
    if (!isfinite(found.estimate)) return DOSEAU_EDOMAIN;
    const size_t chunks = (p->options->draws + CHUNK - 1) / CHUNK;
    stats_parallel(chunks, p->options->threads, run_chunk, p);
    if (atomic_load(&p->status)) return (doseau_status)atomic_load(&p->status);
    summarize(p->output, p->options->draws, p->options->alpha, &found);
    if (!isfinite(found.sd)) return DOSEAU_EDOMAIN;
    *result = found;
    return DOSEAU_OK;
}

doseau_status doseau_monte_carlo_propagate(const double x[], size_t n,
                                           const doseau_random_source sources[], size_t n_sources,
                                           doseau_monte_carlo_model model, const void *context,
                                           const doseau_monte_carlo_options *options,
                                           doseau_monte_carlo *result)
{
    doseau_monte_carlo_options o;
    doseau_monte_carlo_defaults(&o);
    if (options) o = *options;
    if (n == 0) return DOSEAU_ETOOFEW;
    if (!(o.alpha > 0 && o.alpha < 1) || !stats_all_finite(x, n)) return DOSEAU_EDOMAIN;
    if ((double)o.draws * o.alpha < 20) return DOSEAU_ETOOFEW;
    const size_t cells = n * (n_sources ? n_sources : 1);
    plan p = {.x = x,
              .n = n,
              .which = malloc(cells * sizeof *p.which),
              .scale = malloc(cells * sizeof *p.scale),
              .own = calloc(n, sizeof *p.own),
              .shift = calloc(n, sizeof *p.shift),
              .model = model ? model : mean_model,
              .context = context,
              .options = &o,
              .output = calloc(o.draws, sizeof *p.output)};
    atomic_init(&p.status, DOSEAU_OK);
    size_t *number = malloc(2 * n * sizeof *number);
    doseau_status status = DOSEAU_ENOMEM;
    if (p.which && p.scale && p.own && p.shift && p.output && number)
        status = propagate(&p, sources, n_sources, number, result);
    free(number);
    free(p.output);
    free(p.shift);
    free(p.own);
    free(p.scale);
    free(p.which);
    return status;
}
