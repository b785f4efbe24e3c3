/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "io/sheets.h"
#include <doseau/number.h>
#include <doseau/quality.h>
#include <string.h>

/* What the row itself says of its place: a coded sample is placed by the samples file, a dated one
 * by its day. */
static void put_place(doseau_cells *cells, const doseau_study *study, const doseau_measurement *m)
{
    size_t n;
    const doseau_round *round = doseau_study_rounds(study, &n) + m->round;
    const bool coded = m->composite != DOSEAU_NONE, dated = m->date != DOSEAU_NO_DATE;
    const bool labelled = !dated || (!round->declared && !round->derived);
    doseau_put_text(cells, coded ? NULL : doseau_study_plant_name(study, m->plant));
    doseau_put_date(cells, coded ? DOSEAU_NO_DATE : m->date);
    doseau_put_text(cells, labelled ? doseau_study_text_at(study, round->label) : NULL);
    doseau_put_text(cells, dated ? NULL : doseau_weekday_name(m->weekday));
    doseau_put_text(cells, coded ? doseau_study_text_at(study, m->composite) : NULL);
    doseau_put_text(cells, doseau_study_substance_name(study, m->substance));
}

static void put_value(doseau_cells *cells, const doseau_sample *value)
{
    char limit[DOSEAU_NUMBER_SIZE];
    switch (value->state) {
    case DOSEAU_MISSING: doseau_put_text(cells, ""); break; /* keeps its column */
    case DOSEAU_FOUND: doseau_put_number(cells, value->lower); break;
    case DOSEAU_DETECTED: doseau_put_text(cells, "trace"); break;
    case DOSEAU_NOT_DETECTED:
        doseau_number_format(value->upper, limit);
        if (value->bounded)
            doseau_put_textf(cells, "<%s", limit);
        else
            doseau_put_text(cells, "n.d.");
        break;
    }
}

/* The result and its limits, in the three columns of one quantity; those of the other stay empty.
 */
static void put_result(doseau_cells *cells, const doseau_measurement *m, doseau_quantity quantity)
{
    const bool this = m->quantity == quantity;
    if (this)
        put_value(cells, &m->value);
    else
        doseau_put_empty(cells);
    doseau_put_number_if(cells, this && m->lod > 0, m->lod);
    doseau_put_number_if(cells, this && m->loq > 0, m->loq);
}

static void put_text(doseau_cells *cells, const doseau_study *study, uint32_t name)
{
    const char *words = doseau_study_text_at(study, name);
    doseau_put_text(cells, *words ? words : NULL);
}

static const doseau_column known[] = {
    {"plant", "", NULL},
    {"date", "", NULL},
    {"round", "", NULL},
    {"weekday", "", NULL},
    {"sample", "", NULL},
    {"substance", "", NULL},
    {"concentration_ng_per_l", "ng/L", NULL},
    {"lod_ng_per_l", "ng/L", NULL},
    {"loq_ng_per_l", "ng/L", NULL},
    {"load_mg_d_1000p", "mg/d/1000 people", NULL},
    {"lod_mg_d_1000p", "mg/d/1000 people", NULL},
    {"loq_mg_d_1000p", "mg/d/1000 people", NULL},
    {"flow_m3_per_day", "m3/d", NULL},
    {"meter", "", NULL},
    {"population", "persons", NULL},
    {"laboratory", "", NULL},
    {"batch", "", NULL},
    {"replicate", "", NULL},
    {"population_basis", "", NULL},
    {"enantiomeric_fraction", "", NULL},
    {"sample_type", "", NULL},
    {"recovery_percent", "%", NULL},
    {"is_area", "", NULL},
    {"calibration_upper_ng_per_l", "ng/L", NULL},
};
enum { KNOWN = sizeof known / sizeof *known };

/* The columns that scopes name and that are none of the known ones. */
static void put_labels(doseau_cells *cells, const doseau_study *study, const doseau_measurement *m)
{
    size_t n;
    const doseau_label_column *c = doseau_study_columns(study, &n);
    for (size_t i = 0; i < n; i++)
        if (c[i].extra) put_text(cells, study, doseau_study_label(study, m, c[i].column));
}

