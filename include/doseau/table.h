/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_TABLE_H
#define DOSEAU_TABLE_H
/**
 * # Tables
 *
 * Every stage ends in a table: named columns with units, and cells that are a number, a text or
 * empty. A table is a view: it holds its columns, the number of rows and a function that fills one
 * row on demand, so a million rows cost no memory beyond the result behind them. It borrows that
 * result and is valid as long as the result is.
 */
#include <doseau/date.h>
#include <doseau/number.h>
#include <doseau/status.h>
#include <stdbool.h>

DOSEAU_BEGIN

typedef struct doseau_column {
    const char *name;    /**< stable; carries the unit where the cells are numbers with one */
    const char *unit;    /**< "mg/d/1000 people", "" for text and counts */
    const char *heading; /**< for people; NULL: the column is left out of the text form */
} doseau_column;

typedef enum doseau_cell_kind {
    DOSEAU_CELL_EMPTY,
    DOSEAU_CELL_NUMBER,
    DOSEAU_CELL_TEXT
} doseau_cell_kind;

/** The cells of one row. */
typedef struct doseau_cells doseau_cells;

typedef struct doseau_table {
    const char *name; /**< "load" */
    const doseau_column *columns;
    size_t n_columns;
    size_t n_rows;
    const void *source; /**< the result behind the table */
    void (*fill)(const void *source, size_t row,
                 doseau_cells *cells); /**< puts n_columns cells, left to right */
} doseau_table;

/** Room for one row of tables with as many columns as this one; NULL if memory is short. Free with
 * doseau_cells_free (NULL is allowed). */
DOSEAU_API doseau_cells *doseau_cells_new(const doseau_table *table);
DOSEAU_API void doseau_cells_free(doseau_cells *cells);

/** Puts the next cell of a row: for `fill` functions. A number that is not finite and a NULL text
 * are put as empty. */
DOSEAU_API void doseau_put_number(doseau_cells *cells, double value);
DOSEAU_API void doseau_put_text(doseau_cells *cells, const char *text);
DOSEAU_API void doseau_put_textf(doseau_cells *cells, const char *format, ...) DOSEAU_PRINTF(2, 3);
DOSEAU_API void doseau_put_empty(doseau_cells *cells);
/** A number if `given`, else empty. */
DOSEAU_API void doseau_put_number_if(doseau_cells *cells, bool given, double value);
DOSEAU_API void doseau_put_figure(doseau_cells *cells, doseau_figure figure);
/** `yyyy-mm-dd`; empty for DOSEAU_NO_DATE and every date that is not valid. */
DOSEAU_API void doseau_put_date(doseau_cells *cells, doseau_date date);

/**
 * For what another cell, or another row, says already: the cell that was put last is left blank by
 * the text form, the row left out. CSV and JSON have both.
 */
DOSEAU_API void doseau_quiet_cell(doseau_cells *cells);
DOSEAU_API void doseau_quiet_row(doseau_cells *cells);

/**
 * Fills `cells` with row `row` of the table.
 * @return DOSEAU_OK; DOSEAU_EDOMAIN (no such row: `cells` are unchanged); DOSEAU_ENOMEM.
 */
DOSEAU_API doseau_status doseau_table_row(const doseau_table *table, size_t row,
                                          doseau_cells *cells);

/**
 * What stands in a column of the row read last. Before the first row, after a failure for want of
 * memory and past the last column all is empty. The number of a cell of another kind is 0 and its
 * text is "". A text is borrowed until the next row is read.
 */
DOSEAU_API doseau_cell_kind doseau_cell_kind_at(const doseau_cells *cells, size_t column);
DOSEAU_API double doseau_cell_number_at(const doseau_cells *cells, size_t column);
DOSEAU_API const char *doseau_cell_text_at(const doseau_cells *cells, size_t column);
DOSEAU_API bool doseau_cell_is_quiet(const doseau_cells *cells, size_t column);
DOSEAU_API bool doseau_row_is_quiet(const doseau_cells *cells);

DOSEAU_END
#endif
