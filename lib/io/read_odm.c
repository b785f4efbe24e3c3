/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/text.h"
#include "io/odm.h"
#include "io/odm_name.h"
#include <stdlib.h>

/* The small tables of PHES-ODM 2: samples, sites, sets of measures, quality reports, and those of
 * which nothing is needed. */

/* ---- samples ---- */

enum { SAMPLE, SAMPLE_SITE, TYPE, PERIOD, COLLECTED, START, END, SAMPLE_COLUMNS };

static const column_spec samples[SAMPLE_COLUMNS] = {
    [SAMPLE] = COLUMN("sampleID", "sampleID"),
    [SAMPLE_SITE] = COLUMN("siteID", "siteID"),
    [TYPE] = COLUMN("collType", "collType"),
    [PERIOD] = COLUMN_NUMBER("collPer", "collPer"),
    [COLLECTED] = COLUMN_DATE("collDT", "collDT"),
    [START] = COLUMN_DATE("collDTStart", "collDTStart"),
    [END] = COLUMN_DATE("collDTEnd", "collDTEnd"),
};

static void read_sample(reader *r)
{
    doseau_composite c = {.origin = reader_origin(r), .code = DOSEAU_NONE};
    const bool started = odm_has(r, START);
    reader_needs(r, SAMPLE);
    reader_text(r, SAMPLE, &c.code);
    odm_plant(r, SAMPLE_SITE, true, &c.plant);
    reader_date(r, started ? START : COLLECTED, true, &c.date, &c.start_minute);
    odm_positive(r, PERIOD, &c.hours);
    c.mode = odm_mode(reader_cell(r, TYPE));
    c.broken = r->bad;
    c.corrected = r->corrected != 0;
    if (c.code == DOSEAU_NONE)
        reader_lose_row(r);
    else
        reader_keep(r, doseau_study_add_composite(r->study, &c));
}

static const format format_odm_samples = {"odm_samples", "sampleID;siteID;collDT|collDTStart",
                                          samples,       SAMPLE_COLUMNS,
                                          read_sample,   DOSEAU_PART_COMPOSITES};

/* ---- sites ---- */

enum { SITE, POLYGON, NAME, SITE_TYPE, SHED, PEOPLE, SITE_COLUMNS };

static const column_spec sites[SITE_COLUMNS] = {
    [SITE] = COLUMN("siteID", "siteID"),
    [POLYGON] = COLUMN("polygonID", "polygonID"),
    [NAME] = COLUMN("name", "name"),
    [SITE_TYPE] = COLUMN("siteType", "siteType"),
    [SHED] = COLUMN("sampleShed", "sampleShed"),
    [PEOPLE] = COLUMN_NUMBER("popServ", "popServ"),
};

static void read_site(reader *r)
{
    doseau_plant p = {.origin = reader_origin(r),
                      .title = DOSEAU_NONE,
                      .country = DOSEAU_NONE,
                      .population_basis = DOSEAU_NONE,
                      .from = DOSEAU_NO_DATE,
                      .until = DOSEAU_NO_DATE};
    odm_pair pair;
    if (!reader_plant(r, SITE, true, &p.plant)) {
        reader_lose_row(r);
        return;
    }
    p.corrected = r->corrected != 0;
    doseau_plant people = p;
    odm_id(r, NAME, &p.title);
    odm_id(r, POLYGON, &pair.key);
    odm_positive(r, PEOPLE, &people.population_persons);
    pair.value = p.plant;
    if (p.title != DOSEAU_NONE) reader_keep(r, doseau_study_add_plant(r->study, &p));
    if (people.population_persons > 0) reader_keep(r, array_add(&r->odm->sites, &people));
    if (pair.key != DOSEAU_NONE) reader_keep(r, array_add(&r->odm->polygons, &pair));
}

static const format format_odm_sites = {
    "odm_sites", "siteID;siteType|sampleShed", sites, SITE_COLUMNS, read_site, DOSEAU_PART_PLANTS};

/* ---- measureSets ---- */

enum { SET, SET_NAME, SET_COLUMNS };

static const column_spec sets[SET_COLUMNS] = {
    [SET] = COLUMN("measureSetRepID", "measureSetRepID"),
    [SET_NAME] = COLUMN("name", "name"),
};

