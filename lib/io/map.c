/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "io/map.h"
#include "base/text.h"
#include "io/formats.h"
#include "io/heading.h"
#include "io/input.h"
#include "io/paths.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FILE_NAME, COLUMN_NAME, MEANING, UNIT, SUBSTANCE, VALUE, MISSING, EXAMPLE, COLUMNS };

static const column_spec columns[COLUMNS] = {
    [FILE_NAME] = COLUMN("file", "bestand"),    [COLUMN_NAME] = COLUMN("column", "kolom"),
    [MEANING] = COLUMN("meaning", "betekenis"), [UNIT] = COLUMN("unit", "eenheid"),
    [SUBSTANCE] = COLUMN("substance", "stof"),  [VALUE] = COLUMN("value", "waarde"),
    [MISSING] = COLUMN("missing", "ontbreekt"), [EXAMPLE] = COLUMN("example", "voorbeeld"),
};

static const char *keep(reader *r, size_t column)
{
    map *m = r->target;
    char *copy = strdup(reader_cell(r, column));
    if (copy && !array_add(&m->texts, &copy)) return copy;
    free(copy);
    reader_keep(r, DOSEAU_ENOMEM);
    return "";
}

static bool is_known(const char *meaning)
{
    return text_same(meaning, "ignore") || text_same(meaning, "unit") || format_knows(meaning);
}

static void read_row(reader *r)
{
    map *m = r->target;
    const map_row row = {.line = r->record->line,
                         .file = keep(r, FILE_NAME),
                         .column = keep(r, COLUMN_NAME),
                         .meaning = keep(r, MEANING),
                         .unit = keep(r, UNIT),
                         .substance = keep(r, SUBSTANCE),
                         .value = keep(r, VALUE),
                         .missing = keep(r, MISSING)};
    if (!reader_needs(r, MEANING)) return;
    if (strcmp(row.meaning, "?") == 0 || strcmp(row.unit, "?") == 0)
        reader_problem(r, DOSEAU_ERROR, "map_open", strcmp(row.meaning, "?") ? UNIT : MEANING,
                       "say what %s of \"%s\" is%s",
                       strcmp(row.meaning, "?") ? "the unit" : "the meaning", row.column,
                       strcmp(row.meaning, "?") ? "" : ", or ignore");
    else if (!is_known(row.meaning))
        reader_problem(r, DOSEAU_ERROR, "bad_meaning", MEANING,
                       "no column of ours is called so, nor is it ignore or unit: \"%s\"",
                       row.meaning);
    if (!*row.column == !*row.value)
        reader_problem(r, DOSEAU_ERROR, "bad_meaning", COLUMN_NAME,
                       *row.column ? "a column has no value of its own: leave one of them empty"
                                   : "either a column or a value is needed");
    reader_keep(r, array_add(&m->rows, &row));
}

static const format kind = {"map", "meaning", columns, COLUMNS, read_row, NO_PART};

static size_t fit(const rows_record *header, const void *context, bool *complete)
{
    (void)context;
    return columns_match(&kind, header, complete);
}

static const format *choose(reader *r, const rows_record *header, const void *context)
{
    (void)r, (void)header, (void)context;
    return &kind;
}

doseau_status map_read(map *m, const char *given, doseau_problems *problems, doseau_error *error)
{
    input in;
    static const input_kind kinds = {.fit = fit, .choose = choose};
    *m = (map){.name = paths_shown(given),
               .rows = {.item_size = sizeof(map_row)},
               .texts = {.item_size = sizeof(char *)}};
    reader r = {.target = m, .problems = problems, .file = m->name, .unread = true};
    doseau_status status = input_open(&in, given, NULL, error);
    if (status) return status;
    memcpy(m->sha256, in.source.sha256, sizeof m->sha256);
    status = input_find(&in, &kinds);
    if (!status) status = input_read(&in, &r, &kinds);
    if (!status) status = r.status;
    input_close(&in);
    if (!status) return status;
    map_free(m);
    return doseau_error_set(error, status, "out of memory");
}

void map_free(map *m)
{
    char **kept = m->texts.items;
    for (size_t i = 0; i < m->texts.size; i++) free(kept[i]);
    array_free(&m->texts);
    array_free(&m->rows);
}

/* How closely the lines that come closest name a table. */
static table_match closest(const map *m, const table_name *table)
{
    table_match most = TABLE_OTHER;
    const map_row *row = m->rows.items;
    for (size_t i = 0; i < m->rows.size; i++) {
        const table_match match = table_name_match(table, row[i].file);
        if (match > most) most = match;
    }
    return most;
}

bool map_names(const map *m, const table_name *table)
{
    return closest(m, table) >= (table->several ? TABLE_SHEET : TABLE_FILE);
}

bool map_is_of(const map *m, const map_row *row, const table_name *table)
{
    const table_match match = table_name_match(table, row->file);
    return match == closest(m, table) && (match != TABLE_OTHER || !*row->file);
}

void map_name_field(size_t field, char name[MAP_FIELD_SIZE])
{
    snprintf(name, MAP_FIELD_SIZE, "field %zu", field);
}

size_t map_field(const rows_record *header, const char *column)
{
    for (size_t i = 0; i < header->n; i++)
        if (text_same(header->fields[i], column)) return i + 1;
    if (!text_starts_same(column, "field ")) return 0;
    for (size_t i = 0; i < header->n; i++) {
        char name[MAP_FIELD_SIZE];
        map_name_field(i + 1, name);
        if (!*header->fields[i] && text_same(name, column)) return i + 1;
    }
    return 0;
}

bool map_fits(const map *m, const table_name *table, const rows_record *header)
{
    size_t found = 0;
    const map_row *row = m->rows.items;
    for (size_t i = 0; i < m->rows.size; i++) {
        if (!*row[i].column || !map_is_of(m, &row[i], table)) continue;
        if (!map_field(header, row[i].column)) return false;
        found++;
    }
    return found > 0;
}
