/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/explain_trend_line.h"
#include "analysis/trend_list.h"
#include "analysis/trend_test.h"
#include <doseau/flag.h>
#include <math.h>
#include <stdlib.h>

/* ---- What was computed ---- */

/* The rows of the rounds of the series. */
static void find_rounds(const doseau_rounds *rounds, const doseau_trend *t, size_t *begin,
                        size_t *end)
{
    const doseau_round_mean *r = rounds->list.items;
    *begin = 0;
    while (*begin < rounds->list.size &&
           (r[*begin].plant != t->plant || r[*begin].substance != t->substance))
        ++*begin;
    *end = history_series_end(rounds, *begin);
}

static doseau_status gather(trend_work *w)
{
    size_t begin, end;
    double df;
    find_rounds(w->rounds, w->row, &begin, &end);
    doseau_status status = history_collect(w->rounds, begin, end, w->row->data, &w->h);
    if (!status) status = trend_bridge(w->rounds, &w->h);
    if (!status) status = history_day_variance(w->rounds, &w->h, &w->day_variance, &df);
    if (!status) status = trend_design_of(&w->h, trend_any_open(&w->h), &w->design);
    return status;
}

/* ---- Method ---- */

static const char *method_of(const doseau_trend *t)
{
    switch (t->method) {
    case DOSEAU_TREND_LINE: return "line: the means of five rounds or more, none with bounds";
    case DOSEAU_TREND_LINE_OF_BOUNDS:
        return "line_bounds: days lie below limits, but bounds are close: the line through the "
               "lower and that through the upper bounds, of which the weaker stands";
    case DOSEAU_TREND_DAY_SCORES:
        return "day_scores: days lie below limits and bounds are wide: days of the same weekday "
               "are compared in pairs, and whole rounds are put in other orders";
    case DOSEAU_TREND_BORROWED_LINE:
        return "borrowed_line: two to four rounds: the spread is borrowed, and nothing is claimed";
    case DOSEAU_TREND_NONE: break;
    }
    return "none: there is nothing that a line could go through";
}

static doseau_status put_method(doseau_explanation *e, const trend_work *w)
{
    trend_points p;
    trend_line line;
    bool complete;
    explain_say(e, EXPLAIN_METHOD, "method", "%s%s", method_of(w->row),
                w->row->seasonal ? "; with columns for the season" : "");
    if (w->row->method == DOSEAU_TREND_BORROWED_LINE) return explain_trend_few(e, w);
    if (w->row->method == DOSEAU_TREND_LINE_OF_BOUNDS) {
        const doseau_status status = explain_trend_line(e, w, TREND_AT_LOWER);
        return status ? status : explain_trend_line(e, w, TREND_AT_UPPER);
    }
    if (w->row->method != DOSEAU_TREND_LINE) return DOSEAU_OK;
    doseau_status status = explain_trend_line(e, w, TREND_AT_MEAN);
    if (!status) status = trend_points_new(&w->h, TREND_AT_MEAN, &p, &complete);
    if (status) return status;
    if (!trend_line_fit(w->rounds, &p, &w->design, w->day_variance, w->rounds->options.alpha,
                        &line))
        explain_trend_percent(e, w, line.slope, line.interval.lower, line.interval.upper);
    trend_points_free(&p);
    return status;
}

/* ---- Family ---- */

/* The p of a series in the family of a kind of data: where it has none of unflagged days, that of
 * all days. `own` is its last row that counts. */
static const doseau_trend *member(const doseau_trend row[], size_t i, size_t n, doseau_data data)
{
    const bool has_other = i + 1 < n && row[i + 1].data == DOSEAU_UNFLAGGED &&
                           row[i + 1].plant == row[i].plant &&
                           row[i + 1].substance == row[i].substance;
    return data == DOSEAU_UNFLAGGED && has_other && row[i + 1].p.given ? &row[i + 1] : &row[i];
}

