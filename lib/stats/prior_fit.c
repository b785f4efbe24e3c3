/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "stats/root.h"
#include <doseau/prior_fit.h>
#include <gsl/gsl_sf_gamma.h>
#include <gsl/gsl_sf_psi.h>
#include <math.h>

/* Variances are divided by the pooled one, so that ln s0^2 is near 0. With a = df / 2 and
 * b = df0 / 2, r = a x / (b s0^2): the likelihood of one series is that of the beta prime
 * distribution, r^a / (1 + r)^(a + b) / B(a, b) / x. */
typedef struct series {
    const double *variance, *df;
    size_t n;
    double pooled;
    double b; /* where the profile is looked at */
} series;

static const double least_df0 = .05, largest_df0 = 1e4;

static double ratio(const series *s, size_t i, double theta, double b)
{
    return s->df[i] / 2 * (s->variance[i] / s->pooled) * exp(-theta) / b;
}

/* Derivative of the log-likelihood in theta = ln s0^2; falls with theta. */
static double score(double theta, void *context)
{
    const series *s = context;
    double sum = 0;
    for (size_t i = 0; i < s->n; i++) {
        const double a = s->df[i] / 2, r = ratio(s, i, theta, s->b);
        sum += (a + s->b) / (1 + 1 / r) - a; /* also where r overflows */
    }
    return sum;
}

/* The best theta given b: logarithms of ratios of two numbers are within 1500. */
static doseau_status best_theta(series *s, double b, double *theta)
{
    s->b = b;
    double lower = -1, upper = 1;
    while (score(lower, s) < 0)
        if ((lower *= 2) < -3000) return DOSEAU_EDOMAIN;
    while (score(upper, s) > 0)
        if ((upper *= 2) > 3000) return DOSEAU_EDOMAIN;
    return stats_root(score, s, lower, upper, theta);
}

/* Derivative in b of the profile: theta stays, by the envelope theorem. */
static double profile_slope(double log_b, void *context)
{
    series *s = context;
    const double b = exp(log_b);
    double theta, sum = 0;
    if (best_theta(s, b, &theta)) return (double)NAN;
    for (size_t i = 0; i < s->n; i++)
        sum += gsl_sf_psi(s->df[i] / 2 + b) - gsl_sf_psi(b) - log1p(ratio(s, i, theta, b));
    return sum;
}

/* Without the terms ln x that no parameter moves. */
static double log_likelihood(const series *s, double theta, double b)
{
    double sum = 0;
    for (size_t i = 0; i < s->n; i++) {
        const double a = s->df[i] / 2;
        sum +=
            a * (log(a / b) - theta) - gsl_sf_lnbeta(a, b) - (a + b) * log1p(ratio(s, i, theta, b));
    }
    return sum;
}

/* The same where all have the pooled variance: gamma densities. */
static double log_likelihood_common(const series *s)
{
    double sum = 0;
    for (size_t i = 0; i < s->n; i++) {
        const double a = s->df[i] / 2;
        sum += a * log(a) - gsl_sf_lngamma(a) - a * s->variance[i] / s->pooled;
    }
    return sum;
}

/* What turns the likelihoods above into those of the variances. */
static double from_data(const series *s)
{
    double sum = 0;
    for (size_t i = 0; i < s->n; i++)
        sum += (s->df[i] / 2 - 1) * log(s->variance[i] / s->pooled) - log(s->pooled);
    return sum;
}

/* Standard errors from the second derivatives in theta and ln b at the maximum. */
static void add_errors(const series *s, double theta, double b, doseau_prior_fit *fit)
{
    double tt = 0, tb = 0, bb = 0;
    for (size_t i = 0; i < s->n; i++) {
        const double a = s->df[i] / 2, r = ratio(s, i, theta, b), p = r / (1 + r);
        const double bend = (a + b) * p * (1 - p);
        tt += bend;
        tb += bend - b * p;
        bb += bend + (a + b) * p - 2 * b * p - a + b * b * (gsl_sf_psi_1(b) - gsl_sf_psi_1(a + b));
    }
    const double determinant = tt * bb - tb * tb;
    if (!(determinant > 0)) return;
    fit->log_s0_se = (doseau_figure){true, sqrt(bb / determinant) / 2};
    fit->log_df0_se = (doseau_figure){true, sqrt(tt / determinant)};
}

