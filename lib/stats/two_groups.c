/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "stats/distribution.h"
#include "stats/quantile.h"
#include "stats/sums.h"
#include <doseau/two_groups.h>
#include <math.h>
#include <stdlib.h>

/* se^2 of the mean of a group */
static double error_of_mean(const double x[], size_t n, double mean)
{
    return stats_centred_squares(x, n, mean) / (double)(n - 1) / (double)n;
}

doseau_status doseau_welch_t(const double a[], size_t n_a, const double b[], size_t n_b,
                             double alpha, doseau_two_groups *result)
{
    if (n_a < 2 || n_b < 2) return DOSEAU_ETOOFEW;
    if (!(alpha > 0 && alpha < 1)) return DOSEAU_EDOMAIN;
    if (!stats_all_finite(a, n_a) || !stats_all_finite(b, n_b)) return DOSEAU_EDOMAIN;
    doseau_two_groups found = {.n_a = n_a, .n_b = n_b};
    found.a = stats_mean(a, n_a);
    found.b = stats_mean(b, n_b);
    found.estimate = found.b - found.a;
    const double v_a = error_of_mean(a, n_a, found.a), v_b = error_of_mean(b, n_b, found.b);
    const double variance = v_a + v_b;
    if (!isfinite(found.estimate) || !isfinite(variance)) return DOSEAU_EDOMAIN;
    found.se = sqrt(variance);
    found.interval = (doseau_interval){found.estimate, found.estimate};
    if (variance > 0) {
        const double share_a = v_a / variance, share_b = v_b / variance;
        const double df =
            1 / (share_a * share_a / (double)(n_a - 1) + share_b * share_b / (double)(n_b - 1));
        double quantile;
        const doseau_status status = stats_t_quantile(1 - alpha / 2, df, &quantile);
        if (status) return status;
        found.df = (doseau_figure){true, df};
        found.t = (doseau_figure){true, found.estimate / found.se};
        found.p = (doseau_figure){true, stats_t_two_sided(found.t.value, df)};
        found.interval.lower -= quantile * found.se;
        found.interval.upper += quantile * found.se;
    }
    *result = found;
    return DOSEAU_OK;
}

static bool logarithms(const double x[], size_t n, double out[])
{
    for (size_t i = 0; i < n; i++) {
        if (!(x[i] > 0) || !isfinite(x[i])) return false;
        out[i] = log(x[i]);
    }
    return true;
}

doseau_status doseau_ratio_of_groups(const double a[], size_t n_a, const double b[], size_t n_b,
                                     double alpha, doseau_two_groups *result)
{
    if (n_a < 2 || n_b < 2) return DOSEAU_ETOOFEW;
    double *logs = malloc((n_a + n_b) * sizeof *logs);
    if (!logs) return DOSEAU_ENOMEM;
    doseau_two_groups found;
    doseau_status status = DOSEAU_EDOMAIN;
    if (logarithms(a, n_a, logs) && logarithms(b, n_b, logs + n_a))
        status = doseau_welch_t(logs, n_a, logs + n_a, n_b, alpha, &found);
    free(logs);
    if (status) return status;
    found.a = exp(found.a);
    found.b = exp(found.b);
    found.estimate = exp(found.estimate);
    found.interval.lower = exp(found.interval.lower);
    found.interval.upper = exp(found.interval.upper);
    if (!(found.estimate > 0) || !isfinite(found.interval.upper)) return DOSEAU_EDOMAIN;
    *result = found;
    return DOSEAU_OK;
}

doseau_status doseau_equivalence_test(double estimate, double se, double df, double lower,
                                      double upper, double alpha, doseau_equivalence *result)
{
    if (!isfinite(estimate) || !(se >= 0) || !isfinite(se) || !(df > 0) || !isfinite(df))
        return DOSEAU_EDOMAIN;
    if (!isfinite(lower) || !isfinite(upper) || !(lower < upper)) return DOSEAU_EDOMAIN;
    if (!(alpha > 0 && alpha < .5)) return DOSEAU_EDOMAIN;
    double quantile;
    const doseau_status status = stats_t_quantile(1 - alpha, df, &quantile);
    if (status) return status;
    doseau_equivalence found = {.interval = {estimate - quantile * se, estimate + quantile * se}};
    if (!isfinite(found.interval.lower) || !isfinite(found.interval.upper)) return DOSEAU_EDOMAIN;
    found.equivalent = found.interval.lower > lower && found.interval.upper < upper;
    if (se > 0) {
        const double p_lower = stats_t_upper((estimate - lower) / se, df);
        const double p_upper = stats_t_upper((upper - estimate) / se, df);
        found.p_lower = (doseau_figure){true, p_lower};
        found.p_upper = (doseau_figure){true, p_upper};
        found.p = (doseau_figure){true, fmax(p_lower, p_upper)};
    }
    *result = found;
    return DOSEAU_OK;
}
