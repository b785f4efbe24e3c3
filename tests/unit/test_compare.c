/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rounds.h"

TestSuite(compare, .init = folder_enter, .fini = folder_leave);

/* ---- Studies of weeks whose days are all alike: means and ratios are exact ---- */

enum { CASE_WEEKS = 12, CASE_ROWS = 12, STUDY_SIZE = 20000 };

typedef struct week {
    const char *plant, *substance, *round;
    const char *load;   /* of each day */
    const char *first;  /* date of Monday; NULL: only the label places it */
    int missing;        /* the first days of the week, without a row */
    int low;            /* how many of the others, from their first on, */
    const char *limit;  /* are `limit` */
    const char *origin; /* "laboratory,meter,population" */
    int odd;            /* weekday (0: Monday) of ten times the load; with `first` only */
} week;

typedef struct compare_case {
    const char *source; /* of the expected figures */
    week weeks[CASE_WEEKS];
    const char *name, *content; /* one more file */
    doseau_compare_options options;
    doseau_prior_set prior;
    double alpha; /* 0: .05 */
    const char *rows[CASE_ROWS + 1];
} compare_case;

static void write_week(const week *w, char *text)
{
    char day[11] = "", *at = text + strlen(text);
    doseau_date monday = DOSEAU_NO_DATE;
    if (w->first) cr_assert(eq(int, doseau_date_parse(w->first, &monday, NULL), DOSEAU_OK));
    for (int d = w->missing; d < 7; d++) {
        const bool low = d < w->missing + w->low, odd = w->first && w->odd && d == w->odd;
        if (w->first) doseau_date_format(monday + d, day);
        at +=
            sprintf(at, "%s,%s,%s,%s,%s,%s%s,%s\n", w->plant, w->round, day,
                    doseau_weekday_name((doseau_weekday)d), w->substance, low ? w->limit : w->load,
                    odd && !low ? "0" : "", w->origin ? w->origin : ",,");
    }
}

static doseau_comparisons *compare(const compare_case *c, computed *of)
{
    static char text[STUDY_SIZE];
    strcpy(text,
           "plant,round,date,weekday,substance,load_mg_d_1000p,laboratory,meter,population\n");
    for (size_t i = 0; i < CASE_WEEKS && c->weeks[i].plant; i++) write_week(&c->weeks[i], text);
    const file files[CASE_FILES] = {{"measurements.csv", text}, {c->name, c->content}};
    doseau_round_options options;
    doseau_round_defaults(&options);
    options.prior = c->prior;
    if (c->alpha > 0) options.alpha = c->alpha;
    doseau_error error = {0};
    doseau_comparisons *made;
    *of = compute_rounds(files, &options);
    cr_assert(eq(int, doseau_comparisons_new(of->rounds, &c->options, &made, &error), DOSEAU_OK),
              "%s: %s", c->source, error.message);
    return made;
}

static void expect_comparisons(const compare_case *c)
{
    computed of;
    doseau_comparisons *made = compare(c, &of);
    const doseau_table table = doseau_comparisons_table(made);
    for (size_t i = 0; i < table.n_rows; i++) {
        cr_assert(c->rows[i] != NULL, "%s: more than %zu rows", c->source, i);
        expect_row(&table, i, c->rows[i], c->source);
    }
    cr_expect(c->rows[table.n_rows] == NULL, "%s: %zu rows", c->source, table.n_rows);
    doseau_comparisons_free(made);
    computed_free(&of);
}

#define TWICE(substance, a, b)                                                                     \
    {                                                                                              \
        {"V", substance, "2020", a},                                                               \
        {                                                                                          \
            "V", substance, "2021", b                                                              \
        }                                                                                          \
    }

/* ---- Against the usual change; R 4.2.2: qt, pt ---- */

static const compare_case usual[] = {
    {"what two weeks show, EU: published as +270 / -73 % and +396 / -80 %",
     {{"V", "benzoylecgonine", "2020", "10"},
      {"V", "benzoylecgonine", "2021", "10"},
      {"V", "MDMA", "2020", "10"},
      {"V", "MDMA", "2021", "10"}},
     .rows =
         {"substance=MDMA detectable_up_percent~396.0260311 detectable_down_percent~-79.8397677 "
          "p=1 p_adjusted=1 family_size=2 change_percent=0 verdict=within_usual prior=EU:MDMA",
          "substance=benzoylecgonine detectable_up_percent~270.2195594 "
          "detectable_down_percent~-72.9890014 ratio=1"}},
    {"the same, NL: +145 / -59, +256 / -72, +457 / -82, +145 / -59 %",
     {{"V", "benzoylecgonine", "2020", "10"},
      {"V", "benzoylecgonine", "2021", "10"},
      {"V", "MDMA", "2020", "10"},
      {"V", "MDMA", "2021", "10"},
      {"V", "amphetamine", "2020", "10"},
      {"V", "amphetamine", "2021", "10"},
      {"V", "THC-COOH", "2020", "10"},
      {"V", "THC-COOH", "2021", "10"}},
     .prior = DOSEAU_PRIOR_NL,
     .rows =
         {"substance=MDMA detectable_up_percent~256.3246606 detectable_down_percent~-71.9357061",
          "substance=THC-COOH detectable_up_percent~145.0049693 prior=NL:cannabis",
          "substance=amphetamine detectable_up_percent~456.4213 detectable_down_percent~-82.02801",
          "substance=benzoylecgonine detectable_up_percent~145.0049693 "
          "detectable_down_percent~-59.1845013"}},
    {"times 3 in a year", TWICE("benzoylecgonine", "10", "30"),
     .rows = {"round_a=2020 round_b=2021 data=all mean_a=10 mean_b=30 years_apart=1 ratio=3 "
              "change_percent=200 level_lower_percent~11.1998 level_upper_percent~709.35397 "
              "prior=EU:cocaine p~.0382660701 p_adjusted~.0382660701 family_size=1 "
              "verdict=rise_beyond_usual p_equivalence= equivalent= laboratory_changed=no "
              "flags=published_load "
              "ratio_at_least= ratio_at_most="}},
    {"the same downwards", TWICE("benzoylecgonine", "30", "10"),
     .rows = {"p~.0382660701 level_lower_percent~-87.64447 level_upper_percent~-10.07178 "
              "verdict=fall_beyond_usual"}},
    {"alpha .1: narrower, and more is seen", TWICE("benzoylecgonine", "10", "30"), .alpha = .1,
     .rows = {"level_lower_percent~42.51432 level_upper_percent~531.51549 "
              "detectable_up_percent~188.87161 p~.0382660701"}},
    {"nothing can be seen with probability .8 at alpha .9", TWICE("benzoylecgonine", "10", "30"),
     .alpha = .9, .rows = {"detectable_up_percent= p~.0382660701 verdict=rise_beyond_usual"}},
    {"a substance without data, and one whose change all share", TWICE("3-MMC", "10", "30"),
     .rows = {"prior=EU:ketamine:borrowed p~.139331565 level_lower_percent~-40.60892 "
              "detectable_up_percent~794.64788 verdict=within_usual"}},
    {"pooled", TWICE("benzoylecgonine", "10", "30"), .prior = DOSEAU_PRIOR_POOLED,
     .rows = {"prior=pooled p~.0724624843 level_lower_percent~-16.15310"}},
    {"an own prior", TWICE("3-MMC", "10", "15"), "priors.csv", "substance,s0,d0\n3-MMC,.1,8\n",
     .rows = {"prior=own:3-MMC p~.0209228435 level_lower_percent~8.257978 "
              "level_upper_percent~107.83688 detectable_up_percent~57.11788"}},
    {"four years: (.206^2 + .199^2 2) / (.206^2 + .199^2 / 2) = 1.954448",
     {{"V", "benzoylecgonine", "2016", "10"}, {"V", "benzoylecgonine", "2020", "30"}},
     .rows = {"years_apart=4 p~.0884462114 level_lower_percent~-25.08783 "
              "level_upper_percent~1101.40696 detectable_up_percent~523.32583 "
              "verdict=within_usual"}},
    {"six years",
     {{"V", "benzoylecgonine", "2016", "10"}, {"V", "benzoylecgonine", "2022", "30"}},
     .rows = {"years_apart=6 p~.120664563 level_lower_percent~-39.27540"}},
    {"three quarters of a year, 273 days after the first round: MDMA .9882",
     {{"V", "MDMA", "a", "10", "2023-03-06"}, {"V", "MDMA", "b", "30", "2023-12-04"}},
     .rows = {"years_apart~.747433265 p~.058150322 level_lower_percent~-4.578099"}},
};

