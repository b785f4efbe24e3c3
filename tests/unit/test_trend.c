/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Trends of small studies against figures by a separate script (tests/known/trend.py), by hand, and
 * of published series. */
#include "trends.h"

TestSuite(trend, .init = folder_enter, .fini = folder_leave);

/* ---- The line ---- */

static const trend_case lines[] = {
    {"tests/known/trend.py: line",
     {{"2018", "100"},
      {"2019", "120"},
      {"2020", "110"},
      {"2021", "150"},
      {"2022", "160"},
      {"2023", "155"}},
     {"rounds=6 percent_per_year~10.089984 lower_percent_per_year~3.3793078 "
      "upper_percent_per_year~17.236271 p~0.013225459 p_adjusted~0.013225459 family_size=1 "
      "between_round_rsd~0.094761934 span_percent~61.710805 span_lower_percent~18.077758 "
      "kendall_s=11 kendall_p~0.055555556 sen_percent_per_year~10.064242 "
      "sen_lower_percent_per_year~-3.125 sen_upper_percent_per_year~20.604538 typical~130.37255 "
      "typical_lower~105.82181 typical_upper~160.61907 current~155 current_lower~90.103748 "
      "next_upper~333.81407 detectable_percent_per_year~22.14 method=line verdict=increase "
      "smallest_p~0.0027778 smallest_p_adjusted~0.0027778 prior=own:MDMA laboratory_changed=no "
      "flags=published_load p_equivalence= p_rise= change_p= last_before_change="},
     .more = {"priors.csv", "substance,s0,d0\nMDMA,.3,4\n"}},
    {"tests/known/trend.py: laboratory, 2 x .15^2 (sum c)^2",
     {{"2018", "100", "A"},
      {"2019", "120", "A"},
      {"2020", "110", "A"},
      {"2021", "150", "B"},
      {"2022", "160", "B"},
      {"2023", "155", "B"}},
     {"percent_per_year~10.089984 lower_percent_per_year~-6.5610698 "
      "upper_percent_per_year~29.708297 p~0.17896045 between_round_rsd~0.094761934 "
      "span_lower_percent~-28.77388 detectable_percent_per_year~33.18 verdict=not_demonstrated "
      "laboratory_changed=yes flags=published_load;laboratory_changed"},
     .more = {"priors.csv", "substance,s0,d0\nMDMA,.3,4\n"}},
    {"tests/known/trend.py: floor; without it p would be below 1e-12",
     {{"2018", "17.5 8.75 8.75 8.75 8.75 8.75 8.75"},
      {"2019", "8.925 8.925 8.925 17.85 8.925 8.925 8.925"},
      {"2020", "9.1035 9.1035 9.1035 9.1035 9.1035 9.1035 18.207"},
      {"2021", "9.28557 9.28557 18.57114 9.28557 9.28557 9.28557 9.28557"},
      {"2022", "9.471281 9.471281 9.471281 9.471281 9.471281 18.942563 9.471281"}},
     {"percent_per_year~1.9999994 lower_percent_per_year~-8.4087514 "
      "upper_percent_per_year~13.591637 p~0.59934641 between_round_rsd~0.10695493 "
      "kendall_p~0.016666667 verdict=not_demonstrated method=line"}},
    {"tests/known/trend.py: days lost, REML with pooled variance over days",
     {{"2018", "10 12 9 11 10 14 15"},
      {"2019", "12 12 10 13 13 15 19"},
      {"2020", "11 - - 12 13 15 16"},
      {"2021", "15 14 14 14 16 19 22"},
      {"2022", "16 15 14 17 - 19 24"},
      {"2023", "15 17 15 16 18 21 25"}},
     {"percent_per_year~9.760293 lower_percent_per_year~5.25162 upper_percent_per_year~14.462104 "
      "p~0.0035154985 between_round_rsd~0.063478675 span_percent~59.303856 kendall_s=13 "
      "typical~14.712564 typical_lower~12.131996 "
      "sen_lower_percent_per_year~4.513865 method=line verdict=increase "
      "flags=published_load;missing_days"}},
    {"tests/known/trend.py: two seasons, one column",
     {{"2018-03-12", "100"},
      {"2018-09-10", "150"},
      {"2019-03-11", "112"},
      {"2019-09-09", "160"},
      {"2020-03-09", "120"},
      {"2020-09-07", "185"},
      {"2021-03-08", "129"},
      {"2021-09-06", "190"}},
     {"first_date=2018-03-12 last_date=2021-09-12 percent_per_year~8.833946 "
      "lower_percent_per_year~6.7214827 upper_percent_per_year~10.988224 p~0.00010334094 "
      "between_round_rsd~0.024030003 span_percent~34.349157 sen_lower_percent_per_year~-5.8740428 "
      "method=line_season verdict=increase flags=published_load;mixed_seasons"}},
    {"tests/known/trend.py: three seasons, sine and cosine",
     {{"2014-01-06", "100"},
      {"2014-09-01", "150"},
      {"2015-05-04", "130"},
      {"2016-01-04", "112"},
      {"2016-09-05", "160"},
      {"2017-05-01", "140"},
      {"2018-01-08", "120"},
      {"2018-09-03", "185"},
      {"2019-05-06", "129"}},
     {"percent_per_year~3.2507813 lower_percent_per_year~-0.27870644 p~0.06440545 "
      "between_round_rsd~0.066372426 kendall_p~0.47670855 method=line_season "
      "verdict=not_demonstrated"}},
};

