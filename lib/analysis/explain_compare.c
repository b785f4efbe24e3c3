/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/combination.h"
#include "analysis/compare_pair.h"
#include "analysis/compare_usual.h"
#include "analysis/explain.h"
#include "stats/quantile.h"
#include <doseau/family.h>
#include <doseau/flag.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

static const char load_unit[] = "mg/d/1000 people";

/* ---- Both rounds ---- */

static void put_end(doseau_explanation *e, const doseau_study *study, const doseau_round_mean *r,
                    const char *name, doseau_figure value, const char *words)
{
    if (!value.given) return;
    explain_step *step = explain_number(e, EXPLAIN_INPUT, name, value.value, load_unit, "%s", "");
    text_addf(&step->words, "%s of round %s", words, explain_label(study, r->round));
    explain_name_round(study, r, &step->id);
}

static void put_round(doseau_explanation *e, const doseau_study *study, const doseau_round_mean *r,
                      const char *letter)
{
    put_end(e, study, r, letter, r->mean, "mean");
    if (r->detected + r->not_detected == 0) return;
    put_end(e, study, r, letter, r->bound_lower, "at least, with days below limits,");
    put_end(e, study, r, letter, r->bound_upper, "at most, with days below limits,");
}

static void put_ratio(doseau_explanation *e, const doseau_comparison *c)
{
    const double a = c->a->mean.value, b = c->b->mean.value;
    if (!c->ratio.given) {
        explain_say(e, EXPLAIN_METHOD, "ratio", "not both rounds have a mean");
        return;
    }
    explain_number(e, EXPLAIN_FORMULA, "ratio", c->ratio.value, "", "%s / %s", DIGITS(b),
                   DIGITS(a));
    if (c->change_percent.given)
        explain_number(e, EXPLAIN_FORMULA, "change_percent", c->change_percent.value, "%",
                       "100 * (%s / %s - 1)", DIGITS(b), DIGITS(a));
}

/* ---- These weeks ---- */

static void put_component(doseau_explanation *e, const doseau_rounds *rounds, size_t k, double part)
{
    static const char *const changes[COMBINATION_CHANGES] = {
        [CHANGE_OF_LABORATORY] = "change of laboratory",
        [CHANGE_OF_METER] = "change of meter",
        [CHANGE_OF_POPULATION_BASIS] = "change of population basis"};
    size_t n;
    const doseau_component *budget = doseau_study_budget(rounds->study, &n);
    explain_step *step = explain_number(e, EXPLAIN_BUDGET, k < n ? budget[k].name : changes[k - n],
                                        part, "", "%s", "");
    if (k < n)
        text_addf(&step->words, "variance of ln ratio; what both rounds share of one %s cancels",
                  doseau_study_scope_name(rounds->study, &budget[k]));
    else
        text_add_string(&step->words, "variance of ln ratio: the rounds differ in it");
}

static doseau_status put_weeks(doseau_explanation *e, const doseau_rounds *rounds,
                               const doseau_comparison *c)
{
    double variance;
    text sum = {0};
    const combination_term terms[] = {{c->b, 1}, {c->a, -1}};
    const size_t n = combination_components(rounds);
    if (!c->measurement_lower_percent.given) return DOSEAU_OK;
    double *part = calloc(n, sizeof *part);
    if (!part) return DOSEAU_ENOMEM;
    const doseau_status status =
        combination_variance(rounds, terms, 2, COMBINATION_ALL, part, &variance);
    for (size_t k = 0; !status && k < n; k++) {
        if (!(part[k] > 0)) continue;
        put_component(e, rounds, k, part[k]);
        text_addf(&sum, "%s%s", sum.size ? " + " : "", DIGITS(part[k]));
    }
    free(part);
    if (status) return status;
    const double s = sqrt(log1p(variance)), z = rounds->z;
    explain_number(e, EXPLAIN_INTERVAL, "s", s, "", "sqrt(log(1 + %s))",
                   sum.bytes ? sum.bytes : "0");
    text_free(&sum);
    text_addf(&explain_number(e, EXPLAIN_INTERVAL, "z", z, "", "%s", "")->words,
              "normal quantile of 1 - alpha / 2, alpha %s", DIGITS(rounds->options.alpha));
    explain_number(e, EXPLAIN_INTERVAL, "these weeks from", c->measurement_lower_percent.value, "%",
                   "100 * (%s * exp(-%s * %s) - 1)", DIGITS(c->ratio.value), DIGITS(z), DIGITS(s));
    explain_number(e, EXPLAIN_INTERVAL, "these weeks to", c->measurement_upper_percent.value, "%",
                   "100 * (%s * exp(%s * %s) - 1)", DIGITS(c->ratio.value), DIGITS(z), DIGITS(s));
    return DOSEAU_OK;
}

