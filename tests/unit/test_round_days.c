/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rounds.h"

TestSuite(round_days, .init = folder_enter, .fini = folder_leave);

#define MEASURED(rows)                                                                             \
    {                                                                                              \
        "measurements.csv", rows                                                                   \
    }
#define FLAGS(words) "flags=published_load;" words "no_measurement_interval;no_level_interval "
#define NO_MEAN                                                                                    \
    "method= mean= weekday_mean= weekend_mean= median= geomean= bound_lower= bound_upper= "
#define NO_INTERVAL "measurement_rel_u= measurement_lower= measurement_upper= "

static void expect_all(const round_case cases[], size_t n)
{
    for (size_t i = 0; i < n; i++) expect_rounds(&cases[i]);
}

/* ---- Replicates: the mean of the lower and of the upper ends ---- */

#define REPLICATES                                                                                 \
    "plant,date,substance,load_mg_d_1000p,lod_mg_d_1000p,loq_mg_d_1000p,laboratory,replicate\n"
#define MONDAY "V,2024-03-11,MDMA,"
#define ONE_DAY "kind=week days=1 missing=6 "

static const round_case replicates[] = {
    {"found: (10.3 + 12.9) / 2",
     {MEASURED(REPLICATES MONDAY "10.3,,,,1\n" MONDAY "12.9,,,,2\n")},
     {ONE_DAY "found=1 mean=11.6 median=11.6 bound_lower=11.6 bound_upper=11.6"},
     .missing = DOSEAU_PRESENT},
    {"one below a limit: (10.3 + 0) / 2, (10.3 + 4.1) / 2; it was seen",
     {MEASURED(REPLICATES MONDAY "10.3,,,,1\n" MONDAY "<4.1,,,,2\n")},
     {ONE_DAY "found=0 detected=1 not_detected=0 mean= median= bound_lower=5.15 bound_upper=7.2"},
     .missing = DOSEAU_PRESENT},
    {"both below their limits: 0, (4.1 + 6.3) / 2",
     {MEASURED(REPLICATES MONDAY "<4.1,,,,1\n" MONDAY "<6.3,,,,2\n")},
     {ONE_DAY "found=0 detected=0 not_detected=1 mean= bound_lower=0 bound_upper=5.2"},
     .missing = DOSEAU_PRESENT},
    {"found and detected: (10.3 + 2.1) / 2, (10.3 + 4.1) / 2",
     {MEASURED(REPLICATES MONDAY "10.3,,,,1\n" MONDAY "trace,2.1,4.1,,2\n")},
     {ONE_DAY "detected=1 mean= bound_lower=6.2 bound_upper=7.2"},
     .missing = DOSEAU_PRESENT},
    {"one below a limit that nobody states: a lower bound only",
     {MEASURED(REPLICATES MONDAY "10.3,,,,1\n" MONDAY "n.d.,,,,2\n")},
     {ONE_DAY "detected=1 mean= bound_lower=5.15 bound_upper= " FLAGS(
         "unknown_limit;below_limit;missing_days;no_weekend;")},
     .missing = DOSEAU_PRESENT},
    {"one without a result does not count",
     {MEASURED(REPLICATES MONDAY "10.3,,,,1\n" MONDAY ",,,,2\n")},
     {ONE_DAY "found=1 mean=10.3"},
     .missing = DOSEAU_PRESENT},
    {"none with a result: no day",
     {MEASURED(REPLICATES MONDAY ",,,,1\n" MONDAY ",,,,2\n")},
     {"kind=week days=0 missing=7 mean= first_date=2024-03-11 last_date=2024-03-11"},
     .missing = DOSEAU_PRESENT},
    {"laboratories of one day, in byte order: (10.3 + 12.9) / 2",
     {MEASURED(REPLICATES MONDAY "12.9,,,LAB-B,\n" MONDAY "10.3,,,LAB-A,\n")},
     {ONE_DAY "found=1 mean=11.6 laboratory=LAB-A;LAB-B " FLAGS(
         "missing_days;no_weekend;mixed_laboratories;")},
     .missing = DOSEAU_PRESENT},
    {"days first: ((10 + 12) / 2 + 20 + 30) / 3",
     {MEASURED(REPLICATES MONDAY "10,,,,1\nV,2024-03-12,MDMA,20,,,,\n" MONDAY
                                 "12,,,,2\nV,2024-03-13,MDMA,30,,,,1\n")},
     {"days=3 found=3 mean=20.333333333333333 weekday_mean=25 weekend_mean=11 median=20"},
     .missing = DOSEAU_PRESENT},
};

