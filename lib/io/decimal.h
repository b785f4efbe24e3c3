/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_IO_DECIMAL_H
#define DOSEAU_IO_DECIMAL_H
/* Which mark is the decimal one, settled by all numbers of a file: `1,5` tells, `1.234` (thousands
 * or decimals?) does not. */
#include <stddef.h>

typedef struct decimal_votes {
    size_t comma_line, point_line; /* first line that tells; 0: none */
    size_t open_line;              /* first line with a number that could be read both ways */
    char open_cell[32];            /* that number */
    char open_mark;
} decimal_votes;

/* Takes a cell of a numeric column into account; a leading `<` does not matter. */
void decimal_vote(decimal_votes *votes, const char *cell, size_t line);

/* The mark, '.' where no number has one. NUL: nothing settles it, or two lines contradict each
 * other. */
char decimal_settle(const decimal_votes *votes);
#endif
