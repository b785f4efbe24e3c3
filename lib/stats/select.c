/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "stats/select.h"

static void swap(double *a, double *b)
{
    const double kept = *a;
    *a = *b;
    *b = kept;
}

/* The middle one of the first, the middle and the last. */
static double pivot_of(const double x[], size_t n)
{
    const double a = x[0], b = x[n / 2], c = x[n - 1];
    const double low = a < b ? a : b, high = a < b ? b : a;
    return c < low ? low : c > high ? high : c;
}

/* Hoare's (1961) partition in three: *below values less than the pivot come first, then those equal
 * to it, from *above on those that are greater. */
static void partition(double x[], size_t n, size_t *below, size_t *above)
{
    const double pivot = pivot_of(x, n);
    size_t low = 0, high = n, i = 0;
    while (i < high) {
        if (x[i] < pivot)
            swap(&x[i++], &x[low++]);
        else if (x[i] > pivot)
            swap(&x[i], &x[--high]);
        else
            i++;
    }
    *below = low;
    *above = high;
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
