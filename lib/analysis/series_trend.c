/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/series_rows.h"
#include <doseau/akritas.h>
#include <doseau/block_kendall.h>
#include <doseau/censored_kendall.h>
#include <doseau/hamed_rao.h>
#include <doseau/kendall.h>
#include <doseau/seasonal_kendall.h>
#include <doseau/slope_permutation.h>
#include <doseau/slope_test.h>
#include <doseau/theil_sen.h>
#include <stdlib.h>

enum { ALL_MOST = 8 }; /* values, or blocks, of which all orders are looked at */

static const double *time_of(const series_call *call)
{
    return series_numbers(call, DOSEAU_FRAME_TIME);
}

static doseau_status kendall(series_call *call)
{
    const double *x;
    doseau_kendall k;
    doseau_status status = series_found(call, &x);
    if (!status) status = doseau_kendall_test(time_of(call), x, series_size(call), &k);
    if (status) return status;
    series_count(call, "n", k.n);
    series_number(call, "s", (double)k.s);
    series_number(call, "variance", k.variance);
    series_number(call, "tau_a", k.tau_a);
    series_figure(call, "tau_b", k.tau_b, "all times, or all values, are equal");
    series_number(call, "p", k.p);
    series_figure(call, "p_exact", k.p_exact, k.reason);
    series_figure(call, "smallest_p", k.smallest_p, k.reason);
    series_number(call, "z", k.z);
    series_number(call, "p_normal", k.p_normal);
    series_number(call, "z_nocc", k.z_nocc);
    series_number(call, "p_normal_nocc", k.p_normal_nocc);
    return DOSEAU_OK;
}

static doseau_status censored_kendall(series_call *call)
{
    const doseau_censored *x;
    doseau_censored_kendall k;
    const size_t n = series_size(call);
    doseau_status status = series_censored(call, false, &x);
    const uint64_t seed = n > ALL_MOST ? series_seed(call) : 0;
    if (!status)
        status = doseau_censored_kendall_test(time_of(call), x, n, call->options->draws, seed, &k);
    if (status) return status;
    series_count(call, "n", k.n);
    series_number(call, "s", (double)k.s);
    series_number(call, "undecided_pairs", (double)k.undecided);
    series_number(call, "variance", k.variance);
    series_number(call, "tau_a", k.tau_a);
    series_figure(call, "tau_b", k.tau_b, k.reason);
    series_number(call, "p_permutation", k.p_permutation);
    series_truth(call, "all_orders", k.all_orders);
    series_number(call, "smallest_p", k.smallest_p);
    series_number(call, "z", k.z);
    series_number(call, "p_normal", k.p_normal);
    return DOSEAU_OK;
}

static void put_sen(series_call *call, const char *name, doseau_theil_sen_interval i,
                    const char *reason)
{
    series_ends(call, name, i.lower, i.upper, reason);
}

static doseau_status theil_sen(series_call *call)
{
    const double *x;
    doseau_theil_sen t;
    doseau_status status = series_found(call, &x);
    if (!status)
        status =
            doseau_theil_sen_fit(time_of(call), x, series_size(call), call->options->alpha, &t);
    if (status) return status;
    series_count(call, "n", t.n);
    series_number(call, "slopes", (double)t.slopes);
    series_number(call, "slope", t.slope);
    put_sen(call, "slope", t.interval, t.reason);
    put_sen(call, "slope_interpolated", t.interval_interpolated, t.reason);
    put_sen(call, "slope_conservative", t.interval_conservative, t.reason);
    put_sen(call, "slope_exact", t.interval_exact, t.reason);
    series_number(call, "intercept", t.intercept);
    series_number(call, "intercept_residual", t.intercept_residual);
    return DOSEAU_OK;
}

