/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/explain.h"
#include "analysis/history.h"
#include <string.h>

static const char load_unit[] = "mg/d/1000 people";

/* One round, and what its mean is made of. */
typedef struct round_work {
    const doseau_rounds *rounds;
    const doseau_round_mean *r;
    round_days days;
    doseau_missing_days missing;
    double multiplier[7]; /* of the usual week, with mean 1 */
    bool every_weekday;
} round_work;

/* ---- Days ---- */

static void name_day(const round_work *w, const round_day *day, text *name, text *id)
{
    char date[11], long_name[512];
    const doseau_study *study = w->rounds->study;
    const doseau_result_id what = {.kind = DOSEAU_RESULT_LOAD,
                                   .plant = doseau_study_plant_name(study, w->r->plant),
                                   .substance = doseau_study_substance_name(study, w->r->substance),
                                   .round = explain_label(study, w->r->round),
                                   .date = day->date,
                                   .weekday = day->weekday};
    doseau_date_format(day->date, date);
    text_addf(name, "%s%s%s", date, *date ? " " : "", doseau_weekday_name(day->weekday));
    if (doseau_result_id_format(&what, long_name, sizeof long_name) < sizeof long_name)
        text_add_string(id, long_name);
}

/* The mean of the results of a day. */
static void put_results(const round_work *w, const round_day *day, bool upper, text *formula)
{
    size_t n, put = 0;
    const doseau_load *load = doseau_loads_all(w->rounds->loads, &n);
    if (day->results > 1) text_add_string(formula, "(");
    for (size_t i = day->begin; i < day->end; i++) {
        if (!round_counts(w->rounds, w->r, i)) continue;
        text_addf(formula, "%s%s", put++ ? " + " : "",
                  DIGITS(upper ? load[i].value.upper : load[i].value.lower));
    }
    if (day->results > 1) text_addf(formula, ") / %zu", day->results);
}

static void put_end(doseau_explanation *e, const round_work *w, const round_day *day, bool upper,
                    const char *words)
{
    text formula = {0};
    put_results(w, day, upper, &formula);
    explain_step *step = explain_sum(
        e, EXPLAIN_INPUT, "", upper ? day->value.upper : day->value.lower, load_unit, &formula);
    name_day(w, day, &step->name, &step->id);
    text_add_string(&step->words, words);
}

static void put_day(doseau_explanation *e, const round_work *w, const round_day *day)
{
    const doseau_sample *v = &day->value;
    if (v->state == DOSEAU_MISSING) {
        explain_step *step = explain_add(e, EXPLAIN_INPUT, "");
        name_day(w, day, &step->name, &step->id);
        text_add_string(&step->words, "no result counts: missing, or left out");
    } else if (v->state == DOSEAU_FOUND) {
        put_end(e, w, day, false, day->results > 1 ? "mean of its results" : "");
    } else {
        put_end(e, w, day, false, "below a limit: at least this");
        if (v->bounded) put_end(e, w, day, true, "below a limit: at most this");
    }
}

/* ---- The mean ---- */

typedef enum height { AT_LOWER, AT_POINT, AT_UPPER } height;

static double height_of(const round_day *day, height at)
{
    if (at == AT_POINT) return day->point.value;
    return at == AT_LOWER ? day->value.lower : day->value.upper;
}

/* The sum of the measured days of some weekdays, each the mean of its days; how many there are. */
static size_t put_weekdays(const round_work *w, const bool wanted[7], height at, text *formula)
{
    size_t n = 0;
    const round_day *day = w->days.list.items;
    for (size_t d = 0; d < 7; d++) {
        const size_t count = w->days.count[d];
        size_t put = 0;
        if (!count || !wanted[d]) continue;
        text_add_string(formula, n++ ? " + " : "");
        if (count > 1) text_add_string(formula, "(");
        for (size_t i = 0; i < w->days.list.size; i++)
            if (day[i].weekday == d && day[i].value.state != DOSEAU_MISSING)
                text_addf(formula, "%s%s", put++ ? " + " : "", DIGITS(height_of(&day[i], at)));
        if (count > 1) text_addf(formula, ") / %zu", count);
    }
    return n;
}

