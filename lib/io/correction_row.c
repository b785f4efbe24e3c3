/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "io/correction_row.h"
#include "base/text.h"
#include "io/dates.h"
#include "io/paths.h"
#include <stdio.h>
#include <stdlib.h>
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

/* What a word of a key may mean. */
static correction_word meaning_of(const reader *r, const char *part)
{
    correction_word word = {
        .text = part, .day = day_of(r, part), .substance = doseau_substance_find(part)};
    word.is_weekday = !doseau_weekday_parse(part, &word.weekday);
    return word;
}

/* What a cell means; the European table means the residue of what it names. */
static correction_word meaning_of_cell(const reader *r, size_t column, const char *cell)
{
    correction_word word = {.text = cell, .day = DOSEAU_NO_DATE};
    if (r->format->columns[column].date) {
        word.is_day = true;
        word.day = day_of(r, cell);
        return word;
    }
    word.is_weekday = !doseau_weekday_parse(cell, &word.weekday);
    word.substance =
        doseau_substance_find(r->format == &format_european ? doseau_euda_residue(cell) : cell);
    return word;
}

/* Whether a cell says what a part of a key says. Names of one substance are the same. */
static bool says_same(const correction_word *cell, const correction_word *part)
{
    if (cell->is_day) return cell->day != DOSEAU_NO_DATE && cell->day == part->day;
    if (text_same(cell->text, part->text)) return true;
    if (cell->is_weekday && part->is_weekday) return cell->weekday == part->weekday;
    return cell->substance && cell->substance == part->substance;
}

static bool is_source(const reader *r, const char *part)
{
    char source[4096];
    const char *line = strrchr(part, ':');
    if (!line || strtoul(line + 1, NULL, 10) != r->record->line) return false;
    snprintf(source, sizeof source, "%s:%zu", r->file, r->record->line);
    return !strcmp(part, source) || !strcmp(part, paths_name(source));
}

static bool is_read(const reader *r, size_t field)
{
    for (size_t i = 0; i < r->format->n_columns; i++)
        if (r->position[i] == field + 1) return true;
    return false;
}

/* Whether it is a cell of a column that is not read, which still tells rows apart. */
static bool is_unread(const reader *r, const char *part)
{
    for (size_t i = 0; i < r->record->n; i++)
        if (text_same(r->record->fields[i], part) && !is_read(r, i)) return true;
    return false;
}

doseau_status correction_add_key(reader *r, const char *key)
{
    doseau_status status = DOSEAU_OK;
    r->key_parts.item_size = sizeof(correction_word);
    for (const char *at = key; !status && *at;) {
        uint32_t kept;
        text part = {0};
        const size_t length = strcspn(at, "|");
        size_t size = length;
        const char *start = text_trim(at, &size);
        text_add(&part, start, size);
        status = part.failed ? DOSEAU_ENOMEM : DOSEAU_OK;
        if (!status && size) status = doseau_study_text(r->study, part.bytes, &kept);
        if (!status && size) {
            const correction_word word = meaning_of(r, doseau_study_text_at(r->study, kept));
            status = array_add(&r->key_parts, &word);
        }
        text_free(&part);
        at += length + (at[length] == '|');
    }
    return status;
}

void correction_row_words(const reader *r, correction_row *row)
{
    row->n = 0;
    for (size_t c = 0; c < r->format->n_columns; c++)
        if (!r->format->columns[c].numeric && reader_has(r, c))
            row->word[row->n++] = meaning_of_cell(r, c, reader_cell(r, c));
}

static bool has_part(const reader *r, const correction_row *row, const correction_word *part)
{
    for (size_t i = 0; i < row->n; i++)
        if (says_same(&row->word[i], part)) return true;
    return is_source(r, part->text) || is_unread(r, part->text);
}

bool correction_fits(const reader *r, const correction_row *row, size_t first, size_t n)
{
    const correction_word *part = r->key_parts.items;
    for (size_t i = first; i < first + n; i++)
        if (!has_part(r, row, &part[i])) return false;
    return n > 0;
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
        const correction_word cell = meaning_of_cell(r, i, reader_cell(r, i));
        const correction_word told = meaning_of(r, word);
        return says_same(&cell, &told);
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
