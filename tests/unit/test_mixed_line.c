/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "known.h"
#include "random.h"
#include <doseau/line.h>
#include <doseau/mixed_line.h>

static doseau_figure given(double value)
{
    return (doseau_figure){true, value};
}

static doseau_figure figure_of(const doseau_mixed_line *m, const char *name)
{
    if (strcmp(name, "residual_variance") == 0) return given(m->residual_variance);
    if (strcmp(name, "block_variance") == 0) return given(m->block_variance);
    if (strcmp(name, "log_likelihood") == 0) return given(m->log_likelihood);
    const doseau_mixed_coefficient *c = &m->coefficient[name[strlen(name) - 1] - '0'];
    if (strncmp(name, "estimate", 8) == 0) return given(c->estimate);
    if (strncmp(name, "se", 2) == 0) return given(c->se);
    if (strncmp(name, "df", 2) == 0) return given(c->df_satterthwaite);
    if (strncmp(name, "p_satterthwaite", 15) == 0) return given(c->p_satterthwaite);
    if (strncmp(name, "p_z", 3) == 0) return given(c->p_z);
    if (strncmp(name, "p_blocks", 8) == 0) return c->p_blocks;
    if (strncmp(name, "lower", 5) == 0) return c->lower;
    cr_fail("no figure %s", name);
    return given(0);
}

static doseau_status fit(const known_case *data, doseau_mixed_line *m)
{
    size_t group[KNOWN_MOST], block[KNOWN_MOST];
    for (size_t i = 0; i < data->n; i++) {
        group[i] = (size_t)data->column[2][i];
        block[i] = (size_t)data->column[3][i];
    }
    const size_t groups = (size_t)known_setting(data, "groups", 1);
    return doseau_mixed_line_fit(data->column[0], data->column[1], groups > 1 ? group : NULL,
                                 groups, block, data->n, known_setting(data, "alpha", .05), m);
}

Test(mixed_line, known)
{
    known_file file = known_open("mixed_line");
    known_case data = {0};
    known_row row;
    bool fresh;
    int rows = 0;
    static doseau_mixed_line m;
    for (; known_ask(&file, &data, &row, &fresh); rows++) {
        if (fresh) cr_assert(eq(int, fit(&data, &m), DOSEAU_OK));
        const doseau_figure got = figure_of(&m, row.field[1]);
        known_check(&row, got.given, got.value);
        if (m.coefficient[1].upper.given)
            cr_expect(known_close(m.coefficient[1].upper.value + m.coefficient[1].lower.value,
                                  2 * m.coefficient[1].estimate, 1e-12));
    }
    cr_expect(eq(int, rows, 163));
}

/* A balanced design with x constant in blocks: the slope and its t(blocks - 2) are those of the
 * line through the block means (while there is a block variance), and the variances are those of
 * the analysis of variance. */
Test(mixed_line, balanced_is_the_line_of_means)
{
    uint64_t state = 8;
    int checked = 0;
    for (int round = 0; round < 60; round++) {
        double x[30], y[30], t[6], mean[6] = {0}, within = 0;
        size_t block[30];
        for (size_t i = 0; i < 30; i++) {
            block[i] = i % 6;
            x[i] = (double)block[i] * 1.5 + (block[i] == 4 ? .7 : 0);
            t[block[i]] = x[i];
        }
        for (size_t j = 0; j < 6; j++) {
            const double level = random_normal(&state);
            for (size_t i = j; i < 30; i += 6) {
                y[i] = level + .5 * random_normal(&state);
                mean[j] += y[i] / 5;
            }
            for (size_t i = j; i < 30; i += 6) within += (y[i] - mean[j]) * (y[i] - mean[j]);
        }
        doseau_mixed_line m;
        doseau_line line;
        cr_assert(eq(int, doseau_mixed_line_fit(x, y, NULL, 1, block, 30, .05, &m), DOSEAU_OK));
        doseau_line_fit(t, mean, NULL, 6, .05, &line);
        if (m.block_variance == 0) continue;
        checked++;
        cr_expect(known_close(m.coefficient[1].estimate, line.slope, 1e-9));
        cr_expect(known_close(m.coefficient[1].lower.value, line.slope_lower.value, 1e-7));
        cr_expect(known_close(m.coefficient[1].p_blocks.value, line.p.value, 1e-6));
        cr_expect(known_close(m.coefficient[1].df_satterthwaite, 4, 1e-6));
        cr_expect(known_close(m.residual_variance, within / 24, 1e-7));
        cr_expect(known_close(m.block_variance, line.rss / 4 - within / 24 / 5, 1e-6));
    }
    cr_expect(gt(int, checked, 40));
}

