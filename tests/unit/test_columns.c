/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reading.h"

#include "io/formats.h"

/* Which column is meant by a header, in which unit. */

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

enum { MOST_FIELDS = 32 };

typedef struct mapped {
    doseau_study *study;
    doseau_problems *problems;
    reader reader;
    const char *fields[MOST_FIELDS];
} mapped;

/* Maps a header whose fields are parted by `|`; `header` is cut to pieces. */
static void map_header(mapped *made, const format *kind, char *header)
{
    *made = (mapped){.study = doseau_study_new(), .problems = doseau_problems_new()};
    rows_record record = {.line = 3, .lines = 1, .fields = made->fields};
    for (char *at = header; at && record.n < MOST_FIELDS;) {
        made->fields[record.n++] = at;
        at = strchr(at, '|');
        if (at) *at++ = '\0';
    }
    made->reader = (reader){
        .study = made->study, .problems = made->problems, .format = kind, .file = "lab.csv"};
    doseau_study_add_file(made->study, "lab.csv", "", &made->reader.file_index);
    columns_map(&made->reader, &record);
    doseau_problems_sort(made->problems);
}

static void unmap(mapped *made)
{
    array_free(&made->reader.watched);
    doseau_problems_free(made->problems);
    doseau_study_free(made->study);
}

/* What was understood: `1 plant, 3 concentration_ng_per_l [µg/L]`. */
static void list_columns(const mapped *made, char list[PROBLEMS_SIZE])
{
    const format *kind = made->reader.format;
    size_t used = 0;
    list[0] = '\0';
    for (size_t c = 0; c < kind->n_columns; c++) {
        const size_t position = made->reader.position[c];
        const doseau_unit *unit = made->reader.unit[c];
        if (!position) continue;
        cr_expect(eq(str, (char *)made->reader.spelled[c], (char *)made->fields[position - 1]));
        used += (size_t)snprintf(list + used, PROBLEMS_SIZE - used, "%s%zu %s%s%s%s",
                                 used ? ", " : "", position, kind->columns[c].name,
                                 unit ? " [" : "", unit ? unit->name : "", unit ? "]" : "");
    }
}

/* ---- One header cell ---- */

