/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "stats/distribution.h"
#include "stats/quantile.h"
#include "stats/sums.h"
#include <doseau/line.h>
#include <float.h>
#include <math.h>

static doseau_figure figure(double value)
{
    return (doseau_figure){true, value};
}

/* The weighted mean, refined by the mean of what is left of it. */
static double weighted_mean(const double x[], const double weights[], size_t n, double weight)
{
    double sum = 0, rest = 0;
    for (size_t i = 0; i < n; i++) sum += (weights ? weights[i] : 1) * x[i];
    const double mean = sum / weight;
    for (size_t i = 0; i < n; i++) rest += (weights ? weights[i] : 1) * (x[i] - mean);
    return mean + rest / weight;
}

static doseau_status check(const double time[], const double x[], const double weights[], size_t n,
                           double alpha)
{
    if (n < 2) return DOSEAU_ETOOFEW;
    if (!stats_all_finite(time, n) || !stats_all_finite(x, n)) return DOSEAU_EDOMAIN;
    if (!(alpha > 0 && alpha < 1)) return DOSEAU_EDOMAIN;
    for (size_t i = 0; weights && i < n; i++)
        if (!(weights[i] > 0) || !isfinite(weights[i])) return DOSEAU_EDOMAIN;
    for (size_t i = 1; i < n; i++)
        if (time[i] != time[0]) return DOSEAU_OK;
    return DOSEAU_ETOOFEW;
}

/* Means, slope, sums of squares; the sum of squares of the values about their mean. */
static double fit_sums(const double time[], const double x[], const double weights[],
                       doseau_line *line)
{
    const size_t n = line->n;
    line->weight = 0;
    for (size_t i = 0; i < n; i++) line->weight += weights ? weights[i] : 1;
    line->mean_time = weighted_mean(time, weights, n, line->weight);
    line->mean_value = weighted_mean(x, weights, n, line->weight);
    double sxx = 0, sxy = 0, syy = 0, largest = 0;
    for (size_t i = 0; i < n; i++) {
        const double w = weights ? weights[i] : 1;
        const double dt = time[i] - line->mean_time, dx = x[i] - line->mean_value;
        sxx += w * dt * dt;
        sxy += w * dt * dx;
        syy += w * dx * dx;
        largest = fmax(largest, sqrt(w) * fabs(x[i]));
    }
    line->sxx = sxx;
    line->slope = sxy / sxx;
    line->intercept = line->mean_value - line->slope * line->mean_time;
    line->rss = 0;
    for (size_t i = 0; i < n; i++) {
        const double residual = x[i] - line->mean_value - line->slope * (time[i] - line->mean_time);
        line->rss += (weights ? weights[i] : 1) * residual * residual;
    }
    /* Residuals of the size of rounding are none: they would give any t. */
    const double rounding = 8 * DBL_EPSILON * largest;
    if (n == 2 || sqrt(line->rss / (double)n) <= rounding) line->rss = 0;
    return syy;
}

static doseau_status add_intervals(double alpha, doseau_line *line)
{
    double quantile;
    const doseau_status status = stats_t_quantile(1 - alpha / 2, (double)line->df, &quantile);
    if (status) return status;
    const double sd = sqrt(line->rss / (double)line->df), se = sd / sqrt(line->sxx);
    const double intercept_se =
        sd * sqrt(1 / line->weight + line->mean_time * line->mean_time / line->sxx);
    line->residual_sd = figure(sd);
    line->slope_se = figure(se);
    line->intercept_se = figure(intercept_se);
    if (!isfinite(intercept_se) || !isfinite(quantile * se)) return DOSEAU_EDOMAIN;
    if (!(se > 0)) {
        line->reason = "the values lie on the line exactly";
        return DOSEAU_OK;
    }
    line->slope_lower = figure(line->slope - quantile * se);
    line->slope_upper = figure(line->slope + quantile * se);
    line->intercept_lower = figure(line->intercept - quantile * intercept_se);
    line->intercept_upper = figure(line->intercept + quantile * intercept_se);
    line->t = figure(line->slope / se);
    line->p = figure(stats_t_two_sided(line->t.value, (double)line->df));
    return DOSEAU_OK;
}

doseau_status doseau_line_fit(const double time[], const double x[], const double weights[],
                              size_t n, double alpha, doseau_line *line)
{
    doseau_status status = check(time, x, weights, n, alpha);
    if (status) return status;
    doseau_line found = {.n = n, .df = n - 2};
    const double syy = fit_sums(time, x, weights, &found);
    if (!isfinite(found.slope) || !isfinite(found.intercept) || !isfinite(found.rss))
        return DOSEAU_EDOMAIN;
    if (syy > 0)
        found.r_squared = figure(1 - found.rss / syy);
    else
        found.reason = "all values are equal";
    if (n == 2)
        found.reason = "two values leave nothing to estimate the scatter from";
    else
        status = add_intervals(alpha, &found);
    if (!status) *line = found;
    return status;
}

doseau_status doseau_line_predict(const doseau_line *line, double time, double weight, double alpha,
                                  doseau_line_at *at)
{
    if (!isfinite(time) || !(weight > 0) || !isfinite(weight) || !(alpha > 0 && alpha < 1))
        return DOSEAU_EDOMAIN;
    const double away = time - line->mean_time;
    doseau_line_at found = {.fitted = line->mean_value + line->slope * away};
    if (!isfinite(found.fitted)) return DOSEAU_EDOMAIN;
    if (line->slope_lower.given) {
        double quantile;
        const doseau_status status = stats_t_quantile(1 - alpha / 2, (double)line->df, &quantile);
        if (status) return status;
        const double leverage = 1 / line->weight + away * away / line->sxx;
        const double se = line->residual_sd.value * sqrt(leverage);
        const double next = line->residual_sd.value * sqrt(leverage + 1 / weight);
        if (!isfinite(quantile * next)) return DOSEAU_EDOMAIN;
        found.se = figure(se);
        found.lower = figure(found.fitted - quantile * se);
        found.upper = figure(found.fitted + quantile * se);
        found.next_se = figure(next);
        found.next_lower = figure(found.fitted - quantile * next);
        found.next_upper = figure(found.fitted + quantile * next);
    }
    *at = found;
    return DOSEAU_OK;
}
