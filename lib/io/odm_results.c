/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "io/odm_lists.h"
#include "io/result.h"

/* Results, with the limits, flags and sets that other rows give them. */

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
    return odm_compare_origins(a->m.origin, b->m.origin);
}

static bool same_group(const odm_result *a, const odm_result *b)
{
    return a->set == b->set && a->m.composite == b->m.composite;
}

/* Limits of a group of results. Without a set they are of no substance in particular, and used only
 * where the sample has one. */
static void give_limits(const odm *o, odm_result group[], size_t n)
{
    const odm_limit key = {.set = group->set, .sample = group->m.composite};
    const odm_limit *const end = (odm_limit *)o->limits.items + o->limits.size;
    odm_limit *limit = odm_find(&o->limits, &key, compare_limits);
    bool one = true;
    for (size_t i = 1; i < n; i++) one = one && group[i].m.substance == group->m.substance;
    if (!limit || (group->set == DOSEAU_NONE && !one)) return;
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
    const odm_quality key = {.id = result->id};
    const odm_quality *q = odm_find(&o->qualities, &key, compare_quality_ids);
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
        if (!first || odm_compare_origins(limit[i].origin, first->origin) < 0) first = &limit[i];
    }
    if (n)
        doseau_problems_add(problems, DOSEAU_WARNING, "limit_unused",
                            doseau_study_place(study, first->origin, NULL),
                            "a limit of no residue in particular is not used: give it the "
                            "measureSetRepID of its result (such rows: %zu)",
                            n);
}

doseau_status odm_add_results(odm *o, doseau_study *study, doseau_problems *problems)
{
    doseau_status status = DOSEAU_OK;
    odm_sort(&o->results, compare_results);
    odm_sort(&o->limits, compare_limits);
    odm_sort(&o->qualities, compare_qualities);
    odm_sort(&o->sets, odm_compare_pairs);
    odm_result *result = o->results.items;
    for (size_t i = 0, n; i < o->results.size; i += n) {
        for (n = 1; i + n < o->results.size && same_group(&result[i], &result[i + n]);) n++;
        give_limits(o, &result[i], n);
    }
    for (size_t i = 0; !status && i < o->results.size; i++) {
        const odm_pair key = {.key = result[i].set};
        const odm_pair *set =
            key.key == DOSEAU_NONE ? NULL : odm_find(&o->sets, &key, odm_compare_pairs);
        if (set) result[i].m.batch = set->value;
        if (!result[i].m.broken) take_value(o, study, &result[i], problems);
        status = doseau_study_add_measurement(study, &result[i].m);
    }
    report_unlimited(study, o, problems);
    report_limits(study, o, problems);
    return status;
}
