/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "known_rows.h"
#include <doseau/block_kendall.h>

static doseau_figure quantity(const doseau_block_kendall *k, const char *name)
{
    const struct {
        const char *name;
        doseau_figure figure;
    } all[] = {{"s", known_given((double)k->s)},
               {"p", known_given(k->p)},
               {"smallest_p", known_given(k->smallest_p)},
               {"naive_variance", known_given(k->naive_variance)},
               {"naive_z", known_given(k->naive_z)},
               {"naive_p", known_given(k->naive_p)},
               {"slope", k->slope},
               {"slope_lowest", k->slope_lowest},
               {"slope_highest", k->slope_highest},
               {"lower", k->lower},
               {"upper", k->upper}};
    for (size_t i = 0; i < sizeof all / sizeof all[0]; i++)
        if (strcmp(all[i].name, name) == 0) return all[i].figure;
    abort();
}

static size_t numbers_of(const known_rows *rows, const char *column, size_t values[KNOWN_SERIES])
{
    static double read[KNOWN_SERIES];
    const size_t n = known_numbers(rows, column, read);
    for (size_t i = 0; i < n; i++) values[i] = (size_t)read[i];
    return n;
}

Test(block_kendall, known)
{
    known_rows rows;
    cr_assert(known_open(&rows, "block_kendall.csv"));
    size_t n_rows = 0;
    for (; known_next(&rows); n_rows++) {
        static double time[KNOWN_SERIES];
        static doseau_censored x[KNOWN_SERIES];
        static size_t block[KNOWN_SERIES], season[KNOWN_SERIES];
        const doseau_blocks data = {known_values(&rows, "values", x),   x,   block, season,
                                    known_numbers(&rows, "time", time), time};
        cr_assert(eq(sz, numbers_of(&rows, "block", block), data.n));
        cr_assert(eq(sz, numbers_of(&rows, "season", season), data.n));
        doseau_block_kendall k;
        cr_assert(eq(int, doseau_block_kendall_test(&data, .1, 9, 1, &k), DOSEAU_OK));
        const doseau_figure found = quantity(&k, known_cell(&rows, "quantity"));
        cr_expect(known_met(&rows, found), "line %zu, %s: %s is %.17g", rows.number,
                  known_cell(&rows, "case"), known_cell(&rows, "quantity"), found.value);
        cr_expect(eq(int, !k.reason, k.slope.given && k.lower.given && k.upper.given));
        cr_expect(k.all_orders);
    }
    cr_expect(gt(sz, n_rows, 90));
}

/* Nine blocks, one value each, every one larger: 2/9! over all orders, so that no random order but
 * one of 20000 is expected to reach it once in ten tests. */
Test(block_kendall, random_orders)
{
    doseau_censored x[9];
    size_t block[9];
    double time[9];
    for (size_t i = 0; i < 9; i++) {
        x[i] = (doseau_censored){false, 3.5 * (double)i, 3.5 * (double)i};
        block[i] = i;
        time[i] = 2000 + (double)i;
    }
    x[8].lower = x[8].upper = 1;
    const doseau_blocks data = {9, x, block, NULL, 9, time};
    doseau_block_kendall k, again, other;
    cr_assert(eq(int, doseau_block_kendall_test(&data, .05, 19999, 7, &k), DOSEAU_OK));
    cr_assert(eq(int, doseau_block_kendall_test(&data, .05, 19999, 7, &again), DOSEAU_OK));
    cr_assert(eq(int, doseau_block_kendall_test(&data, .05, 19999, 8, &other), DOSEAU_OK));
    /* S = 28 + 1 - 7 = 22 of 36 pairs; exact p by counting in whole numbers (Python 3.11,
     * kendall.py). */
    cr_expect(eq(i64, k.s, 22));
    cr_expect(epsilon_eq(dbl, k.p, 0.02474096119929453, .004));
    cr_expect(not(k.all_orders));
    cr_expect(eq(sz, k.orders, 19999));
    cr_expect(epsilon_eq(dbl, k.smallest_p, 1. / 20000, 1e-15));
    cr_expect(eq(dbl, k.p, again.p));
    cr_expect(ne(dbl, k.p, other.p));
    cr_expect(eq(dbl, k.upper.value, 3.5));
    cr_expect(eq(u64, k.compared, 36));
    cr_expect(eq(u64, k.decided, 36));
}

