/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "printing.h"
#include <math.h>

static const doseau_column columns[] = {
    {"plant", "", "plant"}, {"load_mg_d_1000p", "mg/d/1000 people", "load"}, {"flags", "", NULL}};

static const struct {
    const char *source;
    bool literal;
    item cell;
    const char *field;
} fields[] = {
    {"plain", false, TEXT("Noordwijk"), "Noordwijk"},
    {"empty cell", false, EMPTY, ""},
    {"empty text", false, TEXT(""), ""},
    {"RFC 4180, 2.6: comma", false, TEXT("Almelo, Oost"), "\"Almelo, Oost\""},
    {"RFC 4180, 2.7: quotes", false, TEXT("a \"b\" c"), "\"a \"\"b\"\" c\""},
    {"RFC 4180, 2.7: nothing but quotes", false, TEXT("\"\""), "\"\"\"\"\"\""},
    {"RFC 4180, 2.6: line feed", false, TEXT("a\nb"), "\"a\nb\""},
    {"RFC 4180, 2.6: carriage return", false, TEXT("a\rb"), "\"a\rb\""},
    {"readers trim: blank before", false, TEXT(" a"), "\" a\""},
    {"readers trim: blank after", false, TEXT("a "), "\"a \""},
    {"readers trim: tab after", false, TEXT("a\t"), "\"a\t\""},
    {"blank within", false, TEXT("a b"), "a b"},
    {"comment of our reader", false, TEXT("#7"), "\"#7\""},
    {"number sign within", false, TEXT("a#7"), "a#7"},
    {"control character", false, TEXT("a\033[31mb"), "\"a\033[31mb\""},
    {"delete", false, TEXT("a\177b"), "\"a\177b\""},
    {"list of words", false, TEXT("one_day;spike"), "one_day;spike"},
    {"UTF-8", false, TEXT("مخدر µ"), "مخدر µ"},
    {"no UTF-8", false, TEXT("a\xff"), "a\xff"},
    {"formula", false, TEXT("=1+1"), "'=1+1"},
    {"formula", false, TEXT("+1"), "'+1"},
    {"formula", false, TEXT("-1"), "'-1"},
    {"formula", false, TEXT("@SUM(A1)"), "'@SUM(A1)"},
    {"formula after a tab", false, TEXT("\t=1"), "\"'\t=1\""},
    {"formula after a return", false, TEXT("\r=1"), "\"'\r=1\""},
    {"formula with quotes", false, TEXT("=\"a,b\""), "\"'=\"\"a,b\"\"\""},
    {"formula sign within", false, TEXT("3-MMC"), "3-MMC"},
    {"literal formula", true, TEXT("=1+1"), "=1+1"},
    {"literal formula", true, TEXT("-1"), "-1"},
    {"literal, yet quoted", true, TEXT("@a,b"), "\"@a,b\""},
    {"literal, yet quoted", true, TEXT("\t=1"), "\"\t=1\""},
    {"negative numbers are no formulas", false, NUMBER(-412.7), "-412.7"},
    {"Python 3.11: repr(412.7 * 83600 / 251300)", false, NUMBER(137.29295662554716),
     "137.29295662554716"},
    {"Python 3.11: repr(.1 + .2)", false, NUMBER(0.1 + 0.2), "0.30000000000000004"},
    {"integer", false, NUMBER(251347), "251347"},
    {"zero", false, NUMBER(-0.0), "0"},
    {"NaN is empty", false, NUMBER((double)NAN), ""},
};
enum { FIELDS = sizeof fields / sizeof *fields };

ParameterizedTestParameters(print_csv, field)
{
    INDICES(FIELDS);
}

ParameterizedTest(size_t *i, print_csv, field)
{
    const item cells[] = {fields[*i].cell, NUMBER(24.5), fields[*i].cell};
    const items source = {cells, 3};
    const doseau_table table = table_of(columns, &source, 1);
    char expected[200], *text = printed(&table, DOSEAU_CSV, fields[*i].literal, NULL);

    snprintf(expected, sizeof expected, "plant,load_mg_d_1000p,flags\n%s,24.5,%s\n",
             fields[*i].field, fields[*i].field);
    cr_expect(eq(str, text, expected), "%s", fields[*i].source);
    free(text);
}

Test(print_csv, no_rows)
{
    const items source = {NULL, 3};
    const doseau_table table = table_of(columns, &source, 0);
    char *text = printed(&table, DOSEAU_CSV, false, NULL);
    cr_expect(eq(str, text, "plant,load_mg_d_1000p,flags\n"));
    free(text);
}

/* An empty line is skipped by readers. */
Test(print_csv, empty_cell_of_a_single_column)
{
    static const item cells[] = {TEXT("a"), EMPTY, TEXT(""), TEXT("b")};
    const items source = {cells, 1};
    const doseau_table table = table_of(columns, &source, 4);
    char *text = printed(&table, DOSEAU_CSV, false, NULL);
    cr_expect(eq(str, text, "plant\na\n\"\"\n\"\"\nb\n"));
    free(text);
}

Test(print_csv, names_of_columns_are_quoted_too)
{
    static const doseau_column odd[] = {{"=a,b", "", NULL}, {"#c", "", NULL}};
    const items source = {NULL, 2};
    const doseau_table table = table_of(odd, &source, 0);
    char *text = printed(&table, DOSEAU_CSV, false, NULL);
    cr_expect(eq(str, text, "\"'=a,b\",\"#c\"\n"));
    free(text);
}
