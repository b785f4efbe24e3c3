/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "stats/kendall_null.h"
#include "stats/permute.h"
#include "stats/quantile.h"
#include "stats/sums.h"
#include "stats/trend_threshold.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_VALUES = 1000000 };

static doseau_status check(const doseau_rounds_design *d, doseau_trend_test test,
                           const doseau_simulation *o)
{
    const bool own = test == DOSEAU_TREND_T || test == DOSEAU_TREND_FLOOR;
    if (!(d->alpha > 0 && d->alpha < 1) || !(d->sd_between >= 0) || !(d->sd_within >= 0))
        return DOSEAU_EDOMAIN;
    if (!isfinite(d->sd_between * d->sd_between + d->sd_within * d->sd_within))
        return DOSEAU_EDOMAIN;
    if (!(d->sd_between + d->sd_within > 0) || d->values < 1 || o->series < 2)
        return DOSEAU_EDOMAIN;
    if (d->values > MOST_VALUES || (d->n > 0 && d->values > MOST_VALUES / d->n))
        return DOSEAU_EDOMAIN;
    if (!(d->below >= 0 && d->below < 1) || (d->below > 0 && test != DOSEAU_TREND_BLOCK_ORDERS))
        return DOSEAU_EDOMAIN;
    if (test == DOSEAU_TREND_FLOOR && d->values < 2) return DOSEAU_EDOMAIN;
    if (test == DOSEAU_TREND_MODERATED &&
        !(d->prior.s0 > 0 && d->prior.df0 > 0 && isfinite(d->prior.s0) && isfinite(d->prior.df0)))
        return DOSEAU_EDOMAIN;
    if (d->n > PERMUTE_ALL_MOST && o->orders == 0) return DOSEAU_EDOMAIN;
    return d->n < (own ? 3 : 2) ? DOSEAU_ETOOFEW : DOSEAU_OK;
}

static doseau_status take_times(const doseau_rounds_design *d, trend_plan *plan)
{
    for (size_t i = 0; i < d->n; i++) plan->time[i] = d->time ? d->time[i] : (double)i;
    for (size_t i = 0; i < d->n; i++)
        if (!isfinite(plan->time[i]) || (i > 0 && !(plan->time[i] > plan->time[i - 1])))
            return DOSEAU_EDOMAIN;
    const double mean = stats_mean(plan->time, d->n);
    plan->sxx = stats_centred_squares(plan->time, d->n, mean);
    for (size_t i = 0; i < d->n; i++) plan->time[i] -= mean;
    return plan->sxx > 0 && isfinite(plan->sxx) ? DOSEAU_OK : DOSEAU_EDOMAIN;
}

/* The fewest rising pairs with which the exact p, beyond 60 rounds the normal one, is at most
 * alpha. */
static doseau_status find_rising(trend_plan *plan)
{
    const size_t n = plan->design->n, pairs = n * (n - 1) / 2;
    const double m = (double)n, alpha = plan->design->alpha;
    plan->rising = 0;
    if (n > KENDALL_NULL_MOST) {
        double z;
        const doseau_status status = stats_normal_quantile(1 - alpha / 2, &z);
        const double s = 1 + z * sqrt(m * (m - 1) * (2 * m + 5) / 18);
        const double rising = ceil(((double)pairs + s) / 2);
        if (!status && rising <= (double)pairs) plan->rising = (size_t)rising;
        return status;
    }
    size_t ones[KENDALL_NULL_MOST];
    kendall_null null;
    for (size_t i = 0; i < n; i++) ones[i] = 1;
    stats_kendall_null(ones, n, &null);
    double tail = 0;
    for (size_t falling = 0; falling <= pairs / 2; falling++) {
        tail += null.p[falling];
        if (2 * tail > alpha * (1 + 1e-12)) break;
        plan->rising = pairs - falling;
    }
    return DOSEAU_OK;
}

typedef struct collector {
    trend_plan *plan;
    size_t *seen;
} collector;

/* Keeps the orders that the test itself looks at; the first one is that of the series. */
static double collect(const size_t order[], const void *context, void *scratch)
{
    (void)scratch;
    const collector *c = context;
    const size_t n = c->plan->design->n, at = (*c->seen)++;
    if (at == 0) return 0;
    double sum = 0;
    memcpy(c->plan->orders + (at - 1) * n, order, n * sizeof *order);
    for (size_t i = 0; i < n; i++) sum += c->plan->time[i] * c->plan->time[order[i]];
    c->plan->alignment[at - 1] = sum;
    return 0;
}

static doseau_status take_orders(trend_plan *plan)
{
    const size_t n = plan->design->n;
    size_t seen = 0;
    const collector keeper = {plan, &seen};
    const permute_plan all = {.n = n,
                              .statistic = collect,
                              .context = &keeper,
                              .seed = plan->options->seed,
                              .draws = plan->options->orders};
    permute_result unused;
    plan->orders = calloc(plan->n_orders, n * sizeof *plan->orders);
    plan->alignment = calloc(plan->n_orders, sizeof *plan->alignment);
    if (!plan->orders || !plan->alignment) return DOSEAU_ENOMEM;
    return stats_permute(&all, &unused);
}

/* How many orders may be as extreme: of all, the one as it is among them; of random ones, that one
 * comes on top. A part in 10^9 of an order more is not too many. */
static void count_orders(trend_plan *plan)
{
    const size_t n = plan->design->n;
    const bool all = n <= PERMUTE_ALL_MOST;
    plan->n_orders = plan->options->orders;
    if (all)
        for (size_t i = plan->n_orders = 1; i <= n; i++) plan->n_orders *= i;
    const double orders = (double)plan->n_orders, alpha = plan->design->alpha;
    const double allowed = all ? alpha * orders : alpha * (1 + orders) - 1;
    plan->allowed = allowed + 1e-9 > 0 ? (size_t)(allowed + 1e-9) : 0;
    if (!all && allowed + 1e-9 < 0) plan->n_orders = 0; /* p is above alpha whatever comes */
}

static doseau_status prepare(trend_plan *plan)
{
    const doseau_rounds_design *d = plan->design;
    double z;
    const double df = (double)d->n - 2 + (plan->test == DOSEAU_TREND_MODERATED ? d->prior.df0 : 0);
    plan->limit = -INFINITY;
    if (d->below > 0) {
        const doseau_status status = stats_normal_quantile(d->below, &z);
        if (status) return status;
        plan->limit = z * hypot(d->sd_between, d->sd_within);
    }
    count_orders(plan);
    if (plan->test == DOSEAU_TREND_KENDALL) return find_rising(plan);
    if (plan->test == DOSEAU_TREND_SLOPE_ORDERS && plan->n_orders > 0) return take_orders(plan);
    if (plan->test == DOSEAU_TREND_SLOPE_ORDERS || plan->test == DOSEAU_TREND_BLOCK_ORDERS)
        return DOSEAU_OK;
    return stats_t_quantile(1 - d->alpha / 2, df, &plan->quantile);
}

doseau_status trend_plan_new(const doseau_rounds_design *design, doseau_trend_test test,
                             const doseau_simulation *options, trend_plan *plan)
{
    *plan = (trend_plan){.design = design, .test = test, .options = options};
    doseau_status status = check(design, test, options);
    if (status) return status;
    plan->time = malloc(design->n * sizeof *plan->time);
    status = plan->time ? take_times(design, plan) : DOSEAU_ENOMEM;
    return status ? status : prepare(plan);
}

void trend_plan_free(trend_plan *plan)
{
    free(plan->time);
    free(plan->orders);
    free(plan->alignment);
}
