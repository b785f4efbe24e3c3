/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reading.h"

/* How days become rounds, and in which order all stands afterwards. */

#define COUNT(array) (sizeof(array) / sizeof(array)[0])
TestSuite(study_rounds, .init = folder_enter, .fini = folder_leave);

#define M "measurements.csv"
#define R "rounds.csv"
#define LOADS "plant,date,substance,load_mg_d_1000p\n"
#define LABELLED "plant,date,round,substance,load_mg_d_1000p\n"
#define WEEKDAYS "plant,round,weekday,substance,load_mg_d_1000p\n"

/* The rows of a study as they stand: `Utrecht MDMA 2024 2024-03-11`, one a line. */
static void list_rows(const doseau_study *study, char list[PROBLEMS_SIZE])
{
    size_t n, rounds, used = 0;
    const doseau_measurement *m = doseau_study_measurements(study, &n);
    const doseau_round *r = doseau_study_rounds(study, &rounds);
    list[0] = '\0';
    for (size_t i = 0; i < n; i++) {
        char date[11];
        doseau_date_format(m[i].date, date);
        cr_assert(lt(u32, m[i].round, (uint32_t)rounds));
        used += (size_t)snprintf(list + used, PROBLEMS_SIZE - used, "%s %s %s %s\n",
                                 doseau_study_plant_name(study, m[i].plant),
                                 doseau_study_substance_name(study, m[i].substance),
                                 doseau_study_text_at(study, r[m[i].round].label),
                                 *date ? date : doseau_weekday_name(m[i].weekday));
    }
}

/* The labels of the rounds in their order, a blank behind each. */
static void list_rounds(const doseau_study *study, char list[PROBLEMS_SIZE])
{
    size_t n;
    const doseau_round *r = doseau_study_rounds(study, &n);
    list[0] = '\0';
    for (size_t i = 0; i < n; i++)
        strcat(strcat(list, doseau_study_text_at(study, r[i].label)), " ");
}

static void expect_rounds(const char *why, const file files[CASE_FILES],
                          const doseau_join_options *options, const char *expected)
{
    char list[PROBLEMS_SIZE];
    doseau_study *study = read_clean(files, options);
    list_rounds(study, list);
    cr_expect(eq(str, list, (char *)expected), "%s", why);
    doseau_study_free(study);
}

/* ---- Problems ---- */

typedef struct round_case {
    const char *why;
    file files[CASE_FILES];
    const char *problems; /* warnings and errors */
} round_case;

#define TWO_DAYS LOADS "Utrecht,2023-03-13,MDMA,39.82\nUtrecht,2024-03-11,MDMA,41.27\n"
#define ROUNDS "round,first,last\n"