static const struct {
    const format *kind;
    const char *column, *unit; /* unit NULL: it has none */
    const char *spellings[16];
} headers[] = {
    {&format_measurements,
     "plant",
     NULL,
     {"plant", "Plant", "WWTP", "stp", "Site", "location", "RWZI", "Zuivering", "locatie",
      "installatie"}},
    {&format_measurements,
     "date",
     NULL,
     {"date", "Day", "sampling date", "Sampling_Date", "start-date", "Datum", "dag", "monsterdatum",
      "startdatum"}},
    {&format_measurements, "round", NULL, {"round", "Campaign", "ronde", "meetronde", "campagne"}},
    {&format_measurements, "weekday", NULL, {"weekday", "Day of week", "weekdag"}},
    {&format_measurements,
     "sample",
     NULL,
     {"sample", "Sample code", "sample_id", "Monster", "monstercode", "Monsternummer"}},
    {&format_measurements,
     "substance",
     NULL,
     {"substance", "Analyte", "compound", "residue", "drug", "parameter", "stof", "verbinding",
      "analiet"}},
    {&format_measurements,
     "concentration_ng_per_l",
     "ng/L",
     {"concentration_ng_per_l", "Concentration ng per L", "Concentration [ng/L]", "Conc. (ng/L)",
      "conc_ng_l", "Conc [ng / l]", "Result (ng/L)", "Concentratie [ng/l]", "gehalte ng/L",
      "Resultaat (nanogram per liter)", "uitslag [ng L-1]", "conc. ng/L", "CONC [NG/L]"}},
    {&format_measurements,
     "concentration_ng_per_l",
     "µg/L",
     {"concentration_ug_per_l", "Conc. [µg/L]", "Conc. [\xCE\xBCg/l]", "conc_ug_l", "conc ug/L",
      "Concentration (mcg/L)", "Gehalte (µg/l)"}},
    {&format_measurements, "concentration_ng_per_l", "pg/mL", {"conc [pg/mL]", "conc_pg_per_ml"}},
    {&format_measurements, "concentration_ng_per_l", "mg/m3", {"conc [mg/m3]", "conc (mg/m³)"}},
    {&format_measurements,
     "lod_ng_per_l",
     "ng/L",
     {"lod_ng_per_l", "LOD [ng/L]", "lod ng/L", "Detection limit (ng/L)", "detectiegrens_ng_l",
      "Detectielimiet [ng/l]"}},
    {&format_measurements,
     "loq_ng_per_l",
     "µg/L",
     {"loq_ug_per_l", "LOQ [µg/L]", "Reporting limit (ug/L)", "Rapportagegrens [µg/l]",
      "bepalingsgrens ug/l", "Quantification_limit ug L-1", "kwantificatielimiet µg/L"}},
    {&format_measurements,
     "load_mg_d_1000p",
     "mg/d/1000 people",
     {"load_mg_d_1000p", "Load mg/d/1000p", "Load [mg/day/1000 people]",
      "Vracht (mg/dag/1000 inwoners)", "vuilvracht [mg/d/1000 inw.]"}},
    {&format_measurements, "load_mg_d_1000p", "g/d/1000 people", {"Load [g/d/1000 people]"}},
    {&format_measurements,
     "lod_mg_d_1000p",
     "mg/d/1000 people",
     {"lod_mg_d_1000p", "load LOD [mg/d/1000p]", "LOD [mg/d/1000 people]"}},
    {&format_measurements,
     "loq_mg_d_1000p",
     "mg/d/1000 people",
     {"loq_mg_d_1000p", "load_loq_mg_d_1000p", "LOQ (mg/day/1000 inh)"}},
    {&format_measurements,
     "flow_m3_per_day",
     "m3/d",
     {"flow_m3_per_day", "Flow (m3/d)", "Debiet (m3/d)", "Influentdebiet m3/dag", "discharge_m3_d",
      "Influent [m³/etmaal]", "volume m3 per day"}},
    {&format_measurements, "flow_m3_per_day", "L/s", {"flow_l_s", "Flow [L/s]", "debiet (l/s)"}},
    {&format_measurements, "flow_m3_per_day", "MGD", {"Flow (MGD)", "flow_mgd", "FLOW MGD"}},
    {&format_measurements, "meter", NULL, {"meter", "Flow meter", "debietmeter"}},
    {&format_measurements,
     "population",
     "persons",
     {"population", "People", "inhabitants", "Inwoners", "inwoneraantal", "bevolking",
      "Population (persons)", "population_persons"}},
    {&format_measurements,
     "population",
     "thousands",
     {"population (x1000)", "Inwoners [duizend]", "population_thousands", "People (1,000)",
      "inwoners x1000"}},
    {&format_measurements, "laboratory", NULL, {"laboratory", "Lab", "laboratorium"}},
    {&format_measurements, "batch", NULL, {"batch", "Run", "series", "reeks"}},
    {&format_measurements, "replicate", NULL, {"replicate", "repeat", "Duplo", "herhaling"}},
    {&format_measurements,
     "enantiomeric_fraction",
     NULL,
     {"enantiomeric_fraction", "Enantiomeric fraction", "EF", "enantiomere fractie"}},
    {&format_measurements,
     "qualifier",
     NULL,
     {"qualifier", "Qual", "flag", "Kwalificatie", "LimietSymbool", "limit symbol"}},
    {&format_measurements,
     "below_lod",
     NULL,
     {"below_lod", "Nondetect", "onder detectiegrens", "beneden_detectiegrens"}},
    {&format_measurements,
     "below_loq",
     NULL,
     {"below_loq", "below limit", "censored", "onder_rapportagegrens", "Beneden rapportagegrens"}},
    {&format_samples, "sample", NULL, {"sample", "code", "monsternummer"}},
    {&format_samples, "start", NULL, {"start", "date", "Start date", "datum", "begin", "van"}},
    {&format_samples, "end", NULL, {"end", "end_date", "einde", "Einddatum", "tot"}},
    {&format_samples, "hours", NULL, {"hours", "Duration h", "uren", "duur_uur"}},
    {&format_samples, "mode", NULL, {"mode", "sampling mode", "bemonstering", "wijze"}},
    {&format_flows, "flow_m3_per_day", "m3/h", {"Debiet [m3/uur]", "flow_m3_h"}},
    {&format_flows, "flow_m3_per_day", "ML/d", {"flow (ML/d)"}},
    {&format_flows, "flow_m3_per_day", "m3/d", {"flow_m3_per_day", "Debiet m3/dag"}},
    {&format_plants, "plant", NULL, {"plant", "code", "RWZI"}},
    {&format_plants, "name", NULL, {"name", "Naam", "city", "plaats", "title"}},
    {&format_plants, "country", NULL, {"country", "land"}},
    {&format_plants, "population", "thousands", {"Inwoners (x 1000)"}},
    {&format_plants, "population_basis", NULL, {"population_basis", "Population basis", "basis"}},
    {&format_plants, "population_year", NULL, {"population_year", "Year", "jaar", "peiljaar"}},
    {&format_plants, "from", NULL, {"from", "valid from", "vanaf", "startdatum"}},
    {&format_plants, "until", NULL, {"until", "valid_until", "tot en met", "einddatum"}},
    {&format_rounds, "first", NULL, {"first", "first date", "start", "eerste dag", "van"}},
    {&format_rounds, "last", NULL, {"last", "last_date", "laatste_dag", "tot en met"}},
    {&format_rounds, "kind", NULL, {"kind", "soort"}},
    {&format_days, "event", NULL, {"event", "gebeurtenis"}},
    {&format_days, "note", NULL, {"note", "opmerking"}},
    {&format_budget, "component", NULL, {"component", "onderdeel", "bron"}},
    {&format_budget, "scope", NULL, {"scope", "bereik"}},
    {&format_budget, "rel_u", NULL, {"rel_u", "relative uncertainty", "RSD"}},
    {&format_european, "Site ID", NULL, {"Site ID", "SiteID", "site_id"}},
    {&format_european, "Monday", NULL, {"Monday", "Mon", "MONDAY"}},
    {&format_european, "Weekday mean", NULL, {"Weekday mean", "weekday_mean", "Weekday"}},
};

