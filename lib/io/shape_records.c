/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "io/qualifier.h"
#include "io/shape.h"
#include <string.h>

bool shape_is_aside(const shape *s, const rows_record *record)
{
    const shape_limits *limits = s->limits.items;
    if (!s->made) return false;
    for (size_t i = 0; i < s->limits.size; i++)
        if (limits[i].line == record->line) return true;
    return s->units_line == record->line;
}

size_t shape_size(const shape *s)
{
    return s->made && s->slots.size ? s->slots.size : 1;
}

static const char *cell_of(const shape *s, const rows_record *record, size_t field)
{
    if (!field || field > record->n) return "";
    const char *cell = record->fields[field - 1];
    const char *missing = s->missing ? s->missing[field - 1] : NULL;
    return missing && strcmp(missing, cell) == 0 ? "" : cell;
}

static const doseau_unit *unit_of(const shape *s, const rows_record *record,
                                  const shape_source *from)
{
    return from->unit || !s->unit_field ? from->unit
                                        : heading_unit(cell_of(s, record, s->unit_field));
}

/* Whether a result says anything: a number, a word, or beside them that it is below a limit. */
static bool has_content(const shape *s, const shape_slot *slot, const rows_record *record)
{
    if (*cell_of(s, record, slot->part[SHAPE_VALUE].field)) return true;
    for (size_t p = SHAPE_QUALIFIER; p <= SHAPE_NOT_DETECTED; p++) {
        qualifier q;
        const char *cell = cell_of(s, record, slot->part[p].field);
        if (!*cell) continue;
        if (p == SHAPE_QUALIFIER ? qualifier_parse(cell, &q) : qualifier_parse_below(cell, &q))
            return true;
        if (q != QUALIFIER_PLAIN && q != QUALIFIER_NONE && q != QUALIFIER_ABSENT) return true;
    }
    return false;
}

static void put(shape *s, size_t column, const char *words, rows_field place)
{
    const size_t at = s->at[column];
    if (!at) return;
    ((const char **)s->fields.items)[at - 1] = words;
    ((rows_field *)s->places.items)[at - 1] = place;
}

static void put_part(shape *s, const rows_record *record, shape_part part, const shape_source *from,
                     const doseau_unit *unit)
{
    if (from->field)
        put(s, shape_column_of(part, unit), cell_of(s, record, from->field),
            (rows_field){record->line, from->field, s->header.shown[from->field - 1], unit});
    else if (from->text)
        put(s, shape_column_of(part, unit), from->text,
            (rows_field){from->line, from->text_field,
                         from->text_field ? s->header.shown[from->text_field - 1] : NULL, unit});
}

/* A limit that the record does not have itself stands in a row of limits, that of the plant first.
 */
static void put_limit(shape *s, const rows_record *record, shape_part part, const shape_slot *slot,
                      const doseau_unit *unit)
{
    const shape_limits *limits = s->limits.items, *best = NULL;
    const size_t field = slot->part[SHAPE_VALUE].field;
    const char *plant = cell_of(s, record, s->plant_field);
    for (size_t i = 0; i < s->limits.size; i++) {
        const bool own = *limits[i].plant && strcmp(limits[i].plant, plant) == 0;
        if (limits[i].part != part || field > limits[i].n || !*limits[i].cells[field - 1]) continue;
        if (own || (!*limits[i].plant && !best)) best = &limits[i];
    }
    if (best)
        put(s, shape_column_of(part, unit), best->cells[field - 1],
            (rows_field){best->line, field, s->header.shown[field - 1],
                         best->unit ? best->unit : unit});
}

bool shape_make(shape *s, const rows_record *record, size_t index, rows_record *made)
{
    *made = *record;
    if (!s->made) return true;
    const char **fields = s->fields.items;
    rows_field *places = s->places.items;
    for (size_t i = 0; i < s->heads.size; i++) {
        places[i] = (rows_field){0};
        fields[i] = i < s->n && *s->names[i] ? cell_of(s, record, i + 1) : "";
    }
    const shape_constant *constant = s->constants.items;
    for (size_t i = 0; i < s->constants.size; i++)
        fields[s->heads.size - s->constants.size + i] = constant[i].text;
    made->fields = s->fields.items;
    made->n = s->fields.size;
    made->made = s->places.items;
    made->again = index > 0;
    if (!s->slots.size) return true;

    const shape_slot *slot = &SHAPE_SLOTS(s)[index];
    if (!has_content(s, slot, record)) return false;
    const doseau_unit *unit = unit_of(s, record, &slot->part[SHAPE_VALUE]);
    made->result = slot->part[SHAPE_VALUE].field;
    for (size_t p = 0; p < SHAPE_PARTS; p++) {
        const shape_source *from = &slot->part[p];
        const bool number = p >= SHAPE_VALUE && p <= SHAPE_LOQ;
        put_part(s, record, (shape_part)p, from, number ? from->unit ? from->unit : unit : NULL);
        if ((p == SHAPE_LOD || p == SHAPE_LOQ) && !*cell_of(s, record, from->field))
            put_limit(s, record, (shape_part)p, slot, unit);
    }
    return true;
}

bool shape_has_unit(const shape *s, reader *r, const rows_record *record)
{
    if (!s->made || !s->unit_field) return true;
    const char *cell = cell_of(s, record, s->unit_field);
    if (heading_unit(cell)) return true;
    const doseau_place place = {r->file, record->line, s->unit_field,
                                s->header.shown[s->unit_field - 1]};
    if (*cell)
        doseau_problems_add(r->problems, DOSEAU_ERROR, "no_unit", place,
                            "\"%s\" is no unit of a concentration or load that is known here; "
                            "write for example ng/L",
                            cell);
    else
        doseau_problems_add(r->problems, DOSEAU_ERROR, "no_unit", place,
                            "the unit is missing; write for example ng/L");
    return false;
}
