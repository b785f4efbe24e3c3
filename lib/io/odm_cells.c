/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "io/odm_name.h"
#include "io/odm_tables.h"
#include "io/odm_value.h"

/* What stands in the tables of PHES-ODM 2. */

#define ITEM(type, list, i) (((const type *)(list).items)[i])
#define COUNT(list) (sizeof(list) / sizeof *(list))

static const char dataset[] = "doseau";

static const doseau_measurement *measurement_at(const odm_tables *made, size_t index)
{
    size_t n;
    return doseau_study_measurements(made->study, &n) + index;
}

/* The code of the laboratory, or plant and day. */
static void put_sample(doseau_cells *cells, const doseau_study *study, const doseau_measurement *m)
{
    char date[11];
    doseau_date_format(m->date, date);
    if (m->composite != DOSEAU_NONE)
        odm_put_name(cells, study, m->composite);
    else
        doseau_put_textf(cells, "%s %s", doseau_study_plant_name(study, m->plant), date);
}

/* ---- measures ---- */

static const doseau_column measures[] = {{"measureRepID", "", NULL},
                                         {"sampleID", "", NULL},
                                         {"siteID", "", NULL},
                                         {"datasetID", "", NULL},
                                         {"measureSetRepID", "", NULL},
                                         {"aDateStart", "", NULL},
                                         {"aDateEnd", "", NULL},
                                         {"compartment", "", NULL},
                                         {"specimen", "", NULL},
                                         {"fraction", "", NULL},
                                         {"measure", "", NULL},
                                         {"value", "", NULL},
                                         {"unit", "", NULL},
                                         {"aggregation", "", NULL},
                                         {"index", "", NULL},
                                         {"organizationID", "", NULL},
                                         {"notes", "", NULL}};

static void put_result(doseau_cells *cells, const odm_tables *made, odm_kind kind, size_t index)
{
    const doseau_study *study = made->study;
    const doseau_measurement *m = measurement_at(made, index);
    const bool set = m->lod > 0 || m->loq > 0 || m->batch != DOSEAU_NONE;
    put_sample(cells, study, m);
    doseau_put_text(cells, doseau_study_plant_name(study, m->plant));
    doseau_put_text(cells, dataset);
    if (set)
        doseau_put_textf(cells, "s%zu", index + 1);
    else
        doseau_put_empty(cells);
    doseau_put_empty(cells);
    doseau_put_empty(cells);
    doseau_put_text(cells, "wat");
    doseau_put_text(cells, "sa");
    doseau_put_text(cells, "liq");
    doseau_put_text(cells, kind == ODM_LOD   ? "lodSewa"
                           : kind == ODM_LOQ ? "loq"
                                             : doseau_study_substance_name(study, m->substance));
    if (kind == ODM_VALUE)
        odm_put_value(cells, m, true);
    else
        doseau_put_number(cells, kind == ODM_LOD ? m->lod : m->loq);
    doseau_put_text(cells, odm_result_unit(m->quantity));
    doseau_put_text(cells, "sin");
    odm_put_name(cells, study, m->replicate);
    odm_put_name(cells, study, m->laboratory);
    doseau_put_empty(cells);
}

/* Of a site: from a day until another. */
typedef struct site_measure {
    const doseau_measurement *counted; /* in its sample; NULL: none */
    uint32_t plant;
    doseau_date from, until;
    bool people;
    double value;
    uint32_t basis;
} site_measure;

static void put_site_measure(doseau_cells *cells, const doseau_study *study, const site_measure *s)
{
    if (s->counted)
        put_sample(cells, study, s->counted);
    else
        doseau_put_empty(cells);
    doseau_put_text(cells, doseau_study_plant_name(study, s->plant));
    doseau_put_text(cells, dataset);
    doseau_put_empty(cells);
    doseau_put_date(cells, s->from);
    doseau_put_date(cells, s->until);
    doseau_put_text(cells, s->people ? "hum" : "wat");
    doseau_put_text(cells, "si");
    doseau_put_text(cells, "NA");
    doseau_put_text(cells, s->people ? "popServ" : "floRate");
    doseau_put_number(cells, s->value);
    doseau_put_text(cells, s->people ? "peeps" : "m3D");
    doseau_put_text(cells, "sin");
    doseau_put_empty(cells);
    doseau_put_empty(cells);
    odm_put_name(cells, study, s->basis);
}

