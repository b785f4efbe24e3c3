/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_IO_COMPACT_H
#define DOSEAU_IO_COMPACT_H
/* A table without those of its columns that are empty in every row; an empty text is not empty: it
 * keeps its column. */
#include <doseau/table.h>

typedef struct compact {
    const doseau_table *whole;
    doseau_cells *cells; /* a row of the whole table */
    doseau_column *columns;
    size_t *kept; /* their indices there */
    size_t n;
} compact;

/* Looks at all rows. DOSEAU_OK, to be ended by compact_free; DOSEAU_ENOMEM. */
doseau_status compact_make(const doseau_table *whole, compact *made);
void compact_free(compact *made);
doseau_table compact_table(const compact *made); /* borrows it */
#endif
