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
                           "not a table as `--format json` writes it: the member \"%s\" is missing "
                           "or something else",
                           member);
}

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

static doseau_status take_columns(json_result *r, const json_t *columns)
{
    size_t i;
    const json_t *column;
    r->columns = calloc(json_array_size(columns) + 1, sizeof *r->columns);
    if (!r->columns) return DOSEAU_ENOMEM;
    json_array_foreach(columns, i, column)
    {
        const char *name = text_member(column, "name");
        if (!name) return DOSEAU_EPARSE;
        r->columns[r->n_columns++] = name;
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

static doseau_status take_rows(json_result *r, const json_t *rows)
{
    size_t i;
    const json_t *row;
    r->cells = calloc(json_array_size(rows) * r->n_columns + 1, sizeof *r->cells);
    if (!r->cells) return DOSEAU_ENOMEM;
    json_array_foreach(rows, i, row)
    {
        if (!json_is_object(row)) return DOSEAU_EPARSE;
        for (size_t c = 0; c < r->n_columns; c++)
            r->cells[i * r->n_columns + c] = cell_of(json_object_get(row, r->columns[c]));
    }
    r->n_rows = json_array_size(rows);
    return DOSEAU_OK;
}

static doseau_status take_all(json_result *r, const json_t *root, doseau_error *error)
{
    static const struct {
        const char *name;
        doseau_status (*take)(json_result *r, const json_t *value);
        json_type type;
    } members[] = {{"options", take_options, JSON_OBJECT},
                   {"inputs", take_inputs, JSON_ARRAY},
                   {"columns", take_columns, JSON_ARRAY},
                   {"rows", take_rows, JSON_ARRAY}};
    const json_t *seed = json_object_get(root, "seed");
    r->version = text_member(root, "doseau");
    r->command = text_member(root, "command");
    r->table = text_member(root, "table");
    r->seeded = json_is_number(seed);
    r->seed = json_number_value(seed);
    if (json_object_get(root, "report"))
        return doseau_error_at(error, DOSEAU_EPARSE, (doseau_place){.file = r->file.name},
                               "a report, which holds many tables: compare what `load`, `round`, "
                               "`compare` or `trend` writes with `--format json`");
    if (!r->version) return refuse(r, "doseau", error);
    if (!r->command) return refuse(r, "command", error);
    if (!r->table) return refuse(r, "table", error);
    for (size_t i = 0; i < sizeof members / sizeof *members; i++) {
        const json_t *value = json_object_get(root, members[i].name);
        const bool right = value && json_typeof(value) == members[i].type;
        const doseau_status status = right ? members[i].take(r, value) : DOSEAU_EPARSE;
        if (status == DOSEAU_EPARSE) return refuse(r, members[i].name, error);
        if (status) return doseau_error_set(error, status, "out of memory");
    }
    return DOSEAU_OK;
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
    free((char *)result->file.name);
    free(result->options);
    free(result->inputs);
    free(result->columns);
    free(result->cells);
    *result = (json_result){0};
}

size_t json_result_column(const json_result *result, const char *name)
{
    size_t c = 0;
    while (c < result->n_columns && strcmp(result->columns[c], name) != 0) c++;
    return c;
}

json_cell json_result_cell(const json_result *result, size_t row, size_t column)
{
    if (column >= result->n_columns) return (json_cell){DOSEAU_CELL_EMPTY, 0, NULL};
    return result->cells[row * result->n_columns + column];
}
