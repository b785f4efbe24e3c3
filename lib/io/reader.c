/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "io/reader.h"
#include "base/text.h"
#include "io/dates.h"
#include <doseau/number.h>
#include <stdarg.h>
#include <string.h>

const char *reader_cell(const reader *r, size_t column)
{
    const size_t position = r->position[column];
    return position && position <= r->record->n ? r->record->fields[position - 1] : "";
}

bool reader_has(const reader *r, size_t column)
{
    return *reader_cell(r, column) != '\0';
}

/* Where a field of the record was made, NULL: it stands where it is. */
static const rows_field *made_at(const reader *r, size_t column)
{
    const size_t position = r->position[column];
    if (!r->record->made || !position || position > r->record->n) return NULL;
    const rows_field *made = &r->record->made[position - 1];
    return made->line ? made : NULL;
}

const doseau_unit *reader_unit(const reader *r, size_t column)
{
    const rows_field *made = made_at(r, column);
    return made && made->unit ? made->unit : r->unit[column];
}

bool reader_is_made(const reader *r, size_t column)
{
    return made_at(r, column) != NULL;
}

doseau_place reader_place(const reader *r, size_t column)
{
    const rows_field *made = made_at(r, column);
    if (made) return (doseau_place){r->file, made->line, made->field, made->name};
    return (doseau_place){r->file, r->record->line, r->position[column], r->spelled[column]};
}

void reader_problem(reader *r, doseau_level level, const char *code, size_t column,
                    const char *message, ...)
{
    text full = {0};
    va_list args;
    va_start(args, message);
    text_vaddf(&full, message, args);
    va_end(args);
    doseau_problems_add(r->problems, level, code, reader_place(r, column), "%s",
                        full.bytes ? full.bytes : message);
    text_free(&full);
    if (level == DOSEAU_ERROR) r->bad = true;
}

void reader_count(reader_tally *tally, doseau_place place)
{
    if (tally->n++ == 0) tally->first = place;
}

void reader_lose_row(reader *r)
{
    if (r->format->part != NO_PART)
        doseau_study_mark_incomplete(r->study, (doseau_part)r->format->part);
}

doseau_origin reader_origin(const reader *r)
{
    return (doseau_origin){r->file_index, (uint32_t)r->record->line, (uint32_t)r->record->result};
}

void reader_amount(reader *r, size_t column)
{
    const doseau_unit *unit = reader_unit(r, column);
    if (!unit || !reader_has(r, column)) return;
    if (doseau_study_set_amount(r->study, unit->copies ? DOSEAU_COPIES : DOSEAU_MASS))
        reader_problem(r, DOSEAU_ERROR, "two_amounts", column,
                       "a number in %s, but others of the study are in units of %s: make two "
                       "studies of them",
                       unit->name, unit->copies ? "mass" : "copies");
}

void reader_keep_labels(reader *r)
{
    const reader_label *label = r->labels.items;
    for (size_t i = 0; i < r->labels.size; i++) {
        uint32_t value = DOSEAU_NONE;
        const char *cell =
            label[i].position <= r->record->n ? r->record->fields[label[i].position - 1] : "";
        if (!*cell) continue;
        reader_keep(r, doseau_study_text(r->study, cell, &value));
        if (!r->status)
            reader_keep(r,
                        doseau_study_add_label(r->study, reader_origin(r), label[i].column, value));
    }
}

static void keep_quote(reader *r, size_t column)
{
    const doseau_place place = reader_place(r, column);
    doseau_quote quote = {.origin = reader_origin(r),
                          .line = place.line,
                          .field = place.column,
                          .canonical = r->format->columns[column].name,
                          .unit = reader_unit(r, column)};
    reader_keep(r, doseau_study_text(r->study, place.field ? place.field : r->spelled[column],
                                     &quote.header));
    reader_keep(r, doseau_study_text(r->study, reader_cell(r, column), &quote.cell));
    if (!r->status) reader_keep(r, doseau_study_add_quote(r->study, &quote));
}

void reader_keep_quotes(reader *r)
{
    for (size_t c = 0; r->quotes && !r->status && c < r->format->n_columns; c++)
        if (reader_has(r, c)) keep_quote(r, c);
}

void reader_keep(reader *r, doseau_status status)
{
    if (status && !r->status) r->status = status;
}

bool reader_needs(reader *r, size_t column)
{
    if (reader_has(r, column)) return true;
    reader_problem(r, DOSEAU_ERROR, "empty", column, "the cell is empty");
    return false;
}

void reader_text(reader *r, size_t column, uint32_t *index)
{
    *index = DOSEAU_NONE;
    if (reader_has(r, column))
        reader_keep(r, doseau_study_text(r->study, reader_cell(r, column), index));
}

bool reader_plant(reader *r, size_t column, bool needed, uint32_t *plant)
{
    *plant = DOSEAU_NONE;
    if (reader_has(r, column))
        reader_keep(r, doseau_study_plant(r->study, reader_cell(r, column), plant));
    else if (needed)
        return reader_needs(r, column);
    return true;
}

