/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_IO_SHEET_CORRECTIONS_H
#define DOSEAU_IO_SHEET_CORRECTIONS_H
/* The corrections of a study as a file of a study folder whose other files have the new cells: each
 * row says `applied`, so that reading the folder marks the same results. */
#include "base/array.h"
#include <doseau/study.h>
#include <doseau/table.h>

/* The sheets whose rows say where they come from, first of those of the folder, in the order of
 * `kinds` there. */
enum { SHEETS_CORRECTED = 8 };

typedef struct corrections_sheet {
    const doseau_study *study;
    doseau_table sheets[SHEETS_CORRECTED];
    doseau_cells *cells[SHEETS_CORRECTED]; /* room for a row of each */
    array rows;
    size_t untold; /* corrections that changed what no sheet has a row for */
} corrections_sheet;

/* DOSEAU_OK, to be ended by corrections_sheet_free; DOSEAU_ENOMEM. */
doseau_status corrections_sheet_make(const doseau_study *study,
                                     const doseau_table sheets[SHEETS_CORRECTED],
                                     corrections_sheet *made);
void corrections_sheet_free(corrections_sheet *made);
doseau_table corrections_sheet_table(const corrections_sheet *made); /* borrows it */
#endif
