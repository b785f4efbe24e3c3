/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "spikes.h"
#include <doseau/flag.h>

TestSuite(spike, .init = folder_enter, .fini = folder_leave);

/* ---- Days against their round ---- */

/* Factors by a separate script: each other day over its multiplier of the table, median, times the
 * day's multiplier. */
static const spike_case days[] = {
    {"Eindhoven, methamphetamine, 2020, EUDA and SCORE; by hand 92.46 / ((12.05 / .956 + 14.83 / "
     "1.001) / 2 * 1.043); Friday and Sunday stand beside it",
     {MEASURED(UNDATED UNDATED_WEEK("NL002", "2020", "methamphetamine", "14.83", "8.23", "8.33",
                                    "12.05", "24.63", "92.46", "25.71"))},
     false,
     {"plant=NL002 substance=methamphetamine round=2020 date= weekday=Saturday rule=day "
      "severity=unusual value=92.46 expected=14.299419090323902 factor=6.465996934278653 limit=3.8 "
      "before=24.63 after=25.71 borrowed= flags=published_load;spike_day compared=6"}},
    {"beyond 8.9 it is strong; a day with a date",
     {MEASURED(DATED DATED_WEEK("V", "amphetamine", "40", "43", "500", "39", "41", "38", "44"))},
     false,
     {"round=2024-03-11 date=2024-03-13 weekday=Wednesday severity=strong "
      "factor=12.95630235974587 limit=8.9 before=43 after=39"}},
    {"nothing",
     {MEASURED(DATED DATED_WEEK("V", "amphetamine", "40", "43", "130", "39", "41", "38", "44"))},
     false,
     {NULL}},
    {"3-MMC has no percentiles: those of MDMA",
     {MEASURED(
         DATED DATED_WEEK("V", "3-MMC", "11.3", "8.7", "45.1", "6.9", "7.2", "13.8", "17.6"))},
     false,
     {"substance=3-MMC factor=6.798001273475584 limit=4.4 borrowed=MDMA"}},
    {"what no table knows likewise",
     {MEASURED(
         DATED DATED_WEEK("V", "novelty", "11.3", "8.7", "45.1", "6.9", "7.2", "13.8", "17.6"))},
     false,
     {"substance=novelty factor=6.798001273475584 limit=4.4 borrowed=MDMA"}},
    {"ketamine has a week of its own, but no percentiles",
     {MEASURED(DATED DATED_WEEK("V", "ketamine", "10", "9", "47", "9", "10", "11", "12"))},
     false,
     {"factor=4.633112966797318 limit=4.4 borrowed=MDMA"}},
    {"cocaine itself is held to benzoylecgonine",
     {MEASURED(DATED DATED_WEEK("V", "cocaine", "100", "90", "260", "91", "101", "130", "140"))},
     false,
     {"factor=2.9702244366902986 limit=2.8 borrowed=benzoylecgonine"}},
    {"three other days are enough, and even numbers of them have a median",
     {MEASURED(DATED "V,2024-03-12,cocaine,90\nV,2024-03-13,cocaine,300\nV,2024-03-15,cocaine,101\n"
                     "V,2024-03-16,cocaine,130\n")},
     false,
     {"factor=3.431633485929238 before=90 after= compared=3"}},
    {"two are not",
     {MEASURED(DATED "V,2024-03-12,cocaine,90\nV,2024-03-13,cocaine,900\n"
                     "V,2024-03-15,cocaine,101\n")},
     true,
     {NULL}},
    {"replicates: one day, their mean",
     {MEASURED("plant,date,substance,load_mg_d_1000p,replicate\nV,2024-03-12,cocaine,90,\n"
               "V,2024-03-13,cocaine,280,1\nV,2024-03-13,cocaine,320,2\nV,2024-03-15,cocaine,101,\n"
               "V,2024-03-16,cocaine,130,\n")},
     false,
     {"value=300 factor=3.431633485929238"}},
    {"a told day is judged as others are, and says that it is told",
     {MEASURED(DATED DATED_WEEK("V", "amphetamine", "40", "43", "500", "39", "41", "38", "44")),
      {"days.csv", "plant,date,event\nV,2024-03-13,festival\n"}},
     false,
     {"flags=published_load;flagged_day;spike_day"}},
    {"all days, in their order; low days have no limit",
     {MEASURED(DATED DATED_WEEK("V", "amphetamine", "40", "43", "2", "", "41", "38", "44"))},
     true,
     {"date=2024-03-11 severity=usual limit=3.5 flags=published_load", "date=2024-03-12",
      "date=2024-03-13 severity=usual before=43 after=", "date=2024-03-15 before=",
      "date=2024-03-16", "date=2024-03-17"}},
};

