/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "folder.h"
#include <doseau/frame.h>
#include <doseau/read.h>
#include <math.h>

TestSuite(frame, .init = folder_enter, .fini = folder_leave);

#define SET(column) (1u << DOSEAU_FRAME_##column)

static doseau_frame *frame_read(const char *content, doseau_frame_set needed, doseau_frame_set used)
{
    doseau_frame *frame = NULL;
    doseau_error error;
    doseau_problems *problems = doseau_problems_new();
    file_write("t.csv", content);
    const doseau_status status =
        doseau_frame_read("t.csv", NULL, needed, used, &frame, problems, &error);
    cr_assert(eq(int, status, DOSEAU_OK), "%s", status ? error.message : "");
    doseau_problems_free(problems);
    return frame;
}

static void expect_value(const doseau_frame *frame, size_t row, doseau_state state, double lower,
                         double upper)
{
    const doseau_sample v = doseau_frame_values(frame)[row];
    cr_expect(eq(int, v.state, state), "row %zu", row);
    cr_expect(eq(dbl, v.lower, lower), "row %zu", row);
    cr_expect(eq(dbl, v.upper, upper), "row %zu", row);
}

Test(frame, reads_every_kind_of_value)
{
    doseau_frame *f =
        frame_read("value;lower;limit;se\n412,7;;;1\n-3,25;;;\n<5;;;\n<10;3;;\nn.d.;;7"
                   ";\n4;;6;\n;;;2\n9;;6;\n<-2;;;\n<LOQ;2;8;\n6;;6;\n<4;4;;\n",
                   0, 0);
    cr_assert(eq(sz, doseau_frame_size(f), 11));
    cr_expect(eq(sz, doseau_frame_missing(f), 1));
    expect_value(f, 0, DOSEAU_FOUND, 412.7, 412.7);
    expect_value(f, 1, DOSEAU_FOUND, -3.25, -3.25);
    expect_value(f, 2, DOSEAU_NOT_DETECTED, 0, 5);
    expect_value(f, 3, DOSEAU_DETECTED, 3, 10);
    expect_value(f, 4, DOSEAU_NOT_DETECTED, 0, 7);
    expect_value(f, 5, DOSEAU_NOT_DETECTED, 0, 6);
    expect_value(f, 6, DOSEAU_FOUND, 9, 9);
    expect_value(f, 7, DOSEAU_NOT_DETECTED, -2, -2);
    expect_value(f, 8, DOSEAU_DETECTED, 2, 8);
    expect_value(f, 9, DOSEAU_FOUND, 6, 6);
    expect_value(f, 10, DOSEAU_DETECTED, 4, 4);
    cr_expect(eq(sz, doseau_frame_line(f, 6), 9));
    cr_expect(eq(sz, doseau_frame_line(f, 11), 0));
    cr_expect(not(doseau_frame_has(f, DOSEAU_FRAME_SE)), "not asked for");
    cr_expect(eq(str, (char *)doseau_frame_file(f)->name, "t.csv"));
    cr_expect(eq(sz, strlen(doseau_frame_file(f)->sha256), 64));
    doseau_frame_free(f);
}

Test(frame, reads_what_stands_beside_the_value)
{
    doseau_frame *f = frame_read(
        "Date,value,group,season,block,exposure,weight,se,free\n"
        "2024-03-11,1,b,mon,2,100,2.5,.5,text\n2025-03-11,2,a,tue,1,50,1,.25,\n",
        SET(TIME), SET(GROUP) | SET(SEASON) | SET(BLOCK) | SET(EXPOSURE) | SET(WEIGHT) | SET(SE));
    /* 2024-03-11 is day 19793 since 1970-01-01 (Python: datetime.date.toordinal), 365 days on. */
    const double *time = doseau_frame_numbers(f, DOSEAU_FRAME_TIME);
    cr_expect(epsilon_eq(dbl, time[0], 1970 + 19793 / 365.25, 1e-12));
    cr_expect(epsilon_eq(dbl, time[1], 1970 + 20158 / 365.25, 1e-12));
    cr_expect(eq(dbl, doseau_frame_numbers(f, DOSEAU_FRAME_EXPOSURE)[1], 50));
    cr_expect(eq(dbl, doseau_frame_numbers(f, DOSEAU_FRAME_WEIGHT)[0], 2.5));
    cr_expect(eq(dbl, doseau_frame_numbers(f, DOSEAU_FRAME_SE)[1], .25));
    cr_expect(eq(sz, doseau_frame_indices(f, DOSEAU_FRAME_GROUP)[1], 1));
    cr_expect(eq(sz, doseau_frame_names(f, DOSEAU_FRAME_GROUP), 2));
    cr_expect(eq(str, (char *)doseau_frame_name(f, DOSEAU_FRAME_GROUP, 0), "b"));
    cr_expect(eq(str, (char *)doseau_frame_name(f, DOSEAU_FRAME_SEASON, 1), "tue"));
    cr_expect(eq(str, (char *)doseau_frame_name(f, DOSEAU_FRAME_BLOCK, 1), "1"));
    cr_expect(eq(ptr, (void *)doseau_frame_name(f, DOSEAU_FRAME_BLOCK, 2), NULL));
    cr_expect(eq(ptr, (void *)doseau_frame_numbers(f, DOSEAU_FRAME_GROUP), NULL));
    cr_expect(eq(ptr, (void *)doseau_frame_indices(f, DOSEAU_FRAME_TIME), NULL));
    doseau_frame_free(f);
}

