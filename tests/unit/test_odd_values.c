/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <criterion/criterion.h>

#include "known_rows.h"
#include <criterion/new/assert.h>
#include <doseau/cusum.h>
#include <doseau/dixon.h>
#include <doseau/grubbs.h>
#include <doseau/pettitt.h>
#include <doseau/robust_z.h>

enum { MOST = 100 };

typedef struct said {
    const char *name;
    doseau_figure figure;
} said;

static doseau_figure pick(const said items[], size_t n, const char *name)
{
    for (size_t i = 0; i < n; i++)
        if (strcmp(items[i].name, name) == 0) return items[i].figure;
    cr_fatal("no quantity %s", name);
}
#define PICK(items, name) pick(items, sizeof items / sizeof *items, name)

static doseau_figure whole(size_t number)
{
    return known_given((double)number);
}

static doseau_figure of_pettitt(const double x[], size_t n, const char *name)
{
    doseau_pettitt p;
    cr_assert(eq(int, doseau_pettitt_test(x, n, &p), DOSEAU_OK));
    const said items[] = {
        {"k", known_given(p.k)},   {"last_before", whole(p.last_before)},
        {"n_max", whole(p.n_max)}, {"direction", known_given(p.direction)},
        {"p_exact", p.p_exact},    {"p_approximate", known_given(p.p_approximate)},
        {"p", known_given(p.p)}};
    return PICK(items, name);
}

static doseau_figure of_cusum(const double x[], size_t n, const char *name)
{
    doseau_cusum c;
    cr_assert(eq(int, doseau_cusum_test(x, n, &c), DOSEAU_OK));
    cr_expect(eq(int, c.reason == NULL, c.p.given));
    const said items[] = {
        {"statistic", c.statistic}, {"last_before", whole(c.last_before)}, {"p", c.p}};
    return PICK(items, name);
}

static doseau_figure of_chart(const double x[], size_t n, const double o[], const char *name)
{
    doseau_cusum_chart c;
    cr_assert(eq(int, doseau_cusum_chart_run(x, n, o[0], o[1], o[2], o[3], &c), DOSEAU_OK));
    const said items[] = {{"high", known_given(c.high)},
                          {"low", known_given(c.low)},
                          {"first_high", whole(c.first_high)},
                          {"first_low", whole(c.first_low)}};
    return PICK(items, name);
}

static doseau_figure of_z(const double x[], size_t n, size_t at, const char *name)
{
    doseau_robust_z z[MOST];
    cr_assert(eq(int, doseau_robust_z_scores(x, n, z), DOSEAU_OK));
    const said items[] = {
        {"left_out", z[at].left_out}, {"whole", z[at].whole}, {"modified", z[at].modified}};
    return PICK(items, name);
}

static doseau_figure of_esd(const double x[], size_t n, const double o[], const char *name)
{
    doseau_esd_step steps[MOST];
    size_t n_steps, outliers;
    cr_assert(
        eq(int, doseau_esd_test(x, n, (size_t)o[0], o[1], steps, &n_steps, &outliers), DOSEAU_OK));
    if (strcmp(name, "outliers") == 0) return whole(outliers);
    if (strcmp(name, "steps") == 0) return whole(n_steps);
    const size_t i = (size_t)atoi(name + strcspn(name, "0123456789")) - 1;
    cr_assert(lt(sz, i, n_steps));
    return known_given(*name == 'r'   ? steps[i].r
                       : *name == 'l' ? steps[i].lambda
                                      : x[steps[i].index]);
}

static doseau_figure of_grubbs(const double x[], size_t n, const char *name)
{
    doseau_grubbs g;
    cr_assert(eq(int, doseau_grubbs_test(x, n, &g), DOSEAU_OK));
    cr_expect(eq(int, g.reason == NULL, g.p.given));
    const said items[] = {{"index", whole(g.index)}, {"g", g.g}, {"p", g.p}, {"p_one", g.p_one}};
    return PICK(items, name);
}

