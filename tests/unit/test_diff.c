/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What changed between two results: rows that are written here, with what a reader sees in them. */
#include "folder.h"
#include "rows.h"
#include <doseau.h>

TestSuite(diff, .init = folder_enter, .fini = folder_leave);

#define START(inputs, corrections)                                                                 \
    "{\"doseau\": \"0.1.0\", \"command\": \"load\", \"options\": {\"alpha\": \"0.05\"},\n"         \
    "\"seed\": null, \"inputs\": [" inputs "],\n\"corrections\": [" corrections "],\n"             \
    "\"table\": \"load\", \"columns\": [\n"                                                        \
    "{\"name\": \"plant\", \"unit\": \"\"}, {\"name\": \"substance\", \"unit\": \"\"},\n"          \
    "{\"name\": \"date\", \"unit\": \"\"},\n"                                                      \
    "{\"name\": \"load_mg_d_1000p\", \"unit\": \"mg/d/1000 people\"},\n"                           \
    "{\"name\": \"population\", \"unit\": \"persons\"},\n"                                         \
    "{\"name\": \"flags\", \"unit\": \"\"}, {\"name\": \"source\", \"unit\": \"\"}],\n"            \
    "\"rows\": [\n"
#define ROW_OF(substance, plant, date, load, population, flags, source)                            \
    "{\"plant\": \"" plant "\", \"substance\": \"" substance "\", \"date\": \"" date "\", "        \
    "\"load_mg_d_1000p\": " load ", \"population\": " population ", \"flags\": \"" flags           \
    "\", \"source\": \"" source "\"}"
#define ROW(...) ROW_OF("MDMA", __VA_ARGS__)
#define INPUT(file, digit) "{\"file\": \"" file "\", \"sha256\": \"" digit "0000000000000000\"}"

/* clang-format off */
static const char old_result[] =
    START(INPUT("a/m.csv", "1") ", " INPUT("a/plants.csv", "2"), "")
    ROW("P", "2024-03-11", "40", "50000", "", "a/m.csv:2") ",\n"
    ROW("P", "2024-03-12", "50", "50000", "rain", "a/m.csv:3") ",\n"
    ROW("Q", "2024-03-12", "0.3", "900", "", "a/m.csv:4") "]}\n";

/* In another order and in other lines; without Q. */
static const char new_result[] =
    START(INPUT("b/m.csv", "1") ", " INPUT("b/more.csv", "3") ", " INPUT("b/plants.csv", "2"),
          "{\"source\": \"b/corrections.csv:2\", \"row\": \"b/m.csv:3\", \"column\": \"load\", "
          "\"key\": \"P | 2024-03-12\", \"field\": \"load\", \"old\": \"50\", \"new\": \"20\", "
          "\"reason\": \"typed wrong\", \"date\": null, \"plant\": \"P\", "
          "\"substance\": \"MDMA\", \"day\": \"2024-03-12\"}")
    ROW("P", "2024-03-12", "20", "51000", "rain;corrected", "b/m.csv:3") ",\n"
    ROW("P", "2025-03-10", "44", "50000", "", "b/more.csv:2") ",\n"
    ROW("P", "2025-03-11", "45", "50000", "", "b/more.csv:3") ",\n"
    ROW("P", "2024-03-11", "40.00000000000001", "50000", "", "b/m.csv:9") "]}\n";
/* clang-format on */

static void write_file(const char *name, const char *words)
{
    FILE *file = fopen(name, "w");
    cr_assert(file != NULL);
    fputs(words, file);
    fclose(file);
}

static doseau_diff *compare(const char *old, const char *new)
{
    doseau_diff *diff = NULL;
    doseau_error error = {0};
    write_file("old.json", old);
    write_file("new.json", new);
    cr_assert(eq(int, doseau_diff_new("old.json", "new.json", &diff, &error), DOSEAU_OK), "%s",
              error.message);
    return diff;
}

typedef struct told {
    size_t row;
    const char *column, *words;
} told;

/* A number as it is printed whole; "" where nothing stands. */
static void expect_told(doseau_table table, const told expected[], size_t n)
{
    doseau_cells *cells = doseau_cells_new(&table);
    for (size_t i = 0; i < n; i++) {
        char number[DOSEAU_NUMBER_SIZE];
        const size_t column = column_named(&table, expected[i].column);
        cr_assert(eq(int, doseau_table_row(&table, expected[i].row, cells), DOSEAU_OK));
        const char *words = doseau_cell_text_at(cells, column);
        if (doseau_cell_kind_at(cells, column) == DOSEAU_CELL_NUMBER) {
            doseau_number_format(doseau_cell_number_at(cells, column), number);
            words = number;
        }
        cr_expect(strcmp(words, expected[i].words) == 0, "row %zu, %s: \"%s\", not \"%s\"",
                  expected[i].row, expected[i].column, words, expected[i].words);
    }
    doseau_cells_free(cells);
}

