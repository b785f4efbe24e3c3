/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "io/diff_rows.h"
#include "base/names.h"
#include "base/text.h"
#include "io/paths.h"
#include <doseau/number.h>
#include <string.h>

/* Columns that are keys wherever they stand. */
static const char *const keys[] = {
    "plant",     "substance", "round",     "round_a", "round_b", "date",
    "weekday",   "data",      "component", "scope",   "rule",    "quantity",
    "procedure", "file",      "line",      "column",  "code",    "name",
};
/* In the table of loads a row is one result of a laboratory. */
static const char *const keys_of_loads[] = {"laboratory", "batch", "replicate", "sample"};
/* What was found in files, which may have got other lines. */
static const char *const keys_of_checks[] = {"file", "field", "code", "message"};
static const char *const places_of_checks[] = {"file", "line", "column"};
static const char *const keys_of_statements[] = {"plant", "substance", "kind", "id"};

static bool is_among(const char *name, const char *const list[], size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (!strcmp(name, list[i])) return true;
    return false;
}

#define IS_AMONG(name, list) is_among(name, list, sizeof(list) / sizeof *(list))

/* Whether a column tells the rows of a table apart, rather than what is known of them. */
static bool is_key(const json_table *table, const char *column)
{
    if (!strcmp(table->name, "check")) return IS_AMONG(column, keys_of_checks);
    if (!strcmp(table->name, "statement")) return IS_AMONG(column, keys_of_statements);
    if (IS_AMONG(column, keys)) return true;
    return !strcmp(table->name, "load") && IS_AMONG(column, keys_of_loads);
}

bool diff_is_place(const json_table *table, const char *column)
{
    if (!strcmp(table->name, "check")) return IS_AMONG(column, places_of_checks);
    return !strcmp(column, "source");
}

bool diff_keys_row(const json_table *table, size_t row, size_t column)
{
    const char *name = table->columns[column];
    if (!is_key(table, name)) return false;
    if (strcmp(name, "round") != 0 && strcmp(name, "weekday") != 0) return true;
    const size_t date = json_table_column(table, "date");
    return json_table_cell(table, row, date).kind == DOSEAU_CELL_EMPTY;
}

/* A message without the folders and lines of the places FILE:LINE in it. */
static void add_message(text *key, const char *message)
{
    for (const char *at = message; *at;) {
        const size_t size = strcspn(at, " ");
        const char *colon = memchr(at, ':', size), *name = colon;
        const size_t digits = colon ? strspn(colon + 1, "0123456789") : 0;
        while (digits && name > at && name[-1] != '/' && name[-1] != '(') name--;
        if (digits) {
            text_add(key, name, (size_t)(colon - name));
            text_add(key, colon + 1 + digits, size - (size_t)(colon + 1 + digits - at));
        } else {
            text_add(key, at, size);
        }
        at += size;
        if (*at) text_add(key, at++, 1);
    }
}

static void add_cell(text *key, const char *name, json_cell cell)
{
    char number[DOSEAU_NUMBER_SIZE];
    if (cell.kind == DOSEAU_CELL_NUMBER) doseau_number_format(cell.number, number);
    const char *words = cell.kind == DOSEAU_CELL_TEXT ? cell.text : number;
    text_addf(key, "%s=", name);
    if (!strcmp(name, "message"))
        add_message(key, words);
    else /* a folder may have moved */
        text_add_string(key, strcmp(name, "file") ? words : paths_name(words));
    text_add(key, "\x1f", 1);
}

/* A row's key, and how many rows before it have the same. False: out of memory. */
static bool find_key(const json_table *r, size_t row, names *seen, text *key, uint32_t *index)
{
    text_clear(key);
    for (size_t c = 0; c < r->n_columns; c++) {
        const json_cell cell = json_table_cell(r, row, c);
        if (cell.kind != DOSEAU_CELL_EMPTY && diff_keys_row(r, row, c))
            add_cell(key, r->columns[c], cell);
    }
    const size_t length = key->size;
    for (size_t n = 0;; n++) {
        key->size = length;
        text_addf(key, "%zu", n);
        if (key->failed) return false;
        if (names_find(seen, key->bytes) != NAMES_NONE) continue;
        *index = names_add(seen, key->bytes);
        return *index != NAMES_NONE;
    }
}

static doseau_status match(const json_table *old, const json_table *new, names *known, names *seen,
                           text *key, size_t of_new[], bool kept[])
{
    uint32_t index;
    for (size_t i = 0; i < old->n_rows; i++)
        if (!find_key(old, i, known, key, &index)) return DOSEAU_ENOMEM;
    for (size_t i = 0; i < new->n_rows; i++) {
        if (!find_key(new, i, seen, key, &index)) return DOSEAU_ENOMEM;
        const uint32_t same = names_find(known, key->bytes); /* keys are added row by row */
        of_new[i] = same == NAMES_NONE ? old->n_rows : same;
        if (same != NAMES_NONE) kept[same] = true;
    }
    return DOSEAU_OK;
}

doseau_status diff_match(const json_table *old, const json_table *new, size_t of_new[], bool kept[])
{
    text key = {0};
    names *known = names_new(), *seen = names_new();
    const doseau_status status =
        known && seen ? match(old, new, known, seen, &key, of_new, kept) : DOSEAU_ENOMEM;
    names_free(known);
    names_free(seen);
    text_free(&key);
    return status;
}
