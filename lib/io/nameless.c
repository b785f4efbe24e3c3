/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "io/nameless.h"
#include "base/text.h"
#include <stdlib.h>
#include <string.h>

/* What stands below a column. */
typedef struct below {
    size_t filled; /* cells with content */
    bool counts;   /* whole numbers that rise from 0 or 1 */
    unsigned long last;
    size_t line; /* of the first cell */
    char cell[64];
} below;

doseau_status nameless_add(reader *r, size_t field)
{
    r->nameless.item_size = sizeof field;
    return array_add(&r->nameless, &field);
}

bool nameless_is_known(const reader *r, size_t field)
{
    const size_t *known = r->nameless.items;
    for (size_t i = 0; i < r->nameless.size; i++)
        if (known[i] == field + 1) return true;
    return false;
}

static void take_cell(below *b, const char *cell, size_t line)
{
    const size_t digits = strspn(cell, "0123456789");
    const unsigned long number = digits && digits < 10 ? strtoul(cell, NULL, 10) : 0;
    const bool whole = digits && digits < 10 && !cell[digits];
    if (!b->filled) {
        b->line = line;
        text_copy(b->cell, sizeof b->cell, cell);
        b->counts = whole && number <= 1;
    } else {
        b->counts = b->counts && whole && number > b->last;
    }
    b->last = number;
    b->filled++;
}

static doseau_status look(const input *in, const rows_record *header, below all[], size_t *records)
{
    rows_record record;
    bool more = true, first = true;
    doseau_status status = DOSEAU_OK;
    rows *lines = input_rows(in, "");
    if (!lines) return DOSEAU_ENOMEM;
    while (!(status = rows_next(lines, &record, &more, NULL)) && more) {
        for (size_t i = 0; !first && i < header->n && i < record.n; i++)
            if (!*header->fields[i] && *record.fields[i])
                take_cell(&all[i], record.fields[i], record.line);
        *records += !first;
        first = false;
    }
    rows_free(lines);
    return status;
}

static void report(reader *r, const rows_record *header, size_t field, const below *b)
{
    const doseau_place place = {r->file, header->line, field + 1, NULL};
    if (field == 0 && b->counts)
        doseau_problems_add(r->problems, DOSEAU_NOTICE, "row_numbers", place,
                            "the column has no name and counts the rows: passed over");
    else
        doseau_problems_add(r->problems, DOSEAU_ERROR, "nameless_column", place,
                            "the column has no name, but cells such as \"%s\" (line %zu): write "
                            "its name above it, or take it out; a map calls it \"field %zu\"",
                            b->cell, b->line, field + 1);
}

doseau_status nameless_find(reader *r, const input *in, const rows_record *header)
{
    size_t named = 0, records = 0;
    while (named < header->n && *header->fields[named]) named++;
    if (named == header->n) return DOSEAU_OK;
    below *all = calloc(header->n, sizeof *all);
    doseau_status status = all ? look(in, header, all, &records) : DOSEAU_ENOMEM;
    for (size_t i = 0; !status && i < header->n; i++) {
        if (2 * all[i].filled <= records || nameless_is_known(r, i)) continue;
        report(r, header, i, &all[i]);
        status = nameless_add(r, i + 1);
    }
    free(all);
    return status;
}