Test(spike, days)
{
    expect_spikes(days, COUNT(days));
}

#define AMPHETAMINE(mon, tue, wed, sun)                                                            \
    MEASURED(DATED DATED_WEEK("V", "amphetamine", mon, tue, wed, "49.7", "52.2", "48.6", sun))

/* Medians of the lower and of the upper ends, by a separate script. */
static const spike_case limited[] = {
    {"limits that do not reach the median",
     {MEASURED(
         DATED DATED_WEEK("V", "amphetamine", "<1", "<2", "51.3", "49.7", "52.2", "48.6", "300"))},
     false,
     {"severity=unusual expected=52.04394244818443 factor=5.764359613968208 before=48.6 after= "
      "flags=published_load;spike_day compared=6"}},
    {"limits that do: at least",
     {AMPHETAMINE("<10", "<20", "<30", "300")},
     false,
     {"severity=unusual expected=41.1112944526805 factor=7.2972647539790545 "
      "flags=published_load;below_limit;spike_day"}},
    {"beyond 8.9 at least", {AMPHETAMINE("<1", "<2", "<3", "300")}, false, {"severity=strong"}},
    {"2.48 at least, 5.4 at most: open; the others are usual either way",
     {AMPHETAMINE("<45", "<46", "<47", "130")},
     true,
     {"date=2024-03-14 severity=usual factor=1.06912187989889 "
      "flags=published_load;below_limit",
      "date=2024-03-15", "date=2024-03-16"}},
    {"limits that nobody states", {AMPHETAMINE("n.d.", "n.d.", "n.d.", "300")}, true, {NULL}},
    {"one of them is passed over",
     {AMPHETAMINE("n.d.", "50.7", "51", "300")},
     false,
     {"weekday=Sunday severity=unusual flags=published_load;below_limit;spike_day"}},
};

Test(spike, limited_days)
{
    static const doseau_spike_count counts[] = {{5, 1, 0, 0, 0}, {4, 1, 0, 0, 0}, {4, 1, 1, 0, 0},
                                                {3, 0, 0, 0, 1}, {0, 0, 0, 0, 4}, {6, 1, 0, 0, 0}};
    expect_spikes(limited, COUNT(limited));
    for (size_t i = 0; i < COUNT(counts); i++) {
        judged j = judge_files(limited[i].files, false);
        expect_count(&j, DOSEAU_SPIKE_DAY, counts[i], limited[i].source);
        judged_free(&j);
    }
}

/* A round without dates runs from Wednesday to Tuesday. */
Test(spike, neighbours)
{
    static const spike_case undated = {
        "neighbours",
        {MEASURED(UNDATED UNDATED_WEEK("V", "1", "amphetamine", "41", "42", "43", "44", "45", "46",
                                       "47"))},
        true,
        {"weekday=Monday before=47 after=42",
         "weekday=Tuesday before=41 after=", "weekday=Wednesday before= after=44",
         "weekday=Thursday before=43 after=45", "weekday=Friday before=44 after=46",
         "weekday=Saturday before=45 after=47", "weekday=Sunday before=46 after=41"}};
    expect_spikes(&undated, 1);
}

/* ---- Rounds against those before them ---- */

#define LEVEL(round, load)                                                                         \
    UNDATED_WEEK("V", round, "MDMA", load, load, load, load, load, load, load)

