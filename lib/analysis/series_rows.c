/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/series_rows.h"
#include "analysis/series_result.h"
#include <doseau/problem.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

size_t series_size(const series_call *call)
{
    return doseau_frame_size(call->frame);
}

doseau_status series_refuse(series_call *call, size_t row, doseau_frame_column column,
                            const char *reason)
{
    const doseau_place place = {.file = doseau_frame_file(call->frame)->name,
                                .line = doseau_frame_line(call->frame, row),
                                .field = doseau_frame_column_name(column)};
    return doseau_error_at(call->error, DOSEAU_EDATA, place, "%s", reason);
}

doseau_status series_found(series_call *call, const double **x)
{
    const size_t n = series_size(call);
    const doseau_sample *values = doseau_frame_values(call->frame);
    if (!call->found) call->found = calloc(n + 1, sizeof *call->found);
    if (!call->found) return DOSEAU_ENOMEM;
    for (size_t i = 0; i < n; i++) {
        if (values[i].state != DOSEAU_FOUND)
            return series_refuse(call, i, DOSEAU_FRAME_VALUE,
                                 "this procedure takes numbers only, not values below a limit");
        call->found[i] = values[i].lower;
    }
    *x = call->found;
    return DOSEAU_OK;
}

doseau_status series_positive(series_call *call, const double **x)
{
    const doseau_status status = series_found(call, x);
    for (size_t i = 0; !status && i < series_size(call); i++)
        if (!((*x)[i] > 0))
            return series_refuse(call, i, DOSEAU_FRAME_VALUE,
                                 "this procedure takes values above 0 only");
    return status;
}

doseau_status series_whole(series_call *call, const double **x)
{
    const doseau_status status = series_found(call, x);
    for (size_t i = 0; !status && i < series_size(call); i++)
        if (!((*x)[i] >= 0 && (*x)[i] <= 9007199254740992.) || floor((*x)[i]) < (*x)[i])
            return series_refuse(call, i, DOSEAU_FRAME_VALUE,
                                 "this procedure takes counts only: whole numbers from 0 on");
    return status;
}

doseau_status series_intervals(series_call *call, double open, const double **lower,
                               const double **upper)
{
    const size_t n = series_size(call);
    const doseau_sample *values = doseau_frame_values(call->frame);
    if (!call->lower) call->lower = calloc(n + 1, sizeof *call->lower);
    if (!call->upper) call->upper = calloc(n + 1, sizeof *call->upper);
    if (!call->lower || !call->upper) return DOSEAU_ENOMEM;
    for (size_t i = 0; i < n; i++) {
        call->lower[i] = values[i].state == DOSEAU_NOT_DETECTED ? open : values[i].lower;
        call->upper[i] = values[i].upper;
        if (call->lower[i] > call->upper[i] || (open == 0 && !(call->upper[i] > 0)))
            return series_refuse(call, i, DOSEAU_FRAME_VALUE,
                                 "this procedure takes values and limits above 0 only");
    }
    *lower = call->lower;
    *upper = call->upper;
    return DOSEAU_OK;
}

const double *series_numbers(const series_call *call, doseau_frame_column column)
{
    return doseau_frame_has(call->frame, column) ? doseau_frame_numbers(call->frame, column) : NULL;
}

const size_t *series_indices(const series_call *call, doseau_frame_column column, size_t *n)
{
    *n = doseau_frame_names(call->frame, column);
    return doseau_frame_has(call->frame, column) ? doseau_frame_indices(call->frame, column) : NULL;
}

uint64_t series_seed(series_call *call)
{
    call->out->seeded = true;
    return call->options->seed;
}

/* Texts stand one behind the other: 0 is "none", else one more than where it begins. */
static size_t keep(doseau_series *out, const char *string)
{
    const size_t at = out->texts.size;
    if (!string || !*string) return 0;
    text_add(&out->texts, string, strlen(string) + 1);
    return at + 1;
}

static void add(series_call *call, const char *quantity, doseau_figure figure, const char *words,
                const char *reason)
{
    doseau_series *out = call->out;
    const series_row row = {keep(out, quantity), figure, keep(out, words), keep(out, reason)};
    if (array_add(&out->rows, &row)) out->texts.failed = true;
}

void series_figure(series_call *call, const char *quantity, doseau_figure figure,
                   const char *reason)
{
    add(call, quantity, figure, NULL, figure.given ? NULL : reason);
}

void series_number(series_call *call, const char *quantity, double value)
{
    series_figure(call, quantity, (doseau_figure){true, value}, NULL);
}

void series_count(series_call *call, const char *quantity, size_t count)
{
    series_number(call, quantity, (double)count);
}

void series_text(series_call *call, const char *quantity, const char *words)
{
    add(call, quantity, (doseau_figure){false, 0}, words, NULL);
}

void series_limits(series_call *call, const char *quantity, doseau_limits limits)
{
    char name[sizeof call->name + 8];
    snprintf(name, sizeof name, "%s_lower", quantity);
    series_figure(call, name, limits.lower, limits.reason);
    snprintf(name, sizeof name, "%s_upper", quantity);
    series_figure(call, name, limits.upper, limits.reason);
}

const char *series_of(series_call *call, const char *quantity, const char *which)
{
    snprintf(call->name, sizeof call->name, "%s[%s]", quantity, which);
    return call->name;
}

const char *series_of_row(series_call *call, const char *quantity, size_t row)
{
    snprintf(call->name, sizeof call->name, "%s[%zu]", quantity, row + 1);
    return call->name;
}
