/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/text.h"
#include "io/compact.h"
#include "io/composite_index.h"
#include "io/odm_name.h"
#include "io/odm_value.h"
#include "io/odm_wide_rows.h"
#include <stdlib.h>
#include <string.h>

/* A study as a wide table of PHES-ODM 2. */

struct doseau_odm_wide {
    odm_wide_rows rows;
    composite_index by_code;
    array columns; /* doseau_column */
    array names;   /* char *: those of measures */
    doseau_table whole;
    compact made;
};

static const doseau_column of_row[] = {
    {"sm_sampleID", "", NULL},
    {"si_siteID", "", NULL},
    {"sm_collDTStart", "", NULL},
    {"sm_collType", "", NULL},
    {"sm_collPer", "h", NULL},
    {"mr_organizationID", "", NULL},
    {"ms_name", "", NULL},
    {"mr_index", "", NULL},
    {"wat_si_NA_floRate_m3D_sin_NR_value", "m3/d", NULL},
    {"hum_si_NA_popServ_peeps_sin_NR_value", "persons", NULL},
    {"hum_si_NA_popServ_peeps_sin_NR_notes", "", NULL},
};
enum { OF_ROW = sizeof of_row / sizeof *of_row };

/* ---- Columns ---- */

/* Takes the name. */
static doseau_status add_column(doseau_odm_wide *w, text *name, const char *unit)
{
    doseau_status status = name->failed ? DOSEAU_ENOMEM : array_add(&w->names, &name->bytes);
    if (status) {
        text_free(name);
        return status;
    }
    return array_add(&w->columns, &(doseau_column){name->bytes, unit, NULL});
}

static doseau_status add_of_measure(doseau_odm_wide *w, const odm_measure *measure,
                                    const char *attribute, const char *unit)
{
    const doseau_study *study = w->rows.study;
    const char *replicate = doseau_study_text_at(study, measure->replicate);
    text name = {0};
    text_addf(&name, "wat_sa_liq_%s_%s_sin_%s_%s",
              doseau_study_substance_name(study, measure->substance),
              odm_result_unit(measure->quantity), *replicate ? replicate : "NR", attribute);
    return add_column(w, &name, unit);
}

/* `before`: how many measures in that unit stand on the left. */
static doseau_status add_limit(doseau_odm_wide *w, const odm_measure *measure, const char *limit,
                               const char *unit, size_t before)
{
    text name = {0};
    text_addf(&name, "wat_sa_NA_%s_%s_sin_NR_value", limit, odm_result_unit(measure->quantity));
    if (before) text_addf(&name, ".%zu", before);
    return add_column(w, &name, unit);
}

static doseau_status list_columns(doseau_odm_wide *w)
{
    size_t before[] = {[DOSEAU_IS_CONCENTRATION] = 0, [DOSEAU_IS_LOAD] = 0};
    const odm_measure *measure = w->rows.measures.items;
    doseau_status status = DOSEAU_OK;
    for (size_t i = 0; !status && i < OF_ROW; i++) status = array_add(&w->columns, &of_row[i]);
    for (size_t i = 0; !status && i < w->rows.measures.size; i++, measure++) {
        const char *unit = measure->quantity == DOSEAU_IS_LOAD ? "mg/d/1000 people" : "ng/L";
        status = add_of_measure(w, measure, "value", unit);
        if (!status && w->rows.lod)
            status = add_limit(w, measure, "lodSewa", unit, before[measure->quantity]);
        if (!status && w->rows.loq)
            status = add_limit(w, measure, "loq", unit, before[measure->quantity]);
        if (!status) status = add_of_measure(w, measure, "qualityFlag", "");
        before[measure->quantity]++;
    }
    return status;
}

/* Whether each measure can be found in its name again. */
static doseau_status check_names(const doseau_odm_wide *w, doseau_error *error)
{
    const odm_measure *measure = w->rows.measures.items;
    for (size_t i = 0; i < w->rows.measures.size; i++) {
        heading h;
        text name = {0};
        const char *substance = doseau_study_substance_name(w->rows.study, measure[i].substance);
        text_addf(&name, "wat_sa_liq_%s_%s_sin_NR_value", substance,
                  odm_result_unit(measure[i].quantity));
        const bool failed = name.failed;
        const bool found = !failed && odm_name_heading(name.bytes, &h) && h.role == HEADING_VALUE &&
                           strcmp(h.name, substance) == 0;
        text_free(&name);
        if (failed) return doseau_error_set(error, DOSEAU_ENOMEM, "out of memory");
        if (!found)
            return doseau_error_set(error, DOSEAU_EDATA,
                                    "\"%s\" cannot be a part of the name of a column in wide form: "
                                    "--to odm has another place for it",
                                    substance);
    }
    return DOSEAU_OK;
}

