/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reading.h"
#include "rows.h"
#include <float.h>

TestSuite(load, .init = folder_enter, .fini = folder_leave);

#define HEADER                                                                                     \
    "plant,date,substance,concentration_ng_per_l,lod_ng_per_l,loq_ng_per_l,flow_m3_per_day,"       \
    "population\n"
#define WITH_BASIS                                                                                 \
    "plant,date,substance,concentration_ng_per_l,lod_ng_per_l,loq_ng_per_l,flow_m3_per_day,"       \
    "population,population_basis\n"
#define DAY "VDN,2024-03-11,MDMA,"
#define PUBLISHED "plant,date,substance,load_mg_d_1000p,lod_mg_d_1000p,loq_mg_d_1000p,population\n"
/* z of .05 and of .1: see test_quantile.c */
#define Z05 1.9599639845400542
#define Z10 1.6448536269514727

/* One row of measurements and what its load is. rel_u of the default budget: sqrt(.10^2 + .10^2 +
 * .05^2 + .10^2 + .10^2) = .20615528128088303 where the row has no LOQ, else with .0525 * (LOQ /
 * C)^2 more, at most .0525; the limits of the intervals are load * exp(-+ z sqrt(ln(1 + rel_u^2)))
 * by mpmath. */
static const struct {
    const char *source;
    file files[CASE_FILES];
    const char *row;
} cases[] = {
    {"METHODS 0: 250 ng/L * 54000 m3/d / 300000 = 45.0 mg/d/1000, 13.5 g/d",
     {{"measurements.csv", HEADER DAY "250,1,3,54000,300000\n"}},
     "plant=VDN substance=MDMA round=2024-03-11 date=2024-03-11 weekday=Monday state=found "
     "load=45 bound_lower=45 bound_upper=45 rel_u=.20617361615880922 "
     "interval_lower=30.167577204946163 "
     "interval_upper=67.12504574838673 mass_g_d=13.5 concentration_ng_l=250 lod_ng_l=1 loq_ng_l=3 "
     "flow_m3_d=54000 population=300000 population_basis= laboratory= batch= flags="},
    {"STYLE 5: 412.7 * 83600 / 251300, by hand; 412.7 * 83600 / 1e6",
     {{"measurements.csv", HEADER DAY "412.7,,,83600,251300\n"}},
     "load=137.29295662554716 rel_u=.20615528128088303 mass_g_d=34.50172 lod_ng_l= loq_ng_l="},
    {"below the LOD: 0 to 5.3 * 83600 / 251300",
     {{"measurements.csv", HEADER DAY "n.d.,5.3,15.9,83600,251300\n"}},
     "state=not_detected load= bound_lower=0 bound_upper=1.7631516116195782 "
     "rel_u=.3082207001484488 interval_lower= interval_upper= mass_g_d= concentration_ng_l= "
     "lod_ng_l=5.3 loq_ng_l=15.9 flow_m3_d=83600 population=251300 flags="},
    {"below a limit of its own: 0 to 7.7 * 83600 / 251300",
     {{"measurements.csv", HEADER DAY "<7.7,,,83600,251300\n"}},
     "state=not_detected load= bound_lower=0 bound_upper=2.5615598885793873 lod_ng_l= loq_ng_l="},
    {"between LOD and LOQ: 5.3 and 15.9 * 83600 / 251300",
     {{"measurements.csv", HEADER DAY "trace,5.3,15.9,83600,251300\n"}},
     "state=detected load= bound_lower=1.7631516116195782 bound_upper=5.2894548348587346 "
     "interval_lower= mass_g_d= concentration_ng_l= flags="},
    {"a limit that nobody states",
     {{"measurements.csv", HEADER DAY "n.d.,,,83600,251300\n"}},
     "state=not_detected load= bound_lower=0 bound_upper= rel_u=.20615528128088303 "
     "flags=unknown_limit"},
    {"no result",
     {{"measurements.csv", HEADER DAY ",5.3,15.9,83600,251300\n"}},
     "state=missing load= bound_lower= bound_upper= rel_u= interval_lower= interval_upper= "
     "mass_g_d= concentration_ng_l= lod_ng_l=5.3 loq_ng_l=15.9 flow_m3_d=83600 "
     "population=251300 flags="},
    {"no result, and neither flow nor people",
     {{"measurements.csv", HEADER DAY ",5.3,15.9,,\n"}},
     "state=missing load= bound_lower= bound_upper= rel_u= mass_g_d= flow_m3_d= population= "
     "flags="},
    {"a published load; 137.3 * 251300 / 1e6",
     {{"measurements.csv", PUBLISHED DAY "137.3,,,251300\n"}},
     "state=found load=137.3 bound_lower=137.3 bound_upper=137.3 mass_g_d=34.50349 "
     "concentration_ng_l= lod_ng_l= loq_ng_l= flow_m3_d= population=251300 flags=published_load"},
    {"at twice the limit: sqrt(.0425 + .0525 / 4)",
     {{"measurements.csv", HEADER DAY "6,1,3,54000,300000\n"}},
     "load=1.08 rel_u=.2358495283014151 interval_lower=.6845086440300155 "
     "interval_upper=1.703996012574611"},
    {"the limit of a load does the same",
     {{"measurements.csv", PUBLISHED DAY "1.08,,.54,300000\n"}},
     "load=1.08 rel_u=.2358495283014151 flags=published_load"},
    {"a budget that says nothing of the limit",
     {{"measurements.csv", HEADER DAY "6,1,3,54000,300000\n"},
      {"budget.csv", "component,scope,rel_u,rel_u_at_loq\nx,sample,.3,\n"}},
     "load=1.08 rel_u=.3"},
    {"and one that does, for one substance: sqrt(.09 + (.36 - .09) / 4)",
     {{"measurements.csv", HEADER DAY "6,1,3,54000,300000\n"},
      {"budget.csv", "component,scope,rel_u,rel_u_at_loq,substance\nx,sample,.3,.6,MDMA\n"
                     "x,sample,.1,,\n"}},
     "load=1.08 rel_u=.3968626966596886"},
    {"a published load and its limits, no people: no mass; limits are no concentrations",
     {{"measurements.csv", PUBLISHED DAY "137.3,.8,2.4,\n"}},
     "load=137.3 mass_g_d= lod_ng_l= loq_ng_l= population= flags=published_load"},
    {"a published load between limits",
     {{"measurements.csv", PUBLISHED DAY "trace,.8,2.4,\n"}},
     "state=detected load= bound_lower=.8 bound_upper=2.4 flags=published_load"},
    {"a published zero is below a limit that nobody states",
     {{"measurements.csv", PUBLISHED DAY "n.d.,,,\n"}},
     "state=not_detected load= bound_lower=0 bound_upper= flags=published_load;unknown_limit"},
    {"what stands beside the result",
     {{"measurements.csv",
       "plant,date,substance,concentration_ng_per_l,flow_m3_per_day,laboratory,batch,"
       "replicate\nVDN,2024-03-17,MDMA,250,54000,LAB-A,A24,2\n"},
      {"plants.csv", "plant,population,population_basis\nVDN,300000,register\n"}},
     "weekday=Sunday load=45 population=300000 population_basis=register laboratory=LAB-A "
     "batch=A24 replicate=2 sample="},
    {"a sample by its code",
     {{"measurements.csv", "sample,substance,concentration_ng_per_l,flow_m3_per_day,population\n"
                           "S1,MDMA,250,54000,300000\n"},
      {"samples.csv", "sample,plant,start\nS1,VDN,2024-03-16T08:00\n"}},
     "plant=VDN date=2024-03-16 weekday=Saturday load=45 sample=S1 replicate= flags="},
    {"placed by round and weekday: no date is invented",
     {{"measurements.csv",
       "plant,round,weekday,substance,load_mg_d_1000p\nVDN,2021,Saturday,MDMA,137.3\n"}},
     "round=2021 date= weekday=Saturday load=137.3"},
    {"an own budget; sqrt(.12^2 + .05^2) = .13",
     {{"measurements.csv", HEADER DAY "250,1,3,54000,300000\n"},
      {"budget.csv", "component,scope,rel_u\nsampling,sample,.12\nflow,plant,.05\n"}},
     "load=45 rel_u=.13 interval_lower=34.915607590762174 interval_upper=57.996985867597104"},
    {"components for another substance and plant do not count, the closest of a name does; "
     "sqrt(.3^2 + .4^2) = .5",
     {{"measurements.csv",
       HEADER DAY "250,1,3,54000,300000\nVDZ,2024-03-11,ketamine,9,1,3,500,70\n"},
      {"budget.csv", "component,scope,rel_u,substance,plant\nanalysis,sample,.7,,\n"
                     "analysis,sample,.3,MDMA,\nanalysis,sample,.2,ketamine,\nflow,plant,.4,,VDN\n"
                     "flow,plant,.6,,VDZ\n"}},
     "load=45 rel_u=.5"},
    {"people by a marker in the sample: .05^2 of the flow falls away",
     {{"measurements.csv", WITH_BASIS DAY "250,1,3,54000,300000,marker:ammonium\n"}},
     "load=45 rel_u=.20001889910705936 interval_lower=30.522708287503978 "
     "interval_upper=66.34404722299944 population_basis=marker:ammonium"},
    {"Marker, with a year of no account",
     {{"measurements.csv", WITH_BASIS DAY "250,1,3,54000,300000,MARKER 2024\n"}},
     "rel_u=.20001889910705936"},
    {"another word",
     {{"measurements.csv", WITH_BASIS DAY "250,1,3,54000,300000,markers\n"}},
     "rel_u=.20617361615880922"},
    {"the register tells it for that day",
     {{"measurements.csv", HEADER DAY "250,1,3,54000,\n"},
      {"plants.csv", "plant,population,population_basis,from,until\n"
                     "VDN,300000,marker,2024-03-11,2024-03-11\n"}},
     "load=45 rel_u=.20001889910705936 population_basis=marker"},
    {"a number that a marker gave once is no longer of the sample",
     {{"measurements.csv", HEADER DAY "250,1,3,54000,\n"},
      {"plants.csv", "plant,population,population_basis,from,until\n"
                     "VDN,300000,marker,2024-03-11,2024-03-12\n"}},
     "load=45 rel_u=.20617361615880922 population_basis=marker"},
    {"nor is it where the register has no dates",
     {{"measurements.csv", HEADER DAY "250,1,3,54000,\n"},
      {"plants.csv", "plant,population,population_basis\nVDN,300000,marker\n"}},
     "load=45 rel_u=.20617361615880922 population_basis=marker"},
    {"the basis of the row goes before that of the register",
     {{"measurements.csv", WITH_BASIS DAY "250,1,3,54000,300000,marker\n"},
      {"plants.csv", "plant,population,population_basis\nVDN,300000,register\n"}},
     "load=45 rel_u=.20001889910705936 population_basis=marker"},
    {"a published load by a marker; only the component called flow falls away",
     {{"measurements.csv", "plant,date,substance,load_mg_d_1000p,population_basis\n"
                           "VDN,2024-03-11,MDMA,45,marker\n"},
      {"budget.csv", "component,scope,rel_u\nFlow,plant,.4\nflows,plant,.3\n"}},
     "load=45 rel_u=.3 population_basis=marker"},
};

