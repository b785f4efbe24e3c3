/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <criterion/criterion.h>

#include <criterion/new/assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "io/rows.h"

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

enum { EVENTS_SIZE = 4000 };

/* Puts a field between brackets, control characters as escapes. */
static size_t show(char *to, size_t room, const char *field)
{
    size_t used = (size_t)snprintf(to, room, "[");
    for (; *field; field++)
        if ((unsigned char)*field < 0x20)
            used += (size_t)snprintf(to + used, room - used, "\\x%02x", (unsigned)*field);
        else
            used += (size_t)snprintf(to + used, room - used, "%c", *field);
    return used + (size_t)snprintf(to + used, room - used, "]");
}

/* What reading gives, one event a line: `2+1 [a][b]` is a record that begins at line 2 and takes
 * one line; `!3` a problem at line 3, after all records. */
static void read_events(const char *bytes, size_t size, char delimiter, char events[EVENTS_SIZE])
{
    size_t used = 0;
    bool more;
    rows_record record;
    doseau_problems *problems = doseau_problems_new();
    rows *reader = rows_new("lab.csv", bytes, size, delimiter);
    events[0] = '\0';
    while (rows_next(reader, &record, &more, problems) == DOSEAU_OK && more) {
        used += (size_t)snprintf(events + used, EVENTS_SIZE - used, "%zu+%zu ", record.line,
                                 record.lines);
        for (size_t i = 0; i < record.n; i++)
            used += show(events + used, EVENTS_SIZE - used, record.fields[i]);
        used += (size_t)snprintf(events + used, EVENTS_SIZE - used, "\n");
        cr_assert(lt(sz, used, EVENTS_SIZE - 100));
    }
    for (size_t i = 0; i < doseau_problems_size(problems); i++) {
        const doseau_problem *p = doseau_problems_at(problems, i);
        used += (size_t)snprintf(events + used, EVENTS_SIZE - used, "!%zu\n", p->place.line);
        cr_expect(eq(str, (char *)p->code, "bad_row"));
        cr_expect(eq(str, (char *)p->place.file, "lab.csv"));
        cr_expect(eq(int, p->level, DOSEAU_ERROR));
    }
    rows_free(reader);
    doseau_problems_free(problems);
}

