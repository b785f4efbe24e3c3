/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_IO_CORRECTION_ROW_H
#define DOSEAU_IO_CORRECTION_ROW_H
/* Which row of a file a correction means. */
#include "io/reader.h"
#include <doseau/correction.h>

/* Whether each part of a key is the place of the row at hand, or the word or day of one of its
 * cells. */
bool correction_fits(const reader *r, const char *key);

/* Whether two cells are one day, however each writes it. */
bool correction_same_day(const reader *r, const char *a, const char *b);

/* Keeps the words and days of the row at hand, but for the cell that is corrected, with the
 * correction. */
void correction_keep_words(reader *r, size_t corrected, doseau_correction *c);

/* Whether the row at hand tells what the first row of a correction told in another file: what both
 * have of words and days is the same. */
bool correction_told_again(const reader *r, size_t column, const doseau_correction *c);
#endif