static doseau_status put_family(doseau_explanation *e, const doseau_trends *all,
                                const doseau_trend *which)
{
    size_t n = 0, own = 0;
    const doseau_trend *row = all->list.items;
    const bool primary = (which->flags & DOSEAU_FLAG_PRIMARY) != 0;
    double *p = calloc(all->list.size + 1, sizeof *p);
    if (!p) return DOSEAU_ENOMEM;
    for (size_t i = 0; i < all->list.size; i++) {
        const bool is_primary = (row[i].flags & DOSEAU_FLAG_PRIMARY) != 0;
        if (row[i].data != DOSEAU_ALL || !row[i].p.given || is_primary != primary) continue;
        const doseau_trend *one = member(row, i, all->list.size, which->data);
        if (one == which) own = n;
        p[n++] = one->p.value;
    }
    explain_number(e, EXPLAIN_FAMILY, "p", which->p.value, "", "%s", "");
    explain_adjusted(e, all->options.claims.adjust, p, n, own);
    free(p);
    return DOSEAU_OK;
}

/* ---- Verdict ---- */

static const char *const reasons[] = {
    [DOSEAU_TREND_SHOWN] = "every test that it needs was passed",
    [DOSEAU_TREND_NOT_SHOWN] = "p is above alpha",
    [DOSEAU_TREND_ADJUSTED] = "p is at most alpha, but not once it is adjusted for its family",
    [DOSEAU_TREND_FLAGGED_DAYS] = "it does not stand without the flagged days",
    [DOSEAU_TREND_FLAGGED_ROUNDS] = "it does not stand without the rounds that have a flagged day",
    [DOSEAU_TREND_FEW_UNFLAGGED] =
        "without the rounds that have a flagged day too few are left to find out",
    [DOSEAU_TREND_LIMITS] = "it does not stand with every round cut off at the highest limit",
    [DOSEAU_TREND_NO_INTERVAL] = "the interval of the slope does not agree",
    [DOSEAU_TREND_FEW_ROUNDS] = "fewer than five rounds",
    [DOSEAU_TREND_CLOSE] = "rounds less than half a year apart",
    [DOSEAU_TREND_SHORT] = "the rounds span less than three years",
    [DOSEAU_TREND_SEASONS] = "different seasons, and too few rounds to tell them from a trend",
    [DOSEAU_TREND_SMALLEST_P] = "no order of so many rounds would have been enough",
    [DOSEAU_TREND_LITTLE_FOUND] = "with so little above the limits no order would have been enough",
    [DOSEAU_TREND_NOTHING] = "there is no round, nothing found, or no scatter",
};

static void put_verdict(doseau_explanation *e, const doseau_trends *all, const trend_work *w)
{
    char words[2048];
    explain_say(e, EXPLAIN_VERDICT, doseau_trend_verdict_name(w->row->verdict),
                "%s; %zu rounds over %s years, alpha %s", reasons[w->row->reason], w->row->rounds,
                DIGITS(w->row->span_years), DIGITS(w->rounds->options.alpha));
    doseau_trend_statement(all, w->row, words, sizeof words);
    explain_say(e, EXPLAIN_VERDICT, "statement", "%s", words);
}

/* ---- A trend ---- */

static void explain_one(doseau_explanation *e, const doseau_trends *all, size_t i)
{
    const doseau_study *study = all->rounds->study;
    const doseau_table table = doseau_trends_table(all);
    trend_work w = {.rounds = all->rounds, .row = (const doseau_trend *)all->list.items + i};
    explain_say(e, EXPLAIN_ABOUT, "trend", "trend of %s at %s, %s days",
                doseau_study_substance_name(study, w.row->substance),
                doseau_study_plant_name(study, w.row->plant), doseau_data_name(w.row->data));
    doseau_status status = gather(&w);
    if (!status) status = put_method(e, &w);
    if (!status && w.row->p.given) status = put_family(e, all, w.row);
    history_free(&w.h);
    if (status) e->status = status;
    put_verdict(e, all, &w);
    explain_flags(e, w.row->flags);
    explain_result(e, &table, i);
}

doseau_status doseau_explain_trend(const doseau_trends *trends, const doseau_result_id *id,
                                   doseau_explanation **made, doseau_error *error)
{
    doseau_explanation *e = explain_new();
    if (!e) return doseau_error_set(error, DOSEAU_ENOMEM, "out of memory");
    const doseau_trend *t = trends->list.items;
    for (size_t i = 0; i < trends->list.size && id->kind == DOSEAU_RESULT_TREND; i++)
        if (explain_is_series(trends->rounds->study, id, t[i].plant, t[i].substance))
            explain_one(e, trends, i);
    if (e->steps.size || e->failed || e->status) return explain_finish(e, made, error);
    doseau_explanation_free(e);
    return explain_unknown(id, error);
}
