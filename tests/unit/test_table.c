/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include <doseau/table.h>
#include <math.h>
#include <stdio.h>
#include <string.h>
#include <wchar.h>

static const doseau_column columns[] = {
    {"plant", "", "Plant"}, {"load_mg_d_1000p", "mg/d/1000 people", "Load"},
    {"source", "", NULL},   {"flags", "", NULL},
    {"upper", "", NULL},
};

/* Row r: text, number, formatted text, empty, and a number if the row is even. */
static void fill(const void *source, size_t row, doseau_cells *cells)
{
    const double *loads = source;
    doseau_put_text(cells, row == 1 ? "" : "Utrecht");
    doseau_put_number(cells, loads[row]);
    doseau_put_textf(cells, "%s:%zu", "samples.csv", row + 2);
    doseau_put_empty(cells);
    doseau_put_number_if(cells, row % 2 == 0, 2 * loads[row]);
}

static const double loads[] = {412.7, 0, -0.25, (double)INFINITY, (double)NAN};
static const doseau_table loads_table = {"load", columns, 5, 5, loads, fill};

Test(table, rows)
{
    doseau_cells *cells = doseau_cells_new(&loads_table);
    cr_assert(cells != NULL);
    for (size_t row = 0; row < 5; row++) {
        char source[32];
        snprintf(source, sizeof source, "samples.csv:%zu", row + 2);
        cr_assert(eq(int, doseau_table_row(&loads_table, row, cells), DOSEAU_OK));
        cr_expect(eq(int, doseau_cell_kind_at(cells, 0), DOSEAU_CELL_TEXT));
        cr_expect(eq(str, (char *)doseau_cell_text_at(cells, 0), row == 1 ? "" : "Utrecht"));
        cr_expect(eq(str, (char *)doseau_cell_text_at(cells, 2), source));
        cr_expect(eq(int, doseau_cell_kind_at(cells, 3), DOSEAU_CELL_EMPTY));
        if (row < 3) {
            cr_expect(eq(int, doseau_cell_kind_at(cells, 1), DOSEAU_CELL_NUMBER));
            cr_expect(eq(dbl, doseau_cell_number_at(cells, 1), loads[row]));
        }
    }
    doseau_cells_free(cells);
    doseau_cells_free(NULL);
}

Test(table, number_if_given)
{
    doseau_cells *cells = doseau_cells_new(&loads_table);
    doseau_table_row(&loads_table, 0, cells);
    cr_expect(eq(int, doseau_cell_kind_at(cells, 4), DOSEAU_CELL_NUMBER));
    cr_expect(eq(dbl, doseau_cell_number_at(cells, 4), 825.4));
    doseau_table_row(&loads_table, 1, cells);
    cr_expect(eq(int, doseau_cell_kind_at(cells, 4), DOSEAU_CELL_EMPTY));
    doseau_cells_free(cells);
}

Test(table, what_is_not_finite_is_empty)
{
    doseau_cells *cells = doseau_cells_new(&loads_table);
    for (size_t row = 3; row < 5; row++) {
        doseau_table_row(&loads_table, row, cells);
        cr_expect(eq(int, doseau_cell_kind_at(cells, 1), DOSEAU_CELL_EMPTY));
        cr_expect(eq(int, doseau_cell_kind_at(cells, 4), DOSEAU_CELL_EMPTY));
    }
    doseau_cells_free(cells);
}

static void fill_figures(const void *source, size_t row, doseau_cells *cells)
{
    doseau_put_figure(cells, ((const doseau_figure *)source)[row]);
}

Test(table, figures)
{
    static const doseau_figure figures[] = {{true, 412.7}, {false, 0}, {true, 0}};
    const doseau_table table = {"t", columns, 1, 3, figures, fill_figures};
    doseau_cells *cells = doseau_cells_new(&table);
    for (size_t row = 0; row < 3; row++) {
        doseau_table_row(&table, row, cells);
        cr_expect(eq(int, doseau_cell_kind_at(cells, 0),
                     figures[row].given ? DOSEAU_CELL_NUMBER : DOSEAU_CELL_EMPTY));
        cr_expect(eq(dbl, doseau_cell_number_at(cells, 0), figures[row].value));
    }
    doseau_cells_free(cells);
}

Test(table, cells_of_another_kind)
{
    doseau_cells *cells = doseau_cells_new(&loads_table);
    doseau_table_row(&loads_table, 0, cells);
    cr_expect(eq(dbl, doseau_cell_number_at(cells, 0), 0));
    cr_expect(eq(dbl, doseau_cell_number_at(cells, 3), 0));
    cr_expect(eq(str, (char *)doseau_cell_text_at(cells, 1), ""));
    cr_expect(eq(str, (char *)doseau_cell_text_at(cells, 3), ""));
    cr_expect(eq(int, doseau_cell_kind_at(cells, 5), DOSEAU_CELL_EMPTY));
    cr_expect(eq(dbl, doseau_cell_number_at(cells, 5), 0));
    cr_expect(eq(str, (char *)doseau_cell_text_at(cells, 5), ""));
    doseau_cells_free(cells);
}

