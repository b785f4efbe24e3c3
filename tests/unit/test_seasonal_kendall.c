/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "known_rows.h"
#include <doseau/akritas.h>
#include <doseau/kendall.h>
#include <doseau/seasonal_kendall.h>
#include <doseau/theil_sen.h>

typedef struct fits {
    doseau_seasonal_kendall k;
    doseau_akritas a;
} fits;

static doseau_figure quantity(const fits *f, const char *name)
{
    const doseau_seasonal_kendall *k = &f->k;
    const struct {
        const char *name;
        doseau_figure figure;
    } all[] = {{"s", known_given((double)k->s)},
               {"n", known_given((double)k->n)},
               {"seasons", known_given((double)k->seasons)},
               {"tau", known_given(k->tau)},
               {"variance", known_given(k->variance)},
               {"variance_covariance", known_given(k->variance_covariance)},
               {"z", known_given(k->z)},
               {"p", known_given(k->p)},
               {"z_covariance", known_given(k->z_covariance)},
               {"p_covariance", known_given(k->p_covariance)},
               {"slope", known_given(k->slope)},
               {"ats_lowest", f->a.slope_lowest},
               {"ats_highest", f->a.slope_highest},
               {"ats_slope", f->a.slope},
               {"ats_intercept", f->a.intercept}};
    for (size_t i = 0; i < sizeof all / sizeof all[0]; i++)
        if (strcmp(all[i].name, name) == 0) return all[i].figure;
    abort();
}

Test(seasonal_kendall, known)
{
    known_rows rows;
    cr_assert(known_open(&rows, "seasonal.csv"));
    size_t n_rows = 0;
    for (; known_next(&rows); n_rows++) {
        static double time[KNOWN_SERIES], names[KNOWN_SERIES], x[KNOWN_SERIES];
        static doseau_censored values[KNOWN_SERIES];
        size_t season[KNOWN_SERIES];
        const size_t n = known_numbers(&rows, "time", time);
        cr_assert(eq(sz, known_values(&rows, "values", values), n));
        known_numbers(&rows, "season", names);
        for (size_t i = 0; i < n; i++) {
            x[i] = values[i].upper;
            season[i] = (size_t)names[i];
        }
        fits f = {0};
        const size_t least = (size_t)known_number(&rows, "least");
        if (least > 0)
            cr_assert(
                eq(int, doseau_seasonal_kendall_test(time, season, x, n, least, &f.k), DOSEAU_OK));
        else
            cr_assert(eq(int, doseau_akritas_fit(time, values, n, &f.a), DOSEAU_OK));
        const doseau_figure found = quantity(&f, known_cell(&rows, "quantity"));
        cr_expect(known_met(&rows, found), "line %zu, %s: %s is %.17g", rows.number,
                  known_cell(&rows, "case"), known_cell(&rows, "quantity"), found.value);
        if (least == 0) cr_expect(eq(int, !f.a.reason, f.a.slope.given && f.a.intercept.given));
    }
    cr_expect(gt(sz, n_rows, 80));
}

/* One season is the plain test and the plain slope. */
Test(seasonal_kendall, one_season)
{
    const double time[] = {2011, 2012, 2014, 2015, 2019, 2020, 2021},
                 x[] = {4.5, 3, 3, 6, 7.5, 6, 9};
    const size_t season[7] = {5, 5, 5, 5, 5, 5, 5};
    doseau_censored values[7];
    for (size_t i = 0; i < 7; i++) values[i] = (doseau_censored){false, x[i], x[i]};
    doseau_seasonal_kendall s;
    doseau_kendall k;
    doseau_theil_sen t;
    doseau_akritas a;
    cr_assert(eq(int, doseau_seasonal_kendall_test(time, season, x, 7, 2, &s), DOSEAU_OK));
    cr_assert(eq(int, doseau_kendall_test(time, x, 7, &k), DOSEAU_OK));
    cr_assert(eq(int, doseau_theil_sen_fit(time, x, 7, .05, &t), DOSEAU_OK));
    cr_assert(eq(int, doseau_akritas_fit(time, values, 7, &a), DOSEAU_OK));
    cr_expect(eq(i64, s.s, k.s));
    cr_expect(epsilon_eq(dbl, s.variance, k.variance, 1e-12));
    cr_expect(eq(dbl, s.variance_covariance, s.variance));
    cr_expect(eq(dbl, s.p, k.p_normal));
    cr_expect(epsilon_eq(dbl, s.slope, t.slope, 1e-14));
    cr_expect(epsilon_eq(dbl, a.slope.value, t.slope, 1e-14));
}

/* Two seasons that are the same: the variance of the doubled S is fourfold. */
Test(seasonal_kendall, repeated_season)
{
    const double time[] = {1, 2, 3, 4, 5, 1, 2, 3, 4, 5}, x[] = {3, 5, 4, 7, 8, 3, 5, 4, 7, 8};
    const size_t season[] = {0, 0, 0, 0, 0, 1, 1, 1, 1, 1};
    doseau_seasonal_kendall s;
    cr_assert(eq(int, doseau_seasonal_kendall_test(time, season, x, 10, 2, &s), DOSEAU_OK));
    cr_expect(epsilon_eq(dbl, s.variance_covariance, 2 * s.variance, 1e-12));
    cr_expect(eq(i64, s.s, 16));
}

Test(seasonal_kendall, statuses)
{
    const double time[] = {1, 2, 3, 3}, x[] = {4, 5, 6, 7}, bad[] = {4, NAN, 6, 7}, same[] = {1, 1};
    const size_t season[] = {0, 0, 0, 0}, apart[] = {0, 1, 2, 3};
    const doseau_censored values[] = {{false, 4, 4}, {true, 0, NAN}},
                          good[] = {{false, 4, 4}, {false, 5, 5}};
    doseau_seasonal_kendall s;
    doseau_akritas a;
    cr_expect(eq(int, doseau_seasonal_kendall_test(time, season, x, 1, 2, &s), DOSEAU_ETOOFEW));
    cr_expect(eq(int, doseau_seasonal_kendall_test(time, season, x, 3, 1, &s), DOSEAU_ETOOFEW));
    cr_expect(eq(int, doseau_seasonal_kendall_test(time, season, x, 3, 4, &s), DOSEAU_ETOOFEW));
    cr_expect(eq(int, doseau_seasonal_kendall_test(time, apart, x, 4, 2, &s), DOSEAU_ETOOFEW));
    cr_expect(eq(int, doseau_seasonal_kendall_test(time, season, x, 4, 2, &s), DOSEAU_EDOMAIN));
    cr_expect(eq(int, doseau_seasonal_kendall_test(time, season, bad, 3, 2, &s), DOSEAU_EDOMAIN));
    cr_expect(eq(int, doseau_seasonal_kendall_test(bad, season, x, 3, 2, &s), DOSEAU_EDOMAIN));
    cr_expect(eq(int, doseau_akritas_fit(time, values, 1, &a), DOSEAU_ETOOFEW));
    cr_expect(eq(int, doseau_akritas_fit(time, values, 2, &a), DOSEAU_EDOMAIN));
    cr_expect(eq(int, doseau_akritas_fit(bad, good, 2, &a), DOSEAU_EDOMAIN));
    cr_assert(eq(int, doseau_akritas_fit(same, good, 2, &a), DOSEAU_OK));
    cr_expect(not(a.slope.given));
}
