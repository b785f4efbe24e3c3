/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/text.h"
#include "io/column_match.h"
#include "io/dates.h"
#include "io/formats.h"
#include "io/shape.h"
#include <doseau/weekday.h>
#include <string.h>

/* Days as columns, one row a plant and substance; and one result a row with its unit in a column.
 */

enum { LEAST_DAYS = 2 };

/* What a header is beside the columns of measurements. */
typedef enum day_kind { NO_DAY, A_DATE, A_WEEKDAY } day_kind;

/* `2024-03-12`, `ma 12-3-2024`, `maandag`, with or without a unit behind it, which is cut off. */
static day_kind day_of(const char *header, char name[HEADING_SIZE], const doseau_unit **unit)
{
    dates_cell day;
    doseau_date date;
    doseau_weekday weekday;
    int minute;
    heading h;
    *unit = NULL;
    text_copy(name, HEADING_SIZE, header);
    for (int i = 0; i < 2; i++) {
        if (dates_read(name, DOSEAU_DATE_ORDER_OF_FILE, &day) != DOSEAU_EPARSE) return A_DATE;
        if (dates_read_serial(name, '\0', &date, &minute)) return A_DATE;
        if (doseau_weekday_parse(name, &weekday) == DOSEAU_OK) return A_WEEKDAY;
        heading_read(header, &h);
        *unit = h.unit;
        text_copy(name, HEADING_SIZE, h.name);
    }
    return NO_DAY;
}

bool shape_is_unit(const char *header)
{
    char folded[HEADING_SIZE];
    return text_fold(header, folded, sizeof folded) &&
           column_is_spelled(UNIT_SPELLINGS, folded) != SPELLED_NOT;
}

/* A year stands for the round where days have none. */
static bool is_year(const char *header)
{
    return text_same(header, "year") || text_same(header, "jaar");
}

typedef struct counted {
    size_t dates, weekdays, units;
    bool substance, result, dated, weekday;
} counted;

static counted count(const rows_record *header)
{
    counted n = {0};
    for (size_t i = 0; i < header->n; i++) {
        char name[HEADING_SIZE];
        const doseau_unit *unit;
        const char *column = shape_column(header->fields[i]);
        const day_kind kind = column ? NO_DAY : day_of(header->fields[i], name, &unit);
        n.dates += kind == A_DATE;
        n.weekdays += kind == A_WEEKDAY;
        n.units += shape_is_unit(header->fields[i]);
        if (!column) continue;
        n.substance = n.substance || strcmp(column, "substance") == 0;
        n.dated = n.dated || strcmp(column, "date") == 0 || strcmp(column, "sample") == 0;
        n.weekday = n.weekday || strcmp(column, "weekday") == 0;
        n.result = n.result || strcmp(column, "concentration_ng_per_l") == 0 ||
                   strcmp(column, "load_mg_d_1000p") == 0;
    }
    return n;
}

static bool has_dates(const counted *n)
{
    return n->substance && !n->result && !n->dated && n->dates >= LEAST_DAYS;
}

static bool has_weekdays(const counted *n)
{
    return n->substance && !n->result && !n->dated && !n->weekday && !n->dates &&
           n->weekdays >= LEAST_DAYS;
}

static bool has_units(const counted *n)
{
    return n->substance && n->result && n->units == 1;
}

bool shape_is_days(const rows_record *header)
{
    const counted n = count(header);
    return has_dates(&n) || has_weekdays(&n) || has_units(&n);
}

static void refuse_unit(reader *r, const rows_record *header, size_t field)
{
    shape_report(r, DOSEAU_ERROR, "no_unit", header, field,
                 "the unit is missing; write for example %s (ng/L), or add a column unit",
                 header->fields[field - 1]);
}

/* A column of results of one day. */
static doseau_status add_day(shape *s, reader *r, const rows_record *header, size_t field,
                             day_kind kind, const char *name, const doseau_unit *unit)
{
    shape_slot slot;
    s->names[field - 1] = "";
    if (!unit && !s->unit_field) {
        refuse_unit(r, header, field);
        return DOSEAU_OK;
    }
    memset(&slot, 0, sizeof slot);
    slot.part[kind == A_DATE ? SHAPE_DATE : SHAPE_WEEKDAY] =
        (shape_source){.text = shape_keep(s, name), .line = header->line, .text_field = field};
    slot.part[SHAPE_VALUE] = (shape_source){.field = field, .unit = unit};
    const doseau_status status = r->study ? doseau_study_add_field(r->study, r->file_index, "",
                                                                   field, header->fields[field - 1])
                                          : DOSEAU_OK;
    return status ? status : array_add(&s->slots, &slot);
}

