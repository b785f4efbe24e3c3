/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <criterion/criterion.h>

#include <criterion/new/assert.h>
#include <stdio.h>
#include <string.h>

#include "io/encoding.h"

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

static const struct {
    const char *why, *bytes;
    size_t size;        /* 0: up to the first NUL */
    const char *reason; /* a part of it; NULL: read on */
    size_t line;
} cases[] = {
    {"text", "a,b\n1,2\n", 0, NULL, 0},
    {"nothing", "", 0, NULL, 0},
    {"UTF-8", "caf\xC3\xA9,b\n", 0, NULL, 0},
    {"a workbook", "PK\3\4\x14\0\6\0", 8, "workbook", 0},
    {"an old workbook", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 0, "workbook", 0},
    {"the mark of one alone", "PK\3\4", 0, "workbook", 0},
    {"PK alone is text", "PK\n", 0, NULL, 0},
    {"UTF-16, little end first",
     "\xFF\xFE"
     "a\0,\0",
     6, "UTF-16", 0},
    {"UTF-16, big end first", "\xFE\xFF\0a\0,", 6, "UTF-16", 0},
    {"another encoding in the header", "caf\xE9,b\n1,2\n", 0, "not UTF-8", 1},
    {"in a header below a comment", "# by mail\ncaf\xE9,b\n1,2\n", 0, NULL, 0},
    {"in a comment", "# caf\xE9\na,b\n1,2\n", 0, NULL, 0},
    {"in a stray line", "a,b\ncaf\xE9,2\n", 0, NULL, 0},
    {"a NUL byte in the first line", "a,\0b\n1,2\n", 9, "not UTF-8", 1},
    {"a NUL byte later", "a,b\n1,\0002\n", 9, NULL, 0},
};

Test(encoding, cases)
{
    for (size_t i = 0; i < COUNT(cases); i++) {
        size_t line = 412;
        const size_t size = cases[i].size ? cases[i].size : strlen(cases[i].bytes);
        const char *reason = encoding_refuse(cases[i].bytes, size, &line);
        cr_expect(eq(int, reason != NULL, cases[i].reason != NULL), "%s", cases[i].why);
        if (!reason || !cases[i].reason) continue;
        cr_expect(ne(ptr, strstr(reason, cases[i].reason), NULL), "%s: %s", cases[i].why, reason);
        cr_expect(eq(sz, line, cases[i].line), "%s", cases[i].why);
    }
}

/* Twenty stray lines are problems of these lines, more of them one of the file. */
Test(encoding, stray_lines)
{
    for (size_t stray = 20; stray <= 21; stray++) {
        char bytes[500] = "a,b\n# caf\xE9\n1,2\n";
        size_t line;
        for (size_t i = 0; i < stray; i++) strcat(bytes, "caf\xE9,2\n1,2\n");
        const char *reason = encoding_refuse(bytes, strlen(bytes), &line);
        cr_expect(eq(int, reason != NULL, stray > 20));
        if (reason) cr_expect(eq(sz, line, 4));
    }
}
