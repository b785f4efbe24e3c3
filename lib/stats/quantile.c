/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "stats/quantile.h"
#include "stats/distribution.h"
#include "stats/root.h"
#include <gsl/gsl_cdf.h>
#include <math.h>
#include <stdbool.h>

typedef struct target {
    double (*cdf)(double x, void *parameters);
    void *parameters;
    double p;
} target;

static double excess(double x, void *context)
{
    const target *t = context;
    return t->cdf(x, t->parameters) - t->p;
}

doseau_status stats_quantile(double (*cdf)(double x, void *parameters), void *parameters, double p,
                             double lower, double upper, double *x)
{
    target t = {cdf, parameters, p};
    if (!(excess(lower, &t) <= 0 && excess(upper, &t) >= 0)) return DOSEAU_EDOMAIN;
    return stats_root(excess, &t, lower, upper, x);
}

static double normal_cdf(double x, void *parameters)
{
    (void)parameters;
    return gsl_cdf_ugaussian_P(x);
}

doseau_status stats_normal_quantile(double p, double *z)
{
    if (!(p > 0 && p < 1)) return DOSEAU_EDOMAIN;
    /* The lower tail keeps its digits where the upper one rounds to 1. */
    const double tail = p <= .5 ? p : 1 - p;
    double x, lower = -1, upper = 0;
    for (; gsl_cdf_ugaussian_P(lower) > tail && lower > -38; lower *= 2) upper = lower;
    const doseau_status status = stats_quantile(normal_cdf, NULL, tail, lower, upper, &x);
    if (!status) *z = p <= .5 ? x : -x;
    return status;
}

/* Distributions with one or two degrees of freedom, as the bracketing sees them. */
typedef struct freedom {
    double df, df_below;
} freedom;

static bool is_df(double df)
{
    return df > 0 && isfinite(df);
}

static double t_cdf(double x, void *parameters)
{
    const freedom *f = parameters;
    return stats_t_upper(-x, f->df);
}

static double chi2_cdf(double x, void *parameters)
{
    const freedom *f = parameters;
    return gsl_cdf_chisq_P(x, f->df);
}

static double f_cdf(double x, void *parameters)
{
    const freedom *f = parameters;
    return gsl_cdf_fdist_P(x, f->df, f->df_below);
}

/* The lower end doubles until the tail is below it, so that the bracket is as narrow as its ends
 * are far. */
doseau_status stats_t_quantile(double p, double df, double *t)
{
    if (!(p > 0 && p < 1) || !is_df(df)) return DOSEAU_EDOMAIN;
    const double tail = p <= .5 ? p : 1 - p;
    double lower = -1, upper = 0;
    while (stats_t_upper(-lower, df) > tail) {
        upper = lower;
        lower *= 2;
        if (!isfinite(lower * lower)) return DOSEAU_EDOMAIN; /* as the cdf would compute */
    }
    freedom f = {df, 0};
    double x;
    const doseau_status status = stats_quantile(t_cdf, &f, tail, lower, upper, &x);
    if (!status) *t = p <= .5 ? x : -x;
    return status;
}

/* Of a distribution on the positive numbers; the bracket is a factor 2 wide. */
static doseau_status positive_quantile(double (*cdf)(double x, void *parameters), freedom f,
                                       double p, double *x)
{
    if (!(p > 0 && p < 1) || !is_df(f.df) || !is_df(f.df_below)) return DOSEAU_EDOMAIN;
    double upper = 1;
    while (cdf(upper, &f) < p) {
        upper *= 2;
        if (!isfinite(upper)) return DOSEAU_EDOMAIN;
    }
    double lower = upper / 2;
    while (cdf(lower, &f) > p) {
        upper = lower;
        lower /= 2;
        if (!(lower > 0)) return DOSEAU_EDOMAIN;
    }
    return stats_quantile(cdf, &f, p, lower, upper, x);
}

doseau_status stats_chi2_quantile(double p, double df, double *x)
{
    return positive_quantile(chi2_cdf, (freedom){df, 1}, p, x);
}

doseau_status stats_f_quantile(double p, double df, double df_below, double *x)
{
    return positive_quantile(f_cdf, (freedom){df, df_below}, p, x);
}
