/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/search.h"

size_t search_first(const void *items, size_t n, size_t item_size, const void *key,
                    int (*compare)(const void *item, const void *key))
{
    size_t low = 0, high = n;
    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        if (compare((const char *)items + middle * item_size, key) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

const void *search_find(const void *items, size_t n, size_t item_size, const void *key,
                        int (*compare)(const void *item, const void *key))
{
    const size_t at = search_first(items, n, item_size, key, compare);
    if (at == n) return NULL;
    const void *item = (const char *)items + at * item_size;
    return compare(item, key) == 0 ? item : NULL;
}
