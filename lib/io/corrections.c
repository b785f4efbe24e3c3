/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "io/corrections.h"
#include "base/text.h"
#include "io/dates.h"
#include "io/result.h"
#include <doseau/correction.h>
#include <doseau/number.h>
#include <stdio.h>
#include <string.h>

/* A correction that may be of rows of the file at hand. */
typedef struct correction_here {
    size_t index;  /* of the study */
    size_t column; /* of the format */
    bool fits;     /* the row at hand */
} correction_here;

/* ---- Which file ---- */

static bool has_rows_to_correct(const reader *r)
{
    const int part = r->format->part;
    return r->study && (part == DOSEAU_PART_MEASUREMENTS || part == DOSEAU_PART_COMPOSITES ||
                        part == DOSEAU_PART_FLOWS || part == DOSEAU_PART_PLANTS);
}

static const char *name_of(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

static bool means_file(const reader *r, const doseau_correction *c)
{
    if (c->file == DOSEAU_NONE) return true;
    const char *file = doseau_study_text_at(r->study, c->file);
    return text_same(file, r->format->name) || table_name_match(&r->table, file) != TABLE_OTHER;
}

/* The column of the file that a correction names, by its header before any other spelling. */
static size_t column_of(const reader *r, const doseau_correction *c)
{
    const char *field = doseau_study_text_at(r->study, c->field);
    for (size_t i = 0; i < r->format->n_columns; i++)
        if (r->position[i] && text_same(r->spelled[i], field)) return i;
    return columns_find(r->format, field);
}

doseau_status corrections_begin(reader *r)
{
    size_t n;
    if (!has_rows_to_correct(r)) return DOSEAU_OK;
    const doseau_correction *all = doseau_study_corrections(r->study, &n);
    doseau_status status = DOSEAU_OK;
    r->corrections.item_size = sizeof(correction_here);
    for (size_t i = 0; !status && i < n; i++) {
        const correction_here here = {.index = i, .column = column_of(r, &all[i])};
        if (here.column < r->format->n_columns && r->position[here.column] &&
            means_file(r, &all[i]))
            status = array_add(&r->corrections, &here);
    }
    return status;
}

/* ---- Which row ---- */

static doseau_date day_of(const reader *r, const char *cell)
{
    doseau_date day;
    dates_cell in;
    int minute;
    if (doseau_date_parse(cell, &day, &minute) == DOSEAU_OK) return day;
    if (dates_read(cell, r->dialect.date_order, &in) == DOSEAU_OK) return in.day[r->date_order - 1];
    return dates_read_serial(cell, r->decimal_mark, &day, &minute) ? day : DOSEAU_NO_DATE;
}

static bool same_day(const reader *r, const char *a, const char *b)
{
    const doseau_date day = day_of(r, a);
    return day != DOSEAU_NO_DATE && day == day_of(r, b);
}

/* Names of one substance are the same; the European table means the residue of what it names. */
static bool same_name(const reader *r, const char *cell, const char *part)
{
    doseau_weekday a, b;
    if (text_same(cell, part)) return true;
    if (!doseau_weekday_parse(cell, &a) && !doseau_weekday_parse(part, &b)) return a == b;
    const char *meant = r->format == &format_european ? doseau_euda_residue(cell) : cell;
    const doseau_substance *known = doseau_substance_find(meant);
    return known && known == doseau_substance_find(part);
}

static bool is_source(const reader *r, const char *part)
{
    char source[4096];
    snprintf(source, sizeof source, "%s:%zu", r->file, r->record->line);
    return !strcmp(part, source) || !strcmp(part, name_of(source));
}

/* Whether a part of a key is the row's place or the word or day of one of its cells. */
static bool has_part(const reader *r, const char *part)
{
    for (size_t c = 0; c < r->format->n_columns; c++) {
        const column_spec *column = &r->format->columns[c];
        if (column->numeric || !reader_has(r, c)) continue;
        const char *cell = reader_cell(r, c);
        if (column->date ? same_day(r, cell, part) : same_name(r, cell, part)) return true;
    }
    return is_source(r, part);
}

static bool fits(const reader *r, const char *key)
{
    char part[512];
    size_t parts = 0;
    for (const char *at = key; *at;) {
        const size_t length = strcspn(at, "|");
        size_t size = length;
        const char *start = text_trim(at, &size);
        if (size >= sizeof part) return false;
        memcpy(part, start, size);
        part[size] = '\0';
        if (size && !has_part(r, part)) return false;
        parts += size > 0;
        at += length + (at[length] == '|');
    }
    return parts > 0;
}

/* ---- Which cell ---- */

/* Whether two cells say the same: one text, one number, one day. */
static bool same_cell(const reader *r, size_t column, const char *cell, const char *told, char mark)
{
    result_kind a, b;
    double x = 0, y = 0;
    if (!strcmp(cell, told)) return true;
    if (r->format->columns[column].date && same_day(r, cell, told)) return true;
    if (!r->format->columns[column].numeric || !*cell || !*told) return false;
    if (result_parse(cell, r->decimal_mark, &a, &x) || result_parse(told, mark, &b, &y))
        return false;
    return a == b && !(x < y || x > y);
}

/* A cell with its number written with another decimal mark, and times a unit. Words stay as they
 * are. */
static doseau_status rewrite(reader *r, const char *cell, char mark, char wanted,
                             const doseau_unit *unit, uint32_t *rewritten)
{
    result_kind kind;
    double value;
    char written[DOSEAU_NUMBER_SIZE + 1] = "", *number = written;
    const bool known = !result_parse(cell, mark, &kind, &value) &&
                       (kind == RESULT_NUMBER || kind == RESULT_BELOW || kind == RESULT_ABOVE) &&
                       (!unit || !doseau_unit_convert(unit, &value, 1));
    if (!known || (mark == wanted && !unit)) return doseau_study_text(r->study, cell, rewritten);
    if (kind != RESULT_NUMBER) *number++ = kind == RESULT_BELOW ? '<' : '>';
    doseau_number_format(value, number);
    char *point = strchr(number, '.');
    if (point) *point = wanted;
    return doseau_study_text(r->study, written, rewritten);
}

/* Puts the new cell in place of the one that was right. */
static void replace(reader *r, size_t column, doseau_correction *c)
{
    uint32_t now = c->new_cell;
    const doseau_place place = reader_place(r, column);
    const char *was = doseau_study_text_at(r->study, c->old_cell);
    const char *cell = doseau_study_text_at(r->study, c->new_cell);
    const bool numeric = r->format->columns[column].numeric;
    c->old_inside = c->old_cell;
    if (numeric && *cell)
        reader_keep(r, rewrite(r, cell, c->decimal_mark, r->decimal_mark, NULL, &now));
    if (numeric && *was)
        reader_keep(r, rewrite(r, was, c->decimal_mark, '.',
                               c->applied ? NULL : reader_unit(r, column), &c->old_inside));
    const char *stood = reader_cell(r, column);
    if (!c->applied)
        r->record->fields[r->position[column] - 1] = doseau_study_text_at(r->study, now);
    r->corrected |= (uint64_t)1 << column;
    const doseau_place told = doseau_study_place(r->study, c->origin, NULL);
    doseau_problems_add(r->problems, DOSEAU_NOTICE, "corrected", place,
                        "corrected from \"%s\" to \"%s\": %s (%s:%zu)", c->applied ? was : stood,
                        cell, doseau_study_text_at(r->study, c->reason), told.file, told.line);
}

/* What a correction finds in a row that its key fits. */
static doseau_correction_state state_of(const reader *r, size_t column, const doseau_correction *c)
{
    const char *cell = reader_cell(r, column);
    const char *becomes = doseau_study_text_at(r->study, c->new_cell);
    const char *wanted = c->applied ? becomes : doseau_study_text_at(r->study, c->old_cell);
    if (r->corrected >> column & 1) return DOSEAU_CORRECTION_TWICE;
    if (same_cell(r, column, cell, wanted, c->decimal_mark)) return DOSEAU_CORRECTION_DONE;
    if (same_cell(r, column, cell, becomes, c->decimal_mark)) return DOSEAU_CORRECTION_STANDS;
    return DOSEAU_CORRECTION_OTHER;
}

/* Whether the cell is the one that was corrected last: a record with several results comes once for
 * each. */
static bool is_same_cell(const reader *r, size_t column, const doseau_correction *c)
{
    return r->record->again && !reader_is_made(r, column) && c->row.file == r->file_index &&
           c->row.line == r->record->line;
}

static void correct(reader *r, const correction_here *here)
{
    size_t n;
    doseau_correction c = doseau_study_corrections(r->study, &n)[here->index];
    const doseau_correction_state state = state_of(r, here->column, &c);
    if (c.rows == 1 && is_same_cell(r, here->column, &c)) {
        if (state == DOSEAU_CORRECTION_DONE) replace(r, here->column, &c);
    } else if (state != DOSEAU_CORRECTION_STANDS && c.rows++ == 0) {
        c.state = state;
        c.row = reader_origin(r);
        c.column = r->format->columns[here->column].name;
        reader_keep(r, doseau_study_text(r->study, reader_cell(r, here->column), &c.found_cell));
        if (state == DOSEAU_CORRECTION_DONE) replace(r, here->column, &c);
    } else if (c.rows == 0) {
        c.state = state; /* delivered again, and right by now */
    }
    doseau_study_set_correction(r->study, here->index, &c);
}

void corrections_apply(reader *r)
{
    size_t n;
    correction_here *here = r->corrections.items;
    r->corrected = 0;
    if (r->corrections.size == 0) return;
    const doseau_correction *all = doseau_study_corrections(r->study, &n);
    /* Keys are of the row as it stands: all are held against it before any cell changes. */
    for (size_t i = 0; i < r->corrections.size; i++)
        here[i].fits = fits(r, doseau_study_text_at(r->study, all[here[i].index].key));
    for (size_t i = 0; i < r->corrections.size; i++)
        if (here[i].fits) correct(r, &here[i]);
}

#define REPORT(code, field, ...)                                                                   \
    doseau_problems_add(problems, DOSEAU_ERROR, code, doseau_study_place(study, c->origin, field), \
                        __VA_ARGS__)

static void report_one(const doseau_study *study, const doseau_correction *c, bool excused,
                       doseau_problems *problems)
{
    const doseau_place row = doseau_study_place(study, c->row, NULL);
    if (c->rows > 1) {
        REPORT("correction_ambiguous", "key",
               "the key fits %zu rows, the first of them %s:%zu: add cells that only one of them "
               "has",
               c->rows, row.file, row.line);
        return;
    }
    switch (c->state) {
    case DOSEAU_CORRECTION_UNMATCHED:
        if (!excused)
            REPORT("correction_unmatched", "key",
                   "no row has \"%s\" in a file with the column \"%s\"",
                   doseau_study_text_at(study, c->key), doseau_study_text_at(study, c->field));
        break;
    case DOSEAU_CORRECTION_OTHER:
        REPORT("correction_old", c->applied ? "new" : "old", "%s:%zu has \"%s\" there, not \"%s\"",
               row.file, row.line, doseau_study_text_at(study, c->found_cell),
               doseau_study_text_at(study, c->applied ? c->new_cell : c->old_cell));
        break;
    case DOSEAU_CORRECTION_STANDS:
        REPORT("correction_old", "new", "the row has \"%s\" already: this line is not needed",
               doseau_study_text_at(study, c->new_cell));
        break;
    case DOSEAU_CORRECTION_TWICE:
        REPORT("correction_twice", "field", "the same cell of %s:%zu has a correction already",
               row.file, row.line);
        break;
    case DOSEAU_CORRECTION_DONE: break;
    }
}

void corrections_report(const doseau_study *study, doseau_problems *problems)
{
    size_t n;
    /* A row that could not be read may be the one. */
    const bool excused = doseau_problems_count(problems, DOSEAU_ERROR) > 0;
    const doseau_correction *c = doseau_study_corrections(study, &n);
    for (size_t i = 0; i < n; i++) report_one(study, &c[i], excused, problems);
}
