/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <criterion/criterion.h>

#include <criterion/new/assert.h>
#include <ctype.h>
#include <doseau/series.h>
#include <stdio.h>
#include <string.h>

static doseau_frame *frame_of(const double x[], size_t n)
{
    doseau_frame *f = doseau_frame_new(0);
    for (size_t i = 0; i < n; i++) {
        const doseau_frame_row row = {.line = i + 2, .value = {DOSEAU_FOUND, true, x[i], x[i]}};
        cr_assert(eq(int, doseau_frame_add(f, &row), DOSEAU_OK));
    }
    return f;
}

/* Every row has a quantity, and one of value, text and reason. */
static void expect_whole(const doseau_series *series)
{
    const doseau_table table = doseau_series_table(series);
    doseau_cells *cells = doseau_cells_new(&table);
    for (size_t i = 0; i < table.n_rows; i++) {
        size_t filled = 0;
        cr_assert(eq(int, doseau_table_row(&table, i, cells), DOSEAU_OK));
        for (size_t c = 1; c < 4; c++) filled += doseau_cell_kind_at(cells, c) != DOSEAU_CELL_EMPTY;
        cr_expect(eq(sz, filled, 1), "%s", doseau_cell_text_at(cells, 0));
        cr_expect(ne(int, *doseau_cell_text_at(cells, 0), '\0'));
        for (size_t k = 0; k < i; k++) {
            char name[200];
            snprintf(name, sizeof name, "%s", doseau_cell_text_at(cells, 0));
            cr_assert(eq(int, doseau_table_row(&table, k, cells), DOSEAU_OK));
            cr_expect(ne(str, (char *)doseau_cell_text_at(cells, 0), name), "twice");
            cr_assert(eq(int, doseau_table_row(&table, i, cells), DOSEAU_OK));
        }
    }
    doseau_cells_free(cells);
}

/* A reason says what is missing, not what the status is called. */
static void expect_own_reason(const char *name, const doseau_series *series)
{
    const doseau_table table = doseau_series_table(series);
    doseau_cells *cells = doseau_cells_new(&table);
    for (size_t i = 0; i < table.n_rows; i++) {
        cr_assert(eq(int, doseau_table_row(&table, i, cells), DOSEAU_OK));
        if (doseau_cell_kind_at(cells, 3) == DOSEAU_CELL_EMPTY) continue;
        const char *reason = doseau_cell_text_at(cells, 3);
        cr_expect(ne(str, (char *)reason, (char *)doseau_strstatus(DOSEAU_ETOOFEW)), "%s", name);
        cr_expect(ne(str, (char *)reason, (char *)doseau_strstatus(DOSEAU_EDOMAIN)), "%s", name);
    }
    doseau_cells_free(cells);
}

Test(series, every_procedure_is_described)
{
    static const char options[] =
        " alpha seed draws most at floor margin prior-s prior-d effect power ";
    cr_assert(gt(sz, doseau_series_count(), 0));
    for (size_t i = 0; i < doseau_series_count(); i++) {
        const doseau_procedure *p = doseau_series_at(i);
        doseau_frame_set set;
        cr_expect(eq(ptr, (void *)doseau_series_find(p->name), (void *)p), "%s: twice", p->name);
        for (const char *at = p->name; *at; at++) {
            const bool plain = islower((unsigned char)*at) || isdigit((unsigned char)*at);
            cr_expect(plain || *at == '-', "%s", p->name);
        }
        cr_expect(eq(int, doseau_frame_set_parse(p->needs, &set), DOSEAU_OK), "%s", p->name);
        cr_expect(eq(int, doseau_frame_set_parse(p->uses, &set), DOSEAU_OK), "%s", p->name);
        cr_expect(gt(sz, strlen(p->summary), 10));
        cr_expect(le(sz, strlen(p->summary), 47), "cut in the list: %s", p->name);
        char list[100];
        snprintf(list, sizeof list, "%s", p->options);
        for (char *word = strtok(list, " "); word; word = strtok(NULL, " ")) {
            char padded[40];
            snprintf(padded, sizeof padded, " %s ", word);
            cr_expect(ne(ptr, strstr(options, padded), NULL), "%s: %s", p->name, word);
        }
    }
    cr_expect(eq(ptr, (void *)doseau_series_at(doseau_series_count()), NULL));
}