/* Quiet in even rows: the row, its second and its fourth cell. */
static void fill_quietly(const void *source, size_t row, doseau_cells *cells)
{
    (void)source;
    doseau_put_text(cells, "Utrecht");
    doseau_put_number(cells, 412.7);
    if (row % 2 == 0) doseau_quiet_cell(cells);
    doseau_put_empty(cells);
    doseau_put_text(cells, "a.csv:2");
    if (row % 2 == 0) doseau_quiet_cell(cells);
    if (row % 2 == 0) doseau_quiet_row(cells);
}

Test(table, quiet_cells_and_rows)
{
    const doseau_table table = {"t", columns, 4, 3, NULL, fill_quietly};
    doseau_cells *cells = doseau_cells_new(&table);
    cr_expect(not(doseau_row_is_quiet(cells)));
    cr_expect(not(doseau_cell_is_quiet(cells, 1)));
    for (size_t row = 0; row < 3; row++) {
        doseau_table_row(&table, row, cells);
        cr_expect(eq(int, doseau_row_is_quiet(cells), row % 2 == 0));
        for (size_t column = 0; column < 5; column++)
            cr_expect(eq(int, doseau_cell_is_quiet(cells, column),
                         row % 2 == 0 && (column == 1 || column == 3)));
        cr_expect(eq(dbl, doseau_cell_number_at(cells, 1), 412.7));
        cr_expect(eq(str, (char *)doseau_cell_text_at(cells, 3), "a.csv:2"));
    }
    doseau_cells_free(cells);
}

Test(table, before_the_first_row_all_is_empty)
{
    doseau_cells *cells = doseau_cells_new(&loads_table);
    for (size_t column = 0; column < 5; column++)
        cr_expect(eq(int, doseau_cell_kind_at(cells, column), DOSEAU_CELL_EMPTY));
    cr_expect(eq(str, (char *)doseau_cell_text_at(cells, 0), ""));
    doseau_cells_free(cells);
}

Test(table, no_such_row_changes_nothing)
{
    doseau_cells *cells = doseau_cells_new(&loads_table);
    doseau_table_row(&loads_table, 0, cells);
    cr_expect(eq(int, doseau_table_row(&loads_table, 5, cells), DOSEAU_EDOMAIN));
    cr_expect(eq(dbl, doseau_cell_number_at(cells, 1), 412.7));
    cr_expect(eq(str, (char *)doseau_cell_text_at(cells, 2), "samples.csv:2"));
    doseau_cells_free(cells);
}

static void fill_null(const void *source, size_t row, doseau_cells *cells)
{
    (void)source, (void)row;
    doseau_put_text(cells, NULL);
}

Test(table, null_text_is_empty)
{
    const doseau_table table = {"t", columns, 1, 1, NULL, fill_null};
    doseau_cells *cells = doseau_cells_new(&table);
    cr_expect(eq(int, doseau_table_row(&table, 0, cells), DOSEAU_OK));
    cr_expect(eq(int, doseau_cell_kind_at(cells, 0), DOSEAU_CELL_EMPTY));
    doseau_cells_free(cells);
}

/* Long texts move the buffer while the row is filled: the first text must still be found. */
static void fill_long(const void *source, size_t row, doseau_cells *cells)
{
    (void)source;
    doseau_put_text(cells, "first");
    for (int i = 1; i < 4; i++) doseau_put_textf(cells, "%0*d", (int)(10000 * (row + 1)) * i, i);
    doseau_put_text(cells, "last");
}

Test(table, long_texts)
{
    const doseau_table table = {"t", columns, 5, 3, NULL, fill_long};
    doseau_cells *cells = doseau_cells_new(&table);
    for (size_t row = 3; row-- > 0;) {
        cr_expect(eq(int, doseau_table_row(&table, row, cells), DOSEAU_OK));
        cr_expect(eq(str, (char *)doseau_cell_text_at(cells, 0), "first"));
        cr_expect(eq(sz, strlen(doseau_cell_text_at(cells, 3)), 30000 * (row + 1)));
        cr_expect(eq(str, (char *)doseau_cell_text_at(cells, 4), "last"));
    }
    doseau_cells_free(cells);
}

/* A wide letter without bytes in the C locale makes the text fail as want of memory does. */
static void fill_failing(const void *source, size_t row, doseau_cells *cells)
{
    (void)source, (void)row;
    doseau_put_text(cells, "Utrecht");
    doseau_put_textf(cells, "%ls", L"\x20AC");
}

Test(table, text_that_fails)
{
    const doseau_table table = {"t", columns, 2, 1, NULL, fill_failing};
    doseau_cells *cells = doseau_cells_new(&table);
    cr_expect(eq(int, doseau_table_row(&table, 0, cells), DOSEAU_ENOMEM));
    cr_expect(eq(int, doseau_cell_kind_at(cells, 0), DOSEAU_CELL_EMPTY));
    cr_expect(eq(str, (char *)doseau_cell_text_at(cells, 0), ""));
    doseau_cells_free(cells);
}
