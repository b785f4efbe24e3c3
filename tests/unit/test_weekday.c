/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include <doseau/weekday.h>
#include <math.h>

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

/* Monday to Sunday, as the project's own computation from EUDA and SCORE data 2011-2024 gave them;
 * `substance` is one that follows the row. */
static const struct {
    doseau_region region;
    const char *substance, *drug;
    double multiplier[7];
} rows[] = {
    {DOSEAU_EU, "cocaine", "cocaine", {.993, .856, .837, .869, .967, 1.260, 1.327}},
    {DOSEAU_EU, "benzoylecgonine", "cocaine", {.993, .856, .837, .869, .967, 1.260, 1.327}},
    {DOSEAU_EU, "MDMA", "MDMA", {1.346, .874, .675, .633, .730, 1.409, 1.936}},
    {DOSEAU_EU, "amphetamine", "amphetamine", {1.000, .963, .942, .952, .991, 1.087, 1.074}},
    {DOSEAU_EU,
     "methamphetamine",
     "methamphetamine",
     {1.001, 1.002, .976, .956, .970, 1.043, 1.057}},
    {DOSEAU_EU, "THC-COOH", "cannabis", {1.045, 1.049, .976, 1.006, .980, .978, .969}},
    {DOSEAU_EU, "ketamine", "ketamine", {1.006, .901, 1.015, .907, .940, 1.100, 1.158}},
    {DOSEAU_EU, "norketamine", "ketamine", {1.006, .901, 1.015, .907, .940, 1.100, 1.158}},
    {DOSEAU_NL, "cocaine", "cocaine", {1.001, .888, .876, .851, 1.002, 1.198, 1.257}},
    {DOSEAU_NL, "benzoylecgonine", "cocaine", {1.001, .888, .876, .851, 1.002, 1.198, 1.257}},
    {DOSEAU_NL, "MDMA", "MDMA", {1.421, .930, .843, .644, .711, 1.089, 1.800}},
    {DOSEAU_NL, "amphetamine", "amphetamine", {.981, 1.000, .977, .968, 1.029, 1.050, .998}},
    {DOSEAU_NL,
     "methamphetamine",
     "methamphetamine",
     {1.033, .979, .974, 1.051, .961, 1.064, .945}},
    {DOSEAU_NL, "THC-COOH", "cannabis", {1.020, 1.052, 1.020, .989, 1.011, .939, .973}},
};

static void expect_week(doseau_weekdays week, size_t row)
{
    cr_expect(eq(str, (char *)week.drug, (char *)rows[row].drug));
    for (size_t d = 0; d < 7; d++)
        cr_expect(eq(dbl, week.multiplier[d], rows[row].multiplier[d]), "row %zu day %zu", row, d);
}

static doseau_weekdays week_of(const char *substance, doseau_region region)
{
    const doseau_substance *s = doseau_substance_find(substance);
    cr_assert(s != NULL, "%s", substance);
    return doseau_weekdays_find(s, region);
}

Test(weekday, multipliers)
{
    for (size_t i = 0; i < COUNT(rows); i++) {
        const doseau_weekdays week = week_of(rows[i].substance, rows[i].region);
        expect_week(week, i);
        cr_expect(eq(int, week.region, rows[i].region));
        cr_expect(not(week.borrowed), "%s", rows[i].substance);
    }
}

/* Each of the seven is rounded to .0005, so ln of the product is off by at most the sum of .0005 /
 * m. */
Test(weekday, products_are_1)
{
    for (size_t i = 0; i < COUNT(rows); i++) {
        const doseau_weekdays week = week_of(rows[i].substance, rows[i].region);
        double sum = 0, rounding = 0;
        for (size_t d = 0; d < 7; d++) {
            sum += log(week.multiplier[d]);
            rounding += .0005 / week.multiplier[d];
        }
        cr_expect(fabs(sum) <= rounding, "%s: %g", rows[i].drug, sum);
    }
}

Test(weekday, what_the_netherlands_lack_comes_from_europe)
{
    const doseau_weekdays week = week_of("ketamine", DOSEAU_NL);
    expect_week(week, 6);
    cr_expect(eq(int, week.region, DOSEAU_EU));
    cr_expect(not(week.borrowed));
}

Test(weekday, without_data_of_its_own_it_is_the_week_of_mdma)
{
    static const char *const borrowers[] = {"3-MMC", "3-/4-MMC",      "6-MAM",
                                            "EDDP",  "ethyl sulfate", "cotinine"};
    for (size_t i = 0; i < COUNT(borrowers); i++) {
        expect_week(week_of(borrowers[i], DOSEAU_EU), 2);
        cr_expect(week_of(borrowers[i], DOSEAU_EU).borrowed);
        expect_week(week_of(borrowers[i], DOSEAU_NL), 10);
        cr_expect(week_of(borrowers[i], DOSEAU_NL).borrowed);
        cr_expect(eq(int, week_of(borrowers[i], DOSEAU_NL).region, DOSEAU_NL));
    }
}

Test(weekday, so_has_a_substance_that_no_table_knows)
{
    expect_week(doseau_weekdays_find(NULL, DOSEAU_EU), 2);
    expect_week(doseau_weekdays_find(NULL, DOSEAU_NL), 10);
    cr_expect(doseau_weekdays_find(NULL, DOSEAU_EU).borrowed);
}

Test(weekday, regions)
{
    doseau_region region = DOSEAU_EU;
    cr_expect(eq(str, (char *)doseau_region_name(DOSEAU_EU), "EU"));
    cr_expect(eq(str, (char *)doseau_region_name(DOSEAU_NL), "NL"));
    cr_expect(eq(str, (char *)doseau_region_name((doseau_region)2), ""));
    cr_expect(eq(int, doseau_region_parse("nl", &region), DOSEAU_OK));
    cr_expect(eq(int, region, DOSEAU_NL));
    cr_expect(eq(int, doseau_region_parse("BE", &region), DOSEAU_EUNKNOWN));
    cr_expect(eq(int, doseau_region_parse("", &region), DOSEAU_EUNKNOWN));
    cr_expect(eq(int, region, DOSEAU_NL));
    cr_expect(eq(int, doseau_region_parse("EU", &region), DOSEAU_OK));
    cr_expect(eq(int, region, DOSEAU_EU));
}
