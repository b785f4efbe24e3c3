/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "stats/tau2.h"
#include "stats/root.h"
#include <math.h>

/* P = W - W X (X'WX)^-1 X'W: P y = W (y - X beta), tr P = sum w (1 - h), h the leverages. */

doseau_status stats_tau2_fit(tau2_problem *t, double tau2)
{
    for (size_t i = 0; i < t->n; i++) t->w[i] = 1 / (t->v[i] + tau2);
    t->tau2 = tau2;
    return stats_least_squares(t->x, t->y, t->w, t->n, t->p, t->scratch, &t->fit);
}

double stats_tau2_log_likelihood(const tau2_problem *t)
{
    double sum = -t->fit.rss - t->fit.log_det;
    for (size_t i = 0; i < t->n; i++) sum += log(t->w[i]);
    return sum / 2;
}

static double trace(const tau2_problem *t)
{
    double sum = 0;
    for (size_t i = 0; i < t->n; i++)
        sum += t->w[i] * (1 - t->w[i] * stats_quadratic(t->x + i * t->p, t->fit.inverse, t->p));
    return sum;
}

/* (X'WX)^-1 X'W^2X as `product`, p by p. */
static void squared_weights(const tau2_problem *t, double product[])
{
    const size_t p = t->p;
    double sums[LEAST_SQUARES_MOST * LEAST_SQUARES_MOST] = {0};
    for (size_t i = 0; i < t->n; i++)
        for (size_t j = 0; j < p; j++)
            for (size_t k = 0; k < p; k++)
                sums[k * p + j] += t->w[i] * t->w[i] * t->x[i * p + j] * t->x[i * p + k];
    for (size_t j = 0; j < p; j++)
        for (size_t k = 0; k < p; k++)
            product[j * p + k] = stats_product(t->fit.inverse + j * p, sums + k * p, p);
}

double stats_tau2_information(const tau2_problem *t)
{
    const size_t p = t->p;
    double product[LEAST_SQUARES_MOST * LEAST_SQUARES_MOST], sum = 0;
    squared_weights(t, product);
    for (size_t i = 0; i < t->n; i++) {
        const double h = stats_quadratic(t->x + i * p, t->fit.inverse, p), w = t->w[i];
        sum += w * w * (1 - 2 * w * h);
    }
    for (size_t j = 0; j < p; j++)
        for (size_t k = 0; k < p; k++) sum += product[j * p + k] * product[k * p + j];
    return sum;
}

doseau_status stats_tau2_dersimonian_laird(tau2_problem *t, double *tau2)
{
    const doseau_status status = stats_tau2_fit(t, 0);
    if (!status) *tau2 = fmax(0, (t->fit.rss - (double)(t->n - t->p)) / trace(t));
    return status;
}

/* Falls with tau2. */
static double excess(double tau2, void *context)
{
    tau2_problem *t = context;
    return stats_tau2_fit(t, tau2) ? (double)NAN : t->fit.rss - (double)(t->n - t->p);
}

doseau_status stats_tau2_paule_mandel(tau2_problem *t, double *tau2)
{
    const double at_zero = excess(0, t);
    if (isnan(at_zero)) return DOSEAU_EDOMAIN;
    if (at_zero <= 0) {
        *tau2 = 0;
        return DOSEAU_OK;
    }
    double upper = t->v[0];
    while (excess(upper, t) > 0)
        if (!isfinite(upper *= 2)) return DOSEAU_EDOMAIN;
    return stats_root(excess, t, 0, upper, tau2);
}

/* Twice the derivative of the restricted log-likelihood: y'PPy - tr P. */
static double reml_slope(double log_tau2, void *context)
{
    tau2_problem *t = context;
    if (stats_tau2_fit(t, exp(log_tau2))) return (double)NAN;
    double sum = 0;
    for (size_t i = 0; i < t->n; i++) {
        const double residual = t->y[i] - stats_product(t->x + i * t->p, t->fit.beta, t->p);
        sum += t->w[i] * t->w[i] * residual * residual;
    }
    return sum - trace(t);
}

/* From far below the smallest variance, where the likelihood is that of 0, to far beyond all the
 * scatter, where it falls. */
static doseau_status reml_range(tau2_problem *t, double *from, double *to)
{
    double smallest = t->v[0], largest = t->v[0];
    for (size_t i = 0; i < t->n; i++) {
        smallest = fmin(smallest, t->v[i]);
        largest = fmax(largest, t->v[i]);
    }
    const doseau_status status = stats_tau2_fit(t, largest);
    *from = log(smallest) + log(1e-9);
    *to = log(largest) + log1p(t->fit.rss) + log(1e3);
    return status;
}

doseau_status stats_tau2_reml(tau2_problem *t, double *tau2)
{
    double from, to;
    doseau_status status = reml_range(t, &from, &to);
    if (!status) status = stats_tau2_fit(t, 0);
    if (status) return status;
    double best = stats_tau2_log_likelihood(t), before = reml_slope(from, t);
    *tau2 = 0;
    const int steps = (int)ceil((to - from) / .5);
    const double step = (to - from) / steps;
    for (int i = 1; i <= steps; i++) {
        const double at = from + i * step, here = reml_slope(at, t);
        if (before > 0 && here <= 0) {
            double found;
            status = stats_root(reml_slope, t, at - step, at, &found);
            if (!status) status = stats_tau2_fit(t, exp(found));
            if (status) return status;
            const double height = stats_tau2_log_likelihood(t);
            if (height > best) {
                best = height;
                *tau2 = exp(found);
            }
        }
        before = here;
    }
    return DOSEAU_OK;
}
