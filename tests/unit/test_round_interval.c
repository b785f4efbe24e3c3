/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rounds.h"

#include "analysis/round_mean.h"
#include <doseau/flag.h>

TestSuite(round_interval, .init = folder_enter, .fini = folder_leave);

#define FILE_OF(rows)                                                                              \
    {                                                                                              \
        "measurements.csv", rows                                                                   \
    }
#define BUDGET(rows)                                                                               \
    {                                                                                              \
        "budget.csv", "component,scope,rel_u\n" rows                                               \
    }
#define NO_INTERVAL "measurement_rel_u= measurement_lower= measurement_upper= "
#define INTERVAL(rel_u, lower, upper)                                                              \
    "measurement_rel_u=" rel_u " measurement_lower=" lower " measurement_upper=" upper " "

/* ---- A week with missing days ---- */

#define AMSTERDAM                                                                                  \
    UNDATED UNDATED_WEEK("V", "1", "MDMA", "", "", "97.81", "52.29", "43.3", "50.71", "142.12")
#define OWN_WEEKS                                                                                  \
    UNDATED UNDATED_WEEK("V", "2018", "3-MMC", "1.21", ".92", ".71", ".65", ".83", "1.52", "2.07") \
        UNDATED_WEEK("V", "2019", "3-MMC", "2.45", "1.63", "1.31", "1.42", "1.55", "2.93", "3.61") \
            UNDATED_WEEK("V", "2020", "3-MMC", "1.03", "1.27", ".93", ".78", ".88", "1.95",        \
                         "2.42")

/* R, from V = s^2 H + u_day^2 / 7 + u_shared^2 and its degrees of freedom. */
static const round_case missing[] = {
    {"errors of samples: .1^2 / 7, whatever days there are",
     {FILE_OF(AMSTERDAM), BUDGET("x,sample,.1\n")},
     {INTERVAL(".1188117792585585", "59.66622147207484", "101.7861326488645")}},
    {"and of days",
     {FILE_OF(AMSTERDAM), BUDGET("x,day,.1\n")},
     {INTERVAL(".1188117792585585", "59.66622147207484", "101.7861326488645")}},
    {"of a round: .1^2",
     {FILE_OF(AMSTERDAM), BUDGET("x,round,.1\n")},
     {INTERVAL(".1511490116119901", "57.13995348306793", "106.2862946714295")}},
    {"of a sample, with two results on Saturday: it is one sample",
     {FILE_OF("plant,round,weekday,substance,load_mg_d_1000p,replicate\nV,1,Wed,MDMA,97.81,\n"
              "V,1,Thu,MDMA,52.29,\nV,1,Fri,MDMA,43.3,\nV,1,Sat,MDMA,50.71,1\n"
              "V,1,Sat,MDMA,50.71,2\nV,1,Sun,MDMA,142.12,\n"),
      BUDGET("x,sample,.1\n")},
     {INTERVAL(".1188117792585585", "59.66622147207484", "101.7861326488645")}},
    {"of two batches",
     {FILE_OF("plant,round,weekday,substance,load_mg_d_1000p,batch\nV,1,Wed,MDMA,97.81,A\n"
              "V,1,Thu,MDMA,52.29,A\nV,1,Fri,MDMA,43.3,B\nV,1,Sat,MDMA,50.71,B\n"
              "V,1,Sun,MDMA,142.12,B\n"),
      BUDGET("x,batch,.1\n")},
     {INTERVAL(".1341531333452458", "58.61043041345008", "103.6196781114142")}},
    {"the spread of all substances: s0 .192, d0 1.9",
     {FILE_OF(AMSTERDAM)},
     {INTERVAL(".1955703329854094", "52.8640901534441", "114.8831638979313")},
     .prior = DOSEAU_PRIOR_POOLED},
    {"the study's own spread of days: .192, 1.9",
     {FILE_OF(AMSTERDAM), {"priors.csv", "substance,s0,d0,day_s0,day_d0\nMDMA,.2,5,.192,1.9\n"}},
     {INTERVAL(".1955703329854094", "52.8640901534441", "114.8831638979313")}},
    {"a usual week of its own; MDMA's spread of days for a substance without data",
     {FILE_OF(OWN_WEEKS UNDATED_WEEK("V", "2021", "3-MMC", "2.2", "1.7", "1.4", "1.2", "1.5", "2.8",
                                     ""))},
     {"round=2018", "round=2019", "round=2020",
      "method=model:own " INTERVAL(".1718650668024653", "1.482683914972208", "2.898696200712106")}},
    {"a borrowed usual week",
     {FILE_OF(
         UNDATED UNDATED_WEEK("V", "2021", "3-MMC", "2.2", "1.7", "", "1.2", "1.5", "2.8", "3.9"))},
     {"method=model:EU:MDMA:borrowed " INTERVAL(".1617858620053311", "1.521598590958213",
                                                "2.857336095209497")}},
    {"Saturday or Sunday is enough, both missing is too much",
     {FILE_OF(UNDATED UNDATED_WEEK("V", "1", "MDMA", "10", "20", "30", "", "", "40", "")
                  UNDATED_WEEK("V", "2", "MDMA", "10", "20", "30", "40", "50", "", ""))},
     {"round=1 flags=published_load;missing_days",
      "round=2 " NO_INTERVAL "flags=published_load;missing_days;no_weekend;"
      "no_measurement_interval;no_level_interval"}},
};

