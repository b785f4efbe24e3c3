/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rounds.h"

#include "analysis/round_mean.h"

TestSuite(round_level, .init = folder_enter, .fini = folder_leave);

#define STEADY(plant, round, substance, load)                                                      \
    UNDATED_WEEK(plant, round, substance, load, load, load, load, load, load, load)
#define BE(round, load) STEADY("V", round, "benzoylecgonine", load)
#define FILE_OF(rows)                                                                              \
    {                                                                                              \
        "measurements.csv", UNDATED rows                                                           \
    }
#define OWN                                                                                        \
    {                                                                                              \
        "priors.csv", "substance,s0,d0\nbenzoylecgonine,.15,12\n"                                  \
    }
#define ANY "data=all"
#define NO_LEVEL "level_rel_u= level_lower= level_upper= level_basis=none prior= "
#define LEVEL(rel_u, lower, upper)                                                                 \
    "level_rel_u=" rel_u " level_lower=" lower " level_upper=" upper " "

/* Limits mean exp(-+ t s) in R (qt), with s^2 = (d0 s0^2 + f q) / (d0 + f), t of d0 + f: q half the
 * mean square of the m differences, f = 2 m^2 / (3 m - 1). */
static const round_case cases[] = {
    {"a first round: the prior alone, s0 .232, d0 3.3; 20 exp(3.0244 * .232) by hand 40.35",
     {FILE_OF(BE("2020", "20"))},
     {LEVEL(".235157081993053", "9.91413382809114",
            "40.3464394304041") "level_upper~40.35 "
                                "level_basis=borrowed prior=EU:cocaine flags=published_load"}},
    {"NL: .189, 6",
     {FILE_OF(BE("2020", "20"))},
     {LEVEL(".190700445340761", "12.5945720780762", "31.7597134321295") "prior=NL:cocaine"},
     .prior = DOSEAU_PRIOR_NL},
    {"pooled: .298, 3.3",
     {FILE_OF(BE("2020", "20"))},
     {LEVEL(".304739944070697", "8.11991498203005", "49.2615995223137") "prior=pooled"},
     .prior = DOSEAU_PRIOR_POOLED},
    {"the study's own: .15, 12",
     {FILE_OF(BE("2020", "20")), OWN},
     {LEVEL(".150847718459531", "14.4242432368894",
            "27.7310908746337") "prior=own:benzoylecgonine"}},
    {"a substance without data: ketamine's, .437, 4.7",
     {FILE_OF(STEADY("V", "2020", "3-MMC", "20"))},
     {LEVEL(".458717700138009", "6.3628410184479",
            "62.8649999018163") "prior=EU:ketamine:borrowed"}},
    {"one, two, three differences: ln 2, ln .75, ln 2; f 1, 8/5, 9/4; what was said stays",
     {FILE_OF(BE("2020", "10") BE("2021", "20") BE("2022", "15") BE("2023", "30"))},
     {"level_basis=borrowed",
      LEVEL(".319454965625389", "8.61532279321423", "46.4289045925308") "level_basis=part_borrowed",
      LEVEL(".292746602849405", "7.14482689504797", "31.491315787643") "level_basis=part_borrowed",
      LEVEL(".328574379731586", "13.4915264440606",
            "66.7085376685608") "level_basis=part_borrowed prior=EU:cocaine"}},
    {"over two years: ln 2 / sqrt((1 + w) / (1 + w/2)), w = (.199/.206)^2; (.115/.385)^2 for MDMA; "
     "cocaine's for ketamine",
     {FILE_OF(BE("2020", "10") BE("2022", "20") STEADY("V", "2020", "MDMA", "10")
                  STEADY("V", "2022", "MDMA", "20") STEADY("V", "2020", "ketamine", "10")
                      STEADY("V", "2022", "ketamine", "20"))},
     {"substance=MDMA", LEVEL(".387174818133228", "8.69715620548764", "45.9920450488876"),
      "substance=benzoylecgonine",
      LEVEL(".295450752034777", "9.15367674823274", "43.6982876937648"), "substance=ketamine",
      LEVEL(".456695549198764", "6.80045235229512", "58.8196165899173")}},
    {"12 March 2020 to 16 September 2021: 553 / 365.25 years",
     {{"measurements.csv",
       DATED "V,2020-03-09,benzoylecgonine,10\nV,2020-03-10,benzoylecgonine,10\n"
             "V,2020-03-11,benzoylecgonine,10\nV,2020-03-12,benzoylecgonine,10\n"
             "V,2020-03-13,benzoylecgonine,10\nV,2020-03-14,benzoylecgonine,10\n"
             "V,2020-03-15,benzoylecgonine,10\nV,2021-09-13,benzoylecgonine,20\n"
             "V,2021-09-14,benzoylecgonine,20\nV,2021-09-15,benzoylecgonine,20\n"
             "V,2021-09-16,benzoylecgonine,20\nV,2021-09-17,benzoylecgonine,20\n"
             "V,2021-09-18,benzoylecgonine,20\nV,2021-09-19,benzoylecgonine,20\n"}},
     {ANY, LEVEL(".305666179044034", "8.9199121252889", "44.8434910996441")}},
    {"half a year at least: 14 weeks say nothing of a year",
     {{"measurements.csv",
       DATED "V,2020-03-09,benzoylecgonine,10\nV,2020-03-10,benzoylecgonine,10\n"
             "V,2020-03-11,benzoylecgonine,10\nV,2020-03-12,benzoylecgonine,10\n"
             "V,2020-03-13,benzoylecgonine,10\nV,2020-03-14,benzoylecgonine,10\n"
             "V,2020-03-15,benzoylecgonine,10\nV,2020-06-15,benzoylecgonine,20\n"
             "V,2020-06-16,benzoylecgonine,20\nV,2020-06-17,benzoylecgonine,20\n"
             "V,2020-06-18,benzoylecgonine,20\nV,2020-06-19,benzoylecgonine,20\n"
             "V,2020-06-20,benzoylecgonine,20\nV,2020-06-21,benzoylecgonine,20\n"}},
     {ANY,
      LEVEL(".235157081993053", "9.91413382809114", "40.3464394304041") "level_basis=borrowed"}},
    {"rounds that no year is known of: the prior alone, whatever came before",
     {FILE_OF(BE("a", "10") BE("b", "20"))},
     {ANY,
      LEVEL(".235157081993053", "9.91413382809114", "40.3464394304041") "level_basis=borrowed"}},
    {"six days: s0^2 + .313^2 (1/6 - 1/7)",
     {FILE_OF(UNDATED_WEEK("V", "2020", "benzoylecgonine", "19.86", "17.12", "", "17.38", "19.34",
                           "25.2", "26.54"))},
     {"days=6 level_rel_u=.2403399913989"}},
    {"three: s0^2 + .313^2 (1/3 - 1/7)",
     {FILE_OF(
         UNDATED_WEEK("V", "2020", "benzoylecgonine", "19.86", "", "", "17.38", "", "", "26.54"))},
     {"days=3 level_rel_u=.274183191178098"}},
    {"three found and four below a limit count as three; the mean by R",
     {FILE_OF(UNDATED_WEEK("V", "2020", "benzoylecgonine", "10", "10", "10", "<10", "<10", "<10",
                           "<10"))},
     {"found=3 mean~8.7684 level_rel_u=.274183191178098 measurement_rel_u~.173"}},
    {"50,000 people: 1.4 s0; one more: s0; own priors as they are",
     {{"measurements.csv",
       "plant,round,weekday,substance,load_mg_d_1000p,population\n"
       "V,2020,Mon,benzoylecgonine,20,50000\nV,2020,Tue,benzoylecgonine,20,50000\n"
       "V,2020,Wed,benzoylecgonine,20,50000\nV,2020,Thu,benzoylecgonine,20,50000\n"
       "V,2020,Fri,benzoylecgonine,20,50000\nV,2020,Sat,benzoylecgonine,20,50000\n"
       "V,2020,Sun,benzoylecgonine,20,50000\nW,2020,Mon,benzoylecgonine,20,50001\n"
       "W,2020,Tue,benzoylecgonine,20,50001\nW,2020,Wed,benzoylecgonine,20,50001\n"
       "W,2020,Thu,benzoylecgonine,20,50001\nW,2020,Fri,benzoylecgonine,20,50001\n"
       "W,2020,Sat,benzoylecgonine,20,50001\nW,2020,Sun,benzoylecgonine,20,50001\n"}},
     {"plant=V " LEVEL(".333557480288845", "7.48763541196209", "53.4214044878532"),
      "plant=W " LEVEL(".235157081993053", "9.91413382809114", "40.3464394304041")}},
    {"no weekend day: the mean leaves too much open",
     {FILE_OF(UNDATED_WEEK("V", "2020", "benzoylecgonine", "19.86", "17.12", "16.74", "17.38",
                           "19.34", "", ""))},
     {NO_LEVEL "mean~20. flags=published_load;missing_days;no_weekend;no_measurement_interval;"
               "no_level_interval"}},
    {"but it is a round among others",
     {FILE_OF(UNDATED_WEEK("V", "2020", "benzoylecgonine", "9.93", "8.56", "8.37", "8.69", "9.67",
                           "", "") BE("2021", "20"))},
     {NO_LEVEL, "level_basis=part_borrowed"}},
    {"EUDA says nothing of levels",
     {FILE_OF(BE("2020", "20"))},
     {NO_LEVEL "method=euda flags=published_load;no_level_interval"},
     .convention = DOSEAU_EUDA},
};

