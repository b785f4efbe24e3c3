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
    return doseau_error_at(call->error, DOSEAU_EDATA, doseau_frame_place(call->frame, row, column),
                           "%s", reason);
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

doseau_status series_censored(series_call *call, bool positive, const doseau_censored **x)
{
    const size_t n = series_size(call);
    const doseau_sample *values = doseau_frame_values(call->frame);
    if (!call->censored) call->censored = calloc(n + 1, sizeof *call->censored);
    if (!call->censored) return DOSEAU_ENOMEM;
    for (size_t i = 0; i < n; i++) {
        const bool below = values[i].state == DOSEAU_NOT_DETECTED;
        const double end =
            below || values[i].state == DOSEAU_DETECTED ? values[i].upper : values[i].lower;
        if (positive && (!(end > 0) || values[i].lower < 0))
            return series_refuse(call, i, DOSEAU_FRAME_VALUE,
                                 "this procedure takes values and limits above 0 only");
        call->censored[i] = (doseau_censored){below, below ? 0 : values[i].lower, values[i].upper};
    }
    *x = call->censored;
    return DOSEAU_OK;
}

doseau_status series_left(series_call *call, bool positive, const doseau_censored **x)
{
    const doseau_status status = series_censored(call, positive, x);
    for (size_t i = 0; !status && i < series_size(call); i++)
        if (!(*x)[i].below && (*x)[i].lower < (*x)[i].upper)
            return series_refuse(call, i, DOSEAU_FRAME_VALUE,
                                 "this procedure takes numbers and values below a limit, not a "
                                 "value between two limits");
    return status;
}

doseau_status series_prior(series_call *call, doseau_variance_prior *prior)
{
    const doseau_series_options *o = call->options;
    if (!o->prior_s.given)
        return doseau_error_set(call->error, DOSEAU_EDATA,
                                "the procedure borrows a variance: name it with --prior-s and "
                                "--prior-d");
    *prior = (doseau_variance_prior){o->prior_s.value, o->prior_d.value};
    return DOSEAU_OK;
}

doseau_status series_group(series_call *call, size_t group, double **x, size_t *n)
{
    size_t n_groups;
    const double *all;
    const size_t *groups = series_indices(call, DOSEAU_FRAME_GROUP, &n_groups);
    const doseau_status status = series_found(call, &all);
    if (status) return status;
    *x = malloc((series_size(call) + 1) * sizeof **x);
    if (!*x) return DOSEAU_ENOMEM;
    *n = 0;
    for (size_t i = 0; i < series_size(call); i++)
        if (groups[i] == group) (*x)[(*n)++] = all[i];
    return DOSEAU_OK;
}

typedef struct moment {
    double time;
    size_t row;
} moment;

static int compare_moments(const void *left, const void *right)
{
    const moment *a = left, *b = right;
    if (a->time < b->time || a->time > b->time) return a->time < b->time ? -1 : 1;
    return (a->row > b->row) - (a->row < b->row);
}

doseau_status series_by_time(series_call *call, size_t **order)
{
    const size_t n = series_size(call);
    const double *time = series_numbers(call, DOSEAU_FRAME_TIME);
    moment *moments = malloc((n + 1) * sizeof *moments);
    size_t *rows = malloc((n + 1) * sizeof *rows);
    doseau_status status = moments && rows ? DOSEAU_OK : DOSEAU_ENOMEM;
    for (size_t i = 0; !status && i < n; i++) moments[i] = (moment){time ? time[i] : (double)i, i};
    if (!status) qsort(moments, n, sizeof *moments, compare_moments);
    for (size_t i = 0; !status && i < n; i++) rows[i] = moments[i].row;
    free(moments);
    if (status)
        free(rows);
    else
        *order = rows;
    return status;
}

doseau_status series_in_time(series_call *call, size_t **order)
{
    const double *time = series_numbers(call, DOSEAU_FRAME_TIME);
    doseau_status status = series_by_time(call, order);
    if (status) return status;
    const size_t *rows = *order;
    for (size_t i = 1; !status && time && i < series_size(call); i++)
        if (!(time[rows[i]] > time[rows[i - 1]]))
            status = series_refuse(call, rows[i], DOSEAU_FRAME_TIME,
                                   "two values at one time: which one is first?");
    if (status) free(*order);
    return status;
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
    if (figure.given && !isfinite(figure.value)) {
        figure = (doseau_figure){false, 0};
        reason = "beyond the largest number";
    }
    if (!reason) reason = "not estimable";
    add(call, quantity, figure, NULL, figure.given ? NULL : reason);
}

doseau_status series_block_times(const series_call *call, const size_t block[], double times[],
                                 size_t n_blocks)
{
    const double *time = series_numbers(call, DOSEAU_FRAME_TIME);
    for (size_t b = 0; b < n_blocks; b++) times[b] = 0;
    size_t *count = calloc(n_blocks + 1, sizeof *count);
    if (!count) return DOSEAU_ENOMEM;
    for (size_t i = 0; i < series_size(call); i++) {
        times[block[i]] += time ? time[i] : (double)block[i];
        count[block[i]]++;
    }
    for (size_t b = 0; b < n_blocks; b++) times[b] /= (double)count[b];
    free(count);
    return DOSEAU_OK;
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

void series_ends(series_call *call, const char *quantity, doseau_figure lower, doseau_figure upper,
                 const char *reason)
{
    series_limits(call, quantity, (doseau_limits){lower, upper, reason});
}

void series_interval(series_call *call, const char *quantity, doseau_interval interval)
{
    series_ends(call, quantity, (doseau_figure){true, interval.lower},
                (doseau_figure){true, interval.upper}, NULL);
}

void series_truth(series_call *call, const char *quantity, bool truth)
{
    series_text(call, quantity, truth ? "yes" : "no");
}

void series_sides(series_call *call)
{
    const doseau_frame_column column = DOSEAU_FRAME_GROUP;
    if (!doseau_frame_has(call->frame, column)) return;
    series_text(call, "group_a", doseau_frame_name(call->frame, column, 0));
    series_text(call, "group_b", doseau_frame_name(call->frame, column, 1));
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
