/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "io/shape.h"
#include "base/text.h"
#include "io/formats.h"
#include "io/map.h"
#include <stdlib.h>
#include <string.h>

/* The columns that are made, as measurements call them. */
static const char *const columns[SHAPE_COLUMNS] = {
    "substance",
    "date",
    "weekday",
    "replicate",
    "concentration_ng_per_l",
    "lod_ng_per_l",
    "loq_ng_per_l",
    "qualifier",
    "below_lod",
    "below_loq",
    "not_detected",
    "load_mg_d_1000p",
    "lod_mg_d_1000p",
    "loq_mg_d_1000p",
};

size_t shape_column_of(shape_part part, const doseau_unit *unit)
{
    const bool load = unit && unit->dimension == DOSEAU_LOAD;
    return load && part >= SHAPE_VALUE && part <= SHAPE_LOQ
               ? SHAPE_PARTS + (size_t)(part - SHAPE_VALUE)
               : (size_t)part;
}

const char *shape_keep(shape *s, const char *words)
{
    char *copy = strdup(words);
    s->texts.item_size = sizeof copy;
    if (copy && !array_add(&s->texts, &copy)) return copy;
    free(copy);
    s->failed = true;
    return "";
}

const char **shape_keep_list(shape *s, size_t n)
{
    const char **list = calloc(n + 1, sizeof *list);
    s->texts.item_size = sizeof list;
    if (list && !array_add(&s->texts, &list)) return list;
    free(list);
    s->failed = true;
    return NULL;
}

void shape_report(reader *r, doseau_level level, const char *code, const rows_record *header,
                  size_t field, const char *message, ...)
{
    text full = {0};
    va_list args;
    va_start(args, message);
    text_vaddf(&full, message, args);
    va_end(args);
    const doseau_place place = {r->file, header->line, field, header->fields[field - 1]};
    doseau_problems_add(r->problems, level, code, place, "%s", full.bytes ? full.bytes : message);
    text_free(&full);
    if (level == DOSEAU_ERROR) r->bad = true;
}

const char *shape_column(const char *header)
{
    const doseau_unit *unit;
    const column_spec *found = columns_spec(&format_measurements, header, &unit);
    return found ? found->name : NULL;
}

bool shape_is_known(const rows_record *header)
{
    return shape_is_wide(header) || shape_is_days(header);
}

/* ---- The header ---- */

static void use_column(bool used[SHAPE_COLUMNS], const shape *s, shape_part part,
                       const shape_source *from)
{
    if (!from->field && !from->text) return;
    const bool either = s->unit_field && !from->unit;
    used[shape_column_of(part, from->unit)] = true;
    if (either && part >= SHAPE_VALUE && part <= SHAPE_LOQ)
        used[SHAPE_PARTS + (size_t)(part - SHAPE_VALUE)] = true;
}

/* Which columns some result has. */
static void list_columns(const shape *s, bool used[SHAPE_COLUMNS])
{
    const shape_limits *rows_of = s->limits.items;
    for (size_t i = 0; i < s->slots.size; i++) {
        const shape_slot *slot = &SHAPE_SLOTS(s)[i];
        for (size_t p = 0; p < SHAPE_PARTS; p++) use_column(used, s, (shape_part)p, &slot->part[p]);
        for (size_t k = 0; k < s->limits.size; k++)
            used[shape_column_of(rows_of[k].part, slot->part[SHAPE_VALUE].unit)] = true;
    }
}

static doseau_status add_field(shape *s, const char *name)
{
    const rows_field place = {0};
    const char *nothing = "";
    doseau_status status = array_add(&s->heads, &name);
    if (!status) status = array_add(&s->fields, &nothing);
    if (!status) status = array_add(&s->places, &place);
    return status;
}

/* Puts the header together that the format sees. */
static doseau_status make_header(shape *s, const rows_record *header)
{
    bool used[SHAPE_COLUMNS] = {false};
    doseau_status status = s->failed ? DOSEAU_ENOMEM : DOSEAU_OK;
    s->heads.item_size = s->fields.item_size = sizeof(const char *);
    s->places.item_size = sizeof(rows_field);
    for (size_t i = 0; !status && i < s->n; i++) status = add_field(s, s->names[i]);
    list_columns(s, used);
    for (size_t c = 0; !status && c < SHAPE_COLUMNS; c++) {
        if (!used[c]) continue;
        status = add_field(s, columns[c]);
        s->at[c] = s->heads.size;
    }
    const shape_constant *constant = s->constants.items;
    for (size_t i = 0; !status && i < s->constants.size; i++)
        status = add_field(s, constant[i].name);
    if (status) return status;
    s->header = *header;
    s->header.fields = s->heads.items;
    s->header.n = s->heads.size;
    s->header.shown = header->fields;
    s->header.n_shown = s->n;
    return DOSEAU_OK;
}

