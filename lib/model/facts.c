/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/search.h"
#include "model/study_data.h"
#include <stdlib.h>

int study_compare_origins(doseau_origin a, doseau_origin b)
{
    STUDY_ORDER(a.file, b.file);
    STUDY_ORDER(a.line, b.line);
    STUDY_ORDER(a.field, b.field);
    return 0;
}

void study_sort(array *list, int (*compare)(const void *, const void *))
{
    if (list->size) qsort(list->items, list->size, list->item_size, compare);
}

const void *study_find(const array *list, const void *key,
                       int (*compare)(const void *, const void *))
{
    return search_find(list->items, list->size, list->item_size, key, compare);
}

doseau_place study_row_place(const doseau_study *study, const doseau_measurement *m,
                             const char *canonical)
{
    return doseau_study_place(study, m->origin, m->composite == DOSEAU_NONE ? canonical : "sample");
}

static bool same_day(const study_fact *a, const study_fact *b)
{
    return a->plant == b->plant && a->date == b->date;
}

static bool same_value(const study_fact *a, const study_fact *b)
{
    return !(a->value < b->value) && !(a->value > b->value);
}

study_fact study_fact_of(const doseau_measurement *m, double value)
{
    return (study_fact){m->origin, m->plant, doseau_measurement_key(m).day, value};
}

doseau_status study_add_fact(array *facts, study_fact fact)
{
    if (facts->size) {
        const study_fact *last = &ITEMS(study_fact, *facts)[facts->size - 1];
        if (same_day(last, &fact) && same_value(last, &fact)) return DOSEAU_OK;
    }
    return array_add(facts, &fact);
}

static int compare_facts(const void *left, const void *right)
{
    const study_fact *a = left, *b = right;
    STUDY_ORDER(a->plant, b->plant);
    STUDY_ORDER(a->date, b->date);
    return study_compare_origins(a->origin, b->origin);
}

void study_sort_facts(array *facts)
{
    study_sort(facts, compare_facts);
}

void study_check_facts(const doseau_study *study, array *facts, const char *canonical,
                       const char *code, const char *what, doseau_problems *problems)
{
    study_sort_facts(facts);
    const study_fact *f = facts->items;
    for (size_t i = 1, first = 0; i < facts->size; i++) {
        if (!same_day(&f[first], &f[i])) {
            first = i;
            continue;
        }
        if (same_value(&f[first], &f[i])) continue;
        const doseau_place other = doseau_study_place(study, f[first].origin, NULL);
        STUDY_PROBLEM(study, problems, DOSEAU_ERROR, code, f[i].origin, canonical,
                      "another %s for plant %s and this day stands in %s:%zu", what,
                      doseau_study_plant_name(study, f[i].plant), other.file, other.line);
    }
}