Test(round_interval, missing_days)
{
    for (size_t i = 0; i < COUNT(missing); i++) expect_rounds(&missing[i]);
}

/* ---- A week with days below limits ---- */

#define BELOW "flags=published_load;below_limit;"
#define NEITHER "no_measurement_interval;no_level_interval"

static const round_case below[] = {
    {"three found of seven; R, the limits with 400,000 draws",
     {FILE_OF(UNDATED UNDATED_WEEK("V", "1", "benzoylecgonine", "10", "10", "10", "<10", "<10",
                                   "<10", "<10"))},
     {"method=borrowed_sigma mean~8.7684 bound_lower=4.285714285714286 bound_upper=10 "
      "measurement_rel_u~.173 measurement_lower~6.2 measurement_upper~12.1 " BELOW "imputed"}},
    {"two found: bounds only",
     {FILE_OF(UNDATED UNDATED_WEEK("V", "1", "benzoylecgonine", "10", "10", "<10", "<10", "<10",
                                   "<10", "<10"))},
     {"method=complete_week mean= " NO_INTERVAL BELOW NEITHER ";not_reportable"}},
    {"three of seven, seen below the LOQ, are not found",
     {FILE_OF("plant,round,weekday,substance,load_mg_d_1000p,lod_mg_d_1000p,loq_mg_d_1000p\n"
              "V,1,Mon,MDMA,10,,\nV,1,Tue,MDMA,10,,\nV,1,Wed,MDMA,trace,3,9\n"
              "V,1,Thu,MDMA,trace,3,9\nV,1,Fri,MDMA,trace,3,9\nV,1,Sat,MDMA,<9,,\n"
              "V,1,Sun,MDMA,<9,,\n")},
     {"found=2 detected=3 mean= " BELOW NEITHER ";not_reportable"}},
    {"a limit that nobody states: it is not that too few were found",
     {FILE_OF(UNDATED UNDATED_WEEK("V", "1", "MDMA", "10", "10", "10", "10", "10", "10", "n.d."))},
     {"mean= " NO_INTERVAL "flags=published_load;unknown_limit;below_limit;" NEITHER}},
    {"a day missing as well: nor here",
     {FILE_OF(UNDATED UNDATED_WEEK("V", "1", "MDMA", "10", "10", "10", "10", "10", "<9", ""))},
     {"mean= " NO_INTERVAL BELOW "missing_days;" NEITHER}},
    {"EUDA: 0 below a limit, no interval",
     {FILE_OF(UNDATED UNDATED_WEEK("V", "1", "MDMA", "10", "10", "10", "10", "10", "10", "<9"))},
     {"method=euda mean=8.571428571428571 " NO_INTERVAL BELOW NEITHER},
     .convention = DOSEAU_EUDA},
    {"whatever is done about missing days, none is missing",
     {FILE_OF(UNDATED UNDATED_WEEK("V", "1", "benzoylecgonine", "10", "10", "10", "<10", "<10",
                                   "<10", "<10"))},
     {"method=borrowed_sigma mean~8.7684 " BELOW "imputed"},
     .missing = DOSEAU_REFUSE},
};

