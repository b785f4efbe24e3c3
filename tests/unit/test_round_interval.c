/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rounds.h"

TestSuite(round_interval, .init = folder_enter, .fini = folder_leave);

/* A week of 10, 20, ... 70, mean 40: c_i = 1/28, 2/28 ... 7/28. Monday to Wednesday make 6/28,
 * Thursday to Sunday 22/28; the sum of all squares is 140/784. Batch, laboratory and meter of the
 * first three days and of the others are those given. Roots by mpmath. */
#define HEADER "plant,date,substance,load_mg_d_1000p,batch,laboratory,meter,replicate\n"
#define WEEK(plant, substance, first, others)                                                      \
    plant ",2024-03-11," substance ",10," first "\n" plant ",2024-03-12," substance ",20," first   \
          "\n" plant ",2024-03-13," substance ",30," first "\n" plant ",2024-03-14," substance     \
          ",40," others "\n" plant ",2024-03-15," substance ",50," others "\n" plant               \
          ",2024-03-16," substance ",60," others "\n" plant ",2024-03-17," substance ",70," others \
          "\n"
#define NAMED HEADER WEEK("V", "MDMA", "B1,L1,M1,", "B2,L2,M2,")
#define NAMELESS HEADER WEEK("V", "MDMA", ",,,", ",,,")
#define FIRST_ONLY HEADER WEEK("V", "MDMA", "B1,L1,M1,", ",,,")
#define BUDGET(rows)                                                                               \
    {                                                                                              \
        "budget.csv", "component,scope,rel_u\n" rows                                               \
    }

#define APART "measurement_rel_u=.042257712736425829 mean=40" /* .1 sqrt(140/784) */
#define TWO "measurement_rel_u=.08144110179279557 mean=40"    /* .1 sqrt(6^2 + 22^2) / 28 */
#define TOGETHER "measurement_rel_u=.1 mean=40"

static const round_case scopes[] = {
    {"sample", {{"measurements.csv", NAMED}, BUDGET("x,sample,.1\n")}, {APART}},
    {"day", {{"measurements.csv", NAMED}, BUDGET("x,day,.1\n")}, {APART}},
    {"batch", {{"measurements.csv", NAMED}, BUDGET("x,batch,.1\n")}, {TWO}},
    {"laboratory", {{"measurements.csv", NAMED}, BUDGET("x,laboratory,.1\n")}, {TWO}},
    {"meter", {{"measurements.csv", NAMED}, BUDGET("x,meter,.1\n")}, {TWO}},
    {"round", {{"measurements.csv", NAMED}, BUDGET("x,round,.1\n")}, {TOGETHER}},
    {"plant", {{"measurements.csv", NAMED}, BUDGET("x,plant,.1\n")}, {TOGETHER}},
    {"substance", {{"measurements.csv", NAMED}, BUDGET("x,substance,.1\n")}, {TOGETHER}},
    {"global", {{"measurements.csv", NAMED}, BUDGET("x,global,.1\n")}, {TOGETHER}},
    {"no batch: plant and round",
     {{"measurements.csv", NAMELESS}, BUDGET("x,batch,.1\n")},
     {TOGETHER}},
    {"no laboratory: all that name none",
     {{"measurements.csv", NAMELESS}, BUDGET("x,laboratory,.1\n")},
     {TOGETHER}},
    {"no meter: plant", {{"measurements.csv", NAMELESS}, BUDGET("x,meter,.1\n")}, {TOGETHER}},
    {"a batch and none", {{"measurements.csv", FIRST_ONLY}, BUDGET("x,batch,.1\n")}, {TWO}},
    {"a laboratory and none",
     {{"measurements.csv", FIRST_ONLY}, BUDGET("x,laboratory,.1\n")},
     {TWO}},
    {"a meter and none", {{"measurements.csv", FIRST_ONLY}, BUDGET("x,meter,.1\n")}, {TWO}},
    {"undated days: sample and day",
     {{"measurements.csv",
       UNDATED UNDATED_WEEK("V", "1", "MDMA", "10", "20", "30", "40", "50", "60", "70")},
      BUDGET("x,sample,.06\ny,day,.08\n")},
     {APART}},
    {"all together: .01 (140 / 784) + .0009 (520 / 784) + .0004 + .0016",
     {{"measurements.csv", NAMED}, BUDGET("a,sample,.1\nb,batch,.03\nc,plant,.02\nd,global,.04\n")},
     {"measurement_rel_u=.066201609204191478 mean=40"}},
};

Test(round_interval, scopes)
{
    for (size_t i = 0; i < COUNT(scopes); i++) expect_rounds(&scopes[i]);
}

#define SPECIAL(rows)                                                                              \
    {                                                                                              \
        "budget.csv", "component,scope,rel_u,substance,plant\n" rows                               \
    }
#define THREE                                                                                      \
    HEADER WEEK("V", "MDMA", ",,,", ",,,") WEEK("V", "ketamine", ",,,", ",,,")                     \
        WEEK("W", "MDMA", ",,,", ",,,")

