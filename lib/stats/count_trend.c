/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "stats/count_line.h"
#include "stats/distribution.h"
#include "stats/limits.h"
#include "stats/quantile.h"
#include "stats/root.h"
#include <doseau/count_trend.h>
#include <gsl/gsl_cdf.h>
#include <math.h>

/* The rounding of a perfect fit is no scatter to divide by. */
static const double no_scatter = 1e-20;

/* P(|Z| > |z|) */
static double two_sided(double z)
{
    return 2 * gsl_cdf_ugaussian_Q(fabs(z));
}

static doseau_limits around(double slope, double half)
{
    return stats_limits_exp(slope - half, slope + half);
}

/* ---- Profile likelihood ---- */

typedef struct profile {
    const count_data *data;
    double cut;
} profile;

static double above_cut(double slope, void *context)
{
    const profile *p = context;
    count_line line;
    if (count_line_fit_level(p->data, slope, &line)) return NAN;
    return line.deviance - p->cut;
}

/* The slope on one side of the best one at which the deviance reaches the cut. */
static doseau_status profile_end(profile *p, double slope, double step, double *end)
{
    double far = slope + step;
    for (int i = 0; i < 60; i++, far += step *= 2) {
        const double found = above_cut(far, p);
        if (isnan(found)) return DOSEAU_EDOMAIN;
        if (found > 0)
            return far < slope ? stats_root(above_cut, p, far, slope, end)
                               : stats_root(above_cut, p, slope, far, end);
    }
    return DOSEAU_EDOMAIN;
}

static doseau_status profile_limits(const count_data *data, const count_line *line, double z,
                                    doseau_limits *limits)
{
    double lower, upper;
    profile p = {data, line->deviance + z * z};
    doseau_status status = profile_end(&p, line->slope, -z * line->se, &lower);
    if (!status) status = profile_end(&p, line->slope, z * line->se, &upper);
    if (status == DOSEAU_EDOMAIN) {
        *limits = stats_no_limits("the likelihood could not be followed that far");
        return DOSEAU_OK;
    }
    if (!status) *limits = stats_limits_exp(lower, upper);
    return status;
}

/* ---- The trend ---- */

static void no_trend(doseau_count_trend *t, const char *reason)
{
    t->reason = t->quasi_reason = reason;
    t->wald = t->likelihood = t->quasi = t->both = stats_no_limits(reason);
}

static doseau_limits wider(doseau_limits a, doseau_limits b)
{
    if (!a.lower.given || !a.upper.given) return a;
    if (!b.lower.given || !b.upper.given) return b;
    return stats_limits(fmin(a.lower.value, b.lower.value), fmax(a.upper.value, b.upper.value));
}

static doseau_status add_quasi(const count_line *line, double alpha, doseau_count_trend *t)
{
    double quantile;
    const double df = (double)t->n - 2, dispersion = line->pearson / df;
    t->quasi_reason = t->n < 3 ? "it takes three values" : NULL;
    t->quasi = t->both = stats_no_limits(t->quasi_reason);
    if (t->n < 3) return DOSEAU_OK;
    t->dispersion = stats_figure(dispersion);
    t->deviance = stats_figure(line->deviance);
    t->deviance_df = stats_figure(df);
    t->p_overdispersion = stats_figure(gsl_cdf_chisq_Q(line->pearson, df));
    if (!(dispersion > no_scatter)) {
        t->quasi_reason = "the values lie on a line without any scatter";
        t->quasi = t->both = stats_no_limits(t->quasi_reason);
        return DOSEAU_OK;
    }
    const double se = line->se * sqrt(dispersion);
    const doseau_status status = stats_t_quantile(1 - alpha / 2, df, &quantile);
    if (status) return status;
    t->quasi = around(line->slope, quantile * se);
    t->p_quasi = stats_figure(stats_t_two_sided(line->slope / se, df));
    t->p = stats_figure(fmax(t->p_likelihood.value, t->p_quasi.value));
    t->both = wider(t->likelihood, t->quasi);
    return DOSEAU_OK;
}

