/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_IO_ODM_WIDE_ROWS_H
#define DOSEAU_IO_ODM_WIDE_ROWS_H
/* Which result of a study stands in which row and column of a wide table. A row is a sample: what
 * has another plant, day, code, laboratory, batch, flow or people than the one before begins
 * another, and so does a second result of one measure. */
#include "base/array.h"
#include <doseau/odm.h>

/* What a column holds. */
typedef struct odm_measure {
    uint32_t substance, replicate; /* DOSEAU_NONE: not told, or told by the row */
    doseau_quantity quantity;
} odm_measure;

typedef struct odm_wide_cell {
    const doseau_measurement *m;
    uint32_t replicate;    /* that the row tells; DOSEAU_NONE: it tells none */
    size_t measure, again; /* index of its measure; how many of it the sample has before it */
} odm_wide_cell;

typedef struct odm_wide_rows {
    const doseau_study *study;
    array measures;      /* odm_measure, in the order of the study */
    array cells;         /* odm_wide_cell, row by row, in each by measure */
    array first;         /* size_t: first cell of each row, and the end */
    bool replicate_rows; /* replicates have rows: their names cannot be parts of other names */
    bool lod, loq;       /* some result has one */
    doseau_odm_losses losses;
} odm_wide_rows;

/* DOSEAU_OK, to be ended by odm_wide_rows_free; DOSEAU_ENOMEM. */
doseau_status odm_wide_rows_make(const doseau_study *study, odm_wide_rows *made);
void odm_wide_rows_free(odm_wide_rows *made);

/* The basis of the people; DOSEAU_NONE also for a marker that was not counted in the sample: in a
 * row of results it would say that it was. */
uint32_t odm_wide_basis(const doseau_study *study, const doseau_measurement *m);
#endif
