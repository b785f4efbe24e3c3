/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "stats/censored_likelihood.h"
#include <gsl/gsl_sf_erf.h>
#include <math.h>
#include <stdlib.h>

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

static int compare_others(const void *a, const void *b)
{
    const doseau_censored *p = &((const struct censored_times *)a)->y;
    const doseau_censored *q = &((const struct censored_times *)b)->y;
    if (p->upper != q->upper) return p->upper < q->upper ? -1 : 1;
    if (p->below || q->below) return q->below - p->below;
    return (p->lower > q->lower) - (p->lower < q->lower);
}

static void join_equal(censored_sums *s)
{
    qsort(s->others, s->n_others, sizeof *s->others, compare_others);
    size_t kept = 0;
    for (size_t i = 0; i < s->n_others; i++) {
        if (kept > 0 && compare_others(&s->others[kept - 1], &s->others[i]) == 0)
            s->others[kept - 1].times++;
        else
            s->others[kept++] = s->others[i];
    }
    s->n_others = kept;
}

doseau_status censored_sums_new(const doseau_censored y[], size_t n, censored_sums *sums)
{
    censored_sums s = {.others = malloc((n ? n : 1) * sizeof *s.others)};
    if (!s.others) return DOSEAU_ENOMEM;
    for (size_t i = 0; i < n; i++) {
        if (censored_found(&y[i]))
            s.found++, s.mean += (y[i].upper - s.mean) / s.found;
        else
            s.others[s.n_others++] = (struct censored_times){y[i], 1};
    }
    for (size_t i = 0; i < n; i++)
        if (censored_found(&y[i])) s.squares += (y[i].upper - s.mean) * (y[i].upper - s.mean);
    join_equal(&s);
    *sums = s;
    return DOSEAU_OK;
}

void censored_sums_free(censored_sums *sums)
{
    free(sums->others);
    *sums = (censored_sums){0};
}

/* The values found, z = g y - a: sum z^2 = n zm^2 + g^2 squares, zm that of their mean. */
static likelihood of_found(const censored_sums *s, double a, double g)
{
    const double n = s->found, y = s->mean, z = g * y - a;
    return (likelihood){.log = n * log(g) - (n * z * z + g * g * s->squares) / 2,
                        .a = n * z,
                        .g = n / g - n * z * y - g * s->squares,
                        .aa = -n,
                        .ag = n * y,
                        .gg = -n / (g * g) - n * y * y - s->squares};
}

/* Density over probability at an end, and the second derivatives of log P by the ends. */
static void add_other(likelihood *l, const struct censored_times *other, double a, double g)
{
    const doseau_censored *y = &other->y;
    const double times = other->times, v = y->below ? 0 : y->lower, u = y->upper;
    const double z1 = y->below ? -INFINITY : g * v - a, z2 = g * u - a;
    const double log_p = normal_log_between(z1, z2);
    const double p1 = y->below ? 0 : exp(-z1 * z1 / 2 - half_log_2pi - log_p);
    const double p2 = exp(-z2 * z2 / 2 - half_log_2pi - log_p);
    const double h11 = y->below ? 0 : p1 * (z1 - p1), h22 = -p2 * (z2 + p2), h12 = p1 * p2;
    l->log += times * log_p;
    l->a += times * (p1 - p2);
    l->g += times * (p2 * u - p1 * v);
    l->aa += times * (h22 + 2 * h12 + h11);
    l->ag -= times * (h22 * u + h12 * (u + v) + h11 * v);
    l->gg += times * (h22 * u * u + 2 * h12 * u * v + h11 * v * v);
}

likelihood censored_likelihood(const censored_sums *sums, double a, double g)
{
    likelihood l = of_found(sums, a, g);
    for (size_t i = 0; i < sums->n_others; i++) add_other(&l, &sums->others[i], a, g);
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
