/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/text.h"
#include "io/formats.h"
#include "io/shape.h"
#include <stdlib.h>
#include <string.h>

/* Rows of a table that hold no results: units beneath the header, limits. */

static bool is_any_unit(const char *cell)
{
    return heading_unit(cell) || doseau_unit_find(DOSEAU_FLOW, cell) ||
           doseau_unit_find(DOSEAU_PEOPLE, cell);
}

/* A cell of a row of units that names none. */
static bool is_no_unit(const char *cell)
{
    static const char *const words[] = {"",      "-",       "--",       "unit",
                                        "units", "eenheid", "eenheden", "[-]"};
    return text_index(cell, words, sizeof words / sizeof *words) < sizeof words / sizeof *words;
}

bool shape_is_units(const rows_record *header, const rows_record *record)
{
    size_t units = 0;
    for (size_t i = 0; i < record->n; i++) {
        const bool unit = is_any_unit(record->fields[i]) && i < header->n;
        if (!unit && !is_no_unit(record->fields[i])) return false;
        units += unit;
    }
    return units > 0;
}

/* Whether the row of units has another unit than the header of the column. */
static bool is_other_unit(const column_spec *c, const doseau_unit *unit, const char *below)
{
    return unit && is_any_unit(below) && doseau_unit_find(c->dimension, below) != unit;
}

void shape_name_units(shape *s, reader *r, const rows_record *header, const rows_record *units)
{
    for (size_t i = 0; i < header->n && i < units->n; i++) {
        const doseau_unit *unit;
        const column_spec *c = columns_spec(&format_measurements, header->fields[i], &unit);
        if (!c || c->is != COLUMN_QUANTITY) continue;
        if (is_other_unit(c, unit, units->fields[i]) && !c->unit_optional)
            shape_report(r, DOSEAU_ERROR, "two_units", header, i + 1,
                         "the header says %s, the row of units %s: which is it?", unit->name,
                         units->fields[i]);
        if (unit && !c->unit_optional) continue;
        if (!is_any_unit(units->fields[i])) continue;
        text name = {0};
        text_addf(&name, "%s (%s)", header->fields[i], units->fields[i]);
        s->names[i] = shape_keep(s, name.bytes ? name.bytes : "");
        text_free(&name);
    }
}

/* The field of the header that means a column of measurements; 0: none. */
static size_t field_of(const rows_record *header, const char *column)
{
    for (size_t i = 0; i < header->n; i++) {
        const char *found = shape_column(header->fields[i]);
        if (found && strcmp(found, column) == 0) return i + 1;
    }
    return 0;
}

/* Where a record may say that it holds limits: plant, day or sample. */
enum { PLACES = 5 };

static void find_places(const rows_record *header, size_t places[PLACES])
{
    static const char *const names[PLACES] = {"plant", "date", "sample", "round", "weekday"};
    for (size_t i = 0; i < PLACES; i++) places[i] = field_of(header, names[i]);
}

/* Whether one of these places has the word for a limit; `*at` is its field. */
static bool is_limits(const size_t places[PLACES], const rows_record *record, heading *h,
                      size_t *at)
{
    for (size_t i = 0; i < PLACES; i++) {
        *at = places[i];
        if (*at && *at <= record->n && heading_is_limit(record->fields[*at - 1], h)) return true;
    }
    return false;
}

static void report_twice(reader *r, const char *const *shown, const shape_limits *a,
                         const shape_limits *b, size_t field)
{
    doseau_problems_add(r->problems, DOSEAU_ERROR, "limit_twice",
                        (doseau_place){r->file, b->line, field, shown[field - 1]},
                        "\"%s\", but \"%s\" in line %zu", b->cells[field - 1], a->cells[field - 1],
                        a->line);
    r->bad = true;
}

/* Two rows of the same limit must not differ. */
static void compare(reader *r, const rows_record *header, const shape *s, const shape_limits *b)
{
    const shape_limits *a = s->limits.items;
    const char *const *shown = s->header.shown ? s->header.shown : header->fields;
    for (size_t k = 0; k < s->limits.size; k++) {
        if (a[k].part != b->part || strcmp(a[k].plant, b->plant) != 0) continue;
        for (size_t i = 0; i < a[k].n && i < b->n; i++)
            if (*a[k].cells[i] && *b->cells[i] && strcmp(a[k].cells[i], b->cells[i]) != 0)
                report_twice(r, shown, &a[k], b, i + 1);
    }
}

/* Whether the column holds results. */
static bool is_result(const shape *s, size_t field)
{
    const shape_slot *slot = s->slots.items;
    for (size_t i = 0; i < s->slots.size; i++)
        if (slot[i].part[SHAPE_VALUE].field == field) return true;
    return false;
}

static doseau_status keep(shape *s, reader *r, const rows_record *header, const rows_record *record,
                          const heading *h, size_t at)
{
    shape_limits row = {.line = record->line,
                        .part = h->role == HEADING_LOD ? SHAPE_LOD : SHAPE_LOQ,
                        .unit = h->unit,
                        .plant = "",
                        .n = record->n};
    const size_t plant = s->plant_field;
    if (plant && plant != at && plant <= record->n)
        row.plant = shape_keep(s, record->fields[plant - 1]);
    row.cells = shape_keep_list(s, record->n);
    if (!row.cells) return DOSEAU_ENOMEM;
    for (size_t i = 0; i < record->n; i++) {
        const char *cell = is_result(s, i + 1) ? record->fields[i] : "";
        row.cells[i] = shape_keep(s, *cell == '<' ? cell + 1 : cell);
    }
    compare(r, header, s, &row);
    doseau_problems_add(r->problems, DOSEAU_NOTICE, "row_aside",
                        (doseau_place){.file = r->file, .line = row.line},
                        "the row is read as the %s of the substances%s%s",
                        row.part == SHAPE_LOD ? "LOD" : "LOQ", *row.plant ? " at " : "", row.plant);
    return array_add(&s->limits, &row);
}

doseau_status shape_read_limits(shape *s, reader *r, const input *in, const rows_record *header)
{
    rows_record record;
    heading h;
    size_t at, places[PLACES];
    bool more = true, first = true;
    doseau_status status = DOSEAU_OK;
    find_places(header, places);
    s->plant_field = places[0];
    rows *lines = input_rows(in, r->file);
    if (!lines) return DOSEAU_ENOMEM;
    while (!status && !(status = rows_next(lines, &record, &more, NULL)) && more) {
        if (!first && is_limits(places, &record, &h, &at))
            status = keep(s, r, header, &record, &h, at);
        first = false;
    }
    rows_free(lines);
    return status ? status : s->failed ? DOSEAU_ENOMEM : DOSEAU_OK;
}
