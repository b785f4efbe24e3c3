/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/text.h"
#include "io/diff_reasons.h"
#include "io/diff_rows.h"
#include <doseau/diff.h>
#include <stdlib.h>
#include <string.h>

enum { OLD, NEW };

/* A cell that differs, or a whole row that only one result has (column SIZE_MAX). */
typedef struct change {
    size_t row[2];    /* in OLD and NEW; SIZE_MAX: not there */
    size_t column[2]; /* likewise */
} change;

struct doseau_diff {
    json_result result[2];
    doseau_file files[2];
    array changes; /* change */
    array reasons; /* diff_reason */
};

static bool differ(json_cell a, json_cell b)
{
    if (a.kind != b.kind) return true;
    if (a.kind == DOSEAU_CELL_TEXT) return strcmp(a.text, b.text) != 0;
    return a.kind == DOSEAU_CELL_NUMBER && (a.number < b.number || a.number > b.number);
}

/* Columns that only the old result has come after those of the new one. */
static doseau_status compare_rows(doseau_diff *d, size_t old_row, size_t new_row)
{
    const json_result *old = &d->result[OLD], *new = &d->result[NEW];
    doseau_status status = DOSEAU_OK;
    for (size_t c = 0; !status && c < new->n_columns; c++) {
        const char *name = new->columns[c];
        const size_t was = json_result_column(old, name);
        if (diff_keys_row(new, new_row, c) || !strcmp(name, "source")) continue;
        if (differ(json_result_cell(old, old_row, was), json_result_cell(new, new_row, c)))
            status = array_add(&d->changes, &(change){{old_row, new_row}, {was, c}});
    }
    for (size_t c = 0; !status && c < old->n_columns; c++) {
        const size_t is = json_result_column(new, old->columns[c]);
        if (is == new->n_columns && json_result_cell(old, old_row, c).kind != DOSEAU_CELL_EMPTY)
            status = array_add(&d->changes, &(change){{old_row, new_row}, {c, is}});
    }
    return status;
}

static doseau_status compare_all(doseau_diff *d, const size_t of_new[], const bool kept[])
{
    const json_result *old = &d->result[OLD], *new = &d->result[NEW];
    const change none = {{SIZE_MAX, SIZE_MAX}, {SIZE_MAX, SIZE_MAX}};
    doseau_status status = DOSEAU_OK;
    for (size_t i = 0; !status && i < new->n_rows; i++) {
        change added = none;
        added.row[NEW] = i;
        status = of_new[i] < old->n_rows ? compare_rows(d, of_new[i], i)
                                         : array_add(&d->changes, &added);
    }
    for (size_t i = 0; !status && i < old->n_rows; i++) {
        change removed = none;
        removed.row[OLD] = i;
        if (!kept[i]) status = array_add(&d->changes, &removed);
    }
    return status;
}

static doseau_status check_kinds(const doseau_diff *d, doseau_error *error)
{
    const json_result *old = &d->result[OLD], *new = &d->result[NEW];
    if (strcmp(old->command, new->command) != 0)
        return doseau_error_at(error, DOSEAU_EDATA, (doseau_place){.file = new->file.name},
                               "a result of the command %s; %s is one of %s", new->command,
                               old->file.name, old->command);
    if (strcmp(old->table, new->table) != 0)
        return doseau_error_at(error, DOSEAU_EDATA, (doseau_place){.file = new->file.name},
                               "the table %s; %s is the table %s", new->table, old->file.name,
                               old->table);
    return DOSEAU_OK;
}

static doseau_status compare(doseau_diff *d, doseau_error *error)
{
    const json_result *old = &d->result[OLD], *new = &d->result[NEW];
    doseau_status status = check_kinds(d, error);
    if (status) return status;
    size_t *of_new = calloc(new->n_rows + 1, sizeof *of_new);
    bool *kept = calloc(old->n_rows + 1, sizeof *kept);
    status = of_new && kept ? diff_match(old, new, of_new, kept) : DOSEAU_ENOMEM;
    if (!status) status = compare_all(d, of_new, kept);
    if (!status) status = diff_reasons_find(old, new, &d->reasons);
    free(of_new);
    free(kept);
    return status ? doseau_error_set(error, status, "out of memory") : DOSEAU_OK;
}

doseau_status doseau_diff_new(const char *old_path, const char *new_path, doseau_diff **diff,
                              doseau_error *error)
{
    doseau_diff *d = calloc(1, sizeof *d);
    if (!d) return doseau_error_set(error, DOSEAU_ENOMEM, "out of memory");
    d->changes.item_size = sizeof(change);
    doseau_status status = json_result_read(old_path, &d->result[OLD], error);
    if (!status) status = json_result_read(new_path, &d->result[NEW], error);
    if (!status) status = compare(d, error);
    for (int i = OLD; i <= NEW; i++) d->files[i] = d->result[i].file;
    if (status)
        doseau_diff_free(d);
    else
        *diff = d;
    return status;
}

void doseau_diff_free(doseau_diff *diff)
{
    if (!diff) return;
    diff_reasons_free(&diff->reasons);
    array_free(&diff->changes);
    for (int i = OLD; i <= NEW; i++) json_result_free(&diff->result[i]);
    free(diff);
}

const char *doseau_diff_reason(const doseau_diff *diff, size_t index)
{
    return index < diff->reasons.size ? ((const diff_reason *)diff->reasons.items)[index].words
                                      : NULL;
}

const doseau_file *doseau_diff_files(const doseau_diff *diff, size_t *n)
{
    *n = 2;
    return diff->files;
}

/* ---- The table ---- */

