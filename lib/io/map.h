/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_IO_MAP_H
#define DOSEAU_IO_MAP_H
/* A file that says what the columns of other files mean. */
#include "base/array.h"
#include "io/rows.h"
#include "io/table_name.h"
#include <doseau/unit.h>

/* A line of it; what is empty is "". */
typedef struct map_row {
    size_t line;
    const char *file, *column, *meaning, *unit, *substance, *value, *missing;
} map_row;

typedef struct map {
    const char *name; /* as the user named it */
    char sha256[65];
    array rows;  /* map_row */
    array texts; /* char *: behind them */
    bool used;   /* by some file */
} map;

/* Reads a map; what is wrong with it goes to `problems`. DOSEAU_OK, to be ended by map_free;
 * DOSEAU_EIO, DOSEAU_ENOMEM. */
doseau_status map_read(map *m, const char *given, doseau_problems *problems, doseau_error *error);
void map_free(map *m);

/* Whether a line is of a table: of the lines those that name it most closely, which is its sheet,
 * then its file, then nothing. */
bool map_is_of(const map *m, const map_row *row, const table_name *table);

/* Whether a header has all columns that the map names for the table, one at least. */
bool map_fits(const map *m, const table_name *table, const rows_record *header);

/* Whether a line of the map means the table and no other: it names its sheet, or its file where no
 * other table of that is read. */
bool map_names(const map *m, const table_name *table);

enum { MAP_FIELD_SIZE = 32 };

/* How a map calls a column without a name: "field 3". */
void map_name_field(size_t field, char name[MAP_FIELD_SIZE]);

/* The field of a header (from 1) that is called so; 0: none. */
size_t map_field(const rows_record *header, const char *column);
#endif
