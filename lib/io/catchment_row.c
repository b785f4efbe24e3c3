/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "io/catchment_row.h"
#include "base/text.h"
#include <ctype.h>
#include <string.h>

enum { KIND_SIZE = 16 };

static void read_kind(reader *r, size_t kind, size_t code, uint32_t *index)
{
    char letters[KIND_SIZE];
    const char *cell = reader_cell(r, code);
    size_t n = 0;
    reader_text(r, kind, index);
    if (*index != DOSEAU_NONE) return;
    while (isalpha((unsigned char)cell[n])) n++;
    const bool coded = n && n < sizeof letters && isdigit((unsigned char)cell[n]);
    memcpy(letters, cell, coded ? n : 0);
    letters[coded ? n : 0] = '\0';
    reader_keep(r, doseau_study_text(r->study, coded ? letters : "municipality", index));
}

void catchment_region(reader *r, size_t kind, size_t code, size_t name, doseau_catchment *row)
{
    read_kind(r, kind, code, &row->kind);
    reader_text(r, code, &row->code);
    reader_text(r, name, &row->name);
    if (row->code == DOSEAU_NONE && row->name == DOSEAU_NONE)
        reader_needs(r, r->position[code] ? code : name);
}

void catchment_share(reader *r, size_t column, doseau_catchment *row)
{
    double percent;
    if (!reader_has(r, column) || !reader_number(r, column, true, &percent)) return;
    row->share_percent = (doseau_figure){true, percent};
    if (!(percent >= 0 && percent <= 100))
        reader_problem(r, DOSEAU_ERROR, "share_range", column,
                       "a share is from 0 to 100 %%: \"%s\"", reader_cell(r, column));
}

void catchment_add(reader *r, size_t until, doseau_catchment *row)
{
    if (row->from != DOSEAU_NO_DATE && row->until != DOSEAU_NO_DATE && row->until < row->from)
        reader_problem(r, DOSEAU_ERROR, "ends_before", until, "the row ends before it starts");
    row->broken = r->bad;
    reader_keep(r, doseau_study_add_catchment(r->study, row));
}