/* The root of the slope of the profile between two values of ln b, kept if it is the best. */
static doseau_status try_bracket(series *s, double lower, double upper, double *best, double *theta,
                                 double *b)
{
    double log_b, found;
    doseau_status status = stats_root(profile_slope, s, lower, upper, &log_b);
    if (!status) status = best_theta(s, exp(log_b), &found);
    if (status) return status;
    const double height = log_likelihood(s, found, exp(log_b));
    if (height > *best) {
        *best = height;
        *theta = found;
        *b = exp(log_b);
    }
    return DOSEAU_OK;
}

static doseau_status maximize(series *s, doseau_prior_fit *fit)
{
    enum { STEPS = 60 };
    const double from = log(least_df0 / 2), step = (log(largest_df0 / 2) - from) / STEPS;
    const double common = log_likelihood_common(s), data = from_data(s);
    double best = common, theta = 0, b = 0, before = profile_slope(from, s);
    const bool starts_down = !(before > 0);
    fit->log_likelihood_common = (doseau_figure){true, common + data};
    for (int i = 1; i <= STEPS; i++) {
        const double at = from + i * step, here = profile_slope(at, s);
        if (before > 0 && here <= 0) {
            const doseau_status status = try_bracket(s, at - step, at, &best, &theta, &b);
            if (status) return status;
        }
        before = here;
    }
    if (b > 0) {
        fit->s0 = (doseau_figure){true, sqrt(s->pooled * exp(theta))};
        fit->df0 = (doseau_figure){true, 2 * b};
        fit->log_likelihood = (doseau_figure){true, best + data};
        add_errors(s, theta, b, fit);
    } else if (starts_down) {
        fit->reason = "the variances differ too much for a common prior: df0 below .05";
    } else {
        fit->s0 = (doseau_figure){true, fit->common_sd};
        fit->log_likelihood = (doseau_figure){true, common + data};
        fit->reason = "the variances differ no more than chance does: df0 has no end";
    }
    return DOSEAU_OK;
}

static double trigamma_excess(double log_b, void *target)
{
    return gsl_sf_psi_1(exp(log_b)) - *(double *)target;
}

/* Means and variance of e = ln s^2 - digamma(a) + ln a, whose expectation is ln s0^2 + ln b -
 * digamma(b) and whose variance is trigamma(a) + trigamma(b). */
static doseau_status add_moments(const series *s, doseau_prior_fit *fit)
{
    double mean = 0, squares = 0, own = 0;
    for (size_t i = 0; i < s->n; i++) {
        const double a = s->df[i] / 2;
        const double e = log(s->variance[i] / s->pooled) - gsl_sf_psi(a) + log(a);
        const double away = e - mean;
        mean += away / (double)(i + 1);
        squares += away * (e - mean);
        own += gsl_sf_psi_1(a);
    }
    double target = squares / (double)(s->n - 1) - own / (double)s->n, log_b;
    if (!(target > trigamma_excess(log(largest_df0), &(double){0}))) {
        fit->moment_s0 = (doseau_figure){true, sqrt(s->pooled * exp(mean))};
        fit->moment_reason = "the variances differ no more than chance does: df0 has no end";
        return DOSEAU_OK;
    }
    const doseau_status status =
        stats_root(trigamma_excess, &target, log(1e-6), log(largest_df0), &log_b);
    if (status) return status;
    const double b = exp(log_b);
    fit->moment_df0 = (doseau_figure){true, 2 * b};
    fit->moment_s0 = (doseau_figure){true, sqrt(s->pooled * exp(mean + gsl_sf_psi(b) - log_b))};
    return DOSEAU_OK;
}

doseau_status doseau_fit_variance_prior(const double variance[], const double df[], size_t n,
                                        doseau_prior_fit *fit)
{
    if (n < 3) return DOSEAU_ETOOFEW;
    double sum = 0, weight = 0;
    bool zero = false;
    for (size_t i = 0; i < n; i++) {
        zero = zero || variance[i] == 0;
        if (!(variance[i] >= 0) || !isfinite(variance[i])) return DOSEAU_EDOMAIN;
        if (!(df[i] > 0) || !isfinite(df[i])) return DOSEAU_EDOMAIN;
        sum += df[i] * variance[i];
        weight += df[i];
    }
    series s = {.variance = variance, .df = df, .n = n, .pooled = sum / weight};
    if (!(s.pooled > 0) || !isfinite(s.pooled)) return DOSEAU_EDOMAIN;
    doseau_prior_fit found = {.n = n, .common_sd = sqrt(s.pooled)};
    if (zero) {
        found.reason = found.moment_reason = "a variance is 0: the likelihood has no maximum";
        *fit = found;
        return DOSEAU_OK;
    }
    doseau_status status = maximize(&s, &found);
    if (!status) status = add_moments(&s, &found);
    if (!status) *fit = found;
    return status;
}