static const round_case cases[] = {
    {"every day in its round",
     {{M, TWO_DAYS}, {R, ROUNDS "2023,2023-03-13,2023-03-19\n2024,2024-03-05,2024-03-11\n"}},
     ""},
    {"a day before, between and after the rounds",
     {{M, TWO_DAYS "Utrecht,2023-03-12,MDMA,1.5\nUtrecht,2023-03-20,MDMA,1.5\n"
                   "Utrecht,2024-03-12,MDMA,1.5\n"},
      {R, ROUNDS "2023,2023-03-13,2023-03-19\n2024,2024-03-05,2024-03-11\n"}},
     "error measurements.csv:4:2 date outside_rounds\n"
     "error measurements.csv:5:2 date outside_rounds\n"
     "error measurements.csv:6:2 date outside_rounds\n"},
    {"a round twice",
     {{M, TWO_DAYS}, {R, "first,round,last\n2023-03-13,a,2023-03-19\n2024-03-11,a,2024-03-17\n"}},
     "error rounds.csv:3:2 round round_twice\n"},
    {"two rounds that share a day, and one within another",
     {{M, TWO_DAYS},
      {R, ROUNDS "a,2024-03-11,2024-03-31\nb,2023-03-13,2023-03-19\nc,2023-03-19,2023-03-21\n"
                 "d,2024-03-15,2024-03-16\n"}},
     "warning rounds.csv:4:1 round empty_round\n"
     "error rounds.csv:4:2 first round_overlap\n"
     "warning rounds.csv:5:1 round empty_round\n"
     "error rounds.csv:5:2 first round_overlap\n"},
    {"the row names another round, or one that is not there",
     {{M, LABELLED "Utrecht,2023-03-13,2023,MDMA,39.82\nUtrecht,2024-03-11,2023,MDMA,41.27\n"
                   "Utrecht,2024-03-12,,MDMA,41.27\nUtrecht,2024-03-13,spring,MDMA,41.27\n"},
      {R, ROUNDS "2023,2023-03-13,2023-03-19\n2024,2024-03-11,2024-03-17\n"}},
     "error measurements.csv:3:3 round other_round\n"
     "error measurements.csv:5:3 round other_round\n"},
    {"a weekday of a round that the file does not have",
     {{M, WEEKDAYS "Utrecht,2024,Monday,MDMA,41.27\nUtrecht,2025,Monday,MDMA,39.82\n"},
      {R, ROUNDS "2024,2024-03-11,2024-03-17\n"}},
     "error measurements.csv:3:2 round unknown_round\n"},
    {"a round without results",
     {{M, TWO_DAYS},
      {R, ROUNDS "2022,2022-03-14,2022-03-20\n2023,2023-03-13,2023-03-19\n"
                 "2024,2024-03-11,2024-03-17\n"}},
     "warning rounds.csv:2:1 round empty_round\n"},
    {"unless a row that is wrong itself may belong to it",
     {{M, TWO_DAYS "Utrecht,2022-03-14,MDMA,plenty\n"},
      {R, ROUNDS "2022,2022-03-14,2022-03-20\n2023,2023-03-13,2023-03-19\n"
                 "2024,2024-03-11,2024-03-17\n"}},
     "error measurements.csv:4:4 load_mg_d_1000p bad_number\n"},
    {"a round that is wrong itself excuses days outside the others",
     {{M, TWO_DAYS}, {R, ROUNDS "2023,2023-03-13,2023-03-19\n2024,2024-03-11,2024-02-30\n"}},
     "error rounds.csv:3:3 last no_such_day\n"},
    {"also where no round is left, and days follow each other for weeks",
     {{M, LOADS "Utrecht,2024-03-11,MDMA,41.27\nUtrecht,2024-03-21,MDMA,39.82\n"},
      {R, ROUNDS "2024,2024-03-11,\n"}},
     "error rounds.csv:2:3 last empty\n"},
    {"some rows name their round, some do not",
     {{M, LABELLED "Utrecht,2023-03-13,2023,MDMA,39.82\nUtrecht,2024-03-11,,MDMA,41.27\n"}},
     "error measurements.csv:3:3 round no_round\n"},
    {"one day in two rounds",
     {{M, LABELLED "Utrecht,2024-03-11,a,MDMA,41.27\nUtrecht,2024-03-11,b,3-MMC,1.27\n"
                   "Zeist,2024-03-11,b,MDMA,41.27\nUtrecht,2024-03-12,b,MDMA,41.27\n"
                   "Utrecht,2024-03-11,a,ketamine,2.5\nUtrecht,2024-03-11,b,MDMA,41.27\n"}},
     "error measurements.csv:3:3 round two_rounds\n"
     "error measurements.csv:7:3 round two_rounds\n"},
    {"days with and without a date in one round: one may stand twice",
     {{M, "plant,date,round,weekday,substance,load_mg_d_1000p\nUtrecht,2024-03-11,a,,MDMA,41.27\n"
          "Utrecht,,a,Tuesday,MDMA,39.82\nUtrecht,,b,Tuesday,MDMA,39.82\n"
          "Utrecht,,a,Tuesday,3-MMC,1.5\nZeist,,a,Tuesday,MDMA,39.82\n"}},
     "error measurements.csv:3:4 weekday mixed_dating\n"},
    {"ten days in a row are a round, eleven are too long",
     {{M, LOADS "Utrecht,2024-03-11,MDMA,41.27\nUtrecht,2024-03-20,MDMA,39.82\n"
                "Zeist,2024-03-11,MDMA,41.27\nZeist,2024-03-21,MDMA,39.82\n"}},
     "error measurements.csv:4:2 date long_run\n"},
    {"days 14 apart are one run, 15 apart two",
     {{M, LOADS "Utrecht,2024-03-11,MDMA,41.27\nUtrecht,2024-03-26,MDMA,39.82\n"
                "Zeist,2024-03-11,MDMA,41.27\nZeist,2024-03-25,MDMA,39.82\n"}},
     "error measurements.csv:4:2 date long_run\n"},
    {"a long run of samples",
     {{M, "sample,substance,concentration_ng_per_l\nU1,MDMA,412.7\nU2,MDMA,398.2\n"},
      {"samples.csv", "sample,plant,start\nU1,Utrecht,2024-03-11\nU2,Utrecht,2024-03-21\n"},
      {"flows.csv",
       "plant,date,flow_m3_per_day\nUtrecht,2024-03-11,83600\nUtrecht,2024-03-21,81250\n"},
      {"plants.csv", "plant,population\nUtrecht,251300\n"}},
     "error measurements.csv:2:1 sample long_run\n"},
};

