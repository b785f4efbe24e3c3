/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_IO_WORKBOOK_RELATIONS_H
#define DOSEAU_IO_WORKBOOK_RELATIONS_H
/* Which part of a workbook is meant by an identifier (ECMA-376 part 2, 9.3). */
#include "io/workbook.h"

typedef struct workbook_relations {
    array list; /* of workbook_relations.c */
    const char *base;
    workbook *book;
    doseau_status status;
} workbook_relations;

/* The relations of a part, "" for those of the whole. DOSEAU_OK; DOSEAU_EDATA: the book is refused;
 * DOSEAU_ENOMEM. To be ended by workbook_relations_free in any case. */
doseau_status workbook_relations_read(workbook *book, const char *base, workbook_relations *r);
void workbook_relations_free(workbook_relations *r);

/* The name of the part of that identifier (NULL: of any) and type (`worksheet`); NULL: none. */
const char *workbook_relation(const workbook_relations *r, const char *id, const char *type);
#endif
