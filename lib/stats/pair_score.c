/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "stats/pair_score.h"
#include <stdlib.h>
#include <string.h>

/* One end. At the same number an open upper end comes before everything else. */
typedef struct end {
    double at;
    bool closed;
    size_t *rank;
} end;

static int compare_ends(const void *a, const void *b)
{
    const end *e = a, *f = b;
    if (e->at != f->at) return e->at < f->at ? -1 : 1;
    return (e->closed > f->closed) - (e->closed < f->closed);
}

doseau_status stats_pair_ranks(const doseau_censored x[], size_t n, pair_ranks *ranks)
{
    *ranks = (pair_ranks){n, 1, malloc(n * sizeof(size_t)), malloc(n * sizeof(size_t))};
    end *ends = malloc(2 * n * sizeof *ends);
    if (!ranks->low || !ranks->high || !ends) {
        free(ends);
        return DOSEAU_ENOMEM;
    }
    size_t size = 0;
    for (size_t i = 0; i < n; i++) {
        ends[size++] = (end){x[i].upper, censored_found(&x[i]), &ranks->high[i]};
        ranks->low[i] = 0; /* of a value without a lower end */
        if (!x[i].below) ends[size++] = (end){x[i].lower, true, &ranks->low[i]};
    }
    qsort(ends, size, sizeof *ends, compare_ends);
    for (size_t i = 0; i < size; i++) {
        if (i > 0 && compare_ends(&ends[i - 1], &ends[i]) != 0) ranks->n_ranks++;
        *ends[i].rank = ranks->n_ranks;
    }
    ranks->n_ranks++;
    free(ends);
    return DOSEAU_OK;
}

void stats_pair_ranks_free(pair_ranks *ranks)
{
    free(ranks->low);
    free(ranks->high);
    *ranks = (pair_ranks){0};
}

/* Fenwick's tree (1994) of counts by rank. */
static void add_one(uint32_t tree[], size_t n_ranks, size_t rank)
{
    for (size_t i = rank + 1; i <= n_ranks; i += i & (~i + 1)) tree[i]++;
}

/* How many ranks below `rank` were added. */
static uint32_t below_rank(const uint32_t tree[], size_t rank)
{
    uint32_t sum = 0;
    for (size_t i = rank; i > 0; i &= i - 1) sum += tree[i];
    return sum;
}

int64_t stats_pair_sum(const pair_ranks *ranks, const size_t level[], const size_t order[],
                       uint32_t room[], int64_t *decided)
{
    uint32_t *lows = room, *highs = room + ranks->n_ranks + 1;
    memset(room, 0, 2 * (ranks->n_ranks + 1) * sizeof *room);
    int64_t rises = 0, falls = 0;
    for (size_t from = 0, to; from < ranks->n; from = to) {
        for (to = from; to < ranks->n && level[to] == level[from]; to++) {
            const size_t j = order ? order[to] : to;
            rises += below_rank(highs, ranks->low[j]);
            falls += (int64_t)from - below_rank(lows, ranks->high[j] + 1);
        }
        for (size_t i = from; i < to; i++) {
            const size_t j = order ? order[i] : i;
            add_one(lows, ranks->n_ranks, ranks->low[j]);
            add_one(highs, ranks->n_ranks, ranks->high[j]);
        }
    }
    if (decided) *decided = rises + falls;
    return rises - falls;
}

doseau_status stats_pair_rows(const pair_ranks *ranks, double rows[], int64_t *decided)
{
    /* Prefix sums over ranks: how many ends have a rank below r. */
    size_t *lows = calloc(2 * (ranks->n_ranks + 1), sizeof *lows);
    if (!lows) return DOSEAU_ENOMEM;
    size_t *highs = lows + ranks->n_ranks + 1;
    for (size_t i = 0; i < ranks->n; i++) {
        lows[ranks->low[i] + 1]++;
        highs[ranks->high[i] + 1]++;
    }
    for (size_t r = 1; r <= ranks->n_ranks; r++) {
        lows[r] += lows[r - 1];
        highs[r] += highs[r - 1];
    }
    *decided = 0;
    for (size_t i = 0; i < ranks->n; i++) {
        const size_t below = highs[ranks->low[i]], above = ranks->n - lows[ranks->high[i] + 1];
        rows[i] = (double)below - (double)above;
        *decided += (int64_t)below;
    }
    free(lows);
    return DOSEAU_OK;
}
