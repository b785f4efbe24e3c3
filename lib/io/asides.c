/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <doseau/catchment.h>
#include <doseau/check_rule.h>
#include <doseau/correction.h>
#include <doseau/isomer_sums.h>
#include <doseau/month_mean.h>
#include <doseau/quality.h>
#include <doseau/write.h>

static void count_rounds(const doseau_study *study, doseau_asides *a)
{
    size_t n;
    const doseau_round *round = doseau_study_rounds(study, &n);
    for (size_t i = 0; i < n; i++)
        if (round[i].declared)
            a->rounds++;
        else
            a->named_rounds += !round[i].derived;
}

static size_t own_budget(const doseau_study *study)
{
    size_t n, defaults;
    const doseau_component *own = doseau_study_budget(study, &n);
    return own == doseau_budget_defaults(&defaults) ? 0 : n;
}

doseau_asides doseau_study_asides(const doseau_study *study)
{
    doseau_asides a = {.budget = own_budget(study)};
    count_rounds(study, &a);
    doseau_study_events(study, &a.days);
    doseau_study_priors(study, &a.priors);
    doseau_study_bridging(study, &a.bridging);
    doseau_study_catchments(study, &a.catchments);
    doseau_study_sum_parts(study, &a.sums);
    doseau_study_windows(study, &a.checks);
    doseau_study_corrections(study, &a.corrections);
    doseau_study_quality(study, &a.quality);
    doseau_study_month_means(study, &a.month_means);
    return a;
}
