/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_IO_INPUT_SHEETS_H
#define DOSEAU_IO_INPUT_SHEETS_H
/* Which sheets of a workbook are tables that are read. */
#include "io/input_sheet.h"

typedef struct input_table {
    input_sheet sheet;
    header_place header;
} input_table;

typedef struct input_sheets {
    array tables; /* input_table, in the order of the book */
    array near;   /* input_table: some names of columns are known, not all that are needed */
    text others;  /* those that are not read and have content: 2 "Notes", 3 "Old" (hidden) */
} input_sheets;

/* Finds those that dialect->sheets name; else all with a header that is known; else the only one
 * with content. Where there is none, the book is refused. `at_hand` is set to the name of the sheet
 * whose header is looked for, for `fit`; NULL: that is not wanted. DOSEAU_OK, DOSEAU_ENOMEM; to be
 * ended by input_sheets_free in any case. */
doseau_status input_sheets_find(workbook *book, const doseau_dialect *dialect, header_fit *fit,
                                const void *context, const char **at_hand, input_sheets *found);
void input_sheets_free(input_sheets *found);

/* Refuses the book, and lists its sheets. DOSEAU_EDATA, DOSEAU_ENOMEM. */
doseau_status input_sheets_refuse(workbook *book, const char *reason);
#endif
