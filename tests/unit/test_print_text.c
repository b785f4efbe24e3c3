/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "printing.h"

static void expect_text(const doseau_table *table, const char *expected)
{
    char *text = printed(table, DOSEAU_TEXT, false, NULL);
    cr_expect(eq(str, text, (char *)expected));
    free(text);
}

static const doseau_column load_columns[] = {{"plant", "", "plant"},
                                             {"load", "mg/d/1000 people", "load"},
                                             {"source", "", NULL},
                                             {"year", "", "year"}};

Test(print_text, headings_units_and_cells)
{
    static const item cells[] = {TEXT("Noordwijk"),
                                 NUMBER(137.29295662554716),
                                 TEXT("a.csv:2"),
                                 NUMBER(2021), /* */
                                 TEXT("Zuid"),
                                 NUMBER(24),
                                 TEXT("a.csv:3"),
                                 NUMBER(2022), /* */
                                 TEXT(""),
                                 EMPTY,
                                 EMPTY,
                                 NUMBER(2023),
                                 TEXT("Oost"),
                                 NUMBER(0),
                                 EMPTY,
                                 EMPTY};
    const items source = {cells, 4};
    const doseau_table table = table_of(load_columns, &source, 4);
    expect_text(&table, "plant                  load  year\n"
                        "           mg/d/1000 people\n"
                        "---------  ----------------  ----\n"
                        "Noordwijk             137.3  2021\n"
                        "Zuid                  24.00  2022\n"
                        "                             2023\n"
                        "Oost                      0\n");
}

Test(print_text, no_rows)
{
    const items source = {NULL, 4};
    const doseau_table table = table_of(load_columns, &source, 0);
    expect_text(&table, "plant              load  year\n"
                        "       mg/d/1000 people\n"
                        "-----  ----------------  ----\n"
                        "(no rows)\n");
}

Test(print_text, no_line_of_units_where_there_is_none)
{
    static const doseau_column columns[] = {{"plant", "", "plant"}, {"days", NULL, "days"}};
    static const item cells[] = {TEXT("Noordwijk"), NUMBER(7)};
    const items source = {cells, 2};
    const doseau_table table = table_of(columns, &source, 1);
    expect_text(&table, "plant      days\n"
                        "---------  ----\n"
                        "Noordwijk     7\n");
}

Test(print_text, column_of_numbers_and_texts)
{
    static const doseau_column columns[] = {{"value", "", "value"}, {"note", "", "note"}};
    static const item cells[] = {TEXT("not estimable"), TEXT("x"), NUMBER(24.128), TEXT("y")};
    const items source = {cells, 2};
    const doseau_table table = table_of(columns, &source, 2);
    expect_text(&table, "value          note\n"
                        "-------------  ----\n"
                        "not estimable  x\n"
                        "        24.13  y\n");
}

/* ---- numbers: a cell of a column, with another cell that makes the column what it is ---- */

static const struct {
    const char *because;
    const char *unit;
    double value, beside;
    const char *printed;
} numbers[] = {
    {"four significant digits", "mg/d", 137.29295662554716, 0.5, "137.3"},
    {"four significant digits", "mg/d", 0.00123456, 0.5, "0.001235"},
    {"four significant digits", "mg/d", -83657.25, 0.5, "-83660"},
    {"an integer among fractions", "mg/d", 24, 0.5, "24.00"},
    {"an integer among fractions", "mg/d", 251347, 0.5, "251300"},
    {"wider than as an integer, and the widest", "mg/d", -24, 24.128, "-24.00"},
    {"an integer among integers", "persons", 251347, 83600, "251347"},
    {"the largest exact one", "persons", -999999, 83600, "-999999"},
    {"an integer beyond it", "persons", 1250347, 83600, "1250000"},
    {"zero has no digits", "mg/d", 0, 0.5, "0"},
    {"a count among fractions", "", 12, 0.0312, "12"},
    {"a line number", "", 1234567, 12, "1234567"},
    {"the largest exact count", "", 999999999999999, 12, "999999999999999"},
    {"a count beyond it", "", 2e15, 12, "2.000e15"},
    {"tiny", "mg/d", 1.23456e-9, 0.5, "1.235e-9"},
};
enum { NUMBERS = sizeof numbers / sizeof *numbers };

