/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reading.h"

/* A study, written as a folder and read again, gives the same loads and rounds. */

#define COUNT(array) (sizeof(array) / sizeof(array)[0])
TestSuite(write, .init = folder_enter, .fini = folder_leave);

/* ---- A table without the column that names files ---- */

typedef struct without {
    doseau_table whole;
    doseau_column columns[64];
    size_t dropped;
    doseau_cells *cells;
} without;

static void fill(const void *source, size_t row, doseau_cells *cells)
{
    const without *w = source;
    doseau_table_row(&w->whole, row, w->cells);
    for (size_t c = 0; c < w->whole.n_columns; c++) {
        if (c == w->dropped) continue;
        switch (doseau_cell_kind_at(w->cells, c)) {
        case DOSEAU_CELL_NUMBER:
            doseau_put_number(cells, doseau_cell_number_at(w->cells, c));
            break;
        case DOSEAU_CELL_TEXT: doseau_put_text(cells, doseau_cell_text_at(w->cells, c)); break;
        default: doseau_put_empty(cells);
        }
    }
}

/* The table as CSV; to be freed. */
static char *print_without(doseau_table whole, const char *dropped)
{
    without w = {.whole = whole, .dropped = whole.n_columns, .cells = doseau_cells_new(&whole)};
    size_t n = 0, size;
    char *bytes;
    for (size_t c = 0; c < whole.n_columns; c++) {
        if (strcmp(whole.columns[c].name, dropped) == 0)
            w.dropped = c;
        else
            w.columns[n++] = whole.columns[c];
    }
    const doseau_table table = {whole.name, w.columns, n, whole.n_rows, &w, fill};
    const doseau_print_options options = {.format = DOSEAU_CSV};
    FILE *stream = open_memstream(&bytes, &size);
    cr_assert(eq(int, doseau_table_print(&table, &options, NULL, stream, NULL), DOSEAU_OK));
    fclose(stream);
    doseau_cells_free(w.cells);
    return bytes;
}

/* ---- There and back ---- */

typedef struct results {
    char *loads, *rounds;
} results;

static results compute(const doseau_study *study)
{
    doseau_loads *loads;
    doseau_rounds *rounds;
    cr_assert(eq(int, doseau_loads_new(study, NULL, &loads, NULL), DOSEAU_OK));
    cr_assert(eq(int, doseau_rounds_new(study, loads, NULL, &rounds, NULL), DOSEAU_OK));
    const results r = {print_without(doseau_loads_table(loads), "source"),
                       print_without(doseau_rounds_table(rounds), "source")};
    doseau_rounds_free(rounds);
    doseau_loads_free(loads);
    return r;
}

/* Writes a study to `folder` and reads it again: nothing is said of that but what can
 * be odd in the study itself, and the results are the same. */
static doseau_study *expect_same(const doseau_study *study, const char *folder, const char *why)
{
    char list[PROBLEMS_SIZE];
    cr_assert(eq(int, doseau_study_write(study, folder, NULL), DOSEAU_OK), "%s", why);
    doseau_study *again = read_path(folder, NULL, DOSEAU_NOTICE, list);
    for (char *line = strtok(list, "\n"); line; line = strtok(NULL, "\n"))
        cr_expect(strstr(line, " unknown_limit") || strstr(line, " limit_above_loq") ||
                      strstr(line, " unlisted_substance") || strstr(line, " empty_round") ||
                      strstr(line, " unused_sample") || strstr(line, " equal_smallest"),
                  "%s: %s", why, line);
    results was = compute(study), is = compute(again);
    cr_expect(eq(str, is.loads, was.loads), "%s", why);
    cr_expect(eq(str, is.rounds, was.rounds), "%s", why);
    free(was.loads);
    free(was.rounds);
    free(is.loads);
    free(is.rounds);
    return again;
}

/* Written once more, the files are the same, byte for byte. */
static void expect_lasting(const doseau_study *study, const char *why)
{
    doseau_study *again = expect_same(study, "once", why);
    doseau_study_free(expect_same(again, "twice", why));
    doseau_study_free(again);
    cr_expect(eq(int, system("diff -r once twice"), 0), "%s", why);
    cr_assert(eq(int, system("rm -r once twice"), 0));
}

