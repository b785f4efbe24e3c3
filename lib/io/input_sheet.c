/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "io/input_sheet.h"
#include "base/search.h"
#include <stdlib.h>
#include <string.h>

enum { LISTED = 20 }; /* sheets that a message names */

static const workbook_sheet *sheet_at(const input_sheet *s, size_t index)
{
    return (const workbook_sheet *)s->book->sheets.items + index;
}

/* 1 "Results", 2 "Notes" (hidden). */
static void list_sheets(const input_sheet *s, text *list)
{
    for (size_t i = 0; i < s->book->sheets.size && i < LISTED; i++)
        text_addf(list, "%s%zu \"%.60s\"%s", i ? ", " : "", i + 1, sheet_at(s, i)->name,
                  sheet_at(s, i)->hidden ? " (hidden)" : "");
    if (s->book->sheets.size > LISTED) text_add_string(list, ", ...");
}

static doseau_status refuse_with_list(input_sheet *s, const char *reason)
{
    text list = {0};
    list_sheets(s, &list);
    if (!list.failed)
        workbook_refuse(s->book, "%s; say by --sheet which of these: %s", reason, list.bytes);
    const bool failed = list.failed;
    text_free(&list);
    return failed ? DOSEAU_ENOMEM : DOSEAU_EDATA;
}

/* The sheet of that name, else of that number; the number of sheets: none. */
static size_t named_sheet(const input_sheet *s, const char *wanted)
{
    const size_t n = s->book->sheets.size;
    for (size_t i = 0; i < n; i++)
        if (strcmp(sheet_at(s, i)->name, wanted) == 0) return i;
    for (size_t i = 0; i < n; i++)
        if (text_same(sheet_at(s, i)->name, wanted)) return i;
    char *end;
    const unsigned long number = strtoul(wanted, &end, 10);
    return *wanted >= '1' && *wanted <= '9' && !*end && number <= n ? number - 1 : n;
}

static void empty(input_sheet *s)
{
    workbook_cells_free(&s->cells);
    text_free(&s->content);
}

/* Reads one sheet in place of the one that was read. */
static doseau_status read_sheet(input_sheet *s, size_t index, char mark, header_fit *fit,
                                const void *context, header_place *header)
{
    empty(s);
    s->index = index;
    s->mark = mark;
    doseau_status status = workbook_cells_read(s->book, sheet_at(s, index)->part, &s->cells);
    if (!status) status = workbook_text(&s->cells, &s->mark, &s->content);
    if (status == DOSEAU_EDATA)
        workbook_refuse(s->book, "the sheet \"%.60s\" is wider than any table of results",
                        sheet_at(s, index)->name);
    return status ? status
                  : header_find(s->content.bytes, s->content.size, '\t', fit, context, header);
}

/* Reads the sheets in turn and keeps the first of the best. */
static doseau_status try_all(input_sheet *s, char mark, header_fit *fit, const void *context,
                             header_place *header)
{
    input_sheet best = {0};
    header_place place = {0};
    doseau_status status = DOSEAU_OK;
    for (size_t i = 0; !status && i < s->book->sheets.size; i++) {
        status = read_sheet(s, i, mark, fit, context, &place);
        if (status || !s->cells.list.size) continue;
        const bool better = place.complete ? !best.complete : !best.filled;
        best.filled++;
        best.complete += place.complete;
        if (!better) continue;
        const size_t filled = best.filled, complete = best.complete;
        empty(&best);
        best = *s;
        best.filled = filled;
        best.complete = complete;
        *header = place;
        s->content = (text){0};
        s->cells = (workbook_cells){.hidden_rows = 0};
    }
    empty(s);
    best.book = s->book;
    *s = best;
    return status;
}

static doseau_status choose(input_sheet *s, char mark, header_fit *fit, const void *context,
                            header_place *header)
{
    const doseau_status status = try_all(s, mark, fit, context, header);
    if (status) return status;
    if (s->complete == 1 || (!s->complete && s->filled == 1)) return DOSEAU_OK;
    if (!s->filled) return workbook_refuse(s->book, "no sheet of the workbook has any content");
    return refuse_with_list(
        s, s->complete ? "several sheets of the workbook have a header that is known, and only "
                         "one is read (save others as files of their own)"
                       : "no sheet of the workbook has a header that is known");
}

doseau_status input_sheet_find(input_sheet *s, const doseau_dialect *dialect, header_fit *fit,
                               const void *context, header_place *header)
{
    doseau_status status;
    if (dialect->sheet) {
        const size_t index = named_sheet(s, dialect->sheet);
        status = index < s->book->sheets.size
                     ? read_sheet(s, index, dialect->decimal_mark, fit, context, header)
                     : refuse_with_list(s, "the workbook has no such sheet");
    } else {
        status = choose(s, dialect->decimal_mark, fit, context, header);
    }
    return status == DOSEAU_EDATA ? DOSEAU_OK : status;
}