static const struct {
    const char *why, *bytes;
    char delimiter;
    const char *events;
} cases[] = {
    {"nothing", "", ',', ""},
    {"an end of line", "\n", ',', ""},
    {"blank lines", " \t\n\n\r\n \xC2\xA0\n", ',', ""},
    {"only comments", "# one\n#two,2\n#\"three\n#", ',', ""},
    {"records without content", "a,b\n,\n\"\", \n , \"\"\nc,\n", ',', "1+1 [a][b]\n5+1 [c][]\n"},
    {"plain", "a,b,c\n1,2,3\n", ',', "1+1 [a][b][c]\n2+1 [1][2][3]\n"},
    {"one field", "a\nb\n", ',', "1+1 [a]\n2+1 [b]\n"},
    {"no end of line at the end", "a,b\n1,2", ',', "1+1 [a][b]\n2+1 [1][2]\n"},
    {"a delimiter at the very end", "a,b\n1,", ',', "1+1 [a][b]\n2+1 [1][]\n"},
    {"CRLF", "a,b\r\n1,2\r\n", ',', "1+1 [a][b]\n2+1 [1][2]\n"},
    {"CR", "a,b\r1,2\r", ',', "1+1 [a][b]\n2+1 [1][2]\n"},
    {"CR at the end only", "a,b\r1,2", ',', "1+1 [a][b]\n2+1 [1][2]\n"},
    {"all three", "a,b\r\n1,2\r3,4\n5,6\r\n", ',',
     "1+1 [a][b]\n2+1 [1][2]\n3+1 [3][4]\n4+1 [5][6]\n"},
    {"CR CR LF: a blank line between", "a,b\r\r\n1,2\n", ',', "1+1 [a][b]\n3+1 [1][2]\n"},
    {"comments and blank lines count as lines", "# first\n\na,b\n\n# between, \"\n \n1,2\n#last",
     ',', "3+1 [a][b]\n7+1 [1][2]\n"},
    {"a comment begins at the very beginning of a line", "a,b\n #1,2\n3,#4\n", ',',
     "1+1 [a][b]\n2+1 [#1][2]\n3+1 [3][#4]\n"},
    {"a quoted # is none", "\"#a\",b\n", ',', "1+1 [#a][b]\n"},
    {"comments in bytes that are no UTF-8", "a,b\n# caf\xE9\n1,2\n", ',',
     "1+1 [a][b]\n3+1 [1][2]\n"},
    {"quotes", "\"a\",\"b c\"\n\"1\",2\n", ',', "1+1 [a][b c]\n2+1 [1][2]\n"},
    {"quotes with delimiters", "\"a,b\",\"c;d\"\n", ',', "1+1 [a,b][c;d]\n"},
    {"doubled quotes", "\"a\"\"b\",\"\"\"\",\"\"\"c\"\"\"\n", ',', "1+1 [a\"b][\"][\"c\"]\n"},
    {"empty quotes", "\"\",a,\"\"\n", ',', "1+1 [][a][]\n"},
    {"blanks around fields and quotes", " a , \"b\" ,\t\" c \"\t,\xC2\xA0 d\xC2\xA0\n", ',',
     "1+1 [a][b][c][d]\n"},
    {"blanks inside stay", "a  b,\"c\td\"\n", ',', "1+1 [a  b][c\\x09d]\n"},
    {"a field over two lines", "a,\"b\nc\",d\n1,2,3\n", ',',
     "1+2 [a][b\\x0ac][d]\n3+1 [1][2][3]\n"},
    {"over CRLF and CR lines", "\"a\r\nb\rc\",d\r\n1,2\r\n", ',',
     "1+3 [a\\x0d\\x0ab\\x0dc][d]\n4+1 [1][2]\n"},
    {"over blank lines and what looks like a comment", "\"a\n\n#b\n\",d\n1,2\n", ',',
     "1+4 [a\\x0a\\x0a#b][d]\n5+1 [1][2]\n"},
    {"closed at the end of the file", "a,\"b\nc\"", ',', "1+2 [a][b\\x0ac]\n"},
    {"semicolons", "a;b,c\n1,5;\"2;3\"\n", ';', "1+1 [a][b,c]\n2+1 [1,5][2;3]\n"},
    {"tabs with empty fields", "a\tb\tc\n\t1\t\n2\t\t\t3\n", '\t',
     "1+1 [a][b][c]\n2+1 [][1][]\n3+1 [2][][][3]\n"},
    {"tabs between quotes", "a\t\"b\tc\" \t d \n", '\t', "1+1 [a][b\\x09c][d]\n"},
    {"more and fewer fields are the reader's affair", "a,b\n1\n1,2,3\n", ',',
     "1+1 [a][b]\n2+1 [1]\n3+1 [1][2][3]\n"},
    {"UTF-8", "\xC2\xB5g/L,caf\xC3\xA9\n\xE2\x82\xAC,\xF0\x9F\x92\xA7\n", ',',
     "1+1 [\xC2\xB5g/L][caf\xC3\xA9]\n2+1 [\xE2\x82\xAC][\xF0\x9F\x92\xA7]\n"},
    /* Records that are not well formed: reading goes on at the line after their first. */
    {"text behind a closed quote", "a,b\n\"1\"x,2\n3,4\n", ',', "1+1 [a][b]\n3+1 [3][4]\n!2\n"},
    {"a quote in a field", "a,b\n1\"5,2\n3,4\n", ',', "1+1 [a][b]\n3+1 [3][4]\n!2\n"},
    {"a quote never closed", "a,b\n\"1,2\n3,4\n5,6\n", ',',
     "1+1 [a][b]\n3+1 [3][4]\n4+1 [5][6]\n!2\n"},
    {"on the last line", "a,b\n1,2\n3,\"4", ',', "1+1 [a][b]\n2+1 [1][2]\n!3\n"},
    {"on the last line, with its end", "a,b\n1,2\n3,\"4\n", ',', "1+1 [a][b]\n2+1 [1][2]\n!3\n"},
    {"a lone quote at the end", "a,b\n\"", ',', "1+1 [a][b]\n!2\n"},
    {"a quote that meets the next one", "a,b\n\"1,2\n3,\"4\"\n5,6\n", ',',
     "1+1 [a][b]\n3+1 [3][4]\n4+1 [5][6]\n!2\n"},
    {"a comment within what goes wrong", "a,b\n\"1,2\n# \"x\n3,4\n", ',',
     "1+1 [a][b]\n4+1 [3][4]\n!2\n"},
    {"a field that swallows a comment is for the reader to judge", "a,b\n\"1,2\n# \"\n3,4\n", ',',
     "1+1 [a][b]\n2+2 [1,2\\x0a#]\n4+1 [3][4]\n"},
    {"faults in neighbouring lines", "\"1\"x\n2\"y\n\"3\"z\na,b\n", ',',
     "4+1 [a][b]\n!1\n!2\n!3\n"},
    {"bytes that are no UTF-8", "a,b\ncaf\xE9,2\n3,4\n", ',', "1+1 [a][b]\n3+1 [3][4]\n!2\n"},
    {"in the second line of a record", "a,b\n1,\"2\ncaf\xE9\"\n3,4\n", ',',
     "1+1 [a][b]\n4+1 [3][4]\n!2\n!3\n"},
    {"a sequence cut short by the end", "a,b\n1,caf\xC3", ',', "1+1 [a][b]\n!2\n"},
    {"control characters stay", "a\x01,b\n", ',', "1+1 [a\\x01][b]\n"},
};

