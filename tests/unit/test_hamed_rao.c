/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "known_rows.h"
#include <doseau/hamed_rao.h>
#include <doseau/kendall.h>

static doseau_figure quantity(const doseau_hamed_rao *h, const char *name)
{
    const struct {
        const char *name;
        doseau_figure figure;
    } all[] = {{"s", known_given((double)h->s)},
               {"slope", known_given(h->slope)},
               {"lags", known_given((double)h->lags)},
               {"variance_independent", known_given(h->variance)},
               {"inflation", h->inflation},
               {"variance", h->variance_corrected},
               {"z", h->z},
               {"p", h->p},
               {"inflation_abs", h->inflation_abs},
               {"variance_abs", h->variance_abs},
               {"z_abs", h->z_abs},
               {"p_abs", h->p_abs}};
    for (size_t i = 0; i < sizeof all / sizeof all[0]; i++)
        if (strcmp(all[i].name, name) == 0) return all[i].figure;
    abort();
}

Test(hamed_rao, known)
{
    known_rows rows;
    cr_assert(known_open(&rows, "hamed_rao.csv"));
    size_t n_rows = 0;
    for (; known_next(&rows); n_rows++) {
        static double time[KNOWN_SERIES], x[KNOWN_SERIES];
        const size_t n = known_numbers(&rows, "time", time);
        cr_assert(eq(sz, known_numbers(&rows, "values", x), n));
        doseau_hamed_rao h;
        doseau_kendall k;
        cr_assert(eq(int, doseau_hamed_rao_test(time, x, n, known_number(&rows, "alpha"), &h),
                     DOSEAU_OK));
        const doseau_figure found = quantity(&h, known_cell(&rows, "quantity"));
        cr_expect(known_met(&rows, found), "line %zu, %s: %s is %.17g", rows.number,
                  known_cell(&rows, "case"), known_cell(&rows, "quantity"), found.value);
        cr_expect(eq(int, !h.reason, h.p.given && h.p_abs.given), "line %zu", rows.number);
        cr_assert(eq(int, doseau_kendall_test(time, x, n, &k), DOSEAU_OK));
        cr_expect(h.z_independent == k.z && h.p_independent == k.p_normal);
    }
    cr_expect(eq(sz, n_rows, 15 * 12));
}

/* Scale, shift, turning the values over, the unit of time, places for times 0, 1, ...: the ranks of
 * what is left stay, or turn over. */
Test(hamed_rao, same_answer)
{
    const double x[] = {3, 3.5, 4, 4.25, 6, 5, 5.5, 4, 3.25, 3, 2, 2.5, 3, 4, 5.25, 7};
    double other[16], time[16];
    doseau_hamed_rao a, b;
    cr_assert(eq(int, doseau_hamed_rao_test(NULL, x, 16, .05, &a), DOSEAU_OK));
    cr_assert(a.lags > 0 && a.p.given);
    const struct {
        double scale, shift, unit;
    } way[] = {{2, 0, 1}, {-1, 0, 1}, {1, 1024, 1}, {-.5, 8, .25}, {1, 0, 365}};
    for (size_t w = 0; w < sizeof way / sizeof *way; w++) {
        for (size_t i = 0; i < 16; i++) {
            other[i] = way[w].scale * x[i] + way[w].shift;
            time[i] = 2011 + way[w].unit * (double)i;
        }
        cr_assert(eq(int, doseau_hamed_rao_test(time, other, 16, .05, &b), DOSEAU_OK));
        cr_expect(eq(dbl, b.inflation.value, a.inflation.value), "%zu", w);
        cr_expect(eq(dbl, b.p.value, a.p.value), "%zu", w);
        cr_expect(eq(dbl, b.z.value, way[w].scale < 0 ? -a.z.value : a.z.value), "%zu", w);
    }
}

Test(hamed_rao, statuses)
{
    const double x[] = {1, 3, 2, 5}, nan_[] = {1, 2, (double)NAN, 4};
    const double inf[] = {1, 2, 3, (double)INFINITY}, twice[] = {1, 2, 2, 3};
    const double huge[] = {-1.7e308, 0, 1.7e308}, close[] = {0, .5, 1};
    doseau_hamed_rao h = {.n = 77};
    cr_expect(eq(int, doseau_hamed_rao_test(NULL, x, 2, .05, &h), DOSEAU_ETOOFEW));
    cr_expect(eq(int, doseau_hamed_rao_test(NULL, nan_, 4, .05, &h), DOSEAU_EDOMAIN));
    cr_expect(eq(int, doseau_hamed_rao_test(NULL, inf, 4, .05, &h), DOSEAU_EDOMAIN));
    cr_expect(eq(int, doseau_hamed_rao_test(inf, x, 4, .05, &h), DOSEAU_EDOMAIN));
    cr_expect(eq(int, doseau_hamed_rao_test(twice, x, 4, .05, &h), DOSEAU_EDOMAIN));
    cr_expect(eq(int, doseau_hamed_rao_test(close, huge, 3, .05, &h), DOSEAU_EDOMAIN));
    const double alphas[] = {0, 1, -1, 2.5, (double)NAN};
    for (size_t i = 0; i < 5; i++)
        cr_expect(eq(int, doseau_hamed_rao_test(NULL, x, 4, alphas[i], &h), DOSEAU_EDOMAIN));
    cr_expect(eq(sz, h.n, 77));
    cr_expect(eq(int, doseau_hamed_rao_test(NULL, x, 4, .05, &h), DOSEAU_OK));
}
