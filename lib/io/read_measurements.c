/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/text.h"
#include "io/limits.h"
#include "io/mode.h"
#include "io/odd_limits.h"
#include "io/odm_name.h"
#include "io/qualifier.h"
#include "io/read_quality.h"
#include "io/reader.h"
#include "io/remark.h"
#include "io/result.h"

/* measurements*.csv: one result of a laboratory, or one published day load, a row. */

enum {
    PLANT,
    DATE,
    ROUND,
    WEEKDAY,
    SAMPLE,
    SUBSTANCE,
    CONCENTRATION,
    LOD,
    LOQ,
    LOAD,
    LOAD_LOD,
    LOAD_LOQ,
    FLOW,
    METER,
    POPULATION,
    LABORATORY,
    BATCH,
    REPLICATE,
    BASIS,
    ENANTIOMERIC_FRACTION,
    QUALIFIER,
    BELOW_LOD,
    BELOW_LOQ,
    SAMPLE_TYPE,
    TYPE,
    RECOVERY,
    IS_AREA,
    CALIBRATION_UPPER,
    NOT_DETECTED,
    COMPOSITE_HOURS,
    COMPOSITE_MODE,
    COLUMNS
};

static const column_spec columns[COLUMNS] = {
    [PLANT] = COLUMN("plant", PLANT_SPELLINGS ";si_siteid;st_siteid"),
    [DATE] = COLUMN_DATE("date", DAY_SPELLINGS ";start_date;startdatum;sas_colldtstart;"
                                               "sm_colldtstart;sas_colldt;sm_colldt"),
    [ROUND] = COLUMN("round", "campaign;ronde;meetronde;campagne"),
    [WEEKDAY] = COLUMN("weekday", "day_of_week;weekdag;wochentag;jour_de_la_semaine"),
    [SAMPLE] = COLUMN("sample", SAMPLE_SPELLINGS ";sas_sampleid;sm_sampleid"),
    [SUBSTANCE] = COLUMN("substance", SUBSTANCE_SPELLINGS ";drug"),
    [CONCENTRATION] =
        COLUMN_OF(DOSEAU_CONCENTRATION, "concentration_ng_per_l", CONCENTRATION_SPELLINGS),
    [LOD] = COLUMN_OF(DOSEAU_CONCENTRATION, "lod_ng_per_l", LOD_SPELLINGS),
    [LOQ] = COLUMN_OF(DOSEAU_CONCENTRATION, "loq_ng_per_l", LOQ_SPELLINGS),
    [LOAD] = COLUMN_OF(DOSEAU_LOAD, "load_mg_d_1000p", "load;vracht;vuilvracht"),
    [LOAD_LOD] = COLUMN_OF(DOSEAU_LOAD, "lod_mg_d_1000p", "lod;load_lod"),
    [LOAD_LOQ] = COLUMN_OF(DOSEAU_LOAD, "loq_mg_d_1000p", "loq;load_loq"),
    [FLOW] = COLUMN_OF(DOSEAU_FLOW, "flow_m3_per_day", FLOW_SPELLINGS),
    [METER] = COLUMN("meter", "flow_meter;debietmeter"),
    [POPULATION] = COLUMN_OF(DOSEAU_PEOPLE, "population", PEOPLE_SPELLINGS ";si_popserv"),
    [LABORATORY] =
        COLUMN("laboratory", LABORATORY_SPELLINGS ";mr_organizationid;or_organizationid"),
    [BATCH] = COLUMN("batch", "run;series;reeks;ms_name"),
    [REPLICATE] = COLUMN("replicate", "repeat;duplo;herhaling;mr_index"),
    [BASIS] = COLUMN("population_basis", "basis;grondslag;hum_si_na_popserv_peeps_sin_nr_notes"),
    [ENANTIOMERIC_FRACTION] = COLUMN_NUMBER("enantiomeric_fraction", "ef;enantiomere_fractie"),
    [QUALIFIER] = COLUMN("qualifier", QUALIFIER_SPELLINGS),
    [BELOW_LOD] = COLUMN("below_lod", "nondetect;onder_detectiegrens;beneden_detectiegrens"),
    [BELOW_LOQ] =
        COLUMN("below_loq", "below_limit;censored;onder_rapportagegrens;beneden_rapportagegrens"),
    [SAMPLE_TYPE] = COLUMN("sample_type", "sampletype;monstertype;soort_monster;monstersoort;"
                                          "qc_type;type_of_sample"),
    [TYPE] = COLUMN("type", "soort"),
    [RECOVERY] = COLUMN_NUMBER("recovery_percent",
                               "recovery;recovery_%;recovery_(%);recovery_[%];recovery(%);"
                               "recovery[%];%_recovery;rec_%;terugvinding;terugvinding_%;"
                               "terugvinding_(%);terugvinding_[%];surrogate_recovery"),
    [IS_AREA] = COLUMN_NUMBER("is_area", "istd_area;istd_response;is_response;area_is;"
                                         "internal_standard_area;is_peak_area;oppervlak_is;"
                                         "piekoppervlak_is;interne_standaard"),
    [CALIBRATION_UPPER] =
        COLUMN_OF(DOSEAU_CONCENTRATION, "calibration_upper_ng_per_l",
                  "calibration_upper;calibration_max;cal_max;cal_upper;uloq;highest_standard;"
                  "upper_limit_of_quantification;kalibratie_max;hoogste_standaard"),
    [NOT_DETECTED] = COLUMN("not_detected", "niet_aangetoond"),
    [COMPOSITE_HOURS] = COLUMN_NUMBER("composite_hours", "sas_collper;sm_collper"),
    [COMPOSITE_MODE] = COLUMN("composite_mode", "sas_colltype;sm_colltype"),
};

