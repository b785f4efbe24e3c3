/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/text.h"
#include "io/formats.h"
#include "io/shape.h"
#include <doseau/substance.h>
#include <string.h>

/* Substances as columns. */

#define SLOTS(s) ((shape_slot *)(s)->slots.items)

static const shape_part part_of[] = {
    [HEADING_VALUE] = SHAPE_VALUE,
    [HEADING_LOD] = SHAPE_LOD,
    [HEADING_LOQ] = SHAPE_LOQ,
    [HEADING_QUALIFIER] = SHAPE_QUALIFIER,
    [HEADING_BELOW_LOD] = SHAPE_BELOW_LOD,
    [HEADING_BELOW_LOQ] = SHAPE_BELOW_LOQ,
    [HEADING_NOT_DETECTED] = SHAPE_NOT_DETECTED,
};
static const char *const part_names[SHAPE_PARTS] = {
    [SHAPE_VALUE] = "result",
    [SHAPE_LOD] = "LOD",
    [SHAPE_LOQ] = "LOQ",
    [SHAPE_QUALIFIER] = "qualifier",
    [SHAPE_BELOW_LOD] = "below_lod",
    [SHAPE_BELOW_LOQ] = "below_loq",
    [SHAPE_NOT_DETECTED] = "not_detected",
};

static bool is_one_of(const char *name, const char *const list[], size_t n)
{
    return name && text_index(name, list, n) < n;
}

/* The plant, the day and what else every record has. */
static bool is_shared(const char *header)
{
    heading h;
    const doseau_unit *unit;
    const column_spec *column = columns_spec(&format_measurements, header, &unit);
    if (!column) return false;
    heading_read(header, &h);
    if (h.role != HEADING_VALUE || doseau_substance_find(h.name)) return false;
    return column->is != COLUMN_QUANTITY || unit || !h.unit;
}

static bool has_column(const rows_record *header, const char *const list[], size_t n)
{
    for (size_t i = 0; i < header->n; i++)
        if (is_shared(header->fields[i]) && is_one_of(shape_column(header->fields[i]), list, n))
            return true;
    return false;
}

/* A column of results: of a known substance, or of anything with the unit of a result. */
static bool is_value(const char *header, heading *h)
{
    heading_read(header, h);
    return *h->name && h->role == HEADING_VALUE && !is_shared(header) &&
           (h->unit || *h->unknown_unit || doseau_substance_find(h->name));
}

bool shape_is_wide(const rows_record *header)
{
    static const char *const results[] = {"substance", "concentration_ng_per_l", "load_mg_d_1000p"};
    static const char *const days[] = {"date", "sample", "round"};
    size_t known = 0, unknown = 0;
    bool complete;
    heading h;
    for (size_t i = 0; i < header->n; i++) {
        if (!is_value(header->fields[i], &h)) continue;
        known += doseau_substance_find(h.name) != NULL;
        unknown += !doseau_substance_find(h.name);
    }
    if (has_column(header, results, 3) || !has_column(header, days, 3)) return false;
    format_fit(header, &complete);
    return known || (unknown && !complete);
}

static void report_value(reader *r, const rows_record *header, size_t field, const heading *h,
                         const doseau_unit *unit)
{
    const doseau_substance *known = doseau_substance_find(h->name);
    text factor = {0};
    columns_add_factor(&factor, unit);
    shape_report(r, DOSEAU_NOTICE, "column_read_as", header, field, "read as the %s of %s%s",
                 unit->dimension == DOSEAU_LOAD ? "load" : "concentration",
                 known ? known->name : h->name, factor.bytes ? factor.bytes : "");
    text_free(&factor);
}

