/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/explain.h"
#include <doseau/flag.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

static const char *const part_names[] = {
    [EXPLAIN_ABOUT] = "about",   [EXPLAIN_ROW] = "row",
    [EXPLAIN_INPUT] = "input",   [EXPLAIN_CONVERSION] = "conversion",
    [EXPLAIN_METHOD] = "method", [EXPLAIN_FORMULA] = "formula",
    [EXPLAIN_BUDGET] = "budget", [EXPLAIN_INTERVAL] = "interval",
    [EXPLAIN_FAMILY] = "family", [EXPLAIN_VERDICT] = "verdict",
    [EXPLAIN_FLAG] = "flag",     [EXPLAIN_RESULT] = "result"};

enum { PEOPLE_DIGITS = 4, FORMULA_DIGITS = 15 };

doseau_explanation *explain_new(void)
{
    doseau_explanation *e = calloc(1, sizeof *e);
    if (e) e->steps.item_size = sizeof(explain_step);
    return e;
}

static void free_step(explain_step *step)
{
    text_free(&step->name);
    text_free(&step->formula);
    text_free(&step->words);
    text_free(&step->source);
    text_free(&step->id);
}

void doseau_explanation_free(doseau_explanation *e)
{
    if (!e) return;
    explain_step *step = e->steps.items;
    for (size_t i = 0; i < e->steps.size; i++) free_step(&step[i]);
    free_step(&e->spare);
    array_free(&e->steps);
    free(e);
}

/* ---- Adding ---- */

explain_step *explain_add(doseau_explanation *e, explain_part part, const char *name)
{
    const explain_step empty = {.part = part, .unit = ""};
    explain_step *step = &e->spare;
    if (array_add(&e->steps, &empty)) {
        e->failed = true;
        free_step(step);
        *step = empty;
    } else {
        step = (explain_step *)e->steps.items + e->steps.size - 1;
    }
    text_add_string(&step->name, name);
    return step;
}

void explain_say(doseau_explanation *e, explain_part part, const char *name, const char *words, ...)
{
    va_list args;
    va_start(args, words);
    text_vaddf(&explain_add(e, part, name)->words, words, args);
    va_end(args);
}

explain_step *explain_number(doseau_explanation *e, explain_part part, const char *name,
                             double value, const char *unit, const char *formula, ...)
{
    va_list args;
    explain_step *step = explain_add(e, part, name);
    step->value = (doseau_figure){true, value};
    step->unit = unit;
    va_start(args, formula);
    text_vaddf(&step->formula, formula, args);
    va_end(args);
    return step;
}

explain_step *explain_sum(doseau_explanation *e, explain_part part, const char *name, double value,
                          const char *unit, text *formula)
{
    explain_step *step = explain_number(e, part, name, value, unit, "%s", "");
    text_free(&step->formula);
    step->formula = *formula;
    *formula = (text){0};
    return step;
}

const char *explain_digits(char room[EXPLAIN_DIGITS], double value)
{
    char whole[DOSEAU_NUMBER_SIZE];
    double back;
    doseau_number_format_digits(value, FORMULA_DIGITS, whole);
    /* Without the zeros that rounding leaves behind. */
    if (doseau_number_parse(whole, '.', &back)) back = value;
    doseau_number_format(back, room);
    return room;
}

void explain_put(text *formula, const char *before, double value)
{
    text_addf(formula, value < 0 ? "%s(%s)" : "%s%s", before, DIGITS(value));
}

void explain_flags(doseau_explanation *e, doseau_flags flags)
{
    for (size_t i = 0; i < doseau_flag_count(); i++)
        if (flags >> i & 1)
            explain_say(e, EXPLAIN_FLAG, doseau_flag_word(i), "%s", doseau_flag_meaning(i));
}

/* ---- The row of the table ---- */

