/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rounds.h"

#include "analysis/combination.h"

TestSuite(combination, .init = folder_enter, .fini = folder_leave);

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

Test(combination, scopes)
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

Test(combination, components)
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

Test(combination, replicates)
{
    for (size_t i = 0; i < COUNT(replicates); i++) expect_rounds(&replicates[i]);
}

/* Sources that are shared by all keep their size; those of days shrink: with seven equal days to
 * 1 / sqrt(7). */
Test(combination, equal_days)
{
    const round_case equal = {
        "sqrt(.02 / 7 + .0225)",
        {{"measurements.csv", UNDATED UNDATED_WEEK("V", "1", "MDMA", "41.27", "41.27", "41.27",
                                                   "41.27", "41.27", "41.27", "41.27")}},
        {"mean=41.27 measurement_rel_u=.1592392629257711"}};
    expect_rounds(&equal);
}

/* A day more or less, and nothing that fills it in: no interval, and the flags that say so. */
#define NONE                                                                                       \
    "measurement_rel_u= measurement_lower= measurement_upper= level_rel_u= level_lower= "          \
    "level_upper= level_basis=none prior= "

static const round_case without[] = {
    {"a missing day and one below a limit",
     {{"measurements.csv",
       UNDATED UNDATED_WEEK("V", "1", "MDMA", "10", "20", "", "40", "50", "<3", "70")}},
     {NONE "mean= flags=published_load;below_limit;missing_days;no_measurement_interval;"
           "no_level_interval"}},
    {"a day below a limit that nobody states",
     {{"measurements.csv",
       UNDATED UNDATED_WEEK("V", "1", "MDMA", "10", "20", "n.d.", "40", "50", "60", "70")}},
     {NONE "mean= flags=published_load;unknown_limit;below_limit;no_measurement_interval;"
           "no_level_interval"}},
    {"a missing day, present days only",
     {{"measurements.csv",
       UNDATED UNDATED_WEEK("V", "1", "MDMA", "10", "20", "", "40", "50", "60", "70")}},
     {NONE "flags=published_load;missing_days;no_measurement_interval;no_level_interval"},
     .missing = DOSEAU_PRESENT},
    {"stratified",
     {{"measurements.csv",
       UNDATED UNDATED_WEEK("V", "1", "MDMA", "10", "20", "", "40", "50", "60", "70")}},
     {NONE "flags=published_load;missing_days;no_measurement_interval;no_level_interval"},
     .missing = DOSEAU_STRATIFIED},
    {"a day below a limit, EUDA",
     {{"measurements.csv",
       UNDATED UNDATED_WEEK("V", "1", "MDMA", "10", "20", "<3", "40", "50", "60", "70")}},
     {NONE "flags=published_load;below_limit;no_measurement_interval;no_level_interval"},
     .convention = DOSEAU_EUDA},
};

Test(combination, without_one)
{
    for (size_t i = 0; i < COUNT(without); i++) expect_rounds(&without[i]);
}

/* ---- Columns as scopes ---- */

#define WITH_COLUMN(name) "plant,date,substance,load_mg_d_1000p," name "\n"
#define HALVES(first, others)                                                                      \
    "V,2024-03-11,MDMA,10," first "\nV,2024-03-12,MDMA,20," first "\nV,2024-03-13,MDMA,30," first  \
    "\nV,2024-03-14,MDMA,40," others "\nV,2024-03-15,MDMA,50," others                              \
    "\nV,2024-03-16,MDMA,60," others "\nV,2024-03-17,MDMA,70," others "\n"

