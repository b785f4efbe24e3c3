/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "known.h"
#include "random.h"
#include "stats/least_squares.h"
#include <doseau/interval.h>
#include <doseau/line.h>
#include <doseau/meta_regression.h>

/* Rows of x from the columns of a case. */
static void rows_of(const known_case *data, size_t p, double x[])
{
    for (size_t i = 0; i < data->n; i++)
        for (size_t j = 0; j < p; j++) x[i * p + j] = data->column[2 + j][i];
}

static doseau_figure inferred(const doseau_meta_inference *of, const char *name)
{
    if (strncmp(name, "se", 2) == 0) return (doseau_figure){true, of->se};
    if (strncmp(name, "lower", 5) == 0) return (doseau_figure){true, of->interval.lower};
    if (strncmp(name, "upper", 5) == 0) return (doseau_figure){true, of->interval.upper};
    return of->p;
}

static doseau_figure coefficient(const doseau_meta *m, const char *name)
{
    const size_t j = (size_t)(name[strlen(name) - 1] - '1');
    const doseau_meta_coefficient *c = &m->coefficient[j];
    if (strncmp(name, "estimate", 8) == 0) return (doseau_figure){true, c->estimate};
    if (strncmp(name, "z_", 2) == 0) return inferred(&c->z, name + 2);
    if (strncmp(name, "kh_", 3) == 0) return inferred(&c->kh, name + 3);
    if (strncmp(name, "modified_", 9) == 0) return inferred(&c->modified, name + 9);
    cr_fail("no figure %s", name);
    return (doseau_figure){false, 0};
}

static doseau_figure at_figure(const doseau_meta_at *at, const char *name)
{
    if (strcmp(name, "fitted") == 0) return (doseau_figure){true, at->fitted};
    if (strcmp(name, "z_se") == 0) return (doseau_figure){true, at->z.se};
    if (strcmp(name, "kh_se") == 0) return (doseau_figure){true, at->kh.se};
    if (strcmp(name, "modified_se") == 0) return (doseau_figure){true, at->modified.se};
    if (strcmp(name, "next_lower") == 0) return at->next_lower;
    if (strcmp(name, "next_upper") == 0) return at->next_upper;
    if (strcmp(name, "metafor_lower") == 0) return (doseau_figure){true, at->next_metafor.lower};
    if (strcmp(name, "metafor_upper") == 0) return (doseau_figure){true, at->next_metafor.upper};
    cr_fail("no figure at_%s", name);
    return (doseau_figure){false, 0};
}

static doseau_figure found(const known_case *data, const doseau_meta *m, const char *name)
{
    if (strncmp(name, "at_", 3) == 0) {
        const double x[3] = {known_setting(data, "at1", 0), known_setting(data, "at2", 0),
                             known_setting(data, "at3", 0)};
        doseau_meta_at at;
        cr_assert(eq(int, doseau_meta_predict(m, x, &at), DOSEAU_OK));
        return at_figure(&at, name + 3);
    }
    if (strcmp(name, "tau2") == 0) return (doseau_figure){true, m->tau2};
    if (strcmp(name, "tau2_reml") == 0) return (doseau_figure){true, m->tau2_reml};
    if (strcmp(name, "tau2_paule_mandel") == 0) return (doseau_figure){true, m->tau2_paule_mandel};
    if (strcmp(name, "tau2_dersimonian_laird") == 0)
        return (doseau_figure){true, m->tau2_dersimonian_laird};
    if (strcmp(name, "tau2_reml_se") == 0) return m->tau2_reml_se;
    if (strcmp(name, "q_e") == 0) return (doseau_figure){true, m->q_e};
    if (strcmp(name, "q_e_p") == 0) return (doseau_figure){true, m->q_e_p};
    if (strcmp(name, "log_likelihood") == 0) return (doseau_figure){true, m->log_likelihood};
    return coefficient(m, name);
}

