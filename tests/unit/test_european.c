/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "european.h"

/* Two small tables in the European shape, invented: european.csv with three rows whose printed
 * means do not follow from their days, and one with days of 17 digits and without means. */

TestSuite(european, .init = folder_enter, .fini = folder_leave);

#define FILES DOSEAU_SOURCE_DIR "/tests/files/"

Test(european, rows_whose_means_do_not_follow)
{
    expect_faulty_rows(FILES "european.csv", 2, 1);
}

Test(european, printed_means_are_reproduced)
{
    cr_expect(eq(sz, expect_printed_means(FILES "european.csv"), 9));
}

Test(european, there_and_back)
{
    cr_expect(eq(sz, expect_round_trip(FILES "european.csv", true), 12));
}

Test(european, numbers_of_17_digits)
{
    cr_expect(eq(sz, expect_round_trip(FILES "european-17-digits.csv", false), 7));
}

/* The first row's numbers are the shortest texts of their values but for 0.33333333333333331, which
 * 0.3333333333333333 is as well: Python's repr. */
Test(european, shortest_texts)
{
    static const char *const expected[] = {"0.30000000000000004",
                                           "0.3333333333333333",
                                           "66.66666666666667",
                                           "33.333333333333336",
                                           "4.127000000000001",
                                           "412.70000000000005",
                                           "0.1"};
    const size_t columns[] = {YEAR, METABOLITE, SITE};
    const char *key[] = {"2010", "MDMA", "XC001"};
    expect_round_trip(FILES "european-17-digits.csv", false);
    city_table back = city_run("convert --to european", "study");
    const city_row *row = find_row(&back, columns, key);
    cr_assert(ne(ptr, (void *)row, NULL));
    for (size_t i = 0; i < 7; i++)
        cr_expect(eq(str, row->cells[WEDNESDAY + i], (char *)expected[i]));
    city_free(&back);
}

/* A table without means has none that are wrong, and its sites need no name. */
Test(european, without_means_and_names)
{
    static const char table[] = "Year,Metabolite,Site ID,Wednesday,Thursday,Friday,Saturday,Sunday,"
                                "Monday,Tuesday\n2022,MDMA,XA001,1,2,3,4,5,6,7\n";
    file_write("plain.csv", table);
    city_table check = city_run("check --format csv", "plain.csv");
    cr_expect(eq(sz, check.n, 1));
    city_free(&check);
    cr_expect(eq(int, system("'" DOSEAU_PROGRAM "' convert -o study plain.csv"), 0));
    city_table back = city_run("convert --to european", "study");
    cr_assert(eq(sz, back.n, 2));
    cr_expect(eq(str, back.rows[1].cells[CITY], ""));
    cr_expect(eq(str, back.rows[1].cells[TUESDAY], "7"));
    city_free(&back);
}
