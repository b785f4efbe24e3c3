/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "io/read_tables.h"
#include <stdlib.h>
#include <string.h>

#define FILE_PROBLEM(level, code, ...)                                                             \
    doseau_problems_add(a->problems, level, code,                                                  \
                        (doseau_place){.file = paths_shown(file->whole)}, __VA_ARGS__)

void read_excuse_all(doseau_study *study)
{
    for (doseau_part part = DOSEAU_PART_COMPOSITES; part <= DOSEAU_PART_MEASUREMENTS; part++)
        doseau_study_mark_incomplete(study, part);
}

/* The kind of a table by its header. Where it has none, or nothing parts it, NULL. */
static const format *kind_ahead(const input *in, const known_table *known)
{
    rows_record header;
    bool more = false;
    const format *kind = NULL;
    if (!in->header.delimiter) return NULL;
    rows *lines = input_rows(in, "");
    if (lines && !rows_next(lines, &header, &more, NULL) && more) kind = kind_known(known, &header);
    rows_free(lines);
    return kind;
}

/* Adds a table, whose input becomes the list's. */
static doseau_status add_table(const read_about *a, const path *file, input *in, array *tables)
{
    read_table t = {.in = *in,
                    .known = {file, a->told, in->sheet.name, in->sheet.several},
                    .hidden = in->sheet.hidden};
    t.reading = (reader){.study = a->study,
                         .problems = a->problems,
                         .map = a->told,
                         .quotes = a->quotes,
                         .odm = a->odm,
                         .unread = true,
                         .table = {paths_shown(file->whole), t.known.sheet, t.known.several}};
    t.name = table_name_shown(&t.reading.table);
    t.reading.file = t.name;
    t.kind = kind_ahead(&t.in, &t.known);
    doseau_status status = t.name ? DOSEAU_OK : DOSEAU_ENOMEM;
    if (!status)
        status = doseau_study_add_file(a->study, t.name, in->source.sha256, &t.reading.file_index);
    if (!status) status = array_add(tables, &t);
    if (status)
        free(t.name);
    else
        *in = (input){.header = {.line = 0}};
    return status;
}

/* The file before it with the same bytes; NULL: there is none. */
static const char *same_file(const array *tables, const input *in)
{
    const read_table *t = tables->items;
    for (size_t i = 0; in->source.size && i < tables->size; i++)
        if (!strcmp(t[i].in.source.sha256, in->source.sha256)) return t[i].reading.table.file;
    return NULL;
}

/* ---- Workbooks ---- */

static void report_near(const read_about *a, const path *file, const input *near)
{
    FILE_PROBLEM(DOSEAU_WARNING, "sheet_near",
                 "the sheet \"%.60s\" is not read: its line %zu has %zu names of columns that are "
                 "known, and not all that any kind of table needs",
                 near->sheet.name, near->header.line, near->header.known);
}

/* Whether a sheet that nobody sees is of the same kind as one that is shown: it may be an older
 * state of that. Then nothing of the book is read. */
static bool hides_another(const read_about *a, const path *file, read_table *tables, size_t n)
{
    const char *hidden = NULL, *shown = NULL;
    for (size_t i = 0; !shown && i < n; i++)
        for (size_t k = 0; !shown && tables[i].hidden && k < n; k++)
            if (!tables[k].hidden && tables[k].kind && tables[k].kind == tables[i].kind) {
                hidden = tables[i].known.sheet;
                shown = tables[k].known.sheet;
            }
    if (!shown) return false;
    FILE_PROBLEM(DOSEAU_ERROR, "workbook",
                 "the sheet \"%.60s\" is hidden in Excel, and a table of the same kind as "
                 "\"%.60s\": is it an older one? Say by --sheet, once for each, which sheets are "
                 "read",
                 hidden, shown);
    for (size_t i = 0; i < n; i++) {
        input_close(&tables[i].in);
        tables[i].done = true;
    }
    read_excuse_all(a->study);
    return true;
}

static doseau_status add_tables(const read_about *a, const path *file, input *first, array *further,
                                array *tables)
{
    const size_t before = tables->size;
    input *in = further->items;
    doseau_status status = add_table(a, file, first, tables);
    for (size_t i = 0; !status && i < further->size; i++)
        status = add_table(a, file, &in[i], tables);
    if (!status && further->size && !(a->dialect && a->dialect->n_sheets))
        hides_another(a, file, (read_table *)tables->items + before, tables->size - before);
    return status;
}

doseau_status read_tables_open(const read_about *a, const path *file, array *tables,
                               doseau_error *error)
{
    input in;
    array further, near;
    text others;
    known_table known = {.path = file, .map = a->told};
    doseau_status status = input_open(&in, file->whole, a->dialect, error);
    if (status) return status;
    const char *same = same_file(tables, &in);
    if (same) {
        FILE_PROBLEM(DOSEAU_WARNING, "same_file", "the same bytes as %s: not read again", same);
        input_close(&in);
        return DOSEAU_OK;
    }
    const input_kind kinds = kinds_of(&known);
    status = input_find_all(&in, &kinds, &further, &near, &others);
    if (!status) status = add_tables(a, file, &in, &further, tables);
    if (!status && others.size)
        FILE_PROBLEM(DOSEAU_NOTICE, "sheet", "sheets that are not read: %s", others.bytes);
    const input *nearly = near.items;
    for (size_t i = 0; !status && i < near.size; i++) report_near(a, file, &nearly[i]);
    input_close(&in);
    inputs_free(&further);
    inputs_free(&near);
    text_free(&others);
    return status == DOSEAU_ENOMEM ? doseau_error_set(error, status, "out of memory") : status;
}

void read_tables_free(array *tables)
{
    read_table *t = tables->items;
    for (size_t i = 0; i < tables->size; i++) {
        input_close(&t[i].in);
        free(t[i].name);
    }
    array_free(tables);
}
