/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "io/diff_changes.h"
#include "io/diff_rows.h"
#include <stdlib.h>
#include <string.h>

/* The two tables of one name; NULL: that result has none. */
typedef struct pair {
    const json_table *old, *new;
} pair;

static const json_table no_table = {.name = ""};

static bool differ(json_cell a, json_cell b)
{
    if (a.kind != b.kind) return true;
    if (a.kind == DOSEAU_CELL_TEXT) return strcmp(a.text, b.text) != 0;
    return a.kind == DOSEAU_CELL_NUMBER && (a.number < b.number || a.number > b.number);
}

static diff_change change_at(pair p, size_t old_row, size_t new_row, size_t was, size_t is)
{
    return (diff_change){{p.old, p.new}, {old_row, new_row}, {was, is}};
}

/* Columns that only the old result has come after those of the new one. */
static doseau_status compare_rows(doseau_diff *d, pair p, size_t old_row, size_t new_row)
{
    doseau_status status = DOSEAU_OK;
    diff_change found;
    for (size_t c = 0; !status && c < p.new->n_columns; c++) {
        const char *name = p.new->columns[c];
        const size_t was = json_table_column(p.old, name);
        if (diff_keys_row(p.new, new_row, c) || diff_is_place(p.new, name)) continue;
        found = change_at(p, old_row, new_row, was, c);
        if (differ(json_table_cell(p.old, old_row, was), json_table_cell(p.new, new_row, c)))
            status = array_add(&d->changes, &found);
    }
    for (size_t c = 0; !status && c < p.old->n_columns; c++) {
        const size_t is = json_table_column(p.new, p.old->columns[c]);
        found = change_at(p, old_row, new_row, c, is);
        if (is == p.new->n_columns && json_table_cell(p.old, old_row, c).kind != DOSEAU_CELL_EMPTY)
            status = array_add(&d->changes, &found);
    }
    return status;
}

static doseau_status compare_matched(doseau_diff *d, pair p, const size_t of_new[],
                                     const bool kept[])
{
    doseau_status status = DOSEAU_OK;
    for (size_t i = 0; !status && i < p.new->n_rows; i++) {
        const diff_change added = change_at(p, SIZE_MAX, i, SIZE_MAX, SIZE_MAX);
        status = of_new[i] < p.old->n_rows ? compare_rows(d, p, of_new[i], i)
                                           : array_add(&d->changes, &added);
    }
    for (size_t i = 0; !status && i < p.old->n_rows; i++) {
        const diff_change removed = change_at(p, i, SIZE_MAX, SIZE_MAX, SIZE_MAX);
        if (!kept[i]) status = array_add(&d->changes, &removed);
    }
    return status;
}

static doseau_status compare_tables(doseau_diff *d, const json_table *old, const json_table *new)
{
    const pair p = {old ? old : &no_table, new ? new : &no_table};
    size_t *of_new = calloc(p.new->n_rows + 1, sizeof *of_new);
    bool *kept = calloc(p.old->n_rows + 1, sizeof *kept);
    doseau_status status = of_new && kept ? diff_match(p.old, p.new, of_new, kept) : DOSEAU_ENOMEM;
    if (!status) status = compare_matched(d, p, of_new, kept);
    free(of_new);
    free(kept);
    return status;
}

/* Tables that only the old result has come last. */
static doseau_status compare_all(doseau_diff *d)
{
    const json_result *old = &d->result[DIFF_OLD], *new = &d->result[DIFF_NEW];
    doseau_status status = DOSEAU_OK;
    for (size_t i = 0; !status && i < new->n_tables; i++)
        status = compare_tables(d, json_result_table(old, new->tables[i].name), &new->tables[i]);
    for (size_t i = 0; !status && i < old->n_tables; i++)
        if (!json_result_table(new, old->tables[i].name))
            status = compare_tables(d, &old->tables[i], NULL);
    if (!status) status = diff_reasons_find(old, new, &d->reasons);
    if (!status) status = diff_lines_find(d);
    if (!status) status = diff_summary_find(d);
    return status;
}

static const char *kind_of(const json_result *r)
{
    return r->report ? "report, which has many tables" : "single table";
}

static doseau_status check_kinds(const doseau_diff *d, doseau_error *error)
{
    const json_result *old = &d->result[DIFF_OLD], *new = &d->result[DIFF_NEW];
    const doseau_place place = {.file = new->file.name};
    if (old->report != new->report)
        return doseau_error_at(error, DOSEAU_EDATA, place,
                               "a %s, and %s is a %s: compare a report with a report, or a table "
                               "with a table of the same command",
                               kind_of(new), old->file.name, kind_of(old));
    if (strcmp(old->command, new->command) != 0)
        return doseau_error_at(error, DOSEAU_EDATA, place,
                               "a result of the command %s; %s is one of %s", new->command,
                               old->file.name, old->command);
    if (!new->report && strcmp(old->tables->name, new->tables->name) != 0)
        return doseau_error_at(error, DOSEAU_EDATA, place, "the table %s; %s is the table %s",
                               new->tables->name, old->file.name, old->tables->name);
    return DOSEAU_OK;
}

doseau_status doseau_diff_new(const char *old_path, const char *new_path, doseau_diff **diff,
                              doseau_error *error)
{
    doseau_diff *d = calloc(1, sizeof *d);
    if (!d) return doseau_error_set(error, DOSEAU_ENOMEM, "out of memory");
    d->changes.item_size = sizeof(diff_change);
    doseau_status status = json_result_read(old_path, &d->result[DIFF_OLD], error);
    if (!status) status = json_result_read(new_path, &d->result[DIFF_NEW], error);
    if (!status) status = check_kinds(d, error);
    if (!status && compare_all(d)) status = doseau_error_set(error, DOSEAU_ENOMEM, "out of memory");
    for (int i = DIFF_OLD; i <= DIFF_NEW; i++) d->files[i] = d->result[i].file;
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
    array_free(&diff->lines);
    array_free(&diff->parts);
    for (int i = DIFF_OLD; i <= DIFF_NEW; i++) json_result_free(&diff->result[i]);
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
