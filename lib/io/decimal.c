/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "io/decimal.h"
#include "base/text.h"
#include "io/result.h"
#include <stdbool.h>
#include <string.h>

/* The marks of a number: all but the last stand between thousands, if it is one. */
typedef struct marks {
    size_t n;
    char first, last;
    size_t before, after; /* digits before the first and after the last mark */
    bool thousands;       /* three digits between any two marks, one to three before the first */
} marks;

static marks look(const char *number)
{
    marks m = {.before = strspn(number, "0123456789"), .thousands = true};
    const char *at = number + m.before;
    m.first = *at;
    while (*at == '.' || *at == ',') {
        if (m.n) m.thousands = m.thousands && m.after == 3 && m.last == m.first;
        m.last = *at++;
        m.after = strspn(at, "0123456789");
        at += m.after;
        m.n++;
    }
    m.thousands = m.thousands && m.before >= 1 && m.before <= 3 && *number != '0';
    return m;
}

static void note(decimal_witness *witness, const char *cell, size_t line, size_t column)
{
    if (witness->line) return;
    witness->line = line;
    witness->column = column;
    text_copy(witness->cell, sizeof witness->cell, cell);
}

void decimal_vote(decimal_votes *votes, const char *cell, size_t line, size_t column)
{
    result_kind kind;
    const char *number = cell + result_sign(cell, &kind);
    const marks m = look(number + strspn(number, "<>=+- \t"));
    if (m.n == 0 || m.before + m.after == 0 || (m.n > 1 && !m.thousands)) return;
    char decimal = m.last;
    if (m.thousands && m.after == 3 && m.last == m.first)
        decimal = m.n == 1 ? '\0' : m.last == '.' ? ',' : '.'; /* twice: it parts thousands */
    if (!decimal && !votes->open.line) votes->open_mark = m.last;
    note(!decimal         ? &votes->open
         : decimal == ',' ? &votes->comma
                          : &votes->point,
         cell, line, column);
}

static bool join(decimal_witness *whole, const decimal_witness *part)
{
    if (!part->line || (whole->line && whole->line <= part->line)) return false;
    *whole = *part;
    return true;
}

void decimal_join(decimal_votes *whole, const decimal_votes *part)
{
    join(&whole->comma, &part->comma);
    join(&whole->point, &part->point);
    if (join(&whole->open, &part->open)) whole->open_mark = part->open_mark;
}

char decimal_settle(const decimal_votes *votes)
{
    if (votes->comma.line && votes->point.line) return '\0';
    if (votes->comma.line) return ',';
    if (votes->point.line) return '.';
    return votes->open.line ? '\0' : '.';
}
