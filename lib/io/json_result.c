/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "io/json_result.h"
#include "io/paths.h"
#include "io/source.h"
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

static const char *text_member(const json_t *object, const char *name)
{
    return json_string_value(json_object_get(object, name));
}

/* What stands in the file is not such a table: which member tells. */
static doseau_status refuse(const json_result *r, const char *member, doseau_error *error)
{
    return doseau_error_at(error, DOSEAU_EPARSE, (doseau_place){.file = r->file.name},
                           "not a result as `--format json` writes it: the member \"%s\" is "
                           "missing or something else",
                           member);
}

/* ---- Where it comes from ---- */

static doseau_status take_options(json_result *r, const json_t *options)
{
    const char *name;
    json_t *value;
    r->options = calloc(json_object_size(options) + 1, sizeof *r->options);
    if (!r->options) return DOSEAU_ENOMEM;
    json_object_foreach((json_t *)options, name, value) r->options[r->n_options++] =
        (doseau_setting){name, json_string_value(value)};
    return DOSEAU_OK;
}

static doseau_status take_inputs(json_result *r, const json_t *inputs)
{
    size_t i;
    const json_t *input;
    r->inputs = calloc(json_array_size(inputs) + 1, sizeof *r->inputs);
    if (!r->inputs) return DOSEAU_ENOMEM;
    json_array_foreach(inputs, i, input)
    {
        const doseau_input one = {text_member(input, "file"), text_member(input, "sha256")};
        if (!one.file || !one.sha256) return DOSEAU_EPARSE;
        r->inputs[r->n_inputs++] = one;
    }
    return DOSEAU_OK;
}

static doseau_status take_corrections(json_result *r, const json_t *corrections)
{
    size_t i;
    const json_t *c;
    r->corrections = calloc(json_array_size(corrections) + 1, sizeof *r->corrections);
    if (!r->corrections) return DOSEAU_ENOMEM;
    json_array_foreach(corrections, i, c)
    {
        const json_correction one = {
            .source = text_member(c, "source"),
            .row = text_member(c, "row"),
            .column = text_member(c, "column"),
            .key = text_member(c, "key"),
            .field = text_member(c, "field"),
            .was = text_member(c, "old"),
            .is = text_member(c, "new"),
            .reason = text_member(c, "reason"),
            .date = text_member(c, "date"),
            .plant = text_member(c, "plant"),
            .substance = text_member(c, "substance"),
            .day = text_member(c, "day"),
        };
        if (!one.source || !one.row || !one.key || !one.field || !one.was || !one.is || !one.reason)
            return DOSEAU_EPARSE;
        r->corrections[r->n_corrections++] = one;
    }
    return DOSEAU_OK;
}

/* A member of a type; NULL: it is not there, or of another type. */
static const json_t *member_of(const json_t *object, const char *name, json_type type)
{
    const json_t *value = json_object_get(object, name);
    return value && json_typeof(value) == type ? value : NULL;
}

static doseau_status take_provenance(json_result *r, const json_t *told, doseau_error *error)
{
    const json_t *seed = json_object_get(told, "seed");
    const json_t *options = member_of(told, "options", JSON_OBJECT);
    const json_t *inputs = member_of(told, "inputs", JSON_ARRAY);
    const json_t *corrections = json_object_get(told, "corrections"); /* may be missing */
    r->version = text_member(told, "doseau");
    r->command = text_member(told, "command");
    r->seeded = json_is_number(seed);
    r->seed = json_number_value(seed);
    if (!r->version) return refuse(r, "doseau", error);
    if (!r->command) return refuse(r, "command", error);
    if (!options) return refuse(r, "options", error);
    doseau_status status = inputs ? take_inputs(r, inputs) : DOSEAU_EPARSE;
    if (status == DOSEAU_EPARSE) return refuse(r, "inputs", error);
    if (!status) status = take_options(r, options);
    if (!status && corrections) status = take_corrections(r, corrections);
    if (status == DOSEAU_EPARSE) return refuse(r, "corrections", error);
    return status ? doseau_error_set(error, status, "out of memory") : DOSEAU_OK;
}

/* ---- Tables ---- */

static doseau_status take_columns(json_table *t, const json_t *columns)
{
    size_t i;
    const json_t *column;
    t->columns = calloc(json_array_size(columns) + 1, sizeof *t->columns);
    t->units = calloc(json_array_size(columns) + 1, sizeof *t->units);
    if (!t->columns || !t->units) return DOSEAU_ENOMEM;
    json_array_foreach(columns, i, column)
    {
        const char *name = text_member(column, "name"), *unit = text_member(column, "unit");
        if (!name) return DOSEAU_EPARSE;
        t->units[t->n_columns] = unit ? unit : "";
        t->columns[t->n_columns++] = name;
    }
    return DOSEAU_OK;
}

static json_cell cell_of(const json_t *value)
{
    if (json_is_number(value))
        return (json_cell){DOSEAU_CELL_NUMBER, json_number_value(value), NULL};
    if (json_is_string(value)) return (json_cell){DOSEAU_CELL_TEXT, 0, json_string_value(value)};
    return (json_cell){DOSEAU_CELL_EMPTY, 0, NULL};
}

