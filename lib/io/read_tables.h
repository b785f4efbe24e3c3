/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_IO_READ_TABLES_H
#define DOSEAU_IO_READ_TABLES_H
/* The tables of the files of a study, opened: of each file one, but for workbooks, each of whose
 * sheets may be one. */
#include "io/read_kind.h"

/* What is the same for all files of a study. */
typedef struct read_about {
    doseau_study *study;
    map *told; /* NULL: none */
    const doseau_dialect *dialect;
    bool quotes;
    struct odm *odm;
    doseau_problems *problems;
} read_about;

/* A table that waits to be read. */
typedef struct read_table {
    input in;
    known_table known;
    reader reading;
    char *name;         /* as messages name it */
    const format *kind; /* as far as it is known before; NULL: it is not */
    bool hidden;        /* as a sheet */
    bool done;          /* it is read, or is not to be */
} read_table;

/* Opens a file and adds its tables to `tables` (of read_table); says of a workbook which of its
 * sheets are not read. DOSEAU_OK, DOSEAU_ENOMEM, what source_read returns. `tables` is to be ended
 * by read_tables_free in any case. */
doseau_status read_tables_open(const read_about *about, const path *file, array *tables,
                               doseau_error *error);
void read_tables_free(array *tables);

/* What may be in a table that could not be read is not missed elsewhere. */
void read_excuse_all(doseau_study *study);
#endif