bool reader_substance(reader *r, size_t column, bool needed, uint32_t *substance)
{
    *substance = DOSEAU_NONE;
    if (reader_has(r, column))
        reader_keep(r, doseau_study_substance(r->study, reader_cell(r, column), substance));
    else if (needed)
        return reader_needs(r, column);
    return true;
}

/* Our own two ways first, which leave nothing to settle. */
static doseau_status read_day(reader *r, size_t column, const char *cell, doseau_date *day,
                              int *minute)
{
    dates_cell in;
    if (!r->dialect.date_order && doseau_date_parse(cell, day, minute) == DOSEAU_OK)
        return DOSEAU_OK;
    const doseau_status status = dates_read(cell, r->dialect.date_order, &in);
    if (!status) {
        *day = in.day[r->date_order ? r->date_order - 1 : 0];
        *minute = in.minute;
        return *day == DOSEAU_NO_DATE ? DOSEAU_EDOMAIN : DOSEAU_OK;
    }
    if (status != DOSEAU_EPARSE || !r->study ||
        !dates_read_serial(cell, r->decimal_mark, day, minute))
        return status;
    const bool counted = r->record->again && !made_at(r, column);
    if (!counted) reader_count(&r->serials, reader_place(r, column));
    return DOSEAU_OK;
}

bool reader_date(reader *r, size_t column, bool needed, doseau_date *date, int *minute)
{
    int time = -1;
    *date = DOSEAU_NO_DATE;
    if (minute) *minute = -1;
    if (!reader_has(r, column)) return needed ? reader_needs(r, column) : true;
    const char *cell = reader_cell(r, column);
    const doseau_status status = read_day(r, column, cell, date, &time);
    /* Spreadsheets put midnight behind a day; another time says that the cell means something else.
     */
    const bool timed = !minute && time > 0;
    if (status == DOSEAU_OK && !timed) {
        if (minute) *minute = time;
        return true;
    }
    if (status == DOSEAU_EDOMAIN)
        reader_problem(r, DOSEAU_ERROR, "no_such_day", column, "there is no such day: \"%s\"",
                       cell);
    else
        reader_problem(r, DOSEAU_ERROR, "bad_date", column, "%s: \"%s\"",
                       status ? "not a date (2024-03-11, 11-03-2024, 11 mrt 2024)"
                              : "a time stands behind the day",
                       cell);
    *date = DOSEAU_NO_DATE;
    return false;
}

/* What may stand between thousands at `at`: a mark, or a blank that does not break or is thin; its
 * length, 0: nothing. */
static size_t thousands_mark(const char *at)
{
    static const char *const blanks[] = {"\xC2\xA0", "\xE2\x80\xAF", "\xE2\x80\x89"};
    for (size_t i = 0; i < sizeof blanks / sizeof *blanks; i++)
        if (text_starts(at, blanks[i])) return strlen(blanks[i]);
    return *at && strchr("., '", *at);
}

const char *reader_thousands(const reader *r, const char *cell)
{
    static const char digits[] = "0123456789";
    bool found = false;
    if (!strspn(cell, digits + 1)) return "";
    for (const char *at = cell + strspn(cell, digits); *at; at += strspn(at, digits)) {
        const size_t mark = thousands_mark(at);
        if (!mark) return "";
        found = found || (*at != r->decimal_mark && strspn(at + mark, digits) == 3);
        at += mark;
    }
    return found ? "; nothing may stand between thousands" : "";
}

bool reader_number(reader *r, size_t column, bool needed, double *value)
{
    *value = 0;
    if (!reader_has(r, column)) return needed ? reader_needs(r, column) : true;
    const char *cell = reader_cell(r, column);
    double number = 0;
    doseau_status status = doseau_number_parse(cell, r->decimal_mark, &number);
    const doseau_unit *unit = reader_unit(r, column);
    if (!status && unit) status = doseau_unit_convert(unit, &number, 1);
    if (status == DOSEAU_EDOMAIN)
        reader_problem(r, DOSEAU_ERROR, "number_range", column,
                       "the number is out of range: \"%s\"", cell);
    else if (status)
        reader_problem(r, DOSEAU_ERROR, "bad_number", column,
                       "not a number (decimal mark here: %c%s): \"%s\"", r->decimal_mark,
                       reader_thousands(r, cell), cell);
    else
        *value = number;
    return status == DOSEAU_OK;
}

bool reader_positive(reader *r, size_t column, bool needed, double *value)
{
    double number;
    *value = 0;
    if (!reader_number(r, column, needed, &number)) return false;
    if (!reader_has(r, column)) return true;
    if (!(number > 0)) {
        reader_problem(r, DOSEAU_ERROR, "not_positive", column, "must be above 0: \"%s\"",
                       reader_cell(r, column));
        return false;
    }
    *value = number;
    return true;
}