/* What a row that describes its sample itself says of it. */
static void read_composite(reader *r, int start_minute, doseau_measurement *m)
{
    const char *mode = reader_cell(r, COMPOSITE_MODE);
    const bool told = r->position[COMPOSITE_MODE] != 0;
    const bool foreign = told && !text_same(r->spelled[COMPOSITE_MODE], "composite_mode");
    if (!odm_is_missing(reader_cell(r, COMPOSITE_HOURS)))
        reader_positive(r, COMPOSITE_HOURS, false, &m->hours);
    if (foreign)
        m->mode = odm_mode(mode);
    else if (*mode && mode_parse(mode, &m->mode))
        reader_problem(r, DOSEAU_ERROR, "bad_mode", COMPOSITE_MODE,
                       "not flow, volume, time or grab: \"%s\"", mode);
    if (m->composite == DOSEAU_NONE || m->plant == DOSEAU_NONE || m->date == DOSEAU_NO_DATE) return;
    const doseau_composite c = {.origin = m->origin,
                                .code = m->composite,
                                .plant = m->plant,
                                .date = m->date,
                                .start_minute = start_minute,
                                .hours = m->hours,
                                .mode = m->mode};
    reader_keep(r, doseau_study_add_composite(r->study, &c));
}

static void read_place(reader *r, doseau_measurement *m)
{
    const bool described = r->position[COMPOSITE_HOURS] || r->position[COMPOSITE_MODE];
    int start_minute = -1;
    m->weekday = DOSEAU_NO_WEEKDAY;
    const bool coded = reader_has(r, SAMPLE);
    const bool placed = reader_has(r, ROUND) && reader_has(r, WEEKDAY);
    reader_text(r, SAMPLE, &m->composite);
    reader_text(r, ROUND, &m->round);
    reader_plant(r, PLANT, !coded, &m->plant);
    reader_date(r, DATE, !coded && !placed, &m->date, described ? &start_minute : NULL);
    if (described) read_composite(r, start_minute, m);
    if (!reader_has(r, WEEKDAY)) return;
    if (doseau_weekday_parse(reader_cell(r, WEEKDAY), &m->weekday))
        reader_problem(r, DOSEAU_ERROR, "bad_weekday", WEEKDAY, "not a day of the week: \"%s\"",
                       reader_cell(r, WEEKDAY));
    else if (m->date != DOSEAU_NO_DATE && doseau_date_weekday(m->date) != m->weekday)
        reader_problem(r, DOSEAU_ERROR, "other_weekday", WEEKDAY, "that date is a %s",
                       doseau_weekday_name(doseau_date_weekday(m->date)));
}

