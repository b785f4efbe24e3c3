/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "known_rows.h"
#include "stats/pair_score.h"
#include "stats/permute.h"
#include <doseau/censored_kendall.h>
#include <doseau/kendall.h>

static doseau_figure quantity(const doseau_censored_kendall *k, const char *name)
{
    const struct {
        const char *name;
        doseau_figure figure;
    } all[] = {{"s", known_given((double)k->s)},
               {"undecided", known_given((double)k->undecided)},
               {"variance", known_given(k->variance)},
               {"tau_a", known_given(k->tau_a)},
               {"tau_b", k->tau_b},
               {"z", known_given(k->z)},
               {"p_normal", known_given(k->p_normal)},
               {"p_permutation", known_given(k->p_permutation)},
               {"smallest_p", known_given(k->smallest_p)}};
    for (size_t i = 0; i < sizeof all / sizeof all[0]; i++)
        if (strcmp(all[i].name, name) == 0) return all[i].figure;
    abort();
}

Test(censored_kendall, known)
{
    known_rows rows;
    cr_assert(known_open(&rows, "censored_kendall.csv"));
    size_t n_rows = 0;
    for (; known_next(&rows); n_rows++) {
        static double time[KNOWN_SERIES];
        static doseau_censored x[KNOWN_SERIES];
        const size_t n = known_numbers(&rows, "time", time);
        cr_assert(eq(sz, known_values(&rows, "values", x), n));
        doseau_censored_kendall k;
        cr_assert(eq(int, doseau_censored_kendall_test(time, x, n, 9, 1, &k), DOSEAU_OK));
        const doseau_figure found = quantity(&k, known_cell(&rows, "quantity"));
        cr_expect(known_met(&rows, found), "line %zu, %s: %s is %.17g", rows.number,
                  known_cell(&rows, "case"), known_cell(&rows, "quantity"), found.value);
        cr_expect(eq(int, !k.reason, k.tau_b.given));
        cr_expect(eq(int, k.all_orders, n <= 8));
    }
    cr_expect(gt(sz, n_rows, 100));
}

/* The DFe example: p is 6720/362880 over all orders of 9; 20000 random ones err by .0010. */
Test(censored_kendall, random_orders)
{
    const doseau_censored x[] = {{.lower = 20, .upper = 20},
                                 {true, 0, 10},
                                 {true, 0, 10},
                                 {true, 0, 10},
                                 {true, 0, 10},
                                 {.lower = 7, .upper = 7},
                                 {.lower = 3, .upper = 3},
                                 {true, 0, 3},
                                 {true, 0, 3}};
    doseau_censored_kendall k, again, other;
    cr_assert(eq(int, doseau_censored_kendall_test(NULL, x, 9, 20000, 5, &k), DOSEAU_OK));
    cr_assert(eq(int, doseau_censored_kendall_test(NULL, x, 9, 20000, 5, &again), DOSEAU_OK));
    cr_assert(eq(int, doseau_censored_kendall_test(NULL, x, 9, 20000, 6, &other), DOSEAU_OK));
    cr_expect(epsilon_eq(dbl, k.p_permutation, 6720. / 362880, .004));
    cr_expect(epsilon_eq(dbl, k.smallest_p, 1. / 20001, 1e-15));
    cr_expect(not(k.all_orders));
    cr_expect(eq(dbl, k.p_permutation, again.p_permutation));
    cr_expect(ne(dbl, k.p_permutation, other.p_permutation));
}

static doseau_censored random_value(gsl_rng *rng)
{
    const double lower = (double)gsl_rng_uniform_int(rng, 12);
    switch (gsl_rng_uniform_int(rng, 4)) {
    case 0: return (doseau_censored){true, 0, lower + .5 * (double)gsl_rng_uniform_int(rng, 3)};
    case 1: return (doseau_censored){false, lower, lower + (double)gsl_rng_uniform_int(rng, 5)};
    default: return (doseau_censored){false, lower, lower};
    }
}

static doseau_censored turned(doseau_censored x)
{
    return (doseau_censored){false, -x.upper, -x.lower};
}

Test(censored_kendall, same_as_double_loop)
{
    enum { MOST = 60 };
    gsl_rng *rng = stats_stream(99, 3);
    for (int round = 0; round < 1000; round++) {
        const size_t n = 2 + gsl_rng_uniform_int(rng, MOST - 1);
        double time[MOST];
        doseau_censored x[MOST];
        for (size_t i = 0; i < n; i++) {
            time[i] = (double)gsl_rng_uniform_int(rng, 2 * n);
            x[i] = random_value(rng);
        }
        int64_t s = 0, decided = 0;
        for (size_t j = 0; j < n; j++)
            for (size_t i = 0; i < n; i++) {
                if (time[i] < time[j]) s += pair_score(&x[i], &x[j]);
                if (i < j) decided += pair_score(&x[i], &x[j]) != 0;
                cr_expect(eq(int, pair_score(&x[i], &x[j]), -pair_score(&x[j], &x[i])));
            }
        doseau_censored_kendall k;
        cr_assert(eq(int, doseau_censored_kendall_test(time, x, n, 1, 1, &k), DOSEAU_OK));
        cr_expect(eq(i64, k.s, s), "round %d", round);
        cr_expect(eq(i64, k.undecided, (int64_t)(n * (n - 1) / 2) - decided), "round %d", round);
    }
    gsl_rng_free(rng);
}

