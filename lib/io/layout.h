/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_IO_LAYOUT_H
#define DOSEAU_IO_LAYOUT_H
/* How wide the columns of a table are when people read it, and how its numbers are rounded. */
#include <doseau/number.h>
#include <doseau/table.h>
#include <stdbool.h>
#include <stddef.h>

enum { LAYOUT_LIMIT = 100, LAYOUT_GAP = 2 };

struct layout_column {
    const char *heading, *unit; /* "" where nothing stands */
    bool quantity;              /* its numbers have a unit */
    size_t index;               /* in the table */
    size_t content;             /* widest cell */
    size_t number;              /* widest number: numbers are never cut */
    size_t width;               /* as printed */
    bool right;                 /* a column of numbers */
    double exact_below;         /* integers below it are printed as they are */
};

struct layout {
    struct layout_column *columns; /* those with a heading and something to say */
    size_t n;
    const char *unit; /* that all quantities share, where there are several: it is said once, below
                         the table, and not under the headings; else NULL */
};

/* Reads all rows of the table through `cells`. DOSEAU_OK, to be ended by layout_free; DOSEAU_ENOMEM
 * or what doseau_table_row returned. */
doseau_status layout_measure(const doseau_table *table, doseau_cells *cells, struct layout *layout);
void layout_free(struct layout *layout);

/* What is shown of a cell: nothing of a quiet one. */
doseau_cell_kind layout_cell(const doseau_cells *cells, size_t index);

/* Writes a number as its column prints it; returns the length. */
size_t layout_number(const struct layout_column *c, double value, char digits[DOSEAU_NUMBER_SIZE]);

/* The next line of a heading broken at blanks into lines of at most `width` (a longer word is a
 * line of its own): moves `*rest` past it and returns its start, NULL at the end. */
const char *layout_wrap(const char **rest, size_t width, size_t *size);
#endif
