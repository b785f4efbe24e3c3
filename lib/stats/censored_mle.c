/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "stats/censored_likelihood.h"
#include "stats/quantile.h"
#include "stats/root.h"
#include <doseau/censored_mle.h>
#include <float.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

static const double half_log_2pi = 0.91893853320467274178;

/* The data on the scale where they are normal, shifted by `centre` and divided by `scale`, and the
 * mean wanted: log mean = mu + c sigma^2. */
typedef struct model {
    doseau_censored *y;
    size_t n;
    double centre, scale, c;
    double a, g, most; /* the maximum */
} model;

enum { MOST_STEPS = 200 };

static void standardise(model *m)
{
    double low = INFINITY, high = -INFINITY;
    for (size_t i = 0; i < m->n; i++) {
        low = fmin(low, m->y[i].below ? m->y[i].upper : m->y[i].lower);
        high = fmax(high, m->y[i].upper);
    }
    m->centre = low / 2 + high / 2;
    m->scale = high > low ? high / 2 - low / 2 : 1;
    for (size_t i = 0; i < m->n; i++) {
        const bool found = censored_found(&m->y[i]);
        m->y[i].upper = (m->y[i].upper - m->centre) / m->scale;
        m->y[i].lower = found ? m->y[i].upper : (m->y[i].lower - m->centre) / m->scale;
    }
    m->c *= m->scale;
}

/* The Newton step from (a, g); returns twice what it would gain if the function were a parabola,
 * below 0 where it is not concave. */
static double newton_step(const likelihood *l, double *da, double *dg)
{
    const double det = l->aa * l->gg - l->ag * l->ag;
    if (!(det > 0)) return -1;
    *da = -(l->gg * l->a - l->ag * l->g) / det;
    *dg = -(l->aa * l->g - l->ag * l->a) / det;
    return l->a * *da + l->g * *dg;
}

/* Newton's method, halving a step that does not climb. What is left to gain is soon less than the
 * rounding of the function itself: then whole steps, which double the digits. */
static doseau_status maximise(model *m)
{
    double a = 0, g = 1, da, dg;
    likelihood here = censored_likelihood(m->y, m->n, a, g);
    int last_steps = 2;
    for (int step = 0; step < MOST_STEPS && last_steps > 0; step++) {
        const double gain = newton_step(&here, &da, &dg);
        if (!(gain >= 0)) return DOSEAU_EDOMAIN;
        const bool close = gain < 1e-12 * (1 + fabs(here.log));
        double part = 1;
        while (!(g + part * dg > 0)) part /= 2;
        likelihood next = censored_likelihood(m->y, m->n, a + part * da, g + part * dg);
        for (; !close && !(next.log >= here.log) && part > DBL_EPSILON; part /= 2)
            next = censored_likelihood(m->y, m->n, a + part / 2 * da, g + part / 2 * dg);
        a += part * da;
        g += part * dg;
        here = next;
        last_steps -= close;
    }
    m->a = a, m->g = g, m->most = here.log;
    return last_steps == 0 && isfinite(here.log) ? DOSEAU_OK : DOSEAU_EDOMAIN;
}

/* The profile: the largest likelihood with a given log mean theta, a = g theta - c/g. */
typedef struct profile {
    const model *m;
    double theta, cut, log_g;
} profile;

static double along_g(double log_g, void *context)
{
    const profile *p = context;
    const double g = exp(log_g), c = p->m->c;
    const likelihood l = censored_likelihood(p->m->y, p->m->n, g * p->theta - c / g, g);
    return g * (l.a * (p->theta + c / (g * g)) + l.g);
}

/* 2 (l_max - l(theta)) - cut; NAN if the search fails. */
static double drop(double theta, void *context)
{
    profile *p = context;
    p->theta = theta;
    double low = p->log_g - .25, high = p->log_g + .25;
    for (int i = 0; i < MOST_STEPS && along_g(low, p) < 0; i++) low -= .5;
    for (int i = 0; i < MOST_STEPS && along_g(high, p) > 0; i++) high += .5;
    double log_g;
    if (stats_root(along_g, p, low, high, &log_g) != DOSEAU_OK) return NAN;
    p->log_g = log_g;
    const double g = exp(log_g);
    const likelihood l = censored_likelihood(p->m->y, p->m->n, g * theta - p->m->c / g, g);
    return 2 * (p->m->most - l.log) - p->cut;
}

/* The end on one side (step < 0: the lower one), on the scale of the model. */
static bool profile_end(const model *m, double cut, double step, double *end)
{
    const double best = m->a / m->g + m->c / (m->g * m->g);
    profile p = {.m = m, .cut = cut, .log_g = log(m->g)};
    double inner = best, outer = best + step;
    for (int i = 0; i < 60; i++, step *= 1.6) {
        const double there = drop(outer, &p);
        if (isnan(there)) return false;
        if (there >= 0) {
            p.log_g = log(m->g);
            return stats_root(drop, &p, fmin(inner, outer), fmax(inner, outer), end) == DOSEAU_OK;
        }
        inner = outer;
        outer += step;
    }
    return false;
}

typedef struct fit {
    const model *m;
    doseau_shape shape;
    double theta, se; /* log mean on its own scale */
} fit;

static double back(const fit *f, double theta)
{
    return f->shape == DOSEAU_LOGNORMAL ? exp(theta) : theta;
}

