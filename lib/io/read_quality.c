/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "io/read_quality.h"
#include "base/text.h"
#include "io/remark.h"
#include "io/result.h"
#include <doseau/number.h>
#include <string.h>

static doseau_place place_of(const reader *r, size_t column)
{
    return (doseau_place){r->file, r->record->line, r->position[column], r->spelled[column]};
}

/* A word that is no known kind of sample. */
static void report_unknown(reader *r, size_t column)
{
    const char *cell = reader_cell(r, column);
    reader_problem(r, DOSEAU_WARNING, "unknown_sample_type", column,
                   "\"%s\" is no known kind of sample: the row is read as a sample; what to do: %s",
                   cell,
                   remark_is_effluent(cell)
                       ? "take the row out, as what leaves a plant does not tell what people used"
                       : "write sample, blank, field_blank, spike, control or standard");
}

doseau_row_kind quality_kind(reader *r, const quality_columns *at)
{
    doseau_row_kind kind = DOSEAU_ROW_SAMPLE;
    const bool sure = reader_has(r, at->sample_type); /* `type` may mean anything */
    const size_t column = sure ? at->sample_type : at->type;
    if (reader_has(r, column) && doseau_row_kind_parse(reader_cell(r, column), &kind)) {
        kind = DOSEAU_ROW_SAMPLE;
        if (sure || remark_is_effluent(reader_cell(r, column))) report_unknown(r, column);
    }
    if (kind == DOSEAU_ROW_SAMPLE) return kind;
    if (r->controls[kind]++ == 0 && !r->first_control.line) r->first_control = place_of(r, column);
    return kind;
}

/* A number in the inside unit; a percent sign may stand behind it. */
static bool read_number(const reader *r, size_t column, const char *cell, double *value)
{
    char plain[DOSEAU_NUMBER_SIZE * 4];
    size_t length = strlen(cell);
    if (length >= sizeof plain) return false;
    memcpy(plain, cell, length + 1);
    if (length && plain[length - 1] == '%') plain[length - 1] = '\0';
    return !doseau_number_parse(plain, r->decimal_mark, value) &&
           (!r->unit[column] || !doseau_unit_convert(r->unit[column], value, 1));
}

/* Numbers that cannot be read are named, and not checked. */
static doseau_figure read_figure(reader *r, size_t column)
{
    doseau_figure figure = {0};
    const char *cell = reader_cell(r, column);
    if (!*cell) return figure;
    figure.given = read_number(r, column, cell, &figure.value);
    if (!figure.given) figure.value = 0;
    if (!figure.given)
        reader_problem(r, DOSEAU_WARNING, "not_checked", column,
                       "not a number, so it is not checked (decimal mark here: %c): \"%s\"",
                       r->decimal_mark, cell);
    return figure;
}

static double positive(doseau_figure figure)
{
    return figure.value > 0 ? figure.value : 0;
}

/* What was found; a blank may well have a zero, or words. */
static doseau_figure read_found(const reader *r, const quality_columns *at)
{
    double value = 0;
    result_kind kind = RESULT_EMPTY;
    const bool read =
        !result_parse(reader_cell(r, at->concentration), r->decimal_mark, &kind, &value) &&
        kind == RESULT_NUMBER && value > 0 &&
        (!r->unit[at->concentration] ||
         !doseau_unit_convert(r->unit[at->concentration], &value, 1));
    return read ? (doseau_figure){true, value} : (doseau_figure){0};
}

void quality_read(reader *r, const quality_columns *at, doseau_row_kind kind)
{
    const bool sample = kind == DOSEAU_ROW_SAMPLE;
    if (sample && !reader_has(r, at->recovery) && !reader_has(r, at->is_area) &&
        !reader_has(r, at->calibration_upper))
        return;
    doseau_quality q = {.origin = reader_origin(r), .kind = kind};
    reader_substance(r, at->substance, false, &q.substance);
    reader_text(r, at->sample, &q.sample);
    reader_text(r, at->laboratory, &q.laboratory);
    reader_text(r, at->batch, &q.batch);
    reader_text(r, at->replicate, &q.replicate);
    q.concentration_ng_per_l = read_found(r, at);
    /* Of samples the reader of results says what is wrong with a limit. */
    if (!sample) q.loq_ng_per_l = positive(read_figure(r, at->loq));
    q.recovery_percent = read_figure(r, at->recovery);
    q.is_area = read_figure(r, at->is_area);
    q.calibration_upper_ng_per_l = positive(read_figure(r, at->calibration_upper));
    reader_keep(r, doseau_study_add_quality(r->study, &q));
}

void quality_report(const reader *r)
{
    text words = {0};
    size_t all = 0;
    for (size_t k = DOSEAU_ROW_BLANK; k < READER_KINDS; k++) {
        if (!r->controls[k]) continue;
        text_addf(&words, "%s%s %zu", all ? ", " : "", doseau_row_kind_name((doseau_row_kind)k),
                  r->controls[k]);
        all += r->controls[k];
    }
    if (all)
        doseau_problems_add(r->problems, DOSEAU_NOTICE, "control_rows", r->first_control,
                            "rows that are no samples, so that no load is made of them: %zu (%s)",
                            all, words.bytes ? words.bytes : "");
    text_free(&words);
}
