/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "io/composite_index.h"
#include "io/odm_lists.h"

/* Flows and people that a table of measures has beside the results of a sample: of its site, on its
 * day. */

static const doseau_composite *sample_of(const composite_index *samples, const doseau_study *study,
                                         uint32_t code, doseau_origin origin,
                                         doseau_problems *problems)
{
    const doseau_composite *c = composite_index_find(samples, code);
    if (!c)
        doseau_problems_add(problems, DOSEAU_ERROR, "unknown_sample",
                            doseau_study_place(study, origin, NULL),
                            "no samples file describes sample %s: site and day of the row are not "
                            "known",
                            doseau_study_text_at(study, code));
    return c && !c->broken ? c : NULL;
}

static doseau_status place_flows(const odm *o, const composite_index *samples, doseau_study *study,
                                 doseau_problems *problems)
{
    odm_flow *f = o->flows.items;
    doseau_status status = DOSEAU_OK;
    for (size_t i = 0; !status && i < o->flows.size; i++) {
        const doseau_composite *c =
            sample_of(samples, study, f[i].sample, f[i].row.origin, problems);
        if (!c) {
            doseau_study_mark_incomplete(study, DOSEAU_PART_FLOWS);
            continue;
        }
        f[i].row.plant = c->plant;
        f[i].row.date = c->date;
        status = doseau_study_add_flow(study, &f[i].row);
    }
    return status;
}

static void place_people(const odm *o, const composite_index *samples, doseau_study *study,
                         doseau_problems *problems)
{
    odm_people *p = o->people.items;
    for (size_t i = 0; i < o->people.size; i++) {
        if (p[i].sample == DOSEAU_NONE) continue;
        const doseau_composite *c =
            sample_of(samples, study, p[i].sample, p[i].row.origin, problems);
        if (!c) {
            doseau_study_mark_incomplete(study, DOSEAU_PART_PLANTS);
            continue;
        }
        p[i].row.plant = c->plant;
        p[i].row.from = p[i].row.until = c->date;
    }
}

doseau_status odm_place_by_samples(odm *o, doseau_study *study, doseau_problems *problems)
{
    composite_index samples;
    if (!o->flows.size && !o->people.size) return DOSEAU_OK;
    doseau_status status = composite_index_make(study, &samples);
    if (status) return status;
    place_people(o, &samples, study, problems);
    status = place_flows(o, &samples, study, problems);
    composite_index_free(&samples);
    return status;
}
