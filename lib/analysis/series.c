/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/series_result.h"
#include "analysis/series_rows.h"
#include <doseau/series.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

static const series_topic *const topics[] = {
    &series_topic_summary,   &series_topic_trend,     &series_topic_censored,
    &series_topic_line,      &series_topic_moderated, &series_topic_groups,
    &series_topic_counts,    &series_topic_change,    &series_topic_outlier,
    &series_topic_propagate, &series_topic_power,     &series_topic_power_counts,
};
enum { TOPICS = sizeof topics / sizeof *topics };

void doseau_series_defaults(doseau_series_options *options)
{
    *options = (doseau_series_options){.alpha = .05, .seed = 1, .draws = 9999, .power = .8};
}

size_t doseau_series_count(void)
{
    size_t n = 0;
    for (size_t i = 0; i < TOPICS; i++) n += topics[i]->n;
    return n;
}

static const series_procedure *procedure_at(size_t index)
{
    for (size_t i = 0; i < TOPICS; i++) {
        if (index < topics[i]->n) return &topics[i]->procedures[index];
        index -= topics[i]->n;
    }
    return NULL;
}

static const series_procedure *find(const char *name)
{
    const size_t n = doseau_series_count();
    for (size_t i = 0; i < n; i++)
        if (strcmp(procedure_at(i)->about.name, name) == 0) return procedure_at(i);
    return NULL;
}

const doseau_procedure *doseau_series_at(size_t index)
{
    const series_procedure *procedure = procedure_at(index);
    return procedure ? &procedure->about : NULL;
}

const doseau_procedure *doseau_series_find(const char *name)
{
    const series_procedure *procedure = find(name);
    return procedure ? &procedure->about : NULL;
}

static const char *or_none(const char *string)
{
    return *string ? string : NULL;
}

static void fill_list(const void *source, size_t row, doseau_cells *cells)
{
    (void)source;
    const doseau_procedure *p = doseau_series_at(row);
    doseau_put_text(cells, p->name);
    doseau_put_text(cells, or_none(p->needs));
    doseau_put_text(cells, or_none(p->uses));
    doseau_put_text(cells, or_none(p->options));
    doseau_put_text(cells, p->summary);
}

doseau_table doseau_series_list(void)
{
    static const doseau_column columns[] = {
        {"procedure", "", "procedure"}, {"needs", "", "needs"},     {"uses", "", "uses"},
        {"options", "", NULL},          {"summary", "", "summary"},
    };
    return (doseau_table){"procedures",          columns, sizeof columns / sizeof *columns,
                          doseau_series_count(), NULL,    fill_list};
}

static doseau_status check_options(const doseau_series_options *o, doseau_error *error)
{
    const bool prior = o->prior_s.given || o->prior_d.given;
    if (!(o->alpha > 0 && o->alpha < 1))
        return doseau_error_set(error, DOSEAU_EDOMAIN, "alpha must lie between 0 and 1");
    if (o->draws == 0)
        return doseau_error_set(error, DOSEAU_EDOMAIN, "there must be a draw at least");
    if (o->at.given && !isfinite(o->at.value))
        return doseau_error_set(error, DOSEAU_EDOMAIN, "the time is not a number");
    if (o->floor.given && !(o->floor.value > 0 && isfinite(o->floor.value)))
        return doseau_error_set(error, DOSEAU_EDOMAIN, "the floor must be above 0");
    if (o->margin.given && !(o->margin.value > 1 && isfinite(o->margin.value)))
        return doseau_error_set(error, DOSEAU_EDOMAIN, "the margin is a ratio above 1");
    if (o->effect.given && !(o->effect.value > 0 && isfinite(o->effect.value)))
        return doseau_error_set(error, DOSEAU_EDOMAIN, "the effect must be above 0");
    if (!(o->power > o->alpha && o->power < 1))
        return doseau_error_set(error, DOSEAU_EDOMAIN, "power must lie between alpha and 1");
    if (prior && !(o->prior_s.given && o->prior_d.given && o->prior_s.value > 0 &&
                   o->prior_d.value >= 1 && isfinite(o->prior_s.value + o->prior_d.value)))
        return doseau_error_set(error, DOSEAU_EDOMAIN,
                                "a prior is a standard deviation above 0 and its degrees of "
                                "freedom, 1 at least");
    return DOSEAU_OK;
}

