/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "stats/censored_likelihood.h"
#include <gsl/gsl_sf_erf.h>
#include <math.h>

static const double half_log_2pi = 0.91893853320467274178; /* log(2 pi)/2 */
static const double sqrt_half = 0.70710678118654752440;

static double log_below(double z)
{
    return gsl_sf_log_erfc(-z * sqrt_half) - 0.69314718055994530942;
}

double normal_log_between(double lower, double upper)
{
    if (lower == -INFINITY) return log_below(upper);
    /* In the tail where both are small: P(lower < Z < upper) = P(-upper < Z < -lower). */
    const double far = lower > 0 ? log_below(-lower) : log_below(upper);
    const double near = lower > 0 ? log_below(-upper) : log_below(lower);
    return far + log1p(-exp(near - far));
}

static void add_found(likelihood *l, double y, double a, double g)
{
    const double z = g * y - a;
    l->log += log(g) - z * z / 2;
    l->a += z;
    l->g += 1 / g - z * y;
    l->aa -= 1;
    l->ag += y;
    l->gg -= 1 / (g * g) + y * y;
}

/* Density over probability at an end, and the second derivatives of log P by the ends. */
static void add_censored(likelihood *l, const doseau_censored *y, double a, double g)
{
    const double v = y->below ? 0 : y->lower, u = y->upper;
    const double z1 = y->below ? -INFINITY : g * v - a, z2 = g * u - a;
    const double log_p = normal_log_between(z1, z2);
    const double p1 = y->below ? 0 : exp(-z1 * z1 / 2 - half_log_2pi - log_p);
    const double p2 = exp(-z2 * z2 / 2 - half_log_2pi - log_p);
    const double h11 = y->below ? 0 : p1 * (z1 - p1), h22 = -p2 * (z2 + p2), h12 = p1 * p2;
    l->log += log_p;
    l->a += p1 - p2;
    l->g += p2 * u - p1 * v;
    l->aa += h22 + 2 * h12 + h11;
    l->ag -= h22 * u + h12 * (u + v) + h11 * v;
    l->gg += h22 * u * u + 2 * h12 * u * v + h11 * v * v;
}

likelihood censored_likelihood(const doseau_censored y[], size_t n, double a, double g)
{
    likelihood l = {0};
    for (size_t i = 0; i < n; i++) {
        if (censored_found(&y[i]))
            add_found(&l, y[i].upper, a, g);
        else
            add_censored(&l, &y[i], a, g);
    }
    return l;
}

void censored_logs(const doseau_censored x[], size_t n, doseau_censored y[])
{
    for (size_t i = 0; i < n; i++) {
        const bool below = x[i].below || !(x[i].lower > 0);
        y[i] = (doseau_censored){below, below ? 0 : log(x[i].lower), log(x[i].upper)};
    }
}

bool censored_estimable(const doseau_censored y[], size_t n, const char **reason)
{
    double low = INFINITY, high = -INFINITY;
    for (size_t i = 0; i < n; i++)
        if (censored_found(&y[i])) {
            low = fmin(low, y[i].upper);
            high = fmax(high, y[i].upper);
        }
    if (low < high) return true;
    *reason = low == INFINITY
                  ? "no value was found"
                  : "the values found are all equal, and no limit parts the others from them";
    if (low == INFINITY) return false;
    for (size_t i = 0; i < n; i++)
        if (y[i].upper < low || (!y[i].below && y[i].lower > high)) return true;
    return false;
}
