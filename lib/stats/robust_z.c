/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "stats/limits.h"
#include "stats/sums.h"
#include <doseau/robust_z.h>
#include <gsl/gsl_sort.h>
#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

static const double normal_consistent = 1.482602218505602, iglewicz_hoaglin = .6745;

static double middle(const double sorted[], size_t n)
{
    return n % 2 ? sorted[n / 2] : sorted[n / 2 - 1] / 2 + sorted[n / 2] / 2;
}

/* Number k, from 0, of the sorted distances of sorted values from `centre`: they grow away from it
 * on both sides, so the two sides are merged. */
static double distance_at(const double sorted[], size_t n, double centre, size_t k)
{
    size_t up = 0;
    while (up < n && sorted[up] < centre) up++;
    size_t down = up;
    double distance = 0;
    for (size_t taken = 0; taken <= k; taken++) {
        const double above = up < n ? sorted[up] - centre : HUGE_VAL;
        const double below = down > 0 ? centre - sorted[down - 1] : HUGE_VAL;
        if (above <= below) {
            distance = above;
            up++;
        } else {
            distance = below;
            down--;
        }
    }
    return distance;
}

static double deviation(const double sorted[], size_t n, double centre)
{
    const double upper = distance_at(sorted, n, centre, n / 2);
    return n % 2 ? upper : distance_at(sorted, n, centre, n / 2 - 1) / 2 + upper / 2;
}

/* Median absolute deviation, or what takes its place, as a standard deviation. */
static double spread(const double sorted[], size_t n, double centre)
{
    const double mad = deviation(sorted, n, centre);
    if (mad > 0) return normal_consistent * mad;
    double sum = 0;
    for (size_t i = 0; i < n; i++) sum += fabs(sorted[i] - centre);
    return sum / (double)n * sqrt(acos(-1) / 2);
}

static doseau_figure score(double x, double centre, double scale)
{
    return scale > 0 ? stats_figure((x - centre) / scale) : stats_no_figure();
}

doseau_status doseau_robust_z_scores(const double x[], size_t n, doseau_robust_z z[])
{
    if (n < 3) return DOSEAU_ETOOFEW;
    if (!stats_all_finite(x, n)) return DOSEAU_EDOMAIN;
    size_t *order = malloc(n * sizeof *order);
    double *sorted = malloc(2 * n * sizeof *sorted);
    if (!order || !sorted) {
        free(order);
        free(sorted);
        return DOSEAU_ENOMEM;
    }
    double *others = sorted + n;
    gsl_sort_index(order, x, 1, n);
    for (size_t i = 0; i < n; i++) sorted[i] = x[order[i]];
    const bool spans = isfinite(sorted[n - 1] - sorted[0]);
    const double centre = middle(sorted, n), all = spans ? spread(sorted, n, centre) : 0;
    const double mad = spans ? deviation(sorted, n, centre) : 0;
    for (size_t i = 0; spans && i < n; i++) {
        memcpy(others, sorted, i * sizeof *others);
        memcpy(others + i, sorted + i + 1, (n - 1 - i) * sizeof *others);
        const double rest = middle(others, n - 1);
        z[order[i]] = (doseau_robust_z){score(sorted[i], rest, spread(others, n - 1, rest)),
                                        score(sorted[i], centre, all),
                                        score(sorted[i], centre, mad / iglewicz_hoaglin)};
    }
    free(order);
    free(sorted);
    return spans ? DOSEAU_OK : DOSEAU_EDOMAIN;
}