/* ---- The usual change ---- */

/* A walk that is another substance's does not make the usual change of less than a year smaller. */
static void put_growth(doseau_explanation *e, const doseau_prior *prior, double growth,
                       double years)
{
    const double w = prior->walk_per_nugget2;
    explain_step *step;
    if (prior->walk_borrowed && years < 1)
        step = explain_number(e, EXPLAIN_INTERVAL, "growth", growth, "", "%s", "");
    else
        step =
            explain_number(e, EXPLAIN_INTERVAL, "growth", growth, "",
                           "(1 + %s * %s / 2) / (1 + %s / 2)", DIGITS(w), DIGITS(years), DIGITS(w));
    text_add_string(&step->words, "the longer, the larger the usual change");
}

static void put_prior(doseau_explanation *e, const doseau_prior *prior, const usual_change_terms *t,
                      double years)
{
    explain_say(e, EXPLAIN_METHOD, "prior",
                "%s: two rounds cannot tell what changes are usual, it is borrowed from many "
                "towns%s",
                prior->name, prior->borrowed ? ", and from another substance" : "");
    text_addf(&explain_number(e, EXPLAIN_INTERVAL, "s0", t->week, "", "%s", "")->words,
              "%s in the row%s, the fewest people are %s", DIGITS(prior->year.s0),
              prior->own ? "" : ", 1.4 times that up to 50,000 people", DIGITS(t->persons));
    text_add_string(
        &explain_number(e, EXPLAIN_INTERVAL, "years apart", years, "years", "%s", "")->words,
        "between the mean dates of the rounds");
    put_growth(e, prior, t->growth, years);
    explain_number(e, EXPLAIN_INTERVAL, "fewer days of a", t->of_a * t->of_a - t->week * t->week,
                   "", "%s^2 - %s^2", DIGITS(t->of_a), DIGITS(t->week));
    explain_number(e, EXPLAIN_INTERVAL, "fewer days of b", t->of_b * t->of_b - t->week * t->week,
                   "", "%s^2 - %s^2", DIGITS(t->of_b), DIGITS(t->week));
    text_add_string(
        &explain_number(e, EXPLAIN_INTERVAL, "changes", t->changes, "", "%s", "")->words,
        "of laboratory, flow meter and population basis");
}

static void put_variance(doseau_explanation *e, const usual_change_terms *t, double variance,
                         bool bridged, double df)
{
    explain_step *step;
    if (bridged)
        step = explain_number(e, EXPLAIN_INTERVAL, "V", variance, "", "%s", "");
    else
        step = explain_number(e, EXPLAIN_INTERVAL, "V", variance, "",
                              "2 * %s^2 * %s + (%s^2 - %s^2) + (%s^2 - %s^2) + %s", DIGITS(t->week),
                              DIGITS(t->growth), DIGITS(t->of_a), DIGITS(t->week), DIGITS(t->of_b),
                              DIGITS(t->week), DIGITS(t->changes));
    text_addf(&step->words, "2 s0^2 growth + fewer days + changes%s; %s degrees of freedom",
              bridged ? " + that of the ratio of laboratories, from samples of both" : "",
              DIGITS(df));
}

