/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_TESTS_ROWS_H
#define DOSEAU_TESTS_ROWS_H
/* What rows of a table should hold, written in a line. */
#include <criterion/criterion.h>

#include <criterion/new/assert.h>
#include <doseau/table.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

/* `_mg_d_1000p` at the end of a name may be left out. */
static inline size_t column_named(const doseau_table *table, const char *name)
{
    char loads[80];
    snprintf(loads, sizeof loads, "%s_mg_d_1000p", name);
    for (size_t j = 0; j < table->n_columns; j++)
        if (strcmp(table->columns[j].name, name) == 0 || strcmp(table->columns[j].name, loads) == 0)
            return j;
    cr_fatal("no column %s", name);
    return 0;
}

/* Half a unit of the last digit of "61.68". */
static inline double half_unit(const char *number)
{
    const char *point = strchr(number, '.');
    return .5000001 * (point ? pow(10, -(double)strlen(point + 1)) : 1);
}

static inline void expect_cell(const doseau_cells *cells, size_t column, const char *name,
                               bool rounded, const char *value, const char *source)
{
    const doseau_cell_kind kind = doseau_cell_kind_at(cells, column);
    const double number = doseau_cell_number_at(cells, column), expected = strtod(value, NULL);
    const char *words = doseau_cell_text_at(cells, column);
    if (!*value)
        cr_expect(kind == DOSEAU_CELL_EMPTY, "%s: %s should be empty, is %.17g%s", source, name,
                  number, words);
    else if (kind == DOSEAU_CELL_NUMBER)
        cr_expect(
            le(dbl, fabs(number - expected), rounded ? half_unit(value) : 1e-12 * fabs(expected)),
            "%s: %s should be %s, is %.17g", source, name, value, number);
    else
        cr_expect(kind == DOSEAU_CELL_TEXT && strcmp(words, value) == 0,
                  "%s: %s should be \"%s\", is \"%s\"", source, name, value, words);
}

/* `column=value` (a number to 1e-12, a text as it is), `column~value` (a number as it was printed),
 * `column=` (empty), with blanks between. */
static inline void expect_row(const doseau_table *table, size_t row, const char *expected,
                              const char *source)
{
    char copy[2000], *rest = copy;
    doseau_cells *cells = doseau_cells_new(table);
    cr_assert(cells != NULL);
    cr_assert(eq(int, doseau_table_row(table, row, cells), DOSEAU_OK), "%s", source);
    cr_assert(lt(sz, strlen(expected), sizeof copy));
    strcpy(copy, expected);
    for (char *word; (word = strtok_r(rest, " ", &rest));) {
        char *sign = strpbrk(word, "=~");
        cr_assert(sign != NULL, "%s: %s", source, word);
        const bool rounded = *sign == '~';
        *sign = '\0';
        expect_cell(cells, column_named(table, word), word, rounded, sign + 1, source);
    }
    doseau_cells_free(cells);
}

/* All names of the columns, `,` between. */
static inline void expect_columns(const doseau_table *table, const char *expected)
{
    char names[2000] = "";
    for (size_t j = 0; j < table->n_columns; j++)
        strcat(strcat(names, j ? "," : ""), table->columns[j].name);
    cr_expect(eq(str, names, (char *)expected));
}
#endif
