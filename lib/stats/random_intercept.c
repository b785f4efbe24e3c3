/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "stats/random_intercept.h"
#include "stats/root.h"
#include <gsl/gsl_math.h>
#include <math.h>
#include <stdbool.h>
#include <string.h>

/* V = I + lambda J in a block of m values, with inverse I - lambda a J and determinant 1 / a, where
 * a = 1 / (1 + lambda m). V^-1/2 takes (1 - sqrt a) of the block's mean off each value. d V^-1 / d
 * lambda = -a^2 J. s_j are the sums of x over block j, r_j those of the residuals. */

typedef double square[LEAST_SQUARES_MOST * LEAST_SQUARES_MOST];

void stats_random_intercept_start(random_intercept *m)
{
    const size_t p = m->p;
    memset(m->size, 0, m->n * sizeof *m->size);
    memset(m->sums, 0, m->n * (p + 1) * sizeof *m->sums);
    for (size_t i = 0; i < m->n; i++) {
        double *sums = m->sums + m->block[i] * (p + 1);
        m->size[m->block[i]]++;
        for (size_t j = 0; j < p; j++) sums[j] += m->x[i * p + j];
        sums[p] += m->y[i];
    }
}

static double shrunk(const random_intercept *m, size_t j)
{
    return 1 / (1 + m->lambda * m->size[j]);
}

doseau_status stats_random_intercept_fit(random_intercept *m, double lambda)
{
    const size_t p = m->p;
    double *y = m->rows + m->n * p;
    m->lambda = lambda;
    for (size_t i = 0; i < m->n; i++) {
        const size_t j = m->block[i];
        const double *sums = m->sums + j * (p + 1);
        const double share = (1 - sqrt(shrunk(m, j))) / m->size[j];
        for (size_t k = 0; k < p; k++) m->rows[i * p + k] = m->x[i * p + k] - share * sums[k];
        y[i] = m->y[i] - share * sums[p];
    }
    const doseau_status status =
        stats_least_squares(m->rows, y, NULL, m->n, p, m->scratch, &m->fit);
    for (size_t j = 0; j < m->n; j++) {
        const double *sums = m->sums + j * (p + 1);
        m->residual[j] = sums[p] - stats_product(sums, m->fit.beta, p);
    }
    return status;
}

double stats_random_intercept_deviance(const random_intercept *m)
{
    const double df = (double)(m->n - m->p);
    double sum = df * (1 + log(2 * M_PI * m->fit.rss / df)) + m->fit.log_det;
    for (size_t j = 0; j < m->n; j++) sum += log1p(m->lambda * m->size[j]);
    return sum;
}

/* sum over blocks of weight s s', weight = a^2 or, cubed, m a^3 */
static void weighted_squares(const random_intercept *m, bool cubed, square out)
{
    const size_t p = m->p;
    memset(out, 0, p * p * sizeof *out);
    for (size_t j = 0; j < m->n; j++) {
        const double a = shrunk(m, j), *s = m->sums + j * (p + 1);
        const double weight = m->size[j] > 0 ? a * a * (cubed ? m->size[j] * a : 1) : 0;
        for (size_t k = 0; k < p; k++)
            for (size_t l = 0; l < p; l++) out[k * p + l] += weight * s[k] * s[l];
    }
}

static double trace_of_product(const double a[], const double b[], size_t p)
{
    double sum = 0;
    for (size_t k = 0; k < p; k++)
        for (size_t l = 0; l < p; l++) sum += a[k * p + l] * b[l * p + k];
    return sum;
}

/* d rss / d lambda, beta staying by the envelope theorem */
static double rss_slope(const random_intercept *m)
{
    double sum = 0;
    for (size_t j = 0; j < m->n; j++) sum -= pow(shrunk(m, j) * m->residual[j], 2);
    return sum;
}

