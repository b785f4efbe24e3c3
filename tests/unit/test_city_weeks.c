/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reading.h"
#include "rows.h"

TestSuite(city_weeks, .init = folder_enter, .fini = folder_leave);

#define MEASURED(rows)                                                                             \
    {                                                                                              \
        "measurements.csv", rows                                                                   \
    }
#define DATED "plant,date,substance,load_mg_d_1000p,lod_mg_d_1000p,loq_mg_d_1000p\n"
#define UNDATED "plant,round,weekday,substance,load_mg_d_1000p\n"
#define WEEK_2021                                                                                  \
    DATED "NL1,2021-03-08,MDMA,114.65,,\nNL1,2021-03-09,MDMA,56.88,,\n"                            \
          "NL1,2021-03-10,MDMA,81.17,,\nNL1,2021-03-11,MDMA,47,,\nNL1,2021-03-12,MDMA,52.91,,\n"   \
          "NL1,2021-03-13,MDMA,140.32,,\nNL1,2021-03-14,MDMA,214.05,,\n"
#define ONE(round, substance, load) "NL1," round ",Wed," substance "," load "\n"

enum { MOST_ROWS = 6 };

static const struct {
    const char *source;
    file files[CASE_FILES];
    const char *rows[MOST_ROWS];
} tables[] = {
    {"Utrecht MDMA 2021; by the groups of that year 59.49, 156.34; two decimals",
     {MEASURED(WEEK_2021), {"plants.csv", "plant,name,country\nNL1,Utrecht,NL\n"}},
     {"Year=2021 Metabolite=MDMA Site<ID=NL1 Country=NL City=Utrecht Wednesday=81.17 Thursday=47 "
      "Friday=52.91 Saturday=140.32 Sunday=214.05 Monday=114.65 Tuesday=56.88 Weekday<mean=59.49 "
      "Weekend<mean=156.34 Daily<mean=101"}},
    {"each site has its own city",
     {MEASURED(UNDATED "NL2,2019,Wed,MDMA,2\n" ONE("2019", "MDMA", "3")),
      {"plants.csv", "plant,name,country\nNL2,Amsterdam,NL\nNL1,Utrecht,NL\n"}},
     {"Site<ID=NL1 City=Utrecht", "Site<ID=NL2 City=Amsterdam"}},
    {"empty where not measured, 0 below a limit; means with 0: 81.17 / 2, (114.65 + 0) / 2, 195.82 "
     "/ 4",
     {MEASURED(DATED "NL1,2019-03-11,MDMA,114.65,,\nNL1,2019-03-12,MDMA,,,\n"
                     "NL1,2019-03-13,MDMA,81.17,,\nNL1,2019-03-14,MDMA,<3,,\n"
                     "NL1,2019-03-16,MDMA,trace,1,3\n")},
     {"Year=2019 Country= City= Wednesday=81.17 Thursday=0 Friday= Saturday=0 Sunday= "
      "Monday=114.65 Tuesday= Weekday<mean=40.59 Weekend<mean=57.33 Daily<mean=48.96"}},
    {"nothing measured",
     {MEASURED(UNDATED ONE("2019", "MDMA", ""))},
     {"Wednesday= Monday= Weekday<mean= Weekend<mean= Daily<mean="}},
    {"all below a limit",
     {MEASURED(UNDATED ONE("2019", "MDMA", "n.d."))},
     {"Wednesday=0 Weekday<mean=0 Weekend<mean= Daily<mean=0"}},
    {"last year first, then drug, then site; drugs for residues",
     {MEASURED(UNDATED "NL2,2019,Wed,MDMA,2\n" ONE("2018", "MDMA", "1") ONE("2019", "MDMA", "3")
                   ONE("2019", "benzoylecgonine", "4") ONE("2019", "THC-COOH", "5"))},
     {"Year=2019 Metabolite=MDMA Site<ID=NL1 Wednesday=3", "Year=2019 Metabolite=MDMA Site<ID=NL2",
      "Year=2019 Metabolite=cannabis Wednesday=5", "Year=2019 Metabolite=cocaine Wednesday=4",
      "Year=2018 Metabolite=MDMA Wednesday=1"}},
    {"the year of a label before that of the date",
     {MEASURED(DATED "NL1,2020-12-31,MDMA,7,,\nNL1,2021-01-01,MDMA,8,,\n"),
      {"rounds.csv", "round,first,last\n2021,2020-12-28,2021-01-03\n"}},
     {"Year=2021 Thursday=7 Friday=8"}},
    {"the year of the first date where the label is none",
     {MEASURED(DATED "NL1,2020-12-31,MDMA,7,,\nNL1,2021-01-01,MDMA,8,,\n")},
     {"Year=2020"}},
    {"a day of which something is told counts, once; replicates are averaged: (7 + 8) / 2",
     {MEASURED("plant,date,substance,load_mg_d_1000p,replicate\nNL1,2020-03-11,MDMA,7,1\n"
               "NL1,2020-03-11,MDMA,8,2\n"),
      {"days.csv", "plant,date,event\nNL1,2020-03-11,rain\n"}},
     {"Year=2020 Wednesday=7.5 Daily<mean=7.5"}},
    {"loads of concentrations: 250 * 54000 / 300000",
     {MEASURED("plant,date,substance,concentration_ng_per_l,flow_m3_per_day,population\n"
               "NL1,2020-03-11,MDMA,250,54000,300000\n")},
     {"Wednesday=45 Daily<mean=45"}},
};

