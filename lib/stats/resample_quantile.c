/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "stats/resample.h"

typedef struct parts {
    double pivot;
    size_t below, above;        /* those less than it end here; those greater begin here */
    double reached, with_equal; /* the weight of the first, and that with those equal to it */
} parts;

/* The middle one of the first, the middle and the last. */
static double pivot_of(const resample x[], size_t n)
{
    const double a = x[0].statistic, b = x[n / 2].statistic, c = x[n - 1].statistic;
    const double low = a < b ? a : b, high = a < b ? b : a;
    return c < low ? low : c > high ? high : c;
}

/* As stats_select does it, in two passes without a branch that depends on the values; the weights
 * are added up on the way. `before`: the weight of all that comes before x. */
static parts partition(resample x[], size_t n, double before)
{
    parts p = {.pivot = pivot_of(x, n), .reached = before};
    size_t to = 0;
    for (size_t i = 0; i < n; i++) {
        const resample here = x[i];
        const bool less = here.statistic < p.pivot;
        x[i] = x[to];
        x[to] = here;
        to += less;
        p.reached += less ? here.weight : 0;
    }
    p.below = to;
    p.with_equal = p.reached;
    for (size_t i = to; i < n; i++) {
        const resample here = x[i];
        const bool equal = here.statistic <= p.pivot;
        x[i] = x[to];
        x[to] = here;
        to += equal;
        p.with_equal += equal ? here.weight : 0;
    }
    p.above = to;
    return p;
}

/* Weights to be reached, ascending, and where the statistics that reach them go. */
typedef struct targets {
    const double *weight;
    double *found;
    size_t n;
} targets;

/* Sums of whole numbers are exact: the part that a weight is looked for in is never empty. The
 * smaller part is a call of its own, so that calls are nested at most log2(n) deep. */
static void narrow(resample x[], size_t n, double before, targets t)
{
    while (t.n > 0) {
        const parts p = partition(x, n, before);
        const size_t rest = n - p.above;
        size_t left = 0;
        while (left < t.n && t.weight[left] <= p.reached) left++;
        size_t right = left;
        while (right < t.n && t.weight[right] <= p.with_equal) t.found[right++] = p.pivot;
        const targets low = {t.weight, t.found, left};
        const targets high = {t.weight + right, t.found + right, t.n - right};
        if (p.below < rest) {
            narrow(x, p.below, before, low);
            x += p.above, n = rest, before = p.with_equal, t = high;
        } else {
            narrow(x + p.above, rest, p.with_equal, high);
            n = p.below, t = low;
        }
    }
}

/* A share times the weight is rounded: one part in 10^12 short of it is not short. */
void resample_quantiles(resamples *all, const double share[], size_t n, double quantile[])
{
    double weight[RESAMPLE_QUANTILES_MOST], found[RESAMPLE_QUANTILES_MOST];
    size_t order[RESAMPLE_QUANTILES_MOST];
    for (size_t i = 0; i < n; i++) {
        size_t to = i;
        for (; to > 0 && share[i] < share[order[to - 1]]; to--) order[to] = order[to - 1];
        order[to] = i;
    }
    for (size_t i = 0; i < n; i++) weight[i] = share[order[i]] * all->weight * (1 - 1e-12);
    narrow(all->items, all->n, 0, (targets){weight, found, n});
    for (size_t i = 0; i < n; i++) quantile[order[i]] = found[i];
}
