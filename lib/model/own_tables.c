/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of budgets, priors and bridging files: of each key there is one. */
#include "base/text.h"
#include "model/study_data.h"

static bool same_number(double a, double b)
{
    return !(a < b) && !(a > b);
}

static bool same_component(const doseau_component *a, const doseau_component *b)
{
    return a->scope == b->scope && a->column == b->column && same_number(a->rel_u, b->rel_u) &&
           same_number(a->rel_u_at_loq, b->rel_u_at_loq);
}

/* A fact whose key stands already: noted where another file tells it alike, else refused. */
static doseau_status stands(doseau_study *study, bool same, doseau_origin origin,
                            doseau_origin other)
{
    if (!same || origin.file == other.file) return DOSEAU_EDATA;
    return study_note_repeated(study, origin, other);
}

doseau_status doseau_study_add_component(doseau_study *study, const doseau_component *component,
                                         doseau_origin origin)
{
    const doseau_component *all = study->components.items;
    for (size_t i = 0; i < study->components.size; i++)
        if (text_same(all[i].name, component->name) && all[i].substance == component->substance &&
            all[i].plant == component->plant)
            return stands(study, same_component(&all[i], component), origin,
                          ITEMS(doseau_origin, study->component_origins)[i]);
    uint32_t name;
    doseau_status status = doseau_study_text(study, component->name, &name);
    if (status) return status;
    doseau_component kept = *component;
    kept.name = names_at(study->texts, name);
    status = array_add(&study->component_origins, &origin);
    if (!status) status = array_add(&study->components, &kept);
    study->component_origins.size = study->components.size;
    return status;
}

static bool same_spread(doseau_spread a, doseau_spread b)
{
    return same_number(a.s0, b.s0) && same_number(a.d0, b.d0);
}

static bool same_prior(const doseau_own_prior *a, const doseau_own_prior *b)
{
    return same_spread(a->year, b->year) && same_spread(a->day, b->day) &&
           same_spread(a->week_day, b->week_day) && same_number(a->day_sd, b->day_sd) &&
           same_number(a->nugget, b->nugget) && same_number(a->walk, b->walk);
}

doseau_status doseau_study_add_prior(doseau_study *study, const doseau_own_prior *prior)
{
    const doseau_own_prior *known = study->priors.items;
    for (size_t i = 0; i < study->priors.size; i++)
        if (known[i].substance == prior->substance)
            return stands(study, same_prior(&known[i], prior), prior->origin, known[i].origin);
    return array_add(&study->priors, prior);
}

doseau_status doseau_study_add_bridging(doseau_study *study, const doseau_bridging *result)
{
    const doseau_bridging *known = study->bridging.items;
    for (size_t i = 0; i < study->bridging.size; i++)
        if (known[i].sample == result->sample && known[i].substance == result->substance &&
            known[i].laboratory == result->laboratory && known[i].replicate == result->replicate)
            return stands(
                study, same_number(known[i].concentration_ng_per_l, result->concentration_ng_per_l),
                result->origin, known[i].origin);
    return array_add(&study->bridging, result);
}