static const char *const studies[] = {
    "samples/town",                     /* codes, flows, register, rounds, days */
    "samples/town-1-round",             /* no days */
    "tests/files/published-loads.csv",  /* loads */
    "tests/files/published-limits.csv", /* with their limits, and a missing one */
    "tests/files/weekdays.csv",         /* no dates */
    "tests/files/limits-good.csv",      /* flows and people in the rows, every kind of limit */
    "tests/files/mixed-units",          /* units */
    "tests/files/two-laboratories",     /* laboratories, an unknown limit */
    "tests/files/register",             /* editions of a register */
    "tests/files/rounds",               /* an event */
    "tests/files/quotes.csv",           /* words with commas and quotes */
    "tests/files/decimal-comma.csv",
    "tests/files/european.csv",
    "tests/files/european-17-digits.csv",
};

Test(write, studies_of_the_project)
{
    for (size_t i = 0; i < COUNT(studies); i++) {
        char path[300], list[PROBLEMS_SIZE];
        snprintf(path, sizeof path, DOSEAU_SOURCE_DIR "/%s", studies[i]);
        doseau_study *study = read_path(path, NULL, DOSEAU_ERROR, list);
        cr_assert(eq(str, list, ""), "%s", path);
        expect_lasting(study, path);
        doseau_study_free(study);
    }
}

/* ---- What a study of the project does not have ---- */

#define M "measurements.csv"
#define LOADS "plant,date,substance,load_mg_d_1000p\n"