Test(compare, usual_change)
{
    for (size_t i = 0; i < COUNT(usual); i++) expect_comparisons(&usual[i]);
}

/* ---- What makes the usual change larger; R 4.2.2 ---- */

#define SMALL ",,50000"
#define LARGE ",,50001"

static const compare_case larger[] = {
    {"50,000 people at the first round",
     {{"V", "benzoylecgonine", "2020", "10", .origin = SMALL},
      {"V", "benzoylecgonine", "2021", "30", .origin = LARGE}},
     .rows = {"p~.0887349673 level_lower_percent~-25.23521"}},
    {"at the second round",
     {{"V", "benzoylecgonine", "2020", "10", .origin = LARGE},
      {"V", "benzoylecgonine", "2021", "30", .origin = SMALL}},
     .rows = {"p~.0887349673"}},
    {"50,001 people",
     {{"V", "benzoylecgonine", "2020", "10", .origin = LARGE},
      {"V", "benzoylecgonine", "2021", "30", .origin = LARGE}},
     .rows = {"p~.0382660701"}},
    {"laboratories: + .15^2 + .15^2",
     {{"V", "benzoylecgonine", "2020", "10", .origin = "A,,"},
      {"V", "benzoylecgonine", "2021", "30", .origin = "B,,"}},
     .rows = {"p~.0601815205 level_lower_percent~-7.984395 laboratory_changed=yes "
              "flags=published_load;laboratory_changed verdict=within_usual"}},
    {"laboratories that the budget knows: + .2^2 + .2^2",
     {{"V", "benzoylecgonine", "2020", "10", .origin = "A,,"},
      {"V", "benzoylecgonine", "2021", "30", .origin = "B,,"}},
     "budget.csv",
     "component,scope,rel_u\nx,laboratory,.2\ny,sample,.1\nz,round,.3\n",
     .rows = {"p~.0773832628 level_lower_percent~-19.08036 laboratory_changed=yes"}},
    {"one laboratory: its error is in both, and cancels",
     {{"V", "benzoylecgonine", "2020", "10", .origin = "A,,"},
      {"V", "benzoylecgonine", "2021", "30", .origin = "A,,"}},
     "budget.csv",
     "component,scope,rel_u\nx,laboratory,.2\n",
     .rows = {"p~.0382660701 laboratory_changed=no measurement_lower_percent=200 "
              "measurement_upper_percent=200"}},
    {"a laboratory below whose limit all lies",
     {{"V", "benzoylecgonine", "2020", "10", .low = 7, .limit = "<10", .origin = "A,,"},
      {"V", "benzoylecgonine", "2021", "30", .origin = "B,,"}},
     .rows = {"ratio= ratio_at_least=3 ratio_at_most= p~.0601815205 laboratory_changed=yes"}},
    {"meters: + .05^2 + .05^2",
     {{"V", "benzoylecgonine", "2018", "10", .origin = ",M,"},
      {"V", "benzoylecgonine", "2020", "11.5056", .origin = ",N,"}},
     .rows = {"p~.7366 level_lower_percent~-63.908 level_upper_percent~266.78 "
              "flags=published_load;meter_changed"}},
    {"people: + .1^2 + .1^2",
     {{"V", "benzoylecgonine", "2020", "10", "2020-03-09"},
      {"V", "benzoylecgonine", "2021", "30", "2021-03-08"}},
     "plants.csv",
     "plant,population,population_basis,from,until\n"
     "V,90000,register,2020-01-01,2020-12-31\nV,90000,census,2021-01-01,\n",
     .rows = {"p~.0478631534 level_lower_percent~1.855570 "
              "flags=published_load;population_basis_changed "
              "laboratory_changed=no"}},
    {"six days and three, filled in by three whole weeks of its own: .495^2 (1/6 + 1/3 - 2/7)",
     {{"V", "MDMA", "2010", "7"},
      {"V", "MDMA", "2011", "7"},
      {"V", "MDMA", "2012", "7"},
      {"V", "MDMA", "2020", "10", .missing = 1},
      {"V", "MDMA", "2021", "30", .missing = 4}},
     .rows = {"p~.0806319944 level_lower_percent~-15.15661 level_upper_percent~960.77804 "
              "measurement_lower_percent= "
              "flags=published_load;missing_days;no_measurement_interval"}},
};

