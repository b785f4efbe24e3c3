/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "stats/limits.h"
#include "stats/sums.h"
#include <doseau/cusum.h>
#include <math.h>

/* P(sup |bridge| > x) = 2 sum (-1)^(k+1) exp(-2 k^2 x^2); for small x by the transformed series,
 * whose terms do not cancel. */
static double bridge_upper(double x)
{
    const double pi = acos(-1);
    double sum = 0;
    if (x < 1) {
        for (int k = 1; k < 40; k += 2) sum += exp(-k * k * pi * pi / (8 * x * x));
        return 1 - sqrt(2 * pi) / x * sum;
    }
    for (int k = 1; k < 20; k++) sum += (k % 2 ? 2 : -2) * exp(-2. * k * k * x * x);
    return sum;
}

doseau_status doseau_cusum_test(const double x[], size_t n, doseau_cusum *result)
{
    if (n < 2) return DOSEAU_ETOOFEW;
    if (!stats_all_finite(x, n)) return DOSEAU_EDOMAIN;
    doseau_cusum r = {.n = n};
    const double mean = stats_mean(x, n), squares = stats_centred_squares(x, n, mean);
    const double scale = sqrt(squares / (double)(n - 1) * (double)n);
    if (!isfinite(mean + squares)) return DOSEAU_EDOMAIN;
    if (!(scale > 0)) {
        r.reason = "all values are equal";
        *result = r;
        return DOSEAU_OK;
    }
    double sum = 0, most = 0;
    for (size_t t = 1; t < n; t++) {
        sum += x[t - 1] - mean;
        if (!(fabs(sum) > most)) continue;
        most = fabs(sum);
        r.last_before = t;
    }
    r.statistic = stats_figure(most / scale);
    r.p = stats_figure(bridge_upper(r.statistic.value));
    *result = r;
    return DOSEAU_OK;
}

doseau_status doseau_cusum_chart_run(const double x[], size_t n, double target, double sd, double k,
                                     double h, doseau_cusum_chart *chart)
{
    if (n == 0) return DOSEAU_ETOOFEW;
    if (!stats_all_finite(x, n) || !isfinite(target) || !(sd > 0) || isinf(sd))
        return DOSEAU_EDOMAIN;
    if (!(k >= 0) || isinf(k) || !(h > 0) || isinf(h)) return DOSEAU_EDOMAIN;
    doseau_cusum_chart c = {.high = 0};
    double up = 0, down = 0;
    for (size_t i = 0; i < n; i++) {
        const double z = (x[i] - target) / sd;
        up = fmax(0, up + z - k);
        down = fmax(0, down - z - k);
        c.high = fmax(c.high, up);
        c.low = fmax(c.low, down);
        if (up > h && !c.first_high) c.first_high = i + 1;
        if (down > h && !c.first_low) c.first_low = i + 1;
    }
    if (!isfinite(c.high + c.low)) return DOSEAU_EDOMAIN;
    *chart = c;
    return DOSEAU_OK;
}
