/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reading.h"

/* Reading whole files: which files, what their cells become, every problem of a row. */

#define COUNT(array) (sizeof(array) / sizeof(array)[0])
TestSuite(read, .init = folder_enter, .fini = folder_leave);

#define M "measurements.csv"
#define ROWS "plant,date,substance,concentration_ng_per_l,lod_ng_per_l,loq_ng_per_l\n"
#define LOADS "plant,date,substance,load_mg_d_1000p\n"
#define ONE_LOAD LOADS "Utrecht,2024-03-11,MDMA,41.27\n"

/* ---- What a result becomes ---- */

static const struct {
    const char *cell, *lod, *loq;
    doseau_sample value;
    const char *problem; /* of line 2 */
} results[] = {
    {"412.7", "", "", {DOSEAU_FOUND, true, 412.7, 412.7}, ""},
    {"412.7", "2.1", "5.3", {DOSEAU_FOUND, true, 412.7, 412.7}, ""},
    {"5.3", "2.1", "5.3", {DOSEAU_FOUND, true, 5.3, 5.3}, ""}, /* at the LOQ: a number */
    {"5.2", "2.1", "5.3", {DOSEAU_DETECTED, true, 2.1, 5.3}, "notice 4 below_own_loq"},
    {"2.1", "2.1", "5.3", {DOSEAU_DETECTED, true, 2.1, 5.3}, "notice 4 below_own_loq"},
    {"5.2", "", "5.3", {DOSEAU_DETECTED, true, 0, 5.3}, "notice 4 below_own_loq"},
    {"2.0", "2.1", "5.3", {DOSEAU_NOT_DETECTED, true, 0, 2.1}, "notice 4 below_own_lod"},
    {"2.0", "2.1", "", {DOSEAU_NOT_DETECTED, true, 0, 2.1}, "notice 4 below_own_lod"},
    {"2.1", "2.1", "", {DOSEAU_FOUND, true, 2.1, 2.1}, ""},
    {"<5.3", "", "", {DOSEAU_NOT_DETECTED, true, 0, 5.3}, ""},
    {"<5.3", "2.1", "5.3", {DOSEAU_NOT_DETECTED, true, 0, 5.3}, ""},
    {"<2.1", "2.1", "5.3", {DOSEAU_NOT_DETECTED, true, 0, 2.1}, ""},
    {"<5.4", "2.1", "5.3", {DOSEAU_NOT_DETECTED, true, 0, 5.4}, "warning 4 limit_above_loq"},
    {"<LOQ", "2.1", "5.3", {DOSEAU_NOT_DETECTED, true, 0, 5.3}, ""},
    {"< LOD", "2.1", "5.3", {DOSEAU_NOT_DETECTED, true, 0, 2.1}, ""},
    {"n.d.", "2.1", "5.3", {DOSEAU_NOT_DETECTED, true, 0, 2.1}, ""},
    {"n.d.", "", "5.3", {DOSEAU_NOT_DETECTED, true, 0, 5.3}, ""},
    {"n.d.", "", "", {DOSEAU_NOT_DETECTED, false, 0, 0}, "warning 4 unknown_limit"},
    {"trace", "2.1", "5.3", {DOSEAU_DETECTED, true, 2.1, 5.3}, ""},
    {"n.q.", "", "5.3", {DOSEAU_DETECTED, true, 0, 5.3}, ""},
    {"trace", "2.1", "", {DOSEAU_DETECTED, false, 2.1, 0}, "warning 4 unknown_limit"},
    {"", "2.1", "5.3", {DOSEAU_MISSING, false, 0, 0}, ""},
    {"1e-3", "", "", {DOSEAU_FOUND, true, .001, .001}, ""},
};

/* The only problem of a list, without its file and line. */
static void expect_problem(const char *list, const char *expected, const char *why)
{
    char level[20] = "", code[40] = "", got[80] = "";
    unsigned line, column;
    if (*list) {
        cr_assert(
            eq(int,
               sscanf(list, "%19s measurements.csv:%u:%u %*s %39s", level, &line, &column, code),
               4),
            "%s: %s", why, list);
        snprintf(got, sizeof got, "%s %u %s", level, column, code);
        cr_expect(eq(u32, line, 2), "%s", why);
        cr_expect(eq(ptr, strchr(list, '\n'), (char *)list + strlen(list) - 1), "%s: %s", why,
                  list);
    }
    cr_expect(eq(str, got, (char *)expected), "%s", why);
}

Test(read, results)
{
    for (size_t i = 0; i < COUNT(results); i++) {
        char content[300], list[PROBLEMS_SIZE];
        snprintf(content, sizeof content,
                 "plant,date,substance,concentration_ng_per_l,lod_ng_per_l,loq_ng_per_l,"
                 "flow_m3_per_day,population\nUtrecht,2024-03-11,MDMA,%s,%s,%s,83600,251300\n",
                 results[i].cell, results[i].lod, results[i].loq);
        const file files[CASE_FILES] = {{M, content}};
        doseau_study *study = read_files(files, NULL, DOSEAU_NOTICE, list);
        expect_problem(list, results[i].problem, content);
        size_t n;
        const doseau_measurement *m = doseau_study_measurements(study, &n);
        cr_assert(eq(sz, n, 1), "%s", content);
        cr_expect(eq(int, m->value.state, results[i].value.state), "%s", content);
        cr_expect(eq(int, m->value.bounded, results[i].value.bounded), "%s", content);
        cr_expect(eq(dbl, m->value.lower, results[i].value.lower), "%s", content);
        cr_expect(eq(dbl, m->value.upper, results[i].value.upper), "%s", content);
        doseau_study_free(study);
    }
}