void input_sheet_free(input_sheet *s)
{
    empty(s);
    workbook_leave(s->book);
    *s = (input_sheet){.book = NULL};
}

#define REPORT_SHEET(level, code, line_, ...)                                                      \
    doseau_problems_add(r->problems, level, code, (doseau_place){.file = r->file, .line = line_},  \
                        __VA_ARGS__)

static void report_hidden(const input_sheet *s, reader *r)
{
    const workbook_cells *c = &s->cells;
    if (sheet_at(s, s->index)->hidden)
        REPORT_SHEET(DOSEAU_NOTICE, "hidden", 0, "the sheet is hidden in Excel: it is read");
    if (c->hidden_rows)
        REPORT_SHEET(DOSEAU_NOTICE, "hidden", c->first_hidden_row,
                     "this row is hidden in Excel, as by a filter: it is read (such rows: %zu)",
                     c->hidden_rows);
    char reference[WORKBOOK_REFERENCE];
    workbook_reference(1, c->hidden_column, reference);
    if (c->hidden_column)
        REPORT_SHEET(DOSEAU_NOTICE, "hidden", 0, "the column %.*s is hidden in Excel: it is read",
                     (int)strcspn(reference, "1"), reference);
}

static void report_merged(const input_sheet *s, reader *r, size_t header)
{
    const workbook_merged *merged = s->cells.merged.items, *first = NULL;
    size_t n = 0;
    for (size_t i = 0; i < s->cells.merged.size; i++) {
        if (merged[i].last_row <= header) continue;
        if (!first || merged[i].row < first->row) first = &merged[i];
        n++;
    }
    if (first)
        REPORT_SHEET(DOSEAU_WARNING, "merged_cells", first->row,
                     "cells are merged from %s on: only the first of them has a value, the others "
                     "are read as empty (such blocks: %zu)",
                     first->first, n);
}

void input_sheet_report(const input_sheet *s, reader *r, const header_place *header)
{
    if (s->book->sheets.size > 1 && (s->filled != 1 || r->dialect.sheet))
        REPORT_SHEET(DOSEAU_NOTICE, "sheet", 0, "the sheet \"%.60s\" is read, none of the others",
                     sheet_at(s, s->index)->name);
    report_hidden(s, r);
    report_merged(s, r, header->line);
}

static int compare_rows(const void *cell, const void *row)
{
    const size_t of_cell = ((const workbook_cell *)cell)->row, of_key = *(const size_t *)row;
    return (of_cell > of_key) - (of_cell < of_key);
}

/* The name that the file has for a column that is read; NULL: it is not. */
static const char *column_read(const reader *r, size_t position, const rows_record *all)
{
    if (all)
        return position <= all->n && *all->fields[position - 1] ? all->fields[position - 1] : NULL;
    for (size_t c = 0; c < r->format->n_columns; c++)
        if (r->position[c] == position) return r->spelled[c];
    return NULL;
}

static void report_cell(const input_sheet *s, reader *r, const workbook_cell *cell,
                        const char *field)
{
    const doseau_place place = {r->file, cell->row, cell->column, field};
    char reference[WORKBOOK_REFERENCE];
    workbook_reference(cell->row, cell->column, reference);
    if (cell->kind == CELL_ERROR)
        doseau_problems_add(r->problems, DOSEAU_ERROR, "cell_error", place,
                            "the cell %s holds the error %.40s: correct it or make it empty",
                            reference, s->cells.content.bytes + cell->at);
    else
        doseau_problems_add(r->problems, DOSEAU_ERROR, "not_calculated", place,
                            "the cell %s holds a formula without its result: open the file in "
                            "Excel and save it",
                            reference);
    r->bad = true;
}

bool input_sheet_row_is_whole(const input_sheet *s, reader *r, const rows_record *all)
{
    if (!s->book) return true;
    const array *list = &s->cells.list;
    const workbook_cell *c = list->items;
    const size_t row = r->record->line;
    bool whole = true;
    c += search_first(c, list->size, sizeof *c, &row, compare_rows);
    for (const workbook_cell *end = (const workbook_cell *)list->items + list->size;
         c < end && c->row == row; c++) {
        const char *field = c->kind == CELL_ERROR || c->kind == CELL_UNCALCULATED
                                ? column_read(r, c->column, all)
                                : NULL;
        if (!field) continue;
        report_cell(s, r, c, field);
        whole = false;
    }
    return whole;
}
