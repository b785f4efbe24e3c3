/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "stats/normal_piece.h"
#include <doseau/line.h>
#include <doseau/tobit_line.h>
#include <gsl/gsl_cdf.h>
#include <gsl/gsl_math.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Values and times less their mean, over their spread, so that the search is of one scale. */
typedef struct problem {
    const double *time;
    const doseau_censored *x;
    size_t n;
    double time_at, time_scale, at, scale;
    bool flat; /* the slope stays 0 */
} problem;

/* Log-likelihood with its derivatives in a/sigma, b/sigma, 1/sigma. */
typedef struct surface {
    double height, gradient[3], hessian[3][3];
} surface;

/* Adds one value: ends z = theta end - eta, eta = gamma0 + gamma1 t. */
static void add_piece(const normal_piece *c, double lower, double upper, double t, surface *s)
{
    const double d_eta = -(c->by_u + c->by_l), d_theta = c->by_u * upper + c->by_l * lower;
    const double ee = c->uu + 2 * c->ul + c->ll;
    const double et = -(c->uu * upper + c->ul * (upper + lower) + c->ll * lower);
    const double tt = c->uu * upper * upper + 2 * c->ul * upper * lower + c->ll * lower * lower;
    s->height += c->log_p;
    s->gradient[0] += d_eta;
    s->gradient[1] += d_eta * t;
    s->gradient[2] += d_theta;
    s->hessian[0][0] += ee;
    s->hessian[0][1] += ee * t;
    s->hessian[1][1] += ee * t * t;
    s->hessian[0][2] += et;
    s->hessian[1][2] += et * t;
    s->hessian[2][2] += tt;
}

static void add_found(double x, double t, const double g[3], surface *s)
{
    const double z = g[2] * x - g[0] - g[1] * t;
    /* As a piece with by_u = -z, uu = -1; and ln theta for the density. */
    const normal_piece c = {
        .log_p = log(g[2]) - z * z / 2 - log(2 * M_PI) / 2, .by_u = -z, .uu = -1};
    add_piece(&c, 0, x, t, s);
    s->gradient[2] += 1 / g[2];
    s->hessian[2][2] -= 1 / (g[2] * g[2]);
}

static surface look(const problem *p, const double g[3])
{
    surface s = {0};
    for (size_t i = 0; i < p->n; i++) {
        const doseau_censored *x = &p->x[i];
        const double t = (p->time[i] - p->time_at) / p->time_scale;
        const double upper = (x->upper - p->at) / p->scale;
        const double lower = x->below ? 0 : (x->lower - p->at) / p->scale;
        const double eta = g[0] + g[1] * t;
        if (!x->below && x->lower == x->upper) {
            add_found(upper, t, g, &s);
            continue;
        }
        const normal_piece c = x->below
                                   ? stats_normal_below(g[2] * upper - eta)
                                   : stats_normal_between(g[2] * lower - eta, g[2] * upper - eta);
        add_piece(&c, lower, upper, t, &s);
    }
    if (p->flat) {
        s.gradient[1] = s.hessian[0][1] = s.hessian[1][2] = 0;
        s.hessian[1][1] = -1;
    }
    return s;
}

/* Inverse of minus the Hessian, by Cholesky; false where that is not positive. */
static bool invert(const surface *s, double inverse[3][3])
{
    double l[3][3] = {{0}}, m[3][3] = {{0}};
    for (int i = 0; i < 3; i++)
        for (int j = 0; j <= i; j++) {
            double sum = -s->hessian[j][i];
            for (int k = 0; k < j; k++) sum -= l[i][k] * l[j][k];
            if (i == j && !(sum > 0)) return false;
            l[i][j] = i == j ? sqrt(sum) : sum / l[j][j];
        }
    for (int j = 0; j < 3; j++)
        for (int i = j; i < 3; i++) {
            double sum = i == j;
            for (int k = j; k < i; k++) sum -= l[i][k] * m[k][j];
            m[i][j] = sum / l[i][i];
        }
    for (int i = 0; i < 3; i++)
        for (int j = 0; j < 3; j++) {
            inverse[i][j] = 0;
            for (int k = i > j ? i : j; k < 3; k++) inverse[i][j] += m[k][i] * m[k][j];
        }
    return true;
}

/* One Newton step, halved until it climbs; false at the top. */
static bool climb(const problem *p, double g[3], surface *s)
{
    double inverse[3][3], step[3] = {0}, rise = 0;
    if (!invert(s, inverse)) return false;
    for (int i = 0; i < 3; i++) {
        for (int j = 0; j < 3; j++) step[i] += inverse[i][j] * s->gradient[j];
        rise += step[i] * s->gradient[i];
    }
    for (double part = 1; part > 1e-10; part /= 2) {
        const double at[3] = {g[0] + part * step[0], g[1] + part * step[1], g[2] + part * step[2]};
        if (!(at[2] > 0)) continue;
        const surface there = look(p, at);
        if (!isfinite(there.height) || there.height < s->height) continue;
        memcpy(g, at, sizeof at);
        *s = there;
        return rise > 1e-22; /* the last step was of rounding size */
    }
    return false;
}