Test(round_days, replicates)
{
    expect_all(replicates, COUNT(replicates));
}

/* (1.7e308 + 1.7e308) / 2 by way of a sum. */
Test(round_days, replicates_that_overflow)
{
    const file files[CASE_FILES] = {
        MEASURED(REPLICATES MONDAY "<1.7e308,,,,1\n" MONDAY "<1.7e308,,,,2\n")};
    char list[PROBLEMS_SIZE];
    doseau_loads *loads;
    doseau_rounds *rounds = NULL;
    doseau_error error = {0};
    doseau_study *study = read_files(files, NULL, DOSEAU_ERROR, list);
    cr_assert(eq(str, list, ""));
    cr_assert(eq(int, doseau_loads_new(study, NULL, &loads, NULL), DOSEAU_OK));
    cr_expect(eq(int, doseau_rounds_new(study, loads, NULL, &rounds, &error), DOSEAU_EDOMAIN));
    cr_expect(rounds == NULL);
    cr_expect(eq(int, error.status, DOSEAU_EDOMAIN));
    doseau_loads_free(loads);
    doseau_study_free(study);
}

/* ---- Days below a limit ---- */

#define LIMITED_7(last)                                                                            \
    UNDATED UNDATED_WEEK("V", "1", "benzoylecgonine", "10", "20", "30", "40", "50", "60", last)

static const round_case limited[] = {
    {"210 / 7 and 217 / 7; the mean by R, the limits with 400,000 draws",
     {MEASURED(LIMITED_7("<7"))},
     {"days=7 found=6 not_detected=1 missing=0 method=borrowed_sigma mean~30.73459 weekday_mean= "
      "weekend_mean= median= geomean= bound_lower=30 bound_upper=31 measurement_rel_u~.163 "
      "measurement_lower~22.4 measurement_upper~42.2 flags=published_load;below_limit;imputed"}},
    {"a limit that nobody states: a lower bound only",
     {MEASURED(LIMITED_7("n.d."))},
     {"not_detected=1 mean= bound_lower=30 bound_upper= " NO_INTERVAL FLAGS(
         "unknown_limit;below_limit;")}},
    {"detected, LOD 7, LOQ 21: 217 / 7 and 231 / 7; the others as above",
     {MEASURED("plant,round,weekday,substance,load_mg_d_1000p,lod_mg_d_1000p,loq_mg_d_1000p\n"
               "V,1,Mon,MDMA,10,,\nV,1,Tue,MDMA,20,,\nV,1,Wed,MDMA,30,,\nV,1,Thu,MDMA,40,,\n"
               "V,1,Fri,MDMA,50,,\nV,1,Sat,MDMA,60,,\nV,1,Sun,MDMA,trace,7,21\n")},
     {"days=7 found=6 detected=1 not_detected=0 mean~32.13221 bound_lower=31 bound_upper=33 "
      "measurement_lower~23.4 measurement_upper~44.1 flags=published_load;below_limit;imputed"}},
    {"seven below a limit: 0 and 49 / 7",
     {MEASURED(UNDATED UNDATED_WEEK("V", "1", "MDMA", "<4", "<5", "<6", "<7", "<8", "<9", "<10"))},
     {"not_detected=7 method=complete_week mean= bound_lower=0 bound_upper=7 " NO_INTERVAL
      "flags=published_load;below_limit;no_measurement_interval;no_level_interval;"
      "not_reportable"}},
    {"with a missing day too: the model at both ends, cocaine's multipliers by mpmath",
     {MEASURED(UNDATED UNDATED_WEEK("V", "1", "benzoylecgonine", "<7", "20", "30", "40", "50", "60",
                                    ""))},
     {"days=6 found=5 not_detected=1 missing=1 method=model:EU:cocaine mean= weekday_mean= "
      "weekend_mean= bound_lower=35.128724613332016 bound_upper=36.358229974798636 " NO_INTERVAL
          FLAGS("below_limit;missing_days;")}},
    {"stratified at both ends: (3 * 30 + 4 * 110 / 3) / 7, (3 * 30 + 4 * 117 / 3) / 7",
     {MEASURED(UNDATED UNDATED_WEEK("V", "1", "benzoylecgonine", "<7", "20", "30", "40", "50", "60",
                                    ""))},
     {"method=stratified mean= bound_lower=33.80952380952381 bound_upper=35.142857142857143"},
     .missing = DOSEAU_STRATIFIED},
    {"present days at both ends: 200 / 6, 207 / 6",
     {MEASURED(UNDATED UNDATED_WEEK("V", "1", "benzoylecgonine", "<7", "20", "30", "40", "50", "60",
                                    ""))},
     {"method=present mean= bound_lower=33.333333333333333 bound_upper=34.5"},
     .missing = DOSEAU_PRESENT},
    {"refuse",
     {MEASURED(UNDATED UNDATED_WEEK("V", "1", "benzoylecgonine", "<7", "20", "30", "40", "50", "60",
                                    ""))},
     {NO_MEAN NO_INTERVAL},
     .missing = DOSEAU_REFUSE},
};

