/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Forming the sums of isomers that were asked for; the formulas are in doseau/isomer_sums.h. */
#include "base/text.h"
#include "model/study_data.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_PARTS = 16 };

/* A sum whose parts all have results. */
typedef struct definition {
    const char *sum;
    const char *part[MOST_PARTS];
    size_t n;
} definition;

/* What to do with each sum that was asked for. */
typedef doseau_status definition_user(doseau_study *study, const definition *d);

static uint32_t substance_called(const doseau_study *study, const char *name)
{
    const doseau_substance *known = doseau_substance_find(name);
    const char *wanted = known ? known->name : name;
    for (uint32_t i = 0; i < names_size(study->substance_names); i++)
        if (text_same(names_at(study->substance_names, i), wanted)) return i;
    return DOSEAU_NONE;
}

static doseau_status use(doseau_study *study, const definition *d, definition_user *user)
{
    if (d->n < 2) return DOSEAU_OK;
    for (size_t i = 0; i < d->n; i++)
        if (substance_called(study, d->part[i]) == DOSEAU_NONE) return DOSEAU_OK;
    return user(study, d);
}

/* Parts of one sum need not stand together in their file. */
static doseau_status use_files(doseau_study *study, definition_user *user)
{
    doseau_status status = DOSEAU_OK;
    const doseau_sum_part *p = study->sum_parts.items;
    const size_t n = study->sum_parts.size;
    for (size_t i = 0; !status && i < n; i++) {
        definition d = {.sum = doseau_study_text_at(study, p[i].sum)};
        bool begun = false;
        for (size_t j = 0; j < i; j++) begun = begun || p[j].sum == p[i].sum;
        for (size_t j = i; !begun && j < n && d.n < MOST_PARTS; j++)
            if (p[j].sum == p[i].sum) d.part[d.n++] = doseau_study_text_at(study, p[j].part);
        if (!begun) status = use(study, &d, user);
    }
    return status;
}

/* A sum that a file defines is that of the file. */
static bool is_of_file(const doseau_study *study, const char *sum)
{
    const doseau_sum_part *p = study->sum_parts.items;
    for (size_t i = 0; i < study->sum_parts.size; i++)
        if (text_same(doseau_study_text_at(study, p[i].sum), sum)) return true;
    return false;
}

static doseau_status use_known(doseau_study *study, const char *sum, const char *parts,
                               definition_user *user)
{
    definition d = {.sum = sum};
    char *list = strdup(parts), *rest = NULL;
    if (!list) return DOSEAU_ENOMEM;
    for (char *part = strtok_r(list, ";", &rest); part && d.n < MOST_PARTS;
         part = strtok_r(NULL, ";", &rest))
        d.part[d.n++] = part;
    const doseau_status status = is_of_file(study, sum) ? DOSEAU_OK : use(study, &d, user);
    free(list);
    return status;
}

static doseau_status use_all(doseau_study *study, doseau_sums which, definition_user *user)
{
    const char *sum, *parts;
    if (which == DOSEAU_SUMS_NONE) return DOSEAU_OK;
    doseau_status status = use_files(study, user);
    for (size_t i = 0; !status && which == DOSEAU_SUMS_KNOWN; i++) {
        if (!(sum = doseau_sum_known(i, &parts))) break;
        status = use_known(study, sum, parts, user);
    }
    return status;
}

/* ---- Names ---- */

/* A formed sum behaves as its sum would, else as its first part. */
static doseau_status add_name(doseau_study *study, const definition *d)
{
    text name = {0};
    uint32_t index;
    const doseau_substance *like = doseau_substance_find(d->sum);
    text_addf(&name, "%s" DOSEAU_FORMED, d->sum);
    const doseau_status status =
        name.failed ? DOSEAU_ENOMEM : doseau_study_substance(study, name.bytes, &index);
    text_free(&name);
    if (!status) study->known[index] = like ? like : doseau_substance_find(d->part[0]);
    return status;
}

