/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_IO_BENEATH_H
#define DOSEAU_IO_BENEATH_H
/* What stands beneath the rows of a table and is none of them: totals and means, notes, the header
 * once more, another table. */
#include "io/input.h"

enum { BENEATH_GAPS = 1000 }; /* so many are looked at for another table, which takes long */

/* Whether a record has the same cells as the header. */
bool beneath_is_header_again(const rows_record *record, const rows_record *header);

/* Whether a cell begins as a row of totals, means or counts does: Totaal, Mittelwert. */
bool beneath_is_total_word(const char *cell);

/* Whether a record is the header of another table. */
bool beneath_begins_table(const rows_record *record, const input_kind *kind);

/* The record at hand could not be read. Where it looks like no row of the table, says so in place
 * of the problems from number `first` on. `gap`: there are empty lines above it. Whether the table
 * ends before it. */
bool beneath_explain(reader *r, const rows_record *header, const input_kind *kind, size_t first,
                     bool gap);
#endif
