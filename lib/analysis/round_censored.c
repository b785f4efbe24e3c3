/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/combination.h"
#include "analysis/round_interval.h"
#include <doseau/borrowed.h>
#include <doseau/censored_mle.h>
#include <doseau/flag.h>
#include <doseau/lognormal_mean.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

enum { LEAST_DAYS_OF_A_PERIOD = 7 };

/* The measured days as statistics see them; false if the limit of one is not known. */
static bool list_days(const round_days *days, doseau_censored x[], size_t *n)
{
    const round_day *day = days->list.items;
    *n = 0;
    for (size_t i = 0; i < days->list.size; i++) {
        const doseau_sample *v = &day[i].value;
        if (v->state == DOSEAU_MISSING) continue;
        if (!v->bounded) return false;
        x[(*n)++] =
            (doseau_censored){v->state != DOSEAU_FOUND && !(v->lower > 0), v->lower, v->upper};
    }
    return true;
}

/* Shares in a mean of days below limits: a found day counts with what was found, one below with
 * what the mean leaves for such days, alike. */
static void put_shares(const doseau_rounds *rounds, const doseau_round_mean *r,
                       const round_days *days)
{
    double found = 0;
    const round_day *day = days->list.items;
    for (size_t i = 0; i < days->list.size; i++)
        if (day[i].value.state == DOSEAU_FOUND) found += day[i].value.lower;
    const double below = (double)(r->days - r->found);
    const double rest = fmax(0, r->mean.value * (double)r->days - found) / below;
    const double whole = found + rest * below;
    for (size_t i = 0; i < days->list.size; i++) {
        const double load = day[i].value.state == DOSEAU_FOUND ? day[i].value.lower : rest;
        for (size_t j = day[i].begin; j < day[i].end && day[i].results; j++)
            if (round_counts(rounds, r, j))
                rounds->share[r->data][j] = load / whole / (double)day[i].results;
    }
}

/* Around the mean of the round: the distances of an interval from its estimate and the errors of
 * measurement in quadrature, on the log scale. */
static void widen(doseau_round_mean *r, double estimate, const doseau_limits *limits, double z,
                  double variance)
{
    if (!limits->lower.given || !limits->upper.given) return;
    const double s2 = log1p(variance);
    const double down = log(estimate / limits->lower.value);
    const double up = log(limits->upper.value / estimate);
    r->measurement.lower = r->mean.value * exp(-sqrt(down * down + z * z * s2));
    r->measurement.upper = r->mean.value * exp(sqrt(up * up + z * z * s2));
    const double s = log(r->measurement.upper / r->measurement.lower) / (2 * z);
    r->measurement_rel_u = (doseau_figure){true, sqrt(expm1(s * s))};
}

/* A mean with days below limits: it cannot leave the bounds. */
static void impute(const doseau_rounds *rounds, doseau_round_mean *r, const round_days *days,
                   double estimate, const char *method)
{
    r->mean =
        (doseau_figure){true, fmin(fmax(estimate, r->bound_lower.value), r->bound_upper.value)};
    r->flags |= DOSEAU_FLAG_IMPUTED;
    snprintf(r->method, sizeof r->method, "%s", method);
    put_shares(rounds, r, days);
}

static doseau_variance_prior week_prior(const doseau_rounds *rounds, const doseau_round_mean *r)
{
    const doseau_prior prior =
        doseau_prior_find(rounds->study, r->substance, rounds->options.prior);
    return (doseau_variance_prior){prior.week_day.s0, prior.week_day.d0};
}

