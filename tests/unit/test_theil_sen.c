/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "known_rows.h"
#include "stats/permute.h"
#include "stats/slopes.h"
#include <doseau/theil_sen.h>
#include <float.h>

static doseau_figure quantity(const doseau_theil_sen *f, const char *name)
{
    const struct {
        const char *name;
        doseau_figure figure;
    } all[] = {{"slope", known_given(f->slope)},
               {"slopes", known_given((double)f->slopes)},
               {"intercept", known_given(f->intercept)},
               {"intercept_residual", known_given(f->intercept_residual)},
               {"interval_lower", f->interval.lower},
               {"interval_upper", f->interval.upper},
               {"interpolated_lower", f->interval_interpolated.lower},
               {"interpolated_upper", f->interval_interpolated.upper},
               {"conservative_lower", f->interval_conservative.lower},
               {"conservative_upper", f->interval_conservative.upper},
               {"exact_lower", f->interval_exact.lower},
               {"exact_upper", f->interval_exact.upper}};
    for (size_t i = 0; i < sizeof all / sizeof all[0]; i++)
        if (strcmp(all[i].name, name) == 0) return all[i].figure;
    abort();
}

Test(theil_sen, known)
{
    known_rows rows;
    cr_assert(known_open(&rows, "theil_sen.csv"));
    size_t n_rows = 0;
    for (; known_next(&rows); n_rows++) {
        static double time[KNOWN_SERIES], x[KNOWN_SERIES];
        const size_t n = known_numbers(&rows, "time", time);
        cr_assert(eq(sz, known_numbers(&rows, "values", x), n));
        doseau_theil_sen f;
        cr_assert(eq(int, doseau_theil_sen_fit(time, x, n, known_number(&rows, "alpha"), &f), 0));
        const doseau_figure found = quantity(&f, known_cell(&rows, "quantity"));
        cr_expect(known_met(&rows, found), "line %zu, %s: %s is %.17g", rows.number,
                  known_cell(&rows, "case"), known_cell(&rows, "quantity"), found.value);
        cr_expect(eq(int, !f.reason,
                     f.interval.lower.given && f.interval_interpolated.lower.given &&
                         f.interval_conservative.lower.given && f.interval_exact.lower.given));
    }
    cr_expect(gt(sz, n_rows, 300));
}

