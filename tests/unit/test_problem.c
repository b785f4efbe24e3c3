/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "base/problems.h"
#include <stdio.h>
#include <string.h>
#include <wchar.h>

static doseau_place at(const char *file, size_t line, size_t column, const char *field)
{
    return (doseau_place){file, line, column, field};
}

Test(problem, keeps_copies)
{
    doseau_problems *list = doseau_problems_new();
    cr_assert(list != NULL);
    char file[] = "flows.csv", field[] = "flow", reason[] = "12,5";
    doseau_problems_add(list, DOSEAU_ERROR, "bad_number", at(file, 12, 4, field),
                        "'%s' is no number", reason);
    memset(file, 'x', 3);
    memset(field, 'x', 3);
    memset(reason, 'x', 3);
    cr_assert(eq(sz, doseau_problems_size(list), 1));
    const doseau_problem *p = doseau_problems_at(list, 0);
    cr_expect(eq(int, p->level, DOSEAU_ERROR));
    cr_expect(eq(str, (char *)p->code, "bad_number"));
    cr_expect(eq(str, (char *)p->place.file, "flows.csv"));
    cr_expect(eq(sz, p->place.line, 12));
    cr_expect(eq(sz, p->place.column, 4));
    cr_expect(eq(str, (char *)p->place.field, "flow"));
    cr_expect(eq(str, (char *)p->message, "'12,5' is no number"));
    cr_expect(zero(ptr, (void *)doseau_problems_at(list, 1)));
    doseau_problems_free(list);
    doseau_problems_free(NULL);
}

Test(problem, takes_back)
{
    doseau_problems *list = doseau_problems_new();
    doseau_problems_add(list, DOSEAU_WARNING, "first", at("a", 1, 1, NULL), "one");
    doseau_problems_add(list, DOSEAU_ERROR, "second", at("a", 2, 1, NULL), "two");
    doseau_problems_add(list, DOSEAU_ERROR, "third", at("b", 3, 1, NULL), "three");
    problems_take_back(list, 3);
    cr_expect(eq(sz, doseau_problems_size(list), 3));
    problems_take_back(list, 1);
    cr_expect(eq(sz, doseau_problems_size(list), 1));
    cr_expect(eq(sz, doseau_problems_count(list, DOSEAU_ERROR), 0));
    cr_expect(eq(sz, doseau_problems_count(list, DOSEAU_WARNING), 1));
    doseau_problems_add(list, DOSEAU_ERROR, "fourth", at("b", 4, 1, NULL), "four");
    cr_expect(eq(str, (char *)doseau_problems_at(list, 1)->code, "fourth"));
    doseau_problems_free(list);
}

Test(problem, absent_parts_stay_absent)
{
    doseau_problems *list = doseau_problems_new();
    doseau_problems_add(list, DOSEAU_NOTICE, "empty", at(NULL, 0, 0, NULL), "nothing was read");
    doseau_problems_add(list, DOSEAU_NOTICE, "empty", at("", 0, 0, ""), "nothing was read");
    for (size_t i = 0; i < 2; i++) {
        cr_expect(zero(ptr, (void *)doseau_problems_at(list, i)->place.file));
        cr_expect(zero(ptr, (void *)doseau_problems_at(list, i)->place.field));
    }
    doseau_problems_free(list);
}

Test(problem, counts_by_level)
{
    doseau_problems *list = doseau_problems_new();
    for (int i = 0; i < 100; i++) {
        const doseau_level level = i % 7 == 0   ? DOSEAU_ERROR
                                   : i % 2 == 0 ? DOSEAU_WARNING
                                                : DOSEAU_NOTICE;
        doseau_problems_add(list, level, "c", at("a.csv", 1, 1, "f"), "%d", i);
    }
    /* 0, 7, ..., 98: 15; of the 85 others 50 - 8 are even */
    cr_expect(eq(sz, doseau_problems_size(list), 100));
    cr_expect(eq(sz, doseau_problems_count(list, DOSEAU_ERROR), 15));
    cr_expect(eq(sz, doseau_problems_count(list, DOSEAU_WARNING), 42));
    cr_expect(eq(sz, doseau_problems_count(list, DOSEAU_NOTICE), 43));
    doseau_problems_free(list);
}