static doseau_status check_columns(const doseau_procedure *about, const doseau_frame *frame,
                                   doseau_error *error)
{
    doseau_frame_set needs;
    const doseau_status status = doseau_frame_set_parse(about->needs, &needs);
    if (status) return doseau_error_set(error, status, "no such column in: %s", about->needs);
    for (size_t c = 0; c < DOSEAU_FRAME_COLUMNS; c++)
        if ((needs >> c & 1u) && !doseau_frame_has(frame, (doseau_frame_column)c))
            return doseau_error_set(error, DOSEAU_EDATA, "the procedure %s needs a column %s",
                                    about->name, doseau_frame_column_name((doseau_frame_column)c));
    if (doseau_frame_size(frame) == 0)
        return doseau_error_set(error, DOSEAU_EDATA, "there is no value");
    return DOSEAU_OK;
}

static doseau_status run(const series_procedure *procedure, series_call *call)
{
    if (doseau_frame_missing(call->frame))
        series_count(call, "rows_without_value", doseau_frame_missing(call->frame));
    doseau_status status = procedure->run(call);
    free(call->found);
    free(call->censored);
    free(call->time);
    if (status == DOSEAU_ETOOFEW || status == DOSEAU_EDOMAIN) {
        series_figure(call, "result", (doseau_figure){false, 0},
                      series_reason(procedure->about.name, status));
        status = DOSEAU_OK;
    }
    if (!status && call->out->texts.failed) status = DOSEAU_ENOMEM;
    if (status == DOSEAU_ENOMEM) doseau_error_set(call->error, status, "out of memory");
    return status;
}

doseau_status doseau_series_run(const char *name, const doseau_frame *frame,
                                const doseau_series_options *options, doseau_series **series,
                                doseau_error *error)
{
    doseau_series_options defaults;
    doseau_series_defaults(&defaults);
    series_call call = {.frame = frame, .options = options ? options : &defaults, .error = error};
    const series_procedure *procedure = find(name);
    if (!procedure)
        return doseau_error_set(error, DOSEAU_EUNKNOWN, "there is no procedure \"%s\"", name);
    doseau_status status = check_options(call.options, error);
    if (!status) status = check_columns(&procedure->about, frame, error);
    if (status) return status;
    call.out = calloc(1, sizeof *call.out);
    if (!call.out) return doseau_error_set(error, DOSEAU_ENOMEM, "out of memory");
    call.out->rows.item_size = sizeof(series_row);
    status = run(procedure, &call);
    if (status)
        doseau_series_free(call.out);
    else
        *series = call.out;
    return status;
}

void doseau_series_free(doseau_series *series)
{
    if (!series) return;
    array_free(&series->rows);
    text_free(&series->texts);
    free(series);
}

bool doseau_series_seeded(const doseau_series *series)
{
    return series->seeded;
}

static const char *text_at(const doseau_series *series, size_t place)
{
    return place ? series->texts.bytes + place - 1 : NULL;
}

static void fill_rows(const void *source, size_t index, doseau_cells *cells)
{
    const doseau_series *series = source;
    const series_row *row = (const series_row *)series->rows.items + index;
    doseau_put_text(cells, text_at(series, row->quantity));
    doseau_put_figure(cells, row->figure);
    doseau_put_text(cells, text_at(series, row->words));
    doseau_put_text(cells, text_at(series, row->reason));
}

doseau_table doseau_series_table(const doseau_series *series)
{
    static const doseau_column columns[] = {
        {"quantity", "", "quantity"},
        {"value", "", "value"},
        {"text", "", "text"},
        {"reason", "", "not estimable because"},
    };
    return (doseau_table){"series",          columns, sizeof columns / sizeof *columns,
                          series->rows.size, series,  fill_rows};
}
