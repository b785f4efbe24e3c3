/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/study_data.h"
#include <doseau/check_rule.h>
#include <doseau/month_mean.h>
#include <doseau/quality.h>
#include <stdlib.h>
#include <string.h>

void study_drop_broken(doseau_study *study)
{
    doseau_measurement *m = study->measurements.items;
    size_t kept = 0;
    for (size_t i = 0; i < study->measurements.size; i++)
        if (!m[i].broken) m[kept++] = m[i];
    study->dropped = study->dropped || kept < study->measurements.size;
    study->measurements.size = kept;
}

void study_drop_lost(doseau_study *study)
{
    doseau_measurement *m = study->measurements.items;
    for (size_t i = 0; i < study->measurements.size; i++) m[i].broken = m[i].lost;
    study_drop_broken(study);
}

typedef struct named {
    const char *name;
    uint32_t index;
} named;

static int compare_named(const void *left, const void *right)
{
    return strcmp(((const named *)left)->name, ((const named *)right)->name);
}

/* Puts a list of names into byte order; moved[old index] is the new one. */
static doseau_status sort_names(names **list, uint32_t **moved)
{
    const size_t n = names_size(*list);
    named *sorted = calloc(n + 1, sizeof *sorted);
    *moved = calloc(n + 1, sizeof **moved);
    names *fresh = names_new();
    doseau_status status = sorted && *moved && fresh ? DOSEAU_OK : DOSEAU_ENOMEM;
    for (uint32_t i = 0; !status && i < n; i++) sorted[i] = (named){names_at(*list, i), i};
    if (!status) qsort(sorted, n, sizeof *sorted, compare_named);
    for (uint32_t i = 0; !status && i < n; i++) {
        (*moved)[sorted[i].index] = i;
        if (names_add(fresh, sorted[i].name) == NAMES_NONE) status = DOSEAU_ENOMEM;
    }
    free(sorted);
    if (status) {
        names_free(fresh);
        return status;
    }
    names_free(*list);
    *list = fresh;
    return DOSEAU_OK;
}

static void move(uint32_t *index, const uint32_t *moved)
{
    if (*index != DOSEAU_NONE) *index = moved[*index];
}

static void move_plants(doseau_study *s, const uint32_t *to)
{
    for (size_t i = 0; i < s->measurements.size; i++)
        move(&ITEMS(doseau_measurement, s->measurements)[i].plant, to);
    for (size_t i = 0; i < s->composites.size; i++)
        move(&ITEMS(doseau_composite, s->composites)[i].plant, to);
    for (size_t i = 0; i < s->flows.size; i++) move(&ITEMS(doseau_flow, s->flows)[i].plant, to);
    for (size_t i = 0; i < s->plants.size; i++) move(&ITEMS(doseau_plant, s->plants)[i].plant, to);
    for (size_t i = 0; i < s->events.size; i++) move(&ITEMS(doseau_event, s->events)[i].plant, to);
    for (size_t i = 0; i < s->printed.size; i++)
        move(&ITEMS(doseau_printed, s->printed)[i].plant, to);
    for (size_t i = 0; i < s->month_means.size; i++)
        move(&ITEMS(doseau_month_mean, s->month_means)[i].plant, to);
    for (size_t i = 0; i < s->components.size; i++)
        move(&ITEMS(doseau_component, s->components)[i].plant, to);
    for (size_t i = 0; i < s->catchments.size; i++)
        move(&ITEMS(doseau_catchment, s->catchments)[i].plant, to);
}

