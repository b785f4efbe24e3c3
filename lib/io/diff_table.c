/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "io/diff_table.h"
#include "base/text.h"
#include "io/diff_changes.h"
#include "io/diff_rows.h"
#include "io/paths.h"
#include <doseau/number.h>
#include <doseau/unit.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

static const json_cell nothing = {DOSEAU_CELL_EMPTY, 0, NULL};

static void put_cell(doseau_cells *cells, json_cell cell)
{
    if (cell.kind == DOSEAU_CELL_NUMBER)
        doseau_put_number(cells, cell.number);
    else
        doseau_put_text(cells, cell.kind == DOSEAU_CELL_TEXT ? cell.text : NULL);
}

/* ---- Which row ---- */

static const char *const shown[] = {"plant", "substance", "round", "date", "weekday", "data"};
enum { SHOWN = sizeof shown / sizeof *shown };

/* A cell as a word; "" where it is empty. */
static const char *cell_word(json_cell cell, char number[DOSEAU_NUMBER_SIZE])
{
    if (cell.kind == DOSEAU_CELL_NUMBER) doseau_number_format(cell.number, number);
    return cell.kind == DOSEAU_CELL_TEXT     ? cell.text
           : cell.kind == DOSEAU_CELL_NUMBER ? number
                                             : "";
}

/* What tells a row apart, for people: "VDN, MDMA, 2024, 2025". All days is what data mean where
 * nothing else is said; in loads the day says more than the laboratory and its sample. */
void diff_add_of(text *of, const json_table *t, size_t row)
{
    const bool load = !strcmp(t->name, "load");
    const size_t begin = of->size;
    for (size_t c = 0; c < t->n_columns; c++) {
        char number[DOSEAU_NUMBER_SIZE];
        const char *word = cell_word(json_table_cell(t, row, c), number);
        const bool known = text_index(t->columns[c], shown, SHOWN) < SHOWN;
        if (!*word || !diff_keys_row(t, row, c) || (load && !known) ||
            (!strcmp(t->columns[c], "data") && !strcmp(word, "all")))
            continue;
        const bool file = !strcmp(t->columns[c], "file");
        text_addf(of, "%s%s", of->size > begin ? ", " : "", file ? paths_name(word) : word);
    }
}

static void put_of(doseau_cells *cells, const json_table *t, size_t row)
{
    text of = {0};
    diff_add_of(&of, t, row);
    doseau_put_text(cells, of.bytes);
    text_free(&of);
}

/* What else the row is known by: "round_a 2024; round_b 2025". */
static void put_rest(doseau_cells *cells, const json_table *t, size_t row)
{
    text rest = {0};
    for (size_t c = 0; c < t->n_columns; c++) {
        char number[DOSEAU_NUMBER_SIZE];
        const char *word = cell_word(json_table_cell(t, row, c), number);
        if (!*word || !diff_keys_row(t, row, c) || text_index(t->columns[c], shown, SHOWN) < SHOWN)
            continue;
        text_addf(&rest, "%s%s %s", rest.size ? "; " : "", t->columns[c], word);
    }
    doseau_put_text(cells, rest.bytes);
    text_free(&rest);
}

/* ---- What changed ---- */

bool diff_is_row(const diff_change *c)
{
    return c->row[DIFF_OLD] == SIZE_MAX || c->row[DIFF_NEW] == SIZE_MAX;
}

int diff_side(const diff_change *c)
{
    return c->row[DIFF_NEW] == SIZE_MAX ? DIFF_OLD : DIFF_NEW;
}

const json_table *diff_table_of(const diff_change *c)
{
    return c->table[diff_side(c)];
}

static json_cell changed_cell(const diff_change *c, int side)
{
    if (c->row[side] == SIZE_MAX) return nothing;
    return json_table_cell(c->table[side], c->row[side], c->column[side]);
}

const char *diff_changed_name(const diff_change *c, const char *unit[1])
{
    const int side = c->column[DIFF_NEW] < c->table[DIFF_NEW]->n_columns ? DIFF_NEW : DIFF_OLD;
    *unit = c->table[side]->units[c->column[side]];
    return c->table[side]->columns[c->column[side]];
}

/* Loads, masses, concentrations and flows have a zero that means nothing of it, and are spoken of
 * by their ratio. Percents, probabilities, counts, people and years are not. */
