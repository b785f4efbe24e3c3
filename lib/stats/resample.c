/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "stats/resample.h"
#include "stats/parallel.h"
#include "stats/permute.h"
#include <gsl/gsl_rng.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdlib.h>

enum { CHUNK = 1024 };

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
    while (p.power <= (1U << 28) / n) p.power *= n, p.batch++;
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

enum { BATCH_MOST = 28 }; /* of 2 values */

/* Room for one resample: where its values come from, and where those of each place go. */
typedef struct drawing {
    size_t *place, *to;
    double *chosen;
} drawing;

static void draw(gsl_rng *rng, const job *j, drawing *d)
{
    for (size_t i = 0; i < j->n; i += j->placer.batch) draw_places(rng, &j->placer, d->place + i);
    for (size_t i = 0; i < j->n; i++) d->to[i] = 0;
    for (size_t i = 0; i < j->n; i++) d->to[d->place[i]]++;
    for (size_t i = 0, before = 0; i < j->n; i++) {
        const size_t times = d->to[i];
        d->to[i] = before;
        before += times;
    }
    for (size_t i = 0; i < j->n; i++) d->chosen[d->to[d->place[i]]++] = j->x[d->place[i]];
}

static void draw_chunk(size_t chunk, void *context)
{
    job *j = context;
    const size_t from = chunk * CHUNK, left = j->options->draws - from;
    const size_t to = from + (left < CHUNK ? left : CHUNK);
    gsl_rng *rng = stats_stream(j->options->seed, chunk);
    drawing d = {.place = malloc((j->n + BATCH_MOST) * sizeof *d.place),
                 .to = malloc(j->n * sizeof *d.to),
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

static doseau_status draw_each(const double x[], size_t n, doseau_statistic statistic,
                               void *context, const doseau_bootstrap_options *options,
                               resamples *drawn)
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

/* ---- From a list of the different ones ---- */

enum { LISTED_MOST = 9 }; /* 9^9 < 2^32 */

/* The number u stands for the first resample that ends above u. It is looked for from first[u >>
 * shift] on: a guide table (Chen and Asau 1974). */
typedef struct guide {
    uint32_t *end, *first;
    uint32_t shift;
} guide;

static doseau_status new_guide(const resamples *all, guide *g)
{
    const uint32_t total = (uint32_t)all->weight;
    g->shift = 0;
    while (total >> g->shift >= 2 * all->n) g->shift++;
    const uint32_t cells = (total >> g->shift) + 1;
    g->end = malloc((all->n + cells) * sizeof *g->end);
    if (!g->end) return DOSEAU_ENOMEM;
    g->first = g->end + all->n;
    uint32_t end = 0, cell = 0;
    for (uint32_t k = 0; k < all->n; k++) {
        end += (uint32_t)all->items[k].weight;
        g->end[k] = end;
        for (; cell < cells && cell << g->shift < end; cell++) g->first[cell] = k;
    }
    return DOSEAU_OK;
}

/* Weights become how often each is drawn; those never drawn go. */
static void count_draws(resamples *all, const guide *g, gsl_rng *rng, size_t draws)
{
    const uint32_t total = (uint32_t)all->weight;
    const placer p = {total, total, 1};
    for (size_t k = 0; k < all->n; k++) all->items[k].weight = 0;
    for (size_t i = 0; i < draws; i++) {
        size_t u, k;
        draw_places(rng, &p, &u);
        for (k = g->first[u >> g->shift]; g->end[k] <= u; k++) continue;
        all->items[k].weight += 1;
    }
    size_t kept = 0;
    for (size_t k = 0; k < all->n; k++)
        if (all->items[k].weight > 0) all->items[kept++] = all->items[k];
    all->n = kept;
    all->weight = (double)draws;
}

/* All orders of n draws are equally likely, and a list of the different resamples says how many
 * each has: one number below n^n draws a resample, and no statistic is computed twice. */
static doseau_status draw_listed(const double x[], size_t n, doseau_statistic statistic,
                                 void *context, const doseau_bootstrap_options *options,
                                 resamples *drawn)
{
    guide g;
    doseau_status status = resample_all(x, n, statistic, context, drawn);
    if (status) return status;
    gsl_rng *rng = stats_stream(options->seed, 0);
    status = rng ? new_guide(drawn, &g) : DOSEAU_ENOMEM;
    if (!status) {
        count_draws(drawn, &g, rng, options->draws);
        free(g.end);
    }
    if (rng) gsl_rng_free(rng);
    if (status) free(drawn->items);
    return status;
}

doseau_status resample_draw(const double x[], size_t n, doseau_statistic statistic, void *context,
                            const doseau_bootstrap_options *options, resamples *drawn)
{
    const bool listed = n <= LISTED_MOST && resample_count(n) <= options->draws;
    return (listed ? draw_listed : draw_each)(x, n, statistic, context, options, drawn);
}