static doseau_status move_substances(doseau_study *s, const uint32_t *to)
{
    const size_t n = names_size(s->substance_names);
    const doseau_substance **known = calloc(n + 1, sizeof *known);
    if (!known) return DOSEAU_ENOMEM;
    for (size_t i = 0; i < n; i++) known[to[i]] = s->known[i];
    free(s->known);
    s->known = known;
    for (size_t i = 0; i < s->measurements.size; i++)
        move(&ITEMS(doseau_measurement, s->measurements)[i].substance, to);
    for (size_t i = 0; i < s->printed.size; i++)
        move(&ITEMS(doseau_printed, s->printed)[i].substance, to);
    for (size_t i = 0; i < s->month_means.size; i++)
        move(&ITEMS(doseau_month_mean, s->month_means)[i].substance, to);
    for (size_t i = 0; i < s->components.size; i++)
        move(&ITEMS(doseau_component, s->components)[i].substance, to);
    for (size_t i = 0; i < s->priors.size; i++)
        move(&ITEMS(doseau_own_prior, s->priors)[i].substance, to);
    for (size_t i = 0; i < s->bridging.size; i++)
        move(&ITEMS(doseau_bridging, s->bridging)[i].substance, to);
    for (size_t i = 0; i < s->quality.size; i++)
        move(&ITEMS(doseau_quality, s->quality)[i].substance, to);
    for (size_t i = 0; i < s->windows.size; i++)
        move(&ITEMS(doseau_check_window, s->windows)[i].substance, to);
    return DOSEAU_OK;
}

doseau_status study_order_names(doseau_study *study)
{
    uint32_t *plants = NULL, *substances = NULL;
    doseau_status status = sort_names(&study->plant_names, &plants);
    if (!status) move_plants(study, plants);
    if (!status) status = sort_names(&study->substance_names, &substances);
    if (!status) status = move_substances(study, substances);
    free(plants);
    free(substances);
    return status;
}

/* The key of a result, as it is told in doseau(1); texts by their order then.
 */
static int compare_keys(const doseau_measurement *a, const doseau_measurement *b)
{
    STUDY_ORDER(a->plant, b->plant);
    STUDY_ORDER(a->substance, b->substance);
    STUDY_ORDER(a->round, b->round);
    STUDY_ORDER(a->date, b->date);
    STUDY_ORDER(a->weekday, b->weekday);
    STUDY_ORDER(a->laboratory, b->laboratory);
    STUDY_ORDER(a->batch, b->batch);
    STUDY_ORDER(a->replicate, b->replicate);
    return 0;
}

static int compare_measurements(const void *left, const void *right)
{
    const doseau_measurement *a = left, *b = right;
    const int order = compare_keys(a, b);
    if (order) return order;
    return study_compare_origins(a->origin, b->origin);
}

static int compare_events(const void *left, const void *right)
{
    const doseau_event *a = left, *b = right;
    STUDY_ORDER(a->date, b->date);
    return study_compare_origins(a->origin, b->origin);
}

static int compare_event_days(const void *left, const void *right)
{
    const doseau_event *a = left, *b = right;
    STUDY_ORDER(a->date, b->date);
    return 0;
}

static bool same_event(const void *left, const void *right)
{
    const doseau_event *a = left, *b = right;
    return a->plant == b->plant && a->event == b->event && a->note == b->note;
}

doseau_status study_order_events(doseau_study *study)
{
    study_sort(&study->events, compare_events);
    return study_drop_repeated(study, &study->events, compare_event_days, same_event);
}

static int compare_composites(const void *left, const void *right)
{
    const doseau_composite *a = left, *b = right;
    STUDY_ORDER(a->plant, b->plant);
    STUDY_ORDER(a->date, b->date);
    STUDY_ORDER(a->start_minute, b->start_minute);
    return study_compare_origins(a->origin, b->origin);
}

void study_order_composites(doseau_study *study)
{
    study_sort(&study->composites, compare_composites);
}

/* Laboratories, batches and replicates are told apart by their texts' places in byte order, so that
 * the order of rows does not depend on which was met first. */
static void move_texts(doseau_study *study, const uint32_t *to)
{
    doseau_measurement *m = study->measurements.items;
    for (size_t i = 0; i < study->measurements.size; i++) {
        move(&m[i].laboratory, to);
        move(&m[i].batch, to);
        move(&m[i].replicate, to);
    }
}