/* Without limits everything is as in the plain test: the variance with ties is Daniels'. */
Test(censored_kendall, found_only)
{
    enum { N = 25 };
    gsl_rng *rng = stats_stream(8, 0);
    for (int round = 0; round < 100; round++) {
        double time[N], values[N];
        doseau_censored x[N];
        for (size_t i = 0; i < N; i++) {
            time[i] = (double)gsl_rng_uniform_int(rng, 20);
            values[i] = (double)gsl_rng_uniform_int(rng, 15);
            x[i] = (doseau_censored){false, values[i], values[i]};
        }
        doseau_kendall k;
        doseau_censored_kendall c;
        cr_assert(eq(int, doseau_kendall_test(time, values, N, &k), DOSEAU_OK));
        cr_assert(eq(int, doseau_censored_kendall_test(time, x, N, 1, 1, &c), DOSEAU_OK));
        cr_expect(eq(i64, c.s, k.s));
        cr_expect(epsilon_eq(dbl, c.variance, k.variance, 1e-9));
        cr_expect(epsilon_eq(dbl, c.tau_b.value, k.tau_b.value, 1e-12));
        cr_expect(epsilon_eq(dbl, c.p_normal, k.p_normal, 1e-9));
    }
    gsl_rng_free(rng);
}

/* The mirror of found values: S turns its sign. */
Test(censored_kendall, mirror)
{
    const doseau_censored x[] = {{false, 3, 3}, {false, 1, 1}, {false, 4, 4}, {false, 1.5, 1.5}};
    doseau_censored y[4];
    for (size_t i = 0; i < 4; i++) y[i] = turned(x[i]);
    doseau_censored_kendall k, m;
    cr_assert(eq(int, doseau_censored_kendall_test(NULL, x, 4, 0, 0, &k), DOSEAU_OK));
    cr_assert(eq(int, doseau_censored_kendall_test(NULL, y, 4, 0, 0, &m), DOSEAU_OK));
    cr_expect(eq(i64, k.s, -m.s));
    cr_expect(eq(dbl, k.p_permutation, m.p_permutation));
}

Test(censored_kendall, too_few)
{
    const doseau_censored x[12] = {{true, 0, 5}};
    doseau_censored_kendall k;
    cr_expect(eq(int, doseau_censored_kendall_test(NULL, x, 1, 9, 1, &k), DOSEAU_ETOOFEW));
    cr_expect(eq(int, doseau_censored_kendall_test(NULL, x, 12, 0, 1, &k), DOSEAU_ETOOFEW));
}

Test(censored_kendall, outside_domain)
{
    const double time[] = {1, NAN, 3}, good[] = {1, 2, 3};
    const doseau_censored found[3] = {{false, 2, 2}, {true, 0, 5}, {false, 2, 4}};
    const doseau_censored bad[][3] = {{{false, 2, 2}, {true, 0, NAN}, {false, 2, 4}},
                                      {{false, 2, 2}, {true, 0, INFINITY}, {false, 2, 4}},
                                      {{false, 2, 2}, {false, -INFINITY, 5}, {false, 2, 4}},
                                      {{false, 2, 2}, {true, 0, 5}, {false, 4.5, 4}}};
    doseau_censored_kendall k;
    cr_expect(eq(int, doseau_censored_kendall_test(time, found, 3, 9, 1, &k), DOSEAU_EDOMAIN));
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++)
        cr_expect(eq(int, doseau_censored_kendall_test(good, bad[i], 3, 9, 1, &k), DOSEAU_EDOMAIN));
}

/* Nothing reaches a rise of 12 values in 99 random orders: p is 1/100, never 0. */
Test(censored_kendall, never_zero)
{
    doseau_censored x[12];
    for (size_t i = 0; i < 12; i++) x[i] = (doseau_censored){false, (double)i, (double)i};
    doseau_censored_kendall k;
    cr_assert(eq(int, doseau_censored_kendall_test(NULL, x, 12, 99, 4, &k), DOSEAU_OK));
    cr_expect(eq(dbl, k.p_permutation, .01));
    cr_expect(eq(dbl, k.smallest_p, .01));
}