Test(rows, events)
{
    for (size_t i = 0; i < COUNT(cases); i++) {
        char events[EVENTS_SIZE];
        read_events(cases[i].bytes, strlen(cases[i].bytes), cases[i].delimiter, events);
        cr_expect(eq(str, events, (char *)cases[i].events), "%s", cases[i].why);
    }
}

/* A text without the end of its last line, and one whose lines end otherwise, read the same. */
Test(rows, ends_of_lines_do_not_matter)
{
    static const char *const ends[] = {"\n", "\r\n", "\r"};
    for (size_t i = 0; i < COUNT(cases); i++) {
        if (strpbrk(cases[i].bytes, "\r") || strstr(cases[i].events, "\\x0a")) continue;
        for (size_t e = 0; e < 3; e++) {
            char other[400] = "", events[EVENTS_SIZE];
            for (const char *at = cases[i].bytes; *at; at++)
                strncat(other, *at == '\n' ? ends[e] : at, *at == '\n' ? 2 : 1);
            size_t size = strlen(other);
            read_events(other, size, cases[i].delimiter, events);
            cr_expect(eq(str, events, (char *)cases[i].events), "%s, end %zu", cases[i].why, e);
            const size_t end = strlen(ends[e]);
            if (size < end || strcmp(other + size - end, ends[e]) != 0) continue;
            read_events(other, size - end, cases[i].delimiter, events);
            cr_expect(eq(str, events, (char *)cases[i].events), "%s, no end %zu", cases[i].why, e);
        }
    }
}

Test(rows, a_byte_that_is_zero)
{
    static const char bytes[] = "a,b\n1,\0002\n3,4\n";
    char events[EVENTS_SIZE];
    read_events(bytes, sizeof bytes - 1, ',', events);
    cr_expect(eq(str, events, "1+1 [a][b]\n3+1 [3][4]\n!2\n"));
    read_events("\0", 1, ',', events);
    cr_expect(eq(str, events, "!1\n"));
}

/* Only bytes[0..size) are read, whatever stands behind them. */
Test(rows, what_lies_behind_the_end)
{
    char events[EVENTS_SIZE];
    read_events("a,b\n1,2\n3,4\n", 6, ',', events);
    cr_expect(eq(str, events, "1+1 [a][b]\n2+1 [1][]\n"));
    read_events("a,\"b\"c", 5, ',', events);
    cr_expect(eq(str, events, "1+1 [a][b]\n"));
}

/* A quoted field may take 100 lines; a longer one is a quote that was not closed. */
Test(rows, lines_of_one_record)
{
    for (size_t lines = 99; lines <= 102; lines++) {
        char *bytes = malloc(2000), events[EVENTS_SIZE], expected[EVENTS_SIZE];
        strcpy(bytes, "a,\"");
        for (size_t i = 1; i < lines; i++) strcat(bytes, "x\n");
        strcat(bytes, "\"\nb,c\n");
        read_events(bytes, strlen(bytes), ',', events);
        if (lines <= 100) {
            snprintf(expected, sizeof expected, "1+%zu [a][", lines);
            cr_expect(eq(int, strncmp(events, expected, strlen(expected)), 0), "%zu", lines);
            snprintf(expected, sizeof expected, "]\n%zu+1 [b][c]\n", lines + 1);
            cr_expect(ne(ptr, strstr(events, expected), NULL), "%zu", lines);
        } else {
            /* all the lines between stand for themselves, and the last `"` opens another field */
            cr_expect(eq(int, strncmp(events, "2+1 [x]\n", 8), 0), "%zu: %s", lines, events);
            snprintf(expected, sizeof expected, "%zu+1 [b][c]\n!1\n!%zu\n", lines + 1, lines);
            cr_expect(ne(ptr, strstr(events, expected), NULL), "%zu: %s", lines, events);
        }
        free(bytes);
    }
}

