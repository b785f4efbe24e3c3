/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_IO_REMARK_H
#define DOSEAU_IO_REMARK_H
/* Words in columns that are not read, but change what the result beside them means: effluent, not
 * detected, rejected. */
#include "io/reader.h"

/* Whether the text has a word for water that leaves a plant. */
bool remark_is_effluent(const char *string);

/* A field, from 0, that no column reads. Its name must stay until remark_report. */
void remark_watch(reader *r, size_t field, const char *name);

/* Looks at such fields of a record of results. */
void remark_count(reader *r, const rows_record *record);

/* Looks at the plant of a row, which may be called as a total is, or effluent. */
void remark_plant(reader *r, size_t column);

/* Says of each word once where it stands first; ends the counting. */
void remark_report(reader *r);
#endif
