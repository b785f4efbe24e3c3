/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "io/diff_table.h"
#include <math.h>
#include <string.h>

/* What changed in one table of the results. */
typedef diff_part part;

static bool same_row(const diff_change *a, const diff_change *b)
{
    return a->row[DIFF_OLD] == b->row[DIFF_OLD] && a->row[DIFF_NEW] == b->row[DIFF_NEW];
}

/* The change by the largest factor, up or down; the first of those that are alike but for rounding.
 */
static void take_largest(part *p, const diff_change *all, size_t i)
{
    const double alike = 1 + 1e-9;
    double ratio, largest;
    if (!diff_has_ratio(&all[i], &ratio)) return;
    if (p->largest == SIZE_MAX || !diff_has_ratio(&all[p->largest], &largest) ||
        fabs(log(ratio)) > alike * fabs(log(largest)))
        p->largest = i;
}

/* The changes of a table stand together, and those of a row as well. */
doseau_status diff_summary_find(doseau_diff *d)
{
    const diff_change *all = d->changes.items;
    doseau_status status = DOSEAU_OK;
    d->parts = (array){.item_size = sizeof(part)};
    for (size_t i = 0; !status && i < d->changes.size;) {
        part p = {.first = i, .largest = SIZE_MAX};
        for (; i < d->changes.size &&
               !strcmp(diff_table_of(&all[i])->name, diff_table_of(&all[p.first])->name);
             i++) {
            p.added += all[i].row[DIFF_OLD] == SIZE_MAX;
            p.removed += all[i].row[DIFF_NEW] == SIZE_MAX;
            if (diff_is_row(&all[i])) continue;
            p.changed += i == p.first || !same_row(&all[i], &all[i - 1]);
            p.cells++;
            take_largest(&p, all, i);
        }
        status = array_add(&d->parts, &p);
    }
    return status;
}

static void put_largest(doseau_cells *cells, const diff_change *c)
{
    double ratio = 1;
    text of = {0};
    const char *unit;
    diff_has_ratio(c, &ratio);
    doseau_put_number(cells, 100 * (ratio - 1));
    diff_put_by(cells, 100 * (ratio - 1), "%");
    doseau_put_text(cells, diff_changed_name(c, &unit));
    diff_add_of(&of, c->table[DIFF_NEW], c->row[DIFF_NEW]);
    doseau_put_text(cells, of.bytes);
    text_free(&of);
}

static void fill(const void *source, size_t row, doseau_cells *cells)
{
    const doseau_diff *d = source;
    const diff_change *all = d->changes.items;
    const part *p = (const part *)d->parts.items + row;
    doseau_put_text(cells, diff_table_of(&all[p->first])->name);
    doseau_put_number(cells, (double)p->added);
    doseau_put_number(cells, (double)p->removed);
    doseau_put_number(cells, (double)p->changed);
    doseau_put_number(cells, (double)p->cells);
    if (p->largest != SIZE_MAX)
        put_largest(cells, &all[p->largest]);
    else
        for (int i = 0; i < 4; i++) doseau_put_empty(cells);
}

doseau_table doseau_diff_summary_table(const doseau_diff *diff)
{
    static const doseau_column columns[] = {
        {"table", "", "table"},
        {"rows_added", "", "rows added"},
        {"rows_removed", "", "rows removed"},
        {"rows_changed", "", "rows changed"},
        {"cells_changed", "", "cells changed"},
        {"largest_percent", "%", NULL},
        {"largest_by", "", "largest change"},
        {"largest_field", "", NULL},
        {"largest_of", "", "of"},
    };
    return (doseau_table){"diff_summary",   columns, sizeof columns / sizeof *columns,
                          diff->parts.size, diff,    fill};
}
