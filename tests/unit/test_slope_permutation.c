/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include <doseau/slope_permutation.h>
#include <math.h>

/* Python 3.11: fractions, all orders (itertools.permutations); slopes by the formula. */
static const struct {
    double time[7], x[7];
    size_t n;
    double slope, p, smallest;
} cases[] = {
    {{1, 2, 3}, {1.5, 2.5, 2}, 3, 0.25, 1.0, 0.3333333333333333},
    {{1, 2, 4, 5, 8}, {4.25, 5.5, 5, 7.25, 9}, 5, 0.65, 0.03333333333333333, 0.008333333333333333},
    {{2011, 2012, 2013, 2014, 2015, 2017},
     {644.1, 650.49, 393, 716.38, 641.72, 734.04},
     6,
     20.462999999999994,
     0.5,
     0.001388888888888889},
    {{1, 2, 3, 4}, {7, 7, 7, 7}, 4, 0.0, 1.0, 1.0},
    {{1, 1, 2, 2}, {3, 4, 4, 6}, 4, 1.5, 0.6666666666666666, 0.6666666666666666},
    {{0, 1, 2, 3, 4},
     {0.1, 0.2, 0.3, 0.4, 0.5},
     5,
     0.1,
     0.016666666666666666,
     0.016666666666666666},
};

Test(slope_permutation, known)
{
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        doseau_slope_permutation s;
        cr_assert(eq(int,
                     doseau_slope_permutation_test(cases[i].time, cases[i].x, cases[i].n, 0, 0, &s),
                     DOSEAU_OK));
        cr_expect(epsilon_eq(dbl, s.slope, cases[i].slope, 1e-12 * fabs(cases[i].slope)),
                  "case %zu", i);
        cr_expect(epsilon_eq(dbl, s.p, cases[i].p, 1e-14), "case %zu", i);
        cr_expect(epsilon_eq(dbl, s.smallest_p, cases[i].smallest, 1e-14), "case %zu", i);
        cr_expect(s.all_orders);
    }
}

Test(slope_permutation, random_orders)
{
    const double x[] = {4.2, 3.9, 5.5, 5.1, 6.8, 5.9, 7.7, 6.1, 6.6};
    doseau_slope_permutation s, again, other, shifted;
    double far[9];
    for (size_t i = 0; i < 9; i++) far[i] = -3 * x[i] + 1000;
    cr_assert(eq(int, doseau_slope_permutation_test(NULL, x, 9, 50000, 3, &s), DOSEAU_OK));
    cr_assert(eq(int, doseau_slope_permutation_test(NULL, x, 9, 50000, 3, &again), DOSEAU_OK));
    cr_assert(eq(int, doseau_slope_permutation_test(NULL, x, 9, 50000, 4, &other), DOSEAU_OK));
    cr_assert(eq(int, doseau_slope_permutation_test(NULL, far, 9, 50000, 3, &shifted), DOSEAU_OK));
    /* Python 3.11: all 362880 orders in fractions. */
    cr_expect(epsilon_eq(dbl, s.p, 0.011772486772486773, .001));
    cr_expect(eq(dbl, s.p, again.p));
    cr_expect(ne(dbl, s.p, other.p));
    cr_expect(eq(dbl, s.p, shifted.p));
    cr_expect(epsilon_eq(dbl, shifted.slope, -3 * s.slope, 1e-12));
    cr_expect(epsilon_eq(dbl, s.smallest_p, 1. / 50001, 1e-15));
}

Test(slope_permutation, statuses)
{
    const double t[] = {1, 2, 3}, same[] = {2, 2, 2}, bad[] = {1, NAN, 2}, many[9] = {1};
    doseau_slope_permutation s;
    cr_expect(eq(int, doseau_slope_permutation_test(t, t, 1, 9, 1, &s), DOSEAU_ETOOFEW));
    cr_expect(eq(int, doseau_slope_permutation_test(same, t, 3, 9, 1, &s), DOSEAU_ETOOFEW));
    cr_expect(eq(int, doseau_slope_permutation_test(NULL, many, 9, 0, 1, &s), DOSEAU_ETOOFEW));
    cr_expect(eq(int, doseau_slope_permutation_test(t, bad, 3, 9, 1, &s), DOSEAU_EDOMAIN));
    cr_expect(eq(int, doseau_slope_permutation_test(bad, t, 3, 9, 1, &s), DOSEAU_EDOMAIN));
}