doseau_status round_censored_week(const doseau_rounds *rounds, doseau_round_mean *r,
                                  const round_sum *sum)
{
    size_t n;
    doseau_borrowed_mean fit;
    const doseau_round_options *o = &rounds->options;
    const doseau_variance_prior prior = week_prior(rounds, r);
    doseau_censored *x = calloc(sum->days->list.size + 1, sizeof *x);
    if (!x) return DOSEAU_ENOMEM;
    const bool known = list_days(sum->days, x, &n);
    doseau_status status =
        known ? doseau_borrowed_mean_fit(x, n, &prior, o->alpha, o->seed, &fit) : DOSEAU_OK;
    free(x);
    if (status) return status;
    if (!known) return DOSEAU_OK;
    if (fit.reportable != DOSEAU_REPORT_MEAN) {
        r->flags |= DOSEAU_FLAG_NOT_REPORTABLE;
        return DOSEAU_OK;
    }
    impute(rounds, r, sum->days, fit.mean.value, "borrowed_sigma");
    double variance;
    status = combination_variance(rounds, &(combination_term){r, 1}, 1, COMBINATION_ALL, NULL,
                                  &variance);
    if (!status) widen(r, r->mean.value, &fit.interval, rounds->z, variance);
    return status;
}

/* ---- Periods ---- */

/* The mean of the distribution of the days, and its interval. */
typedef struct period_mean {
    doseau_figure estimate;
    doseau_limits interval;
    const char *method; /* NULL: the mean of the days stands already */
} period_mean;

/* None where all days are equal: they do not say how days vary. */
static doseau_status fit_found(const doseau_censored x[], size_t n, double alpha, period_mean *fit)
{
    double mean = 0, variance = 0;
    bool varies = false;
    for (size_t i = 0; i < n; i++) {
        mean += log(x[i].lower) / (double)n;
        varies = varies || x[i].lower < x[0].lower || x[i].lower > x[0].lower;
    }
    if (!varies) return DOSEAU_OK;
    for (size_t i = 0; i < n; i++) variance += pow(log(x[i].lower) - mean, 2) / (double)(n - 1);
    doseau_interval cox;
    const doseau_status status = doseau_modified_cox(mean, variance, n, alpha, &cox);
    if (status) return status;
    fit->estimate = (doseau_figure){true, exp(mean + variance / 2)};
    fit->interval = (doseau_limits){{true, cox.lower}, {true, cox.upper}, NULL};
    return DOSEAU_OK;
}

static doseau_status fit_period(const doseau_rounds *rounds, const doseau_round_mean *r,
                                const doseau_censored x[], size_t n, period_mean *fit)
{
    const doseau_variance_prior prior = week_prior(rounds, r);
    const double alpha = rounds->options.alpha;
    doseau_status status = DOSEAU_OK;
    switch (doseau_level_method_for(n, r->found)) {
    case DOSEAU_LEVEL_NONE: break;
    case DOSEAU_LEVEL_ALL_FOUND: return fit_found(x, n, alpha, fit);
    case DOSEAU_LEVEL_BORROWED: {
        doseau_borrowed_level level;
        status = doseau_borrowed_level_fit(x, n, &prior, alpha, &level);
        if (!status && level.mean.given)
            *fit = (period_mean){level.mean, level.interval, "borrowed_sigma"};
        break;
    }
    case DOSEAU_LEVEL_LIKELIHOOD: {
        doseau_censored_mle mle;
        status = doseau_censored_mle_fit(x, n, DOSEAU_LOGNORMAL, alpha, &mle);
        if (!status && mle.mean.given) *fit = (period_mean){mle.mean, mle.profile, "lognormal_mle"};
        break;
    }
    }
    return status;
}

doseau_status round_period(const doseau_rounds *rounds, doseau_round_mean *r, const round_sum *sum)
{
    size_t n;
    period_mean fit = {0};
    doseau_censored *x = calloc(sum->days->list.size + 1, sizeof *x);
    if (!x) return DOSEAU_ENOMEM;
    doseau_status status = DOSEAU_OK;
    const bool known = list_days(sum->days, x, &n);
    if (known && n >= LEAST_DAYS_OF_A_PERIOD) status = fit_period(rounds, r, x, n, &fit);
    free(x);
    if (status) return status;
    if (fit.method)
        impute(rounds, r, sum->days, fit.estimate.value, fit.method);
    else if (known && r->found != r->days)
        r->flags |= DOSEAU_FLAG_NOT_REPORTABLE;
    if (!r->mean.given || !fit.estimate.given) return DOSEAU_OK;
    double of_days, shared;
    status = round_measurement_parts(rounds, r, &of_days, &shared);
    if (!status) widen(r, fit.estimate.value, &fit.interval, rounds->z, shared);
    return status;
}
