/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <criterion/criterion.h>

#include <criterion/new/assert.h>

#include "base/search.h"
#include "stats/sort.h"

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

/* By hand; several are equal, as rows of one day are. */
static const int items[] = {2, 3, 3, 3, 7};
static const struct {
    int key;
    size_t first;
    bool found;
} rows[] = {{1, 0, false}, {2, 0, true}, {3, 1, true}, {4, 4, false}, {7, 4, true}, {8, 5, false}};

static int compare(const void *item, const void *key)
{
    return *(const int *)item - *(const int *)key;
}

Test(search, sorted_items)
{
    for (size_t i = 0; i < COUNT(rows); i++) {
        const int *key = &rows[i].key;
        cr_expect(
            eq(sz, search_first(items, COUNT(items), sizeof *items, key, compare), rows[i].first),
            "%d", *key);
        const int *expected = rows[i].found ? &items[rows[i].first] : NULL;
        cr_expect(eq(ptr, (void *)search_find(items, COUNT(items), sizeof *items, key, compare),
                     (void *)expected),
                  "%d", *key);
    }
}

Test(search, nothing_to_search)
{
    const int key = 1;
    cr_expect(eq(sz, search_first(NULL, 0, sizeof key, &key, compare), 0));
    cr_expect(eq(ptr, (void *)search_find(NULL, 0, sizeof key, &key, compare), NULL));
}

/* The fences of an item: it and one before, one behind. */
Test(search, every_place_of_every_length)
{
    int odd[40];
    for (size_t n = 0; n < COUNT(odd); n++) {
        odd[n] = 2 * (int)n + 1;
        for (int key = 0; key < 2 * (int)n + 3; key++) {
            const size_t first = search_first(odd, n + 1, sizeof *odd, &key, compare);
            cr_assert(eq(sz, first, (size_t)key / 2), "%d of %zu", key, n + 1);
        }
    }
}

Test(search, sorted_numbers)
{
    const double x[] = {-1, .5, .5, 4};
    cr_expect(eq(sz, stats_sorted_place(x, 4, -2), 0));
    cr_expect(eq(sz, stats_sorted_place(x, 4, .5), 1));
    cr_expect(eq(sz, stats_sorted_place(x, 4, 4.5), 4));
    cr_expect(eq(dbl, stats_sorted_median(x, 4, 4), .5));       /* (.5 + .5) / 2 */
    cr_expect(eq(dbl, stats_sorted_median(x, 4, 0), .5));       /* .5 .5 4 */
    cr_expect(eq(dbl, stats_sorted_median(x + 1, 3, 1), 2.25)); /* .5 4 */
    cr_expect(eq(dbl, stats_sorted_median(x, 2, 0), .5));
    cr_expect(eq(dbl, stats_sorted_median((double[]){0x1p1023, 0x1.8p1023}, 2, 2), 0x1.4p1023));
}
