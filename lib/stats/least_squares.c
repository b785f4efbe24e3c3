/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "stats/least_squares.h"
#include <float.h>
#include <math.h>

double stats_product(const double row[], const double beta[], size_t p)
{
    double sum = 0;
    for (size_t j = 0; j < p; j++) sum += row[j] * beta[j];
    return sum;
}

double stats_quadratic(const double row[], const double matrix[], size_t p)
{
    double sum = 0;
    for (size_t j = 0; j < p; j++) sum += row[j] * stats_product(matrix + j * p, row, p);
    return sum;
}

/* Column j made orthogonal to the ones before; the coefficients that took them off, in r. Twice, so
 * that it stays orthogonal where little is left. */
static void take_off(double columns[], size_t n, size_t j, double r[])
{
    double *column = columns + j * n;
    for (size_t k = 0; k < j; k++) r[k] = 0;
    for (int pass = 0; pass < 2; pass++)
        for (size_t k = 0; k < j; k++) {
            const double share = stats_product(columns + k * n, column, n);
            for (size_t i = 0; i < n; i++) column[i] -= share * columns[k * n + i];
            r[k] += share;
        }
}

static double length(const double column[], size_t n)
{
    return sqrt(stats_product(column, column, n));
}

/* (R'R)^-1 from the upper triangle r, whose column j is at r[j * p]. */
static void invert(const double r[], size_t p, double inverse[])
{
    double u[LEAST_SQUARES_MOST * LEAST_SQUARES_MOST] = {0}; /* R^-1, row after row */
    for (size_t j = 0; j < p; j++) {
        u[j * p + j] = 1 / r[j * p + j];
        for (size_t i = j; i-- > 0;) {
            double sum = 0;
            for (size_t k = i + 1; k <= j; k++) sum += r[k * p + i] * u[k * p + j];
            u[i * p + j] = -sum / r[i * p + i];
        }
    }
    for (size_t i = 0; i < p; i++)
        for (size_t j = 0; j < p; j++) {
            double sum = 0;
            for (size_t k = i > j ? i : j; k < p; k++) sum += u[i * p + k] * u[j * p + k];
            inverse[i * p + j] = sum;
        }
}

doseau_status stats_least_squares(const double x[], const double y[], const double w[], size_t n,
                                  size_t p, double scratch[], least_squares *fit)
{
    if (p == 0 || n < p) return DOSEAU_ETOOFEW;
    if (p > LEAST_SQUARES_MOST) return DOSEAU_EDOMAIN;
    double r[LEAST_SQUARES_MOST * LEAST_SQUARES_MOST], qy[LEAST_SQUARES_MOST];
    double size[LEAST_SQUARES_MOST];
    for (size_t i = 0; i < n; i++) {
        const double root = w ? sqrt(w[i]) : 1;
        for (size_t j = 0; j < p; j++) scratch[j * n + i] = root * x[i * p + j];
        scratch[p * n + i] = root * y[i];
    }
    fit->log_det = 0;
    for (size_t j = 0; j < p; j++) {
        const double before = size[j] = length(scratch + j * n, n);
        take_off(scratch, n, j, r + j * p);
        const double left = length(scratch + j * n, n);
        /* What is left of a column that the others make up is rounding. */
        if (!(left > 8 * (double)n * DBL_EPSILON * before)) return DOSEAU_EDOMAIN;
        r[j * p + j] = left;
        for (size_t i = 0; i < n; i++) scratch[j * n + i] /= left;
        fit->log_det += 2 * log(left);
    }
    double terms = length(scratch + p * n, n);
    take_off(scratch, n, p, qy);
    for (size_t j = p; j-- > 0;) {
        double sum = qy[j];
        for (size_t k = j + 1; k < p; k++) sum -= r[k * p + j] * fit->beta[k];
        fit->beta[j] = sum / r[j * p + j];
        if (!isfinite(fit->beta[j])) return DOSEAU_EDOMAIN;
        terms += fabs(fit->beta[j]) * size[j];
    }
    fit->rss = stats_product(scratch + p * n, scratch + p * n, n);
    /* Residuals of the size of rounding are none: they would give any t. */
    if (n == p || sqrt(fit->rss) <= 8 * DBL_EPSILON * terms) fit->rss = 0;
    invert(r, p, fit->inverse);
    return isfinite(fit->rss) ? DOSEAU_OK : DOSEAU_EDOMAIN;
}