/* ---- Cells ---- */

static void put_row(doseau_cells *cells, const doseau_odm_wide *w, const odm_wide_cell *first)
{
    const doseau_study *study = w->rows.study;
    const doseau_measurement *m = first->m;
    const doseau_composite *c = composite_index_find(&w->by_code, m->composite);
    odm_put_name(cells, study, m->composite);
    doseau_put_text(cells, doseau_study_plant_name(study, m->plant));
    odm_put_start(cells, m->date, c);
    doseau_put_text(cells, c || m->mode != DOSEAU_MODE_UNKNOWN ? odm_type(m->mode) : NULL);
    doseau_put_number_if(cells, m->hours > 0, m->hours);
    odm_put_name(cells, study, m->laboratory);
    odm_put_name(cells, study, m->batch);
    odm_put_name(cells, study, first->replicate);
    doseau_put_number_if(cells, m->flow_m3_per_day > 0, m->flow_m3_per_day);
    doseau_put_number_if(cells, m->population_persons > 0, m->population_persons);
    odm_put_name(cells, study, odm_wide_basis(study, m));
}

/* Limits keep their columns, so that each has its measure on the left. */
static void put_limit(doseau_cells *cells, double limit)
{
    if (limit > 0)
        doseau_put_number(cells, limit);
    else
        doseau_put_text(cells, "");
}

static void put_measure(doseau_cells *cells, const doseau_odm_wide *w, const doseau_measurement *m)
{
    if (m)
        odm_put_value(cells, m, false);
    else
        doseau_put_empty(cells);
    if (w->rows.lod) put_limit(cells, m ? m->lod : 0);
    if (w->rows.loq) put_limit(cells, m ? m->loq : 0);
    doseau_put_text(cells, m ? odm_flag_word(m) : NULL);
}

static void fill(const void *source, size_t row, doseau_cells *cells)
{
    const doseau_odm_wide *w = source;
    const size_t *first = w->rows.first.items;
    const odm_wide_cell *all = w->rows.cells.items, *at = &all[first[row]],
                        *end = &all[first[row + 1]];
    put_row(cells, w, at);
    for (size_t i = 0; i < w->rows.measures.size; i++) {
        const bool here = at < end && at->measure == i;
        put_measure(cells, w, here ? at->m : NULL);
        at += here;
    }
}

/* ---- The table ---- */

static doseau_status arrange(doseau_odm_wide *w, const doseau_study *study, doseau_error *error)
{
    doseau_status status = composite_index_make(study, &w->by_code);
    if (!status) status = odm_wide_rows_make(study, &w->rows);
    if (status) return doseau_error_set(error, status, "out of memory");
    if (w->rows.cells.size == 0)
        return doseau_error_set(error, DOSEAU_EDATA,
                                "no result has a date, and PHES-ODM has no other place for it");
    const char *empty = odm_empty_name(study);
    if (empty) return doseau_error_set(error, DOSEAU_EDATA, ODM_EMPTY_NAME, empty);
    status = check_names(w, error);
    if (status) return status;
    status = list_columns(w);
    w->whole =
        (doseau_table){"odm", w->columns.items, w->columns.size, w->rows.first.size - 1, w, fill};
    if (!status) status = compact_make(&w->whole, &w->made);
    if (status) w->made = (compact){0}; /* freed itself */
    return status ? doseau_error_set(error, status, "out of memory") : DOSEAU_OK;
}

doseau_status doseau_odm_wide_new(const doseau_study *study, doseau_odm_wide **wide,
                                  doseau_odm_losses *losses, doseau_error *error)
{
    doseau_odm_wide *w = calloc(1, sizeof *w);
    if (!w) return doseau_error_set(error, DOSEAU_ENOMEM, "out of memory");
    w->columns.item_size = sizeof(doseau_column);
    w->names.item_size = sizeof(char *);
    const doseau_status status = arrange(w, study, error);
    if (losses) *losses = w->rows.losses;
    if (status)
        doseau_odm_wide_free(w);
    else
        *wide = w;
    return status;
}

void doseau_odm_wide_free(doseau_odm_wide *wide)
{
    if (!wide) return;
    char **names = wide->names.items;
    for (size_t i = 0; i < wide->names.size; i++) free(names[i]);
    compact_free(&wide->made);
    odm_wide_rows_free(&wide->rows);
    composite_index_free(&wide->by_code);
    array_free(&wide->columns);
    array_free(&wide->names);
    free(wide);
}

doseau_table doseau_odm_wide_table(const doseau_odm_wide *wide)
{
    return compact_table(&wide->made);
}