/* A cell of the row of a change, by the name of its column. */
static json_cell cell_named(const doseau_diff *d, const change *c, int side, const char *name)
{
    const json_result *r = &d->result[side];
    if (c->row[side] == SIZE_MAX) return (json_cell){DOSEAU_CELL_EMPTY, 0, NULL};
    return json_result_cell(r, c->row[side], json_result_column(r, name));
}

static void put_cell(doseau_cells *cells, json_cell cell)
{
    if (cell.kind == DOSEAU_CELL_NUMBER)
        doseau_put_number(cells, cell.number);
    else
        doseau_put_text(cells, cell.kind == DOSEAU_CELL_TEXT ? cell.text : NULL);
}

static const char *const shown[] = {"plant", "substance", "round", "date", "weekday", "data"};
enum { SHOWN = sizeof shown / sizeof *shown };

/* What else the row is known by: "round_a 2024; round_b 2025". */
static void put_rest(doseau_cells *cells, const json_result *r, size_t row)
{
    text rest = {0};
    for (size_t c = 0; c < r->n_columns; c++) {
        char number[DOSEAU_NUMBER_SIZE];
        const json_cell cell = json_result_cell(r, row, c);
        if (cell.kind == DOSEAU_CELL_EMPTY || !diff_keys_row(r, row, c) ||
            text_index(r->columns[c], shown, SHOWN) < SHOWN)
            continue;
        if (cell.kind == DOSEAU_CELL_NUMBER) doseau_number_format(cell.number, number);
        text_addf(&rest, "%s%s %s", rest.size ? "; " : "", r->columns[c],
                  cell.kind == DOSEAU_CELL_TEXT ? cell.text : number);
    }
    doseau_put_text(cells, rest.bytes);
    text_free(&rest);
}

static json_cell changed_cell(const doseau_diff *d, const change *c, int side)
{
    if (c->row[side] == SIZE_MAX) return (json_cell){DOSEAU_CELL_EMPTY, 0, NULL};
    return json_result_cell(&d->result[side], c->row[side], c->column[side]);
}

static void put_difference(doseau_cells *cells, const doseau_diff *d, const change *c)
{
    const json_result *old = &d->result[OLD], *new = &d->result[NEW];
    const json_cell was = changed_cell(d, c, OLD), is = changed_cell(d, c, NEW);
    const bool added = c->row[OLD] == SIZE_MAX, removed = c->row[NEW] == SIZE_MAX;
    const bool numbers = was.kind == DOSEAU_CELL_NUMBER && is.kind == DOSEAU_CELL_NUMBER;
    if (added || removed)
        doseau_put_empty(cells);
    else
        doseau_put_text(cells, c->column[NEW] < new->n_columns ? new->columns[c->column[NEW]]
                                                               : old->columns[c->column[OLD]]);
    doseau_put_text(cells, added ? "added" : removed ? "removed" : "changed");
    if (!added && !removed) doseau_quiet_cell(cells); /* the field says it */
    put_cell(cells, was);
    put_cell(cells, is);
    doseau_put_number_if(cells, numbers && (was.number < 0 || was.number > 0),
                         numbers ? 100 * (is.number / was.number - 1) : 0);
}

/* Whether a row says that a correction has changed it. */
static bool is_corrected(const doseau_diff *d, const change *c)
{
    for (int side = OLD; side <= NEW; side++) {
        const json_cell flags = cell_named(d, c, side, "flags");
        if (flags.kind != DOSEAU_CELL_TEXT) continue;
        for (const char *at = flags.text; *at; at += strcspn(at, ";"), at += *at == ';')
            if (strcspn(at, ";") == 9 && text_starts(at, "corrected")) return true;
    }
    return false;
}

/* Their numbers in the list of doseau_diff_reason, from 1, and their words. */
static void put_reasons(doseau_cells *cells, const doseau_diff *d, const change *c)
{
    text numbers = {0}, why = {0};
    const char *was = cell_named(d, c, OLD, "source").text;
    const char *is = cell_named(d, c, NEW, "source").text;
    const bool corrected = is_corrected(d, c);
    const diff_reason *all = d->reasons.items;
    for (size_t i = 0; i < d->reasons.size; i++) {
        if (!diff_reason_holds(&all[i], was, is, corrected)) continue;
        text_addf(&numbers, "%s%zu", numbers.size ? ";" : "", i + 1);
        text_addf(&why, "%s%s", why.size ? "; " : "", all[i].words);
    }
    doseau_put_text(cells, why.bytes ? why.bytes : "not told");
    doseau_put_text(cells, numbers.bytes);
    text_free(&numbers);
    text_free(&why);
}

static void fill(const void *source, size_t row, doseau_cells *cells)
{
    const doseau_diff *d = source;
    const change *c = (const change *)d->changes.items + row;
    const int side = c->row[NEW] == SIZE_MAX ? OLD : NEW;
    for (size_t i = 0; i < SHOWN; i++) put_cell(cells, cell_named(d, c, side, shown[i]));
    put_rest(cells, &d->result[side], c->row[side]);
    if (!strcmp(d->result[side].table, "load")) doseau_quiet_cell(cells); /* the day says most */
    put_difference(cells, d, c);
    put_reasons(cells, d, c);
}

doseau_table doseau_diff_table(const doseau_diff *diff)
{
    static const doseau_column columns[] = {
        {"plant", "", "plant"},   {"substance", "", "substance"},
        {"round", "", "round"},   {"date", "", "date"},
        {"weekday", "", NULL},    {"data", "", "data"},
        {"row", "", "row"},       {"field", "", "field"},
        {"change", "", "change"}, {"old", "", "old"},
        {"new", "", "new"},       {"change_percent", "%", "change %"},
        {"why", "", NULL},        {"reasons", "", "why"},
    };
    return (doseau_table){"diff", columns, sizeof columns / sizeof *columns, diff->changes.size,
                          diff,   fill};
}