/* Added in this order; `rank` is the place after sorting, by hand. */
static const struct {
    const char *file;
    size_t line, column, rank;
} unsorted[] = {
    {"b.csv", 9, 1, 5}, {"a.csv", 3, 2, 7}, {"b.csv", 2, 5, 2}, {"b.csv", 2, 3, 1}, {NULL, 4, 0, 8},
    {"b.csv", 2, 5, 3}, {"a.csv", 3, 0, 6}, {"b.csv", 0, 0, 0}, {"b.csv", 2, 5, 4},
};

Test(problem, sorts_and_keeps_the_order_of_equals)
{
    doseau_problems *list = doseau_problems_new();
    doseau_problems_sort(list);
    const size_t n = sizeof unsorted / sizeof unsorted[0];
    for (size_t i = 0; i < n; i++)
        doseau_problems_add(list, DOSEAU_WARNING, "c",
                            at(unsorted[i].file, unsorted[i].line, unsorted[i].column, NULL), "%zu",
                            unsorted[i].rank);
    for (int again = 0; again < 2; again++) {
        doseau_problems_sort(list);
        for (size_t i = 0; i < n; i++) {
            char rank[8];
            snprintf(rank, sizeof rank, "%zu", i);
            cr_expect(eq(str, (char *)doseau_problems_at(list, i)->message, rank));
        }
    }
    doseau_problems_free(list);
}

Test(problem, sorting_many_equals)
{
    doseau_problems *list = doseau_problems_new();
    for (int i = 0; i < 5000; i++)
        doseau_problems_add(list, DOSEAU_WARNING, "c", at("a.csv", (size_t)(i % 3), 1, NULL), "%d",
                            i);
    doseau_problems_sort(list);
    int before = -1, wrong = 0;
    for (size_t i = 0; i < 5000; i++) {
        int now;
        sscanf(doseau_problems_at(list, i)->message, "%d", &now);
        wrong += i > 0 && now % 3 == before % 3 && now < before;
        wrong += i > 0 && now % 3 < before % 3;
        before = now;
    }
    cr_expect(zero(int, wrong));
    doseau_problems_free(list);
}

Test(problem, status_is_the_first_error)
{
    doseau_problems *list = doseau_problems_new();
    doseau_error error = {.line = 77};
    cr_expect(eq(int, doseau_problems_status(list, &error), DOSEAU_OK));
    doseau_problems_add(list, DOSEAU_NOTICE, "n", at("a.csv", 1, 0, NULL), "extra column");
    doseau_problems_add(list, DOSEAU_WARNING, "w", at("a.csv", 2, 0, NULL), "high value");
    cr_expect(eq(int, doseau_problems_status(list, &error), DOSEAU_OK));
    cr_expect(eq(sz, error.line, 77)); /* untouched */
    doseau_problems_add(list, DOSEAU_ERROR, "e", at("b.csv", 3, 4, "flow"), "first %d", 1);
    doseau_problems_add(list, DOSEAU_ERROR, "e", at("b.csv", 2, 4, "flow"), "second");
    cr_expect(eq(int, doseau_problems_status(list, NULL), DOSEAU_EDATA));
    cr_expect(eq(int, doseau_problems_status(list, &error), DOSEAU_EDATA));
    char text[128];
    doseau_error_format(&error, text, sizeof text);
    cr_expect(eq(str, text, "b.csv:3: field 4 (flow): first 1"));
    cr_expect(eq(int, error.status, DOSEAU_EDATA));
    doseau_problems_sort(list);
    doseau_problems_status(list, &error);
    cr_expect(eq(sz, error.line, 2));
    doseau_problems_free(list);
}

Test(problem, status_cuts_long_texts)
{
    doseau_problems *list = doseau_problems_new();
    char longer[1000];
    memset(longer, 'x', sizeof longer - 1);
    longer[sizeof longer - 1] = '\0';
    doseau_problems_add(list, DOSEAU_ERROR, "e", at(longer, 1, 1, longer), "%s", longer);
    doseau_error error;
    cr_expect(eq(int, doseau_problems_status(list, &error), DOSEAU_EDATA));
    cr_expect(eq(sz, strlen(error.file), sizeof error.file - 1));
    cr_expect(eq(sz, strlen(error.field), sizeof error.field - 1));
    cr_expect(eq(sz, strlen(error.message), sizeof error.message - 1));
    cr_expect(eq(sz, strlen(doseau_problems_at(list, 0)->message), 999));
    doseau_problems_free(list);
}