Test(columns, spellings)
{
    for (size_t i = 0; i < COUNT(headers); i++)
        for (size_t j = 0; j < 16 && headers[i].spellings[j]; j++) {
            char header[128], list[PROBLEMS_SIZE], expected[200];
            mapped made;
            snprintf(header, sizeof header, "%s", headers[i].spellings[j]);
            map_header(&made, headers[i].kind, header);
            list_columns(&made, list);
            const char *unit = headers[i].unit;
            snprintf(expected, sizeof expected, "1 %s%s%s%s", headers[i].column, unit ? " [" : "",
                     unit ? unit : "", unit ? "]" : "");
            cr_expect(eq(str, list, expected), "%s", headers[i].spellings[j]);
            unmap(&made);
        }
}

/* Our own spelling of every column of every kind, without a word about it. */
Test(columns, own_names)
{
    static const format *const kinds[] = {&format_measurements, &format_samples, &format_flows,
                                          &format_plants,       &format_rounds,  &format_days,
                                          &format_budget,       &format_european};
    for (size_t k = 0; k < COUNT(kinds); k++) {
        char header[500] = "";
        mapped made;
        for (size_t c = 0; c < kinds[k]->n_columns; c++)
            strcat(strcat(header, c ? "|" : ""), kinds[k]->columns[c].name);
        map_header(&made, kinds[k], header);
        cr_expect(zero(sz, doseau_problems_size(made.problems)), "%s", kinds[k]->name);
        for (size_t c = 0; c < kinds[k]->n_columns; c++)
            cr_expect(eq(sz, made.reader.position[c], c + 1));
        cr_expect(not(made.reader.bad));
        unmap(&made);
    }
}

