/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <doseau/summary.h>
#include <gsl/gsl_sort.h>
#include <gsl/gsl_statistics_double.h>
#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

static bool all_finite(const double x[], size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (!isfinite(x[i])) return false;
    return true;
}

static doseau_status keep_finite(double value, double *kept)
{
    if (!isfinite(value)) return DOSEAU_EDOMAIN;
    *kept = value;
    return DOSEAU_OK;
}

doseau_status doseau_mean(const double x[], size_t n, double *mean)
{
    if (n == 0) return DOSEAU_ETOOFEW;
    if (!all_finite(x, n)) return DOSEAU_EDOMAIN;
    return keep_finite(gsl_stats_mean(x, 1, n), mean);
}

doseau_status doseau_weighted_mean(const double x[], const double weights[], size_t n, double *mean)
{
    if (n == 0) return DOSEAU_ETOOFEW;
    if (!all_finite(x, n) || !all_finite(weights, n)) return DOSEAU_EDOMAIN;
    bool any = false;
    for (size_t i = 0; i < n; i++) {
        if (weights[i] < 0) return DOSEAU_EDOMAIN;
        any = any || weights[i] > 0;
    }
    if (!any) return DOSEAU_EDOMAIN;
    return keep_finite(gsl_stats_wmean(weights, 1, x, 1, n), mean);
}

doseau_status doseau_median(const double x[], size_t n, double *median)
{
    if (n == 0) return DOSEAU_ETOOFEW;
    if (!all_finite(x, n)) return DOSEAU_EDOMAIN;
    double *sorted = malloc(n * sizeof *sorted);
    if (!sorted) return DOSEAU_ENOMEM;
    memcpy(sorted, x, n * sizeof *sorted);
    gsl_sort(sorted, 1, n);
    /* As the mean of the one or two in the middle: half their sum would overflow too soon. */
    const double middle = gsl_stats_mean(sorted + (n - 1) / 2, 1, n % 2 ? 1 : 2);
    free(sorted);
    return keep_finite(middle, median);
}

doseau_status doseau_geometric_mean(const double x[], const double weights[], size_t n,
                                    double *mean)
{
    if (n == 0) return DOSEAU_ETOOFEW;
    if (!all_finite(x, n)) return DOSEAU_EDOMAIN;
    double *logs = malloc(n * sizeof *logs);
    if (!logs) return DOSEAU_ENOMEM;
    doseau_status status = DOSEAU_OK;
    for (size_t i = 0; i < n; i++) {
        if (!(x[i] > 0)) status = DOSEAU_EDOMAIN;
        logs[i] = status ? 0 : log(x[i]);
    }
    double log_mean = 0;
    if (!status)
        status = weights ? doseau_weighted_mean(logs, weights, n, &log_mean)
                         : doseau_mean(logs, n, &log_mean);
    free(logs);
    return status ? status : keep_finite(exp(log_mean), mean);
}