Test(trend, lines)
{
    for (size_t i = 0; i < COUNT(lines); i++) expect_trends(&lines[i]);
}

/* Own computation on single figures of the EMCDDA/SCORE source data 2011-2021 (CC BY 4.0, EUDA and
 * SCORE): yearly means, S and exact p by the recurrence, Sen of ln by sorting all slopes, ranks
 * rounded. */
static const trend_case ranks[] = {
    {"Amsterdam cocaine",
     {{"2011", "644.1"},
      {"2012", "650.49"},
      {"2013", "393.0"},
      {"2014", "716.38"},
      {"2015", "641.72"},
      {"2017", "734.04"},
      {"2018", "932.36"},
      {"2019", "986.15"},
      {"2020", "768.64"},
      {"2021", "886.84"}},
     {"kendall_s=27 kendall_p~.0167 sen_percent_per_year~4.841056 "
      "sen_lower_percent_per_year~1.180446 sen_upper_percent_per_year~10.05724"}},
    {"Amsterdam MDMA",
     {{"2011", "77.25"},
      {"2012", "99.84"},
      {"2013", "89.25"},
      {"2014", "150.52"},
      {"2015", "166.16"},
      {"2017", "230.29"},
      {"2018", "182.97"},
      {"2019", "287.44"},
      {"2020", "137.9"},
      {"2021", "125.0"}},
     {"kendall_s=19 kendall_p~.108 sen_percent_per_year~10.39065 "
      "sen_lower_percent_per_year~-2.619122 sen_upper_percent_per_year~18.19364"}},
    {"Eindhoven cocaine",
     {{"2011", "437.43"},
      {"2012", "349.83"},
      {"2013", "426.62"},
      {"2014", "380.83"},
      {"2015", "323.04"},
      {"2016", "497.87"},
      {"2017", "427.78"},
      {"2018", "426.93"},
      {"2019", "545.42"},
      {"2020", "522.95"},
      {"2021", "623.61"}},
     {"kendall_s=27 kendall_p~.0405 sen_percent_per_year~4.179349 "
      "sen_lower_percent_per_year~0.01452862 sen_upper_percent_per_year~9.223157"}},
    {"Utrecht cocaine",
     {{"2011", "356.34"},
      {"2012", "344.77"},
      {"2013", "199.16"},
      {"2014", "220.2"},
      {"2015", "148.1"},
      {"2016", "310.36"},
      {"2017", "288.74"},
      {"2018", "414.6"},
      {"2019", "460.25"},
      {"2020", "493.63"},
      {"2021", "529.55"}},
     {"kendall_s=27 kendall_p~.0405 sen_percent_per_year~9.453557 "
      "sen_lower_percent_per_year~2.186838 sen_upper_percent_per_year~15.79383"}},
    {"Utrecht MDMA",
     {{"2012", "161.86"},
      {"2013", "83.12"},
      {"2014", "85.97"},
      {"2015", "62.01"},
      {"2016", "88.75"},
      {"2017", "59.82"},
      {"2018", "160.32"},
      {"2019", "129.12"},
      {"2020", "130.5"},
      {"2021", "101.0"}},
     {"kendall_s=5 kendall_p~.7275 sen_percent_per_year~2.20864 "
      "sen_lower_percent_per_year~-11.55691 sen_upper_percent_per_year~13.31178"}},
    {"Utrecht amphetamine",
     {{"2011", "83.46"},
      {"2012", "46.67"},
      {"2013", "46.52"},
      {"2014", "111.07"},
      {"2015", "36.43"},
      {"2016", "97.94"},
      {"2017", "74.89"},
      {"2019", "144.76"},
      {"2020", "175.65"},
      {"2021", "236.8"}},
     {"kendall_s=23 kendall_p~.0466 sen_percent_per_year~15.72362 "
      "sen_lower_percent_per_year~3.251494 sen_upper_percent_per_year~28.16619"}},
};

Test(trend, ranks)
{
    for (size_t i = 0; i < COUNT(ranks); i++) expect_trends(&ranks[i]);
}

/* exp(k sqrt(s^2 / Sxx)) - 1, s^2 = (5 x .25^2 + RSS) / (5 + R - 2), with k as printed to three
 * digits for 3 to 10 degrees of freedom. */
