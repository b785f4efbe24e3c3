/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/series_rows.h"
#include <doseau/effective_df.h>
#include <doseau/monte_carlo.h>
#include <doseau/propagate.h>
#include <math.h>
#include <stdlib.h>

/* Rows of one group of one block share their error; without a group every row has its own. */
static doseau_status take_groups(const series_call *call, size_t **groups)
{
    size_t n_groups, n_blocks;
    const size_t n = series_size(call);
    const size_t *group = series_indices(call, DOSEAU_FRAME_GROUP, &n_groups);
    const size_t *block = series_indices(call, DOSEAU_FRAME_BLOCK, &n_blocks);
    *groups = malloc((n + 1) * sizeof **groups);
    if (!*groups) return DOSEAU_ENOMEM;
    for (size_t i = 0; i < n; i++) {
        size_t k = i;
        for (size_t j = 0; group && j < i; j++)
            if (group[j] == group[i] && (!block || block[j] == block[i])) {
                k = (*groups)[j];
                break;
            }
        (*groups)[i] = k;
    }
    return DOSEAU_OK;
}

static doseau_status propagate(series_call *call)
{
    const double *x;
    double variance;
    size_t *groups = NULL;
    doseau_interval interval;
    doseau_status status = series_found(call, &x);
    if (!status) status = take_groups(call, &groups);
    if (status) return status;
    const doseau_error_source source = {series_numbers(call, DOSEAU_FRAME_SE), groups};
    status = doseau_propagate(x, series_size(call), &source, 1, &variance);
    free(groups);
    if (!status)
        status = doseau_lognormal_interval(1, sqrt(variance), call->options->alpha, &interval);
    if (status) return status;
    series_count(call, "n", series_size(call));
    series_number(call, "relative_variance", variance);
    series_number(call, "rel_u", sqrt(variance));
    series_interval(call, "factor", interval);
    return DOSEAU_OK;
}

static void put_monte_carlo(series_call *call, const doseau_monte_carlo *m)
{
    series_count(call, "n", series_size(call));
    series_number(call, "estimate", m->estimate);
    series_number(call, "mean", m->mean);
    series_number(call, "mean_se", m->mean_se);
    series_number(call, "sd", m->sd);
    series_number(call, "median", m->median);
    series_number(call, "median_se", m->median_se);
    series_number(call, "lower", m->lower);
    series_number(call, "lower_se", m->lower_se);
    series_number(call, "upper", m->upper);
    series_number(call, "upper_se", m->upper_se);
}

/* The mean of the values. Errors that all rows share have median 1, others mean 1. */
static doseau_status monte_carlo(series_call *call)
{
    const double *x;
    size_t *groups = NULL;
    doseau_monte_carlo m;
    doseau_monte_carlo_options o;
    doseau_monte_carlo_defaults(&o);
    doseau_status status = series_found(call, &x);
    if (!status) status = take_groups(call, &groups);
    if (status) return status;
    bool shared = true;
    for (size_t i = 0; i < series_size(call); i++) shared = shared && groups[i] == groups[0];
    o.alpha = call->options->alpha;
    o.draws = call->options->draws;
    o.seed = series_seed(call);
    const doseau_random_source source = {{series_numbers(call, DOSEAU_FRAME_SE), groups}, shared};
    status = doseau_monte_carlo_propagate(x, series_size(call), &source, 1, NULL, NULL, &o, &m);
    free(groups);
    if (!status) put_monte_carlo(call, &m);
    return status;
}

/* Parts of a variance, with their degrees of freedom as weight. */
static doseau_status effective_df(series_call *call)
{
    const double *x, *df = series_numbers(call, DOSEAU_FRAME_WEIGHT);
    const size_t n = series_size(call);
    doseau_effective_df e;
    doseau_variance_part *parts = calloc(n + 1, sizeof *parts);
    doseau_status status = parts ? series_found(call, &x) : DOSEAU_ENOMEM;
    for (size_t i = 0; !status && i < n; i++)
        parts[i] = (doseau_variance_part){x[i], {true, df[i]}};
    if (!status) status = doseau_effective_df_find(parts, n, call->options->alpha, &e);
    free(parts);
    if (status) return status;
    series_count(call, "n", series_size(call));
    series_number(call, "variance", e.variance);
    series_figure(call, "df", e.df, "without end");
    series_number(call, "factor", e.factor);
    series_number(call, "factor_floor", e.factor_floor);
    return DOSEAU_OK;
}

static const series_procedure procedures[] = {
    {{"propagate", "sensitivities and relative errors (se)", "se", "group;block", "alpha"},
     propagate},
    {{"monte-carlo", "mean of values with relative errors (se)", "se", "group;block",
      "alpha draws seed"},
     monte_carlo},
    {{"effective-df", "Welch-Satterthwaite: variances, df (weight)", "weight", "", "alpha"},
     effective_df},
};

const series_topic series_topic_propagate = SERIES_TOPIC(procedures);
