/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "io/odm.h"
#include "io/result.h"
#include <stdlib.h>

void odm_start(odm *o)
{
    *o = (odm){.results = {.item_size = sizeof(odm_result)},
               .limits = {.item_size = sizeof(odm_limit)},
               .qualities = {.item_size = sizeof(odm_quality)},
               .people = {.item_size = sizeof(odm_people)},
               .sets = {.item_size = sizeof(odm_pair)},
               .polygons = {.item_size = sizeof(odm_pair)},
               .others = {.item_size = sizeof(odm_other)}};
}

void odm_free(odm *o)
{
    array *const lists[] = {&o->results, &o->limits,   &o->qualities, &o->people,
                            &o->sets,    &o->polygons, &o->others};
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) array_free(lists[i]);
}

/* ---- Order ---- */

#define ORDER(a, b)                                                                                \
    if ((a) != (b)) return (a) < (b) ? -1 : 1

static int compare_origins(doseau_origin a, doseau_origin b)
{
    ORDER(a.file, b.file);
    ORDER(a.line, b.line);
    return 0;
}

static int compare_pairs(const void *left, const void *right)
{
    const odm_pair *a = left, *b = right;
    ORDER(a->key, b->key);
    return 0;
}

static int compare_qualities(const void *left, const void *right)
{
    const odm_quality *a = left, *b = right;
    ORDER(a->id, b->id);
    ORDER(b->flag, a->flag); /* the strongest first */
    return 0;
}

static int compare_quality_ids(const void *left, const void *right)
{
    const odm_quality *a = left, *b = right;
    ORDER(a->id, b->id);
    return 0;
}

static int compare_limits(const void *left, const void *right)
{
    const odm_limit *a = left, *b = right;
    ORDER(a->set, b->set);
    ORDER(a->sample, b->sample);
    return 0;
}

static int compare_results(const void *left, const void *right)
{
    const odm_result *a = left, *b = right;
    ORDER(a->set, b->set);
    ORDER(a->m.composite, b->m.composite);
    return compare_origins(a->m.origin, b->m.origin);
}

static int compare_people(const void *left, const void *right)
{
    const odm_people *a = left, *b = right;
    ORDER(a->row.plant, b->row.plant);
    ORDER(a->row.from, b->row.from);
    return compare_origins(a->row.origin, b->row.origin);
}

static void sort(array *list, int (*compare)(const void *, const void *))
{
    if (list->size) qsort(list->items, list->size, list->item_size, compare);
}

static void *find(const array *list, const void *key, int (*compare)(const void *, const void *))
{
    return list->size ? bsearch(key, list->items, list->size, list->item_size, compare) : NULL;
}

/* ---- Results ---- */

static bool same_group(const odm_result *a, const odm_result *b)
{
    return a->set == b->set && a->m.composite == b->m.composite;
}

/* Limits of a group of results. Without a set they are of no substance in particular, and used only
 * where the sample has one. */
static void give_limits(const odm *o, odm_result group[], size_t n)
{
    const odm_limit key = {.set = group->set, .sample = group->m.composite};
    odm_limit *const all = o->limits.items, *const end = all + o->limits.size;
    odm_limit *limit = find(&o->limits, &key, compare_limits);
    bool one = true;
    for (size_t i = 1; i < n; i++) one = one && group[i].m.substance == group->m.substance;
    if (!limit || (group->set == DOSEAU_NONE && !one)) return;
    while (limit > all && !compare_limits(limit - 1, &key)) limit--;
    for (; limit < end && !compare_limits(limit, &key); limit++)
        for (size_t i = 0; i < n; i++) {
            doseau_measurement *m = &group[i].m;
            if (m->quantity != limit->quantity) continue;
            limit->used = true;
            if (limit->quantification)
                m->loq = limit->value;
            else
                m->lod = limit->value;
        }
}

static odm_flag flag_of(const odm *o, const odm_result *result)
{
    if (result->id == DOSEAU_NONE) return ODM_FLAG_NONE;
    const odm_quality *const all = o->qualities.items, key = {.id = result->id};
    const odm_quality *q = find(&o->qualities, &key, compare_quality_ids);
    while (q && q > all && q[-1].id == q->id) q--;
    return q ? q->flag : ODM_FLAG_NONE;
}

/* Not detected by a flag. The number beside it may be what was measured, below the limits, or a 0
 * or 1 in place of none: the widest is taken. */
static doseau_sample not_detected(const odm_result *result)
{
    const doseau_measurement *m = &result->m;
    const double limit = m->lod > 0 ? m->lod : m->loq;
    const bool placeholder = !(limit > 0) && !(result->value < 1) && !(result->value > 1);
    const bool number = result->kind == RESULT_NUMBER && !placeholder;
    return doseau_sample_not_detected(number && result->value > limit ? result->value : limit);
}