static const trend_case detectable[] = {
    {"k of own simulation, 5 rounds",
     {{"2010", "130"}, {"2011", "101"}, {"2012", "132"}, {"2013", "103"}, {"2014", "134"}},
     {"detectable_percent_per_year~34.72 rounds=5 verdict=not_demonstrated"},
     .more = {"priors.csv", "substance,s0,d0\nMDMA,.25,5\n"}},
    {"k of own simulation, 6 rounds",
     {{"2010", "130"},
      {"2011", "101"},
      {"2012", "132"},
      {"2013", "103"},
      {"2014", "134"},
      {"2015", "105"}},
     {"detectable_percent_per_year~20.95 rounds=6 verdict=not_demonstrated"},
     .more = {"priors.csv", "substance,s0,d0\nMDMA,.25,5\n"}},
    {"k of own simulation, 7 rounds",
     {{"2010", "130"},
      {"2011", "101"},
      {"2012", "132"},
      {"2013", "103"},
      {"2014", "134"},
      {"2015", "105"},
      {"2016", "136"}},
     {"detectable_percent_per_year~14.66 rounds=7 verdict=not_demonstrated"},
     .more = {"priors.csv", "substance,s0,d0\nMDMA,.25,5\n"}},
    {"k of own simulation, 8 rounds",
     {{"2010", "130"},
      {"2011", "101"},
      {"2012", "132"},
      {"2013", "103"},
      {"2014", "134"},
      {"2015", "105"},
      {"2016", "136"},
      {"2017", "107"}},
     {"detectable_percent_per_year~10.9 rounds=8 verdict=not_demonstrated"},
     .more = {"priors.csv", "substance,s0,d0\nMDMA,.25,5\n"}},
    {"k of own simulation, 9 rounds",
     {{"2010", "130"},
      {"2011", "101"},
      {"2012", "132"},
      {"2013", "103"},
      {"2014", "134"},
      {"2015", "105"},
      {"2016", "136"},
      {"2017", "107"},
      {"2018", "138"}},
     {"detectable_percent_per_year~8.57 rounds=9 verdict=not_demonstrated"},
     .more = {"priors.csv", "substance,s0,d0\nMDMA,.25,5\n"}},
    {"k of own simulation, 10 rounds",
     {{"2010", "130"},
      {"2011", "101"},
      {"2012", "132"},
      {"2013", "103"},
      {"2014", "134"},
      {"2015", "105"},
      {"2016", "136"},
      {"2017", "107"},
      {"2018", "138"},
      {"2019", "109"}},
     {"detectable_percent_per_year~6.909 rounds=10 verdict=not_demonstrated"},
     .more = {"priors.csv", "substance,s0,d0\nMDMA,.25,5\n"}},
    {"k of own simulation, 11 rounds",
     {{"2010", "130"},
      {"2011", "101"},
      {"2012", "132"},
      {"2013", "103"},
      {"2014", "134"},
      {"2015", "105"},
      {"2016", "136"},
      {"2017", "107"},
      {"2018", "138"},
      {"2019", "109"},
      {"2020", "140"}},
     {"detectable_percent_per_year~5.75 rounds=11 verdict=not_demonstrated"},
     .more = {"priors.csv", "substance,s0,d0\nMDMA,.25,5\n"}},
    {"k of own simulation, 12 rounds",
     {{"2010", "130"},
      {"2011", "101"},
      {"2012", "132"},
      {"2013", "103"},
      {"2014", "134"},
      {"2015", "105"},
      {"2016", "136"},
      {"2017", "107"},
      {"2018", "138"},
      {"2019", "109"},
      {"2020", "140"},
      {"2021", "111"}},
     {"detectable_percent_per_year~4.847 rounds=12 verdict=not_demonstrated"},
     .more = {"priors.csv", "substance,s0,d0\nMDMA,.25,5\n"}},
};

Test(trend, detectable)
{
    for (size_t i = 0; i < COUNT(detectable); i++) expect_trends(&detectable[i]);
}

/* ---- Days below a limit ---- */

#define UTRECHT_2018                                                                               \
    {                                                                                              \
        "2018", "523.10 343.16 400.51 437.84 360.81 357.79 479.01"                                 \
    }
#define UTRECHT_2019                                                                               \
    {                                                                                              \
        "2019", "396.36 396.76 352.02 524.64 468.04 565.26 518.69"                                 \
    }
#define UTRECHT_2020                                                                               \
    {                                                                                              \
        "2020", "438.30 455.64 397.49 417.12 533.71 632.15 581.02"                                 \
    }
#define UTRECHT_2021                                                                               \
    {                                                                                              \
        "2021", "430.90 429.03 641.34 447.39 501.79 641.57 614.82"                                 \
    }

