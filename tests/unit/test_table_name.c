/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "io/table_name.h"
#include <stdlib.h>

/* By the rule: folders may be left out, case does not matter, a sheet stands in brackets. */
Test(table_name, matches)
{
    static const table_name sheet = {"in/Book.xlsx", "Flows [m3/d]", true};
    static const table_name file = {"in/flows.csv", NULL, false};
    static const struct {
        const table_name *table;
        const char *told;
        table_match match;
    } cases[] = {
        {&sheet, "Book.xlsx", TABLE_FILE},
        {&sheet, "in/book.XLSX", TABLE_FILE},
        {&sheet, "book.xlsx[flows [m3/d]]", TABLE_SHEET},
        {&sheet, "in/Book.xlsx[Flows [m3/d]]", TABLE_SHEET},
        {&sheet, "Book.xlsx[Flows [m3/d]", TABLE_OTHER},
        {&sheet, "Book.xlsx(Flows [m3/d]]", TABLE_OTHER},
        {&sheet, "Book.xlsx[Flows [m3/d]]2", TABLE_OTHER},
        {&sheet, "Book.xlsx[Results]", TABLE_OTHER},
        {&sheet, "out/Book.xlsx", TABLE_OTHER},
        {&sheet, "Book.xlsx2", TABLE_OTHER},
        {&sheet, "", TABLE_OTHER},
        {&file, "flows.csv", TABLE_FILE},
        {&file, "flows.csv[1]", TABLE_OTHER},
        {&file, "flows", TABLE_OTHER},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        cr_expect(eq(int, table_name_match(cases[i].table, cases[i].told), cases[i].match), "%s",
                  cases[i].told);
}

Test(table_name, shown)
{
    table_name table = {"in/book.xlsx", "Flows", true};
    char *shown = table_name_shown(&table);
    cr_expect(eq(str, shown, "in/book.xlsx[Flows]"));
    free(shown);
    table.several = false;
    shown = table_name_shown(&table);
    cr_expect(eq(str, shown, "in/book.xlsx"));
    free(shown);
}
