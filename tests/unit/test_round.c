/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rounds.h"

TestSuite(round, .init = folder_enter, .fini = folder_leave);

#define UTRECHT                                                                                    \
    UNDATED_WEEK("Utrecht", "2021", "MDMA", "114.65", "56.88", "81.17", "47", "52.91", "140.32",   \
                 "214.05")
#define NO_SUNDAY                                                                                  \
    UNDATED_WEEK("Utrecht", "2021", "MDMA", "114.65", "56.88", "81.17", "47", "52.91", "140.32", "")
#define AMSTERDAM                                                                                  \
    UNDATED_WEEK("Amsterdam", "2011", "MDMA", "", "", "97.81", "52.29", "43.3", "50.71", "142.12")
#define COMPLETE                                                                                   \
    "kind=week days=7 found=7 missing=0 method=complete_week "                                     \
    "flags=published_load "
#define FIVE_DAYS "days=5 found=5 missing=2 "
#define NO_INTERVAL "measurement_rel_u= measurement_lower= measurement_upper= "

/* METHODS 9.1: the days, and weekday mean, weekend mean, mean as printed there; all digits of the
 * mean by hand, median by sorting, the rest by mpmath. */
static const round_case published[] = {
    {"Utrecht MDMA 2021; interval with all five defaults 73.67-138.45 (DESIGN 10.3)",
     {{"measurements.csv", UNDATED UTRECHT}},
     {COMPLETE "plant=Utrecht substance=MDMA round=2021 data=all mean~100.9971 "
               "mean=100.99714285714286 weekday_mean~61.68 weekend_mean~130.48 median=81.17 "
               "geomean~87.5848 geomean=87.584754544477955 bound_lower=100.99714285714286 "
               "bound_upper=100.99714285714286 measurement_rel_u=.16198983059522527 "
               "measurement_lower~73.67 measurement_upper~138.45 "
               "measurement_lower=73.674130039919373 measurement_upper=138.45325163363524"}},
    {"Utrecht MDMA 2021 with the first four components: 12.744 %, 78.75-129.52",
     {{"measurements.csv", UNDATED UTRECHT},
      {"budget.csv", "component,scope,rel_u\nsampling,sample,.10\nanalysis,sample,.10\n"
                     "flow,plant,.05\ncalibration,batch,.10\n"}},
     {COMPLETE "mean=100.99714285714286 measurement_rel_u~.12744 measurement_lower~78.75 "
               "measurement_upper~129.52"}},
    {"Amsterdam cocaine (BE) 2019",
     {{"measurements.csv",
       UNDATED UNDATED_WEEK("Amsterdam", "2019", "benzoylecgonine", "1007.32", "1206.68", "898.05",
                            "687.74", "825.14", "1039.35", "1238.79")}},
     {COMPLETE "mean~986.15 mean=986.15285714285714 weekday_mean~930.82 weekend_mean~1027.65 "
               "median=1007.32 geomean=968.20508832532702 measurement_rel_u=.15955322484374371 "
               "measurement_lower=722.74470199879969 measurement_upper=1345.5615170357008"}},
    {"Utrecht cocaine 2021",
     {{"measurements.csv", UNDATED UNDATED_WEEK("Utrecht", "2021", "cocaine", "430.9", "429.03",
                                                "641.34", "447.39", "501.79", "641.57", "614.82")}},
     {COMPLETE "mean~529.55 mean=529.54857142857143 weekday_mean~505.92 weekend_mean~547.27 "
               "median=501.79 geomean=521.56392118582933 measurement_rel_u=.15951175367467466"}},
    {"Oudewater MDMA 2017",
     {{"measurements.csv", UNDATED UNDATED_WEEK("Oudewater", "2017", "MDMA", "35.03", "13.04",
                                                "44.54", "16.24", "11.01", "17.07", "47.83")}},
     {COMPLETE "mean~26.39 mean=26.394285714285714 weekday_mean~24.61 weekend_mean=27.735 "
               "median=17.07 geomean=22.555559175931389 measurement_rel_u=.16191806025620672"}},
    {"Eindhoven MDMA 2015",
     {{"measurements.csv", UNDATED UNDATED_WEEK("Eindhoven", "2015", "MDMA", "289.29", "34.37",
                                                "53.99", "18.35", "67.86", "88.63", "364.84")}},
     {COMPLETE "mean~131.05 mean=131.04714285714286 weekday_mean~35.57 weekend_mean~202.66 "
               "median=67.86 geomean=80.346253147813674 measurement_rel_u=.16749379077805142"}},
    {"Eindhoven METH 2020",
     {{"measurements.csv",
       UNDATED UNDATED_WEEK("Eindhoven", "2020", "methamphetamine", "14.83", "8.23", "8.33",
                            "12.05", "24.63", "92.46", "25.71")}},
     {COMPLETE "mean~26.61 mean=26.605714285714286 weekday_mean~9.54 weekend_mean~39.41 "
               "median=14.83 geomean=18.411919137934051 measurement_rel_u=.16867103498408531"}},
};

