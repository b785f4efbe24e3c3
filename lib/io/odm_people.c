/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "io/odm_lists.h"

/* People of sites and polygons. */

static int compare_people(const void *left, const void *right)
{
    const odm_people *a = left, *b = right;
    ORDER(a->row.plant, b->row.plant);
    ORDER(a->row.from, b->row.from);
    return odm_compare_origins(a->row.origin, b->row.origin);
}

/* A row that does not end does when the next begins. */
static void end_rows(array *people)
{
    odm_people *p = people->items;
    for (size_t i = 0; i + 1 < people->size; i++) {
        size_t next = i + 1;
        if (p[i].row.until != DOSEAU_NO_DATE) continue;
        while (next < people->size && p[next].row.from == p[next].row.until) next++;
        if (next < people->size && p[i].row.plant == p[next].row.plant &&
            p[next].row.from > p[i].row.from)
            p[i].row.until = p[next].row.from - 1;
    }
}

/* What the table of sites says of a plant holds on the days of which no measure tells. */
static doseau_status add_site(const odm *o, doseau_study *study, doseau_plant site)
{
    const odm_people *p = o->people.items, *const end = p + o->people.size;
    doseau_status status = DOSEAU_OK;
    while (p < end && p->row.plant != site.plant) p++;
    for (; !status && p < end && p->row.plant == site.plant; p++) {
        const bool before = p->row.from != DOSEAU_NO_DATE &&
                            (site.from == DOSEAU_NO_DATE || site.from < p->row.from);
        if (before) {
            site.until = p->row.from - 1;
            status = doseau_study_add_plant(study, &site);
        }
        if (p->row.until == DOSEAU_NO_DATE) return status;
        site.from = p->row.until + 1;
    }
    site.until = DOSEAU_NO_DATE;
    return status ? status : doseau_study_add_plant(study, &site);
}

doseau_status odm_add_people(odm *o, doseau_study *study)
{
    doseau_status status = DOSEAU_OK;
    odm_people *p = o->people.items;
    odm_sort(&o->polygons, odm_compare_pairs);
    for (size_t i = 0; i < o->people.size; i++) {
        const odm_pair key = {.key = p[i].polygon};
        const odm_pair *site =
            p[i].polygon == DOSEAU_NONE ? NULL : odm_find(&o->polygons, &key, odm_compare_pairs);
        if (site) p[i].row.plant = site->value;
    }
    odm_sort(&o->people, compare_people);
    end_rows(&o->people);
    for (size_t i = 0; !status && i < o->people.size; i++)
        if (p[i].row.plant != DOSEAU_NONE) status = doseau_study_add_plant(study, &p[i].row);
    const doseau_plant *site = o->sites.items;
    for (size_t i = 0; !status && i < o->sites.size; i++) status = add_site(o, study, site[i]);
    return status;
}
