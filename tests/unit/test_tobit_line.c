/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "known.h"
#include "random.h"
#include "stats/normal_piece.h"
#include <doseau/line.h>
#include <doseau/tobit_line.h>

static doseau_figure figure_of(const doseau_tobit_line *line, const char *name)
{
    const struct {
        const char *name;
        doseau_figure got;
    } figures[] = {
        {"slope", line->slope},
        {"intercept", line->intercept},
        {"sigma", line->sigma},
        {"slope_se", line->slope_se},
        {"intercept_se", line->intercept_se},
        {"log_sigma_se", line->log_sigma_se},
        {"log_likelihood", line->log_likelihood},
        {"log_likelihood_flat", line->log_likelihood_flat},
        {"p_lr", line->p_lr},
        {"p_lr_t", line->p_lr_t},
        {"p_wald", line->p_wald},
    };
    for (size_t i = 0; i < sizeof figures / sizeof *figures; i++)
        if (strcmp(name, figures[i].name) == 0) return figures[i].got;
    cr_fail("no figure %s", name);
    return line->slope;
}

Test(tobit_line, known)
{
    known_file file = known_open("tobit_line");
    known_case data = {0};
    known_row row;
    bool fresh;
    int rows = 0;
    doseau_tobit_line line;
    for (; known_ask(&file, &data, &row, &fresh); rows++) {
        if (fresh) {
            doseau_censored x[KNOWN_MOST];
            for (size_t i = 0; i < data.n; i++)
                x[i] =
                    (doseau_censored){data.column[3][i] == 1, data.column[1][i], data.column[2][i]};
            cr_assert(eq(int, doseau_tobit_line_fit(data.column[0], x, data.n, &line), DOSEAU_OK));
        }
        const doseau_figure got = figure_of(&line, row.field[1]);
        known_check(&row, got.given, got.value);
    }
    cr_expect(eq(int, rows, 44));
}

/* With all found it is least squares, sigma with divisor n, and the F of the ratio the t of the
 * line. */
Test(tobit_line, all_found_is_least_squares)
{
    uint64_t state = 6;
    for (int round = 0; round < 50; round++) {
        double t[9], y[9];
        doseau_censored x[9];
        for (size_t i = 0; i < 9; i++) {
            t[i] = 2010 + (double)i * 1.25;
            y[i] = 1e6 * random_normal(&state) - 3e6;
            x[i] = (doseau_censored){false, y[i], y[i]};
        }
        doseau_tobit_line tobit;
        doseau_line line;
        doseau_line_fit(t, y, NULL, 9, .05, &line);
        cr_assert(eq(int, doseau_tobit_line_fit(t, x, 9, &tobit), DOSEAU_OK));
        cr_expect(known_close(tobit.slope.value, line.slope, 1e-9));
        cr_expect(known_close(tobit.intercept.value, line.intercept, 1e-9));
        cr_expect(known_close(tobit.sigma.value, sqrt(line.rss / 9), 1e-9));
        cr_expect(known_close(tobit.p_lr_t.value, line.p.value, 1e-7));
        cr_expect(known_close(tobit.slope_se.value, line.slope_se.value * sqrt(7. / 9), 1e-9));
    }
}

/* Shift and scale of both axes move the line and nothing else; order does not matter. */
Test(tobit_line, properties)
{
    uint64_t state = 6;
    for (int round = 0; round < 50; round++) {
        double t[12], moved_t[12];
        doseau_censored x[12], moved[12];
        for (size_t i = 0; i < 12; i++) {
            const double y = random_normal(&state) + .1 * (double)i;
            t[i] = (double)i;
            x[i] = (doseau_censored){y < .3, y, fmax(y, .3)};
            moved_t[11 - i] = 2000 + 7 * t[i];
            moved[11 - i] = (doseau_censored){x[i].below, 100 + 5 * y, 100 + 5 * x[i].upper};
        }
        doseau_tobit_line a, b;
        cr_assert(eq(int, doseau_tobit_line_fit(t, x, 12, &a), DOSEAU_OK));
        cr_assert(eq(int, doseau_tobit_line_fit(moved_t, moved, 12, &b), DOSEAU_OK));
        if (!a.slope.given) continue;
        cr_expect(known_close(b.slope.value, a.slope.value * 5 / 7, 1e-7));
        cr_expect(known_close(b.sigma.value, 5 * a.sigma.value, 1e-8));
        cr_expect(known_close(b.p_lr.value, a.p_lr.value, 1e-7));
        cr_expect(known_close(b.p_wald.value, a.p_wald.value, 1e-7));
        cr_expect(lt(
            dbl, fabs(b.log_likelihood.value - (a.log_likelihood.value - (double)a.found * log(5))),
            1e-8));
    }
}