static doseau_limits profile_limits(const fit *f, double cut)
{
    const model *m = f->m;
    doseau_limits limits = {.reason = "the likelihood does not fall enough on one side"};
    double end;
    if (profile_end(m, cut, -f->se / m->scale, &end))
        limits.lower = (doseau_figure){true, back(f, m->centre + m->scale * end)};
    if (profile_end(m, cut, f->se / m->scale, &end)) {
        const double upper = m->centre + m->scale * end;
        if (f->shape == DOSEAU_NORMAL || upper - f->theta <= log(1e4))
            limits.upper = (doseau_figure){true, back(f, upper)};
        else
            limits.reason = "the upper end is more than 10^4 times the mean";
    }
    if (limits.lower.given && limits.upper.given) limits.reason = NULL;
    return limits;
}

static doseau_limits both(double lower, double upper)
{
    if (!isfinite(lower) || !isfinite(upper))
        return (doseau_limits){.reason = "an end is beyond the numbers"};
    return (doseau_limits){{true, lower}, {true, upper}, NULL};
}

static doseau_status find_limits(const fit *f, double alpha, doseau_censored_mle *r)
{
    double z, t;
    doseau_status status = stats_normal_quantile(1 - alpha / 2, &z);
    if (status) return status;
    r->by_log = both(back(f, f->theta - z * f->se), back(f, f->theta + z * f->se));
    r->delta = r->by_log;
    if (f->shape == DOSEAU_LOGNORMAL)
        r->delta = both(r->mean.value * (1 - z * f->se), r->mean.value * (1 + z * f->se));
    r->profile_chi2 = profile_limits(f, z * z);
    if (r->found < 2) {
        r->profile = (doseau_limits){.reason = "fewer than 2 values found"};
        return DOSEAU_OK;
    }
    const double df = (double)r->found - 1;
    status = stats_t_quantile(1 - alpha / 2, df, &t);
    if (!status) r->profile = profile_limits(f, (df + 1) * log1p(t * t / df));
    return status;
}

static doseau_status fill(const model *m, doseau_shape shape, double logs, double alpha,
                          doseau_censored_mle *r)
{
    const likelihood l = censored_likelihood(m->y, m->n, m->a, m->g);
    const double det = l.aa * l.gg - l.ag * l.ag, g = m->g;
    const double vaa = -l.gg / det, vag = l.ag / det, vgg = -l.aa / det; /* -(second derivs)^-1 */
    const double mu = m->a / g, by_g = -m->a / (g * g), sigma = 1 / g;
    const double theta_g = by_g - 2 * m->c / (g * g * g);
    const double var_mu = vaa / (g * g) + 2 * vag * by_g / g + vgg * by_g * by_g;
    const double var_theta = vaa / (g * g) + 2 * vag * theta_g / g + vgg * theta_g * theta_g;
    fit f = {m, shape, m->centre + m->scale * (mu + m->c * sigma * sigma),
             m->scale * sqrt(var_theta)};
    const double s = m->scale * sigma, own_mu = m->centre + m->scale * mu;
    r->mu = (doseau_figure){true, own_mu};
    r->sigma = (doseau_figure){true, s};
    r->se_mu = (doseau_figure){true, m->scale * sqrt(var_mu)};
    r->se_sigma = (doseau_figure){true, m->scale * sqrt(vgg) / (g * g)};
    r->log_likelihood =
        (doseau_figure){true, m->most - (double)r->found * (half_log_2pi + log(m->scale)) - logs};
    r->mean = (doseau_figure){true, back(&f, f.theta)};
    r->median = (doseau_figure){true, back(&f, own_mu)};
    r->sd =
        (doseau_figure){true, shape == DOSEAU_LOGNORMAL ? r->mean.value * sqrt(expm1(s * s)) : s};
    r->se_log_mean = (doseau_figure){true, f.se};
    if (!isfinite(r->sd.value) || !isfinite(f.se)) return DOSEAU_EDOMAIN;
    return find_limits(&f, alpha, r);
}

static doseau_status fit_model(model *m, doseau_shape shape, double alpha, doseau_censored_mle *r)
{
    double logs = 0; /* of the values found: the Jacobian of the logarithm */
    for (size_t i = 0; i < m->n; i++) {
        if (!censored_found(&m->y[i])) continue;
        r->found++;
        if (shape == DOSEAU_LOGNORMAL) logs += m->y[i].upper;
    }
    if (!censored_estimable(m->y, m->n, &r->reason)) {
        r->profile.reason = r->profile_chi2.reason = r->by_log.reason = r->delta.reason = r->reason;
        return DOSEAU_OK;
    }
    standardise(m);
    const doseau_status status = maximise(m);
    return status ? status : fill(m, shape, logs, alpha, r);
}

doseau_status doseau_censored_mle_fit(const doseau_censored x[], size_t n, doseau_shape shape,
                                      double alpha, doseau_censored_mle *result)
{
    if (n == 0) return DOSEAU_ETOOFEW;
    const bool logs = shape == DOSEAU_LOGNORMAL;
    if (!(alpha > 0 && alpha < 1) || !stats_censored_valid(x, n)) return DOSEAU_EDOMAIN;
    for (size_t i = 0; logs && i < n; i++)
        if (!(x[i].upper > 0) || censored_floor(&x[i]) < 0) return DOSEAU_EDOMAIN;
    model m = {.y = malloc(n * sizeof *m.y), .n = n, .c = logs ? .5 : 0};
    if (!m.y) return DOSEAU_ENOMEM;
    if (logs)
        censored_logs(x, n, m.y);
    else
        memcpy(m.y, x, n * sizeof *x);
    doseau_censored_mle found = {.n = n};
    const doseau_status status = fit_model(&m, shape, alpha, &found);
    free(m.y);
    if (!status) *result = found;
    return status;
}
