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

/* The smallest statistic with at least the share p at or below it. Shares are sums of rounded
 * numbers: one part in 10^12 short is not short. */
static double share_quantile(const resamples *all, double p)
{
    double share = 0;
    for (size_t i = 0; i < all->n; i++) {
        share += all->items[i].weight;
        if (share >= p * all->weight * (1 - 1e-12)) return all->items[i].statistic;
    }
    return all->items[all->n - 1].statistic;
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

static doseau_limits bca(const resamples *all, doseau_figure z0, doseau_figure a, double z)
{
    if (!z0.given) return stats_no_limits("the estimate lies outside its resamples");
    if (!a.given) return stats_no_limits("leaving a value out changes nothing");
    const double lower = corrected(z0.value, a.value, -z), upper = corrected(z0.value, a.value, z);
    if (!(lower > 0 && upper < 1)) return stats_no_limits("the correction leaves 0 to 1");
    return stats_limits(share_quantile(all, lower), share_quantile(all, upper));
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
    const double divisor = r->all || all->n < 2 ? all->weight : all->weight - 1;
    r->se = sqrt(squares / divisor);
}

/* Resamples that are the same but for the order of their sums differ in the last digits: within
 * one part in 10^12 of the largest, T* is T. */
static void count_below(const resamples *all, doseau_bootstrap *r)
{
    double below = 0, same = 0, largest = fabs(r->estimate);
    for (size_t i = 0; i < all->n; i++) largest = fmax(largest, fabs(all->items[i].statistic));
    for (size_t i = 0; i < all->n; i++) {
        const double d = all->items[i].statistic - r->estimate;
        if (d < -1e-12 * largest)
            below += all->items[i].weight;
        else if (d <= 1e-12 * largest)
            same += all->items[i].weight;
    }
    r->z0 = normal_score(below / all->weight);
    r->z0_mid = normal_score((below + same / 2) / all->weight);
}

static doseau_status conclude(resamples *all, double alpha, doseau_bootstrap *r)
{
    double z;
    doseau_status status = stats_normal_quantile(1 - alpha / 2, &z);
    if (status) return status;
    moments(all, r);
    if (!isfinite(r->bias + r->se)) return DOSEAU_EDOMAIN;
    count_below(all, r);
    status = resample_sort(all);
    if (status) return status;
    if (!(all->items[0].statistic < all->items[all->n - 1].statistic)) {
        r->z0 = r->z0_mid = r->acceleration = stats_no_figure();
        r->percentile = r->bca = r->bca_mid = stats_no_limits("all resamples agree");
        return DOSEAU_OK;
    }
    r->percentile =
        stats_limits(share_quantile(all, alpha / 2), share_quantile(all, 1 - alpha / 2));
    r->bca = bca(all, r->z0, r->acceleration, z);
    r->bca_mid = bca(all, r->z0_mid, r->acceleration, z);
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
    r.resamples = all.n;
    status = jackknife(x, n, statistic, context, &r.acceleration);
    if (!status && !isfinite(r.estimate)) status = DOSEAU_EDOMAIN;
    if (!status) status = conclude(&all, o.alpha, &r);
    free(all.items);
    if (!status) *result = r;
    return status;
}