static const spike_case rounds[] = {
    {"Utrecht 2011: 35 times the year before",
     {MEASURED(UNDATED LEVEL("2008", "10") LEVEL("2009", "10") LEVEL("2010", "10")
                   LEVEL("2011", "350") LEVEL("2012", "12"))},
     false,
     {"plant=V substance=MDMA round=2011 date= weekday= rule=round severity=unusual value=350 "
      "expected=10 factor=35 limit=5 before= after= borrowed= flags=published_load;spike_round "
      "compared=3"}},
    {"the median of those before, and 5 times is not more than 5 times",
     {MEASURED(UNDATED LEVEL("2009", "10") LEVEL("2010", "12") LEVEL("2011", "55")
                   LEVEL("2012", "60") LEVEL("2013", "181"))},
     false,
     {"round=2013 value=181 expected=33.5 factor~5.403 compared=4"}},
    {"what comes after does not count",
     {MEASURED(UNDATED LEVEL("2009", "350") LEVEL("2010", "10") LEVEL("2011", "10"))},
     false,
     {NULL}},
    {"bounds: 100 over 20 at most is 5, over <19 more",
     {MEASURED(UNDATED LEVEL("2009", "<20") LEVEL("2010", "100"))},
     false,
     {NULL}},
    {"at least",
     {MEASURED(UNDATED LEVEL("2007", "<19") LEVEL("2008", "<19") LEVEL("2009", "<19")
                   LEVEL("2010", "100"))},
     false,
     {"value=100 expected=19 factor=5.263157894736842 "
      "flags=published_load;below_limit;spike_round"}},
    {"nothing is known of the first",
     {MEASURED(UNDATED LEVEL("2009", "n.d.") LEVEL("2010", "100"))},
     false,
     {NULL}},
    {"other series stand for themselves",
     {MEASURED(UNDATED LEVEL("2010", "10")
                   UNDATED_WEEK("W", "2010", "MDMA", "99", "99", "99", "99", "99", "99", "99"))},
     false,
     {NULL}},
};

Test(spike, rounds)
{
    expect_spikes(rounds, COUNT(rounds));
}

#define DAYS(month, load)                                                                          \
    "V,2024-" month "-11,MDMA," load "\nV,2024-" month "-12,MDMA," load "\nV,2024-" month          \
    "-13,MDMA," load "\n"

/* A declared event is neither judged nor compared with. */
Test(spike, events)
{
    const file files[CASE_FILES] = {
        MEASURED(DATED DAYS("01", "10") DAYS("03", "900") DAYS("06", "900") DAYS("09", "900")),
        {"rounds.csv", "round,first,last,kind\na,2024-01-11,2024-01-13,regular\nb,2024-03-11,"
                       "2024-03-13,event\nc,2024-06-11,2024-06-13,event\nd,2024-09-11,2024-09-13,"
                       "regular\n"}};
    const spike_case expected = {"events", {files[0], files[1]}, false, {"round=d compared=1"}};
    expect_spikes(&expected, 1);
}

/* ---- All drugs of a day ---- */

#define AMSTERDAM(mdma_monday)                                                                     \
    UNDATED_WEEK("A", "2015", "benzoylecgonine", "229.28", "677.7", "251.67", "671.98", "703.91",  \
                 "990.27", "967.26")                                                               \
    UNDATED_WEEK("A", "2015", "MDMA", mdma_monday, "166.6", "226.86", "93.43", "81.17", "201.78",  \
                 "318.46")                                                                         \
    UNDATED_WEEK("A", "2015", "methamphetamine", "4.13", "12.79", "6.8", "5.2", "5.24", "7.79",    \
                 "6.76")
#define AMSTERDAM_AMPHETAMINE                                                                      \
    UNDATED_WEEK("A", "2015", "amphetamine", "16.1", "61.3", "17.57", "55.22", "106.7", "91.34",   \
                 "65.18")