Test(compare, larger_usual_change)
{
    for (size_t i = 0; i < COUNT(larger); i++) expect_comparisons(&larger[i]);
}

/* ---- These weeks: Utrecht, cocaine, EUDA and SCORE source data 2019 and 2021 ---- */

#define UTRECHT                                                                                    \
    "U,2019,Mon,benzoylecgonine,396.36,A\nU,2019,Tue,benzoylecgonine,396.76,A\n"                   \
    "U,2019,Wed,benzoylecgonine,352.02,A\nU,2019,Thu,benzoylecgonine,524.64,A\n"                   \
    "U,2019,Fri,benzoylecgonine,468.04,A\nU,2019,Sat,benzoylecgonine,565.26,A\n"                   \
    "U,2019,Sun,benzoylecgonine,518.69,A\nU,2021,Mon,benzoylecgonine,430.90,B\n"                   \
    "U,2021,Tue,benzoylecgonine,429.03,B\nU,2021,Wed,benzoylecgonine,641.34,B\n"                   \
    "U,2021,Thu,benzoylecgonine,447.39,B\nU,2021,Fri,benzoylecgonine,501.79,B\n"                   \
    "U,2021,Sat,benzoylecgonine,641.57,B\nU,2021,Sun,benzoylecgonine,614.82,B\n"

/* u^2 = .02 (sum c^2 of both) = .00589, + 2 * .1^2 for two batches, + 2 * .05^2 for two meters;
 * R * exp(-+ 1.959964 sqrt(ln(1 + u^2))): R 4.2.2. Published for equal days as .99 to 1.33 and .82
 * to 1.62. */
static const struct {
    const char *source, *column, *budget, *expected;
} weeks[] = {
    {"one batch", "replicate", "",
     "ratio~1.15056 measurement_lower_percent~-.9715619 measurement_upper_percent~33.67761 "
     "years_apart=2 level_lower_percent~-63.182402 level_upper_percent~259.5532 p~.732298845"},
    {"two batches", "batch", "",
     "measurement_lower_percent~-15.88755 measurement_upper_percent~57.38318 p~.732298845"},
    {"two batches and meters", "meter", "m,meter,.05\n",
     "measurement_lower_percent~-18.25199 measurement_upper_percent~61.93527 p~.736637018 "
     "level_lower_percent~-63.907884"},
};

Test(compare, these_weeks)
{
    for (size_t i = 0; i < COUNT(weeks); i++) {
        char text[2000], budget[300];
        const bool shared = i == 0;
        sprintf(text, "plant,round,weekday,substance,load_mg_d_1000p,%s\n%s", weeks[i].column,
                UTRECHT);
        sprintf(budget, "component,scope,rel_u\ns,sample,.1\na,sample,.1\np,plant,.1\nc,%s,.1\n%s",
                shared ? "global" : "round", weeks[i].budget);
        const file files[CASE_FILES] = {{"measurements.csv", text}, {"budget.csv", budget}};
        computed of = compute_rounds(files, NULL);
        doseau_comparisons *made;
        cr_assert(eq(int, doseau_comparisons_new(of.rounds, NULL, &made, NULL), DOSEAU_OK));
        const doseau_table table = doseau_comparisons_table(made);
        cr_assert(eq(sz, table.n_rows, 1));
        expect_row(&table, 0, weeks[i].expected, weeks[i].source);
        doseau_comparisons_free(made);
        computed_free(&of);
    }
}

/* ---- Which rounds ---- */

#define FIVE                                                                                       \
    {                                                                                              \
        {"V", "MDMA", "2018", "10"}, {"V", "MDMA", "2019", "20"}, {"V", "MDMA", "2021", "30"},     \
            {"W", "MDMA", "2019", "50"}, {"W", "MDMA", "2021", "60"},                              \
        {                                                                                          \
            "X", "MDMA", "2021", "70"                                                              \
        }                                                                                          \
    }

static const compare_case pairs[] = {
    {"last", FIVE, .rows = {"plant=V round_a=2019 round_b=2021 ratio=1.5", "plant=W ratio=1.2"}},
    {"consecutive", FIVE, .options = {.pairs = DOSEAU_PAIRS_CONSECUTIVE},
     .rows = {"round_a=2018 round_b=2019 ratio=2", "round_a=2019 round_b=2021", "plant=W"}},
    {"all", FIVE, .options = {.pairs = DOSEAU_PAIRS_ALL},
     .rows = {"round_a=2018 round_b=2019 family_size=4", "round_a=2018 round_b=2021 years_apart=3",
              "round_a=2019 round_b=2021", "plant=W"}},
    {"the first one", FIVE, .options = {.pairs = DOSEAU_PAIRS_BASELINE},
     .rows = {"round_a=2018 round_b=2019", "round_a=2018 round_b=2021",
              "plant=W round_a=2019 round_b=2021"}},
    {"one in the middle: the earlier round is always a", FIVE,
     .options = {.pairs = DOSEAU_PAIRS_BASELINE, .baseline = "2019"},
     .rows = {"round_a=2018 round_b=2019 years_apart=1", "round_a=2019 round_b=2021", "plant=W"}},
    {"two, whatever their order", FIVE,
     .options = {.pairs = DOSEAU_PAIRS_NAMED, .named = {"2021", "2018"}},
     .rows = {"plant=V round_a=2018 round_b=2021 ratio=3"}},
    {"an event stays out",
     {{"V", "MDMA", "a", "10", "2020-03-09"},
      {"V", "MDMA", "b", "900", "2020-08-10"},
      {"V", "MDMA", "c", "20", "2021-03-08"}},
     "rounds.csv",
     "round,first,last,kind\na,2020-03-09,2020-03-15,regular\nb,2020-08-10,2020-08-16,event\n"
     "c,2021-03-08,2021-03-14,regular\n",
     .rows = {"round_a=a round_b=c ratio=2 family_size=1"}},
    {"one round", {{"V", "MDMA", "2018", "10"}}, .rows = {NULL}},
    {"175 days apart: nothing usual to hold it against; not in the family",
     {{"V", "MDMA", "a", "10", "2020-03-09"},
      {"V", "MDMA", "b", "90", "2020-08-31"},
      {"W", "MDMA", "a", "10", "2020-03-09"},
      {"W", "MDMA", "b", "90", "2020-09-14"}},
     .rows = {"ratio=9 change_percent=800 measurement_lower_percent~558.6 level_lower_percent= "
              "prior= p= p_adjusted= family_size= verdict=not_estimable detectable_up_percent= "
              "flags=published_load;close_rounds",
              "family_size=1 p~.00182100881 verdict=rise_beyond_usual flags=published_load"}},
    {"a round of two days has no mean: those before it",
     {{"V", "MDMA", "2018", "10"},
      {"V", "MDMA", "2019", "20"},
      {"V", "MDMA", "2020", "40", .missing = 5}},
     .rows = {"round_a=2018 round_b=2019"}},
};

