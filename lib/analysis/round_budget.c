/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/combined_results.h"
#include <doseau/flag.h>
#include <doseau/round_budget.h>
#include <math.h>
#include <stdlib.h>

struct doseau_round_budget {
    const doseau_rounds *rounds;
    array parts; /* doseau_round_part */
};

static double root_mean_square(const double x[], size_t n)
{
    double sum = 0;
    for (size_t i = 0; i < n; i++) sum += x[i] * x[i];
    return sqrt(sum / (double)n);
}

/* Days that were not found make an interval wider than the budget does. */
static bool is_open(const doseau_round_mean *r)
{
    return (r->flags & (DOSEAU_FLAG_MISSING_DAYS | DOSEAU_FLAG_IMPUTED)) != 0;
}

/* A week whose missing days are filled in by the usual week. */
static bool is_filled_in(const doseau_round_mean *r)
{
    return r->kind == DOSEAU_WEEK && (r->flags & DOSEAU_FLAG_MISSING_DAYS);
}

/* sum over days of (share of the day)^2 */
static doseau_status squared_shares(combined_results *results, double *squares)
{
    const doseau_status status =
        doseau_scope_groups(DOSEAU_SCOPE_DAY, results->key, results->n, results->group);
    *squares = 0;
    for (size_t i = 0; !status && i < results->n; i++) {
        double share = 0; /* of the day whose first result this is */
        for (size_t j = i; j < results->n; j++)
            if (results->group[j] == i) share += results->sensitivity[j];
        *squares += share * share;
    }
    return status;
}

/* How errors of single days count in the interval of a round, as a multiple of the scope formula.
 */
static doseau_status weigh_days(const doseau_round_mean *r, combined_results *results,
                                double *factor)
{
    double squares;
    *factor = is_open(r) && r->kind == DOSEAU_PERIOD ? 0 : 1;
    if (!is_filled_in(r)) return DOSEAU_OK;
    const doseau_status status = squared_shares(results, &squares);
    if (!status) *factor = 1 / (7 * squares);
    return status;
}

/* The variances of the components as they stand in the interval, and how much they are together. */
static doseau_status settle(const doseau_study *study, const doseau_round_mean *r,
                            combined_results *results, double by_component[], double *sum)
{
    size_t n;
    double factor = 1, logs = 1;
    const doseau_component *budget = doseau_study_budget(study, &n);
    const doseau_status status = weigh_days(r, results, &factor);
    *sum = 0;
    for (size_t k = 0; k < n; k++) {
        if (budget[k].scope == DOSEAU_SCOPE_SAMPLE || budget[k].scope == DOSEAU_SCOPE_DAY)
            by_component[k] *= factor;
        *sum += by_component[k];
    }
    /* Beside the fit to days below limits or of a period stands that of the logarithm. */
    if (*sum > 0 && is_open(r) && !is_filled_in(r)) logs = log1p(*sum) / *sum;
    for (size_t k = 0; k < n; k++) by_component[k] *= logs;
    *sum *= logs;
    return status;
}

static doseau_status add_parts(doseau_round_budget *budget, size_t round, combined_results *results,
                               double by_component[])
{
    size_t n;
    double sum;
    const doseau_study *study = budget->rounds->study;
    const doseau_round_mean *r = doseau_rounds_all(budget->rounds, &n) + round;
    doseau_status status = settle(study, r, results, by_component, &sum);
    const double u = r->measurement_rel_u.value, variance = is_open(r) ? log1p(u * u) : sum;
    doseau_study_budget(study, &n);
    for (size_t k = 0; !status && k < n; k++) {
        if (!combined_results_weigh(results, k)) continue;
        const doseau_round_part part = {round, k, root_mean_square(results->rel_u, results->n),
                                        by_component[k], by_component[k] / variance};
        status = array_add(&budget->parts, &part);
    }
    const doseau_round_part days = {round, DOSEAU_DAYS_PART, 0, variance - sum, 1 - sum / variance};
    if (!status && is_open(r)) status = array_add(&budget->parts, &days);
    return status;
}

