/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reading.h"

/* What does not fit between the files of a study: every problem that joining them can find, and
 * that nothing else is said of it. */

#define COUNT(array) (sizeof(array) / sizeof(array)[0])
TestSuite(joins, .init = folder_enter, .fini = folder_leave);

#define M "measurements.csv"
#define S "samples.csv"
#define F "flows.csv"
#define P "plants.csv"

#define ROWS "plant,date,substance,concentration_ng_per_l\n"
#define CODED "sample,substance,concentration_ng_per_l\n"
#define FLOWS "plant,date,flow_m3_per_day\n"
#define PEOPLE "plant,population\n"
#define UTRECHT_PEOPLE "plant,population\nUtrecht,251300\n"
#define UTRECHT_FLOWS                                                                              \
    "plant,date,flow_m3_per_day\nUtrecht,2024-03-11,83600\nUtrecht,2024-03-12,81250.5\n"

typedef struct join_case {
    const char *why;
    file files[CASE_FILES];
    const char *problems; /* warnings and errors */
} join_case;

static void expect_problems(const join_case *cases, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        char list[PROBLEMS_SIZE];
        doseau_study_free(read_files(cases[i].files, NULL, DOSEAU_WARNING, list));
        cr_expect(eq(str, list, (char *)cases[i].problems), "%s", cases[i].why);
    }
}

static const join_case composites[] = {
    {"all there",
     {{M, CODED "U1,MDMA,412.7\nU2,MDMA,398.2\nU1,3-MMC,5.3\n"},
      {S, "sample,plant,start\nU1,Utrecht,2024-03-11\nU2,Utrecht,2024-03-12\n"},
      {F, UTRECHT_FLOWS},
      {P, UTRECHT_PEOPLE}},
     ""},
    {"a code that nobody describes, in each of its rows",
     {{M, CODED "U1,MDMA,412.7\nU3,MDMA,398.2\nU3,3-MMC,5.3\n"},
      {S, "sample,plant,start\nU1,Utrecht,2024-03-11\n"},
      {F, UTRECHT_FLOWS},
      {P, UTRECHT_PEOPLE}},
     "error measurements.csv:3:1 sample unknown_sample\n"
     "error measurements.csv:4:1 sample unknown_sample\n"},
    {"codes and no samples file",
     {{M, CODED "U1,MDMA,412.7\n"}},
     "error measurements.csv:2:1 sample unknown_sample\n"},
    {"a sample without a result",
     {{M, CODED "U1,MDMA,412.7\n"},
      {S, "sample,plant,start\nU2,Utrecht,2024-03-12\nU1,Utrecht,2024-03-11\n"},
      {F, UTRECHT_FLOWS},
      {P, UTRECHT_PEOPLE}},
     "warning samples.csv:2:1 sample unused_sample\n"},
    {"described twice, the same",
     {{M, CODED "U1,MDMA,412.7\n"},
      {"samples-a.csv", "sample,plant,start,hours,mode\nU1,Utrecht,2024-03-11,24,flow\n"},
      {"samples-b.csv", "mode,hours,start,plant,sample\nflow,24.0,11-03-2024,Utrecht,U1\n"},
      {F, UTRECHT_FLOWS},
      {P, UTRECHT_PEOPLE}},
     ""},
    {"described otherwise: plant, day, hours, mode, time of the start",
     {{M, CODED "U1,MDMA,412.7\n"},
      {S, "plant,sample,start,hours,mode\nUtrecht,U1,2024-03-11T08:00,24,flow\n"
          "Zeist,U1,2024-03-11T08:00,24,flow\nUtrecht,U1,2024-03-12T08:00,24,flow\n"
          "Utrecht,U1,2024-03-11T08:00,23,flow\nUtrecht,U1,2024-03-11T08:00,24,time\n"
          "Utrecht,U1,2024-03-11T09:00,24,flow\nUtrecht,U1,2024-03-11T08:00,24,flow\n"},
      {F, UTRECHT_FLOWS},
      {P, UTRECHT_PEOPLE}},
     "error samples.csv:3:2 sample sample_twice\n"
     "error samples.csv:4:2 sample sample_twice\n"
     "error samples.csv:5:2 sample sample_twice\n"
     "error samples.csv:6:2 sample sample_twice\n"
     "error samples.csv:7:2 sample sample_twice\n"},
    {"each sample for itself",
     {{M, CODED "U1,MDMA,412.7\nU2,MDMA,412.7\nU3,MDMA,412.7\n"},
      {S, "sample,plant,start\nU1,Utrecht,2024-03-11\nU2,Utrecht,2024-03-12\n"
          "U2,Utrecht,2024-03-12\nU3,Utrecht,2024-03-10\nU3,Utrecht,2024-03-11\n"},
      {F, UTRECHT_FLOWS "Utrecht,2024-03-10,83600\n"},
      {P, UTRECHT_PEOPLE}},
     "error samples.csv:6:1 sample sample_twice\n"},
    {"the row says another plant or day than its sample",
     {{M, "sample,plant,date,substance,concentration_ng_per_l\n"
          "U1,Zeist,2024-03-11,MDMA,412.7\nU1,Utrecht,2024-03-12,3-MMC,5.3\n"
          "U1,Utrecht,2024-03-11,ketamine,7.1\n"},
      {S, "sample,plant,start\nU1,Utrecht,2024-03-11\n"},
      {F, UTRECHT_FLOWS},
      {P, UTRECHT_PEOPLE}},
     "error measurements.csv:2:2 plant other_plant\n"
     "error measurements.csv:3:3 date other_date\n"},
    {"nor another weekday",
     {{M, "sample,weekday,substance,concentration_ng_per_l\nU1,Monday,MDMA,412.7\n"
          "U1,Tuesday,3-MMC,5.3\n"},
      {S, "sample,plant,start\nU1,Utrecht,2024-03-11\n"},
      {F, UTRECHT_FLOWS},
      {P, UTRECHT_PEOPLE}},
     "error measurements.csv:3:2 weekday other_weekday\n"},
    {"a sample that is wrong itself excuses its results",
     {{M, CODED "U1,MDMA,412.7\nU2,MDMA,398.2\n"},
      {S, "sample,plant,start,mode\nU1,Utrecht,2024-03-11,\nU2,Utrecht,2024-03-12,bucket\n"},
      {F, UTRECHT_FLOWS},
      {P, UTRECHT_PEOPLE}},
     "error samples.csv:3:4 mode bad_mode\n"},
    {"also one whose plant is lost",
     {{M, CODED "U1,MDMA,412.7\nU2,MDMA,398.2\n"},
      {S, "sample,plant,start\nU1,Utrecht,2024-03-11\nU2,,2024-03-12\n"},
      {F, UTRECHT_FLOWS},
      {P, UTRECHT_PEOPLE}},
     "error samples.csv:3:2 plant empty\n"},
    {"a sample whose code is lost may be the one that is missed",
     {{M, CODED "U1,MDMA,412.7\nU2,MDMA,398.2\n"},
      {S, "sample,plant,start\nU1,Utrecht,2024-03-11\n,Utrecht,2024-03-12\n"},
      {F, UTRECHT_FLOWS},
      {P, UTRECHT_PEOPLE}},
     "error samples.csv:3:1 sample empty\n"},
    {"a result that is wrong itself belongs to its sample",
     {{M, CODED "U1,MDMA,412.7\nU2,MDMA,plenty\n"},
      {S, "sample,plant,start\nU1,Utrecht,2024-03-11\nU2,Utrecht,2024-03-12\n"},
      {F, UTRECHT_FLOWS},
      {P, UTRECHT_PEOPLE}},
     "error measurements.csv:3:3 concentration_ng_per_l bad_number\n"},
    {"one that is wrong is not blamed for its code too",
     {{M, CODED "U1,MDMA,412.7\nU9,MDMA,plenty\n"},
      {S, "sample,plant,start\nU1,Utrecht,2024-03-11\n"},
      {F, UTRECHT_FLOWS},
      {P, UTRECHT_PEOPLE}},
     "error measurements.csv:3:3 concentration_ng_per_l bad_number\n"},
};