Test(compare, pairs)
{
    for (size_t i = 0; i < COUNT(pairs); i++) expect_comparisons(&pairs[i]);
}

Test(compare, names_of_pairs)
{
    doseau_pairs read;
    for (doseau_pairs p = DOSEAU_PAIRS_LAST; p < DOSEAU_PAIRS_NAMED; p++) {
        cr_expect(eq(int, doseau_pairs_parse(doseau_pairs_name(p), &read), DOSEAU_OK));
        cr_expect(eq(int, read, p));
    }
    cr_expect(eq(str, (char *)doseau_pairs_name(DOSEAU_PAIRS_NAMED), ""));
    cr_expect(eq(int, doseau_pairs_parse("", &read), DOSEAU_EUNKNOWN));
    cr_expect(eq(str, (char *)doseau_change_name((doseau_change)4), ""));
}

/* ---- Days below a limit; R 4.2.2 ---- */

static const compare_case bounds[] = {
    {"one of seven: (600 + 0..14) / 7 against 10",
     {{"V", "benzoylecgonine", "2020", "10"},
      {"V", "benzoylecgonine", "2021", "100", .low = 1, .limit = "<14"}},
     .rows = {"ratio~8.729750 change_percent~772.9750 mean_a=10 mean_b~87.29750 "
              "measurement_lower_percent= level_lower_percent~217.713715 "
              "level_upper_percent~2266.39685 ratio_at_least~8.57142857 "
              "ratio_at_most~8.77142857 p~.00536299011 verdict=rise_beyond_usual "
              "flags=published_load;below_limit;no_measurement_interval;imputed"}},
    {"six of seven: 1.43 to 10 times, which is usual or not",
     {{"V", "benzoylecgonine", "2020", "10"},
      {"V", "benzoylecgonine", "2021", "100", .low = 6, .limit = "<100"}},
     .rows = {"ratio_at_least~1.428571429 ratio_at_most=10 p~.349945509 p_adjusted~.349945509 "
              "verdict=not_estimable"}},
    {"the same in the other direction",
     {{"V", "benzoylecgonine", "2020", "100", .low = 6, .limit = "<100"},
      {"V", "benzoylecgonine", "2021", "10"}},
     .rows = {"ratio_at_least=.1 ratio_at_most=.7 p~.349945509 verdict=not_estimable"}},
    {"below a limit far below: at most .07 times",
     {{"V", "benzoylecgonine", "2020", "100"},
      {"V", "benzoylecgonine", "2021", "1", .low = 7, .limit = "<7"}},
     .rows = {"ratio_at_least= ratio_at_most~.07 p~.00274382591 verdict=fall_beyond_usual"}},
    {"a narrow one: usual whatever it was",
     {{"V", "benzoylecgonine", "2020", "10"},
      {"V", "benzoylecgonine", "2021", "10", .low = 1, .limit = "<1"}},
     .rows = {"ratio_at_least~.857142857 ratio_at_most~.871428571 p~.700714099 "
              "verdict=within_usual"}},
    {"either way",
     {{"V", "benzoylecgonine", "2020", "10"},
      {"V", "benzoylecgonine", "2021", "1", .low = 7, .limit = "<40"}},
     .rows = {"ratio_at_least= ratio_at_most=4 p=1 p_adjusted=1 family_size=1 "
              "verdict=not_estimable detectable_up_percent~270.2195594"}},
    {"both below limits: nothing",
     {{"V", "benzoylecgonine", "2020", "1", .low = 7, .limit = "<40"},
      {"V", "benzoylecgonine", "2021", "1", .low = 7, .limit = "<40"}},
     .rows = {"ratio_at_least= ratio_at_most= p= family_size= verdict=not_estimable prior="}},
    {"a limit that nobody states",
     {{"V", "benzoylecgonine", "2020", "10"},
      {"V", "benzoylecgonine", "2021", "100", .low = 1, .limit = "n.d."}},
     .rows = {"ratio_at_least~8.57142857 ratio_at_most= p~.00536299011 verdict=rise_beyond_usual"}},
};

Test(compare, bounds)
{
    for (size_t i = 0; i < COUNT(bounds); i++) expect_comparisons(&bounds[i]);
}

/* ---- Families: R 4.2.2 p.adjust ---- */

#define FOUR                                                                                       \
    {                                                                                              \
        {"V", "benzoylecgonine", "2020", "10"}, {"V", "benzoylecgonine", "2021", "15"},            \
            {"V", "MDMA", "2020", "10"}, {"V", "MDMA", "2021", "80"},                              \
            {"V", "THC-COOH", "2020", "50"}, {"V", "THC-COOH", "2021", "10"},                      \
            {"V", "amphetamine", "2020", "10"},                                                    \
        {                                                                                          \
            "V", "amphetamine", "2021", "20"                                                       \
        }                                                                                          \
    }

