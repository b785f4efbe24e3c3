/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "stats/block_scores.h"
#include "stats/pair_score.h"
#include <stdlib.h>
#include <string.h>

static void sort_places(block_scores *scores)
{
    for (size_t i = 0; i < scores->n; i++) {
        size_t to = i;
        for (; to > 0 && scores->time[i] < scores->time[scores->place[to - 1]]; to--)
            scores->place[to] = scores->place[to - 1];
        scores->place[to] = i;
    }
}

doseau_status block_scores_new(const doseau_blocks *data, block_scores *scores)
{
    const size_t n = data->n_blocks;
    *scores = (block_scores){n, data->time, malloc(n * sizeof *scores->place),
                             malloc(n * n * sizeof *scores->score)};
    if (!scores->place || !scores->score) return DOSEAU_ENOMEM;
    sort_places(scores);
    return DOSEAU_OK;
}

void block_scores_free(block_scores *scores)
{
    free(scores->place);
    free(scores->score);
    *scores = (block_scores){0};
}

bool block_pair(const doseau_blocks *data, size_t i, size_t j, size_t *a, size_t *b)
{
    const double before = data->time[data->block[i]], after = data->time[data->block[j]];
    if (before == after || (data->season && data->season[i] != data->season[j])) return false;
    *a = before < after ? i : j;
    *b = before < after ? j : i;
    return true;
}

static doseau_censored lowered(doseau_censored x, double by)
{
    x.lower -= by;
    x.upper -= by;
    return x;
}

void block_scores_fill(block_scores *scores, const doseau_blocks *data, double slope,
                       uint64_t *compared, uint64_t *decided)
{
    memset(scores->score, 0, scores->n * scores->n * sizeof *scores->score);
    for (size_t j = 1; j < data->n; j++)
        for (size_t i = 0; i < j; i++) {
            const size_t from = data->block[i], to = data->block[j];
            if (from == to || (data->season && data->season[i] != data->season[j])) continue;
            const doseau_censored a = lowered(data->x[i], slope * data->time[from]);
            const doseau_censored b = lowered(data->x[j], slope * data->time[to]);
            const int score = pair_score(&a, &b);
            scores->score[from * scores->n + to] += score;
            scores->score[to * scores->n + from] -= score;
            if (compared && data->time[from] != data->time[to]) {
                ++*compared;
                *decided += score != 0;
            }
        }
}

/* The sum with block place[order[i]] at the i-th time; NULL: as they are. */
static int64_t sum_in(const block_scores *b, const size_t order[])
{
    int64_t sum = 0;
    for (size_t j = 1; j < b->n; j++)
        for (size_t i = 0; i < j; i++) {
            if (b->time[b->place[i]] == b->time[b->place[j]]) continue;
            const size_t from = b->place[order ? order[i] : i], to = b->place[order ? order[j] : j];
            sum += b->score[from * b->n + to];
        }
    return sum;
}

int64_t block_scores_sum(const block_scores *scores)
{
    return sum_in(scores, NULL);
}

static double statistic(const size_t order[], const void *context, void *scratch)
{
    (void)scratch;
    return (double)sum_in(context, order);
}

doseau_status block_scores_permute(const block_scores *scores, size_t draws, uint64_t seed,
                                   permute_result *result)
{
    const permute_plan plan = {
        .n = scores->n, .statistic = statistic, .context = scores, .seed = seed, .draws = draws};
    return stats_permute(&plan, result);
}