Test(joins, composites)
{
    expect_problems(composites, COUNT(composites));
}

static const join_case flows[] = {
    {"the flow in the row",
     {{M, "plant,date,substance,concentration_ng_per_l,flow_m3_per_day\n"
          "Utrecht,2024-03-11,MDMA,412.7,83600\n"},
      {P, UTRECHT_PEOPLE}},
     ""},
    {"no flow: one error for a day of a plant, at the first row that needs it",
     {{M, ROWS "Utrecht,2024-03-14,3-MMC,\nUtrecht,2024-03-14,MDMA,412.7\n"
               "Utrecht,2024-03-11,MDMA,398.2\nUtrecht,2024-03-13,MDMA,412.7\n"
               "Utrecht,2024-03-14,ketamine,7.1\nZeist,2024-03-11,MDMA,405.4\n"},
      {F, UTRECHT_FLOWS},
      {P, UTRECHT_PEOPLE "Zeist,61000\n"}},
     "error measurements.csv:3:2 date no_flow\n"
     "error measurements.csv:5:2 date no_flow\n"
     "error measurements.csv:7:2 date no_flow\n"},
    {"no flow at all: one error",
     {{M, ROWS "Utrecht,2024-03-14,3-MMC,\nUtrecht,2024-03-14,MDMA,412.7\n"
               "Utrecht,2024-03-11,MDMA,398.2\n"},
      {P, UTRECHT_PEOPLE}},
     "error measurements.csv:3:0 - no_flow\n"},
    {"some flows in rows, no flows file",
     {{M, "plant,date,substance,concentration_ng_per_l,flow_m3_per_day\n"
          "Utrecht,2024-03-11,MDMA,412.7,\nUtrecht,2024-03-12,MDMA,412.7,83600\n"
          "Utrecht,2024-03-13,MDMA,412.7,\n"},
      {P, UTRECHT_PEOPLE}},
     "error measurements.csv:2:2 date no_flow\n"
     "error measurements.csv:4:2 date no_flow\n"},
    {"no flow for a sample: the sample is the place",
     {{M, CODED "U1,MDMA,412.7\nU2,MDMA,398.2\n"},
      {S, "sample,plant,start\nU1,Utrecht,2024-03-11\nU2,Utrecht,2024-03-13\n"},
      {F, UTRECHT_FLOWS},
      {P, UTRECHT_PEOPLE}},
     "error measurements.csv:3:1 sample no_flow\n"},
    {"among rows without a code, which point to their day",
     {{M, "sample,plant,date,substance,concentration_ng_per_l\n,Utrecht,2024-03-14,MDMA,412.7\n"
          "U1,,,MDMA,398.2\n,Zeist,2024-03-11,MDMA,398.2\n"},
      {S, "sample,plant,start\nU1,Utrecht,2024-03-13\n"},
      {F, UTRECHT_FLOWS "Zeist,2024-03-11,21000\n"},
      {P, PEOPLE "Utrecht,251300\n"}},
     "error measurements.csv:2:3 date no_flow\n"
     "error measurements.csv:3:1 sample no_flow\n"
     "error measurements.csv:4:2 plant no_population\n"},
    {"no flow for a weekday of a round",
     {{M, "plant,round,weekday,substance,concentration_ng_per_l,flow_m3_per_day\n"
          "Utrecht,2024,Monday,MDMA,412.7,83600\nUtrecht,2024,Tuesday,MDMA,398.2,\n"},
      {F, UTRECHT_FLOWS},
      {P, UTRECHT_PEOPLE}},
     "error measurements.csv:3:3 weekday no_flow\n"},
    {"a result that is not there and a published load need no flow",
     {{M, "plant,date,substance,concentration_ng_per_l,load_mg_d_1000p\n"
          "Utrecht,2024-03-11,MDMA,,\nUtrecht,2024-03-12,MDMA,,41.27\n"}},
     ""},
    {"the same flow told again and again",
     {{M, "plant,date,substance,concentration_ng_per_l,flow_m3_per_day\n"
          "Utrecht,2024-03-11,MDMA,412.7,83600\nUtrecht,2024-03-11,3-MMC,5.3,83600.0\n"},
      {"flows-a.csv", FLOWS "Utrecht,2024-03-11,83600\nUtrecht,2024-03-11,83600\n"},
      {"flows-b.csv", "plant,date,flow [ML/d]\nUtrecht,2024-03-11,83.6\n"},
      {P, UTRECHT_PEOPLE}},
     ""},
    {"other flows: in the file, in another file, in rows",
     {{"flows-a.csv", FLOWS "Utrecht,2024-03-11,83600\nUtrecht,2024-03-11,83601\n"},
      {"flows-b.csv", "flow_m3_per_day,plant,date\n83600,Utrecht,2024-03-11\n"
                      "83599,Utrecht,2024-03-11\n"},
      {M, "plant,date,substance,concentration_ng_per_l,flow_m3_per_day\n"
          "Utrecht,2024-03-11,MDMA,412.7,83600\nUtrecht,2024-03-11,3-MMC,5.3,83602\n"},
      {P, UTRECHT_PEOPLE}},
     "error flows-a.csv:3:3 flow_m3_per_day flow_twice\n"
     "error flows-b.csv:3:1 flow_m3_per_day flow_twice\n"
     "error measurements.csv:3:5 flow_m3_per_day flow_twice\n"},
    {"the file read first is believed first, whatever its lines",
     {{"flows-a.csv", "# by mail\n#\n#\n" FLOWS "Utrecht,2024-03-11,83600\n"},
      {"flows-b.csv", FLOWS "Utrecht,2024-03-11,83601\n"},
      {M, ROWS "Utrecht,2024-03-11,MDMA,412.7\n"},
      {P, UTRECHT_PEOPLE}},
     "error flows-b.csv:2:3 flow_m3_per_day flow_twice\n"},
    {"other plants between",
     {{F, FLOWS "Utrecht,2024-03-11,83600\nZeist,2024-03-11,21000\nUtrecht,2024-03-11,83601\n"
                "Zeist,2024-03-11,21001\n"},
      {M, ROWS "Utrecht,2024-03-11,MDMA,412.7\nZeist,2024-03-11,MDMA,412.7\n"},
      {P, UTRECHT_PEOPLE "Zeist,61000\n"}},
     "error flows.csv:4:3 flow_m3_per_day flow_twice\n"
     "error flows.csv:5:3 flow_m3_per_day flow_twice\n"},
    {"other flows in rows alone",
     {{M, "plant,date,substance,concentration_ng_per_l,flow [m3/h]\n"
          "Utrecht,2024-03-11,MDMA,412.7,3483\nUtrecht,2024-03-12,MDMA,412.7,3512\n"
          "Utrecht,2024-03-11,3-MMC,5.3,3484\n"},
      {P, UTRECHT_PEOPLE}},
     "error measurements.csv:4:5 flow [m3/h] flow_twice\n"},
    {"other flows for one weekday of a round",
     {{M, "plant,round,weekday,substance,concentration_ng_per_l,flow_m3_per_day\n"
          "Utrecht,2024,Monday,MDMA,412.7,83600\nUtrecht,2024,Tuesday,MDMA,412.7,83601\n"
          "Utrecht,2023,Monday,MDMA,412.7,83602\nUtrecht,2024,Monday,3-MMC,412.7,83603\n"},
      {P, UTRECHT_PEOPLE}},
     "error measurements.csv:5:6 flow_m3_per_day flow_twice\n"},
    {"a flow that is wrong itself excuses its day",
     {{M, ROWS "Utrecht,2024-03-11,MDMA,412.7\nUtrecht,2024-03-12,MDMA,398.2\n"},
      {F, FLOWS "Utrecht,2024-03-11,83600\nUtrecht,2024-03-12,much\n"},
      {P, UTRECHT_PEOPLE}},
     "error flows.csv:3:3 flow_m3_per_day bad_number\n"},
    {"and no other one",
     {{M, ROWS "Utrecht,2024-03-11,MDMA,412.7\nUtrecht,2024-03-12,MDMA,398.2\n"},
      {F, FLOWS "Utrecht,2024-03-12,much\n"},
      {P, UTRECHT_PEOPLE}},
     "error flows.csv:2:3 flow_m3_per_day bad_number\n"
     "error measurements.csv:2:2 date no_flow\n"},
    {"a flow whose day is lost may be the one that is missed",
     {{M, ROWS "Utrecht,2024-03-11,MDMA,412.7\nUtrecht,2024-03-12,MDMA,398.2\n"},
      {F, FLOWS "Utrecht,2024-03-11,83600\nUtrecht,12 March,81250\n"},
      {P, UTRECHT_PEOPLE}},
     "error flows.csv:3:2 date bad_date\n"},
    {"a row that is wrong itself needs no flow",
     {{M, ROWS "Utrecht,2024-03-11,MDMA,412.7\nUtrecht,2024-03-13,MDMA,-1\n"},
      {F, UTRECHT_FLOWS},
      {P, UTRECHT_PEOPLE}},
     "error measurements.csv:3:4 concentration_ng_per_l negative\n"},
};

