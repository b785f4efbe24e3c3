/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "stats/block_scores.h"
#include "stats/censored_kendall.h"
#include "stats/kendall_z.h"
#include <math.h>
#include <stdlib.h>

/* The test as it is repeated for other slopes. */
typedef struct repeated {
    const doseau_blocks *data;
    block_scores scores;
    score_root root;
    double alpha;
    size_t draws;
    uint64_t seed;
} repeated;

static doseau_status check(const doseau_blocks *data, double alpha)
{
    if (data->n < 2 || data->n_blocks < 2) return DOSEAU_ETOOFEW;
    if (!(alpha > 0 && alpha < 1) || !stats_censored_valid(data->x, data->n)) return DOSEAU_EDOMAIN;
    for (size_t i = 0; i < data->n; i++)
        if (data->block[i] >= data->n_blocks) return DOSEAU_EDOMAIN;
    for (size_t b = 0; b < data->n_blocks; b++)
        if (!isfinite(data->time[b])) return DOSEAU_EDOMAIN;
    return DOSEAU_OK;
}

/* Adds the variance of one season, that of its value `first`. */
static doseau_status add_season(const doseau_blocks *data, size_t first, double time[],
                                doseau_censored x[], double *variance)
{
    size_t n = 0;
    for (size_t i = first; i < data->n; i++) {
        if (data->season && data->season[i] != data->season[first]) continue;
        time[n] = data->time[data->block[i]];
        x[n++] = data->x[i];
    }
    if (n < 2) return DOSEAU_OK;
    doseau_censored_kendall k;
    const doseau_status status = stats_censored_kendall(time, x, n, NULL, &k);
    if (!status) *variance += k.variance;
    return status;
}

static doseau_status naive(const doseau_blocks *data, doseau_block_kendall *k)
{
    double *time = malloc(data->n * sizeof *time);
    doseau_censored *x = malloc(data->n * sizeof *x);
    doseau_status status = time && x ? DOSEAU_OK : DOSEAU_ENOMEM;
    for (size_t i = 0; !status && i < data->n; i++) {
        bool first = true;
        for (size_t j = 0; j < i && first; j++)
            first = data->season && data->season[j] != data->season[i];
        if (first) status = add_season(data, i, time, x, &k->naive_variance);
    }
    free(x);
    free(time);
    stats_kendall_z((double)k->s, k->naive_variance, 1, &k->naive_z, &k->naive_p);
    return status;
}

static doseau_status find_root(const doseau_blocks *data, score_root *root)
{
    doseau_status status = score_root_new(data->n * (data->n - 1) / 2, root);
    if (status) return status;
    size_t a, b;
    for (size_t j = 1; j < data->n; j++)
        for (size_t i = 0; i < j; i++)
            if (block_pair(data, i, j, &a, &b))
                score_root_add(root, &data->x[a], &data->x[b],
                               data->time[data->block[b]] - data->time[data->block[a]]);
    return score_root_sort(root);
}

/* Leaves each slope where S changes once. */
static void make_distinct(score_root *root)
{
    size_t n = 0;
    for (size_t i = 0; i < root->n; i++)
        if (n == 0 || root->slopes[i] != root->slopes[n - 1]) root->slopes[n++] = root->slopes[i];
    root->n = n;
}

/* A slope in the gap below the i-th of the slopes where S changes; i = n: above the last. */
static double in_gap(const score_root *root, size_t i)
{
    const double *at = root->slopes;
    const double beyond = 1 + fabs(at[0]) + fabs(at[root->n - 1]);
    if (i == 0) return at[0] - beyond;
    if (i == root->n) return at[i - 1] + beyond;
    return at[i - 1] / 2 + at[i] / 2;
}

static doseau_status rejects(repeated *r, size_t gap, bool *rejected)
{
    block_scores_fill(&r->scores, r->data, in_gap(&r->root, gap), NULL, NULL);
    permute_result found;
    const doseau_status status = block_scores_permute(&r->scores, r->draws, r->seed, &found);
    if (!status) *rejected = found.p <= r->alpha;
    return status;
}

