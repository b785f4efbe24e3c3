/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/changed.h"
#include <doseau/flag.h>

static uint32_t laboratory_of(const doseau_measurement *m)
{
    return m->laboratory;
}

static uint32_t meter_of(const doseau_measurement *m)
{
    return m->meter;
}

static uint32_t basis_of(const doseau_measurement *m)
{
    return m->population_kind;
}

static const struct {
    doseau_flags flag;
    uint32_t (*of)(const doseau_measurement *m);
} kinds[] = {{DOSEAU_FLAG_LABORATORY_CHANGED, laboratory_of},
             {DOSEAU_FLAG_METER_CHANGED, meter_of},
             {DOSEAU_FLAG_POPULATION_BASIS_CHANGED, basis_of}};

static bool has(const doseau_rounds *rounds, const doseau_round_mean *r,
                uint32_t (*of)(const doseau_measurement *m), uint32_t wanted)
{
    size_t n;
    const doseau_measurement *m = doseau_study_measurements(rounds->study, &n);
    for (size_t i = r->begin; i < r->end; i++)
        if (of(&m[i]) == wanted && round_counts(rounds, r, i)) return true;
    return false;
}

/* Whether `a` has one that `b` lacks. */
static bool has_another(const doseau_rounds *rounds, const doseau_round_mean *a,
                        const doseau_round_mean *b, uint32_t (*of)(const doseau_measurement *m))
{
    size_t n;
    const doseau_measurement *m = doseau_study_measurements(rounds->study, &n);
    for (size_t i = a->begin; i < a->end; i++)
        if (round_counts(rounds, a, i) && !has(rounds, b, of, of(&m[i]))) return true;
    return false;
}

doseau_flags changed_between(const doseau_rounds *rounds, const doseau_round_mean *a,
                             const doseau_round_mean *b)
{
    doseau_flags flags = 0;
    for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++)
        if (has_another(rounds, a, b, kinds[k].of) || has_another(rounds, b, a, kinds[k].of))
            flags |= kinds[k].flag;
    return flags;
}
