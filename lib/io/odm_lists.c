/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "io/odm_lists.h"
#include "base/search.h"
#include <stdlib.h>

int odm_compare_origins(doseau_origin a, doseau_origin b)
{
    ORDER(a.file, b.file);
    ORDER(a.line, b.line);
    return 0;
}

int odm_compare_pairs(const void *left, const void *right)
{
    const odm_pair *a = left, *b = right;
    ORDER(a->key, b->key);
    return 0;
}

void odm_sort(array *list, int (*compare)(const void *, const void *))
{
    if (list->size) qsort(list->items, list->size, list->item_size, compare);
}

void *odm_find(const array *list, const void *key, int (*compare)(const void *, const void *))
{
    const size_t i = search_first(list->items, list->size, list->item_size, key, compare);
    void *found = list->size ? (char *)list->items + i * list->item_size : NULL;
    return i < list->size && compare(found, key) == 0 ? found : NULL;
}
