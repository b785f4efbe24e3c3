/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/combined_results.h"
#include "analysis/explain.h"
#include "analysis/history.h"
#include "stats/quantile.h"
#include <doseau/flag.h>
#include <doseau/moderated.h>
#include <doseau/round_budget.h>
#include <math.h>
#include <stdlib.h>

static const char load_unit[] = "mg/d/1000 people";

/* Days that are not known add something that no component does. */
static bool is_open(const doseau_round_mean *r)
{
    return (r->flags & (DOSEAU_FLAG_MISSING_DAYS | DOSEAU_FLAG_IMPUTED)) != 0;
}

/* ---- Components ---- */

/* Share of each result in the mean. */
static void put_shares(doseau_explanation *e, const doseau_rounds *rounds,
                       const doseau_round_mean *r, const combined_results *results)
{
    size_t n;
    const doseau_load *load = doseau_loads_all(rounds->loads, &n);
    const doseau_measurement *m = doseau_study_measurements(rounds->study, &n);
    for (size_t i = 0; i < results->n; i++) {
        char day[11];
        const doseau_load *one = &load[results->result[i] - m];
        /* share = weight * load / mean */
        const double days = one->value.lower / (results->sensitivity[i] * r->mean.value);
        doseau_date_format(results->result[i]->date, day);
        explain_step *step = explain_number(e, EXPLAIN_BUDGET, "share ", results->sensitivity[i],
                                            "", "%s / (%s * %s)", DIGITS(one->value.lower),
                                            DIGITS(round(days)), DIGITS(r->mean.value));
        text_add_string(&step->name, *day ? day : doseau_weekday_name(results->result[i]->weekday));
        text_add_string(&step->words, "load of the result / (results alike in the mean * mean)");
        step->quiet = true;
    }
}

/* The scope formula: the sum over groups of (sum of share * rel_u)^2. */
static void put_groups(const combined_results *r, text *formula)
{
    for (size_t g = 0, groups = 0; g < r->n; g++) {
        size_t members = 0;
        for (size_t i = g; i < r->n; i++) {
            if (r->group[i] != g) continue;
            if (!members++) text_addf(formula, "%s(", groups++ ? " + " : "");
            text_addf(formula, "%s%s * %s", members > 1 ? " + " : "", DIGITS(r->sensitivity[i]),
                      DIGITS(r->rel_u[i]));
        }
        if (members) text_add_string(formula, ")^2");
    }
}

/* ", each share with its uncertainty" where the round was found whole. */
static void put_part(doseau_explanation *e, const doseau_study *study,
                     const doseau_round_part *part, bool open, combined_results *results)
{
    size_t n;
    text formula = {0};
    const doseau_component *c = doseau_study_budget(study, &n);
    const bool days = part->component == DOSEAU_DAYS_PART;
    if (!open && !days && combined_results_weigh(results, part->component)) {
        if (combined_results_group(results, part->component))
            e->failed = true;
        else
            put_groups(results, &formula);
    }
    const char *name = days ? "days" : c[part->component].name;
    explain_step *step = explain_sum(e, EXPLAIN_BUDGET, name, part->variance, "", &formula);
    if (days)
        text_add_string(&step->words, "variance of the days that are not known");
    else
        text_addf(&step->words, "variance; rel_u %s, results of one %s share the error",
                  DIGITS(part->rel_u), doseau_study_scope_name(study, &c[part->component]));
}

static void put_share_of(doseau_explanation *e, const doseau_study *study,
                         const doseau_round_part *part, const char *sum)
{
    size_t n;
    const doseau_component *c = doseau_study_budget(study, &n);
    explain_step *step = explain_number(e, EXPLAIN_BUDGET, "share of ", 100 * part->share, "%",
                                        "100 * %s / (%s)", DIGITS(part->variance), sum);
    text_add_string(&step->name,
                    part->component == DOSEAU_DAYS_PART ? "days" : c[part->component].name);
}