static void name_round(shape *s, const rows_record *header)
{
    for (size_t i = 0; i < header->n; i++) {
        const char *column = shape_column(header->fields[i]);
        if (column && strcmp(column, "round") == 0) return;
    }
    for (size_t i = 0; i < header->n; i++)
        if (is_year(header->fields[i])) s->names[i] = "round";
}

static doseau_status add_days(shape *s, reader *r, const rows_record *header,
                              const rows_record *units)
{
    doseau_status status = DOSEAU_OK;
    for (size_t i = 0; !status && i < header->n; i++) {
        char name[HEADING_SIZE];
        const doseau_unit *unit;
        const char *below = i < units->n ? units->fields[i] : "";
        const day_kind kind =
            shape_column(header->fields[i]) ? NO_DAY : day_of(header->fields[i], name, &unit);
        if (kind == NO_DAY) continue;
        status = add_day(s, r, header, i + 1, kind, name, unit ? unit : heading_unit(below));
    }
    name_round(s, header);
    return status;
}

/* Columns whose own name has no unit: that of the row holds for them. */
static size_t unitless(const rows_record *header, const char *column)
{
    for (size_t i = 0; i < header->n; i++) {
        const doseau_unit *unit;
        const column_spec *c = columns_spec(&format_measurements, header->fields[i], &unit);
        if (c && !unit && strcmp(c->name, column) == 0) return i + 1;
    }
    return 0;
}

/* A result with what stands beside it: a row without a number may still say that it is below a
 * limit. */
static doseau_status add_result(shape *s, reader *r, const rows_record *header)
{
    static const struct {
        const char *column, *title;
    } parts[] = {
        {"concentration_ng_per_l", "result, in the unit of each row"},
        {"lod_ng_per_l", "LOD, in the unit of each row"},
        {"loq_ng_per_l", "LOQ, in the unit of each row"},
        {"qualifier", "qualifier of the result"},
        {"below_lod", "answer whether the result is below the LOD"},
        {"below_loq", "answer whether the result is below the LOQ"},
        {"not_detected", "answer whether nothing was detected"},
    };
    shape_slot slot;
    memset(&slot, 0, sizeof slot);
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        const size_t field = unitless(header, parts[i].column);
        slot.part[SHAPE_VALUE + i].field = field;
        if (!field) continue;
        s->names[field - 1] = "";
        shape_report(r, DOSEAU_NOTICE, "column_read_as", header, field, "read as the %s",
                     parts[i].title);
    }
    if (slot.part[SHAPE_VALUE].field) return array_add(&s->slots, &slot);
    return DOSEAU_OK;
}

/* Limits beside days, in columns without a unit of their own. */
static void add_limits(shape *s, const rows_record *header)
{
    static const char *const names[] = {"lod_ng_per_l", "loq_ng_per_l"};
    shape_slot *slot = s->slots.items;
    for (size_t i = 0; i < 2; i++) {
        const size_t field = unitless(header, names[i]);
        if (!field) continue;
        s->names[field - 1] = "";
        for (size_t k = 0; k < s->slots.size; k++) slot[k].part[SHAPE_LOD + i].field = field;
        for (size_t k = 0; k < s->slots.size; k++)
            slot[k].part[SHAPE_LOD + i].unit = slot[k].part[SHAPE_VALUE].unit;
    }
}

doseau_status shape_plan_days(shape *s, reader *r, const rows_record *header,
                              const rows_record *units)
{
    const counted n = count(header);
    for (size_t i = 0; i < header->n; i++) {
        if (!shape_is_unit(header->fields[i])) continue;
        s->unit_field = i + 1;
        s->names[i] = "";
        shape_report(r, DOSEAU_NOTICE, "column_read_as", header, i + 1,
                     "read as the unit of each row");
    }
    if (has_units(&n)) return add_result(s, r, header);
    const doseau_status status = add_days(s, r, header, units);
    if (!status) add_limits(s, header);
    if (!status && s->slots.size)
        shape_report(r, DOSEAU_NOTICE, "days_as_columns", header,
                     ((shape_slot *)s->slots.items)[0].part[SHAPE_VALUE].field,
                     "this and other days are columns: each cell is a result (such columns: %zu)",
                     s->slots.size);
    return status;
}