static const round_case columns[] = {
    {"any column of the results",
     {{"measurements.csv", WITH_COLUMN("sampler") HALVES("S1", "S2")}, BUDGET("x,sampler,.1\n")},
     {TWO}},
    {"the same in all rows",
     {{"measurements.csv", WITH_COLUMN("sampler") HALVES("S1", "S1")}, BUDGET("x,sampler,.1\n")},
     {TOGETHER}},
    {"in some rows: those without share",
     {{"measurements.csv", WITH_COLUMN("sampler") HALVES("S1", "")}, BUDGET("x,sampler,.1\n")},
     {TWO}},
    {"a budget that is read behind the results, and a name in other letters",
     {{"Measurements.csv", WITH_COLUMN("Auto-sampler") HALVES("S1", "S2")},
      BUDGET("x,auto SAMPLER,.1\n")},
     {TWO}},
    {"two columns, and two components of one",
     {{"measurements.csv", WITH_COLUMN("sampler,crew") HALVES("S1,C", "S2,C")},
      BUDGET("x,sampler,.1\ny,crew,.03\nz,sampler,.2\n")},
     /* sqrt((.01 + .04) (6^2 + 22^2) / 28^2 + .0009) */
     {"measurement_rel_u=.1845623615641132"}},
    {"a column that is read otherwise too, under another name",
     {{"measurements.csv", WITH_COLUMN("herhaling") HALVES("1", "2")}, BUDGET("x,replicate,.1\n")},
     {TWO}},
    {"a column of the samples",
     {{"measurements.csv", "sample,substance,load_mg_d_1000p\n1,MDMA,10\n2,MDMA,20\n3,MDMA,30\n"
                           "4,MDMA,40\n5,MDMA,50\n6,MDMA,60\n7,MDMA,70\n"},
      {"samples.csv", "sample,plant,start,sampler\n1,V,2024-03-11,S1\n2,V,2024-03-12,S1\n"
                      "3,V,2024-03-13,S1\n4,V,2024-03-14,S2\n5,V,2024-03-15,S2\n"
                      "6,V,2024-03-16,S2\n7,V,2024-03-17,S2\n"},
      BUDGET("x,sampler,.1\n")},
     {TWO}},
    {"the basis of the people, of the row or of the register",
     {{"measurements.csv", WITH_COLUMN("population_basis") HALVES("census", "")},
      {"plants.csv", "plant,population,population_basis\nV,300000,register\n"},
      BUDGET("x,population_basis,.1\n")},
     {TWO}},
};

Test(combination, columns)
{
    for (size_t i = 0; i < COUNT(columns); i++) expect_rounds(&columns[i]);
}

/* ---- Several rounds ---- */

enum { TERMS = 5, PARTS = 8 };

typedef struct product {
    const char *source;
    const file *files;
    double coefficient[TERMS]; /* of each round, 0: not a term of it */
    combination_mode mode;
    double variance;
    double part[PARTS]; /* the components of the budget, then laboratory, meter and basis */
} product;

static void expect_product(const computed *c, const product *expected)
{
    size_t n, n_terms = 0;
    double part[PARTS] = {0}, variance = -1, sum = 0;
    combination_term terms[TERMS];
    const doseau_round_mean *all = doseau_rounds_all(c->rounds, &n);
    for (size_t i = 0; i < n; i++)
        if (fabs(expected->coefficient[i]) > 0)
            terms[n_terms++] = (combination_term){&all[i], expected->coefficient[i]};
    cr_assert(le(sz, combination_components(c->rounds), PARTS));
    const doseau_status status =
        combination_variance(c->rounds, terms, n_terms, expected->mode, part, &variance);
    cr_expect(eq(int, status, DOSEAU_OK), "%s", expected->source);
    for (size_t k = 0; k < combination_components(c->rounds); k++) {
        cr_expect(le(dbl, fabs(part[k] - expected->part[k]), 1e-15), "%s: part %zu is %.17g",
                  expected->source, k, part[k]);
        sum += part[k];
    }
    cr_expect(le(dbl, fabs(variance - expected->variance), 1e-15), "%s: %.17g", expected->source,
              variance);
    cr_expect(le(dbl, fabs(variance - sum), 1e-15), "%s", expected->source);
    double again = -1;
    combination_variance(c->rounds, terms, n_terms, expected->mode, NULL, &again);
    cr_expect(eq(dbl, again, variance), "%s", expected->source);
}

static void expect_products(const product products[], size_t n)
{
    for (size_t i = 0; i < n; i++) {
        computed c = compute_rounds(products[i].files, NULL);
        expect_product(&c, &products[i]);
        computed_free(&c);
    }
}

/* Benzoylecgonine at Utrecht in 2019 and 2021 as published (EUDA and SCORE): ratio 1.1506,
 * Sum c^2 .13989 and .15387 by hand. */
#define UTRECHT(first, second, meter, other)                                                       \
    "plant,round,weekday,substance,load_mg_d_1000p,batch,meter\n"                                  \
    "U,2019,Mon,BE,396.36," first "," meter "\nU,2019,Tue,BE,396.76," first "," meter              \
    "\nU,2019,Wed,BE,352.02," first "," meter "\nU,2019,Thu,BE,524.64," first "," meter            \
    "\nU,2019,Fri,BE,468.04," first "," meter "\nU,2019,Sat,BE,565.26," first "," meter            \
    "\nU,2019,Sun,BE,518.69," first "," meter "\nU,2021,Mon,BE,430.90," second "," other           \
    "\nU,2021,Tue,BE,429.03," second "," other "\nU,2021,Wed,BE,641.34," second "," other          \
    "\nU,2021,Thu,BE,447.39," second "," other "\nU,2021,Fri,BE,501.79," second "," other          \
    "\nU,2021,Sat,BE,641.57," second "," other "\nU,2021,Sun,BE,614.82," second "," other "\n"
