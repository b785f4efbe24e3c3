/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "known.h"
#include "random.h"
#include <doseau/line.h>

static void check(const known_row *row, const doseau_line *line, const doseau_line_at *at)
{
    const struct {
        const char *name;
        doseau_figure got;
    } figures[] = {
        {"slope", {true, line->slope}},
        {"intercept", {true, line->intercept}},
        {"slope_se", line->slope_se},
        {"slope_lower", line->slope_lower},
        {"slope_upper", line->slope_upper},
        {"intercept_se", line->intercept_se},
        {"intercept_lower", line->intercept_lower},
        {"intercept_upper", line->intercept_upper},
        {"residual_sd", line->residual_sd},
        {"t", line->t},
        {"p", line->p},
        {"r_squared", line->r_squared},
        {"at_fitted", {true, at->fitted}},
        {"at_se", at->se},
        {"at_lower", at->lower},
        {"at_upper", at->upper},
        {"at_next_se", at->next_se},
        {"at_next_lower", at->next_lower},
        {"at_next_upper", at->next_upper},
    };
    for (size_t i = 0; i < sizeof figures / sizeof *figures; i++)
        if (strcmp(row->field[1], figures[i].name) == 0) {
            known_check(row, figures[i].got.given, figures[i].got.value);
            return;
        }
    cr_fail("line %d: no figure %s", row->line, row->field[1]);
}

Test(line, known)
{
    known_file file = known_open("line");
    known_case data = {0};
    known_row row;
    bool fresh;
    int rows = 0;
    doseau_line line;
    doseau_line_at at;
    for (; known_ask(&file, &data, &row, &fresh); rows++) {
        if (fresh) {
            const double *weights = data.column[2][0] > 0 ? data.column[2] : NULL;
            const double alpha = known_setting(&data, "alpha", .05);
            cr_assert(eq(
                int, doseau_line_fit(data.column[0], data.column[1], weights, data.n, alpha, &line),
                DOSEAU_OK));
            cr_assert(eq(int,
                         doseau_line_predict(&line, known_setting(&data, "at", 2),
                                             known_setting(&data, "at_weight", 1), alpha, &at),
                         DOSEAU_OK));
        }
        check(&row, &line, &at);
    }
    cr_expect(eq(int, rows, 97));
}

/* Order of the values, a weight that says how often, shift and scale of both axes. */
Test(line, properties)
{
    uint64_t state = 412;
    for (int round = 0; round < 200; round++) {
        double t[14], x[14], w[7], u[14];
        for (size_t i = 0; i < 7; i++) {
            t[i] = t[13 - i] = random_uniform(&state) * 9;
            x[i] = x[13 - i] = 300 * random_uniform(&state);
            w[i] = 2;
        }
        doseau_line single, weighted, doubled, moved;
        doseau_line_fit(t, x, NULL, 7, .05, &single);
        doseau_line_fit(t, x, w, 7, .05, &weighted);
        doseau_line_fit(t, x, NULL, 14, .05, &doubled);
        cr_expect(known_close(weighted.slope, single.slope, 1e-12));
        cr_expect(known_close(weighted.slope_se.value, single.slope_se.value, 1e-12));
        cr_expect(known_close(weighted.p.value, single.p.value, 1e-11));
        cr_expect(known_close(doubled.slope, single.slope, 1e-12));
        cr_expect(known_close(doubled.rss, 2 * single.rss, 1e-11));
        for (size_t i = 0; i < 7; i++) {
            w[i] = 5 - 3 * x[i];
            u[i] = 2020 + t[i] / 365;
        }
        doseau_line_fit(u, w, NULL, 7, .05, &moved);
        cr_expect(known_close(moved.slope, -3 * 365 * single.slope, 1e-9));
        cr_expect(known_close(moved.p.value, single.p.value, 1e-8));
        doseau_line_at at;
        doseau_line_predict(&single, single.mean_time, 1, .05, &at);
        cr_expect(known_close(at.fitted, single.mean_value, 1e-14));
        doseau_line_predict(&single, 0, 1, .05, &at);
        cr_expect(known_close(at.upper.value, single.intercept_upper.value, 1e-10));
    }
}