ParameterizedTestParameters(print_text, number)
{
    INDICES(NUMBERS);
}

/* The width of the column must fit in both orders of the two cells. */
ParameterizedTest(size_t *i, print_text, number)
{
    const doseau_column columns[] = {{"x", numbers[*i].unit, "x"}};
    for (int swapped = 0; swapped < 2; swapped++) {
        item cells[2] = {NUMBER(numbers[*i].value), NUMBER(numbers[*i].value)};
        cells[!swapped].number = numbers[*i].beside;
        const items source = {cells, 1};
        const doseau_table table = table_of(columns, &source, 2);
        char *text = printed(&table, DOSEAU_TEXT, false, NULL);
        char *line = strtok(text, "\n");
        size_t width = 0;
        for (int row = -1; line != NULL; line = strtok(NULL, "\n")) {
            if (line[0] == '-' && strspn(line, "-") == strlen(line)) {
                width = strlen(line);
                row = 0;
            } else if (row >= 0) {
                cr_expect(eq(sz, strlen(line), width), "%s: %s", numbers[*i].because, line);
                if (row++ == swapped)
                    cr_expect(eq(str, line + strspn(line, " "), (char *)numbers[*i].printed), "%s",
                              numbers[*i].because);
            }
        }
        free(text);
    }
}

/* ---- texts ---- */

static const struct {
    const char *because, *text, *shown; /* the shown text, in a column of 20 */
} texts[] = {
    {"C0", "a\033[31mb", "a\\x1b[31mb          "},
    {"C0", "a\nb\tc\001", "a\\x0ab\\x09c\\x01     "},
    {"DEL", "a\177b", "a\\x7fb              "},
    {"C1",
     "a\xc2\x9b"
     "b",
     "a\\u009bb            "},
    {"C1, its ends", "\xc2\x80\xc2\x9f", "\\u0080\\u009f        "},
    {"no C1 any more",
     "a\xc2\xa0"
     "b",
     "a\xc2\xa0"
     "b                 "},
    {"right-to-left override", "a\u202eb", "a\\u202eb            "},
    {"embedding and isolates", "\u202a\u2066\u2069", "\\u202a\\u2066\\u2069  "},
    {"line separator", "a\u2028b", "a\\u2028b            "},
    {"no UTF-8", "a\xff\xc3", "a\\xff\\xc3           "},
    {"code points, not bytes", "مخدر", "مخدر                "},
    {"beyond the basic plane", "\U00010348", "\U00010348                   "},
    {"backslashes stay", "C:\\lab", "C:\\lab              "},
};
enum { TEXTS = sizeof texts / sizeof *texts };

ParameterizedTestParameters(print_text, text)
{
    INDICES(TEXTS);
}

ParameterizedTest(size_t *i, print_text, text)
{
    static const doseau_column columns[] = {{"x", "", "12345678901234567890"}, {"y", "", "y"}};
    const item cells[] = {TEXT(texts[*i].text), TEXT("|")};
    const items source = {cells, 2};
    const doseau_table table = table_of(columns, &source, 1);
    char expected[300];
    snprintf(expected, sizeof expected, "12345678901234567890  y\n--------------------  -\n%s  |\n",
             texts[*i].shown);
    expect_text(&table, expected);
}

#define A20 "abcdefghijabcdefghij"
#define A100 A20 A20 A20 A20 A20
#define RULE20 "--------------------"

