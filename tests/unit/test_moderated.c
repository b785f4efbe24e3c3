/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "known.h"
#include "random.h"
#include <doseau/moderated.h>
#include <doseau/slope_test.h>

static double figure_of(const doseau_moderated *m, const char *name)
{
    if (strcmp(name, "estimate") == 0) return m->estimate;
    if (strcmp(name, "se") == 0) return m->se;
    if (strcmp(name, "df") == 0) return m->df;
    if (strcmp(name, "lower") == 0) return m->interval.lower;
    if (strcmp(name, "upper") == 0) return m->interval.upper;
    if (strcmp(name, "t") == 0) return m->t;
    if (strcmp(name, "p") == 0) return m->p;
    if (strcmp(name, "p_positive") == 0) return m->p_positive;
    cr_fail("no figure %s", name);
    return 0;
}

static double next_figure(const known_case *data, const doseau_variance_prior *prior, double alpha,
                          const char *name)
{
    double differences[KNOWN_MOST];
    const size_t m = data->n - 1;
    for (size_t i = 0; i < m; i++) differences[i] = data->column[1][i + 1] - data->column[1][i];
    doseau_moderated_next next;
    cr_assert(eq(
        int, doseau_moderated_next_value(data->column[1][m], differences, m, prior, alpha, &next),
        DOSEAU_OK));
    if (strcmp(name, "now_lower") == 0) return next.level.lower;
    if (strcmp(name, "now_upper") == 0) return next.level.upper;
    if (strcmp(name, "next_lower") == 0) return next.next.lower;
    if (strcmp(name, "next_upper") == 0) return next.next.upper;
    if (strcmp(name, "next_df") == 0) return next.moderated.df;
    return next.own.df;
}

static double test_figure(const known_case *data, const char *name)
{
    const doseau_slope_options options = {known_setting(data, "alpha", .05),
                                          known_setting(data, "floor", 0),
                                          known_setting(data, "extra", 0)};
    doseau_slope s;
    cr_assert(eq(int, doseau_slope_test(data->column[0], data->column[1], data->n, &options, &s),
                 DOSEAU_OK));
    if (strcmp(name, "slope") == 0) return s.slope;
    if (strcmp(name, "own_variance") == 0) return s.own_variance;
    if (strcmp(name, "variance") == 0) return s.variance;
    if (strcmp(name, "se") == 0) return s.se;
    if (strcmp(name, "lower") == 0) return s.interval.lower;
    if (strcmp(name, "upper") == 0) return s.interval.upper;
    if (strcmp(name, "t") == 0) return s.t.value;
    if (strcmp(name, "p") == 0) return s.p.value;
    if (strcmp(name, "p_own") == 0) return s.p_own.value;
    if (strcmp(name, "sxx") == 0) return s.sxx;
    cr_fail("no figure %s", name);
    return 0;
}

static double found(const known_case *data, const char *quantity)
{
    const doseau_variance_prior prior = {known_setting(data, "s0", 1),
                                         known_setting(data, "df0", 1)};
    const double alpha = known_setting(data, "alpha", .05);
    const double *t = data->column[0], *x = data->column[1];
    const char *name = strchr(quantity, '_') + 1;
    doseau_moderated m;
    double c[KNOWN_MOST];
    switch (quantity[0]) {
    case 'l':
        cr_assert(eq(int, doseau_moderated_level(x, data->n, &prior, alpha, &m), DOSEAU_OK));
        return figure_of(&m, name);
    case 'd':
        cr_assert(eq(int, doseau_moderated_difference(x[0], x[data->n - 1], &prior, alpha, &m),
                     DOSEAU_OK));
        return figure_of(&m, name);
    case 's':
        if (strcmp(quantity, "sensitivity_first") == 0) {
            cr_assert(eq(int, doseau_slope_sensitivities(t, data->n, c), DOSEAU_OK));
            return c[0];
        }
        cr_assert(eq(int, doseau_moderated_slope(t, x, data->n, &prior, alpha, &m), DOSEAU_OK));
        return figure_of(&m, name);
    case 't': return test_figure(data, name);
    default: return next_figure(data, &prior, alpha, quantity);
    }
}

Test(moderated, known)
{
    known_file file = known_open("moderated");
    known_case data = {0};
    known_row row;
    bool fresh;
    int rows = 0;
    for (; known_ask(&file, &data, &row, &fresh); rows++)
        known_check(&row, true, found(&data, row.field[1]));
    cr_expect(eq(int, rows, 148));
}

/* Without a word of the prior the moderated slope is the t test of the line; a prior without doubt
 * is a known variance. */
