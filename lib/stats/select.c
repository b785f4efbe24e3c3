/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "stats/select.h"

/* The middle one of the first, the middle and the last. */
static double pivot_of(const double x[], size_t n)
{
    const double a = x[0], b = x[n / 2], c = x[n - 1];
    const double low = a < b ? a : b, high = a < b ? b : a;
    return c < low ? low : c > high ? high : c;
}

/* Partition in three (Hoare 1961), as two passes without a branch that depends on the values: those
 * less than the pivot come first, *below of them, then those equal to it, from *above on those that
 * are greater. */
static void partition(double x[], size_t n, size_t *below, size_t *above)
{
    const double pivot = pivot_of(x, n);
    size_t to = 0;
    for (size_t i = 0; i < n; i++) {
        const double here = x[i];
        x[i] = x[to];
        x[to] = here;
        to += here < pivot;
    }
    *below = to;
    for (size_t i = to; i < n; i++) {
        const double here = x[i];
        x[i] = x[to];
        x[to] = here;
        to += here == pivot;
    }
    *above = to;
}

/* Ranks counted from `from`, where x begins. The smaller part is a call of its own, so that calls
 * are nested at most log2(n) deep. */
static void narrow(double x[], size_t n, size_t from, const size_t ranks[], size_t n_ranks)
{
    while (n_ranks > 0 && n > 1) {
        size_t below, above, left = 0, right = n_ranks;
        partition(x, n, &below, &above);
        while (left < n_ranks && ranks[left] < from + below) left++;
        while (right > left && ranks[right - 1] >= from + above) right--;
        const size_t rest = n - above;
        if (below < rest) {
            narrow(x, below, from, ranks, left);
            x += above;
            n = rest;
            from += above;
            ranks += right;
            n_ranks -= right;
        } else {
            narrow(x + above, rest, from + above, ranks + right, n_ranks - right);
            n = below;
            n_ranks = left;
        }
    }
}

void stats_select(double x[], size_t n, const size_t ranks[], size_t n_ranks)
{
    narrow(x, n, 0, ranks, n_ranks);
}