static const struct {
    const char *why;
    file files[CASE_FILES];
} own[] = {
    {"everything missing",
     {{M, LOADS "Utrecht,2024-03-11,MDMA,\n"},
      {"plants.csv", "plant,name,"
                     "population\nUtrecht,,\n"}}},
    {"loads and concentrations in one file, some missing",
     {{M, "plant,date,substance,concentration_ng_per_l,loq_ng_per_l,load_mg_d_1000p,"
          "loq_mg_d_1000p,flow_m3_per_day,population\n"
          "Utrecht,2024-03-11,MDMA,412.7,5.3,,,83600,251300\n"
          "Utrecht,2024-03-12,MDMA,,,41.27,,,\nUtrecht,2024-03-13,MDMA,,,,1.5,,\n"
          "Utrecht,2024-03-14,MDMA,,5.3,,,83600,251300\n"}}},
    {"the word that a formula begins with, a comment, a blank, quotes and lines",
     {{M, "plant,date,substance,load_mg_d_1000p,laboratory,batch\n"
          "#1,2024-03-11,MDMA,41.27,=A1,+1\n\"a,b\",2024-03-11,MDMA,41.27,-,@x\n"
          "\"say \"\"x\"\"\",2024-03-11,MDMA,41.27,\"two\nlines\",'\n"
          "caf\xC3\xA9,2024-03-11,\"a;b\",41.27,1e5,\"\t\"\n"}}},
    {"a round named in the rows",
     {{M, "plant,date,round,substance,load_mg_d_1000p\nUtrecht,2024-03-11,spring,MDMA,41.27\n"
          "Utrecht,2023-03-13,last year,MDMA,39.82\n"}}},
    {"rounds of a file, and weekdays in them",
     {{M, "plant,date,round,weekday,substance,load_mg_d_1000p\nUtrecht,2024-03-11,,,MDMA,41.27\n"
          "Utrecht,,a,Friday,3-MMC,39.82\n"},
      {"rounds.csv", "round,first,last,kind,note\na,2024-03-11,2024-03-17,,\"b, c\"\n"
                     "fair,2024-06-01,2024-06-02,event,\n"}}},
    {"samples: hours, times, modes; codes that are not used",
     {{M, "sample,substance,concentration_ng_per_l\nU1,MDMA,412.7\nU2,MDMA,398.2\n"},
      {"samples.csv", "sample,plant,start,end,hours,mode\n"
                      "U1,Utrecht,2024-03-11T08:05,2024-03-12T07:45,,grab\n"
                      "U2,Utrecht,2024-03-12,,23.9,volume\nU3,Utrecht,2024-03-13,,,\n"},
      {"flows.csv", "plant,date,flow [L/s],meter\nUtrecht,2024-03-11,967.6,north\n"
                    "Utrecht,2024-03-12,940.4,\n"},
      {"plants.csv", "plant,population,population_basis,population_year\n"
                     "Utrecht,251300,register,2024\n"}}},
    {"a meter of the row and one of the flows",
     {{M, "plant,date,substance,concentration_ng_per_l,flow_m3_per_day,meter,population\n"
          "Utrecht,2024-03-11,MDMA,412.7,83600,south,251300\n"
          "Utrecht,2024-03-12,MDMA,412.7,,east,251300\n"
          "Utrecht,2024-03-13,MDMA,412.7,,,251300\n"},
      {"flows.csv", "plant,date,flow_m3_per_day,meter\nUtrecht,2024-03-11,83600,north\n"
                    "Utrecht,2024-03-12,81250,north\nUtrecht,2024-03-13,81250,north\n"},
      {"budget.csv", "component,scope,rel_u\nflow,meter,.05\n"}}},
    {"columns that scopes of the budget name, of results and of samples",
     {{M, "sample,substance,load_mg_d_1000p,instrument,remark\nU1,MDMA,41.27,LC 2,good\n"
          "U2,MDMA,39.82,,bad\n"},
      {"samples.csv", "sample,plant,start,Auto sampler\nU1,Utrecht,2024-03-11,S1\n"
                      "U2,Utrecht,2024-03-12,\"S, 2\"\n"},
      {"budget.csv", "component,scope,rel_u\na,auto_sampler,.05\nb,instrument,.07\n"}}},
    {"a column that the results have under another name, and the samples as well",
     {{M, "sample,substance,load_mg_d_1000p,duplo\nU1,MDMA,41.27,1\nU1,MDMA,39.82,2\n"},
      {"samples.csv", "sample,plant,start,replicate\nU1,Utrecht,2024-03-11,S1\n"},
      {"budget.csv", "component,scope,rel_u\na,replicate,.05\n"}}},
    {"people by a marker, and a budget for low concentrations",
     {{M, "plant,date,substance,concentration_ng_per_l,loq_ng_per_l,flow_m3_per_day,population,"
          "population_basis\nUtrecht,2024-03-11,MDMA,412.7,1,83600,251300,marker:ammonium\n"
          "Utrecht,2024-03-12,MDMA,412.7,1,83600,,\n"},
      {"plants.csv",
       "plant,population,population_basis,from\nUtrecht,250000,register,2024-03-12\n"},
      {"budget.csv", "component,scope,rel_u,rel_u_at_loq\nanalysis,sample,.07,.25\n"}}},
    {"a budget for plants and substances, days of one plant and of all",
     {{M, LOADS "Utrecht,2024-03-11,MDMA,41.27\nZeist,2024-03-12,3-MMC,39.82\n"},
      {"budget.csv", "component,scope,rel_u,substance,plant\nflow,plant,.05,,\n"
                     "flow,plant,.07,,Zeist\nanalysis,sample,.123456789012345678,MDMA,\n"
                     "\"a, b\",global,2,3-MMC,Zeist\n"},
      {"days.csv", "plant,date,event,note\nUtrecht,2024-03-11,rain,\"much, heavy\"\n"
                   "all,2024-03-12,holiday,\n"}}},
    {"numbers of many digits",
     {{M, "plant,date,substance,concentration_ng_per_l,lod_ng_per_l,loq_ng_per_l,"
          "flow_m3_per_day,population\n"
          "Utrecht,2024-03-11,MDMA,0.1000000000000000055,1e-7,.01,1e17,123456789.12345678\n"
          "Utrecht,2024-03-12,MDMA,<33.333333333333336,,,9.999999999999999e22,3.3e-5\n"}}},
    {"enantiomeric fractions, both ends of them",
     {{M, "plant,date,substance,load_mg_d_1000p,enantiomeric_fraction\n"
          "Utrecht,2024-03-11,MDMA,41.27,0.6660000000000001\nUtrecht,2024-03-12,MDMA,42.27,0\n"
          "Utrecht,2024-03-13,MDMA,<43.27,1\nUtrecht,2024-03-14,MDMA,,\n"}}},
    {"replicates and batches",
     {{M, "plant,date,substance,load_mg_d_1000p,laboratory,batch,replicate\n"
          "Utrecht,2024-03-11,MDMA,41.27,A,b,2\nUtrecht,2024-03-11,MDMA,42.27,A,a,10\n"
          "Utrecht,2024-03-11,MDMA,43.27,B,a,1\nUtrecht,2024-03-11,MDMA,44.27,,,\n"}}},
};

