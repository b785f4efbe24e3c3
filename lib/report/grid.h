/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_REPORT_GRID_H
#define DOSEAU_REPORT_GRID_H
/* The data of a figure as people read them: rows of texts in the language of the page, the first
 * row with what the columns are. */
#include "base/array.h"
#include "base/text.h"
#include <stdbool.h>

typedef struct grid {
    size_t columns;
    array cells; /* of char *, row by row */
    bool failed; /* memory ran out */
} grid;

grid grid_new(size_t columns);
void grid_free(grid *g);

/* Adds a copy of the next cell; NULL is empty. */
void grid_add(grid *g, const char *cell);

size_t grid_rows(const grid *g);
/* Borrowed; "" where there is none. */
const char *grid_at(const grid *g, size_t row, size_t column);
#endif