static const compare_case families[] = {
    {"Holm", FOUR,
     .rows = {"substance=MDMA p~.00273986584 p_adjusted~.00821959751 verdict=rise_beyond_usual",
              "substance=THC-COOH p~.0012694926 p_adjusted~.00507797039 family_size=4 "
              "verdict=fall_beyond_usual",
              "substance=amphetamine p~.20264986498 p_adjusted~.40529972995",
              "substance=benzoylecgonine p~.29720795583 p_adjusted~.40529972995 "
              "verdict=within_usual"}},
    {"Holm at an alpha between", FOUR, .alpha = .007,
     .rows = {"verdict=within_usual", "verdict=fall_beyond_usual", "", ""}},
    {"Benjamini and Hochberg", FOUR, .options = {.claims = {.adjust = DOSEAU_ADJUST_BH}},
     .rows = {"p_adjusted~.00547973168", "p_adjusted~.00507797039", "p_adjusted~.27019981997",
              "p_adjusted~.29720795583"}},
    {"none", FOUR, .options = {.claims = {.adjust = DOSEAU_ADJUST_NONE}},
     .rows = {"p_adjusted~.00273986584 family_size=4", "p_adjusted~.0012694926", "", ""}},
    {"one question named beforehand", FOUR, .options = {.claims = {.primary = "ecstasy,V"}},
     .rows = {"p_adjusted~.00273986584 family_size=1 flags=published_load;primary",
              "p_adjusted~.0038084778 family_size=3 flags=published_load",
              "p_adjusted~.40529972995", ""}},
};

Test(compare, families)
{
    for (size_t i = 0; i < COUNT(families); i++) expect_comparisons(&families[i]);
}

/* ---- Equal within a margin: R 4.2.2, s .241, 8.5 degrees of freedom ---- */

static const compare_case equal[] = {
    {"+100 %, -50 %", TWICE("THC-COOH", "100", "102"), .options = {.margin = {true, 1}},
     .rows = {"p_equivalence~.0407485514 equivalent=yes verdict=within_usual"}},
    {"+90 %", TWICE("THC-COOH", "100", "102"), .options = {.margin = {true, .9}},
     .rows = {"p_equivalence~.0516136449 equivalent=no"}},
    {"+90 % downwards", TWICE("THC-COOH", "102", "100"), .options = {.margin = {true, .9}},
     .rows = {"p_equivalence~.0516136449 equivalent=no"}},
    {"bounds: the worse end, 102 / 100; the other is 100.6 / 100",
     {{"V", "THC-COOH", "2020", "100"},
      {"V", "THC-COOH", "2021", "117.366666666666666", .low = 1, .limit = "<9.8"}},
     .options = {.margin = {true, .9}},
     .rows = {"p_equivalence~.0516136449 equivalent=no ratio_at_most~1.02 ratio_at_least~1.006"}},
    {"not asked", TWICE("THC-COOH", "100", "102"), .rows = {"p_equivalence= equivalent="}},
    {"no two one-sided tests at alpha .5", TWICE("THC-COOH", "100", "102"), .alpha = .5,
     .options = {.margin = {true, 1}}, .rows = {"p_equivalence= equivalent="}},
};

Test(compare, equivalence)
{
    for (size_t i = 0; i < COUNT(equal); i++) expect_comparisons(&equal[i]);
}

/* ---- Two laboratories and the same samples; R 4.2.2 ---- */

#define FROM_A_TO_B(substance, a, b)                                                               \
    {                                                                                              \
        {"V", substance, "2020", a, .origin = "A,,"},                                              \
        {                                                                                          \
            "V", substance, "2021", b, .origin = "B,,"                                             \
        }                                                                                          \
    }
#define BRIDGING(rows)                                                                             \
    "bridging.csv", "bridging_sample,substance,laboratory,concentration_ng_per_l,replicate\n" rows

static const compare_case bridged[] = {
    {"1.2, 1.1 and 1.4: no less than 2 * .1^2 / 3; one sample and one substance do not count",
     FROM_A_TO_B("benzoylecgonine", "10", "30"),
     BRIDGING("1,benzoylecgonine,A,10,\n1,benzoylecgonine,B,12,\n2,benzoylecgonine,B,11,\n"
              "2,benzoylecgonine,A,10,\n3,benzoylecgonine,A,10,\n3,benzoylecgonine,B,14,\n"
              "4,benzoylecgonine,B,99,\n4,benzoylecgonine,C,1,\n1,MDMA,A,1,\n1,MDMA,B,90,\n"),
     .rows = {"ratio=3 change_percent=200 laboratory_ratio~1.22715849 p~.0700336592 "
              "level_lower_percent~-12.08614 level_upper_percent~579.80424 laboratory_changed=yes "
              "detectable_up_percent~285.2985 verdict=within_usual"}},
    {"2, 1.1 (of 1 and 1.2) and 2.6: the scatter counts",
     FROM_A_TO_B("benzoylecgonine", "10", "30"),
     BRIDGING("1,benzoylecgonine,A,10,\n1,benzoylecgonine,B,20,\n2,benzoylecgonine,B,10,1\n"
              "2,benzoylecgonine,B,12,2\n2,benzoylecgonine,A,10,\n3,benzoylecgonine,A,10,\n"
              "3,benzoylecgonine,B,26,\n"),
     .rows = {"laboratory_ratio~1.7884028 p~.293986558 level_lower_percent~-52.23149"}},
    {"1 and 3: fewer degrees of freedom than the prior", FROM_A_TO_B("MDMA", "10", "30"),
     BRIDGING("1,MDMA,A,10,\n1,MDMA,B,10,\n2,MDMA,B,30,\n2,MDMA,A,10,\n"),
     .rows = {"laboratory_ratio~1.7320508 p~.513440615 level_lower_percent~-82.697752293"}},
    {"one sample: the analysis, 2 * .1^2", FROM_A_TO_B("benzoylecgonine", "10", "30"),
     BRIDGING("1,benzoylecgonine,A,10,\n1,benzoylecgonine,B,13,\n"),
     .rows = {"laboratory_ratio~1.3 p~.0932224864 level_lower_percent~-21.68844"}},
    {"from B to A",
     {{"V", "benzoylecgonine", "2020", "30", .origin = "B,,"},
      {"V", "benzoylecgonine", "2021", "10", .origin = "A,,"}},
     BRIDGING("1,benzoylecgonine,A,10,\n1,benzoylecgonine,B,13,\n"),
     .rows = {"laboratory_ratio~.76923077 p~.0932224864"}},
    {"ten times as much: what looks like a rise is a fall",
     FROM_A_TO_B("benzoylecgonine", "10", "15"),
     BRIDGING("1,benzoylecgonine,A,10,\n1,benzoylecgonine,B,100,\n2,benzoylecgonine,A,10,\n"
              "2,benzoylecgonine,B,110,\n"),
     .rows = {"change_percent=50 p~.0083566059 level_upper_percent~-59.63663 "
              "verdict=fall_beyond_usual"}},
    {"below a limit",
     {{"V", "benzoylecgonine", "2020", "10", .low = 7, .limit = "<10", .origin = "A,,"},
      {"V", "benzoylecgonine", "2021", "30", .origin = "B,,"}},
     BRIDGING("1,benzoylecgonine,A,10,\n1,benzoylecgonine,B,13,\n"),
     .rows = {"ratio_at_least=3 p~.0932224864 laboratory_ratio~1.3"}},
    {"one laboratory",
     {{"V", "benzoylecgonine", "2020", "10", .origin = "A,,"},
      {"V", "benzoylecgonine", "2021", "30", .origin = "A,,"}},
     BRIDGING("1,benzoylecgonine,A,10,\n1,benzoylecgonine,B,13,\n"),
     .rows = {"p~.0382660701 laboratory_ratio="}},
    {"another laboratory",
     {{"V", "benzoylecgonine", "2020", "10", .origin = "A,,"},
      {"V", "benzoylecgonine", "2021", "30", .origin = "C,,"}},
     BRIDGING("1,benzoylecgonine,A,10,\n1,benzoylecgonine,B,13,\n"),
     .rows = {"p~.0601815205 laboratory_ratio="}},
    {"one of two laboratories goes on: .15^2 (.5^2 + .5^2)",
     {{"V", "benzoylecgonine", "2020", "10", .origin = "A,,"},
      {"V", "benzoylecgonine", "2021", "30", .origin = "A,,"},
      {"V", "benzoylecgonine", "2021", "30", .origin = "B,,"}},
     BRIDGING("1,benzoylecgonine,A,10,\n1,benzoylecgonine,B,13,\n"),
     .rows = {"p~.0436711863 laboratory_ratio= laboratory_changed=yes "
              "flags=published_load;mixed_laboratories;laboratory_changed"}},
    {"one of two laboratories stays",
     {{"V", "benzoylecgonine", "2020", "10", .origin = "A,,"},
      {"V", "benzoylecgonine", "2020", "10", .origin = "B,,"},
      {"V", "benzoylecgonine", "2021", "30", .origin = "A,,"}},
     .rows = {"p~.0436711863 laboratory_changed=yes"}},
    {"a laboratory without a name",
     {{"V", "benzoylecgonine", "2020", "10"},
      {"V", "benzoylecgonine", "2021", "30", .origin = "B,,"}},
     BRIDGING("1,benzoylecgonine,A,10,\n1,benzoylecgonine,B,13,\n"),
     .rows = {"p~.0601815205 laboratory_ratio="}},
};