static const trend_case limits[] = {
    {"single days of the EMCDDA/SCORE source data, Utrecht cocaine; 316.42 told as <330, which "
     "orders "
     "no pair otherwise: S 46 in 2 of 120 orders; slope: tests/known/trend.py",
     {{"2017", "306.35 354.42 225.37 234.83 252.46 <330 331.32"},
      UTRECHT_2018,
      UTRECHT_2019,
      UTRECHT_2020,
      UTRECHT_2021},
     {"p~.016666666667 percent_per_year~12.91688 method=day_scores verdict=increase family_size=1 "
      "smallest_p~.016666666667 kendall_s= kendall_p= sen_percent_per_year= between_round_rsd= "
      "flags=published_load;below_limit;imputed"}},
    {"two such series: 2 / 5! twice is no p of .05 for the family (Holm: .0333); 3 x 2 / 5! = .05 "
     "is",
     {{"2017", "306.35 354.42 225.37 234.83 252.46 <330 331.32"},
      UTRECHT_2018,
      UTRECHT_2019,
      UTRECHT_2020,
      UTRECHT_2021,
      {"2017", "1", NULL, "ketamine"},
      {"2018", "3", NULL, "ketamine"},
      {"2019", "2", NULL, "ketamine"},
      {"2020", "1.1", NULL, "ketamine"},
      {"2021", "1.2", NULL, "ketamine"},
      {"2017", "1", NULL, "amphetamine"},
      {"2018", "3", NULL, "amphetamine"},
      {"2019", "2", NULL, "amphetamine"},
      {"2020", "1.1", NULL, "amphetamine"},
      {"2021", "1.2", NULL, "amphetamine"}},
     {"substance=MDMA p_adjusted~.05 smallest_p_adjusted~.05 verdict=increase",
      "verdict=not_demonstrated", "family_size=3"}},
    {"four series: no order of five rounds is enough",
     {{"2017", "306.35 354.42 225.37 234.83 252.46 <330 331.32"},
      UTRECHT_2018,
      UTRECHT_2019,
      UTRECHT_2020,
      UTRECHT_2021,
      {"2017", "1", NULL, "ketamine"},
      {"2018", "3", NULL, "ketamine"},
      {"2019", "2", NULL, "ketamine"},
      {"2020", "1.1", NULL, "ketamine"},
      {"2021", "1.2", NULL, "ketamine"},
      {"2017", "1", NULL, "amphetamine"},
      {"2018", "3", NULL, "amphetamine"},
      {"2019", "2", NULL, "amphetamine"},
      {"2020", "1.1", NULL, "amphetamine"},
      {"2021", "1.2", NULL, "amphetamine"},
      {"2017", "1", NULL, "methamphetamine"},
      {"2018", "3", NULL, "methamphetamine"},
      {"2019", "2", NULL, "methamphetamine"},
      {"2020", "1.1", NULL, "methamphetamine"},
      {"2021", "1.2", NULL, "methamphetamine"}},
     {"p_adjusted~.066666666667 smallest_p_adjusted~.066666666667 verdict=too_few_rounds",
      "verdict=not_demonstrated", "verdict=not_demonstrated",
      "smallest_p_adjusted~.066666666667 verdict=not_demonstrated"}},
    {"bounds of 2018 are 1 % apart: lines through both, the weaker stands: that of the upper "
     "bounds",
     {{"2018", "100 100 100 100 100 100 <7"},
      {"2019", "120"},
      {"2020", "110"},
      {"2021", "150"},
      {"2022", "160"},
      {"2023", "155"}},
     {"method=line_bounds verdict=increase p~.0134955434 percent_per_year~12.541224 "
      "lower_percent_per_year~4.1137585 upper_percent_per_year~21.642167 "
      "flags=published_load;below_limit;imputed"}},
    {"n.d. without a limit among rounds that rise: says nothing, or lies below all; both in 2 / 6!",
     {{"2018", "10 11 12 n.d. 13 14 15"},
      {"2019", "20 21 22 23 23 24 25"},
      {"2020", "30 31 32 33 33 34 35"},
      {"2021", "40 41 42 43 43 44 45"},
      {"2022", "50 51 52 53 53 54 55"},
      {"2023", "60 61 62 63 63 64 65"}},
     {"p~.0027777777778 method=day_scores verdict=increase"}},
    {"n.d. without a limit in the last round: as the lowest of all it is no rise: the weaker "
     "stands",
     {{"2018", "10 11 12 13 13 14 15"},
      {"2019", "20 21 22 23 23 24 25"},
      {"2020", "30 31 32 33 33 34 35"},
      {"2021", "40 41 42 43 43 44 45"},
      {"2022", "50 51 52 53 53 54 55"},
      {"2023", "n.d. n.d. n.d. n.d. n.d. n.d. 65"}},
     {"verdict=not_demonstrated method=day_scores p~.17777778 percent_per_year~30.30303"}},
    {"other rounds: those of the same day fall, those below all rise; claims against each other "
     "are none",
     {{"2018", "n.d. n.d. n.d. n.d. n.d. n.d. 60"},
      {"2019", "n.d. n.d. n.d. n.d. n.d. n.d. 59"},
      {"2020", "n.d. n.d. n.d. n.d. n.d. n.d. 58"},
      {"2021", "30 30 30 30 30 30 57"},
      {"2022", "25 25 25 25 25 25 56"},
      {"2023", "20 20 20 20 20 20 55"}},
     {"p=1 verdict=not_demonstrated"}},
    {"two laboratories: day scores have 2 / 6!, the lines through the bounds .0106 and .0099",
     {{"2018", "<10 12 13 14 15 16 17", "A"},
      {"2019", "21 22 23 24 25 26 27", "A"},
      {"2020", "31 32 33 34 35 36 37", "A"},
      {"2021", "41 42 43 44 45 46 47", "B"},
      {"2022", "51 52 53 54 55 56 57", "B"},
      {"2023", "61 62 63 64 65 66 67", "B"}},
     {"method=line_bounds p~.010598641 percent_per_year~36.479099 verdict=increase"}},
    {"two laboratories, and a bound of 0: the mean of p over a slope of N(0, .0029755102)",
     {{"2018", "<11", "A"},
      {"2019", "15.14 16.14 17.14 18.14 19.14 20.14 21.14", "A"},
      {"2020", "18.32 19.32 20.32 21.32 22.32 23.32 24.32", "A"},
      {"2021", "21 22 23 24 25 26 27", "B"},
      {"2022", "23.36 24.36 25.36 26.36 27.36 28.36 29.36", "B"},
      {"2023", "25.49 26.49 27.49 28.49 29.49 30.49 31.49", "B"}},
     {"method=day_scores p~.02700753"}},
    {"more than eight rounds, nine draws asked for: 2 / alpha are drawn, none of them reaches S",
     {{"2015", "<10 12 13 14 15 16 17"},
      {"2016", "21 22 23 24 25 26 27"},
      {"2017", "31 32 33 34 35 36 37"},
      {"2018", "41 42 43 44 45 46 47"},
      {"2019", "51 52 53 54 55 56 57"},
      {"2020", "61 62 63 64 65 66 67"},
      {"2021", "71 72 73 74 75 76 77"},
      {"2022", "81 82 83 84 85 86 87"},
      {"2023", "91 92 93 94 95 96 97"}},
     {"p~.024390244 verdict=increase rounds=9"},
     .options = {.draws = 9, .seed = 3}},
    {"nothing found in any round",
     {{"2018", "<1"}, {"2019", "<1"}, {"2020", "<1"}, {"2021", "<1"}, {"2022", "<1"}},
     {"rounds=5 p= family_size= verdict=not_estimable method= percent_per_year="}},
};