doseau_status count_trend_test(const count_data *data, double alpha, doseau_count_trend *trend)
{
    double z;
    count_line line, flat;
    doseau_count_trend t = {.n = data->n};
    if (!(alpha > 0 && alpha < 1)) return DOSEAU_EDOMAIN;
    doseau_status status = count_check(data);
    if (status) return status;
    const char *reason = count_no_slope(data);
    if (reason) {
        no_trend(&t, reason);
        *trend = t;
        return DOSEAU_OK;
    }
    status = stats_normal_quantile(1 - alpha / 2, &z);
    if (!status) status = count_line_fit(data, &line);
    if (!status) status = count_line_fit_level(data, 0, &flat);
    if (status) return status;
    t.slope = stats_figure(line.slope);
    t.ratio = stats_figure(exp(line.slope));
    t.se = stats_figure(line.se);
    t.wald = around(line.slope, z * line.se);
    t.p_wald = stats_figure(two_sided(line.slope / line.se));
    t.p_likelihood = stats_figure(two_sided(sqrt(fmax(0, flat.deviance - line.deviance))));
    status = profile_limits(data, &line, z, &t.likelihood);
    if (!status) status = add_quasi(&line, alpha, &t);
    if (!status) *trend = t;
    return status;
}

doseau_status count_trend_p(const count_data *data, double *slope, doseau_figure *p)
{
    count_line line, flat;
    *slope = 0;
    *p = stats_no_figure();
    doseau_status status = count_check(data);
    if (status || data->n < 3 || count_no_slope(data)) return status;
    status = count_line_fit(data, &line);
    if (!status) status = count_line_fit_level(data, 0, &flat);
    if (status) return status;
    *slope = line.slope;
    const double df = (double)data->n - 2, dispersion = line.pearson / df;
    if (!(dispersion > no_scatter)) return DOSEAU_OK;
    const double likelihood = two_sided(sqrt(fmax(0, flat.deviance - line.deviance)));
    const double t = line.slope / (line.se * sqrt(dispersion));
    *p = stats_figure(fmax(likelihood, stats_t_two_sided(t, df)));
    return DOSEAU_OK;
}

doseau_status doseau_count_trend_fit(const double time[], const double count[],
                                     const double exposure[], size_t n, double alpha,
                                     doseau_count_trend *trend)
{
    const count_data data = {count, exposure, time, n, false};
    return count_trend_test(&data, alpha, trend);
}

doseau_status doseau_dispersion_test(const double count[], const double exposure[], size_t n,
                                     doseau_dispersion *result)
{
    const count_data data = {count, exposure, NULL, n, false};
    const doseau_status status = count_check(&data);
    if (status) return status;
    double events = 0, size = 0, x2 = 0;
    for (size_t i = 0; i < n; i++) events += count[i];
    for (size_t i = 0; i < n; i++) size += exposure ? exposure[i] : 1;
    doseau_dispersion r = {.rate = events / size};
    if (!isfinite(r.rate)) return DOSEAU_EDOMAIN;
    if (n < 2 || !(events > 0)) {
        r.reason = n < 2 ? "there is one count only" : "there is no event";
        *result = r;
        return DOSEAU_OK;
    }
    for (size_t i = 0; i < n; i++) {
        const double mean = r.rate * (exposure ? exposure[i] : 1);
        x2 += (count[i] - mean) / mean * (count[i] - mean);
    }
    const double df = (double)n - 1;
    r.x2 = stats_figure(x2);
    r.df = stats_figure(df);
    r.ratio = stats_figure(x2 / df);
    r.p_upper = stats_figure(gsl_cdf_chisq_Q(x2, df));
    r.p_lower = stats_figure(gsl_cdf_chisq_P(x2, df));
    *result = r;
    return DOSEAU_OK;
}
