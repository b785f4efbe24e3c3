/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "io/visible.h"
#include "report/book.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { NARROWEST = 8, WIDEST = 60, SIGNIFICANT = 3, A4 = 9, FEW_COLUMNS = 10 };
enum { LINE_POINTS = 15, WORD = 8 };

void book_keep(book *b, lxw_error error)
{
    if (!error || b->status) return;
    b->status = error == LXW_ERROR_MEMORY_MALLOC_FAILED ? DOSEAU_ENOMEM : DOSEAU_EIO;
}

/* ---- Cells ---- */

/* The format reads `_x0041_` as the character of that number. */
static bool is_escape(const char *at)
{
    return at[0] == '_' && at[1] == 'x' && strspn(at + 2, "0123456789abcdefABCDEF") >= 4 &&
           at[6] == '_';
}

/* U+FFFE and U+FFFF, which no XML holds. */
static bool is_no_character(const char *at)
{
    return at[0] == '\xef' && at[1] == '\xbf' && (at[2] == '\xbe' || at[2] == '\xbf');
}

void book_text(book *b, lxw_worksheet *sheet, size_t row, size_t column, const char *words,
               lxw_format *format)
{
    text seen = {0}, cell = {0};
    visible_add(&seen, words, strlen(words), BOOK_TEXT);
    if (*words && strchr("=+-@\t\r", *words)) text_add_string(&cell, "'");
    for (const char *at = seen.bytes; at && *at; at++) {
        if (is_no_character(at)) {
            text_add_string(&cell, "\xef\xbf\xbd");
            at += 2;
            continue;
        }
        if (is_escape(at)) text_add_string(&cell, "_x005F");
        text_add(&cell, at, 1);
    }
    if (seen.failed || cell.failed) b->status = DOSEAU_ENOMEM;
    if (cell.bytes && !cell.failed)
        book_keep(b, worksheet_write_string(sheet, (lxw_row_t)row, (lxw_col_t)column, cell.bytes,
                                            format));
    text_free(&seen);
    text_free(&cell);
}

void book_number(book *b, lxw_worksheet *sheet, size_t row, size_t column, double value,
                 lxw_format *format)
{
    book_keep(b, worksheet_write_number(sheet, (lxw_row_t)row, (lxw_col_t)column, value, format));
}

/* ---- What a column is like ---- */

typedef struct looks {
    size_t width;
    double smallest; /* of its numbers that are no integers; 0: there is none */
    bool days;       /* its texts are days, by its name: what files call something is text */
} looks;

static bool is_day(const char *words, doseau_civil *day)
{
    doseau_date date;
    char back[11];
    if (doseau_date_parse(words, &date, NULL)) return false;
    doseau_date_format(date, back);
    *day = doseau_date_to_civil(date);
    return strcmp(back, words) == 0 && day->year >= 1900;
}

static bool holds_days(const doseau_column *column)
{
    const size_t size = strlen(column->name);
    return size >= 4 && strcmp(column->name + size - 4, "date") == 0;
}

static void look_at(const doseau_cells *cells, size_t column, looks *l)
{
    const doseau_cell_kind kind = doseau_cell_kind_at(cells, column);
    if (kind == DOSEAU_CELL_TEXT) {
        const char *words = doseau_cell_text_at(cells, column);
        const size_t width = visible_width(words, strlen(words));
        if (width > l->width) l->width = width;
    } else if (kind == DOSEAU_CELL_NUMBER) {
        const double size = fabs(doseau_cell_number_at(cells, column));
        if (size > floor(size) && (!(l->smallest > 0) || size < l->smallest)) l->smallest = size;
    }
}

/* Three significant digits of the smallest number. */
static lxw_format *format_of(const book *b, const doseau_column *column, const looks *l)
{
    const bool grouped = !strcmp(column->unit, "persons") || !strcmp(column->unit, "m3/d");
    if (grouped) return b->grouped;
    if (!(l->smallest > 0)) return b->decimals[0];
    const double places = SIGNIFICANT - 1 - floor(log10(l->smallest));
    return b->decimals[places < 0               ? 0
                       : places < BOOK_DECIMALS ? (size_t)places
                                                : BOOK_DECIMALS - 1];
}

static double width_of(const doseau_column *column, const looks *l)
{
    size_t width = l->width;
    if (strlen(column->name) > width) width = strlen(column->name);
    if (width < NARROWEST) width = NARROWEST;
    return (double)(width < WIDEST ? width : WIDEST) + 2;
}

/* ---- A table ---- */