doseau_status study_name_sums(doseau_study *study, doseau_sums which)
{
    return use_all(study, which, add_name);
}

/* ---- Results ---- */

static int compare_days(const void *left, const void *right)
{
    const doseau_measurement *a = left, *b = right;
    STUDY_ORDER(a->plant, b->plant);
    STUDY_ORDER(a->substance, b->substance);
    STUDY_ORDER(a->round, b->round);
    STUDY_ORDER(a->date, b->date);
    STUDY_ORDER(a->weekday, b->weekday);
    return 0;
}

static bool same_sample(const doseau_measurement *a, const doseau_measurement *b)
{
    return a->laboratory == b->laboratory && a->replicate == b->replicate &&
           a->composite == b->composite && a->quantity == b->quantity;
}

/* The result of another substance in the sample of a result: in the same batch, or the only one.
 * NULL: none, or several. */
static const doseau_measurement *beside(const doseau_study *study, const doseau_measurement *m,
                                        uint32_t substance)
{
    doseau_measurement key = *m;
    const doseau_measurement *only = NULL, *own = NULL;
    size_t n = 0;
    key.substance = substance;
    const doseau_measurement *end =
        ITEMS(doseau_measurement, study->measurements) + study->measurements.size;
    const doseau_measurement *at = study_find(&study->measurements, &key, compare_days);
    for (; at && at < end && compare_days(at, &key) == 0; at++) {
        if (!same_sample(at, m)) continue;
        only = at;
        n++;
        if (at->batch == m->batch) own = at;
    }
    return own ? own : n == 1 ? only : NULL;
}

static doseau_sample sum_of(const doseau_measurement parts[], size_t n)
{
    doseau_sample sum = doseau_sample_found(0);
    for (size_t i = 0; i < n; i++) {
        const doseau_sample *v = &parts[i].value;
        sum.lower += v->lower;
        sum.upper += v->upper;
        sum.bounded = sum.bounded && v->bounded;
        if (v->state != DOSEAU_FOUND) sum.state = DOSEAU_NOT_DETECTED;
    }
    if (sum.state != DOSEAU_FOUND && sum.lower > 0) sum.state = DOSEAU_DETECTED;
    if (!sum.bounded) sum.upper = 0;
    return sum;
}

/* The sum of limits; 0: a part has none. */
static double sum_of_limits(const doseau_measurement parts[], size_t n, bool lod)
{
    double sum = 0;
    for (size_t i = 0; i < n; i++) {
        const double limit = lod ? parts[i].lod : parts[i].loq;
        if (!(limit > 0)) return 0;
        sum += limit;
    }
    return sum;
}

/* What component `index` of the budget gives a sum. */
static doseau_status rel_u_of(const doseau_study *study, const doseau_measurement parts[], size_t n,
                              size_t index, double *rel_u)
{
    size_t n_components, group[MOST_PARTS];
    double share[MOST_PARTS], sum[MOST_PARTS] = {0}, variance = 0;
    doseau_key key[MOST_PARTS];
    const doseau_component *c = doseau_study_budget(study, &n_components) + index;
    doseau_sum_shares(parts, n, share);
    for (size_t i = 0; i < n; i++) {
        key[i] = doseau_measurement_key(&parts[i]);
        if (c->scope == DOSEAU_SCOPE_COLUMN)
            key[i].label = doseau_study_label(study, &parts[i], c->column);
    }
    if (doseau_scope_groups(c->scope, key, n, group)) return DOSEAU_ENOMEM;
    for (size_t i = 0; i < n; i++)
        sum[group[i]] += share[i] * doseau_measurement_rel_u(study, &parts[i], index);
    for (size_t i = 0; i < n; i++) variance += sum[i] * sum[i];
    *rel_u = sqrt(variance);
    return DOSEAU_OK;
}