static void put_stratified(const round_work *w, height at, text *formula)
{
    bool group[2][7];
    doseau_week_groups(w->rounds->options.convention, round_year(w->rounds, w->r), group[0]);
    for (size_t g = 0; g < 2; g++) {
        size_t days = 0;
        for (size_t d = 0; d < 7; d++) {
            if (g) group[1][d] = !group[0][d];
            days += group[g][d];
        }
        text_addf(formula, "%s%zu * (", g ? " + " : "(", days);
        const size_t n = put_weekdays(w, group[g], at, formula);
        text_addf(formula, ") / %zu", n);
    }
    text_add_string(formula, ") / 7");
}

/* Everything but a declared event goes by weekdays. */
static void put_mean_formula(const round_work *w, height at, text *formula)
{
    static const bool all[7] = {true, true, true, true, true, true, true};
    const bool event = w->r->kind == DOSEAU_EVENT;
    const round_day *day = w->days.list.items;
    size_t n = 0;
    if (!event && !w->every_weekday && w->missing == DOSEAU_STRATIFIED) {
        put_stratified(w, at, formula);
        return;
    }
    text_add_string(formula, "(");
    for (size_t i = 0; event && i < w->days.list.size; i++)
        if (day[i].value.state != DOSEAU_MISSING)
            text_addf(formula, "%s%s", n++ ? " + " : "", DIGITS(height_of(&day[i], at)));
    if (!event) n = put_weekdays(w, all, at, formula);
    text_add_string(formula, ") / ");
    if (event || w->every_weekday || w->missing != DOSEAU_MODEL) {
        text_addf(formula, "%zu", n);
        return;
    }
    text_add_string(formula, "(");
    for (size_t d = 0, put = 0; d < 7; d++)
        if (w->days.measured[d])
            text_addf(formula, "%s%s", put++ ? " + " : "", DIGITS(w->multiplier[d]));
    text_add_string(formula, ")");
}

static void put_mean(doseau_explanation *e, const round_work *w, const char *name,
                     doseau_figure mean, height at)
{
    text formula = {0};
    const bool imputed = at == AT_POINT && w->r->flags & DOSEAU_FLAG_IMPUTED;
    if (!mean.given) return;
    if (!imputed) put_mean_formula(w, at, &formula);
    explain_step *step = explain_sum(e, EXPLAIN_FORMULA, name, mean.value, load_unit, &formula);
    if (imputed)
        text_addf(&step->words,
                  "days below limits stand in it with what they are expected to be, by the spread "
                  "of the method (seed %llu); it lies between the bounds",
                  (unsigned long long)w->rounds->options.seed);
}

/* ---- Method ---- */

static const char *reason_of(const round_work *w)
{
    const doseau_round_mean *r = w->r;
    if (r->flags & DOSEAU_FLAG_IMPUTED) return "days lie below limits, and enough were found";
    if (!r->mean.given && r->bound_lower.given) return "days lie below limits: bounds, no mean";
    if (!r->mean.given) return "too few days for a mean";
    if (r->kind == DOSEAU_EVENT) return "a declared event: its days as they are";
    if (w->every_weekday && r->kind == DOSEAU_WEEK) return "every day of the week was measured";
    if (w->every_weekday) return "a period: the mean of the means of the weekdays";
    if (w->missing == DOSEAU_MODEL)
        return "days are missing: they stand to the measured ones as the usual week says";
    return "days are missing, and the options say what is done";
}

static void put_method(doseau_explanation *e, const round_work *w)
{
    const doseau_round_mean *r = w->r;
    explain_say(e, EXPLAIN_METHOD, "method",
                "%s: %s; %s of %zu measured day%s, found %zu, detected %zu, not detected %zu, "
                "missing %zu",
                *r->method ? r->method : "no mean", reason_of(w), doseau_round_kind_name(r->kind),
                r->days, r->days == 1 ? "" : "s", r->found, r->detected, r->not_detected,
                r->missing);
    if (w->every_weekday || w->missing != DOSEAU_MODEL || r->kind == DOSEAU_EVENT) return;
    for (size_t d = 0; d < 7; d++)
        text_addf(&explain_number(e, EXPLAIN_INPUT, "usual ", w->multiplier[d], "", "%s", "")->name,
                  "%s", doseau_weekday_name((doseau_weekday)d));
}

