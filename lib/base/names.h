/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_BASE_NAMES_H
#define DOSEAU_BASE_NAMES_H
/* A list of distinct strings, each known by its index: interned once, compared by number from then
 * on. Case and every byte matter. */
#include <stddef.h>
#include <stdint.h>

#define NAMES_NONE UINT32_MAX

typedef struct names names;

names *names_new(void); /* NULL: out of memory */
void names_free(names *list);

/* Index of a name, adding it (a copy) when it is new; NAMES_NONE: out of memory. */
uint32_t names_add(names *list, const char *name);
uint32_t names_find(const names *list, const char *name); /* NAMES_NONE: not in the list */
/* Borrowed until the list is freed; NULL past the end and for NAMES_NONE. */
const char *names_at(const names *list, uint32_t index);
size_t names_size(const names *list);
#endif