Test(round, published_weeks)
{
    for (size_t i = 0; i < COUNT(published); i++) expect_rounds(&published[i]);
}

#define MISSING "flags=published_load;missing_days "
#define NEITHER "flags=published_load;missing_days;no_measurement_interval;no_level_interval "

/* What missing days become. Multipliers of DESIGN 10.4; by mpmath with
 * x = sum L / (sum m / mean m) over the measured days. Intervals in R from the formula of
 * doseau/round.h: s0 .341 and d0 3.4 of MDMA's days, .174 and 2.3 of cocaine's, u_day^2 .02, what
 * days share .0225. */
static const round_case missing[] = {
    {"METHODS 9.1, Amsterdam MDMA 2011: 77.25, 75.05, 78.71 over present days",
     {{"measurements.csv", UNDATED AMSTERDAM}},
     {FIVE_DAYS NEITHER NO_INTERVAL
      "method=present mean~77.25 mean=77.246 weekday_mean=75.05 weekend_mean=78.71 median=52.29 "
      "geomean=69.279974840276171 bound_lower=77.246 bound_upper=77.246"},
     .missing = DOSEAU_PRESENT},
    {"the same by the rules of EUDA",
     {{"measurements.csv", UNDATED AMSTERDAM}},
     {FIVE_DAYS NEITHER NO_INTERVAL
      "method=euda mean=77.246 weekday_mean=75.05 weekend_mean=78.71 median=52.29"},
     .convention = DOSEAU_EUDA},
    {"EUDA always means over present days",
     {{"measurements.csv", UNDATED AMSTERDAM}},
     {FIVE_DAYS "method=euda mean=77.246"},
     .missing = DOSEAU_REFUSE,
     .convention = DOSEAU_EUDA},
    {"model, EU: median and geometric mean are of measured days only",
     {{"measurements.csv", UNDATED AMSTERDAM}},
     {FIVE_DAYS MISSING
      "measurement_rel_u=.19666024247970956 measurement_lower=52.827250344602824 "
      "measurement_upper=114.96327925069855 "
      "method=model:EU:MDMA mean=77.930699556805817 weekday_mean=70.936486469750449 "
      "weekend_mean=83.176359372097343 median= geomean= bound_lower=77.930699556805817 "
      "bound_upper=77.930699556805817"}},
    {"model, NL",
     {{"measurements.csv", UNDATED AMSTERDAM}},
     {FIVE_DAYS MISSING
      "measurement_rel_u=.18640905195022609 measurement_lower=55.93674002806123 "
      "measurement_upper=116.35569611015569 "
      "method=model:NL:MDMA mean=80.675636496391362 weekday_mean=73.570054386999541 "
      "weekend_mean=86.004823078435227"},
     .prior = DOSEAU_PRIOR_NL},
    {"stratified: (3 * 75.05 + 4 * 78.71) / 7",
     {{"measurements.csv", UNDATED AMSTERDAM}},
     {FIVE_DAYS NEITHER NO_INTERVAL
      "method=stratified mean=77.141428571428571 weekday_mean=75.05 weekend_mean=78.71 median= "
      "geomean="},
     .missing = DOSEAU_STRATIFIED},
    {"refuse: nothing, for both parts have a hole",
     {{"measurements.csv", UNDATED AMSTERDAM}},
     {FIVE_DAYS NEITHER NO_INTERVAL
      "method= mean= weekday_mean= weekend_mean= median= geomean= bound_lower= bound_upper="},
     .missing = DOSEAU_REFUSE},
    {"refuse: a part without a hole stands",
     {{"measurements.csv", UNDATED NO_SUNDAY}},
     {"days=6 missing=1 " NEITHER NO_INTERVAL
      "method= mean= weekday_mean~61.68 weekend_mean= median= geomean= bound_lower="},
     .missing = DOSEAU_REFUSE},
    {"without Sunday, model EU",
     {{"measurements.csv", UNDATED NO_SUNDAY}},
     {"days=6 missing=1 " MISSING "method=model:EU:MDMA mean=94.475454132950163 "
      "weekday_mean~61.68 weekend_mean=119.06954473266278 measurement_rel_u=.17846376041585191 "
      "measurement_lower=66.650158292351449 measurement_upper=133.9173328662813"}},
    {"without Sunday, model NL",
     {{"measurements.csv", UNDATED NO_SUNDAY}},
     {"method=model:NL:MDMA mean=92.900555921552729"},
     .prior = DOSEAU_PRIOR_NL},
    {"three days hold up a model: 409.87 / (1.346 + .675 + 1.936) * 7.603 / 7",
     {{"measurements.csv",
       UNDATED UNDATED_WEEK("V", "1", "MDMA", "114.65", "", "81.17", "", "", "", "214.05")}},
     {"days=3 missing=4 method=model:EU:MDMA mean=112.50375861944475 " MISSING
      "measurement_rel_u=.19762140391377645 measurement_lower=75.889365780257563 "
      "measurement_upper=166.78352195156967"}},
    {"two do not",
     {{"measurements.csv",
       UNDATED UNDATED_WEEK("V", "1", "MDMA", "", "", "", "", "", "140.32", "214.05")}},
     {"days=2 missing=5 method= mean= weekday_mean= weekend_mean= median= geomean= bound_lower= "
      "bound_upper= flags=published_load;missing_days;too_few_days;no_measurement_interval;"
      "no_level_interval"}},
    {"two present days: (140.32 + 214.05) / 2",
     {{"measurements.csv",
       UNDATED UNDATED_WEEK("V", "1", "MDMA", "", "", "", "", "", "140.32", "214.05")}},
     {"days=2 mean=177.185 weekday_mean= weekend_mean=177.185 median=177.185 "
      "geomean=173.30751859051009 flags=published_load;missing_days;no_measurement_interval;"
      "no_level_interval"},
     .missing = DOSEAU_PRESENT},
    {"stratified without a weekend day",
     {{"measurements.csv",
       UNDATED UNDATED_WEEK("V", "1", "MDMA", "", "56.88", "81.17", "47", "", "", "")}},
     {"days=3 mean= weekday_mean=61.683333333333333 weekend_mean= "
      "flags=published_load;missing_days;too_few_days;no_weekend;no_measurement_interval;"
      "no_level_interval"},
     .missing = DOSEAU_STRATIFIED},
    {"Tuesday to Thursday alone, model: Saturday and Sunday from the table; flagged",
     {{"measurements.csv",
       UNDATED UNDATED_WEEK("V", "1", "MDMA", "", "56.88", "81.17", "47", "", "", "")}},
     {"days=3 mean=92.113077779232683 weekday_mean=61.683333333333333 "
      "flags=published_load;missing_days;no_weekend;no_measurement_interval;no_level_interval"}},
    {"no day at all",
     {{"measurements.csv", UNDATED UNDATED_WEEK("V", "1", "MDMA", "", "", "", "", "", "", "")}},
     {"kind=week days=0 found=0 missing=7 method= mean= median= geomean= bound_lower= bound_upper= "
      "population= laboratory= flags=missing_days;too_few_days;no_weekend;no_measurement_interval;"
      "no_level_interval"}},
    {"no day at all by EUDA",
     {{"measurements.csv", UNDATED UNDATED_WEEK("V", "1", "MDMA", "", "", "", "", "", "", "")}},
     {"days=0 method= mean= weekday_mean= weekend_mean= median= bound_lower="},
     .convention = DOSEAU_EUDA},
};