/* A wide letter without bytes in the C locale makes the message fail as want of memory does. */
Test(problem, failed_adding_is_remembered)
{
    doseau_problems *list = doseau_problems_new();
    doseau_problems_add(list, DOSEAU_NOTICE, "n", at("a.csv", 1, 0, NULL), "%ls", L"\x20AC");
    doseau_problems_add(list, DOSEAU_ERROR, "e", at("a.csv", 1, 0, NULL), "fine");
    doseau_error error;
    cr_expect(eq(int, doseau_problems_status(list, &error), DOSEAU_ENOMEM));
    cr_expect(eq(int, error.status, DOSEAU_ENOMEM));
    cr_expect(eq(str, error.message, "out of memory"));
    cr_expect(eq(sz, doseau_problems_size(list), 1));
    cr_expect(eq(sz, doseau_problems_count(list, DOSEAU_NOTICE), 0));
    doseau_problems_free(list);
}

Test(problem, error_at_a_place)
{
    doseau_error error = {.message = "old"};
    const doseau_place place = {"flows.csv", 12, 4, "flow"};
    cr_expect(eq(int, doseau_error_at(&error, DOSEAU_EPARSE, place, "'%s' is no number", "12,5"),
                 DOSEAU_EPARSE));
    char text[128];
    doseau_error_format(&error, text, sizeof text);
    cr_expect(eq(int, error.status, DOSEAU_EPARSE));
    cr_expect(eq(str, text, "flows.csv:12: field 4 (flow): '12,5' is no number"));
    const doseau_place nowhere = {NULL, 0, 0, NULL};
    doseau_error_at(&error, DOSEAU_EIO, nowhere, "cannot read %s", error.file);
    doseau_error_format(&error, text, sizeof text);
    cr_expect(eq(str, text, "cannot read flows.csv"));
    cr_expect(eq(int, doseau_error_at(NULL, DOSEAU_EIO, nowhere, "%d", 1), DOSEAU_EIO));
}

Test(problem, level_names)
{
    cr_expect(eq(str, (char *)doseau_level_name(DOSEAU_ERROR), "error"));
    cr_expect(eq(str, (char *)doseau_level_name(DOSEAU_WARNING), "warning"));
    cr_expect(eq(str, (char *)doseau_level_name(DOSEAU_NOTICE), "notice"));
    cr_expect(eq(str, (char *)doseau_level_name((doseau_level)7), ""));
}

Test(problem, table)
{
    static const char *const names[] = {"file",  "line", "column", "field",
                                        "level", "code", "message"};
    doseau_problems *list = doseau_problems_new();
    doseau_problems_add(list, DOSEAU_WARNING, "outlier", at("a.csv", 12, 4, "flow"), "high");
    doseau_problems_add(list, DOSEAU_NOTICE, "empty", at(NULL, 0, 0, NULL), "nothing");
    const doseau_table table = doseau_problems_table(list);
    cr_expect(eq(str, (char *)table.name, "check"));
    cr_assert(eq(sz, table.n_columns, 7));
    cr_assert(eq(sz, table.n_rows, 2));
    for (size_t i = 0; i < 7; i++)
        cr_expect(eq(str, (char *)table.columns[i].name, (char *)names[i]));
    doseau_cells *cells = doseau_cells_new(&table);
    cr_assert(eq(int, doseau_table_row(&table, 0, cells), DOSEAU_OK));
    cr_expect(eq(str, (char *)doseau_cell_text_at(cells, 0), "a.csv"));
    cr_expect(eq(dbl, doseau_cell_number_at(cells, 1), 12));
    cr_expect(eq(dbl, doseau_cell_number_at(cells, 2), 4));
    cr_expect(eq(str, (char *)doseau_cell_text_at(cells, 3), "flow"));
    cr_expect(eq(str, (char *)doseau_cell_text_at(cells, 4), "warning"));
    cr_expect(eq(str, (char *)doseau_cell_text_at(cells, 5), "outlier"));
    cr_expect(eq(str, (char *)doseau_cell_text_at(cells, 6), "high"));
    cr_assert(eq(int, doseau_table_row(&table, 1, cells), DOSEAU_OK));
    for (size_t i = 0; i < 4; i++)
        cr_expect(eq(int, doseau_cell_kind_at(cells, i), DOSEAU_CELL_EMPTY));
    doseau_cells_free(cells);
    doseau_problems_free(list);
}