Test(frame, a_column_that_is_used_but_absent_is_no_error)
{
    doseau_frame *f = frame_read("value,time\n1,2019\n2,2020.5\n", 0, SET(TIME) | SET(SE));
    cr_expect(doseau_frame_has(f, DOSEAU_FRAME_TIME));
    cr_expect(not(doseau_frame_has(f, DOSEAU_FRAME_SE)));
    cr_expect(eq(dbl, doseau_frame_numbers(f, DOSEAU_FRAME_TIME)[1], 2020.5));
    doseau_frame_free(f);
}

/* Each: a file, what is needed, and the code and line of every error. */
static const struct {
    const char *content;
    doseau_frame_set needed;
    const char *errors;
} refused[] = {
    {"", 0, "no_header:0 "},
    {"value\n", 0, "no_rows:0 "},
    {"value\n\n", 0, "no_rows:0 "},
    {"a,b\n1,2\n", 0, "no_column:1 "},
    {"value\n1\n", SET(TIME), "no_column:1 "},
    {"value,time\n1,\n2,later\n3,31-02-2024\n", SET(TIME), "empty:2 bad_date:3 no_such_day:4 "},
    {"value,time\n1,2024\n2,2024-05-01\n", SET(TIME), "two_kinds_of_time:3 "},
    {"value,se\n1,0\n2,-1\n3,x\n4,1e999\n", SET(SE),
     "not_positive:2 not_positive:3 bad_number:4 number_range:5 "},
    {"value,group\n1,\n2,a\n", SET(GROUP), "empty:2 "},
    {"value\nabc\n1e999\n>4\ntrace\nn.d.\n", 0,
     "bad_number:2 number_range:3 no_interval:4 no_interval:5 no_limit:6 "},
    {"value,lower\n<5,6\n3,1\n<5,q\n", 0, "limits_crossed:2 lower_of_number:3 bad_number:4 "},
    {"value,time\n1\n2,3,4\n", SET(TIME), "too_few_fields:2 too_many_fields:3 "},
    {"value;time\n1.234;1\n", 0, "decimal_mark:2 "},
    {"value;time\n1.2;1\n1,2;3\n", 0, "two_decimal_marks:3 "},
    {"x;y,b\n", 0, "delimiter:1 "},
    {"value,y\n1,2\n", 0, "column_twice:1 "},
};
enum { REFUSED = sizeof refused / sizeof *refused };

Test(frame, reports_all_that_is_wrong)
{
    for (size_t i = 0; i < REFUSED; i++) {
        char codes[500] = "";
        doseau_frame *frame = NULL;
        doseau_error error;
        doseau_problems *problems = doseau_problems_new();
        file_write("bad.csv", refused[i].content);
        cr_expect(
            eq(int,
               doseau_frame_read("bad.csv", NULL, refused[i].needed, 0, &frame, problems, &error),
               DOSEAU_EDATA),
            "%s", refused[i].content);
        for (size_t k = 0; k < doseau_problems_size(problems); k++) {
            const doseau_problem *p = doseau_problems_at(problems, k);
            if (p->level == DOSEAU_ERROR)
                snprintf(codes + strlen(codes), sizeof codes - strlen(codes), "%s:%zu ", p->code,
                         p->place.line);
        }
        cr_expect(eq(str, codes, (char *)refused[i].errors), "%s", refused[i].content);
        cr_expect(eq(ptr, frame, NULL));
        doseau_problems_free(problems);
    }
}

Test(frame, a_file_that_is_not_there)
{
    doseau_frame *frame = NULL;
    doseau_error error;
    doseau_problems *problems = doseau_problems_new();
    cr_expect(
        eq(int, doseau_frame_read("none.csv", NULL, 0, 0, &frame, problems, &error), DOSEAU_EIO));
    cr_expect(eq(str, error.file, "none.csv"));
    doseau_problems_free(problems);
}