static const spike_case common[] = {
    {"Amsterdam 2015, EUDA and SCORE; mean of four ln factors by a separate script; Tuesday is "
     "high "
     "by methamphetamine alone",
     {MEASURED(UNDATED AMSTERDAM("74.84") AMSTERDAM_AMPHETAMINE)},
     false,
     {"plant=A substance= round=2015 date= weekday=Monday rule=common_day severity=unusual value= "
      "expected= factor=0.3637979668396665 limit=0.60653065971263342 before= after= borrowed= "
      "flags=published_load;common_mode_day compared=4"}},
    {"one of them on the other side",
     {MEASURED(UNDATED AMSTERDAM("400") AMSTERDAM_AMPHETAMINE)},
     false,
     {NULL}},
    {"three drugs are not enough", {MEASURED(UNDATED AMSTERDAM("74.84"))}, false, {NULL}},
    {"nor are cocaine and benzoylecgonine two of them",
     {MEASURED(UNDATED AMSTERDAM("74.84") UNDATED_WEEK("A", "2015", "cocaine", "110", "330", "120",
                                                       "330", "350", "490", "480"))},
     false,
     {NULL}},
    {"a sum of isomers goes with the first of them, what no table knows counts for itself",
     {MEASURED(
         UNDATED UNDATED_WEEK("A", "1", "3-MMC", "13.46", "8.74", "6.75", "6.33", "7.3", "14.09",
                              "58.08") UNDATED_WEEK("A", "1", "3-/4-MMC", "13.46", "8.74", "6.75",
                                                    "6.33", "7.3", "14.09", "58.08")
             UNDATED_WEEK("A", "1", "new one", "13.46", "8.74", "6.75", "6.33", "7.3", "14.09",
                          "58.08") UNDATED_WEEK("A", "1", "new two", "13.46", "8.74", "6.75",
                                                "6.33", "7.3", "14.09", "58.08"))},
     false,
     {NULL}},
    {"four that are three times their rest: ln 3 each",
     {MEASURED(UNDATED UNDATED_WEEK("A", "1", "3-MMC", "13.46", "8.74", "6.75", "6.33", "7.3",
                                    "14.09", "58.08")
                   UNDATED_WEEK("A", "1", "4-CMC", "13.46", "8.74", "6.75", "6.33", "7.3", "14.09",
                                "58.08") UNDATED_WEEK("A", "1", "new one", "13.46", "8.74", "6.75",
                                                      "6.33", "7.3", "14.09", "58.08")
                       UNDATED_WEEK("A", "1", "new two", "13.46", "8.74", "6.75", "6.33", "7.3",
                                    "14.09", "58.08"))},
     false,
     {"substance= weekday=Sunday factor=3 limit=1.6487212707001282 compared=4"}},
    {"two residues of one drug count with their mean: (ln 2 + ln 8) / 2 is ln 4; the others ln 2",
     {MEASURED(
         UNDATED UNDATED_WEEK("A", "1", "3-MMC", "13.46", "8.74", "6.75", "6.33", "7.3", "14.09",
                              "38.72") UNDATED_WEEK("A", "1", "3-/4-MMC", "13.46", "8.74",
                                                    "6.75", "6.33", "7.3", "14.09", "154.88")
             UNDATED_WEEK("A", "1", "4-CMC", "13.46", "8.74", "6.75", "6.33", "7.3", "14.09",
                          "38.72") UNDATED_WEEK("A", "1", "new one", "13.46", "8.74", "6.75",
                                                "6.33", "7.3", "14.09", "38.72")
                 UNDATED_WEEK("A", "1", "new two", "13.46", "8.74", "6.75", "6.33", "7.3", "14.09",
                              "38.72"))},
     false,
     {"substance=3-/4-MMC rule=day factor=8", "rule=common_day factor~2.378414 compared=4"}},
    {"one poured away, the others 1.05 times theirs: no common day",
     {MEASURED(UNDATED UNDATED_WEEK("A", "1", "3-MMC", "13.46", "8.74", "6.75", "6.33", "7.3",
                                    "14.09", "1936")
                   UNDATED_WEEK("A", "1", "4-CMC", "13.46", "8.74", "6.75", "6.33", "7.3", "14.09",
                                "20.328") UNDATED_WEEK("A", "1", "new one", "13.46", "8.74", "6.75",
                                                       "6.33", "7.3", "14.09", "20.328")
                       UNDATED_WEEK("A", "1", "new two", "13.46", "8.74", "6.75", "6.33", "7.3",
                                    "14.09", "20.328"))},
     false,
     {"substance=3-MMC rule=day factor=100 limit=13.6 severity=strong"}},
};

