/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <criterion/criterion.h>

#include <criterion/new/assert.h>
#include <doseau/summary.h>
#include <float.h>
#include <math.h>
#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof(array)[0])
enum { MOST = 8 };

/* Weights of 0 throughout: none are given. NAN: an error, DOSEAU_EDOMAIN. */
static const struct {
    const char *source;
    size_t n;
    double x[MOST], weights[MOST];
    double mean, median, geomean;
    double weighted_mean, weighted_geomean;
    double tolerance;
} known[] = {
    {"Utrecht MDMA 2021, METHODS 9.1: 100.9971, 87.5848; the median is Wednesday",
     7,
     {114.65, 56.88, 81.17, 47, 52.91, 140.32, 214.05},
     {0},
     100.9971,
     81.17,
     87.5848,
     NAN,
     NAN,
     6e-7},
    {"benzoylecgonine 2019 of three plants, METHODS 9.1: 663.94, weighted with people 751.68; "
     "geometric by mpmath",
     3,
     {986.15, 545.42, 460.25},
     {769000, 450300, 300000},
     663.94,
     545.42,
     627.89825834916756615,
     751.68,
     711.80302202236232709,
     1e-5},
    {"one number", 1, {412.7}, {.37}, 412.7, 412.7, 412.7, 412.7, 412.7, 2e-16},
    {"two: (412.7 + 51.3) / 2, sqrt(412.7 * 51.3); 3 to 1: (3 * 412.7 + 51.3) / 4, "
     "(412.7^3 * 51.3)^(1/4) by mpmath",
     2,
     {412.7, 51.3},
     {3, 1},
     232,
     232,
     145.50432983248299,
     322.35,
     245.05027427421037,
     1e-15},
    {"even, unsorted, equal ones: (7.2 + 9.9) / 2",
     6,
     {9.9, 3.1, 7.2, 3.1, 812.6, 22.3},
     {0},
     858.2 / 6,
     8.55,
     15.216407371619182,
     NAN,
     NAN,
     1e-15},
    {"a weight of 0 counts nothing: (2 * 3.1 + 1 * 22.3) / 3, (3.1^2 * 22.3)^(1/3) by mpmath",
     3,
     {3.1, 812.6, 22.3},
     {2, 0, 1},
     838.0 / 3,
     22.3,
     38.298443582833082,
     9.5,
     5.9842457069508283,
     1e-15},
    {"no geometric mean of 0: (0 + 3.1 + 22.3) / 3",
     3,
     {0, 3.1, 22.3},
     {1, 1, 2},
     25.4 / 3,
     3.1,
     NAN,
     11.925,
     NAN,
     1e-15},
    {"nor of -3.1", 3, {-3.1, 4.7, 22.3}, {1, 1, 2}, 23.9 / 3, 4.7, NAN, 11.55, NAN, 1e-15},
    {"large: no sum overflows; means by hand",
     2,
     {1.5e308, 1.7e308},
     {1, 3},
     1.6e308,
     1.6e308,
     1.5968719422671312e308,
     1.65e308,
     1.6476292974616963e308,
     1e-12},
    {"far apart: no difference overflows",
     2,
     {-1.7e308, 1.5e308},
     {0},
     -1e307,
     -1e307,
     NAN,
     NAN,
     NAN,
     1e-12},
    {"small: logs of numbers below DBL_MIN",
     2,
     {4e-310, 9e-310},
     {1, 1},
     6.5e-310,
     6.5e-310,
     6e-310,
     6.5e-310,
     6e-310,
     1e-12},
};

static void expect_value(const char *source, const char *what, doseau_status status, double got,
                         double expected, double tolerance)
{
    cr_expect(eq(int, status, isnan(expected) ? DOSEAU_EDOMAIN : DOSEAU_OK), "%s, %s", source,
              what);
    if (isnan(expected))
        cr_expect(eq(dbl, got, -7), "%s, %s", source, what);
    else
        cr_expect(le(dbl, fabs(got - expected), tolerance * fabs(expected)), "%s, %s: %.17g",
                  source, what, got);
}

