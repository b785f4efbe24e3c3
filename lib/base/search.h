/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_BASE_SEARCH_H
#define DOSEAU_BASE_SEARCH_H
/* Looking up in sorted items. `compare` gets an item and the key, and is negative where the item
 * comes before the key. */
#include <stddef.h>

/* The index of the first of n items that does not come before the key; n: all do. */
size_t search_first(const void *items, size_t n, size_t item_size, const void *key,
                    int (*compare)(const void *item, const void *key));

/* The first of n items that equals the key; NULL: none. */
const void *search_find(const void *items, size_t n, size_t item_size, const void *key,
                        int (*compare)(const void *item, const void *key));
#endif
