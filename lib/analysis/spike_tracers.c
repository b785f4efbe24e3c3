/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/spike_work.h"
#include "base/text.h"
#include <math.h>

static doseau_spike start(uint32_t plant, const spike_day *day, doseau_spike_rule rule)
{
    return (doseau_spike){.plant = plant,
                          .substance = day->substance,
                          .round = day->round,
                          .date = day->date,
                          .weekday = day->weekday,
                          .rule = rule,
                          .before = day->before,
                          .after = day->after,
                          .begin = day->begin,
                          .end = day->end};
}

static const spike_day *find_substance(const spike_work *work, const spike_day day[], size_t n,
                                       const char *name)
{
    for (size_t i = 0; i < n; i++)
        if (text_same(doseau_study_substance_name(work->study, day[i].substance), name))
            return &day[i];
    return NULL;
}

/* A drug that was found against its metabolite, which may lie below a limit. */
static doseau_status judge_ratio(spike_work *work, uint32_t plant, const doseau_spike_limit *limit,
                                 const spike_day *drug, const spike_day *metabolite)
{
    const doseau_sample *below = &metabolite->value;
    const double load = drug->value.lower, most = below->bounded ? below->upper : INFINITY;
    const spike_span ratio =
        spike_factor((spike_span){load, load}, (spike_span){below->lower, most});
    doseau_spike spike = start(plant, drug, DOSEAU_SPIKE_RATIO);
    spike.value = (doseau_figure){true, ratio.least};
    spike.compared = 1;
    if (ratio.least < ratio.greatest) spike.flags = DOSEAU_FLAG_BELOW_LIMIT;
    if (isfinite(most) && spike_judge(limit, ratio, &spike.severity, &spike.limit))
        return spike_keep(work, &spike, DOSEAU_FLAG_PARENT_RATIO);
    work->counts[DOSEAU_SPIKE_RATIO].open++;
    return DOSEAU_OK;
}

static doseau_status judge_ratios(spike_work *work, uint32_t plant, const spike_day day[], size_t n)
{
    doseau_status status = DOSEAU_OK;
    for (size_t i = 0; !status && i < doseau_spike_limit_count(); i++) {
        const doseau_spike_limit *limit = doseau_spike_limit_at(i);
        if (limit->rule != DOSEAU_SPIKE_RATIO) continue;
        const spike_day *drug = find_substance(work, day, n, limit->substance);
        const spike_day *metabolite = find_substance(work, day, n, limit->metabolite);
        if (drug && metabolite && drug->value.state == DOSEAU_FOUND &&
            metabolite->value.state != DOSEAU_MISSING)
            status = judge_ratio(work, plant, limit, drug, metabolite);
    }
    return status;
}

/* The mean of the results of a day that tell it. */
static doseau_figure mean_fraction(const doseau_study *study, const spike_day *day)
{
    size_t all, n = 0;
    const doseau_measurement *m = doseau_study_measurements(study, &all);
    double sum = 0;
    for (size_t i = day->begin; i < day->end; i++) {
        if (!m[i].enantiomeric_fraction.given) continue;
        sum += m[i].enantiomeric_fraction.value;
        n++;
    }
    return n ? (doseau_figure){true, sum / (double)n} : (doseau_figure){0};
}

static doseau_status judge_fraction(spike_work *work, uint32_t plant, const spike_day *day)
{
    const char *borrowed;
    const doseau_figure fraction = mean_fraction(work->study, day);
    if (!fraction.given) return DOSEAU_OK;
    const doseau_spike_limit *limit = doseau_spike_limit_find(
        DOSEAU_SPIKE_ENANTIOMER, doseau_study_substance_at(work->study, day->substance), &borrowed);
    doseau_spike spike = start(plant, day, DOSEAU_SPIKE_ENANTIOMER);
    spike.value = fraction;
    if (limit)
        spike_judge(limit, (spike_span){fraction.value, fraction.value}, &spike.severity,
                    &spike.limit);
    return spike_keep(work, &spike, DOSEAU_FLAG_RACEMIC);
}

doseau_status spike_tracers_judge(spike_work *work, uint32_t plant, const spike_day day[], size_t n)
{
    doseau_status status = judge_ratios(work, plant, day, n);
    for (size_t i = 0; !status && i < n; i++) status = judge_fraction(work, plant, &day[i]);
    return status;
}