Test(spike, common_days)
{
    expect_spikes(common, COUNT(common));
}

/* ---- A drug and its metabolite ---- */

#define PAIR(parent, parent_load, metabolite, load)                                                \
    MEASURED(DATED "V,2024-03-11," parent "," parent_load "\nV,2024-03-11," metabolite "," load    \
                   "\n")

static const spike_case ratios[] = {
    {"120 / 150",
     {PAIR("cocaine", "120", "benzoylecgonine", "150")},
     false,
     {"substance=cocaine date=2024-03-11 weekday=Monday rule=ratio severity=unusual value=0.8 "
      "expected= factor= limit=0.75 flags=published_load;parent_ratio compared=1"}},
    {"75 / 100 is not above .75",
     {PAIR("cocaine", "75", "benzoylecgonine", "100")},
     true,
     {"value=0.75 severity=usual limit=0.75"}},
    {"at least 80 / 100",
     {PAIR("cocaine", "80", "benzoylecgonine", "<100")},
     false,
     {"value=0.8 flags=published_load;below_limit;parent_ratio"}},
    {"perhaps", {PAIR("cocaine", "70", "benzoylecgonine", "<100")}, true, {NULL}},
    {"no limit is known", {PAIR("cocaine", "70", "benzoylecgonine", "n.d.")}, true, {NULL}},
    {"no cocaine", {PAIR("cocaine", "<70", "benzoylecgonine", "1")}, true, {NULL}},
    {"ketamine is described and no more",
     {PAIR("ketamine", "53.6", "norketamine", "10")},
     true,
     {"substance=ketamine rule=ratio severity=described value=5.36 limit= flags=published_load"}},
    {"not a finding", {PAIR("ketamine", "53.6", "norketamine", "10")}, false, {NULL}},
    {"a metabolite without a result", {PAIR("cocaine", "70", "benzoylecgonine", "")}, true, {NULL}},
    {"nor is a pair described without a limit",
     {PAIR("ketamine", "70", "norketamine", "n.d.")},
     true,
     {NULL}},
    {"another day",
     {MEASURED(DATED "V,2024-03-11,cocaine,9\nV,2024-03-12,benzoylecgonine,1\n")},
     true,
     {NULL}},
    {"another plant",
     {MEASURED(DATED "V,2024-03-11,cocaine,9\nW,2024-03-11,benzoylecgonine,1\n")},
     true,
     {NULL}},
};

Test(spike, ratios)
{
    expect_spikes(ratios, COUNT(ratios));
}

/* ---- Mirror forms ---- */

#define FRACTIONS "plant,date,substance,load_mg_d_1000p,replicate,enantiomeric_fraction\n"
#define FRACTION(substance, load, fraction)                                                        \
    MEASURED(FRACTIONS "V,2024-03-11," substance "," load ",," fraction "\n")

