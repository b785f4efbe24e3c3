/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "stats/censored_profile.h"
#include "stats/quantile.h"
#include <doseau/censored_mle.h>
#include <float.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

static const double half_log_2pi = 0.91893853320467274178;

/* The data on the scale where they are normal, shifted by `centre` and divided by `scale`, and the
 * fit to these. */
typedef struct model {
    doseau_censored *y;
    size_t n;
    double centre, scale;
    censored_fit fit;
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
    m->fit.c *= m->scale;
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

/* Newton's method from the fit to the values found alone, unless they lie close together in the
 * range of 2 that all span, halving a step that does not climb. What is left to gain is soon less
 * than the rounding of the function itself: then whole steps, which double the digits. */
static doseau_status maximise(censored_fit *fit)
{
    const censored_sums *s = &fit->sums;
    double g = s->squares * 100 > s->found ? sqrt(s->found / s->squares) : 1, a = g * s->mean, da,
           dg;
    likelihood here = censored_likelihood(s, a, g);
    int last_steps = 2;
    for (int step = 0; step < MOST_STEPS && last_steps > 0; step++) {
        const double gain = newton_step(&here, &da, &dg);
        if (!(gain >= 0)) return DOSEAU_EDOMAIN;
        const bool close = gain < 1e-12 * (1 + fabs(here.log));
        double part = 1;
        while (!(g + part * dg > 0)) part /= 2;
        likelihood next = censored_likelihood(s, a + part * da, g + part * dg);
        for (; !close && !(next.log >= here.log) && part > DBL_EPSILON; part /= 2)
            next = censored_likelihood(s, a + part / 2 * da, g + part / 2 * dg);
        a += part * da;
        g += part * dg;
        here = next;
        last_steps -= close;
    }
    fit->a = a, fit->g = g, fit->most = here;
    return last_steps == 0 && isfinite(here.log) ? DOSEAU_OK : DOSEAU_EDOMAIN;
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
    if (censored_profile_end(&m->fit, cut, -f->se / m->scale, &end))
        limits.lower = (doseau_figure){true, back(f, m->centre + m->scale * end)};
    if (censored_profile_end(&m->fit, cut, f->se / m->scale, &end)) {
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
    const double a = m->fit.a, g = m->fit.g, c = m->fit.c;
    const likelihood l = m->fit.most;
    const double det = l.aa * l.gg - l.ag * l.ag;
    const double vaa = -l.gg / det, vag = l.ag / det, vgg = -l.aa / det; /* -(second derivs)^-1 */
    const double mu = a / g, by_g = -a / (g * g), sigma = 1 / g;
    const double theta_g = by_g - 2 * c / (g * g * g);
    const double var_mu = vaa / (g * g) + 2 * vag * by_g / g + vgg * by_g * by_g;
    const double var_theta = vaa / (g * g) + 2 * vag * theta_g / g + vgg * theta_g * theta_g;
    fit f = {m, shape, m->centre + m->scale * (mu + c * sigma * sigma), m->scale * sqrt(var_theta)};
    const double s = m->scale * sigma, own_mu = m->centre + m->scale * mu;
    r->mu = (doseau_figure){true, own_mu};
    r->sigma = (doseau_figure){true, s};
    r->se_mu = (doseau_figure){true, m->scale * sqrt(var_mu)};
    r->se_sigma = (doseau_figure){true, m->scale * sqrt(vgg) / (g * g)};
    r->log_likelihood = (doseau_figure){
        true, m->fit.most.log - (double)r->found * (half_log_2pi + log(m->scale)) - logs};
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
    doseau_status status = censored_sums_new(m->y, m->n, &m->fit.sums);
    if (status) return status;
    status = maximise(&m->fit);
    if (!status) status = fill(m, shape, logs, alpha, r);
    censored_sums_free(&m->fit.sums);
    return status;
}

doseau_status doseau_censored_mle_fit(const doseau_censored x[], size_t n, doseau_shape shape,
                                      double alpha, doseau_censored_mle *result)
{
    if (n == 0) return DOSEAU_ETOOFEW;
    const bool logs = shape == DOSEAU_LOGNORMAL;
    if (!(alpha > 0 && alpha < 1) || !stats_censored_valid(x, n)) return DOSEAU_EDOMAIN;
    for (size_t i = 0; logs && i < n; i++)
        if (!(x[i].upper > 0) || censored_floor(&x[i]) < 0) return DOSEAU_EDOMAIN;
    model m = {.y = malloc(n * sizeof *m.y), .n = n, .fit.c = logs ? .5 : 0};
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
