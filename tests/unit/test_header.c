/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <criterion/criterion.h>

#include <criterion/new/assert.h>
#include <stdio.h>
#include <string.h>

#include "io/header.h"
#include "io/lines.h"

/* A header has `plant` and `date`; `flow` is known as well. */
static size_t fit(const rows_record *record, const void *context, bool *complete)
{
    static const char *const names[] = {"plant", "date", "flow"};
    size_t known = 0;
    bool has[3] = {false};
    (void)context;
    for (size_t i = 0; i < record->n; i++)
        for (size_t k = 0; k < 3; k++)
            if (strcmp(record->fields[i], names[k]) == 0) has[k] = true;
    for (size_t k = 0; k < 3; k++) known += has[k];
    *complete = has[0] && has[1];
    return known;
}

/* What is found: `delimiter line`, `+` there are records above it, `!` one is as wide; or the
 * columns. */
static const struct {
    const char *why, *text;
    char said;
    const char *found;
} cases[] = {
    {"nothing", "", 0, ", 0"},
    {"one column", "plant\nA\n", 0, ", 1"},
    {"the first line", "plant,date\nA,1\n", 0, ", 1"},
    {"other names beside", "x;plant;y;date\n1;2;3;4\n", 0, "; 1"},
    {"blank lines and comments are not passed over", "# a,b\n\nplant;date\n", 0, "; 3"},
    {"a title above", "Report\nplant,date\n", 0, ", 2+"},
    {"a title with more of another mark", "for: A, B, C\nplant;date\n", 0, "; 2+"},
    {"a title as wide", "a,b\nplant,date\n", 0, ", 2+!"},
    {"empty cells do not make it wide", "a,\nplant,date\n", 0, ", 2+"},
    {"what Excel says first", "sep=;\nplant;date\n", 0, "; 2+"},
    {"a malformed line above", "\"a\"b,c\nplant,date\n", 0, ", 2"},
    {"two headers: the first", "plant,date\nplant,date,flow\n", 0, ", 1"},
    {"two delimiters: the first line", "plant;date\nplant,date\n", 0, "; 1"},
    {"in one line: the better one", "plant;date;flow,plant,date\n", 0, ", 1"},
    {"as many marks of both", "plant,date;x\n", 0, "2 2 1"},
    {"a name is missing: where most are known", "a,b\ndate,flow\n1,2\n", 0, ", 2+!"},
    {"under the delimiter that knows more", "a,b,c\ndate;flow;x\n", 0, "; 2+"},
    {"one name is chance", "a,b\ndate,x\n", 0, ", 1"},
    {"nothing is known", "a;b\n1,5;2,5\n", 0, "; 1"},
    {"as many of both: the lines tell", "a,b;c\n1;2\n3;4\n", 0, "; 1"},
    {"the lines do not tell", "a,b;c\n1,2;3\n", 0, "2 2 1"},
    {"as was said", "plant;date\nplant,date\n", ',', ", 2+"},
    {"as was said, although no name is known", "plant;date\n", '\t', "\t 1"},
};

Test(header, cases)
{
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        header_place p;
        char found[40];
        const char *t = cases[i].text;
        cr_assert(eq(int, header_find(t, strlen(t), cases[i].said, fit, NULL, &p), DOSEAU_OK));
        if (p.delimiter)
            snprintf(found, sizeof found, "%c %zu%s%s", p.delimiter, p.line, p.below ? "+" : "",
                     p.crowded ? "!" : "");
        else
            snprintf(found, sizeof found, "%zu %zu %zu", p.columns[0], p.columns[1], p.columns[2]);
        cr_expect(eq(str, found, (char *)cases[i].found), "%s", cases[i].why);
    }
}

/* A header is looked for among the first 50 records. */
Test(header, depth)
{
    for (size_t above = 49; above <= 50; above++) {
        char t[400] = "";
        header_place p;
        for (size_t i = 0; i < above; i++) strcat(t, "x\n");
        strcat(t, "plant,date\n");
        cr_assert(eq(int, header_find(t, strlen(t), 0, fit, NULL, &p), DOSEAU_OK));
        cr_expect(eq(sz, p.line, above == 49 ? 50 : 1));
    }
}

Test(line, numbers)
{
    static const char t[] = "a\r\nb\rc\n\nd";
    static const size_t numbers[] = {1, 1, 1, 2, 2, 3, 3, 4, 5, 5};
    for (size_t at = 0; at < sizeof numbers / sizeof *numbers; at++)
        cr_expect(eq(sz, line_number(t, strlen(t), at), numbers[at]), "%zu", at);
    cr_expect(eq(sz, line_number(t, 3, 3), 2));
    cr_expect(eq(sz, line_number("", 0, 0), 1));
    cr_expect(eq(sz, line_length(t, 2, 0), 2));
    cr_expect(eq(sz, line_length(t, 3, 0), 3));
    cr_expect(eq(sz, line_length(t, strlen(t), 8), 1));
}
