/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "io/diff_reasons.h"
#include "base/text.h"
#include "io/paths.h"
#include <doseau/number.h>
#include <stdlib.h>
#include <string.h>

static doseau_status add(array *reasons, diff_reason reason, const char *format, ...)
    DOSEAU_PRINTF(3, 4);

static doseau_status add(array *reasons, diff_reason reason, const char *format, ...)
{
    text words = {0};
    va_list args;
    va_start(args, format);
    text_vaddf(&words, format, args);
    va_end(args);
    reason.words = words.bytes;
    const doseau_status status = words.failed ? DOSEAU_ENOMEM : array_add(reasons, &reason);
    if (status) text_free(&words);
    return status;
}

/* ---- The run ---- */

static const char *option_of(const json_result *r, const char *name)
{
    for (size_t i = 0; i < r->n_options; i++)
        if (!strcmp(r->options[i].name, name))
            return r->options[i].value ? r->options[i].value : "";
    return NULL;
}

static const char *shown(const char *value)
{
    return !value ? "not known" : *value ? value : "none";
}

/* Options that one version has and the other has not are among them. */
static doseau_status compare_options(const json_result *old, const json_result *new, array *reasons)
{
    doseau_status status = DOSEAU_OK;
    for (size_t i = 0; !status && i < old->n_options; i++) {
        const char *name = old->options[i].name;
        const char *was = option_of(old, name), *is = option_of(new, name);
        if (!is || strcmp(was, is) != 0)
            status =
                add(reasons, (diff_reason){0}, "option %s %s -> %s", name, shown(was), shown(is));
    }
    for (size_t i = 0; !status && i < new->n_options; i++) {
        const char *name = new->options[i].name;
        if (!option_of(old, name))
            status = add(reasons, (diff_reason){0}, "option %s not known -> %s", name,
                         shown(option_of(new, name)));
    }
    return status;
}

static void seed_of(const json_result *r, char seed[DOSEAU_NUMBER_SIZE])
{
    strcpy(seed, "none");
    if (r->seeded) doseau_number_format(r->seed, seed);
}

static doseau_status compare_runs(const json_result *old, const json_result *new, array *reasons)
{
    char was[DOSEAU_NUMBER_SIZE], is[DOSEAU_NUMBER_SIZE];
    doseau_status status = DOSEAU_OK;
    if (strcmp(old->version, new->version) != 0)
        status = add(reasons, (diff_reason){0}, "version %s -> %s", old->version, new->version);
    if (!status) status = compare_options(old, new, reasons);
    seed_of(old, was);
    seed_of(new, is);
    if (!status && strcmp(was, is) != 0 && !option_of(old, "seed"))
        status = add(reasons, (diff_reason){0}, "seed %s -> %s", was, is);
    return status;
}

/* ---- The inputs ---- */

/* How sure it is that two inputs are one: the same bytes, the same path, the same name. */
static bool is_same(const doseau_input *a, const doseau_input *b, int step)
{
    return !strcmp(step == 0   ? a->sha256
                   : step == 1 ? a->file
                               : paths_name(a->file),
                   step == 0   ? b->sha256
                   : step == 1 ? b->file
                               : paths_name(b->file));
}

/* Whether some row of a table comes from a file. */
static bool has_rows(const json_result *r, const char *file)
{
    for (size_t t = 0; t < r->n_tables; t++) {
        const json_table *table = &r->tables[t];
        const size_t column = json_table_column(table, "source");
        for (size_t row = 0; row < table->n_rows; row++) {
            const json_cell cell = json_table_cell(table, row, column);
            if (cell.kind == DOSEAU_CELL_TEXT && diff_is_of_file(cell.text, file)) return true;
        }
    }
    return false;
}

static bool has_corrections(const json_result *r, const char *file)
{
    for (size_t i = 0; i < r->n_corrections; i++)
        if (diff_is_of_file(r->corrections[i].source, file)) return true;
    return text_starts_same(paths_name(file), "corrections");
}

/* A file by its name; by its path where a result has several of the name. */
static const char *called(const json_result *old, const json_result *new, const char *file)
{
    size_t in_old = 0, in_new = 0;
    for (size_t i = 0; i < old->n_inputs; i++)
        in_old += !strcmp(paths_name(old->inputs[i].file), paths_name(file));
    for (size_t i = 0; i < new->n_inputs; i++)
        in_new += !strcmp(paths_name(new->inputs[i].file), paths_name(file));
    return in_old > 1 || in_new > 1 ? file : paths_name(file);
}

enum { DIGITS = 12 }; /* of a digest, which tell two files apart for people */

