/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_STATS_PAIR_SCORE_H
#define DOSEAU_STATS_PAIR_SCORE_H
/* Scores of pairs of censored values: +1 where the later one is larger for certain, -1 where it is
 * smaller for certain, 0 otherwise. */
#include "stats/censored.h"
#include <stdint.h>

/* Score of `b` after `a`. */
static inline int pair_score(const doseau_censored *a, const doseau_censored *b)
{
    const bool a_open = !censored_found(a), b_open = !censored_found(b);
    if (!b->below && (a->upper < b->lower || (a_open && a->upper == b->lower))) return 1;
    if (!a->below && (b->upper < a->lower || (b_open && b->upper == a->lower))) return -1;
    return 0;
}

/* Ranks of the ends of n values among all of them: i lies below j for certain where
 * high[i] < low[j]. */
typedef struct pair_ranks {
    size_t n, n_ranks; /* ranks are 0 ... n_ranks - 1 */
    size_t *low, *high;
} pair_ranks;

/* DOSEAU_ENOMEM. Free with stats_pair_ranks_free, also after failure. */
doseau_status stats_pair_ranks(const doseau_censored x[], size_t n, pair_ranks *ranks);
void stats_pair_ranks_free(pair_ranks *ranks);

/* S when value order[i] stands at place i (order NULL: as they are); places with equal level[] (in
 * rising order) are not compared. `*decided` (NULL: not wanted): the pairs that score. `room` holds
 * 2 (n_ranks + 1) numbers. O(n log n). */
int64_t stats_pair_sum(const pair_ranks *ranks, const size_t level[], const size_t order[],
                       uint32_t room[], int64_t *decided);

/* For every value how many others lie below it for certain minus how many above; returns the number
 * of pairs that score. DOSEAU_ENOMEM. */
doseau_status stats_pair_rows(const pair_ranks *ranks, double rows[], int64_t *decided);
#endif