Test(line, reasons)
{
    const double t[] = {1, 2, 4}, x[] = {5, 2, 7}, flat[] = {.1, .1, .1}, on[] = {3, 5, 9};
    doseau_line line;
    cr_assert(eq(int, doseau_line_fit(t, x, NULL, 3, .05, &line), DOSEAU_OK));
    cr_expect(eq(ptr, (void *)line.reason, NULL));
    cr_assert(eq(int, doseau_line_fit(t, x, NULL, 2, .05, &line), DOSEAU_OK));
    cr_expect(ne(ptr, strstr(line.reason, "two values"), NULL));
    cr_assert(eq(int, doseau_line_fit(t, flat, NULL, 3, .05, &line), DOSEAU_OK));
    cr_expect(ne(ptr, (void *)line.reason, NULL));
    cr_assert(eq(int, doseau_line_fit(t, on, NULL, 3, .05, &line), DOSEAU_OK));
    cr_expect(ne(ptr, strstr(line.reason, "exactly"), NULL));
    cr_expect(eq(dbl, line.rss, 0));
    cr_expect(eq(dbl, line.slope_se.value, 0));
    cr_expect(not(line.slope_lower.given));
    cr_expect(not(line.intercept_upper.given));
    doseau_line_at at;
    cr_assert(eq(int, doseau_line_predict(&line, 3, 1, .05, &at), DOSEAU_OK));
    cr_expect(eq(dbl, at.fitted, 7));
    cr_expect(not(at.lower.given));
    cr_expect(not(at.next_upper.given));
}

Test(line, statuses)
{
    const double t[] = {1, 2, 4}, x[] = {5, 2, 7}, same[] = {2, 2, 2};
    const double bad[] = {1, (double)NAN, 4}, w[] = {1, 0, 1}, inf[] = {1, (double)INFINITY, 1};
    const double huge[] = {1e308, -1e308, 1e308};
    doseau_line line = {.slope = -7};
    cr_expect(eq(int, doseau_line_fit(t, x, NULL, 1, .05, &line), DOSEAU_ETOOFEW));
    cr_expect(eq(int, doseau_line_fit(same, x, NULL, 3, .05, &line), DOSEAU_ETOOFEW));
    cr_expect(eq(int, doseau_line_fit(bad, x, NULL, 3, .05, &line), DOSEAU_EDOMAIN));
    cr_expect(eq(int, doseau_line_fit(t, bad, NULL, 3, .05, &line), DOSEAU_EDOMAIN));
    cr_expect(eq(int, doseau_line_fit(t, x, w, 3, .05, &line), DOSEAU_EDOMAIN));
    cr_expect(eq(int, doseau_line_fit(t, x, bad, 3, .05, &line), DOSEAU_EDOMAIN));
    cr_expect(eq(int, doseau_line_fit(t, x, inf, 3, .05, &line), DOSEAU_EDOMAIN));
    cr_expect(eq(int, doseau_line_fit(t, huge, NULL, 3, .05, &line), DOSEAU_EDOMAIN));
    cr_expect(eq(int, doseau_line_fit(t, x, NULL, 3, 0, &line), DOSEAU_EDOMAIN));
    cr_expect(eq(int, doseau_line_fit(t, x, NULL, 3, 1, &line), DOSEAU_EDOMAIN));
    cr_expect(eq(dbl, line.slope, -7));
    doseau_line_at at = {.fitted = -7};
    cr_assert(eq(int, doseau_line_fit(t, x, NULL, 3, .05, &line), DOSEAU_OK));
    cr_expect(eq(int, doseau_line_predict(&line, (double)NAN, 1, .05, &at), DOSEAU_EDOMAIN));
    cr_expect(eq(int, doseau_line_predict(&line, 5, 0, .05, &at), DOSEAU_EDOMAIN));
    cr_expect(eq(int, doseau_line_predict(&line, 5, (double)INFINITY, .05, &at), DOSEAU_EDOMAIN));
    cr_expect(eq(int, doseau_line_predict(&line, 5, 1, 1.5, &at), DOSEAU_EDOMAIN));
    cr_expect(eq(int, doseau_line_predict(&line, 1e308, 1, .05, &at), DOSEAU_EDOMAIN));
    cr_expect(eq(dbl, at.fitted, -7));
}
