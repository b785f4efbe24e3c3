/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "stats/permute.h"
#include <math.h>
#include <stdlib.h>

enum { CHUNK = 512 };

/* Of the absolute statistics seen: how many reach `observed`, and how many are the largest. */
typedef struct tally {
    double observed, tolerance, largest;
    size_t reach, at_largest;
} tally;

static void count(tally *t, double statistic)
{
    const double size = fabs(statistic);
    if (size >= t->observed - t->tolerance) t->reach++;
    if (size > t->largest + t->tolerance) {
        t->largest = size;
        t->at_largest = 1;
    } else if (size >= t->largest - t->tolerance) {
        t->at_largest++;
    }
}

static void swap(size_t *a, size_t *b)
{
    const size_t kept = *a;
    *a = *b;
    *b = kept;
}

/* All orders by Heap's method (1963), one exchange a step. */
static size_t all_orders(const permute_plan *plan, size_t order[], void *scratch, tally *t)
{
    size_t turn[PERMUTE_ALL_MOST] = {0}, orders = 1;
    count(t, plan->statistic(order, plan->context, scratch));
    for (size_t i = 1; i < plan->n;) {
        if (turn[i] < i) {
            swap(&order[i % 2 ? turn[i] : 0], &order[i]);
            count(t, plan->statistic(order, plan->context, scratch));
            orders++;
            turn[i]++;
            i = 1;
        } else {
            turn[i++] = 0;
        }
    }
    return orders;
}

/* The output of splitmix64 (Steele, Lea, Flood 2014) for one state: neighbouring chunks and seeds
 * get generators without a common pattern. */
gsl_rng *stats_stream(uint64_t seed, uint64_t chunk)
{
    uint64_t z = seed + (chunk + 1) * UINT64_C(0x9E3779B97F4A7C15);
    z = (z ^ (z >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
    z = (z ^ (z >> 27)) * UINT64_C(0x94D049BB133111EB);
    z ^= z >> 31;
    gsl_rng *rng = gsl_rng_alloc(gsl_rng_mt19937);
    if (rng) gsl_rng_set(rng, (unsigned long)(z & UINT64_C(0xffffffff)));
    return rng;
}

static doseau_status random_chunk(const permute_plan *plan, size_t chunk, size_t order[],
                                  void *scratch, tally *t)
{
    gsl_rng *rng = stats_stream(plan->seed, chunk);
    if (!rng) return DOSEAU_ENOMEM;
    for (size_t i = 0; i < plan->n; i++) order[i] = i;
    for (size_t draw = chunk * CHUNK; draw < (chunk + 1) * CHUNK && draw < plan->draws; draw++) {
        for (size_t i = plan->n - 1; i > 0; i--)
            swap(&order[i], &order[gsl_rng_uniform_int(rng, i + 1)]);
        count(t, plan->statistic(order, plan->context, scratch));
    }
    gsl_rng_free(rng);
    return DOSEAU_OK;
}

static doseau_status run(const permute_plan *plan, size_t order[], void *scratch,
                         permute_result *result)
{
    for (size_t i = 0; i < plan->n; i++) order[i] = i;
    tally t = {.tolerance = plan->tolerance, .largest = -1};
    t.observed = fabs(plan->statistic(order, plan->context, scratch));
    if (plan->n <= PERMUTE_ALL_MOST) {
        const size_t orders = all_orders(plan, order, scratch, &t);
        *result = (permute_result){(double)t.reach / (double)orders,
                                   (double)t.at_largest / (double)orders, true, orders};
        return DOSEAU_OK;
    }
    for (size_t chunk = 0; chunk * CHUNK < plan->draws; chunk++) {
        const doseau_status status = random_chunk(plan, chunk, order, scratch, &t);
        if (status) return status;
    }
    const double all = 1 + (double)plan->draws;
    *result = (permute_result){(1 + (double)t.reach) / all, 1 / all, false, plan->draws};
    return DOSEAU_OK;
}

doseau_status stats_permute(const permute_plan *plan, permute_result *result)
{
    if (plan->n == 0 || (plan->n > PERMUTE_ALL_MOST && plan->draws == 0)) return DOSEAU_ETOOFEW;
    size_t *order = malloc(plan->n * sizeof *order);
    void *scratch = malloc(plan->scratch_size ? plan->scratch_size : 1);
    const doseau_status status =
        order && scratch ? run(plan, order, scratch, result) : DOSEAU_ENOMEM;
    free(scratch);
    free(order);
    return status;
}
