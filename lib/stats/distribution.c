/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "stats/distribution.h"
#include <gsl/gsl_cdf.h>
#include <gsl/gsl_math.h>
#include <gsl/gsl_sf_gamma.h>
#include <math.h>

double stats_t_upper(double t, double df)
{
    if (!(df > 0) || !isfinite(df) || !isfinite(t)) return (double)NAN;
    /* GSL switches to a Cornish-Fisher series at 30, which is exact enough from 100. */
    if (df <= 30 || df >= 100) return gsl_cdf_tdist_Q(t, df);
    const double tail = .5 * gsl_cdf_beta_Q(t * t / (df + t * t), .5, df / 2);
    return t >= 0 ? tail : 1 - tail;
}

double stats_t_two_sided(double t, double df)
{
    return 2 * stats_t_upper(fabs(t), df);
}

/* ln of the density of W = ln sqrt(V / df), V chi-squared with df; its peak is at w = 0. */
static double log_density(double w, double df, double at_peak)
{
    return at_peak + df * (w - expm1(2 * w) / 2);
}

static double log_density_at_peak(double df)
{
    return log(2) + (log(df / 2) - log(2 * M_PI)) / 2 - log(gsl_sf_gammastar(df / 2));
}

/* Where |t| e^w is below 1 the mass falls as e^(df (w + 1/2)); with many degrees of freedom the
 * density alone ends it sooner, at e^-700. */
static double left_end(double t, double df)
{
    return df > 600 ? -40 / sqrt(2 * df) : -.5 - log(fmax(1, fabs(t))) - 40 / df;
}

/* Where df (e^2w / 2 - w - 1/2) has passed 700, by the bound w <= e^2w / 4 + .2. */
static double right_end(double df)
{
    return log(sqrt(2.8 + 2800 / df));
}

double stats_noncentral_t_upper(double t, double df, double delta)
{
    if (!(df >= .01) || !(df <= 1e8) || !(fabs(delta) <= 1e4) || !(fabs(t) <= 1e4))
        return (double)NAN;
    const double at_peak = log_density_at_peak(df);
    /* Within the scale of the density and of the normal tail, and at most 1/10 for the strip
     * |Im w| < pi / 4 in which the integrand stays bounded: the error is e^(-2 pi (pi / 4) / h). */
    const double h = fmin(.1, .5 / sqrt(2 * df + delta * delta));
    const double from = left_end(t, df), to = right_end(df);
    const long steps = (long)ceil((to - from) / h);
    double sum = 0;
    for (long i = 0; i <= steps; i++) {
        const double w = from + (double)i * h;
        const double density = log_density(w, df, at_peak);
        if (density > -745) sum += exp(density) * gsl_cdf_ugaussian_Q(t * exp(w) - delta);
    }
    return h * sum;
}

double stats_noncentral_t_lower(double t, double df, double delta)
{
    return stats_noncentral_t_upper(-t, df, -delta);
}