Test(trend, limits)
{
    for (size_t i = 0; i < COUNT(limits); i++) expect_trends(&limits[i]);
}

/* ln of the slope less its lower end, squared; of the first series. */
static double lower_part(const week weeks[], size_t n)
{
    computed c = compute_weeks(weeks, n, (file){0});
    doseau_trends *trends;
    size_t rows;
    cr_assert(eq(int, doseau_trends_new(c.rounds, NULL, &trends, NULL), DOSEAU_OK));
    const doseau_trend_estimate *e = &doseau_trends_all(trends, &rows)->percent_per_year;
    cr_assert(e->value.given && e->lower.given);
    const double part = log1p(e->value.value / 100) - log1p(e->lower.value / 100);
    doseau_trends_free(trends);
    computed_free(&c);
    return part * part;
}

/* t(.975, 4)^2 x .0029755102, which two laboratories add. */
Test(trend, interval_of_two_laboratories)
{
    week weeks[] = {{"2018", "<11", "A"},
                    {"2019", "15.14 16.14 17.14 18.14 19.14 20.14 21.14", "A"},
                    {"2020", "18.32 19.32 20.32 21.32 22.32 23.32 24.32", "A"},
                    {"2021", "21 22 23 24 25 26 27", "B"},
                    {"2022", "23.36 24.36 25.36 26.36 27.36 28.36 29.36", "B"},
                    {"2023", "25.49 26.49 27.49 28.49 29.49 30.49 31.49", "B"}};
    const double two = lower_part(weeks, COUNT(weeks));
    for (size_t i = 0; i < COUNT(weeks); i++) weeks[i].laboratory = "A";
    cr_expect(epsilon_eq(dbl, two - lower_part(weeks, COUNT(weeks)), .022937159, 1e-8));
}

/* A limit that falls over a constant level: what was found lies above it, and is lower the lower it
 * is. */
static const trend_case drift[] = {
    {"the fall is one of the limit: found days below 20 would not have been found before",
     {{"2018", "<20 21 <20 22 <20 <20 23"},
      {"2019", "<20 22 <20 21 <20 <20 24"},
      {"2020", "<20 21 <20 23 <20 <20 22"},
      {"2021", "12 19 11 18 13 12 17"},
      {"2022", "11 18 12 19 12 11 18"},
      {"2023", "12 17 11 18 11 13 17"}},
     {"verdict=not_demonstrated"}},
    {"the same limit everywhere: no second look",
     {{"2018", "<10 12 13 14 15 16 17"},
      {"2019", "<10 22 23 24 25 26 27"},
      {"2020", "<10 32 33 34 35 36 37"},
      {"2021", "<10 42 43 44 45 46 47"},
      {"2022", "<10 52 53 54 55 56 57"},
      {"2023", "<10 62 63 64 65 66 67"}},
     {"p~.0027777777778 verdict=increase flags=published_load;below_limit;imputed"}},
    {"a limit of an event does not count",
     {{"2018-03-12", "<10 12 13 14 15 16 17"},
      {"2019-03-11", "<10 22 23 24 25 26 27"},
      {"2020-03-09", "<10 32 33 34 35 36 37"},
      {"2021-03-08", "<10 42 43 44 45 46 47"},
      {"2022-03-14", "<10 52 53 54 55 56 57"},
      {"2023-03-13", "<10 62 63 64 65 66 67"},
      {"2023-07-10", "<99"}},
     {"p~.0027777777778 verdict=increase flags=published_load;event;below_limit;imputed"},
     .more = {"rounds.csv", "round,first,last,kind\n1,2018-03-12,2018-03-18,regular\n"
                            "2,2019-03-11,2019-03-17,regular\n3,2020-03-09,2020-03-15,regular\n"
                            "4,2021-03-08,2021-03-14,regular\n5,2022-03-14,2022-03-20,regular\n"
                            "6,2023-03-13,2023-03-19,regular\n7,2023-07-10,2023-07-16,event\n"}},
    {"a rise below a limit that one round had: it is not told without it",
     {{"2018", "1 1.1 1.2 1.3 1.4 1.5 1.6"},
      {"2019", "2 2.1 2.2 2.3 2.4 2.5 2.6"},
      {"2020", "3 3.1 3.2 3.3 3.4 3.5 3.6"},
      {"2021", "4 4.1 4.2 4.3 4.4 4.5 4.6"},
      {"2022", "5 5.1 5.2 5.3 5.4 5.5 5.6"},
      {"2023", "<9 <6 <6 <6 <6 <6 9.5"},
      {"2024", "<.5 7.1 7.2 7.3 7.4 7.5 7.6"}},
     {"verdict=not_demonstrated "
      "flags=published_load;below_limit;imputed;not_reportable;limit_drift"}},
};