/* D of the means, less what the laboratories differ. */
static void put_difference(doseau_explanation *e, const doseau_comparison *c, double d)
{
    explain_step *step;
    if (c->laboratory_ratio.given)
        step = explain_number(e, EXPLAIN_INTERVAL, "D", d, "", "log(%s / %s) - log(%s)",
                              DIGITS(c->b->mean.value), DIGITS(c->a->mean.value),
                              DIGITS(c->laboratory_ratio.value));
    else
        step = explain_number(e, EXPLAIN_INTERVAL, "D", d, "", "log(%s / %s)",
                              DIGITS(c->b->mean.value), DIGITS(c->a->mean.value));
    text_add_string(&step->words, "change of ln mean");
}

/* An end of the interval: of D where both means are known, else of what the bounds allow. */
static void put_level_end(doseau_explanation *e, const char *name, doseau_figure end, double d,
                          double t, double variance, bool points)
{
    explain_step *step;
    if (!end.given) return;
    if (points)
        step = explain_number(e, EXPLAIN_INTERVAL, name, end.value, "%",
                              "100 * (exp(%s + (%s) * sqrt(%s)) - 1)", DIGITS(d), DIGITS(t),
                              DIGITS(variance));
    else
        step = explain_number(e, EXPLAIN_INTERVAL, name, end.value, "%", "%s", "");
    if (!points) text_add_string(&step->words, "from the end that days below limits leave open");
}

static bool has_bounds(const doseau_round_mean *r)
{
    return r->detected + r->not_detected > 0;
}

static void put_level(doseau_explanation *e, const doseau_rounds *rounds,
                      const doseau_comparison *c, double d, double variance, double df)
{
    double t;
    const bool points = !has_bounds(c->a) && !has_bounds(c->b);
    if (stats_t_quantile(1 - rounds->options.alpha / 2, df, &t)) return;
    text_addf(&explain_number(e, EXPLAIN_INTERVAL, "t", t, "", "%s", "")->words,
              "quantile of 1 - alpha / 2, alpha %s", DIGITS(rounds->options.alpha));
    put_level_end(e, "level from", c->level_lower_percent, d, -t, variance, points);
    put_level_end(e, "level to", c->level_upper_percent, d, t, variance, points);
    explain_step *step = explain_number(e, EXPLAIN_INTERVAL, "p", c->p.value, "", "%s", "");
    if (points)
        text_addf(&step->words, "two-sided, of D / sqrt(V) = %s", DIGITS(d / sqrt(variance)));
    else
        text_add_string(&step->words, "two-sided, at the end nearest to 0; 1 where 0 lies between");
    text_addf(&step->words, " in a t distribution with %s degrees of freedom", DIGITS(df));
}

static doseau_status put_usual(doseau_explanation *e, const doseau_comparisons *all,
                               const doseau_comparison *c)
{
    bridge laboratories;
    doseau_variance_prior usual;
    usual_change_terms terms;
    const doseau_rounds *rounds = all->rounds;
    const doseau_prior prior =
        doseau_prior_find(rounds->study, c->a->substance, rounds->options.prior);
    doseau_status status = compare_usual(rounds, &prior, c, &laboratories, &usual);
    const bool bridged = !status && laboratories.samples > 0;
    if (!status) status = compare_usual_terms(rounds, &prior, c, bridged, &terms);
    if (status) return status;
    const double variance = 2 * usual.s0 * usual.s0;
    const double d =
        c->ratio.given ? log(c->ratio.value) - (bridged ? laboratories.ln_ratio : 0) : 0;
    put_prior(e, &prior, &terms, c->years_apart);
    put_variance(e, &terms, variance, bridged, usual.df0);
    if (c->ratio.given) put_difference(e, c, d);
    put_level(e, rounds, c, d, variance, usual.df0);
    return DOSEAU_OK;
}

/* ---- Family and verdict ---- */

/* All p of the family of a row: of a pair without a flagged day the one that it has. */
static doseau_status put_family(doseau_explanation *e, const doseau_comparisons *all, size_t which)
{
    size_t n = 0, own = 0;
    const doseau_comparison *rows = all->list.items;
    const bool primary = (rows[which].flags & DOSEAU_FLAG_PRIMARY) != 0;
    double *p = calloc(all->list.size + 1, sizeof *p);
    if (!p) return DOSEAU_ENOMEM;
    for (size_t i = 0, end; i < all->list.size; i = end) {
        end = compare_pair_end(all, i);
        const size_t row = rows[which].a->data == DOSEAU_ALL ? i : end - 1;
        const bool is_primary = (rows[row].flags & DOSEAU_FLAG_PRIMARY) != 0;
        if (!rows[row].p.given || is_primary != primary) continue;
        if (row == which) own = n;
        p[n++] = rows[row].p.value;
    }
    explain_adjusted(e, all->options.claims.adjust, p, n, own);
    free(p);
    return DOSEAU_OK;
}

