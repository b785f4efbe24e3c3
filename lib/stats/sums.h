/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_STATS_SUMS_H
#define DOSEAU_STATS_SUMS_H
/* Sums about the mean. */
#include <stdbool.h>
#include <stddef.h>

bool stats_all_finite(const double x[], size_t n);

/* n >= 1 */
double stats_mean(const double x[], size_t n);

/* sum (x - mean)^2 in two passes; what the rounding of the mean adds is taken off. */
double stats_centred_squares(const double x[], size_t n, double mean);
#endif
