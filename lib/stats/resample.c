/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "stats/resample.h"
#include "stats/parallel.h"
#include "stats/permute.h"
#include <gsl/gsl_rng.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdlib.h>

enum { CHUNK = 1024, MOST = DOSEAU_BOOTSTRAP_ALL_MOST };

/* ---- All of them ---- */

typedef struct walk {
    const double *x;
    size_t n;
    doseau_statistic statistic;
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

doseau_status resample_all(const double x[], size_t n, doseau_statistic statistic, void *context,
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

/* What all chunks work on. */
typedef struct job {
    const double *x;
    size_t n;
    doseau_statistic statistic;
    void *context;
    const doseau_bootstrap_options *options;
    resample *items;
    atomic_bool failed;
} job;

static void draw(gsl_rng *rng, const job *j, size_t times[], double chosen[])
{
    for (size_t i = 0; i < j->n; i++) times[i] = 0;
    for (size_t i = 0; i < j->n; i++) times[below(rng, (uint32_t)j->n)]++;
    size_t at = 0;
    for (size_t i = 0; i < j->n; i++)
        for (size_t k = 0; k < times[i]; k++) chosen[at++] = j->x[i];
}

static void draw_chunk(size_t chunk, void *context)
{
    job *j = context;
    const size_t from = chunk * CHUNK, left = j->options->draws - from;
    const size_t to = from + (left < CHUNK ? left : CHUNK);
    gsl_rng *rng = stats_stream(j->options->seed, chunk);
    size_t *times = malloc(j->n * sizeof *times);
    double *chosen = malloc(j->n * sizeof *chosen);
    if (rng && times && chosen)
        for (size_t i = from; i < to; i++) {
            draw(rng, j, times, chosen);
            j->items[i] = (resample){j->statistic(chosen, j->n, j->context), 1};
        }
    else
        atomic_store(&j->failed, true);
    if (rng) gsl_rng_free(rng);
    free(times);
    free(chosen);
}

doseau_status resample_draw(const double x[], size_t n, doseau_statistic statistic, void *context,
                            const doseau_bootstrap_options *options, resamples *drawn)
{
    const size_t draws = options->draws;
    if (n > UINT32_MAX || draws > SIZE_MAX / sizeof(resample)) return DOSEAU_ENOMEM;
    job j = {.x = x, .n = n, .statistic = statistic, .context = context, .options = options};
    j.items = malloc(draws * sizeof *j.items);
    if (!j.items) return DOSEAU_ENOMEM;
    atomic_init(&j.failed, false);
    stats_parallel((draws - 1) / CHUNK + 1, options->threads, draw_chunk, &j);
    if (atomic_load(&j.failed)) {
        free(j.items);
        return DOSEAU_ENOMEM;
    }
    *drawn = (resamples){j.items, draws, (double)draws};
    return DOSEAU_OK;
}
