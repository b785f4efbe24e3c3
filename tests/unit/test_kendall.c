/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "known_rows.h"
#include "stats/kendall_null.h"
#include "stats/permute.h"
#include <doseau/kendall.h>

static doseau_figure quantity(const doseau_kendall *k, const char *name)
{
    const struct {
        const char *name;
        doseau_figure figure;
    } all[] = {{"s", known_given((double)k->s)},
               {"variance", known_given(k->variance)},
               {"tau_a", known_given(k->tau_a)},
               {"tau_b", k->tau_b},
               {"p_exact", k->p_exact},
               {"z", known_given(k->z)},
               {"p_normal", known_given(k->p_normal)},
               {"z_nocc", known_given(k->z_nocc)},
               {"p_normal_nocc", known_given(k->p_normal_nocc)},
               {"p", known_given(k->p)},
               {"smallest_p", k->smallest_p}};
    for (size_t i = 0; i < sizeof all / sizeof all[0]; i++)
        if (strcmp(all[i].name, name) == 0) return all[i].figure;
    abort();
}

Test(kendall, known)
{
    known_rows rows;
    cr_assert(known_open(&rows, "kendall.csv"));
    size_t n_rows = 0;
    for (; known_next(&rows); n_rows++) {
        static double time[KNOWN_SERIES], x[KNOWN_SERIES];
        const size_t n = known_numbers(&rows, "time", time);
        cr_assert(eq(sz, known_numbers(&rows, "values", x), n));
        doseau_kendall k;
        cr_assert(eq(int, doseau_kendall_test(time, x, n, &k), DOSEAU_OK));
        const doseau_figure found = quantity(&k, known_cell(&rows, "quantity"));
        cr_expect(known_met(&rows, found), "line %zu, %s: %s is %.17g", rows.number,
                  known_cell(&rows, "case"), known_cell(&rows, "quantity"), found.value);
        cr_expect(eq(int, !k.reason, k.p_exact.given && k.tau_b.given), "line %zu", rows.number);
    }
    cr_expect(gt(sz, n_rows, 300));
}

/* Random numbers with ties, the same in every run. */
static void fill(gsl_rng *rng, size_t n, double time[], double x[])
{
    const unsigned long times = 1 + gsl_rng_uniform_int(rng, 2 * n);
    const unsigned long values = 1 + gsl_rng_uniform_int(rng, 2 * n);
    for (size_t i = 0; i < n; i++) {
        time[i] = 2000 + .25 * (double)gsl_rng_uniform_int(rng, times);
        x[i] = 3.7 * (double)gsl_rng_uniform_int(rng, values) - 12.9;
    }
}

Test(kendall, same_as_double_loop)
{
    enum { MOST = 90 };
    gsl_rng *rng = stats_stream(412, 7);
    for (int round = 0; round < 1000; round++) {
        const size_t n = 2 + gsl_rng_uniform_int(rng, MOST - 1);
        double time[MOST], x[MOST];
        fill(rng, n, time, x);
        int64_t s = 0;
        for (size_t j = 0; j < n; j++)
            for (size_t i = 0; i < n; i++)
                if (time[i] < time[j]) s += (x[j] > x[i]) - (x[j] < x[i]);
        doseau_kendall k;
        cr_assert(eq(int, doseau_kendall_test(time, x, n, &k), DOSEAU_OK));
        cr_expect(eq(i64, k.s, s), "round %d", round);
        cr_expect(ge(dbl, k.variance, 0));
    }
    gsl_rng_free(rng);
}

/* Turned round, S changes its sign; growing transforms and the order of input change nothing. */
Test(kendall, transforms)
{
    enum { N = 40 };
    gsl_rng *rng = stats_stream(31, 0);
    for (int round = 0; round < 50; round++) {
        double time[N], x[N], turned[N], grown[N];
        fill(rng, N, time, x);
        for (size_t i = 0; i < N; i++) {
            turned[i] = -2.5 * x[i] + 17;
            grown[i] = exp(x[i] / 20);
        }
        doseau_kendall k, t, g, s;
        cr_assert(eq(int, doseau_kendall_test(time, x, N, &k), DOSEAU_OK));
        cr_assert(eq(int, doseau_kendall_test(time, turned, N, &t), DOSEAU_OK));
        cr_assert(eq(int, doseau_kendall_test(time, grown, N, &g), DOSEAU_OK));
        cr_assert(eq(int, doseau_kendall_test(x, time, N, &s), DOSEAU_OK)); /* sides exchanged */
        cr_expect(eq(i64, t.s, -k.s));
        cr_expect(eq(i64, g.s, k.s));
        cr_expect(eq(i64, s.s, k.s));
        cr_expect(epsilon_eq(dbl, s.variance, k.variance, 1e-9));
        cr_expect(eq(dbl, t.p_normal, k.p_normal));
    }
    gsl_rng_free(rng);
}

