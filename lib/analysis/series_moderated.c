/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/series_rows.h"
#include <doseau/moderated.h>
#include <doseau/prior_fit.h>
#include <stdlib.h>

static void put_moderated(series_call *call, const char *name, const doseau_moderated *m)
{
    series_count(call, "n", series_size(call));
    series_number(call, name, m->estimate);
    series_number(call, "se", m->se);
    series_number(call, "df", m->df);
    series_interval(call, name, m->interval);
    series_number(call, "t", m->t);
    series_number(call, "p", m->p);
    series_number(call, "p_positive", m->p_positive);
    series_number(call, "own_variance", m->own.variance);
    series_number(call, "own_df", m->own.df);
    series_number(call, "moderated_variance", m->moderated.variance);
}

static doseau_status level(series_call *call)
{
    const double *x;
    doseau_moderated m;
    doseau_variance_prior prior;
    doseau_status status = series_prior(call, &prior);
    if (!status) status = series_found(call, &x);
    if (!status)
        status = doseau_moderated_level(x, series_size(call), &prior, call->options->alpha, &m);
    if (!status) put_moderated(call, "level", &m);
    return status;
}

static doseau_status slope(series_call *call)
{
    const double *x;
    doseau_moderated m;
    doseau_variance_prior prior;
    doseau_status status = series_prior(call, &prior);
    if (!status) status = series_found(call, &x);
    if (!status)
        status = doseau_moderated_slope(series_numbers(call, DOSEAU_FRAME_TIME), x,
                                        series_size(call), &prior, call->options->alpha, &m);
    if (!status) put_moderated(call, "slope", &m);
    return status;
}

/* The last two values in the order of time. */
static doseau_status difference(series_call *call)
{
    size_t *order;
    const double *x;
    doseau_moderated m;
    doseau_variance_prior prior;
    const size_t n = series_size(call);
    doseau_status status = series_prior(call, &prior);
    if (!status) status = series_found(call, &x);
    if (!status) status = series_in_time(call, &order);
    if (status) return status;
    if (n < 2)
        status = DOSEAU_ETOOFEW;
    else
        status = doseau_moderated_difference(x[order[n - 2]], x[order[n - 1]], &prior,
                                             call->options->alpha, &m);
    free(order);
    if (!status) put_moderated(call, "difference", &m);
    return status;
}

/* What follows the last value; the differences are those of neighbours in time. */
static doseau_status next(series_call *call)
{
    size_t *order;
    const double *x;
    doseau_moderated_next m;
    doseau_variance_prior prior;
    const size_t n = series_size(call);
    doseau_status status = series_prior(call, &prior);
    if (!status) status = series_found(call, &x);
    if (!status) status = series_in_time(call, &order);
    if (status) return status;
    double *steps = malloc(n * sizeof *steps);
    if (!steps) status = DOSEAU_ENOMEM;
    for (size_t i = 1; !status && i < n; i++) steps[i - 1] = x[order[i]] - x[order[i - 1]];
    if (!status)
        status = doseau_moderated_next_value(x[order[n - 1]], steps, n - 1, &prior,
                                             call->options->alpha, &m);
    if (!status) {
        series_count(call, "n", n);
        series_number(call, "last", x[order[n - 1]]);
        series_interval(call, "level", m.level);
        series_interval(call, "next", m.next);
        series_number(call, "own_variance", m.own.variance);
        series_number(call, "own_df", m.own.df);
        series_number(call, "moderated_variance", m.moderated.variance);
        series_number(call, "df", m.moderated.df);
    }
    free(steps);
    free(order);
    return status;
}

/* Variance and degrees of freedom of every group of two values and more. */
static doseau_status take_variances(series_call *call, double variance[], double df[], size_t *n)
{
    size_t n_groups;
    doseau_status status = DOSEAU_OK;
    series_indices(call, DOSEAU_FRAME_GROUP, &n_groups);
    *n = 0;
    for (size_t g = 0; !status && g < n_groups; g++) {
        double *x = NULL, mean = 0, squares = 0;
        size_t size;
        status = series_group(call, g, &x, &size);
        if (status) break;
        for (size_t i = 0; i < size; i++) mean += x[i] / (double)size;
        for (size_t i = 0; i < size; i++) squares += (x[i] - mean) * (x[i] - mean);
        free(x);
        if (size < 2) continue;
        variance[*n] = squares / (double)(size - 1);
        df[(*n)++] = (double)(size - 1);
    }
    return status;
}

static doseau_status prior_fit(series_call *call)
{
    size_t n_groups, n = 0;
    doseau_prior_fit f;
    series_indices(call, DOSEAU_FRAME_GROUP, &n_groups);
    double *variance = calloc(2 * n_groups + 1, sizeof *variance);
    doseau_status status =
        variance ? take_variances(call, variance, variance + n_groups, &n) : DOSEAU_ENOMEM;
    if (!status) status = doseau_fit_variance_prior(variance, variance + n_groups, n, &f);
    free(variance);
    if (status) return status;
    series_count(call, "series", f.n);
    series_figure(call, "s0", f.s0, f.reason);
    series_figure(call, "df0", f.df0, f.reason);
    series_figure(call, "log_s0_se", f.log_s0_se, f.reason);
    series_figure(call, "log_df0_se", f.log_df0_se, f.reason);
    series_figure(call, "log_likelihood", f.log_likelihood, f.reason);
    series_number(call, "common_sd", f.common_sd);
    series_figure(call, "log_likelihood_common", f.log_likelihood_common, f.reason);
    series_figure(call, "moment_s0", f.moment_s0, f.moment_reason);
    series_figure(call, "moment_df0", f.moment_df0, f.moment_reason);
    return DOSEAU_OK;
}

static const series_procedure procedures[] = {
    {{"moderated-level", "level of few values, shrunk variance", "", "", "alpha prior-s prior-d"},
     level},
    {{"moderated-slope", "slope of few values, shrunk variance", "time", "",
      "alpha prior-s prior-d"},
     slope},
    {{"moderated-difference", "last value against the one before", "", "time",
      "alpha prior-s prior-d"},
     difference},
    {{"moderated-next", "where the level is and the next value will be", "", "time",
      "alpha prior-s prior-d"},
     next},
    {{"prior-fit", "prior of the variance from many groups", "group", "", ""}, prior_fit},
};

const series_topic series_topic_moderated = SERIES_TOPIC(procedures);