Test(load, of_one_row)
{
    for (size_t i = 0; i < COUNT(cases); i++) {
        char list[PROBLEMS_SIZE];
        doseau_loads *loads;
        doseau_study *study = read_files(cases[i].files, NULL, DOSEAU_ERROR, list);
        cr_assert(eq(str, list, ""), "%s", cases[i].source);
        cr_assert(eq(int, doseau_loads_new(study, NULL, &loads, NULL), DOSEAU_OK));
        const doseau_table table = doseau_loads_table(loads);
        expect_row(&table, 0, cases[i].row, cases[i].source);
        doseau_loads_free(loads);
        doseau_study_free(study);
    }
}

/* Names are stable, new ones come last. */
Test(load, columns)
{
    doseau_loads *loads;
    doseau_study *study = doseau_study_new();
    cr_assert(eq(int, doseau_loads_new(study, NULL, &loads, NULL), DOSEAU_OK));
    const doseau_table table = doseau_loads_table(loads);
    cr_expect(eq(str, (char *)table.name, "load"));
    cr_expect(eq(sz, table.n_rows, 0));
    expect_columns(&table,
                   "plant,substance,round,date,weekday,state,load_mg_d_1000p,"
                   "bound_lower_mg_d_1000p,bound_upper_mg_d_1000p,rel_u,interval_lower_mg_d_1000p,"
                   "interval_upper_mg_d_1000p,mass_g_d,concentration_ng_l,lod_ng_l,loq_ng_l,"
                   "flow_m3_d,population,population_basis,laboratory,batch,source,flags,"
                   "replicate,sample");
    doseau_loads_free(loads);
    doseau_study_free(study);
    doseau_loads_free(NULL);
}

