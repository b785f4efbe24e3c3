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
