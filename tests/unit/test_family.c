/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "known.h"
#include <doseau/family.h>

enum { MOST = 32 };

static void check(char set, int first_line, const double p[], const double holm[],
                  const double bh[], size_t m)
{
    double adjusted[MOST];
    cr_assert(eq(int, doseau_holm(p, m, adjusted), DOSEAU_OK));
    for (size_t i = 0; i < m; i++)
        cr_expect(known_close(adjusted[i], holm[i], 1e-14), "Holm %c line %d: %.17g", set,
                  first_line + (int)i, adjusted[i]);
    cr_assert(eq(int, doseau_benjamini_hochberg(p, m, adjusted), DOSEAU_OK));
    for (size_t i = 0; i < m; i++)
        cr_expect(known_close(adjusted[i], bh[i], 1e-14), "BH %c line %d: %.17g", set,
                  first_line + (int)i, adjusted[i]);
}

Test(family, known)
{
    known_file file = known_open("family");
    known_row row;
    double p[MOST], holm[MOST], bh[MOST];
    size_t m = 0, rows = 0;
    char set = '\0';
    int first_line = 0;
    bool more = known_next(&file, &row);
    while (more) {
        if (m == 0) first_line = row.line;
        set = row.field[0][0];
        p[m] = known_number(&row, 1);
        holm[m] = known_number(&row, 2);
        bh[m++] = known_number(&row, 3);
        rows++;
        more = known_next(&file, &row);
        if (more && row.field[0][0] == set) continue;
        check(set, first_line, p, holm, bh, m);
        m = 0;
    }
    cr_expect(eq(sz, rows, 49));
}

/* In place, and whatever the order. */
Test(family, order_does_not_matter)
{
    const double p[5] = {.04, .001, .8, .013, .3}, turned[5] = {.3, .8, .04, .001, .013};

    const size_t of[5] = {2, 3, 1, 4, 0}; /* p[i] is turned[...] */
    double a[5], b[5];

    for (int bh = 0; bh < 2; bh++) {
        doseau_status (*adjust)(const double[], size_t, double[]) =
            bh ? doseau_benjamini_hochberg : doseau_holm;
        memcpy(b, turned, sizeof b);
        cr_assert(eq(int, adjust(p, 5, a), DOSEAU_OK));
        cr_assert(eq(int, adjust(b, 5, b), DOSEAU_OK));
        for (size_t i = 0; i < 5; i++) cr_expect(eq(dbl, a[i], b[of[i]]));
    }
}

Test(family, the_smallest_p_of_six_values_passes_with_18_tests)
{
    double p[18], adjusted[18];
    for (size_t i = 0; i < 18; i++) p[i] = i == 7 ? 2. / 720 : .6;
    cr_assert(eq(int, doseau_holm(p, 18, adjusted), DOSEAU_OK));
    cr_expect(doseau_p_is_at_most(adjusted[7], .05));
    cr_expect(doseau_p_is_at_most(.05 * (1 + 9e-13), .05));
    cr_expect(not(doseau_p_is_at_most(.05 * (1 + 2e-12), .05)));
    cr_expect(not(doseau_p_is_at_most((double)NAN, .05)));
}

Test(family, statuses)
{
    const double bad[] = {-.01, 1.01, (double)NAN};
    double adjusted[2] = {-7, -7};
    for (size_t i = 0; i < 3; i++) {
        const double p[2] = {.3, bad[i]};
        cr_expect(eq(int, doseau_holm(p, 2, adjusted), DOSEAU_EDOMAIN));
        cr_expect(eq(int, doseau_benjamini_hochberg(p, 2, adjusted), DOSEAU_EDOMAIN));
    }
    cr_expect(eq(int, doseau_holm(bad, 0, adjusted), DOSEAU_ETOOFEW));
    cr_expect(eq(int, doseau_benjamini_hochberg(bad, 0, adjusted), DOSEAU_ETOOFEW));
    cr_expect(eq(dbl, adjusted[0], -7));
}