static const spike_case fractions[] = {
    {"Slovenia, disposal: below half-way, but .511 is not below .511",
     {FRACTION("MDMA", "412.7", ".511")},
     false,
     {"substance=MDMA date=2024-03-11 weekday=Monday rule=enantiomer severity=unusual value=0.511 "
      "expected= factor= limit=0.575 borrowed= flags=published_load;racemic compared="}},
    {"racemic", {FRACTION("MDMA", "412.7", ".5")}, false, {"severity=strong limit=0.511"}},
    {"Slovenia, use",
     {FRACTION("MDMA", "412.7", ".666")},
     true,
     {"severity=usual value=0.666 limit=0.575 flags=published_load"}},
    {"half-way is usual", {FRACTION("MDMA", "412.7", ".575")}, true, {"severity=usual"}},
    {"a result without a load",
     {FRACTION("MDMA", "", ".52")},
     false,
     {"value=0.52 severity=unusual"}},
    {"a result below a limit", {FRACTION("MDMA", "<9", "0")}, false, {"value=0 severity=strong"}},
    {"the mean of those that tell it: (.5 + .68) / 2",
     {MEASURED(FRACTIONS "V,2024-03-11,MDMA,40,1,.5\nV,2024-03-11,MDMA,41,2,.68\n"
                         "V,2024-03-11,MDMA,42,3,\n")},
     true,
     {"value=0.59 severity=usual"}},
    {"amphetamine is described",
     {FRACTION("amphetamine", "40", ".459")},
     true,
     {"substance=amphetamine rule=enantiomer severity=described value=0.459 limit="}},
    {"others too",
     {FRACTION("methamphetamine", "40", "0")},
     true,
     {"severity=described value=0 limit="}},
    {"and no finding", {FRACTION("methamphetamine", "40", "0")}, false, {NULL}},
};

Test(spike, fractions)
{
    expect_spikes(fractions, COUNT(fractions));
}

Test(spike, fraction_out_of_range)
{
    static const char *const bad[] = {"1.01", "-0.1", "65"};
    for (size_t i = 0; i < COUNT(bad); i++) {
        char content[200], list[PROBLEMS_SIZE];
        snprintf(content, sizeof content, FRACTIONS "V,2024-03-11,MDMA,40,,%s\n", bad[i]);
        const file files[CASE_FILES] = {{"measurements.csv", content}};
        doseau_study_free(read_files(files, NULL, DOSEAU_ERROR, list));
        cr_expect(
            eq(str, list, "error measurements.csv:2:6 enantiomeric_fraction fraction_range\n"));
    }
}

/* ---- Marks ---- */

static void expect_flags(const judged *j, const char *const flags[], size_t n)
{
    const doseau_table table = doseau_loads_table(j->loads);
    cr_assert(eq(sz, table.n_rows, n));
    for (size_t i = 0; i < n; i++) {
        char row[200];
        snprintf(row, sizeof row, "flags=published_load%s", flags[i]);
        expect_row(&table, i, row, "marks");
    }
}

Test(spike, marks_its_day)
{
    const file files[CASE_FILES] = {
        MEASURED("plant,date,substance,load_mg_d_1000p,replicate\nV,2024-03-12,cocaine,90,\n"
                 "V,2024-03-13,cocaine,280,1\nV,2024-03-13,cocaine,320,2\nV,2024-03-15,cocaine,"
                 "101,\nV,2024-03-16,cocaine,130,\nW,2024-03-13,cocaine,10,\n")};
    static const char *const before[6] = {"", "", "", "", "", ""};
    static const char *const after[6] = {"", ";spike_day", ";spike_day", "", "", ""};
    judged j = judge_files(files, false);
    expect_flags(&j, before, 6);
    cr_expect(eq(int, doseau_spikes_mark(j.spikes, j.loads), DOSEAU_OK));
    expect_flags(&j, after, 6);
    cr_expect(eq(int, doseau_spikes_mark(j.spikes, j.loads), DOSEAU_OK));
    expect_flags(&j, after, 6);
    judged_free(&j);
}

Test(spike, marks_the_drug_of_a_ratio)
{
    static const char *const after[] = {"", ";parent_ratio"};
    judged j = judge_files(ratios[0].files, false);
    doseau_spikes_mark(j.spikes, j.loads);
    expect_flags(&j, after, 2);
    judged_free(&j);
}

/* Two earlier rounds are no history: found, and not marked. */
Test(spike, marks_no_round_without_a_history)
{
    const file files[CASE_FILES] = {
        MEASURED(UNDATED LEVEL("2009", "10") LEVEL("2010", "10") LEVEL("2011", "350"))};
    judged j = judge_files(files, false);
    const doseau_table table = doseau_spikes_table(j.spikes);
    cr_assert(eq(sz, table.n_rows, 1));
    expect_row(&table, 0, "round=2011 rule=round severity=unusual flags=published_load", "found");
    judged_free(&j);
}

