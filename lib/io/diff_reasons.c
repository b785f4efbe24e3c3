/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "io/diff_reasons.h"
#include "base/text.h"
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

static const char *name_of(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

/* How sure it is that two inputs are one: the same bytes, the same path, the same name. */
static bool is_same(const doseau_input *a, const doseau_input *b, int step)
{
    return !strcmp(step == 0   ? a->sha256
                   : step == 1 ? a->file
                               : name_of(a->file),
                   step == 0   ? b->sha256
                   : step == 1 ? b->file
                               : name_of(b->file));
}

/* Whether a line of a file is among FILE:LINE;FILE:LINE. */
static bool is_of(const char *source, const char *file)
{
    const size_t size = strlen(file);
    for (const char *at = source; at; at = strchr(at, ';')) {
        at += *at == ';';
        if (strncmp(at, file, size) != 0 || at[size] != ':') continue;
        if (strspn(at + size + 1, "0123456789") == strcspn(at + size + 1, ";")) return true;
    }
    return false;
}

/* Whether some row of a table comes from a file. */
static bool has_rows(const json_result *r, const char *file)
{
    const size_t column = json_result_column(r, "source");
    for (size_t row = 0; row < r->n_rows; row++) {
        const json_cell cell = json_result_cell(r, row, column);
        if (cell.kind == DOSEAU_CELL_TEXT && is_of(cell.text, file)) return true;
    }
    return false;
}

static doseau_status add_input(array *reasons, const json_result *old, const json_result *new,
                               const doseau_input *was, const doseau_input *is)
{
    const char *name = name_of(was ? was->file : is->file);
    const diff_reason reason = {
        .cause = text_starts_same(name, "corrections") ? DIFF_BY_CORRECTION : DIFF_BY_INPUT,
        .old_file = was ? was->file : NULL,
        .new_file = is ? is->file : NULL,
        .gives_rows = (was && has_rows(old, was->file)) || (is && has_rows(new, is->file))};
    const char *kind = reason.cause == DIFF_BY_CORRECTION ? "correction: " : "input ";
    return add(reasons, reason, "%s%s %s", kind, name,
               !was  ? "added"
               : !is ? "removed"
                     : "changed");
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

doseau_status diff_reasons_find(const json_result *old, const json_result *new, array *reasons)
{
    *reasons = (array){.item_size = sizeof(diff_reason)};
    doseau_status status = compare_runs(old, new, reasons);
    if (!status) status = compare_inputs(old, new, reasons);
    if (status) diff_reasons_free(reasons);
    return status;
}

void diff_reasons_free(array *reasons)
{
    diff_reason *all = reasons->items;
    for (size_t i = 0; i < reasons->size; i++) free(all[i].words);
    array_free(reasons);
}

/* ---- Of a row ---- */

bool diff_reason_holds(const diff_reason *reason, const char *old_source, const char *new_source,
                       bool corrected)
{
    if ((!old_source && !new_source) || reason->cause == DIFF_BY_RUN) return true;
    if (reason->cause == DIFF_BY_CORRECTION) return corrected;
    return !reason->gives_rows ||
           (old_source && reason->old_file && is_of(old_source, reason->old_file)) ||
           (new_source && reason->new_file && is_of(new_source, reason->new_file));
}
