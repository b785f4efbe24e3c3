/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "stats/censored_kendall.h"
#include "stats/in_time.h"
#include "stats/kendall_z.h"
#include "stats/pair_score.h"
#include "stats/permute.h"
#include <math.h>
#include <stdlib.h>

/* Sums over a score matrix. */
typedef struct score_sums {
    double rows_squared, pairs; /* sum a_i.^2; half of sum a_ij^2 */
} score_sums;

static score_sums sums_of_times(const in_time *sorted)
{
    score_sums sums = {0};
    const double n = (double)sorted->n;
    for (size_t from = 0, to; from < sorted->n; from = to) {
        for (to = from; to < sorted->n && sorted->level[to] == sorted->level[from];) to++;
        const double ties = (double)(to - from), before = (double)from, after = n - (double)to;
        sums.rows_squared += ties * (before - after) * (before - after);
        sums.pairs += ties * before;
    }
    return sums;
}

static doseau_status sums_of_values(const pair_ranks *ranks, score_sums *sums)
{
    double *rows = malloc(ranks->n * sizeof *rows);
    if (!rows) return DOSEAU_ENOMEM;
    int64_t decided = 0;
    const doseau_status status = stats_pair_rows(ranks, rows, &decided);
    *sums = (score_sums){0, (double)decided};
    for (size_t i = 0; !status && i < ranks->n; i++) sums->rows_squared += rows[i] * rows[i];
    free(rows);
    return status;
}

static double daniels_variance(double n, const score_sums *a, const score_sums *b)
{
    double variance = 2 * a->pairs * b->pairs / (n * (n - 1));
    if (n > 2)
        variance += (a->rows_squared - 2 * a->pairs) * (b->rows_squared - 2 * b->pairs) /
                    (n * (n - 1) * (n - 2));
    return fmax(0, variance);
}

typedef struct scored {
    const pair_ranks *ranks;
    const size_t *level;
} scored;

static double sum_in_order(const size_t order[], const void *context, void *scratch)
{
    const scored *c = context;
    return (double)stats_pair_sum(c->ranks, c->level, order, scratch, NULL);
}

static doseau_status permute(const scored *context, size_t draws, uint64_t seed,
                             doseau_censored_kendall *k)
{
    const permute_plan plan = {.n = k->n,
                               .statistic = sum_in_order,
                               .context = context,
                               .scratch_size = 2 * (context->ranks->n_ranks + 1) * sizeof(uint32_t),
                               .seed = seed,
                               .draws = draws};
    permute_result found;
    const doseau_status status = stats_permute(&plan, &found);
    if (status) return status;
    k->p_permutation = found.p;
    k->smallest_p = found.smallest_p;
    k->all_orders = found.all_orders;
    return DOSEAU_OK;
}

static doseau_status test(const in_time *sorted, const pair_ranks *ranks,
                          doseau_censored_kendall *k)
{
    uint32_t *room = malloc(2 * (ranks->n_ranks + 1) * sizeof *room);
    if (!room) return DOSEAU_ENOMEM;
    k->s = stats_pair_sum(ranks, sorted->level, NULL, room, NULL);
    free(room);
    const double n = (double)k->n, pairs = n * (n - 1) / 2;
    const score_sums times = sums_of_times(sorted);
    score_sums values;
    const doseau_status status = sums_of_values(ranks, &values);
    if (status) return status;
    k->undecided = (int64_t)(pairs - values.pairs);
    k->variance = daniels_variance(n, &times, &values);
    k->tau_a = (double)k->s / pairs;
    if (times.pairs > 0 && values.pairs > 0)
        k->tau_b = (doseau_figure){true, (double)k->s / sqrt(times.pairs) / sqrt(values.pairs)};
    else
        k->reason = "tau b: no two values, or no two times, can be put in order";
    stats_kendall_z((double)k->s, k->variance, 1, &k->z, &k->p_normal);
    return DOSEAU_OK;
}

doseau_status stats_censored_kendall(const double time[], const doseau_censored x[], size_t n,
                                     const random_orders *draws, doseau_censored_kendall *result)
{
    if (n < 2) return DOSEAU_ETOOFEW;
    in_time sorted;
    pair_ranks ranks = {0};
    doseau_censored_kendall found = {.n = n};
    doseau_status status = stats_in_time(time, x, n, &sorted);
    if (!status) status = stats_pair_ranks(sorted.x, n, &ranks);
    if (!status) status = test(&sorted, &ranks, &found);
    const scored context = {&ranks, sorted.level};
    if (!status && draws) status = permute(&context, draws->n, draws->seed, &found);
    stats_pair_ranks_free(&ranks);
    stats_in_time_free(&sorted);
    if (!status) *result = found;
    return status;
}

doseau_status doseau_censored_kendall_test(const double time[], const doseau_censored x[], size_t n,
                                           size_t draws, uint64_t seed,
                                           doseau_censored_kendall *result)
{
    const random_orders wanted = {draws, seed};
    return stats_censored_kendall(time, x, n, &wanted, result);
}
