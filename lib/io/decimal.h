/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_IO_DECIMAL_H
#define DOSEAU_IO_DECIMAL_H
/* Which mark is the decimal one, settled by all numbers of a file: `1,5` and `1.523,4` tell,
 * `1.234` (thousands or decimals?) does not. */
#include <stddef.h>

/* The first number that speaks for something. */
typedef struct decimal_witness {
    size_t line, column; /* from 1; line 0: there is none */
    char cell[32];       /* cut where it is longer */
} decimal_witness;

typedef struct decimal_votes {
    decimal_witness comma, point; /* for this mark */
    decimal_witness open;         /* can be read both ways */
    char open_mark;               /* the mark in it */
} decimal_votes;

/* Takes a cell of a numeric column into account; a leading `<` does not matter. */
void decimal_vote(decimal_votes *votes, const char *cell, size_t line, size_t column);

/* Adds the votes of a part (a column) to those of the whole: the first witness of each kind by
 * line. */
void decimal_join(decimal_votes *whole, const decimal_votes *part);

/* The mark, '.' where no number has one. NUL: nothing settles it, or two numbers contradict each
 * other. */
char decimal_settle(const decimal_votes *votes);
#endif