/* A row that only ends: from the first day of the study on, for one date alone would be read as the
 * first. */
static doseau_date first_day(const odm_tables *made, const doseau_plant *p)
{
    size_t n;
    const doseau_measurement *m = doseau_study_measurements(made->study, &n);
    doseau_date first = p->until;
    if (p->from != DOSEAU_NO_DATE || p->until == DOSEAU_NO_DATE) return p->from;
    for (size_t i = 0; i < n; i++)
        if (m[i].date != DOSEAU_NO_DATE && m[i].date < first) first = m[i].date;
    return first;
}

static site_measure site_measure_of(const odm_tables *made, const odm_row *row)
{
    size_t n;
    if (row->kind == ODM_FLOW) {
        const doseau_flow *f = doseau_study_flows(made->study, &n) + row->index;
        return (site_measure){NULL, f->plant, f->date, f->date, false, f->m3_per_day, DOSEAU_NONE};
    }
    if (row->kind == ODM_PEOPLE) {
        const doseau_plant *p = doseau_study_plants(made->study, &n) + row->index;
        return (site_measure){.plant = p->plant,
                              .from = first_day(made, p),
                              .until = p->until,
                              .people = true,
                              .value = p->population_persons,
                              .basis = p->population_basis};
    }
    const doseau_measurement *m = measurement_at(made, row->index);
    const bool people = row->kind == ODM_PEOPLE_OF_ROW;
    return (site_measure){people ? m : NULL,
                          m->plant,
                          m->date,
                          m->date,
                          people,
                          people ? m->population_persons : m->flow_m3_per_day,
                          people ? m->population_basis : DOSEAU_NONE};
}

static void fill_measures(const void *source, size_t row, doseau_cells *cells)
{
    const odm_tables *made = source;
    const odm_row *r = &ITEM(odm_row, made->rows, row);
    doseau_put_textf(cells, "m%zu", row + 1);
    if (r->kind == ODM_VALUE || r->kind == ODM_LOD || r->kind == ODM_LOQ) {
        put_result(cells, made, r->kind, r->index);
        return;
    }
    const site_measure s = site_measure_of(made, r);
    put_site_measure(cells, made->study, &s);
}

/* ---- samples ---- */

static const doseau_column samples[] = {
    {"sampleID", "", NULL}, {"siteID", "", NULL}, {"datasetID", "", NULL},  {"collType", "", NULL},
    {"collPer", "", NULL},  {"collDT", "", NULL}, {"collDTStart", "", NULL}};

static void fill_samples(const void *source, size_t row, doseau_cells *cells)
{
    const odm_tables *made = source;
    size_t n;
    const doseau_composite *c = doseau_study_composites(made->study, &n);
    const doseau_measurement *m =
        row < n ? NULL : measurement_at(made, ITEM(size_t, made->samples, row - n));
    const doseau_composite one = m ? (doseau_composite){.plant = m->plant,
                                                        .date = m->date,
                                                        .start_minute = -1,
                                                        .mode = DOSEAU_MODE_UNKNOWN}
                                   : c[row];
    if (m)
        put_sample(cells, made->study, m);
    else
        odm_put_name(cells, made->study, one.code);
    doseau_put_text(cells, doseau_study_plant_name(made->study, one.plant));
    doseau_put_text(cells, dataset);
    doseau_put_text(cells, odm_type(one.mode));
    doseau_put_number_if(cells, one.hours > 0, one.hours);
    odm_put_start(cells, one.date, &one);
    odm_put_start(cells, one.date, &one);
}