static surface maximize(const problem *p, double g[3])
{
    enum { MOST_STEPS = 200 };
    surface s = look(p, g);
    for (int step = 0; step < MOST_STEPS && climb(p, g, &s); step++) continue;
    return s;
}

/* Checks the values; the line through those that were found says where to start. */
static doseau_status start(const double time[], const doseau_censored x[], size_t n,
                           double memory[], doseau_tobit_line *line, doseau_line *through)
{
    double *found_time = memory, *found = memory + n;
    for (size_t i = 0; i < n; i++) {
        if (!isfinite(time[i]) || !isfinite(x[i].upper)) return DOSEAU_EDOMAIN;
        if (!x[i].below && !(isfinite(x[i].lower) && x[i].lower <= x[i].upper))
            return DOSEAU_EDOMAIN;
        if (x[i].below || x[i].lower < x[i].upper) continue;
        found_time[line->found] = time[i];
        found[line->found++] = x[i].upper;
    }
    line->reason = "fewer than 3 values were found";
    if (line->found < 3) return DOSEAU_OK;
    const doseau_status status =
        doseau_line_fit(found_time, found, NULL, line->found, .05, through);
    line->reason = "the values that were found are at one time";
    if (status) return status == DOSEAU_ETOOFEW ? DOSEAU_OK : status;
    line->reason = through->rss > 0 ? NULL : "the values that were found lie on a line";
    return DOSEAU_OK;
}

static doseau_figure figure(double value)
{
    return (doseau_figure){true, value};
}

/* Back to the scale of the data: sigma = scale / theta, b = gamma1 / theta, a the line at time 0.
 */
static void report(const problem *p, const double g[3], const surface *s, double inverse[3][3],
                   doseau_tobit_line *line)
{
    const double sigma = p->scale / g[2], unit = sigma / p->time_scale;
    const double shift = p->time_at / p->time_scale, gamma = g[0] - g[1] * shift;
    const double by_slope[3] = {0, unit, -unit * g[1] / g[2]};
    const double by_intercept[3] = {sigma, -sigma * shift, -sigma * gamma / g[2]};
    double slope = 0, intercept = 0;
    for (int i = 0; i < 3; i++)
        for (int j = 0; j < 3; j++) {
            slope += by_slope[i] * inverse[i][j] * by_slope[j];
            intercept += by_intercept[i] * inverse[i][j] * by_intercept[j];
        }
    line->sigma = figure(sigma);
    line->slope = figure(unit * g[1]);
    line->intercept = figure(p->at + sigma * gamma);
    line->slope_se = figure(sqrt(slope));
    line->intercept_se = figure(sqrt(intercept));
    line->log_sigma_se = figure(sqrt(inverse[2][2]) / g[2]);
    /* Densities are per unit of the scaled values. */
    line->log_likelihood = figure(s->height - (double)line->found * log(p->scale));
    line->p_wald = figure(2 * gsl_cdf_ugaussian_Q(fabs(line->slope.value) / sqrt(slope)));
}

static doseau_status fit(problem *p, const doseau_line *through, doseau_tobit_line *line)
{
    p->time_at = through->mean_time;
    p->time_scale = sqrt(through->sxx / (double)line->found);
    p->at = through->mean_value;
    p->scale = sqrt(through->rss / (double)line->found);
    double g[3] = {0, through->slope * p->time_scale / p->scale, 1}, inverse[3][3];
    const surface top = maximize(p, g);
    if (!isfinite(top.height) || !invert(&top, inverse)) {
        line->reason = "the likelihood has no maximum that can be found";
        return DOSEAU_OK;
    }
    report(p, g, &top, inverse, line);
    p->flat = true;
    const double spread =
        p->scale / sqrt(p->scale * p->scale + pow(through->slope * p->time_scale, 2));
    double level[3] = {0, 0, spread};
    const double flat = maximize(p, level).height, ratio = fmax(0, top.height - flat);
    const double df = (double)p->n - 2;
    line->log_likelihood_flat = figure(flat - (double)line->found * log(p->scale));
    line->p_lr = figure(gsl_cdf_chisq_Q(2 * ratio, 1));
    line->p_lr_t = figure(gsl_cdf_fdist_Q(df * expm1(2 * ratio / (double)p->n), 1, df));
    return DOSEAU_OK;
}

doseau_status doseau_tobit_line_fit(const double time[], const doseau_censored x[], size_t n,
                                    doseau_tobit_line *line)
{
    if (n == 0) return DOSEAU_ETOOFEW;
    double *memory = malloc(2 * n * sizeof *memory);
    if (!memory) return DOSEAU_ENOMEM;
    doseau_tobit_line found = {.n = n};
    doseau_line through;
    doseau_status status = start(time, x, n, memory, &found, &through);
    free(memory);
    problem p = {.time = time, .x = x, .n = n};
    if (!status && !found.reason) status = fit(&p, &through, &found);
    if (!status) *line = found;
    return status;
}
