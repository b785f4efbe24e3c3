/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "io/reader.h"
#include <doseau/isomer_sums.h>

/* sums.csv: sums of isomers to be formed of their parts. */

enum { SUM, PART, COLUMNS };

static const column_spec columns[COLUMNS] = {
    [SUM] = COLUMN("sum", "som"),
    [PART] = COLUMN("part", "isomer;deel"),
};

static void read_row(reader *r)
{
    doseau_sum_part p = {.origin = reader_origin(r)};
    reader_needs(r, SUM);
    reader_needs(r, PART);
    reader_text(r, SUM, &p.sum);
    reader_text(r, PART, &p.part);
    if (r->bad) return;
    const doseau_status status = doseau_study_add_sum_part(r->study, &p);
    if (status == DOSEAU_EDATA)
        reader_problem(r, DOSEAU_ERROR, "part_twice", PART, "the sum has this part already");
    else
        reader_keep(r, status);
}

const format format_sums = {"sums", "sum;part", columns, COLUMNS, read_row, NO_PART};