/* What the laboratory tells of its own work; `q` NULL: nothing. */
static void put_quality(doseau_cells *cells, const doseau_quality *q)
{
    const doseau_figure none = {0};
    const bool control = q && q->kind != DOSEAU_ROW_SAMPLE;
    doseau_put_text(cells, control ? doseau_row_kind_name(q->kind) : NULL);
    doseau_put_figure(cells, q ? q->recovery_percent : none);
    doseau_put_figure(cells, q ? q->is_area : none);
    doseau_put_number_if(cells, q && q->calibration_upper_ng_per_l > 0,
                         q ? q->calibration_upper_ng_per_l : 0);
}

static void put_empty(doseau_cells *cells, size_t n)
{
    while (n--) doseau_put_empty(cells);
}

/* A row that is no sample: it has no place and no load. */
static void fill_control(const doseau_study *study, const doseau_quality *q, doseau_cells *cells)
{
    size_t n;
    put_empty(cells, 4);
    put_text(cells, study, q->sample);
    doseau_put_text(cells, q->substance == DOSEAU_NONE
                               ? NULL
                               : doseau_study_substance_name(study, q->substance));
    doseau_put_figure(cells, q->concentration_ng_per_l);
    put_empty(cells, 1);
    doseau_put_number_if(cells, q->loq_ng_per_l > 0, q->loq_ng_per_l);
    put_empty(cells, 6);
    put_text(cells, study, q->laboratory);
    put_text(cells, study, q->batch);
    put_text(cells, study, q->replicate);
    put_empty(cells, 2);
    put_quality(cells, q);
    const doseau_label_column *c = doseau_study_columns(study, &n);
    for (size_t i = 0; i < n; i++)
        if (c[i].extra) doseau_put_empty(cells);
}

static void fill(const void *source, size_t row, doseau_cells *cells)
{
    size_t n, controls;
    const doseau_measurement *m = doseau_study_measurements(source, &n);
    if (row >= n) {
        fill_control(source, doseau_study_controls(source, &controls) + (row - n), cells);
        return;
    }
    m += row;
    const bool flow = m->flow_m3_per_day > 0 && !m->flow_joined;
    put_place(cells, source, m);
    put_result(cells, m, DOSEAU_IS_CONCENTRATION);
    put_result(cells, m, DOSEAU_IS_LOAD);
    doseau_put_number_if(cells, flow, m->flow_m3_per_day);
    put_text(cells, source, m->flow_joined ? DOSEAU_NONE : m->meter);
    doseau_put_number_if(cells, m->population_persons > 0 && !m->population_joined,
                         m->population_persons);
    put_text(cells, source, m->laboratory);
    put_text(cells, source, m->batch);
    put_text(cells, source, m->replicate);
    put_text(cells, source, m->basis_joined ? DOSEAU_NONE : m->population_basis);
    doseau_put_figure(cells, m->enantiomeric_fraction);
    put_quality(cells, doseau_study_quality_of(source, m));
    put_labels(cells, source, m);
}

size_t sheet_measurements_columns(const doseau_study *study)
{
    size_t n;
    doseau_study_columns(study, &n);
    return KNOWN + n;
}

doseau_table sheet_measurements(const doseau_study *study, doseau_column columns[])
{
    size_t n;
    const doseau_label_column *c = doseau_study_columns(study, &n);
    doseau_table table = {"measurements", columns, KNOWN, 0, study, fill};
    memcpy(columns, known, sizeof known);
    for (size_t i = 0; i < n; i++)
        if (c[i].extra)
            columns[table.n_columns++] =
                (doseau_column){doseau_study_text_at(study, c[i].column), "", NULL};
    size_t controls;
    doseau_study_measurements(study, &table.n_rows);
    doseau_study_controls(study, &controls);
    table.n_rows += controls;
    return table;
}