Test(round_interval, below_a_limit)
{
    for (size_t i = 0; i < COUNT(below); i++) expect_rounds(&below[i]);
}

/* ---- Periods ---- */

#define DAY(day, load) "V,2024-03-" day ",benzoylecgonine," load "\n"
#define EIGHT(a, b, c, d, e, f, g, h)                                                              \
    DATED DAY("11", a) DAY("12", b) DAY("13", c) DAY("14", d) DAY("15", e) DAY("16", f)            \
        DAY("17", g) DAY("18", h)
#define FOUR_WEEKS                                                                                 \
    DATED DAY("04", "12") DAY("05", "15") DAY("06", "9") DAY("07", "22") DAY("08", "31")           \
        DAY("09", "18") DAY("10", "14") DAY("11", "11") DAY("12", "16") DAY("13", "10")            \
            DAY("14", "25") DAY("15", "28") DAY("16", "17") DAY("17", "13") DAY("18", "12.5")      \
                DAY("19", "14.5") DAY("20", "9.5") DAY("21", "21") DAY("22", "30") DAY("23", "19") \
                    DAY("24", "<8.5") DAY("25", "<8.5") DAY("26", "<8.5") DAY("27", "<8.5")        \
                        DAY("28", "<8.5") DAY("29", "<8.5") DAY("30", "<8.5") DAY("31", "<8.5")

/* R: the posterior of mu + sigma^2/2, or the profile likelihood with the t cut, and .0225 of what
 * days share. */
static const round_case periods[] = {
    {"eight days, four found: a borrowed spread",
     {FILE_OF(EIGHT("<15", "20", "30", "40", "25", "<15", "<15", "<15"))},
     {"kind=period method=borrowed_sigma mean~19.66911 measurement_rel_u~.3034605 "
      "measurement_lower~11.50922 measurement_upper~36.84031 weekday_mean= " BELOW
      "weekday_twice;imputed"}},
    {"28 days, 20 found: maximum likelihood",
     {FILE_OF(FOUR_WEEKS), {"rounds.csv", "round,first,last\nlong,2024-03-04,2024-03-31\n"}},
     {"kind=period days=28 found=20 method=lognormal_mle mean~14.34091 bound_lower~12.410714 "
      "bound_upper~14.839286 measurement_rel_u~.1998913 measurement_lower~9.9056 "
      "measurement_upper~21.52033 " BELOW "weekday_twice;imputed"}},
    {"a mean cannot leave its bounds: 25.35 by R, but (80 + 20 + 5 * 15) / 7 is the most",
     {FILE_OF(EIGHT("80", "20", "<15", "<15", "<15", "<15", "<15", "80"))},
     {"method=borrowed_sigma mean=25 bound_upper=25 measurement_lower~9.86834 "
      "measurement_upper~122.98595 measurement_rel_u~.7163297"}},
    {"two found: bounds only",
     {FILE_OF(EIGHT("<15", "20", "30", "<15", "<15", "<15", "<15", "<15"))},
     {"kind=period method=weekday_means mean= " NO_INTERVAL BELOW "weekday_twice;" NEITHER
      ";not_reportable"}},
    {"six days of two weeks are too few to tell of the others; the level has a wide prior",
     {FILE_OF(DATED DAY("11", "10") DAY("12", "20") DAY("15", "30") DAY("16", "40") DAY("17", "50")
                  DAY("18", "60"))},
     {"kind=period days=6 method=model:EU:cocaine " NO_INTERVAL
      "level_basis=borrowed flags=published_load;missing_days;weekday_twice;"
      "no_measurement_interval"}},
    {"and equal ones do not say how days vary",
     {FILE_OF(DATED DAY("11", "10") DAY("12", "10") DAY("13", "10") DAY("14", "10") DAY("15", "10")
                  DAY("16", "10") DAY("17", "10") DAY("19", "10"))},
     {"kind=period days=8 mean=10 " NO_INTERVAL
      "flags=published_load;missing_days;weekday_twice;no_measurement_interval"}},
    {"a limit that nobody states",
     {FILE_OF(EIGHT("n.d.", "20", "30", "40", "25", "50", "60", "70"))},
     {"kind=period mean= " NO_INTERVAL "flags=published_load;unknown_limit;below_limit;"
      "weekday_twice;" NEITHER}},
    {"present days only",
     {FILE_OF(DATED DAY("11", "10") DAY("12", "20") DAY("15", "30") DAY("16", "40") DAY("17", "50")
                  DAY("18", "60") DAY("19", "70") DAY("20", "80"))},
     {"kind=period method=present " NO_INTERVAL "level_basis=none"},
     .missing = DOSEAU_PRESENT},
};

