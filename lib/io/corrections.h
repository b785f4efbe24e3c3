/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_IO_CORRECTIONS_H
#define DOSEAU_IO_CORRECTIONS_H
/* Corrections meet the rows that they are of, cell by cell, before a row is read. */
#include "io/reader.h"

/* Finds those that may be of rows of the file at hand, whose columns are known. DOSEAU_ENOMEM. */
doseau_status corrections_begin(reader *r);

/* Puts the corrected cells of the row at hand in place and reports them; sets r->corrected. */
void corrections_apply(reader *r);

/* Reports those that fitted no row, or several. For after all files. */
void corrections_report(const doseau_study *study, doseau_problems *problems);
#endif
