/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "stats/least_squares.h"
#include "stats/sums.h"
#include <doseau/rank_groups.h>
#include <gsl/gsl_cdf.h>
#include <gsl/gsl_sort.h>
#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* Twice the rank of each value, ties sharing the mean; sum of t^3 - t over the ties. */
static doseau_status rank_all(const double x[], size_t n, size_t doubled[], double *ties)
{
    size_t *order = malloc(n * sizeof *order);
    if (!order) return DOSEAU_ENOMEM;
    gsl_sort_index(order, x, 1, n);
    *ties = 0;
    for (size_t i = 0, end; i < n; i = end) {
        for (end = i; end < n && x[order[end]] == x[order[i]]; end++) continue;
        const double t = (double)(end - i);
        *ties += t * t * t - t;
        for (size_t j = i; j < end; j++) doubled[order[j]] = i + end + 1;
    }
    free(order);
    return DOSEAU_OK;
}

/* ways[k * (total + 1) + s]: choices of k of the values with doubled ranks that sum to s. */
static void count_ways(const size_t doubled[], size_t n, size_t most, size_t total, double ways[])
{
    memset(ways, 0, (most + 1) * (total + 1) * sizeof *ways);
    ways[0] = 1;
    for (size_t i = 0; i < n; i++)
        for (size_t k = i + 1 < most ? i + 1 : most; k > 0; k--) {
            double *with = ways + k * (total + 1);
            const double *without = with - (total + 1);
            for (size_t s = total; s >= doubled[i]; s--) with[s] += without[s - doubled[i]];
        }
}

/* Ranks of b are the last n_b; sum their doubled sum. */
static doseau_status exact(const size_t doubled[], size_t n, size_t n_b, size_t sum,
                           doseau_mann_whitney *result)
{
    const size_t total = n * (n + 1), middle = n_b * (n + 1);
    double *ways = malloc((n_b + 1) * (total + 1) * sizeof *ways);
    if (!ways) return DOSEAU_ENOMEM;
    count_ways(doubled, n, n_b, total, ways);
    const double *row = ways + n_b * (total + 1);
    const size_t away = sum > middle ? sum - middle : middle - sum;
    double all = 0, low = 0, high = 0, far = 0;
    for (size_t s = 0; s <= total; s++) {
        all += row[s];
        if (s <= sum) low += row[s];
        if (s >= sum) high += row[s];
        if (s >= middle + away || s + away <= middle) far += row[s];
    }
    free(ways);
    result->p_exact = (doseau_figure){true, fmin(1, far / all)};
    result->p_doubled = (doseau_figure){true, fmin(1, 2 * fmin(low, high) / all)};
    return DOSEAU_OK;
}

static double two_sided(double z)
{
    return 2 * gsl_cdf_ugaussian_Q(fabs(z));
}

static doseau_status mann_whitney(const double x[], size_t n_a, size_t n_b, size_t doubled[],
                                  doseau_mann_whitney *result)
{
    const size_t n = n_a + n_b;
    const double a = (double)n_a, b = (double)n_b, all = a + b;
    double ties;
    doseau_status status = rank_all(x, n, doubled, &ties);
    if (status) return status;
    size_t sum = 0;
    for (size_t i = n_a; i < n; i++) sum += doubled[i];
    doseau_mann_whitney found = {.mean = a * b / 2, .p_normal = 1, .p_normal_nocc = 1};
    found.u = (double)(sum - n_b * (n_b + 1)) / 2;
    found.above = found.u / (a * b);
    found.variance = a * b / 12 * (all + 1 - ties / (all * fmax(1, all - 1)));
    const double away = found.u - found.mean;
    if (found.variance > 0 && away != 0) {
        found.z_nocc = away / sqrt(found.variance);
        found.z = copysign(fmax(0, fabs(away) - .5), away) / sqrt(found.variance);
        found.p_normal = two_sided(found.z);
        found.p_normal_nocc = two_sided(found.z_nocc);
    }
    if (n <= DOSEAU_EXACT_RANKS_MOST) status = exact(doubled, n, n_b, sum, &found);
    found.p = found.p_exact.given ? found.p_exact.value : found.p_normal;
    if (!status) *result = found;
    return status;
}

doseau_status doseau_mann_whitney_test(const double a[], size_t n_a, const double b[], size_t n_b,
                                       doseau_mann_whitney *result)
{
    if (n_a == 0 || n_b == 0) return DOSEAU_ETOOFEW;
    if (!stats_all_finite(a, n_a) || !stats_all_finite(b, n_b)) return DOSEAU_EDOMAIN;
    double *x = malloc((n_a + n_b) * sizeof *x);
    size_t *doubled = malloc((n_a + n_b) * sizeof *doubled);
    doseau_status status = DOSEAU_ENOMEM;
    if (x && doubled) {
        memcpy(x, a, n_a * sizeof *x);
        memcpy(x + n_a, b, n_b * sizeof *x);
        status = mann_whitney(x, n_a, n_b, doubled, result);
    }
    free(doubled);
    free(x);
    return status;
}

/* How many values each group has. */
static doseau_status count_groups(const size_t group[], size_t n, size_t groups, double size[])
{
    if (groups < 2) return DOSEAU_ETOOFEW;
    if (groups > DOSEAU_GROUPS_MOST) return DOSEAU_EDOMAIN;
    for (size_t g = 0; g < groups; g++) size[g] = 0;
    for (size_t i = 0; i < n; i++) {
        if (group[i] >= groups) return DOSEAU_EDOMAIN;
        size[group[i]]++;
    }
    for (size_t g = 0; g < groups; g++)
        if (size[g] == 0) return DOSEAU_ETOOFEW;
    return DOSEAU_OK;
}

doseau_status doseau_kruskal_wallis(const double x[], const size_t group[], size_t n, size_t groups,
                                    doseau_groups_test *result)
{
    double size[DOSEAU_GROUPS_MOST], sum[DOSEAU_GROUPS_MOST] = {0}, ties, between = 0;
    doseau_status status = count_groups(group, n, groups, size);
    if (status) return status;
    if (!stats_all_finite(x, n)) return DOSEAU_EDOMAIN;
    size_t *doubled = malloc(n * sizeof *doubled);
    if (!doubled) return DOSEAU_ENOMEM;
    status = rank_all(x, n, doubled, &ties);
    const double all = (double)n, middle = (all + 1) / 2;
    for (size_t i = 0; !status && i < n; i++) sum[group[i]] += (double)doubled[i] / 2 - middle;
    free(doubled);
    if (status) return status;
    for (size_t g = 0; g < groups; g++) between += sum[g] * sum[g] / size[g];
    const double untied = 1 - ties / (all * all * all - all);
    doseau_groups_test found = {n, groups, 0, (double)(groups - 1), 1};
    if (untied > 0) found.statistic = 12 / (all * (all + 1)) * between / untied;
    found.p = gsl_cdf_chisq_Q(found.statistic, found.df);
    *result = found;
    return DOSEAU_OK;
}