static void take_number(doseau_study *study, odm_result *result, doseau_problems *problems)
{
    doseau_measurement *m = &result->m;
    const doseau_place place = doseau_study_place(study, m->origin, "value");
    if (!(result->value > 0)) {
        m->broken = true;
        doseau_problems_add(problems, DOSEAU_ERROR, result->value < 0 ? "negative" : "zero", place,
                            result->value < 0 ? "a result cannot be negative"
                                              : "0 is no result: a quality report says that it is "
                                                "below a limit (beLOD, flagND)");
    } else if (m->lod > 0 && result->value < m->lod) {
        m->value = doseau_sample_not_detected(m->lod);
        m->number_below = result->value;
        doseau_problems_add(problems, DOSEAU_NOTICE, "below_own_lod", place,
                            "below its own LOD: read as not detected");
    } else if (m->loq > 0 && result->value < m->loq) {
        m->value = doseau_sample_detected(m->lod, m->loq);
        m->number_below = result->value;
        doseau_problems_add(problems, DOSEAU_NOTICE, "below_own_loq", place,
                            "below its own LOQ: read as detected, between LOD and LOQ");
    } else {
        m->value = doseau_sample_found(result->value);
    }
}

static void take_value(const odm *o, doseau_study *study, odm_result *result,
                       doseau_problems *problems)
{
    doseau_measurement *m = &result->m;
    const odm_flag flag = flag_of(o, result);
    if (m->lod > 0 && m->loq > 0 && m->lod > m->loq) {
        m->broken = true;
        doseau_problems_add(problems, DOSEAU_ERROR, "limits_crossed",
                            doseau_study_place(study, m->origin, NULL), "the LOD is above the LOQ");
    } else if (result->kind == RESULT_BELOW && result->value > 0) {
        m->value = doseau_sample_not_detected(result->value);
    } else if (result->kind == RESULT_BELOW_LOQ) {
        m->value = doseau_sample_not_detected(m->loq);
    } else if (flag == ODM_FLAG_NOT_DETECTED || result->kind == RESULT_NOT_DETECTED ||
               result->kind == RESULT_BELOW_LOD) {
        m->value = not_detected(result);
    } else if (flag == ODM_FLAG_TRACE || result->kind == RESULT_TRACE) {
        m->value = doseau_sample_detected(m->lod, m->loq);
    } else if (result->kind == RESULT_NUMBER) {
        take_number(study, result, problems);
    }
}

static bool is_unlimited(const doseau_measurement *m)
{
    const bool below = m->value.state == DOSEAU_NOT_DETECTED || m->value.state == DOSEAU_DETECTED;
    return below && !m->value.bounded;
}

static void report_unlimited(const doseau_study *study, const odm *o, doseau_problems *problems)
{
    const odm_result *result = o->results.items, *first = NULL;
    size_t n = 0;
    for (size_t i = 0; i < o->results.size; i++) {
        if (!is_unlimited(&result[i].m)) continue;
        if (n++ == 0) first = &result[i];
    }
    if (n)
        doseau_problems_add(
            problems, DOSEAU_WARNING, "unknown_limit",
            doseau_study_place(study, first->m.origin, "value"),
            "below a limit that the file does not tell: only a lower bound is known "
            "(such results: %zu)",
            n);
}

static void report_limits(const doseau_study *study, const odm *o, doseau_problems *problems)
{
    const odm_limit *limit = o->limits.items, *first = NULL;
    size_t n = 0;
    for (size_t i = 0; i < o->limits.size; i++) {
        if (limit[i].used) continue;
        n++;
        if (!first || compare_origins(limit[i].origin, first->origin) < 0) first = &limit[i];
    }
    if (n)
        doseau_problems_add(problems, DOSEAU_WARNING, "limit_unused",
                            doseau_study_place(study, first->origin, NULL),
                            "a limit of no residue in particular is not used: give it the "
                            "measureSetRepID of its result (such rows: %zu)",
                            n);
}

static doseau_status add_results(odm *o, doseau_study *study, doseau_problems *problems)
{
    doseau_status status = DOSEAU_OK;
    odm_result *result = o->results.items;
    for (size_t i = 0, n; i < o->results.size; i += n) {
        for (n = 1; i + n < o->results.size && same_group(&result[i], &result[i + n]);) n++;
        give_limits(o, &result[i], n);
    }
    for (size_t i = 0; !status && i < o->results.size; i++) {
        const odm_pair key = {.key = result[i].set};
        const odm_pair *set = key.key == DOSEAU_NONE ? NULL : find(&o->sets, &key, compare_pairs);
        if (set) result[i].m.batch = set->value;
        if (!result[i].m.broken) take_value(o, study, &result[i], problems);
        status = doseau_study_add_measurement(study, &result[i].m);
    }
    report_unlimited(study, o, problems);
    report_limits(study, o, problems);
    return status;
}

/* ---- People ---- */

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

static doseau_status add_people(odm *o, doseau_study *study)
{
    doseau_status status = DOSEAU_OK;
    odm_people *p = o->people.items;
    for (size_t i = 0; i < o->people.size; i++) {
        const odm_pair key = {.key = p[i].polygon};
        const odm_pair *site =
            p[i].polygon == DOSEAU_NONE ? NULL : find(&o->polygons, &key, compare_pairs);
        if (site) p[i].row.plant = site->value;
    }
    sort(&o->people, compare_people);
    end_rows(&o->people);
    for (size_t i = 0; !status && i < o->people.size; i++)
        if (p[i].row.plant != DOSEAU_NONE) status = doseau_study_add_plant(study, &p[i].row);
    return status;
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
    sort(&o->results, compare_results);
    sort(&o->limits, compare_limits);
    sort(&o->qualities, compare_qualities);
    sort(&o->sets, compare_pairs);
    sort(&o->polygons, compare_pairs);
    doseau_status status = add_results(o, study, problems);
    if (!status) status = add_people(o, study);
    report_others(o, study, problems);
    return status;
}