Test(frame, refuses_rows_that_are_not_whole)
{
    const doseau_sample one = {DOSEAU_FOUND, true, 1.5, 1.5};
    const doseau_frame_row rows[] = {
        {.value = {DOSEAU_FOUND, true, 1, 2}, .group = "a"},
        {.value = {DOSEAU_DETECTED, true, 3, 2}, .group = "a"},
        {.value = {DOSEAU_NOT_DETECTED, false, 0, 0}, .group = "a"},
        {.value = {DOSEAU_FOUND, true, NAN, NAN}, .group = "a"},
        {.value = {DOSEAU_DETECTED, true, 0, INFINITY}, .group = "a"},
        {.value = one, .time = INFINITY, .group = "a"},
        {.value = one},
    };
    doseau_frame *f = doseau_frame_new(SET(TIME) | SET(GROUP));
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        cr_expect(eq(int, doseau_frame_add(f, &rows[i]), DOSEAU_EDOMAIN), "row %zu", i);
    cr_expect(eq(sz, doseau_frame_size(f), 0));
    const doseau_frame_row good = {.line = 4, .value = one, .time = 7, .group = "a", .weight = NAN};
    cr_expect(eq(int, doseau_frame_add(f, &good), DOSEAU_OK), "x is not looked at");
    cr_expect(eq(str, (char *)doseau_frame_file(f)->name, ""));
    doseau_frame_free(f);
}

Test(frame, knows_columns_by_name)
{
    doseau_frame_set set = 0;
    cr_expect(eq(int, doseau_frame_set_parse("time;block", &set), DOSEAU_OK));
    cr_expect(eq(int, (int)set, (int)(SET(TIME) | SET(BLOCK))));
    cr_expect(eq(int, doseau_frame_set_parse("", &set), DOSEAU_OK));
    cr_expect(eq(int, (int)set, 0));
    cr_expect(eq(int, doseau_frame_set_parse("time;bloc", &set), DOSEAU_EUNKNOWN));
    cr_expect(eq(ptr, (void *)doseau_frame_column_name(DOSEAU_FRAME_COLUMNS), NULL));
}

static void expect_place(const doseau_frame *f, size_t row, doseau_frame_column column, size_t line,
                         size_t number, const char *field)
{
    const doseau_place place = doseau_frame_place(f, row, column);
    cr_expect(eq(sz, place.line, line));
    cr_expect(eq(sz, place.column, number));
    cr_expect(eq(str, (char *)place.field, (char *)field));
}

Test(frame, knows_where_a_cell_stands)
{
    doseau_frame *f = frame_read("free;Jaar;ronde;Waarde\n;1;a;\n;2;a;5\n", 0, SET(TIME));
    expect_place(f, 0, DOSEAU_FRAME_VALUE, 3, 4, "Waarde");
    expect_place(f, 0, DOSEAU_FRAME_TIME, 3, 2, "Jaar");
    expect_place(f, 0, DOSEAU_FRAME_BLOCK, 3, 3, "ronde");
    expect_place(f, 1, DOSEAU_FRAME_SE, 0, 0, "se");
    cr_expect(eq(str, (char *)doseau_frame_place(f, 0, DOSEAU_FRAME_SE).file, "t.csv"));
    doseau_frame_free(f);
}

Test(frame, place_in_a_frame_from_elsewhere)
{
    doseau_frame *f = doseau_frame_new(0);
    cr_assert(ne(ptr, f, NULL));
    cr_expect(eq(ptr, (void *)doseau_frame_place(f, 0, DOSEAU_FRAME_VALUE).file, NULL));
    expect_place(f, 0, DOSEAU_FRAME_VALUE, 0, 0, "value");
    cr_expect(eq(int, doseau_frame_set_field(f, DOSEAU_FRAME_VALUE, 9, "x"), DOSEAU_OK));
    cr_expect(eq(int, doseau_frame_set_field(f, DOSEAU_FRAME_VALUE, 2, "y"), DOSEAU_OK));
    expect_place(f, 0, DOSEAU_FRAME_VALUE, 0, 2, "y");
    cr_expect(eq(int, doseau_frame_set_field(f, DOSEAU_FRAME_COLUMNS, 2, "y"), DOSEAU_EDOMAIN));
    cr_expect(eq(ptr, (void *)doseau_frame_place(f, 0, DOSEAU_FRAME_COLUMNS).field, NULL));
    doseau_frame_free(f);
}
