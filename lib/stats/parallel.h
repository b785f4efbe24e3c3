/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_STATS_PARALLEL_H
#define DOSEAU_STATS_PARALLEL_H
/* Work in chunks on several threads. */
#include <stddef.h>

/* Calls work(0) to work(chunks - 1), each once, in no order, on up to `threads` threads (0: as many
 * as there are processors). For the same result on any number of threads a chunk writes where no
 * other does, and takes random numbers from a generator of its own. */
void stats_parallel(size_t chunks, size_t threads, void (*work)(size_t chunk, void *context),
                    void *context);
#endif