/* Rows in the order of the new result, those that went last. 20 of 50 is 60 % less; persons have no
 * percent; of the last bit it is said that it is one. */
Test(diff, cells)
{
    static const told expected[] = {
        {0, "field", "load_mg_d_1000p"},
        {0, "of", "P, MDMA, 2024-03-12"},
        {0, "old", "50"},
        {0, "new", "20"},
        {0, "difference", "-30"},
        {0, "change_percent", "-60"},
        {0, "by", "60 % less"},
        {1, "field", "population"},
        {1, "difference", "1000"},
        {1, "change_percent", ""},
        {1, "by", "1000 persons more"},
        {2, "field", "flags"},
        {2, "by", "with corrected"},
        {3, "change", "added"},
        {3, "of", "P, MDMA, 2025-03-10"},
        {4, "change", "added"},
        {5, "field", "load_mg_d_1000p"},
        {5, "of", "P, MDMA, 2024-03-11"},
        {5, "by", "rounding only"},
        {6, "change", "removed"},
        {6, "of", "Q, MDMA, 2024-03-12"},
        {6, "field", ""},
    };
    doseau_diff *diff = compare(old_result, new_result);
    const doseau_table table = doseau_diff_table(diff);
    cr_expect(eq(sz, table.n_rows, 7));
    expect_told(table, expected, COUNT(expected));
    doseau_diff_free(diff);
}

/* A file that was moved is the same file. Rows of the new file come from it, the corrected row from
 * its correction; the others from neither, so that it can only have been through other rows. */
Test(diff, reasons)
{
    static const told expected[] = {
        {0, "reasons", "2"}, {1, "reasons", "2"},   {2, "reasons", "2"},   {3, "reasons", "1"},
        {4, "reasons", "1"}, {5, "reasons", "1;2"}, {6, "reasons", "1;2"},
    };
    doseau_diff *diff = compare(old_result, new_result);
    cr_expect(
        strcmp(doseau_diff_reason(diff, 0), "input more.csv added (SHA-256 300000000000...)") == 0);
    cr_expect(strcmp(doseau_diff_reason(diff, 1),
                     "correction added: P | 2024-03-12, load \"50\" -> \"20\": typed wrong "
                     "(corrections.csv:2)") == 0,
              "%s", doseau_diff_reason(diff, 1));
    cr_expect(doseau_diff_reason(diff, 2) == NULL);
    expect_told(doseau_diff_table(diff), expected, COUNT(expected));
    doseau_diff_free(diff);
}

/* Above cells their row, and rows that came together in one line. */
Test(diff, lines)
{
    static const told expected[] = {
        {0, "change", "P, MDMA, 2024-03-12"},
        {1, "change", "  load_mg_d_1000p                    50 -> 20        60 % less"},
        {2, "change", "  population                      50000 -> 51000     1000 persons more"},
        {3, "change", "  flags                        with corrected"},
        {4, "change", "2 rows added: P, MDMA"},
        {4, "reasons", "1"},
        {5, "change", "P, MDMA, 2024-03-11"},
        {6, "change", "  load_mg_d_1000p                    40 -> 40.00     rounding only"},
        {7, "change", "row removed: Q, MDMA, 2024-03-12"},
    };
    doseau_diff *diff = compare(old_result, new_result);
    const doseau_table table = doseau_diff_lines_table(diff);
    cr_expect(eq(sz, table.n_rows, 8));
    expect_told(table, expected, COUNT(expected));
    doseau_diff_free(diff);
}

Test(diff, summary)
{
    static const told expected[] = {
        {0, "table", "load"},
        {0, "rows_added", "2"},
        {0, "rows_removed", "1"},
        {0, "rows_changed", "2"},
        {0, "cells_changed", "4"},
        {0, "largest_percent", "-60"},
        {0, "largest_by", "60 % less"},
        {0, "largest_of", "P, MDMA, 2024-03-12"},
        {0, "largest_field", "load_mg_d_1000p"},
    };
    doseau_diff *diff = compare(old_result, new_result);
    const doseau_table table = doseau_diff_summary_table(diff);
    cr_expect(eq(sz, table.n_rows, 1));
    expect_told(table, expected, COUNT(expected));
    doseau_diff_free(diff);
}

