/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_STATS_SELECT_H
#define DOSEAU_STATS_SELECT_H
/* Order statistics without sorting everything. */
#include <stddef.h>

/* Reorders x so that x[rank] is what it would be if x were sorted, for each of the ranks (counted
 * from 0, each < n), which are in ascending order. No x is NAN. */
void stats_select(double x[], size_t n, const size_t ranks[], size_t n_ranks);
#endif
