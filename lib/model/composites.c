/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/study_data.h"
#include <stdlib.h>

#define REPORT(level, origin, canonical, code, ...)                                                \
    STUDY_PROBLEM(study, problems, level, code, origin, canonical, __VA_ARGS__)

static int compare_codes(const void *left, const void *right)
{
    const doseau_composite *a = left, *b = right;
    STUDY_ORDER(a->code, b->code);
    return 0;
}

static int compare_composites(const void *left, const void *right)
{
    const doseau_composite *a = left, *b = right;
    const int order = compare_codes(a, b);
    return order ? order : study_compare_origins(a->origin, b->origin);
}

static bool same(const doseau_composite *a, const doseau_composite *b)
{
    return a->plant == b->plant && a->date == b->date && a->mode == b->mode &&
           a->start_minute == b->start_minute && !(a->hours < b->hours || a->hours > b->hours);
}

static bool same_composite(const void *left, const void *right)
{
    const doseau_composite *a = left, *b = right;
    return !a->broken && !b->broken && same(a, b);
}

/* Rows that describe a sample alike, as those of a table in which samples stand beside results do,
 * are one. */
static void merge_rows(doseau_study *study)
{
    doseau_composite *c = study->composites.items;
    size_t kept = 0;
    for (size_t i = 0; i < study->composites.size; i++) {
        const bool again =
            kept && c[kept - 1].code == c[i].code && same_composite(&c[kept - 1], &c[i]);
        if (again)
            c[kept - 1].corrected = c[kept - 1].corrected || c[i].corrected;
        else
            c[kept++] = c[i];
    }
    study->composites.size = kept;
}

static void check_composites(const doseau_study *study, doseau_problems *problems)
{
    const doseau_composite *c = study->composites.items;
    for (size_t i = 1, first = 0; i < study->composites.size; i++) {
        if (c[first].code != c[i].code) {
            first = i;
            continue;
        }
        if (c[first].broken || c[i].broken || same(&c[first], &c[i])) continue;
        const doseau_place other = doseau_study_place(study, c[first].origin, NULL);
        REPORT(DOSEAU_ERROR, c[i].origin, "sample", "sample_twice",
               "sample %s is described otherwise in %s:%zu", doseau_study_text_at(study, c[i].code),
               other.file, other.line);
    }
}

/* What a row says of its sample beside the code must agree with the description of the sample. */
static void compare_row(const doseau_study *study, const doseau_measurement *m,
                        const doseau_composite *c, doseau_problems *problems)
{
    const doseau_place other = doseau_study_place(study, c->origin, NULL);
    const char *code = doseau_study_text_at(study, c->code);
    if (m->plant != DOSEAU_NONE && m->plant != c->plant)
        REPORT(DOSEAU_ERROR, m->origin, "plant", "other_plant",
               "sample %s belongs to plant %s in %s:%zu", code,
               doseau_study_plant_name(study, c->plant), other.file, other.line);
    if (m->date != DOSEAU_NO_DATE && m->date != c->date) {
        char day[11];
        doseau_date_format(c->date, day);
        REPORT(DOSEAU_ERROR, m->origin, "date", "other_date",
               "sample %s was started on %s in %s:%zu", code, day, other.file, other.line);
    }
    const doseau_weekday weekday = doseau_date_weekday(c->date);
    if (m->weekday != DOSEAU_NO_WEEKDAY && m->weekday != weekday)
        REPORT(DOSEAU_ERROR, m->origin, "weekday", "other_weekday",
               "sample %s was started on a %s in %s:%zu", code, doseau_weekday_name(weekday),
               other.file, other.line);
}