Test(round, missing_days)
{
    for (size_t i = 0; i < COUNT(missing); i++) expect_rounds(&missing[i]);
}

/* ---- The usual week ---- */

#define OWN_1 UNDATED_WEEK("V", "2018", "3-MMC", "1.21", ".92", ".71", ".65", ".83", "1.52", "2.07")
#define OWN_2                                                                                      \
    UNDATED_WEEK("V", "2019", "3-MMC", "2.45", "1.63", "1.31", "1.42", "1.55", "2.93", "3.61")
#define OWN_3                                                                                      \
    UNDATED_WEEK("V", "2020", "3-MMC", "1.03", "1.27", ".93", ".78", ".88", "1.95", "2.42")
#define HOLE UNDATED_WEEK("V", "2021", "3-MMC", "2.2", "1.7", "1.4", "1.2", "1.5", "2.8", "")
#define WEEK_HOLE UNDATED_WEEK("V", "2021", "3-MMC", "2.2", "1.7", "", "1.2", "1.5", "2.8", "3.9")
#define ANY "data=all"

/* Own multipliers: geometric, ln day - mean ln of its week, averaged over the complete weeks;
 * by mpmath. */
static const round_case usual[] = {
    {"three complete weeks of its own",
     {{"measurements.csv", UNDATED OWN_1 OWN_2 OWN_3 HOLE}},
     {COMPLETE, COMPLETE, COMPLETE,
      "round=2021 days=6 method=model:own mean=2.0731257152394041 weekday_mean=1.4333333333333333 "
      "weekend_mean=2.5529700016689572 " MISSING}},
    {"two complete weeks are not three: 3-MMC borrows MDMA's, and a weekend day is missing",
     {{"measurements.csv", UNDATED OWN_1 OWN_2 HOLE}},
     {ANY, ANY,
      "round=2021 days=6 method= mean= weekday_mean~1.43 weekend_mean= bound_lower= bound_upper= "
      "flags=published_load;missing_days;weekend_borrowed;no_measurement_interval;"
      "no_level_interval"}},
    {"a missing weekday may be borrowed",
     {{"measurements.csv", UNDATED OWN_1 OWN_2 WEEK_HOLE}},
     {ANY, ANY, "days=6 method=model:EU:MDMA:borrowed mean=2.0851183602771363 " MISSING}},
    {"the week itself is no week of its own: it is not complete",
     {{"measurements.csv", UNDATED OWN_1 WEEK_HOLE OWN_3}},
     {ANY, ANY, "method=model:EU:MDMA:borrowed mean=2.0851183602771363"}},
    {"a week with a day below a limit is not complete",
     {{"measurements.csv",
       UNDATED OWN_1 OWN_2 WEEK_HOLE UNDATED_WEEK("V", "2020", "3-MMC", "1.03", "1.27", "<.93",
                                                  ".78", ".88", "1.95", "2.42")}},
     {ANY, ANY, ANY, "round=2021 method=model:EU:MDMA:borrowed mean=2.0851183602771363"}},
    {"nor are weeks of another plant or substance its own",
     {{"measurements.csv",
       UNDATED OWN_1 OWN_2 WEEK_HOLE UNDATED_WEEK("W", "2020", "3-MMC", "1", "2", "3", "4", "5",
                                                  "6", "7")
           UNDATED_WEEK("V", "2020", "ketamine", "1", "2", "3", "4", "5", "6", "7")}},
     {ANY, ANY, "round=2021 method=model:EU:MDMA:borrowed mean=2.0851183602771363", ANY, ANY}},
    {"the table of the substance: cocaine's for benzoylecgonine, a missing weekend day allowed",
     {{"measurements.csv", UNDATED UNDATED_WEEK("V", "2020", "benzoylecgonine", "430.9", "429.03",
                                                "641.34", "447.39", "501.79", "641.57", "")}},
     {"method=model:EU:cocaine mean=543.09359539457429 measurement_rel_u=.16469090220055491 "
      "measurement_lower=394.06035765460632 measurement_upper=748.49105632982673 " MISSING}},
    {"NL where NL has it",
     {{"measurements.csv", UNDATED UNDATED_WEEK("V", "2020", "benzoylecgonine", "430.9", "429.03",
                                                "641.34", "447.39", "501.79", "641.57", "")}},
     {"method=model:NL:cocaine mean=537.18455148359206"},
     .prior = DOSEAU_PRIOR_NL},
    {"EU where NL has not",
     {{"measurements.csv", UNDATED UNDATED_WEEK("V", "2020", "ketamine", "4.3", "4.2", "6.4", "4.4",
                                                "5.1", "6.5", "")}},
     {"method=model:EU:ketamine mean=5.2852591096073802"},
     .prior = DOSEAU_PRIOR_NL},
    {"a substance that no table knows borrows",
     {{"measurements.csv",
       UNDATED UNDATED_WEEK("V", "2020", "4-FMA-X", "4.3", "", "6.4", "4.4", "5.1", "6.5", "7.2")}},
     {"method=model:EU:MDMA:borrowed mean=5.4718744029042736"}},
};