doseau_status study_order_measurements(doseau_study *study)
{
    const uint32_t n = (uint32_t)names_size(study->texts);
    named *sorted = calloc((size_t)n + 1, sizeof *sorted);
    uint32_t *rank = calloc((size_t)n + 1, sizeof *rank),
             *back = calloc((size_t)n + 1, sizeof *back);
    const doseau_status status = sorted && rank && back ? DOSEAU_OK : DOSEAU_ENOMEM;
    if (!status) {
        for (uint32_t i = 0; i < n; i++) sorted[i] = (named){names_at(study->texts, i), i};
        if (n) qsort(sorted, n, sizeof *sorted, compare_named);
        for (uint32_t i = 0; i < n; i++) rank[back[i] = sorted[i].index] = i;
        move_texts(study, rank);
        study_sort(&study->measurements, compare_measurements);
        move_texts(study, back);
    }
    free(sorted);
    free(rank);
    free(back);
    return status;
}

void study_report_mixed_dating(const doseau_study *study, doseau_problems *problems)
{
    const doseau_measurement *m = study->measurements.items;
    for (size_t i = 1; i < study->measurements.size; i++) {
        const bool same = m[i].plant == m[i - 1].plant && m[i].substance == m[i - 1].substance &&
                          m[i].round == m[i - 1].round;
        /* Rows without a date come first. */
        if (!same || m[i].date == DOSEAU_NO_DATE || m[i - 1].date != DOSEAU_NO_DATE) continue;
        STUDY_PROBLEM(study, problems, DOSEAU_ERROR, "mixed_dating", m[i - 1].origin, "weekday",
                      "other rows of this round, plant and substance have a date, this one has "
                      "none: one day may stand twice");
    }
}

static bool same_number(double a, double b)
{
    return !(a < b) && !(a > b);
}

/* Flow and people of a day have been held against each other by now. */
static bool same_result(const void *left, const void *right)
{
    const doseau_measurement *a = left, *b = right;
    const doseau_figure *x = &a->enantiomeric_fraction, *y = &b->enantiomeric_fraction;
    return a->quantity == b->quantity && a->value.state == b->value.state &&
           a->value.bounded == b->value.bounded && same_number(a->value.lower, b->value.lower) &&
           same_number(a->value.upper, b->value.upper) && same_number(a->lod, b->lod) &&
           same_number(a->loq, b->loq) && x->given == y->given && same_number(x->value, y->value);
}

static int compare_key_order(const void *left, const void *right)
{
    return compare_keys(left, right);
}

doseau_status study_drop_repeated_results(doseau_study *study)
{
    return study_drop_repeated(study, &study->measurements, compare_key_order, same_result);
}

void study_report_duplicates(const doseau_study *study, doseau_problems *problems)
{
    const doseau_measurement *m = study->measurements.items;
    const doseau_origin *reported = NULL; /* results of one line are one error */
    for (size_t i = 1, first = 0; i < study->measurements.size; i++) {
        if (compare_keys(&m[first], &m[i]) != 0) {
            first = i;
            continue;
        }
        if (reported && reported->file == m[i].origin.file && reported->line == m[i].origin.line)
            continue;
        reported = &m[i].origin;
        const doseau_place other = doseau_study_place(study, m[first].origin, NULL);
        const doseau_origin line = {m[i].origin.file, m[i].origin.line, 0};
        const bool elsewhere = m[first].origin.file != m[i].origin.file;
        STUDY_PROBLEM(
            study, problems, DOSEAU_ERROR, "duplicate", line, "substance",
            elsewhere ? "another result of this plant, day, substance, laboratory, batch "
                        "and replicate stands in %s:%zu: where one file replaces the other, read "
                        "only the newer"
                      : "the same plant, day, substance, laboratory, batch and replicate "
                        "stand in %s:%zu; number repeated analyses in the column "
                        "`replicate`",
            other.file, other.line);
    }
}
