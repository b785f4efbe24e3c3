/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "stats/trend_threshold.h"
#include "stats/select.h"
#include <math.h>
#include <stdlib.h>

doseau_status trend_series_new(const trend_plan *plan, trend_series *series)
{
    const size_t n = plan->design->n, pairs = n * (n - 1) / 2;
    const size_t room = plan->orders ? plan->n_orders : pairs;
    *series = (trend_series){malloc(n * plan->design->values * sizeof(double)),
                             malloc(n * sizeof(double)), malloc(room * sizeof(double))};
    return series->value && series->mean && series->room ? DOSEAU_OK : DOSEAU_ENOMEM;
}

void trend_series_free(trend_series *series)
{
    free(series->value);
    free(series->mean);
    free(series->room);
}

/* sum of t times the means: without an effect, the slope times Sxx. */
static double products(const trend_plan *plan, const double mean[])
{
    double sum = 0;
    for (size_t i = 0; i < plan->design->n; i++) sum += plan->time[i] * mean[i];
    return sum;
}

/* Sum of squares of the means about their line. */
static double residual_squares(const trend_plan *plan, const trend_series *s, double slope)
{
    double level = 0, sum = 0;
    for (size_t i = 0; i < plan->design->n; i++) level += s->mean[i] / (double)plan->design->n;
    for (size_t i = 0; i < plan->design->n; i++) {
        const double rest = s->mean[i] - level - slope * plan->time[i];
        sum += rest * rest;
    }
    return sum;
}

/* The variance within rounds of a mean. */
static double pooled_variance(const doseau_rounds_design *d, const trend_series *s)
{
    double sum = 0;
    for (size_t r = 0; r < d->n; r++)
        for (size_t k = 0; k < d->values; k++) {
            const double rest = s->value[r * d->values + k] - s->mean[r];
            sum += rest * rest;
        }
    return sum / (double)(d->n * (d->values - 1)) / (double)d->values;
}

/* The slope of the series is effect + its own: found from quantile se - own on. */
static double t_threshold(const trend_plan *plan, const trend_series *s)
{
    const doseau_rounds_design *d = plan->design;
    const double slope = products(plan, s->mean) / plan->sxx, df = (double)d->n - 2;
    const double squares = residual_squares(plan, s, slope);
    double variance = squares / df;
    if (plan->test == DOSEAU_TREND_FLOOR) variance = fmax(variance, pooled_variance(d, s));
    if (plan->test == DOSEAU_TREND_MODERATED)
        variance = (d->prior.df0 * d->prior.s0 * d->prior.s0 + squares) / (d->prior.df0 + df);
    return plan->quantile * sqrt(variance / plan->sxx) - slope;
}

/* Pair (i, j) rises from an effect of minus its own slope on: enough pairs rise from the effect at
 * that rank on. */
static double kendall_threshold(const trend_plan *plan, const trend_series *s)
{
    const size_t n = plan->design->n;
    size_t pairs = 0;
    if (plan->rising == 0) return INFINITY;
    for (size_t j = 1; j < n; j++)
        for (size_t i = 0; i < j; i++)
            s->room[pairs++] = (s->mean[i] - s->mean[j]) / (plan->time[j] - plan->time[i]);
    const size_t rank = plan->rising - 1;
    stats_select(s->room, pairs, &rank, 1);
    return s->room[rank];
}

/* With T the products of the series as it is, A and B those of an order for values and times: the
 * order is as extreme while T + effect Sxx <= |A + effect B|, which ends where it ends for both
 * signs. Never for the order as it is, and its mirror image. */
static double order_threshold(const trend_plan *plan, double t, double a, double b)
{
    const double tiny = 1e-12 * plan->sxx, straight = plan->sxx - b, mirrored = plan->sxx + b;
    if (straight < tiny || mirrored < tiny) return INFINITY;
    return fmax((a - t) / straight, (-a - t) / mirrored);
}

static double slope_threshold(const trend_plan *plan, const trend_series *s)
{
    const size_t n = plan->design->n;
    const double t = products(plan, s->mean);
    if (plan->n_orders == 0) return INFINITY;
    for (size_t k = 0; k < plan->n_orders; k++) {
        const size_t *order = plan->orders + k * n;
        double a = 0;
        for (size_t i = 0; i < n; i++) a += plan->time[i] * s->mean[order[i]];
        s->room[k] = order_threshold(plan, t, a, plan->alignment[k]);
    }
    /* All but `allowed` of them must have ended. */
    const size_t rank = plan->n_orders - 1 - plan->allowed;
    stats_select(s->room, plan->n_orders, &rank, 1);
    return s->room[rank];
}

doseau_status trend_threshold(const trend_plan *plan, const trend_series *series, double *threshold)
{
    switch (plan->test) {
    case DOSEAU_TREND_T:
    case DOSEAU_TREND_FLOOR:
    case DOSEAU_TREND_MODERATED: *threshold = t_threshold(plan, series); break;
    case DOSEAU_TREND_KENDALL: *threshold = kendall_threshold(plan, series); break;
    case DOSEAU_TREND_SLOPE_ORDERS: *threshold = slope_threshold(plan, series); break;
    case DOSEAU_TREND_BLOCK_ORDERS: return trend_block_threshold(plan, series, threshold);
    }
    return DOSEAU_OK;
}