/* All of a round, so that nothing is left of it. */
Test(spike, marks_its_round)
{
    static const char *const rows[] = {
        "round=2008 data=all mean=10",
        "round=2008 data=unflagged mean=10",
        "round=2009 data=all mean=10",
        "round=2009 data=unflagged mean=10",
        "round=2010 data=all mean=10",
        "round=2010 data=unflagged mean=10",
        "round=2011 data=all mean=350 flags=published_load;spike_round",
        "round=2011 data=unflagged days=0 missing=7 mean=",
        "round=2012 data=all mean=12",
        "round=2012 data=unflagged mean=12"};
    judged j = judge_files(rounds[0].files, false);
    doseau_rounds *means;
    doseau_spikes_mark(j.spikes, j.loads);
    cr_assert(eq(int, doseau_rounds_new(j.study, j.loads, NULL, &means, NULL), DOSEAU_OK));
    const doseau_table table = doseau_rounds_table(means);
    cr_assert(eq(sz, table.n_rows, 10));
    for (size_t i = 0; i < 10; i++) expect_row(&table, i, rows[i], "rounds");
    doseau_rounds_free(means);
    judged_free(&j);
}

/* All substances of the day, also those that are not judged themselves; not those of other plants.
 */
Test(spike, marks_a_common_day)
{
    const file files[CASE_FILES] = {MEASURED(UNDATED AMSTERDAM("74.84") AMSTERDAM_AMPHETAMINE
                                             "A,2015,Mon,codeine,5\nA,2015,Tue,codeine,5\n"
                                             "B,2015,Mon,codeine,5\n")};
    size_t n, marked = 0;
    judged j = judge_files(files, false);
    doseau_spikes_mark(j.spikes, j.loads);
    const doseau_measurement *m = doseau_study_measurements(j.study, &n);
    const doseau_load *loads = doseau_loads_all(j.loads, &n);
    for (size_t i = 0; i < n; i++) {
        const bool of_day = m[i].weekday == DOSEAU_MONDAY &&
                            strcmp(doseau_study_plant_name(j.study, m[i].plant), "A") == 0;
        marked += of_day;
        cr_expect(eq(int, (loads[i].flags & DOSEAU_FLAG_COMMON_MODE_DAY) != 0, of_day));
    }
    cr_expect(eq(sz, marked, 5));
    judged_free(&j);
}

Test(spike, marks_its_own_loads_only)
{
    judged j = judge_files(days[0].files, false), other = judge_files(days[0].files, false);
    cr_expect(eq(int, doseau_spikes_mark(j.spikes, other.loads), DOSEAU_EDOMAIN));
    judged_free(&j);
    judged_free(&other);
}

/* What was found does not depend on what is marked. */
Test(spike, twice)
{
    judged j = judge_files(rounds[0].files, false);
    doseau_spikes *again;
    doseau_spikes_mark(j.spikes, j.loads);
    cr_assert(eq(int, doseau_spikes_new(j.study, j.loads, NULL, &again, NULL), DOSEAU_OK));
    const doseau_table table = doseau_spikes_table(again);
    cr_assert(eq(sz, table.n_rows, 1));
    expect_row(&table, 0, rounds[0].rows[0], "twice");
    doseau_spikes_free(again);
    judged_free(&j);
}

/* ---- Properties ---- */

