/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_FUZZ_MUTATE_H
#define DOSEAU_FUZZ_MUTATE_H
/* What goes wrong with a file on its way: seeded changes to its bytes. */
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct buffer {
    char *bytes;
    size_t size;
} buffer;

/* Some text of our own, freed by the caller; ends the program where memory is short. */
buffer buffer_copy(const char *bytes, size_t size);

/* The next random number of a stream, below `n` (n > 0): splitmix64. */
size_t random_below(uint64_t *state, size_t n);

/* Changes the bytes once: flipped bits, bytes deleted or put in, the end lost, columns or lines
 * swapped, a line doubled, another encoding, other line ends, other decimal marks. Returns the name
 * of what was done. */
const char *mutate(buffer *b, uint64_t *state);
#endif
