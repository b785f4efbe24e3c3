/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "stats/sort.h"
#include "base/search.h"
#include <string.h>

enum { FEW = 12 };

static uint64_t insert_all(double x[], size_t n)
{
    uint64_t falls = 0;
    for (size_t i = 1; i < n; i++) {
        const double kept = x[i];
        size_t to = i;
        for (; to > 0 && kept < x[to - 1]; to--) x[to] = x[to - 1];
        x[to] = kept;
        falls += i - to;
    }
    return falls;
}

uint64_t stats_sort(double x[], size_t n, double room[])
{
    if (n <= FEW) return insert_all(x, n);
    const size_t half = n / 2;
    uint64_t falls = stats_sort(x, half, room);
    falls += stats_sort(x + half, n - half, room);
    memcpy(room, x, half * sizeof *x);
    size_t left = 0, right = half, to = 0;
    while (left < half && right < n) {
        if (x[right] < room[left]) {
            falls += half - left;
            x[to++] = x[right++];
        } else {
            x[to++] = room[left++];
        }
    }
    memcpy(x + to, room + left, (half - left) * sizeof *x);
    return falls;
}

double stats_sorted_quantile(const double sorted[], size_t n, double p)
{
    const double h = (double)(n - 1) * p;
    const size_t below = (size_t)h;
    if (below + 1 >= n) return sorted[n - 1];
    return sorted[below] + (h - (double)below) * (sorted[below + 1] - sorted[below]);
}

static int compare(const void *item, const void *key)
{
    const double x = *(const double *)item, y = *(const double *)key;
    return (x > y) - (x < y);
}

size_t stats_sorted_place(const double sorted[], size_t n, double x)
{
    return search_first(sorted, n, sizeof *sorted, &x, compare);
}

double stats_sorted_median(const double sorted[], size_t n, size_t without)
{
    const size_t left = without < n ? n - 1 : n;
    const size_t high = left / 2, low = left % 2 ? high : high - 1;
    const double a = sorted[low + (low >= without)], b = sorted[high + (high >= without)];
    return a / 2 + b / 2; /* the sum may be beyond the numbers */
}
