/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_IO_INPUT_SHEET_H
#define DOSEAU_IO_INPUT_SHEET_H
/* The sheet of a workbook that is read, as a text whose lines are its rows. */
#include "io/header.h"
#include "io/reader.h"
#include "io/workbook_text.h"

typedef struct input_sheet {
    workbook *book; /* NULL: the file is no workbook */
    workbook_cells cells;
    text content;
    char mark;    /* the decimal mark that it is written with; NUL: its texts leave it open */
    size_t index; /* among the sheets of the book */
    size_t filled, complete; /* sheets with content; those with a header that is known */
} input_sheet;

/* Finds the sheet: the one that dialect->sheet names, by name or by number; else the only one with
 * a header that is known; else the only one with content. Where there is none `book` is refused.
 * DOSEAU_OK, DOSEAU_ENOMEM. */
doseau_status input_sheet_find(input_sheet *s, const doseau_dialect *dialect, header_fit *fit,
                               const void *context, header_place *header);
void input_sheet_free(input_sheet *s); /* an empty one is allowed */

/* Says which sheet is read where there are several, and what of it Excel does not show. */
void input_sheet_report(const input_sheet *s, reader *r, const header_place *header);

/* Whether the row at hand has a result in each cell of a column that is read: no #N/A, no formula
 * without a stored result. Else reports them and sets r->bad. `all`: the header of a table that is
 * read in another shape, whose named columns all count; else NULL. */
bool input_sheet_row_is_whole(const input_sheet *s, reader *r, const rows_record *all);
#endif