Test(moderated, ends_of_the_prior)
{
    const double t[] = {1, 2, 3.5, 5, 6}, x[] = {5.2, 4.1, 4.4, 3.9, 4.6};
    const doseau_variance_prior nothing = {.3, 1e-9}, all = {.3, 1e9};
    doseau_moderated m;
    doseau_slope own;
    cr_assert(eq(int, doseau_slope_test(t, x, 5, NULL, &own), DOSEAU_OK));
    cr_assert(eq(int, doseau_moderated_slope(t, x, 5, &nothing, .05, &m), DOSEAU_OK));
    cr_expect(known_close(m.interval.lower, own.interval.lower, 1e-7));
    cr_expect(known_close(m.p, own.p.value, 1e-7));
    cr_assert(eq(int, doseau_moderated_level(x, 5, &all, .05, &m), DOSEAU_OK));
    cr_expect(known_close(m.interval.upper - m.estimate, 1.959963984540054 * .3 / sqrt(5), 1e-7));
}

/* 4000 sites from the prior: 95 % intervals hold, within 3.5 standard errors (.0121). */
Test(moderated, coverage_over_sites)
{
    const doseau_variance_prior prior = {.232, 3};
    uint64_t state = 2021;
    for (size_t n = 1; n <= 4; n++) {
        int held = 0, held_slope = 0, false_claims = 0;
        for (int site = 0; site < 4000; site++) {
            double chi2 = 0, x[4], t[4];
            for (int i = 0; i < 3; i++) chi2 += pow(random_normal(&state), 2);
            const double sigma = prior.s0 * sqrt(prior.df0 / chi2);
            for (size_t i = 0; i < n; i++) {
                t[i] = (double)i;
                x[i] = 6 + sigma * random_normal(&state);
            }
            doseau_moderated m;
            doseau_moderated_level(x, n, &prior, .05, &m);
            held += m.interval.lower <= 6 && 6 <= m.interval.upper;
            if (n < 2) continue;
            doseau_moderated_slope(t, x, n, &prior, .05, &m);
            held_slope += m.interval.lower <= 0 && 0 <= m.interval.upper;
            doseau_moderated_difference(x[0], x[1], &prior, .05, &m);
            false_claims += m.p <= .05;
        }
        cr_expect(lt(int, abs(held - 3800), 48), "level, n %zu: %d", n, held);
        if (n < 2) continue;
        cr_expect(lt(int, abs(held_slope - 3800), 48), "slope, n %zu: %d", n, held_slope);
        cr_expect(lt(int, abs(false_claims - 200), 48), "difference, n %zu: %d", n, false_claims);
    }
}

Test(moderated, statuses)
{
    const double x[] = {1, 2, 4}, same[] = {2, 2, 2}, bad[] = {1, (double)NAN, 4};
    const double inf = (double)INFINITY;
    const doseau_variance_prior prior = {.3, 4};
    const doseau_variance_prior priors[] = {{0, 4},   {-1, 4},          {.3, 0},
                                            {inf, 4}, {(double)NAN, 4}, {.3, inf}};
    doseau_moderated m = {.estimate = -7};
    doseau_moderated_next next = {.own = {-7, 0}};
    doseau_variance v = {-7, -7};
    for (size_t i = 0; i < 6; i++) {
        cr_expect(eq(int, doseau_moderated_level(x, 3, &priors[i], .05, &m), DOSEAU_EDOMAIN));
        cr_expect(eq(int, doseau_moderate_variance(&priors[i], 1, 2, &v), DOSEAU_EDOMAIN));
    }
    cr_expect(eq(int, doseau_moderate_variance(&prior, -1, 2, &v), DOSEAU_EDOMAIN));
    cr_expect(eq(int, doseau_moderate_variance(&prior, 1, -2, &v), DOSEAU_EDOMAIN));
    cr_expect(eq(int, doseau_moderate_variance(&prior, 1, 0, &v), DOSEAU_EDOMAIN));
    cr_expect(eq(int, doseau_moderate_variance(&prior, inf, 1, &v), DOSEAU_EDOMAIN));
    cr_expect(eq(int, doseau_moderate_variance(&prior, 1, inf, &v), DOSEAU_EDOMAIN));
    cr_expect(eq(int, doseau_moderated_level(x, 0, &prior, .05, &m), DOSEAU_ETOOFEW));
    cr_expect(eq(int, doseau_moderated_level(bad, 3, &prior, .05, &m), DOSEAU_EDOMAIN));
    cr_expect(eq(int, doseau_moderated_level(x, 3, &prior, 0, &m), DOSEAU_EDOMAIN));
    cr_expect(eq(int, doseau_moderated_level(x, 3, &prior, 1, &m), DOSEAU_EDOMAIN));
    cr_expect(eq(int, doseau_moderated_difference(1, inf, &prior, .05, &m), DOSEAU_EDOMAIN));
    cr_expect(eq(int, doseau_moderated_slope(x, x, 1, &prior, .05, &m), DOSEAU_ETOOFEW));
    cr_expect(eq(int, doseau_moderated_slope(same, x, 3, &prior, .05, &m), DOSEAU_ETOOFEW));
    cr_expect(eq(int, doseau_moderated_slope(x, bad, 3, &prior, .05, &m), DOSEAU_EDOMAIN));
    cr_expect(eq(int, doseau_moderated_next_value(inf, x, 3, &prior, .05, &next), DOSEAU_EDOMAIN));
    cr_expect(eq(int, doseau_moderated_next_value(1, bad, 3, &prior, .05, &next), DOSEAU_EDOMAIN));
    cr_expect(eq(dbl, m.estimate, -7));
    cr_expect(eq(dbl, v.variance, -7));
    cr_expect(eq(dbl, next.own.variance, -7));
    cr_expect(eq(int, doseau_moderated_next_value(1, NULL, 0, &prior, .05, &next), DOSEAU_OK));
}

