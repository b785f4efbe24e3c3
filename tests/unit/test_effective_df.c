/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "known.h"
#include <doseau/effective_df.h>

Test(effective_df, known)
{
    known_file file = known_open("effective_df");
    known_case data = {0};
    known_row row;
    bool fresh;
    int rows = 0;
    doseau_effective_df found;
    for (; known_ask(&file, &data, &row, &fresh); rows++) {
        if (fresh) {
            doseau_variance_part parts[8];
            for (size_t i = 0; i < data.n; i++) {
                const double df = data.column[1][i];
                parts[i] = (doseau_variance_part){data.column[0][i], {df > 0, df}};
            }
            cr_assert(eq(
                int,
                doseau_effective_df_find(parts, data.n, known_setting(&data, "alpha", .05), &found),
                DOSEAU_OK));
        }
        const char *name = row.field[1];
        const bool is_df = strcmp(name, "df") == 0;
        known_check(&row, !is_df || found.df.given,
                    is_df                           ? found.df.value
                    : strcmp(name, "variance") == 0 ? found.variance
                    : strcmp(name, "factor") == 0   ? found.factor
                                                    : found.factor_floor);
    }
    cr_expect(eq(int, rows, 22));
}

/* Between the smallest part's degrees of freedom and the sum of all. */
Test(effective_df, bounds)
{
    for (double share = .01; share < 1; share += .07) {
        const doseau_variance_part parts[] = {{share, {true, 3.5}}, {1 - share, {true, 9}}};
        doseau_effective_df found;
        cr_assert(eq(int, doseau_effective_df_find(parts, 2, .05, &found), DOSEAU_OK));
        cr_expect(ge(dbl, found.df.value, 3.5));
        cr_expect(le(dbl, found.df.value, 12.5 + 1e-12));
    }
    const doseau_variance_part shares[] = {{3.5, {true, 3.5}}, {9, {true, 9}}};
    doseau_effective_df most;
    cr_assert(eq(int, doseau_effective_df_find(shares, 2, .05, &most), DOSEAU_OK));
    cr_expect(known_close(most.df.value, 12.5, 1e-15));
}

Test(effective_df, statuses)
{
    const double inf = (double)INFINITY;
    const doseau_variance_part bad[] = {
        {-1, {true, 2}},  {1, {true, 0}},           {1, {true, -2}},          {1, {true, inf}},
        {inf, {true, 2}}, {(double)NAN, {true, 2}}, {1, {true, (double)NAN}}, {0, {true, 3}}};
    doseau_effective_df found = {.variance = -7};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        cr_expect(eq(int, doseau_effective_df_find(&bad[i], 1, .05, &found), DOSEAU_EDOMAIN), "%zu",
                  i);
    const doseau_variance_part good = {1, {true, 3}};
    cr_expect(eq(int, doseau_effective_df_find(&good, 0, .05, &found), DOSEAU_ETOOFEW));
    cr_expect(eq(int, doseau_effective_df_find(&good, 1, 0, &found), DOSEAU_EDOMAIN));
    cr_expect(eq(int, doseau_effective_df_find(&good, 1, 1, &found), DOSEAU_EDOMAIN));
    cr_expect(eq(dbl, found.variance, -7));
}
