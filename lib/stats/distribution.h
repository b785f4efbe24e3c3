/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_STATS_DISTRIBUTION_H
#define DOSEAU_STATS_DISTRIBUTION_H
/* Distribution functions; formulas without a status: arguments out of the domain give NAN. */

/* P(T > t), Student's t with df > 0 degrees of freedom, relative 1e-11 in both tails. GSL's own
 * function is off by 1e-6 far out (t > 10) between 30 and 60 degrees of freedom. */
double stats_t_upper(double t, double df);

/* P(|T| > |t|) */
double stats_t_two_sided(double t, double df);

/* P(T > t) of the noncentral t: T = (Z + delta) / sqrt(V / df), V chi-squared with df. By the
 * trapezoid rule over the logarithm of sqrt(V / df), where the integrand is analytic and the rule
 * converges geometrically: relative 1e-12 down to probabilities of 1e-200. GSL has no such
 * function. df >= .01, |delta| and |t| <= 1e4. */
double stats_noncentral_t_upper(double t, double df, double delta);

/* P(T <= t), with its own digits where it is small. */
double stats_noncentral_t_lower(double t, double df, double delta);
#endif
