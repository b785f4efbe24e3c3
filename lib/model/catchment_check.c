/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/study_data.h"
#include <math.h>

/* Shares are rounded, the Dutch ones to 0.01: a plant of many regions misses 100 % by some
 * hundredths. */
static const double widest_percent = 0.1, rounding_percent = 1e-6;

static int compare_regions(const void *left, const void *right)
{
    const doseau_catchment *a = left, *b = right;
    STUDY_ORDER(a->plant, b->plant);
    STUDY_ORDER(a->kind, b->kind);
    STUDY_ORDER(a->code, b->code);
    STUDY_ORDER(a->name, b->name);
    STUDY_ORDER(a->from, b->from);
    return study_compare_origins(a->origin, b->origin);
}

/* ---- Regions that stand twice ---- */

static bool same_region(const doseau_catchment *a, const doseau_catchment *b)
{
    return a->plant == b->plant && a->kind == b->kind && a->code == b->code &&
           (a->code != DOSEAU_NONE || a->name == b->name);
}

static void report_twice(const doseau_study *study, doseau_problems *problems)
{
    const doseau_catchment *row = study->catchments.items, *last = NULL;
    for (size_t i = 0; i < study->catchments.size; i++) {
        if (row[i].plant == DOSEAU_NONE) continue;
        const bool again = last && same_region(last, &row[i]);
        if (again && (last->until == DOSEAU_NO_DATE || row[i].from <= last->until)) {
            const doseau_place other = doseau_study_place(study, last->origin, NULL);
            const uint32_t region = row[i].code != DOSEAU_NONE ? row[i].code : row[i].name;
            STUDY_PROBLEM(study, problems, DOSEAU_ERROR, "region_twice", row[i].origin, NULL,
                          "the row for plant %s and region %s in %s:%zu holds for some of the same "
                          "days",
                          doseau_study_plant_name(study, row[i].plant),
                          doseau_study_text_at(study, region), other.file, other.line);
        } else {
            last = &row[i];
        }
    }
}

/* ---- Shares that do not add up ---- */

/* From a day on a share more, or less. */
typedef struct change {
    doseau_date day; /* DOSEAU_NO_DATE: from the beginning */
    int regions;
    double percent;
} change;

static int compare_changes(const void *left, const void *right)
{
    const change *a = left, *b = right;
    STUDY_ORDER(a->day, b->day);
    return 0;
}

static doseau_status add_changes(array *changes, const doseau_catchment *row)
{
    const double percent = row->share_percent.value;
    const change begin = {row->from, 1, percent}, end = {row->until + 1, -1, -percent};
    const doseau_status status = array_add(changes, &begin);
    if (status || row->until == DOSEAU_NO_DATE) return status;
    return array_add(changes, &end);
}

static void report_sum(const doseau_study *study, const doseau_catchment *first, doseau_date day,
                       double percent, doseau_problems *problems)
{
    char number[DOSEAU_NUMBER_SIZE], date[11];
    doseau_number_format(nearbyint(percent * 1e4) / 1e4, number);
    doseau_date_format(day, date);
    STUDY_PROBLEM(study, problems, DOSEAU_WARNING, "share_sum", first->origin, NULL,
                  "the shares of plant %s in regions %s add up to %s %%%s%s: 99.9 to 100.1 is "
                  "rounding",
                  doseau_study_plant_name(study, first->plant),
                  doseau_study_text_at(study, first->kind), number, *date ? " from " : "", date);
}

/* The first day from which the shares of a plant and kind miss 100 % is named. */
static void check_sum(const doseau_study *study, const doseau_catchment *first, array *changes,
                      doseau_problems *problems)
{
    study_sort(changes, compare_changes);
    const change *c = changes->items;
    double percent = 0;
    int regions = 0;
    for (size_t i = 0; i < changes->size; i++) {
        percent += c[i].percent;
        regions += c[i].regions;
        if (i + 1 < changes->size && c[i + 1].day == c[i].day) continue;
        if (!regions || fabs(percent - 100) <= widest_percent + rounding_percent) continue;
        report_sum(study, first, c[i].day, percent, problems);
        return;
    }
}

/* Of each plant and kind of region all of whose rows tell a share. */
static doseau_status check_sums(const doseau_study *study, doseau_problems *problems)
{
    array changes = {.item_size = sizeof(change)};
    const doseau_catchment *row = study->catchments.items;
    doseau_status status = DOSEAU_OK;
    for (size_t i = 0, rows; !status && i < study->catchments.size; i += rows) {
        bool all = row[i].plant != DOSEAU_NONE;
        changes.size = 0;
        for (rows = 0; i + rows < study->catchments.size; rows++) {
            const doseau_catchment *next = &row[i + rows];
            if (next->plant != row[i].plant || next->kind != row[i].kind) break;
            all = all && !next->broken && next->share_percent.given;
            if (!status && all) status = add_changes(&changes, next);
        }
        if (all && !status) check_sum(study, &row[i], &changes, problems);
    }
    array_free(&changes);
    return status;
}

/* Rows with an error have told what their plant lacks. */
static void drop_broken(doseau_study *study)
{
    doseau_catchment *row = study->catchments.items;
    size_t kept = 0;
    for (size_t i = 0; i < study->catchments.size; i++)
        if (!row[i].broken) row[kept++] = row[i];
    study->catchments.size = kept;
}

doseau_status study_check_catchments(doseau_study *study, doseau_problems *problems)
{
    study_sort(&study->catchments, compare_regions);
    const doseau_status status = check_sums(study, problems);
    drop_broken(study);
    report_twice(study, problems);
    return status ? status : study_report_catchments(study, problems);
}
