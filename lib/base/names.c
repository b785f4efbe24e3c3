/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/names.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

/* A hash table of our own: POSIX hsearch is one table per process that cannot grow, and tsearch
 * allocates a node per name and takes twenty comparisons among a million. Slots hold index + 1, 0
 * is empty; the table is at most half full and nothing is ever taken out, so a search ends at the
 * first empty slot. */

#define BLOCK_ROOM 65536

/* Names lie in blocks that never move, so that a borrowed name stays valid as the list grows. */
typedef struct block {
    struct block *next;
    size_t used, room;
    char bytes[];
} block;

typedef struct entry {
    const char *name;
    uint32_t hash;
} entry;

struct names {
    entry *entries;
    size_t size, room;
    uint32_t *slots;
    size_t n_slots; /* a power of two, or 0 */
    block *blocks;
};

/* FNV-1a, 64 bits, folded. */
static uint32_t hash_of(const char *name)
{
    uint64_t hash = UINT64_C(14695981039346656037);
    for (; *name; name++) hash = (hash ^ (unsigned char)*name) * UINT64_C(1099511628211);
    return (uint32_t)(hash ^ (hash >> 32));
}

names *names_new(void)
{
    return calloc(1, sizeof(names));
}

void names_free(names *list)
{
    if (!list) return;
    for (block *b = list->blocks, *next; b; b = next) {
        next = b->next;
        free(b);
    }
    free(list->entries);
    free(list->slots);
    free(list);
}

/* The slot of a name, or the empty slot where it belongs. */
static size_t slot_of(const names *list, const char *name, uint32_t hash)
{
    size_t slot = hash & (list->n_slots - 1);
    for (; list->slots[slot]; slot = (slot + 1) & (list->n_slots - 1)) {
        const entry *e = &list->entries[list->slots[slot] - 1];
        if (e->hash == hash && strcmp(e->name, name) == 0) break;
    }
    return slot;
}

static bool grow_slots(names *list)
{
    const size_t n = list->n_slots ? 2 * list->n_slots : 64;
    uint32_t *slots = calloc(n, sizeof *slots);
    if (!slots) return false;
    for (size_t i = 0; i < list->size; i++) {
        size_t slot = list->entries[i].hash & (n - 1);
        while (slots[slot]) slot = (slot + 1) & (n - 1);
        slots[slot] = (uint32_t)i + 1;
    }
    free(list->slots);
    list->slots = slots;
    list->n_slots = n;
    return true;
}

static bool grow_entries(names *list)
{
    const size_t room = list->room ? 2 * list->room : 32;
    if (room > UINT32_MAX / 2) return false;
    entry *entries = realloc(list->entries, room * sizeof *entries);
    if (!entries) return false;
    list->entries = entries;
    list->room = room;
    return true;
}

static const char *keep(names *list, const char *name)
{
    const size_t size = strlen(name) + 1;
    block *b = list->blocks;
    if (!b || b->room - b->used < size) {
        /* The first block is small: most lists hold a handful of names. */
        const size_t usual = b ? BLOCK_ROOM : 1024;
        const size_t room = size > usual ? size : usual;
        b = malloc(sizeof *b + room);
        if (!b) return NULL;
        *b = (block){.next = list->blocks, .room = room};
        list->blocks = b;
    }
    char *kept = b->bytes + b->used;
    memcpy(kept, name, size);
    b->used += size;
    return kept;
}

uint32_t names_add(names *list, const char *name)
{
    const uint32_t hash = hash_of(name);
    if (list->n_slots) {
        const size_t slot = slot_of(list, name, hash);
        if (list->slots[slot]) return list->slots[slot] - 1;
    }
    if (list->size == list->room && !grow_entries(list)) return NAMES_NONE;
    if (2 * (list->size + 1) > list->n_slots && !grow_slots(list)) return NAMES_NONE;
    const char *kept = keep(list, name);
    if (!kept) return NAMES_NONE;
    list->entries[list->size] = (entry){kept, hash};
    list->slots[slot_of(list, kept, hash)] = (uint32_t)++list->size;
    return (uint32_t)list->size - 1;
}

uint32_t names_find(const names *list, const char *name)
{
    if (!list->n_slots) return NAMES_NONE;
    const uint32_t index = list->slots[slot_of(list, name, hash_of(name))];
    return index ? index - 1 : NAMES_NONE;
}

const char *names_at(const names *list, uint32_t index)
{
    return index < list->size ? list->entries[index].name : NULL;
}

size_t names_size(const names *list)
{
    return list->size;
}