Test(round_days, below_a_limit)
{
    expect_all(limited, COUNT(limited));
}

/* ---- Week and period ---- */

#define V(day, load) "V,2024-03-" day ",MDMA," load "\n"
#define EIGHT                                                                                      \
    DATED V("11", "10") V("12", "20") V("13", "30") V("14", "40") V("15", "50") V("16", "60")      \
        V("17", "70") V("18", "30")

#define OLSSON                                                                                     \
    "measurement_rel_u=.30225978135156639 measurement_lower=23.286988190190652 "                   \
    "measurement_upper=74.212416794944872 flags=published_load;missing_days;weekday_twice "

static const round_case periods[] = {
    {"seven dates from a Thursday on are a week",
     {MEASURED(DATED V("14", "40") V("15", "50") V("16", "60") V("17", "70") V("18", "10")
                   V("19", "20") V("20", "30"))},
     {"kind=week first_date=2024-03-14 last_date=2024-03-20 days=7 missing=0 method=complete_week "
      "mean=40 weekday_mean=30 weekend_mean=47.5"}},
    {"eight dates are a period: Monday (10 + 30) / 2 first, 290 / 7; u by mpmath with 1/14 for "
     "each "
     "Monday, 1/7 for the others",
     {MEASURED(EIGHT)},
     {"kind=period first_date=2024-03-11 last_date=2024-03-18 days=8 missing=0 "
      "method=weekday_means mean=41.428571428571429 weekday_mean=30 weekend_mean=50 median=35 "
      "geomean=36.559372898258958 measurement_rel_u=.16082612230953799 "
      "measurement_lower=30.288483257658273 measurement_upper=56.665978154527807 "
      "flags=published_load;weekday_twice"}},
    {"a date without a row: Olsson's interval by R, with .0225 of what days share",
     {MEASURED(EIGHT V("20", "32"))},
     {"kind=period last_date=2024-03-20 days=9 missing=0 method=weekday_means "
      "mean=41.571428571428571 weekday_mean=30.333333333333333 " OLSSON}},
    {"a date with a row but no result: the same",
     {MEASURED(EIGHT V("19", "") V("20", "32"))},
     {"kind=period days=9 missing=1 mean=41.571428571428571 " OLSSON}},
    {"a day below a limit: 290 / 7 - 30 / 14, that + 42 / 14; the mean of what the days come from, "
     "by R",
     {MEASURED(DATED V("11", "10") V("12", "20") V("13", "30") V("14", "40") V("15", "50")
                   V("16", "60") V("17", "70") V("18", "<42"))},
     {"kind=period days=8 not_detected=1 method=borrowed_sigma mean~39.450522 median= "
      "bound_lower=39.285714285714286 bound_upper=42.285714285714286 "
      "measurement_rel_u~.30674267 measurement_lower~23.087244 measurement_upper~74.795791 "
      "flags=published_load;below_limit;weekday_twice;imputed"}},
    {"working days of two weeks: the weekend from the model, (11 + 21 + 31 + 41 + 51) / (1.346 + "
     ".874 + .675 + .633 + .730) * 7.603 / 7",
     {MEASURED(DATED V("11", "10") V("12", "20") V("13", "30") V("14", "40") V("15", "50")
                   V("18", "12") V("19", "22") V("20", "32") V("21", "42") V("22", "52")),
      {"rounds.csv", "round,first,last\nlong,2024-03-11,2024-03-24\n"}},
     {"round=long kind=period first_date=2024-03-11 last_date=2024-03-22 days=10 missing=0 "
      "method=model:EU:MDMA mean=39.537844729249144 weekday_mean=31 median= geomean= " NO_INTERVAL
          FLAGS("missing_days;no_weekend;weekday_twice;")}},
    {"the first and last date are those of rows, measured or not",
     {MEASURED(DATED V("11", "") V("12", "20") V("13", "30") V("14", ""))},
     {"kind=week first_date=2024-03-11 last_date=2024-03-14 days=2 missing=5 mean=25"},
     .missing = DOSEAU_PRESENT},
    {"the days of a round of EUDA that is a period are all the same",
     {MEASURED(EIGHT)},
     {"kind=period method=euda mean=41.428571428571429"},
     .convention = DOSEAU_EUDA},
};