Test(round_interval, periods)
{
    for (size_t i = 0; i < COUNT(periods); i++) expect_rounds(&periods[i]);
}

/* ---- Shares ---- */

static const file shared[][CASE_FILES] = {
    {FILE_OF(AMSTERDAM)},
    {FILE_OF(EIGHT("<15", "20", "30", "40", "25", "<15", "<15", "<15"))},
    {FILE_OF(EIGHT("80", "20", "<15", "<15", "<15", "<15", "<15", "80"))},
    {FILE_OF("plant,round,weekday,substance,load_mg_d_1000p,replicate\nV,1,Mon,MDMA,10,1\n"
             "V,1,Mon,MDMA,<8,2\nV,1,Tue,MDMA,20,\nV,1,Wed,MDMA,<30,\nV,1,Thu,MDMA,40,1\n"
             "V,1,Thu,MDMA,50,2\nV,1,Thu,MDMA,,3\nV,1,Fri,MDMA,60,\nV,1,Sat,MDMA,<7,1\n"
             "V,1,Sat,MDMA,<9,2\nV,1,Sun,MDMA,90,\n")},
};

/* What all results share has the same effect on every mean: the sensitivities add up to 1. */
Test(round_interval, shares)
{
    for (size_t i = 0; i < COUNT(shared); i++) {
        size_t n;
        double sum = 0;
        computed c = compute_rounds(shared[i], NULL);
        const doseau_round_mean *r = doseau_rounds_all(c.rounds, &n);
        cr_assert(eq(sz, n, 1));
        cr_assert(r->measurement_rel_u.given, "%zu", i);
        for (size_t j = r->begin; j < r->end; j++) sum += c.rounds->share[DOSEAU_ALL][j];
        cr_expect(le(dbl, fabs(sum - 1), 1e-14), "%zu: %g", i, sum);
        computed_free(&c);
    }
}

/* Another seed, a slightly other interval; the same seed, the same. */
Test(round_interval, seed)
{
    const file files[CASE_FILES] = {FILE_OF(
        UNDATED UNDATED_WEEK("V", "1", "MDMA", "10", "20", "30", "<40", "<40", "<40", "50"))};
    double lower[3];
    size_t n;
    for (size_t i = 0; i < 3; i++) {
        doseau_round_options options;
        doseau_round_defaults(&options);
        options.seed = i == 2 ? 7 : 1;
        computed c = compute_rounds(files, &options);
        lower[i] = doseau_rounds_all(c.rounds, &n)->measurement.lower;
        computed_free(&c);
    }
    cr_expect(eq(dbl, lower[0], lower[1]));
    cr_expect(ne(dbl, lower[0], lower[2]));
    cr_expect(le(dbl, fabs(lower[0] / lower[2] - 1), .03));
}
