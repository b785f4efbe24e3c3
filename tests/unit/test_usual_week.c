/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <criterion/criterion.h>

#include <criterion/new/assert.h>
#include <math.h>
#include <string.h>

#include "analysis/usual_week.h"

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

/* A week of found days, Monday first; 0: missing, below 0: below a limit. */
static void add(usual_week *week, const double loads[7], doseau_round_kind kind)
{
    round_day day[7];
    round_days days = {.list = {day, 7, 7, sizeof(round_day)}};
    for (size_t d = 0; d < 7; d++) {
        day[d] = (round_day){.date = DOSEAU_NO_DATE, .weekday = (doseau_weekday)d};
        day[d].value = loads[d] > 0   ? doseau_sample_found(loads[d])
                       : loads[d] < 0 ? doseau_sample_not_detected(-loads[d])
                                      : doseau_sample_missing();
        days.measured[d] = day[d].value.state != DOSEAU_MISSING;
        days.n_measured += days.measured[d];
    }
    usual_week_add(week, &days, kind);
}

static void expect_multipliers(const usual_week *week, const double expected[7], const char *how)
{
    double multiplier[7], product = 1;
    bool borrowed = true;
    char method[DOSEAU_METHOD_SIZE];
    usual_week_choose(week, doseau_substance_find("3-MMC"), DOSEAU_EU, multiplier, &borrowed,
                      method);
    cr_expect(eq(str, method, "model:own"), "%s", how);
    cr_expect(not(borrowed), "%s", how);
    for (size_t d = 0; d < 7; d++) {
        cr_expect(le(dbl, fabs(multiplier[d] / expected[d] - 1), 1e-14), "%s, day %zu: %.17g", how,
                  d, multiplier[d]);
        product *= multiplier[d];
    }
    cr_expect(le(dbl, fabs(product - 1), 1e-14), "%s: %.17g", how, product);
}

static const double steps[7] = {1, 2, 4, 8, 16, 32, 64}, level[7] = {5, 5, 5, 5, 5, 5, 5};

/* Steps of 2 around Thursday: 2^-3 to 2^3. With as many level weeks their square roots. */
Test(usual_week, geometric_over_weeks)
{
    static const double of_steps[7] = {.125, .25, .5, 1, 2, 4, 8};
    double roots[7];
    usual_week week = {0};
    for (size_t i = 0; i < 3; i++) add(&week, steps, DOSEAU_WEEK);
    cr_expect(eq(sz, week.weeks, 3));
    expect_multipliers(&week, of_steps, "three weeks of steps");
    for (size_t i = 0; i < 3; i++) add(&week, level, DOSEAU_WEEK);
    for (size_t d = 0; d < 7; d++) roots[d] = sqrt(of_steps[d]);
    cr_expect(eq(sz, week.weeks, 6));
    expect_multipliers(&week, roots, "and three level ones");
}

/* What does not count. */
Test(usual_week, of_complete_weeks_only)
{
    static const double hole[7] = {1, 2, 0, 8, 16, 32, 64}, limited[7] = {1, 2, -4, 8, 16, 32, 64};
    usual_week week = {0};
    add(&week, hole, DOSEAU_WEEK);
    add(&week, limited, DOSEAU_WEEK);
    add(&week, steps, DOSEAU_PERIOD);
    add(&week, steps, DOSEAU_EVENT);
    cr_expect(eq(sz, week.weeks, 0));
    for (size_t d = 0; d < 7; d++) cr_expect(eq(dbl, week.log_sum[d], 0));
}

/* Seven days of which two have the same name are no week: a dated and an undated Monday. */
Test(usual_week, of_seven_weekdays)
{
    round_day day[7];
    round_days days = {.list = {day, 7, 7, sizeof(round_day)}, .n_measured = 7};
    usual_week week = {0};
    for (size_t d = 0; d < 7; d++) {
        const doseau_weekday weekday = d ? (doseau_weekday)(d - 1) : DOSEAU_MONDAY;
        day[d] = (round_day){.date = DOSEAU_NO_DATE, .weekday = weekday};
        day[d].value = doseau_sample_found(412.7);
        days.measured[weekday] = true;
    }
    usual_week_add(&week, &days, DOSEAU_WEEK);
    cr_expect(eq(sz, week.weeks, 0));
}

/* Fewer than three: the table, and whose row it is (DESIGN 10.4). */
static const struct {
    const char *substance;
    doseau_region region;
    const char *method;
    bool borrowed;
    double monday, sunday;
} tables[] = {
    {"MDMA", DOSEAU_EU, "model:EU:MDMA", false, 1.346, 1.936},
    {"MDMA", DOSEAU_NL, "model:NL:MDMA", false, 1.421, 1.800},
    {"benzoylecgonine", DOSEAU_EU, "model:EU:cocaine", false, .993, 1.327},
    {"THC-COOH", DOSEAU_NL, "model:NL:cannabis", false, 1.020, .973},
    {"ketamine", DOSEAU_NL, "model:EU:ketamine", false, 1.006, 1.158},
    {"3-MMC", DOSEAU_EU, "model:EU:MDMA:borrowed", true, 1.346, 1.936},
    {"3-MMC", DOSEAU_NL, "model:NL:MDMA:borrowed", true, 1.421, 1.800},
    {"nothing known", DOSEAU_EU, "model:EU:MDMA:borrowed", true, 1.346, 1.936},
};

Test(usual_week, of_the_table)
{
    usual_week week = {0};
    add(&week, steps, DOSEAU_WEEK);
    add(&week, steps, DOSEAU_WEEK);
    for (size_t i = 0; i < COUNT(tables); i++) {
        double multiplier[7];
        bool borrowed = !tables[i].borrowed;
        char method[DOSEAU_METHOD_SIZE];
        usual_week_choose(&week, doseau_substance_find(tables[i].substance), tables[i].region,
                          multiplier, &borrowed, method);
        cr_expect(eq(str, method, (char *)tables[i].method));
        cr_expect(eq(int, borrowed, tables[i].borrowed), "%s", tables[i].method);
        cr_expect(eq(dbl, multiplier[0], tables[i].monday), "%s", tables[i].method);
        cr_expect(eq(dbl, multiplier[6], tables[i].sunday), "%s", tables[i].method);
    }
}
