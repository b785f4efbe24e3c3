/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <criterion/criterion.h>

#include <criterion/new/assert.h>
#include <stdio.h>
#include <string.h>

#include "io/encoding.h"

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

/* The characters of Windows-1252, Latin-1 and UTF-16 are those of the tables of Unicode. */
static const struct {
    const char *why, *bytes;
    size_t size; /* 0: up to the first NUL */
    doseau_encoding wanted, found;
    const char *text; /* NULL: refused, */
    const char *reason;
    size_t line;
} cases[] = {
    {"text", "a,b\n1,2\n", 0, 0, DOSEAU_UTF_8, "a,b\n1,2\n", NULL, 0},
    {"nothing", "", 0, 0, DOSEAU_UTF_8, "", NULL, 0},
    {"UTF-8", "caf\xC3\xA9,b\n", 0, 0, DOSEAU_UTF_8, "caf\xC3\xA9,b\n", NULL, 0},
    {"UTF-8 with its mark", "\xEF\xBB\xBFplant", 0, 0, DOSEAU_UTF_8, "plant", NULL, 0},
    {"a mark alone", "\xEF\xBB\xBF", 0, 0, DOSEAU_UTF_8, "", NULL, 0},
    {"an old workbook", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 0, 0, DOSEAU_UTF_8, NULL, "workbook",
     0},
    {"an old workbook whatever is said", "\xD0\xCF\x11\xE0", 0, DOSEAU_LATIN_1, DOSEAU_UTF_8, NULL,
     "workbook", 0},
    {"PK alone is text", "PK\n", 0, 0, DOSEAU_UTF_8, "PK\n", NULL, 0},
    {"UTF-16, little end first", "\xFF\xFE\xB5\0g\0\n\0", 8, 0, DOSEAU_UTF_16LE, "\xC2\xB5g\n",
     NULL, 0},
    {"UTF-16, big end first", "\xFE\xFF\0\xB5\0g", 6, 0, DOSEAU_UTF_16BE, "\xC2\xB5g", NULL, 0},
    {"UTF-16 without a mark, as said", "a\0\xAC\x20", 4, DOSEAU_UTF_16LE, DOSEAU_UTF_16LE,
     "a\xE2\x82\xAC", NULL, 0},
    {"a pair of surrogates", "\xFF\xFE\x3D\xD8\xA7\xDC", 6, 0, DOSEAU_UTF_16LE, "\xF0\x9F\x92\xA7",
     NULL, 0},
    {"UTF-32", "\xFF\xFE\0\0A\0\0\0", 8, 0, DOSEAU_UTF_16LE, NULL, "NUL", 1},
    {"half a pair", "\xFF\xFE\n\0\x3D\xD8\n\0", 8, 0, DOSEAU_UTF_16LE, NULL, "damaged", 2},
    {"half a character", "\xFF\xFE\n\0\n\0a", 7, 0, DOSEAU_UTF_16LE, NULL, "damaged", 3},
    {"Windows-1252 in the header", "\xB5g/L,b\n1,2\n", 0, 0, DOSEAU_WINDOWS_1252,
     "\xC2\xB5g/L,b\n1,2\n", NULL, 1},
    {"in a header below a comment", "# by mail\ncaf\xE9,b\n", 0, 0, DOSEAU_WINDOWS_1252,
     "# by mail\ncaf\xC3\xA9,b\n", NULL, 2},
    {"below lines that end in CR", "a\r\rcaf\xE9\r", 0, 0, DOSEAU_WINDOWS_1252,
     "a\r\rcaf\xC3\xA9\r", NULL, 3},
    {"its own part, and three bytes of UTF-8", "\x80 5\n", 0, 0, DOSEAU_WINDOWS_1252,
     "\xE2\x82\xAC 5\n", NULL, 1},
    {"all of it that has three", "\x80\x80\x80", 0, 0, DOSEAU_WINDOWS_1252,
     "\xE2\x82\xAC\xE2\x82\xAC\xE2\x82\xAC", NULL, 1},
    {"a byte that it does not define", "a\n1\x81\n", 0, 0, DOSEAU_WINDOWS_1252, NULL,
     "neither UTF-8 nor Windows-1252", 2},
    {"Latin-1, as said", "\xEB\xFF", 0, DOSEAU_LATIN_1, DOSEAU_LATIN_1, "\xC3\xAB\xC3\xBF", NULL,
     0},
    {"Windows-1252 of what is UTF-8, as said", "\xC3\xAB", 0, DOSEAU_WINDOWS_1252,
     DOSEAU_WINDOWS_1252, "\xC3\x83\xC2\xAB", NULL, 0},
    {"only in a comment", "# caf\xE9\na,b\n1,2\n", 0, 0, DOSEAU_UTF_8, "# caf\xE9\na,b\n1,2\n",
     NULL, 0},
    {"a stray line of UTF-8", "a,\xC3\xA9\ncaf\xE9,2\n", 0, 0, DOSEAU_UTF_8,
     "a,\xC3\xA9\ncaf\xE9,2\n", NULL, 2},
    {"the first line of UTF-8", "caf\xE9,2\na,\xC3\xA9\n", 0, 0, DOSEAU_UTF_8, NULL, "in part", 1},
    {"both in one line", "a,b\ncaf\xE9,\xC3\xA9\n", 0, 0, DOSEAU_UTF_8, "a,b\ncaf\xE9,\xC3\xA9\n",
     NULL, 2},
    {"behind the mark of UTF-8",
     "\xEF\xBB\xBF"
     "a,b\ncaf\xE9,2\n",
     0, 0, DOSEAU_UTF_8, "a,b\ncaf\xE9,2\n", NULL, 2},
    {"UTF-8, as said", "a,b\ncaf\xE9,2\n", 0, DOSEAU_UTF_8, DOSEAU_UTF_8, "a,b\ncaf\xE9,2\n", NULL,
     2},
    {"a NUL byte in the first line", "a,\0b\n1,2\n", 9, 0, DOSEAU_UTF_8, NULL, "NUL", 1},
    {"a NUL byte later", "a,b\n1,\0\xE9\n", 9, 0, DOSEAU_UTF_8, "a,b\n1,", NULL, 2},
};