Test(round_days, week_and_period)
{
    expect_all(periods, COUNT(periods));
}

/* ---- Events ---- */

#define FAIR                                                                                       \
    {                                                                                              \
        "rounds.csv", "round,first,last,kind\nfair,2024-03-15,2024-03-17,event\n"                  \
    }

static const round_case events[] = {
    {"its days as they are: 900 / 3; u and limits by mpmath with c = 1/9, 2/9, 6/9",
     {MEASURED(DATED V("15", "100") V("16", "200") V("17", "600")), FAIR},
     {"round=fair kind=event days=3 found=3 missing=0 method=event_days mean=300 weekday_mean= "
      "weekend_mean= median=200 geomean=228.94284851066637 bound_lower=300 bound_upper=300 "
      "measurement_rel_u=.18061964674454287 measurement_lower=211.1590807252011 "
      "measurement_upper=426.21894209287875 flags=published_load;event;no_level_interval"}},
    {"a declared day without a row is missing",
     {MEASURED(DATED V("15", "100") V("17", "600")), FAIR},
     {"kind=event days=2 missing=1 method=event_days mean=350 median=350 " NO_INTERVAL FLAGS(
         "event;missing_days;")}},
    {"the model says nothing of an event, whoever borrows",
     {MEASURED(DATED "V,2024-03-15,3-MMC,7.1\n"), FAIR},
     {"kind=event days=1 missing=2 method=event_days mean=7.1 " FLAGS("event;missing_days;")}},
    {"nor does refusing",
     {MEASURED(DATED V("15", "100") V("17", "600")), FAIR},
     {"method=event_days mean=350 median=350"},
     .missing = DOSEAU_REFUSE},
    {"bounds: 700 / 3, 800 / 3",
     {MEASURED(DATED V("15", "100") V("16", "<100") V("17", "600")), FAIR},
     {"kind=event mean= median= bound_lower=233.33333333333333 "
      "bound_upper=266.66666666666667 " NO_INTERVAL FLAGS("event;below_limit;")}},
    {"no day",
     {MEASURED(DATED V("15", "")), FAIR},
     {"kind=event days=0 missing=3 " NO_MEAN
      "flags=event;missing_days;too_few_days;no_measurement_interval;no_level_interval"}},
    {"EUDA: 0 below a limit",
     {MEASURED(DATED V("15", "100") V("16", "<100") V("17", "600")), FAIR},
     {"kind=event method=euda mean=233.33333333333333 weekday_mean= weekend_mean="},
     .convention = DOSEAU_EUDA},
    {"an event of seven days is no usual week, nor does it spoil the others'",
     {MEASURED(DATED "V,2024-03-11,3-MMC,1\nV,2024-03-12,3-MMC,2\nV,2024-03-13,3-MMC,3\n"
                     "V,2024-03-14,3-MMC,4\nV,2024-03-15,3-MMC,5\nV,2024-03-16,3-MMC,6\n"
                     "V,2024-03-17,3-MMC,7\n"
                     "V,2024-04-01,3-MMC,1\nV,2024-04-02,3-MMC,2\nV,2024-04-03,3-MMC,3\n"
                     "V,2024-04-04,3-MMC,4\nV,2024-04-05,3-MMC,5\nV,2024-04-06,3-MMC,6\n"
                     "V,2024-04-07,3-MMC,7\n"
                     "V,2024-05-06,3-MMC,1\nV,2024-05-07,3-MMC,2\nV,2024-05-08,3-MMC,3\n"
                     "V,2024-05-09,3-MMC,4\nV,2024-05-10,3-MMC,5\nV,2024-05-11,3-MMC,6\n"
                     "V,2024-05-12,3-MMC,7\n"
                     "V,2024-06-03,3-MMC,1\nV,2024-06-04,3-MMC,2\nV,2024-06-05,3-MMC,3\n"
                     "V,2024-06-08,3-MMC,6\n"),
      {"rounds.csv", "round,first,last,kind\na,2024-03-11,2024-03-17,event\n"
                     "b,2024-04-01,2024-04-07,regular\nc,2024-05-06,2024-05-12,regular\n"
                     "d,2024-06-03,2024-06-09,regular\n"}},
     {"round=a kind=event mean=4 weekday_mean=", "round=b kind=week mean=4", "round=c kind=week",
      "round=d kind=week mean= flags=published_load;missing_days;weekend_borrowed;"
      "no_measurement_interval;no_level_interval"}},
};

