/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "io/odm.h"
#include "io/odm_name.h"

/* Cells of the tables of PHES-ODM 2, in which a word stands where there is no value. */

bool odm_has(const reader *r, size_t column)
{
    return reader_has(r, column) && !odm_is_missing(reader_cell(r, column));
}

void odm_id(reader *r, size_t column, uint32_t *index)
{
    *index = DOSEAU_NONE;
    if (odm_has(r, column)) reader_text(r, column, index);
}

bool odm_plant(reader *r, size_t column, bool needed, uint32_t *plant)
{
    *plant = DOSEAU_NONE;
    if (odm_has(r, column)) return reader_plant(r, column, needed, plant);
    if (needed && reader_has(r, column))
        reader_problem(r, DOSEAU_ERROR, "empty", column, "says nothing: \"%s\"",
                       reader_cell(r, column));
    else if (needed)
        reader_needs(r, column);
    return !needed;
}

void odm_positive(reader *r, size_t column, double *value)
{
    *value = 0;
    if (odm_has(r, column)) reader_positive(r, column, false, value);
}
