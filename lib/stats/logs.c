/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "stats/logs.h"
#include "stats/sums.h"
#include <math.h>
#include <stdbool.h>
#include <stdlib.h>

doseau_status stats_logs(const double x[], size_t n, stats_log_moments *moments)
{
    if (n == 0) return DOSEAU_ETOOFEW;
    bool equal = true;
    for (size_t i = 0; i < n; i++) {
        if (!(x[i] > 0) || isinf(x[i])) return DOSEAU_EDOMAIN;
        equal = equal && !(x[i] < x[0]) && !(x[i] > x[0]);
    }
    double *y = malloc(n * sizeof *y);
    if (!y) return DOSEAU_ENOMEM;
    for (size_t i = 0; i < n; i++) y[i] = log(x[i]);
    const double mean = stats_mean(y, n);
    const double squares = equal ? 0 : stats_centred_squares(y, n, mean);
    *moments = (stats_log_moments){n, mean, n > 1 ? squares / (double)(n - 1) : 0};
    free(y);
    return DOSEAU_OK;
}