Test(trend, drift)
{
    for (size_t i = 0; i < COUNT(drift); i++) expect_trends(&drift[i]);
}

/* ---- What a claim needs ---- */

#define NO_YEAR "percent_per_year= lower_percent_per_year= sen_percent_per_year= p= p_adjusted= "

static const trend_case designs[] = {
    {"one round: prior .360, d0 9: 10 exp(-+2.2622 x .36) over one week",
     {{"2018", "10"}},
     {NO_YEAR "rounds=1 span_percent= verdict=too_few_rounds smallest_p= method= typical~10 "
              "typical_lower~4.4292 typical_upper~22.578 current_lower~4.4292 next_upper~31.6357 "
              "flags=published_load"}},
    {"three rounds, b = ln 2 / 2 over Sxx 2: s^2 = (9 x .36^2 + RSS) / 10, RSS (ln 4 / 6)^2 6 / 4",
     {{"2018", "10"}, {"2019", "10"}, {"2020", "20"}},
     {NO_YEAR "span_percent=100 method=borrowed_line smallest_p~.33333333 kendall_p~.66666667 "
              "verdict=too_few_rounds p_rise~.90239640 flags=published_load;short_span"}},
    {"four rounds in a row",
     {{"2018", "10"}, {"2019", "20"}, {"2020", "40"}, {"2021", "80"}},
     {NO_YEAR "span_percent=700 verdict=too_few_rounds smallest_p~.083333 kendall_p~.083333"}},
    {"five rounds within three years, a day short",
     {{"2018-01-01", "10"},
      {"2018-10-01", "20"},
      {"2019-07-01", "40"},
      {"2020-03-30", "80"},
      {"2020-12-28", "160"}},
     {NO_YEAR "rounds=5 verdict=too_few_rounds "
              "flags=published_load;short_span;mixed_seasons"}},
    {"six rounds, two of them five months apart",
     {{"2018-03-12", "10"},
      {"2019-03-11", "20"},
      {"2020-03-09", "40"},
      {"2021-03-08", "80"},
      {"2022-03-14", "160"},
      {"2022-08-15", "320"}},
     {NO_YEAR "verdict=too_few_rounds flags=published_load;close_rounds;mixed_seasons"}},
    {"the round in between is an event: five yearly ones are left",
     {{"2018-03-12", "10"},
      {"2019-03-11", "21"},
      {"2020-03-09", "40"},
      {"2021-03-08", "82"},
      {"2022-03-14", "160"},
      {"2022-08-15", "320"}},
     {"rounds=5 verdict=increase last_date=2022-03-20 flags=published_load;event"},
     .more = {"rounds.csv", "round,first,last,kind\n1,2018-03-12,2018-03-18,regular\n"
                            "2,2019-03-11,2019-03-17,regular\n3,2020-03-09,2020-03-15,regular\n"
                            "4,2021-03-08,2021-03-14,regular\n5,2022-03-14,2022-03-20,regular\n"
                            "6,2022-08-15,2022-08-21,event\n"}},
    {"five rounds in two seasons: two degrees of freedom would be left",
     {{"2018-03-12", "10"},
      {"2019-03-11", "20"},
      {"2020-09-07", "40"},
      {"2021-09-06", "80"},
      {"2022-09-05", "160"}},
     {NO_YEAR "verdict=too_few_rounds method=line flags=published_load;mixed_seasons"}},
    {"six weeks apart are one season: exactly 42 days between 1 March and 12 April",
     {{"2018-03-01", "10"},
      {"2019-04-12", "21"},
      {"2020-03-16", "40"},
      {"2021-03-15", "82"},
      {"2022-03-14", "160"}},
     {"verdict=increase method=line flags=published_load"}},
    {"a perfect line has no scatter: nothing to test it by",
     {{"2018", "10"}, {"2019", "10"}, {"2020", "10"}, {"2021", "10"}, {"2022", "10"}},
     {"p= verdict=not_estimable percent_per_year=0"}},
};

Test(trend, designs)
{
    for (size_t i = 0; i < COUNT(designs); i++) expect_trends(&designs[i]);
}