/* Values of one block are not compared with each other, whatever the order of input. */
Test(block_kendall, order_of_input)
{
    const doseau_censored x[] = {
        {false, 4, 4}, {true, 0, 5}, {false, 6, 6}, {false, 9, 9}, {false, 5, 7}};
    const doseau_censored y[] = {
        {false, 5, 7}, {false, 9, 9}, {false, 6, 6}, {true, 0, 5}, {false, 4, 4}};
    const size_t block[] = {0, 0, 1, 2, 2}, turned[] = {2, 2, 1, 0, 0};
    const double time[] = {1, 2, 4};
    const doseau_blocks data = {5, x, block, NULL, 3, time}, back = {5, y, turned, NULL, 3, time};
    doseau_block_kendall k, b;
    cr_assert(eq(int, doseau_block_kendall_test(&data, .5, 0, 0, &k), DOSEAU_OK));
    cr_assert(eq(int, doseau_block_kendall_test(&back, .5, 0, 0, &b), DOSEAU_OK));
    cr_expect(eq(i64, k.s, 7)); /* by hand: 6 is below 9 and not for certain below [5, 7) */
    cr_expect(eq(u64, k.compared, 8));
    cr_expect(eq(u64, k.decided, 7));
    cr_expect(eq(i64, b.s, 7));
    cr_expect(eq(dbl, b.slope.value, k.slope.value));
    cr_expect(eq(dbl, b.p, k.p));
}

Test(block_kendall, too_few)
{
    const doseau_censored x[9] = {{false, 1, 1}};
    const size_t block[9] = {0};
    const double time[9] = {0};
    const doseau_blocks one_value = {1, x, block, NULL, 2, time},
                        one_block = {9, x, block, NULL, 1, time},
                        many = {9, x, block, NULL, 9, time};
    doseau_block_kendall k;
    cr_expect(eq(int, doseau_block_kendall_test(&one_value, .05, 9, 1, &k), DOSEAU_ETOOFEW));
    cr_expect(eq(int, doseau_block_kendall_test(&one_block, .05, 9, 1, &k), DOSEAU_ETOOFEW));
    cr_expect(eq(int, doseau_block_kendall_test(&many, .05, 0, 1, &k), DOSEAU_ETOOFEW));
}

Test(block_kendall, outside_domain)
{
    const doseau_censored x[] = {{false, 1, 1}, {false, 2, 2}},
                          bad[] = {{false, 1, 1}, {false, NAN, 2}};
    const size_t block[] = {0, 1}, wrong[] = {0, 2};
    const double time[] = {1, 2}, never[] = {1, INFINITY}, close[] = {0, 5e-324};
    const doseau_blocks cases[] = {{2, bad, block, NULL, 2, time},
                                   {2, x, wrong, NULL, 2, time},
                                   {2, x, block, NULL, 2, never},
                                   {2, x, block, NULL, 2, close}};
    doseau_block_kendall k;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        cr_expect(eq(int, doseau_block_kendall_test(&cases[i], .05, 9, 1, &k), DOSEAU_EDOMAIN));
    const doseau_blocks good = {2, x, block, NULL, 2, time};
    cr_expect(eq(int, doseau_block_kendall_test(&good, 0, 9, 1, &k), DOSEAU_EDOMAIN));
    cr_expect(eq(int, doseau_block_kendall_test(&good, 1, 9, 1, &k), DOSEAU_EDOMAIN));
}

/* At a large alpha only slopes that leave S = 0 stay. */
Test(block_kendall, interval_shrinks_to_the_slope)
{
    const doseau_censored x[] = {
        {false, 4, 4}, {false, 7, 7}, {true, 0, 5}, {false, 9, 9}, {false, 10, 10}};
    const size_t block[] = {0, 1, 2, 3, 4};
    const double time[] = {1, 2, 4, 5, 7};
    const doseau_blocks data = {5, x, block, NULL, 5, time};
    doseau_block_kendall k;
    cr_assert(eq(int, doseau_block_kendall_test(&data, .999, 0, 0, &k), DOSEAU_OK));
    cr_expect(eq(dbl, k.lower.value, k.slope_lowest.value));
    cr_expect(eq(dbl, k.upper.value, k.slope_highest.value));
}

/* 1, 3, 5, 7, 9 at 0 ... 4: S 10 in 2 of 120 orders; less 2 a step all are equal; less 3 they fall.
 */
Test(block_kendall, other_slopes)
{
    const doseau_censored x[] = {
        {false, 1, 1}, {false, 3, 3}, {false, 5, 5}, {false, 7, 7}, {false, 9, 9}};
    const size_t block[] = {0, 1, 2, 3, 4}, wrong[] = {0, 1, 2, 3, 5};
    const double time[] = {0, 1, 2, 3, 4};
    const doseau_blocks data = {5, x, block, NULL, 5, time}, bad = {5, x, wrong, NULL, 5, time};
    const struct {
        double slope;
        int64_t s;
        double p;
    } rows[] = {{0, 10, 2. / 120}, {2, 0, 1}, {3, -10, 2. / 120}};
    int64_t s = 0;
    double p = 0;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        cr_assert(eq(int, doseau_block_kendall_slope_test(&data, rows[i].slope, 1, 1, &s, &p),
                     DOSEAU_OK));
        cr_expect(eq(i64, s, rows[i].s));
        cr_expect(epsilon_eq(dbl, p, rows[i].p, 1e-12));
    }
    cr_expect(eq(int, doseau_block_kendall_slope_test(&data, NAN, 1, 1, &s, &p), DOSEAU_EDOMAIN));
    cr_expect(eq(int, doseau_block_kendall_slope_test(&bad, 0, 1, 1, &s, &p), DOSEAU_EDOMAIN));
}