Test(round, usual_week)
{
    for (size_t i = 0; i < COUNT(usual); i++) expect_rounds(&usual[i]);
}

/* ---- Weekday and weekend of EUDA in 2021 ---- */

#define WEEK_NUMBERS "10.1", "20.3", "30.7", "41.1", "52.9", "63.7", "75.3"
#define TO_THURSDAY "method=euda weekday_mean=30.7 weekend_mean=50.5 " /* 92.1 / 3, 202 / 4 */
#define TO_FRIDAY "method=euda weekday_mean=36.25 weekend_mean=49.7 "  /* 145 / 4, 149.1 / 3 */
#define IN(label)                                                                                  \
    UNDATED UNDATED_WEEK("V", label, "MDMA", "10.1", "20.3", "30.7", "41.1", "52.9", "63.7", "75.3")

static const round_case groups[] = {
    {"the label is a year",
     {{"measurements.csv", IN("2021")}},
     {TO_FRIDAY},
     .convention = DOSEAU_EUDA},
    {"the year before",
     {{"measurements.csv", IN("2020")}},
     {TO_THURSDAY},
     .convention = DOSEAU_EUDA},
    {"the year after",
     {{"measurements.csv", IN("2022")}},
     {TO_THURSDAY},
     .convention = DOSEAU_EUDA},
    {"no year anywhere",
     {{"measurements.csv", IN("first")}},
     {TO_THURSDAY},
     .convention = DOSEAU_EUDA},
    {"a number that is no year",
     {{"measurements.csv", IN("2021.5")}},
     {TO_THURSDAY},
     .convention = DOSEAU_EUDA},
    {"a number with too few digits",
     {{"measurements.csv", IN("202")}},
     {TO_THURSDAY},
     .convention = DOSEAU_EUDA},
    {"our own weekdays do not change",
     {{"measurements.csv", IN("2021")}},
     {"method=complete_week weekday_mean=30.7 weekend_mean=50.5"}},
    {"the year of the date: 8 to 14 March 2021 was Monday to Sunday",
     {{"measurements.csv", DATED "V,2021-03-08,MDMA,10.1\nV,2021-03-09,MDMA,20.3\n"
                                 "V,2021-03-10,MDMA,30.7\nV,2021-03-11,MDMA,41.1\n"
                                 "V,2021-03-12,MDMA,52.9\nV,2021-03-13,MDMA,63.7\n"
                                 "V,2021-03-14,MDMA,75.3\n"}},
     {TO_FRIDAY "round=2021-03-08 first_date=2021-03-08 last_date=2021-03-14"},
     .convention = DOSEAU_EUDA},
    {"a date in 2024",
     {{"measurements.csv",
       DATED DATED_WEEK("V", "MDMA", "10.1", "20.3", "30.7", "41.1", "52.9", "63.7", "75.3")}},
     {TO_THURSDAY "round=2024-03-11"},
     .convention = DOSEAU_EUDA},
    {"the label before the date",
     {{"measurements.csv",
       DATED DATED_WEEK("V", "MDMA", "10.1", "20.3", "30.7", "41.1", "52.9", "63.7", "75.3")},
      {"rounds.csv", "round,first,last\n2021,2024-03-11,2024-03-17\n"}},
     {TO_FRIDAY "round=2021"},
     .convention = DOSEAU_EUDA},
    {"below a limit is 0: (10.1 + 0 + 30.7 + 41.1 + 52.9 + 0 + 75.3) / 7, 71.8 / 3, 138.3 / 4; the "
     "median is 30.7, a geometric mean there is not",
     {{"measurements.csv", UNDATED UNDATED_WEEK("V", "2019", "MDMA", "10.1", "<9", "30.7", "41.1",
                                                "52.9", "n.d.", "75.3")}},
     {"days=7 found=5 not_detected=2 missing=0 method=euda mean=30.014285714285714 "
      "weekday_mean=23.933333333333333 weekend_mean=34.575 median=30.7 geomean= "
      "bound_lower=30.014285714285714 bound_upper= measurement_rel_u= "
      "flags=published_load;unknown_limit;below_limit;no_measurement_interval;no_level_interval"},
     .convention = DOSEAU_EUDA},
    {"below a limit is 0 in the mean, not in the bounds: (10.1 + 30.7 + 41.1 + 52.9 + 5 + 75.3) / "
     "6, "
     "with the replicates 10 and <9 as (10 + 0) / 2, [5, 9.5]",
     {{"measurements.csv", "plant,round,weekday,substance,load_mg_d_1000p,replicate\n"
                           "V,2019,Monday,MDMA,10.1,\nV,2019,Tuesday,MDMA,30.7,\n"
                           "V,2019,Wednesday,MDMA,41.1,\nV,2019,Thursday,MDMA,52.9,\n"
                           "V,2019,Friday,MDMA,10,1\nV,2019,Friday,MDMA,<9,2\n"
                           "V,2019,Saturday,MDMA,75.3,\n"}},
     {"days=6 found=5 detected=1 mean=35.85 bound_lower=35.85 bound_upper=36.6"},
     .convention = DOSEAU_EUDA},
    {"0 in the median too, for a day between limits: 0 of 0, 10, 20; (10 + 0 + 20) / 3",
     {{"measurements.csv",
       "plant,round,weekday,substance,load_mg_d_1000p,lod_mg_d_1000p,loq_mg_d_1000p\n"
       "V,2019,Mon,MDMA,10,,\nV,2019,Tue,MDMA,trace,15,25\nV,2019,Wed,MDMA,20,,\n"}},
     {"days=3 detected=1 mean=10 median=10 geomean= bound_lower=15 bound_upper=18.333333333333333"},
     .convention = DOSEAU_EUDA},
    {"all below a limit: 0",
     {{"measurements.csv",
       UNDATED UNDATED_WEEK("V", "2019", "MDMA", "<9", "<9", "<9", "<9", "<9", "<9", "<9")}},
     {"not_detected=7 mean=0 weekday_mean=0 weekend_mean=0 median=0 geomean= measurement_rel_u="},
     .convention = DOSEAU_EUDA},
    {"a complete week by EUDA has its measurement interval too",
     {{"measurements.csv", UNDATED UTRECHT}},
     {"method=euda mean=100.99714285714286 weekday_mean=59.49 weekend_mean=156.34 "
      "measurement_lower~73.67 measurement_upper~138.45"},
     .convention = DOSEAU_EUDA},
};

