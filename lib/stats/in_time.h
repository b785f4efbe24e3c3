/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_STATS_IN_TIME_H
#define DOSEAU_STATS_IN_TIME_H
/* Censored values sorted by time. */
#include "stats/censored.h"

typedef struct in_time {
    size_t n;
    double *time;
    doseau_censored *x;
    size_t *level; /* 0, 1, ...: equal for equal times */
} in_time;

/* time NULL: in order already, at times 0, 1, ... DOSEAU_EDOMAIN: a number that is not finite, or
 * ends in the wrong order; DOSEAU_ENOMEM. Free with stats_in_time_free, also after failure. */
doseau_status stats_in_time(const double time[], const doseau_censored x[], size_t n,
                            in_time *sorted);
void stats_in_time_free(in_time *sorted);
#endif