#define FIVE                                                                                       \
    BUDGET("sampling,sample,.1\nanalysis,sample,.1\nflow,plant,.05\ncalibration,batch,.1\n"        \
           "population,plant,.1\n")

static const struct {
    const char *source;
    file files[CASE_FILES];
    double lower, upper;
} ratios[] = {
    {"one batch and meter: 7.67 %",
     {{"measurements.csv", UTRECHT("B", "B", "M", "M")}, FIVE},
     .99,
     1.34},
    {"another batch and meter: 17.57 %",
     {{"measurements.csv", UTRECHT("B1", "B2", "M1", "M2")}, FIVE},
     .82,
     1.62},
    {"the same, by scopes of the budget",
     {{"measurements.csv", UTRECHT("B1", "B2", "M1", "M2")},
      BUDGET("sampling,sample,.1\nanalysis,sample,.1\nflow,meter,.05\ncalibration,round,.1\n"
             "population,global,.1\n")},
     .82,
     1.62},
    {"equal days: 7.56 %",
     {{"measurements.csv",
       UNDATED UNDATED_WEEK("U", "2019", "BE", "1000", "1000", "1000", "1000", "1000", "1000",
                            "1000")
           UNDATED_WEEK("U", "2021", "BE", "1151", "1151", "1151", "1151", "1151", "1151", "1151")},
      BUDGET("sampling,sample,.1\nanalysis,sample,.1\nflow,plant,.05\ncalibration,global,.1\n"
             "population,plant,.1\n")},
     .99,
     1.33},
    {"all shared: the ratio itself",
     {{"measurements.csv", UTRECHT("B", "B", "M", "M")},
      BUDGET("flow,meter,.3\ncalibration,batch,.5\nx,laboratory,.2\ny,substance,1\n")},
     1.15,
     1.15},
};

Test(combination, ratio_of_two_weeks)
{
    for (size_t i = 0; i < COUNT(ratios); i++) {
        computed c = compute_rounds(ratios[i].files, NULL);
        size_t n;
        double variance = -1;
        doseau_interval interval = {0};
        const doseau_round_mean *r = doseau_rounds_all(c.rounds, &n);
        const combination_term terms[] = {{&r[1], 1}, {&r[0], -1}};
        cr_assert(eq(sz, n, 2));
        cr_expect(eq(int,
                     combination_variance(c.rounds, terms, 2, COMBINATION_ALL, NULL, &variance),
                     DOSEAU_OK));
        doseau_lognormal_interval(r[1].mean.value / r[0].mean.value, sqrt(variance), .05,
                                  &interval);
        cr_expect(le(dbl, fabs(interval.lower - ratios[i].lower), .005), "%s: %g", ratios[i].source,
                  interval.lower);
        cr_expect(le(dbl, fabs(interval.upper - ratios[i].upper), .005), "%s: %g", ratios[i].source,
                  interval.upper);
        computed_free(&c);
    }
}

/* Five weeks whose batches, laboratories and meters were drawn at random; two editions of the
 * register. Expected: c' V c with the full matrix V_ij = sum of u^2 over the components that i and
 * j share, row by row in Python; in BETWEEN without groups of one week or of all. */
#define FIVE_WEEKS                                                                                 \
    {"measurements.csv", "plant,date,substance,load_mg_d_1000p,batch,laboratory,meter\n" ROWS},    \
    {                                                                                              \
        "plants.csv", "plant,population,population_basis,from,until\n"                             \
                      "V,50000,census,,2020-12-31\nV,52000,register,2021-01-01,\n"                 \
    }
