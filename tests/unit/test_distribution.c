/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "known.h"
#include "stats/distribution.h"
#include "stats/quantile.h"
#include "stats/root.h"

static double found(const known_row *row)
{
    const double x = known_number(row, 1), df = known_number(row, 2);
    const double second = *row->field[3] ? known_number(row, 3) : 0;
    double quantile = (double)NAN;
    if (strcmp(row->field[0], "t_quantile") == 0) stats_t_quantile(x, df, &quantile);
    if (strcmp(row->field[0], "chi2_quantile") == 0) stats_chi2_quantile(x, df, &quantile);
    if (strcmp(row->field[0], "f_quantile") == 0) stats_f_quantile(x, df, second, &quantile);
    if (strcmp(row->field[0], "normal_quantile") == 0) stats_normal_quantile(x, &quantile);
    if (strcmp(row->field[0], "t_two_sided") == 0) return stats_t_two_sided(x, df);
    if (strcmp(row->field[0], "t_upper") == 0) return stats_t_upper(x, df);
    if (strcmp(row->field[0], "noncentral_t_lower") == 0)
        return stats_noncentral_t_lower(x, df, second);
    if (strcmp(row->field[0], "noncentral_t_upper") == 0)
        return stats_noncentral_t_upper(x, df, second);
    return quantile;
}

Test(distribution, known)
{
    known_file file = known_open("distribution");
    known_row row;
    int rows = 0;
    for (; known_next(&file, &row); rows++) {
        const double expected = known_number(&row, 4), got = found(&row);
        cr_expect(known_close(got, expected, known_number(&row, 5)), "line %d: %.17g, not %.17g",
                  row.line, got, expected);
    }
    cr_expect(eq(int, rows, 66));
}

Test(distribution, quantiles_mirror)
{
    for (double df = .3; df < 1e7; df *= 3.7) {
        double low, high, middle = 7;
        cr_assert(eq(int, stats_t_quantile(.0625, df, &low), DOSEAU_OK));
        cr_assert(eq(int, stats_t_quantile(.9375, df, &high), DOSEAU_OK));
        cr_assert(eq(int, stats_t_quantile(.5, df, &middle), DOSEAU_OK));
        cr_expect(eq(dbl, low, -high));
        cr_expect(eq(dbl, fabs(middle), 0));
        cr_expect(known_close(stats_t_upper(high, df), .0625, 1e-13));
        double f, other, square;
        cr_assert(eq(int, stats_f_quantile(.875, 1, df, &square), DOSEAU_OK));
        cr_expect(known_close(square, high * high, 1e-7), "df %g", df);
        cr_assert(eq(int, stats_f_quantile(.9, 4.5, df, &f), DOSEAU_OK));
        cr_assert(eq(int, stats_f_quantile(.1, df, 4.5, &other), DOSEAU_OK));
        cr_expect(known_close(f * other, 1, 1e-6), "df %g", df);
    }
}

/* The central t is the noncentral one at 0; both tails are one; moving delta moves the mass. */
Test(distribution, noncentral_t)
{
    for (double df = .25; df < 1e6; df *= 3.3)
        for (double t = -7.3; t < 8; t += 1.7) {
            cr_expect(known_close(stats_noncentral_t_upper(t, df, 0), stats_t_upper(t, df), 1e-10),
                      "t %g df %g", t, df);
            for (double delta = -6.5; delta < 7; delta += 2.6) {
                const double upper = stats_noncentral_t_upper(t, df, delta);
                const double lower = stats_noncentral_t_lower(t, df, delta);
                cr_expect(known_close(upper + lower, 1, 1e-12), "%g %g %g", t, df, delta);
                cr_expect(gt(dbl, stats_noncentral_t_upper(t, df, delta + .1), upper - 1e-13));
            }
        }
}

Test(distribution, outside_the_domain)
{
    double x = -7;
    const double bad[] = {0, -3, (double)NAN, (double)INFINITY};
    for (size_t i = 0; i < 4; i++) {
        cr_expect(eq(int, stats_t_quantile(.3, bad[i], &x), DOSEAU_EDOMAIN));
        cr_expect(eq(int, stats_chi2_quantile(.3, bad[i], &x), DOSEAU_EDOMAIN));
        cr_expect(eq(int, stats_f_quantile(.3, bad[i], 2, &x), DOSEAU_EDOMAIN));
        cr_expect(eq(int, stats_f_quantile(.3, 2, bad[i], &x), DOSEAU_EDOMAIN));
        cr_expect(isnan(stats_t_upper(1.5, bad[i])));
        cr_expect(isnan(stats_noncentral_t_upper(1.5, bad[i], 1)));
    }
    const double not_p[] = {0, 1, -.1, 1.1, (double)NAN};
    for (size_t i = 0; i < 5; i++) {
        cr_expect(eq(int, stats_normal_quantile(not_p[i], &x), DOSEAU_EDOMAIN));
        cr_expect(eq(int, stats_t_quantile(not_p[i], 3, &x), DOSEAU_EDOMAIN));
        cr_expect(eq(int, stats_chi2_quantile(not_p[i], 3, &x), DOSEAU_EDOMAIN));
        cr_expect(eq(int, stats_f_quantile(not_p[i], 3, 2, &x), DOSEAU_EDOMAIN));
    }
    cr_expect(eq(int, stats_t_quantile(.025, .001, &x), DOSEAU_EDOMAIN), "beyond the numbers");
    cr_expect(eq(dbl, x, -7));
    cr_expect(isnan(stats_t_upper((double)NAN, 3)));
    cr_expect(isnan(stats_noncentral_t_upper((double)NAN, 3, 1)));
    cr_expect(isnan(stats_noncentral_t_upper(1, 3, (double)INFINITY)));
}

static double cubic(double x, void *shift)
{
    return (x - 1.5) * (x * x + 2) - *(double *)shift;
}

static double pole(double x, void *unused)
{
    (void)unused;
    return 1 / (x - .75);
}

Test(distribution, root)
{
    double shift = 0, x = -7;
    cr_assert(eq(int, stats_root(cubic, &shift, -3, 4, &x), DOSEAU_OK));
    cr_expect(known_close(x, 1.5, 1e-15));
    cr_assert(eq(int, stats_root(cubic, &shift, 1.5, 4, &x), DOSEAU_OK));
    cr_expect(known_close(x, 1.5, 1e-15), "a root at an end");
    x = -7;
    cr_expect(eq(int, stats_root(cubic, &shift, 2, 4, &x), DOSEAU_EDOMAIN), "no change of sign");
    cr_expect(eq(int, stats_root(cubic, &shift, 4, -3, &x), DOSEAU_EDOMAIN), "ends swapped");
    shift = (double)NAN;
    cr_expect(eq(int, stats_root(cubic, &shift, -3, 4, &x), DOSEAU_EDOMAIN), "not a number");
    cr_expect(eq(int, stats_root(pole, NULL, .25, 1.25, &x), DOSEAU_EDOMAIN), "infinite inside");
    cr_expect(eq(dbl, x, -7));
}
