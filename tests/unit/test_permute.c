/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "stats/permute.h"

/* 1 where item context[1] stands at place context[0]. */
static double stands(const size_t order[], const void *context, void *scratch)
{
    (void)scratch;
    const size_t *at = context;
    return order[at[0]] == at[1];
}

/* Every item stands at every place equally often: 1/9, and 20000 draws err by .0022. */
Test(permute, every_place_alike)
{
    for (size_t place = 0; place < 9; place++) {
        const size_t at[] = {place, place};
        const permute_plan plan = {
            .n = 9, .statistic = stands, .context = at, .seed = 5, .draws = 20000};
        permute_result r;
        cr_assert(eq(int, stats_permute(&plan, &r), DOSEAU_OK));
        cr_expect(epsilon_eq(dbl, r.p, 1. / 9, .008), "place %zu", place);
    }
}

/* 1 for orders with an even number of inversions. */
static double is_even(const size_t order[], const void *context, void *scratch)
{
    (void)context;
    (void)scratch;
    int inversions = 0;
    for (size_t j = 0; j < 9; j++)
        for (size_t i = 0; i < j; i++) inversions += order[i] > order[j];
    return inversions % 2 == 0;
}

Test(permute, half_of_the_orders_are_even)
{
    const permute_plan plan = {.n = 9, .statistic = is_even, .seed = 5, .draws = 20000};
    permute_result r;
    cr_assert(eq(int, stats_permute(&plan, &r), DOSEAU_OK));
    cr_expect(epsilon_eq(dbl, r.p, .5, .012)); /* 3.4 standard errors */
}

/* All orders: exactly 1/n of them, n! in number. */
Test(permute, all_orders)
{
    size_t factorial = 1;
    for (size_t n = 1; n <= 8; n++) {
        factorial *= n;
        for (size_t place = 0; place < n; place++) {
            const size_t at[] = {place, place};
            const permute_plan plan = {.n = n, .statistic = stands, .context = at};
            permute_result r;
            cr_assert(eq(int, stats_permute(&plan, &r), DOSEAU_OK));
            cr_expect(eq(sz, r.orders, factorial));
            cr_expect(epsilon_eq(dbl, r.p, 1 / (double)n, 1e-15));
            cr_expect(epsilon_eq(dbl, r.smallest_p, 1 / (double)n, 1e-15));
        }
    }
}

Test(permute, streams_differ)
{
    gsl_rng *a = stats_stream(1, 0), *b = stats_stream(1, 1), *c = stats_stream(2, 0),
            *d = stats_stream(1, 0);
    const unsigned long first = gsl_rng_get(a);
    cr_expect(ne(ulong, first, gsl_rng_get(b)));
    cr_expect(ne(ulong, first, gsl_rng_get(c)));
    cr_expect(eq(ulong, first, gsl_rng_get(d)));
    gsl_rng_free(a);
    gsl_rng_free(b);
    gsl_rng_free(c);
    gsl_rng_free(d);
}

Test(permute, too_few)
{
    const size_t at[] = {0, 0};
    const permute_plan none = {.n = 0, .statistic = stands, .context = at},
                       undrawn = {.n = 9, .statistic = stands, .context = at};
    permute_result r;
    cr_expect(eq(int, stats_permute(&none, &r), DOSEAU_ETOOFEW));
    cr_expect(eq(int, stats_permute(&undrawn, &r), DOSEAU_ETOOFEW));
}
