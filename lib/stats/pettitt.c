/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "stats/limits.h"
#include "stats/ranks.h"
#include "stats/sums.h"
#include <doseau/pettitt.h>
#include <math.h>
#include <stdint.h>
#include <stdlib.h>

static void find_change(const int64_t ranks[], doseau_pettitt *r)
{
    int64_t u = 0, most = 0;
    for (size_t t = 1; t < r->n; t++) {
        u += ranks[t - 1] - (int64_t)(r->n + 1);
        const int64_t size = u < 0 ? -u : u;
        if (size > most) {
            most = size;
            r->last_before = t;
            r->n_max = 0;
            r->direction = u < 0 ? 1 : -1;
        }
        r->n_max += size == most && most > 0;
    }
    r->k = (double)most;
}

/* The share of all orders in which some first values have |U| >= k: for each set of values, the
 * share among the orders of that set, from those of the sets that lack one of them. */
static doseau_status exact_p(const int64_t ranks[], doseau_pettitt *r)
{
    const size_t n = r->n, sets = (size_t)1 << n;
    double *share = malloc(sets * sizeof *share);
    int32_t *sum = malloc(sets * sizeof *sum);
    const int32_t k = (int32_t)r->k;
    if (!share || !sum) {
        free(share);
        free(sum);
        return DOSEAU_ENOMEM;
    }
    share[0] = 0;
    sum[0] = 0;
    for (size_t set = 1; set < sets; set++) {
        double total = 0, size = 0;
        for (size_t i = 0; i < n; i++) {
            const size_t bit = (size_t)1 << i;
            if (!(set & bit)) continue;
            total += share[set ^ bit];
            size++;
            sum[set] = sum[set ^ bit] + (int32_t)ranks[i] - (int32_t)(n + 1);
        }
        share[set] = sum[set] >= k || sum[set] <= -k ? 1 : total / size;
    }
    r->p_exact = stats_figure(share[sets - 1]);
    free(share);
    free(sum);
    return DOSEAU_OK;
}

doseau_status doseau_pettitt_test(const double x[], size_t n, doseau_pettitt *result)
{
    if (n < 2) return DOSEAU_ETOOFEW;
    if (!stats_all_finite(x, n)) return DOSEAU_EDOMAIN;
    int64_t *ranks = malloc(n * sizeof *ranks);
    if (!ranks) return DOSEAU_ENOMEM;
    doseau_pettitt r = {.n = n, .p_exact = {true, 1}};
    doseau_status status = stats_double_ranks(x, n, 0, ranks);
    if (!status) {
        const double m = (double)n;
        find_change(ranks, &r);
        r.p_approximate = fmin(1, 2 * exp(-6 * r.k * r.k / (m * m * m + m * m)));
        if (n > DOSEAU_PETTITT_EXACT_MOST) r.p_exact = stats_no_figure();
        if (r.p_exact.given && r.k > 0) status = exact_p(ranks, &r);
        r.p = r.p_exact.given ? r.p_exact.value : r.p_approximate;
    }
    free(ranks);
    if (!status) *result = r;
    return status;
}
