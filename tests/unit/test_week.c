/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <criterion/criterion.h>

#include <criterion/new/assert.h>
#include <doseau/week.h>
#include <math.h>
#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

/* Utrecht MDMA 2021 and the multipliers of METHODS 5.2, Monday first. */
static const double loads[7] = {114.65, 56.88, 81.17, 47, 52.91, 140.32, 214.05};
static const double nl[7] = {1.34, .97, .90, .65, .71, 1.06, 1.74};
static const double eu[7] = {1.39, .87, .65, .61, .73, 1.42, 2.00};

#define ALL DOSEAU_WEEK_ALL
#define WEEKDAY DOSEAU_WEEK_WEEKDAY
#define WEEKEND DOSEAU_WEEK_WEEKEND

/* Measured days by their letters, `-` for the others. NAN: no mean. */
static const struct {
    const char *source;
    doseau_missing_days missing;
    doseau_week_part part;
    const char *measured;
    const double *multiplier;
    int year; /* 2021: weekdays to Friday */
    double mean, tolerance;
} means[] = {
    {"METHODS 9.1: 100.9971", DOSEAU_MODEL, ALL, "MTWTFSS", nl, 0, 706.98 / 7, 0},
    {"METHODS 9.1: 61.68", DOSEAU_MODEL, WEEKDAY, "MTWTFSS", nl, 0, 185.05 / 3, 0},
    {"METHODS 9.1: 130.48", DOSEAU_MODEL, WEEKEND, "MTWTFSS", nl, 0, 521.93 / 4, 0},
    {"to Friday in 2021: (185.05 + 52.91) / 4", DOSEAU_PRESENT, WEEKDAY, "MTWTFSS", nl, 2021, 59.49,
     0},
    {"from Saturday in 2021: 469.02 / 3", DOSEAU_PRESENT, WEEKEND, "MTWTFSS", nl, 2021, 156.34, 0},
    {"METHODS 1.4: simple 82.16", DOSEAU_PRESENT, ALL, "MTWTFS-", nl, 0, 492.93 / 6, 0},
    {"METHODS 1.4: stratified 85.08; (3 * 185.05 / 3 + 4 * 307.88 / 3) / 7", DOSEAU_STRATIFIED, ALL,
     "MTWTFS-", nl, 0, 595.55666666666667 / 7, 0},
    {"METHODS 1.4: model 92.18; 492.93 / (5.63 / (7.37 / 7))", DOSEAU_MODEL, ALL, "MTWTFS-", nl, 0,
     492.93 / (5.63 / (7.37 / 7)), 0},
    {"METHODS 1.4: the same, two decimals", DOSEAU_MODEL, ALL, "MTWTFS-", nl, 0, 92.18, 5e-5},
    {"METHODS 1.4: EU 95.26; 492.93 / (5.67 / (7.67 / 7))", DOSEAU_MODEL, ALL, "MTWTFS-", eu, 0,
     492.93 / (5.67 / (7.67 / 7)), 0},
    {"METHODS 1.4: the same, two decimals", DOSEAU_MODEL, ALL, "MTWTFS-", eu, 0, 95.26, 5e-5},
    {"METHODS 1.4: refuse", DOSEAU_REFUSE, ALL, "MTWTFS-", nl, 0, NAN, 0},

    {"refuse: seven days", DOSEAU_REFUSE, ALL, "MTWTFSS", nl, 0, 706.98 / 7, 0},
    {"refuse: a complete part", DOSEAU_REFUSE, WEEKDAY, "MTWTFS-", nl, 0, 185.05 / 3, 0},
    {"refuse: a part with a hole", DOSEAU_REFUSE, WEEKEND, "MTWTFS-", nl, 0, NAN, 0},
    {"refuse: nothing measured", DOSEAU_REFUSE, WEEKDAY, "-------", nl, 0, NAN, 0},

    {"present: one day", DOSEAU_PRESENT, ALL, "--W----", nl, 0, 81.17, 0},
    {"present: none", DOSEAU_PRESENT, ALL, "-------", nl, 0, NAN, 0},
    {"present: of the weekdays, (56.88 + 47) / 2", DOSEAU_PRESENT, WEEKDAY, "MT-T--S", nl, 0, 51.94,
     0},
    {"present: of the weekend, (114.65 + 214.05) / 2", DOSEAU_PRESENT, WEEKEND, "MT-T--S", nl, 0,
     164.35, 0},
    {"present: no weekend day", DOSEAU_PRESENT, WEEKEND, "-TWT---", nl, 0, NAN, 0},
    {"present: no weekday", DOSEAU_PRESENT, WEEKDAY, "M---FSS", nl, 0, NAN, 0},

    {"stratified: one day each, (3 * 81.17 + 4 * 140.32) / 7", DOSEAU_STRATIFIED, ALL, "--W--S-",
     nl, 0, 804.79 / 7, 0},
    {"stratified: Tue Thu Sat, (3 * 51.94 + 4 * 140.32) / 7", DOSEAU_STRATIFIED, ALL, "-T-T-S-", nl,
     0, 717.1 / 7, 0},
    {"stratified: groups of 2021, (4 * 59.49 + 3 * 127.485) / 7", DOSEAU_STRATIFIED, ALL, "MTWTFS-",
     nl, 2021, 620.415 / 7, 0},
    {"stratified: no weekend day", DOSEAU_STRATIFIED, ALL, "-TWT---", nl, 0, NAN, 0},
    {"stratified: no weekday", DOSEAU_STRATIFIED, ALL, "M---FSS", nl, 0, NAN, 0},
    {"stratified: part", DOSEAU_STRATIFIED, WEEKEND, "-T-T-S-", nl, 0, 140.32, 0},
    {"stratified: empty part", DOSEAU_STRATIFIED, WEEKEND, "-TWT---", nl, 0, NAN, 0},
    {"stratified: the other part", DOSEAU_STRATIFIED, WEEKDAY, "-TWT---", nl, 0, 185.05 / 3, 0},

    {"model: Tue Thu Sat, 244.2 / (2.68 / (7.37 / 7))", DOSEAU_MODEL, ALL, "-T-T-S-", nl, 0,
     244.2 / (2.68 / (7.37 / 7)), 0},
    {"model: its weekdays, (56.88 + 47 + 244.2 * .90 / 2.68) / 3", DOSEAU_MODEL, WEEKDAY, "-T-T-S-",
     nl, 0, (103.88 + 244.2 * .90 / 2.68) / 3, 0},
    {"model: its weekend, (140.32 + 244.2 * (1.34 + .71 + 1.74) / 2.68) / 4", DOSEAU_MODEL, WEEKEND,
     "-T-T-S-", nl, 0, (140.32 + 244.2 * 3.79 / 2.68) / 4, 0},
    {"model: its weekdays of 2021, (103.88 + 244.2 * (.90 + .71) / 2.68) / 4", DOSEAU_MODEL,
     WEEKDAY, "-T-T-S-", nl, 2021, (103.88 + 244.2 * 1.61 / 2.68) / 4, 0},
    {"model: a part without measured days, 185.05 * (1.34 + .71 + 1.06 + 1.74) / 2.52 / 4",
     DOSEAU_MODEL, WEEKEND, "-TWT---", nl, 0, 185.05 * 4.85 / 2.52 / 4, 0},
    {"model: a complete part, three days", DOSEAU_MODEL, WEEKDAY, "-TWT---", nl, 0, 185.05 / 3, 0},
    {"model: a complete part needs no model", DOSEAU_MODEL, WEEKEND, "M---FSS", nl, 0, 521.93 / 4,
     0},
    {"model: two days", DOSEAU_MODEL, ALL, "-----SS", nl, 0, NAN, 0},
    {"model: two days, part", DOSEAU_MODEL, WEEKDAY, "-TW----", nl, 0, NAN, 0},
    {"model: none", DOSEAU_MODEL, ALL, "-------", nl, 0, NAN, 0},
};

