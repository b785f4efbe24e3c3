/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "stats/resample.h"
#include <stdlib.h>

typedef struct walk {
    const double *x;
    size_t n;
    doseau_statistic statistic;
    void *context;
    double chosen[DOSEAU_BOOTSTRAP_ALL_MOST];
    resample *next;
} walk;

/* Takes value `at` 0 to `left` times, then the values behind it; `weight` is n! over the factorials
 * of the choice so far, a whole number at every division, and `left` values are still to be chosen.
 */
static void choose(walk *w, size_t at, size_t left, double weight)
{
    if (at + 1 == w->n) {
        for (size_t k = 0; k < left; k++) w->chosen[w->n - left + k] = w->x[at];
        for (size_t k = 2; k <= left; k++) weight /= (double)k;
        *w->next++ = (resample){w->statistic(w->chosen, w->n, w->context), weight};
        return;
    }
    for (size_t times = 0; times <= left; times++) {
        if (times > 0) {
            w->chosen[w->n - left + times - 1] = w->x[at];
            weight /= (double)times;
        }
        choose(w, at + 1, left - times, weight);
    }
}

size_t resample_count(size_t n)
{
    size_t count = 1;
    for (size_t k = 1; k < n; k++) count = count * (n + k) / k;
    return count;
}

doseau_status resample_all(const double x[], size_t n, doseau_statistic statistic, void *context,
                           resamples *all)
{
    const size_t count = resample_count(n);
    resample *items = malloc(count * sizeof *items);
    if (!items) return DOSEAU_ENOMEM;
    walk w = {.x = x, .n = n, .statistic = statistic, .context = context, .next = items};
    double orders = 1, all_orders = (double)n;
    for (size_t k = 2; k <= n; k++) orders *= (double)k, all_orders *= (double)n;
    choose(&w, 0, n, orders);
    *all = (resamples){items, count, all_orders};
    return DOSEAU_OK;
}