/* ---- Whole headers ---- */

#define ROW "plant|date|substance"

static const struct {
    const char *why;
    const format *kind;
    const char *header, *columns, *problems;
    bool bad;
} whole[] = {
    {"in any order, with another one", &format_flows, "note|flow_m3_per_day|date|weather|plant",
     "5 plant, 3 date, 2 flow_m3_per_day [m3/d]",
     "notice lab.csv:3:1 note extra_column\nnotice lab.csv:3:4 weather extra_column\n", false},
    {"read by another name", &format_flows, "Plant|Datum|Debiet (l/s)|METER",
     "1 plant, 2 date, 3 flow_m3_per_day [L/s], 4 meter",
     "notice lab.csv:3:2 Datum column_read_as\nnotice lab.csv:3:3 Debiet (l/s) column_read_as\n",
     false},
    {"no unit", &format_measurements, ROW "|Conc.|LOD",
     "1 plant, 2 date, 3 substance, 4 concentration_ng_per_l, 5 lod_ng_per_l",
     "error lab.csv:3:4 Conc. no_unit\nerror lab.csv:3:5 LOD no_unit\n", true},
    {"a unit that is not known", &format_measurements, ROW "|Conc. [ppt]|lod_iu",
     "1 plant, 2 date, 3 substance, 4 concentration_ng_per_l, 5 lod_ng_per_l",
     "error lab.csv:3:4 Conc. [ppt] no_unit\nerror lab.csv:3:5 lod_iu no_unit\n", true},
    {"a unit of something else", &format_measurements, ROW "|Conc. [m3/d]",
     "1 plant, 2 date, 3 substance, 4 concentration_ng_per_l",
     "error lab.csv:3:4 Conc. [m3/d] no_unit\n", true},
    {"a remark on a column is no unit", &format_measurements,
     "plant|date|substance|conc_remark|concentration_ng_per_l|load_comment|flow source",
     "1 plant, 2 date, 3 substance, 5 concentration_ng_per_l [ng/L], 6 load_mg_d_1000p, "
     "7 flow_m3_per_day",
     "notice lab.csv:3:4 conc_remark extra_column\n"
     "error lab.csv:3:6 load_comment no_unit\n"
     "error lab.csv:3:7 flow source no_unit\n",
     true},
    {"a limit of loads and one of concentrations", &format_measurements,
     ROW "|load_mg_d_1000p|LOD [mg/d/1000p]|LOD [ng/L]",
     "1 plant, 2 date, 3 substance, 6 lod_ng_per_l [ng/L], 4 load_mg_d_1000p [mg/d/1000 people], "
     "5 lod_mg_d_1000p [mg/d/1000 people]",
     "notice lab.csv:3:5 LOD [mg/d/1000p] column_read_as\n"
     "notice lab.csv:3:6 LOD [ng/L] column_read_as\n",
     false},
    {"the same twice", &format_measurements, ROW "|concentration_ng_per_l|date|Conc. [µg/L]|Datum",
     "1 plant, 2 date, 3 substance, 4 concentration_ng_per_l [ng/L]",
     "error lab.csv:3:5 date column_twice\nerror lab.csv:3:6 Conc. [µg/L] column_twice\n"
     "error lab.csv:3:7 Datum column_twice\n",
     true},
    {"columns that are missing: each", &format_flows, "date|meter", "1 date, 2 meter",
     "error lab.csv:3:0 - no_column\nerror lab.csv:3:0 - no_column\n", true},
    {"a name that runs into its unit", &format_flows, "plant|date|flowm3/d", "1 plant, 2 date",
     "error lab.csv:3:0 - no_column\nnotice lab.csv:3:3 flowm3/d extra_column\n", true},
    {"one of two is needed", &format_measurements, "plant|date|substance|flow_m3_per_day",
     "1 plant, 2 date, 3 substance, 4 flow_m3_per_day [m3/d]", "error lab.csv:3:0 - no_column\n",
     true},
    {"columns without a name", &format_flows, "|plant|date||flow_m3_per_day|",
     "2 plant, 3 date, 5 flow_m3_per_day [m3/d]", "", false},
    {"brackets that do not close, and what stands behind them", &format_measurements,
     ROW "|Conc. [ng/L|Conc. [ng/L] total",
     "1 plant, 2 date, 3 substance, 4 concentration_ng_per_l",
     "error lab.csv:3:4 Conc. [ng/L no_unit\n"
     "notice lab.csv:3:5 Conc. [ng/L] total extra_column\n",
     true},
    {"a line break or a no-break space before the unit", &format_measurements,
     "plant|date|substance|Conc.\n[ng/L]|LOD\nng/L|LOQ\xC2\xA0ng/L",
     "1 plant, 2 date, 3 substance, 4 concentration_ng_per_l [ng/L], 5 lod_ng_per_l [ng/L], "
     "6 loq_ng_per_l [ng/L]",
     "notice lab.csv:3:4 Conc.\n[ng/L] column_read_as\nnotice lab.csv:3:5 LOD\nng/L "
     "column_read_as\n"
     "notice lab.csv:3:6 LOQ\xC2\xA0ng/L column_read_as\n",
     false},
};

