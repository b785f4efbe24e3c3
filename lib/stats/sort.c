/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "stats/sort.h"
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
