/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/compare_usual.h"
#include "analysis/combination.h"
#include <math.h>
#include <stdlib.h>

/* The fewest people that a result of a round was divided by; 0: not known. */
static double fewest_people(const doseau_rounds *rounds, const doseau_round_mean *r, double fewest)
{
    size_t n;
    const doseau_measurement *m = doseau_study_measurements(rounds->study, &n);
    for (size_t i = r->begin; i < r->end; i++) {
        const double persons = m[i].population_persons;
        if (persons > 0 && (!(fewest > 0) || persons < fewest) && round_counts(rounds, r, i))
            fewest = persons;
    }
    return fewest;
}

/* Whether a part of the variance says how well laboratories or meters and bases agree. */
static bool is_of_change(const doseau_component budget[], size_t n, size_t part, bool bridged)
{
    const bool laboratory =
        part < n ? budget[part].scope == DOSEAU_SCOPE_LABORATORY : part - n == CHANGE_OF_LABORATORY;
    if (laboratory) return !bridged;
    return part >= n || budget[part].scope == DOSEAU_SCOPE_METER;
}

static doseau_status variance_of_changes(const doseau_rounds *rounds, const doseau_round_mean *a,
                                         const doseau_round_mean *b, bool bridged, double *variance)
{
    size_t n_budget;
    const doseau_component *budget = doseau_study_budget(rounds->study, &n_budget);
    const size_t n = combination_components(rounds);
    const combination_term terms[] = {{b, 1}, {a, -1}};
    double whole, *part = calloc(n, sizeof *part);
    if (!part) return DOSEAU_ENOMEM;
    const doseau_status status =
        combination_variance(rounds, terms, 2, COMBINATION_ALL, part, &whole);
    *variance = 0;
    for (size_t i = 0; !status && i < n; i++)
        if (is_of_change(budget, n_budget, i, bridged)) *variance += part[i];
    free(part);
    return status;
}

doseau_status compare_usual_terms(const doseau_rounds *rounds, const doseau_prior *prior,
                                  const doseau_comparison *made, bool bridged,
                                  usual_change_terms *terms)
{
    terms->persons = fewest_people(rounds, made->b, fewest_people(rounds, made->a, 0));
    terms->week = doseau_prior_of_round(prior, terms->persons, 7).s0;
    terms->of_a = doseau_prior_of_round(prior, terms->persons, made->a->days).s0;
    terms->of_b = doseau_prior_of_round(prior, terms->persons, made->b->days).s0;
    terms->growth = doseau_prior_growth(prior, made->years_apart);
    return variance_of_changes(rounds, made->a, made->b, bridged, &terms->changes);
}

/* V without what bridging samples tell. */
static doseau_status add_up(const doseau_rounds *rounds, const doseau_prior *prior,
                            const doseau_comparison *made, bool bridged, double *variance)
{
    usual_change_terms t;
    const doseau_status status = compare_usual_terms(rounds, prior, made, bridged, &t);
    if (status) return status;
    const double fewer = t.of_a * t.of_a - t.week * t.week + t.of_b * t.of_b - t.week * t.week;
    *variance = 2 * t.week * t.week * t.growth + fewer + t.changes;
    return DOSEAU_OK;
}

static bridge find_bridge(const doseau_rounds *rounds, const doseau_round_mean *a,
                          const doseau_round_mean *b)
{
    const uint32_t of_a = bridging_laboratory(rounds, a), of_b = bridging_laboratory(rounds, b);
    if (of_a == DOSEAU_NONE || of_b == DOSEAU_NONE || of_a == of_b) return (bridge){0};
    return bridging_find(rounds->study, a->substance, of_a, of_b);
}

doseau_status compare_usual(const doseau_rounds *rounds, const doseau_prior *prior,
                            const doseau_comparison *made, bridge *laboratories,
                            doseau_variance_prior *usual)
{
    doseau_variance_part parts[2] = {{0, {true, prior->year.d0}}};
    doseau_effective_df whole;
    *laboratories = find_bridge(rounds, made->a, made->b);
    doseau_status status =
        add_up(rounds, prior, made, laboratories->samples > 0, &parts[0].variance);
    if (status) return status;
    parts[1] = laboratories->variance;
    *usual = (doseau_variance_prior){sqrt(parts[0].variance / 2), prior->year.d0};
    if (!laboratories->samples) return DOSEAU_OK;
    status = doseau_effective_df_find(parts, 2, rounds->options.alpha, &whole);
    if (status) return status;
    /* A part with more degrees of freedom than the prior must not narrow the whole. */
    usual->df0 = fmin(whole.df.value, prior->year.d0);
    usual->s0 = sqrt(whole.variance / 2);
    return DOSEAU_OK;
}