static bool unit_has_ratio(const char *unit)
{
    static const doseau_dimension dimensions[] = {DOSEAU_CONCENTRATION, DOSEAU_FLOW, DOSEAU_LOAD};
    static const char *const others[] = {"g/d", "million copies/d/1000 people", "billion copies/d"};
    for (size_t i = 0; i < sizeof dimensions / sizeof *dimensions; i++)
        if (*unit && doseau_unit_find(dimensions[i], unit)) return true;
    return text_index(unit, others, sizeof others / sizeof *others) <
           sizeof others / sizeof *others;
}

bool diff_has_ratio(const diff_change *c, double *ratio)
{
    const char *unit;
    const json_cell was = changed_cell(c, DIFF_OLD), is = changed_cell(c, DIFF_NEW);
    diff_changed_name(c, &unit);
    if (was.kind != DOSEAU_CELL_NUMBER || is.kind != DOSEAU_CELL_NUMBER) return false;
    *ratio = was.number > 0 ? is.number / was.number : 0;
    return was.number > 0 && unit_has_ratio(unit);
}

/* "6.6 % less"; of percents "1.3 points more". */
void diff_put_by(doseau_cells *cells, double by, const char *unit)
{
    char number[DOSEAU_NUMBER_SIZE], digits[DOSEAU_NUMBER_SIZE];
    snprintf(digits, sizeof digits, "%.4g", fabs(by));
    doseau_number_format(strtod(digits, NULL), number);
    doseau_put_textf(cells, "%s%s%s %s", number, *unit ? " " : "", unit, by < 0 ? "less" : "more");
}

/* Whether a word is one of those of a list with `;` between. */
static bool has_word(const char *list, const char *word, size_t size)
{
    for (const char *at = list; *at; at += strcspn(at, ";"), at += *at == ';')
        if (strcspn(at, ";") == size && memcmp(at, word, size) == 0) return true;
    return false;
}

static void add_words(text *by, const char *how, const char *list, const char *other)
{
    for (const char *at = list; *at; at += strcspn(at, ";"), at += *at == ';') {
        const size_t size = strcspn(at, ";");
        if (!has_word(other, at, size))
            text_addf(by, "%s%s %.*s", by->size ? ", " : "", how, (int)size, at);
    }
}

enum { LONG = 24 }; /* of a text that says nothing where it is cut */

/* Flags: "with corrected". Of long texts the two are not set beside each other. */
static void put_words(doseau_cells *cells, json_cell was, json_cell is, bool flags)
{
    text by = {0};
    const char *old = was.text ? was.text : "", *new = is.text ? is.text : "";
    if (flags) add_words(&by, "with", new, old);
    if (flags) add_words(&by, "without", old, new);
    if (!flags && (strlen(old) > LONG || strlen(new) > LONG)) text_add_string(&by, "other words");
    doseau_put_text(cells, by.bytes);
    text_free(&by);
}

/* What came and went of flags is said beside them. */
static void put_side(doseau_cells *cells, json_cell cell, bool flags)
{
    put_cell(cells, cell);
    if (flags || (cell.kind == DOSEAU_CELL_TEXT && strlen(cell.text) > LONG))
        doseau_quiet_cell(cells);
}

/* What another order of additions changes. */
static bool is_rounding(double was, double is)
{
    return fabs(is - was) <= 1e-12 * fmax(fabs(was), fabs(is));
}

static void put_difference(doseau_cells *cells, const diff_change *c, const char *unit, bool flags)
{
    double times;
    const json_cell was = changed_cell(c, DIFF_OLD), is = changed_cell(c, DIFF_NEW);
    const bool numbers = was.kind == DOSEAU_CELL_NUMBER && is.kind == DOSEAU_CELL_NUMBER;
    const bool ratio = numbers && diff_has_ratio(c, &times);
    const double percent = ratio ? 100 * (times - 1) : 0;
    doseau_put_number_if(cells, numbers, is.number - was.number);
    doseau_put_text(cells, numbers ? unit : NULL);
    doseau_put_number_if(cells, ratio, percent);
    if (numbers && is_rounding(was.number, is.number))
        doseau_put_text(cells, "rounding only");
    else if (!numbers)
        put_words(cells, was, is, flags);
    else if (ratio)
        diff_put_by(cells, percent, "%");
    else
        diff_put_by(cells, is.number - was.number, !strcmp(unit, "%") ? "points" : unit);
}