/* ---- Flagged days ---- */

#define MONDAY_OF(day)                                                                             \
    {                                                                                              \
        "days.csv", "plant,date,event\nV," day ",festival\n"                                       \
    }

static const trend_case flagged[] = {
    {"a rise that does without the day, and without its round",
     {{"2016-03-14", "10"},
      {"2017-03-13", "13"},
      {"2018-03-12", "16"},
      {"2019-03-11", "21"},
      {"2020-03-09", "26"},
      {"2021-03-08", "33"}},
     {"data=all verdict=increase flags=published_load;flagged_day",
      "data=unflagged verdict=increase flags=published_load;missing_days"},
     .more = MONDAY_OF("2018-03-12")},
    {"five rounds, one of them with a flagged day: four would be left",
     {{"2017-03-13", "13"},
      {"2018-03-12", "16"},
      {"2019-03-11", "21"},
      {"2020-03-09", "26"},
      {"2021-03-08", "33"}},
     {"data=all p~.000021744922 verdict=too_few_rounds", "data=unflagged verdict=too_few_rounds"},
     .more = MONDAY_OF("2018-03-12")},
    {"without the flagged Monday of the last round there is no rise",
     {{"2016-03-14", "10"},
      {"2017-03-13", "10.5"},
      {"2018-03-12", "11"},
      {"2019-03-11", "11.4"},
      {"2020-03-09", "12"},
      {"2021-03-08", "40 10 9 8 9 10 11"}},
     {"data=all p~.044696457 verdict=not_demonstrated "
      "flags=published_load;flagged_day;rests_on_flagged",
      "data=unflagged verdict=not_demonstrated flags=published_load;missing_days;rests_on_flagged"},
     .more = MONDAY_OF("2021-03-08")},
    {"a rise from the first round, which has a flagged day: without it p is .057",
     {{"2015-03-09", "8.5"},
      {"2016-03-14", "10"},
      {"2017-03-13", "10.4"},
      {"2018-03-12", "10.1"},
      {"2019-03-11", "10.9"},
      {"2020-03-09", "11"}},
     {"data=all p~.024716919 verdict=not_demonstrated "
      "flags=published_load;flagged_day;rests_on_flagged",
      "data=unflagged verdict=not_demonstrated"},
     .more = MONDAY_OF("2015-03-09")},
    {"only the rows of unflagged days, and the same verdict",
     {{"2017-03-13", "13"},
      {"2018-03-12", "16"},
      {"2019-03-11", "21"},
      {"2020-03-09", "26"},
      {"2021-03-08", "33"}},
     {"data=unflagged verdict=too_few_rounds"},
     .more = MONDAY_OF("2018-03-12"),
     .options = {.exclude_flagged = true}},
};

Test(trend, flagged)
{
    for (size_t i = 0; i < COUNT(flagged); i++) expect_trends(&flagged[i]);
}

/* ---- Families, margins ---- */

/* Two series, p .013225459 and .5434169; equivalence: tests/known/trend.py. */
#define PAIR                                                                                       \
    {                                                                                              \
        {"2018", "100"}, {"2019", "120"}, {"2020", "110"}, {"2021", "150"}, {"2022", "160"},       \
            {"2023", "155"}, {"2018", "100", NULL, "ketamine"}, {"2019", "101", NULL, "ketamine"}, \
            {"2020", "104", NULL, "ketamine"}, {"2021", "99", NULL, "ketamine"},                   \
            {"2022", "103", NULL, "ketamine"},                                                     \
        {                                                                                          \
            "2023", "102", NULL, "ketamine"                                                        \
        }                                                                                          \
    }

static const trend_case families[] = {
    {"Holm",
     PAIR,
     {"p_adjusted~.026450918 family_size=2 verdict=increase smallest_p_adjusted~.0055555556",
      "p~.5434169 p_adjusted~.5434169 verdict=not_demonstrated p_equivalence="}},
    {"none",
     PAIR,
     {"p_adjusted~.013225459 family_size=2 smallest_p_adjusted~.0027777778", "family_size=2"},
     .options = {.claims = {DOSEAU_ADJUST_NONE}}},
    {"Benjamini and Hochberg",
     PAIR,
     {"p_adjusted~.026450918 smallest_p_adjusted~.0055555556", "p_adjusted~.5434169"},
     .options = {.claims = {DOSEAU_ADJUST_BH}}},
    {"the primary one alone, the other alone",
     PAIR,
     {"p_adjusted~.013225459 family_size=1 flags=published_load;primary",
      "family_size=1 flags=published_load"},
     .options = {.claims = {.primary = "MDMA"}}},
    {"within 15 % over five years, and no rise; the other rises",
     PAIR,
     {"verdict=increase", "p_equivalence~.0030152998 verdict=stable"},
     .options = {.margin = {true, .15}}},
    {"not within 2 %",
     PAIR,
     {"verdict=increase", "p_equivalence~.43163086 verdict=not_demonstrated"},
     .options = {.margin = {true, .02}}},
};

Test(trend, families)
{
    for (size_t i = 0; i < COUNT(families); i++) expect_trends(&families[i]);
}