/* `<` stands for a blank in a name. */
static void expect_week(const doseau_table *table, size_t row, const char *expected,
                        const char *source)
{
    char names[1000];
    doseau_column columns[20];
    doseau_table plain = *table;
    size_t used = 0;
    for (size_t j = 0; j < table->n_columns; j++) {
        columns[j] = table->columns[j];
        columns[j].name = strcpy(names + used, table->columns[j].name);
        for (char *blank; (blank = strchr(names + used, ' '));) *blank = '<';
        used += strlen(columns[j].name) + 1;
    }
    plain.columns = columns;
    expect_row(&plain, row, expected, source);
}

Test(city_weeks, tables)
{
    for (size_t i = 0; i < COUNT(tables); i++) {
        char list[PROBLEMS_SIZE];
        doseau_city_weeks *weeks;
        doseau_study *study = read_files(tables[i].files, NULL, DOSEAU_ERROR, list);
        cr_assert(eq(str, list, ""), "%s", tables[i].source);
        cr_assert(eq(int, doseau_city_weeks_new(study, &weeks, NULL), DOSEAU_OK));
        const doseau_table table = doseau_city_weeks_table(weeks);
        for (size_t row = 0; row < table.n_rows; row++) {
            cr_assert(tables[i].rows[row] != NULL, "%s", tables[i].source);
            expect_week(&table, row, tables[i].rows[row], tables[i].source);
        }
        cr_expect(tables[i].rows[table.n_rows] == NULL, "%s", tables[i].source);
        doseau_city_weeks_free(weeks);
        doseau_study_free(study);
    }
}

/* As in the release of 2023. */
Test(city_weeks, columns)
{
    doseau_city_weeks *weeks;
    doseau_study *study = doseau_study_new();
    cr_assert(eq(int, doseau_city_weeks_new(study, &weeks, NULL), DOSEAU_OK));
    const doseau_table table = doseau_city_weeks_table(weeks);
    cr_expect(eq(sz, table.n_rows, 0));
    expect_columns(&table, "Year,Metabolite,Site ID,Country,City,Wednesday,Thursday,Friday,"
                           "Saturday,Sunday,Monday,Tuesday,Weekday mean,Weekend mean,Daily mean");
    doseau_city_weeks_free(weeks);
    doseau_study_free(study);
    doseau_city_weeks_free(NULL);
}