#define ROWS                                                                                       \
    "V,2019-03-11,MDMA,75.06,B4,L1,M1\n"                                                           \
    "V,2019-03-12,MDMA,88.39,B2,L1,M1\n"                                                           \
    "V,2019-03-13,MDMA,54.84,B3,L1,M1\n"                                                           \
    "V,2019-03-14,MDMA,17.28,B2,L1,M1\n"                                                           \
    "V,2019-03-15,MDMA,49.82,B4,L1,M1\n"                                                           \
    "V,2019-03-16,MDMA,89.3,B1,L1,M1\n"                                                            \
    "V,2019-03-17,MDMA,57.49,B1,L1,M1\n"                                                           \
    "V,2020-03-11,MDMA,61.91,B3,L1,M2\n"                                                           \
    "V,2020-03-12,MDMA,70.65,B1,L1,M2\n"                                                           \
    "V,2020-03-13,MDMA,22.75,B4,L1,M2\n"                                                           \
    "V,2020-03-14,MDMA,22.5,B3,L1,M2\n"                                                            \
    "V,2020-03-15,MDMA,37.22,B4,L1,M2\n"                                                           \
    "V,2020-03-16,MDMA,26.99,B2,L1,M2\n"                                                           \
    "V,2020-03-17,MDMA,22.78,B4,L1,M2\n"                                                           \
    "V,2021-03-11,MDMA,72.04,B3,L2,M1\n"                                                           \
    "V,2021-03-12,MDMA,67.15,B4,L2,M1\n"                                                           \
    "V,2021-03-13,MDMA,29.3,B1,L2,M1\n"                                                            \
    "V,2021-03-14,MDMA,58.54,B4,L1,M1\n"                                                           \
    "V,2021-03-15,MDMA,68.39,B2,L2,M1\n"                                                           \
    "V,2021-03-16,MDMA,24.83,B3,L2,M1\n"                                                           \
    "V,2021-03-17,MDMA,49.62,B3,L3,M1\n"                                                           \
    "V,2022-03-11,MDMA,87.4,B2,L1,M3\n"                                                            \
    "V,2022-03-12,MDMA,45.45,B1,L3,M3\n"                                                           \
    "V,2022-03-13,MDMA,56.87,B4,L2,M3\n"                                                           \
    "V,2022-03-14,MDMA,65.83,B2,L2,M3\n"                                                           \
    "V,2022-03-15,MDMA,25.82,B1,L2,M3\n"                                                           \
    "V,2022-03-16,MDMA,44.66,B2,L2,M3\n"                                                           \
    "V,2022-03-17,MDMA,54.73,B4,L1,M3\n"                                                           \
    "V,2023-03-11,MDMA,28.49,B2,L1,M1\n"                                                           \
    "V,2023-03-12,MDMA,74.32,B1,L1,M1\n"                                                           \
    "V,2023-03-13,MDMA,24.65,B3,L1,M1\n"                                                           \
    "V,2023-03-14,MDMA,69.42,B4,L1,M1\n"                                                           \
    "V,2023-03-15,MDMA,50.33,B1,L3,M1\n"                                                           \
    "V,2023-03-16,MDMA,87.28,B4,L1,M1\n"                                                           \
    "V,2023-03-17,MDMA,40.83,B1,L1,M1\n"

static const file plain[CASE_FILES] = {
    FIVE_WEEKS, BUDGET("sampling,sample,.11\ncalibration,batch,.07\nflow,plant,.05\n"
                       "population,plant,.13\nown,round,.06\n")};
/* The budget knows laboratories and meters itself. */
static const file knowing[CASE_FILES] = {
    FIVE_WEEKS, BUDGET("sampling,sample,.11\nbetween,laboratory,.2\nflow,meter,.08\n"
                       "population,global,.13\n")};

#define SLOPE                                                                                      \
    {                                                                                              \
        -.2, -.1, 0, .1, .2                                                                        \
    }
#define MEAN                                                                                       \
    {                                                                                              \
        .2, .2, .2, .2, .2                                                                         \
    }
#define RATIO                                                                                      \
    {                                                                                              \
        -1, 0, 0, 0, 1                                                                             \
    }