static void add_cell(doseau_explanation *e, const doseau_column *column, const doseau_cells *cells,
                     size_t index)
{
    const doseau_cell_kind kind = doseau_cell_kind_at(cells, index);
    char digits[DOSEAU_NUMBER_SIZE];
    if (kind == DOSEAU_CELL_EMPTY) return;
    explain_step *step = explain_add(e, EXPLAIN_RESULT, column->name);
    step->unit = column->unit;
    step->quiet = !column->heading || doseau_cell_is_quiet(cells, index);
    if (kind == DOSEAU_CELL_TEXT) {
        text_add_string(&step->words, doseau_cell_text_at(cells, index));
        return;
    }
    step->value = (doseau_figure){true, doseau_cell_number_at(cells, index)};
    const bool count = !*column->unit && !(floor(step->value.value) < step->value.value);
    if (count)
        doseau_number_format(step->value.value, digits);
    else
        doseau_number_format_digits(step->value.value, PEOPLE_DIGITS, digits);
    text_add_string(&step->words, digits);
}

void explain_result(doseau_explanation *e, const doseau_table *table, size_t row)
{
    doseau_cells *cells = doseau_cells_new(table);
    if (!cells || doseau_table_row(table, row, cells)) e->failed = true;
    for (size_t i = 0; cells && !e->failed && i < table->n_columns; i++)
        add_cell(e, &table->columns[i], cells, i);
    doseau_cells_free(cells);
}

/* ---- Names ---- */

bool explain_is_series(const doseau_study *study, const doseau_result_id *id, uint32_t plant,
                       uint32_t substance)
{
    return strcmp(doseau_study_plant_name(study, plant), id->plant) == 0 &&
           strcmp(doseau_study_substance_name(study, substance), id->substance) == 0;
}

doseau_status explain_unknown(const doseau_result_id *id, doseau_error *error)
{
    char name[160];
    doseau_result_id_format(id, name, sizeof name);
    return doseau_error_set(error, DOSEAU_EUNKNOWN, "the study has no %s", name);
}

const char *explain_label(const doseau_study *study, uint32_t round)
{
    size_t n;
    const doseau_round *all = doseau_study_rounds(study, &n);
    return round < n ? doseau_study_text_at(study, all[round].label) : "";
}

void explain_name_round(const doseau_study *study, const doseau_round_mean *r, text *id)
{
    char name[512];
    const doseau_result_id what = {.kind = DOSEAU_RESULT_ROUND,
                                   .plant = doseau_study_plant_name(study, r->plant),
                                   .substance = doseau_study_substance_name(study, r->substance),
                                   .round = explain_label(study, r->round)};
    if (doseau_result_id_format(&what, name, sizeof name) < sizeof name) text_add_string(id, name);
}

/* ---- The end ---- */

static bool any_failed(const doseau_explanation *e)
{
    const explain_step *s = e->steps.items;
    for (size_t i = 0; i < e->steps.size; i++)
        if (s[i].name.failed || s[i].formula.failed || s[i].words.failed || s[i].source.failed ||
            s[i].id.failed)
            return true;
    return e->failed;
}

doseau_status explain_finish(doseau_explanation *e, doseau_explanation **made, doseau_error *error)
{
    const doseau_status status = any_failed(e) ? DOSEAU_ENOMEM : e->status;
    if (status) {
        doseau_explanation_free(e);
        return doseau_error_set(error, status, "%s", doseau_strstatus(status));
    }
    *made = e;
    return DOSEAU_OK;
}

/* ---- The table ---- */

static void put_words(doseau_cells *cells, const text *words)
{
    doseau_put_text(cells, words->size ? words->bytes : NULL);
}

static void fill(const void *source, size_t row, doseau_cells *cells)
{
    const doseau_explanation *e = source;
    const explain_step *step = (const explain_step *)e->steps.items + row;
    doseau_put_number(cells, (double)row + 1);
    doseau_put_text(cells, part_names[step->part]);
    put_words(cells, &step->name);
    doseau_put_figure(cells, step->value);
    doseau_put_text(cells, *step->unit ? step->unit : NULL);
    put_words(cells, &step->formula);
    put_words(cells, &step->words);
    put_words(cells, &step->source);
    put_words(cells, &step->id);
    if (step->quiet) doseau_quiet_row(cells);
}

doseau_table doseau_explanation_table(const doseau_explanation *e)
{
    static const doseau_column columns[] = {
        {"step", "", "step"},   {"part", "", "part"},     {"name", "", "name"},
        {"value", "", "value"}, {"unit", "", "unit"},     {"formula", "", "formula"},
        {"text", "", "text"},   {"source", "", "source"}, {"id", "", "id"},
    };
    return (doseau_table){"explain",     columns, sizeof columns / sizeof *columns,
                          e->steps.size, e,       fill};
}
