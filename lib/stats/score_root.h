/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_STATS_SCORE_ROOT_H
#define DOSEAU_STATS_SCORE_ROOT_H
/* The slope b at which the sum of pair scores of x - b t crosses zero.
 *
 * A pair scores +1 while b is below one slope and -1 while it is above another, so the sum falls by
 * 1 at each of these slopes: P of the first kind, M of the second, all sorted together, leave 0
 * between the P-th and the next. */
#include "stats/censored.h"

typedef struct score_root {
    double *slopes;  /* in order after score_root_sort */
    size_t n, rises; /* rises: how many of them end a score of +1 */
} score_root;

/* Room for so many pairs. DOSEAU_ENOMEM. */
doseau_status score_root_new(size_t pairs, score_root *root);
void score_root_free(score_root *root);

/* The pair of `a` and, dt > 0 later, `b`. */
void score_root_add(score_root *root, const doseau_censored *a, const doseau_censored *b,
                    double dt);

/* Enough for the zero. DOSEAU_EDOMAIN: a slope overflows. */
doseau_status score_root_select(score_root *root);

/* All of them. DOSEAU_EDOMAIN; DOSEAU_ENOMEM. */
doseau_status score_root_sort(score_root *root);

/* The ends of the zero; false: the sum never changes its sign. */
bool score_root_zero(const score_root *root, double *lower, double *upper);
#endif