/* A value and its limits come in the units of their columns: .4127 µg/L, 2.1 ng/L, 5300 pg/L as
 * .0053 ng/mL. */
Test(read, a_result_and_its_limits_in_units_of_their_own)
{
    static const file files[CASE_FILES] = {
        {M,
         "plant,date,substance,Conc. [µg/L],LOD [ng/L],LOQ [ng/mL],flow [L/s],population (x1000)\n"
         "Utrecht,2024-03-11,MDMA,0.4127,2.1,0.0053,1000,251.3\n"
         "Utrecht,2024-03-11,3-MMC,<0.0048,2.1,0.0053,1000,251.3\n"
         "Utrecht,2024-03-11,ketamine,0.0052,2.1,0.0053,1000,251.3\n"}};
    size_t n;
    doseau_study *study = read_clean(files, NULL);
    const doseau_measurement *m = doseau_study_measurements(study, &n);
    cr_assert(eq(sz, n, 3));
    cr_expect(ieee_ulp_eq(dbl, m[0].value.upper, 4.8, 1));
    cr_expect(ieee_ulp_eq(dbl, m[1].value.lower, 412.7, 1));
    cr_expect(eq(int, m[2].value.state, DOSEAU_DETECTED)); /* 5.2 is below 5.3 */
    cr_expect(ieee_ulp_eq(dbl, m[2].value.upper, 5.3, 1));
    cr_expect(eq(dbl, m[2].value.lower, 2.1));
    cr_expect(ieee_ulp_eq(dbl, m[1].loq, 5.3, 1));
    cr_expect(eq(dbl, m[1].lod, 2.1));
    cr_expect(ieee_ulp_eq(dbl, m[1].flow_m3_per_day, 86400, 1));
    cr_expect(ieee_ulp_eq(dbl, m[1].population_persons, 251300, 1));
    doseau_study_free(study);
}

/* ---- Problems of rows ---- */

typedef struct read_case {
    const char *why;
    file files[CASE_FILES];
    const char *problems; /* warnings and errors */
} read_case;

static void expect_problems(const read_case *cases, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        char list[PROBLEMS_SIZE];
        doseau_study_free(read_files(cases[i].files, NULL, DOSEAU_WARNING, list));
        cr_expect(eq(str, list, (char *)cases[i].problems), "%s", cases[i].why);
    }
}

#define FULL                                                                                       \
    "plant,date,weekday,substance,concentration_ng_per_l,lod_ng_per_l,loq_ng_per_l,"               \
    "flow_m3_per_day,population\n"
#define GOOD(day) "Utrecht," day ",,MDMA,412.7,2.1,5.3,83600,251300\n"