Test(study_rounds, problems)
{
    for (size_t i = 0; i < COUNT(cases); i++) {
        char list[PROBLEMS_SIZE];
        doseau_study_free(read_files(cases[i].files, NULL, DOSEAU_WARNING, list));
        cr_expect(eq(str, list, (char *)cases[i].problems), "%s", cases[i].why);
    }
}

/* ---- Rounds from gaps and from the calendar ---- */

/* Gaps: 14 days (Utrecht), 15 (Zeist), and none for Doorn, whose days are those of Zeist's second
 * round. */
static const file gaps[CASE_FILES] = {
    {M, LOADS "Utrecht,2024-03-25,MDMA,41.27\nUtrecht,2024-03-11,MDMA,39.82\n"
              "Zeist,2024-03-11,MDMA,41.27\nZeist,2024-03-27,MDMA,39.82\n"
              "Zeist,2024-03-12,3-MMC,1.5\nDoorn,2024-03-28,MDMA,41.27\n"}};

Test(study_rounds, by_gap)
{
    char list[PROBLEMS_SIZE];
    const doseau_join_options options = {.round_by = DOSEAU_BY_GAP, .gap_days = 14};
    doseau_study *study = read_clean(gaps, &options);
    list_rows(study, list);
    cr_expect(eq(str, list,
                 "Doorn MDMA 2024-03-28 2024-03-28\n"
                 "Utrecht MDMA 2024-03-11 2024-03-11\n"
                 "Utrecht MDMA 2024-03-11 2024-03-25\n"
                 "Zeist 3-MMC 2024-03-11 2024-03-12\n" /* the plant's first day, not its own */
                 "Zeist MDMA 2024-03-11 2024-03-11\n"
                 "Zeist MDMA 2024-03-27 2024-03-27\n"));
    doseau_study_free(study);
}

Test(study_rounds, by_another_gap)
{
    const doseau_join_options thirteen = {.round_by = DOSEAU_BY_GAP, .gap_days = 13};
    const doseau_join_options fifteen = {.round_by = DOSEAU_BY_GAP, .gap_days = 15};
    expect_rounds("13 days", gaps, &thirteen, "2024-03-11 2024-03-25 2024-03-27 2024-03-28 ");
    expect_rounds("15 days", gaps, &fifteen, "2024-03-11 2024-03-28 ");
}

/* A gap is counted between days with any result, whatever the substance, found or missing. */
Test(study_rounds, gaps_are_of_the_plant)
{
    static const file files[CASE_FILES] = {
        {M, LOADS "Utrecht,2024-03-01,MDMA,41.27\nUtrecht,2024-03-15,3-MMC,\n"
                  "Utrecht,2024-03-29,MDMA,41.27\n"}};
    const doseau_join_options options = {.round_by = DOSEAU_BY_GAP, .gap_days = 14};
    expect_rounds("two gaps of 14 days", files, &options, "2024-03-01 ");
}

/* ISO weeks: 2024-12-29 is the Sunday of week 52, 2024-12-30 the Monday of week 1 of 2025. A round
 * that rows name does not matter any more. */
static const file calendar[CASE_FILES] = {
    {M, LABELLED "Utrecht,2024-12-30,x,MDMA,41.27\nUtrecht,2024-12-29,x,MDMA,39.82\n"
                 "Utrecht,2024-01-01,x,MDMA,39.82\nUtrecht,2025-01-05,x,MDMA,39.82\n"}};