Test(joins, flows)
{
    expect_problems(flows, COUNT(flows));
}

#define REGISTER "plant,population,from,until\n"

static const join_case people[] = {
    {"the people in the row",
     {{M, "plant,date,substance,concentration_ng_per_l,population\n"
          "Utrecht,2024-03-11,MDMA,412.7,251300\n"},
      {F, UTRECHT_FLOWS}},
     ""},
    {"no people: one error a plant",
     {{M, ROWS "Utrecht,2024-03-12,3-MMC,\nUtrecht,2024-03-12,MDMA,412.7\n"
               "Utrecht,2024-03-11,MDMA,398.2\n"},
      {F, UTRECHT_FLOWS}},
     "error measurements.csv:3:1 plant no_population\n"},
    {"nor for a sample",
     {{M, CODED "U1,MDMA,412.7\n"},
      {S, "sample,plant,start\nU1,Utrecht,2024-03-11\n"},
      {F, UTRECHT_FLOWS}},
     "error measurements.csv:2:1 sample no_population\n"},
    {"a scope that is no column",
     {{M, "plant,date,substance,load_mg_d_1000p,sampler\nUtrecht,2024-03-11,MDMA,41.27,S1\n"},
      {P, "plant,population,crew\nUtrecht,251300,C1\n"},
      {"budget.csv", "component,scope,rel_u\na,sampler,.05\nb,crew,.05\nc,population_basis,.1\n"}},
     "error budget.csv:3:2 scope bad_scope\n"},
    {"a scope whose column may stand in a file that could not be read",
     {{M, "plant,date,substance,load_mg_d_1000p\nUtrecht,2024-03-11,MDMA,41.27\n"},
      {"measurements-2.csv", "plant,date,substance,sampler\nUtrecht,2024-03-11,MDMA,S1\n"},
      {"budget.csv", "component,scope,rel_u\na,crew,.05\n"}},
     "error measurements-2.csv:1:0 - no_column\n"},
    {"a marker counts people in its own row",
     {{M, "plant,date,substance,concentration_ng_per_l,population,population_basis\n"
          "Utrecht,2024-03-11,MDMA,412.7,251300,marker\nUtrecht,2024-03-12,MDMA,412.7,,marker:x\n"
          "Utrecht,2024-03-12,3-MMC,,,register\n"},
      {F, UTRECHT_FLOWS},
      {P, UTRECHT_PEOPLE}},
     "error measurements.csv:3:6 population_basis no_population\n"},
    {"people not told in the register",
     {{M, ROWS "Utrecht,2024-03-11,MDMA,412.7\n"},
      {F, UTRECHT_FLOWS},
      {P, "plant,name,population\nUtrecht,Overvecht,\n"}},
     "error measurements.csv:2:1 plant no_population\n"},
    {"a load and a result that is not there need no people",
     {{M, "plant,date,substance,concentration_ng_per_l,load_mg_d_1000p\n"
          "Utrecht,2024-03-11,MDMA,,\nUtrecht,2024-03-12,MDMA,,41.27\n"}},
     ""},
    {"one edition of the register after another",
     {{M, ROWS "Utrecht,2024-03-11,MDMA,412.7\nUtrecht,2024-03-12,MDMA,398.2\n"},
      {F, UTRECHT_FLOWS},
      {P, REGISTER "Utrecht,251300,2024-03-12,\nUtrecht,250100,,2024-03-11\n"}},
     ""},
    {"days before the register, between its editions and after it",
     {{M, ROWS "Utrecht,2024-03-11,MDMA,412.7\nUtrecht,2024-03-13,MDMA,398.2\n"
               "Utrecht,2024-03-15,MDMA,398.2\nUtrecht,2024-03-12,MDMA,1.5\n"
               "Utrecht,2024-03-14,MDMA,1.5\n"},
      {F, FLOWS "Utrecht,2024-03-11,83600\nUtrecht,2024-03-12,83600\nUtrecht,2024-03-13,83600\n"
                "Utrecht,2024-03-14,83600\nUtrecht,2024-03-15,83600\n"},
      {P, REGISTER "Utrecht,251300,2024-03-12,2024-03-12\nUtrecht,250100,2024-03-14,2024-03-14\n"}},
     "error measurements.csv:2:1 plant no_population\n"},
    {"a weekday of a round has no day in the register",
     {{M, "plant,round,weekday,substance,concentration_ng_per_l,flow_m3_per_day\n"
          "Utrecht,2024,Monday,MDMA,412.7,83600\n"},
      {P, REGISTER "Utrecht,251300,2024-01-01,\n"}},
     "error measurements.csv:2:1 plant no_population\n"},
    {"but in a register without days",
     {{M, "plant,round,weekday,substance,concentration_ng_per_l,flow_m3_per_day\n"
          "Utrecht,2024,Monday,MDMA,412.7,83600\n"},
      {P, REGISTER "Utrecht,251300,,\n"}},
     ""},
    {"the same plant twice",
     {{M, ROWS "Utrecht,2024-03-11,MDMA,412.7\n"},
      {F, UTRECHT_FLOWS},
      {P, "population,plant\n251300,Utrecht\n251301,Utrecht\n"}},
     "error plants.csv:3:2 plant plant_twice\n"},
    {"the same row twice",
     {{M, ROWS "Utrecht,2024-03-11,MDMA,412.7\n"},
      {F, UTRECHT_FLOWS},
      {"plants-a.csv", UTRECHT_PEOPLE},
      {"plants-b.csv", "population (x1000),plant\n251.3,Utrecht\n"}},
     ""},
    {"editions that share a day, and one that covers two others",
     {{M, ROWS "Utrecht,2024-03-11,MDMA,412.7\n"},
      {F, UTRECHT_FLOWS},
      {P, REGISTER "Utrecht,250100,,2023-12-31\nUtrecht,251300,2023-12-31,\n"
                   "Zeist,61000,2020-01-01,2024-12-31\nZeist,62000,2021-01-01,2021-12-31\n"
                   "Zeist,63000,2022-01-01,2022-12-31\nZeist,64000,2025-01-01,\n"
                   "Doorn,10000,,\nDoorn,10100,,2019-12-31\nDoorn,10200,2025-01-01,\n"}},
     "error plants.csv:3:1 plant plant_twice\n"
     "error plants.csv:5:1 plant plant_twice\n"
     "error plants.csv:6:1 plant plant_twice\n"
     "error plants.csv:9:1 plant plant_twice\n"
     "error plants.csv:10:1 plant plant_twice\n"},
    {"other people in the row than in the register",
     {{M, "plant,date,substance,concentration_ng_per_l,population\n"
          "Utrecht,2024-03-11,MDMA,412.7,251300\nUtrecht,2024-03-12,MDMA,398.2,251301\n"},
      {F, UTRECHT_FLOWS},
      {P, UTRECHT_PEOPLE}},
     "error measurements.csv:3:5 population population_twice\n"},
    {"other people in rows of one day",
     {{M, "plant,date,substance,concentration_ng_per_l,population (x1000)\n"
          "Utrecht,2024-03-11,MDMA,412.7,251.3\nUtrecht,2024-03-12,MDMA,398.2,251.4\n"
          "Utrecht,2024-03-11,3-MMC,5.3,251.5\n"},
      {F, UTRECHT_FLOWS}},
     "error measurements.csv:4:5 population (x1000) population_twice\n"},
    {"other people for one weekday of a round",
     {{M, "plant,round,weekday,substance,load_mg_d_1000p,population\n"
          "Utrecht,2024,Monday,MDMA,41.27,251300\nUtrecht,2024,Tuesday,MDMA,41.27,251301\n"
          "Utrecht,2023,Monday,MDMA,41.27,251302\nUtrecht,2024,Monday,3-MMC,1.5,251303\n"}},
     "error measurements.csv:5:6 population population_twice\n"},
    {"a row of the register that is wrong itself excuses its plant",
     {{M, ROWS "Utrecht,2024-03-11,MDMA,412.7\n"},
      {F, UTRECHT_FLOWS},
      {P, PEOPLE "Utrecht,many\n"}},
     "error plants.csv:2:2 population bad_number\n"},
    {"and no other one",
     {{M, ROWS "Utrecht,2024-03-11,MDMA,412.7\n"}, {F, UTRECHT_FLOWS}, {P, PEOPLE "Zeist,many\n"}},
     "error measurements.csv:2:1 plant no_population\n"
     "error plants.csv:2:2 population bad_number\n"},
    {"a row whose plant is lost may be the one that is missed",
     {{M, ROWS "Utrecht,2024-03-11,MDMA,412.7\n"}, {F, UTRECHT_FLOWS}, {P, PEOPLE ",251300\n"}},
     "error plants.csv:2:1 plant empty\n"},
};