Test(slope_test, values_on_a_line)
{
    const double t[] = {1, 2, 4}, x[] = {3, 5, 9}, up[] = {3, 5, 9.5};
    doseau_slope s;
    cr_assert(eq(int, doseau_slope_test(t, x, 3, NULL, &s), DOSEAU_OK));
    cr_expect(not(s.t.given || s.p.given || s.p_own.given));
    cr_expect(eq(dbl, s.interval.lower, s.interval.upper));
    cr_expect(ne(ptr, (void *)s.reason, NULL));
    const doseau_slope_options floor = {.05, .01, 0}, extra = {.05, 0, .01};
    cr_assert(eq(int, doseau_slope_test(t, x, 3, &floor, &s), DOSEAU_OK));
    cr_expect(s.p.given && s.floored && !s.p_own.given);
    cr_expect(known_close(s.se, .1 / sqrt(s.sxx), 1e-14));
    cr_assert(eq(int, doseau_slope_test(t, x, 3, &extra, &s), DOSEAU_OK));
    cr_expect(s.p.given && !s.floored);
    cr_expect(known_close(s.se, .1, 1e-14));
    cr_assert(eq(int, doseau_slope_test(t, up, 3, NULL, &s), DOSEAU_OK));
    cr_expect(eq(ptr, (void *)s.reason, NULL));
    cr_expect(eq(dbl, s.p.value, s.p_own.value));
}

/* The slope is the sum of the values times its sensitivities, also of two values and of close
 * times, and nothing is written beyond them. */
Test(slope_test, sensitivities)
{
    uint64_t state = 77;
    for (size_t n = 2; n < 9; n++) {
        double t[9], x[9], c[10], sum = 0;
        for (size_t i = 0; i < n; i++) {
            t[i] = 2020 + .1 * random_uniform(&state);
            x[i] = random_normal(&state);
        }
        t[0] = t[n / 2] + (n > 2 ? 0 : .03);
        c[n] = -7;
        doseau_moderated m;
        const doseau_variance_prior prior = {.3, 4};
        cr_assert(eq(int, doseau_slope_sensitivities(t, n, c), DOSEAU_OK));
        cr_assert(eq(int, doseau_moderated_slope(t, x, n, &prior, .05, &m), DOSEAU_OK));
        for (size_t i = 0; i < n; i++) sum += c[i] * x[i];
        cr_expect(lt(dbl, fabs(sum - m.estimate), 1e-9 * (1 + fabs(sum))), "n %zu", n);
        cr_expect(eq(dbl, c[n], -7));
    }
}

Test(slope_test, statuses)
{
    const double t[] = {1, 2, 4}, x[] = {3, 5, 8}, same[] = {2, 2, 2}, bad[] = {1, (double)NAN, 4};
    const doseau_slope_options wrong[] = {{0, 0, 0},
                                          {1, 0, 0},
                                          {.05, -1, 0},
                                          {.05, 0, -1},
                                          {.05, (double)NAN, 0},
                                          {.05, (double)INFINITY, 0}};
    doseau_slope s = {.slope = -7};
    double c[3] = {-7};
    for (size_t i = 0; i < 6; i++)
        cr_expect(eq(int, doseau_slope_test(t, x, 3, &wrong[i], &s), DOSEAU_EDOMAIN), "%zu", i);
    cr_expect(eq(int, doseau_slope_test(t, x, 2, NULL, &s), DOSEAU_ETOOFEW));
    cr_expect(eq(int, doseau_slope_test(same, x, 3, NULL, &s), DOSEAU_ETOOFEW));
    cr_expect(eq(int, doseau_slope_test(t, bad, 3, NULL, &s), DOSEAU_EDOMAIN));
    cr_expect(eq(dbl, s.slope, -7));
    cr_expect(eq(int, doseau_slope_sensitivities(t, 1, c), DOSEAU_ETOOFEW));
    cr_expect(eq(int, doseau_slope_sensitivities(same, 3, c), DOSEAU_ETOOFEW));
    cr_expect(eq(int, doseau_slope_sensitivities(bad, 3, c), DOSEAU_EDOMAIN));
    cr_expect(eq(dbl, c[0], -7));
}
