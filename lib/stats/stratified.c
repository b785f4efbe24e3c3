/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "stats/limits.h"
#include "stats/quantile.h"
#include "stats/sums.h"
#include <doseau/stratified.h>
#include <math.h>
#include <stdbool.h>
#include <stdlib.h>

typedef struct part {
    double n, mean, squares;
} part;

/* Number, mean and sum of squares of each stratum, in two passes. */
static doseau_status take_parts(const double x[], const size_t stratum[], size_t n, part parts[],
                                const double size[], size_t n_strata)
{
    for (size_t i = 0; i < n; i++) {
        if (stratum[i] >= n_strata) return DOSEAU_EDOMAIN;
        parts[stratum[i]].n++;
        parts[stratum[i]].mean += x[i];
    }
    for (size_t h = 0; h < n_strata; h++) {
        if (!(parts[h].n > 0)) return DOSEAU_ETOOFEW;
        if (!(size[h] >= parts[h].n) || isinf(size[h])) return DOSEAU_EDOMAIN;
        parts[h].mean /= parts[h].n;
    }
    for (size_t i = 0; i < n; i++) {
        const double d = x[i] - parts[stratum[i]].mean;
        parts[stratum[i]].squares += d * d;
    }
    return DOSEAU_OK;
}

/* What the parts say of the variance of the mean; `finite`: units that were measured are known. */
static doseau_status spread(const part parts[], const double size[], size_t n_strata, bool finite,
                            double mean, double alpha, doseau_figure *se, doseau_figure *df,
                            doseau_limits *interval)
{
    double total = 0, variance = 0, weight = 0, t;
    bool complete = true;
    for (size_t h = 0; h < n_strata; h++) total += size[h];
    for (size_t h = 0; h < n_strata; h++) {
        const double share = size[h] / total, n = parts[h].n;
        const double unknown = finite ? 1 - n / size[h] : 1;
        if (!(unknown > 0)) continue;
        complete = false;
        if (n < 2) {
            *interval = stats_no_limits("a stratum has one value only");
            return DOSEAU_OK;
        }
        const double v = share * share * parts[h].squares / (n - 1) / n * unknown;
        variance += v;
        weight += v * v / (n - 1);
    }
    *se = stats_figure(sqrt(variance));
    *interval = complete ? stats_limits(mean, mean)
                         : stats_no_limits("the values of each stratum are equal");
    if (!(variance > 0)) return DOSEAU_OK;
    *df = stats_figure(variance * variance / weight);
    const doseau_status status = stats_t_quantile(1 - alpha / 2, df->value, &t);
    if (!status) *interval = stats_limits(mean - t * se->value, mean + t * se->value);
    return status;
}

doseau_status doseau_stratified_mean(const double x[], const size_t stratum[], size_t n,
                                     const double size[], size_t n_strata, double alpha,
                                     doseau_stratified *result)
{
    if (n == 0 || n_strata == 0) return DOSEAU_ETOOFEW;
    if (!(alpha > 0 && alpha < 1) || !stats_all_finite(x, n)) return DOSEAU_EDOMAIN;
    part *parts = calloc(n_strata, sizeof *parts);
    if (!parts) return DOSEAU_ENOMEM;
    doseau_stratified r = {.mean = 0};
    doseau_status status = take_parts(x, stratum, n, parts, size, n_strata);
    double total = 0;
    for (size_t h = 0; !status && h < n_strata; h++) total += size[h];
    for (size_t h = 0; !status && h < n_strata; h++) r.mean += size[h] / total * parts[h].mean;
    if (!status && !isfinite(r.mean)) status = DOSEAU_EDOMAIN;
    if (!status)
        status = spread(parts, size, n_strata, true, r.mean, alpha, &r.se, &r.df, &r.interval);
    if (!status)
        status = spread(parts, size, n_strata, false, r.mean, alpha, &r.se_infinite, &r.df_infinite,
                        &r.interval_infinite);
    free(parts);
    if (!status) *result = r;
    return status;
}