Test(round_days, events)
{
    expect_all(events, COUNT(events));
}

/* ---- Days of which something is told ---- */

#define FESTIVAL                                                                                   \
    {                                                                                              \
        "days.csv", "plant,date,event\nV,2024-03-16,festival\n"                                    \
    }

/* Without Saturday by the model: MDMA's multipliers, by mpmath, the interval by R; with it 820 / 7.
 */
static const round_case flagged[] = {
    {"each round of the series has both rows, other plants one",
     {MEASURED(DATED DATED_WEEK("V", "MDMA", "10", "20", "30", "40", "50", "600", "70") DATED_WEEK(
          "W", "MDMA", "10", "20", "30", "40", "50", "60", "70") "V,2024-05-06,MDMA,11.3\n"),
      FESTIVAL},
     {"plant=V round=2024-03-11 data=all days=7 missing=0 method=complete_week "
      "mean=117.14285714285714 weekend_mean=182.5 median=40 measurement_rel_u~.18308 "
      "flags=published_load;flagged_day",
      "plant=V round=2024-03-11 data=unflagged days=6 found=6 missing=1 method=model:EU:MDMA "
      "mean=38.577886433876101 weekday_mean=30 weekend_mean=45.011301259283177 median= "
      "first_date=2024-03-11 last_date=2024-03-17 measurement_rel_u=.21217659928073041 "
      "measurement_lower=25.291065901789715 measurement_upper=58.84502169597075 "
      "flags=published_load;missing_days",
      "plant=V round=2024-05-06 data=all days=1 mean= ",
      "plant=V round=2024-05-06 data=unflagged days=1 mean=",
      "plant=W data=all mean=40 flags=published_load"}},
    {"a flagged day without a result is missing in both",
     {MEASURED(DATED DATED_WEEK("V", "MDMA", "10", "20", "30", "40", "50", "", "70")), FESTIVAL},
     {"data=all days=6 missing=1 mean=38.577886433876101",
      "data=unflagged days=6 missing=1 mean=38.577886433876101 flags=published_load;missing_days"}},
    {"present days without it: 220 / 6, 35, (10 * ... * 70)^(1/6)",
     {MEASURED(DATED DATED_WEEK("V", "MDMA", "10", "20", "30", "40", "50", "600", "70")), FESTIVAL},
     {"data=all method=complete_week mean=117.14285714285714",
      "data=unflagged method=present mean=36.666666666666667 median=35 "
      "geomean=30.717076619745354"},
     .missing = DOSEAU_PRESENT},
    {"refused without it",
     {MEASURED(DATED DATED_WEEK("V", "MDMA", "10", "20", "30", "40", "50", "600", "70")), FESTIVAL},
     {"data=all mean=117.14285714285714", "data=unflagged mean= weekday_mean=30 weekend_mean="},
     .missing = DOSEAU_REFUSE},
    {"all days flagged",
     {MEASURED(DATED V("16", "600")), FESTIVAL},
     {"data=all days=1", "data=unflagged days=0 missing=7 population= laboratory= "
                         "flags=missing_days;too_few_days;no_weekend;no_measurement_interval;"
                         "no_level_interval"}},
    {"an event without its flagged day",
     {MEASURED(DATED V("15", "100") V("16", "200") V("17", "600")), FAIR, FESTIVAL},
     {"data=all kind=event days=3 mean=300",
      "data=unflagged kind=event days=2 missing=1 mean=350"}},
    {"what is told of a flagged day is not told of the others",
     {MEASURED("plant,date,substance,load_mg_d_1000p,laboratory,population\n"
               "V,2024-03-15,MDMA,100,LAB-A,5000\nV,2024-03-16,MDMA,n.d.,LAB-B,7000\n"
               "V,2024-03-17,MDMA,600,LAB-A,5000\n"),
      FESTIVAL},
     {"data=all bound_lower=233.33333333333333 bound_upper= laboratory=LAB-A;LAB-B population= "
      "flags=published_load;unknown_limit;flagged_day;below_limit;missing_days;"
      "mixed_laboratories;population_varies;no_measurement_interval;no_level_interval",
      "data=unflagged mean=350 laboratory=LAB-A population=5000 " FLAGS("missing_days;")},
     .missing = DOSEAU_PRESENT},
};