Test(study_rounds, by_the_calendar)
{
    doseau_join_options options = {.gap_days = 14};
    options.round_by = DOSEAU_BY_WEEK;
    expect_rounds("week", calendar, &options, "2024-W01 2024-W52 2025-W01 ");
    options.round_by = DOSEAU_BY_MONTH;
    expect_rounds("month", calendar, &options, "2024-01 2024-12 2025-01 ");
    options.round_by = DOSEAU_BY_YEAR;
    expect_rounds("year", calendar, &options, "2024 2025 ");
    options.round_by = DOSEAU_BY_GAP;
    expect_rounds("gap", calendar, &options, "2024-01-01 2024-12-29 ");
}

Test(study_rounds, a_rounds_file_is_set_aside)
{
    static const file files[CASE_FILES] = {{M, TWO_DAYS},
                                           {R, "first,last,round\n2023-03-13,2024-03-11,all\n"}};
    char list[PROBLEMS_SIZE];
    const doseau_join_options options = {.round_by = DOSEAU_BY_YEAR, .gap_days = 14};
    doseau_study *study = read_files(files, &options, DOSEAU_WARNING, list);
    cr_expect(eq(str, list, "warning rounds.csv:2:3 round rounds_overridden\n"));
    list_rounds(study, list);
    cr_expect(eq(str, list, "2023 2024 "));
    doseau_study_free(study);
}

/* Where no date is published the label stays. */
Test(study_rounds, weekdays_keep_their_round)
{
    static const file files[CASE_FILES] = {
        {M, "plant,date,round,weekday,substance,load_mg_d_1000p\n"
            "Utrecht,2024-12-30,,,MDMA,41.27\nUtrecht,,2023,Monday,MDMA,39.82\n"}};
    const doseau_round_by ways[] = {DOSEAU_BY_GAP, DOSEAU_BY_WEEK, DOSEAU_BY_MONTH};
    static const char *const expected[] = {"2023 2024-12-30 ", "2023 2025-W01 ", "2023 2024-12 "};
    for (size_t i = 0; i < COUNT(ways); i++) {
        const doseau_join_options options = {.round_by = ways[i], .gap_days = 14};
        expect_rounds(doseau_round_by_name(ways[i]), files, &options, expected[i]);
    }
}

Test(study_rounds, ways)
{
    static const char *const names[] = {"file", "gap", "week", "month", "year"};
    doseau_join_options options;
    doseau_join_defaults(&options);
    cr_expect(eq(int, options.round_by, DOSEAU_BY_FILE));
    cr_expect(eq(int, options.gap_days, 14));
    for (int way = DOSEAU_BY_FILE; way <= DOSEAU_BY_YEAR; way++) {
        doseau_round_by by = DOSEAU_BY_FILE;
        cr_expect(eq(str, (char *)doseau_round_by_name((doseau_round_by)way), (char *)names[way]));
        cr_expect(eq(int, doseau_round_by_parse(names[way], &by), DOSEAU_OK));
        cr_expect(eq(int, by, way));
        cr_expect(eq(int, doseau_round_by_parse("decade", &by), DOSEAU_EUNKNOWN));
        cr_expect(eq(int, by, way));
    }
    cr_expect(eq(str, (char *)doseau_round_by_name((doseau_round_by)5), ""));
}

/* ---- What a round knows ---- */

Test(study_rounds, declared)
{
    static const file files[CASE_FILES] = {
        {M, TWO_DAYS},
        {R, "kind,note,round,first,last\nevent,Kingsday,fair,2024-03-11,2024-03-12\n"
            "Regular,,2023,13-03-2023,19-03-2023\n"}};
    size_t n;
    doseau_study *study = read_clean(files, NULL);
    const doseau_round *r = doseau_study_rounds(study, &n);
    cr_assert(eq(sz, n, 2));
    cr_expect(eq(str, (char *)doseau_study_text_at(study, r[1].label), "fair"));
    cr_expect(eq(str, (char *)doseau_study_text_at(study, r[1].note), "Kingsday"));
    cr_expect(r[1].event && r[1].declared && !r[1].derived);
    cr_expect(eq(int, r[1].last - r[1].first, 1));
    cr_expect(eq(u32, r[1].origin.line, 2));
    cr_expect(not(r[0].event));
    cr_expect(eq(u32, r[0].note, DOSEAU_NONE));
    doseau_study_free(study);
}