Test(joins, people)
{
    expect_problems(people, COUNT(people));
}

#define LOADS "plant,date,substance,load_mg_d_1000p\n"
#define UTRECHT_LOAD LOADS "Utrecht,2024-03-11,MDMA,41.27\n"

static const join_case references[] = {
    {"a day of a plant that was not measured",
     {{M, UTRECHT_LOAD},
      {"days.csv", "date,plant,event\n2024-03-11,Utrecht,rain\n2024-03-11,Utregt,rain\n"
                   "2024-03-11,all,rain\n2024-03-11,,rain\n"}},
     "error days.csv:3:2 plant unknown_plant\n"},
    {"components for a plant and a substance that were not measured",
     {{M, UTRECHT_LOAD},
      {"budget.csv", "component,scope,rel_u,substance,plant\nflow,plant,.05,,Utrecht\n"
                     "flow,plant,.06,,Utregt\nanalysis,sample,.1,XTC,\n"
                     "analysis,sample,.1,ketamine,\n"}},
     "error budget.csv:3:5 plant unknown_plant\n"
     "error budget.csv:5:4 substance unknown_substance\n"},
    {"a substance that no table knows: a warning, at its first row",
     {{M, LOADS "Utrecht,2024-03-11,GHB,41.27\nUtrecht,2024-03-11,MDMA,41.27\n"
                "Utrecht,2024-03-11,3MC,1.5\nUtrecht,2024-03-12,ghb,39.82\n"}},
     "warning measurements.csv:2:3 substance unlisted_substance\n"
     "warning measurements.csv:4:3 substance unlisted_substance\n"},
    {"also where other rows are lost",
     {{M, LOADS "Utrecht,2024-03-11,GHB,41.27\n,2024-03-11,MDMA,41.27\n"}},
     "warning measurements.csv:2:3 substance unlisted_substance\n"
     "error measurements.csv:3:1 plant empty\n"},
    {"flows of a plant that was not measured: a warning, once",
     {{M, UTRECHT_LOAD},
      {F, FLOWS "Utrecht,2024-03-11,83600\nZeist,2024-03-12,21000\nZeist,2024-03-11,22000\n"}},
     "warning flows.csv:4:1 plant unused_plant\n"},
    {"a register may know more plants",
     {{M, UTRECHT_LOAD}, {P, UTRECHT_PEOPLE "Zeist,61000\n"}},
     ""},
    {"a row that is wrong itself has measured its plant and substance",
     {{M, LOADS "Utrecht,2024-03-11,MDMA,plenty\n"},
      {F, FLOWS "Utrecht,2024-03-11,83600\n"},
      {"days.csv", "date,plant,event\n2024-03-11,Utrecht,rain\n"},
      {"budget.csv", "component,scope,rel_u,substance,plant\nflow,plant,.05,MDMA,Utrecht\n"}},
     "error measurements.csv:2:4 load_mg_d_1000p bad_number\n"},
    {"a lost code of a sample may hide a plant",
     {{M, CODED "U1,MDMA,412.7\nZ1,MDMA,398.2\n"},
      {S, "sample,plant,start\nU1,Utrecht,2024-03-11\n,Zeist,2024-03-11\n"},
      {F, FLOWS "Utrecht,2024-03-11,83600\nZeist,2024-03-11,21000\n"},
      {P, UTRECHT_PEOPLE "Zeist,61000\n"},
      {"days.csv", "date,plant,event\n2024-03-11,Zeist,rain\n"}},
     "error samples.csv:3:1 sample empty\n"},
};

