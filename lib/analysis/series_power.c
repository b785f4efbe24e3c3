/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/series_rows.h"
#include <doseau/moderated.h>
#include <doseau/power.h>
#include <doseau/power_trend.h>
#include <doseau/slope_test.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

/* For every row: an effect, its standard error if the variance were known, and the degrees of
 * freedom (weight) with which the test estimates it. */
static doseau_status power(series_call *call)
{
    const double *x, *se = series_numbers(call, DOSEAU_FRAME_SE);
    const double *df = series_numbers(call, DOSEAU_FRAME_WEIGHT);
    doseau_status status = series_found(call, &x);
    for (size_t i = 0; !status && i < series_size(call); i++) {
        doseau_power_factor f;
        double found;
        const doseau_power_design design = {.kind = DOSEAU_POWER_SD,
                                            .prior = {se[i], 1},
                                            .factor = 1,
                                            .df = df[i],
                                            .alpha = call->options->alpha};
        status = doseau_power_find(&design, x[i], &found);
        if (!status)
            status =
                doseau_power_find_factor(df[i], call->options->alpha, call->options->power, &f);
        if (status) return status;
        series_number(call, series_of_row(call, "power", i), found);
        series_number(call, series_of_row(call, "detectable", i), f.noncentral * se[i]);
        series_number(call, series_of_row(call, "detectable_t_sum", i), f.t_sum * se[i]);
        series_number(call, series_of_row(call, "detectable_z_sum", i), f.z_sum * se[i]);
    }
    return status;
}

/* ---- Trend of rounds ---- */

enum { MOST_ROUNDS = 30, INNER_ORDERS = 999, ORDERS_SHARE = 10 };

/* Rounds in the order of time. */
typedef struct rounds {
    size_t n, values; /* values of a round, on average */
    double *time, *mean;
    double within; /* pooled variance within rounds */
    size_t within_df;
} rounds;

static void sum_rounds(const size_t block[], const double x[], size_t n, rounds *r, size_t count[])
{
    double squares = 0;
    for (size_t i = 0; i < n; i++) count[block[i]]++;
    for (size_t i = 0; i < n; i++) r->mean[block[i]] += x[i] / (double)count[block[i]];
    for (size_t i = 0; i < n; i++) squares += pow(x[i] - r->mean[block[i]], 2);
    r->within_df = n - r->n;
    r->within = r->within_df > 0 ? squares / (double)r->within_df : 0;
    r->values = (size_t)fmax(1, floor((double)n / (double)r->n + .5));
}

typedef struct dated_mean {
    double time, mean;
} dated_mean;

static int compare(const void *left, const void *right)
{
    const dated_mean *a = left, *b = right;
    return (a->time > b->time) - (a->time < b->time);
}

static doseau_status sort_rounds(rounds *r)
{
    dated_mean *all = malloc((r->n + 1) * sizeof *all);
    if (!all) return DOSEAU_ENOMEM;
    for (size_t i = 0; i < r->n; i++) all[i] = (dated_mean){r->time[i], r->mean[i]};
    qsort(all, r->n, sizeof *all, compare);
    for (size_t i = 0; i < r->n; i++) {
        r->time[i] = all[i].time;
        r->mean[i] = all[i].mean;
    }
    free(all);
    return DOSEAU_OK;
}

static doseau_status check_times(series_call *call, const size_t block[], const double time[])
{
    for (size_t i = 0; i < series_size(call); i++)
        for (size_t j = 0; j < i; j++)
            if (block[i] != block[j] && !(time[block[i]] < time[block[j]]) &&
                !(time[block[i]] > time[block[j]]))
                return series_refuse(call, i, DOSEAU_FRAME_TIME, "two rounds at one time");
    return DOSEAU_OK;
}

/* Without a column block every value is a round. */
static doseau_status take_rounds(series_call *call, rounds *r)
{
    size_t n_blocks = 0;
    const double *x;
    const size_t n = series_size(call);
    const size_t *block = series_indices(call, DOSEAU_FRAME_BLOCK, &n_blocks);
    size_t *own = calloc(2 * n + 1, sizeof *own);
    doseau_status status = own ? series_found(call, &x) : DOSEAU_ENOMEM;
    for (size_t i = 0; own && i < n; i++) own[i] = block ? block[i] : i;
    r->n = block ? n_blocks : n;
    r->time = calloc(2 * r->n + 1, sizeof *r->time);
    r->mean = r->time ? r->time + r->n : NULL;
    if (!status && !r->time) status = DOSEAU_ENOMEM;
    if (!status) status = series_block_times(call, own, r->time, r->n);
    if (!status) status = check_times(call, own, r->time);
    if (!status) {
        sum_rounds(own, x, n, r, own + n);
        status = sort_rounds(r);
    }
    free(own);
    return status;
}