Test(diff, the_same_twice)
{
    doseau_diff *diff = compare(old_result, old_result);
    cr_expect(eq(sz, doseau_diff_table(diff).n_rows, 0));
    cr_expect(eq(sz, doseau_diff_lines_table(diff).n_rows, 0));
    cr_expect(eq(sz, doseau_diff_summary_table(diff).n_rows, 0));
    cr_expect(doseau_diff_reason(diff, 0) == NULL);
    doseau_diff_free(diff);
}

/* Where nothing is told to differ and a number does, that is what is said. */
Test(diff, not_told)
{
    char other[sizeof old_result];
    strcpy(other, old_result);
    memcpy(strstr(other, " 40,"), " 41,", 4);
    doseau_diff *diff = compare(old_result, other);
    static const told expected[] = {{0, "why", "not told"}, {0, "by", "2.5 % more"}};
    expect_told(doseau_diff_table(diff), expected, COUNT(expected));
    doseau_diff_free(diff);
}

/* Rows with one key are taken in their order: the second of them has changed. .00001 of 40 is 2.5
 * parts in ten million, more than rounding. */
Test(diff, same_key)
{
    static const told expected[] = {
        {0, "old", "40"}, {0, "new", "40.00001"}, {0, "by", "0.000025 % more"}};
    doseau_diff *diff = compare(START("", "") ROW("P", "2024-03-11", "7", "9", "", "m:2") "," ROW(
                                    "P", "2024-03-11", "40", "9", "", "m:3") "]}",
                                START("", "") ROW("P", "2024-03-11", "7", "9", "", "m:2") "," ROW(
                                    "P", "2024-03-11", "40.00001", "9", "", "m:3") "]}");
    const doseau_table table = doseau_diff_table(diff);
    cr_expect(eq(sz, table.n_rows, 1));
    expect_told(table, expected, COUNT(expected));
    doseau_diff_free(diff);
}

/* Of two substances in two lines. */
Test(diff, rows_of_two_substances)
{
    static const told expected[] = {{0, "change", "row added: P, MDMA, 2024-03-12"},
                                    {1, "change", "2 rows added: P, ketamine"}};
    doseau_diff *diff =
        compare(START("", "") ROW("P", "2024-03-11", "7", "9", "", "m:2") "]}",
                START("", "") ROW("P", "2024-03-11", "7", "9", "", "m:2") "," ROW(
                    "P", "2024-03-12", "7", "9", "",
                    "m:3") "," ROW_OF("ketamine", "P", "2024-03-11", "7", "9", "",
                                      "m:4") "," ROW_OF("ketamine", "P", "2024-03-12", "7", "9", "",
                                                        "m:5") "]}");
    const doseau_table table = doseau_diff_lines_table(diff);
    cr_expect(eq(sz, table.n_rows, 2));
    expect_told(table, expected, COUNT(expected));
    doseau_diff_free(diff);
}

/* A day that was corrected in the file of samples, which gives no rows itself: the row of the old
 * day went for it as the one of the new day came. Another plant's row did not. */
Test(diff, corrected_day)
{
    static const told expected[] = {
        {0, "change", "added"},
        {0, "reasons", "1"},
        {1, "change", "removed"},
        {1, "of", "P, MDMA, 2024-03-21"},
        {1, "reasons", "1"},
        {1, "why",
         "correction added: A1, start \"2024-03-21\" -> "
         "\"2024-03-12\": digits swapped (corrections.csv:2)"},
        {2, "of", "Q, MDMA, 2024-03-21"},
        {2, "why",
         "through other rows: correction added: A1, start \"2024-03-21\" -> "
         "\"2024-03-12\": digits swapped (corrections.csv:2)"},
    };
    doseau_diff *diff =
        compare(START(INPUT("m.csv", "1"), "")
                    ROW("P", "2024-03-21", "7", "9", "",
                        "m.csv:2") "," ROW("Q", "2024-03-21", "7", "9", "", "m.csv:3") "]}",
                START(INPUT("m.csv", "1"),
                      "{\"source\": \"corrections.csv:2\", \"row\": \"samples.csv:2\", \"column\": "
                      "\"start\", \"key\": \"A1\", \"field\": \"start\", \"old\": \"2024-03-21\", "
                      "\"new\": \"2024-03-12\", \"reason\": \"digits swapped\", \"date\": null, "
                      "\"plant\": \"P\", \"substance\": null, \"day\": \"2024-03-12\"}")
                    ROW("P", "2024-03-12", "7", "9", "", "m.csv:2") "]}");
    expect_told(doseau_diff_table(diff), expected, COUNT(expected));
    doseau_diff_free(diff);
}
