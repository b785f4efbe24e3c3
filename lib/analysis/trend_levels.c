/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/trend_levels.h"
#include <doseau/describe.h>
#include <doseau/meta_regression.h>
#include <doseau/moderated.h>
#include <math.h>
#include <stdlib.h>

static doseau_figure raised(double ln)
{
    const double value = exp(ln);
    return (doseau_figure){isfinite(value), value};
}

static doseau_trend_estimate estimate(double ln, double lower, double upper)
{
    return (doseau_trend_estimate){raised(ln), raised(lower), raised(upper)};
}

/* ---- The typical level ---- */

static bool has_unequal_days(const trend_points *p)
{
    for (size_t i = 1; i < p->n; i++)
        if (p->days[i] < p->days[0] || p->days[i] > p->days[0]) return true;
    return false;
}

static doseau_status typical_own(const trend_points *p, double alpha, doseau_trend *trend)
{
    doseau_mean_interval mean;
    const doseau_status status = doseau_mean_t(p->ln, p->n, alpha, &mean);
    if (status) return status;
    trend->typical_mg_d_1000p.value = raised(mean.mean);
    if (mean.interval.lower.given)
        trend->typical_mg_d_1000p =
            estimate(mean.mean, mean.interval.lower.value, mean.interval.upper.value);
    return DOSEAU_OK;
}

/* Rounds of different numbers of days: each has the pooled variance over its own. */
static doseau_status typical_weighted(const trend_points *p, double day_variance, double alpha,
                                      doseau_trend *trend)
{
    doseau_meta m;
    const doseau_meta_options options = {DOSEAU_TAU2_REML, alpha};
    double *ones = calloc(p->n + 1, sizeof *ones);
    double *v = calloc(p->n + 1, sizeof *v);
    doseau_status status = ones && v ? DOSEAU_OK : DOSEAU_ENOMEM;
    for (size_t i = 0; !status && i < p->n; i++) {
        ones[i] = 1;
        v[i] = day_variance / p->days[i];
    }
    if (!status) status = doseau_meta_regression(ones, p->ln, v, p->n, 1, &options, &m);
    free(ones);
    free(v);
    if (status) return status;
    const doseau_interval *interval = &m.coefficient[0].kh.interval;
    trend->typical_mg_d_1000p =
        estimate(m.coefficient[0].estimate, interval->lower, interval->upper);
    return DOSEAU_OK;
}

static doseau_status typical_borrowed(const trend_points *p, double alpha, doseau_trend *trend)
{
    doseau_moderated level;
    const doseau_spread spread = trend_spread(p->from);
    const doseau_variance_prior prior = {spread.s0, spread.d0};
    const doseau_status status = doseau_moderated_level(p->ln, p->n, &prior, alpha, &level);
    if (!status)
        trend->typical_mg_d_1000p =
            estimate(level.estimate, level.interval.lower, level.interval.upper);
    return status;
}

static doseau_status add_typical(const trend_points *p, double day_variance, double alpha,
                                 doseau_trend *trend)
{
    if (p->n == 0) return DOSEAU_OK;
    if (p->n < TREND_LEAST_ROUNDS) return typical_borrowed(p, alpha, trend);
    if (day_variance > 0 && has_unequal_days(p))
        return typical_weighted(p, day_variance, alpha, trend);
    return typical_own(p, alpha, trend);
}

/* ---- The current level and the next round ---- */

static doseau_status add_current(const history *h, double alpha, doseau_trend *trend)
{
    doseau_moderated_next next;
    if (h->n == 0 || !h->rounds[h->n - 1].ln.given) return DOSEAU_OK;
    const history_round *last = &h->rounds[h->n - 1];
    const doseau_spread spread =
        doseau_prior_of_round(&h->prior, last->mean->population_persons, last->mean->days);
    const doseau_variance_prior prior = {spread.s0, spread.d0};
    double *differences = calloc(h->n, sizeof *differences);
    if (!differences) return DOSEAU_ENOMEM;
    const size_t m = history_differences(h, h->n, differences);
    const doseau_status status =
        doseau_moderated_next_value(last->ln.value, differences, m, &prior, alpha, &next);
    free(differences);
    if (status) return status;
    trend->current_mg_d_1000p = estimate(last->ln.value, next.level.lower, next.level.upper);
    trend->current_mg_d_1000p.value = last->mean->mean;
    trend->next_lower_mg_d_1000p = raised(next.next.lower);
    trend->next_upper_mg_d_1000p = raised(next.next.upper);
    return DOSEAU_OK;
}

doseau_status trend_levels_add(const doseau_rounds *rounds, const history *h, double day_variance,
                               doseau_trend *trend)
{
    trend_points points;
    bool complete;
    const double alpha = rounds->options.alpha;
    doseau_status status = trend_points_new(h, TREND_AT_MEAN, &points, &complete);
    if (!status && complete) status = add_typical(&points, day_variance, alpha, trend);
    if (!status) status = add_current(h, alpha, trend);
    trend_points_free(&points);
    return status;
}