/* Names of blocks and scale do not matter. */
Test(mixed_line, properties)
{
    uint64_t state = 4;
    double x[12], y[12], z[12];
    size_t block[12], renamed[12];
    for (int round = 0; round < 40; round++) {
        for (size_t i = 0; i < 12; i++) {
            block[i] = i % 4;
            renamed[i] = 11 - 3 * block[i];
            x[i] = random_uniform(&state);
            y[i] = random_normal(&state) + (double)block[i];
            z[i] = -1000 * y[i];
        }
        doseau_mixed_line m, other;
        cr_assert(eq(int, doseau_mixed_line_fit(x, y, NULL, 0, block, 12, .05, &m), DOSEAU_OK));
        cr_assert(
            eq(int, doseau_mixed_line_fit(x, z, NULL, 0, renamed, 12, .05, &other), DOSEAU_OK));
        cr_expect(known_close(other.block_variance, 1e6 * m.block_variance, 1e-6));
        cr_expect(
            known_close(other.coefficient[1].estimate, -1000 * m.coefficient[1].estimate, 1e-7));
        cr_expect(known_close(other.coefficient[1].df_satterthwaite,
                              m.coefficient[1].df_satterthwaite, 1e-5));
    }
}

Test(mixed_line, statuses)
{
    const double x[] = {1, 2, 3, 1, 2, 3.5}, y[] = {5, 6, 6.2, 9, 10.4, 11};
    const double bad[] = {1, 2, (double)NAN, 1, 2, 3}, flat[] = {5, 5, 5, 7, 7, 7};
    const double apart[] = {1, 1, 1, 2, 2, 2};
    const size_t block[] = {0, 0, 0, 1, 1, 1}, one[] = {0, 0, 0, 0, 0, 0};
    const size_t all[] = {0, 1, 2, 3, 4, 5}, out[] = {0, 0, 0, 1, 1, 6};
    const size_t group[] = {0, 1, 0, 1, 0, 2}, missing[] = {0, 2, 0, 2, 0, 2};
    const size_t split[] = {0, 0, 0, 1, 1, 1};
    doseau_mixed_line m = {.n = 77};
    const struct {
        const double *x, *y;
        const size_t *group, *block;
        size_t n_groups, n;
        double alpha;
        doseau_status status;
    } rows[] = {
        {x, y, NULL, block, 1, 2, .05, DOSEAU_ETOOFEW},
        {x, y, NULL, one, 1, 6, .05, DOSEAU_ETOOFEW},
        {x, y, NULL, all, 1, 6, .05, DOSEAU_ETOOFEW},
        {x, y, group, block, 3, 4, .05, DOSEAU_ETOOFEW},
        {bad, y, NULL, block, 1, 6, .05, DOSEAU_EDOMAIN},
        {x, bad, NULL, block, 1, 6, .05, DOSEAU_EDOMAIN},
        {x, y, NULL, out, 1, 6, .05, DOSEAU_EDOMAIN},
        {x, y, group, block, 2, 6, .05, DOSEAU_EDOMAIN},
        {x, y, missing, block, 3, 6, .05, DOSEAU_EDOMAIN},
        {x, y, group, block, 0, 6, .05, DOSEAU_EDOMAIN},
        {x, y, group, block, 32, 6, .05, DOSEAU_EDOMAIN},
        {x, y, NULL, block, 1, 6, 0, DOSEAU_EDOMAIN},
        {x, y, NULL, block, 1, 6, 1, DOSEAU_EDOMAIN},
        {x, flat, NULL, block, 1, 6, .05, DOSEAU_EDOMAIN},
        {apart, y, split, block, 2, 6, .05, DOSEAU_EDOMAIN},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        cr_expect(eq(int,
                     doseau_mixed_line_fit(rows[i].x, rows[i].y, rows[i].group, rows[i].n_groups,
                                           rows[i].block, rows[i].n, rows[i].alpha, &m),
                     rows[i].status),
                  "%zu", i);
    cr_expect(eq(sz, m.n, 77));
}
