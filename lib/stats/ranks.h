/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_STATS_RANKS_H
#define DOSEAU_STATS_RANKS_H
#include <doseau/status.h>
#include <stddef.h>
#include <stdint.h>

/* Twice the mean ranks, which are whole numbers. Values within `tolerance` of the next smaller one
 * are equal to it; 0: equal values only. DOSEAU_ENOMEM. */
doseau_status stats_double_ranks(const double x[], size_t n, double tolerance, int64_t ranks[]);
#endif
