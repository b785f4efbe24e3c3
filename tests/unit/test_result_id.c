/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <criterion/parameterized.h>

#include <doseau/result_id.h>
#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

enum { MARCH_11 = 19793 }; /* 2024-03-11, by `date -d 2024-03-11 +%s` / 86400 */
#define NO_DAY .date = DOSEAU_NO_DATE, .weekday = DOSEAU_NO_WEEKDAY

/* Ids and what they name, written down by hand from the table of the header. */
static const struct {
    const char *text;
    doseau_result_id id;
} same[] = {
    {"load/VDN/MDMA/2024-03-11",
     {DOSEAU_RESULT_LOAD, "VDN", "MDMA", NULL, NULL, MARCH_11, DOSEAU_NO_WEEKDAY}},
    {"load/Utrecht 1/cocaine/2023/Sunday",
     {DOSEAU_RESULT_LOAD, "Utrecht 1", "cocaine", "2023", NULL, DOSEAU_NO_DATE, DOSEAU_SUNDAY}},
    {"round/A%2FB/100%25/spring",
     {DOSEAU_RESULT_ROUND, .plant = "A/B", .substance = "100%", .round = "spring", NO_DAY}},
    {"compare/VDN/MDMA/2023,2024",
     {DOSEAU_RESULT_COMPARE, "VDN", "MDMA", "2023", "2024", DOSEAU_NO_DATE, DOSEAU_NO_WEEKDAY}},
    {"compare/V/M/a%2Cb,c%2Cd",
     {DOSEAU_RESULT_COMPARE, "V", "M", "a,b", "c,d", DOSEAU_NO_DATE, DOSEAU_NO_WEEKDAY}},
    {"trend/\xc3\x9c"
     "ber\xc3\xa9/\xd8\xb9",
     {DOSEAU_RESULT_TREND,
      .plant = "\xc3\x9c"
               "ber\xc3\xa9",
      .substance = "\xd8\xb9", NO_DAY}},
    {"trend/a%0Ab%1B%7Fc/d",
     {DOSEAU_RESULT_TREND,
      .plant = "a\nb\x1b\x7f"
               "c",
      .substance = "d", NO_DAY}},
};

static bool equal(const char *a, const char *b)
{
    return a && b ? strcmp(a, b) == 0 : a == b;
}

ParameterizedTestParameters(result_id, an_id_and_back)
{
    static size_t rows[COUNT(same)];
    for (size_t i = 0; i < COUNT(same); i++) rows[i] = i;
    return cr_make_param_array(size_t, rows, COUNT(same));
}

ParameterizedTest(size_t *row, result_id, an_id_and_back)
{
    char text[100], room[100];
    doseau_result_id back;
    const doseau_result_id *id = &same[*row].id;
    const size_t length = doseau_result_id_format(id, text, sizeof text);
    cr_assert(eq(str, text, (char *)same[*row].text));
    cr_assert(eq(sz, length, strlen(same[*row].text)));
    cr_assert(eq(int, doseau_result_id_parse(text, room, &back), DOSEAU_OK));
    cr_assert(eq(int, back.kind, id->kind));
    cr_assert(equal(back.plant, id->plant) && equal(back.substance, id->substance));
    cr_assert(equal(back.round, id->round) && equal(back.round_b, id->round_b));
    cr_assert(eq(i32, back.date, id->date));
    cr_assert(eq(int, back.weekday, id->weekday));
}

static const char *const none[] = {
    "",
    "load",
    "load/P",
    "load/P/S",
    "load/P/S/2024-02-30",
    "load/P/S/R/Someday",
    "load/P/S/R/Mon/x",
    "round/P/S",
    "round/P/S/",
    "round//S/R",
    "round/P/S/R/x",
    "compare/P/S/A",
    "compare/P/S/A,",
    "compare/P/S/,B",
    "compare/P/S/A,B,C",
    "trend/P/S/x",
    "trend/P%2/S",
    "trend/P%zz/S",
    "trend/P%00/S",
    "area/P/S",
    "/P/S",
};

ParameterizedTestParameters(result_id, what_is_no_id)
{
    static size_t rows[COUNT(none)];
    for (size_t i = 0; i < COUNT(none); i++) rows[i] = i;
    return cr_make_param_array(size_t, rows, COUNT(none));
}

ParameterizedTest(size_t *row, result_id, what_is_no_id)
{
    char room[100];
    doseau_result_id id = {.plant = "untouched"};
    cr_assert(eq(int, doseau_result_id_parse(none[*row], room, &id), DOSEAU_EPARSE));
    cr_assert(eq(str, (char *)id.plant, "untouched"));
}

Test(result_id, what_cannot_be_written)
{
    char text[20] = "x";
    const doseau_result_id whole = same[0].id;
    doseau_result_id id = whole;
    cr_assert(eq(sz, doseau_result_id_format(&whole, text, 9), 24));
    cr_assert(eq(str, text, "load/VDN"));
    cr_assert(eq(sz, doseau_result_id_format(&whole, NULL, 0), 24));
    id.plant = NULL;
    cr_assert(eq(sz, doseau_result_id_format(&id, text, sizeof text), 0));
    cr_assert(eq(str, text, ""));
    id = (doseau_result_id){
        .kind = DOSEAU_RESULT_LOAD, .plant = "P", .substance = "S", .round = "R", NO_DAY};
    cr_assert(eq(sz, doseau_result_id_format(&id, text, sizeof text), 0), "no weekday");
    id.weekday = DOSEAU_MONDAY;
    cr_assert(eq(sz, doseau_result_id_format(&id, text, sizeof text), 17));
    cr_assert(eq(str, text, "load/P/S/R/Monday"));
}