Test(round, groups_of_euda)
{
    for (size_t i = 0; i < COUNT(groups); i++) expect_rounds(&groups[i]);
}

/* ---- The table and the rest ---- */

Test(round, columns)
{
    const file none[CASE_FILES] = {{"measurements.csv", UNDATED UTRECHT}};
    computed c = compute_rounds(none, NULL);
    const doseau_table table = doseau_rounds_table(c.rounds);
    cr_expect(eq(str, (char *)table.name, "round"));
    expect_columns(&table,
                   "plant,substance,round,data,kind,first_date,last_date,days,found,detected,"
                   "not_detected,missing,method,mean_mg_d_1000p,weekday_mean_mg_d_1000p,"
                   "weekend_mean_mg_d_1000p,median_mg_d_1000p,geomean_mg_d_1000p,"
                   "bound_lower_mg_d_1000p,bound_upper_mg_d_1000p,measurement_rel_u,"
                   "measurement_lower_mg_d_1000p,measurement_upper_mg_d_1000p,level_rel_u,"
                   "level_lower_mg_d_1000p,level_upper_mg_d_1000p,level_basis,prior,population,"
                   "laboratory,flags,printed_lower_mg_d_1000p,printed_upper_mg_d_1000p,"
                   "printed_standard_error_mg_d_1000p");
    expect_row(&table, 0, "first_date= last_date=", "no date is invented");
    computed_free(&c);
    doseau_rounds_free(NULL);
}