Test(kendall, without_times)
{
    const double x[] = {5, 3.25, 6, 7, 7};
    doseau_kendall k;
    cr_assert(eq(int, doseau_kendall_test(NULL, x, 5, &k), DOSEAU_OK));
    cr_expect(eq(i64, k.s, 7));
    cr_expect(eq(sz, k.n, 5));
}

/* The distribution sums to 1, is symmetric, and its variance is the formula's. */
Test(kendall, null_distribution)
{
    const struct {
        size_t sizes[5], n;
    } cases[] = {
        {{1, 1, 1, 1, 1}, 5}, {{30, 30}, 2}, {{7, 1, 12, 3, 2}, 5}, {{59, 1}, 2}, {{9}, 1}};
    for (size_t c = 0; c < sizeof cases / sizeof cases[0]; c++) {
        static kendall_null null;
        stats_kendall_null(cases[c].sizes, cases[c].n, &null);
        double n = 0, ties = 0, sum = 0, variance = 0;
        for (size_t g = 0; g < cases[c].n; g++) {
            const double t = (double)cases[c].sizes[g];
            n += t;
            ties += t * (t - 1) * (2 * t + 5);
        }
        for (size_t k = 0; k <= null.most; k++) {
            const double s = (double)null.most - 2 * (double)k;
            sum += null.p[k];
            variance += s * s * null.p[k];
            cr_expect(epsilon_eq(dbl, null.p[k], null.p[null.most - k], 1e-12 * null.p[k]));
        }
        const double expected = (n * (n - 1) * (2 * n + 5) - ties) / 18;
        cr_expect(epsilon_eq(dbl, sum, 1, 1e-13));
        cr_expect(epsilon_eq(dbl, variance, expected, 1e-11 * expected));
        cr_expect(eq(dbl, stats_kendall_upper(&null, (int64_t)null.most + 1), 0));
        cr_expect(eq(dbl, stats_kendall_upper(&null, -(int64_t)null.most), 1));
    }
}

Test(kendall, smallest_p)
{
    /* 2/n!, by hand */
    const double expected[] = {1, 1, 1, 1. / 3, 1. / 12, 1. / 60, 1. / 360, 1. / 2520};
    for (size_t n = 0; n < sizeof expected / sizeof expected[0]; n++)
        cr_expect(epsilon_eq(dbl, doseau_kendall_smallest_p(n), expected[n], 1e-15));
}

Test(kendall, long_series)
{
    enum { N = 10000 };
    static double x[N];
    for (size_t i = 0; i < N; i++) x[i] = (double)((i * 7919) % N) + (double)i * .125;
    doseau_kendall k;
    cr_assert(eq(int, doseau_kendall_test(NULL, x, N, &k), DOSEAU_OK));
    /* Python 3.11: bisect into a sorted list, value by value */
    cr_expect(eq(i64, k.s, 4048016));
    cr_expect(not(k.smallest_p.given));
}

Test(kendall, too_few)
{
    const double x[] = {4.2};
    doseau_kendall k;
    cr_expect(eq(int, doseau_kendall_test(NULL, x, 1, &k), DOSEAU_ETOOFEW));
    cr_expect(eq(int, doseau_kendall_test(NULL, NULL, 0, &k), DOSEAU_ETOOFEW));
}

Test(kendall, outside_domain)
{
    const double good[] = {1, 2, 3}, bad[] = {1, NAN, 3}, far[] = {1, INFINITY, 3};
    doseau_kendall k = {.n = 99};
    cr_expect(eq(int, doseau_kendall_test(good, bad, 3, &k), DOSEAU_EDOMAIN));
    cr_expect(eq(int, doseau_kendall_test(far, good, 3, &k), DOSEAU_EDOMAIN));
    cr_expect(eq(sz, k.n, 99)); /* written on success only */
}