static const read_case measurements[] = {
    {"every column can be wrong",
     {{M, FULL GOOD("2024-03-11") ",2024-03-12,,MDMA,412.7,2.1,5.3,83600,251300\n"
                                  "Utrecht,,,MDMA,412.7,2.1,5.3,83600,251300\n"
                                  "Utrecht,March 12,,MDMA,412.7,2.1,5.3,83600,251300\n"
                                  "Utrecht,2023-02-29,,MDMA,412.7,2.1,5.3,83600,251300\n"
                                  "Utrecht,2024-03-12,Monday,MDMA,412.7,2.1,5.3,83600,251300\n"
                                  "Utrecht,2024-03-12,Someday,MDMA,412.7,2.1,5.3,83600,251300\n"
                                  "Utrecht,2024-03-12,,,412.7,2.1,5.3,83600,251300\n"
                                  "Utrecht,2024-03-12,,MDMA,plenty,2.1,5.3,83600,251300\n"
                                  "Utrecht,2024-03-12,,MDMA,1e999,2.1,5.3,83600,251300\n"
                                  "Utrecht,2024-03-12,,MDMA,-412.7,2.1,5.3,83600,251300\n"
                                  "Utrecht,2024-03-12,,MDMA,0,2.1,5.3,83600,251300\n"
                                  "Utrecht,2024-03-12,,MDMA,>500,2.1,5.3,83600,251300\n"
                                  "Utrecht,2024-03-12,,MDMA,<0,2.1,5.3,83600,251300\n"
                                  "Utrecht,2024-03-12,,MDMA,412.7,low,5.3,83600,251300\n"
                                  "Utrecht,2024-03-12,,MDMA,412.7,5.4,5.3,83600,251300\n"
                                  "Utrecht,2024-03-12,,MDMA,<LOD,,5.3,83600,251300\n"
                                  "Utrecht,2024-03-12,,MDMA,<LOQ,2.1,,83600,251300\n"
                                  "Utrecht,2024-03-12,,MDMA,412.7,2.1,-5.3,83600,251300\n"
                                  "Utrecht,2024-03-12,,MDMA,412.7,2.1,5.3,0,251300\n"
                                  "Utrecht,2024-03-12,,MDMA,412.7,2.1,5.3,83600,1e-400\n" GOOD(
                                      "2024-03-13")}},
     "error measurements.csv:3:1 plant empty\n"
     "error measurements.csv:4:2 date empty\n"
     "error measurements.csv:5:2 date bad_date\n"
     "error measurements.csv:6:2 date no_such_day\n"
     "error measurements.csv:7:3 weekday other_weekday\n"
     "error measurements.csv:8:3 weekday bad_weekday\n"
     "error measurements.csv:9:4 substance empty\n"
     "error measurements.csv:10:5 concentration_ng_per_l bad_number\n"
     "error measurements.csv:11:5 concentration_ng_per_l number_range\n"
     "error measurements.csv:12:5 concentration_ng_per_l negative\n"
     "error measurements.csv:13:5 concentration_ng_per_l zero\n"
     "error measurements.csv:14:5 concentration_ng_per_l above_range\n"
     "error measurements.csv:15:5 concentration_ng_per_l not_positive\n"
     "error measurements.csv:16:6 lod_ng_per_l bad_number\n"
     "error measurements.csv:17:6 lod_ng_per_l limits_crossed\n"
     "error measurements.csv:18:5 concentration_ng_per_l no_limit\n"
     "error measurements.csv:19:5 concentration_ng_per_l no_limit\n"
     "error measurements.csv:20:7 loq_ng_per_l not_positive\n"
     "error measurements.csv:21:8 flow_m3_per_day not_positive\n"
     "error measurements.csv:22:9 population number_range\n"},
    {"midnight behind a day, and another time",
     {{M, LOADS "Utrecht,2024-03-11 00:00,MDMA,41.27\nUtrecht,2024-03-12T00:00:00,MDMA,41.27\n"
                "Utrecht,2024-03-13 00:01,MDMA,41.27\n"}},
     "error measurements.csv:4:2 date bad_date\n"},
    {"several in one row",
     {{M, FULL ",11:03:2024,x,,plenty,low,none,much,many\n"}},
     "error measurements.csv:2:1 plant empty\n"
     "error measurements.csv:2:2 date bad_date\n"
     "error measurements.csv:2:3 weekday bad_weekday\n"
     "error measurements.csv:2:4 substance empty\n"
     "error measurements.csv:2:5 concentration_ng_per_l bad_number\n"
     "error measurements.csv:2:6 lod_ng_per_l bad_number\n"
     "error measurements.csv:2:7 loq_ng_per_l bad_number\n"
     "error measurements.csv:2:8 flow_m3_per_day bad_number\n"
     "error measurements.csv:2:9 population bad_number\n"},
    {"a word without its limit is no second error where the limit is wrong",
     {{M, ROWS "Utrecht,2024-03-11,MDMA,<LOQ,2.1,low\n"}},
     "error measurements.csv:2:6 loq_ng_per_l bad_number\n"},
    {"fields too few and too many",
     {{M, LOADS "Utrecht,2024-03-11,MDMA\nUtrecht,2024-03-12,MDMA,41.27,\n"
                "Utrecht,2024-03-13,MDMA,41,27\nUtrecht\nUtrecht,2024-03-14,MDMA,41.27,,,x,\n"}},
     "error measurements.csv:2:4 load_mg_d_1000p too_few_fields\n"
     "error measurements.csv:4:5 - too_many_fields\n"
     "error measurements.csv:5:2 date too_few_fields\n"
     "error measurements.csv:6:7 - too_many_fields\n"},
    {"a cell below a nameless column",
     {{M, "plant,date,,substance,load_mg_d_1000p,,\n"
          "Utrecht,2024-03-11,,MDMA,41.27\nUtrecht,2024-03-12,,MDMA,41.27,,\n"
          "Utrecht,2024-03-13,x,MDMA,41.27,,\nUtrecht,2024-03-14,,MDMA,41,27,\n"}},
     "error measurements.csv:4:3 - too_many_fields\n"
     "error measurements.csv:5:6 - too_many_fields\n"},
    {"a quote over several lines that makes a row of the wrong length is not closed where it was "
     "meant",
     {{M, "plant,date,substance,load_mg_d_1000p,laboratory\n"
          "Utrecht,2024-03-11,MDMA,41.27,\"A\nUtrecht,2024-03-12,MDMA,41.27,\"A\"\n"
          "Utrecht,2024-03-13,MDMA,41.27,A\n"}},
     "error measurements.csv:2:0 - bad_row\n"},
    {"a load and a concentration, and limits of the other",
     {{M, "plant,date,substance,concentration_ng_per_l,loq_ng_per_l,load_mg_d_1000p,"
          "loq_mg_d_1000p,flow_m3_per_day,population\n"
          "Utrecht,2024-03-11,MDMA,412.7,5.3,41.27,,83600,251300\n"
          "Utrecht,2024-03-12,MDMA,412.7,,,1.5,83600,251300\n"
          "Utrecht,2024-03-13,MDMA,,5.3,41.27,,83600,251300\n"
          "Utrecht,2024-03-14,MDMA,,,<LOQ,1.5,83600,251300\n"}},
     "error measurements.csv:2:5 loq_ng_per_l other_limit\n"
     "error measurements.csv:2:6 load_mg_d_1000p load_and_concentration\n"
     "error measurements.csv:3:7 loq_mg_d_1000p other_limit\n"
     "error measurements.csv:4:5 loq_ng_per_l other_limit\n"},
    {"a result below no limit is counted, at the first of them",
     {{M, LOADS "Utrecht,2024-03-11,MDMA,41.27\nUtrecht,2024-03-12,MDMA,n.d.\n"
                "Utrecht,2024-03-13,MDMA,trace\n"}},
     "warning measurements.csv:3:4 load_mg_d_1000p unknown_limit\n"},
    {"a round or a weekday alone is no place in time",
     {{M, "plant,date,round,weekday,substance,load_mg_d_1000p\nUtrecht,,2024,,MDMA,41.27\n"
          "Utrecht,,,Monday,MDMA,41.27\nUtrecht,,2024,Monday,MDMA,41.27\n"}},
     "error measurements.csv:2:2 date empty\n"
     "error measurements.csv:3:2 date empty\n"},
};