/* 100 = 61 + 2 + 30 + 2 + 5: only the widest column gives. */
Test(print_text, widest_text_is_cut)
{
    static const doseau_column columns[] = {{"a", "", "a"}, {"b", "", "b"}, {"n", "mg/d", "n"}};
    static const item cells[] = {TEXT(A100 A100 A100), TEXT(A20 "abcdefghij"), NUMBER(24.118)};
    const items source = {cells, 3};
    const doseau_table table = table_of(columns, &source, 1);
    expect_text(&table, "a                                                              b          "
                        "                         n\n"
                        "                                                                          "
                        "                      mg/d\n"
                        "-------------------------------------------------------------  "
                        "------------------------------  -----\n"
                        "abcdefghijabcdefghijabcdefghijabcdefghijabcdefghijabcdefghij…  "
                        "abcdefghijabcdefghijabcdefghij  24.12\n");
}

/* 100 = 49 + 2 + 49. A cut never leaves half an escape: six would not fit into the 48. */
Test(print_text, escapes_are_cut_whole)
{
    static const doseau_column columns[] = {{"a", "", "a"}, {"b", "", "b"}};
    static const item cells[] = {TEXT(A20 A20 "1234\u202e" A100), TEXT(A20 A20 "1234\033" A100)};
    const items source = {cells, 2};
    const doseau_table table = table_of(columns, &source, 1);
    expect_text(&table, "a                                                  b\n" RULE20 RULE20
                        "---------  " RULE20 RULE20 "---------\n" A20 A20 "1234…      " A20 A20
                        "1234\\x1b…\n");
}

/* 2 * 48 + 2 = 98 fits as it is. */
Test(print_text, table_that_just_fits)
{
    static const doseau_column columns[] = {{"a", "", "a b"}, {"b", "", "b"}};
    static const item cells[] = {TEXT(A20 A20 "123456789"), TEXT(A20 A20 "123456789")};
    const items source = {cells, 2};
    const doseau_table table = table_of(columns, &source, 1);
    expect_text(&table, "a b                                                b\n" RULE20 RULE20
                        "---------  " RULE20 RULE20 "---------\n" A20 A20 "123456789  " A20 A20
                        "123456789\n");
}

/* Headings wrap before a text is cut, and then take no more than their words: of 2 * 17 + 4 * 16
 * columns 2 * 11 + 4 * 9 are left, and the text keeps its 20. */
Test(print_text, headings_wrap_first)
{
    static const doseau_column columns[] = {
        {"plant", "", "plant"},
        {"a", "mg/d/1000 people", "lower measurement"},
        {"b", "mg/d/1000 people", "mean"},
        {"c", "mg/d/1000 people", "upper measurement"},
        {"d", "mg/d/1000 people", "lower"},
        {"e", "mg/d/1000 people", "level"},
        {"f", "g/d/1000 persons", "upper"},
    };
    static const item cells[] = {TEXT(A20),        NUMBER(78.75), NUMBER(100.9971), NUMBER(129.52),
                                 NUMBER(61.68001), NUMBER(1.5),   NUMBER(130.4801)};
    const items source = {cells, 7};
    const doseau_table table = table_of(columns, &source, 1);
    expect_text(&table, "                            lower                   upper\n"
                        "plant                 measurement       mean  measurement      lower      "
                        "level     upper\n"
                        "                        mg/d/1000  mg/d/1000    mg/d/1000  mg/d/1000  "
                        "mg/d/1000  g/d/1000\n"
                        "                           people     people       people     people     "
                        "people   persons\n"
                        "--------------------  -----------  ---------  -----------  ---------  "
                        "---------  --------\n"
                        "abcdefghijabcdefghij        78.75      101.0        129.5      61.68      "
                        "1.500     130.5\n");
}

/* ---- a unit that all share ---- */

static const doseau_column shared_columns[] = {{"plant", "", "plant"},
                                               {"days", "", "days"},
                                               {"mean", "mg/d/1000 people", "mean"},
                                               {"upper", "mg/d/1000 people", "at most"}};

