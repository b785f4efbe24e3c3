/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "io/odm_wide_rows.h"
#include "base/search.h"
#include "io/odm_name.h"
#include <stdlib.h>
#include <string.h>

#define CELLS(rows) ((odm_wide_cell *)(rows)->cells.items)
#define MEASURES(rows) ((odm_measure *)(rows)->measures.items)

#define ORDER(a, b)                                                                                \
    if ((a) != (b)) return (a) < (b) ? -1 : 1
#define ORDER_NUMBER(a, b)                                                                         \
    if ((a) < (b) || (a) > (b)) return (a) < (b) ? -1 : 1

uint32_t odm_wide_basis(const doseau_study *study, const doseau_measurement *m)
{
    const bool marker = doseau_is_marker(doseau_study_text_at(study, m->population_basis));
    return marker && !m->flow_cancels ? DOSEAU_NONE : m->population_basis;
}

/* ---- Measures ---- */

static int compare_measures(const void *left, const void *right)
{
    const odm_measure *a = left, *b = right;
    ORDER(a->substance, b->substance);
    ORDER(a->quantity, b->quantity);
    ORDER(a->replicate, b->replicate);
    return 0;
}

static odm_measure measure_of(const odm_wide_rows *made, const doseau_measurement *m)
{
    return (odm_measure){.substance = m->substance,
                         .replicate = made->replicate_rows ? DOSEAU_NONE : m->replicate,
                         .quantity = m->quantity};
}

/* The measures that the cells have, each once. */
static doseau_status list_measures(odm_wide_rows *made)
{
    doseau_status status = DOSEAU_OK;
    for (size_t i = 0; !status && i < made->cells.size; i++) {
        const odm_measure measure = measure_of(made, CELLS(made)[i].m);
        status = array_add(&made->measures, &measure);
    }
    odm_measure *all = MEASURES(made);
    size_t n = 0;
    if (status || !made->measures.size) return status;
    qsort(all, made->measures.size, sizeof *all, compare_measures);
    for (size_t i = 0; i < made->measures.size; i++)
        if (i == 0 || compare_measures(&all[n - 1], &all[i])) all[n++] = all[i];
    made->measures.size = n;
    for (size_t i = 0; i < made->cells.size; i++) {
        const odm_measure measure = measure_of(made, CELLS(made)[i].m);
        const odm_measure *found = bsearch(&measure, all, n, sizeof *all, compare_measures);
        CELLS(made)[i].measure = (size_t)(found - all);
    }
    return DOSEAU_OK;
}

/* ---- Rows ---- */

/* Of one row, but for a second result of the same measure. */
static int compare_samples(const odm_wide_cell *left, const odm_wide_cell *right)
{
    const doseau_measurement *a = left->m, *b = right->m;
    ORDER(a->plant, b->plant);
    ORDER(a->date, b->date);
    ORDER(a->composite, b->composite);
    ORDER(a->laboratory, b->laboratory);
    ORDER(a->batch, b->batch);
    ORDER(left->replicate, right->replicate);
    ORDER_NUMBER(a->flow_m3_per_day, b->flow_m3_per_day);
    ORDER_NUMBER(a->population_persons, b->population_persons);
    ORDER(a->population_basis, b->population_basis);
    ORDER(a->flow_cancels, b->flow_cancels);
    ORDER_NUMBER(a->hours, b->hours);
    ORDER(a->mode, b->mode);
    return 0;
}

static int compare_repeats(const void *left, const void *right)
{
    const odm_wide_cell *a = left, *b = right;
    const int order = compare_samples(a, b);
    if (order) return order;
    ORDER(a->measure, b->measure);
    return a->m < b->m ? -1 : a->m > b->m;
}

static int compare_cells(const void *left, const void *right)
{
    const odm_wide_cell *a = left, *b = right;
    const int order = compare_samples(a, b);
    if (order) return order;
    ORDER(a->again, b->again);
    ORDER(a->measure, b->measure);
    return 0;
}

static doseau_status list_rows(odm_wide_rows *made)
{
    odm_wide_cell *c = CELLS(made);
    const size_t n = made->cells.size;
    doseau_status status = DOSEAU_OK;
    if (n) qsort(c, n, sizeof *c, compare_repeats);
    for (size_t i = 1; i < n; i++)
        if (c[i].measure == c[i - 1].measure && !compare_samples(&c[i], &c[i - 1]))
            c[i].again = c[i - 1].again + 1;
    if (n) qsort(c, n, sizeof *c, compare_cells);
    for (size_t i = 0; !status && i < n; i++)
        if (i == 0 || c[i].again != c[i - 1].again || compare_samples(&c[i - 1], &c[i]))
            status = array_add(&made->first, &i);
    return status ? status : array_add(&made->first, &n);
}

