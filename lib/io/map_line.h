/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_IO_MAP_LINE_H
#define DOSEAU_IO_MAP_LINE_H
/* A line of a map that is proposed. */
#include "io/heading.h"
#include <stddef.h>

enum { MAP_WORD_SIZE = HEADING_SIZE, MAP_EXAMPLES = 3, MAP_EXAMPLE_SIZE = 100 };

typedef struct map_line {
    char column[MAP_WORD_SIZE], meaning[MAP_WORD_SIZE], unit[MAP_WORD_SIZE],
        substance[MAP_WORD_SIZE];
    char example[MAP_EXAMPLE_SIZE]; /* the first cells that differ */
    size_t examples, field;         /* how many; where in a row, from 0 */
    bool nameless;                  /* the column has no name */
    bool weak;                      /* the meaning is that of a word that means it but weakly */
} map_line;

/* What the header of a column tells; "" as `header`: it has no name. */
void map_line_read(map_line *l, const char *header, size_t field);

/* What the columns beside each other and their cells tell: `N1` beside `n1_loq` has results, a
 * limit of TRUE is none, and limits of nothing stay a question. Columns without name and content
 * go. */
void map_lines_settle(map_line *lines, size_t *n);
#endif
