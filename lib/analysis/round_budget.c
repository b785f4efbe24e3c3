/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/combined_results.h"
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

/* The parts of a round whose variances are known; the changes behind the components are none here.
 */
static doseau_status add_parts(doseau_round_budget *budget, size_t round, combined_results *results,
                               const double by_component[], double variance)
{
    size_t n;
    doseau_status status = DOSEAU_OK;
    doseau_study_budget(budget->rounds->study, &n);
    for (size_t k = 0; !status && k < n; k++) {
        if (!combined_results_weigh(results, k)) continue;
        const doseau_round_part part = {.round = round,
                                        .component = k,
                                        .rel_u = root_mean_square(results->rel_u, results->n),
                                        .variance = by_component[k],
                                        .share = by_component[k] / variance};
        status = array_add(&budget->parts, &part);
    }
    return status;
}

static doseau_status add_round(doseau_round_budget *budget, size_t round, double by_component[])
{
    size_t n;
    double variance;
    const combination_term term = {doseau_rounds_all(budget->rounds, &n) + round, 1};
    const doseau_flags partly = DOSEAU_FLAG_MISSING_DAYS | DOSEAU_FLAG_IMPUTED;
    if (!term.round->measurement_rel_u.given || term.round->flags & partly) return DOSEAU_OK;
    combined_results results;
    doseau_status status = combined_results_gather(budget->rounds, &term, 1, &results);
    if (status) return status;
    status =
        combination_variance(budget->rounds, &term, 1, COMBINATION_ALL, by_component, &variance);
    if (!status) status = add_parts(budget, round, &results, by_component, variance);
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

/* Whether the round of all days says the same: one that lost flagged days has no budget. */
static bool stands_above(const doseau_round_mean *r, size_t round)
{
    return round > 0 && r->data == DOSEAU_UNFLAGGED && r[-1].data == DOSEAU_ALL &&
           r[-1].begin == r->begin;
}

static void fill(const void *source, size_t row, doseau_cells *cells)
{
    const doseau_round_budget *budget = source;
    size_t n;
    const doseau_study *study = budget->rounds->study;
    const doseau_round_part *part = doseau_round_budget_all(budget, &n) + row;
    const doseau_round_mean *r = doseau_rounds_all(budget->rounds, &n) + part->round;
    const doseau_component *component = doseau_study_budget(study, &n) + part->component;
    doseau_put_text(cells, doseau_study_plant_name(study, r->plant));
    doseau_put_text(cells, doseau_study_substance_name(study, r->substance));
    doseau_put_text(cells,
                    doseau_study_text_at(study, doseau_study_rounds(study, &n)[r->round].label));
    doseau_put_text(cells, doseau_data_name(r->data));
    doseau_put_text(cells, component->name);
    doseau_put_text(cells, doseau_study_scope_name(study, component));
    doseau_put_number(cells, part->rel_u);
    doseau_put_number(cells, part->variance);
    doseau_put_number(cells, 100 * part->share);
    if (stands_above(r, part->round)) doseau_quiet_row(cells);
}

doseau_table doseau_round_budget_table(const doseau_round_budget *budget)
{
    static const doseau_column columns[] = {
        {"plant", "", "plant"},  {"substance", "", "substance"}, {"round", "", "round"},
        {"data", "", NULL},      {"component", "", "component"}, {"scope", "", "scope"},
        {"rel_u", "", "rel. u"}, {"variance", "", NULL},         {"share_percent", "%", "share"}};
    return (doseau_table){"budget",           columns, sizeof columns / sizeof *columns,
                          budget->parts.size, budget,  fill};
}