Test(read, measurements)
{
    expect_problems(measurements, COUNT(measurements));
}

static const read_case others[] = {
    {"samples",
     {{M, "sample,substance,load_mg_d_1000p\nU1,MDMA,41.27\n"},
      {"samples.csv", "sample,plant,start,end,hours,mode\n"
                      "U1,Utrecht,2024-03-11T08:00,2024-03-12 08:00,24,flow\n"
                      "U2,Utrecht,11-03-2024,12-03-2024,23.99,Steekmonster\n"
                      ",Utrecht,2024-03-11,,,\n"
                      "U4,,2024-03-11,,,\n"
                      "U5,Utrecht,,,,\n"
                      "U6,Utrecht,2024-03-11T25:00,,,\n"
                      "U7,Utrecht,2024-03-11,12-3,,\n"
                      "U8,Utrecht,2024-03-11,2024-03-10,,\n"
                      "U9,Utrecht,2024-03-11T08:00,2024-03-11T08:00,,\n"
                      "U10,Utrecht,2024-03-11T08:00,2024-03-12T08:00,23,\n"
                      "U11,Utrecht,2024-03-11,,day,\n"
                      "U12,Utrecht,2024-03-11,,0,\n"
                      "U13,Utrecht,2024-03-11,,,bucket\n"}},
     "warning samples.csv:3:1 sample unused_sample\n"
     "error samples.csv:4:1 sample empty\n"
     "error samples.csv:5:2 plant empty\n"
     "error samples.csv:6:3 start empty\n"
     "error samples.csv:7:3 start no_such_day\n"
     "error samples.csv:8:4 end bad_date\n"
     "error samples.csv:9:4 end ends_before\n"
     "error samples.csv:10:4 end ends_before\n"
     "error samples.csv:11:5 hours other_hours\n"
     "error samples.csv:12:5 hours bad_number\n"
     "error samples.csv:13:5 hours not_positive\n"
     "error samples.csv:14:6 mode bad_mode\n"},
    {"flows",
     {{M, ONE_LOAD},
      {"flows.csv", "plant,date,flow_m3_per_day\nUtrecht,2024-03-11,83600\n,2024-03-11,83600\n"
                    "Utrecht,,83600\nUtrecht,2024-03-12,\nUtrecht,2024-03-13,-1\n"
                    "Utrecht,2024-03-14,83.600.5\n"}},
     "error flows.csv:3:1 plant empty\n"
     "error flows.csv:4:2 date empty\n"
     "error flows.csv:5:3 flow_m3_per_day empty\n"
     "error flows.csv:6:3 flow_m3_per_day not_positive\n"
     "error flows.csv:7:3 flow_m3_per_day bad_number\n"},
    {"plants",
     {{M, ONE_LOAD},
      {"plants.csv", "plant,population,from,until\nUtrecht,251300,,\n,61000,,\nZeist,0,,\n"
                     "Doorn,10000,2024-01-01,2023-12-31\nBaarn,10000,yesterday,\n"
                     "Soest,10000,,2024-13-01\n"}},
     "error plants.csv:3:1 plant empty\n"
     "error plants.csv:4:2 population not_positive\n"
     "error plants.csv:5:4 until ends_before\n"
     "error plants.csv:6:3 from bad_date\n"
     "error plants.csv:7:4 until no_such_day\n"},
    {"rounds",
     {{M, ONE_LOAD},
      {"rounds.csv", "round,first,last,kind\n2024,2024-03-11,2024-03-17,regular\n"
                     ",2023-03-13,2023-03-19,\na,,2023-03-19,\nb,2023-03-13,soon,\n"
                     "c,2023-03-19,2023-03-13,\nd,2023-03-13,2023-03-19,party\n"}},
     "error rounds.csv:3:1 round empty\n"
     "error rounds.csv:4:2 first empty\n"
     "error rounds.csv:5:3 last bad_date\n"
     "error rounds.csv:6:3 last ends_before\n"
     "error rounds.csv:7:4 kind bad_kind\n"},
    {"days",
     {{M, ONE_LOAD},
      {"days.csv", "plant,date,event\nUtrecht,2024-03-11,rain\nalle,2024-03-11,rain\n"
                   "Utrecht,,rain\nUtrecht,2024-03-12,\nUtrecht,2024-02-30,rain\n"}},
     "error days.csv:4:2 date empty\n"
     "error days.csv:5:3 event empty\n"
     "error days.csv:6:2 date no_such_day\n"},
    {"budget",
     {{M, ONE_LOAD},
      {"budget.csv", "component,scope,rel_u,substance,plant\nflow,plant,.05,,\n,plant,.05,,\n"
                     "a,,.05,,\nb,town,.05,,\nc,plant,,,\nd,plant,much,,\ne,plant,0,,\n"
                     "f,plant,2,,\ng,plant,2.01,,\nFlow,sample,.06,,\nflow,plant,.05,MDMA,\n"
                     "flow,plant,.07,xtc,\nflow,plant,.05,,Utrecht\n"}},
     "error budget.csv:3:1 component empty\n"
     "error budget.csv:4:2 scope empty\n"
     "error budget.csv:5:2 scope bad_scope\n"
     "error budget.csv:6:3 rel_u empty\n"
     "error budget.csv:7:3 rel_u bad_number\n"
     "error budget.csv:8:3 rel_u not_positive\n"
     "error budget.csv:10:3 rel_u rel_u_range\n"
     "error budget.csv:11:1 component component_twice\n"
     "error budget.csv:13:1 component component_twice\n"},
    {"a budget that grows towards the LOQ",
     {{M, ONE_LOAD},
      {"budget.csv", "component,scope,rel_u,rel_u_at_loq\na,plant,.05,.05\nb,plant,.05,.049\n"
                     "c,plant,.05,2.01\nd,plant,.05,0\ne,plant,.05,x\nf,plant,2.1,.3\n"}},
     "error budget.csv:3:4 rel_u_at_loq rel_u_range\n"
     "error budget.csv:4:4 rel_u_at_loq rel_u_range\n"
     "error budget.csv:5:4 rel_u_at_loq not_positive\n"
     "error budget.csv:6:4 rel_u_at_loq bad_number\n"
     "error budget.csv:7:3 rel_u rel_u_range\n"},
    {"priors",
     {{M, ONE_LOAD},
      {"priors.csv", "substance,s0,d0,day_s0,day_d0,week_day_s0,week_day_d0,day_sd,nugget,walk\n"
                     "MDMA,.3,5,,,,,,,\nxtc,.4,5,,,,,,,\n,.3,5,,,,,,,\na,,5,,,,,,,\nb,.3,,,,,,,,\n"
                     "c,0,5,,,,,,,\nd,.3,.9,,,,,,,\ne,30,5,,,,,,,\nf,.3,5,.2,,,3,,,\n"
                     "g,.3,5,.2,3,.3,4,9,,\nh,.3,5,,,,,,.1,\ni,.3,5,,,,,,,.1\n"}},
     "error priors.csv:3:1 substance prior_twice\n"
     "error priors.csv:4:1 substance empty\n"
     "error priors.csv:5:2 s0 empty\n"
     "error priors.csv:6:3 d0 empty\n"
     "error priors.csv:7:2 s0 not_positive\n"
     "error priors.csv:8:3 d0 df_range\n"
     "error priors.csv:9:2 s0 sd_range\n"
     "error priors.csv:10:5 day_d0 prior_half\n"
     "error priors.csv:10:6 week_day_s0 prior_half\n"
     "error priors.csv:11:8 day_sd sd_range\n"
     "error priors.csv:12:10 walk empty\n"
     "error priors.csv:13:9 nugget empty\n"},
    {"bridging samples",
     {{M, ONE_LOAD},
      {"bridging.csv", "bridging_sample,substance,laboratory,concentration_ng_per_l,replicate\n"
                       "1,MDMA,A,10,\n1,MDMA,B,10,\n1,xtc,A,11,\n1,MDMA,A,11,2\n,MDMA,A,10,\n"
                       "2,,A,10,\n2,MDMA,,10,\n2,MDMA,A,,\n2,MDMA,A,<5,\n2,MDMA,A,0,\n"}},
     "error bridging.csv:4:1 bridging_sample bridging_twice\n"
     "error bridging.csv:6:1 bridging_sample empty\n"
     "error bridging.csv:7:2 substance empty\n"
     "error bridging.csv:8:3 laboratory empty\n"
     "error bridging.csv:9:4 concentration_ng_per_l empty\n"
     "error bridging.csv:10:4 concentration_ng_per_l bad_number\n"
     "error bridging.csv:11:4 concentration_ng_per_l not_positive\n"},
    {"a component that is like a default one is the first of its own",
     {{M, ONE_LOAD}, {"budget.csv", "component,scope,rel_u\nflow,plant,.05\nsampling,sample,.1\n"}},
     ""},
    {"the European table",
     {{"european.csv",
       "Year,Metabolite,Site ID,Country,City,Wednesday,Thursday,Friday,Saturday,Sunday,Monday,"
       "Tuesday,Weekday mean\n"
       "2022,MDMA,NL001,NL,Utrecht,41.27,0,,39.82,1,2,3,22\n"
       ",MDMA,NL001,NL,Utrecht,41.27,,,,,,,\n"
       "2022,,NL001,NL,Utrecht,41.27,,,,,,,\n"
       "2021,MDMA,,NL,Utrecht,41.27,,,,,,,\n"
       "20x2,MDMA,NL001,NL,Utrecht,41.27,,,,,,,\n"
       "1989,MDMA,NL001,NL,Utrecht,41.27,,,,,,,\n"
       "2101,MDMA,NL001,NL,Utrecht,41.27,,,,,,,\n"
       "2020,MDMA,NL001,NL,Utrecht,-41.27,<5,,,,,,\n"
       "2019,MDMA,NL001,NL,Amsterdam,41.27,,,,,,,\n"
       "2018,MDMA,NL001,BE,Utrecht,41.27,,,,,,,x\n"
       "2022,MDMA,NL001,NL,Utrecht,41.27,,,39.82,1,,,\n"}},
     "error european.csv:3:1 Year empty\n"
     "error european.csv:4:2 Metabolite empty\n"
     "error european.csv:5:3 Site ID empty\n"
     "error european.csv:6:1 Year bad_year\n"
     "error european.csv:7:1 Year bad_year\n"
     "error european.csv:8:1 Year bad_year\n"
     "error european.csv:9:6 Wednesday negative\n"
     "error european.csv:9:7 Thursday bad_number\n"
     "warning european.csv:10:5 City other_city\n"
     "warning european.csv:11:5 City other_city\n"
     "error european.csv:11:13 Weekday mean bad_number\n"
     "error european.csv:12:0 - duplicate\n"},
};

