/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_IO_INPUT_SHEET_H
#define DOSEAU_IO_INPUT_SHEET_H
/* The sheet of a workbook that is read, as a text whose lines are its rows. */
#include "io/header.h"
#include "io/reader.h"
#include "io/workbook_text.h"

typedef struct input_sheet {
    char *name; /* NULL: the file is no workbook */
    workbook_cells cells;
    text content;
    char mark;    /* the decimal mark that it is written with; NUL: its texts leave it open */
    size_t index; /* among the sheets of the book */
    bool hidden;
    bool alone;   /* no other sheet could have been meant */
    bool several; /* of its book more than this one are read */
} input_sheet;

/* Reads a sheet; `mark` as of workbook_text. DOSEAU_OK; DOSEAU_EDATA: the book is refused;
 * DOSEAU_ENOMEM. To be ended by input_sheet_free in any case. */
doseau_status input_sheet_read(workbook *book, size_t index, char mark, input_sheet *s);
void input_sheet_free(input_sheet *s); /* an empty one is allowed */

/* Says which sheet is read, or as what where several are, and what of it Excel does not show. */
void input_sheet_report(const input_sheet *s, reader *r, const header_place *header);

/* Whether the row at hand has a result in each cell of a column that is read: no #N/A, no formula
 * without a stored result. Else reports them and sets r->bad. `all`: the header of a table that is
 * read in another shape, whose named columns all count; else NULL. */
bool input_sheet_row_is_whole(const input_sheet *s, reader *r, const rows_record *all);
#endif
