/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_STATS_KENDALL_NULL_H
#define DOSEAU_STATS_KENDALL_NULL_H
/* The distribution of Kendall's S when every order is equally likely. */
#include <stddef.h>
#include <stdint.h>

enum {
    KENDALL_NULL_MOST = 60,
    KENDALL_NULL_ROOM = KENDALL_NULL_MOST * (KENDALL_NULL_MOST - 1) / 2 + 1
};

/* S = most - 2k with probability p[k], k = 0 ... most. */
typedef struct kendall_null {
    size_t most; /* the largest S: the pairs that are not tied */
    double p[KENDALL_NULL_ROOM];
} kendall_null;

/* Of n values, n at most KENDALL_NULL_MOST, in groups of equal ones of the given sizes (n sizes of
 * 1: no ties), against distinct values of the other variable. The counts of a group of t among m
 * smaller ones are those of Mann and Whitney's U, the coefficients of a Gaussian binomial, computed
 * exactly; groups are joined by adding products of probabilities, so that the smallest tail keeps
 * its digits. */
void stats_kendall_null(const size_t group_sizes[], size_t n_groups, kendall_null *null);

/* P(S >= s). */
double stats_kendall_upper(const kendall_null *null, int64_t s);
#endif
