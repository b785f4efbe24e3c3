/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/array.h"
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

doseau_status array_add(array *list, const void *item)
{
    if (list->size == list->room) {
        const size_t room = list->room ? list->room + list->room / 2 : 16;
        if (room > SIZE_MAX / list->item_size) return DOSEAU_ENOMEM;
        void *items = realloc(list->items, room * list->item_size);
        if (!items) return DOSEAU_ENOMEM;
        list->items = items;
        list->room = room;
    }
    memcpy((char *)list->items + list->size * list->item_size, item, list->item_size);
    list->size++;
    return DOSEAU_OK;
}

void array_free(array *list)
{
    free(list->items);
    list->items = NULL;
    list->size = list->room = 0;
}
