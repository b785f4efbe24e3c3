/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/study_data.h"
#include <doseau/catchment.h>
#include <stdlib.h>

doseau_status doseau_study_add_catchment(doseau_study *study, const doseau_catchment *row)
{
    return array_add(&study->catchments, row);
}

const doseau_catchment *doseau_study_catchments(const doseau_study *study, size_t *n)
{
    *n = study->catchments.size;
    return study->catchments.items;
}

doseau_figure doseau_catchment_people(const doseau_study *study, const doseau_catchment *row)
{
    doseau_figure people = row->people;
    if (people.given || !row->share_percent.given || row->plant == DOSEAU_NONE) return people;
    const doseau_plant *p = study_plant_on(study, row->plant, row->from, NULL);
    people.given = p && p->population_persons > 0;
    if (people.given) people.value = row->share_percent.value / 100 * p->population_persons;
    return people;
}

/* ---- The people of whole plants ---- */

static int compare_populations(const void *left, const void *right)
{
    const doseau_catchment *a = left, *b = right;
    STUDY_ORDER(a->plant, b->plant);
    STUDY_ORDER(a->plant_population_persons, b->plant_population_persons);
    return study_compare_origins(a->origin, b->origin);
}

static bool same_population(const doseau_catchment *a, const doseau_catchment *b)
{
    /* Registers of years apart may tell the same number with another between them. */
    if (a->of_register && b->of_register && a->origin.file != b->origin.file) return false;
    return a->plant == b->plant && !(a->plant_population_persons < b->plant_population_persons) &&
           !(a->plant_population_persons > b->plant_population_persons);
}

/* From the first day that a row of the same population holds until the last; DOSEAU_NO_DATE, the
 * smallest number, is open. */
static void widen(doseau_plant *plant, const doseau_catchment *row)
{
    if (row->from < plant->from) plant->from = row->from;
    if (row->until == DOSEAU_NO_DATE)
        plant->until = DOSEAU_NO_DATE;
    else if (plant->until != DOSEAU_NO_DATE && row->until > plant->until)
        plant->until = row->until;
}

/* Of which plants a plants file tells the people; NULL: out of memory. */
static bool *find_registered(const doseau_study *study)
{
    bool *known = calloc(names_size(study->plant_names) + 1, sizeof *known);
    const doseau_plant *p = study->plants.items;
    for (size_t i = 0; known && i < study->plants.size; i++)
        known[p[i].plant] = known[p[i].plant] || p[i].population_persons > 0;
    return known;
}

/* What a plants file says of a plant goes before. */
static void report_unused(const doseau_study *study, const doseau_catchment *first, size_t plants,
                          doseau_problems *problems)
{
    if (plants)
        STUDY_PROBLEM(study, problems, DOSEAU_NOTICE, "population_unused", first->origin, "plant",
                      "a plants file has rows for plant %s: its population here is not used (such "
                      "plants: %zu)",
                      doseau_study_plant_name(study, first->plant), plants);
}

static doseau_status add_population(doseau_study *study, const doseau_catchment *row, size_t rows,
                                    uint32_t basis)
{
    doseau_plant plant = {.origin = row->origin,
                          .plant = row->plant,
                          .title = row->plant_title,
                          .country = DOSEAU_NONE,
                          .population_persons = row->plant_population_persons,
                          .population_basis = basis,
                          .from = row->from,
                          .until = row->until};
    for (size_t i = 0; i < rows; i++) {
        widen(&plant, &row[i]);
        plant.corrected = plant.corrected || row[i].population_corrected;
    }
    return doseau_study_add_plant(study, &plant);
}

/* A row of the register for each population of a plant. */
static doseau_status add_populations(doseau_study *study, const bool registered[],
                                     doseau_problems *problems)
{
    uint32_t basis;
    doseau_status status = doseau_study_text(study, "register", &basis);
    const doseau_catchment *row = study->catchments.items, *unused = NULL;
    const size_t n = study->catchments.size;
    size_t n_unused = 0;
    for (size_t i = 0, rows; !status && i < n; i += rows) {
        for (rows = 1; i + rows < n && same_population(&row[i], &row[i + rows]);) rows++;
        if (row[i].plant == DOSEAU_NONE || !(row[i].plant_population_persons > 0)) continue;
        if (!registered[row[i].plant]) {
            status = add_population(study, &row[i], rows, basis);
            continue;
        }
        n_unused += !unused || unused->plant != row[i].plant;
        if (!unused) unused = &row[i];
    }
    report_unused(study, unused, n_unused, problems);
    return status;
}

doseau_status study_join_catchments(doseau_study *study, doseau_problems *problems)
{
    if (study->catchments.size == 0) return DOSEAU_OK;
    doseau_status status = study_end_registers(study, problems);
    study_sort(&study->catchments, compare_populations);
    bool *registered = status ? NULL : find_registered(study);
    if (!status) status = registered ? add_populations(study, registered, problems) : DOSEAU_ENOMEM;
    free(registered);
    return status ? status : study_check_catchments(study, problems);
}

static int compare_places(const void *left, const void *right)
{
    const doseau_catchment *a = left, *b = right;
    STUDY_ORDER(a->plant, b->plant);
    return study_compare_origins(a->origin, b->origin);
}

void study_order_catchments(doseau_study *study)
{
    study_sort(&study->catchments, compare_places);
}