/* `texts` NULL: as they come. */
static void put_cell(book *b, lxw_worksheet *sheet, const doseau_cells *cells, size_t row,
                     size_t column, const looks *l, lxw_format *format, lxw_format *texts)
{
    doseau_civil day;
    const char *words = doseau_cell_text_at(cells, column);
    switch (doseau_cell_kind_at(cells, column)) {
    case DOSEAU_CELL_EMPTY: break;
    case DOSEAU_CELL_NUMBER:
        book_number(b, sheet, row, column, doseau_cell_number_at(cells, column), format);
        break;
    case DOSEAU_CELL_TEXT:
        if (l->days && is_day(words, &day)) {
            lxw_datetime date = {.year = day.year, .month = day.month, .day = day.day};
            book_keep(b, worksheet_write_datetime(sheet, (lxw_row_t)row, (lxw_col_t)column, &date,
                                                  b->day));
        } else {
            book_text(b, sheet, row, column, words, texts);
        }
    }
}

static void put_headings(book *b, lxw_worksheet *sheet, const doseau_table *table,
                         const looks looks_of[])
{
    for (size_t c = 0; c < table->n_columns; c++) {
        const doseau_column *column = &table->columns[c];
        book_keep(b, worksheet_set_column(sheet, (lxw_col_t)c, (lxw_col_t)c,
                                          width_of(column, &looks_of[c]), NULL));
        book_text(b, sheet, 0, c, column->unit, b->unit);
    }
    for (size_t c = 0; c < table->n_columns; c++)
        book_text(b, sheet, 1, c, table->columns[c].name, b->heading);
    worksheet_set_paper(sheet, A4);
    worksheet_set_landscape(sheet);
    book_keep(b, worksheet_repeat_rows(sheet, 0, BOOK_HEADING_ROWS - 1));
    worksheet_freeze_panes(sheet, BOOK_HEADING_ROWS, table->n_columns > 2 ? 2 : 0);
    if (table->n_rows)
        book_keep(b, worksheet_autofilter(sheet, 1, 0, (lxw_row_t)table->n_rows + 1,
                                          (lxw_col_t)table->n_columns - 1));
}

/* Room for the lines that the longest text of a row is broken into: no program finds it by itself.
 */
static void set_height(book *b, lxw_worksheet *sheet, const doseau_cells *cells, size_t row,
                       size_t n_columns)
{
    size_t widest = 0;
    for (size_t c = 0; c < n_columns; c++) {
        const char *words = doseau_cell_text_at(cells, c);
        const size_t width = visible_width(words, strlen(words));
        if (width > widest) widest = width;
    }
    if (widest > WIDEST)
        book_keep(b, worksheet_set_row(sheet, (lxw_row_t)row,
                                       LINE_POINTS * (double)(widest / (WIDEST - WORD) + 1), NULL));
}

/* Sentences are broken into lines where a table has few columns; in a wide one rows stay low. */
static void put_rows(book *b, lxw_worksheet *sheet, const doseau_table *table,
                     const looks looks_of[], doseau_cells *cells)
{
    const bool narrow = table->n_columns <= FEW_COLUMNS;
    for (size_t row = 0; !b->status && row < table->n_rows; row++) {
        b->status = doseau_table_row(table, row, cells);
        if (narrow) set_height(b, sheet, cells, row + BOOK_HEADING_ROWS, table->n_columns);
        for (size_t c = 0; !b->status && c < table->n_columns; c++)
            put_cell(b, sheet, cells, row + BOOK_HEADING_ROWS, c, &looks_of[c],
                     format_of(b, &table->columns[c], &looks_of[c]),
                     narrow && looks_of[c].width > WIDEST ? b->wrapped : NULL);
    }
}

void book_add_table(book *b, const doseau_table *table)
{
    doseau_cells *cells = doseau_cells_new(table);
    looks *looks_of = calloc(table->n_columns, sizeof *looks_of);
    lxw_worksheet *sheet = b->status ? NULL : workbook_add_worksheet(b->workbook, table->name);
    if (!b->status && (!cells || !looks_of || !sheet)) b->status = DOSEAU_ENOMEM;
    if (!b->status && table->n_rows > BOOK_ROWS - BOOK_HEADING_ROWS) b->status = DOSEAU_EDOMAIN;
    for (size_t c = 0; !b->status && c < table->n_columns; c++)
        looks_of[c].days = holds_days(&table->columns[c]);
    for (size_t row = 0; !b->status && row < table->n_rows; row++) {
        b->status = doseau_table_row(table, row, cells);
        for (size_t c = 0; !b->status && c < table->n_columns; c++) look_at(cells, c, &looks_of[c]);
    }
    if (!b->status) {
        put_headings(b, sheet, table, looks_of);
        put_rows(b, sheet, table, looks_of, cells);
    }
    free(looks_of);
    doseau_cells_free(cells);
}
