/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "stats/normal_piece.h"
#include <gsl/gsl_cdf.h>
#include <gsl/gsl_math.h>
#include <gsl/gsl_sf_erf.h>
#include <math.h>

static double density(double z)
{
    return exp(-z * z / 2) / sqrt(2 * M_PI);
}

/* h = phi / Phi, with its own digits in the far tail. */
normal_piece stats_normal_below(double u)
{
    const double log_p = gsl_sf_log_erfc(-u / M_SQRT2) - M_LN2;
    const double h = u > 37 ? 0 : u < -1e7 ? -u : exp(-u * u / 2 - log_p) / sqrt(2 * M_PI);
    return (normal_piece){.log_p = log_p, .by_u = h, .uu = -h * (u + h)};
}

normal_piece stats_normal_between(double l, double u)
{
    const double p = l > 0 ? gsl_cdf_ugaussian_Q(l) - gsl_cdf_ugaussian_Q(u)
                           : gsl_cdf_ugaussian_P(u) - gsl_cdf_ugaussian_P(l);
    const double a = density(u) / p, b = density(l) / p;
    return (normal_piece){log(p), a, -b, -u * a - a * a, a * b, l * b - b * b};
}
