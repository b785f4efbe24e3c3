/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include <doseau/sample.h>
#include <float.h>
#include <math.h>

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

static void expect_sample(doseau_sample got, doseau_sample expected, const char *why)
{
    cr_expect(eq(int, got.state, expected.state), "%s", why);
    cr_expect(eq(int, got.bounded, expected.bounded), "%s", why);
    cr_expect(ieee_ulp_eq(dbl, got.lower, expected.lower, 2), "%s", why);
    cr_expect(ieee_ulp_eq(dbl, got.upper, expected.upper, 2), "%s", why);
}

#define MISSING ((doseau_sample){DOSEAU_MISSING, false, 0, 0})

Test(sample, states)
{
    expect_sample(doseau_sample_missing(), MISSING, "missing");
    expect_sample(doseau_sample_found(412.7), (doseau_sample){DOSEAU_FOUND, true, 412.7, 412.7},
                  "found");
    expect_sample(doseau_sample_not_detected(5.3),
                  (doseau_sample){DOSEAU_NOT_DETECTED, true, 0, 5.3}, "< 5.3");
    expect_sample(doseau_sample_not_detected(0), (doseau_sample){DOSEAU_NOT_DETECTED, false, 0, 0},
                  "below an unknown limit");
    expect_sample(doseau_sample_detected(2.1, 5.3),
                  (doseau_sample){DOSEAU_DETECTED, true, 2.1, 5.3}, "between LOD and LOQ");
    expect_sample(doseau_sample_not_detected(.04),
                  (doseau_sample){DOSEAU_NOT_DETECTED, true, 0, .04}, "< .04");
    expect_sample(doseau_sample_detected(.02, .04),
                  (doseau_sample){DOSEAU_DETECTED, true, .02, .04}, "between .02 and .04");
    expect_sample(doseau_sample_detected(0, 5.3), (doseau_sample){DOSEAU_DETECTED, true, 0, 5.3},
                  "LOD not given");
    expect_sample(doseau_sample_detected(2.1, 0), (doseau_sample){DOSEAU_DETECTED, false, 2.1, 0},
                  "LOQ not given");
}

Test(sample, names)
{
    static const char *const names[] = {"missing", "not_detected", "detected", "found"};
    for (int state = DOSEAU_MISSING; state <= DOSEAU_FOUND; state++)
        cr_expect(eq(str, (char *)doseau_state_name((doseau_state)state), (char *)names[state]));
    cr_expect(eq(str, (char *)doseau_state_name((doseau_state)4), ""));
}

/* 412.7 * 83600 / 251300 = 137.29295662554716; 2.1 and 5.3 likewise: .6986072423398328 and
 * 1.7631516116195782 (Python, fractions). */
Test(sample, both_ends_are_scaled)
{
    static const doseau_sample samples[][2] = {
        {{DOSEAU_FOUND, true, 412.7, 412.7},
         {DOSEAU_FOUND, true, 137.29295662554716, 137.29295662554716}},
        {{DOSEAU_DETECTED, true, 2.1, 5.3},
         {DOSEAU_DETECTED, true, .6986072423398328, 1.7631516116195782}},
        {{DOSEAU_DETECTED, false, 2.1, 0}, {DOSEAU_DETECTED, false, .6986072423398328, 0}},
        {{DOSEAU_NOT_DETECTED, true, 0, 5.3}, {DOSEAU_NOT_DETECTED, true, 0, 1.7631516116195782}},
        {{DOSEAU_NOT_DETECTED, false, 0, 0}, {DOSEAU_NOT_DETECTED, false, 0, 0}},
        {{DOSEAU_MISSING, false, 0, 0}, {DOSEAU_MISSING, false, 0, 0}},
    };
    for (size_t i = 0; i < COUNT(samples); i++) {
        doseau_sample scaled = MISSING;
        cr_expect(eq(int, doseau_sample_scale(samples[i][0], 83600, 251300, &scaled), DOSEAU_OK));
        expect_sample(scaled, samples[i][1], doseau_state_name(samples[i][0].state));
    }
}

static const struct {
    const char *why;
    doseau_sample sample;
    double numerator, denominator;
} unscaled[] = {
    {"no flow", {DOSEAU_FOUND, true, 412.7, 412.7}, 0, 251300},
    {"flow below 0", {DOSEAU_FOUND, true, 412.7, 412.7}, -83600, 251300},
    {"no flow for a limit", {DOSEAU_NOT_DETECTED, true, 0, 5.3}, 0, 251300},
    {"a flow below 0 for a limit", {DOSEAU_NOT_DETECTED, true, 0, 5.3}, -83600, 251300},
    {"no flow for nothing", {DOSEAU_MISSING, false, 0, 0}, 0, 251300},
    {"fewer than nobody for a limit", {DOSEAU_NOT_DETECTED, true, 0, 5.3}, 83600, -251300},
    {"nobody for nothing", {DOSEAU_MISSING, false, 0, 0}, 83600, 0},
    {"both below 0", {DOSEAU_FOUND, true, 412.7, 412.7}, -83600, -251300},
    {"flow NaN", {DOSEAU_FOUND, true, 412.7, 412.7}, NAN, 251300},
    {"nobody", {DOSEAU_FOUND, true, 412.7, 412.7}, 83600, 0},
    {"fewer than nobody", {DOSEAU_FOUND, true, 412.7, 412.7}, 83600, -251300},
    {"people NaN", {DOSEAU_FOUND, true, 412.7, 412.7}, 83600, NAN},
    {"overflow", {DOSEAU_FOUND, true, 1e300, 1e300}, 1e300, 2.5},
    {"the upper end alone overflows", {DOSEAU_NOT_DETECTED, true, 0, 1e300}, 1e300, 2.5},
    {"a found value that becomes 0", {DOSEAU_FOUND, true, 1e-300, 1e-300}, 2.5, 1e300},
    {"endless town", {DOSEAU_FOUND, true, 412.7, 412.7}, 83600, INFINITY},
    {"endless flow", {DOSEAU_NOT_DETECTED, true, 0, 5.3}, INFINITY, 251300},
};

