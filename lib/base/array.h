/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_BASE_ARRAY_H
#define DOSEAU_BASE_ARRAY_H
/* A growing array of one item size. Zero-initialise all but `item_size`. */
#include <doseau/status.h>

typedef struct array {
    void *items;
    size_t size; /* items in use */
    size_t room;
    size_t item_size;
} array;

/* Appends a copy of `item`. DOSEAU_ENOMEM leaves the array as it was. */
doseau_status array_add(array *list, const void *item);
void array_free(array *list);
#endif
