/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/text.h"
#include "io/odm.h"
#include "io/odm_name.h"
#include "io/result.h"
#include <doseau/number.h>

/* The measures of PHES-ODM 2: results, their limits, flows and people, one a row. */

enum {
    ID,
    SAMPLE,
    SITE,
    POLYGON,
    SET,
    START,
    END,
    MEASURE,
    VALUE,
    UNIT,
    AGGREGATION,
    INDEX,
    ORGANIZATION,
    NOTES,
    COLUMNS
};

static const column_spec columns[COLUMNS] = {
    [ID] = COLUMN("measureRepID", "measureRepID"),
    [SAMPLE] = COLUMN("sampleID", "sampleID"),
    [SITE] = COLUMN("siteID", "siteID"),
    [POLYGON] = COLUMN("polygonID", "polygonID"),
    [SET] = COLUMN("measureSetRepID", "measureSetRepID"),
    [START] = COLUMN_DATE("aDateStart", "aDateStart"),
    [END] = COLUMN_DATE("aDateEnd", "aDateEnd"),
    [MEASURE] = COLUMN("measure", "measure"),
    [VALUE] = COLUMN_NUMBER("value", "value"),
    [UNIT] = COLUMN("unit", "unit"),
    [AGGREGATION] = COLUMN("aggregation", "aggregation"),
    [INDEX] = COLUMN("index", "index"),
    [ORGANIZATION] = COLUMN("organizationID", "organizationID"),
    [NOTES] = COLUMN("notes", "notes"),
};

/* A positive number in the inside unit; false: none, or it was reported. */
static bool read_amount(reader *r, const doseau_unit *unit, double *value)
{
    if (odm_is_missing(reader_cell(r, VALUE)) || !reader_positive(r, VALUE, true, value))
        return false;
    if (!unit || !doseau_unit_convert(unit, value, 1)) return true;
    reader_problem(r, DOSEAU_ERROR, "number_range", VALUE, "the number is out of range: \"%s\"",
                   reader_cell(r, VALUE));
    return false;
}

static void read_flow(reader *r)
{
    doseau_flow f = {.origin = reader_origin(r), .meter = DOSEAU_NONE};
    uint32_t sample;
    int minute;
    const doseau_unit *unit = odm_unit(DOSEAU_FLOW, reader_cell(r, UNIT));
    if (odm_is_missing(reader_cell(r, VALUE))) return;
    const bool of_sample = !odm_has(r, SITE) && odm_has(r, SAMPLE);
    const bool plant = odm_plant(r, SITE, !of_sample, &f.plant);
    if (of_sample)
        odm_id(r, SAMPLE, &sample);
    else
        reader_date(r, odm_has(r, START) ? START : END, true, &f.date, &minute);
    if (!unit)
        reader_problem(r, DOSEAU_ERROR, "no_unit", UNIT, "the unit of a flow is not known: \"%s\"",
                       reader_cell(r, UNIT));
    read_amount(r, unit, &f.m3_per_day);
    f.broken = r->bad;
    f.corrected = r->corrected != 0;
    if (of_sample && !r->bad)
        reader_keep(r, array_add(&r->odm->flows, &(odm_flow){f, sample}));
    else if (plant && !of_sample)
        reader_keep(r, doseau_study_add_flow(r->study, &f));
    else
        reader_lose_row(r);
}

/* From the first day on, until another row or the last day; one date: of that day and later. */
static void read_days(reader *r, doseau_plant *row)
{
    doseau_date end = DOSEAU_NO_DATE;
    int minute;
    if (odm_has(r, START)) reader_date(r, START, false, &row->from, &minute);
    if (odm_has(r, END)) reader_date(r, END, false, &end, &minute);
    const bool one = row->from == DOSEAU_NO_DATE;
    if (one) row->from = end;
    if (!one && end > row->from) row->until = end;
}

/* Counted in a sample: of its day only. */
static void read_people(reader *r)
{
    odm_people p = {.row = {.origin = reader_origin(r),
                            .title = DOSEAU_NONE,
                            .country = DOSEAU_NONE,
                            .from = DOSEAU_NO_DATE,
                            .until = DOSEAU_NO_DATE},
                    .sample = DOSEAU_NONE};
    const bool of_sample = odm_has(r, SAMPLE), sited = odm_has(r, SITE) || odm_has(r, POLYGON);
    odm_plant(r, SITE, !sited && !of_sample, &p.row.plant);
    odm_id(r, POLYGON, &p.polygon);
    if (p.row.plant != DOSEAU_NONE) p.polygon = DOSEAU_NONE;
    odm_id(r, NOTES, &p.row.population_basis);
    if (of_sample && !sited)
        odm_id(r, SAMPLE, &p.sample);
    else
        read_days(r, &p.row);
    if (of_sample) p.row.until = p.row.from;
    if (!read_amount(r, NULL, &p.row.population_persons) && !r->bad) return;
    p.row.broken = r->bad;
    p.row.corrected = r->corrected != 0;
    if (r->bad) reader_lose_row(r);
    if (!r->bad) reader_keep(r, array_add(&r->odm->people, &p));
}

