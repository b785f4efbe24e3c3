/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <criterion/criterion.h>

#include <criterion/new/assert.h>

#include "stats/resample.h"
#include <math.h>
#include <stdlib.h>

enum { MOST = 2000, SHARES = 6 };

/* ---- Quantiles ---- */

static const double shares[SHARES] = {.975, .025, .5, 1e-9, .31, .9999};

static int compare(const void *a, const void *b)
{
    const double i = ((const resample *)a)->statistic, j = ((const resample *)b)->statistic;
    return (i > j) - (i < j);
}

/* The definition, of sorted items. */
static double by_definition(const resample x[], size_t n, double share)
{
    double total = 0, reached = 0;
    for (size_t i = 0; i < n; i++) total += x[i].weight;
    for (size_t i = 0; i < n; i++) {
        reached += x[i].weight;
        if (reached >= share * total) return x[i].statistic;
    }
    return NAN;
}

static double ascending(size_t i, size_t n)
{
    return (double)i - (double)n / 3;
}

static double descending(size_t i, size_t n)
{
    return (double)(n - i);
}

static double up_and_down(size_t i, size_t n)
{
    return (double)(i < n / 2 ? i : n - i);
}

static double mixed(size_t i, size_t n)
{
    (void)n;
    return sin((double)(i * i + 1));
}

static double with_ties(size_t i, size_t n)
{
    (void)n;
    return (double)(i * 7919 % 23);
}

static double two_values(size_t i, size_t n)
{
    (void)n;
    return i * 7919 % 64 < 13 ? -1 : 0;
}

static double all_equal(size_t i, size_t n)
{
    (void)i, (void)n;
    return -4.5;
}

Test(resample, quantiles_are_those_of_the_definition)
{
    static double (*const values[])(size_t, size_t) = {ascending, descending, up_and_down, mixed,
                                                       with_ties, two_values, all_equal};
    static const size_t sizes[] = {1, 2, 3, 4, 9, 10, 77, 1024, MOST};
    static resample x[MOST], sorted[MOST];
    for (size_t v = 0; v < sizeof values / sizeof *values; v++)
        for (size_t s = 0; s < 2 * sizeof sizes / sizeof *sizes; s++) {
            const size_t n = sizes[s / 2];
            resamples all = {x, n, 0};
            double found[SHARES];
            for (size_t i = 0; i < n; i++) {
                x[i] = (resample){values[v](i, n), s % 2 ? (double)(1 + i * 31 % 17) : 1};
                all.weight += x[i].weight;
                sorted[i] = x[i];
            }
            qsort(sorted, n, sizeof *sorted, compare);
            resample_quantiles(&all, shares, SHARES, found);
            for (size_t k = 0; k < SHARES; k++)
                cr_expect(eq(dbl, found[k], by_definition(sorted, n, shares[k])),
                          "values %zu, n %zu, weights %zu, share %g", v, n, s % 2, shares[k]);
        }
}

/* By hand. .07 times 100 is 7.000000000000001 in numbers: seven of a hundred reach it. */
Test(resample, a_share_that_is_reached_exactly)
{
    static const struct {
        double share, quantile;
    } rows[] = {{.07, 6}, {.0701, 7}, {.29, 28}, {.5, 49}, {.99, 98}, {.9901, 99}};
    resample x[100];
    for (size_t i = 0; i < 100; i++) x[i] = (resample){(double)(i * 37 % 100), 1};
    for (size_t r = 0; r < sizeof rows / sizeof *rows; r++) {
        resamples all = {x, 100, 100};
        double found;
        resample_quantiles(&all, &rows[r].share, 1, &found);
        cr_expect(eq(dbl, found, rows[r].quantile), "%g", rows[r].share);
    }
}

/* ---- Draws ---- */

typedef struct tally {
    size_t calls, values, seen[64];
} tally;

/* Of values 0, 1, 2, ...: counts them. The number that it gives is another for each resample of up
 * to 10. */
static double count_values(const double x[], size_t n, void *context)
{
    tally *t = context;
    double code = 0;
    t->calls++;
    for (size_t i = 0; i < n; i++) {
        t->values++;
        t->seen[(size_t)x[i]]++;
        code = n > 10 ? code + x[i] : code * (double)n + x[i];
    }
    return code;
}

static resamples drawn_of(size_t n, size_t draws, uint64_t seed, tally *t)
{
    double x[64];
    resamples drawn;
    const doseau_bootstrap_options o = {draws, seed, .05, 1};
    for (size_t i = 0; i < n; i++) x[i] = (double)i;
    *t = (tally){0};
    cr_assert(eq(int, resample_draw(x, n, count_values, t, &o, &drawn), DOSEAU_OK));
    cr_expect(eq(dbl, drawn.weight, (double)draws));
    return drawn;
}

/* (2n-1)! / (n! (n-1)!) by hand; no statistic is computed twice where there are no more of them
 * than draws. Of 10 values each draw is one. */