/* ---- Flags ---- */

#define CODED "sample,substance,concentration_ng_per_l,flow_m3_per_day,population\n"
#define THREE_DAYS                                                                                 \
    "plant,date,substance,load_mg_d_1000p\n"                                                       \
    "VDN,2024-03-11,MDMA,7.1\nVDN,2024-03-12,MDMA,7.2\nVDZ,2024-03-11,MDMA,7.3\n"

static const struct {
    const char *source;
    file files[CASE_FILES];
    const char *rows[6]; /* flags of each */
} flagged[] = {
    {"a composite of less than 23 or more than 25 hours; none told is 24",
     {{"measurements.csv", CODED "S1,MDMA,250,54000,300000\nS2,MDMA,250,54000,300000\n"
                                 "S3,MDMA,250,54000,300000\nS4,MDMA,250,54000,300000\n"
                                 "S5,MDMA,250,54000,300000\n"},
      {"samples.csv", "sample,plant,start,hours,mode\nS1,VDN,2024-03-11,22.75,flow\n"
                      "S2,VDN,2024-03-12,23,flow\nS3,VDN,2024-03-13,25,flow\n"
                      "S4,VDN,2024-03-14,25.25,flow\nS5,VDN,2024-03-15,,flow\n"}},
     {"not_24_hours", "", "", "not_24_hours", ""}},
    {"a grab sample",
     {{"measurements.csv", CODED "S1,MDMA,250,54000,300000\nS2,MDMA,250,54000,300000\n"},
      {"samples.csv", "sample,plant,start,hours,mode\nS1,VDN,2024-03-11,24,grab\n"
                      "S2,VDN,2024-03-12,24,time\n"}},
     {"grab_sample", ""}},
    {"a day of one plant",
     {{"measurements.csv", THREE_DAYS},
      {"days.csv", "plant,date,event\nVDN,2024-03-11,festival\n"}},
     {"published_load;flagged_day", "published_load", "published_load"}},
    {"a day of all plants",
     {{"measurements.csv", THREE_DAYS}, {"days.csv", "plant,date,event\nall,2024-03-11,rain\n"}},
     {"published_load;flagged_day", "published_load", "published_load;flagged_day"}},
    {"an event",
     {{"measurements.csv", THREE_DAYS},
      {"rounds.csv", "round,first,last,kind\nfair,2024-03-11,2024-03-11,event\n"
                     "week,2024-03-12,2024-03-17,regular\n"}},
     {"published_load;event", "published_load", "published_load;event"}},
};