Test(read, other_kinds)
{
    expect_problems(others, COUNT(others));
}

/* ---- Files as a whole ---- */

static const read_case wholes[] = {
    {"a header no kind has",
     {{M, ONE_LOAD}, {"notes.csv", "colour,taste\nred,sweet\n"}},
     "warning notes.csv:0:0 - not_read\n"},
    {"files that a later version reads",
     {{M, ONE_LOAD}, {"weekdays.csv", "substance,Monday\n"}},
     "error weekdays.csv:0:0 - not_read_yet\n"},
    {"a file in its kind's name without its columns",
     {{M, ONE_LOAD}, {"flows.csv", "plant,day of flow\nUtrecht,2024-03-11\n"}},
     "error flows.csv:1:0 - no_column\nerror flows.csv:1:0 - no_column\n"},
    {"without a line",
     {{M, ONE_LOAD}, {"plants.csv", "# nobody knows\n\n"}},
     "error plants.csv:0:0 - no_header\n"},
    {"a header of two delimiters",
     {{M, ONE_LOAD}, {"plants.csv", "plant,name;x\n"}},
     "error plants.csv:1:0 - delimiter\n"},
    {"a header alone is a file without rows",
     {{M, ONE_LOAD}, {"plants.csv", "plant,name\n"}},
     "warning plants.csv:0:0 - no_rows\n"},
    {"a decimal mark that only another column settles",
     {{M, "plant;date;substance;load_mg_d_1000p;population\n"
          "Utrecht;2024-03-11;MDMA;1,234;251300,5\n"}},
     "warning measurements.csv:2:4 load_mg_d_1000p decimal_mark_elsewhere\n"},
    {"a bad header excuses what the file would have told",
     {{M, "sample,substance,concentration_ng_per_l\nU1,MDMA,412.7\n"},
      {"samples.csv", "sample,plant\nU1,Utrecht\n"}},
     "error samples.csv:1:0 - no_column\n"},
    {"no results at all",
     {{"plants.csv", "plant,name\nUtrecht,Overvecht\n"}},
     "error case-6:0:0 - no_results\n"},
    {"the same bytes twice",
     {{M, ONE_LOAD}, {"measurements-again.csv", ONE_LOAD}},
     "warning measurements.csv:0:0 - same_file\n"},
    {"a workbook, whatever its name",
     {{M, ONE_LOAD}, {"plants.csv", "PK\3\4 and so on\n"}},
     "error plants.csv:0:0 - workbook\n"},
    {"an encoding that is not known",
     {{M, ONE_LOAD}, {"plants.csv", "plant,name\nUtrecht,Overvecht \xE9\x81\n"}},
     "error plants.csv:2:0 - not_text\n"},
    {"one line in another encoding",
     {{M, ONE_LOAD "Caf\xE9,2024-03-11,MDMA,41.27\n\xC3\x89,2024-03-12,MDMA,39.82\n"}},
     "error measurements.csv:3:0 - bad_row\n"},
    {"a malformed header: the row below it is none",
     {{M, ONE_LOAD},
      {"plants.csv", "# caf\xC3\xA9\nplant,na\"me\nUtrecht,Overvecht\n"},
      {"flows.csv", "# by mail\nplant,ca\"f,date,flow_m3_per_day\nUtrecht,,2024-03-11,1\n"}},
     "error flows.csv:2:0 - bad_row\n"
     "error plants.csv:2:0 - bad_row\n"},
    {"numbers that could be read both ways",
     {{M, "plant;date;substance;load_mg_d_1000p\nUtrecht;2024-03-11;MDMA;412\n"
          "Utrecht;2024-03-12;MDMA;1,234\nUtrecht;2024-03-13;MDMA;2.345\n"}},
     "error measurements.csv:3:4 load_mg_d_1000p decimal_mark\n"},
    {"both marks",
     {{M, "plant\tdate\tsubstance\tload_mg_d_1000p\nUtrecht\t2024-03-11\tMDMA\t41.27\n"
          "Utrecht\t2024-03-12\tMDMA\t41,27\n"}},
     "error measurements.csv:3:4 load_mg_d_1000p two_decimal_marks\n"},
    {"words do not settle it, nor cells of other columns",
     {{M, "plant;date;substance;load_mg_d_1000p;laboratory\n"
          "Utrecht;2024-03-11;MDMA;1,234;1.5\n"}},
     "error measurements.csv:2:4 load_mg_d_1000p decimal_mark\n"},
};