Test(columns, whole_headers)
{
    for (size_t i = 0; i < COUNT(whole); i++) {
        char header[300], list[PROBLEMS_SIZE];
        mapped made;
        snprintf(header, sizeof header, "%s", whole[i].header);
        map_header(&made, whole[i].kind, header);
        list_columns(&made, list);
        cr_expect(eq(str, list, (char *)whole[i].columns), "%s", whole[i].why);
        list_problems(made.problems, DOSEAU_NOTICE, list);
        cr_expect(eq(str, list, (char *)whole[i].problems), "%s", whole[i].why);
        cr_expect(eq(int, made.reader.bad, whole[i].bad), "%s", whole[i].why);
        unmap(&made);
    }
}

/* A header cell longer than any name is a column that is not used, not a crash. */
Test(columns, endless_names)
{
    static const char *const begins[] = {"", "conc [", "flow_", "flow (m3/d"};
    for (size_t i = 0; i < COUNT(begins); i++)
        for (size_t size = 120; size < 135; size++) {
            char header[400], list[PROBLEMS_SIZE];
            mapped made;
            const int begun = snprintf(header, sizeof header, "%s", begins[i]);
            memset(header + begun, 'x', size - (size_t)begun);
            strcpy(header + size, begins[i][0] == 'c' ? "]" : "");
            map_header(&made, &format_measurements, header);
            list_columns(&made, list);
            unmap(&made);
        }
}

/* Messages of a foreign header say what it was taken for, and the factor. */
Test(columns, messages)
{
    char header[] = "rwzi|Datum|Debiet (l/s)|Inwoners (x1000)|Conc.|LOD [ppt]";
    static const char *const messages[] = {
        "read as plant",
        "read as date",
        "read as flow_m3_per_day: L/s * 86.4 = m3/d",
        "read as population: thousands * 1000 = persons",
        "the unit is missing; write for example Conc. (ng/L)",
        "the unit \"ppt\" is not known here; write for example lod_ng_per_l",
    };
    mapped made;
    map_header(&made, &format_measurements, header);
    cr_assert(eq(sz, doseau_problems_size(made.problems), COUNT(messages) + 1));
    cr_expect(eq(str, (char *)doseau_problems_at(made.problems, 0)->message,
                 "this measurements file has no column substance"));
    for (size_t i = 0; i < COUNT(messages); i++)
        cr_expect(eq(str, (char *)doseau_problems_at(made.problems, i + 1)->message,
                     (char *)messages[i]));
    unmap(&made);
}