static void days_of(const char *letters, bool measured[7])
{
    for (size_t d = 0; d < 7; d++) measured[d] = letters[d] != '-';
}

Test(week, means)
{
    for (size_t i = 0; i < COUNT(means); i++) {
        bool measured[7], weekday[7];
        double weights[7] = {-7, -7, -7, -7, -7, -7, -7}, mean = 0;
        const bool none = isnan(means[i].mean);
        days_of(means[i].measured, measured);
        doseau_week_groups(means[i].year ? DOSEAU_EUDA : DOSEAU_OWN, means[i].year, weekday);
        cr_expect(eq(int,
                     doseau_week_weights(means[i].missing, means[i].part, measured, weekday,
                                         means[i].multiplier, weights),
                     none ? DOSEAU_ETOOFEW : DOSEAU_OK),
                  "%s", means[i].source);
        for (size_t d = 0; d < 7; d++) {
            mean += weights[d] * loads[d];
            if (none) cr_expect(eq(dbl, weights[d], -7), "%s", means[i].source);
            if (!none && !measured[d]) cr_expect(eq(dbl, weights[d], 0), "%s", means[i].source);
        }
        const double tolerance = means[i].tolerance > 0 ? means[i].tolerance : 1e-14;
        if (!none)
            cr_expect(le(dbl, fabs(mean / means[i].mean - 1), tolerance), "%s: %.17g",
                      means[i].source, mean);
    }
}

/* The scale of the multipliers does not matter, and only `model` with missing days looks at them.
 */
Test(week, multipliers_have_any_scale)
{
    const double zero[7] = {0};
    double thousandfold[7], weights[7], scaled[7];
    for (size_t d = 0; d < 7; d++) thousandfold[d] = 1000 * nl[d];
    for (unsigned days = 0; days < 128; days++)
        for (int part = ALL; part <= (int)WEEKEND; part++) {
            bool measured[7], weekday[7];
            for (size_t d = 0; d < 7; d++) measured[d] = days >> d & 1;
            doseau_week_groups(DOSEAU_OWN, 0, weekday);
            const doseau_status status = doseau_week_weights(DOSEAU_MODEL, (doseau_week_part)part,
                                                             measured, weekday, nl, weights);
            cr_assert(eq(int,
                         doseau_week_weights(DOSEAU_MODEL, (doseau_week_part)part, measured,
                                             weekday, thousandfold, scaled),
                         status));
            for (size_t d = 0; !status && d < 7; d++)
                cr_expect(le(dbl, fabs(weights[d] - scaled[d]), 1e-15));
            const doseau_status present = doseau_week_weights(
                DOSEAU_PRESENT, (doseau_week_part)part, measured, weekday, zero, weights);
            double sum = 0;
            for (size_t d = 0; d < 7; d++) sum += weights[d];
            if (!present) cr_expect(le(dbl, fabs(sum - 1), 1e-15));
        }
}