Test(round_days, flagged)
{
    expect_all(flagged, COUNT(flagged));
}

/* Usual weeks of the unflagged data come from unflagged days: two complete weeks are left. */
Test(round_days, usual_week_of_unflagged_days)
{
    static const char *const mondays[] = {"2021-03-08", "2022-03-07", "2023-03-06", "2024-03-11"};
    char rows[4000] = DATED;
    for (size_t w = 0; w < 4; w++) {
        doseau_date monday = DOSEAU_NO_DATE;
        cr_assert(eq(int, doseau_date_parse(mondays[w], &monday, NULL), DOSEAU_OK));
        for (int d = 0; d < 7; d++) {
            char date[11], row[60];
            doseau_date_format(monday + d, date);
            snprintf(row, sizeof row, "V,%s,3-MMC,%s\n", date, w == 3 && d == 2 ? "" : "7.1");
            strcat(rows, row);
        }
    }
    const round_case one = {
        "equal days give equal multipliers; without the week of the festival there are two only",
        {MEASURED(rows), {"days.csv", "plant,date,event\nV,2022-03-09,festival\n"}},
        {"data=all", "data=unflagged", "data=all",
         "data=unflagged days=6 method=model:EU:MDMA:borrowed", "data=all", "data=unflagged",
         "data=all days=6 method=model:own mean=7.1",
         "data=unflagged days=6 method=model:EU:MDMA:borrowed"}};
    expect_rounds(&one);
}

/* ---- What rows of a round have in common ---- */

#define PEOPLE "plant,date,substance,load_mg_d_1000p,population,laboratory\n"

