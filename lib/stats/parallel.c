/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "stats/parallel.h"
#include <pthread.h>
#include <stdatomic.h>
#include <unistd.h>

enum { MOST_THREADS = 64 };

typedef struct queue {
    atomic_size_t next;
    size_t chunks;
    void (*work)(size_t chunk, void *context);
    void *context;
} queue;

static void *run(void *argument)
{
    queue *q = argument;
    for (size_t chunk; (chunk = atomic_fetch_add(&q->next, 1)) < q->chunks;)
        q->work(chunk, q->context);
    return NULL;
}

void stats_parallel(size_t chunks, size_t threads, void (*work)(size_t chunk, void *context),
                    void *context)
{
    if (threads == 0) {
        const long processors = sysconf(_SC_NPROCESSORS_ONLN);
        threads = processors > 1 ? (size_t)processors : 1;
    }
    if (threads > chunks) threads = chunks;
    if (threads > MOST_THREADS) threads = MOST_THREADS;
    queue q = {.chunks = chunks, .work = work, .context = context};
    atomic_init(&q.next, 0);
    pthread_t helper[MOST_THREADS];
    size_t helpers = 0;
    /* The calling thread works too; one that cannot be started is work left for the others. */
    while (helpers + 1 < threads && pthread_create(&helper[helpers], NULL, run, &q) == 0) helpers++;
    run(&q);
    for (size_t i = 0; i < helpers; i++) pthread_join(helper[i], NULL);
}