Test(joins, references)
{
    expect_problems(references, COUNT(references));
}

/* Rows that cannot be read, or not wholly, are one error each: what they would have told is not
 * missed elsewhere, but all else is. */
static const join_case lost[] = {
    {"samples",
     {{M, CODED "U1,MDMA,412.7\nU2,MDMA,398.2\nU3,MDMA,398.2\n"},
      {S, "sample,plant,start\nU1,Utrecht,2024-03-11\nU2,Utrecht\n\"U3\"x,Utrecht,2024-03-12\n"},
      {F, UTRECHT_FLOWS},
      {P, UTRECHT_PEOPLE}},
     "error samples.csv:3:3 start too_few_fields\n"
     "error samples.csv:4:0 - bad_row\n"},
    {"a malformed sample before a good one",
     {{M, CODED "U1,MDMA,412.7\nU2,MDMA,398.2\n"},
      {S, "sample,plant,start\n\"U2\"x,Utrecht,2024-03-12\nU1,Utrecht,2024-03-11\n"},
      {F, UTRECHT_FLOWS},
      {P, UTRECHT_PEOPLE}},
     "error samples.csv:2:0 - bad_row\n"},
    {"flows",
     {{M, ROWS "Utrecht,2024-03-11,MDMA,412.7\nUtrecht,2024-03-12,MDMA,398.2\n"},
      {F, FLOWS "Utrecht,2024-03-11,83600\nUtrecht,2024-03-12\n"},
      {P, UTRECHT_PEOPLE}},
     "error flows.csv:3:3 flow_m3_per_day too_few_fields\n"},
    {"the day of a flow excuses its plant alone",
     {{M, ROWS "Utrecht,2024-03-11,MDMA,412.7\nUtrecht,2024-03-12,MDMA,398.2\n"
               "Zeist,2024-03-11,MDMA,412.7\n"},
      {F, FLOWS "Utrecht,2024-03-11,83600\nUtrecht,12 March,81250\n"},
      {P, UTRECHT_PEOPLE "Zeist,61000\n"}},
     "error flows.csv:3:2 date bad_date\n"
     "error measurements.csv:4:2 date no_flow\n"},
    {"the plant of a flow may be any",
     {{M, ROWS "Utrecht,2024-03-11,MDMA,412.7\nZeist,2024-03-11,MDMA,412.7\n"},
      {F, FLOWS "Utrecht,2024-03-11,83600\n,2024-03-11,21000\n"},
      {P, UTRECHT_PEOPLE "Zeist,61000\n"}},
     "error flows.csv:3:1 plant empty\n"},
    {"plants",
     {{M, ROWS "Utrecht,2024-03-11,MDMA,412.7\n"}, {F, UTRECHT_FLOWS}, {P, PEOPLE "Utrecht\n"}},
     "error plants.csv:2:2 population too_few_fields\n"},
    {"rounds",
     {{M, UTRECHT_LOAD "Utrecht,2023-03-13,MDMA,39.82\n"},
      {"rounds.csv", "round,first,last\n2024,2024-03-11,2024-03-17\n2023,2023-03-13\n"}},
     "error rounds.csv:3:3 last too_few_fields\n"},
    {"a result: its sample, plant, substance and round may be used",
     {{M, "sample,plant,date,substance,load_mg_d_1000p\n,Utrecht,2024-03-11,MDMA,41.27\n"
          "Z1,,,ketamine\n"},
      {S, "sample,plant,start\nZ1,Zeist,2023-03-13\n"},
      {F, FLOWS "Zeist,2023-03-13,21000\n"},
      {"days.csv", "date,plant,event\n2023-03-13,Zeist,rain\n"},
      {"budget.csv", "component,scope,rel_u,substance\nflow,plant,.05,ketamine\n"},
      {"rounds.csv", "round,first,last\n2024,2024-03-11,2024-03-17\n2023,2023-03-13,2023-03-19\n"}},
     "error measurements.csv:3:5 load_mg_d_1000p too_few_fields\n"},
    {"a result whose plant is lost",
     {{M, UTRECHT_LOAD ",2024-03-11,MDMA,39.82\n"},
      {F, FLOWS "Zeist,2024-03-11,21000\n"},
      {"days.csv", "date,plant,event\n2024-03-11,Zeist,rain\n"}},
     "error measurements.csv:3:1 plant empty\n"},
    {"a result whose substance is lost",
     {{M, UTRECHT_LOAD "Utrecht,2024-03-11,,39.82\n"},
      {"budget.csv", "component,scope,rel_u,substance\nflow,plant,.05,ketamine\n"}},
     "error measurements.csv:3:3 substance empty\n"},
    {"days and budget are missed by nobody",
     {{M, UTRECHT_LOAD},
      {"days.csv", "date,plant,event\n2024-03-11\n2024-03-11,Zeist,rain\n"},
      {"budget.csv", "component,scope,rel_u,substance\nflow\nflow,plant,.05,ketamine\n"}},
     "error budget.csv:2:2 scope too_few_fields\n"
     "error budget.csv:3:4 substance unknown_substance\n"
     "error days.csv:2:2 plant too_few_fields\n"
     "error days.csv:3:2 plant unknown_plant\n"},
    {"a file that is none of ours, beside other errors, excuses nothing",
     {{M, ROWS "Utrecht,2024-03-11,MDMA,plenty\nUtrecht,2024-03-13,MDMA,412.7\n"},
      {"notes.csv", "colour,taste\nred,sweet\n"},
      {F, UTRECHT_FLOWS},
      {P, UTRECHT_PEOPLE}},
     "error measurements.csv:2:4 concentration_ng_per_l bad_number\n"
     "error measurements.csv:3:2 date no_flow\n"
     "warning notes.csv:0:0 - not_read\n"},
    {"a file that cannot be read excuses its own kind alone",
     {{M, CODED "U1,MDMA,412.7\nU2,MDMA,398.2\n"},
      {S, "sample,plant,start\nU1,Utrecht,2024-03-11\n"},
      {F, "plant,date\nUtrecht,2024-03-11\n"},
      {P, UTRECHT_PEOPLE}},
     "error flows.csv:1:0 - no_column\n"
     "error measurements.csv:3:1 sample unknown_sample\n"},
};