static const round_case common[] = {
    {"the same people on all days",
     {MEASURED(PEOPLE "V,2024-03-11,MDMA,7,5100,LAB-A\nV,2024-03-12,MDMA,8,5100,LAB-A\n")},
     {"population=5100 laboratory=LAB-A " FLAGS("missing_days;no_weekend;")},
     .missing = DOSEAU_PRESENT},
    {"more people on the second day",
     {MEASURED(PEOPLE "V,2024-03-11,MDMA,7,5100,LAB-A\nV,2024-03-12,MDMA,8,5200,LAB-A\n")},
     {"population= laboratory=LAB-A " FLAGS("missing_days;no_weekend;population_varies;")},
     .missing = DOSEAU_PRESENT},
    {"fewer people on the second day",
     {MEASURED(PEOPLE "V,2024-03-11,MDMA,7,5100,LAB-A\nV,2024-03-12,MDMA,8,5000,LAB-A\n")},
     {"population= " FLAGS("missing_days;no_weekend;population_varies;")},
     .missing = DOSEAU_PRESENT},
    {"a day without a result says nothing of people and laboratories",
     {MEASURED(PEOPLE "V,2024-03-11,MDMA,,4000,LAB-B\nV,2024-03-12,MDMA,8,5100,LAB-A\n")},
     {"population=5100 laboratory=LAB-A " FLAGS("missing_days;no_weekend;")},
     .missing = DOSEAU_PRESENT},
    {"but a later day of that laboratory does",
     {MEASURED(PEOPLE "V,2024-03-11,MDMA,,,LAB-A\nV,2024-03-12,MDMA,8,,LAB-A\n")},
     {"laboratory=LAB-A " FLAGS("missing_days;no_weekend;")},
     .missing = DOSEAU_PRESENT},
    {"three laboratories, one of them twice, one nameless",
     {MEASURED(PEOPLE "V,2024-03-11,MDMA,7,,LAB-B\nV,2024-03-12,MDMA,8,,\n"
                      "V,2024-03-13,MDMA,7,,LAB-A\nV,2024-03-14,MDMA,8,,LAB-B\n")},
     {"population= laboratory=LAB-B;LAB-A " FLAGS("missing_days;no_weekend;mixed_laboratories;")},
     .missing = DOSEAU_PRESENT},
    {"an edition of the register from the third day on",
     {MEASURED("plant,date,substance,concentration_ng_per_l,flow_m3_per_day\n"
               "V,2024-03-11,MDMA,250,5400\nV,2024-03-12,MDMA,250,5400\n"
               "V,2024-03-13,MDMA,250,5400\n"),
      {"plants.csv", "plant,population,from,until\nV,30000,,2024-03-12\nV,27000,2024-03-13,\n"}},
     {"mean=46.666666666666667 population= flags=missing_days;no_weekend;population_varies;"
      "no_measurement_interval;no_level_interval"},
     .missing = DOSEAU_PRESENT},
    {"grab samples and short composites among the days",
     {MEASURED("sample,substance,load_mg_d_1000p\nA,MDMA,7\nB,MDMA,8\nC,MDMA,9\n"),
      {"samples.csv", "sample,plant,start,hours,mode\nA,V,2024-03-11,24,flow\n"
                      "B,V,2024-03-12,24,grab\nC,V,2024-03-13,20,flow\n"}},
     {FLAGS("grab_sample;not_24_hours;missing_days;no_weekend;")},
     .missing = DOSEAU_PRESENT},
    {"a grab sample without a result is none",
     {MEASURED("sample,substance,load_mg_d_1000p\nA,MDMA,7\nB,MDMA,\n"),
      {"samples.csv", "sample,plant,start,hours,mode\nA,V,2024-03-11,24,flow\n"
                      "B,V,2024-03-12,24,grab\n"}},
     {FLAGS("missing_days;no_weekend;")},
     .missing = DOSEAU_PRESENT},
};

Test(round_days, common)
{
    expect_all(common, COUNT(common));
}

/* ---- Weekdays of a round ---- */

/* The bounds of a weekday, its point by our rules and by those of EUDA; below 0: none. Monday 10
 * and no result, Tuesday <20 and 40, Wednesday no result, Thursday <8, Friday 50 and 30, Saturday
 * trace (3 to 9) and n.d. */
