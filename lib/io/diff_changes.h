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

struct doseau_diff {
    json_result result[2];
    doseau_file files[2];
    array changes; /* diff_change */
    array reasons; /* diff_reason */
};
#endif