Test(meta_regression, known)
{
    static const doseau_tau2_method methods[] = {DOSEAU_TAU2_REML, DOSEAU_TAU2_PAULE_MANDEL,
                                                 DOSEAU_TAU2_DERSIMONIAN_LAIRD, DOSEAU_TAU2_NONE};
    known_file file = known_open("meta_regression");
    known_case data = {0};
    known_row row;
    bool fresh;
    int rows = 0;
    static doseau_meta m;
    for (; known_ask(&file, &data, &row, &fresh); rows++) {
        if (fresh) {
            const size_t p = (size_t)known_setting(&data, "p", 1);
            double x[3 * KNOWN_MOST];
            rows_of(&data, p, x);
            const doseau_meta_options options = {methods[(size_t)known_setting(&data, "method", 0)],
                                                 known_setting(&data, "alpha", .05)};
            cr_assert(eq(
                int,
                doseau_meta_regression(x, data.column[0], data.column[1], data.n, p, &options, &m),
                DOSEAU_OK));
        }
        const doseau_figure got = found(&data, &m, row.field[1]);
        known_check(&row, got.given, got.value);
    }
    cr_expect(eq(int, rows, 297));
}

/* With equal v and tau2 above 0, Knapp and Hartung's interval is that of the line by least squares,
 * and all three estimates of tau2 are one. */
Test(meta_regression, equal_errors_are_least_squares)
{
    uint64_t state = 17;
    for (int round = 0; round < 50; round++) {
        double t[8], y[8], v[8], x[16];
        for (size_t i = 0; i < 8; i++) {
            t[i] = (double)i + random_uniform(&state);
            y[i] = 5 + random_normal(&state);
            v[i] = .01;
            x[2 * i] = 1;
            x[2 * i + 1] = t[i];
        }
        doseau_line line;
        doseau_meta m;
        cr_assert(eq(int, doseau_line_fit(t, y, NULL, 8, .05, &line), DOSEAU_OK));
        cr_assert(eq(int, doseau_meta_regression(x, y, v, 8, 2, NULL, &m), DOSEAU_OK));
        cr_expect(known_close(m.coefficient[1].kh.interval.upper, line.slope_upper.value, 1e-9));
        cr_expect(known_close(m.coefficient[1].kh.p.value, line.p.value, 1e-7));
        cr_expect(known_close(m.coefficient[1].modified.se, line.slope_se.value, 1e-7));
        cr_expect(known_close(m.tau2_reml, line.rss / 6 - .01, 1e-9));
        cr_expect(known_close(m.tau2_paule_mandel, m.tau2_reml, 1e-9));
        cr_expect(known_close(m.tau2_dersimonian_laird, m.tau2_reml, 1e-9));
    }
}

/* No tau2 on a fine grid has a higher restricted likelihood; scale and order do not matter. */
Test(meta_regression, maximum)
{
    uint64_t state = 3;
    for (int round = 0; round < 60; round++) {
        double y[6], v[6], x[12], back_y[6], back_v[6];
        for (size_t i = 0; i < 6; i++) {
            v[i] = .02 + random_uniform(&state);
            y[i] = 5 + .3 * (double)i + sqrt(v[i] + .1) * random_normal(&state);
            x[2 * i] = 1;
            x[2 * i + 1] = (double)i;
        }
        doseau_meta m, other;
        const doseau_meta_options none = {DOSEAU_TAU2_NONE, .05};
        cr_assert(eq(int, doseau_meta_regression(x, y, v, 6, 2, NULL, &m), DOSEAU_OK));
        for (double tau2 = 0; tau2 < 4; tau2 = tau2 * 1.3 + 1e-4) {
            double shifted[6];
            for (size_t i = 0; i < 6; i++) shifted[i] = v[i] + tau2;
            doseau_meta_regression(x, y, shifted, 6, 2, &none, &other);
            cr_expect(le(dbl, other.log_likelihood, m.log_likelihood + 1e-12), "%d", round);
        }
        for (size_t i = 0; i < 6; i++) {
            back_y[i] = -10 * y[5 - i];
            back_v[i] = 100 * v[5 - i];
        }
        cr_assert(
            eq(int, doseau_meta_regression(x, back_y, back_v, 6, 2, NULL, &other), DOSEAU_OK));
        cr_expect(lt(dbl, fabs(other.tau2 - 100 * m.tau2), 1e-6 * (100 * m.tau2 + 1e-6)));
        cr_expect(known_close(other.coefficient[1].estimate, 10 * m.coefficient[1].estimate, 1e-6));
    }
}

