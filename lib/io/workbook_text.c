/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "io/workbook_text.h"
#include "io/decimal.h"
#include <stdlib.h>
#include <string.h>

enum { HEADER_ROWS = 50 }; /* the header is looked for among as many */

static const char *content_of(const workbook_cells *cells, const workbook_cell *cell)
{
    return cells->content.bytes + cell->at;
}

/* The decimal mark by the numbers that are texts; NUL: they do not settle it. */
static char mark_of_texts(const workbook_cells *cells)
{
    const workbook_cell *cell = cells->list.items;
    decimal_votes votes;
    memset(&votes, 0, sizeof votes);
    for (size_t i = 0; i < cells->list.size; i++) {
        if (cell[i].kind != CELL_TEXT) continue;
        const char *content = content_of(cells, &cell[i]);
        const char *number = content + strspn(content, "<>=+- \t");
        if (*number && !number[strspn(number, "0123456789.,")])
            decimal_vote(&votes, content, cell[i].row, cell[i].column);
    }
    return votes.open.line ? '\0' : decimal_settle(&votes);
}

/* 12.5 as 125e-1. */
static void add_without_mark(text *to, const char *number)
{
    const char *point = strchr(number, '.');
    const char *tail = point ? point + 1 + strcspn(point + 1, "e") : NULL;
    if (!point) {
        text_add_string(to, number);
        return;
    }
    const char *digits = number + (*number == '-');
    if (digits != number) text_add_string(to, "-");
    if (*digits == '0') digits++;
    text_add(to, digits, (size_t)(point - digits));
    text_add(to, point + 1, (size_t)(tail - point) - 1);
    const long exponent = *tail ? strtol(tail + 1, NULL, 10) : 0;
    text_addf(to, "e%ld", exponent - (long)(tail - point - 1));
}

static void add_number(text *to, const char *number, char mark)
{
    const char *point = strchr(number, '.');
    if (!mark) {
        add_without_mark(to, number);
    } else if (point && mark == ',') {
        text_add(to, number, (size_t)(point - number));
        text_add_string(to, ",");
        text_add_string(to, point + 1);
    } else {
        text_add_string(to, number);
    }
}

/* In quotes where it has some, or where it would make its row a comment, as the error #N/A does. */
static void add_text(text *to, const char *content, bool error)
{
    if (!error && !strchr(content, '"')) {
        text_add_string(to, content);
        return;
    }
    text_add_string(to, "\"");
    for (; *content; content++)
        text_add(to, *content == '"' ? "\"\"" : content, *content == '"' ? 2 : 1);
    text_add_string(to, "\"");
}

static void add_cell(const workbook_cells *cells, const workbook_cell *cell, char mark, text *to)
{
    const char *content = content_of(cells, cell);
    if (cell->kind == CELL_NUMBER)
        add_number(to, content, mark);
    else
        add_text(to, content, cell->kind == CELL_ERROR);
}

/* Rows shorter than the header are filled up to this column. */
static uint32_t width_of(const workbook_cells *cells)
{
    const workbook_cell *cell = cells->list.items;
    uint32_t width = 0, row = 0;
    size_t rows = 0;
    for (size_t i = 0; i < cells->list.size && rows <= HEADER_ROWS; i++) {
        rows += cell[i].row != row;
        row = cell[i].row;
        if (rows <= HEADER_ROWS && cell[i].column > width) width = cell[i].column;
    }
    return width;
}

/* Adds a row whose first cell is `cell`; returns the first of the next row. */
static const workbook_cell *add_row(const workbook_cells *cells, const workbook_cell *cell,
                                    uint32_t width, char mark, text *to)
{
    const workbook_cell *end = (const workbook_cell *)cells->list.items + cells->list.size;
    const uint32_t row = cell->row;
    uint32_t column = 1;
    for (; cell < end && cell->row == row; cell++) {
        for (; column < cell->column; column++) text_add(to, "\t", 1);
        add_cell(cells, cell, mark, to);
    }
    for (; column < width; column++) text_add(to, "\t", 1);
    text_add(to, "\n", 1);
    return cell;
}

doseau_status workbook_text(const workbook_cells *cells, char *mark, text *to)
{
    const workbook_cell *cell = cells->list.items, *end = cell ? cell + cells->list.size : cell;
    const uint32_t width = width_of(cells);
    if (!*mark) *mark = mark_of_texts(cells);
    for (uint32_t line = 1; cell < end; line++) {
        if (line < cell->row)
            text_add(to, "\n", 1);
        else
            cell = add_row(cells, cell, width, *mark, to);
        if (to->size > WORKBOOK_MOST) return DOSEAU_EDATA;
    }
    text_add(to, "", 0);
    return to->failed ? DOSEAU_ENOMEM : DOSEAU_OK;
}