/* mpmath 1.2.1: ln Phi and phi / Phi far out; and derivatives against differences. */
Test(normal_piece, values_and_derivatives)
{
    const struct {
        double u, log_p, by_u;
    } known[] = {{-40, -804.60844201375379, 40.024968847207264},
                 {-5, -15.064998393988726, 5.1865039671258421},
                 {0, -.69314718055994531, .79788456080286536},
                 {9, -1.1285884059538406e-19, 1.0279773571668915e-18}};
    for (size_t i = 0; i < 4; i++) {
        const normal_piece p = stats_normal_below(known[i].u);
        cr_expect(lt(dbl, fabs(p.log_p - known[i].log_p), 1e-13 * fabs(known[i].log_p) + 1e-17));
        cr_expect(known_close(p.by_u, known[i].by_u, 1e-11), "%g", p.by_u);
    }
    cr_expect(eq(dbl, stats_normal_below(1e5).by_u, 0));
    cr_expect(known_close(stats_normal_below(-1e9).by_u, 1e9, 1e-9));
    const double ends[][2] = {{-1.5, .5}, {.25, 2}, {-4, -3}, {3, 4.5}};
    for (size_t i = 0; i < 4; i++) {
        const double l = ends[i][0], u = ends[i][1], h = 1e-5;
        const normal_piece p = stats_normal_between(l, u);
        const normal_piece up = stats_normal_between(l, u + h), un = stats_normal_between(l, u - h);
        const normal_piece lp = stats_normal_between(l + h, u), ln = stats_normal_between(l - h, u);
        cr_expect(known_close((up.log_p - un.log_p) / (2 * h), p.by_u, 1e-7));
        cr_expect(known_close((lp.log_p - ln.log_p) / (2 * h), p.by_l, 1e-7));
        cr_expect(known_close((up.by_u - un.by_u) / (2 * h), p.uu, 1e-7));
        cr_expect(known_close((lp.by_u - ln.by_u) / (2 * h), p.ul, 1e-7));
        cr_expect(known_close((lp.by_l - ln.by_l) / (2 * h), p.ll, 1e-7));
        const normal_piece b = stats_normal_below(u);
        cr_expect(
            known_close((stats_normal_below(u + h).by_u - stats_normal_below(u - h).by_u) / (2 * h),
                        b.uu, 1e-7));
    }
}

Test(tobit_line, reasons_and_statuses)
{
    const double t[] = {1, 2, 3, 4, 5}, same[] = {2, 2, 2, 7, 8}, bad[] = {1, (double)NAN, 3, 4, 5};
    const doseau_censored few[] = {{false, 3, 3}, {false, 4, 4}, {true, 0, 5}, {true, 0, 5}};
    const doseau_censored on[] = {{false, 3, 3}, {false, 4, 4}, {false, 5, 5}, {true, 0, 5}};
    const doseau_censored good[] = {{false, 3, 3}, {false, 5, 5}, {false, 4, 4}, {true, 0, 5}};
    doseau_tobit_line line = {.n = 77};
    cr_assert(eq(int, doseau_tobit_line_fit(t, few, 4, &line), DOSEAU_OK));
    cr_expect(strstr(line.reason, "fewer than 3") && !line.slope.given);
    cr_assert(eq(int, doseau_tobit_line_fit(same, good, 4, &line), DOSEAU_OK));
    cr_expect(strstr(line.reason, "one time") && !line.slope.given);
    cr_assert(eq(int, doseau_tobit_line_fit(t, on, 4, &line), DOSEAU_OK));
    cr_expect(strstr(line.reason, "on a line") && !line.slope.given);
    cr_assert(eq(int, doseau_tobit_line_fit(t, good, 4, &line), DOSEAU_OK));
    cr_expect(line.slope.given && !line.reason && line.found == 3);
    line.n = 77;
    const doseau_censored wrong[][1] = {{{false, 4, 3}},
                                        {{true, 0, (double)INFINITY}},
                                        {{false, (double)NAN, 3}},
                                        {{false, -(double)INFINITY, 3}}};
    for (size_t i = 0; i < 4; i++)
        cr_expect(eq(int, doseau_tobit_line_fit(t, wrong[i], 1, &line), DOSEAU_EDOMAIN), "%zu", i);
    cr_expect(eq(int, doseau_tobit_line_fit(bad, good, 4, &line), DOSEAU_EDOMAIN));
    cr_expect(eq(int, doseau_tobit_line_fit(t, good, 0, &line), DOSEAU_ETOOFEW));
    cr_expect(eq(sz, line.n, 77));
}