Test(meta_regression, perfect_fit)
{
    const double x[] = {1, 0, 1, 1, 1, 2, 1, 3}, y[] = {2, 2, 2, 2}, v[] = {.1, .2, .1, .3};
    doseau_meta m;
    cr_assert(eq(int, doseau_meta_regression(x, y, v, 4, 2, NULL, &m), DOSEAU_OK));
    cr_expect(eq(dbl, m.tau2, 0));
    cr_expect(eq(dbl, m.q, 0));
    cr_expect(not(m.tau2_reml_se.given));
    cr_expect(known_close(m.coefficient[1].modified.se, m.coefficient[1].z.se, 1e-15));
}

/* Residuals that are rounding alone give no Knapp-Hartung error: also with years as times, where
 * an intercept far away takes off large numbers, and with tenths. */
Test(meta_regression, what_is_left_of_a_line_is_no_error)
{
    for (size_t k = 0; k < 40; k++) {
        double x[12], y[6];
        const double v[] = {.1, .2, .1, .3, .2, .15};
        for (size_t i = 0; i < 6; i++) {
            x[2 * i] = 1;
            x[2 * i + 1] = 2015 + (double)i * (1 + .1 * (double)k);
            y[i] = .1 * (double)k + .3 * (double)(k % 4) * (x[2 * i + 1] - 2015);
        }
        doseau_meta m;
        doseau_meta_at at;
        cr_assert(eq(int, doseau_meta_regression(x, y, v, 6, 2, NULL, &m), DOSEAU_OK));
        cr_expect(eq(dbl, m.q, 0), "%zu", k);
        cr_expect(not(m.coefficient[0].kh.p.given));
        cr_expect(not(m.coefficient[1].kh.p.given));
        cr_expect(m.coefficient[1].modified.p.given);
        cr_assert(eq(int, doseau_meta_predict(&m, x, &at), DOSEAU_OK));
        cr_expect(eq(dbl, at.next_lower.value, at.modified.interval.lower), "tau2 is 0");
        y[2] += 1e-9; /* is no rounding */
        cr_assert(eq(int, doseau_meta_regression(x, y, v, 6, 2, NULL, &m), DOSEAU_OK));
        cr_expect(m.coefficient[1].kh.p.given, "%zu", k);
    }
}