Test(compare, bridging_samples)
{
    for (size_t i = 0; i < COUNT(bridged); i++) expect_comparisons(&bridged[i]);
}

/* The budget's own components of laboratories and of the analysis: 2 * .3^2 in place of 2 * .5^2.
 */
Test(compare, bridging_samples_and_budget)
{
    const file files[CASE_FILES] = {
        {"measurements.csv", "plant,round,weekday,substance,load_mg_d_1000p,laboratory\n"
                             "V,2020,Mon,benzoylecgonine,10,A\nV,2020,Tue,benzoylecgonine,10,A\n"
                             "V,2020,Wed,benzoylecgonine,10,A\nV,2020,Thu,benzoylecgonine,10,A\n"
                             "V,2020,Fri,benzoylecgonine,10,A\nV,2020,Sat,benzoylecgonine,10,A\n"
                             "V,2020,Sun,benzoylecgonine,10,A\nV,2021,Mon,benzoylecgonine,30,B\n"
                             "V,2021,Tue,benzoylecgonine,30,B\nV,2021,Wed,benzoylecgonine,30,B\n"
                             "V,2021,Thu,benzoylecgonine,30,B\nV,2021,Fri,benzoylecgonine,30,B\n"
                             "V,2021,Sat,benzoylecgonine,30,B\nV,2021,Sun,benzoylecgonine,30,B\n"},
        {"budget.csv", "component,scope,rel_u\nl,laboratory,.5\nanalysis,sample,.3\n"},
        {"bridging.csv", "bridging_sample,substance,laboratory,concentration_ng_per_l\n"
                         "1,benzoylecgonine,A,10\n1,benzoylecgonine,B,13\n"}};
    computed of = compute_rounds(files, NULL);
    doseau_comparisons *made;
    cr_assert(eq(int, doseau_comparisons_new(of.rounds, NULL, &made, NULL), DOSEAU_OK));
    const doseau_table table = doseau_comparisons_table(made);
    expect_row(&table, 0, "p~.208649295 level_lower_percent~-54.43716", "budget");
    char text[1000];
    doseau_comparison_describe(made, 0, text, sizeof text);
    cr_expect(ne(ptr,
                 strstr(text, "Changed: laboratory; counted in. In the same samples the later "
                              "laboratory finds 1.3 times as much; that is taken out of the "
                              "verdict."),
                 NULL),
              "%s", text);
    doseau_comparisons_free(made);
    computed_free(&of);
}

/* ---- Flagged days ---- */

#define FLAG(plant, day) "days.csv", "plant,date,event\n" plant "," day ",reported dumping\n"

