/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "io/workbook_relations.h"
#include <stdlib.h>
#include <string.h>

enum { MOST_RELATIONS = 20000 }; /* far more than any workbook has */

typedef struct relation {
    char *id, *part;
    char type[32]; /* the last part of it */
} relation;

void workbook_relations_free(workbook_relations *r)
{
    relation *list = r->list.items;
    for (size_t i = 0; i < r->list.size; i++) {
        free(list[i].id);
        free(list[i].part);
    }
    array_free(&r->list);
}

/* The name of a part that is named from the folder of another; NULL: out of memory. */
static char *resolve(const char *base, const char *target)
{
    text name = {0};
    const char *slash = strrchr(base, '/');
    if (*target == '/')
        target++;
    else if (slash)
        text_add(&name, base, (size_t)(slash - base) + 1);
    while (text_starts(target, "../") || text_starts(target, "./")) {
        if (target[1] == '.' && name.size) {
            do name.bytes[--name.size] = '\0';
            while (name.size && name.bytes[name.size - 1] != '/');
        }
        target += strspn(target, ".") + 1;
    }
    text_add_string(&name, target);
    if (!name.failed) return name.bytes;
    text_free(&name);
    return NULL;
}

static bool take_relation(void *target, const char *name, xml_attributes attributes)
{
    workbook_relations *r = target;
    if (strcmp(name, "Relationship") != 0) return true;
    if (strcmp(xml_attribute(attributes, "TargetMode"), "External") == 0) return true;
    const char *type = xml_attribute(attributes, "Type"), *slash = strrchr(type, '/');
    relation one = {.id = strdup(xml_attribute(attributes, "Id")),
                    .part = resolve(r->base, xml_attribute(attributes, "Target"))};
    text_copy(one.type, sizeof one.type, slash ? slash + 1 : type);
    r->list.item_size = sizeof one;
    r->status = one.id && one.part ? array_add(&r->list, &one) : DOSEAU_ENOMEM;
    if (!r->status && r->list.size > MOST_RELATIONS) {
        r->status = workbook_refuse(r->book, "the workbook has more parts than any has");
        return false;
    }
    if (!r->status) return true;
    free(one.id);
    free(one.part);
    return false;
}

doseau_status workbook_relations_read(workbook *book, const char *base, workbook_relations *r)
{
    static const xml_events events = {.start = take_relation};
    text name = {0};
    const char *slash = strrchr(base, '/');
    const size_t folder = slash ? (size_t)(slash - base) + 1 : 0;
    *r = (workbook_relations){.base = base, .book = book};
    text_add(&name, base, folder);
    text_add_string(&name, "_rels/");
    text_add_string(&name, base + folder);
    text_add_string(&name, ".rels");
    doseau_status status = DOSEAU_ENOMEM;
    if (!name.failed) status = workbook_part(book, name.bytes, &events, r, &r->status);
    text_free(&name);
    return status;
}

const char *workbook_relation(const workbook_relations *r, const char *id, const char *type)
{
    const relation *list = r->list.items;
    for (size_t i = 0; i < r->list.size; i++)
        if ((!id || strcmp(list[i].id, id) == 0) && strcmp(list[i].type, type) == 0)
            return list[i].part;
    return NULL;
}