Test(print_text, shared_unit_stands_once)
{
    static const item cells[] = {TEXT("Zuid"), NUMBER(7), NUMBER(24.128), NUMBER(412.7)};
    const items source = {cells, 4};
    const doseau_table table = table_of(shared_columns, &source, 1);
    expect_text(&table, "plant  days   mean  at most\n"
                        "-----  ----  -----  -------\n"
                        "Zuid      7  24.13    412.7\n"
                        "\n"
                        "mean, at most in mg/d/1000 people\n");
}

Test(print_text, shared_unit_without_rows)
{
    const items source = {NULL, 4};
    const doseau_table table = table_of(shared_columns, &source, 0);
    expect_text(&table, "plant  days  mean  at most\n"
                        "-----  ----  ----  -------\n"
                        "(no rows)\n"
                        "\n"
                        "mean, at most in mg/d/1000 people\n");
}

Test(print_text, another_unit_beside)
{
    static const doseau_column columns[] = {
        {"mean", "mg/d", "mean"}, {"upper", "mg/d", "at most"}, {"flow", "m3/d", "flow"}};
    static const item cells[] = {NUMBER(24.128), NUMBER(412.7), NUMBER(83600)};
    const items source = {cells, 3};
    const doseau_table table = table_of(columns, &source, 1);
    expect_text(&table, " mean  at most   flow\n"
                        " mg/d     mg/d   m3/d\n"
                        "-----  -------  -----\n"
                        "24.13    412.7  83600\n");
}

/* Four names with their commas take 4 * 22 + 3 * 2 + 1 = 95: the line breaks there. */
Test(print_text, shared_unit_of_many_columns)
{
    doseau_column columns[5];
    item cells[5];
    for (size_t j = 0; j < 5; j++) {
        columns[j] = (doseau_column){"x", "mg/d", "interval upper end\033"};
        cells[j] = (item)NUMBER(24.128);
    }
    const items source = {cells, 5};
    const doseau_table table = table_of(columns, &source, 1);
    char *text = printed(&table, DOSEAU_TEXT, false, NULL);
    const char *last = strstr(text, "\n\n");
    cr_assert(ne(ptr, (char *)last, NULL));
    cr_expect(eq(str, (char *)last,
                 "\n\ninterval upper end\\x1b, interval upper end\\x1b, interval upper end\\x1b, "
                 "interval upper end\\x1b,\ninterval upper end\\x1b in mg/d\n"));
    free(text);
}

/* ---- what is said already ---- */

Test(print_text, quiet_cells_and_rows)
{
    static const item cells[] = {TEXT("Zuid"),
                                 NUMBER(7),
                                 NUMBER(24.128),
                                 QUIET_NUMBER(24.128), /* */
                                 QUIET_TEXT("Zuid"),
                                 NUMBER(6),
                                 EMPTY,
                                 NUMBER(412.7), /* */
                                 QUIET_ROW("Zuid, and wider than all others"),
                                 NUMBER(6),
                                 EMPTY,
                                 NUMBER(1e9)};
    const items source = {cells, 4};
    const doseau_table table = table_of(shared_columns, &source, 3);
    expect_text(&table, "plant  days   mean  at most\n"
                        "-----  ----  -----  -------\n"
                        "Zuid      7  24.13\n"
                        "          6           412.7\n"
                        "\n"
                        "mean, at most in mg/d/1000 people\n");
}

Test(print_text, columns_that_say_nothing_are_left_out)
{
    static const doseau_column columns[] = {
        {"plant", "", "plant"},   {"data", "", "data"},          {"date", "", "date"},
        {"mean", "mg/d", "mean"}, {"lower", "mg/d", "at least"}, {"interval", "mg/d", "interval"}};
    static const item cells[] = {
        TEXT("Zuid"),  QUIET_TEXT("all"), EMPTY, NUMBER(24.128), QUIET_NUMBER(24.128), EMPTY, /* */
        TEXT("Noord"), QUIET_TEXT("all"), EMPTY, NUMBER(412.7),  QUIET_NUMBER(412.7),  EMPTY};
    const items source = {cells, 6};
    const doseau_table table = table_of(columns, &source, 2);
    expect_text(&table, "plant   mean  interval\n"
                        "-----  -----  --------\n"
                        "Zuid   24.13\n"
                        "Noord  412.7\n"
                        "\n"
                        "mean, interval in mg/d\n");
}