static doseau_status keep_parts(doseau_study *study, const char *sum,
                                const doseau_measurement parts[], size_t n)
{
    size_t n_components;
    study_formed formed = {.first = study->formed_parts.size, .n = n};
    doseau_status status = doseau_study_text(study, sum, &formed.sum);
    doseau_study_budget(study, &n_components);
    study->formed.item_size = sizeof formed;
    study->formed_parts.item_size = sizeof *parts;
    study->formed_rel_u.item_size = sizeof(double);
    for (size_t i = 0; !status && i < n; i++) status = array_add(&study->formed_parts, &parts[i]);
    for (size_t i = 0; !status && i < n_components; i++) {
        double rel_u = 0;
        status = rel_u_of(study, parts, n, i, &rel_u);
        if (!status) status = array_add(&study->formed_rel_u, &rel_u);
    }
    return status ? status : array_add(&study->formed, &formed);
}

static doseau_status add_result(doseau_study *study, const definition *d, uint32_t substance,
                                const doseau_measurement parts[])
{
    doseau_measurement m = parts[0];
    doseau_status status = keep_parts(study, d->sum, parts, d->n);
    if (status) return status;
    m.substance = substance;
    m.formed = (uint32_t)study->formed.size;
    m.value = sum_of(parts, d->n);
    m.lod = sum_of_limits(parts, d->n, true);
    m.loq = sum_of_limits(parts, d->n, false);
    m.enantiomeric_fraction = (doseau_figure){0};
    for (size_t i = 1; i < d->n; i++) {
        if (parts[i].batch != m.batch) m.batch = DOSEAU_NONE;
        m.corrected = m.corrected || parts[i].corrected;
    }
    return array_add(&study->sums, &m);
}

static doseau_status form(doseau_study *study, const definition *d)
{
    text name = {0};
    doseau_measurement parts[MOST_PARTS];
    const uint32_t first = substance_called(study, d->part[0]);
    text_addf(&name, "%s" DOSEAU_FORMED, d->sum);
    const uint32_t substance = name.failed ? DOSEAU_NONE : substance_called(study, name.bytes);
    doseau_status status = substance == DOSEAU_NONE ? DOSEAU_ENOMEM : DOSEAU_OK;
    text_free(&name);
    for (size_t i = 0; !status && i < study->measurements.size; i++) {
        const doseau_measurement *m = &ITEMS(doseau_measurement, study->measurements)[i];
        const doseau_measurement *part = m;
        size_t n = 0;
        if (m->substance != first) continue;
        while (part && part->value.state != DOSEAU_MISSING) {
            parts[n++] = *part;
            if (n == d->n) break;
            part = beside(study, m, substance_called(study, d->part[n]));
        }
        if (n == d->n) status = add_result(study, d, substance, parts);
    }
    return status;
}

/* A sum that was asked for and that no sample has all parts of. */
static void report_unformed(const doseau_study *study, doseau_problems *problems)
{
    const doseau_sum_part *p = study->sum_parts.items;
    const study_formed *formed = study->formed.items;
    for (size_t i = 0; i < study->sum_parts.size; i++) {
        bool done = false;
        for (size_t j = 0; j < i; j++) done = done || p[j].sum == p[i].sum;
        for (size_t j = 0; j < study->formed.size; j++) done = done || formed[j].sum == p[i].sum;
        if (!done)
            STUDY_PROBLEM(study, problems, DOSEAU_WARNING, "no_sum", p[i].origin, "sum",
                          "not formed: no sample has results of two parts or more, and of all");
    }
}

doseau_status study_form_sums(doseau_study *study, doseau_sums which, doseau_problems *problems)
{
    study->sums.item_size = sizeof(doseau_measurement);
    doseau_status status = use_all(study, which, form);
    if (!status && which != DOSEAU_SUMS_NONE) report_unformed(study, problems);
    for (size_t i = 0; !status && i < study->sums.size; i++)
        status = array_add(&study->measurements, &ITEMS(doseau_measurement, study->sums)[i]);
    return status || study->sums.size == 0 ? status : study_order_measurements(study);
}
