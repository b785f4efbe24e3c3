/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <criterion/criterion.h>

#include <criterion/new/assert.h>
#include <string.h>

#include "io/decimal.h"

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

/* What a single cell tells: a mark, `?` could be read both ways, ` ` nothing. */
static const struct {
    const char *cell;
    char tells;
} cells[] = {
    {"", ' '},
    {"412", ' '},
    {"-412", ' '},
    {"n.d.", ' '},
    {"<LOQ", ' '},
    {"1e5", ' '},
    {"trace", ' '},
    {"1,5", ','},
    {"1.5", '.'},
    {"412,70", ','},
    {"412.70", '.'},
    {"1,2345", ','},
    {"1.2345", '.'},
    {",5", ','},
    {".5", '.'},
    {"5,", ','},
    {"5.", '.'},
    {"0,123", ','},
    {"0.123", '.'},
    {"00,123", ','},
    {"1.234", '?'},
    {"1,234", '?'},
    {"12.345", '?'},
    {"123,456", '?'},
    {"1234,567", ','},
    {"1234.567", '.'},
    {",123", ','},
    {".123", '.'},
    {"1,234e5", '?'},
    {"1,5e3", ','},
    {"1.500", '?'},
    {"<1,5", ','},
    {"<1.234", '?'},
    {"< 1,234", '?'},
    {">1.5", '.'},
    {"-1.234", '?'},
    {"+1,5", ','},
    {"<= 1,5", ','},
    {" 1,5", ','},
    {"\t1.5", '.'},
    {"1.234.567", ','},
    {"1,234,567", '.'},
    {"1.234,5", ','},
    {"1,234.5", '.'},
    {"1.234,567", ','},
    {"1.23.456", ' '},
    {"1.23,4", ' '},
    {"0.123.456", ' '},
    {"1.234.567,8", ','},
    {"1.234,567.8", ' '},
    {"1,5 ng/L", ','},
    {"1 234", ' '},
    {"1 234,5", ' '},
    {".", ' '},
    {",", ' '},
    {"<", ' '},
    {"<.", ' '},
    {"1'234.5", ' '},
    {"12.03.2024", ' '},
    {"412.7ng", '.'},
};

Test(decimal, cells)
{
    for (size_t i = 0; i < COUNT(cells); i++) {
        decimal_votes votes = {0};
        decimal_vote(&votes, cells[i].cell, 412, 7);
        const char tells = votes.comma.line   ? ','
                           : votes.point.line ? '.'
                           : votes.open.line  ? '?'
                                              : ' ';
        cr_expect(eq(chr, tells, cells[i].tells), "\"%s\"", cells[i].cell);
        cr_expect(
            eq(sz, votes.comma.line + votes.point.line + votes.open.line, tells == ' ' ? 0 : 412));
    }
}

/* Cells of one file, from line 2 on. */
static const struct {
    const char *why, *cells[5];
    char mark; /* '\0': not settled */
    size_t comma_line, point_line, open_line;
} files[] = {
    {"no numbers", {"n.d.", "", "<LOQ"}, '.', 0, 0, 0},
    {"no marks", {"412", "5"}, '.', 0, 0, 0},
    {"a comma", {"412", "1,5"}, ',', 3, 0, 0},
    {"a point", {"1.5", "2.5"}, '.', 0, 2, 0},
    {"open and a comma", {"1,234", "5,6789"}, ',', 3, 0, 2},
    {"a comma settles a point that is open: grouping, which no number may have",
     {"1.234", "1,5"},
     ',',
     3,
     0,
     2},
    {"thousands tell too", {"52.000", "1.523,4"}, ',', 3, 0, 2},
    {"open alone", {"412", "1.234", "2,345"}, '\0', 0, 0, 3},
    {"open and a point", {"1,234", "5.6789"}, '.', 0, 3, 2},
    {"both", {"1,5", "2,5", "1.5"}, '\0', 2, 4, 0},
    {"both, and open", {"1.5", "2,345", "1,5"}, '\0', 4, 2, 3},
};

Test(decimal, files)
{
    for (size_t i = 0; i < COUNT(files); i++) {
        decimal_votes votes = {0};
        for (size_t c = 0; c < 5 && files[i].cells[c]; c++)
            decimal_vote(&votes, files[i].cells[c], c + 2, 7);
        cr_expect(eq(int, decimal_settle(&votes), files[i].mark), "%s", files[i].why);
        cr_expect(eq(sz, votes.comma.line, files[i].comma_line), "%s", files[i].why);
        cr_expect(eq(sz, votes.point.line, files[i].point_line), "%s", files[i].why);
        cr_expect(eq(sz, votes.open.line, files[i].open_line), "%s", files[i].why);
    }
}

/* The first open cell is kept for the message, cut if it is long. */
Test(decimal, open_cell)
{
    decimal_votes votes = {0};
    decimal_vote(&votes, "<1.234", 5, 8);
    decimal_vote(&votes, "2,345", 6, 9);
    cr_expect(eq(str, votes.open.cell, "<1.234"));
    cr_expect(eq(chr, votes.open_mark, '.'));
    cr_expect(eq(sz, votes.open.line, 5));
    cr_expect(eq(sz, votes.open.column, 8));
    decimal_votes longer = {0};
    decimal_vote(&longer, "                                   1,234", 5, 8);
    cr_expect(lt(sz, strlen(longer.open.cell), sizeof longer.open.cell));
    cr_expect(eq(chr, longer.open_mark, ','));
}
