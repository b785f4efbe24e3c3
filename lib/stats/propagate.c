/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <doseau/propagate.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Sum over the groups of one source of the squared sums within them; NAN for what cannot be. */
static double source_variance(const double sensitivity[], size_t n,
                              const doseau_error_source *source, double sum[])
{
    memset(sum, 0, n * sizeof *sum);
    for (size_t i = 0; i < n; i++) {
        if (!(source->rel_u[i] >= 0) || source->group[i] >= n) return NAN;
        sum[source->group[i]] += sensitivity[i] * source->rel_u[i];
    }
    double variance = 0;
    for (size_t i = 0; i < n; i++) variance += sum[i] * sum[i];
    return variance;
}

doseau_status doseau_propagate(const double sensitivity[], size_t n,
                               const doseau_error_source sources[], size_t n_sources,
                               double *variance)
{
    if (n == 0) return DOSEAU_ETOOFEW;
    for (size_t i = 0; i < n; i++)
        if (!isfinite(sensitivity[i])) return DOSEAU_EDOMAIN;
    double *sum = malloc(n * sizeof *sum);
    if (!sum) return DOSEAU_ENOMEM;
    double total = 0;
    for (size_t k = 0; k < n_sources; k++)
        total += source_variance(sensitivity, n, &sources[k], sum);
    free(sum);
    if (!isfinite(total)) return DOSEAU_EDOMAIN;

    *variance = total;
    return DOSEAU_OK;
}