static doseau_figure of_dixon(const double x[], size_t n, const char *name)
{
    doseau_dixon d;
    cr_assert(eq(int, doseau_dixon_test(x, n, &d), DOSEAU_OK));
    cr_expect(eq(int, d.reason == NULL, d.p.given));
    const said items[] = {
        {"ratio", known_given(atof(d.ratio + 1))}, {"r", d.r}, {"p", d.p}, {"p_one", d.p_one}};
    return PICK(items, name);
}

static doseau_figure answer(const known_rows *rows)
{
    double x[KNOWN_SERIES], option[KNOWN_SERIES] = {0};
    const size_t n = known_numbers(rows, "values", x);
    const char *name = known_cell(rows, "quantity");
    known_numbers(rows, "option", option);
    if (known_is(rows, "kind", "pettitt")) return of_pettitt(x, n, name);
    if (known_is(rows, "kind", "cusum")) return of_cusum(x, n, name);
    if (known_is(rows, "kind", "chart")) return of_chart(x, n, option, name);
    if (known_is(rows, "kind", "z")) return of_z(x, n, (size_t)option[0], name);
    if (known_is(rows, "kind", "esd")) return of_esd(x, n, option, name);
    if (known_is(rows, "kind", "grubbs")) return of_grubbs(x, n, name);
    return of_dixon(x, n, name);
}

Test(odd_values, known_numbers)
{
    static known_rows rows;
    size_t n_rows = 0;
    cr_assert(known_open(&rows, "odd_values.csv"));
    for (; known_next(&rows); n_rows++) {
        const doseau_figure found = answer(&rows);
        cr_expect(known_met(&rows, found), "%s %s %s: %d %.17g", known_cell(&rows, "kind"),
                  known_cell(&rows, "case"), known_cell(&rows, "quantity"), found.given,
                  found.value);
    }
    cr_expect(gt(sz, n_rows, 200));
}

static double next_random(uint64_t *state)
{
    *state = *state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (double)(*state >> 11) / 9007199254740992.;
}

/* n = 13 is beyond enumeration: 4,000 shuffles, 4.5 standard errors. */
Test(odd_values, pettitt_exact_agrees_with_shuffles)
{
    double x[13];
    uint64_t state = 9;
    doseau_pettitt p, shuffled;
    size_t hits = 0;
    for (size_t i = 0; i < 13; i++) x[i] = (double)(i / 2) + (i % 3 ? 0 : 4);
    cr_assert(eq(int, doseau_pettitt_test(x, 13, &p), DOSEAU_OK));
    for (int k = 0; k < 4000; k++) {
        for (size_t i = 12; i > 0; i--) {
            const size_t j = (size_t)(next_random(&state) * (double)(i + 1));
            const double kept = x[i];
            x[i] = x[j];
            x[j] = kept;
        }
        cr_assert(eq(int, doseau_pettitt_test(x, 13, &shuffled), DOSEAU_OK));
        hits += shuffled.k >= p.k;
    }
    const double q = p.p_exact.value;
    cr_expect(lt(dbl, fabs((double)hits / 4000 - q), 4.5 * sqrt(q * (1 - q) / 4000)));
}