/* ---- The others ---- */

static const doseau_column sites[] = {
    {"siteID", "", NULL}, {"datasetID", "", NULL}, {"siteType", "", NULL}, {"name", "", NULL}};

static void fill_sites(const void *source, size_t row, doseau_cells *cells)
{
    const odm_tables *made = source;
    size_t n;
    const uint32_t plant = ITEM(uint32_t, made->sites, row);
    const doseau_plant *p = doseau_study_plants(made->study, &n);
    uint32_t title = DOSEAU_NONE;
    for (size_t i = 0; title == DOSEAU_NONE && i < n; i++)
        if (p[i].plant == plant) title = p[i].title;
    doseau_put_text(cells, doseau_study_plant_name(made->study, plant));
    doseau_put_text(cells, dataset);
    doseau_put_text(cells, "wwtp");
    doseau_put_text(cells, doseau_study_text_at(made->study, title)); /* keeps its column */
}

static const doseau_column sets[] = {{"measureSetRepID", "", NULL}, {"name", "", NULL}};

static void fill_sets(const void *source, size_t row, doseau_cells *cells)
{
    const odm_tables *made = source;
    const size_t index = ITEM(size_t, made->sets, row);
    const uint32_t batch = measurement_at(made, index)->batch;
    doseau_put_textf(cells, "s%zu", index + 1);
    doseau_put_text(cells, doseau_study_text_at(made->study, batch)); /* keeps its column */
}

static const doseau_column qualities[] = {
    {"qualityReportID", "", NULL}, {"measureRepID", "", NULL}, {"qualityFlag", "", NULL}};

static void fill_qualities(const void *source, size_t row, doseau_cells *cells)
{
    const odm_tables *made = source;
    const size_t of = ITEM(size_t, made->flagged, row);
    const doseau_measurement *m = measurement_at(made, ITEM(odm_row, made->rows, of).index);
    doseau_put_textf(cells, "q%zu", row + 1);
    doseau_put_textf(cells, "m%zu", of + 1);
    doseau_put_text(cells, odm_flag_word(m));
}

static const doseau_column datasets[] = {
    {"datasetID", "", NULL}, {"name", "", NULL}, {"descr", "", NULL}};

static void fill_datasets(const void *source, size_t row, doseau_cells *cells)
{
    (void)source, (void)row;
    doseau_put_text(cells, dataset);
    doseau_put_text(cells, "doseau");
    doseau_put_text(cells, "residues of drugs in sewage; ngL is ng/L, mgD1000p mg/d/1000 people");
}

static const doseau_column organizations[] = {{"organizationID", "", NULL}, {"name", "", NULL}};

static void fill_organizations(const void *source, size_t row, doseau_cells *cells)
{
    const odm_tables *made = source;
    odm_put_name(cells, made->study, ITEM(uint32_t, made->laboratories, row));
    odm_put_name(cells, made->study, ITEM(uint32_t, made->laboratories, row));
}

void odm_tables_list(const odm_tables *made, doseau_table list[ODM_TABLES])
{
    size_t composites;
    doseau_study_composites(made->study, &composites);
    list[0] =
        (doseau_table){"measures", measures, COUNT(measures), made->rows.size, made, fill_measures};
    list[1] = (doseau_table){
        "samples", samples, COUNT(samples), composites + made->samples.size, made, fill_samples};
    list[2] = (doseau_table){"sites", sites, COUNT(sites), made->sites.size, made, fill_sites};
    list[3] = (doseau_table){"measureSets", sets, COUNT(sets), made->sets.size, made, fill_sets};
    list[4] = (doseau_table){"qualityReports",   qualities, COUNT(qualities),
                             made->flagged.size, made,      fill_qualities};
    list[5] = (doseau_table){"datasets", datasets, COUNT(datasets), 1, made, fill_datasets};
    list[6] = (doseau_table){"organizations",         organizations, COUNT(organizations),
                             made->laboratories.size, made,          fill_organizations};
}
