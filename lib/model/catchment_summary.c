/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/text.h"
#include "model/study_data.h"
#include <string.h>

static int compare_kinds(const void *left, const void *right)
{
    const doseau_catchment *a = left, *b = right;
    STUDY_ORDER(a->kind, b->kind);
    STUDY_ORDER(a->code, b->code);
    STUDY_ORDER(a->code == DOSEAU_NONE ? a->name : 0, b->code == DOSEAU_NONE ? b->name : 0);
    return 0;
}

/* "345 municipalities (GM)": a number of regions of a kind. */
static void add_regions(text *words, size_t n, const char *kind)
{
    static const struct {
        const char *kind, *one, *many;
    } known[] = {{"GM", "municipality (GM)", "municipalities (GM)"},
                 {"VR", "safety region (VR)", "safety regions (VR)"},
                 {"municipality", "municipality", "municipalities"}};
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        if (strcmp(kind, known[i].kind) != 0) continue;
        text_addf(words, "%zu %s", n, n == 1 ? known[i].one : known[i].many);
        return;
    }
    text_addf(words, "%zu region%s of kind \"%s\"", n, n == 1 ? "" : "s", kind);
}

/* The rows come sorted by plant. */
static size_t count_plants(const doseau_study *study, const doseau_catchment **first)
{
    const doseau_catchment *row = study->catchments.items;
    size_t plants = 0;
    *first = NULL;
    for (size_t i = 0; i < study->catchments.size; i++) {
        if (row[i].plant == DOSEAU_NONE) continue;
        plants += i == 0 || row[i].plant != row[i - 1].plant;
        if (!*first || study_compare_origins(row[i].origin, (*first)->origin) < 0) *first = &row[i];
    }
    return plants;
}

/* Sorted by kind and region; those where plants serve people. */
static void add_kinds(const doseau_study *study, text *words)
{
    const doseau_catchment *row = study->catchments.items, *last = NULL;
    size_t regions = 0;
    for (size_t i = 0; i < study->catchments.size; i++) {
        if (row[i].plant == DOSEAU_NONE) continue;
        const bool same = last && last->kind == row[i].kind;
        if (last && !same) {
            add_regions(words, regions, doseau_study_text_at(study, last->kind));
            text_add_string(words, ", ");
        }
        regions = !same ? 1 : regions + (compare_kinds(last, &row[i]) != 0);
        last = &row[i];
    }
    if (last) add_regions(words, regions, doseau_study_text_at(study, last->kind));
}

static doseau_status report_summary(doseau_study *study, doseau_problems *problems)
{
    text words = {0};
    const doseau_catchment *first;
    const size_t plants = count_plants(study, &first);
    if (!first) return DOSEAU_OK;
    const doseau_origin origin = first->origin;
    study_sort(&study->catchments, compare_kinds);
    add_kinds(study, &words);
    const doseau_status status = words.failed ? DOSEAU_ENOMEM : DOSEAU_OK;
    if (!status)
        STUDY_PROBLEM(study, problems, DOSEAU_NOTICE, "catchments", origin, NULL,
                      "the catchments of %zu plant%s: %s", plants, plants == 1 ? "" : "s",
                      words.bytes);
    text_free(&words);
    return status;
}

static int compare_notes(const void *left, const void *right)
{
    const doseau_catchment *a = left, *b = right;
    STUDY_ORDER(a->plant, b->plant);
    STUDY_ORDER(a->note, b->note);
    return study_compare_origins(a->origin, b->origin);
}

/* Registers of several years tell of the same people. */
static bool same_note(const doseau_catchment *a, const doseau_catchment *b)
{
    const bool registers = a->of_register && b->of_register;
    return a->plant == b->plant && a->note == b->note &&
           (!registers || a->origin.file == b->origin.file);
}

/* The people and regions of `rows` rows of no plant; each kind of region counts the people once. */
static void report_note(const doseau_study *study, const doseau_catchment row[], size_t rows,
                        doseau_problems *problems)
{
    double people = 0;
    size_t regions = 0;
    char number[DOSEAU_NUMBER_SIZE];
    text words = {0};
    for (size_t i = 0; i < rows; i++) {
        if (row[i].kind != row->kind) continue;
        people += row[i].people.value;
        regions++;
    }
    doseau_number_format(people, number);
    add_regions(&words, regions, doseau_study_text_at(study, row->kind));
    STUDY_PROBLEM(study, problems, DOSEAU_NOTICE, "no_plant", row->origin, NULL,
                  "people of no plant, \"%s\": %s in %s (rows: %zu)",
                  doseau_study_text_at(study, row->note), number, words.bytes ? words.bytes : "",
                  rows);
    text_free(&words);
}

static void report_unserved(doseau_study *study, doseau_problems *problems)
{
    study_sort(&study->catchments, compare_notes);
    const doseau_catchment *row = study->catchments.items;
    for (size_t i = 0, rows; i < study->catchments.size; i += rows) {
        for (rows = 1; i + rows < study->catchments.size; rows++)
            if (!same_note(&row[i], &row[i + rows])) break;
        if (row[i].plant == DOSEAU_NONE) report_note(study, &row[i], rows, problems);
    }
}

doseau_status study_report_catchments(doseau_study *study, doseau_problems *problems)
{
    const doseau_status status = report_summary(study, problems);
    if (!status) report_unserved(study, problems);
    return status;
}
