/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_IO_WORKBOOK_CELLS_H
#define DOSEAU_IO_WORKBOOK_CELLS_H
/* The cells of one sheet of a workbook. */
#include "io/workbook.h"
#include <stdint.h>

enum { WORKBOOK_ROWS = 1048576, WORKBOOK_COLUMNS = 16384, WORKBOOK_REFERENCE = 12 };

typedef enum workbook_kind {
    CELL_TEXT,
    CELL_NUMBER,      /* with a decimal point; days and times are texts */
    CELL_ERROR,       /* #N/A and the like */
    CELL_UNCALCULATED /* a formula whose result is not stored */
} workbook_kind;

typedef struct workbook_cell {
    uint32_t row, column; /* from 1 */
    workbook_kind kind;
    size_t at; /* in `content`, with a NUL behind it */
} workbook_cell;

/* A block of cells of which only the first has content. */
typedef struct workbook_merged {
    uint32_t row, last_row;
    char first[WORKBOOK_REFERENCE];
} workbook_merged;

typedef struct workbook_cells {
    array list; /* workbook_cell with content, by rows */
    text content;
    array merged; /* workbook_merged */
    size_t hidden_rows;
    uint32_t first_hidden_row, last_hidden_row; /* with content */
    uint32_t hidden_column;                     /* the first with content; 0: none */
} workbook_cells;

/* DOSEAU_OK; DOSEAU_EDATA: the book is refused; DOSEAU_ENOMEM. To be ended by workbook_cells_free
 * in any case. */
doseau_status workbook_cells_read(workbook *book, const char *part, workbook_cells *cells);
void workbook_cells_free(workbook_cells *cells);

/* B7. */
void workbook_reference(uint32_t row, uint32_t column, char reference[WORKBOOK_REFERENCE]);

/* Writes a number as the day or the time that it stands for; false: it is none (negative, beyond
 * the year 9999, or the day 1900-02-29, which there was not). */
bool workbook_day(double serial, workbook_form form, bool from_1904, text *to);
#endif