static doseau_status take_rows(json_table *t, const json_t *rows)
{
    size_t i;
    const json_t *row;
    t->cells = calloc(json_array_size(rows) * t->n_columns + 1, sizeof *t->cells);
    if (!t->cells) return DOSEAU_ENOMEM;
    json_array_foreach(rows, i, row)
    {
        if (!json_is_object(row)) return DOSEAU_EPARSE;
        for (size_t c = 0; c < t->n_columns; c++)
            t->cells[i * t->n_columns + c] = cell_of(json_object_get(row, t->columns[c]));
    }
    t->n_rows = json_array_size(rows);
    return DOSEAU_OK;
}

/* Tables are counted as they come, so that json_result_free finds what was begun. */
static doseau_status take_table(json_result *r, const json_t *told, doseau_error *error)
{
    json_table *t = &r->tables[r->n_tables++];
    const json_t *columns = member_of(told, "columns", JSON_ARRAY);
    const json_t *rows = member_of(told, "rows", JSON_ARRAY);
    t->name = text_member(told, "table");
    if (!t->name) return refuse(r, "table", error);
    doseau_status status = columns ? take_columns(t, columns) : DOSEAU_EPARSE;
    if (status == DOSEAU_EPARSE) return refuse(r, "columns", error);
    if (!status) status = rows ? take_rows(t, rows) : DOSEAU_EPARSE;
    if (status == DOSEAU_EPARSE) return refuse(r, "rows", error);
    return status ? doseau_error_set(error, status, "out of memory") : DOSEAU_OK;
}

static doseau_status take_tables(json_result *r, const json_t *tables, doseau_error *error)
{
    const char *name;
    json_t *table;
    doseau_status status = DOSEAU_OK;
    if (!tables) return refuse(r, "tables", error);
    r->tables = calloc(json_object_size(tables) + 1, sizeof *r->tables);
    if (!r->tables) return doseau_error_set(error, DOSEAU_ENOMEM, "out of memory");
    json_object_foreach((json_t *)tables, name, table) if (!status) status =
        take_table(r, table, error);
    return status;
}

/* A report has its provenance beside its tables, a table has it inside. */
static doseau_status take_all(json_result *r, const json_t *root, doseau_error *error)
{
    const json_t *report = json_object_get(root, "report");
    r->report = report != NULL;
    doseau_status status = take_provenance(r, report ? report : root, error);
    if (status) return status;
    if (report) return take_tables(r, member_of(root, "tables", JSON_OBJECT), error);
    r->tables = calloc(1, sizeof *r->tables);
    if (!r->tables) return doseau_error_set(error, DOSEAU_ENOMEM, "out of memory");
    return take_table(r, root, error);
}

static doseau_status parse(json_result *r, const struct source *in, doseau_error *error)
{
    json_error_t wrong;
    /* A seed may need more than 63 bits. */
    json_t *root =
        json_loadb(in->bytes, in->size, JSON_REJECT_DUPLICATES | JSON_DECODE_INT_AS_REAL, &wrong);
    r->root = root;
    if (root) return take_all(r, root, error);
    if (json_error_code(&wrong) == json_error_out_of_memory)
        return doseau_error_set(error, DOSEAU_ENOMEM, "out of memory");
    const doseau_place place = {.file = r->file.name,
                                .line = wrong.line > 0 ? (size_t)wrong.line : 0};
    return doseau_error_at(error, DOSEAU_EPARSE, place, "not JSON: %s", wrong.text);
}

doseau_status json_result_read(const char *file, json_result *result, doseau_error *error)
{
    struct source in;
    json_result r = {0};
    doseau_status status = source_read(file, &in, error);
    if (status) return status;
    r.file.name = strdup(paths_shown(file));
    memcpy(r.file.sha256, in.sha256, sizeof r.file.sha256);
    status = r.file.name ? parse(&r, &in, error)
                         : doseau_error_set(error, DOSEAU_ENOMEM, "out of memory");
    source_free(&in);
    if (status)
        json_result_free(&r);
    else
        *result = r;
    return status;
}

void json_result_free(json_result *result)
{
    json_decref(result->root);
    for (size_t i = 0; i < result->n_tables; i++) {
        free(result->tables[i].columns);
        free(result->tables[i].units);
        free(result->tables[i].cells);
    }
    free((char *)result->file.name);
    free(result->options);
    free(result->inputs);
    free(result->corrections);
    free(result->tables);
    *result = (json_result){0};
}

const json_table *json_result_table(const json_result *result, const char *name)
{
    for (size_t i = 0; i < result->n_tables; i++)
        if (!strcmp(result->tables[i].name, name)) return &result->tables[i];
    return NULL;
}

size_t json_table_column(const json_table *table, const char *name)
{
    size_t c = 0;
    while (c < table->n_columns && strcmp(table->columns[c], name) != 0) c++;
    return c;
}

json_cell json_table_cell(const json_table *table, size_t row, size_t column)
{
    if (column >= table->n_columns) return (json_cell){DOSEAU_CELL_EMPTY, 0, NULL};
    return table->cells[row * table->n_columns + column];
}