/* Those of 0: a Thursday <3 and a Saturday trace; a replicate that was found keeps its day above 0.
 */
Test(city_weeks, zeros)
{
    doseau_city_weeks *weeks;
    char list[PROBLEMS_SIZE];
    const file files[CASE_FILES] = {
        MEASURED("plant,date,substance,load_mg_d_1000p,lod_mg_d_1000p,loq_mg_d_1000p,replicate\n"
                 "NL1,2019-03-11,MDMA,114.65,,,\nNL1,2019-03-12,MDMA,,,,\n"
                 "NL1,2019-03-14,MDMA,<3,,,\nNL1,2019-03-15,MDMA,<3,,,1\n"
                 "NL1,2019-03-15,MDMA,4.5,,,2\nNL1,2019-03-16,MDMA,trace,1,3,\n")};
    doseau_study *study = read_files(files, NULL, DOSEAU_ERROR, list);
    cr_assert(eq(str, list, ""));
    cr_assert(eq(int, doseau_city_weeks_new(study, &weeks, NULL), DOSEAU_OK));
    cr_expect(eq(sz, doseau_city_weeks_zeros(weeks), 2));
    doseau_city_weeks_free(weeks);
    doseau_study_free(study);
}

/* What has no place in the table: where, and which words say so. */
static const struct {
    file files[CASE_FILES];
    size_t line;
    const char *words;
} refused[] = {
    {{MEASURED(UNDATED ONE("2019", "MDMA", "3") ONE("2019", "cocaine", "4"))}, 3, "parent cocaine"},
    {{MEASURED(DATED "NL1,2020-03-11,MDMA,1,,\nNL1,2020-03-18,MDMA,2,,\n")}, 2, "no week"},
    {{MEASURED(DATED "NL1,2020-03-11,MDMA,1,,\n"),
      {"rounds.csv", "round,first,last,kind\nfair,2020-03-11,2020-03-11,event\n"}},
     2,
     "no week"},
    {{MEASURED(UNDATED ONE("first", "MDMA", "3"))}, 2, "no year"},
    {{MEASURED(DATED "NL1,2020-03-11,MDMA,1,,\nNL1,2020-09-16,MDMA,2,,\n")}, 3, "in 2020"},
};

Test(city_weeks, without_a_place)
{
    for (size_t i = 0; i < COUNT(refused); i++) {
        char list[PROBLEMS_SIZE];
        doseau_city_weeks *weeks = NULL;
        doseau_error error = {0};
        doseau_study *study = read_files(refused[i].files, NULL, DOSEAU_ERROR, list);
        cr_assert(eq(str, list, ""));
        cr_expect(eq(int, doseau_city_weeks_new(study, &weeks, &error), DOSEAU_EDATA), "%s",
                  refused[i].words);
        cr_expect(weeks == NULL);
        cr_expect(eq(int, error.status, DOSEAU_EDATA));
        cr_expect(eq(sz, error.line, refused[i].line), "%s", refused[i].words);
        cr_expect(strstr(error.message, refused[i].words) != NULL, "%s: %s", refused[i].words,
                  error.message);
        doseau_study_free(study);
    }
}

Test(city_weeks, a_load_that_cannot_be)
{
    const file files[CASE_FILES] = {MEASURED(UNDATED ONE("2019", "MDMA", "1.7e308"))};
    char list[PROBLEMS_SIZE];
    doseau_city_weeks *weeks = NULL;
    doseau_error error = {0};
    doseau_study *study = read_files(files, NULL, DOSEAU_ERROR, list);
    cr_expect(eq(int, doseau_city_weeks_new(study, &weeks, &error), DOSEAU_EDOMAIN));
    cr_expect(weeks == NULL);
    cr_expect(eq(sz, error.line, 2));
    doseau_study_free(study);
}
