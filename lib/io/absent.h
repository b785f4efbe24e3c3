/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_IO_ABSENT_H
#define DOSEAU_IO_ABSENT_H
/* Words in a column of numbers that say that there is none: n.b., NA, `-`, niet bepaald. */
#include "io/reader.h"

/* Whether a cell says that nothing was determined. `*other`: what else laboratories mean by the
 * word; NULL: nothing. */
bool absent_is(const char *cell, const char **other);

/* Empties such cells in the columns of numbers of the row at hand, and counts them. */
void absent_empty(reader *r);

/* Says of each word once how it was read, and where it stands first; ends the counting. */
void absent_report(reader *r);
#endif