/* A name that can be a part of another: letters, digits and what no name is parted at. */
static bool is_part(const char *name)
{
    return !odm_is_missing(name) && !strpbrk(name, "_.") && strlen(name) < 32;
}

static doseau_status list_cells(odm_wide_rows *made)
{
    size_t n;
    doseau_status status = DOSEAU_OK;
    const doseau_measurement *m = doseau_study_measurements(made->study, &n);
    for (size_t i = 0; !status && i < n; i++) {
        if (m[i].date == DOSEAU_NO_DATE) {
            made->losses.undated++;
            continue;
        }
        made->losses.fractions += m[i].enantiomeric_fraction.given;
        made->losses.meters += m[i].meter != DOSEAU_NONE;
        made->losses.bases += odm_wide_basis(made->study, &m[i]) != m[i].population_basis;
        made->lod = made->lod || m[i].lod > 0;
        made->loq = made->loq || m[i].loq > 0;
        if (m[i].replicate != DOSEAU_NONE &&
            !is_part(doseau_study_text_at(made->study, m[i].replicate)))
            made->replicate_rows = true;
        status = array_add(&made->cells, &(odm_wide_cell){.m = &m[i], .replicate = DOSEAU_NONE});
    }
    for (size_t i = 0; made->replicate_rows && i < made->cells.size; i++)
        CELLS(made)[i].replicate = CELLS(made)[i].m->replicate;
    return status;
}

/* ---- Losses ---- */

static int compare_days(const void *left, const void *right)
{
    const doseau_measurement *a = ((const odm_wide_cell *)left)->m,
                             *b = ((const odm_wide_cell *)right)->m;
    ORDER(a->plant, b->plant);
    ORDER(a->date, b->date);
    return 0;
}

static bool has_day(const odm_wide_rows *made, uint32_t plant, doseau_date date)
{
    const doseau_measurement day = {.plant = plant, .date = date};
    const odm_wide_cell key = {.m = &day};
    return search_find(made->cells.items, made->cells.size, sizeof key, &key, compare_days);
}

/* Of the codes that composites have. */
static doseau_status count_samples(odm_wide_rows *made)
{
    size_t n;
    uint32_t most = 0;
    const doseau_composite *c = doseau_study_composites(made->study, &n);
    for (size_t i = 0; i < n; i++)
        if (c[i].code > most) most = c[i].code;
    bool *used = calloc((size_t)most + 1, sizeof *used);
    if (!used) return DOSEAU_ENOMEM;
    for (size_t i = 0; i < made->cells.size; i++)
        if (CELLS(made)[i].m->composite <= most) used[CELLS(made)[i].m->composite] = true;
    for (size_t i = 0; i < n; i++) made->losses.samples += !used[c[i].code];
    free(used);
    return DOSEAU_OK;
}

static doseau_status count_losses(odm_wide_rows *made)
{
    size_t flows, plants;
    const doseau_flow *f = doseau_study_flows(made->study, &flows);
    const doseau_plant *p = doseau_study_plants(made->study, &plants);
    for (size_t i = 0; i < flows; i++) made->losses.flows += !has_day(made, f[i].plant, f[i].date);
    for (size_t i = 0; i < plants; i++) {
        made->losses.titles += p[i].title != DOSEAU_NONE;
        made->losses.countries += p[i].country != DOSEAU_NONE;
    }
    return count_samples(made);
}

doseau_status odm_wide_rows_make(const doseau_study *study, odm_wide_rows *made)
{
    *made = (odm_wide_rows){.study = study,
                            .measures = {.item_size = sizeof(odm_measure)},
                            .cells = {.item_size = sizeof(odm_wide_cell)},
                            .first = {.item_size = sizeof(size_t)}};
    doseau_status status = list_cells(made);
    if (!status) status = list_measures(made);
    if (!status) status = list_rows(made);
    if (!status) status = count_losses(made);
    if (status) odm_wide_rows_free(made);
    return status;
}

void odm_wide_rows_free(odm_wide_rows *made)
{
    array_free(&made->measures);
    array_free(&made->cells);
    array_free(&made->first);
}