Test(round, options)
{
    static const double alphas[] = {0, 1, -.05, 1.05, NAN};
    const file files[CASE_FILES] = {{"measurements.csv", UNDATED UTRECHT}};
    doseau_round_options options = {.alpha = -7};
    doseau_round_defaults(&options);
    cr_expect(eq(int, options.missing, DOSEAU_MODEL));
    cr_expect(eq(int, options.convention, DOSEAU_OWN));
    cr_expect(eq(int, options.prior, DOSEAU_PRIOR_EU));
    cr_expect(eq(dbl, options.alpha, .05));

    options.alpha = .1;
    computed c = compute_rounds(files, &options);
    const doseau_table table = doseau_rounds_table(c.rounds);
    expect_row(&table, 0,
               "measurement_lower=77.506841435235608 measurement_upper=131.60674175878465",
               "90 %, mpmath");
    for (size_t i = 0; i < COUNT(alphas); i++) {
        doseau_rounds *rounds = NULL;
        doseau_error error = {0};
        options.alpha = alphas[i];
        cr_expect(eq(int, doseau_rounds_new(c.study, c.loads, &options, &rounds, &error),
                     DOSEAU_EDOMAIN));
        cr_expect(rounds == NULL);
        cr_expect(eq(int, error.status, DOSEAU_EDOMAIN));
    }
    computed_free(&c);
}

