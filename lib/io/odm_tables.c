/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "io/odm_tables.h"
#include "io/odm_value.h"
#include <stdlib.h>

/* Which rows the tables have. */

static const doseau_measurement *measurement_at(const odm_tables *made, size_t index)
{
    size_t n;
    return doseau_study_measurements(made->study, &n) + index;
}

static doseau_status add_row(odm_tables *made, odm_kind kind, size_t index)
{
    return array_add(&made->rows, &(odm_row){kind, index});
}

static bool same_day(const doseau_measurement *a, const doseau_measurement *b)
{
    return a->plant == b->plant && a->date == b->date;
}

/* ---- Results ---- */

static doseau_status add_result(odm_tables *made, size_t index)
{
    const doseau_measurement *m = measurement_at(made, index);
    const size_t row = made->rows.size;
    const bool flagged = odm_flag_word(m) != NULL;
    doseau_status status = add_row(made, ODM_VALUE, index);
    if (!status && flagged) status = array_add(&made->flagged, &row);
    if (!status && m->lod > 0) status = add_row(made, ODM_LOD, index);
    if (!status && m->loq > 0) status = add_row(made, ODM_LOQ, index);
    if (!status && (m->lod > 0 || m->loq > 0 || m->batch != DOSEAU_NONE))
        status = array_add(&made->sets, &index);
    made->losses.fractions += m->enantiomeric_fraction.given;
    made->results++;
    return status;
}

/* ---- Days: samples without a code, flows and people of rows ---- */

typedef struct day {
    const doseau_measurement *m;
    size_t index;
} day;

static int compare_days(const void *left, const void *right)
{
    const day *a = left, *b = right;
    if (a->m->plant != b->m->plant) return a->m->plant < b->m->plant ? -1 : 1;
    if (a->m->date != b->m->date) return a->m->date < b->m->date ? -1 : 1;
    return a->index < b->index ? -1 : a->index > b->index;
}

/* Whether a row of the register holds for the day with the same people. */
static bool is_registered(const odm_tables *made, const doseau_measurement *m)
{
    size_t n;
    const doseau_plant *p = doseau_study_plants(made->study, &n);
    for (size_t i = 0; i < n; i++)
        if (p[i].plant == m->plant && p[i].population_persons > 0 &&
            (p[i].from == DOSEAU_NO_DATE || p[i].from <= m->date) &&
            (p[i].until == DOSEAU_NO_DATE || m->date <= p[i].until))
            return true;
    return false;
}

/* One day of a plant: `n` results. */
static doseau_status add_day(odm_tables *made, const day days[], size_t n)
{
    bool flow = false, people = false, sample = false;
    doseau_status status = DOSEAU_OK;
    for (size_t i = 0; !status && i < n; i++) {
        const doseau_measurement *m = days[i].m;
        if (!flow && m->flow_m3_per_day > 0 && !m->flow_joined) {
            flow = true;
            made->losses.meters += m->meter != DOSEAU_NONE;
            status = add_row(made, ODM_FLOW_OF_ROW, days[i].index);
        }
        if (!status && !people && m->population_persons > 0 && !m->population_joined &&
            !is_registered(made, m)) {
            people = true;
            status = add_row(made, ODM_PEOPLE_OF_ROW, days[i].index);
        }
        if (!status && !sample && m->composite == DOSEAU_NONE) {
            sample = true;
            status = array_add(&made->samples, &days[i].index);
        }
    }
    return status;
}

static doseau_status add_days(odm_tables *made)
{
    size_t n;
    doseau_status status = DOSEAU_OK;
    const doseau_measurement *m = doseau_study_measurements(made->study, &n);
    day *days = calloc(n + 1, sizeof *days);
    size_t dated = 0;
    if (!days) return DOSEAU_ENOMEM;
    for (size_t i = 0; i < n; i++)
        if (m[i].date != DOSEAU_NO_DATE) days[dated++] = (day){&m[i], i};
    qsort(days, dated, sizeof *days, compare_days);
    for (size_t i = 0, rows; !status && i < dated; i += rows) {
        for (rows = 1; i + rows < dated && same_day(days[i].m, days[i + rows].m);) rows++;
        status = add_day(made, &days[i], rows);
    }
    free(days);
    return status;
}