static void join_composite(const doseau_study *study, doseau_measurement *m, bool used[],
                           doseau_problems *problems)
{
    const doseau_composite key = {.code = m->composite};
    const doseau_composite *c = study_find(&study->composites, &key, compare_codes);
    if (!c) {
        if (!m->broken && study->composites.size && !study->incomplete[DOSEAU_PART_COMPOSITES])
            REPORT(DOSEAU_ERROR, m->origin, "sample", "unknown_sample",
                   "no samples file describes sample %s: its plant and day are not known",
                   doseau_study_text_at(study, m->composite));
        m->broken = true;
        return;
    }
    used[c - ITEMS(doseau_composite, study->composites)] = true;
    m->broken = m->broken || c->broken;
    if (m->broken) return;
    compare_row(study, m, c, problems);
    m->plant = c->plant;
    m->date = c->date;
    m->hours = c->hours;
    m->mode = c->mode;
    m->sample_origin = c->origin;
    if (c->corrected) m->corrected = true;
}

/* Without any sample a row that says plant and day itself needs none: its code has nothing to tell,
 * and is left out. */
static void place_by_row(doseau_study *study, doseau_problems *problems)
{
    doseau_measurement *m = study->measurements.items, *first = NULL;
    uint32_t code = DOSEAU_NONE;
    size_t rows = 0;
    for (size_t i = 0; i < study->measurements.size; i++) {
        if (m[i].composite == DOSEAU_NONE || m[i].plant == DOSEAU_NONE ||
            m[i].date == DOSEAU_NO_DATE)
            continue;
        if (rows++ == 0) first = &m[i], code = m[i].composite;
        m[i].composite = DOSEAU_NONE;
    }
    if (first)
        REPORT(DOSEAU_NOTICE, first->origin, "sample", "sample_by_row",
               "no samples file describes sample %s: the plant and the day of the row itself are "
               "taken, and the code is left out (such rows: %zu)",
               doseau_study_text_at(study, code), rows);
}

/* Without any sample one error stands for all rows. */
static void report_none(const doseau_study *study, doseau_problems *problems)
{
    const doseau_measurement *m = study->measurements.items, *first = NULL;
    size_t rows = 0;
    for (size_t i = 0; i < study->measurements.size; i++)
        if (m[i].composite != DOSEAU_NONE && !m[i].broken && rows++ == 0) first = &m[i];
    if (first && !study->incomplete[DOSEAU_PART_COMPOSITES])
        REPORT(DOSEAU_ERROR, first->origin, "sample", "unknown_sample",
               "there is no samples file to say which plant and day sample %s is of (rows with a "
               "sample: %zu): add one, or give plant and date in each row",
               doseau_study_text_at(study, first->composite), rows);
}

static void report_unused(const doseau_study *study, const bool used[], doseau_problems *problems)
{
    if (study->incomplete[DOSEAU_PART_MEASUREMENTS]) return;
    const doseau_composite *c = study->composites.items;
    for (size_t i = 0; i < study->composites.size; i++) {
        const bool again = i > 0 && c[i - 1].code == c[i].code;
        if (used[i] || again || c[i].broken) continue;
        REPORT(DOSEAU_WARNING, c[i].origin, "sample", "unused_sample",
               "no result belongs to sample %s", doseau_study_text_at(study, c[i].code));
    }
}

doseau_status study_join_composites(doseau_study *study, doseau_problems *problems)
{
    study_sort(&study->composites, compare_composites);
    const doseau_status status =
        study_drop_repeated(study, &study->composites, compare_codes, same_composite);
    bool *used = status ? NULL : calloc(study->composites.size + 1, sizeof *used);
    if (!used) return DOSEAU_ENOMEM;
    merge_rows(study);
    check_composites(study, problems);
    if (study->composites.size == 0 && !study->incomplete[DOSEAU_PART_COMPOSITES])
        place_by_row(study, problems);
    if (study->composites.size == 0) report_none(study, problems);
    doseau_measurement *m = study->measurements.items;
    for (size_t i = 0; i < study->measurements.size; i++)
        if (m[i].composite != DOSEAU_NONE) join_composite(study, &m[i], used, problems);
    report_unused(study, used, problems);
    free(used);
    return DOSEAU_OK;
}