/* The rejected gap next to those that are not, by bisection between the outermost gap and one that
 * holds the slope; `*found` is false where even the outermost is not rejected. */
static doseau_status find_end(repeated *r, size_t out, size_t kept, size_t *end, bool *found)
{
    doseau_status status = rejects(r, out, found);
    while (!status && *found && (out < kept ? kept - out : out - kept) > 1) {
        const size_t gap = out < kept ? out + (kept - out) / 2 : kept + (out - kept) / 2;
        bool rejected;
        status = rejects(r, gap, &rejected);
        if (!status) *(rejected ? &out : &kept) = gap;
    }
    *end = out;
    return status;
}

static doseau_status find_interval(repeated *r, double lowest, double highest,
                                   doseau_block_kendall *k)
{
    make_distinct(&r->root);
    const double *at = r->root.slopes;
    size_t low = 0, high, end;
    while (at[low] < lowest) low++;
    for (high = low; at[high] < highest;) high++;
    bool found;
    doseau_status status = find_end(r, 0, low + 1, &end, &found);
    if (!status && found) k->lower = (doseau_figure){true, at[end]};
    if (!status) status = find_end(r, r->root.n, high, &end, &found);
    if (!status && found) k->upper = (doseau_figure){true, at[end - 1]};
    if (!k->lower.given || !k->upper.given)
        k->reason = "interval: too few blocks, or too little found, for this alpha";
    return status;
}

static doseau_status slope(repeated *r, doseau_block_kendall *k)
{
    double lowest, highest;
    if (!score_root_zero(&r->root, &lowest, &highest)) {
        k->reason = "slope: the score never changes its sign";
        return DOSEAU_OK;
    }
    k->slope_lowest = (doseau_figure){true, lowest};
    k->slope_highest = (doseau_figure){true, highest};
    k->slope = (doseau_figure){true, lowest / 2 + highest / 2};
    return find_interval(r, lowest, highest, k);
}

static doseau_status test(repeated *r, doseau_block_kendall *k)
{
    doseau_status status = block_scores_new(r->data, &r->scores);
    if (status) return status;
    block_scores_fill(&r->scores, r->data, 0, &k->compared, &k->decided);
    k->s = block_scores_sum(&r->scores);
    permute_result found;
    status = block_scores_permute(&r->scores, r->draws, r->seed, &found);
    if (status) return status;
    k->p = found.p;
    k->smallest_p = found.smallest_p;
    k->all_orders = found.all_orders;
    k->orders = found.orders;
    status = naive(r->data, k);
    if (!status) status = find_root(r->data, &r->root);
    return status ? status : slope(r, k);
}

doseau_status doseau_block_kendall_test(const doseau_blocks *data, double alpha, size_t draws,
                                        uint64_t seed, doseau_block_kendall *result)
{
    doseau_status status = check(data, alpha);
    if (status) return status;
    repeated r = {.data = data, .alpha = alpha, .draws = draws, .seed = seed};
    doseau_block_kendall found = {.n = data->n, .blocks = data->n_blocks};
    status = test(&r, &found);
    score_root_free(&r.root);
    block_scores_free(&r.scores);
    if (!status) *result = found;
    return status;
}

doseau_status doseau_block_kendall_slope_test(const doseau_blocks *data, double slope, size_t draws,
                                              uint64_t seed, int64_t *s, double *p)
{
    block_scores scores;
    permute_result found;
    if (!isfinite(slope)) return DOSEAU_EDOMAIN;
    doseau_status status = check(data, .05);
    if (status) return status;
    status = block_scores_new(data, &scores);
    if (!status) {
        block_scores_fill(&scores, data, slope, NULL, NULL);
        status = block_scores_permute(&scores, draws, seed, &found);
    }
    if (!status) {
        *s = block_scores_sum(&scores);
        *p = found.p;
    }
    block_scores_free(&scores);
    return status;
}