/* What the means scatter about their own line; shrunk to the prior where one is given. */
static doseau_status scatter(series_call *call, const rounds *r, double *variance, double *sxx)
{
    doseau_slope own;
    doseau_moderated shrunk;
    doseau_variance_prior prior;
    doseau_status status = doseau_slope_test(r->time, r->mean, r->n, NULL, &own);
    if (status) return status;
    *sxx = own.sxx;
    *variance = own.own_variance;
    if (!call->options->prior_s.given) return DOSEAU_OK;
    status = series_prior(call, &prior);
    if (!status)
        status =
            doseau_moderated_slope(r->time, r->mean, r->n, &prior, call->options->alpha, &shrunk);
    if (!status) *variance = shrunk.moderated.variance;
    return status;
}

static doseau_status put_exact(series_call *call, double sd, double sxx, size_t n)
{
    const doseau_power_design design = {
        DOSEAU_POWER_SD, {sd, 1}, 1 / sxx, (double)n - 2, call->options->alpha};
    double smallest;
    doseau_power_factor f;
    doseau_status status = doseau_power_detectable(&design, call->options->power, &smallest);
    if (!status)
        status = doseau_power_find_factor(design.df, design.alpha, call->options->power, &f);
    if (status) return status;
    series_number(call, "detectable_noncentral_t", smallest);
    series_number(call, "detectable_t_sum", f.t_sum * sd / sqrt(sxx));
    series_number(call, "detectable_z_sum", f.z_sum * sd / sqrt(sxx));
    return DOSEAU_OK;
}

static const char *named(char name[64], const char *quantity, const char *test)
{
    snprintf(name, 64, "%s_%s", quantity, test);
    return name;
}

static doseau_status put_test(series_call *call, const doseau_rounds_design *design,
                              const char *name, doseau_trend_test test, const doseau_simulation *o)
{
    static const char none[] = "no effect is found that often: too few rounds";
    static const char many[] = "not even 30 rounds are enough";
    char full[64];
    doseau_simulated_effect e;
    doseau_simulated_power p;
    doseau_simulated_rounds r;
    const doseau_figure effect = call->options->effect;
    doseau_status status = doseau_power_trend_detectable(design, test, call->options->power, o, &e);
    if (status) return status;
    series_figure(call, named(full, "detectable", name), e.effect, none);
    series_ends(call, named(full, "detectable", name), e.lower, e.upper, none);
    if (!effect.given) return DOSEAU_OK;
    status = doseau_power_trend_find(design, test, effect.value, o, &p);
    if (!status)
        status = doseau_power_trend_required(design, test, effect.value, call->options->power,
                                             MOST_ROUNDS, o, &r);
    if (status) return status;
    series_number(call, named(full, "power", name), p.power);
    series_number(call, named(full, "power_se", name), p.se);
    series_figure(call, named(full, "rounds", name), r.n, many);
    return DOSEAU_OK;
}

/* Of a permutation test, which takes long, a tenth of the series. */
static doseau_status put_tests(series_call *call, doseau_rounds_design *design)
{
    const doseau_simulation all = {call->options->draws > 1 ? call->options->draws : 2,
                                   INNER_ORDERS, series_seed(call), 0};
    doseau_simulation some = all;
    some.series = all.series / ORDERS_SHARE > 1 ? all.series / ORDERS_SHARE : 2;
    doseau_status status = put_test(call, design, "t", DOSEAU_TREND_T, &all);
    if (!status && design->values > 1)
        status = put_test(call, design, "floor", DOSEAU_TREND_FLOOR, &all);
    if (!status && design->prior.df0 > 0)
        status = put_test(call, design, "moderated", DOSEAU_TREND_MODERATED, &all);
    if (!status) status = put_test(call, design, "kendall", DOSEAU_TREND_KENDALL, &all);
    if (!status) status = put_test(call, design, "permutation", DOSEAU_TREND_SLOPE_ORDERS, &some);
    if (!status && design->values > 1)
        status = put_test(call, design, "blocks", DOSEAU_TREND_BLOCK_ORDERS, &some);
    return status;
}

static doseau_status power_trend(series_call *call)
{
    rounds r = {0};
    double variance, sxx;
    doseau_status status = take_rounds(call, &r);
    if (!status) status = scatter(call, &r, &variance, &sxx);
    if (!status) {
        const double between = variance - r.within / (double)r.values;
        doseau_rounds_design design = {
            r.time, r.n,    sqrt(fmax(0, between)), sqrt(r.within), r.values,
            0,      {0, 0}, call->options->alpha};
        if (call->options->prior_s.given) status = series_prior(call, &design.prior);
        series_count(call, "rounds", r.n);
        series_number(call, "sd", sqrt(variance));
        series_number(call, "sd_between", design.sd_between);
        series_number(call, "sd_within", design.sd_within);
        series_count(call, "values", design.values);
        const double sd = sqrt(fmax(variance, r.within / (double)r.values));
        if (!status) status = put_exact(call, sd, sxx, r.n);
        if (!status) status = put_tests(call, &design);
    }
    free(r.time);
    return status;
}

static const series_procedure procedures[] = {
    {{"power", "for effects with standard error, df (weight)", "se;weight", "", "alpha power"},
     power},
    {{"power-trend", "what trend tests find in such rounds", "", "time;block",
      "alpha draws seed prior-s prior-d effect power"},
     power_trend},
};

const series_topic series_topic_power = SERIES_TOPIC(procedures);