/* .04 * .836 / .2513 = .13307... by Python's fractions */
Test(sample, small_numbers_are_scaled)
{
    doseau_sample scaled = MISSING;
    cr_expect(
        eq(int, doseau_sample_scale(doseau_sample_found(.04), .836, .2513, &scaled), DOSEAU_OK));
    expect_sample(scaled, doseau_sample_found(0.13306804615996817), "small");
}

Test(sample, scales_that_cannot_be)
{
    for (size_t i = 0; i < COUNT(unscaled); i++) {
        doseau_sample scaled = {DOSEAU_DETECTED, true, 3.7, 9.1};
        cr_expect(eq(int,
                     doseau_sample_scale(unscaled[i].sample, unscaled[i].numerator,
                                         unscaled[i].denominator, &scaled),
                     DOSEAU_EDOMAIN),
                  "%s", unscaled[i].why);
        expect_sample(scaled, (doseau_sample){DOSEAU_DETECTED, true, 3.7, 9.1}, unscaled[i].why);
    }
}

/* By hand: (412.7 + 398.2 + 405.4) / 3 = 405.4333...; (2.1 + 0) / 2 and (5.3 + 4.6) / 2; (0 + 0) /
 * 2 and (5.3 + 4.6) / 2; (2.1 + 412.7) / 2 and (5.3 + 412.7) / 2. */
static const struct {
    const char *why;
    size_t n;
    doseau_sample samples[3], mean;
} means[] = {
    {"one", 1, {{DOSEAU_DETECTED, true, 2.1, 5.3}}, {DOSEAU_DETECTED, true, 2.1, 5.3}},
    {"all found",
     3,
     {{DOSEAU_FOUND, true, 412.7, 412.7},
      {DOSEAU_FOUND, true, 398.2, 398.2},
      {DOSEAU_FOUND, true, 405.4, 405.4}},
     {DOSEAU_FOUND, true, 405.43333333333334, 405.43333333333334}},
    {"seen once",
     2,
     {{DOSEAU_DETECTED, true, 2.1, 5.3}, {DOSEAU_NOT_DETECTED, true, 0, 4.6}},
     {DOSEAU_DETECTED, true, 1.05, 4.95}},
    {"seen once, the other way round",
     2,
     {{DOSEAU_NOT_DETECTED, true, 0, 4.6}, {DOSEAU_DETECTED, true, 2.1, 5.3}},
     {DOSEAU_DETECTED, true, 1.05, 4.95}},
    {"never seen",
     2,
     {{DOSEAU_NOT_DETECTED, true, 0, 5.3}, {DOSEAU_NOT_DETECTED, true, 0, 4.6}},
     {DOSEAU_NOT_DETECTED, true, 0, 4.95}},
    {"found and detected",
     2,
     {{DOSEAU_DETECTED, true, 2.1, 5.3}, {DOSEAU_FOUND, true, 412.7, 412.7}},
     {DOSEAU_DETECTED, true, 207.4, 209}},
    {"found and not detected",
     2,
     {{DOSEAU_FOUND, true, 412.7, 412.7}, {DOSEAU_NOT_DETECTED, true, 0, 5.3}},
     {DOSEAU_DETECTED, true, 206.35, 209}},
    {"one limit unknown",
     2,
     {{DOSEAU_FOUND, true, 412.7, 412.7}, {DOSEAU_NOT_DETECTED, false, 0, 0}},
     {DOSEAU_DETECTED, false, 206.35, 0}},
    {"the first limit unknown",
     2,
     {{DOSEAU_NOT_DETECTED, false, 0, 0}, {DOSEAU_NOT_DETECTED, true, 0, 5.3}},
     {DOSEAU_NOT_DETECTED, false, 0, 0}},
};

Test(sample, means_of_replicates)
{
    for (size_t i = 0; i < COUNT(means); i++) {
        doseau_sample mean = MISSING;
        cr_expect(eq(int, doseau_sample_mean(means[i].samples, means[i].n, &mean), DOSEAU_OK));
        expect_sample(mean, means[i].mean, means[i].why);
    }
}

Test(sample, no_mean)
{
    const doseau_sample with_missing[] = {doseau_sample_found(412.7), doseau_sample_missing()};
    const doseau_sample huge[] = {doseau_sample_found(DBL_MAX), doseau_sample_found(DBL_MAX)};
    const doseau_sample huge_limits[] = {doseau_sample_not_detected(DBL_MAX),
                                         doseau_sample_not_detected(DBL_MAX)};
    doseau_sample mean = doseau_sample_found(3.7);
    cr_expect(eq(int, doseau_sample_mean(with_missing, 0, &mean), DOSEAU_ETOOFEW));
    cr_expect(eq(int, doseau_sample_mean(with_missing, 2, &mean), DOSEAU_EDOMAIN));
    cr_expect(eq(int, doseau_sample_mean(huge, 2, &mean), DOSEAU_EDOMAIN));
    cr_expect(eq(int, doseau_sample_mean(huge_limits, 2, &mean), DOSEAU_EDOMAIN));
    expect_sample(mean, doseau_sample_found(3.7), "untouched");
}
