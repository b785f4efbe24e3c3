/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_STATS_PERMUTE_H
#define DOSEAU_STATS_PERMUTE_H
/* Two-sided permutation tests: every order for few items, random orders for more. */
#include <doseau/status.h>
#include <gsl/gsl_rng.h>
#include <stdbool.h>
#include <stdint.h>

enum { PERMUTE_ALL_MOST = 8 }; /* 8! = 40,320 orders */

/* The statistic when item order[i] stands at place i; `scratch` is the memory of the calling
 * thread. */
typedef double permute_statistic(const size_t order[], const void *context, void *scratch);

typedef struct permute_plan {
    size_t n;
    permute_statistic *statistic;
    const void *context;
    size_t scratch_size; /* bytes; may be 0 */
    double tolerance;    /* below this two statistics are equal; 0 for whole numbers */
    uint64_t seed;
    size_t draws; /* of random orders, where there are too many for all */
} permute_plan;

typedef struct permute_result {
    double p;          /* share of orders with |statistic| >= |that of the order as it is| */
    double smallest_p; /* the smallest p that any order of these values would have got */
    bool all_orders;
    size_t orders; /* looked at, the one as it is not counted among random ones */
} permute_result;

/* n <= PERMUTE_ALL_MOST: all n! orders. More: plan->draws random ones, p = (1 + K)/(1 + draws), in
 * chunks of fixed size with a generator each, so that the answer does not depend on how they are
 * shared out. DOSEAU_ETOOFEW (n or draws 0), DOSEAU_ENOMEM. */
doseau_status stats_permute(const permute_plan *plan, permute_result *result);

/* A generator for one chunk of work. NULL: out of memory. Free with gsl_rng_free. */
gsl_rng *stats_stream(uint64_t seed, uint64_t chunk);
#endif
