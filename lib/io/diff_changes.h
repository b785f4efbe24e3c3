/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_IO_DIFF_CHANGES_H
#define DOSEAU_IO_DIFF_CHANGES_H
/* What doseau/diff.h finds, before it becomes a table. */
#include "base/array.h"
#include "io/diff_reasons.h"
#include <doseau/diff.h>

enum { DIFF_OLD, DIFF_NEW };

/* A cell that differs, or a whole row that only one result has (column SIZE_MAX). */
typedef struct diff_change {
    const json_table *table[2]; /* NULL: the result does not have it */
    size_t row[2];              /* SIZE_MAX: not there */
    size_t column[2];           /* likewise */
} diff_change;

/* A line for people, from a change on: what row the cells below are of (n = 0), one cell (n = 1),
 * or n rows that came or went. */
typedef struct diff_line {
    size_t change, n;
} diff_line;

/* What changed in one table of the results, from change `first` on. */
typedef struct diff_part {
    size_t first, added, removed, changed, cells;
    size_t largest; /* the change by the largest factor; SIZE_MAX: none has one */
} diff_part;

struct doseau_diff {
    json_result result[2];
    doseau_file files[2];
    array changes; /* diff_change */
    array reasons; /* diff_reason */
    array lines;   /* diff_line */
    array parts;   /* diff_part */
};

/* Fill `lines` and `parts` from `changes` and `reasons`. DOSEAU_ENOMEM. */
doseau_status diff_lines_find(doseau_diff *d);
doseau_status diff_summary_find(doseau_diff *d);
#endif