/* Below a limit that nobody states: the bound is not known, which a blank column must tell. */
Test(print_text, blanks_among_quiet_cells_stay)
{
    static const doseau_column columns[] = {{"load", "mg/d", "load"}, {"upper", "mg/d", "at most"}};
    static const item cells[] = {NUMBER(24.128), QUIET_NUMBER(24.128), EMPTY, EMPTY};
    const items source = {cells, 2};
    const doseau_table table = table_of(columns, &source, 2);
    expect_text(&table, " load  at most\n"
                        "-----  -------\n"
                        "24.13\n"
                        "\n"
                        "\n"
                        "load, at most in mg/d\n");
}

/* Headings of numbers are cut before a text loses more than a date is long: 6 * 10 + 9 * 2 leave 22
 * for four columns of 13. */
Test(print_text, headings_are_cut_before_dates)
{
    doseau_column columns[10];
    item cells[10];
    for (size_t j = 0; j < 10; j++) {
        const bool number = j >= 6;
        columns[j] = (doseau_column){"x", "", number ? "concentration" : "day"};
        cells[j] = number ? (item)NUMBER(24.118) : (item)TEXT("2024-03-01");
    }
    const items source = {cells, 10};
    const doseau_table table = table_of(columns, &source, 1);
    expect_text(&table, "day         day         day         day         day         day         "
                        "conc…  conc…  conce…  conce…\n"
                        "----------  ----------  ----------  ----------  ----------  ----------  "
                        "-----  -----  ------  ------\n"
                        "2024-03-01  2024-03-01  2024-03-01  2024-03-01  2024-03-01  2024-03-01  "
                        "24.12  24.12   24.12   24.12\n");
}

/* 10 * 10 + 9 * 2 = 118: eight columns of 8 and two of 9 are left. */
Test(print_text, texts_are_cut_at_last)
{
    doseau_column columns[10];
    item cells[10];
    for (size_t j = 0; j < 10; j++) {
        columns[j] = (doseau_column){"x", "", "day"};
        cells[j] = (item)TEXT("2024-03-01");
    }
    const items source = {cells, 10};
    const doseau_table table = table_of(columns, &source, 1);
    expect_text(&table, "day       day       day       day       day       day       day       day "
                        "      day        day\n"
                        "--------  --------  --------  --------  --------  --------  --------  "
                        "--------  ---------  ---------\n"
                        "2024-03…  2024-03…  2024-03…  2024-03…  2024-03…  2024-03…  2024-03…  "
                        "2024-03…  2024-03-…  2024-03-…\n");
}

/* A cut number is a wrong number: 13 * 9 + 12 * 2 = 141. */
Test(print_text, numbers_are_never_cut)
{
    doseau_column columns[13];
    item cells[13];
    for (size_t j = 0; j < 13; j++) {
        columns[j] = (doseau_column){"x", "", "x"};
        cells[j] = (item)NUMBER(-0.00123456);
    }
    const items source = {cells, 13};
    const doseau_table table = table_of(columns, &source, 1);
    expect_text(&table,
                "        x          x          x          x          x          x          x       "
                "   x          x          x          x          x          x\n"
                "---------  ---------  ---------  ---------  ---------  ---------  ---------  "
                "---------  ---------  ---------  ---------  ---------  ---------\n"
                "-0.001235  -0.001235  -0.001235  -0.001235  -0.001235  -0.001235  -0.001235  "
                "-0.001235  -0.001235  -0.001235  -0.001235  -0.001235  -0.001235\n");
}

/* ---- any table: never wider than 100, no blank at the end, no control character ---- */

static unsigned next_random(unsigned *state)
{
    *state = *state * 1664525u + 1013904223u;
    return *state >> 8;
}

