/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "stats/binomial.h"
#include <gsl/gsl_sf_gamma.h>
#include <math.h>
#include <stdbool.h>

/* x ln(x/m) + m - x, which is small where x is near m. */
static double deviance(double x, double m)
{
    if (!(fabs(x - m) < .1 * (x + m))) return x * log(x / m) + m - x;
    const double v = (x - m) / (x + m);
    double sum = (x - m) * v, power = 2 * x * v;
    for (int j = 1; j < 1000; j++) {
        power *= v * v;
        const double next = sum + power / (2 * j + 1);
        if (!(next < sum) && !(next > sum)) break;
        sum = next;
    }
    return sum;
}

double stats_binomial(uint64_t x, uint64_t n, double p)
{
    const double k = (double)x, m = (double)n, r = (double)(n - x);
    if (!(p > 0)) return x == 0;
    if (!(p < 1)) return x == n;
    if (x == 0) return exp(m * log1p(-p));
    if (x == n) return exp(m * log(p));
    const double stars = gsl_sf_gammastar(m) / (gsl_sf_gammastar(k) * gsl_sf_gammastar(r));
    const double pi = acos(-1);
    return stars * sqrt(m / (2 * pi * k * r)) * exp(-deviance(k, m * p) - deviance(r, m * (1 - p)));
}

/* P(X <= x) for x at or below the mean: terms fall towards 0. */
static double left_tail(uint64_t x, uint64_t n, double p)
{
    double term = stats_binomial(x, n, p), sum = term;
    for (uint64_t k = x; k > 0 && term > sum * 1e-18; k--) {
        term *= (double)k / (double)(n - k + 1) * ((1 - p) / p);
        sum += term;
    }
    return sum;
}

/* P(X >= x) for x at or above the mean. */
static double right_tail(uint64_t x, uint64_t n, double p)
{
    double term = stats_binomial(x, n, p), sum = term;
    for (uint64_t k = x; k < n && term > sum * 1e-18; k++) {
        term *= (double)(n - k) / (double)(k + 1) * (p / (1 - p));
        sum += term;
    }
    return sum;
}

double stats_binomial_lower(uint64_t x, uint64_t n, double p)
{
    if (x >= n || !(p > 0)) return 1;
    if (!(p < 1)) return 0;
    return (double)x <= (double)n * p ? left_tail(x, n, p) : 1 - right_tail(x + 1, n, p);
}

double stats_binomial_upper(uint64_t x, uint64_t n, double p)
{
    if (x == 0 || !(p < 1)) return 1;
    if (!(p > 0)) return 0;
    return (double)x >= (double)n * p ? right_tail(x, n, p) : 1 - left_tail(x - 1, n, p);
}

/* The tail beyond the mode, seen from x, in which values are not more likely than x; 1 where the
 * mode is not more likely itself. */
static double far_tail(uint64_t x, uint64_t n, double p)
{
    const double limit = stats_binomial(x, n, p) * (1 + 1e-7);
    const uint64_t mode = (uint64_t)fmin(floor(((double)n + 1) * p), (double)n);
    const bool right = x <= mode;
    uint64_t likely = mode, end = right ? n : 0;
    if (!(stats_binomial(likely, n, p) > limit)) return 1;
    if (stats_binomial(end, n, p) > limit) return 0;
    while (right ? end - likely > 1 : likely - end > 1) {
        const uint64_t middle = right ? likely + (end - likely) / 2 : end + (likely - end) / 2;
        if (stats_binomial(middle, n, p) > limit)
            likely = middle;
        else
            end = middle;
    }
    return right ? stats_binomial_upper(end, n, p) : stats_binomial_lower(end, n, p);
}

stats_binomial_p stats_binomial_test(uint64_t x, uint64_t n, double p)
{
    const double lower = stats_binomial_lower(x, n, p), upper = stats_binomial_upper(x, n, p);
    const double half = stats_binomial(x, n, p) / 2, own = fmin(lower, upper);
    const double mean = (double)n * p, mine = (double)x < mean ? lower : upper;
    return (stats_binomial_p){fmin(1, 2 * own), fmin(1, 2 * (own - half)),
                              fmin(1, mine + far_tail(x, n, p))};
}

double stats_binomial_p_lower(uint64_t x, uint64_t n, double tail, double half)
{
    double low = 0, high = 1;
    if (x == 0) return 0;
    for (int i = 0; i < 1100 && low < high; i++) {
        /* The geometric mean finds small ones to all their digits. */
        const double middle = low > 0 ? sqrt(low) * sqrt(high) : high / 1024;
        if (!(middle > low && middle < high)) break;
        const double found =
            stats_binomial_upper(x, n, middle) - half * stats_binomial(x, n, middle);
        if (found < tail)
            low = middle;
        else
            high = middle;
    }
    return high;
}