static doseau_status add_input(array *reasons, const json_result *old, const json_result *new,
                               const doseau_input *was, const doseau_input *is)
{
    const json_result *of = was ? old : new;
    const doseau_input *one = was ? was : is;
    const char *name = called(old, new, one->file);
    const diff_reason reason = {
        .cause = has_corrections(of, one->file) ? DIFF_BY_LIST : DIFF_BY_INPUT,
        .file = {was ? was->file : NULL, is ? is->file : NULL},
        .gives_rows = (was && has_rows(old, was->file)) || (is && has_rows(new, is->file))};
    if (was && is)
        return add(reasons, reason, "input %s changed (SHA-256 %.*s... -> %.*s...)", name, DIGITS,
                   was->sha256, DIGITS, is->sha256);
    return add(reasons, reason, "input %s %s (SHA-256 %.*s...)", name, was ? "removed" : "added",
               DIGITS, one->sha256);
}

/* pair[i]: what input i of the old run is in the new one; n_inputs: nothing. */
static doseau_status pair_inputs(const json_result *old, const json_result *new, size_t pair[],
                                 bool taken[], array *reasons)
{
    for (size_t i = 0; i < old->n_inputs; i++) pair[i] = new->n_inputs;
    for (int step = 0; step < 3; step++)
        for (size_t i = 0; i < old->n_inputs; i++)
            for (size_t j = 0; pair[i] == new->n_inputs &&j < new->n_inputs; j++)
                if (!taken[j] && is_same(&old->inputs[i], &new->inputs[j], step))
                    taken[pair[i] = j] = true;
    doseau_status status = DOSEAU_OK;
    for (size_t i = 0; !status && i < old->n_inputs; i++) {
        const doseau_input *was = &old->inputs[i];
        const doseau_input *is = pair[i] < new->n_inputs ? &new->inputs[pair[i]] : NULL;
        if (!is || strcmp(was->sha256, is->sha256) != 0)
            status = add_input(reasons, old, new, was, is);
    }
    for (size_t j = 0; !status && j < new->n_inputs; j++)
        if (!taken[j]) status = add_input(reasons, old, new, NULL, &new->inputs[j]);
    return status;
}

static doseau_status compare_inputs(const json_result *old, const json_result *new, array *reasons)
{
    size_t *pair = calloc(old->n_inputs + 1, sizeof *pair);
    bool *taken = calloc(new->n_inputs + 1, sizeof *taken);
    const doseau_status status =
        pair && taken ? pair_inputs(old, new, pair, taken, reasons) : DOSEAU_ENOMEM;
    free(pair);
    free(taken);
    return status;
}

/* ---- The corrections ---- */

/* Its row may have got another line. */
static bool is_same_correction(const json_correction *a, const json_correction *b)
{
    return !strcmp(a->key, b->key) && !strcmp(a->field, b->field) && !strcmp(a->was, b->was) &&
           !strcmp(a->is, b->is);
}

static bool has_correction(const json_result *r, const json_correction *c)
{
    for (size_t i = 0; i < r->n_corrections; i++)
        if (is_same_correction(&r->corrections[i], c)) return true;
    return false;
}

/* The file of FILE:LINE gives rows. */
static bool is_of_rows(const json_result *r, const char *place)
{
    for (size_t i = 0; i < r->n_inputs; i++)
        if (diff_is_of_file(place, r->inputs[i].file)) return has_rows(r, r->inputs[i].file);
    return false;
}

static doseau_status add_correction(array *reasons, const json_result *r, const json_correction *c,
                                    const char *done)
{
    const diff_reason reason = {
        .cause = DIFF_BY_CORRECTION, .correction = c, .gives_rows = is_of_rows(r, c->row)};
    return add(reasons, reason, "correction %s: %s, %s \"%s\" -> \"%s\": %s (%s%s%s)", done, c->key,
               c->field, c->was, c->is, c->reason, paths_name(c->source), c->date ? ", " : "",
               c->date ? c->date : "");
}

static doseau_status compare_corrections(const json_result *old, const json_result *new,
                                         array *reasons)
{
    doseau_status status = DOSEAU_OK;
    for (size_t i = 0; !status && i < old->n_corrections; i++)
        if (!has_correction(new, &old->corrections[i]))
            status = add_correction(reasons, old, &old->corrections[i], "removed");
    for (size_t i = 0; !status && i < new->n_corrections; i++)
        if (!has_correction(old, &new->corrections[i]))
            status = add_correction(reasons, new, &new->corrections[i], "added");
    return status;
}

doseau_status diff_reasons_find(const json_result *old, const json_result *new, array *reasons)
{
    *reasons = (array){.item_size = sizeof(diff_reason)};
    doseau_status status = compare_runs(old, new, reasons);
    if (!status) status = compare_inputs(old, new, reasons);
    if (!status) status = compare_corrections(old, new, reasons);
    if (status) diff_reasons_free(reasons);
    return status;
}

void diff_reasons_free(array *reasons)
{
    diff_reason *all = reasons->items;
    for (size_t i = 0; i < reasons->size; i++) free(all[i].words);
    array_free(reasons);
}