static const struct {
    doseau_state state;
    double lower, upper, point, euda;
} weekdays[7] = {{DOSEAU_FOUND, 10, 10, 10, 10},    {DOSEAU_DETECTED, 20, 30, -1, 20},
                 {DOSEAU_MISSING, 0, 0, -1, -1},    {DOSEAU_NOT_DETECTED, 0, 8, -1, 0},
                 {DOSEAU_FOUND, 40, 40, 40, 40},    {DOSEAU_DETECTED, 1.5, 0, -1, 0},
                 {DOSEAU_NOT_DETECTED, 0, 0, -1, 0}};

#define IN_MARCH(day, load, lod, loq) "V,2024-03-" day ",MDMA," load "," lod "," loq "\n"
static const file two_weeks[CASE_FILES] = {
    MEASURED("plant,date,substance,load_mg_d_1000p,lod_mg_d_1000p,loq_mg_d_1000p\n" IN_MARCH(
        "11", "10", "", "") IN_MARCH("18", "", "", "") IN_MARCH("12", "<20", "", "")
                 IN_MARCH("19", "40", "", "") IN_MARCH("13", "", "", "")
                     IN_MARCH("14", "<8", "", "") IN_MARCH("15", "50", "", "")
                         IN_MARCH("22", "30", "", "") IN_MARCH("16", "trace", "3", "9")
                             IN_MARCH("23", "n.d.", "", "") IN_MARCH("17", "n.d.", "", "")),
    {"rounds.csv", "round,first,last\nlong,2024-03-11,2024-03-24\n"}};

static void expect_weekdays(doseau_convention convention)
{
    size_t n;
    doseau_sample days[7];
    doseau_figure points[7];
    doseau_round_options options;
    doseau_round_defaults(&options);
    options.convention = convention;
    computed c = compute_rounds(two_weeks, &options);
    const doseau_round_mean *r = doseau_rounds_all(c.rounds, &n);
    cr_assert(eq(sz, n, 1));
    cr_assert(eq(int, doseau_round_weekdays(c.rounds, r, days, points), DOSEAU_OK));
    for (size_t d = 0; d < 7; d++) {
        const double point = convention == DOSEAU_EUDA ? weekdays[d].euda : weekdays[d].point;
        cr_expect(eq(int, days[d].state, weekdays[d].state), "%zu", d);
        cr_expect(eq(dbl, days[d].lower, weekdays[d].lower), "%zu", d);
        cr_expect(eq(dbl, days[d].upper, weekdays[d].upper), "%zu", d);
        cr_expect(eq(int, points[d].given, point >= 0), "%zu", d);
        cr_expect(eq(dbl, points[d].value, point >= 0 ? point : 0), "%zu", d);
    }
    computed_free(&c);
}

Test(round_days, weekdays)
{
    expect_weekdays(DOSEAU_OWN);
}

Test(round_days, weekdays_by_euda)
{
    expect_weekdays(DOSEAU_EUDA);
}

/* Without its flagged days. */
Test(round_days, weekdays_of_unflagged_data)
{
    const file files[CASE_FILES] = {
        MEASURED(DATED DATED_WEEK("V", "MDMA", "10", "20", "30", "40", "50", "600", "70")),
        FESTIVAL};
    size_t n;
    doseau_sample days[7];
    doseau_figure points[7];
    computed c = compute_rounds(files, NULL);
    const doseau_round_mean *r = doseau_rounds_all(c.rounds, &n);
    cr_assert(eq(sz, n, 2));
    cr_assert(eq(int, doseau_round_weekdays(c.rounds, &r[0], days, points), DOSEAU_OK));
    cr_expect(eq(dbl, days[5].lower, 600));
    cr_assert(eq(int, doseau_round_weekdays(c.rounds, &r[1], days, points), DOSEAU_OK));
    cr_expect(eq(int, days[5].state, DOSEAU_MISSING));
    cr_expect(eq(dbl, days[6].lower, 70));
    computed_free(&c);
}
