/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_STATS_LOGS_H
#define DOSEAU_STATS_LOGS_H
/* Mean and variance of logarithms. */
#include <doseau/status.h>

typedef struct stats_log_moments {
    size_t n;
    double mean, variance; /* of ln x, divisor n - 1; the variance of one value is 0, and that of
                              equal values is exactly 0 */
} stats_log_moments;

/* DOSEAU_ETOOFEW (n is 0); DOSEAU_EDOMAIN (a value that is not finite or not above 0);
 * DOSEAU_ENOMEM. */
doseau_status stats_logs(const double x[], size_t n, stats_log_moments *moments);
#endif
