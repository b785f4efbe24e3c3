/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_IO_TABLE_NAME_H
#define DOSEAU_IO_TABLE_NAME_H
/* How maps and corrections name a table: book.xlsx, or one of its sheets, book.xlsx[Flows]. */
#include <stdbool.h>

typedef struct table_name {
    const char *file;  /* as messages name it; NULL: none */
    const char *sheet; /* of a workbook; NULL: none */
    bool several;      /* of the file more tables than this one are read */
} table_name;

typedef enum table_match { TABLE_OTHER, TABLE_FILE, TABLE_SHEET } table_match;

/* What a name means of the table; folders before the name of the file may be left out, and upper
 * and lower case are the same. */
table_match table_name_match(const table_name *table, const char *told);

/* The table's name as messages have it: with the sheet where several are read. To be freed; NULL:
 * out of memory. */
char *table_name_shown(const table_name *table);
#endif
