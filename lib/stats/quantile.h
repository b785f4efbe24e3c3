/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_STATS_QUANTILE_H
#define DOSEAU_STATS_QUANTILE_H
/* Inverse distribution functions, by bracketing the forward function: GSL's own inverses end the
 * process on some valid arguments, gsl_cdf_tdist_Pinv(.35, .73) among them. */
#include <doseau/status.h>

/* The x with cdf(x) = p, for an increasing cdf with cdf(lower) <= p <= cdf(upper), to the last
 * digits that the cdf tells apart. DOSEAU_EDOMAIN: not bracketed, or no answer. */
doseau_status stats_quantile(double (*cdf)(double x, void *parameters), void *parameters, double p,
                             double lower, double upper, double *x);

/* Of the standard normal distribution; 0 < p < 1. */
doseau_status stats_normal_quantile(double p, double *z);
#endif
