/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_IO_CORRECTION_ROW_H
#define DOSEAU_IO_CORRECTION_ROW_H
/* Which row of a file a correction means. */
#include "io/reader.h"
#include <doseau/correction.h>

/* A part of a key, or a cell of a row, and what it may mean: found once, since every row is held
 * against every key. */
typedef struct correction_word {
    const char *text;
    const doseau_substance *substance; /* NULL: none that is known */
    doseau_date day;                   /* DOSEAU_NO_DATE: none */
    doseau_weekday weekday;
    bool is_weekday;
    bool is_day; /* a cell of a column of days */
} correction_word;

/* The words and days of a row. */
typedef struct correction_row {
    correction_word word[READER_COLUMNS];
    size_t n;
} correction_row;

/* Adds the parts of a key to r->key_parts. The order of dates of the file must be known.
 * DOSEAU_ENOMEM. */
doseau_status correction_add_key(reader *r, const char *key);

/* The words and days of the row at hand, as they stand. */
void correction_row_words(const reader *r, correction_row *row);

/* Whether each of `n` parts of a key, from r->key_parts[first] on, is the place of the row at hand,
 * or the word or day of one of its cells. */
bool correction_fits(const reader *r, const correction_row *row, size_t first, size_t n);

/* Whether two cells are one day, however each writes it. */
bool correction_same_day(const reader *r, const char *a, const char *b);

/* Keeps the words and days of the row at hand, but for the cell that is corrected, with the
 * correction. */
void correction_keep_words(reader *r, size_t corrected, doseau_correction *c);

/* Whether the row at hand tells what the first row of a correction told in another file: what both
 * have of words and days is the same. */
bool correction_told_again(const reader *r, size_t column, const doseau_correction *c);
#endif