/* With all days measured every mode gives 1/7 to each. */
Test(week, seven_days_are_the_same_in_every_mode)
{
    const bool measured[7] = {true, true, true, true, true, true, true};
    bool weekday[7];
    doseau_week_groups(DOSEAU_OWN, 0, weekday);
    for (int missing = DOSEAU_MODEL; missing <= (int)DOSEAU_REFUSE; missing++) {
        double weights[7];
        cr_assert(eq(
            int,
            doseau_week_weights((doseau_missing_days)missing, ALL, measured, weekday, nl, weights),
            DOSEAU_OK));
        for (size_t d = 0; d < 7; d++) cr_expect(eq(dbl, weights[d], 1.0 / 7));
    }
}

/* A day that is missing stands to the measured ones as the usual week says: with loads that follow
 * the multipliers exactly, no missing day changes any mean. */
Test(week, model_is_exact_for_a_usual_week)
{
    for (unsigned days = 0; days < 128; days++)
        for (int part = ALL; part <= (int)WEEKEND; part++) {
            bool measured[7], weekday[7];
            double weights[7], mean = 0, expected = 0;
            int n = 0;
            doseau_week_groups(DOSEAU_EUDA, 2021, weekday);
            for (size_t d = 0; d < 7; d++) {
                measured[d] = days >> d & 1;
                if (part != ALL && weekday[d] != (part == (int)WEEKDAY)) continue;
                expected += 412.7 * eu[d];
                n++;
            }
            if (doseau_week_weights(DOSEAU_MODEL, (doseau_week_part)part, measured, weekday, eu,
                                    weights))
                continue;
            for (size_t d = 0; d < 7; d++) mean += weights[d] * 412.7 * eu[d];
            cr_expect(le(dbl, fabs(mean / (expected / n) - 1), 1e-14), "days %u, part %d", days,
                      part);
        }
}

static const struct {
    doseau_convention convention;
    int year;
    const char *weekdays;
} groups[] = {
    {DOSEAU_OWN, 0, "-TWT---"},     {DOSEAU_OWN, 2021, "-TWT---"},  {DOSEAU_EUDA, 0, "-TWT---"},
    {DOSEAU_EUDA, 2020, "-TWT---"}, {DOSEAU_EUDA, 2021, "-TWTF--"}, {DOSEAU_EUDA, 2022, "-TWT---"},
};

Test(week, groups)
{
    for (size_t i = 0; i < COUNT(groups); i++) {
        bool weekday[7], expected[7];
        doseau_week_groups(groups[i].convention, groups[i].year, weekday);
        days_of(groups[i].weekdays, expected);
        for (size_t d = 0; d < 7; d++)
            cr_expect(eq(int, weekday[d], expected[d]), "row %zu, day %zu", i, d);
    }
}

Test(week, names)
{
    static const char *const modes[] = {"model", "present", "stratified", "refuse"};
    static const char *const conventions[] = {"doseau", "euda"};
    for (int i = 0; i < 4; i++) {
        doseau_missing_days missing = (doseau_missing_days)7;
        cr_expect(
            eq(str, (char *)doseau_missing_days_name((doseau_missing_days)i), (char *)modes[i]));
        cr_expect(eq(int, doseau_missing_days_parse(modes[i], &missing), DOSEAU_OK));
        cr_expect(eq(int, (int)missing, i));
    }
    for (int i = 0; i < 2; i++) {
        doseau_convention convention = (doseau_convention)7;
        cr_expect(
            eq(str, (char *)doseau_convention_name((doseau_convention)i), (char *)conventions[i]));
        cr_expect(eq(int, doseau_convention_parse(conventions[i], &convention), DOSEAU_OK));
        cr_expect(eq(int, (int)convention, i));
    }
}

Test(week, names_that_are_none)
{
    static const char *const words[] = {"", "mode", "models", "emcdda", "simple", "doseau "};
    for (size_t i = 0; i < COUNT(words); i++) {
        doseau_missing_days missing = (doseau_missing_days)7;
        doseau_convention convention = (doseau_convention)7;
        cr_expect(eq(int, doseau_missing_days_parse(words[i], &missing), DOSEAU_EUNKNOWN));
        cr_expect(eq(int, doseau_convention_parse(words[i], &convention), DOSEAU_EUNKNOWN), "%s",
                  words[i]);
        cr_expect(eq(int, (int)missing, 7));
        cr_expect(eq(int, (int)convention, 7));
    }
}