Test(write, studies_of_this_test)
{
    for (size_t i = 0; i < COUNT(own); i++) {
        char list[PROBLEMS_SIZE];
        doseau_study *study = read_files(own[i].files, NULL, DOSEAU_ERROR, list);
        cr_assert(eq(str, list, ""), "%s", own[i].why);
        expect_lasting(study, own[i].why);
        doseau_study_free(study);
    }
}

/* ---- The files ---- */

Test(write, only_what_the_study_has)
{
    static const file files[CASE_FILES] = {
        {M, "substance,Vracht (g/d/1000 inwoners),rwzi,datum\nXTC,0.04127,Utrecht,11-03-2024\n"
            "XTC,n.d.,Utrecht,12-03-2024\n"}};
    char list[PROBLEMS_SIZE];
    doseau_study *study = read_files(files, NULL, DOSEAU_ERROR, list);
    cr_expect(eq(int, doseau_study_write(study, "study", NULL), DOSEAU_OK));
    folder_expect("study", "measurements.csv ");
    file_expect("study/measurements.csv", "plant,date,substance,load_mg_d_1000p\n"
                                          "Utrecht,2024-03-11,MDMA,41.27\n"
                                          "Utrecht,2024-03-12,MDMA,n.d.\n");
    doseau_study_free(study);
}

Test(write, every_file)
{
    static const file files[CASE_FILES] = {
        {M, "sample,substance,concentration_ng_per_l\nU1,MDMA,trace\n"},
        {"samples.csv", "sample,plant,start,hours,mode\nU1,Utrecht,2024-03-11T08:05,24,flow\n"},
        {"flows.csv", "plant,date,flow (ML/d)\nUtrecht,11-03-2024,83.6\n"},
        {"plants.csv", "plant,population_basis,population_year,population\n"
                       "Utrecht,register,2024,251300\n"},
        {"rounds.csv", "last,first,round\n2024-03-17,2024-03-11,spring\n"},
        {"days.csv", "date,event\n2024-03-11,rain\n"}};
    char list[PROBLEMS_SIZE];
    doseau_study *study = read_files(files, NULL, DOSEAU_ERROR, list);
    cr_expect(eq(int, doseau_study_write(study, "study", NULL), DOSEAU_OK));
    folder_expect("study",
                  "days.csv flows.csv measurements.csv plants.csv rounds.csv samples.csv ");
    file_expect("study/measurements.csv",
                "sample,substance,concentration_ng_per_l\nU1,MDMA,trace\n");
    file_expect("study/samples.csv",
                "sample,plant,start,hours,mode\nU1,Utrecht,2024-03-11T08:05,24,flow\n");
    file_expect("study/flows.csv", "plant,date,flow_m3_per_day\nUtrecht,2024-03-11,83600\n");
    file_expect("study/plants.csv", "plant,name,population,population_basis\n"
                                    "Utrecht,,251300,register 2024\n");
    file_expect("study/rounds.csv",
                "round,first,last,kind\nspring,2024-03-11,2024-03-17,regular\n");
    file_expect("study/days.csv", "date,event\n2024-03-11,rain\n");
    doseau_study_free(study);
}

Test(write, what_is_there_stays)
{
    static const file files[CASE_FILES] = {{M, LOADS "Utrecht,2024-03-11,MDMA,41.27\n"}};
    doseau_error error = {0};
    doseau_study *study = read_clean(files, NULL);
    file_write("taken", "mine");
    cr_expect(eq(int, doseau_study_write(study, "taken", &error), DOSEAU_EEXISTS));
    cr_expect(eq(str, error.file, "taken"));
    file_expect("taken", "mine");
    cr_expect(eq(int, doseau_study_write(study, "no/such/place", &error), DOSEAU_EIO));
    folder_expect(".", "case-0 taken ");
    doseau_study_free(study);
}
