/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "stats/permute.h"
#include <doseau/slope_permutation.h>
#include <doseau/summary.h>
#include <float.h>
#include <math.h>
#include <stdlib.h>

typedef struct centred {
    const double *time, *x;
    size_t n;
} centred;

static double cross_products(const size_t order[], const void *context, void *scratch)
{
    (void)scratch;
    const centred *c = context;
    double sum = 0;
    for (size_t i = 0; i < c->n; i++) sum += c->time[i] * c->x[order[i]];
    return sum;
}

/* x - mean; returns the sum of squares. */
static double centre(double x[], size_t n, double mean)
{
    double squares = 0;
    for (size_t i = 0; i < n; i++) {
        x[i] -= mean;
        squares += x[i] * x[i];
    }
    return squares;
}

static doseau_status test(double time[], double x[], size_t n, size_t draws, uint64_t seed,
                          doseau_slope_permutation *result)
{
    double mean_time, mean_x;
    doseau_status status = doseau_mean(time, n, &mean_time);
    if (!status) status = doseau_mean(x, n, &mean_x);
    if (status) return status;
    const double times = centre(time, n, mean_time), values = centre(x, n, mean_x);
    if (!(times > 0)) return DOSEAU_ETOOFEW;
    const centred context = {time, x, n};
    /* Equal sums of products differ by the rounding of n terms. */
    const permute_plan plan = {.n = n,
                               .statistic = cross_products,
                               .context = &context,
                               .tolerance = 8 * (double)n * DBL_EPSILON * sqrt(times * values),
                               .seed = seed,
                               .draws = draws};
    double products = 0;
    for (size_t i = 0; i < n; i++) products += time[i] * x[i];
    if (!isfinite(products / times) || !isfinite(plan.tolerance)) return DOSEAU_EDOMAIN;
    permute_result found;
    status = stats_permute(&plan, &found);
    if (!status)
        *result = (doseau_slope_permutation){products / times, found.p, found.all_orders,
                                             found.orders, found.smallest_p};
    return status;
}

doseau_status doseau_slope_permutation_test(const double time[], const double x[], size_t n,
                                            size_t draws, uint64_t seed,
                                            doseau_slope_permutation *result)
{
    if (n < 2) return DOSEAU_ETOOFEW;
    double *copy = malloc(2 * n * sizeof *copy);
    if (!copy) return DOSEAU_ENOMEM;
    for (size_t i = 0; i < n; i++) {
        copy[i] = time ? time[i] : (double)i;
        copy[n + i] = x[i];
    }
    const doseau_status status = test(copy, copy + n, n, draws, seed, result);
    free(copy);
    return status;
}