/* V MDMA, V ketamine, W MDMA. */
static const round_case components[] = {
    {"of one substance; where no component applies u is 0",
     {{"measurements.csv", THREE}, SPECIAL("x,plant,.3,ketamine,\n")},
     {"measurement_rel_u=0 measurement_lower=40 measurement_upper=40", "measurement_rel_u=.3",
      "measurement_rel_u=0"}},
    {"of one plant",
     {{"measurements.csv", THREE}, SPECIAL("x,plant,.3,,W\n")},
     {"measurement_rel_u=0", "measurement_rel_u=0", "measurement_rel_u=.3"}},
    {"of one substance at one plant",
     {{"measurements.csv", THREE}, SPECIAL("x,plant,.3,MDMA,W\n")},
     {"measurement_rel_u=0", "measurement_rel_u=0", "measurement_rel_u=.3"}},
    {"the closest of a name counts alone",
     {{"measurements.csv", THREE}, SPECIAL("x,plant,.1,,\nx,plant,.2,MDMA,\nx,plant,.3,MDMA,W\n")},
     {"measurement_rel_u=.2", "measurement_rel_u=.1", "measurement_rel_u=.3"}},
    {"others add up: sqrt(.3^2 + .4^2) for ketamine",
     {{"measurements.csv", THREE}, SPECIAL("x,plant,.3,,\ny,global,.4,ketamine,\n")},
     {"measurement_rel_u=.3", "measurement_rel_u=.5", "measurement_rel_u=.3"}},
};

Test(round_interval, components)
{
    for (size_t i = 0; i < COUNT(components); i++) expect_rounds(&components[i]);
}

/* Monday twice, 8 and 12: its day counts 10, each result 5 of 280 times its share of 20. */
#define TWICE(one, other)                                                                          \
    HEADER "V,2024-03-11,MDMA,8," one ",1\nV,2024-03-11,MDMA,12," other ",2\n"                     \
           "V,2024-03-12,MDMA,20,B1,L1,M1,1\nV,2024-03-13,MDMA,30,B1,L1,M1,1\n"                    \
           "V,2024-03-14,MDMA,40,B1,L1,M1,1\nV,2024-03-15,MDMA,50,B1,L1,M1,1\n"                    \
           "V,2024-03-16,MDMA,60,B1,L1,M1,1\nV,2024-03-17,MDMA,70,B1,L1,M1,1\n"

static const round_case replicates[] = {
    {"of one sample: they share its error",
     {{"measurements.csv", TWICE("B1,L1,M1", "B1,L1,M1")}, BUDGET("x,sample,.1\n")},
     {APART}},
    {"12 of them in another batch: .1 sqrt(274^2 + 6^2) / 280",
     {{"measurements.csv", TWICE("B1,L1,M1", "B2,L1,M1")}, BUDGET("x,batch,.1\n")},
     {"measurement_rel_u=.097880601984754667 mean=40"}},
    {"8 of them in another laboratory: .1 sqrt(276^2 + 4^2) / 280",
     {{"measurements.csv", TWICE("B1,L2,M1", "B1,L1,M1")}, BUDGET("x,laboratory,.1\n")},
     {"measurement_rel_u=.098581779994777815 mean=40"}},
    {"one without a result leaves the whole day to the other",
     {{"measurements.csv", HEADER "V,2024-03-11,MDMA,10,B1,,,1\nV,2024-03-11,MDMA,,B2,,,2\n"
                                  "V,2024-03-12,MDMA,20,B1,,,\nV,2024-03-13,MDMA,30,B1,,,\n"
                                  "V,2024-03-14,MDMA,40,B1,,,\nV,2024-03-15,MDMA,50,B1,,,\n"
                                  "V,2024-03-16,MDMA,60,B1,,,\nV,2024-03-17,MDMA,70,B1,,,\n"},
      BUDGET("x,batch,.1\n")},
     {TOGETHER}},
};

Test(round_interval, replicates)
{
    for (size_t i = 0; i < COUNT(replicates); i++) expect_rounds(&replicates[i]);
}

/* Sources that are shared by all keep their size; those of days shrink: with seven equal days to
 * 1 / sqrt(7). */
Test(round_interval, equal_days)
{
    const round_case equal = {
        "sqrt(.02 / 7 + .0225)",
        {{"measurements.csv", UNDATED UNDATED_WEEK("V", "1", "MDMA", "41.27", "41.27", "41.27",
                                                   "41.27", "41.27", "41.27", "41.27")}},
        {"mean=41.27 measurement_rel_u=.1592392629257711"}};
    expect_rounds(&equal);
}

/* A day more or less, known or not: no interval, and the flag that says so. */
#define NONE                                                                                       \
    "measurement_rel_u= measurement_lower= measurement_upper= level_rel_u= level_lower= "          \
    "level_upper= level_basis=none prior= "

static const round_case without[] = {
    {"a missing day",
     {{"measurements.csv",
       UNDATED UNDATED_WEEK("V", "1", "MDMA", "10", "20", "", "40", "50", "60", "70")}},
     {NONE "flags=published_load;missing_days;no_measurement_interval;no_level_interval"}},
    {"a day below a limit",
     {{"measurements.csv",
       UNDATED UNDATED_WEEK("V", "1", "MDMA", "10", "20", "<3", "40", "50", "60", "70")}},
     {NONE "flags=published_load;below_limit;no_measurement_interval;no_level_interval"}},
    {"a missing day, present days only",
     {{"measurements.csv",
       UNDATED UNDATED_WEEK("V", "1", "MDMA", "10", "20", "", "40", "50", "60", "70")}},
     {NONE "flags=published_load;missing_days;no_measurement_interval;no_level_interval"},
     .missing = DOSEAU_PRESENT},
    {"a day below a limit, EUDA",
     {{"measurements.csv",
       UNDATED UNDATED_WEEK("V", "1", "MDMA", "10", "20", "<3", "40", "50", "60", "70")}},
     {NONE "flags=published_load;below_limit;no_measurement_interval;no_level_interval"},
     .convention = DOSEAU_EUDA},
};

Test(round_interval, without_one)
{
    for (size_t i = 0; i < COUNT(without); i++) expect_rounds(&without[i]);
}