static int compare_numbers(const void *a, const void *b)
{
    const double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

/* All slopes by plain division, sorted; returns how many. */
static size_t double_loop(const double t[], const double x[], size_t n, double slopes_of[])
{
    size_t size = 0;
    for (size_t j = 0; j < n; j++)
        for (size_t i = 0; i < j; i++)
            if (t[i] < t[j]) slopes_of[size++] = (x[j] - x[i]) / (t[j] - t[i]);
    qsort(slopes_of, size, sizeof *slopes_of, compare_numbers);
    return size;
}

/* Within 4 units of the last place. */
static bool close_to(double a, double b)
{
    double low = b, high = b;
    if (b == 0) return a == 0;
    for (int i = 0; i < 4; i++) low = nextafter(low, -INFINITY), high = nextafter(high, INFINITY);
    return a >= low && a <= high;
}

enum { MANY = 300 };

/* Points of several kinds, in order of time and value: smooth, whole numbers with many equal
 * slopes, slopes that are no doubles, one line, two clouds, few times, large offsets. */
static void fill(gsl_rng *rng, int kind, double t[], double x[])
{
    for (size_t i = 0; i < MANY; i++) {
        const double u = gsl_rng_uniform(rng), k = (double)gsl_rng_uniform_int(rng, 12);
        t[i] = kind == 5                ? floor((double)i / 60)
               : kind == 0 || kind == 6 ? (double)i + u / 2
                                        : (double)i;
        switch (kind) {
        case 0: x[i] = gsl_rng_uniform(rng); break;
        case 1: x[i] = k; break;
        case 2: x[i] = t[i] / 3 + (gsl_rng_uniform_int(rng, 4) ? 0 : u); break;
        case 3: x[i] = -2.5 * t[i] + 412.7; break;
        case 4: x[i] = i % 2 ? 1000 + u : u; break;
        case 5: x[i] = k; break;
        case 6: x[i] = 1e9 + 1e-3 * u; break;
        default: x[i] = 5.25; break;
        }
    }
    if (kind == 6)
        for (size_t i = 0; i < MANY; i++) t[i] += 1e7;
    if (kind == 5)
        for (size_t i = 0; i < MANY; i += 60) qsort(x + i, 60, sizeof *x, compare_numbers);
}

Test(theil_sen, ranks_by_any_seed_as_double_loop)
{
    static double t[MANY], x[MANY], sorted[MANY * MANY / 2];
    gsl_rng *rng = stats_stream(20, 1);
    for (int kind = 0; kind < 8; kind++) {
        fill(rng, kind, t, x);
        const size_t size = double_loop(t, x, MANY, sorted);
        slopes *s[3] = {stats_slopes_new(t, x, MANY, 1), stats_slopes_new(t, x, MANY, 2),
                        stats_slopes_new(t, x, MANY, 3)};
        cr_assert(eq(sz, (size_t)stats_slopes_size(s[0]), size));
        for (size_t i = 0; i < 60; i++) {
            const size_t rank = i < 2    ? (i ? size : 1)
                                : i == 3 ? size / 2
                                         : 1 + gsl_rng_uniform_int(rng, size);
            double found[3];
            for (int k = 0; k < 3; k++)
                cr_assert(eq(int, stats_slopes_rank(s[k], rank, &found[k]), DOSEAU_OK));
            cr_expect(eq(dbl, found[0], found[1]));
            cr_expect(eq(dbl, found[0], found[2]));
            cr_expect(kind == 6 || close_to(found[0], sorted[rank - 1]),
                      "kind %d rank %zu: %.17g %.17g", kind, rank, found[0], sorted[rank - 1]);
            /* Kind 6: the list itself is wrong by the rounding of its differences. */
            cr_expect(epsilon_eq(dbl, found[0], sorted[rank - 1], 1e-6));
        }
        double none;
        cr_expect(eq(int, stats_slopes_rank(s[0], 0, &none), DOSEAU_EDOMAIN));
        cr_expect(eq(int, stats_slopes_rank(s[0], size + 1, &none), DOSEAU_EDOMAIN));
        for (int k = 0; k < 3; k++) stats_slopes_free(s[k]);
    }
    gsl_rng_free(rng);
}

/* Whole numbers have many equal slopes: the last and the first rank of each. */
static void check_ranks_around_equal_slopes(int kind)
{
    static double t[MANY], x[MANY], sorted[MANY * MANY / 2];
    gsl_rng *rng = stats_stream(22, 1);
    fill(rng, kind, t, x);
    const size_t size = double_loop(t, x, MANY, sorted);
    slopes *s = stats_slopes_new(t, x, MANY, 5);
    size_t checked = 0;
    for (size_t rank = 1; rank < size && checked < 300; rank++) {
        if (sorted[rank - 1] == sorted[rank]) continue;
        double below, above;
        cr_assert(eq(int, stats_slopes_rank(s, rank, &below), DOSEAU_OK));
        cr_assert(eq(int, stats_slopes_rank(s, size, &above), DOSEAU_OK)); /* another bracket */
        cr_assert(eq(int, stats_slopes_rank(s, rank + 1, &above), DOSEAU_OK));
        cr_expect(eq(dbl, below, sorted[rank - 1]), "rank %zu", rank);
        cr_expect(eq(dbl, above, sorted[rank]), "rank %zu", rank);
        checked++;
    }
    cr_expect(gt(sz, checked, 20));
    stats_slopes_free(s);
    gsl_rng_free(rng);
}

Test(theil_sen, ranks_around_equal_slopes)
{
    check_ranks_around_equal_slopes(1); /* many different slopes */
    check_ranks_around_equal_slopes(5); /* few */
}

/* One slope everywhere that is no double: the nearest one, on either side of it. */
Test(theil_sen, equal_slopes_that_are_no_double)
{
    static double t[MANY], x[MANY];
    for (int k = 1; k < 14; k++) {
        for (size_t i = 0; i < MANY; i++) {
            t[i] = 13 * (double)i;
            x[i] = k * (double)i - 500;
        }
        slopes *s = stats_slopes_new(t, x, MANY, 5);
        double slope;
        cr_assert(eq(int, stats_slopes_rank(s, 20000, &slope), DOSEAU_OK));
        cr_expect(eq(dbl, slope, k / 13.), "%d/13", k);
        stats_slopes_free(s);
    }
}

Test(theil_sen, small_series_as_double_loop)
{
    gsl_rng *rng = stats_stream(21, 1);
    for (int round = 0; round < 1000; round++) {
        double t[40], x[40], sorted[40 * 39 / 2];
        const size_t n = 2 + gsl_rng_uniform_int(rng, 39);
        for (size_t i = 0; i < n; i++) {
            t[i] = (double)i * (1 + (double)gsl_rng_uniform_int(rng, 3)) / 7;
            x[i] = (double)gsl_rng_uniform_int(rng, 30) / 3;
        }
        qsort(t, n, sizeof *t, compare_numbers);
        const size_t size = double_loop(t, x, n, sorted);
        doseau_theil_sen f;
        if (size == 0) {
            cr_expect(eq(int, doseau_theil_sen_fit(t, x, n, .05, &f), DOSEAU_ETOOFEW));
            continue;
        }
        cr_assert(eq(int, doseau_theil_sen_fit(t, x, n, .05, &f), DOSEAU_OK));
        const double low = sorted[(size - 1) / 2], high = sorted[size / 2];
        const double ulps = 4 * DBL_EPSILON * fmax(fabs(low), fabs(high));
        cr_expect(epsilon_eq(dbl, f.slope, low / 2 + high / 2, ulps), "round %d", round);
    }
    gsl_rng_free(rng);
}

/* Shifts change the intercept only, factors the slope; the order of input changes nothing. */
Test(theil_sen, transforms)
{
    const double t[] = {2011, 2012, 2014, 2015, 2019, 2020},
                 x[] = {412.7, 380.5, 455, 501.25, 499, 620};
    const double u[] = {4.5, 0.5, 5, 1.5, 3.75, 2.5};
    double back_t[6], back_x[6], scaled[6];
    for (size_t i = 0; i < 6; i++) {
        back_t[i] = t[5 - i], back_x[i] = x[5 - i];
        scaled[i] = 100 - 2 * x[i];
    }
    doseau_theil_sen f, b, s, untimed;
    cr_assert(eq(int, doseau_theil_sen_fit(t, x, 6, .1, &f), DOSEAU_OK));
    cr_assert(eq(int, doseau_theil_sen_fit(back_t, back_x, 6, .1, &b), DOSEAU_OK));
    cr_assert(eq(int, doseau_theil_sen_fit(t, scaled, 6, .1, &s), DOSEAU_OK));
    cr_expect(eq(dbl, b.slope, f.slope));
    cr_expect(eq(dbl, b.intercept_residual, f.intercept_residual));
    cr_expect(epsilon_eq(dbl, s.slope, -2 * f.slope, 1e-12));
    cr_expect(epsilon_eq(dbl, s.interval.lower.value, -2 * f.interval.upper.value, 1e-12));
    cr_expect(epsilon_eq(dbl, s.intercept, 100 - 2 * f.intercept, 1e-9));
    cr_assert(eq(int, doseau_theil_sen_fit(NULL, u, 6, .1, &untimed), DOSEAU_OK));
    const double index[] = {0, 1, 2, 3, 4, 5};
    cr_assert(eq(int, doseau_theil_sen_fit(index, u, 6, .1, &f), DOSEAU_OK));
    cr_expect(eq(dbl, untimed.intercept, f.intercept));
}

Test(theil_sen, long_series)
{
    enum { N = 20000 };
    static double t[N], x[N];
    gsl_rng *rng = stats_stream(1, 1);
    for (size_t i = 0; i < N; i++) {
        t[i] = (double)i / 365.25;
        x[i] = 3.5 + .25 * t[i] + gsl_rng_uniform(rng);
    }
    doseau_theil_sen f;
    cr_assert(eq(int, doseau_theil_sen_fit(t, x, N, .05, &f), DOSEAU_OK));
    cr_expect(epsilon_eq(dbl, f.slope, .25, 1e-3));
    cr_expect(lt(dbl, f.interval.lower.value, .25));
    cr_expect(gt(dbl, f.interval.upper.value, .25));
    cr_expect(epsilon_eq(dbl, f.interval_interpolated.lower.value, f.interval.lower.value, 1e-6));
    gsl_rng_free(rng);
}

Test(theil_sen, too_few)
{
    const double t[] = {2011, 2011, 2011}, x[] = {1, 2, 3};
    doseau_theil_sen f;
    cr_expect(eq(int, doseau_theil_sen_fit(t, x, 3, .05, &f), DOSEAU_ETOOFEW));
    cr_expect(eq(int, doseau_theil_sen_fit(NULL, x, 1, .05, &f), DOSEAU_ETOOFEW));
}

Test(theil_sen, outside_domain)
{
    const double good[] = {1, 2, 3}, bad[] = {1, NAN, 3}, tiny[] = {0, DBL_MIN, 1},
                 huge[] = {0, 1e300, 2};
    doseau_theil_sen f;
    cr_expect(eq(int, doseau_theil_sen_fit(bad, good, 3, .05, &f), DOSEAU_EDOMAIN));
    cr_expect(eq(int, doseau_theil_sen_fit(good, bad, 3, .05, &f), DOSEAU_EDOMAIN));
    cr_expect(eq(int, doseau_theil_sen_fit(good, good, 3, 0, &f), DOSEAU_EDOMAIN));
    cr_expect(eq(int, doseau_theil_sen_fit(good, good, 3, 1, &f), DOSEAU_EDOMAIN));
    cr_expect(eq(int, doseau_theil_sen_fit(good, good, 3, NAN, &f), DOSEAU_EDOMAIN));
    cr_expect(
        eq(int, doseau_theil_sen_fit(tiny, huge, 2, .05, &f), DOSEAU_EDOMAIN)); /* overflows */
}
