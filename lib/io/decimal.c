/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "io/decimal.h"
#include "base/text.h"
#include <string.h>

static size_t digits(const char *from)
{
    return strspn(from, "0123456789");
}

void decimal_vote(decimal_votes *votes, const char *cell, size_t line)
{
    const char *number = cell + strspn(cell, "<>=+- \t");
    const size_t before = digits(number);
    const char mark = number[before];
    if (mark != '.' && mark != ',') return;
    const char *fraction = number + before + 1;
    const size_t after = digits(fraction);
    /* More than one mark is grouping, which no number here may have: reading the cell will say so.
     */
    if (before + after == 0 || fraction[after] == '.' || fraction[after] == ',') return;

    const bool grouping = after == 3 && before >= 1 && before <= 3 && number[0] != '0';
    if (grouping) {
        if (votes->open_line) return;
        votes->open_line = line;
        votes->open_mark = mark;
        text_copy(votes->open_cell, sizeof votes->open_cell, cell);
    } else {
        size_t *told = mark == ',' ? &votes->comma_line : &votes->point_line;
        if (!*told) *told = line;
    }
}

char decimal_settle(const decimal_votes *votes)
{
    if (votes->comma_line && votes->point_line) return '\0';
    if (votes->comma_line) return ',';
    if (votes->point_line) return '.';
    return votes->open_line ? '\0' : '.';
}