Test(round, order_and_extent)
{
    const file files[CASE_FILES] = {
        {"measurements.csv",
         UNDATED UNDATED_WEEK("W", "2020", "MDMA", "1", "2", "3", "4", "5", "6", "7")
             UNDATED_WEEK("V", "2021", "MDMA", "1", "2", "3", "4", "5", "6", "7")
                 UNDATED_WEEK("V", "2020", "ketamine", "1", "2", "3", "4", "5", "6", "7")
                     UNDATED_WEEK("V", "2020", "MDMA", "1", "2", "3", "4", "5", "6", "7")}};
    size_t n, n_measurements;
    computed c = compute_rounds(files, NULL);
    const doseau_round_mean *r = doseau_rounds_all(c.rounds, &n);
    const doseau_table table = doseau_rounds_table(c.rounds);
    doseau_study_measurements(c.study, &n_measurements);
    cr_assert(eq(sz, n, 4));
    expect_row(&table, 0, "plant=V substance=MDMA round=2020", "order");
    expect_row(&table, 1, "plant=V substance=MDMA round=2021", "order");
    expect_row(&table, 2, "plant=V substance=ketamine round=2020", "order");
    expect_row(&table, 3, "plant=W substance=MDMA round=2020", "order");
    for (size_t i = 0; i < n; i++) {
        cr_expect(eq(sz, r[i].begin, 7 * i));
        cr_expect(eq(sz, r[i].end, 7 * i + 7));
    }
    cr_expect(eq(sz, n_measurements, 28));
    computed_free(&c);
}

Test(round, names)
{
    cr_expect(eq(str, (char *)doseau_round_kind_name(DOSEAU_WEEK), "week"));
    cr_expect(eq(str, (char *)doseau_round_kind_name(DOSEAU_PERIOD), "period"));
    cr_expect(eq(str, (char *)doseau_round_kind_name(DOSEAU_EVENT), "event"));
    cr_expect(eq(str, (char *)doseau_data_name(DOSEAU_ALL), "all"));
    cr_expect(eq(str, (char *)doseau_data_name(DOSEAU_UNFLAGGED), "unflagged"));
}
