/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/bridging.h"
#include "base/text.h"
#include <math.h>

/* What a laboratory found in a sample: the mean of its replicates; 0: nothing. */
static double mean_of(const doseau_bridging list[], size_t n, const doseau_bridging *sample,
                      uint32_t laboratory)
{
    double sum = 0, results = 0;
    for (size_t i = 0; i < n; i++) {
        if (list[i].sample != sample->sample || list[i].substance != sample->substance ||
            list[i].laboratory != laboratory)
            continue;
        sum += list[i].concentration_ng_per_l;
        results++;
    }
    return results > 0 ? sum / results : 0;
}

/* Whether a row is the first one of its sample and substance. */
static bool is_first(const doseau_bridging list[], size_t index)
{
    for (size_t i = 0; i < index; i++)
        if (list[i].sample == list[index].sample && list[i].substance == list[index].substance)
            return false;
    return true;
}

/* u^2 of one analysis, by the budget in force; by the default where it has no such component. */
static double analysis_variance(const doseau_study *study, uint32_t substance)
{
    const doseau_key key = {.plant = DOSEAU_NONE, .substance = substance};
    double variance = 0;
    for (int pass = 0; pass < 2 && !(variance > 0); pass++) {
        size_t n;
        const doseau_component *budget =
            pass ? doseau_budget_defaults(&n) : doseau_study_budget(study, &n);
        for (size_t k = 0; k < n; k++) {
            if (!text_same(budget[k].name, "analysis")) continue;
            const double u = doseau_budget_rel_u(budget, n, k, &key);
            variance += u * u;
        }
    }
    return variance;
}

bridge bridging_find(const doseau_study *study, uint32_t substance, uint32_t laboratory_a,
                     uint32_t laboratory_b)
{
    size_t n;
    const doseau_bridging *list = doseau_study_bridging(study, &n);
    double count = 0, mean = 0, squares = 0;
    for (size_t i = 0; i < n; i++) {
        if (list[i].substance != substance || !is_first(list, i)) continue;
        const double a = mean_of(list, n, &list[i], laboratory_a);
        const double b = mean_of(list, n, &list[i], laboratory_b);
        if (!(a > 0 && b > 0)) continue;
        const double step = log(b / a) - mean;
        mean += step / ++count;
        squares += step * (log(b / a) - mean);
    }
    bridge found = {.samples = (size_t)count, .ln_ratio = mean};
    if (!(count > 0)) return found;
    found.variance.variance = 2 * analysis_variance(study, substance) / count;
    if (count > 1) {
        found.variance.df = (doseau_figure){true, count - 1};
        found.variance.variance = fmax(found.variance.variance, squares / (count - 1) / count);
    }
    return found;
}

uint32_t bridging_laboratory(const doseau_rounds *rounds, const doseau_round_mean *round)
{
    size_t n;
    uint32_t only = DOSEAU_NONE;
    const doseau_measurement *m = doseau_study_measurements(rounds->study, &n);
    for (size_t i = round->begin; i < round->end; i++) {
        if (!round_counts(rounds, round, i)) continue;
        if (m[i].laboratory == DOSEAU_NONE || (only != DOSEAU_NONE && m[i].laboratory != only))
            return DOSEAU_NONE;
        only = m[i].laboratory;
    }
    return only;
}