static doseau_status akritas(series_call *call)
{
    const doseau_censored *x;
    doseau_akritas a;
    doseau_status status = series_censored(call, false, &x);
    if (!status) status = doseau_akritas_fit(time_of(call), x, series_size(call), &a);
    if (status) return status;
    series_count(call, "n", series_size(call));
    series_figure(call, "slope", a.slope, a.reason);
    series_figure(call, "slope_lowest", a.slope_lowest, a.reason);
    series_figure(call, "slope_highest", a.slope_highest, a.reason);
    series_figure(call, "intercept", a.intercept, a.reason);
    return DOSEAU_OK;
}

static void put_seasonal(series_call *call, const doseau_seasonal_kendall *k)
{
    series_count(call, "n", k->n);
    series_count(call, "seasons", k->seasons);
    series_number(call, "s", (double)k->s);
    series_number(call, "tau", k->tau);
    series_number(call, "slope", k->slope);
    series_number(call, "variance_covariance", k->variance_covariance);
    series_number(call, "z_covariance", k->z_covariance);
    series_number(call, "p_covariance", k->p_covariance);
    series_number(call, "variance", k->variance);
    series_number(call, "z", k->z);
    series_number(call, "p", k->p);
}

/* Values of one season at one time have no order. */
static doseau_status check_seasons(series_call *call, const size_t season[])
{
    const double *time = time_of(call);
    size_t *order;
    doseau_status status = series_by_time(call, &order);
    if (status) return status;
    const size_t n = series_size(call);
    for (size_t i = 0; !status && i < n; i++)
        for (size_t j = i + 1; j < n && !(time[order[j]] > time[order[i]]); j++)
            if (season[order[i]] == season[order[j]] && !status)
                status = series_refuse(call, order[j], DOSEAU_FRAME_TIME,
                                       "two values of one season at one time");
    free(order);
    return status;
}

/* Seasons of fewer than 4 values are left out by rkt and NADA2. */
static doseau_status seasonal_kendall(series_call *call)
{
    size_t n_seasons;
    const double *x;
    doseau_seasonal_kendall k, four;
    const size_t n = series_size(call);
    const size_t *season = series_indices(call, DOSEAU_FRAME_SEASON, &n_seasons);
    doseau_status status = series_found(call, &x);
    if (!status) status = check_seasons(call, season);
    if (!status) status = doseau_seasonal_kendall_test(time_of(call), season, x, n, 2, &k);
    if (status) return status;
    put_seasonal(call, &k);
    status = doseau_seasonal_kendall_test(time_of(call), season, x, n, 4, &four);
    if (status == DOSEAU_ENOMEM) return status;
    const char *reason = "no season has four values";
    series_figure(call, "s_nmin4", (doseau_figure){!status, status ? 0 : (double)four.s}, reason);
    series_figure(call, "p_nmin4", (doseau_figure){!status, status ? 0 : four.p}, reason);
    series_figure(call, "p_covariance_nmin4",
                  (doseau_figure){!status, status ? 0 : four.p_covariance}, reason);
    return DOSEAU_OK;
}

static void put_blocks(series_call *call, const doseau_block_kendall *k)
{
    series_count(call, "n", k->n);
    series_count(call, "blocks", k->blocks);
    series_number(call, "s", (double)k->s);
    series_number(call, "pairs_compared", (double)k->compared);
    series_number(call, "pairs_decided", (double)k->decided);
    series_number(call, "p_block", k->p);
    series_truth(call, "all_orders", k->all_orders);
    series_count(call, "orders", k->orders);
    series_number(call, "smallest_p", k->smallest_p);
    series_figure(call, "slope", k->slope, k->reason);
    series_ends(call, "slope", k->lower, k->upper, k->reason);
    series_figure(call, "slope_lowest", k->slope_lowest, k->reason);
    series_figure(call, "slope_highest", k->slope_highest, k->reason);
    series_number(call, "naive_variance", k->naive_variance);
    series_number(call, "naive_z", k->naive_z);
    series_number(call, "p_naive", k->naive_p);
}