/* Whatever the values are: whole rows, no status but "data refused". */
Test(series, every_procedure_stands_what_comes)
{
    static const double ones[] = {1, 1, 1, 1, 1, 1}, zeros[] = {0, 0, 0, 0, 0},
                        some[] = {3, 1, 4, 1, 5, 9, 2, 6}, odd[] = {-1.5, 0, 2.25, 1e300, 1e-300};
    static const struct {
        const double *x;
        size_t n;
    } samples[] = {{ones, 1}, {ones, 2}, {ones, 6}, {zeros, 5}, {some, 2},
                   {some, 3}, {some, 4}, {some, 8}, {odd, 3},   {odd, 5}};
    static const char *const names[] = {"a", "b", "c"};
    for (size_t i = 0; i < doseau_series_count(); i++) {
        for (size_t s = 0; s < sizeof samples / sizeof *samples; s++) {
            for (unsigned limits = 0; limits < 2; limits++) {
                doseau_frame_set all = (1u << DOSEAU_FRAME_COLUMNS) - 1;
                doseau_frame *f = doseau_frame_new(all);
                for (size_t k = 0; k < samples[s].n; k++) {
                    const double x = samples[s].x[k];
                    const bool below = limits && k % 2 == 0 && x > 0;
                    const doseau_frame_row row = {
                        .line = k + 2,
                        .value = {below ? DOSEAU_NOT_DETECTED : DOSEAU_FOUND, true, below ? 0 : x,
                                  x},
                        .time = (double)k,
                        .se = 1,
                        .exposure = 10,
                        .weight = 1,
                        .season = names[k % 3],
                        .group = names[k % 2],
                        .block = names[k / 3]};
                    cr_assert(eq(int, doseau_frame_add(f, &row), DOSEAU_OK));
                }
                const char *name = doseau_series_at(i)->name;
                doseau_series_options o;
                doseau_series_defaults(&o);
                o.draws = 99;
                doseau_series *series = NULL;
                const doseau_status status = doseau_series_run(name, f, &o, &series, NULL);
                const bool usual = status == DOSEAU_OK || status == DOSEAU_EDATA;
                cr_expect(usual, "%s: %d", name, status);
                if (!status) expect_whole(series);
                if (!status) expect_own_reason(name, series);
                doseau_series_free(series);
                doseau_frame_free(f);
            }
        }
    }
}

Test(series, statuses)
{
    static const double x[] = {1.5, 2.5};
    doseau_frame *f = frame_of(x, 2);
    doseau_series *series = NULL;
    doseau_error error;
    cr_expect(eq(int, doseau_series_run("nothing", f, NULL, &series, &error), DOSEAU_EUNKNOWN));
    doseau_series_options o;
    for (size_t i = 0; i < 9; i++) {
        doseau_series_defaults(&o);
        if (i == 6) o.effect = (doseau_figure){true, 0};
        if (i == 7) o.power = o.alpha;
        if (i == 8) o.power = 1;
        if (i == 0) o.alpha = 0;
        if (i == 1) o.alpha = 1;
        if (i == 2) o.draws = 0;
        if (i == 3) o.margin = (doseau_figure){true, 1};
        if (i == 4) o.prior_s = (doseau_figure){true, .2};
        if (i == 5) {
            o.prior_s = (doseau_figure){true, .2};
            o.prior_d = (doseau_figure){true, .5};
        }
        cr_expect(eq(int, doseau_series_run("summary", f, &o, &series, &error), DOSEAU_EDOMAIN),
                  "%zu", i);
    }
    cr_expect(eq(ptr, series, NULL));
    doseau_frame_free(f);

    f = doseau_frame_new(0);
    cr_expect(eq(int, doseau_series_run("summary", f, NULL, &series, &error), DOSEAU_EDATA));
    const doseau_frame_row below = {.line = 7, .value = {DOSEAU_NOT_DETECTED, true, 0, 5}};
    doseau_frame_add(f, &below);
    cr_expect(eq(int, doseau_series_run("summary", f, NULL, &series, &error), DOSEAU_EDATA));
    cr_expect(eq(sz, error.line, 7));
    cr_expect(eq(str, error.field, "value"));
    doseau_frame_free(f);
}
