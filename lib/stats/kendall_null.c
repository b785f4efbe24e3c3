/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "stats/kendall_null.h"
#include <string.h>

enum { U_ROOM = (KENDALL_NULL_MOST / 2) * (KENDALL_NULL_MOST / 2) + 1 };

/* The number of ways to put t equal values among m with u inversions, u = 0 ... t m, as
 * product over i of (1 - q^(m+i)) / (1 - q^i). What wraps around at 2^64 on the way comes back: the
 * counts themselves stay below C(60, 30) < 2^57. Returns the sum of the counts, C(m + t, t). */
static double count_u(size_t t, size_t m, uint64_t count[U_ROOM])
{
    memset(count, 0, (t * m + 1) * sizeof *count);
    count[0] = 1;
    double ways = 1;
    for (size_t i = 1; i <= t; i++) {
        for (size_t u = i * m; u >= m + i; u--) count[u] -= count[u - m - i];
        for (size_t u = i; u <= i * m; u++) count[u] += count[u - i];
        ways = ways * (double)(m + i) / (double)i; /* a binomial coefficient at every step */
    }
    return ways;
}

/* Joins t equal values to the m that are in `null` already. */
static void add_group(size_t t, size_t m, kendall_null *null)
{
    uint64_t count[U_ROOM];
    const double ways = count_u(t, m, count);
    double joined[KENDALL_NULL_ROOM];
    for (size_t k = 0; k <= null->most + t * m; k++) joined[k] = 0;
    for (size_t u = 0; u <= t * m; u++) {
        const double weight = (double)count[u] / ways;
        for (size_t k = 0; k <= null->most; k++) joined[k + u] += weight * null->p[k];
    }
    null->most += t * m;
    memcpy(null->p, joined, (null->most + 1) * sizeof joined[0]);
}

void stats_kendall_null(const size_t group_sizes[], size_t n_groups, kendall_null *null)
{
    null->most = 0;
    null->p[0] = 1;
    size_t m = 0;
    for (size_t g = 0; g < n_groups; g++) {
        add_group(group_sizes[g], m, null);
        m += group_sizes[g];
    }
}

double stats_kendall_upper(const kendall_null *null, int64_t s)
{
    const int64_t most = (int64_t)null->most;
    if (s > most) return 0;
    if (s <= -most) return 1;
    double upper = 0;
    for (int64_t k = 0; most - 2 * k >= s; k++) upper += null->p[k];
    return upper;
}
