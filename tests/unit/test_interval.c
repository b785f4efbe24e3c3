/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <criterion/criterion.h>

#include <criterion/new/assert.h>
#include <doseau/interval.h>
#include <float.h>
#include <math.h>

#include "stats/interval.h"

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

/* Limits by mpmath 1.3.0 (50 digits) unless said otherwise. */
static const struct {
    const char *source;
    double estimate, rel_u, alpha, lower, upper, tolerance;
} known[] = {
    {"METHODS 3.4(a), two decimals", 100.9971, .12744, .05, 78.75, 129.52, 5e-5},
    {"a day with the default budget but population", 412.7, .18027756377319945, .05,
     290.674711535286983, 585.951523269417709, 1e-13},
    {"90 %", 412.7, .25, .1, 275.262162863772094, 618.760269221209333, 1e-13},
    {"99 %", 37.1, .55, .01, 9.86917716288149617, 139.465527600087252, 1e-13},
    {"never reaches 0", .83, 3.7, .05, .0333994335441715996, 20.6260983165751053, 1e-13},
    {"1 + u^2 rounds to 1", 412.7, 1e-9, .05, 412.699999191122853, 412.700000808877126, 1e-15},
    {"10 %", 412.7, .25, .9, 400.126407067812603, 425.668706167484436, 1e-13},
    {"small numbers", 4.127e-300, .25, .05, 2.54712963405674674e-300, 6.68679315425080053e-300,
     1e-13},
    {"no uncertainty: by definition", 412.7, 0, .05, 412.7, 412.7, 0},
};

Test(interval, known)
{
    for (size_t i = 0; i < COUNT(known); i++) {
        doseau_interval got = {-7, -7};
        cr_expect(
            eq(int,
               doseau_lognormal_interval(known[i].estimate, known[i].rel_u, known[i].alpha, &got),
               DOSEAU_OK),
            "%s", known[i].source);
        cr_expect(le(dbl, fabs(got.lower / known[i].lower - 1), known[i].tolerance), "%s: %.17g",
                  known[i].source, got.lower);
        cr_expect(le(dbl, fabs(got.upper / known[i].upper - 1), known[i].tolerance), "%s: %.17g",
                  known[i].source, got.upper);
    }
}

/* The estimate is the median: lower * upper = estimate^2. */
Test(interval, middle_is_the_estimate)
{
    for (double u = .001; u < 8; u *= 1.37) {
        doseau_interval got;
        cr_assert(eq(int, doseau_lognormal_interval(412.7, u, .05, &got), DOSEAU_OK));
        cr_expect(le(dbl, fabs(sqrt(got.lower * got.upper) / 412.7 - 1), 1e-14));
    }
}

static const struct {
    const char *why;
    double estimate, rel_u, alpha;
} refused[] = {
    {"an estimate of 0", 0, .1, .05},
    {"an estimate below 0", -412.7, .1, .05},
    {"no estimate", NAN, .1, .05},
    {"an endless estimate", INFINITY, .1, .05},
    {"an uncertainty below 0", 412.7, -.1, .05},
    {"no uncertainty given", 412.7, NAN, .05},
    {"an endless uncertainty", 412.7, INFINITY, .05},
    {"alpha 0", 412.7, .1, 0},
    {"alpha 1", 412.7, .1, 1},
    {"alpha below 0", 412.7, .1, -.05},
    {"alpha above 1", 412.7, .1, 1.05},
    {"no alpha", 412.7, .1, NAN},
    {"the upper limit overflows", 1.7e308, .1, .05},
    {"the lower limit vanishes", 5e-324, 3, .05},
};

Test(interval, refuses)
{
    for (size_t i = 0; i < COUNT(refused); i++) {
        doseau_interval got = {-7, -7};
        cr_expect(eq(int,
                     doseau_lognormal_interval(refused[i].estimate, refused[i].rel_u,
                                               refused[i].alpha, &got),
                     DOSEAU_EDOMAIN),
                  "%s", refused[i].why);
        cr_expect(eq(dbl, got.lower, -7), "%s", refused[i].why);
        cr_expect(eq(dbl, got.upper, -7), "%s", refused[i].why);
    }
}

/* The same z serves all estimates of one alpha. */
Test(interval, z_first)
{
    double z = -7;
    doseau_interval once = {-7, -7}, twice = {-7, -7};
    cr_assert(eq(int, stats_interval_z(.1, &z), DOSEAU_OK));
    cr_expect(le(dbl, fabs(z - 1.6448536269514727), 1e-15)); /* as in test_quantile.c */
    cr_assert(eq(int, stats_lognormal_interval(412.7, .25, z, &once), DOSEAU_OK));
    cr_assert(eq(int, doseau_lognormal_interval(412.7, .25, .1, &twice), DOSEAU_OK));
    cr_expect(eq(dbl, once.lower, twice.lower));
    cr_expect(eq(dbl, once.upper, twice.upper));
    z = -7;
    cr_expect(eq(int, stats_interval_z(0, &z), DOSEAU_EDOMAIN));
    cr_expect(eq(int, stats_interval_z(1, &z), DOSEAU_EDOMAIN));
    cr_expect(eq(dbl, z, -7));
}
