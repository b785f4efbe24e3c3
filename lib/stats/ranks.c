/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "stats/ranks.h"
#include <gsl/gsl_sort.h>
#include <stdlib.h>

doseau_status stats_double_ranks(const double x[], size_t n, double tolerance, int64_t ranks[])
{
    size_t *order = malloc(n * sizeof *order);
    if (!order) return DOSEAU_ENOMEM;
    gsl_sort_index(order, x, 1, n);
    for (size_t from = 0, to; from < n; from = to) {
        for (to = from + 1; to < n && !(x[order[to]] - x[order[to - 1]] > tolerance);) to++;
        for (size_t i = from; i < to; i++) ranks[order[i]] = (int64_t)(from + to + 1);
    }
    free(order);
    return DOSEAU_OK;
}