static const product dense[] = {
    {"plain slope",
     plain,
     SLOPE,
     COMBINATION_ALL,
     0.003938040041647933,
     {0.000200764112775245, 1.33651799756964e-05, 0, 0, 0.00036, 0.00027191074889699, 5e-05,
      0.003042}},
    {"plain slope",
     plain,
     SLOPE,
     COMBINATION_BETWEEN,
     0.0033734488532299405,
     {0, 9.53810433294891e-06, 0, 0, 0, 0.00027191074889699, 5e-05, 0.003042}},
    {"plain mean",
     plain,
     MEAN,
     COMBINATION_ALL,
     0.04354320953813172,
     {0.000399700659917325, 0.00128342575489852, 0.0025, 0.0169, 0.00072, 0.0118520831233158,
      0.0011, 0.00878800000000001}},
    {"plain mean",
     plain,
     MEAN,
     COMBINATION_BETWEEN,
     0.021901463088846367,
     {0, 0.000161379965530518, 0, 0, 0, 0.0118520831233158, 0.0011, 0.00878800000000001}},
    {"plain ratio 5/1",
     plain,
     RATIO,
     COMBINATION_ALL,
     0.04610032800989433,
     {0.00400225520651167, 0.000288859601831053, 0, 0, 0.0072, 0.000809213201551613, 0, 0.0338}},
    {"plain ratio 5/1",
     plain,
     RATIO,
     COMBINATION_BETWEEN,
     0.03460921320155161,
     {0, 0, 0, 0, 0, 0.000809213201551613, 0, 0.0338}},
    {"knowing slope",
     knowing,
     SLOPE,
     COMBINATION_ALL,
     0.0038541609997032275,
     {0.000200764112775245, 0.000483396886927981, 0.000128, 0, 0, 0, 0.003042}},
    {"knowing slope",
     knowing,
     SLOPE,
     COMBINATION_BETWEEN,
     0.003102082445393306,
     {0, 6.00824453933041e-05, 0, 0, 0, 0, 0.003042}},
    {"knowing mean",
     knowing,
     MEAN,
     COMBINATION_ALL,
     0.04997407065692326,
     {0.000399700659917325, 0.0210703699970059, 0.002816, 0.0169, 0, 0, 0.00878800000000001}},
    {"knowing mean",
     knowing,
     MEAN,
     COMBINATION_BETWEEN,
     0.013694074464695935,
     {0, 0.00260207446469593, 0.002304, 0, 0, 0, 0.00878800000000001}},
    {"knowing ratio 5/1",
     knowing,
     RATIO,
     COMBINATION_ALL,
     0.039240856453714536,
     {0.00400225520651167, 0.00143860124720287, 0, 0, 0, 0, 0.0338}},
    {"knowing ratio 5/1", knowing, RATIO, COMBINATION_BETWEEN, 0.0338, {0, 0, 0, 0, 0, 0, 0.0338}},
};

Test(combination, dense_covariance)
{
    expect_products(dense, COUNT(dense));
}

/* A year's week, of days that are all the same. */
#define YEAR(plant, year, laboratory)                                                              \
    plant "," year ",Mon,MDMA,5," laboratory "\n" plant "," year ",Tue,MDMA,5," laboratory         \
          "\n" plant "," year ",Wed,MDMA,5," laboratory "\n" plant "," year                        \
          ",Thu,MDMA,5," laboratory "\n" plant "," year ",Fri,MDMA,5," laboratory "\n" plant       \
          "," year ",Sat,MDMA,5," laboratory "\n" plant "," year ",Sun,MDMA,5," laboratory "\n"
#define YEARS "plant,round,weekday,substance,load_mg_d_1000p,laboratory\n"
#define SHARED BUDGET("x,global,.3\n")

static const file three_laboratories[CASE_FILES] = {
    {"measurements.csv",
     YEARS YEAR("V", "2021", "L1") YEAR("V", "2022", "") YEAR("V", "2023", "L3")},
    SHARED};
static const file one_laboratory_twice[CASE_FILES] = {
    {"measurements.csv", YEARS YEAR("V", "2021", "") YEAR("V", "2022", "L2") YEAR("V", "2023", "")},
    SHARED};
static const file two_plants[CASE_FILES] = {
    {"measurements.csv", YEARS YEAR("V", "2021", "L1") YEAR("W", "2021", "L2")}, SHARED};
static const file other_plant[CASE_FILES] = {
    {"measurements.csv",
     YEARS YEAR("V", "2021", "L1") YEAR("V", "2022", "L2") YEAR("W", "2021", "L1")},
    {"budget.csv", "component,scope,rel_u,plant\nx,global,.3,\ny,laboratory,.2,W\n"}};

static const file marker[CASE_FILES] = {
    {"measurements.csv",
     "plant,round,weekday,substance,load_mg_d_1000p,meter,population_basis\n" YEAR(
         "V", "2021", "M1,marker") YEAR("V", "2022", "M2,marker")},
    SHARED};

#define TWO_BASES                                                                                  \
    {                                                                                              \
        "measurements.csv",                                                                        \
            "plant,round,weekday,substance,load_mg_d_1000p,population_basis\n" YEAR(               \
                "V", "2021", "census") YEAR("V", "2022", "phones")                                 \
    }
static const file two_bases[CASE_FILES] = {TWO_BASES, SHARED};
static const file two_bases_known[CASE_FILES] = {TWO_BASES, BUDGET("people,population basis,.2\n")};

