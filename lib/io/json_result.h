/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_IO_JSON_RESULT_H
#define DOSEAU_IO_JSON_RESULT_H
/* What a command has written as JSON, read back with where it comes from: a table of
 * doseau_table_print, or the tables of a report. */
#include <doseau/print.h>
#include <doseau/study.h>
#include <doseau/table.h>

typedef struct json_cell {
    doseau_cell_kind kind;
    double number;
    const char *text;
} json_cell;

typedef struct json_table {
    const char *name;
    const char **columns, **units; /* a unit is "" where there is none */
    size_t n_columns;
    json_cell *cells; /* row by row */
    size_t n_rows;
} json_table;

/* A correction as the provenance tells it; NULL: not told. */
typedef struct json_correction {
    const char *source, *row; /* FILE:LINE of its own line and of the one that it corrects */
    const char *column;
    const char *key, *field, *was, *is, *reason, *date;
    const char *plant, *substance, *day; /* what the corrected row is of */
} json_correction;

typedef struct json_result {
    void *root; /* of the parsed text, which owns all words below */
    doseau_file file;
    const char *version, *command;
    bool report; /* its tables are those of a report */
    bool seeded;
    double seed;
    doseau_setting *options;
    size_t n_options;
    doseau_input *inputs;
    size_t n_inputs;
    json_correction *corrections;
    size_t n_corrections;
    json_table *tables; /* one, or all of a report */
    size_t n_tables;
} json_result;

/* DOSEAU_OK, to be ended by json_result_free; DOSEAU_EPARSE: no JSON, or not of such a table or
 * report; DOSEAU_EIO, DOSEAU_ENOMEM. */
doseau_status json_result_read(const char *file, json_result *result, doseau_error *error);
void json_result_free(json_result *result);

/* The table of that name; NULL: none. */
const json_table *json_result_table(const json_result *result, const char *name);
/* The column of that name; n_columns: none. */
size_t json_table_column(const json_table *table, const char *name);
/* A cell; an empty one where there is no such column. */
json_cell json_table_cell(const json_table *table, size_t row, size_t column);
#endif