Test(resample, as_many_statistics_as_needed)
{
    static const struct {
        size_t n, draws, calls;
        bool listed;
    } rows[] = {{2, 2, 2, false},        {2, 3, 3, true},          {3, 1000, 10, true},
                {7, 1715, 1715, false},  {7, 1716, 1716, true},    {7, 10000, 1716, true},
                {8, 6434, 6434, false},  {8, 6435, 6435, true},    {9, 20000, 20000, false},
                {9, 24310, 24310, true}, {10, 92379, 92379, false}};
    for (size_t r = 0; r < sizeof rows / sizeof *rows; r++) {
        tally t;
        double weight = 0;
        resamples drawn = drawn_of(rows[r].n, rows[r].draws, 5, &t);
        cr_expect(eq(sz, t.calls, rows[r].calls), "n %zu, draws %zu", rows[r].n, rows[r].draws);
        cr_expect(eq(int, drawn.n < rows[r].draws, rows[r].listed), "n %zu, draws %zu", rows[r].n,
                  rows[r].draws);
        for (size_t i = 0; i < drawn.n; i++) {
            cr_expect(ge(dbl, drawn.items[i].weight, 1));
            weight += drawn.items[i].weight;
        }
        cr_expect(eq(dbl, weight, (double)rows[r].draws));
        free(drawn.items);
    }
}

/* How many orders of its values a resample has, from the statistic that names it. */
static double orders_of(double code, size_t n)
{
    size_t left = (size_t)code, times[10] = {0};
    double orders = 1;
    for (size_t i = 0; i < n; i++) {
        times[left % n]++;
        left /= n;
        orders *= (double)(i + 1);
    }
    for (size_t i = 0; i < n; i++)
        for (size_t k = 2; k <= times[i]; k++) orders /= (double)k;
    return orders;
}

/* Chi-squared of how often each is drawn lies within 4.5 standard deviations of its mean; the
 * fewest expected are 13. */
Test(resample, every_order_is_drawn_as_often)
{
    static const struct {
        size_t n, draws, different;
    } rows[] = {
        {2, 1000, 3}, {3, 100000, 10}, {4, 100000, 35}, {5, 1000000, 126}, {6, 600000, 462}};
    for (size_t r = 0; r < sizeof rows / sizeof *rows; r++) {
        tally t;
        resamples drawn = drawn_of(rows[r].n, rows[r].draws, 11 + r, &t);
        const double df = (double)(rows[r].different - 1);
        const double each = (double)rows[r].draws / pow((double)rows[r].n, (double)rows[r].n);
        double chi2 = 0;
        cr_expect(eq(sz, drawn.n, rows[r].different));
        for (size_t i = 0; i < drawn.n; i++) {
            const double expected = each * orders_of(drawn.items[i].statistic, rows[r].n);
            chi2 += pow(drawn.items[i].weight - expected, 2) / expected;
        }
        cr_expect(lt(dbl, fabs(chi2 - df), 4.5 * sqrt(2 * df)), "n %zu: %g", rows[r].n, chi2);
        free(drawn.items);
    }
}

/* The same of the places, where each draw is one: several from one number. */
Test(resample, every_place_is_drawn_as_often)
{
    static const size_t sizes[] = {7, 10, 11, 12, 16, 30, 33, 64};
    for (size_t s = 0; s < sizeof sizes / sizeof *sizes; s++) {
        tally t;
        const size_t n = sizes[s];
        resamples drawn = drawn_of(n, n == 7 ? 1700 : 20000, 3, &t);
        const double df = (double)(n - 1), expected = (double)t.values / (double)n;
        double chi2 = 0;
        cr_expect(eq(sz, t.values, n * t.calls));
        for (size_t i = 0; i < n; i++) chi2 += pow((double)t.seen[i] - expected, 2) / expected;
        cr_expect(lt(dbl, fabs(chi2 - df), 4.5 * sqrt(2 * df)), "n %zu: %g", n, chi2);
        free(drawn.items);
    }
}

/* The same seed gives the same draws, another others. */
Test(resample, seeds)
{
    static const size_t sizes[] = {5, 12};
    for (size_t s = 0; s < 2; s++) {
        tally a, b, c;
        resamples one = drawn_of(sizes[s], 3000, 1, &a), same = drawn_of(sizes[s], 3000, 1, &b),
                  other = drawn_of(sizes[s], 3000, 2, &c);
        size_t differ = 0;
        for (size_t i = 0; i < one.n; i++) {
            cr_expect(eq(dbl, same.items[i].statistic, one.items[i].statistic));
            cr_expect(eq(dbl, same.items[i].weight, one.items[i].weight));
            differ += other.items[i].weight != one.items[i].weight ||
                      other.items[i].statistic != one.items[i].statistic;
        }
        cr_expect(gt(sz, differ, 0));
        free(one.items);
        free(same.items);
        free(other.items);
    }
}
