/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "stats/distribution.h"
#include "stats/limits.h"
#include "stats/quantile.h"
#include "stats/sums.h"
#include <doseau/grubbs.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* The value farthest from the mean, in standard deviations; 0 where all are equal, NAN beyond the
 * numbers. */
static double farthest(const double x[], size_t n, size_t *index)
{
    const double mean = stats_mean(x, n), squares = stats_centred_squares(x, n, mean);
    double most = 0;
    *index = 0;
    for (size_t i = 0; i < n; i++) {
        if (!(fabs(x[i] - mean) > most)) continue;
        most = fabs(x[i] - mean);
        *index = i;
    }
    if (!isfinite(squares)) return NAN;
    return squares > 0 ? most / sqrt(squares / (double)(n - 1)) : 0;
}

doseau_status doseau_grubbs_test(const double x[], size_t n, doseau_grubbs *result)
{
    doseau_grubbs r = {.index = 0};
    if (n < 3) return DOSEAU_ETOOFEW;
    if (!stats_all_finite(x, n)) return DOSEAU_EDOMAIN;
    const double g = farthest(x, n, &r.index), m = (double)n;
    if (isnan(g)) return DOSEAU_EDOMAIN;
    r.high = x[r.index] > stats_mean(x, n);
    if (!(g > 0)) {
        r.reason = "all values are equal";
        *result = r;
        return DOSEAU_OK;
    }
    /* Rounding can take the largest possible G = (n-1)/sqrt(n) past itself: then p is 0. */
    const double left = (m - 1) * (m - 1) - m * g * g;
    const double t = left > 0 ? g * sqrt(m * (m - 2) / left) : HUGE_VAL;
    const double tail = left > 0 ? stats_t_upper(t, m - 2) : 0;
    r.g = stats_figure(g);
    r.p = stats_figure(fmin(1, 2 * m * tail));
    r.p_one = stats_figure(fmin(1, m * tail));
    *result = r;
    return DOSEAU_OK;
}

static doseau_status lambda_of(size_t left, double alpha, double *lambda)
{
    const double m = (double)left;
    double t;
    const doseau_status status = stats_t_quantile(1 - alpha / (2 * (m + 1)), m - 1, &t);
    if (!status) *lambda = m * t / sqrt((m - 1 + t * t) * (m + 1));
    return status;
}

doseau_status doseau_esd_test(const double x[], size_t n, size_t most, double alpha,
                              doseau_esd_step steps[], size_t *n_steps, size_t *n_outliers)
{
    if (most == 0 || n < 3 || n - 2 < most) return DOSEAU_ETOOFEW;
    if (!(alpha > 0 && alpha < 1) || !stats_all_finite(x, n)) return DOSEAU_EDOMAIN;
    double *rest = malloc(n * sizeof *rest);
    size_t *index = malloc(n * sizeof *index), made = 0, outliers = 0;
    doseau_status status = rest && index ? DOSEAU_OK : DOSEAU_ENOMEM;
    for (size_t i = 0; !status && i < n; i++) {
        rest[i] = x[i];
        index[i] = i;
    }
    for (size_t left = n; !status && made < most; left--) {
        size_t at;
        const double r = farthest(rest, left, &at);
        if (isnan(r)) status = DOSEAU_EDOMAIN;
        if (!(r > 0)) break;
        steps[made] = (doseau_esd_step){.index = index[at], .r = r};
        status = lambda_of(left - 1, alpha, &steps[made].lambda);
        if (r > steps[made].lambda) outliers = made + 1;
        made++;
        memmove(rest + at, rest + at + 1, (left - at - 1) * sizeof *rest);
        memmove(index + at, index + at + 1, (left - at - 1) * sizeof *index);
    }
    free(rest);
    free(index);
    if (status) return status;
    *n_steps = made;
    *n_outliers = outliers;
    return DOSEAU_OK;
}
