/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <criterion/parameterized.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "report/html.h"
#include "report/phrases.h"
#include "report/words.h"

#define MINUS "\xe2\x88\x92"
#define THIN "\xe2\x80\xaf"
#define FIXED "\xc2\xa0"
#define DASH "\xe2\x80\x93"

/* ---- Numbers and dates: expected by hand ---- */

typedef const char *writer(const words *w, double value, char buffer[WORDS_SIZE]);

static const struct written {
    writer *write;
    double value;
    const char *english, *dutch;
} written[] = {
    {words_load, 476.08, "476", "476"},
    {words_load, 60.53, "60.5", "60,5"},
    {words_load, 1.458, "1.46", "1,46"},
    {words_load, 99.96, "100", "100"}, /* rounds up into a digit more */
    {words_load, 12345.6, "12346", "12346"},
    {words_load, .0123456, "0.0123", "0,0123"},
    {words_load, 0, "0", "0"},
    {words_count, 9999, "9999", "9999"},
    {words_count, 10000, "10" THIN "000", "10" THIN "000"},
    {words_count, 1234567, "1" THIN "234" THIN "567", "1" THIN "234" THIN "567"},
    {words_count, 123456, "123" THIN "456", "123" THIN "456"},
    {words_count, 0, "0", "0"},
    {words_percent, 25.2, "+25" FIXED "%", "+25" FIXED "%"},
    {words_percent, 3.78, "+3.8" FIXED "%", "+3,8" FIXED "%"},
    {words_percent, -.2948, MINUS "0.29" FIXED "%", MINUS "0,29" FIXED "%"},
    {words_percent, -89.4, MINUS "89" FIXED "%", MINUS "89" FIXED "%"},
    {words_percent, 795.2, "+795" FIXED "%", "+795" FIXED "%"},
    {words_percent, .004, "0" FIXED "%", "0" FIXED "%"},
    {words_percent, -.004, "0" FIXED "%", "0" FIXED "%"},
    {words_percent, 0, "0" FIXED "%", "0" FIXED "%"},
    {words_percent_plain, 24.06, "24" FIXED "%", "24" FIXED "%"},
    {words_percent_plain, 95, "95" FIXED "%", "95" FIXED "%"},
};

Test(words, numbers)
{
    for (size_t i = 0; i < sizeof written / sizeof *written; i++) {
        char buffer[WORDS_SIZE];
        cr_expect(eq(str, (char *)written[i].write(&words_english, written[i].value, buffer),
                     (char *)written[i].english),
                  "row %zu", i);
        cr_expect(eq(str, (char *)written[i].write(&words_dutch, written[i].value, buffer),
                     (char *)written[i].dutch),
                  "row %zu", i);
    }
}

Test(words, significant_digits)
{
    char buffer[WORDS_SIZE];
    cr_expect(eq(str, (char *)words_number(&words_dutch, .02427, 2, buffer), "0,024"));
    cr_expect(eq(str, (char *)words_number(&words_english, -12.345, 4, buffer), MINUS "12.35"));
}

static doseau_date day(int year, int month, int number)
{
    doseau_date date = DOSEAU_NO_DATE;
    doseau_date_from_civil((doseau_civil){year, month, number}, &date);
    return date;
}

Test(words, dates)
{
    char buffer[WORDS_SIZE];
    cr_expect(
        eq(str, (char *)words_date(&words_english, day(2025, 3, 16), buffer), "16 March 2025"));
    cr_expect(
        eq(str, (char *)words_date(&words_dutch, day(2024, 8, 1), buffer), "1 augustus 2024"));
    cr_expect(eq(str, (char *)words_date(&words_dutch, DOSEAU_NO_DATE, buffer), ""));
}

static const struct span {
    int first[3], last[3];
    const char *expected;
} spans[] = {
    {{2025, 3, 10}, {2025, 3, 16}, "10" DASH "16 March 2025"},
    {{2025, 3, 16}, {2025, 3, 16}, "16 March 2025"},
    {{2024, 2, 26}, {2024, 3, 3}, "26 February " DASH " 3 March 2024"},
    {{2024, 3, 16}, {2025, 3, 16}, "16 March 2024 " DASH " 16 March 2025"},
    {{2024, 12, 30}, {2025, 1, 5}, "30 December 2024 " DASH " 5 January 2025"},
};

Test(words, spans_of_dates)
{
    for (size_t i = 0; i < sizeof spans / sizeof *spans; i++) {
        text t = {0};
        const int *a = spans[i].first, *b = spans[i].last;
        phrase_dates(&words_english, &t, day(a[0], a[1], a[2]), day(b[0], b[1], b[2]));
        cr_expect(eq(str, (char *)phrase_of(&t), (char *)spans[i].expected), "row %zu", i);
        text_free(&t);
    }
    text none = {0};
    phrase_dates(&words_english, &none, DOSEAU_NO_DATE, DOSEAU_NO_DATE);
    cr_expect(eq(sz, none.size, 0));
}

Test(words, p_values)
{
    static const struct {
        double p;
        const char *expected;
    } rows[] = {{.02427, "0.024"}, {1, "1"}, {.996, "1"}, {.99, "0.99"}, {4.96e-5, "0.000050"}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        text t = {0};
        phrase_p(&words_english, &t, rows[i].p);
        cr_expect(eq(str, (char *)phrase_of(&t), (char *)rows[i].expected));
        text_free(&t);
    }
}

/* ---- Names ---- */

#define OPEN "\xe2\x81\xa8"
#define SHUT "\xe2\x81\xa9"
#define ALEF "\xd8\xa7"

