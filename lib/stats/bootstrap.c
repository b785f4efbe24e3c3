/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "stats/limits.h"
#include "stats/quantile.h"
#include "stats/resample.h"
#include "stats/sums.h"
#include <doseau/bootstrap.h>
#include <gsl/gsl_cdf.h>
#include <math.h>
#include <stdlib.h>

double doseau_statistic_mean(const double x[], size_t n, void *context)
{
    (void)context;
    return stats_mean(x, n);
}

/* a = sum d^3 / (6 (sum d^2)^1.5), d the distances of the leave-one-out statistics below their
 * mean. Not given where they are all equal. */
static doseau_status jackknife(const double x[], size_t n, doseau_statistic statistic,
                               void *context, doseau_figure *acceleration)
{
    double *rest = malloc(2 * n * sizeof *rest);
    if (!rest) return DOSEAU_ENOMEM;
    double *without = rest + n, squares = 0, cubes = 0;
    for (size_t i = 0; i < n; i++) {
        for (size_t k = 0, at = 0; k < n; k++)
            if (k != i) rest[at++] = x[k];
        without[i] = statistic(rest, n - 1, context);
    }
    const double mean = stats_mean(without, n);
    for (size_t i = 0; i < n; i++) squares += (mean - without[i]) * (mean - without[i]);
    for (size_t i = 0; i < n; i++) cubes += pow((mean - without[i]) / sqrt(squares), 3);
    free(rest);
    *acceleration = squares > 0 ? stats_figure(cubes / 6) : stats_no_figure();
    return DOSEAU_OK;
}

/* The level that BCa takes instead of the one with normal quantile z; NAN: there is none. */
static double corrected(double z0, double a, double z)
{
    const double spread = 1 - a * (z0 + z);
    return spread > 0 ? gsl_cdf_ugaussian_P(z0 + (z0 + z) / spread) : NAN;
}

/* Limits that are two quantiles, to be looked for together. */
typedef struct wanted {
    double share[RESAMPLE_QUANTILES_MOST];
    doseau_limits *limits[RESAMPLE_QUANTILES_MOST / 2];
    size_t n;
} wanted;

static void want(wanted *w, double lower, double upper, doseau_limits *limits)
{
    w->share[2 * w->n] = lower;
    w->share[2 * w->n + 1] = upper;
    w->limits[w->n++] = limits;
}

static void find(const wanted *w, resamples *all)
{
    double found[RESAMPLE_QUANTILES_MOST];
    resample_quantiles(all, w->share, 2 * w->n, found);
    for (size_t i = 0; i < w->n; i++) *w->limits[i] = stats_limits(found[2 * i], found[2 * i + 1]);
}

static void want_bca(wanted *w, doseau_figure z0, doseau_figure a, double z, doseau_limits *limits)
{
    *limits = stats_no_limits("the estimate lies outside its resamples");
    if (!z0.given) return;
    *limits = stats_no_limits("leaving a value out changes nothing");
    if (!a.given) return;
    *limits = stats_no_limits("the correction leaves 0 to 1");
    const double lower = corrected(z0.value, a.value, -z), upper = corrected(z0.value, a.value, z);
    if (lower > 0 && upper < 1) want(w, lower, upper, limits);
}

static doseau_figure normal_score(double share)
{
    double z;
    return stats_normal_quantile(share, &z) == DOSEAU_OK ? stats_figure(z) : stats_no_figure();
}

static void moments(const resamples *all, doseau_bootstrap *r)
{
    double sum = 0, squares = 0;
    for (size_t i = 0; i < all->n; i++)
        sum += all->items[i].weight * (all->items[i].statistic - r->estimate);
    r->bias = sum / all->weight;
    for (size_t i = 0; i < all->n; i++) {
        const double d = all->items[i].statistic - r->estimate - r->bias;
        squares += all->items[i].weight * d * d;
    }
    const double divisor = r->all || all->weight < 2 ? all->weight : all->weight - 1;
    r->se = sqrt(squares / divisor);
}

static void range_of(const resamples *all, double *lowest, double *highest)
{
    *lowest = *highest = all->items[0].statistic;
    for (size_t i = 1; i < all->n; i++) {
        const double t = all->items[i].statistic;
        *lowest = t < *lowest ? t : *lowest;
        *highest = t > *highest ? t : *highest;
    }
}

/* Resamples that are the same but for the order of their sums differ in the last digits: within
 * one part in 10^12 of the largest, T* is T. */
static void count_below(const resamples *all, double largest, doseau_bootstrap *r)
{
    const double within = 1e-12 * largest;
    double below = 0, below_or_same = 0;
    for (size_t i = 0; i < all->n; i++) {
        const double d = all->items[i].statistic - r->estimate;
        below += d < -within ? all->items[i].weight : 0;
        below_or_same += d <= within ? all->items[i].weight : 0;
    }
    r->z0 = normal_score(below / all->weight);
    r->z0_mid = normal_score((below + below_or_same) / 2 / all->weight);
}

static doseau_status conclude(resamples *all, double alpha, doseau_bootstrap *r)
{
    double z, lowest, highest;
    wanted w = {.n = 0};
    const doseau_status status = stats_normal_quantile(1 - alpha / 2, &z);
    if (status) return status;
    moments(all, r);
    if (!isfinite(r->bias + r->se)) return DOSEAU_EDOMAIN;
    range_of(all, &lowest, &highest);
    if (!(lowest < highest)) {
        r->z0 = r->z0_mid = r->acceleration = stats_no_figure();
        r->percentile = r->bca = r->bca_mid = stats_no_limits("all resamples agree");
        return DOSEAU_OK;
    }
    count_below(all, fmax(fabs(r->estimate), fmax(fabs(lowest), fabs(highest))), r);
    want(&w, alpha / 2, 1 - alpha / 2, &r->percentile);
    want_bca(&w, r->z0, r->acceleration, z, &r->bca);
    want_bca(&w, r->z0_mid, r->acceleration, z, &r->bca_mid);
    find(&w, all);
    return DOSEAU_OK;
}

void doseau_bootstrap_defaults(doseau_bootstrap_options *options)
{
    *options = (doseau_bootstrap_options){.draws = 9999, .seed = 1, .alpha = .05};
}

doseau_status doseau_bootstrap_run(const double x[], size_t n, doseau_statistic statistic,
                                   void *context, const doseau_bootstrap_options *options,
                                   doseau_bootstrap *result)
{
    doseau_bootstrap_options o;
    doseau_bootstrap_defaults(&o);
    if (options) o = *options;
    if (n < 2) return DOSEAU_ETOOFEW;
    if (!(o.alpha > 0 && o.alpha < 1) || !stats_all_finite(x, n)) return DOSEAU_EDOMAIN;
    if (o.draws == 0 && n > DOSEAU_BOOTSTRAP_ALL_MOST) return DOSEAU_EDOMAIN;
    doseau_bootstrap r = {.estimate = statistic(x, n, context), .all = o.draws == 0};
    resamples all;
    doseau_status status = r.all ? resample_all(x, n, statistic, context, &all)
                                 : resample_draw(x, n, statistic, context, &o, &all);
    if (status) return status;
    r.resamples = r.all ? all.n : o.draws;
    status = jackknife(x, n, statistic, context, &r.acceleration);
    if (!status && !isfinite(r.estimate)) status = DOSEAU_EDOMAIN;
    if (!status) status = conclude(&all, o.alpha, &r);
    free(all.items);
    if (!status) *result = r;
    return status;
}