static doseau_status copy_names(shape *s, const rows_record *header)
{
    s->n = header->n;
    s->names = shape_keep_list(s, header->n);
    for (size_t i = 0; s->names && i < header->n; i++) s->names[i] = header->fields[i];
    s->slots.item_size = sizeof(shape_slot);
    s->limits.item_size = sizeof(shape_limits);
    s->constants.item_size = sizeof(shape_constant);
    return s->names ? DOSEAU_OK : DOSEAU_ENOMEM;
}

/* The record below the header, of which `*lines` is to be freed; n 0: there is none. */
static doseau_status read_below(const input *in, rows **lines, rows_record *below)
{
    bool more = true;
    *below = (rows_record){0};
    *lines = input_rows(in, "");
    doseau_status status = *lines ? DOSEAU_OK : DOSEAU_ENOMEM;
    for (int i = 0; !status && more && i < 2; i++) status = rows_next(*lines, below, &more, NULL);
    if (!more) below->n = 0;
    return status;
}

static void use_units(shape *s, reader *r, const rows_record *header, const rows_record *units)
{
    s->units_line = units->line;
    doseau_problems_add(r->problems, DOSEAU_NOTICE, "row_aside",
                        (doseau_place){.file = r->file, .line = units->line},
                        "the row is read as the units of the columns");
    shape_name_units(s, r, header, units);
}

/* The shape that the file tells by itself. */
static doseau_status find_alone(shape *s, reader *r, const input *in, const rows_record *header)
{
    rows *lines;
    rows_record below;
    doseau_status status = read_below(in, &lines, &below);
    const bool units = !status && shape_is_units(header, &below);
    const bool wide = shape_is_wide(header), days = shape_is_days(header);
    s->made = units || wide || days;
    if (!status && s->made) status = copy_names(s, header);
    if (!status && units) use_units(s, r, header, &below);
    if (!units) below.n = 0;
    if (!status && wide) status = shape_plan_wide(s, r, header, &below);
    if (!status && wide) status = shape_read_limits(s, r, in, header);
    if (!status && days && !wide) status = shape_plan_days(s, r, header, &below);
    rows_free(lines);
    return status;
}

/* The unit that a map gives the column; NULL: none. */
static const doseau_unit *mapped_unit(const shape *s, size_t field)
{
    const doseau_unit *unit = NULL;
    for (size_t i = 0; i < s->slots.size; i++)
        for (size_t p = SHAPE_VALUE; p <= SHAPE_LOQ; p++)
            if (SHAPE_SLOTS(s)[i].part[p].field == field) return SHAPE_SLOTS(s)[i].part[p].unit;
    if (*s->names[field - 1]) columns_spec(&format_measurements, s->names[field - 1], &unit);
    return unit;
}

/* Units stand in the map: a row of them in the file must not contradict it. */
static void compare_units(shape *s, reader *r, const rows_record *units)
{
    s->units_line = units->line;
    doseau_problems_add(r->problems, DOSEAU_NOTICE, "row_aside",
                        (doseau_place){.file = r->file, .line = units->line},
                        "the row is passed over: it has the units of the columns");
    for (size_t i = 0; i < s->n && i < units->n; i++) {
        const doseau_unit *unit = mapped_unit(s, i + 1);
        const doseau_unit *told = unit ? doseau_unit_find(unit->dimension, units->fields[i]) : NULL;
        if (!unit || !*units->fields[i] || told == unit) continue;
        doseau_problems_add(r->problems, DOSEAU_ERROR, "other_unit",
                            (doseau_place){r->file, units->line, i + 1, s->header.shown[i]},
                            "the unit here is \"%s\", that of the map %s", units->fields[i],
                            unit->name);
        r->bad = true;
    }
}

/* Rows of units and of limits, in a table of which a map says what its columns mean. */
static doseau_status find_rows(shape *s, reader *r, const input *in, const rows_record *header)
{
    rows *lines;
    rows_record below, named = *header;
    doseau_status status = read_below(in, &lines, &below);
    named.fields = s->names;
    if (!status && shape_is_units(header, &below)) compare_units(s, r, &below);
    if (!status && s->slots.size && SHAPE_SLOTS(s)->part[SHAPE_SUBSTANCE].text)
        status = shape_read_limits(s, r, in, &named);
    rows_free(lines);
    return status;
}

doseau_status shape_find(shape *s, reader *r, const input *in, const rows_record *header)
{
    doseau_status status;
    *s = (shape){.made = false};
    if (r->map && (map_names(r->map, &r->table) || map_fits(r->map, &r->table, header))) {
        r->map->used = s->made = true;
        status = copy_names(s, header);
        if (!status) status = shape_plan_map(s, r, r->map, header);
        if (!status) status = find_rows(s, r, in, header);
    } else {
        status = find_alone(s, r, in, header);
    }
    return status || !s->made ? status : make_header(s, header);
}

void shape_free(shape *s)
{
    void **kept = s->texts.items;
    for (size_t i = 0; i < s->texts.size; i++) free(kept[i]);
    array *const lists[] = {&s->slots, &s->limits, &s->constants, &s->texts,
                            &s->heads, &s->fields, &s->places};
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) array_free(lists[i]);
}
