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

/* Of Student's t, chi-squared and F (df over df_below); 0 < p < 1 is the lower probability, degrees
 * of freedom are any positive finite numbers. DOSEAU_EDOMAIN also where the quantile is beyond the
 * numbers, as for a t with df .001. */
doseau_status stats_t_quantile(double p, double df, double *t);
doseau_status stats_chi2_quantile(double p, double df, double *x);
doseau_status stats_f_quantile(double p, double df, double df_below, double *x);
#endif
