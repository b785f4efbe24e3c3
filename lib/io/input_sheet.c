/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "io/input_sheet.h"
#include "base/search.h"
#include <stdlib.h>
#include <string.h>

doseau_status input_sheet_read(workbook *book, size_t index, char mark, input_sheet *s)
{
    const workbook_sheet *sheet = (const workbook_sheet *)book->sheets.items + index;
    *s = (input_sheet){.name = strdup(sheet->name),
                       .index = index,
                       .mark = mark,
                       .hidden = sheet->hidden,
                       .alone = book->sheets.size == 1};
    doseau_status status = s->name ? DOSEAU_OK : DOSEAU_ENOMEM;
    if (!status) status = workbook_cells_read(book, sheet->part, &s->cells);
    if (!status) status = workbook_text(&s->cells, &s->mark, &s->content);
    if (status == DOSEAU_EDATA)
        workbook_refuse(book, "the sheet \"%.60s\" is wider than any table of results", s->name);
    return status;
}

void input_sheet_free(input_sheet *s)
{
    free(s->name);
    workbook_cells_free(&s->cells);
    text_free(&s->content);
    *s = (input_sheet){.name = NULL};
}

#define REPORT_SHEET(level, code, line_, ...)                                                      \
    doseau_problems_add(r->problems, level, code, (doseau_place){.file = r->file, .line = line_},  \
                        __VA_ARGS__)

static void report_hidden(const input_sheet *s, reader *r)
{
    const workbook_cells *c = &s->cells;
    if (s->hidden)
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
    if (s->several)
        REPORT_SHEET(DOSEAU_NOTICE, "sheet", header->line, "the sheet is read as a table of %s",
                     r->format->name);
    else if (!s->alone)
        REPORT_SHEET(DOSEAU_NOTICE, "sheet", 0, "the sheet \"%.60s\" is read, none of the others",
                     s->name);
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
    if (!s->cells.list.size) return true;
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