/* By hand: u^2 times the squared sums of the coefficients of a laboratory; .0225 each. */
static const product changes[] = {
    {"none of three alike: in the measurement",
     three_laboratories,
     {-.5, 0, .5},
     COMBINATION_ALL,
     .01125,
     {0, .01125}},
    {"and in a slope, of rounds with a scatter, not",
     three_laboratories,
     {-.5, .001, .499},
     COMBINATION_BETWEEN,
     0,
     {0}},
    {"two rounds alone have none",
     three_laboratories,
     {-1, 0, 1},
     COMBINATION_BETWEEN,
     .045,
     {0, .045}},
    {"away and back: .0225 (.25 + .25)",
     one_laboratory_twice,
     {.25, -.5, .25},
     COMBINATION_BETWEEN,
     .01125,
     {0, .01125}},
    {"another plant is no change", two_plants, {1, -1}, COMBINATION_ALL, 0, {0}},
    {"where the flow cancels, another meter is nothing", marker, {1, -1}, COMBINATION_ALL, 0, {0}},
    {"people on another basis: .01 + .01",
     two_bases,
     {1, -1},
     COMBINATION_ALL,
     .02,
     {0, 0, 0, .02}},
    {"which the budget knows: .04 + .04", two_bases_known, {1, -1}, COMBINATION_ALL, .08, {.08}},
    {"a component for another plant says nothing",
     other_plant,
     {1, -1},
     COMBINATION_ALL,
     .045,
     {0, 0, .045}},
};

Test(combination, changes)
{
    expect_products(changes, COUNT(changes));
}

/* Shares of a round add up to 1 in each kind of data; those of a day left out are 0. */
Test(combination, shares)
{
    const file files[CASE_FILES] = {{"measurements.csv", TWICE("B1,L1,M1", "B1,L1,M1")},
                                    {"days.csv", "plant,date,event\nV,2024-03-12,rain\n"},
                                    FIVE};
    computed c = compute_rounds(files, NULL);
    double sum[2] = {0};
    for (size_t i = 0; i < 8; i++)
        for (size_t d = 0; d < 2; d++) sum[d] += c.rounds->share[d][i];
    cr_expect(le(dbl, fabs(sum[DOSEAU_ALL] - 1), 1e-15));
    cr_expect(le(dbl, fabs(sum[DOSEAU_UNFLAGGED] - 1), 1e-15));
    cr_expect(le(dbl, fabs(c.rounds->share[DOSEAU_ALL][1] - 6. / 280), 1e-15));
    cr_expect(le(dbl, fabs(c.rounds->share[DOSEAU_ALL][2] - 20. / 280), 1e-15));
    cr_expect(eq(dbl, c.rounds->share[DOSEAU_UNFLAGGED][2], 0));
    computed_free(&c);
}

/* With bounds only as if all results were alike: 7 * (.1 / 7)^2 twice, + .1^2 batch, .1^2 people.
 */
Test(combination, bounds)
{
    const file files[CASE_FILES] = {
        {"measurements.csv",
         UNDATED UNDATED_WEEK("V", "1", "MDMA", "10", "20", "<3", "<4", "<5", "<6", "<7")}};
    computed c = compute_rounds(files, NULL);
    size_t n;
    double variance;
    const combination_term term = {doseau_rounds_all(c.rounds, &n), 1};
    cr_assert(eq(int, combination_variance(c.rounds, &term, 1, COMBINATION_ALL, NULL, &variance),
                 DOSEAU_OK));
    cr_expect(epsilon_eq(dbl, variance, .02 / 7 + .01 + .01 + .0025, 1e-15));
    computed_free(&c);
}

/* A round without any result. */
Test(combination, nothing_to_combine)
{
    const file files[CASE_FILES] = {
        {"measurements.csv",
         UNDATED UNDATED_WEEK("V", "1", "MDMA", "", "", "", "", "", "", "")
             UNDATED_WEEK("V", "2", "MDMA", "1", "2", "3", "4", "5", "6", "7")}};
    computed c = compute_rounds(files, NULL);
    size_t n;
    double variance = 412;
    const combination_term term = {doseau_rounds_all(c.rounds, &n), 1};
    cr_expect(eq(int, combination_variance(c.rounds, &term, 1, COMBINATION_ALL, NULL, &variance),
                 DOSEAU_ETOOFEW));
    cr_expect(eq(dbl, variance, 412));
    computed_free(&c);
}
