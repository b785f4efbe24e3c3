/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_STATS_BINOMIAL_H
#define DOSEAU_STATS_BINOMIAL_H
/* The binomial distribution, to a few units of the last digit in both tails, for any n: GSL's loses
 * digits as n grows. */
#include <stdint.h>

/* P(X = x), 0 <= p <= 1, x <= n: the saddle-point form (Loader 2000), in which nothing cancels. */
double stats_binomial(uint64_t x, uint64_t n, double p);

/* P(X <= x) and P(X >= x), each summed from its own end. */
double stats_binomial_lower(uint64_t x, uint64_t n, double p);
double stats_binomial_upper(uint64_t x, uint64_t n, double p);

/* Two-sided p values of x: both tails as likely (twice the smaller one, 1 at most), the same with
 * half of P(X = x) in each tail, and the sum over all values that are not more likely than x (one
 * part in 10^7 more likely counts as equal, as in R's binom.test and poisson.test). */
typedef struct stats_binomial_p {
    double central, mid, likelihood;
} stats_binomial_p;

stats_binomial_p stats_binomial_test(uint64_t x, uint64_t n, double p);

/* The p at which P(X >= x), less `half` P(X = x), is `tail`; 0 for x = 0. What is wanted of the
 * upper end is 1 less that of n - x. */
double stats_binomial_p_lower(uint64_t x, uint64_t n, double tail, double half);
#endif
