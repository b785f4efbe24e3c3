/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/series_rows.h"
#include <doseau/bootstrap.h>
#include <doseau/describe.h>
#include <doseau/lognormal_mean.h>
#include <doseau/stratified.h>
#include <stdlib.h>

static doseau_status summary(series_call *call)
{
    const double *x;
    doseau_description d;
    doseau_status status = series_found(call, &x);
    if (!status) status = doseau_describe(x, series_size(call), &d);
    if (status) return status;
    series_count(call, "n", d.n);
    series_number(call, "mean", d.mean);
    series_figure(call, "sd", d.sd, d.reason);
    series_figure(call, "sd_n", d.sd_n, d.reason);
    series_figure(call, "se", d.se, d.reason);
    series_figure(call, "cv", d.cv, d.reason ? d.reason : "a value is not above 0");
    series_figure(call, "skewness", d.skewness, "it takes three values that are not all equal");
    series_number(call, "minimum", d.minimum);
    series_number(call, "q25", d.q25);
    series_number(call, "median", d.median);
    series_number(call, "q75", d.q75);
    series_number(call, "maximum", d.maximum);
    series_figure(call, "log_mean", d.log_mean, d.log_reason);
    series_figure(call, "log_sd", d.log_sd, d.log_reason);
    series_figure(call, "geometric_mean", d.geometric_mean, d.log_reason);
    series_figure(call, "geometric_sd", d.geometric_sd, d.log_reason);
    return DOSEAU_OK;
}

static void put_mean(series_call *call, const char *name, const doseau_mean_interval *m)
{
    series_count(call, "n", series_size(call));
    series_number(call, name, m->mean);
    series_figure(call, "se", m->se, m->interval.reason);
    series_figure(call, "df", m->df, m->interval.reason);
    series_limits(call, "t", m->interval);
}

static doseau_status mean(series_call *call)
{
    const double *x;
    doseau_mean_interval m;
    doseau_status status = series_found(call, &x);
    if (!status) status = doseau_mean_t(x, series_size(call), call->options->alpha, &m);
    if (!status) put_mean(call, "mean", &m);
    return status;
}

static doseau_status geometric_mean(series_call *call)
{
    const double *x;
    doseau_mean_interval m;
    doseau_status status = series_positive(call, &x);
    if (!status) status = doseau_geometric_mean_t(x, series_size(call), call->options->alpha, &m);
    if (!status) put_mean(call, "geometric_mean", &m);
    return status;
}

static doseau_status lognormal_mean(series_call *call)
{
    const double *x;
    doseau_lognormal_mean m;
    doseau_status status = series_positive(call, &x);
    if (!status) status = doseau_lognormal_mean_fit(x, series_size(call), call->options->alpha, &m);
    if (status) return status;
    series_count(call, "n", m.n);
    series_number(call, "log_mean", m.log_mean);
    series_number(call, "log_variance", m.log_variance);
    series_number(call, "mean", m.estimate);
    series_figure(call, "mean_unbiased", m.unbiased, "beyond the numbers");
    series_limits(call, "modified_cox", m.modified_cox);
    series_limits(call, "cox", m.cox);
    series_limits(call, "cox_nada", m.cox_nada);
    series_limits(call, "cox_envstats", m.cox_envstats);
    series_limits(call, "zou", m.zou);
    series_limits(call, "generalized", m.generalized);
    series_limits(call, "land", m.land);
    return DOSEAU_OK;
}

static void put_bootstrap(series_call *call, const doseau_bootstrap *b)
{
    series_count(call, "n", series_size(call));
    series_number(call, "mean", b->estimate);
    series_text(call, "resamples_are", b->all ? "all" : "drawn");
    series_count(call, "resamples", b->resamples);
    series_number(call, "bias", b->bias);
    series_number(call, "se", b->se);
    series_figure(call, "z0", b->z0, b->bca.reason);
    series_figure(call, "z0_mid", b->z0_mid, b->bca_mid.reason);
    series_figure(call, "acceleration", b->acceleration, b->bca.reason);
    series_limits(call, "percentile", b->percentile);
    series_limits(call, "bca", b->bca);
    series_limits(call, "bca_mid", b->bca_mid);
}

/* All resamples where they are fewer than the draws asked for. */
static doseau_status bootstrap(series_call *call)
{
    enum { ALL_MOST = 8 };
    const double *x;
    doseau_bootstrap b;
    const size_t n = series_size(call);
    doseau_bootstrap_options o;
    doseau_bootstrap_defaults(&o);
    o.alpha = call->options->alpha;
    o.draws = n <= ALL_MOST ? 0 : call->options->draws;
    if (o.draws) o.seed = series_seed(call);
    doseau_status status = series_found(call, &x);
    if (!status) status = doseau_bootstrap_run(x, n, doseau_statistic_mean, NULL, &o, &b);
    if (!status) put_bootstrap(call, &b);
    return status;
}

/* The size of each stratum, which its rows repeat. */
static doseau_status take_sizes(series_call *call, const size_t group[], double size[])
{
    const double *weight = series_numbers(call, DOSEAU_FRAME_WEIGHT);
    for (size_t i = 0; i < series_size(call); i++) {
        double *known = &size[group[i]];
        if (*known > 0 && (*known < weight[i] || *known > weight[i]))
            return series_refuse(call, i, DOSEAU_FRAME_WEIGHT,
                                 "the weight is the number of units in the stratum: the same in "
                                 "all rows of a group");
        *known = weight[i];
    }
    return DOSEAU_OK;
}

static doseau_status stratified_mean(series_call *call)
{
    size_t n_groups;
    const double *x;
    doseau_stratified s;
    const size_t *group = series_indices(call, DOSEAU_FRAME_GROUP, &n_groups);
    double *size = calloc(n_groups + 1, sizeof *size);
    doseau_status status = size ? series_found(call, &x) : DOSEAU_ENOMEM;
    if (!status) status = take_sizes(call, group, size);
    if (!status)
        status = doseau_stratified_mean(x, group, series_size(call), size, n_groups,
                                        call->options->alpha, &s);
    free(size);
    if (status) return status;
    series_count(call, "n", series_size(call));
    series_number(call, "mean", s.mean);
    series_figure(call, "se", s.se, s.interval.reason);
    series_figure(call, "df", s.df, s.interval.reason ? s.interval.reason : "all is measured");
    series_limits(call, "t", s.interval);
    series_figure(call, "se_infinite", s.se_infinite, s.interval_infinite.reason);
    series_figure(call, "df_infinite", s.df_infinite, s.interval_infinite.reason);
    series_limits(call, "t_infinite", s.interval_infinite);
    return DOSEAU_OK;
}

static const series_procedure procedures[] = {
    {{"summary", "mean, spread, quantiles, geometric mean", "", "", ""}, summary},
    {{"mean", "mean with its t interval", "", "", "alpha"}, mean},
    {{"geometric-mean", "geometric mean with its interval", "", "", "alpha"}, geometric_mean},
    {{"lognormal-mean", "mean of skewed data: modified Cox and others", "", "", "alpha"},
     lognormal_mean},
    {{"bootstrap", "percentile and BCa intervals of the mean", "", "", "alpha draws seed"},
     bootstrap},
    {{"stratified-mean", "mean over groups of known size (weight)", "group;weight", "", "alpha"},
     stratified_mean},
};

const series_topic series_topic_summary = SERIES_TOPIC(procedures);
