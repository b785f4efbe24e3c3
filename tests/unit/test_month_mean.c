/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Means over months: what tests/files/month-means.csv says, row for row, by eye. */
#include <criterion/criterion.h>

#include <criterion/new/assert.h>
#include <doseau.h>

static const struct {
    const char *plant, *substance;
    int year, month;
    double mean, lower, upper, standard_error;
    uint32_t line;
} expected[] = {
    {"Port Invented, Nova Scotia", "Norfentanyl", 2022, 2, 9.86, 8.6, 11.1, .48, 27},
    {"Port Invented, Nova Scotia", "THC-COOH", 2022, 2, 343.36, 325.42, 361.32, 6.24, 32},
    {"Ville Fictive, Quebec", "MDMA", 2022, 1, 14.8, 4.3, 25.3, 3.98, 12},
    {"Ville Fictive, Quebec", "MDMA", 2022, 2, 15.2, 6.3, 24.1, 3.6, 17},
    {"Ville Fictive, Quebec", "benzoylecgonine", 2022, 1, 1011.5, 890.1, 1132.9, 60.8, 7},
};
enum { MEANS = sizeof expected / sizeof *expected };

static void expect_figure(doseau_figure got, double value)
{
    cr_expect(got.given);
    cr_expect(eq(dbl, got.value, value));
}

Test(month_mean, of_a_file)
{
    const char *const paths[] = {DOSEAU_SOURCE_DIR "/tests/files/month-means.csv"};
    doseau_study *study = NULL;
    doseau_problems *problems = doseau_problems_new();
    cr_assert(doseau_study_read(paths, 1, NULL, NULL, &study, problems, NULL) == DOSEAU_OK);
    size_t n;
    const doseau_month_mean *m = doseau_study_month_means(study, &n);
    cr_assert(eq(sz, n, MEANS));
    for (size_t i = 0; i < n; i++) {
        cr_expect(
            eq(str, (char *)doseau_study_plant_name(study, m[i].plant), (char *)expected[i].plant));
        cr_expect(eq(str, (char *)doseau_study_substance_name(study, m[i].substance),
                     (char *)expected[i].substance));
        cr_expect(eq(int, m[i].year, expected[i].year));
        cr_expect(eq(int, m[i].month, expected[i].month));
        cr_expect(eq(u32, m[i].origin.line, expected[i].line));
        expect_figure(m[i].mean, expected[i].mean);
        expect_figure(m[i].lower, expected[i].lower);
        expect_figure(m[i].upper, expected[i].upper);
        expect_figure(m[i].standard_error, expected[i].standard_error);
    }
    doseau_study_measurements(study, &n);
    cr_expect(zero(sz, n));
    doseau_study_rounds(study, &n);
    cr_expect(zero(sz, n));
    doseau_problems_free(problems);
    doseau_study_free(study);
}

/* Rows of a study in the order in which they are told, by hand: what is given of a month, and what
 * the months are once they are joined. */
static const struct {
    int year, month;
    doseau_figure mean, lower;
    bool caution;
} rows[] = {
    {2022, 1, {.given = false}, {true, 4}, true},
    {2022, 1, {true, 5}, {.given = false}, false},
    {2021, 12, {true, 3}, {.given = false}, false},
};

Test(month_mean, rows_of_one_month_become_one)
{
    doseau_study *study = doseau_study_new();
    doseau_problems *problems = doseau_problems_new();
    doseau_month_mean told = {.origin = {.line = 2}};
    size_t n;
    cr_assert(doseau_study_add_file(study, "a.csv", "", &told.origin.file) == DOSEAU_OK);
    cr_assert(doseau_study_plant(study, "A", &told.plant) == DOSEAU_OK);
    cr_assert(doseau_study_substance(study, "MDMA", &told.substance) == DOSEAU_OK);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++, told.origin.line++) {
        told.year = rows[i].year;
        told.month = rows[i].month;
        told.mean = rows[i].mean;
        told.lower = rows[i].lower;
        told.caution = rows[i].caution;
        cr_assert(doseau_study_add_month_mean(study, &told) == DOSEAU_OK);
    }
    cr_assert(doseau_study_join(study, NULL, problems) == DOSEAU_OK);
    const doseau_month_mean *m = doseau_study_month_means(study, &n);
    cr_assert(eq(sz, n, 2));
    cr_expect(eq(int, m[0].year, 2021));
    cr_expect(zero(int, m[0].caution));
    cr_expect(zero(int, m[0].lower.given));
    cr_expect(eq(u32, m[1].origin.line, 3), "of the row with the mean");
    cr_expect(m[1].caution);
    expect_figure(m[1].mean, 5);
    expect_figure(m[1].lower, 4);
    cr_expect(zero(int, m[1].upper.given));
    cr_expect(zero(sz, doseau_problems_count(problems, DOSEAU_ERROR)));
    doseau_problems_free(problems);
    doseau_study_free(study);
}