/* ---- Other facts ---- */

static doseau_status add_facts(odm_tables *made)
{
    size_t n;
    doseau_status status = DOSEAU_OK;
    const doseau_flow *f = doseau_study_flows(made->study, &n);
    for (size_t i = 0; !status && i < n; i++) {
        made->losses.meters += f[i].meter != DOSEAU_NONE;
        status = add_row(made, ODM_FLOW, i);
    }
    const doseau_plant *p = doseau_study_plants(made->study, &n);
    for (size_t i = 0; !status && i < n; i++) {
        made->losses.countries += p[i].country != DOSEAU_NONE;
        if (p[i].population_persons > 0) status = add_row(made, ODM_PEOPLE, i);
    }
    return status;
}

static doseau_status add_once(array *list, bool seen[], uint32_t index)
{
    if (index == DOSEAU_NONE || seen[index]) return DOSEAU_OK;
    seen[index] = true;
    return array_add(list, &index);
}

static uint32_t most(uint32_t a, uint32_t b)
{
    return b != DOSEAU_NONE && b > a ? b : a;
}

/* Plants that anything is told of, and laboratories. */
static doseau_status add_names(odm_tables *made)
{
    size_t n, flows, plants;
    const doseau_measurement *m = doseau_study_measurements(made->study, &n);
    const doseau_flow *f = doseau_study_flows(made->study, &flows);
    const doseau_plant *p = doseau_study_plants(made->study, &plants);
    uint32_t last = 0;
    for (size_t i = 0; i < n; i++) last = most(most(last, m[i].plant), m[i].laboratory);
    for (size_t i = 0; i < flows; i++) last = most(last, f[i].plant);
    for (size_t i = 0; i < plants; i++) last = most(last, p[i].plant);
    bool *site = calloc((size_t)last + 1, sizeof *site);
    bool *laboratory = calloc((size_t)last + 1, sizeof *laboratory);
    doseau_status status = site && laboratory ? DOSEAU_OK : DOSEAU_ENOMEM;
    for (size_t i = 0; !status && i < n; i++) {
        status = add_once(&made->sites, site, m[i].plant);
        if (!status) status = add_once(&made->laboratories, laboratory, m[i].laboratory);
    }
    for (size_t i = 0; !status && i < flows; i++) status = add_once(&made->sites, site, f[i].plant);
    for (size_t i = 0; !status && i < plants; i++)
        status = add_once(&made->sites, site, p[i].plant);
    free(site);
    free(laboratory);
    return status;
}

doseau_status odm_tables_make(const doseau_study *study, odm_tables *made)
{
    size_t n;
    doseau_status status = DOSEAU_OK;
    *made = (odm_tables){.study = study,
                         .rows = {.item_size = sizeof(odm_row)},
                         .flagged = {.item_size = sizeof(size_t)},
                         .sets = {.item_size = sizeof(size_t)},
                         .samples = {.item_size = sizeof(size_t)},
                         .sites = {.item_size = sizeof(uint32_t)},
                         .laboratories = {.item_size = sizeof(uint32_t)}};
    const doseau_measurement *m = doseau_study_measurements(study, &n);
    for (size_t i = 0; !status && i < n; i++)
        if (m[i].date != DOSEAU_NO_DATE)
            status = add_result(made, i);
        else
            made->losses.undated++;
    if (!status) status = add_facts(made);
    if (!status) status = add_days(made);
    if (!status) status = add_names(made);
    if (status) odm_tables_free(made);
    return status;
}

void odm_tables_free(odm_tables *made)
{
    array *const lists[] = {&made->rows,    &made->flagged, &made->sets,
                            &made->samples, &made->sites,   &made->laboratories};
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) array_free(lists[i]);
}
