/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "io/correction_row.h"
#include "base/text.h"
#include "io/dates.h"
#include "io/paths.h"
#include <stdio.h>
#include <string.h>

static doseau_date day_of(const reader *r, const char *cell)
{
    doseau_date day;
    dates_cell in;
    int minute;
    if (doseau_date_parse(cell, &day, &minute) == DOSEAU_OK) return day;
    if (dates_read(cell, r->dialect.date_order, &in) == DOSEAU_OK) return in.day[r->date_order - 1];
    return dates_read_serial(cell, r->decimal_mark, &day, &minute) ? day : DOSEAU_NO_DATE;
}

bool correction_same_day(const reader *r, const char *a, const char *b)
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
    return !strcmp(part, source) || !strcmp(part, paths_name(source));
}

/* Whether it is a cell of a column that is not read, which still tells rows apart. */
static bool is_unread(const reader *r, const char *part)
{
    for (size_t i = 0; i < r->record->n; i++) {
        size_t column = 0;
        while (column < r->format->n_columns && r->position[column] != i + 1) column++;
        if (column == r->format->n_columns && text_same(r->record->fields[i], part)) return true;
    }
    return false;
}

/* Whether a part of a key is the row's place or the word or day of one of its cells. */
static bool has_part(const reader *r, const char *part)
{
    for (size_t c = 0; c < r->format->n_columns; c++) {
        const column_spec *column = &r->format->columns[c];
        if (column->numeric || !reader_has(r, c)) continue;
        const char *cell = reader_cell(r, c);
        if (column->date ? correction_same_day(r, cell, part) : same_name(r, cell, part))
            return true;
    }
    return is_source(r, part) || is_unread(r, part);
}

bool correction_fits(const reader *r, const char *key)
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

/* The words and days of the row at hand, but for the cell that is corrected: NAME, CELL, NAME, ...
 * a line each. */
void correction_keep_words(reader *r, size_t corrected, doseau_correction *c)
{
    text words = {0};
    for (size_t i = 0; i < r->format->n_columns; i++)
        if (i != corrected && !r->format->columns[i].numeric && reader_has(r, i))
            text_addf(&words, "%s\n%s\n", r->format->columns[i].name, reader_cell(r, i));
    reader_keep(r, words.failed ? DOSEAU_ENOMEM
                                : doseau_study_text(r->study, words.bytes ? words.bytes : "",
                                                    &c->row_words));
    text_free(&words);
}

/* Whether a word or day says the same as the column of that name in the row at hand, if it has it.
 */
static bool agrees(const reader *r, const char *name, const char *word)
{
    for (size_t i = 0; i < r->format->n_columns; i++) {
        const column_spec *column = &r->format->columns[i];
        if (strcmp(column->name, name) != 0 || column->numeric || !reader_has(r, i)) continue;
        const char *cell = reader_cell(r, i);
        return column->date ? correction_same_day(r, cell, word) : same_name(r, cell, word);
    }
    return true;
}

/* Whether the row at hand tells what the first row of a correction told in another file. */
bool correction_told_again(const reader *r, size_t column, const doseau_correction *c)
{
    text words = {0};
    bool same = c->row.file != r->file_index && c->column &&
                !strcmp(c->column, r->format->columns[column].name);
    text_add_string(&words, doseau_study_text_at(r->study, c->row_words));
    for (char *at = words.bytes; same && at && *at;) {
        char *name = at, *word = strchr(name, '\n');
        *word++ = '\0';
        at = strchr(word, '\n');
        *at++ = '\0';
        same = agrees(r, name, word);
    }
    same = same && !words.failed;
    text_free(&words);
    return same;
}