static void put_parts(doseau_explanation *e, const doseau_rounds *rounds, size_t row,
                      const doseau_round_part parts[], size_t n, combined_results *results)
{
    text sum = {0};
    const doseau_round_mean *r = (const doseau_round_mean *)rounds->list.items + row;
    const bool open = is_open(r);
    if (!open) put_shares(e, rounds, r, results);
    for (size_t i = 0; i < n; i++) {
        if (parts[i].round != row) continue;
        put_part(e, rounds->study, &parts[i], open, results);
        text_addf(&sum, "%s%s", sum.size ? " + " : "", DIGITS(parts[i].variance));
    }
    for (size_t i = 0; i < n && sum.bytes; i++)
        if (parts[i].round == row) put_share_of(e, rounds->study, &parts[i], sum.bytes);
    explain_number(e, EXPLAIN_BUDGET, "measurement_rel_u", r->measurement_rel_u.value, "",
                   open ? "sqrt(exp(%s) - 1)" : "sqrt(%s)", sum.bytes ? sum.bytes : "0");
    text_free(&sum);
}

static doseau_status put_budget(doseau_explanation *e, const doseau_rounds *rounds, size_t row)
{
    size_t n;
    doseau_round_budget *budget;
    combined_results results;
    const combination_term term = {(const doseau_round_mean *)rounds->list.items + row, 1};
    doseau_status status = doseau_round_budget_new(rounds, &budget, NULL);
    if (status) return status;
    status = combined_results_gather(rounds, &term, 1, &results);
    if (!status) {
        const doseau_round_part *parts = doseau_round_budget_all(budget, &n);
        put_parts(e, rounds, row, parts, n, &results);
        combined_results_free(&results);
    }
    doseau_round_budget_free(budget);
    return status;
}

/* ---- The measurement interval ---- */

static void put_whole(doseau_explanation *e, const doseau_rounds *rounds,
                      const doseau_round_mean *r)
{
    const double u = r->measurement_rel_u.value, s = sqrt(log1p(u * u)), z = rounds->z;
    text_addf(&explain_number(e, EXPLAIN_INTERVAL, "z", z, "", "%s", "")->words,
              "normal quantile of 1 - alpha / 2, alpha %s", DIGITS(rounds->options.alpha));
    explain_number(e, EXPLAIN_INTERVAL, "s", s, "", "sqrt(log(1 + %s^2))", DIGITS(u));
    explain_number(e, EXPLAIN_INTERVAL, "measurement from", r->measurement.lower, load_unit,
                   "%s * exp(-%s * %s)", DIGITS(r->mean.value), DIGITS(z), DIGITS(s));
    explain_number(e, EXPLAIN_INTERVAL, "measurement to", r->measurement.upper, load_unit,
                   "%s * exp(%s * %s)", DIGITS(r->mean.value), DIGITS(z), DIGITS(s));
}

static void put_open(doseau_explanation *e, const doseau_round_mean *r)
{
    const char *how =
        r->flags & DOSEAU_FLAG_IMPUTED
            ? "the interval of the fit to days below limits and the errors of measuring in "
              "quadrature, on the scale of logarithms"
        : r->kind == DOSEAU_PERIOD
            ? "of the mean of the distribution that the days come from, and in quadrature the "
              "errors that they share"
            : "mean * exp(-+ t * sqrt(V)): V has the scatter of the days that were filled in, "
              "degrees of freedom by Welch and Satterthwaite";
    text_add_string(&explain_number(e, EXPLAIN_INTERVAL, "measurement from", r->measurement.lower,
                                    load_unit, "%s", "")
                         ->words,
                    how);
    explain_number(e, EXPLAIN_INTERVAL, "measurement to", r->measurement.upper, load_unit, "%s",
                   "");
}

/* ---- The level interval ---- */

/* Changes from year to year of the series up to this round. DOSEAU_ENOMEM. */
static doseau_status find_differences(const doseau_rounds *rounds, size_t row, double **differences,
                                      size_t *m)
{
    history h;
    const doseau_round_mean *r = rounds->list.items;
    size_t begin = row;
    while (begin && r[begin - 1].plant == r[row].plant &&
           r[begin - 1].substance == r[row].substance)
        begin--;
    const doseau_status status =
        history_collect(rounds, begin, history_series_end(rounds, begin), r[row].data, &h);
    *m = 0;
    *differences = status ? NULL : calloc(h.n + 1, sizeof **differences);
    for (size_t i = 0; *differences && i < h.n; i++)
        if (h.rounds[i].mean == &r[row]) *m = history_differences(&h, i + 1, *differences);
    if (!status) history_free(&h);
    return *differences ? DOSEAU_OK : status ? status : DOSEAU_ENOMEM;
}

