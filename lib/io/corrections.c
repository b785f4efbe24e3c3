/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "io/corrections.h"
#include "base/text.h"
#include "io/correction_row.h"
#include "io/result.h"
#include <doseau/correction.h>
#include <doseau/number.h>
#include <string.h>

/* A correction that may be of rows of the file at hand. */
typedef struct correction_here {
    size_t index;       /* of the study */
    size_t part, parts; /* of its key, in key_parts */
    size_t column;      /* of the format, of the row at hand; READER_COLUMNS: it has none of it */
    bool fits;          /* the row at hand */
    size_t again;       /* rows of this file that tell again what another file has told */
    size_t line, field; /* of the cell that was corrected last */
} correction_here;

/* ---- Which file ---- */

/* What users decide stands in files of theirs, which they change themselves. */
static bool is_own_choice(const format *kind)
{
    return kind == &format_budget || kind == &format_priors || kind == &format_checks ||
           kind == &format_sums;
}

static bool means_file(const reader *r, const doseau_correction *c)
{
    if (c->file == DOSEAU_NONE) return true;
    const char *file = doseau_study_text_at(r->study, c->file);
    return text_same(file, r->format->name) || table_name_match(&r->table, file) != TABLE_OTHER;
}

/* What the file calls a cell of the row at hand, if there is one. NULL: it has no such cell; a word
 * of a header, or a limit of another row, is none. */
static const char *name_at(const reader *r, size_t column)
{
    if (!r->position[column]) return NULL;
    if (!r->record) return r->spelled[column];
    const doseau_place place = reader_place(r, column);
    return place.line == r->record->line ? place.field : NULL;
}

/* The column that a correction names, by what the file calls it before any other spelling. What is
 * made of a wide table may stand in several: that with a cell goes before. */
static size_t column_of(const reader *r, const doseau_correction *c)
{
    const char *field = doseau_study_text_at(r->study, c->field);
    size_t found = READER_COLUMNS;
    for (size_t i = 0; i < r->format->n_columns; i++) {
        const char *name = name_at(r, i);
        if (!name || !text_same(name, field)) continue;
        if (r->record && reader_has(r, i)) return i;
        if (found == READER_COLUMNS) found = i;
    }
    if (found < READER_COLUMNS) return found;
    const size_t meant = columns_find(r->format, field);
    return meant < r->format->n_columns && r->position[meant] ? meant : READER_COLUMNS;
}

/* Notes that a file could have been meant, and whether it has the column. */
static bool may_be_of(reader *r, size_t index)
{
    size_t n;
    doseau_correction c = doseau_study_corrections(r->study, &n)[index];
    if (!means_file(r, &c)) return false;
    const bool has_column = column_of(r, &c) < READER_COLUMNS, own = is_own_choice(r->format);
    c.file_found = true;
    c.column_found = c.column_found || (has_column && !own);
    c.own_choice = c.own_choice || (has_column && own);
    doseau_study_set_correction(r->study, index, &c);
    return !own;
}

doseau_status corrections_begin(reader *r)
{
    size_t n;
    doseau_status status = DOSEAU_OK;
    if (!r->study || r->format == &format_corrections) return DOSEAU_OK;
    const doseau_correction *all = doseau_study_corrections(r->study, &n);
    r->corrections.item_size = sizeof(correction_here);
    for (size_t i = 0; !status && i < n; i++) {
        if (!may_be_of(r, i)) continue;
        correction_here here = {.index = i, .part = r->key_parts.size};
        status = correction_add_key(r, doseau_study_text_at(r->study, all[i].key));
        here.parts = r->key_parts.size - here.part;
        if (!status) status = array_add(&r->corrections, &here);
    }
    return status;
}

/* ---- Which cell ---- */

