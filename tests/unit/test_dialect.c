/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <criterion/criterion.h>

#include <criterion/new/assert.h>
#include <doseau/dialect.h>

Test(dialect, encodings)
{
    doseau_encoding e = DOSEAU_ENCODING_OF_FILE;
    for (doseau_encoding i = DOSEAU_UTF_8; i <= DOSEAU_UTF_16BE; i++) {
        cr_expect(eq(int, doseau_encoding_parse(doseau_encoding_name(i), &e), DOSEAU_OK));
        cr_expect(eq(int, e, i));
    }
    cr_expect(eq(int, doseau_encoding_parse("Windows-1252", &e), DOSEAU_OK));
    cr_expect(eq(int, e, DOSEAU_WINDOWS_1252));
    cr_expect(eq(int, doseau_encoding_parse("", &e), DOSEAU_EUNKNOWN));
    cr_expect(eq(int, doseau_encoding_parse("ebcdic", &e), DOSEAU_EUNKNOWN));
    cr_expect(eq(int, e, DOSEAU_WINDOWS_1252));
    cr_expect(eq(str, (char *)doseau_encoding_name(DOSEAU_ENCODING_OF_FILE), ""));
    cr_expect(eq(str, (char *)doseau_encoding_name((doseau_encoding)6), ""));
}

Test(dialect, date_orders)
{
    doseau_date_order o = DOSEAU_DATE_ORDER_OF_FILE;
    cr_expect(eq(int, doseau_date_order_parse("dmy", &o), DOSEAU_OK));
    cr_expect(eq(int, o, DOSEAU_DAY_MONTH_YEAR));
    cr_expect(eq(int, doseau_date_order_parse("MDY", &o), DOSEAU_OK));
    cr_expect(eq(int, o, DOSEAU_MONTH_DAY_YEAR));
    cr_expect(eq(int, doseau_date_order_parse("ymd", &o), DOSEAU_OK));
    cr_expect(eq(int, o, DOSEAU_YEAR_MONTH_DAY));
    cr_expect(eq(int, doseau_date_order_parse("ydm", &o), DOSEAU_EUNKNOWN));
    cr_expect(eq(int, doseau_date_order_parse("", &o), DOSEAU_EUNKNOWN));
    cr_expect(eq(str, (char *)doseau_date_order_name(DOSEAU_MONTH_DAY_YEAR), "mdy"));
    cr_expect(eq(str, (char *)doseau_date_order_name((doseau_date_order)4), ""));
}

Test(dialect, marks)
{
    static const struct {
        const char *word;
        char delimiter, decimal; /* NUL: refused */
    } words[] = {{"comma", ',', ','}, {",", ',', ','}, {"semicolon", ';', 0}, {";", ';', 0},
                 {"tab", '\t', 0},    {"\t", '\t', 0}, {"point", 0, '.'},     {".", 0, '.'},
                 {"Point", 0, '.'},   {"", 0, 0},      {",,", 0, 0},          {"|", 0, 0}};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        char mark = 0;
        cr_expect(eq(int, doseau_delimiter_parse(words[i].word, &mark),
                     words[i].delimiter ? DOSEAU_OK : DOSEAU_EUNKNOWN),
                  "%s", words[i].word);
        cr_expect(eq(chr, mark, words[i].delimiter), "%s", words[i].word);
        mark = 0;
        cr_expect(eq(int, doseau_decimal_mark_parse(words[i].word, &mark),
                     words[i].decimal ? DOSEAU_OK : DOSEAU_EUNKNOWN),
                  "%s", words[i].word);
        cr_expect(eq(chr, mark, words[i].decimal), "%s", words[i].word);
    }
    cr_expect(eq(str, (char *)doseau_delimiter_name('\t'), "tab"));
    cr_expect(eq(str, (char *)doseau_delimiter_name(0), ""));
    cr_expect(eq(str, (char *)doseau_decimal_mark_name('.'), "point"));
    cr_expect(eq(str, (char *)doseau_decimal_mark_name(';'), ""));
}