static void put_change(doseau_cells *cells, const diff_change *c)
{
    const char *unit = "", *name = diff_is_row(c) ? NULL : diff_changed_name(c, &unit);
    const bool flags = name && !strcmp(name, "flags");
    doseau_put_text(cells, name);
    doseau_put_text(cells, name ? "changed" : c->row[DIFF_OLD] == SIZE_MAX ? "added" : "removed");
    put_side(cells, changed_cell(c, DIFF_OLD), flags);
    put_side(cells, changed_cell(c, DIFF_NEW), flags);
    put_difference(cells, c, unit, flags);
}

/* ---- Why ---- */

const char *diff_word_of(const diff_change *c, int side, const char *column)
{
    const json_table *t = c->table[side];
    if (c->row[side] == SIZE_MAX) return NULL;
    return json_table_cell(t, c->row[side], json_table_column(t, column)).text;
}

/* Whether two lists of flags are the same but for the one that says that there is a correction. */
static bool same_but_corrected(const char *a, const char *b)
{
    text by = {0};
    add_words(&by, "", a ? a : "", b ? b : "");
    add_words(&by, "", b ? b : "", a ? a : "");
    const bool same = !by.size || !strcmp(by.bytes, " corrected");
    text_free(&by);
    return same;
}

static diff_subject subject_of(const diff_change *c)
{
    diff_subject s = {0};
    const char *unit;
    for (int side = DIFF_OLD; side <= DIFF_NEW; side++) {
        s.source[side] = diff_word_of(c, side, "source");
        s.plant[side] = diff_word_of(c, side, "plant");
        s.substance[side] = diff_word_of(c, side, "substance");
        s.date[side] = diff_word_of(c, side, "date");
    }
    if (diff_is_row(c)) return s;
    const char *name = diff_changed_name(c, &unit);
    if (!strcmp(name, "flags") &&
        same_but_corrected(changed_cell(c, DIFF_OLD).text, changed_cell(c, DIFF_NEW).text))
        return s; /* that one is of the row alone */
    s.column = name;
    return s;
}

void diff_add_reasons(text *numbers, text *why, const doseau_diff *d, const diff_change *c)
{
    const diff_subject s = subject_of(c);
    const diff_reason *all = d->reasons.items;
    const bool direct = diff_reasons_any(&d->reasons, &s);
    for (size_t i = 0; i < d->reasons.size; i++) {
        if (direct ? !diff_reason_holds(&all[i], &s) : diff_is_told_by_others(&d->reasons, i))
            continue;
        text_addf(why, "%s%s",
                  numbers->size ? "; or "
                  : direct      ? ""
                                : "through other rows: ",
                  all[i].words);
        text_addf(numbers, "%s%zu", numbers->size ? ";" : "", i + 1);
    }
}

static void put_reasons(doseau_cells *cells, const doseau_diff *d, const diff_change *c)
{
    text numbers = {0}, why = {0};
    diff_add_reasons(&numbers, &why, d, c);
    doseau_put_text(cells, why.bytes ? why.bytes : "not told");
    doseau_put_text(cells, numbers.bytes);
    text_free(&numbers);
    text_free(&why);
}

static void fill(const void *source, size_t row, doseau_cells *cells)
{
    const doseau_diff *d = source;
    const diff_change *c = (const diff_change *)d->changes.items + row;
    const json_table *t = diff_table_of(c);
    const size_t at = c->row[diff_side(c)];
    doseau_put_text(cells, t->name);
    put_of(cells, t, at);
    for (size_t i = 0; i < SHOWN; i++)
        put_cell(cells, json_table_cell(t, at, json_table_column(t, shown[i])));
    put_rest(cells, t, at);
    put_change(cells, c);
    put_reasons(cells, d, c);
}

doseau_table doseau_diff_table(const doseau_diff *diff)
{
    static const doseau_column columns[] = {
        {"table", "", "table"},   {"of", "", "of"},
        {"plant", "", NULL},      {"substance", "", NULL},
        {"round", "", NULL},      {"date", "", NULL},
        {"weekday", "", NULL},    {"data", "", NULL},
        {"row", "", NULL},        {"field", "", "field"},
        {"change", "", "change"}, {"old", "", "old"},
        {"new", "", "new"},       {"difference", "", NULL},
        {"unit", "", NULL},       {"change_percent", "%", NULL},
        {"by", "", "by"},         {"why", "", NULL},
        {"reasons", "", "why"},
    };
    return (doseau_table){"diff", columns, sizeof columns / sizeof *columns, diff->changes.size,
                          diff,   fill};
}