/* Turning time, sign and scale. */
Test(odd_values, symmetries)
{
    static const double x[] = {14.83, 8.23, 8.33, 12.05, 24.63, 92.46, 25.71, 11.2, 40.4};
    double back[9], turned[9];
    doseau_pettitt p, q, r;
    doseau_cusum c, d;
    doseau_grubbs g, h;
    doseau_dixon a, b;
    for (size_t i = 0; i < 9; i++) {
        back[i] = x[8 - i];
        turned[i] = 1000 - 3 * x[i];
    }
    cr_assert(eq(int, doseau_pettitt_test(x, 9, &p), DOSEAU_OK));
    cr_assert(eq(int, doseau_pettitt_test(back, 9, &q), DOSEAU_OK));
    cr_assert(eq(int, doseau_pettitt_test(turned, 9, &r), DOSEAU_OK));
    cr_expect(epsilon_eq(dbl, q.p, p.p, 1e-14));
    cr_expect(eq(sz, q.last_before, 9 - p.last_before));
    cr_expect(eq(int, q.direction, -p.direction));
    cr_expect(eq(int, r.direction, -p.direction));
    cr_expect(epsilon_eq(dbl, r.p, p.p, 1e-14));
    cr_assert(eq(int, doseau_cusum_test(x, 9, &c), DOSEAU_OK));
    cr_assert(eq(int, doseau_cusum_test(turned, 9, &d), DOSEAU_OK));
    cr_expect(epsilon_eq(dbl, d.statistic.value, c.statistic.value, 1e-12));
    cr_assert(eq(int, doseau_grubbs_test(x, 9, &g), DOSEAU_OK));
    cr_assert(eq(int, doseau_grubbs_test(turned, 9, &h), DOSEAU_OK));
    cr_expect(g.high);
    cr_expect(not(h.high));
    cr_expect(epsilon_eq(dbl, h.p.value, g.p.value, 1e-12));
    cr_expect(epsilon_eq(dbl, g.p.value, 2 * g.p_one.value, 1e-14));
    cr_assert(eq(int, doseau_dixon_test(x, 9, &a), DOSEAU_OK));
    cr_assert(eq(int, doseau_dixon_test(turned, 9, &b), DOSEAU_OK));
    cr_expect(a.high);
    cr_expect(not(b.high));
    cr_expect(eq(sz, a.index, 5));
    cr_expect(eq(sz, b.index, 5));
    cr_expect(epsilon_eq(dbl, b.p.value, a.p.value, 1e-11));
}

/* P(ratio >= 0) is 1 for every ratio: the joint density is whole. Values with a tie at the top. */
Test(odd_values, dixon_density_is_whole)
{
    double x[DOSEAU_DIXON_MOST];
    for (size_t n = 4; n <= DOSEAU_DIXON_MOST; n++) {
        doseau_dixon d;
        for (size_t i = 0; i < n; i++) x[i] = i + 3 < n ? (double)i * .01 : 90;
        if (n < 8) x[0] = 89.9;
        cr_assert(eq(int, doseau_dixon_test(x, n, &d), DOSEAU_OK));
        if (!d.high) continue;
        cr_expect(eq(dbl, d.r.value, 0), "%zu", n);
        cr_expect(epsilon_eq(dbl, d.p_one.value, 1, 1e-9), "%zu", n);
        cr_expect(eq(dbl, d.p.value, 1));
    }
}

/* A walk that never leaves its place: the distance of the bridge is sure to be larger. */
Test(odd_values, cusum_of_a_zigzag)
{
    double x[400];
    doseau_cusum c;
    for (size_t i = 0; i < 400; i++) x[i] = (double)(i % 2);
    cr_assert(eq(int, doseau_cusum_test(x, 400, &c), DOSEAU_OK));
    cr_expect(lt(dbl, c.statistic.value, .06));
    cr_expect(epsilon_eq(dbl, c.p.value, 1, 1e-14));
}

/* One value apart from equal ones: G is as large as it can be, but for rounding. */
Test(odd_values, the_largest_possible_g)
{
    for (size_t n = 3; n < 60; n++) {
        double x[60] = {0};
        doseau_grubbs g;
        x[n / 2] = .7;
        cr_assert(eq(int, doseau_grubbs_test(x, n, &g), DOSEAU_OK));
        cr_assert(g.p.given, "%zu", n);
        cr_expect(eq(sz, g.index, n / 2));
        cr_expect(epsilon_eq(dbl, g.g.value, (double)(n - 1) / sqrt((double)n), 1e-12));
        cr_expect(ge(dbl, g.p.value, 0));
        cr_expect(lt(dbl, g.p.value, 1e-6), "%zu", n);
    }
}

