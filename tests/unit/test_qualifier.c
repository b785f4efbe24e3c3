/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <criterion/criterion.h>

#include <criterion/new/assert.h>

#include "io/qualifier.h"

Test(qualifier, words)
{
    static const struct {
        const char *cell;
        int qualifier, below; /* -1: refused */
    } words[] = {
        {"", QUALIFIER_NONE, QUALIFIER_NONE}, {"<", QUALIFIER_BELOW, QUALIFIER_UNDER},
        {"u", QUALIFIER_UNDER, -1},           {"UJ", QUALIFIER_UNDER, -1},
        {"nd", QUALIFIER_UNDER, -1},          {"J", QUALIFIER_ESTIMATED, QUALIFIER_UNDER},
        {"NQ", QUALIFIER_ESTIMATED, -1},      {">", QUALIFIER_ABOVE, -1},
        {"=", QUALIFIER_PLAIN, -1},           {"B", -1, -1},
        {"<=", QUALIFIER_BELOW, -1},          {"n.n.", QUALIFIER_UNDER, -1},
        {"NA", QUALIFIER_NONE, -1},           {"NULL", QUALIFIER_NONE, -1},
        {"nan", QUALIFIER_NONE, -1},          {"#N/A", QUALIFIER_NONE, -1},
        {"n.b.", QUALIFIER_ABSENT, -1},       {"ja", -1, QUALIFIER_UNDER},
        {"TRUE", -1, QUALIFIER_UNDER},        {"1", -1, QUALIFIER_UNDER},
        {"nee", -1, QUALIFIER_PLAIN},         {"false", -1, QUALIFIER_PLAIN},
        {"0", -1, QUALIFIER_PLAIN},           {"2", -1, -1},
    };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        qualifier q;
        const int one = qualifier_parse(words[i].cell, &q) ? -1 : (int)q;
        cr_expect(eq(int, one, words[i].qualifier), "%s", words[i].cell);
        const int two = qualifier_parse_below(words[i].cell, &q) ? -1 : (int)q;
        cr_expect(eq(int, two, words[i].below), "%s", words[i].cell);
    }
}

/* Every qualifier beside every kind of result; the number is 2.65, the limit 5.3 or none. */
Test(qualifier, together)
{
    enum { E = RESULT_EMPTY, N, B, D, Q, U, T, A, REFUSED = -1 };
    static const struct {
        qualifier q;
        double limit;
        int becomes[8]; /* of E, N, B, D, Q, U, T, A */
    } rows[] = {
        {QUALIFIER_NONE, 5.3, {E, N, B, D, Q, U, T, A}},
        {QUALIFIER_PLAIN, 5.3, {E, N, REFUSED, REFUSED, REFUSED, REFUSED, T, A}},
        {QUALIFIER_BELOW, 5.3, {Q, B, B, D, Q, U, REFUSED, REFUSED}},
        {QUALIFIER_UNDER, 5.3, {U, U, B, D, Q, U, REFUSED, REFUSED}},
        {QUALIFIER_UNDER, 2.65, {U, U, B, D, Q, U, REFUSED, REFUSED}},
        {QUALIFIER_UNDER, 2.6, {U, REFUSED, B, D, Q, U, REFUSED, REFUSED}},
        {QUALIFIER_UNDER, 0, {U, B, B, D, Q, U, REFUSED, REFUSED}},
        {QUALIFIER_ESTIMATED, 5.3, {T, N, REFUSED, REFUSED, REFUSED, REFUSED, T, REFUSED}},
        {QUALIFIER_ABSENT, 5.3, {E, REFUSED, REFUSED, REFUSED, REFUSED, REFUSED, REFUSED, REFUSED}},
        {QUALIFIER_ABOVE, 5.3, {A, A, REFUSED, REFUSED, REFUSED, REFUSED, REFUSED, A}},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        for (int k = RESULT_EMPTY; k <= RESULT_ABOVE; k++) {
            result_kind kind = (result_kind)k;
            const doseau_status status =
                qualifier_apply(rows[i].q, RESULT_NOT_DETECTED, rows[i].limit, &kind, 2.65);
            cr_expect(eq(int, status ? REFUSED : (int)kind, rows[i].becomes[k]), "row %zu, kind %d",
                      i, k);
        }
    result_kind zero = RESULT_NUMBER;
    cr_expect(eq(int, qualifier_apply(QUALIFIER_UNDER, RESULT_BELOW_LOQ, 0, &zero, 0), DOSEAU_OK));
    cr_expect(eq(int, zero, RESULT_BELOW_LOQ));
}