/* A zero, which the dialect says what it is. */
static result_kind kind_of_zero(reader *r, size_t at)
{
    reader_count(&r->zeros, reader_place(r, at));
    return r->dialect.zero == DOSEAU_ZERO_BELOW_LOQ ? RESULT_BELOW_LOQ : RESULT_NOT_DETECTED;
}

/* A number of the laboratory, which may lie below its own limits. */
static void take_number(reader *r, size_t at, double value, doseau_measurement *m)
{
    const char *cell = reader_cell(r, at);
    if (!(value > 0)) {
        reader_problem(r, DOSEAU_ERROR, value < 0 ? "negative" : "zero", at,
                       value < 0 ? "a result cannot be negative: \"%s\""
                                 : "\"%s\" is no result: write `<` and the limit, or n.d., or say "
                                   "by --zero what it means",
                       cell);
    } else if (m->lod > 0 && value < m->lod) {
        m->value = doseau_sample_not_detected(m->lod);
        m->number_below = value;
        reader_problem(r, DOSEAU_NOTICE, "below_own_lod", at,
                       "\"%s\" is below its own LOD: read as not detected", cell);
    } else if (m->loq > 0 && value < m->loq) {
        m->value = doseau_sample_detected(m->lod, m->loq);
        m->number_below = value;
        reader_problem(r, DOSEAU_NOTICE, "below_own_loq", at,
                       "\"%s\" is below its own LOQ: read as detected, between LOD and LOQ", cell);
    } else {
        m->value = doseau_sample_found(value);
    }
}

static void take_below(reader *r, size_t at, double limit, doseau_measurement *m)
{
    const char *cell = reader_cell(r, at);
    if (!(limit > 0)) {
        reader_problem(r, DOSEAU_ERROR, "not_positive", at, "a limit must be above 0: \"%s\"",
                       cell);
        return;
    }
    odd_limits_count(r, at, m, limit);
    m->value = doseau_sample_not_detected(limit);
}

/* A word that points to a limit of the row, which must then be there. */
static void take_word(reader *r, size_t at, size_t lod, size_t loq, result_kind kind,
                      doseau_measurement *m)
{
    const char *cell = reader_cell(r, at);
    const bool below_lod = kind == RESULT_BELOW_LOD;
    if (below_lod ? !(m->lod > 0) : kind == RESULT_BELOW_LOQ && !(m->loq > 0)) {
        if (!r->bad)
            reader_problem(r, DOSEAU_ERROR, "no_limit", at,
                           "\"%s\", but neither the row nor a limits file has its %s", cell,
                           r->format->columns[below_lod ? lod : loq].name);
        return;
    }
    if (kind == RESULT_TRACE)
        m->value = doseau_sample_detected(m->lod, m->loq);
    else if (kind == RESULT_BELOW_LOQ)
        m->value = doseau_sample_not_detected(m->loq);
    else
        m->value = doseau_sample_not_detected(m->lod > 0 ? m->lod : m->loq);
    if (!m->value.bounded) reader_count(&r->unlimited, reader_place(r, at));
}