Test(encoding, cases)
{
    for (size_t i = 0; i < COUNT(cases); i++) {
        encoding_text text;
        const size_t size = cases[i].size ? cases[i].size : strlen(cases[i].bytes);
        cr_assert(eq(int, encoding_read(cases[i].bytes, size, cases[i].wanted, &text), DOSEAU_OK));
        cr_expect(eq(int, text.encoding, cases[i].found), "%s", cases[i].why);
        cr_expect(eq(int, text.refused == NULL, cases[i].text != NULL), "%s", cases[i].why);
        cr_expect(eq(sz, text.line, cases[i].line), "%s", cases[i].why);
        if (text.refused && cases[i].reason)
            cr_expect(ne(ptr, strstr(text.refused, cases[i].reason), NULL), "%s: %s", cases[i].why,
                      text.refused);
        if (!text.refused && cases[i].text) {
            cr_expect(eq(str, (char *)text.bytes, (char *)cases[i].text), "%s", cases[i].why);
            if (text.made) cr_expect(eq(sz, text.size, strlen(cases[i].text)), "%s", cases[i].why);
        }
        encoding_free(&text);
    }
}

/* Twenty stray lines are problems of these lines, more of them one of the file. */
Test(encoding, stray_lines)
{
    for (size_t stray = 20; stray <= 21; stray++) {
        char bytes[500] = "a,b\n# caf\xE9\n\xC3\xA9,2\n";
        encoding_text text;
        for (size_t i = 0; i < stray; i++) strcat(bytes, "caf\xE9,2\n1,2\n");
        cr_assert(eq(int, encoding_read(bytes, strlen(bytes), 0, &text), DOSEAU_OK));
        cr_expect(eq(int, text.refused != NULL, stray > 20));
        cr_expect(eq(sz, text.line, 4));
        encoding_free(&text);
    }
}