static size_t count_points(const char *line, size_t size)
{
    size_t n = 0;
    for (size_t i = 0; i < size; i++) n += ((unsigned char)line[i] & 0xc0) != 0x80;
    return n;
}

Test(print_text, every_table_fits)
{
    static const char *const words[] = {
        "mean",      "mg/d/1000 people", "",     "benzoylecgonine (total)", A100, "a\033b",
        "مخدر مخدر", "2024-03-01",       "x y z"};
    enum { WORDS = sizeof words / sizeof *words, MOST = 13, ROWS = 5 };
    unsigned state = 20240301;
    for (int round = 0; round < 2000; round++) {
        doseau_column columns[MOST];
        item cells[MOST * ROWS];
        const size_t n = 1 + next_random(&state) % MOST;
        for (size_t j = 0; j < n; j++)
            columns[j] = (doseau_column){"x", words[next_random(&state) % WORDS],
                                         words[next_random(&state) % WORDS]};
        for (size_t k = 0; k < n * ROWS; k++) {
            const unsigned kind = k % n % 3 ? 1 : next_random(&state) % 3;
            const double value = (double)next_random(&state) / 3 * (k % 2 ? -1 : 1e-4);
            cells[k] = kind == 0   ? (item)EMPTY
                       : kind == 1 ? (item)TEXT(words[next_random(&state) % WORDS])
                                   : (item)NUMBER(value);
        }
        const items source = {cells, n};
        const doseau_table table = table_of(columns, &source, ROWS);
        char *text = printed(&table, DOSEAU_TEXT, false, NULL);
        for (const char *line = text; *line != '\0'; line += strcspn(line, "\n") + 1) {
            const size_t size = strcspn(line, "\n");
            cr_assert(le(sz, count_points(line, size), 100), "round %d\n%s", round, text);
            cr_assert(eq(int, size > 0 && line[size - 1] == ' ', 0), "round %d\n%s", round, text);
            cr_assert(eq(ptr, memchr(line, '\033', size), NULL));
        }
        free(text);
    }
}

/* ---- Sentences ---- */

#define LINE                                                                                       \
    "1234567 2234567 3234567 4234567 5234567 6234567 7234567 8234567 9234567 1234567 2234567 "     \
    "3234567 4234"

static const struct {
    const char *sentence, *printed;
} sentences[] = {
    {"", ""},
    {"short", "short\n"},
    {LINE " 5", LINE "\n  5\n"},
    /* 100 columns, blanks at the start of the second line included; one more is too many */
    {LINE
     " 1234567 2234567 3234567 4234567 5234567 6234567 7234567 8234567 9234567 1234567 2234567 "
     "1234567890 3",
     LINE "\n  1234567 2234567 3234567 4234567 5234567 6234567 7234567 8234567 9234567 1234567 "
          "2234567 1234567890\n  3\n"},
    {LINE
     " 1234567 2234567 3234567 4234567 5234567 6234567 7234567 8234567 9234567 1234567 2234567 "
     "12345678901",
     LINE "\n  1234567 2234567 3234567 4234567 5234567 6234567 7234567 8234567 9234567 1234567 "
          "2234567\n  12345678901\n"},
    {"caf\xc3\xa9 \x1b[2J", "caf\xc3\xa9 \\x1b[2J\n"},
};

Test(print_text, sentences)
{
    for (size_t i = 0; i < sizeof sentences / sizeof *sentences; i++) {
        char *printed = NULL;
        size_t size;
        FILE *stream = open_memstream(&printed, &size);
        cr_assert(eq(int, doseau_sentence_print(sentences[i].sentence, stream, NULL), DOSEAU_OK));
        fclose(stream);
        cr_expect(eq(str, printed, (char *)sentences[i].printed));
        free(printed);
    }
    doseau_error error;
    FILE *full = fopen("/dev/full", "w");
    setvbuf(full, NULL, _IONBF, 0);
    cr_expect(eq(int, doseau_sentence_print("anything", full, &error), DOSEAU_EIO));
    fclose(full);
}