Test(joins, rows_that_are_lost)
{
    expect_problems(lost, COUNT(lost));
}

/* A day of which something is told and on which nothing was measured: a notice. */
Test(joins, days_without_results)
{
    static const file files[CASE_FILES] = {
        {M, LOADS "Zeist,2024-03-11,MDMA,41.27\nUtrecht,2024-03-12,MDMA,39.82\n"},
        {"days.csv", "event,date,plant\nrain,2024-03-12,Utrecht\nrain,2024-03-12,Zeist\n"
                     "rain,2024-03-11,all\nrain,2024-03-13,all\nrain,2024-03-11,Zeist\n"
                     "rain,2024-03-13,Utrecht\nrain,2024-03-12,\n"}};
    char list[PROBLEMS_SIZE];
    doseau_study_free(read_files(files, NULL, DOSEAU_NOTICE, list));
    cr_expect(eq(str, list,
                 "notice days.csv:3:2 date unused_day\n"
                 "notice days.csv:5:2 date unused_day\n"
                 "notice days.csv:7:2 date unused_day\n"));
}

#define LABORATORIES "plant,date,substance,load_mg_d_1000p,laboratory,batch,replicate\n"

static const join_case duplicates[] = {
    {"the same key",
     {{M, LOADS "Utrecht,2024-03-11,MDMA,41.27\nUtrecht,2024-03-12,MDMA,39.82\n"
                "Utrecht,2024-03-11,MDMA,41.27\nUtrecht,11-03-2024,xtc,42\n"}},
     "error measurements.csv:4:3 substance duplicate\n"
     "error measurements.csv:5:3 substance duplicate\n"},
    {"in another file",
     {{"measurements-1.csv", UTRECHT_LOAD}, {"measurements-2.csv", UTRECHT_LOAD "\n"}},
     ""},
    {"with another result in another file",
     {{"measurements-1.csv", UTRECHT_LOAD},
      {"measurements-2.csv", LOADS "Utrecht,2024-03-11,MDMA,41.28\n"}},
     "error measurements-2.csv:2:3 substance duplicate\n"},
    {"missing results too",
     {{M, LOADS "Utrecht,2024-03-11,MDMA,\nUtrecht,2024-03-11,MDMA,41.27\n"}},
     "error measurements.csv:3:3 substance duplicate\n"},
    {"a load and a concentration of one day",
     {{M, "plant,date,substance,load_mg_d_1000p,concentration_ng_per_l,flow_m3_per_day,population\n"
          "Utrecht,2024-03-11,MDMA,41.27,,,\nUtrecht,2024-03-11,MDMA,,412.7,83600,251300\n"}},
     "error measurements.csv:3:3 substance duplicate\n"},
    {"every part of the key tells rows apart",
     {{M, LABORATORIES "Utrecht,2024-03-11,MDMA,41.27,A,1,1\nUtrecht,2024-03-11,MDMA,41.27,B,1,1\n"
                       "Utrecht,2024-03-11,MDMA,41.27,A,2,1\nUtrecht,2024-03-11,MDMA,41.27,A,1,2\n"
                       "Utrecht,2024-03-11,MDMA,41.27,,1,1\nUtrecht,2024-03-11,MDMA,41.27,A,,1\n"
                       "Utrecht,2024-03-11,MDMA,41.27,A,1,\nZeist,2024-03-11,MDMA,41.27,A,1,1\n"
                       "Utrecht,2024-03-12,MDMA,41.27,A,1,1\n"
                       "Utrecht,2024-03-11,3-MMC,41.27,A,1,1\n"}},
     ""},
    {"weekdays of a round",
     {{M, "plant,round,weekday,substance,load_mg_d_1000p\nUtrecht,2023,Monday,MDMA,41.27\n"
          "Utrecht,2024,Monday,MDMA,41.27\nUtrecht,2024,Tuesday,MDMA,41.27\n"
          "Utrecht,2024,ma,MDMA,41.27\n"}},
     "error measurements.csv:5:4 substance duplicate\n"},
    {"two samples of one day",
     {{M, CODED "U1,MDMA,412.7\nU2,MDMA,398.2\n"},
      {S, "sample,plant,start\nU1,Utrecht,2024-03-11T00:00\nU2,Utrecht,2024-03-11T12:00\n"},
      {F, UTRECHT_FLOWS},
      {P, UTRECHT_PEOPLE}},
     "error measurements.csv:3:2 substance duplicate\n"},
    {"one of the two is wrong itself",
     {{M, LOADS "Utrecht,2024-03-11,MDMA,41.27\nUtrecht,2024-03-11,MDMA,plenty\n"}},
     "error measurements.csv:3:4 load_mg_d_1000p bad_number\n"},
};

Test(joins, duplicates)
{
    expect_problems(duplicates, COUNT(duplicates));
}