/* ---- A round ---- */

static void find_series(const doseau_rounds *rounds, size_t row, size_t *begin, size_t *end)
{
    const doseau_round_mean *r = rounds->list.items;
    size_t first = row, last = row;
    while (first && r[first - 1].plant == r[row].plant &&
           r[first - 1].substance == r[row].substance)
        first--;
    last = history_series_end(rounds, first);
    *begin = r[first].begin;
    *end = r[last - 1].end;
}

/* Everything that round_mean_compute had. */
static doseau_status gather(round_work *w, size_t row)
{
    usual_week usual = {0};
    char model[DOSEAU_METHOD_SIZE];
    bool borrowed;
    double sum = 0;
    size_t begin, end;
    const doseau_round_options *o = &w->rounds->options;
    find_series(w->rounds, row, &begin, &end);
    doseau_status status = round_usual_week(w->rounds, begin, end, w->r->data, &usual);
    if (!status)
        status = round_days_collect(w->rounds->study, w->rounds->loads, w->r->begin, w->r->end,
                                    w->r->data, o->convention, &w->days);
    if (status) return status;
    usual_week_choose(&usual, doseau_study_substance_at(w->rounds->study, w->r->substance),
                      doseau_prior_region(o->prior), w->multiplier, &borrowed, model);
    for (size_t d = 0; d < 7; d++) sum += w->multiplier[d] / 7;
    w->every_weekday = true;
    for (size_t d = 0; d < 7; d++) {
        w->multiplier[d] /= sum;
        w->every_weekday = w->every_weekday && w->days.measured[d];
    }
    w->missing = o->convention == DOSEAU_EUDA ? DOSEAU_PRESENT : o->missing;
    return DOSEAU_OK;
}

static void explain_one(doseau_explanation *e, const doseau_rounds *rounds, size_t row)
{
    const doseau_study *study = rounds->study;
    const doseau_table table = doseau_rounds_table(rounds);
    round_work w = {.rounds = rounds, .r = (doseau_round_mean *)rounds->list.items + row};
    const doseau_round_mean *r = w.r;
    const doseau_status status = gather(&w, row);
    if (status) {
        e->status = status;
        return;
    }
    explain_say(e, EXPLAIN_ABOUT, "round", "round %s of %s at %s, %s days",
                explain_label(study, r->round), doseau_study_substance_name(study, r->substance),
                doseau_study_plant_name(study, r->plant), doseau_data_name(r->data));
    for (size_t i = r->begin; i < r->end && r->data == DOSEAU_ALL; i++)
        explain_measurement(e, rounds, i);
    for (size_t i = 0; i < w.days.list.size; i++)
        put_day(e, &w, (const round_day *)w.days.list.items + i);
    put_method(e, &w);
    const bool bounds = r->detected + r->not_detected > 0;
    if (bounds) put_mean(e, &w, "at least", r->bound_lower, AT_LOWER);
    if (bounds) put_mean(e, &w, "at most", r->bound_upper, AT_UPPER);
    put_mean(e, &w, "mean", r->mean, AT_POINT);
    explain_round_intervals(e, rounds, row);
    explain_flags(e, r->flags);
    explain_result(e, &table, row);
    round_days_free(&w.days);
}

doseau_status doseau_explain_round(const doseau_rounds *rounds, const doseau_result_id *id,
                                   doseau_explanation **made, doseau_error *error)
{
    doseau_explanation *e = explain_new();
    if (!e) return doseau_error_set(error, DOSEAU_ENOMEM, "out of memory");
    const doseau_round_mean *r = rounds->list.items;
    for (size_t i = 0; i < rounds->list.size && id->kind == DOSEAU_RESULT_ROUND; i++)
        if (explain_is_series(rounds->study, id, r[i].plant, r[i].substance) &&
            strcmp(explain_label(rounds->study, r[i].round), id->round) == 0)
            explain_one(e, rounds, i);
    if (e->steps.size || e->failed || e->status) return explain_finish(e, made, error);
    doseau_explanation_free(e);
    return explain_unknown(id, error);
}