static void read_set(reader *r)
{
    odm_pair pair;
    reader_needs(r, SET);
    odm_id(r, SET, &pair.key);
    odm_id(r, SET_NAME, &pair.value);
    if (!r->bad) reader_keep(r, array_add(&r->odm->sets, &pair));
}

static const format format_odm_sets = {
    "odm_sets", "measureSetRepID;name", sets, SET_COLUMNS, read_set, NO_PART};

/* ---- qualityReports ---- */

enum { REPORT, MEASURE, FLAG, QUALITY_COLUMNS };

static const column_spec qualities[QUALITY_COLUMNS] = {
    [REPORT] = COLUMN("qualityReportID", "qualityReportID"),
    [MEASURE] = COLUMN("measureRepID", "measureRepID"),
    [FLAG] = COLUMN("qualityFlag", "qualityFlag"),
};

static void read_quality(reader *r)
{
    static const struct {
        const char *name;
        odm_flag flag;
    } flags[] = {{"beLOD", ODM_FLAG_NOT_DETECTED},
                 {"flagND", ODM_FLAG_NOT_DETECTED},
                 {"flagUQ", ODM_FLAG_TRACE},
                 {"flagUJ", ODM_FLAG_TRACE},
                 {"flagJ", ODM_FLAG_TRACE}};
    odm_quality q = {.flag = ODM_FLAG_NONE};
    odm_id(r, MEASURE, &q.id);
    for (size_t i = 0; i < sizeof flags / sizeof *flags; i++)
        if (text_same(reader_cell(r, FLAG), flags[i].name)) q.flag = flags[i].flag;
    if (q.id != DOSEAU_NONE && q.flag) reader_keep(r, array_add(&r->odm->qualities, &q));
}

static const format format_odm_quality = {"odm_quality", "qualityReportID;qualityFlag",
                                          qualities,     QUALITY_COLUMNS,
                                          read_quality,  NO_PART};

/* ---- Tables of which nothing is needed ---- */

static void pass_over(reader *r)
{
    (void)r;
}

static const column_spec datasets[] = {COLUMN("datasetID", "datasetID"), COLUMN("name", "name"),
                                       COLUMN("descr", "descr")};
static const format format_odm_datasets = {"odm_datasets", "datasetID;name", datasets, 3,
                                           pass_over,      NO_PART};

static const column_spec organizations[] = {COLUMN("organizationID", "organizationID"),
                                            COLUMN("name", "name")};
static const format format_odm_organizations = {
    "odm_organizations", "organizationID;name", organizations, 2, pass_over, NO_PART};

/* Each needs more than a key, which tables of others may have as well. */
static const column_spec described[] = {
    COLUMN("contactID", "contactID"),
    COLUMN("email", "email"),
    COLUMN("addressID", "addressID"),
    COLUMN("city", "city"),
    COLUMN("instrumentID", "instrumentID"),
    COLUMN("insType", "insType"),
    COLUMN("stepID", "stepID"),
    COLUMN("method", "method"),
    COLUMN("protocolRelationshipsID", "protocolRelationshipsID"),
    COLUMN("sampleRelationshipsID", "sampleRelationshipsID"),
};
#define DESCRIBED(needed_)                                                                         \
    {                                                                                              \
        "odm_described", needed_, described, sizeof described / sizeof *described, pass_over,      \
            NO_PART                                                                                \
    }
static const format format_odm_described[] = {
    DESCRIBED("contactID;email"),         DESCRIBED("addressID;city"),
    DESCRIBED("instrumentID;insType"),    DESCRIBED("stepID;method"),
    DESCRIBED("protocolRelationshipsID"), DESCRIBED("sampleRelationshipsID"),
};

/* ---- Which table it is ---- */

static bool is_table(const format *table, const rows_record *header)
{
    bool complete;
    columns_match(table, header, &complete);
    return complete;
}

const format *odm_by_header(const rows_record *header)
{
    static const format *const tables[] = {
        &format_odm_measures, &format_odm_samples,  &format_odm_quality,      &format_odm_sets,
        &format_odm_sites,    &format_odm_datasets, &format_odm_organizations};
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++)
        if (is_table(tables[i], header)) return tables[i];
    for (size_t i = 0; i < sizeof format_odm_described / sizeof *format_odm_described; i++)
        if (is_table(&format_odm_described[i], header)) return &format_odm_described[i];
    return NULL;
}
