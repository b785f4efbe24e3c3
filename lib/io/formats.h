/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_IO_FORMATS_H
#define DOSEAU_IO_FORMATS_H
/* Which kind of file is it? */
#include "io/reader.h"

/* By the beginning of its name (for files of a folder): NULL if no kind is called so. */
const format *format_by_name(const char *file_name);

/* By its header: the kind that has all it needs. NULL: none; `*nearest` is then the kind with the
 * most columns in common, or NULL. */
const format *format_by_header(const rows_record *header, const format **nearest);

/* The most columns that a kind has of a header; whether it has all that some kind needs. */
size_t format_fit(const rows_record *header, bool *complete);

/* Whether some kind has a column of that name, by any of its spellings, but for units. */
bool format_knows(const char *column);

/* Files of a study folder that this version does not read although they would change results. */
bool format_is_ahead(const char *file_name);
#endif