static void put_own_variance(doseau_explanation *e, const double difference[], size_t m,
                             const doseau_variance *own)
{
    text sum = {0};
    for (size_t i = 0; i < m; i++)
        text_addf(&sum, "%s(%s)^2", i ? " + " : "", DIGITS(difference[i]));
    if (m && sum.bytes)
        text_add_string(&explain_number(e, EXPLAIN_INTERVAL, "own variance", own->variance, "",
                                        "(%s) / %zu / 2", sum.bytes, m)
                             ->words,
                        "from the changes of ln mean to this round, each brought to one year");
    if (m)
        explain_number(e, EXPLAIN_INTERVAL, "own degrees of freedom", own->df, "",
                       "2 * %zu^2 / (3 * %zu - 1)", m, m);
    text_free(&sum);
}

static doseau_status put_level(doseau_explanation *e, const doseau_rounds *rounds,
                               const doseau_round_mean *r, const double difference[], size_t m)
{
    double t;
    doseau_moderated_next next;
    const doseau_prior prior =
        doseau_prior_find(rounds->study, r->substance, rounds->options.prior);
    const doseau_spread spread = doseau_prior_of_round(&prior, r->population_persons, r->found);
    const doseau_variance_prior of_round = {spread.s0, spread.d0};
    doseau_status status = doseau_moderated_next_value(log(r->mean.value), difference, m, &of_round,
                                                       rounds->options.alpha, &next);
    if (!status) status = stats_t_quantile(1 - rounds->options.alpha / 2, next.moderated.df, &t);
    if (status) return status;
    explain_say(e, EXPLAIN_METHOD, "level",
                "%s: the change from year to year of many towns, row %s%s",
                doseau_level_basis_name(r->level_basis), prior.name,
                m ? ", and that of the series itself" : "");
    text_addf(&explain_number(e, EXPLAIN_INTERVAL, "s0", spread.s0, "", "%s", "")->words,
              "%s in the row%s, for %zu days found", DIGITS(prior.year.s0),
              prior.own ? "" : ", 1.4 times that up to 50,000 people", r->found);
    explain_number(e, EXPLAIN_INTERVAL, "d0", spread.d0, "", "%s", "");
    put_own_variance(e, difference, m, &next.own);
    explain_number(e, EXPLAIN_INTERVAL, "variance", next.moderated.variance, "",
                   "(%s * %s^2 + %s * %s) / (%s + %s)", DIGITS(spread.d0), DIGITS(spread.s0),
                   DIGITS(next.own.df), DIGITS(next.own.variance), DIGITS(spread.d0),
                   DIGITS(next.own.df));
    text_addf(&explain_number(e, EXPLAIN_INTERVAL, "t", t, "", "%s", "")->words,
              "quantile of 1 - alpha / 2 with %s degrees of freedom", DIGITS(next.moderated.df));
    explain_number(e, EXPLAIN_INTERVAL, "level from", r->level.lower, load_unit,
                   "%s * exp(-%s * sqrt(%s))", DIGITS(r->mean.value), DIGITS(t),
                   DIGITS(next.moderated.variance));
    explain_number(e, EXPLAIN_INTERVAL, "level to", r->level.upper, load_unit,
                   "%s * exp(%s * sqrt(%s))", DIGITS(r->mean.value), DIGITS(t),
                   DIGITS(next.moderated.variance));
    return DOSEAU_OK;
}

void explain_round_intervals(doseau_explanation *e, const doseau_rounds *rounds, size_t row)
{
    const doseau_round_mean *r = (const doseau_round_mean *)rounds->list.items + row;
    doseau_status status = DOSEAU_OK;
    if (r->measurement_rel_u.given) {
        status = put_budget(e, rounds, row);
        if (is_open(r))
            put_open(e, r);
        else
            put_whole(e, rounds, r);
    }
    if (!status && r->level_rel_u.given) {
        double *differences;
        size_t m;
        status = find_differences(rounds, row, &differences, &m);
        if (!status) status = put_level(e, rounds, r, differences, m);
        free(differences);
    }
    if (status && !e->status) e->status = status;
}
