/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_REPORT_BOOK_H
#define DOSEAU_REPORT_BOOK_H
/* A workbook on its way: sheets of a spreadsheet through libxlsxwriter. */
#include "report/tables.h"
#include <doseau/print.h>
#include <xlsxwriter.h>

enum {
    BOOK_ROWS = 1048576,  /* of a sheet, by its format */
    BOOK_TEXT = 32000,    /* characters of a cell: 32767 by its format */
    BOOK_DECIMALS = 9,    /* number formats with 0 to 8 decimals */
    BOOK_HEADING_ROWS = 2 /* units, names */
};

typedef struct book {
    lxw_workbook *workbook;
    lxw_format *title, *heading, *unit, *day, *wrapped;
    lxw_format *decimals[BOOK_DECIMALS], *grouped; /* with thousands apart */
    doseau_status status;                          /* the first that failed */
} book;

/* A text as a cell: harmless, and no formula. */
void book_text(book *b, lxw_worksheet *sheet, size_t row, size_t column, const char *words,
               lxw_format *format);
void book_number(book *b, lxw_worksheet *sheet, size_t row, size_t column, double value,
                 lxw_format *format);
/* Takes over what libxlsxwriter says. */
void book_keep(book *b, lxw_error error);

/* Adds a sheet of a table. */
void book_add_table(book *b, const doseau_table *table);
/* Adds the sheet that says what the others are. */
void book_add_about(book *b, const report_tables *tables, const doseau_provenance *provenance);
#endif