static const struct shown {
    const char *name;
    size_t width;
    const char *expected;
} shown[] = {
    {"Vaartdijk-Noord", 0, "Vaartdijk-Noord"},
    {"Vaartdijk-Noord", 15, "Vaartdijk-Noord"},
    {"Vaartdijk-Noord", 10, "Vaartdijk…"},
    {"caf\xc3\xa9", 0, "caf\xc3\xa9"},
    {"\x1b[31mred", 0, "\\x1b[31mred"},
    {"a\nb", 0, "a\\x0ab"},
    {"\xe2\x80\xae"
     "desrever",
     0, OPEN "\\u202edesrever" SHUT},
    {ALEF, 0, OPEN ALEF SHUT},
    {ALEF SHUT ALEF, 0, OPEN ALEF "\\u2069" ALEF SHUT}, /* it cannot end its own isolate */
    {"", 0, ""},
};

Test(words, names_of_files)
{
    for (size_t i = 0; i < sizeof shown / sizeof *shown; i++) {
        text t = {0};
        words_name(&t, shown[i].name, shown[i].width);
        cr_expect(eq(str, (char *)phrase_of(&t), (char *)shown[i].expected), "row %zu", i);
        text_free(&t);
    }
}

Test(words, markup_is_text)
{
    text t = {0};
    html_open(&t, "a", "title", "\"<&'>", "href", NULL, NULL);
    html_text(&t, "<script>&amp;\x01\x1f\x7f\tx\n");
    html_close(&t, "a");
    cr_expect(eq(str, t.bytes,
                 "<a title=\"&quot;&lt;&amp;&#39;&gt;\">&lt;script&gt;&amp;amp;\tx\n</a>\n"));
    text_free(&t);
}

/* ---- Sentences ---- */

Test(words, places)
{
    text t = {0};
    words_say(&words_english, &t, SAY_SUBSTANCE_AT, "plant", "P {substance}", "substance", "S",
              NULL);
    cr_expect(eq(str, t.bytes, "S at P {substance}")); /* what comes in is not looked at again */
    text_clear(&t);
    words_say(&words_dutch, &t, SAY_RANGE, "lower", "1", NULL);
    cr_expect(eq(str, t.bytes, "1 tot {upper}"));
    text_free(&t);
}

static void add_letter(const void *context, size_t i, text *out)
{
    (void)context;
    text_addf(out, "%c", (char)('a' + (int)i));
}

Test(words, lists)
{
    static const struct {
        size_t n, most;
        const char *english, *dutch;
    } rows[] = {{0, 5, "", ""},
                {1, 5, "a", "a"},
                {2, 5, "a and b", "a en b"},
                {4, 5, "a, b, c and d", "a, b, c en d"},
                {5, 5, "a, b, c, d and e", "a, b, c, d en e"},
                {6, 5, "a, b, c, d, e and 1 more", "a, b, c, d, e en nog 1"},
                {3, 1, "a and 2 more", "a en nog 2"}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        text en = {0}, nl = {0};
        phrase_list(&words_english, &en, rows[i].n, rows[i].most, add_letter, NULL);
        phrase_list(&words_dutch, &nl, rows[i].n, rows[i].most, add_letter, NULL);
        cr_expect(eq(str, (char *)phrase_of(&en), (char *)rows[i].english), "row %zu", i);
        cr_expect(eq(str, (char *)phrase_of(&nl), (char *)rows[i].dutch), "row %zu", i);
        text_free(&en);
        text_free(&nl);
    }
}

/* The places of a sentence, sorted: "{a}{b}". */
static void places_of(const char *sentence, char sorted[512])
{
    char found[16][32];
    size_t n = 0;
    for (const char *at = sentence; (at = strchr(at, '{')) != NULL && n < 16; n++) {
        const size_t size = strcspn(at, "}");
        snprintf(found[n], sizeof found[n], "%.*s", (int)size, at);
        at += size;
    }
    qsort(found, n, sizeof *found, (int (*)(const void *, const void *))strcmp);
    sorted[0] = '\0';
    for (size_t i = 0; i < n; i++) strcat(sorted, found[i]);
}

Test(words, both_languages_say_the_same)
{
    for (int i = 0; i < SENTENCES; i++) {
        char en[512], nl[512];
        cr_assert(words_english.sentence[i] && words_dutch.sentence[i], "sentence %d", i);
        places_of(words_english.sentence[i], en);
        places_of(words_dutch.sentence[i], nl);
        cr_expect(eq(str, en, nl), "%s", words_english.sentence[i]);
        cr_expect(zero(ptr, (void *)strchr(words_english.sentence[i], '<')));
        cr_expect(zero(ptr, (void *)strchr(words_dutch.sentence[i], '<')));
    }
}

Test(words, every_flag_has_words)
{
    for (size_t i = 0; i < doseau_flag_count(); i++) {
        text en = {0}, nl = {0};
        words_flags(&words_english, &en, (doseau_flags)1 << i);
        words_flags(&words_dutch, &nl, (doseau_flags)1 << i);
        cr_expect(en.size > 0 && nl.size > 0, "%s", doseau_flag_word(i));
        text_free(&en);
        text_free(&nl);
    }
}

Test(words, languages)
{
    doseau_language language = DOSEAU_ENGLISH;
    cr_expect(eq(int, (int)doseau_language_parse("nl", &language), DOSEAU_OK));
    cr_expect(eq(int, (int)language, DOSEAU_DUTCH));
    cr_expect(eq(int, (int)doseau_language_parse("de", &language), DOSEAU_EUNKNOWN));
    cr_expect(eq(int, (int)language, DOSEAU_DUTCH));
    cr_expect(eq(str, (char *)doseau_language_name(DOSEAU_ENGLISH), "en"));
    cr_expect(eq(str, (char *)doseau_language_name((doseau_language)7), ""));
    cr_expect(zero(ptr, (void *)words_of((doseau_language)7)));
}
