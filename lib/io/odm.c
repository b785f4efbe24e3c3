/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "io/odm_lists.h"

void odm_start(odm *o)
{
    *o = (odm){.results = {.item_size = sizeof(odm_result)},
               .limits = {.item_size = sizeof(odm_limit)},
               .qualities = {.item_size = sizeof(odm_quality)},
               .people = {.item_size = sizeof(odm_people)},
               .sets = {.item_size = sizeof(odm_pair)},
               .polygons = {.item_size = sizeof(odm_pair)},
               .sites = {.item_size = sizeof(doseau_plant)},
               .flows = {.item_size = sizeof(odm_flow)},
               .others = {.item_size = sizeof(odm_other)}};
}

void odm_free(odm *o)
{
    array *const lists[] = {&o->results,  &o->limits, &o->qualities, &o->people, &o->sets,
                            &o->polygons, &o->sites,  &o->flows,     &o->others};
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) array_free(lists[i]);
}

static void report_others(const odm *o, const doseau_study *study, doseau_problems *problems)
{
    const odm_other *other = o->others.items;
    for (size_t i = 0; i < o->others.size; i++)
        doseau_problems_add(problems, DOSEAU_NOTICE, "other_measure",
                            doseau_study_place(study, other[i].origin, "measure"),
                            "no residue of a drug, or no single value of it: \"%s\" is not read "
                            "(rows: %zu)",
                            doseau_study_text_at(study, other[i].measure), other[i].rows);
}

doseau_status odm_finish(odm *o, doseau_study *study, doseau_problems *problems)
{
    doseau_status status = odm_place_by_samples(o, study, problems);
    if (!status) status = odm_add_results(o, study, problems);
    if (!status) status = odm_add_people(o, study);
    report_others(o, study, problems);
    return status;
}