/* Whether two cells say the same: one text, one number, one day. */
static bool same_cell(const reader *r, size_t column, const char *cell, const char *told, char mark)
{
    result_kind a, b;
    double x = 0, y = 0;
    if (!strcmp(cell, told)) return true;
    if (r->format->columns[column].date && correction_same_day(r, cell, told)) return true;
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

/* Whether a later correction of the row takes what this one has made of the cell. */
static bool is_followed(const reader *r, const correction_here *here, const doseau_correction *c)
{
    size_t n;
    const doseau_correction *all = doseau_study_corrections(r->study, &n);
    const correction_here *other = r->corrections.items;
    for (size_t i = 0; i < r->corrections.size; i++)
        if (other[i].index > here->index && other[i].fits && other[i].column == here->column &&
            all[other[i].index].applied &&
            same_cell(r, here->column, doseau_study_text_at(r->study, all[other[i].index].old_cell),
                      doseau_study_text_at(r->study, c->new_cell), c->decimal_mark))
            return true;
    return false;
}

/* What a correction finds in a row that its key fits. */
static doseau_correction_state state_of(const reader *r, const correction_here *here,
                                        const doseau_correction *c)
{
    const size_t column = here->column;
    const char *cell = reader_cell(r, column);
    const char *becomes = doseau_study_text_at(r->study, c->new_cell);
    const char *wanted = c->applied ? becomes : doseau_study_text_at(r->study, c->old_cell);
    if (same_cell(r, column, cell, wanted, c->decimal_mark)) return DOSEAU_CORRECTION_DONE;
    if (c->applied && is_followed(r, here, c)) return DOSEAU_CORRECTION_DONE;
    if (r->corrected >> column & 1) return DOSEAU_CORRECTION_TWICE;
    if (same_cell(r, column, cell, becomes, c->decimal_mark)) return DOSEAU_CORRECTION_STANDS;
    return DOSEAU_CORRECTION_OTHER;
}

/* Whether the cell is the one that was corrected last: a record with several results comes once for
 * each. */
static bool is_same_cell(const reader *r, const correction_here *here)
{
    const doseau_place place = reader_place(r, here->column);
    return r->record->again && here->line == place.line && here->field == place.column;
}

static void note_cell(const reader *r, correction_here *here)
{
    const doseau_place place = reader_place(r, here->column);
    here->line = place.line;
    here->field = place.column;
}

static void meet_first(reader *r, size_t column, doseau_correction_state state,
                       doseau_correction *c)
{
    c->state = state;
    c->row = reader_origin(r);
    c->column = r->format->columns[column].name;
    reader_keep(r, doseau_study_text(r->study, reader_cell(r, column), &c->found_cell));
    correction_keep_words(r, column, c);
    if (state == DOSEAU_CORRECTION_DONE) replace(r, column, c);
}

static void correct(reader *r, correction_here *here)
{
    size_t n;
    doseau_correction c = doseau_study_corrections(r->study, &n)[here->index];
    const doseau_correction_state state = state_of(r, here, &c);
    const bool done = state == DOSEAU_CORRECTION_DONE;
    if (is_same_cell(r, here)) {
        if (done) replace(r, here->column, &c);
    } else if (c.rows == 1 && done && c.state == DOSEAU_CORRECTION_DONE && here->again == 0 &&
               correction_told_again(r, here->column, &c)) {
        here->again++;
        replace(r, here->column, &c);
    } else if (state != DOSEAU_CORRECTION_STANDS && c.rows++ == 0) {
        meet_first(r, here->column, state, &c);
    } else if (c.rows == 0) {
        c.state = state; /* delivered again, and right by now */
    }
    note_cell(r, here);
    doseau_study_set_correction(r->study, here->index, &c);
}

static void find_column(reader *r, correction_here *here)
{
    size_t n;
    doseau_correction c = doseau_study_corrections(r->study, &n)[here->index];
    here->column = column_of(r, &c);
    if (here->column == READER_COLUMNS || c.column_found) return;
    c.column_found = true;
    doseau_study_set_correction(r->study, here->index, &c);
}

/* Whether the row at hand is one that the correction means, and has the cell. What is made of a
 * wide table shows row by row which columns there are. */
static bool means_row(reader *r, const correction_row *row, correction_here *here)
{
    size_t n;
    const bool fits = correction_fits(r, row, here->part, here->parts);
    const bool known = doseau_study_corrections(r->study, &n)[here->index].column_found;
    if (fits || (r->record->made && !known)) find_column(r, here);
    return fits && here->column < READER_COLUMNS;
}

void corrections_apply(reader *r)
{
    correction_row row;
    correction_here *here = r->corrections.items;
    r->corrected = 0;
    if (r->corrections.size == 0) return;
    correction_row_words(r, &row);
    /* Keys are of the row as it stands: all are held against it before any cell changes. */
    for (size_t i = 0; i < r->corrections.size; i++) here[i].fits = means_row(r, &row, &here[i]);
    for (size_t i = 0; i < r->corrections.size; i++)
        if (here[i].fits) correct(r, &here[i]);
}
