/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "io/odd_limits.h"
#include "model/copies.h"
#include <stdio.h>
#include <string.h>

/* Limits above the LOQ of their row, or below its LOD, of one substance. */
typedef struct odd_limits {
    uint32_t substance;
    doseau_quantity quantity;
    bool above;
    doseau_place first;
    char cell[40]; /* of the first */
    double limit, other;
    size_t n;
    double least, most;
} odd_limits;

static odd_limits *find(reader *r, const doseau_measurement *m, bool above)
{
    odd_limits *o = r->odd_limits.items;
    for (size_t i = 0; i < r->odd_limits.size; i++)
        if (o[i].substance == m->substance && o[i].quantity == m->quantity && o[i].above == above)
            return &o[i];
    const odd_limits fresh = {.substance = m->substance, .quantity = m->quantity, .above = above};
    r->odd_limits.item_size = sizeof fresh;
    reader_keep(r, array_add(&r->odd_limits, &fresh));
    return r->status ? NULL : (odd_limits *)r->odd_limits.items + r->odd_limits.size - 1;
}

void odd_limits_count(reader *r, size_t column, const doseau_measurement *m, double limit)
{
    const bool above = m->loq > 0 && limit > m->loq, below = m->lod > 0 && limit < m->lod;
    odd_limits *o = above || below ? find(r, m, above) : NULL;
    if (!o) return;
    if (o->n++ == 0) {
        o->first = reader_place(r, column);
        snprintf(o->cell, sizeof o->cell, "%s", reader_cell(r, column));
        o->limit = o->least = o->most = limit;
        o->other = above ? m->loq : m->lod;
    }
    if (limit < o->least) o->least = limit;
    if (limit > o->most) o->most = limit;
}

static void report(reader *r, const odd_limits *o)
{
    char limit[DOSEAU_NUMBER_SIZE], other[DOSEAU_NUMBER_SIZE], least[DOSEAU_NUMBER_SIZE],
        most[DOSEAU_NUMBER_SIZE], more[300] = "";
    const char *unit = copies_unit(r->study, o->quantity);
    doseau_number_format(o->limit, limit);
    doseau_number_format(o->other, other);
    doseau_number_format(o->least, least);
    doseau_number_format(o->most, most);
    if (o->n > 1)
        snprintf(more, sizeof more, " (such limits of %.80s: %zu, %s to %s %s)",
                 o->substance == DOSEAU_NONE ? "a substance"
                                             : doseau_study_substance_name(r->study, o->substance),
                 o->n, least, most, unit);
    doseau_problems_add(
        r->problems, DOSEAU_WARNING, o->above ? "limit_above_loq" : "limit_below_lod", o->first,
        "the limit in \"%s\", %s %s, is %s of its row, %s: it is used as it "
        "stands%s; what to do: ask the laboratory which of them holds",
        o->cell, limit, unit, o->above ? "above the LOQ" : "below the LOD", other, more);
}

void odd_limits_report(reader *r)
{
    for (size_t i = 0; i < r->odd_limits.size; i++)
        report(r, (const odd_limits *)r->odd_limits.items + i);
}