Test(load, flags)
{
    for (size_t i = 0; i < COUNT(flagged); i++) {
        doseau_loads *loads;
        doseau_study *study = read_clean(flagged[i].files, NULL);
        cr_assert(eq(int, doseau_loads_new(study, NULL, &loads, NULL), DOSEAU_OK));
        const doseau_table table = doseau_loads_table(loads);
        for (size_t row = 0; row < table.n_rows; row++) {
            char expected[100];
            cr_assert(flagged[i].rows[row] != NULL);
            snprintf(expected, sizeof expected, "flags=%s", flagged[i].rows[row]);
            expect_row(&table, row, expected, flagged[i].source);
        }
        doseau_loads_free(loads);
        doseau_study_free(study);
    }
}

/* ---- The loads of a study ---- */

static const file two_files[CASE_FILES] = {
    {"measurements-a.csv", HEADER "VDZ,2024-03-12,MDMA,9.9,1,3,600,7000\n"
                                  "# comment\n"
                                  "VDN,2024-03-12,MDMA,250,1,3,54000,300000\n"},
    {"measurements-b.csv", HEADER "VDN,2024-03-11,ketamine,n.d.,1,3,54000,300000\n"
                                  "VDN,2024-03-11,MDMA,125,1,3,54000,300000\n"},
};