static bool unit_of_result(const reader *r, const doseau_unit **unit, doseau_quantity *quantity)
{
    *unit = odm_unit(DOSEAU_CONCENTRATION, reader_cell(r, UNIT));
    *quantity = DOSEAU_IS_CONCENTRATION;
    if (*unit) return true;
    *unit = odm_unit(DOSEAU_LOAD, reader_cell(r, UNIT));
    *quantity = DOSEAU_IS_LOAD;
    return *unit != NULL;
}

static void read_limit(reader *r, bool quantification)
{
    odm_limit l = {.origin = reader_origin(r), .quantification = quantification};
    const doseau_unit *unit;
    if (!unit_of_result(r, &unit, &l.quantity)) return; /* of genes: none of ours */
    odm_id(r, SAMPLE, &l.sample);
    odm_id(r, SET, &l.set);
    if (read_amount(r, unit, &l.value)) reader_keep(r, array_add(&r->odm->limits, &l));
}

/* Concentrations and loads of residues, one by one. */
static bool is_residue(const reader *r, const doseau_unit *unit)
{
    const char *aggregation = reader_cell(r, AGGREGATION);
    return (odm_is_single(aggregation) || odm_is_missing(aggregation)) &&
           odm_is_residue(reader_cell(r, MEASURE), unit);
}

static void count_other(reader *r)
{
    odm_other other = {.origin = reader_origin(r), .rows = 1};
    odm_other *known = r->odm->others.items;
    reader_text(r, MEASURE, &other.measure);
    for (size_t i = 0; i < r->odm->others.size; i++) {
        if (known[i].measure != other.measure) continue;
        known[i].rows++;
        return;
    }
    reader_keep(r, array_add(&r->odm->others, &other));
}

static void read_value(reader *r, const doseau_unit *unit, odm_result *result)
{
    result_kind kind = RESULT_EMPTY;
    const char *cell = reader_cell(r, VALUE);
    doseau_status status = DOSEAU_OK;
    if (!odm_is_missing(cell)) {
        status = result_parse(cell, r->decimal_mark, &kind, &result->value);
        if (!status) status = doseau_unit_convert(unit, &result->value, 1);
    }
    result->kind = (int)kind;
    if (status)
        reader_problem(r, DOSEAU_ERROR, status == DOSEAU_EDOMAIN ? "number_range" : "bad_number",
                       VALUE, "not a number, <5, or a word for no value: \"%s\"", cell);
    else if (kind == RESULT_ABOVE)
        reader_problem(r, DOSEAU_ERROR, "above_range", VALUE,
                       "\"%s\" is a lower bound only: have the sample diluted and analysed again, "
                       "or leave the cell empty",
                       cell);
}

static void read_result(reader *r)
{
    odm_result result = {.m = {.origin = reader_origin(r),
                               .plant = DOSEAU_NONE,
                               .batch = DOSEAU_NONE,
                               .meter = DOSEAU_NONE,
                               .round = DOSEAU_NONE,
                               .population_basis = DOSEAU_NONE,
                               .date = DOSEAU_NO_DATE,
                               .weekday = DOSEAU_NO_WEEKDAY}};
    const doseau_unit *unit;
    const bool known = unit_of_result(r, &unit, &result.m.quantity);
    if (!is_residue(r, unit)) {
        count_other(r);
        return;
    }
    if (!known)
        reader_problem(r, DOSEAU_ERROR, "no_unit", UNIT,
                       "the unit of a residue is not known: \"%s\"", reader_cell(r, UNIT));
    reader_needs(r, SAMPLE);
    odm_id(r, ID, &result.id);
    odm_id(r, SET, &result.set);
    odm_id(r, SAMPLE, &result.m.composite);
    odm_id(r, ORGANIZATION, &result.m.laboratory);
    odm_id(r, INDEX, &result.m.replicate);
    reader_substance(r, MEASURE, true, &result.m.substance);
    if (known) read_value(r, unit, &result);
    result.m.broken = r->bad;
    result.m.corrected = r->corrected != 0;
    if (result.m.composite == DOSEAU_NONE) reader_lose_row(r);
    reader_keep(r, array_add(&r->odm->results, &result));
}

static void read_row(reader *r)
{
    const char *measure = reader_cell(r, MEASURE);
    if (text_same(measure, "floRate") || text_same(measure, "flowVol"))
        read_flow(r);
    else if (text_same(measure, "popServ"))
        read_people(r);
    else if (text_same(measure, "lodSewa") || text_same(measure, "lod"))
        read_limit(r, false);
    else if (text_same(measure, "loq"))
        read_limit(r, true);
    else
        read_result(r);
}

const format format_odm_measures = {
    "odm_measures", "measure;value;unit;measureRepID|sampleID|siteID",
    columns,        COLUMNS,
    read_row,       DOSEAU_PART_MEASUREMENTS};