Test(odd_values, statuses)
{
    const double x[] = {1, 2, 4}, bad[] = {1, NAN, 3}, huge[] = {-1e308, 1, 1e308};
    static const double many[DOSEAU_DIXON_MOST + 1];
    doseau_pettitt p;
    doseau_cusum c;
    doseau_cusum_chart chart;
    doseau_robust_z z[3];
    doseau_esd_step steps[3];
    doseau_grubbs g;
    doseau_dixon d;
    size_t a, b;
    cr_expect(eq(int, doseau_pettitt_test(x, 1, &p), DOSEAU_ETOOFEW));
    cr_expect(eq(int, doseau_pettitt_test(bad, 3, &p), DOSEAU_EDOMAIN));
    cr_assert(eq(int, doseau_pettitt_test(many, 21, &p), DOSEAU_OK));
    cr_expect(not(p.p_exact.given));
    cr_expect(eq(int, doseau_cusum_test(x, 1, &c), DOSEAU_ETOOFEW));
    cr_expect(eq(int, doseau_cusum_test(bad, 3, &c), DOSEAU_EDOMAIN));
    cr_expect(eq(int, doseau_cusum_test(huge, 3, &c), DOSEAU_EDOMAIN));
    cr_expect(eq(int, doseau_cusum_chart_run(x, 0, 0, 1, .5, 5, &chart), DOSEAU_ETOOFEW));
    cr_expect(eq(int, doseau_cusum_chart_run(bad, 3, 0, 1, .5, 5, &chart), DOSEAU_EDOMAIN));
    cr_expect(eq(int, doseau_cusum_chart_run(x, 3, NAN, 1, .5, 5, &chart), DOSEAU_EDOMAIN));
    cr_expect(eq(int, doseau_cusum_chart_run(x, 3, 0, 0, .5, 5, &chart), DOSEAU_EDOMAIN));
    cr_expect(eq(int, doseau_cusum_chart_run(x, 3, 0, 1, -.5, 5, &chart), DOSEAU_EDOMAIN));
    cr_expect(eq(int, doseau_cusum_chart_run(x, 3, 0, 1, .5, 0, &chart), DOSEAU_EDOMAIN));
    cr_expect(eq(int, doseau_robust_z_scores(x, 2, z), DOSEAU_ETOOFEW));
    cr_expect(eq(int, doseau_robust_z_scores(bad, 3, z), DOSEAU_EDOMAIN));
    cr_expect(eq(int, doseau_robust_z_scores(huge, 3, z), DOSEAU_EDOMAIN));
    cr_expect(eq(int, doseau_esd_test(x, 3, 0, .05, steps, &a, &b), DOSEAU_ETOOFEW));
    cr_expect(eq(int, doseau_esd_test(x, 3, 2, .05, steps, &a, &b), DOSEAU_ETOOFEW));
    cr_expect(eq(int, doseau_esd_test(x, 3, 1, 0, steps, &a, &b), DOSEAU_EDOMAIN));
    cr_expect(eq(int, doseau_esd_test(bad, 3, 1, .05, steps, &a, &b), DOSEAU_EDOMAIN));
    cr_expect(eq(int, doseau_esd_test(huge, 3, 1, .05, steps, &a, &b), DOSEAU_EDOMAIN));
    cr_expect(eq(int, doseau_esd_test(x, 3, 1, .05, steps, &a, &b), DOSEAU_OK));
    cr_expect(eq(int, doseau_grubbs_test(x, 2, &g), DOSEAU_ETOOFEW));
    cr_expect(eq(int, doseau_grubbs_test(bad, 3, &g), DOSEAU_EDOMAIN));
    cr_expect(eq(int, doseau_grubbs_test(huge, 3, &g), DOSEAU_EDOMAIN));
    cr_expect(eq(int, doseau_dixon_test(x, 2, &d), DOSEAU_ETOOFEW));
    cr_expect(eq(int, doseau_dixon_test(bad, 3, &d), DOSEAU_EDOMAIN));
    cr_expect(eq(int, doseau_dixon_test(huge, 3, &d), DOSEAU_EDOMAIN));
    cr_expect(eq(int, doseau_dixon_test(many, DOSEAU_DIXON_MOST + 1, &d), DOSEAU_EDOMAIN));
}

/* By hand: both ends lie equally far from the mean, and the upper one is taken. */
Test(odd_values, dixon_of_two_equal_sides)
{
    static const double x[] = {2, 3, 1};
    doseau_dixon d;
    cr_assert(eq(int, doseau_dixon_test(x, 3, &d), DOSEAU_OK));
    cr_expect(d.high);
    cr_expect(eq(sz, d.index, 1));
    cr_expect(eq(dbl, d.r.value, .5));
}