/* Replicates, and concentrations beside loads, are told apart by the names of PHES-ODM only. */
static bool is_of(const shape_slot *slot, const heading *h)
{
    const char *replicate = slot->part[SHAPE_REPLICATE].text;
    const doseau_unit *unit = slot->part[SHAPE_VALUE].unit;
    return heading_same(slot->part[SHAPE_SUBSTANCE].text, h->name) &&
           (!h->odm || (strcmp(replicate ? replicate : "", h->replicate) == 0 &&
                        unit->dimension == h->unit->dimension));
}

static shape_slot *slot_of(const shape *s, const heading *h)
{
    for (size_t i = 0; i < s->slots.size; i++)
        if (is_of(&SLOTS(s)[i], h)) return &SLOTS(s)[i];
    return NULL;
}

/* The unit of a column: of its header, else of the row of units. False: both, and they differ. */
static bool find_unit(reader *r, const rows_record *header, size_t field, const heading *h,
                      const char *below, const doseau_unit **unit)
{
    const doseau_unit *other = heading_unit(below);
    *unit = h->unit ? h->unit : other;
    if (!h->unit || !other || other == h->unit) return true;
    shape_report(r, DOSEAU_ERROR, "two_units", header, field,
                 "the header says %s, the row of units %s: which is it?", h->unit->name,
                 other->name);
    return false;
}

static void refuse_unit(reader *r, const rows_record *header, size_t field, const heading *h)
{
    if (*h->unknown_unit)
        shape_report(r, DOSEAU_ERROR, "no_unit", header, field,
                     "the unit \"%s\" is not known here; write for example %s (ng/L)",
                     h->unknown_unit, h->name);
    else
        shape_report(r, DOSEAU_ERROR, "no_unit", header, field,
                     "the unit is missing; write for example %s (ng/L), or ng/L in a row of units "
                     "beneath the header",
                     h->name);
}

static doseau_status add_value(shape *s, reader *r, const rows_record *header, size_t field,
                               const heading *h, const char *below)
{
    shape_slot slot;
    const doseau_unit *unit;
    s->names[field - 1] = "";
    if (!find_unit(r, header, field, h, below, &unit)) return DOSEAU_OK;
    if (!unit) {
        refuse_unit(r, header, field, h);
        return DOSEAU_OK;
    }
    const shape_slot *other = slot_of(s, h);
    if (other) {
        shape_report(r, DOSEAU_ERROR, "column_twice", header, field,
                     "field %zu (%s) is the same substance: one of the two is the result",
                     other->part[SHAPE_VALUE].field,
                     header->fields[other->part[SHAPE_VALUE].field - 1]);
        return DOSEAU_OK;
    }
    memset(&slot, 0, sizeof slot);
    slot.part[SHAPE_SUBSTANCE] =
        (shape_source){.text = shape_keep(s, h->name), .line = header->line, .text_field = field};
    slot.part[SHAPE_VALUE] = (shape_source){.field = field, .unit = unit};
    if (*h->replicate)
        slot.part[SHAPE_REPLICATE] = (shape_source){
            .text = shape_keep(s, h->replicate), .line = header->line, .text_field = field};
    for (size_t i = 0; h->odm && s->missing && i < s->n; i++) s->missing[i] = "NA";
    report_value(r, header, field, h, unit);
    const doseau_status status = r->study ? doseau_study_add_field(r->study, r->file_index, "",
                                                                   field, header->fields[field - 1])
                                          : DOSEAU_OK;
    return status ? status : array_add(&s->slots, &slot);
}

/* `LOQ` alone, behind each column of results: that of the one to the left. */
static shape_slot *slot_left(const shape *s, const rows_record *header, size_t field,
                             heading_role role)
{
    heading h;
    size_t n = 0, left = 0;
    for (size_t i = 0; i < header->n; i++) {
        heading_read(header->fields[i], &h);
        n += !*h.name && h.role == role;
        if (i + 1 < field && is_value(header->fields[i], &h)) left = i + 1;
    }
    for (size_t i = left; left && i + 1 < field; i++) {
        heading_read(header->fields[i], &h);
        if (*h.name || h.role == HEADING_VALUE) left = 0;
    }
    if (s->slots.size != 1 && n != s->slots.size) return NULL;
    for (size_t i = 0; i < s->slots.size; i++)
        if (SLOTS(s)[i].part[SHAPE_VALUE].field == left || s->slots.size == 1) return &SLOTS(s)[i];
    return NULL;
}