Test(study_rounds, not_declared)
{
    static const file labelled[CASE_FILES] = {
        {M, LABELLED "Utrecht,2023-03-13,a,MDMA,39.82\nUtrecht,2024-03-11,b,MDMA,41.27\n"}};
    static const file plain[CASE_FILES] = {{M, TWO_DAYS}};
    const file *const ways[] = {labelled, plain};
    for (size_t way = 0; way < 2; way++) {
        size_t n;
        doseau_study *study = read_clean(ways[way], NULL);
        const doseau_round *r = doseau_study_rounds(study, &n);
        cr_assert(eq(sz, n, 2));
        for (size_t i = 0; i < n; i++) {
            cr_expect(not(r[i].declared));
            cr_expect(eq(int, r[i].derived, way == 1));
            cr_expect(eq(i32, r[i].first, DOSEAU_NO_DATE));
            cr_expect(eq(i32, r[i].last, DOSEAU_NO_DATE));
            cr_expect(not(r[i].event));
            cr_expect(eq(u32, r[i].origin.line, (uint32_t)i + 2));
        }
        doseau_study_free(study);
    }
}

/* ---- Order ---- */

static const struct {
    const char *why;
    file files[CASE_FILES];
    const char *rounds;
} orders[] = {
    {"by the first day measured, whatever the label",
     {{M, LABELLED "Utrecht,2024-03-11,a,MDMA,41.27\nUtrecht,2023-03-13,z,MDMA,39.82\n"
                   "Zeist,2022-03-13,a,MDMA,39.82\nUtrecht,2023-03-01,m,MDMA,39.82\n"}},
     "a m z "},
    {"years as numbers",
     {{M, WEEKDAYS "Utrecht,2024,Monday,MDMA,41.27\nUtrecht,999,Monday,MDMA,39.82\n"
                   "Utrecht,2023.5,Monday,MDMA,39.82\n"}},
     "999 2023.5 2024 "},
    {"years and days together",
     {{M, "plant,date,round,weekday,substance,load_mg_d_1000p\n"
          "Utrecht,2024-03-11,b,,MDMA,41.27\nUtrecht,,2025,Monday,MDMA,39.82\n"
          "Utrecht,,2024,Monday,MDMA,39.82\nUtrecht,2025-03-11,a,,MDMA,41.27\n"}},
     "2024 b 2025 a "},
    {"labels without a time last, by their bytes",
     {{M, WEEKDAYS "Utrecht,spring,Monday,MDMA,41.27\nUtrecht,2024,Monday,MDMA,39.82\n"
                   "Utrecht,Zomer,Monday,MDMA,39.82\n"}},
     "2024 Zomer spring "},
    {"weekdays of declared rounds by the days of these",
     {{M, WEEKDAYS "Utrecht,b,Monday,MDMA,41.27\nUtrecht,a,Monday,MDMA,39.82\n"},
      {R, ROUNDS "a,2024-03-11,2024-03-17\nb,2023-03-11,2023-03-17\n"}},
     "b a "},
};

Test(study_rounds, order)
{
    for (size_t i = 0; i < COUNT(orders); i++)
        expect_rounds(orders[i].why, orders[i].files, NULL, orders[i].rounds);
}

/* Plants and substances in byte order, then rounds by time, days, laboratories, batches and
 * replicates in byte order, whichever came first. */
Test(study_rounds, order_of_rows)
{
    static const file files[CASE_FILES] = {
        {M, "plant,date,round,weekday,substance,load_mg_d_1000p,laboratory,batch,replicate\n"
            "b,2024-03-12,2024,,MDMA,8,,,\n"
            "b,2024-03-11,2024,,MDMA,7,Y,2,2\n"
            "b,2024-03-11,2024,,MDMA,6,Y,2,1\n"
            "b,2024-03-11,2024,,MDMA,5,Y,1,2\n"
            "b,2024-03-11,2024,,MDMA,9,X,2,2\n"
            "b,,2023,Tuesday,MDMA,4,,,\n"
            "b,,2023,Monday,MDMA,3,,,\n"
            "b,2024-03-11,2024,,3-MMC,2,,,\n"
            "B,2024-03-11,2024,,ketamine,1,,,\n"}};
    static const double expected[] = {1, 2, 3, 4, 9, 5, 6, 7, 8};
    size_t n;
    doseau_study *study = read_clean(files, NULL);
    const doseau_measurement *m = doseau_study_measurements(study, &n);
    cr_assert(eq(sz, n, COUNT(expected)));
    for (size_t i = 0; i < n; i++) cr_expect(eq(dbl, m[i].value.lower, expected[i]), "row %zu", i);
    doseau_study_free(study);
}
