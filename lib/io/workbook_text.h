/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_IO_WORKBOOK_TEXT_H
#define DOSEAU_IO_WORKBOOK_TEXT_H
/* A sheet as a text with tabs between the columns, whose lines are the rows of the sheet. */
#include "io/workbook_cells.h"

/* Writes the sheet. Numbers have no decimal mark in a workbook: they get `*mark`; where that is NUL
 * the mark of the numbers that were typed as text (`<0,5`), a point if there are none, and `*mark`
 * is set to it. Where such texts leave it open `*mark` stays NUL, and numbers are written so that
 * they say nothing about it (125e-1). DOSEAU_OK; DOSEAU_EDATA: it would be too large;
 * DOSEAU_ENOMEM. */
doseau_status workbook_text(const workbook_cells *cells, char *mark, text *to);
#endif