/* Another unit changes no factor, whatever is below a limit. */
Test(spike, scale)
{
    static const char *const whole[2] = {
        UNDATED UNDATED_WEEK("V", "1", "MDMA", "2.5", "<0.5", "30", "4", "5.5", "<20", "7")
            UNDATED_WEEK("V", "2", "MDMA", "90", "20", "30", "64", "50", "600", "7000"),
        UNDATED UNDATED_WEEK("V", "1", "MDMA", "2560", "<512", "30720", "4096", "5632", "<20480",
                             "7168") UNDATED_WEEK("V", "2", "MDMA", "92160", "20480", "30720",
                                                  "65536", "51200", "614400", "7168000")};
    const doseau_spike *all[2];
    judged j[2];
    size_t n[2];
    for (size_t i = 0; i < 2; i++) {
        const file files[CASE_FILES] = {MEASURED(whole[i])};
        j[i] = judge_files(files, true);
        all[i] = doseau_spikes_all(j[i].spikes, &n[i]);
    }
    cr_assert(eq(sz, n[0], n[1]));
    cr_assert(gt(sz, n[0], 8));
    for (size_t i = 0; i < n[0]; i++) {
        cr_expect(eq(int, all[0][i].severity, all[1][i].severity));
        cr_expect(eq(dbl, all[0][i].factor.value, all[1][i].factor.value));
        cr_expect(eq(dbl, all[0][i].value.value * 1024, all[1][i].value.value));
    }
    judged_free(&j[0]);
    judged_free(&j[1]);
}

/* ---- The rest ---- */

Test(spike, counts)
{
    judged j = judge_files(common[0].files, false);
    expect_count(&j, DOSEAU_SPIKE_DAY, (doseau_spike_count){28, 0, 0, 0, 0}, "days");
    expect_count(&j, DOSEAU_SPIKE_ROUND, (doseau_spike_count){0, 0, 0, 0, 4}, "rounds");
    expect_count(&j, DOSEAU_SPIKE_COMMON_DAY, (doseau_spike_count){7, 1, 0, 0, 0}, "plant days");
    expect_count(&j, DOSEAU_SPIKE_RATIO, (doseau_spike_count){0}, "ratios");
    expect_count(&j, (doseau_spike_rule)99, (doseau_spike_count){0}, "no rule");
    judged_free(&j);
    j = judge_files(ratios[6].files, false);
    expect_count(&j, DOSEAU_SPIKE_RATIO, (doseau_spike_count){0, 0, 0, 1, 0}, "described");
    judged_free(&j);
    j = judge_files(ratios[3].files, false);
    expect_count(&j, DOSEAU_SPIKE_RATIO, (doseau_spike_count){0, 0, 0, 0, 1}, "open");
    judged_free(&j);
    const file alone[CASE_FILES] = {PAIR("cocaine", "70", "benzoylecgonine", "")};
    j = judge_files(alone, false);
    expect_count(&j, DOSEAU_SPIKE_RATIO, (doseau_spike_count){0}, "no pair");
    judged_free(&j);
}

Test(spike, columns)
{
    judged j = judge_files(days[0].files, false);
    const doseau_table table = doseau_spikes_table(j.spikes);
    expect_columns(&table, "plant,substance,round,date,weekday,rule,severity,value,expected,factor,"
                           "limit,before_mg_d_1000p,after_mg_d_1000p,borrowed,flags,compared");
    cr_expect(eq(str, (char *)doseau_severity_name((doseau_severity)9), ""));
    doseau_spikes_free(NULL);
    judged_free(&j);
}

/* The sample town: the day that was planted, and nothing else. */
Test(spike, town)
{
    char list[PROBLEMS_SIZE];
    doseau_loads *loads;
    doseau_spikes *spikes;
    doseau_study *study = read_path(DOSEAU_SOURCE_DIR "/samples/town", NULL, DOSEAU_ERROR, list);
    cr_assert(eq(int, doseau_loads_new(study, NULL, &loads, NULL), DOSEAU_OK));
    cr_assert(eq(int, doseau_spikes_new(study, loads, NULL, &spikes, NULL), DOSEAU_OK));
    const doseau_table table = doseau_spikes_table(spikes);
    cr_assert(eq(sz, table.n_rows, 1));
    expect_row(&table, 0,
               "plant=VDN substance=MDMA date=2025-03-12 rule=day severity=unusual factor~11.2 "
               "value~666.1 before~90 after~53",
               "samples/TOWN.md");
    doseau_spikes_free(spikes);
    doseau_loads_free(loads);
    doseau_study_free(study);
}
