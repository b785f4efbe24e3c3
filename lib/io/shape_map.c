/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/text.h"
#include "io/map.h"
#include "io/nameless.h"
#include "io/shape.h"
#include <string.h>

/* The shape of a file that a map tells. */

#define SLOTS(s) ((shape_slot *)(s)->slots.items)

static const struct {
    const char *name;
    shape_part part;
} parts[] = {
    {"concentration", SHAPE_VALUE},
    {"load", SHAPE_VALUE},
    {"lod", SHAPE_LOD},
    {"loq", SHAPE_LOQ},
    {"qualifier", SHAPE_QUALIFIER},
    {"below_lod", SHAPE_BELOW_LOD},
    {"below_loq", SHAPE_BELOW_LOQ},
    {"not_detected", SHAPE_NOT_DETECTED},
};
enum { PARTS = sizeof parts / sizeof *parts };

/* Which part of a result a meaning is; PARTS: none. */
static size_t find_part(const char *meaning)
{
    size_t i = 0;
    while (i < PARTS && !text_same(parts[i].name, meaning)) i++;
    return i;
}

static void report(const map *m, reader *r, const map_row *row, const char *code,
                   const char *message, const char *word)
{
    doseau_problems_add(r->problems, DOSEAU_ERROR, code,
                        (doseau_place){.file = m->name, .line = row->line}, message, word);
    r->bad = true;
}

static shape_slot *find_slot(const shape *s, const char *substance)
{
    for (size_t i = 0; i < s->slots.size; i++) {
        const char *of = SLOTS(s)[i].part[SHAPE_SUBSTANCE].text;
        if (of ? heading_same(of, substance) : !*substance) return &SLOTS(s)[i];
    }
    return NULL;
}

/* The slot of a substance, which is made where it does not exist; NULL: out of memory. */
static shape_slot *slot_for(shape *s, const map_row *row, size_t line)
{
    shape_slot slot, *known = find_slot(s, row->substance);
    if (known) return known;
    memset(&slot, 0, sizeof slot);
    if (*row->substance)
        slot.part[SHAPE_SUBSTANCE] =
            (shape_source){.text = shape_keep(s, row->substance), .line = line};
    if (array_add(&s->slots, &slot)) {
        s->failed = true;
        return NULL;
    }
    return &SLOTS(s)[s->slots.size - 1];
}

/* A part of the results of one substance. */
static void add_part(shape *s, const map *m, reader *r, const map_row *row, size_t part,
                     size_t field, size_t line)
{
    const shape_part p = parts[part].part;
    const bool number = p >= SHAPE_VALUE && p <= SHAPE_LOQ;
    const doseau_unit *unit = number ? heading_unit(row->unit) : NULL;
    shape_slot *slot = slot_for(s, row, line);
    if (!slot) return;
    if (number && strcmp(row->unit, "?") == 0) { /* which was said */
        r->bad = true;
        return;
    }
    if (number && !unit && (*row->unit || !s->unit_field)) {
        report(m, r, row, "no_unit",
               *row->unit ? "the unit \"%s\" is not known here; write for example ng/L"
                          : "the unit is missing%s; write for example ng/L",
               row->unit);
        return;
    }
    if (slot->part[p].field || slot->part[p].text) {
        report(m, r, row, "column_twice", "another line of the map says the same of %s",
               *row->substance ? row->substance : "the results");
        return;
    }
    slot->part[p] = (shape_source){.field = field,
                                   .text = field ? NULL : shape_keep(s, row->value),
                                   .line = line,
                                   .unit = unit};
    if (p == SHAPE_VALUE && field && r->study &&
        doseau_study_add_field(r->study, r->file_index, "", field, s->header.shown[field - 1]))
        s->failed = true;
}

/* Our name of a column, with the unit that the map tells. */
static const char *name_of(shape *s, const map_row *row)
{
    text name = {0};
    text_addf(&name, *row->unit ? "%s (%s)" : "%s", row->meaning, row->unit);
    const char *kept = shape_keep(s, name.bytes ? name.bytes : "");
    text_free(&name);
    return kept;
}

static void add_row(shape *s, const map *m, reader *r, const rows_record *header,
                    const map_row *row)
{
    const size_t part = find_part(row->meaning);
    const size_t field = *row->column ? map_field(header, row->column) : 0;
    if (*row->column && !field) {
        report(m, r, row, "no_column", "the file has no column \"%s\"", row->column);
        return;
    }
    if (field && s->names[field - 1]) {
        report(m, r, row, "column_twice", "another line of the map has the column \"%s\"",
               row->column);
        return;
    }
    if (field) s->names[field - 1] = "";
    if (field && !*header->fields[field - 1] && nameless_add(r, field)) s->failed = true;
    if (field && *row->missing && s->missing) s->missing[field - 1] = shape_keep(s, row->missing);
    if (text_same(row->meaning, "ignore")) return;
    if (text_same(row->meaning, "unit") && field) return;
    if (part < PARTS && (*row->substance || s->unit_field)) {
        add_part(s, m, r, row, part, field, header->line);
    } else if (field) {
        s->names[field - 1] = name_of(s, row);
    } else {
        const shape_constant constant = {name_of(s, row), shape_keep(s, row->value)};
        if (array_add(&s->constants, &constant)) s->failed = true;
    }
}

/* Columns that no line of the map names are not used. */
static void report_rest(shape *s, reader *r, const rows_record *header)
{
    for (size_t i = 0; i < header->n; i++) {
        if (s->names[i]) continue;
        s->names[i] = "";
        if (*header->fields[i])
            shape_report(r, DOSEAU_NOTICE, "extra_column", header, i + 1,
                         "the map does not name the column: not used");
    }
}

/* A limit beside no result would be lost. */
static void check_slots(const shape *s, const map *m, reader *r, const map_row *first)
{
    for (size_t i = 0; i < s->slots.size; i++) {
        const shape_source *substance = &SLOTS(s)[i].part[SHAPE_SUBSTANCE];
        if (!SLOTS(s)[i].part[SHAPE_VALUE].field)
            report(m, r, first, "no_column", "no column has the results of %s",
                   substance->text ? substance->text : "the substances");
    }
}

doseau_status shape_plan_map(shape *s, reader *r, const map *m, const rows_record *header)
{
    const map_row *row = m->rows.items, *first = NULL;
    s->header.shown = header->fields;
    s->missing = shape_keep_list(s, header->n);
    for (size_t i = 0; i < header->n; i++) s->names[i] = NULL;
    for (size_t i = 0; i < m->rows.size; i++) {
        if (!map_is_of(m, &row[i], &r->table)) continue;
        if (text_same(row[i].meaning, "unit") && *row[i].column)
            s->unit_field = map_field(header, row[i].column);
        if (!first) first = &row[i];
    }
    for (size_t i = 0; i < m->rows.size; i++)
        if (map_is_of(m, &row[i], &r->table)) add_row(s, m, r, header, &row[i]);
    report_rest(s, r, header);
    if (first && !r->bad) check_slots(s, m, r, first);
    return s->failed ? DOSEAU_ENOMEM : DOSEAU_OK;
}
