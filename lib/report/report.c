/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/facts.h"
#include <stdlib.h>

void doseau_report_defaults(doseau_report_options *options)
{
    *options = (doseau_report_options){.small_catchment_persons = 10000};
    doseau_round_defaults(&options->round);
    doseau_compare_defaults(&options->compare);
    doseau_trend_defaults(&options->trend);
}

static doseau_status compute(facts *f, doseau_error *error)
{
    const doseau_load_options load = {.alpha = f->options.round.alpha};
    doseau_status status = doseau_loads_new(f->study, &load, &f->loads, error);
    if (!status) status = doseau_spikes_new(f->study, f->loads, NULL, &f->spikes, error);
    if (!status) status = doseau_spikes_mark(f->spikes, f->loads);
    if (!status)
        status = doseau_rounds_new(f->study, f->loads, &f->options.round, &f->rounds, error);
    if (!status)
        status = doseau_comparisons_new(f->rounds, &f->options.compare, &f->comparisons, error);
    if (!status) status = doseau_trends_new(f->rounds, &f->options.trend, &f->trends, error);
    if (!status) status = doseau_round_budget_new(f->rounds, &f->budget, error);
    return status;
}

static void borrow(facts *f)
{
    f->measurement = doseau_study_measurements(f->study, &f->n_loads);
    f->load = doseau_loads_all(f->loads, &f->n_loads);
    f->spike = doseau_spikes_all(f->spikes, &f->n_spikes);
    f->round = doseau_rounds_all(f->rounds, &f->n_rounds);
    f->comparison = doseau_comparisons_all(f->comparisons, &f->n_comparisons);
    f->trend = doseau_trends_all(f->trends, &f->n_trends);
    f->part = doseau_round_budget_all(f->budget, &f->n_parts);
}

/* All results are sorted by plant and substance, so each series takes what comes next. */
#define TAKE_RANGE(begin, end, next, count, row_plant, row_substance)                              \
    do {                                                                                           \
        (begin) = (next);                                                                          \
        while ((next) < (count) && (row_plant) == s->plant && (row_substance) == s->substance)     \
            (next)++;                                                                              \
        (end) = (next);                                                                            \
    } while (0)

static bool begins_series(const facts *f, size_t i)
{
    return i == 0 || f->measurement[i].plant != f->measurement[i - 1].plant ||
           f->measurement[i].substance != f->measurement[i - 1].substance;
}

static doseau_status list_series(facts *f, doseau_error *error)
{
    size_t load = 0, round = 0, comparison = 0, trend = 0;
    for (size_t i = 0; i < f->n_loads; i++) f->n_series += begins_series(f, i);
    f->series = calloc(f->n_series + 1, sizeof *f->series);
    if (!f->series) return doseau_error_set(error, DOSEAU_ENOMEM, "out of memory");
    for (size_t i = 0; i < f->n_series; i++) {
        facts_series *s = &f->series[i];
        s->plant = f->measurement[load].plant;
        s->substance = f->measurement[load].substance;
        TAKE_RANGE(s->load_begin, s->load_end, load, f->n_loads, f->measurement[load].plant,
                   f->measurement[load].substance);
        TAKE_RANGE(s->round_begin, s->round_end, round, f->n_rounds, f->round[round].plant,
                   f->round[round].substance);
        TAKE_RANGE(s->comparison_begin, s->comparison_end, comparison, f->n_comparisons,
                   f->comparison[comparison].a->plant, f->comparison[comparison].a->substance);
        TAKE_RANGE(s->trend_begin, s->trend_end, trend, f->n_trends, f->trend[trend].plant,
                   f->trend[trend].substance);
    }
    return DOSEAU_OK;
}

doseau_status doseau_report_new(const doseau_study *study, const doseau_report_options *options,
                                doseau_report **report, doseau_error *error)
{
    doseau_report *made = calloc(1, sizeof *made);
    *report = NULL;
    if (!made) return doseau_error_set(error, DOSEAU_ENOMEM, "out of memory");
    made->facts.study = study;
    doseau_report_defaults(&made->facts.options);
    if (options) made->facts.options = *options;
    doseau_status status = compute(&made->facts, error);
    if (!status) {
        borrow(&made->facts);
        status = list_series(&made->facts, error);
    }
    if (status) {
        doseau_report_free(made);
        return status;
    }
    *report = made;
    return DOSEAU_OK;
}

void doseau_report_free(doseau_report *report)
{
    if (!report) return;
    facts *f = &report->facts;
    doseau_round_budget_free(f->budget);
    doseau_trends_free(f->trends);
    doseau_comparisons_free(f->comparisons);
    doseau_rounds_free(f->rounds);
    doseau_spikes_free(f->spikes);
    doseau_loads_free(f->loads);
    free(f->series);
    free(report);
}

bool doseau_report_seeded(const doseau_report *report)
{
    const facts *f = &report->facts;
    if (f->options.round.draws || doseau_trends_seeded(f->trends)) return true;
    for (size_t i = 0; i < f->n_rounds; i++)
        if (f->round[i].flags & DOSEAU_FLAG_IMPUTED) return true;
    return false;
}