/* d deviance / d ln lambda */
static double deviance_slope(double log_lambda, void *context)
{
    random_intercept *m = context;
    if (stats_random_intercept_fit(m, exp(log_lambda))) return (double)NAN;
    square squares;
    weighted_squares(m, false, squares);
    double sum = (double)(m->n - m->p) * rss_slope(m) / m->fit.rss -
                 trace_of_product(m->fit.inverse, squares, m->p);
    for (size_t j = 0; j < m->n; j++) sum += m->size[j] * shrunk(m, j);
    return m->lambda * sum;
}

doseau_status stats_random_intercept_maximize(random_intercept *m)
{
    enum { STEPS = 60 };
    const double from = log(1e-9), step = (log(1e9) - from) / STEPS;
    doseau_status status = stats_random_intercept_fit(m, 0);
    if (status) return status;
    double best = stats_random_intercept_deviance(m), lambda = 0;
    double before = deviance_slope(from, m);
    for (int i = 1; i <= STEPS; i++) {
        const double at = from + i * step, here = deviance_slope(at, m);
        if (before < 0 && here >= 0) {
            double found;
            status = stats_root(deviance_slope, m, at - step, at, &found);
            if (!status) status = stats_random_intercept_fit(m, exp(found));
            if (status) return status;
            if (stats_random_intercept_deviance(m) < best) {
                best = stats_random_intercept_deviance(m);
                lambda = exp(found);
            }
        }
        before = here;
    }
    if (!(before >= 0)) return DOSEAU_EDOMAIN;
    return stats_random_intercept_fit(m, lambda);
}

/* d^2 rss / d lambda^2, with d beta = -C sum a^2 s r */
static double rss_bend(const random_intercept *m)
{
    const size_t p = m->p;
    double pull[LEAST_SQUARES_MOST] = {0}, beta[LEAST_SQUARES_MOST], sum = 0;
    for (size_t j = 0; j < m->n; j++)
        for (size_t k = 0; k < p; k++)
            pull[k] += pow(shrunk(m, j), 2) * m->residual[j] * m->sums[j * (p + 1) + k];
    for (size_t k = 0; k < p; k++) beta[k] = stats_product(m->fit.inverse + k * p, pull, p);
    for (size_t j = 0; j < m->n; j++) {
        const double a = shrunk(m, j), r = m->residual[j];
        const double moved = stats_product(m->sums + j * (p + 1), beta, p);
        sum += 2 * a * a * r * (m->size[j] * a * r - moved);
    }
    return sum;
}

/* Second derivative of the logarithms of the determinants. */
static double determinant_bend(const random_intercept *m, const square squares)
{
    const size_t p = m->p;
    square cubes, product;
    weighted_squares(m, true, cubes);
    for (size_t k = 0; k < p; k++)
        for (size_t l = 0; l < p; l++)
            product[k * p + l] = stats_product(m->fit.inverse + k * p, squares + l * p, p);
    double sum =
        2 * trace_of_product(m->fit.inverse, cubes, p) - trace_of_product(product, product, p);
    for (size_t j = 0; j < m->n; j++) sum -= pow(m->size[j] * shrunk(m, j), 2);
    return sum;
}

double stats_random_intercept_df(random_intercept *m, size_t k)
{
    const double df = (double)(m->n - m->p);
    if (!(m->lambda > 0)) return df;
    square squares;
    weighted_squares(m, false, squares);
    /* Hessian of the deviance in var e and lambda. */
    const double variance = m->fit.rss / df;
    const double ee = df / variance / variance, el = -rss_slope(m) / variance / variance;
    const double ll = determinant_bend(m, squares) + rss_bend(m) / variance;
    /* Var beta_k = var e C_kk, and its two derivatives. */
    const double c = m->fit.inverse[k * m->p + k];
    const double by_e = c;
    const double by_l = variance * stats_quadratic(m->fit.inverse + k * m->p, squares, m->p);
    const double determinant = ee * ll - el * el;
    const double spread =
        (ll * by_e * by_e - 2 * el * by_e * by_l + ee * by_l * by_l) / determinant;
    return determinant > 0 && spread > 0 ? pow(variance * c, 2) / spread : df;
}