static doseau_status add_round(doseau_round_budget *budget, size_t round, double by_component[])
{
    size_t n;
    double variance;
    const combination_term term = {doseau_rounds_all(budget->rounds, &n) + round, 1};
    if (!term.round->measurement_rel_u.given) return DOSEAU_OK;
    combined_results results;
    doseau_status status = combined_results_gather(budget->rounds, &term, 1, &results);
    if (status) return status;
    status =
        combination_variance(budget->rounds, &term, 1, COMBINATION_ALL, by_component, &variance);
    if (!status) status = add_parts(budget, round, &results, by_component);
    combined_results_free(&results);
    return status;
}

doseau_status doseau_round_budget_new(const doseau_rounds *rounds, doseau_round_budget **budget,
                                      doseau_error *error)
{
    size_t n;
    doseau_rounds_all(rounds, &n);
    doseau_round_budget *made = calloc(1, sizeof *made);
    double *by_component = calloc(combination_components(rounds), sizeof *by_component);
    doseau_status status = made && by_component ? DOSEAU_OK : DOSEAU_ENOMEM;
    if (!status) {
        made->rounds = rounds;
        made->parts.item_size = sizeof(doseau_round_part);
    }
    for (size_t i = 0; !status && i < n; i++) status = add_round(made, i, by_component);
    free(by_component);
    if (status) {
        doseau_round_budget_free(made);
        return doseau_error_set(error, status, "%s", doseau_strstatus(status));
    }
    *budget = made;
    return DOSEAU_OK;
}

void doseau_round_budget_free(doseau_round_budget *budget)
{
    if (!budget) return;
    array_free(&budget->parts);
    free(budget);
}

const doseau_round_part *doseau_round_budget_all(const doseau_round_budget *budget, size_t *n)
{
    *n = budget->parts.size;
    return budget->parts.items;
}

/* Whether the round of all days says the same: no day of it was left out. */
static bool stands_above(const doseau_round_mean *r, size_t round)
{
    return round > 0 && r->data == DOSEAU_UNFLAGGED && r[-1].data == DOSEAU_ALL &&
           r[-1].begin == r->begin && r[-1].days == r->days;
}

static void fill(const void *source, size_t row, doseau_cells *cells)
{
    const doseau_round_budget *budget = source;
    size_t n;
    const doseau_study *study = budget->rounds->study;
    const doseau_round_part *part = doseau_round_budget_all(budget, &n) + row;
    const doseau_round_mean *r = doseau_rounds_all(budget->rounds, &n) + part->round;
    const doseau_component *component = part->component == DOSEAU_DAYS_PART
                                            ? NULL
                                            : doseau_study_budget(study, &n) + part->component;
    doseau_put_text(cells, doseau_study_plant_name(study, r->plant));
    doseau_put_text(cells, doseau_study_substance_name(study, r->substance));
    doseau_put_text(cells,
                    doseau_study_text_at(study, doseau_study_rounds(study, &n)[r->round].label));
    doseau_put_text(cells, doseau_data_name(r->data));
    if (r->data == DOSEAU_ALL) doseau_quiet_cell(cells);
    doseau_put_text(cells, component ? component->name : "days");
    doseau_put_text(cells, component ? doseau_study_scope_name(study, component) : "round");
    doseau_put_number_if(cells, component != NULL, part->rel_u);
    doseau_put_number(cells, part->variance);
    doseau_put_number(cells, 100 * part->share);
    if (stands_above(r, part->round)) doseau_quiet_row(cells);
}

doseau_table doseau_round_budget_table(const doseau_round_budget *budget)
{
    static const doseau_column columns[] = {
        {"plant", "", "plant"},  {"substance", "", "substance"}, {"round", "", "round"},
        {"data", "", "data"},    {"component", "", "component"}, {"scope", "", "scope"},
        {"rel_u", "", "rel. u"}, {"variance", "", NULL},         {"share_percent", "%", "share"}};
    return (doseau_table){"budget",           columns, sizeof columns / sizeof *columns,
                          budget->parts.size, budget,  fill};
}