/* A record that turns out wrong over several lines is read again from its second line. */
Test(rows, back)
{
    static const char bytes[] = "a,b\n1,\"2\n3,4\",5\n6,7\n";
    doseau_problems *problems = doseau_problems_new();
    rows *reader = rows_new("lab.csv", bytes, sizeof bytes - 1, ',');
    rows_record record;
    bool more;
    rows_next(reader, &record, &more, problems);
    rows_next(reader, &record, &more, problems);
    cr_expect(eq(sz, record.lines, 2));
    cr_expect(eq(sz, record.n, 3));
    rows_back(reader);
    cr_expect(eq(int, rows_next(reader, &record, &more, problems), DOSEAU_OK));
    cr_assert(more); /* line 3 is malformed on its own */
    cr_expect(eq(sz, record.line, 4));
    cr_expect(eq(str, (char *)record.fields[0], "6"));
    cr_assert(eq(sz, doseau_problems_size(problems), 1));
    cr_expect(eq(sz, doseau_problems_at(problems, 0)->place.line, 3));
    rows_next(reader, &record, &more, problems);
    cr_expect(not(more));
    rows_free(reader);
    doseau_problems_free(problems);
}

Test(rows, without_a_list_problems_are_passed_over)
{
    static const char bytes[] = "\"1\"x,2\na,b\n";
    rows *reader = rows_new("lab.csv", bytes, sizeof bytes - 1, ',');
    rows_record record;
    bool more;
    cr_expect(eq(int, rows_next(reader, &record, &more, NULL), DOSEAU_OK));
    cr_assert(more);
    cr_expect(eq(sz, record.line, 2));
    rows_free(reader);
    rows_free(NULL);
}

/* The reason tells what to do. */
Test(rows, reasons)
{
    static const struct {
        const char *bytes, *reason;
    } reasons[] = {
        {"\"1\"x,2\n", "double the quotes"},
        {"\"1,2\n", "never closed"},
        {"\"1,2\n#\"4\n", "never closed"},
        {"caf\xE9,2\n", "UTF-8"},
    };
    for (size_t i = 0; i < COUNT(reasons); i++) {
        doseau_problems *problems = doseau_problems_new();
        rows *reader = rows_new("lab.csv", reasons[i].bytes, strlen(reasons[i].bytes), ',');
        rows_record record;
        bool more;
        cr_expect(eq(int, rows_next(reader, &record, &more, problems), DOSEAU_OK));
        cr_expect(not(more));
        cr_assert(eq(sz, doseau_problems_size(problems), 1));
        cr_expect(
            ne(ptr, strstr(doseau_problems_at(problems, 0)->message, reasons[i].reason), NULL));
        rows_free(reader);
        doseau_problems_free(problems);
    }
}

static const struct {
    const char *bytes;
    char delimiter;
} delimiters[] = {
    {"", ','},
    {"plant", ','},
    {"a,b\n1;2;3;4", ','},
    {"a;b\n1,2,3,4", ';'},
    {"a\tb\n", '\t'},
    {"a,b,c;d\n", ','},
    {"a,b;c;d\n", ';'},
    {"a,b;c\td\te\n", '\t'},
    {"a,b;c\n", '\0'},
    {"a;b\tc\n", '\0'},
    {"a,b;c;d,e\tf\n", '\0'},
    {"a,b;c;d\te\n", ';'},
    {"\"a,b,c\";d\n", ';'},
    {"\"a;b;c\",d\n", ','},
    {"# a;b;c\n\n \na,b\n", ','},
    {"# only; a comment\n", ','},
    {"a,b\rc;d;e\r", ','},
    {"a;b\n,c\n", ';'},
    {"Conc. [ng/L], \"LOD; lowest\"\n", ','},
};

Test(rows, delimiter_of_the_header)
{
    for (size_t i = 0; i < COUNT(delimiters); i++) {
        const char *bytes = delimiters[i].bytes;
        cr_expect(eq(chr, rows_delimiter(bytes, strlen(bytes)), delimiters[i].delimiter), "%s",
                  bytes);
    }
}