Test(columns, message_of_one_of_two)
{
    char header[] = "plant|date|substance";
    mapped made;
    map_header(&made, &format_measurements, header);
    cr_assert(eq(sz, doseau_problems_size(made.problems), 1));
    cr_expect(eq(str, (char *)doseau_problems_at(made.problems, 0)->message,
                 "this measurements file has no column concentration_ng_per_l and none "
                 "load_mg_d_1000p: one of them is needed"));
    unmap(&made);
}

/* ---- Which kind of file ---- */

static const struct {
    const char *header, *kind, *nearest;
} kinds[] = {
    {"plant|date|substance|concentration_ng_per_l", "measurements", NULL},
    {"Datum|RWZI|Stof|Gehalte [ng/L]|Debiet (m3/d)|Inwoners", "measurements", NULL},
    {"plant|date|substance|load_mg_d_1000p", "measurements", NULL},
    {"substance|Conc. [ng/L]|sample", "measurements", NULL},
    {"sample|plant|start", "samples", NULL},
    {"code|rwzi|datum|uren", "samples", NULL},
    {"plant|date|flow_m3_per_day", "flows", NULL},
    {"Zuivering|Datum|Debiet (m3/d)|Meter", "flows", NULL},
    {"plant|population", "plants", NULL},
    {"code|naam", "plants", NULL},
    {"round|first|last", "rounds", NULL},
    {"ronde|van|tot en met|soort", "rounds", NULL},
    {"date|event", "days", NULL},
    {"plant|datum|gebeurtenis|opmerking", "days", NULL},
    {"component|scope|rel_u", "budget", NULL},
    {"component|scope|rel_u|substance|plant", "budget", NULL},
    {"Year|Metabolite|Site ID|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday", "european",
     NULL},
    {"plant|date|flow", "flows", NULL}, /* the unit will be asked for */
    {"plant|date|substance", NULL, "measurements"},
    {"round|first", NULL, "rounds"},
    {"colour|taste", NULL, NULL},
    {"plant", NULL, NULL},
    {"", NULL, NULL},
};

Test(columns, kinds)
{
    for (size_t i = 0; i < COUNT(kinds); i++) {
        char header[200];
        const char *fields[MOST_FIELDS];
        rows_record record = {.line = 1, .fields = fields};
        snprintf(header, sizeof header, "%s", kinds[i].header);
        for (char *name = strtok(header, "|"); name; name = strtok(NULL, "|"))
            fields[record.n++] = name;
        const format *nearest, *kind = format_by_header(&record, &nearest);
        cr_expect(eq(str, (char *)(kind ? kind->name : "none"),
                     (char *)(kinds[i].kind ? kinds[i].kind : "none")),
                  "%s", kinds[i].header);
        if (kind) continue;
        cr_expect(eq(str, (char *)(nearest ? nearest->name : "none"),
                     (char *)(kinds[i].nearest ? kinds[i].nearest : "none")),
                  "%s", kinds[i].header);
    }
}

Test(columns, kinds_by_name)
{
    static const struct {
        const char *file, *kind;
    } names[] = {
        {"measurements.csv", "measurements"},
        {"Measurements-2024.csv", "measurements"},
        {"samples_lab.csv", "samples"},
        {"flows-waterschap.csv", "flows"},
        {"plants.csv", "plants"},
        {"rounds.csv", "rounds"},
        {"days.csv", "days"},
        {"budget.csv", "budget"},
        {"european.csv", "european"},
        {"flow.csv", NULL},
        {"my-measurements.csv", NULL},
        {"", NULL},
    };
    for (size_t i = 0; i < COUNT(names); i++) {
        const format *kind = format_by_name(names[i].file);
        cr_expect(eq(str, (char *)(kind ? kind->name : "none"),
                     (char *)(names[i].kind ? names[i].kind : "none")),
                  "%s", names[i].file);
    }
    cr_expect(not(format_is_ahead("corrections.csv")));
    cr_expect(format_is_ahead("Substances-own.csv"));
    cr_expect(format_is_ahead("weekdays.csv"));
    cr_expect(not(format_is_ahead("plants.csv")));
}