Test(load, stands_beside_the_measurements)
{
    size_t n, n_loads;
    doseau_loads *loads;
    doseau_study *study = read_clean(two_files, NULL);
    const doseau_measurement *m = doseau_study_measurements(study, &n);
    cr_assert(eq(int, doseau_loads_new(study, NULL, &loads, NULL), DOSEAU_OK));
    const doseau_load *all = doseau_loads_all(loads, &n_loads);
    const doseau_table table = doseau_loads_table(loads);
    cr_assert(eq(sz, n, 4));
    cr_assert(eq(sz, n_loads, 4));
    cr_assert(eq(sz, table.n_rows, 4));
    /* By plant, substance, day; sources by file and line. */
    expect_row(
        &table, 0,
        "plant=VDN substance=MDMA date=2024-03-11 load=22.5 source=case-0/measurements-b.csv:3",
        "order");
    expect_row(
        &table, 1,
        "plant=VDN substance=MDMA date=2024-03-12 load=45 source=case-0/measurements-a.csv:4",
        "order");
    expect_row(&table, 2,
               "plant=VDN substance=ketamine state=not_detected source=case-0/measurements-b.csv:2",
               "order");
    expect_row(&table, 3, "plant=VDZ load~.848571 source=case-0/measurements-a.csv:2", "order");
    for (size_t i = 0; i < n; i++) {
        doseau_load one;
        cr_assert(eq(int, doseau_load_compute(study, &m[i], NULL, &one), DOSEAU_OK));
        cr_expect(eq(dbl, one.value.lower, all[i].value.lower));
        cr_expect(eq(dbl, one.value.upper, all[i].value.upper));
        cr_expect(eq(dbl, one.interval.lower, all[i].interval.lower));
        cr_expect(eq(dbl, one.interval.upper, all[i].interval.upper));
        cr_expect(eq(dbl, one.mass_g_per_day, all[i].mass_g_per_day));
    }
    cr_expect(eq(dbl, all[2].interval.lower, 0));
    cr_expect(eq(dbl, all[2].interval.upper, 0));
    cr_expect(eq(dbl, all[2].mass_g_per_day, 0));
    doseau_loads_free(loads);
    doseau_study_free(study);
}

Test(load, interval_by_alpha)
{
    size_t n;
    doseau_load_options options = {-7};
    doseau_load load;
    doseau_study *study = read_clean(two_files, NULL);
    const doseau_measurement *m = doseau_study_measurements(study, &n);
    doseau_load_defaults(&options);
    cr_expect(eq(dbl, options.alpha, .05));
    options.alpha = .1;
    cr_assert(eq(int, doseau_load_compute(study, &m[1], &options, &load), DOSEAU_OK));
    const double s = sqrt(log(1 + .0425 + .0525 * 9 / 62500)); /* 3 and 250 ng/L */
    cr_expect(le(dbl, fabs(load.interval.lower / (45 * exp(-Z10 * s)) - 1), 1e-14));
    cr_expect(le(dbl, fabs(load.interval.upper / (45 * exp(Z10 * s)) - 1), 1e-14));
    cr_assert(eq(int, doseau_load_compute(study, &m[1], NULL, &load), DOSEAU_OK));
    cr_expect(le(dbl, fabs(load.interval.upper / (45 * exp(Z05 * s)) - 1), 1e-14));
    doseau_study_free(study);
}

