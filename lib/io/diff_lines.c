/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "io/diff_table.h"
#include <doseau/number.h>
#include <math.h>
#include <string.h>

/*
 * The changes for people: above the cells of a row what row it is, and rows that came or went
 * together, of one plant and substance for the same reasons, in one line.
 */

/* A line: above cells (n = 0), of one cell (n = 1), or of n rows. */
typedef diff_line line;

static bool same_word(const diff_change *a, const diff_change *b, int side, const char *column)
{
    const char *x = diff_word_of(a, side, column), *y = diff_word_of(b, side, column);
    return x && y && !strcmp(x, y);
}

static bool same_reasons(const doseau_diff *d, const diff_change *a, const diff_change *b)
{
    text of_a = {0}, of_b = {0}, why = {0};
    diff_add_reasons(&of_a, &why, d, a);
    diff_add_reasons(&of_b, &why, d, b);
    const bool same = !strcmp(of_a.bytes ? of_a.bytes : "", of_b.bytes ? of_b.bytes : "");
    text_free(&of_a);
    text_free(&of_b);
    text_free(&why);
    return same;
}

/* Rows that came, or went, together. What a finding or a statement says stands in its words. */
static bool same_rows(const doseau_diff *d, const diff_change *a, const diff_change *b)
{
    const json_table *t = diff_table_of(a);
    const int side = diff_side(a);
    return t == diff_table_of(b) && a->row[!side] == b->row[!side] &&
           strcmp(t->name, "check") != 0 && strcmp(t->name, "statement") != 0 &&
           same_word(a, b, side, "plant") && same_word(a, b, side, "substance") &&
           same_reasons(d, a, b);
}

/* The lines of the changes of one row, or of the rows that came or went with it. */
static doseau_status add_lines(doseau_diff *d, size_t begin, size_t *end)
{
    const diff_change *all = d->changes.items, *c = &all[begin];
    doseau_status status = DOSEAU_OK;
    *end = begin + 1;
    if (diff_is_row(c)) {
        while (*end < d->changes.size && diff_is_row(&all[*end]) && same_rows(d, c, &all[*end]))
            ++*end;
        return array_add(&d->lines, &(line){begin, *end - begin});
    }
    status = array_add(&d->lines, &(line){begin, 0});
    for (*end = begin; !status && *end < d->changes.size; ++*end) {
        const diff_change *next = &all[*end];
        if (diff_is_row(next) || next->table[DIFF_NEW] != c->table[DIFF_NEW] ||
            next->row[DIFF_NEW] != c->row[DIFF_NEW])
            break;
        status = array_add(&d->lines, &(line){*end, 1});
    }
    return status;
}

doseau_status diff_lines_find(doseau_diff *d)
{
    doseau_status status = DOSEAU_OK;
    d->lines = (array){.item_size = sizeof(line)};
    for (size_t i = 0; !status && i < d->changes.size;) status = add_lines(d, i, &i);
    return status;
}

/* ---- Words ---- */

static bool is_cell(const line *l, const diff_change *c)
{
    return l->n == 1 && !diff_is_row(c);
}

static void put_reasons(doseau_cells *cells, const doseau_diff *d, const diff_change *c)
{
    text numbers = {0}, why = {0};
    diff_add_reasons(&numbers, &why, d, c);
    doseau_put_text(cells, numbers.bytes ? numbers.bytes : "not told");
    text_free(&numbers);
    text_free(&why);
}

/* The row that cells are of, or the rows that came or went. */
static void add_head(text *words, const doseau_diff *d, const line *l, const diff_change *c)
{
    const json_table *t = diff_table_of(c);
    const int side = diff_side(c);
    const char *done = side == DIFF_OLD ? "removed" : "added";
    const char *table = d->result[DIFF_NEW].report ? t->name : "";
    if (l->n > 0)
        text_addf(words, "%s%s", table, *table ? ", " : "");
    else if (*table)
        text_addf(words, "%s: ", table);
    if (l->n == 1) text_addf(words, "row %s: ", done);
    if (l->n < 2)
        diff_add_of(words, t, c->row[side]);
    else
        text_addf(words, "%zu rows %s: %s, %s", l->n, done, diff_word_of(c, side, "plant"),
                  diff_word_of(c, side, "substance"));
}

/* Counts and years whole, quantities with four digits. */
static void write_number(double value, char number[DOSEAU_NUMBER_SIZE])
{
    const double exact_below = 1e6;
    if (fabs(value) < exact_below && !(value < trunc(value) || value > trunc(value)))
        doseau_number_format(value, number);
    else
        doseau_number_format_digits(value, 4, number);
}

static void add_side(text *words, const doseau_cells *cells, size_t column, int width)
{
    char number[DOSEAU_NUMBER_SIZE] = "";
    const char *word = number;
    if (doseau_cell_kind_at(cells, column) == DOSEAU_CELL_TEXT)
        word = doseau_cell_text_at(cells, column);
    else if (doseau_cell_kind_at(cells, column) == DOSEAU_CELL_NUMBER)
        write_number(doseau_cell_number_at(cells, column), number);
    text_addf(words, "%*s", width, *word ? word : "(none)");
}

/* "  mean_mg_d_1000p   87.34 -> 93.57   7.134 % more"; flags came and went, and of long texts there
 * is no more to say than that they are others. */
static void add_cell(text *words, const doseau_table *table, size_t change)
{
    enum { FIELD = 9, OLD = 11, NEW = 12, BY = 16 };
    doseau_cells *cells = doseau_cells_new(table);
    if (!cells || doseau_table_row(table, change, cells)) {
        doseau_cells_free(cells);
        return;
    }
    text_addf(words, "  %-28s ", doseau_cell_text_at(cells, FIELD));
    if (!doseau_cell_is_quiet(cells, OLD) && !doseau_cell_is_quiet(cells, NEW)) {
        add_side(words, cells, OLD, 8);
        text_add_string(words, " -> ");
        add_side(words, cells, NEW, -8);
        text_add_string(words, "  ");
    }
    text_add_string(words, doseau_cell_text_at(cells, BY));
    doseau_cells_free(cells);
}

static void fill(const void *source, size_t row, doseau_cells *cells)
{
    const doseau_diff *d = source;
    text words = {0};
    const line *l = (const line *)d->lines.items + row, *head = l;
    const diff_change *all = d->changes.items, *c = &all[l->change];
    const doseau_table table = doseau_diff_table(d);
    if (is_cell(l, c))
        add_cell(&words, &table, l->change);
    else
        add_head(&words, d, l, c);
    doseau_put_text(cells, words.bytes);
    text_free(&words);
    put_reasons(cells, d, c);
    while (is_cell(head, &all[head->change])) head--;
    if (head != l && same_reasons(d, c, &all[head->change])) doseau_quiet_cell(cells);
}

doseau_table doseau_diff_lines_table(const doseau_diff *diff)
{
    static const doseau_column columns[] = {{"change", "", "what changed"}, {"reasons", "", "why"}};
    return (doseau_table){"diff_lines",     columns, sizeof columns / sizeof *columns,
                          diff->lines.size, diff,    fill};
}