Test(read, whole_files)
{
    for (size_t i = 0; i < COUNT(wholes); i++) {
        char list[PROBLEMS_SIZE];
        doseau_study_free(read_files(wholes[i].files, NULL, DOSEAU_WARNING, list));
        char *digit = strstr(list, "case-"); /* the number of the case's folder */
        if (digit) digit[5] = '6';
        cr_expect(eq(str, list, (char *)wholes[i].problems), "%s", wholes[i].why);
    }
}

/* What is written between `;` and tabs, with decimal commas and points. */
Test(read, delimiters_and_decimal_marks)
{
    static const char *const contents[] = {
        "plant,date,substance,load_mg_d_1000p\nUtrecht,2024-03-11,MDMA,1.234\n",
        "plant;date;substance;load_mg_d_1000p\nUtrecht;11-03-2024;MDMA;1,2340\n",
        "plant;date;substance;load_mg_d_1000p\nUtrecht;11-3-2024;MDMA;1.2340\n",
        "plant\tdate\tsubstance\tload_mg_d_1000p\nUtrecht\t2024-03-11\tMDMA\t1,2340\n",
        "\xEF\xBB\xBFplant;date;substance;load_mg_d_1000p;population\r\n"
        "Utrecht;2024-03-11;MDMA;1,2340;251300,5\r\n",
        "# from the laboratory; by mail\n\"plant\";\"date\";\"substance\";\"load_mg_d_1000p\"\n"
        "\"Utrecht\";\"2024-03-11\";\"MDMA\";\"1,2340\"",
    };
    for (size_t i = 0; i < COUNT(contents); i++) {
        size_t n;
        const file files[CASE_FILES] = {{M, contents[i]}};
        doseau_study *study = read_clean(files, NULL);
        const doseau_measurement *m = doseau_study_measurements(study, &n);
        cr_assert(eq(sz, n, 1), "%s", contents[i]);
        cr_expect(eq(dbl, m->value.lower, 1.234), "%s", contents[i]);
        cr_expect(eq(i32, m->date, 19793), "%s", contents[i]);
        doseau_study_free(study);
    }
}