static void put_verdict(doseau_explanation *e, const doseau_comparisons *all, size_t row)
{
    char words[2048];
    const doseau_comparison *c = (const doseau_comparison *)all->list.items + row;
    const double alpha = all->rounds->options.alpha;
    explain_step *step = explain_add(e, EXPLAIN_VERDICT, doseau_change_name(c->verdict));
    if (c->flags & DOSEAU_FLAG_CLOSE_ROUNDS)
        text_add_string(&step->words, "less than half a year apart: no usual change is known");
    else if (!c->p_adjusted.given)
        text_add_string(&step->words, "there is no p: too little is known of a round");
    else
        text_addf(&step->words, "the adjusted p %s is %s alpha %s%s", DIGITS(c->p_adjusted.value),
                  doseau_p_is_at_most(c->p_adjusted.value, alpha) ? "at most" : "above",
                  DIGITS(alpha),
                  c->flags & DOSEAU_FLAG_RESTS_ON_FLAGGED
                      ? "; with and without the flagged days do not agree, and a claim needs both"
                      : "");
    doseau_comparison_describe(all, row, words, sizeof words);
    explain_say(e, EXPLAIN_VERDICT, "statement", "%s", words);
}

static void explain_one(doseau_explanation *e, const doseau_comparisons *all, size_t row)
{
    const doseau_comparison *c = (const doseau_comparison *)all->list.items + row;
    const doseau_study *study = all->rounds->study;
    const doseau_table table = doseau_comparisons_table(all);
    explain_say(e, EXPLAIN_ABOUT, "compare", "rounds %s (a) and %s (b) of %s at %s, %s days",
                explain_label(study, c->a->round), explain_label(study, c->b->round),
                doseau_study_substance_name(study, c->a->substance),
                doseau_study_plant_name(study, c->a->plant), doseau_data_name(c->a->data));
    put_round(e, study, c->a, "a");
    put_round(e, study, c->b, "b");
    put_ratio(e, c);
    doseau_status status = put_weeks(e, all->rounds, c);
    if (!status && c->p.given) status = put_usual(e, all, c);
    if (!status && c->p_adjusted.given) status = put_family(e, all, row);
    if (status) e->status = status;
    put_verdict(e, all, row);
    explain_flags(e, c->flags);
    for (size_t i = 0; i < all->n_shown; i++)
        if (all->shown[i] == row) explain_result(e, &table, i);
}

static bool is_pair(const doseau_study *study, const doseau_result_id *id,
                    const doseau_comparison *c)
{
    const char *a = explain_label(study, c->a->round), *b = explain_label(study, c->b->round);
    return explain_is_series(study, id, c->a->plant, c->a->substance) &&
           ((!strcmp(a, id->round) && !strcmp(b, id->round_b)) ||
            (!strcmp(b, id->round) && !strcmp(a, id->round_b)));
}

doseau_status doseau_explain_compare(const doseau_comparisons *comparisons,
                                     const doseau_result_id *id, doseau_explanation **made,
                                     doseau_error *error)
{
    doseau_explanation *e = explain_new();
    if (!e) return doseau_error_set(error, DOSEAU_ENOMEM, "out of memory");
    const doseau_comparison *c = comparisons->list.items;
    for (size_t i = 0; i < comparisons->list.size && id->kind == DOSEAU_RESULT_COMPARE; i++)
        if (is_pair(comparisons->rounds->study, id, &c[i])) explain_one(e, comparisons, i);
    if (e->steps.size || e->failed || e->status) return explain_finish(e, made, error);
    doseau_explanation_free(e);
    return explain_unknown(id, error);
}