static doseau_status block_kendall(series_call *call)
{
    size_t n_seasons, n_blocks;
    const doseau_censored *x;
    doseau_block_kendall k;
    const size_t *block = series_indices(call, DOSEAU_FRAME_BLOCK, &n_blocks);
    const size_t *season = series_indices(call, DOSEAU_FRAME_SEASON, &n_seasons);
    double *times = calloc(n_blocks + 1, sizeof *times);
    doseau_status status = times ? series_censored(call, false, &x) : DOSEAU_ENOMEM;
    if (!status) status = series_block_times(call, block, times, n_blocks);
    if (!status) {
        const doseau_blocks data = {series_size(call), x, block, season, n_blocks, times};
        const uint64_t seed = n_blocks > ALL_MOST ? series_seed(call) : 0;
        status =
            doseau_block_kendall_test(&data, call->options->alpha, call->options->draws, seed, &k);
    }
    free(times);
    if (!status) put_blocks(call, &k);
    return status;
}

static doseau_status slope_permutation(series_call *call)
{
    const double *x;
    doseau_slope_permutation s;
    const size_t n = series_size(call);
    doseau_status status = series_found(call, &x);
    const uint64_t seed = n > ALL_MOST ? series_seed(call) : 0;
    if (!status)
        status = doseau_slope_permutation_test(time_of(call), x, n, call->options->draws, seed, &s);
    if (status) return status;
    series_count(call, "n", series_size(call));
    series_number(call, "slope", s.slope);
    series_number(call, "p", s.p);
    series_truth(call, "all_orders", s.all_orders);
    series_count(call, "orders", s.orders);
    series_number(call, "smallest_p", s.smallest_p);
    return DOSEAU_OK;
}

static doseau_status hamed_rao(series_call *call)
{
    const double *x;
    size_t *order;
    doseau_hamed_rao h;
    doseau_status status = series_found(call, &x);
    if (!status) status = series_in_time(call, &order); /* says which two times are equal */
    if (status) return status;
    free(order);
    status = doseau_hamed_rao_test(time_of(call), x, series_size(call), call->options->alpha, &h);
    if (status) return status;
    series_count(call, "n", h.n);
    series_number(call, "s", (double)h.s);
    series_number(call, "slope", h.slope);
    series_count(call, "lags", h.lags);
    series_figure(call, "inflation", h.inflation, h.reason);
    series_figure(call, "variance", h.variance_corrected, h.reason);
    series_figure(call, "z", h.z, h.reason);
    series_figure(call, "p", h.p, h.reason);
    series_figure(call, "inflation_abs", h.inflation_abs, h.reason);
    series_figure(call, "variance_abs", h.variance_abs, h.reason);
    series_figure(call, "z_abs", h.z_abs, h.reason);
    series_figure(call, "p_abs", h.p_abs, h.reason);
    series_number(call, "variance_independent", h.variance);
    series_number(call, "z_independent", h.z_independent);
    series_number(call, "p_independent", h.p_independent);
    return DOSEAU_OK;
}

static const series_procedure procedures[] = {
    {{"kendall", "Mann-Kendall trend test with exact p", "", "time", ""}, kendall},
    {{"theil-sen", "median slope with its intervals", "", "time", "alpha"}, theil_sen},
    {{"censored-kendall", "Mann-Kendall with values below limits", "", "time", "draws seed"},
     censored_kendall},
    {{"akritas-theil-sen", "slope of values below limits", "", "time", ""}, akritas},
    {{"seasonal-kendall", "Kendall over seasons or sites, with covariance", "time;season", "", ""},
     seasonal_kendall},
    {{"block-kendall", "trend over blocks (rounds), blocks permuted", "block", "season;time",
      "alpha draws seed"},
     block_kendall},
    {{"hamed-rao", "Mann-Kendall for values that hang together", "", "time", "alpha"}, hamed_rao},
    {{"slope-permutation", "permutation test of the least-squares slope", "", "time", "draws seed"},
     slope_permutation},
};

const series_topic series_topic_trend = SERIES_TOPIC(procedures);