Test(meta_regression, statuses)
{
    const double x[] = {1, 0, 1, 1, 1, 2, 1, 3}, twice[] = {1, 2, 1, 2, 1, 2, 1, 2};
    const double y[] = {2, 3, 2.5, 4}, v[] = {.1, .2, .1, .3}, zero[] = {.1, 0, .1, .3};
    const double bad[] = {1, (double)NAN, 1, 1, 1, 1, 1, 1};
    const double late[] = {1, 0, 1, 1, 1, 2, 1, (double)NAN};
    const doseau_meta_options alphas[] = {{DOSEAU_TAU2_REML, 0}, {DOSEAU_TAU2_REML, 1}};
    doseau_meta m = {.n = 77};
    double wide[20 * 17], long_y[20], long_v[20];
    uint64_t state = 1;
    for (size_t i = 0; i < 20 * 17; i++) wide[i] = random_uniform(&state);
    for (size_t i = 0; i < 20; i++) long_y[i] = long_v[i] = random_uniform(&state);
    cr_expect(eq(int, doseau_meta_regression(x, y, v, 2, 2, NULL, &m), DOSEAU_ETOOFEW));
    cr_expect(eq(int, doseau_meta_regression(x, y, v, 4, 0, NULL, &m), DOSEAU_ETOOFEW));
    cr_expect(eq(int, doseau_meta_regression(twice, y, v, 4, 2, NULL, &m), DOSEAU_EDOMAIN));
    cr_expect(eq(int, doseau_meta_regression(bad, y, v, 4, 2, NULL, &m), DOSEAU_EDOMAIN));
    cr_expect(eq(int, doseau_meta_regression(late, y, v, 4, 2, NULL, &m), DOSEAU_EDOMAIN));
    cr_expect(eq(int, doseau_meta_regression(x, bad, v, 4, 2, NULL, &m), DOSEAU_EDOMAIN));
    cr_expect(eq(int, doseau_meta_regression(x, y, bad, 4, 2, NULL, &m), DOSEAU_EDOMAIN));
    cr_expect(eq(int, doseau_meta_regression(x, y, zero, 4, 2, NULL, &m), DOSEAU_EDOMAIN));
    for (size_t i = 0; i < 2; i++)
        cr_expect(eq(int, doseau_meta_regression(x, y, v, 4, 2, &alphas[i], &m), DOSEAU_EDOMAIN));
    cr_expect(
        eq(int, doseau_meta_regression(wide, long_y, long_v, 20, 17, NULL, &m), DOSEAU_EDOMAIN));
    cr_expect(eq(sz, m.n, 77));
    cr_expect(eq(int, doseau_meta_regression(wide, long_y, long_v, 20, 16, NULL, &m), DOSEAU_OK));
    cr_assert(eq(int, doseau_meta_regression(x, y, v, 4, 2, NULL, &m), DOSEAU_OK));
    doseau_meta_at at = {.fitted = -7};
    cr_expect(eq(int, doseau_meta_predict(&m, bad, &at), DOSEAU_EDOMAIN));
    cr_expect(eq(dbl, at.fitted, -7));
}

/* Three points on a parabola are three equations: 2 - 3 t + t^2 / 2. */
Test(least_squares, as_many_coefficients_as_values)
{
    const double x[] = {1, 1, 1, 1, 2, 4, 1, 4, 16}, y[] = {-.5, -2, -2}, t[] = {1, 3, 9};
    double scratch[12];
    least_squares fit;
    cr_assert(eq(int, stats_least_squares(x, y, NULL, 3, 3, scratch, &fit), DOSEAU_OK));
    const double expected[] = {2, -3, .5};
    for (size_t j = 0; j < 3; j++) cr_expect(known_close(fit.beta[j], expected[j], 1e-13));
    cr_expect(eq(dbl, fit.rss, 0));
    /* det X = (2 - 1)(4 - 1)(4 - 2); at 3 the parabola is -y(1)/3 + y(2) + y(4)/3. */
    cr_expect(known_close(fit.log_det, 2 * log(6), 1e-14));
    cr_expect(known_close(stats_quadratic(t, fit.inverse, 3), 11. / 9, 1e-12));
    cr_expect(eq(int, stats_least_squares(x, y, NULL, 2, 3, scratch, &fit), DOSEAU_ETOOFEW));
    cr_expect(eq(int, stats_least_squares(x, y, NULL, 3, 0, scratch, &fit), DOSEAU_ETOOFEW));
}

/* As many coefficients as values leave nothing, to the last bit, also where the numbers are such
 * that sums and products round. */
Test(least_squares, nothing_is_left)
{
    const double scales[] = {1, .1, 1. / 3, 1e-7, 12345.678};
    for (size_t p = 1; p <= 5; p++)
        for (size_t s = 0; s < sizeof scales / sizeof *scales; s++) {
            double x[25], y[5], scratch[30];
            least_squares fit;
            for (size_t i = 0; i < p; i++) {
                y[i] = scales[s] * sqrt((double)(3 * i + 2));
                for (size_t j = 0; j < p; j++) x[i * p + j] = pow((double)(i + 1) / 7, (double)j);
            }
            cr_assert(eq(int, stats_least_squares(x, y, NULL, p, p, scratch, &fit), DOSEAU_OK));
            cr_expect(eq(dbl, fit.rss, 0), "%zu, %zu", p, s);
        }
}
