/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "stats/resample.h"
#include "stats/parallel.h"
#include "stats/permute.h"
#include <gsl/gsl_rng.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

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

/* Places 0 to n - 1, each equally likely, `batch` of them from one 32-bit number: times n, its high
 * word is a place, its low word the number for the next (Brackett-Rozinsky and Lemire 2024). That
 * is the number times n^batch, of which low words that would favour some are drawn again (Lemire
 * 2019). */
typedef struct placer {
    uint32_t n, power; /* power: n^batch */
    size_t batch;
} placer;

static placer new_placer(uint32_t n)
{
    placer p = {n, n, 1};
    while (p.power <= (1U << 24) / n) p.power *= n, p.batch++;
    return p;
}

static void draw_places(gsl_rng *rng, const placer *p, size_t place[])
{
    uint32_t left;
    do {
        left = (uint32_t)gsl_rng_get(rng);
        for (size_t k = 0; k < p->batch; k++) {
            const uint64_t product = (uint64_t)left * p->n;
            place[k] = (size_t)(product >> 32);
            left = (uint32_t)product;
        }
    } while (left < p->power && left < -p->power % p->power);
}

/* What all chunks work on. */
typedef struct job {
    const double *x;
    size_t n;
    doseau_statistic statistic;
    void *context;
    const doseau_bootstrap_options *options;
    placer placer;
    resample *items;
    atomic_bool failed;
} job;

enum { BATCH_MOST = 24 }; /* of 2 values */

/* Room for one resample: where its values come from, and where those of each place go. */
typedef struct drawing {
    size_t *place, *to;
    double *chosen;
} drawing;

static void draw(gsl_rng *rng, const job *j, drawing *d)
{
    for (size_t i = 0; i < j->n; i += j->placer.batch) draw_places(rng, &j->placer, d->place + i);
    for (size_t i = 0; i <= j->n; i++) d->to[i] = 0;
    for (size_t i = 0; i < j->n; i++) d->to[d->place[i] + 1]++;
    for (size_t i = 1; i < j->n; i++) d->to[i] += d->to[i - 1];
    for (size_t i = 0; i < j->n; i++) d->chosen[d->to[d->place[i]]++] = j->x[d->place[i]];
}

static void draw_chunk(size_t chunk, void *context)
{
    job *j = context;
    const size_t from = chunk * CHUNK, left = j->options->draws - from;
    const size_t to = from + (left < CHUNK ? left : CHUNK);
    gsl_rng *rng = stats_stream(j->options->seed, chunk);
    drawing d = {.place = malloc((j->n + BATCH_MOST) * sizeof *d.place),
                 .to = malloc((j->n + 1) * sizeof *d.to),
                 .chosen = malloc(j->n * sizeof *d.chosen)};
    if (rng && d.place && d.to && d.chosen)
        for (size_t i = from; i < to; i++) {
            draw(rng, j, &d);
            j->items[i] = (resample){j->statistic(d.chosen, j->n, j->context), 1};
        }
    else
        atomic_store(&j->failed, true);
    if (rng) gsl_rng_free(rng);
    free(d.place);
    free(d.to);
    free(d.chosen);
}

doseau_status resample_draw(const double x[], size_t n, doseau_statistic statistic, void *context,
                            const doseau_bootstrap_options *options, resamples *drawn)
{
    const size_t draws = options->draws;
    if (n > UINT32_MAX || draws > SIZE_MAX / sizeof(resample)) return DOSEAU_ENOMEM;
    job j = {.x = x, .n = n, .statistic = statistic, .context = context, .options = options};
    j.placer = new_placer((uint32_t)n);
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

/* ---- In order ---- */

static void insert_all(resample items[], size_t n)
{
    for (size_t i = 1; i < n; i++) {
        const resample kept = items[i];
        size_t to = i;
        for (; to > 0 && kept.statistic < items[to - 1].statistic; to--) items[to] = items[to - 1];
        items[to] = kept;
    }
}

/* Merges halves; which of two is less cannot be foreseen, so that the choice is no branch. */
static void sort(resample items[], size_t n, resample room[])
{
    if (n <= 12) {
        insert_all(items, n);
        return;
    }
    const size_t half = n / 2;
    sort(items, half, room);
    sort(items + half, n - half, room);
    memcpy(room, items, half * sizeof *items);
    size_t left = 0, right = half, to = 0;
    while (left < half && right < n) {
        const bool from_right = items[right].statistic < room[left].statistic;
        const resample *least = from_right ? &items[right] : &room[left];
        items[to++] = *least;
        right += from_right;
        left += !from_right;
    }
    memcpy(items + to, room + left, (half - left) * sizeof *items);
}

doseau_status resample_sort(resamples *all)
{
    resample *room = malloc((all->n / 2 + 1) * sizeof *room);
    if (!room) return DOSEAU_ENOMEM;
    sort(all->items, all->n, room);
    free(room);
    return DOSEAU_OK;
}