/* What the columns beside the result make of it. */
static void qualify(reader *r, size_t at, const doseau_measurement *m, result_kind *kind,
                    double value)
{
    static const size_t beside[] = {QUALIFIER, BELOW_LOD, BELOW_LOQ, NOT_DETECTED};
    const double lod = m->lod > 0 ? m->lod : m->loq;
    for (size_t i = 0; i < sizeof beside / sizeof *beside; i++) {
        qualifier q;
        const size_t c = beside[i];
        const char *cell = reader_cell(r, c);
        if (c == QUALIFIER ? qualifier_parse(cell, &q) : qualifier_parse_below(cell, &q)) {
            reader_problem(r, DOSEAU_ERROR, "bad_qualifier", c,
                           c == QUALIFIER ? "not <, >, =, U, J, ND, NQ or trace: \"%s\""
                                          : "not yes or no (ja, nee; true, false; 1, 0): \"%s\"",
                           cell);
            continue;
        }
        /* U and ND may stand for any limit of the row: the number beside them is often half the
         * LOQ. */
        const double most = c == BELOW_LOD ? lod : m->loq > 0 ? m->loq : m->lod;
        const result_kind under =
            c == BELOW_LOQ && m->loq > 0 ? RESULT_BELOW_LOQ : RESULT_NOT_DETECTED;
        if (c == NOT_DETECTED && q == QUALIFIER_UNDER && *kind == RESULT_NUMBER && value > most &&
            most > 0) {
            reader_problem(r, DOSEAU_WARNING, "above_own_limit", at,
                           "\"%s\" is above the limit of its row, but is called not detected: read "
                           "as below that number",
                           reader_cell(r, at));
            *kind = RESULT_BELOW;
        } else if (qualifier_apply(q, under, most, kind, value))
            reader_problem(r, DOSEAU_ERROR, "other_qualifier", c,
                           "\"%s\" does not go with the result \"%s\" and the limits of the row",
                           cell, reader_cell(r, at));
    }
}

static void read_result(reader *r, size_t at, size_t lod, size_t loq, doseau_measurement *m)
{
    reader_amount(r, at);
    reader_amount(r, lod);
    reader_amount(r, loq);
    reader_positive(r, lod, false, &m->lod);
    reader_positive(r, loq, false, &m->loq);
    if (at == CONCENTRATION && !reader_has(r, lod) && !reader_has(r, loq)) limits_find(r, at, m);
    if (m->lod > 0 && m->loq > 0 && m->lod > m->loq)
        reader_problem(r, DOSEAU_ERROR, "limits_crossed", lod, "the LOD is above the LOQ");

    result_kind kind = RESULT_EMPTY;
    double value = 0;
    const char *cell = reader_cell(r, at);
    doseau_status status = result_parse(cell, r->decimal_mark, &kind, &value);
    const doseau_unit *unit = reader_unit(r, at);
    if (!status && unit) status = doseau_unit_convert(unit, &value, 1);
    if (!status) qualify(r, at, m, &kind, value);
    if (!status && kind == RESULT_NUMBER && r->dialect.zero && !(value < 0) && !(value > 0))
        kind = kind_of_zero(r, at);
    if (status == DOSEAU_EDOMAIN)
        reader_problem(r, DOSEAU_ERROR, "number_range", at, "the number is out of range: \"%s\"",
                       cell);
    else if (status)
        reader_problem(r, DOSEAU_ERROR, "bad_number", at,
                       "not a number, <5, <LOQ, n.d., trace or empty (decimal mark here: %c%s): "
                       "\"%s\"",
                       r->decimal_mark, reader_thousands(r, cell), cell);
    else if (kind == RESULT_NUMBER)
        take_number(r, at, value, m);
    else if (kind == RESULT_BELOW)
        take_below(r, at, value, m);
    else if (kind == RESULT_ABOVE)
        reader_problem(r, DOSEAU_ERROR, "above_range", at,
                       "\"%s\" is a lower bound only: have the sample diluted and analysed again, "
                       "or leave the cell empty",
                       cell);
    else if (kind != RESULT_EMPTY)
        take_word(r, at, lod, loq, kind, m);
}