/* ---- Paths ---- */

Test(read, a_folder)
{
    char list[PROBLEMS_SIZE];
    static const file files[CASE_FILES] = {
        {"measurements-b.csv", ONE_LOAD},
        {"Measurements-a.CSV", LOADS "Utrecht,2024-03-12,MDMA,39.82\n"},
        {".hidden.csv", "colour\n"},
        {"report.pdf", "%PDF\n"},
        {"a.csv.bak", ONE_LOAD},
        {"others.csv", LOADS "Zeist,2024-03-11,MDMA,40.2\n"}};
    size_t n;
    doseau_study *study = read_files(files, NULL, DOSEAU_NOTICE, list);
    cr_expect(eq(str, list, "notice a.csv.bak:0:0 - not_read\nnotice report.pdf:0:0 - not_read\n"));
    doseau_study_measurements(study, &n);
    cr_expect(eq(sz, n, 3));
    const doseau_file *read = doseau_study_files(study, &n);
    cr_assert(eq(sz, n, 3));
    cr_expect(eq(str, (char *)read[0].name, "case-0/Measurements-a.CSV")); /* byte order */
    cr_expect(eq(str, (char *)read[1].name, "case-0/measurements-b.csv"));
    cr_expect(eq(str, (char *)read[2].name, "case-0/others.csv")); /* by its header */
    doseau_study_free(study);
}

Test(read, several_paths_in_the_order_given)
{
    static const file files[CASE_FILES] = {
        {"b.csv", "plant,date,flow_m3_per_day\nUtrecht,2024-03-11,83600\n"},
        {"a.csv", "plant,date,substance,concentration_ng_per_l,population\n"
                  "Utrecht,2024-03-11,MDMA,412.7,251300\n"}};
    const char *paths[] = {"lab/b.csv", "lab/a.csv"};
    size_t n;
    write_files("lab", files);
    doseau_study *study;
    doseau_problems *problems = doseau_problems_new();
    cr_assert(eq(int, doseau_study_read(paths, 2, NULL, NULL, &study, problems, NULL), DOSEAU_OK));
    const doseau_file *read = doseau_study_files(study, &n);
    cr_expect(eq(str, (char *)read[0].name, "lab/b.csv"));
    cr_expect(eq(dbl, doseau_study_measurements(study, &n)->flow_m3_per_day, 83600));
    doseau_problems_free(problems);
    doseau_study_free(study);
}

Test(read, standard_input)
{
    file_write("in", ONE_LOAD);
    cr_assert(ne(ptr, freopen("in", "r", stdin), NULL));
    char list[PROBLEMS_SIZE];
    size_t n;
    doseau_study *study = read_path("-", NULL, DOSEAU_NOTICE, list);
    cr_expect(eq(str, list, ""));
    cr_expect(eq(str, (char *)doseau_study_files(study, &n)->name, "standard input"));
    cr_expect(eq(dbl, doseau_study_measurements(study, &n)->value.lower, 41.27));
    doseau_study_free(study);
}