/* Also where no load is found, and so no interval computed. */
Test(load, alpha_out_of_range)
{
    static const double alphas[] = {0, 1, -.05, 1.05, NAN};
    size_t n;
    doseau_study *study = read_clean(two_files, NULL);
    const doseau_measurement *m = doseau_study_measurements(study, &n);
    for (size_t i = 0; i < COUNT(alphas); i++) {
        const doseau_load_options options = {alphas[i]};
        doseau_load load = {.rel_u = -7};
        doseau_loads *loads = NULL;
        doseau_error error = {0};
        cr_expect(eq(int, doseau_load_compute(study, &m[1], &options, &load), DOSEAU_EDOMAIN));
        cr_expect(eq(int, doseau_load_compute(study, &m[2], &options, &load), DOSEAU_EDOMAIN));
        cr_expect(eq(dbl, load.rel_u, -7));
        cr_expect(eq(int, doseau_loads_new(study, &options, &loads, &error), DOSEAU_EDOMAIN));
        cr_expect(loads == NULL);
        cr_expect(eq(int, error.status, DOSEAU_EDOMAIN));
        cr_expect(strstr(error.message, "alpha") != NULL);
        cr_expect(eq(sz, error.line, 0));
    }
    doseau_study_free(study);
}

/* Loads that no double holds: the second of two rows is to blame. */
static const struct {
    const char *why, *row;
} impossible[] = {
    {"C Q overflows", "VDN,2024-03-12,MDMA,1e200,,,1e200,1e100\n"},
    {"C Q / P overflows", "VDN,2024-03-12,MDMA,1e300,,,1e5,1e-5\n"},
    {"C Q / P vanishes", "VDN,2024-03-12,MDMA,1e-200,,,1e-100,1e100\n"},
    {"the limit overflows", "VDN,2024-03-12,MDMA,n.d.,1e300,,1e5,1e-5\n"},
    {"the interval overflows", "VDN,2024-03-12,MDMA,1.7e308,,,300,300\n"},
};

Test(load, that_cannot_be)
{
    for (size_t i = 0; i < COUNT(impossible); i++) {
        char rows[400], list[PROBLEMS_SIZE];
        snprintf(rows, sizeof rows, HEADER DAY "250,,,54000,300000\n%s", impossible[i].row);
        const file files[CASE_FILES] = {{"measurements.csv", rows}};
        doseau_loads *loads = NULL;
        doseau_error error = {0};
        doseau_study *study = read_files(files, NULL, DOSEAU_ERROR, list);
        cr_assert(eq(str, list, ""), "%s", impossible[i].why);
        cr_expect(eq(int, doseau_loads_new(study, NULL, &loads, &error), DOSEAU_EDOMAIN), "%s",
                  impossible[i].why);
        cr_expect(loads == NULL);
        cr_expect(eq(int, error.status, DOSEAU_EDOMAIN));
        cr_expect(strstr(error.file, "measurements.csv") != NULL, "%s", impossible[i].why);
        cr_expect(eq(sz, error.line, 3), "%s", impossible[i].why);
        cr_expect(ne(str, error.message, ""));
        cr_expect(eq(int, doseau_loads_new(study, NULL, &loads, NULL), DOSEAU_EDOMAIN));
        size_t n;
        doseau_load load = {.rel_u = -7};
        const doseau_measurement *m = doseau_study_measurements(study, &n);
        cr_expect(eq(int, doseau_load_compute(study, &m[1], NULL, &load), DOSEAU_EDOMAIN));
        cr_expect(eq(dbl, load.rel_u, -7));
        doseau_study_free(study);
    }
}

/* The mass of a published load: 1e300 * 1e12 / 1e6. */
Test(load, published_mass_that_cannot_be)
{
    const file files[CASE_FILES] = {{"measurements.csv", PUBLISHED DAY "1e300,,,1e15\n"}};
    char list[PROBLEMS_SIZE];
    doseau_loads *loads = NULL;
    doseau_study *study = read_files(files, NULL, DOSEAU_ERROR, list);
    cr_assert(eq(str, list, ""));
    cr_expect(eq(int, doseau_loads_new(study, NULL, &loads, NULL), DOSEAU_EDOMAIN));
    doseau_study_free(study);
}