static const compare_case flagged[] = {
    {"a rise that is one day: 6 * 20 + 200 against 10",
     {{"V", "MDMA", "a", "10", "2020-03-09"}, {"V", "MDMA", "b", "20", "2021-03-08", .odd = 2}},
     FLAG("V", "2021-03-10"),
     .alpha = .1,
     .rows = {"data=all ratio~4.571428571 p_adjusted~.0153138475 verdict=within_usual "
              "flags=published_load;flagged_day;rests_on_flagged",
              "data=unflagged mean_b~18.813 p_adjusted~.2507 verdict=within_usual family_size=1 "
              "flags=published_load;missing_days;no_measurement_interval;rests_on_flagged"}},
    {"one that stands without it",
     {{"V", "MDMA", "a", "10", "2020-03-09"}, {"V", "MDMA", "b", "100", "2021-03-08", .odd = 2}},
     FLAG("V", "2021-03-10"),
     .rows = {"data=all verdict=rise_beyond_usual flags=published_load;flagged_day",
              "data=unflagged verdict=rise_beyond_usual"}},
    {"a round of which nothing is left",
     {{"V", "MDMA", "a", "10", "2020-03-09", .missing = 4},
      {"V", "MDMA", "b", "200", "2021-03-08"}},
     FLAG("V", "2020-03-13"),
     .rows = {"data=all p_adjusted~.000252 verdict=not_estimable",
              "data=unflagged mean_a= p= verdict=not_estimable years_apart~1.0"}},
    {"the day of another series: its p is in both families",
     {{"V", "MDMA", "a", "10", "2020-03-09"},
      {"V", "MDMA", "b", "20", "2021-03-08"},
      {"W", "MDMA", "a", "10", "2020-03-09"},
      {"W", "MDMA", "b", "20", "2021-03-08"}},
     FLAG("W", "2021-03-10"),
     .rows = {"plant=V data=all family_size=2", "plant=W data=all family_size=2",
              "plant=W data=unflagged family_size=2"}},
    {"only rows without it; the verdict needs both",
     {{"V", "MDMA", "a", "10", "2020-03-09"}, {"V", "MDMA", "b", "20", "2021-03-08", .odd = 2}},
     FLAG("V", "2021-03-10"),
     .alpha = .1,
     .options = {.exclude_flagged = true},
     .rows =
         {"data=unflagged verdict=within_usual flags=published_load;missing_days;no_measurement_"
          "interval;rests_on_flagged"}},
    {"equal only with the flagged day",
     {{"V", "THC-COOH", "a", "100", "2020-03-09"},
      {"V", "THC-COOH", "b", "43", "2021-03-08", .odd = 2}},
     FLAG("V", "2021-03-10"),
     .options = {.margin = {true, 1}},
     .rows = {"data=all p_equivalence~.0402565784 equivalent=no",
              "data=unflagged p_equivalence~.6682 equivalent=no"}},
};

Test(compare, flagged_days)
{
    for (size_t i = 0; i < COUNT(flagged); i++) expect_comparisons(&flagged[i]);
}

/* ---- What is refused ---- */

static const struct {
    const char *what;
    doseau_compare_options options;
    doseau_convention convention;
    doseau_status status;
    const char *message;
} refused[] = {
    {"baseline",
     {.pairs = DOSEAU_PAIRS_BASELINE, .baseline = "2017"},
     DOSEAU_OWN,
     DOSEAU_EUNKNOWN,
     "no round is called 2017"},
    {"named",
     {.pairs = DOSEAU_PAIRS_NAMED, .named = {"a", "d"}},
     DOSEAU_OWN,
     DOSEAU_EUNKNOWN,
     "no round is called d"},
    {"one named",
     {.pairs = DOSEAU_PAIRS_NAMED, .named = {"a"}},
     DOSEAU_OWN,
     DOSEAU_EUNKNOWN,
     "no round is called "},
    {"event",
     {.pairs = DOSEAU_PAIRS_NAMED, .named = {"a", "b"}},
     DOSEAU_OWN,
     DOSEAU_EUNKNOWN,
     "round b is declared an event, which is compared with nothing"},
    {"margin", {.margin = {true, 0}}, DOSEAU_OWN, DOSEAU_EDOMAIN, "a margin is above 0"},
    {"endless margin",
     {.margin = {true, INFINITY}},
     DOSEAU_OWN,
     DOSEAU_EDOMAIN,
     "a margin is above 0"},
    {"primary",
     {.claims = {.primary = "MDMA,W"}},
     DOSEAU_OWN,
     DOSEAU_EUNKNOWN,
     "the study has no series \"MDMA,W\""},
    {"convention",
     {.pairs = DOSEAU_PAIRS_LAST},
     DOSEAU_EUDA,
     DOSEAU_EDOMAIN,
     "rounds by another convention are not compared"},
};

Test(compare, refused)
{
    const file files[CASE_FILES] = {
        {"measurements.csv", "plant,date,substance,load_mg_d_1000p\nV,2020-03-09,MDMA,10\n"
                             "V,2020-08-10,MDMA,10\n"},
        {"rounds.csv", "round,first,last,kind\na,2020-03-09,2020-03-15,regular\n"
                       "b,2020-08-10,2020-08-16,event\n"}};
    for (size_t i = 0; i < COUNT(refused); i++) {
        doseau_error error;
        doseau_round_options options;
        doseau_round_defaults(&options);
        options.convention = refused[i].convention;
        computed of = compute_rounds(files, &options);
        doseau_comparisons *made = NULL;
        cr_expect(eq(int, doseau_comparisons_new(of.rounds, &refused[i].options, &made, &error),
                     refused[i].status),
                  "%s", refused[i].what);
        cr_expect(eq(str, error.message, (char *)refused[i].message));
        cr_expect(made == NULL);
        computed_free(&of);
    }
}

/* ---- Sentences ---- */