Test(round_level, cases)
{
    for (size_t i = 0; i < COUNT(cases); i++) expect_rounds(&cases[i]);
}

/* Without the flagged day of 2021 the change that 2022 saw is another. */
Test(round_level, unflagged)
{
    char rows[4000] = DATED;
    static const char *const mondays[] = {"2020-03-09", "2021-03-08", "2022-03-07"};
    for (size_t w = 0; w < 3; w++) {
        doseau_date monday = DOSEAU_NO_DATE;
        cr_assert(eq(int, doseau_date_parse(mondays[w], &monday, NULL), DOSEAU_OK));
        for (int d = 0; d < 7; d++) {
            char date[11], row[60];
            doseau_date_format(monday + d, date);
            snprintf(row, sizeof row, "V,%s,MDMA,%s\n", date, w == 1 && d == 2 ? "900" : "10");
            strcat(rows, row);
        }
    }
    const file files[CASE_FILES] = {{"measurements.csv", rows},
                                    {"days.csv", "plant,date,event\nV,2021-03-10,dump\n"}};
    size_t n;
    computed c = compute_rounds(files, NULL);
    const doseau_round_mean *r = doseau_rounds_all(c.rounds, &n);
    cr_assert(eq(sz, n, 6));
    cr_expect(gt(dbl, r[4].level_rel_u.value, 1.5 * r[5].level_rel_u.value));
    cr_expect(eq(int, r[5].level_basis, DOSEAU_LEVEL_PART_BORROWED));
    computed_free(&c);
}

Test(round_level, alpha)
{
    const file files[CASE_FILES] = {FILE_OF(BE("2020", "20"))};
    doseau_round_options options;
    doseau_round_defaults(&options);
    options.alpha = .1;
    computed c = compute_rounds(files, &options);
    const doseau_table table = doseau_rounds_table(c.rounds);
    expect_row(&table, 0, LEVEL(".235157081993053", "11.815407665033", "33.8541006235255"),
               "90 %, R");
    computed_free(&c);
}

Test(round_level, names)
{
    cr_expect(eq(str, (char *)doseau_level_basis_name(DOSEAU_LEVEL_BASIS_NONE), "none"));
    cr_expect(eq(str, (char *)doseau_level_basis_name(DOSEAU_LEVEL_BORROWED_ONLY), "borrowed"));
    cr_expect(
        eq(str, (char *)doseau_level_basis_name(DOSEAU_LEVEL_PART_BORROWED), "part_borrowed"));
    cr_expect(eq(str, (char *)doseau_level_basis_name((doseau_level_basis)3), ""));
}
