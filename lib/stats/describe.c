/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "stats/limits.h"
#include "stats/logs.h"
#include "stats/quantile.h"
#include "stats/sort.h"
#include "stats/sums.h"
#include <doseau/describe.h>
#include <gsl/gsl_sort.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

static const char one_value[] = "there is one value only";
static const char not_positive[] = "a value is not above 0";
static const char equal[] = "all values are equal";

static doseau_status sorted_copy(const double x[], size_t n, double **sorted)
{
    if (n == 0) return DOSEAU_ETOOFEW;
    if (!stats_all_finite(x, n)) return DOSEAU_EDOMAIN;
    *sorted = malloc(n * sizeof **sorted);
    if (!*sorted) return DOSEAU_ENOMEM;
    memcpy(*sorted, x, n * sizeof **sorted);
    gsl_sort(*sorted, 1, n);
    return DOSEAU_OK;
}

doseau_status doseau_quantile(const double x[], size_t n, double p, double *quantile)
{
    double *sorted;
    if (!(p >= 0 && p <= 1)) return DOSEAU_EDOMAIN;
    const doseau_status status = sorted_copy(x, n, &sorted);
    if (status) return status;
    const double found = stats_sorted_quantile(sorted, n, p);
    free(sorted);
    if (!isfinite(found)) return DOSEAU_EDOMAIN;
    *quantile = found;
    return DOSEAU_OK;
}

static void describe_spread(const double x[], doseau_description *d)
{
    const size_t n = d->n;
    const double squares = stats_centred_squares(x, n, d->mean);
    if (n < 2) {
        d->reason = one_value;
        return;
    }
    const double sd = sqrt(squares / (double)(n - 1));
    d->sd = stats_figure(sd);
    d->sd_n = stats_figure(sqrt(squares / (double)n));
    d->se = stats_figure(sd / sqrt((double)n));
    if (d->minimum > 0) d->cv = stats_figure(sd / d->mean);
    if (n < 3 || !(squares > 0)) return;
    double cubes = 0;
    for (size_t i = 0; i < n; i++) cubes += pow((x[i] - d->mean) / sd, 3);
    d->skewness = stats_figure(cubes / (double)n * pow((double)n / (double)(n - 1), 1.5));
}

static doseau_status describe_logs(const double x[], doseau_description *d)
{
    stats_log_moments logs;
    if (!(d->minimum > 0)) {
        d->log_reason = not_positive;
        return DOSEAU_OK;
    }
    const doseau_status status = stats_logs(x, d->n, &logs);
    if (status) return status;
    d->log_mean = stats_figure(logs.mean);
    d->geometric_mean = stats_figure(exp(logs.mean));
    if (d->n < 2) {
        d->log_reason = one_value;
        return DOSEAU_OK;
    }
    d->log_sd = stats_figure(sqrt(logs.variance));
    d->geometric_sd = stats_figure(exp(sqrt(logs.variance)));
    return DOSEAU_OK;
}

doseau_status doseau_describe(const double x[], size_t n, doseau_description *description)
{
    double *sorted;
    doseau_status status = sorted_copy(x, n, &sorted);
    if (status) return status;
    doseau_description d = {.n = n,
                            .mean = stats_mean(x, n),
                            .minimum = sorted[0],
                            .q25 = stats_sorted_quantile(sorted, n, .25),
                            .median = stats_sorted_quantile(sorted, n, .5),
                            .q75 = stats_sorted_quantile(sorted, n, .75),
                            .maximum = sorted[n - 1]};
    free(sorted);
    if (!isfinite(d.mean + d.q25 + d.median + d.q75)) return DOSEAU_EDOMAIN;
    describe_spread(x, &d);
    if (n > 1 && !d.sd.given) return DOSEAU_EDOMAIN;
    status = describe_logs(x, &d);
    if (!status) *description = d;
    return status;
}

/* The interval of a mean whose values have this variance. */
static doseau_status t_limits(double mean, double variance, size_t n, double alpha,
                              doseau_mean_interval *result)
{
    double t;
    const double df = (double)n - 1;
    *result = (doseau_mean_interval){.mean = mean};
    result->interval = stats_no_limits(n < 2 ? one_value : equal);
    if (n < 2) return DOSEAU_OK;
    result->se = stats_figure(sqrt(variance / (double)n));
    result->df = stats_figure(df);
    if (!(variance > 0)) return DOSEAU_OK;
    const doseau_status status = stats_t_quantile(1 - alpha / 2, df, &t);
    if (status) return status;
    result->interval = stats_limits(mean - t * result->se.value, mean + t * result->se.value);
    return DOSEAU_OK;
}

doseau_status doseau_mean_t(const double x[], size_t n, double alpha, doseau_mean_interval *result)
{
    doseau_mean_interval found;
    if (n == 0) return DOSEAU_ETOOFEW;
    if (!(alpha > 0 && alpha < 1) || !stats_all_finite(x, n)) return DOSEAU_EDOMAIN;
    const double mean = stats_mean(x, n);
    const double variance = n > 1 ? stats_centred_squares(x, n, mean) / (double)(n - 1) : 0;
    if (!isfinite(mean + variance)) return DOSEAU_EDOMAIN;
    const doseau_status status = t_limits(mean, variance, n, alpha, &found);
    if (!status) *result = found;
    return status;
}

doseau_status doseau_geometric_mean_t(const double x[], size_t n, double alpha,
                                      doseau_mean_interval *result)
{
    stats_log_moments logs;
    doseau_mean_interval found;
    if (!(alpha > 0 && alpha < 1)) return DOSEAU_EDOMAIN;
    doseau_status status = stats_logs(x, n, &logs);
    if (!status) status = t_limits(logs.mean, logs.variance, n, alpha, &found);
    if (status) return status;
    found.mean = exp(found.mean);
    if (found.interval.lower.given && found.interval.upper.given)
        found.interval = stats_limits_exp(found.interval.lower.value, found.interval.upper.value);
    *result = found;
    return DOSEAU_OK;
}
