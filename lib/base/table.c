/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <doseau/table.h>

#include <assert.h>
#include <math.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>

#include "base/text.h"

typedef struct cell {
    doseau_cell_kind kind;
    double number;
    size_t offset; /* of a text in the texts of the row: a pointer would dangle as these grow */
    bool quiet;
} cell;

struct doseau_cells {
    size_t n_columns, n_put;
    bool quiet; /* the row */
    text texts; /* of the row, each with its NUL */
    cell cells[];
};

doseau_cells *doseau_cells_new(const doseau_table *table)
{
    const size_t n = table->n_columns;
    doseau_cells *cells = NULL;
    if (n <= (SIZE_MAX - sizeof *cells) / sizeof(cell))
        cells = calloc(1, sizeof *cells + n * sizeof(cell));
    if (cells) cells->n_columns = n;
    return cells;
}

void doseau_cells_free(doseau_cells *cells)
{
    if (!cells) return;
    text_free(&cells->texts);
    free(cells);
}

static void put(doseau_cells *cells, cell next)
{
    assert(cells->n_put < cells->n_columns);
    if (cells->n_put < cells->n_columns) cells->cells[cells->n_put++] = next;
}

void doseau_put_empty(doseau_cells *cells)
{
    put(cells, (cell){.kind = DOSEAU_CELL_EMPTY});
}

void doseau_put_number(doseau_cells *cells, double value)
{
    if (isfinite(value))
        put(cells, (cell){.kind = DOSEAU_CELL_NUMBER, .number = value});
    else
        doseau_put_empty(cells);
}

void doseau_put_figure(doseau_cells *cells, doseau_figure figure)
{
    doseau_put_number_if(cells, figure.given, figure.value);
}

void doseau_put_date(doseau_cells *cells, doseau_date date)
{
    char day[11];
    doseau_date_format(date, day);
    doseau_put_text(cells, *day ? day : NULL);
}

void doseau_put_number_if(doseau_cells *cells, bool given, double value)
{
    if (given)
        doseau_put_number(cells, value);
    else
        doseau_put_empty(cells);
}

static void end_text(doseau_cells *cells, size_t offset)
{
    text_add(&cells->texts, "", 1);
    put(cells, (cell){.kind = DOSEAU_CELL_TEXT, .offset = offset});
}

void doseau_put_text(doseau_cells *cells, const char *string)
{
    const size_t offset = cells->texts.size;
    if (!string) {
        doseau_put_empty(cells);
        return;
    }
    text_add_string(&cells->texts, string);
    end_text(cells, offset);
}

void doseau_put_textf(doseau_cells *cells, const char *format, ...)
{
    const size_t offset = cells->texts.size;
    va_list args;
    va_start(args, format);
    text_vaddf(&cells->texts, format, args);
    va_end(args);
    end_text(cells, offset);
}

void doseau_quiet_cell(doseau_cells *cells)
{
    assert(cells->n_put > 0);
    if (cells->n_put > 0) cells->cells[cells->n_put - 1].quiet = true;
}

void doseau_quiet_row(doseau_cells *cells)
{
    cells->quiet = true;
}

doseau_status doseau_table_row(const doseau_table *table, size_t row, doseau_cells *cells)
{
    assert(table->n_columns == cells->n_columns);
    if (row >= table->n_rows) return DOSEAU_EDOMAIN;
    cells->n_put = 0;
    cells->quiet = false;
    text_clear(&cells->texts);
    table->fill(table->source, row, cells);
    assert(cells->n_put == cells->n_columns);
    if (!cells->texts.failed) return DOSEAU_OK;
    cells->n_put = 0;
    return DOSEAU_ENOMEM;
}

/* NULL where nothing stands: before the first row, after a failed one, or past the last column. */
static const cell *cell_at(const doseau_cells *cells, size_t column, doseau_cell_kind kind)
{
    if (column >= cells->n_put || cells->cells[column].kind != kind) return NULL;
    return &cells->cells[column];
}

doseau_cell_kind doseau_cell_kind_at(const doseau_cells *cells, size_t column)
{
    return column < cells->n_put ? cells->cells[column].kind : DOSEAU_CELL_EMPTY;
}

double doseau_cell_number_at(const doseau_cells *cells, size_t column)
{
    const cell *c = cell_at(cells, column, DOSEAU_CELL_NUMBER);
    return c ? c->number : 0;
}

const char *doseau_cell_text_at(const doseau_cells *cells, size_t column)
{
    const cell *c = cell_at(cells, column, DOSEAU_CELL_TEXT);
    return c ? cells->texts.bytes + c->offset : "";
}

bool doseau_cell_is_quiet(const doseau_cells *cells, size_t column)
{
    return column < cells->n_put && cells->cells[column].quiet;
}

bool doseau_row_is_quiet(const doseau_cells *cells)
{
    return cells->quiet;
}
