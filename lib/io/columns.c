/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/text.h"
#include "io/column_match.h"
#include "io/remark.h"
#include "model/copies.h"
#include <doseau/number.h>
#include <string.h>

size_t columns_find(const format *kind, const char *name)
{
    column_match m;
    const size_t c = column_match_find(kind, name, &m);
    return column_match_fit(&m) > 1 ? c : kind->n_columns;
}

const column_spec *columns_spec(const format *kind, const char *header, const doseau_unit **unit)
{
    column_match m;
    const size_t c = column_match_find(kind, header, &m);
    *unit = m.unit;
    return c < kind->n_columns ? &kind->columns[c] : NULL;
}

/* The first part of `needed`, from `part` on, none of whose alternatives is in the header; NULL:
 * none. */
static const char *next_missing(const format *kind, const bool present[], const char *part)
{
    while (*part) {
        const size_t length = strcspn(part, ";");
        bool any = false;
        for (size_t c = 0; c < kind->n_columns; c++) {
            const char *name = kind->columns[c].name;
            const char *at = part;
            while (at < part + length) {
                const size_t word = strcspn(at, ";|");
                any = any || (present[c] && strlen(name) == word && !strncmp(name, at, word));
                at += word + 1;
            }
        }
        if (!any) return part;
        part += length + (part[length] == ';');
    }
    return NULL;
}

size_t columns_match(const format *kind, const rows_record *header, bool *complete)
{
    bool present[READER_COLUMNS] = {false};
    size_t count = 0;
    for (size_t i = 0; i < header->n; i++) {
        column_match m;
        const size_t c = column_match_find(kind, header->fields[i], &m);
        if (c == kind->n_columns) continue;
        count += !present[c];
        present[c] = true;
    }
    *complete = !next_missing(kind, present, kind->needed);
    return count;
}

/* A field as the file spells it. */
static const char *shown(const rows_record *header, size_t field)
{
    return header->shown && field < header->n_shown ? header->shown[field] : header->fields[field];
}

static void report(reader *r, doseau_level level, const char *code, const rows_record *header,
                   size_t field, const char *message)
{
    const doseau_place place = {r->file, header->line, field + 1, shown(header, field)};
    doseau_problems_add(r->problems, level, code, place, "%s", message);
    if (level == DOSEAU_ERROR) r->bad = true;
}

/* Einwohnerwerte, PE, i.e., VE: with or without something in brackets behind it. */
static bool is_people_equivalent(const char *header)
{
    char folded[COLUMN_HEADER_SIZE], unit[COLUMN_HEADER_SIZE];
    return (text_fold(header, folded, sizeof folded) &&
            column_is_spelled(PEOPLE_EQUIVALENT_SPELLINGS, folded)) ||
           (column_match_brackets(header, folded, unit) &&
            column_is_spelled(PEOPLE_EQUIVALENT_SPELLINGS, folded));
}

static void report_unit(reader *r, const rows_record *header, size_t field, const column_spec *c,
                        const column_match *m)
{
    text message = {0};
    if (c->dimension == DOSEAU_PEOPLE && is_people_equivalent(m->unit_text))
        text_addf(&message,
                  "\"%s\" counts what pollutes as if people had done it, and is no number of "
                  "people: give that as population",
                  m->unit_text);
    else if (*m->unit_text)
        text_addf(&message, "the unit \"%s\" is not known here; write for example %s", m->unit_text,
                  c->name);
    else
        text_addf(&message, "the unit is missing; write for example %s (%s)", shown(header, field),
                  doseau_unit_inside(c->dimension)->name);
    report(r, DOSEAU_ERROR, "no_unit", header, field, message.bytes ? message.bytes : "no unit");
    text_free(&message);
}

void columns_add_factor(text *message, const doseau_unit *unit)
{
    char factor[DOSEAU_NUMBER_SIZE];
    const doseau_unit *inside = doseau_unit_target(unit);
    if (unit == inside) return;
    doseau_number_format(unit->factor, factor);
    text_addf(message, ": %s * %s = %s", unit->name, factor, inside->name);
}

/* Says how a foreign header was understood. */
static void report_reading(reader *r, const rows_record *header, size_t field, const column_spec *c,
                           const doseau_unit *unit)
{
    if (text_same(shown(header, field), c->name)) return;
    text message = {0};
    char name[COPIES_NAME_SIZE];
    if (unit && unit->copies)
        copies_rename(c->name, name);
    else
        text_copy(name, sizeof name, c->name);
    if (text_same(shown(header, field), name)) return;
    text_addf(&message, "read as %s", name);
    if (unit) columns_add_factor(&message, unit);
    report(r, DOSEAU_NOTICE, "column_read_as", header, field,
           message.bytes ? message.bytes : c->name);
    text_free(&message);
}