static void expect_failure(const char *path, doseau_status expected, const char *named)
{
    doseau_study *study = NULL;
    doseau_error error = {0};
    doseau_problems *problems = doseau_problems_new();
    cr_expect(eq(int, doseau_study_read(&path, 1, NULL, NULL, &study, problems, &error), expected),
              "%s", path);
    cr_expect(eq(int, error.status, expected));
    cr_expect(eq(str, error.file, (char *)named));
    cr_expect(not(zero(sz, strlen(error.message))));
    if (expected == DOSEAU_EIO) cr_expect(zero(ptr, study));
    doseau_problems_free(problems);
    doseau_study_free(study);
}

Test(read, paths_that_cannot_be_read)
{
    cr_assert(eq(int, mkdir("empty", 0777), 0));
    file_write("colours.csv", "colour,taste\n");
    file_write("half.csv", "plant,date,substance\n");
    file_write("nothing.csv", "");
    expect_failure("nowhere.csv", DOSEAU_EIO, "nowhere.csv");
    expect_failure("nowhere/", DOSEAU_EIO, "nowhere/");
    expect_failure("empty", DOSEAU_EDATA, "empty");
    expect_failure("colours.csv", DOSEAU_EDATA, "colours.csv");
    expect_failure("half.csv", DOSEAU_EDATA, "half.csv");
    expect_failure("nothing.csv", DOSEAU_EDATA, "nothing.csv");
}

/* A single file is not taken for a kind by its name, but by its header; where that fits no kind,
 * what is missing in the nearest one is said. */
Test(read, single_files)
{
    static const struct {
        const char *content, *problems;
    } cases[] = {
        {"colour,taste\n", "error flows.csv:1:0 - unknown_file\n"},
        {"plant,date,substance\n", "error flows.csv:1:0 - no_column\n"},
        {ONE_LOAD, ""},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        char list[PROBLEMS_SIZE];
        file_write("flows.csv", cases[i].content);
        doseau_study_free(read_path("flows.csv", NULL, DOSEAU_NOTICE, list));
        cr_expect(eq(str, list, (char *)cases[i].problems));
    }
}

/* The study of DOSEAU_EDATA has the rows without errors, for further checks. */
Test(read, rows_without_errors)
{
    static const file files[CASE_FILES] = {
        {M, LOADS "Utrecht,2024-03-11,MDMA,41.27\nUtrecht,2024-03-12,MDMA,plenty\n"
                  "Utrecht,2024-03-13,MDMA,39.82\n"}};
    char list[PROBLEMS_SIZE];
    size_t n;
    doseau_study *study = read_files(files, NULL, DOSEAU_WARNING, list);
    const doseau_measurement *m = doseau_study_measurements(study, &n);
    cr_assert(eq(sz, n, 2));
    cr_expect(eq(dbl, m[1].value.lower, 39.82));
    cr_expect(eq(u32, m[1].origin.line, 4));
    doseau_study_free(study);
}

/* Nor has it rows whose flow or people are not known. */
Test(read, rows_that_lack_a_partner)
{
    static const file files[CASE_FILES] = {
        {M, "plant,date,substance,concentration_ng_per_l,flow_m3_per_day\n"
            "Utrecht,2024-03-11,MDMA,412.7,83600\nUtrecht,2024-03-12,MDMA,412.7,\n"
            "Zeist,2024-03-11,MDMA,412.7,21000\n"},
        {"plants.csv", "plant,population\nUtrecht,251300\n"}};
    char list[PROBLEMS_SIZE];
    size_t n;
    doseau_study *study = read_files(files, NULL, DOSEAU_WARNING, list);
    cr_expect(eq(str, list,
                 "error measurements.csv:3:2 date no_flow\n"
                 "error measurements.csv:4:1 plant no_population\n"));
    cr_expect(eq(u32, doseau_study_measurements(study, &n)->origin.line, 2));
    cr_expect(eq(sz, n, 1));
    doseau_study_free(study);
}

/* Notices of a file that tells no limits at all, as the European table, are one for the file. */
Test(read, unknown_limits_of_the_european_table)
{
    static const file files[CASE_FILES] = {
        {"european.csv", "Year,Metabolite,Site ID,Wednesday,Thursday,Friday,Saturday,Sunday,"
                         "Monday,Tuesday\n2022,cocaine,NL001,41.27,0,,0,1,2,3\n"
                         "2022,cannabis,NL001,41.27,0,,1,1,2,3\n"}};
    char list[PROBLEMS_SIZE];
    size_t n;
    doseau_study *study = read_files(files, NULL, DOSEAU_NOTICE, list);
    cr_expect(eq(str, list, "notice european.csv:0:0 - unknown_limit\n"));
    const doseau_measurement *m = doseau_study_measurements(study, &n);
    cr_assert(eq(sz, n, 12)); /* an empty cell was not measured */
    cr_expect(eq(str, (char *)doseau_study_substance_name(study, m[0].substance), "THC-COOH"));
    cr_expect(
        eq(str, (char *)doseau_study_substance_name(study, m[11].substance), "benzoylecgonine"));
    cr_expect(eq(int, m[6].weekday, DOSEAU_MONDAY));
    cr_expect(eq(int, m[6].quantity, DOSEAU_IS_LOAD));
    cr_expect(eq(dbl, m[6].value.lower, 2));
    cr_expect(eq(int, m[9].value.state, DOSEAU_NOT_DETECTED)); /* Thursday */
    cr_expect(not(m[9].value.bounded));
    cr_expect(eq(i32, m[9].date, DOSEAU_NO_DATE));
    doseau_study_free(study);
}