static const struct {
    compare_case of;
    size_t row;
    const char *sentence, *summary;
} sentences[] = {
    {{"within", TWICE("benzoylecgonine", "10", "15")},
     0,
     "V benzoylecgonine, 2021 against 2020: +50 % (these weeks: +10 to +105 %). Within the usual "
     "change from one year to the next; about +270 or -73 % would have shown.",
     "1 comparison: no rise and no fall beyond the usual change, 1 within it, 0 not estimable. "
     "All are one family (Holm). The usual change is borrowed (EU); within it does not mean that "
     "nothing changed, and two rounds show no trend."},
    {{"beyond", FOUR, .prior = DOSEAU_PRIOR_NL, .options = {.claims = {.primary = "MDMA"}}},
     1,
     "V THC-COOH, 2021 against 2020: -80 % (these weeks: -85 to -73 %). A fall beyond the usual "
     "change from one year to the next: p 0.0028 after Holm for 3 comparisons.",
     "4 comparisons: 1 rise and 1 fall beyond the usual change, 2 within it, 0 not estimable. "
     "What was named beforehand is one family, all others another (Holm). The usual change is "
     "borrowed (NL); within it does not mean that nothing changed, and two rounds show no trend."},
    {{"named beforehand", FOUR, .options = {.claims = {.primary = "MDMA"}}},
     0,
     "V MDMA, 2021 against 2020: +700 % (these weeks: +485 to +993 %). A rise beyond the usual "
     "change from one year to the next: p 0.0027. The question that was named beforehand.",
     NULL},
    {{"bounds and a mean: 16.93 in R",
      {{"V", "MDMA", "2016", "10"},
       {"V", "MDMA", "2020", "20", .low = 3, .limit = "<20", .origin = "A,M,"}}},
     0,
     "V MDMA, 2020 against 2016: +69 %. Within the usual change over 4 years; about +530 or -84 % "
     "would have shown. Changed: laboratory, flow meter; counted in.",
     NULL},
    {{"bounds only",
      {{"V", "MDMA", "2016", "10"},
       {"V", "MDMA", "2020", "40", .low = 5, .limit = "<20", .origin = "A,M,"}}},
     0,
     "V MDMA, 2020 against 2016: at least a factor 1.14 and at most a factor 2.58, for days below "
     "a "
     "limit. Within the usual change over 4 years; about +530 or -84 % would have shown. Changed: "
     "laboratory, flow meter; counted in.",
     NULL},
    {{"nothing known",
      {{"V", "MDMA", "2019", "1", .low = 7, .limit = "<2"},
       {"V", "MDMA", "2020", "1", .low = 7, .limit = "<2"}},
      .options = {.claims = {.adjust = DOSEAU_ADJUST_NONE}}},
     0,
     "V MDMA, 2020 against 2019: nothing known of the change, for days below a limit. It says "
     "nothing of a change.",
     "1 comparison: no rise and no fall beyond the usual change, 0 within it, 1 not estimable. "
     "The usual change is borrowed (EU); within it does not mean that nothing changed, and two "
     "rounds show no trend."},
    {{"close", {{"V", "MDMA", "a", "10", "2020-03-09"}, {"V", "MDMA", "b", "30", "2020-06-01"}}},
     0,
     "V MDMA, b against a: +200 % (these weeks: +120 to +310 %). Less than half a year apart: "
     "there "
     "is no usual change to hold it against.",
     NULL},
    {{"flagged",
      {{"V", "MDMA", "a", "10", "2020-03-09"}, {"V", "MDMA", "b", "20", "2021-03-08", .odd = 2}},
      FLAG("V", "2021-03-10"),
      .options = {.margin = {true, .25}},
      .alpha = .1},
     1,
     "V MDMA, b against a: +357 % (these weeks: +243 to +510 %). Within the usual change from one "
     "year to the next; about +299 or -75 % would have shown. Without flagged days: +88 %. With "
     "and without the flagged days it is not the same, so nothing is claimed. Equal within -20 to "
     "+25 %: not shown.",
     NULL},
    {{"one round", {{"V", "MDMA", "2018", "10"}}},
     0,
     "",
     "There are no two rounds of a plant and substance to compare. One round is a snapshot: it "
     "says "
     "nothing of a change."},
    {{"the last has no mean",
      {{"V", "3-MMC", "2018", "10"},
       {"V", "3-MMC", "2019", "10"},
       {"V", "3-MMC", "2020", "40", .missing = 5}}},
     0,
     "V 3-MMC, 2019 against 2018: +0.0 % (these weeks: -27 to +37 %). Within the usual change from "
     "one year to the next; about +795 or -89 % would have shown.",
     "1 comparison: no rise and no fall beyond the usual change, 1 within it, 0 not estimable. "
     "All are one family (Holm). The usual change is borrowed (EU); within it does not mean that "
     "nothing changed, and two rounds show no trend. In 1 series the last round has no mean: the "
     "last ones that do stand in."},
    {{"far", {{"V", "3-MMC", "2010", "10"}, {"V", "3-MMC", "2020", "10"}}},
     0,
     "V 3-MMC, 2020 against 2010: +0.0 % (these weeks: -27 to +37 %). Within the usual change over "
     "10 years; about a factor 74.2 up or down would have shown.",
     NULL},
};

Test(compare, sentences)
{
    for (size_t i = 0; i < COUNT(sentences); i++) {
        computed of;
        char text[1000];
        doseau_comparisons *made = compare(&sentences[i].of, &of);
        const size_t length = doseau_comparison_describe(made, sentences[i].row, text, sizeof text);
        cr_expect(eq(str, text, (char *)sentences[i].sentence), "%s", sentences[i].of.source);
        cr_expect(eq(sz, length, strlen(sentences[i].sentence)));
        doseau_comparisons_summarize(made, text, sizeof text);
        if (sentences[i].summary) cr_expect(eq(str, text, (char *)sentences[i].summary));
        doseau_comparisons_free(made);
        computed_free(&of);
    }
}

Test(compare, sentences_are_cut)
{
    computed of;
    char text[9];
    doseau_comparisons *made = compare(&usual[2], &of);
    cr_expect(gt(sz, doseau_comparison_describe(made, 0, text, sizeof text), 100));
    cr_expect(eq(str, text, "V benzoy"));
    cr_expect(eq(sz, doseau_comparison_describe(made, 1, text, sizeof text), 0));
    cr_expect(eq(str, text, ""));
    cr_expect(gt(sz, doseau_comparison_describe(made, 0, NULL, 0), 100));
    doseau_comparisons_free(made);
    computed_free(&of);
}

Test(compare, columns)
{
    computed of;
    doseau_comparisons *made = compare(&usual[2], &of);
    const doseau_table table = doseau_comparisons_table(made);
    expect_columns(
        &table,
        "plant,substance,round_a,round_b,data,mean_a_mg_d_1000p,mean_b_mg_d_1000p,years_apart,"
        "ratio,"
        "change_percent,measurement_lower_percent,measurement_upper_percent,level_lower_percent,"
        "level_upper_percent,prior,p,p_adjusted,family_size,verdict,detectable_up_percent,"
        "detectable_down_percent,p_equivalence,equivalent,laboratory_changed,flags,ratio_at_least,"
        "ratio_at_most,laboratory_ratio");
    size_t n;
    const doseau_comparison *row = doseau_comparisons_all(made, &n);
    cr_expect(eq(sz, n, 1));
    cr_expect(eq(int, row->verdict, DOSEAU_RISE_BEYOND_USUAL));
    doseau_comparisons_free(made);
    doseau_comparisons_free(NULL);
    computed_free(&of);
}
