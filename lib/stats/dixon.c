/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "stats/limits.h"
#include "stats/sums.h"
#include <doseau/dixon.h>
#include <gsl/gsl_cdf.h>
#include <gsl/gsl_integration.h>
#include <gsl/gsl_randist.h>
#include <gsl/gsl_sf_gamma.h>
#include <gsl/gsl_sort.h>
#include <math.h>

typedef struct ratio {
    const char *name;
    size_t most; /* values it is meant for */
    size_t j, k; /* (x_n - x_(n-j)) / (x_n - x_(1+k)) */
} ratio;

static const ratio ratios[] = {
    {"r10", 7, 1, 0}, {"r11", 10, 1, 1}, {"r21", 13, 2, 1}, {"r22", DOSEAU_DIXON_MOST, 2, 2}};

/* The integral over y = x_(n-j) between w = x_(1+k) and the point at which the ratio is r, with the
 * m values between w and y and the j - 1 values between y and x: of g^m (G - g)^(j-1) dg, g = F(y)
 * - F(w), G = F(x) - F(w). */
static double inner(const ratio *q, double m, double whole, double part)
{
    const double first = pow(part, m + 1) / (m + 1);
    return q->j == 1 ? first : whole * first - pow(part, m + 2) / (m + 2);
}

/* P(ratio >= r) of n normal values: the joint density of three order statistics, y integrated in
 * closed form, w and x by Gauss-Legendre rules; the integrand is smooth. */
static double upper_tail(const ratio *q, size_t n, double r,
                         const gsl_integration_glfixed_table *rule)
{
    enum { PANELS = 6 };
    static const double end = 8.5; /* beyond it lies 1e-17 of a normal value */
    const double m = (double)(n - q->j - q->k - 2), width = 2 * end / PANELS;
    double sum = 0;
    for (int i = 0; i < PANELS; i++)
        for (size_t a = 0; a < rule->n; a++) {
            double x, x_weight, row = 0;
            gsl_integration_glfixed_point(-end + i * width, -end + (i + 1) * width, a, &x,
                                          &x_weight, rule);
            const double below_x = gsl_cdf_ugaussian_P(x), step = (x + end) / PANELS;
            for (int l = 0; l < PANELS; l++)
                for (size_t b = 0; b < rule->n; b++) {
                    double w, w_weight;
                    gsl_integration_glfixed_point(-end + l * step, -end + (l + 1) * step, b, &w,
                                                  &w_weight, rule);
                    const double below_w = gsl_cdf_ugaussian_P(w);
                    const double below_y = gsl_cdf_ugaussian_P(x - r * (x - w));
                    row += w_weight * gsl_ran_ugaussian_pdf(w) * pow(below_w, (double)q->k) *
                           inner(q, m, below_x - below_w, below_y - below_w);
                }
            sum += x_weight * gsl_ran_ugaussian_pdf(x) * row;
        }
    const double orders =
        gsl_sf_lnfact((unsigned)n) - gsl_sf_lnfact((unsigned)q->k) - gsl_sf_lnfact((unsigned)m);
    return fmin(1, exp(orders) * sum);
}

/* The order statistics as seen from the suspected end. */
static double from_end(const double x[], const size_t order[], size_t n, bool high, size_t place)
{
    return x[order[high ? n - 1 - place : place]];
}

doseau_status doseau_dixon_test(const double x[], size_t n, doseau_dixon *result)
{
    size_t order[DOSEAU_DIXON_MOST];
    doseau_dixon d = {.index = 0};
    if (n < 3) return DOSEAU_ETOOFEW;
    if (n > DOSEAU_DIXON_MOST || !stats_all_finite(x, n)) return DOSEAU_EDOMAIN;
    gsl_sort_index(order, x, 1, n);
    const double mean = stats_mean(x, n);
    const ratio *q = ratios;
    while (n > q->most) q++;
    d.high = x[order[n - 1]] - mean >= mean - x[order[0]];
    d.index = order[d.high ? n - 1 : 0];
    d.ratio = q->name;
    const double suspect = x[d.index];
    const double gap = suspect - from_end(x, order, n, d.high, q->j);
    const double range = suspect - from_end(x, order, n, d.high, n - 1 - q->k);
    if (!isfinite(mean) || !isfinite(range)) return DOSEAU_EDOMAIN;
    if (!(fabs(range) > 0)) {
        d.reason = "the values that the ratio compares are equal";
        *result = d;
        return DOSEAU_OK;
    }
    gsl_integration_glfixed_table *rule = gsl_integration_glfixed_table_alloc(20);
    if (!rule) return DOSEAU_ENOMEM;
    d.r = stats_figure(gap / range);
    d.p_one = stats_figure(upper_tail(q, n, d.r.value, rule));
    d.p = stats_figure(fmin(1, 2 * d.p_one.value));
    gsl_integration_glfixed_table_free(rule);
    *result = d;
    return DOSEAU_OK;
}