static void read_fraction(reader *r, doseau_figure *fraction)
{
    double value;
    if (!reader_number(r, ENANTIOMERIC_FRACTION, false, &value)) return;
    if (!reader_has(r, ENANTIOMERIC_FRACTION)) return;
    if (!(value >= 0 && value <= 1))
        reader_problem(r, DOSEAU_ERROR, "fraction_range", ENANTIOMERIC_FRACTION,
                       "R / (R + S) lies between 0 and 1: \"%s\"",
                       reader_cell(r, ENANTIOMERIC_FRACTION));
    *fraction = (doseau_figure){true, value};
}

/* Whether the result of the row is a published load: where the file has both columns and neither
 * cell is filled, the limits tell. */
static bool is_load(const reader *r)
{
    if (!r->position[LOAD] || reader_has(r, LOAD)) return r->position[LOAD] != 0;
    if (!r->position[CONCENTRATION]) return true;
    return !reader_has(r, CONCENTRATION) && (reader_has(r, LOAD_LOD) || reader_has(r, LOAD_LOQ));
}

static void read_people(reader *r, bool load, doseau_measurement *m)
{
    reader_positive(r, POPULATION, false, &m->population_persons);
    reader_text(r, BASIS, &m->population_basis);
    if (!load && !reader_has(r, POPULATION) && doseau_is_marker(reader_cell(r, BASIS)))
        reader_problem(
            r, DOSEAU_ERROR, "no_population", BASIS,
            "a marker in the sample counted the people: their number belongs in the row");
}

static const quality_columns quality_at = {
    SAMPLE_TYPE, TYPE,          SUBSTANCE, SAMPLE,   LABORATORY, BATCH,
    REPLICATE,   CONCENTRATION, LOQ,       RECOVERY, IS_AREA,    CALIBRATION_UPPER,
};

static void read_row(reader *r)
{
    const doseau_row_kind kind = quality_kind(r, &quality_at);
    quality_read(r, &quality_at, kind);
    if (kind != DOSEAU_ROW_SAMPLE) return;
    doseau_measurement m = {.origin = reader_origin(r)};
    read_place(r, &m);
    reader_substance(r, SUBSTANCE, true, &m.substance);
    reader_text(r, METER, &m.meter);
    reader_text(r, LABORATORY, &m.laboratory);
    reader_text(r, BATCH, &m.batch);
    reader_text(r, REPLICATE, &m.replicate);
    reader_positive(r, FLOW, false, &m.flow_m3_per_day);
    read_fraction(r, &m.enantiomeric_fraction);

    const bool load = is_load(r);
    read_people(r, load, &m);
    if (load && reader_has(r, CONCENTRATION))
        reader_problem(r, DOSEAU_ERROR, "load_and_concentration", LOAD,
                       "the row has a concentration as well: one of the two is the result");
    const size_t foreign[] = {load ? LOD : LOAD_LOD, load ? LOQ : LOAD_LOQ};
    for (size_t i = 0; i < 2; i++)
        if (reader_has(r, foreign[i]))
            reader_problem(r, DOSEAU_ERROR, "other_limit", foreign[i],
                           "a limit of a %s, but the result of the row is a %s",
                           load ? "concentration" : "load", load ? "load" : "concentration");
    m.quantity = load ? DOSEAU_IS_LOAD : DOSEAU_IS_CONCENTRATION;
    if (load)
        read_result(r, LOAD, LOAD_LOD, LOAD_LOQ, &m);
    else
        read_result(r, CONCENTRATION, LOD, LOQ, &m);
    m.broken = r->bad;
    if (!r->bad) remark_plant(r, PLANT);
    m.corrected = m.corrected || r->corrected;
    const bool placed = m.plant != DOSEAU_NONE || m.composite != DOSEAU_NONE;
    if (!placed || m.substance == DOSEAU_NONE) reader_lose_row(r);
    reader_keep(r, doseau_study_add_measurement(r->study, &m));
}

const format format_measurements = {
    "measurements", "substance;concentration_ng_per_l|load_mg_d_1000p",
    columns,        COLUMNS,
    read_row,       DOSEAU_PART_MEASUREMENTS};
