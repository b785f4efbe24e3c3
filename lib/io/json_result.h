/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_IO_JSON_RESULT_H
#define DOSEAU_IO_JSON_RESULT_H
/* A table that doseau_table_print has written as JSON, read back with where it comes from. */
#include <doseau/print.h>
#include <doseau/study.h>
#include <doseau/table.h>

typedef struct json_cell {
    doseau_cell_kind kind;
    double number;
    const char *text;
} json_cell;

typedef struct json_result {
    void *root; /* of the parsed text, which owns all words below */
    doseau_file file;
    const char *version, *command, *table;
    bool seeded;
    double seed;
    doseau_setting *options;
    size_t n_options;
    doseau_input *inputs;
    size_t n_inputs;
    const char **columns;
    size_t n_columns;
    json_cell *cells; /* row by row */
    size_t n_rows;
} json_result;

/* DOSEAU_OK, to be ended by json_result_free; DOSEAU_EPARSE: no JSON, or not of such a table;
 * DOSEAU_EIO, DOSEAU_ENOMEM. */
doseau_status json_result_read(const char *file, json_result *result, doseau_error *error);
void json_result_free(json_result *result);

/* The column of that name; n_columns: none. */
size_t json_result_column(const json_result *result, const char *name);
/* A cell; an empty one where there is no such column. */
json_cell json_result_cell(const json_result *result, size_t row, size_t column);
#endif
