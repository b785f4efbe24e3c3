/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_IO_READ_KIND_H
#define DOSEAU_IO_READ_KIND_H
/* Of which kind a table of a study is: by the name of its file in a folder, by its header, by the
 * name of its sheet. */
#include "io/input.h"
#include "io/map.h"
#include "io/paths.h"

/* What is known of a table before it is read. */
typedef struct known_table {
    const path *path;
    const map *map;    /* NULL: none */
    const char *sheet; /* NULL: it is none of a workbook */
    bool several;      /* of its file more tables than this one are read */
} known_table;

/* How its header is found and its kind chosen; borrows it. */
input_kind kinds_of(known_table *table);

/* The kind by what is known and the header; NULL: none. Results in another shape are those of
 * measurements. */
const format *kind_known(const known_table *table, const rows_record *header);
#endif
