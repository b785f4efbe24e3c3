/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "stats/resample.h"
#include "stats/permute.h"
#include <gsl/gsl_rng.h>
#include <math.h>
#include <stdlib.h>

enum { CHUNK = 1024, MOST = DOSEAU_BOOTSTRAP_ALL_MOST };

/* ---- All of them ---- */

typedef struct walk {
    const double *x;
    size_t n;
    doseau_statistic *statistic;
    void *context;
    double chosen[MOST];
    resample *next;
} walk;

/* Takes value `at` 0 to `left` times, then the values behind it; `weight` is that of the choice so
 * far, and `left` values are still to be chosen. */
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

/* (2n-1)! / (n! (n-1)!) */
static size_t count_all(size_t n)
{
    size_t count = 1;
    for (size_t k = 1; k < n; k++) count = count * (n + k) / k;
    return count;
}

doseau_status resample_all(const double x[], size_t n, doseau_statistic *statistic, void *context,
                           resamples *all)
{
    const size_t count = count_all(n);
    resample *items = malloc(count * sizeof *items);
    if (!items) return DOSEAU_ENOMEM;
    walk w = {.x = x, .n = n, .statistic = statistic, .context = context, .next = items};
    choose(&w, 0, n, 1);
    double total = 0;
    for (size_t i = 0; i < count; i++) total += items[i].weight;
    *all = (resamples){items, count, total};
    return DOSEAU_OK;
}

/* ---- Some of them ---- */

/* 0 to n - 1, each equally likely: the high word of a 32-bit number times n, where the low words
 * that would favour some are drawn again (Lemire 2019). */
static size_t below(gsl_rng *rng, uint32_t n)
{
    uint64_t product = (uint64_t)gsl_rng_get(rng) * n;
    if ((uint32_t)product < n) {
        const uint32_t favoured = (uint32_t)(-n) % n;
        while ((uint32_t)product < favoured) product = (uint64_t)gsl_rng_get(rng) * n;
    }
    return (size_t)(product >> 32);
}

static void draw(gsl_rng *rng, const double x[], size_t n, size_t times[], double chosen[])
{
    for (size_t i = 0; i < n; i++) times[i] = 0;
    for (size_t i = 0; i < n; i++) times[below(rng, (uint32_t)n)]++;
    size_t at = 0;
    for (size_t i = 0; i < n; i++)
        for (size_t k = 0; k < times[i]; k++) chosen[at++] = x[i];
}

doseau_status resample_draw(const double x[], size_t n, doseau_statistic *statistic, void *context,
                            size_t draws, uint64_t seed, resamples *drawn)
{
    if (n > UINT32_MAX || draws > SIZE_MAX / sizeof(resample)) return DOSEAU_ENOMEM;
    resample *items = malloc(draws * sizeof *items);
    size_t *times = malloc(n * sizeof *times);
    double *chosen = malloc(n * sizeof *chosen);
    doseau_status status = items && times && chosen ? DOSEAU_OK : DOSEAU_ENOMEM;
    for (size_t from = 0; !status && from < draws; from += CHUNK) {
        gsl_rng *rng = stats_stream(seed, from / CHUNK);
        if (!rng) status = DOSEAU_ENOMEM;
        for (size_t i = from; rng && i < draws && i < from + CHUNK; i++) {
            draw(rng, x, n, times, chosen);
            items[i] = (resample){statistic(chosen, n, context), 1};
        }
        if (rng) gsl_rng_free(rng);
    }
    free(times);
    free(chosen);
    if (status)
        free(items);
    else
        *drawn = (resamples){items, draws, (double)draws};
    return status;
}
