/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "stats/lognormal_exact.h"
#include "stats/root.h"
#include <gsl/gsl_cdf.h>
#include <gsl/gsl_integration.h>
#include <math.h>

/* What is left out of an integral has a density below exp(-DROP) of the largest. */
static const double drop = 50;
/* exp of more is not a number. */
static const double farthest = 720;

typedef double probability(double theta, void *context);

/* The theta with F(theta) = p, F growing: brackets it by steps that double, then bisects. */
typedef struct search {
    probability *f;
    void *context;
    double p;
} search;

static double excess(double theta, void *context)
{
    const search *s = context;
    return s->f(theta, s->context) - s->p;
}

static doseau_status solve(probability *f, void *context, double p, const stats_log_moments *l,
                           double *theta)
{
    search s = {f, context, p};
    const double middle = l->mean + l->variance / 2;
    double step = sqrt(l->variance / (double)l->n + l->variance * l->variance / (double)l->n);
    double lower = middle, upper = middle;
    while (excess(lower, &s) > 0) {
        if (!(lower > -farthest)) return DOSEAU_EDOMAIN;
        lower -= step;
        step *= 2;
    }
    while (excess(upper, &s) < 0) {
        if (!(upper < farthest)) return DOSEAU_EDOMAIN;
        upper += step;
        step *= 2;
    }
    return lower < upper ? stats_root(excess, &s, lower, upper, theta) : DOSEAU_EDOMAIN;
}

/* P(pivot <= theta) = mean over w ~ chi-squared(k) of Phi((theta - a - V/2) / sqrt(V/n)),
 * V = k v/w: the trapezoid rule over u = ln(w/k), where the integrand is analytic and dies out at
 * both ends, so that the rule converges geometrically. */
static double pivot_probability(double theta, void *context)
{
    enum { STEPS = 1200 };
    const stats_log_moments *l = context;
    const double k = (double)l->n - 1, c = 2 * drop / k;
    const double from = -c - sqrt(2 * c), to = sqrt(2 * c), h = (to - from) / STEPS;
    double sum = 0, total = 0;
    for (int i = 0; i <= STEPS; i++) {
        const double u = from + i * h, density = exp(k / 2 * (u - expm1(u)));
        const double v = l->variance * exp(-u);
        const double z = (theta - l->mean - v / 2) / sqrt(v / (double)l->n);
        total += density;
        sum += density * gsl_cdf_ugaussian_P(z);
    }
    return sum / total;
}

doseau_status stats_gci_quantile(const stats_log_moments *logs, double p, double *theta)
{
    stats_log_moments l = *logs;
    return solve(pivot_probability, &l, p, logs, theta);
}

/* Land's density of the angle phi, r = cos phi: exponent (n-2) ln sin phi - kappa cos phi. */
typedef struct land {
    const stats_log_moments *logs;
    const gsl_integration_glfixed_table *rule;
    double power, kappa, top;
} land;

static double exponent(const land *d, double phi)
{
    return d->power * log(sin(phi)) - d->kappa * cos(phi);
}

/* Between `inside` and `end`, where the exponent has dropped far below its top. */
static double edge(const land *d, double inside, double end)
{
    for (int i = 0; i < 60; i++) {
        const double middle = (inside + end) / 2;
        if (exponent(d, middle) > d->top - drop)
            inside = middle;
        else
            end = middle;
    }
    return end;
}

static double area(const land *d, double from, double to)
{
    enum { PANELS = 16 };
    double sum = 0;
    if (!(from < to)) return 0;
    for (int i = 0; i < PANELS; i++) {
        const double a = from + (to - from) * i / PANELS, b = from + (to - from) * (i + 1) / PANELS;
        for (size_t k = 0; k < d->rule->n; k++) {
            double phi, weight;
            gsl_integration_glfixed_point(a, b, k, &phi, &weight, d->rule);
            sum += weight * exp(exponent(d, phi) - d->top);
        }
    }
    return sum;
}

static double land_probability(double theta, void *context)
{
    land *d = context;
    const double pi = acos(-1), n = (double)d->logs->n, distance = d->logs->mean - theta;
    const double squares = (n - 1) * d->logs->variance;
    d->power = n - 2;
    d->kappa = sqrt(n * (squares + n * distance * distance)) / 2;
    /* The top: kappa c^2 - (n-2) c - kappa = 0 for c = cos phi < 0, in the form without
     * cancellation. */
    const double root = sqrt(d->power * d->power + 4 * d->kappa * d->kappa);
    const double mode = acos(-2 * d->kappa / (d->power + root));
    d->top = exponent(d, mode);
    const double from = edge(d, mode, 0), to = edge(d, mode, pi);
    const double observed = atan2(sqrt(squares), sqrt(n) * distance);
    const double cut = fmin(fmax(observed, from), to);
    const double below = area(d, from, cut);
    return below / (below + area(d, cut, to));
}

doseau_status stats_land_quantile(const stats_log_moments *logs, double p, double *theta)
{
    gsl_integration_glfixed_table *rule = gsl_integration_glfixed_table_alloc(20);
    if (!rule) return DOSEAU_ENOMEM;
    land d = {.logs = logs, .rule = rule};
    const doseau_status status = solve(land_probability, &d, p, logs, theta);
    gsl_integration_glfixed_table_free(rule);
    return status;
}