/* Whether a scope of the budget names the column, by its header or by our name for it; its cells
 * are then kept. */
static bool keep_label(reader *r, size_t field, const char *name, const char *canonical, bool extra)
{
    size_t n = 0;
    const bool of_results =
        r->format->part == DOSEAU_PART_MEASUREMENTS || r->format->part == DOSEAU_PART_COMPOSITES;
    const doseau_component *c = r->study && of_results ? doseau_study_budget(r->study, &n) : NULL;
    bool kept = false;
    r->labels.item_size = sizeof(reader_label);
    for (size_t i = 0; i < n; i++) {
        if (c[i].scope != DOSEAU_SCOPE_COLUMN) continue;
        const char *wanted = doseau_study_text_at(r->study, c[i].column);
        if (!doseau_same_column(wanted, name) && !doseau_same_column(wanted, canonical)) continue;
        const reader_label label = {field + 1, c[i].column};
        reader_keep(r, array_add(&r->labels, &label));
        reader_keep(r, doseau_study_add_column(r->study, c[i].column, extra));
        kept = true;
    }
    return kept;
}

static void report_extra(reader *r, const rows_record *header, size_t field)
{
    if (is_people_equivalent(shown(header, field)))
        report(
            r, DOSEAU_WARNING, "people_equivalents", header, field,
            "people equivalents count what pollutes as if people had done it, and are no people: "
            "not used; give the number of people as population");
    else
        report(r, DOSEAU_NOTICE, "extra_column", header, field, "the column is not used");
}

/* `flow_remark` may be a flow in a unit that is not known, or something else: it is `doubtful`, as
 * words that mean our column but weakly are, and another column may decide. */
static void map_field(reader *r, const rows_record *header, size_t field, bool doubtful)
{
    column_match m;
    const char *name = header->fields[field];
    if (!*name) return; /* a cell below it will be reported */
    const size_t c = column_match_find(r->format, name, &m);
    if ((m.weak || column_match_fit(&m) == 1) != doubtful) return;
    const bool extra = c == r->format->n_columns || (doubtful && r->position[c]);
    const bool made = header->shown && field >= header->n_shown;
    const char *spelled = shown(header, field);
    const bool kept =
        keep_label(r, field, spelled, extra ? spelled : r->format->columns[c].name, extra);
    if (extra && kept) return;
    if (extra) {
        if (r->format == &format_measurements) remark_watch(r, field, spelled);
        report_extra(r, header, field);
        return;
    }
    const column_spec *column = &r->format->columns[c];
    if (r->position[c]) {
        report(r, DOSEAU_ERROR, "column_twice", header, field,
               "another column of this file means the same");
        return;
    }
    r->position[c] = field + 1;
    r->unit[c] = m.unit;
    r->spelled[c] = spelled;
    if (column->is == COLUMN_QUANTITY && !m.unit)
        report_unit(r, header, field, column, &m);
    else
        report_reading(r, header, field, column, m.unit);
    if (r->study && !made)
        reader_keep(
            r, doseau_study_add_field(r->study, r->file_index, column->name, field + 1, spelled));
}

/* `missing` begins with the alternatives of one column: "name|population;...". */
static void report_missing(reader *r, const rows_record *header, const char *missing)
{
    text names = {0};
    const char *const end = missing + strcspn(missing, ";");
    for (const char *at = missing; at < end;) {
        const size_t length = strcspn(at, ";|");
        const bool first = at == missing, last = at + length == end;
        text_addf(&names, "%s%.*s", first ? "" : last ? " and none " : ", none ", (int)length, at);
        at += length + !last;
    }
    const doseau_place place = {.file = r->file, .line = header->line};
    doseau_problems_add(
        r->problems, DOSEAU_ERROR, "no_column", place, "this %s file has no column %s%s",
        r->format->name, names.bytes ? names.bytes : "",
        memchr(missing, '|', (size_t)(end - missing)) ? ": one of them is needed" : "");
    text_free(&names);
}

static void require(reader *r, const rows_record *header, const char *needed)
{
    bool present[READER_COLUMNS];
    for (size_t c = 0; c < r->format->n_columns; c++) present[c] = r->position[c] != 0;
    const char *missing = needed;
    while ((missing = next_missing(r->format, present, missing))) {
        report_missing(r, header, missing);
        r->bad = true;
        missing += strcspn(missing, ";");
        missing += *missing == ';';
    }
}

void columns_map(reader *r, const rows_record *header)
{
    for (size_t i = 0; i < header->n; i++) map_field(r, header, i, false);
    for (size_t i = 0; i < header->n; i++) map_field(r, header, i, true);
    require(r, header, r->format->needed);
    /* Without them results are results, but of nowhere: each row would say so. */
    if (r->format == &format_measurements) require(r, header, "plant|sample;date|sample|round");
}