static void report_beside(reader *r, const rows_record *header, size_t field, shape_part part,
                          const shape_slot *slot)
{
    text factor = {0};
    const doseau_substance *known = doseau_substance_find(slot->part[SHAPE_SUBSTANCE].text);
    if (part == SHAPE_LOD || part == SHAPE_LOQ) columns_add_factor(&factor, slot->part[part].unit);
    shape_report(r, DOSEAU_NOTICE, "column_read_as", header, field, "read as the %s of %s%s",
                 part_names[part], known ? known->name : slot->part[SHAPE_SUBSTANCE].text,
                 factor.bytes ? factor.bytes : "");
    text_free(&factor);
}

static void add_beside(shape *s, reader *r, const rows_record *header, size_t field,
                       const heading *h, const char *below)
{
    const doseau_unit *unit;
    const shape_part part = part_of[h->role];
    shape_slot *slot = *h->name ? slot_of(s, h) : slot_left(s, header, field, h->role);
    if (!slot && *h->name) return; /* of something that has no results here */
    s->names[field - 1] = "";
    if (!slot) {
        shape_report(r, DOSEAU_ERROR, "whose_column", header, field,
                     "the %s of which substance? Write for example %s %s", part_names[part],
                     SLOTS(s)[0].part[SHAPE_SUBSTANCE].text, part_names[part]);
        return;
    }
    const char *name = slot->part[SHAPE_SUBSTANCE].text;
    if (slot->part[part].field) {
        shape_report(r, DOSEAU_ERROR, "column_twice", header, field,
                     "field %zu is the %s of %s as well", slot->part[part].field, part_names[part],
                     name);
        return;
    }
    if (!find_unit(r, header, field, h, below, &unit)) return;
    const doseau_unit *of_value = slot->part[SHAPE_VALUE].unit;
    if (unit && unit->dimension != of_value->dimension) {
        shape_report(r, DOSEAU_ERROR, "other_limit", header, field,
                     "a limit in %s, but the results of %s are in %s", unit->name, name,
                     of_value->name);
        return;
    }
    slot->part[part] = (shape_source){.field = field, .unit = unit ? unit : of_value};
    report_beside(r, header, field, part, slot);
}

/* The start of a sample is its day: where both are told, when it was collected is not. */
static void pass_over_collected(shape *s, const rows_record *header)
{
    bool started = false;
    for (size_t i = 0; i < header->n; i++)
        started = started || text_same(header->fields[i], "sm_collDTStart") ||
                  text_same(header->fields[i], "sas_collDTStart");
    for (size_t i = 0; started && i < header->n; i++)
        if (text_same(header->fields[i], "sm_collDT") || text_same(header->fields[i], "sas_collDT"))
            s->names[i] = "";
}

doseau_status shape_plan_wide(shape *s, reader *r, const rows_record *header,
                              const rows_record *units)
{
    heading h;
    doseau_status status = DOSEAU_OK;
    s->missing = shape_keep_list(s, header->n);
    pass_over_collected(s, header);
    for (size_t i = 0; !status && i < header->n; i++)
        if (is_value(header->fields[i], &h))
            status = add_value(s, r, header, i + 1, &h, i < units->n ? units->fields[i] : "");
    for (size_t i = 0; !status && s->slots.size && i < header->n; i++) {
        if (is_shared(header->fields[i])) continue;
        heading_read(header->fields[i], &h);
        if (h.role != HEADING_VALUE)
            add_beside(s, r, header, i + 1, &h, i < units->n ? units->fields[i] : "");
    }
    return status;
}