Test(trend, refused)
{
    static const week weeks[] = {{"2018", "10"}, {"2019", "20"}};
    static const struct {
        doseau_trend_options options;
        doseau_round_options rounds;
        doseau_status status;
    } refusals[] = {
        {{.draws = 0}, {.alpha = .05}, DOSEAU_EDOMAIN},
        {{.draws = 9, .margin = {true, 0}}, {.alpha = .05}, DOSEAU_EDOMAIN},
        {{.draws = 9, .claims = {.primary = "ketamine"}}, {.alpha = .05}, DOSEAU_EUNKNOWN},
        {{.draws = 9}, {.alpha = .05, .convention = DOSEAU_EUDA}, DOSEAU_EDOMAIN},
        {{.draws = 9}, {.alpha = .05, .exclude_flagged = true}, DOSEAU_EDOMAIN},
    };
    computed c = compute_weeks(weeks, COUNT(weeks), (file){0});
    for (size_t i = 0; i < COUNT(refusals); i++) {
        doseau_rounds *rounds;
        doseau_trends *trends = NULL;
        doseau_error error = {0};
        cr_assert(eq(int, doseau_rounds_new(c.study, c.loads, &refusals[i].rounds, &rounds, NULL),
                     DOSEAU_OK));
        cr_expect(eq(int, doseau_trends_new(rounds, &refusals[i].options, &trends, &error),
                     refusals[i].status),
                  "%zu", i);
        cr_expect(trends == NULL && *error.message, "%zu", i);
        doseau_rounds_free(rounds);
    }
    computed_free(&c);
}

/* ---- Sentences ---- */

static const struct {
    week weeks[CASE_WEEKS];
    const char *statement;
    file more;
    doseau_trend_options options;
} sentences[] = {
    {{{"2018", "100"},
      {"2019", "120"},
      {"2020", "110"},
      {"2021", "150"},
      {"2022", "160"},
      {"2023", "155"}},
     "Over these 6 rounds (2018 to 2023) the level rose by about 10 % a year (3.4 to 17)."},
    {{{"2018", "155", NULL, "3-MMC"},
      {"2019", "160", NULL, "3-MMC"},
      {"2020", "130", NULL, "3-MMC"},
      {"2021", "120", NULL, "3-MMC"},
      {"2022", "90", NULL, "3-MMC"},
      {"2023", "80", NULL, "3-MMC"},
      {"2023", "1", NULL, "3-CMC"}},
     "Over these 6 rounds (2018 to 2023) the level fell by about 14 % a year (8.7 to 18). 2-MMC or "
     "4-MMC may have taken its place: not measured."},
    {{{"2018", "100", "A"},
      {"2019", "120", "A"},
      {"2020", "110", "A"},
      {"2021", "150", "B"},
      {"2022", "160", "B"},
      {"2023", "155", "B"}},
     "Over these 6 rounds (2018 to 2023) a change is not demonstrated; about +10 % (-6.6 to +30) a "
     "year; this design would have shown about 41 % a year. The laboratory changed between the "
     "rounds."},
    {{{"2018", "100"},
      {"2019", "101"},
      {"2020", "104"},
      {"2021", "99"},
      {"2022", "103"},
      {"2023", "102"}},
     "Over these 6 rounds (2018 to 2023) the level changed by no more than the margin of 15 %: "
     "about "
     "+0.31 % (-0.98 to +1.6) a year.",
     .options = {.margin = {true, .15}}},
    {{{"2018", "10"}}, "One round is a snapshot: nothing can be said of a trend."},
    {{{"2018", "10"}, {"2019", "30"}},
     "2 rounds are too few for a statement on a trend, which needs five; without a claim: about "
     "+200 % (-5.2 to +849) from 2018 to 2019."},
    {{{"2018", "10"}, {"2019", "10"}, {"2020", "10"}, {"2021", "10"}, {"2022", "10"}},
     "The rounds say nothing of a trend: without any scatter there is no test."},
    {{{"spring", "10"}, {"autumn", "10"}},
     "There is no regular round with a date or year and with a mean or bounds."},
};

Test(trend, sentences)
{
    for (size_t i = 0; i < COUNT(sentences); i++) {
        computed c = compute_weeks(sentences[i].weeks, CASE_WEEKS, sentences[i].more);
        doseau_trend_options options = sentences[i].options;
        doseau_trends *trends;
        char words[1000], cut[10];
        size_t n;
        options.draws = 9999;
        cr_assert(eq(int, doseau_trends_new(c.rounds, &options, &trends, NULL), DOSEAU_OK));
        const doseau_trend *t = doseau_trends_all(trends, &n);
        const doseau_trend *last = &t[n > 1 ? 1 : 0];
        const size_t size = doseau_trend_statement(trends, last, words, sizeof words);
        cr_expect(eq(str, words, (char *)sentences[i].statement));
        cr_expect(eq(sz, size, strlen(sentences[i].statement)));
        cr_expect(eq(sz, doseau_trend_statement(trends, last, cut, sizeof cut), size));
        cr_expect(eq(sz, strlen(cut), sizeof cut - 1));
        doseau_trends_free(trends);
        computed_free(&c);
    }
}