Test(summary, known)
{
    for (size_t i = 0; i < COUNT(known); i++) {
        const char *source = known[i].source;
        const double *x = known[i].x, *w = known[i].weights, tolerance = known[i].tolerance;
        const size_t n = known[i].n;
        double got = -7;
        doseau_status status = doseau_mean(x, n, &got);
        expect_value(source, "mean", status, got, known[i].mean, tolerance);
        got = -7;
        status = doseau_median(x, n, &got);
        expect_value(source, "median", status, got, known[i].median, tolerance);
        got = -7;
        status = doseau_geometric_mean(x, NULL, n, &got);
        expect_value(source, "geometric mean", status, got, known[i].geomean, tolerance);
        got = -7;
        status = doseau_weighted_mean(x, w, n, &got);
        expect_value(source, "weighted mean", status, got, known[i].weighted_mean, tolerance);
        got = -7;
        status = doseau_geometric_mean(x, w, n, &got);
        expect_value(source, "weighted geometric mean", status, got, known[i].weighted_geomean,
                     tolerance);
    }
}

static const double three[] = {412.7, 3.1, 51.3};

typedef doseau_status (*summarize)(const double x[], const double weights[], size_t n, double *out);

static doseau_status plain_mean(const double x[], const double weights[], size_t n, double *out)
{
    (void)weights;
    return doseau_mean(x, n, out);
}

static doseau_status median(const double x[], const double weights[], size_t n, double *out)
{
    (void)weights;
    return doseau_median(x, n, out);
}

static const summarize all[] = {plain_mean, doseau_weighted_mean, median, doseau_geometric_mean};

static void expect_refused(const char *why, summarize function, const double x[],
                           const double weights[], size_t n, doseau_status expected)
{
    double got = -7;
    cr_expect(eq(int, function(x, weights, n, &got), expected), "%s", why);
    cr_expect(eq(dbl, got, -7), "%s", why);
}

Test(summary, of_nothing)
{
    for (size_t i = 0; i < COUNT(all); i++)
        expect_refused("no number", all[i], three, three, 0, DOSEAU_ETOOFEW);
}

Test(summary, of_what_is_no_number)
{
    static const double bad[] = {NAN, INFINITY, -INFINITY};
    for (size_t i = 0; i < COUNT(all); i++)
        for (size_t j = 0; j < COUNT(bad); j++)
            for (size_t at = 0; at < 3; at++) {
                double x[3] = {412.7, 3.1, 51.3};
                x[at] = bad[j];
                expect_refused("x", all[i], x, three, 3, DOSEAU_EDOMAIN);
                if (all[i] == doseau_weighted_mean || all[i] == doseau_geometric_mean)
                    expect_refused("weight", all[i], three, x, 3, DOSEAU_EDOMAIN);
            }
}

/* Also where its weight is 0. */
Test(summary, of_what_is_no_number_and_counts_nothing)
{
    static const double x[] = {412.7, INFINITY, 51.3}, weights[] = {1, 0, 1};
    expect_refused("mean", doseau_weighted_mean, x, weights, 3, DOSEAU_EDOMAIN);
    expect_refused("geometric mean", doseau_geometric_mean, x, weights, 3, DOSEAU_EDOMAIN);
}

Test(summary, weights_that_cannot_be)
{
    static const double weights[][3] = {{0, 0, 0}, {1, -.1, 2}, {-1, -1, -1}, {0, 0, -.1}};
    for (size_t i = 0; i < COUNT(weights); i++) {
        expect_refused("weighted mean", doseau_weighted_mean, three, weights[i], 3, DOSEAU_EDOMAIN);
        expect_refused("geometric mean", doseau_geometric_mean, three, weights[i], 3,
                       DOSEAU_EDOMAIN);
    }
}

Test(summary, the_median_leaves_its_numbers_alone)
{
    double x[] = {412.7, 3.1, 51.3, 7.9}, got;
    const double before[] = {412.7, 3.1, 51.3, 7.9};
    cr_assert(eq(int, doseau_median(x, 4, &got), DOSEAU_OK));
    cr_expect(eq(int, memcmp(x, before, sizeof x), 0));
}

/* For EUDA, the mean over plants of a city is the total mass flow over all people. */
Test(summary, weighted_mean_is_mass_over_people)
{
    static const double load[] = {986.15, 545.42, 460.25}, people[] = {769000, 450300, 300000};
    double mean, mass = 0, all_people = 0;
    for (size_t i = 0; i < 3; i++) {
        mass += load[i] * people[i];
        all_people += people[i];
    }
    cr_assert(eq(int, doseau_weighted_mean(load, people, 3, &mean), DOSEAU_OK));
    cr_expect(le(dbl, fabs(mean / (mass / all_people) - 1), 4e-16));
}
