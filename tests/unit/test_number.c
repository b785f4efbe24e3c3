/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include <doseau/number.h>
#include <float.h>
#include <locale.h>
#include <math.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

/* splitmix64 (Steele, Lea and Flood 2014): the same numbers in every run. */
static uint64_t next_random(uint64_t *state)
{
    uint64_t z = (*state += UINT64_C(0x9E3779B97F4A7C15));
    z = (z ^ (z >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
    z = (z ^ (z >> 27)) * UINT64_C(0x94D049BB133111EB);
    return z ^ (z >> 31);
}

static bool same_bits(double a, double b)
{
    return memcmp(&a, &b, sizeof a) == 0;
}

/* Python 3.11: the first of '%.14e', '%.15e' and '%.16e' that float() reads back equal, laid out by
 * the rule of the header. */
static const struct {
    double value;
    const char *text;
} formats[] = {
    {412.7, "412.7"},
    {-412.7, "-412.7"},
    {0, "0"},
    {-0.0, "0"},
    {7, "7"},
    {0.1, "0.1"},
    {0.25, "0.25"},
    {4.35, "4.35"},
    {100.997107, "100.997107"},
    {3785.411784, "3785.411784"},
    {70707.07, "70707.07"},
    {500000, "500000"},
    {-123456789, "-123456789"},
    {0.30000000000000004, "0.30000000000000004"},
    {0x1.5555555555555p-2, "0.3333333333333333"},
    {0x1.5555555555555p-1, "0.6666666666666666"},
    {0x1.9999999999999p-1, "0.7999999999999999"},
    {0x1.6a09e667f3bcdp+0, "1.4142135623730951"},
    {99999.99999999999, "99999.99999999999"},
    {0.9999999999999999, "0.9999999999999999"},
    {0.00001234, "0.00001234"},
    {5e-05, "0.00005"},
    {1e-05, "0.00001"}, /* the last in plain notation */
    {1.000000000000001e-05, "0.00001000000000000001"},
    {9.999999999999999e-06, "9.999999999999999e-6"},
    {9.9999e-06, "9.9999e-6"},
    {-1e-06, "-1e-6"},
    {9.5367431640625e-07, "9.5367431640625e-7"},      /* 2^-20 */
    {8.673617379884035e-19, "8.673617379884035e-19"}, /* 2^-60 */
    {1e15, "1000000000000000"},
    {1000000000000000.5, "1000000000000000.5"}, /* a tie at 16 digits */
    {1000000000000001.5, "1000000000000001.5"},
    {9007199254740991, "9007199254740991"}, /* 2^53 - 1 */
    {9007199254740992, "9007199254740992"},
    {9007199254740994, "9007199254740994"},
    {1e16, "10000000000000000"},
    {9.999999999999998e+16, "99999999999999980"}, /* the next below 1e17 */
    {1e17, "1e17"},
    {1.2345678901234568e+17, "1.2345678901234568e17"},
    {1.152921504606847e+18, "1.152921504606847e18"}, /* 2^60 */
    {1e22, "1e22"},
    {1e23, "1e23"},
    {1.5e300, "1.5e300"},
    {-1e-300, "-1e-300"},
    {DBL_MAX, "1.7976931348623157e308"},
    {-DBL_MIN, "-2.2250738585072014e-308"},
    {5e-324, "4.94065645841247e-324"},
};

Test(number, format)
{
    for (size_t i = 0; i < COUNT(formats); i++) {
        char text[DOSEAU_NUMBER_SIZE];
        const size_t length = doseau_number_format(formats[i].value, text);
        cr_expect(eq(str, text, (char *)formats[i].text), "row %zu", i);
        cr_expect(eq(sz, length, strlen(formats[i].text)), "row %zu", i);
    }
}

static const double not_finite[] = {(double)NAN, (double)INFINITY, -(double)INFINITY};

Test(number, what_is_not_finite_has_no_text)
{
    for (size_t i = 0; i < COUNT(not_finite); i++) {
        char text[DOSEAU_NUMBER_SIZE] = "unchanged";
        cr_expect(zero(sz, doseau_number_format(not_finite[i], text)));
        cr_expect(eq(str, text, ""));
        strcpy(text, "unchanged");
        cr_expect(zero(sz, doseau_number_format_digits(not_finite[i], 4, text)));
        cr_expect(eq(str, text, ""));
    }
}

/* The significant digits of a text, without zeros at either end. */
static void digits_of(const char *text, char *digits)
{
    size_t n = 0;
    for (; *text && *text != 'e'; text++)
        if (*text >= '0' && *text <= '9' && (n > 0 || *text != '0')) digits[n++] = *text;
    while (n > 0 && digits[n - 1] == '0') n--;
    digits[n] = '\0';
}

/* Against the C library: the digits are those that it prints, with the first of three precisions
 * that it reads back equal; the text reads back equal, here and there. */
static void check_format(double value)
{
    char text[DOSEAU_NUMBER_SIZE], printed[64], digits[64], wanted[64];
    for (int n = 15; n <= 17; n++) {
        snprintf(printed, sizeof printed, "%.*e", n - 1, value);
        if (strtod(printed, NULL) == value) break;
    }
    const size_t length = doseau_number_format(value, text);
    digits_of(text, digits);
    digits_of(printed, wanted);
    double back;
    if (length != strlen(text) || length >= DOSEAU_NUMBER_SIZE)
        cr_fail("%a: length %zu of %s", value, length, text);
    if (strcmp(digits, wanted) != 0) cr_fail("%a: %s, not %s", value, text, printed);
    if (!same_bits(strtod(text, NULL), value)) cr_fail("%a: strtod of %s", value, text);
    if (fabs(value) < DBL_MIN) return;
    if (doseau_number_parse(text, '.', &back) != DOSEAU_OK) cr_fail("%a: refuses %s", value, text);
    if (!same_bits(back, value)) cr_fail("%a: reads %s as %a", value, text, back);
    const bool plain = fabs(value) >= 1e-5 && fabs(value) < 1e17;
    if (plain != !strchr(text, 'e')) cr_fail("%a: notation of %s", value, text);
}

Test(number, random_bits_survive)
{
    uint64_t state = 412, bits;
    double value;
    for (int i = 0; i < 10000; i++) {
        bits = next_random(&state);
        memcpy(&value, &bits, sizeof value);
        if (isfinite(value)) check_format(value);
    }
    for (int i = 0; i < 1000; i++) { /* subnormal */
        bits = (next_random(&state) >> 12 >> i % 50) + 1;
        memcpy(&value, &bits, sizeof value);
        check_format(value);
    }
}

Test(number, powers_of_two_survive)
{
    for (int exponent = -1074; exponent < 1024; exponent++) {
        check_format(ldexp(1, exponent));
        check_format(nextafter(ldexp(1, exponent), INFINITY));
        if (exponent > -1074) check_format(-nextafter(ldexp(1, exponent), 0));
    }
}

Test(number, powers_of_ten_survive)
{
    for (int exponent = -307; exponent < 309; exponent++) {
        char text[16];
        snprintf(text, sizeof text, "1e%d", exponent);
        const double power = strtod(text, NULL);
        check_format(power);
        check_format(nextafter(power, 0));
        check_format(nextafter(power, INFINITY));
    }
}

/* What measurements and loads look like: all sizes that are written plainly, few decimals, and
 * halves and quarters, whose 17th digit is where ties are. */
Test(number, everyday_numbers_survive)
{
    uint64_t state = 86400;
    for (int i = 0; i < 50000; i++) {
        const double fraction = (double)(next_random(&state) >> 11) * 0x1p-53;
        check_format(pow(10, -5 + 22 * fraction));
        check_format((double)(next_random(&state) % 10000000) / pow(10, i % 9));
        check_format((double)(next_random(&state) >> (11 + i % 20)) / (1 << i % 8));
    }
}

static const struct {
    double value;
    int digits;
    const char *text;
} rounded[] = {
    {24, 4, "24.00"},
    {412.7, 4, "412.7"},
    {-412.7, 2, "-410"},
    {123456, 4, "123500"},
    {123456, 6, "123456"},
    {123456, 7, "123456.0"},
    {0.5, 1, "0.5"},
    {0.00012345, 3, "0.000123"},
    {0.99996, 4, "1.000"},
    {99996, 4, "100000"},
    {2.5, 1, "2"}, /* ties of the binary value go to even */
    {3.5, 1, "4"},
    {0.125, 2, "0.12"},
    {2.675, 3, "2.67"}, /* the double is below 2.675 */
    {1.005, 3, "1.00"}, /* and this one below 1.005 */
    {1e15, 3, "1.00e15"},
    {999499999999999, 3, "999000000000000"},
    {999500000000000, 3, "1.00e15"}, /* rounds up to 1e15 */
    {999999999999999, 15, "999999999999999"},
    {1e-5, 2, "0.000010"},
    {9.96e-6, 2, "0.000010"},
    {9.94e-6, 2, "9.9e-6"},
    {DBL_MAX, 4, "1.798e308"},
    {5e-324, 15, "4.94065645841247e-324"},
    {100.99714, 4, "101.0"},
    {0, 4, "0"},
    {-0.0, 4, "0"},
    {412.7, 0, ""},
    {412.7, 16, ""},
};

Test(number, format_digits)
{
    for (size_t i = 0; i < COUNT(rounded); i++) {
        char text[DOSEAU_NUMBER_SIZE];
        const size_t length =
            doseau_number_format_digits(rounded[i].value, rounded[i].digits, text);
        cr_expect(eq(str, text, (char *)rounded[i].text), "row %zu", i);
        cr_expect(eq(sz, length, strlen(rounded[i].text)), "row %zu", i);
    }
}

static const struct {
    const char *text;
    double value;
} texts[] = {
    {"412.7", 412.7},
    {"-412.7", -412.7},
    {"+412.7", 412.7},
    {" \t412.7\r\n", 412.7},
    {"\xC2\xA0"
     "412.7\xC2\xA0",
     412.7},
    {"0", 0},
    {"-0", -0.0},
    {"0.000", 0},
    {"0e999999999999999999999", 0},
    {"000412.7000", 412.7},
    {".5", 0.5},
    {"5.", 5},
    {"-.5e1", -5},
    {"4127e-1", 412.7},
    {"4.127E+2", 412.7},
    {"4.127e0000000000000000000002", 412.7},
    {"9007199254740993", 9007199254740992}, /* 2^53 + 1, a tie: to even */
    {"9007199254740995", 9007199254740996}, /* a tie: to even */
    {"9007199254740993.0000000000000000000000001", 9007199254740994},
    {"0.1000000000000000055511151231257827", 0.1}, /* the exact double, cut */
    {"1e22", 1e22},
    {"1e23", 1e23},
    {"9007199254740992e22", 9007199254740992e22},
    {"9007199254740991e-22", 9007199254740991e-22},
    {"123456789012345678901234567890", 123456789012345678901234567890.0},
    {"1.7976931348623157e308", DBL_MAX},
    {"1.7976931348623158e308", DBL_MAX},
    {"2.2250738585072014e-308", DBL_MIN},
    {"2.2250738585072013e-308", DBL_MIN}, /* rounds up to it */
};

Test(number, parse)
{
    for (size_t i = 0; i < COUNT(texts); i++) {
        double value = 77;
        cr_expect(eq(int, doseau_number_parse(texts[i].text, '.', &value), DOSEAU_OK), "%s",
                  texts[i].text);
        cr_expect(same_bits(value, texts[i].value), "%s is %a", texts[i].text, value);
    }
}

static const struct {
    const char *text;
    char mark;
    doseau_status status;
} refused[] = {
    {"", '.', DOSEAU_EPARSE},
    {" ", '.', DOSEAU_EPARSE},
    {"-", '.', DOSEAU_EPARSE},
    {".", '.', DOSEAU_EPARSE},
    {"-.", '.', DOSEAU_EPARSE},
    {"e5", '.', DOSEAU_EPARSE},
    {".e5", '.', DOSEAU_EPARSE},
    {"5e", '.', DOSEAU_EPARSE},
    {"5e+", '.', DOSEAU_EPARSE},
    {"5e1.5", '.', DOSEAU_EPARSE},
    {"5ee1", '.', DOSEAU_EPARSE},
    {"--5", '.', DOSEAU_EPARSE},
    {"+-5", '.', DOSEAU_EPARSE},
    {"- 5", '.', DOSEAU_EPARSE},
    {"5-", '.', DOSEAU_EPARSE},
    {"1.2.3", '.', DOSEAU_EPARSE},
    {"1 234", '.', DOSEAU_EPARSE},
    {"1,234", '.', DOSEAU_EPARSE},
    {"1,234.5", '.', DOSEAU_EPARSE},
    {"1.234,5", ',', DOSEAU_EPARSE},
    {"412.7", ',', DOSEAU_EPARSE},
    {"1'234", '.', DOSEAU_EPARSE},
    {"0x1p3", '.', DOSEAU_EPARSE},
    {"0x10", '.', DOSEAU_EPARSE},
    {"nan", '.', DOSEAU_EPARSE},
    {"inf", '.', DOSEAU_EPARSE},
    {"-Infinity", '.', DOSEAU_EPARSE},
    {"<5", '.', DOSEAU_EPARSE},
    {"5x", '.', DOSEAU_EPARSE},
    {"5 x", '.', DOSEAU_EPARSE},
    {"5%", '.', DOSEAU_EPARSE},
    {"1d5", '.', DOSEAU_EPARSE},
    {"\xD9\xA5", '.', DOSEAU_EPARSE}, /* an Arabic five */
    {"1.7976931348623159e308", '.', DOSEAU_EDOMAIN},
    {"-1e309", '.', DOSEAU_EDOMAIN},
    {"1e99999999999999999999999", '.', DOSEAU_EDOMAIN},
    {"2.225073858507201e-308", '.', DOSEAU_EDOMAIN},
    {"4.94065645841247e-324", '.', DOSEAU_EDOMAIN},
    {"-1e-400", '.', DOSEAU_EDOMAIN},
    {"5e4294967296", '.', DOSEAU_EDOMAIN}, /* 2^32: nothing in an int of 32 bits */
    {"5e-4294967296", '.', DOSEAU_EDOMAIN},
    {"1e-99999999999999999999999", '.', DOSEAU_EDOMAIN},
};

Test(number, parse_refuses)
{
    for (size_t i = 0; i < COUNT(refused); i++) {
        double value = 412.7;
        cr_expect(eq(int, doseau_number_parse(refused[i].text, refused[i].mark, &value),
                     refused[i].status),
                  "%s", refused[i].text);
        cr_expect(eq(dbl, value, 412.7));
    }
}

/* Up to `most` digits. */
static char *put_digits(char *at, uint64_t *state, uint64_t most)
{
    for (uint64_t n = next_random(state) % (most + 1); n > 0; n--)
        *at++ = (char)('0' + next_random(state) % 10);
    return at;
}

static void random_number_text(char *at, uint64_t *state)
{
    const uint64_t shape = next_random(state);
    if (shape & 1) *at++ = '-';
    at = put_digits(at, state, shape & 2 ? 25 : 6);
    *at++ = (char)('0' + next_random(state) % 10);
    if (shape & 4) {
        *at++ = '.';
        at = put_digits(at, state, shape & 8 ? 40 : 4);
    }
    if (shape & 16) {
        *at++ = shape & 32 ? 'e' : 'E';
        if (shape & 64) *at++ = shape & 128 ? '-' : '+';
        at += sprintf(at, "%d", (int)(next_random(state) % (shape & 256 ? 330 : 30)));
    }
    *at = '\0';
}

Test(number, parse_as_strtod_does)
{
    uint64_t state = 3785;
    char text[128];
    for (int i = 0; i < 200000; i++) {
        random_number_text(text, &state);
        const double want = strtod(text, NULL);
        const bool zeros = strcspn(text, "123456789") >= strcspn(text, "eE");
        const bool fits = zeros || (fabs(want) >= DBL_MIN && fabs(want) <= DBL_MAX);
        for (int comma = 0; comma < 2; comma++) {
            double value = 77;
            char *mark = strchr(text, '.');
            if (comma && mark) *mark = ',';
            const doseau_status status = doseau_number_parse(text, comma ? ',' : '.', &value);
            if (status != (fits ? DOSEAU_OK : DOSEAU_EDOMAIN)) cr_fail("%s: %d", text, status);
            if (fits && !same_bits(value, want)) cr_fail("%s: %a, not %a", text, value, want);
        }
    }
}

#if LDBL_MANT_DIG >= 54 && LDBL_MAX_EXP > DBL_MAX_EXP
static double parsed(const char *text)
{
    double value = (double)NAN;
    cr_expect(eq(int, doseau_number_parse(text, '.', &value), DOSEAU_OK));
    return value;
}

/* The exact midpoint of two neighbours, up to 768 digits long, and what lies just beside it. The
 * long double holds it exactly, and the C library prints every digit. */
static void check_midpoint(double low)
{
    static char text[3000];
    const double high = nextafter(low, INFINITY);
    uint64_t bits;
    memcpy(&bits, &low, sizeof bits);
    const int size = snprintf(text, 1600, "%.1100Lf", ((long double)low + (long double)high) / 2);
    cr_expect(same_bits(parsed(text), bits % 2 ? high : low), "%a: tie", low);
    strcpy(text + size, "0000000000000000000000001");
    cr_expect(same_bits(parsed(text), high), "%a: above", low);
    text[size] = '\0';
    char *last = text + size - 1;
    while (*last == '0' || *last == '.') last--;
    for (char *at = last; *at; at++)
        if (*at != '.') *at = at == last ? (char)(*at - 1) : '9';
    cr_expect(same_bits(parsed(text), low), "%a: below", low);
}

Test(number, midpoints)
{
    static const double lows[] = {DBL_MIN,
                                  0x1.fffffffffffffp-1022,
                                  0x1.fffffffffffffp-1021,
                                  0x1.3579bdf02468ap-1000,
                                  0x1.3579bdf02468bp-300,
                                  412.7,
                                  1,
                                  0x1.fffffffffffffp52,
                                  9007199254740992,
                                  0x1.3579bdf02468bp300,
                                  0x1.ffffffffffffep1023};
    for (size_t i = 0; i < COUNT(lows); i++) check_midpoint(lows[i]);
}
#endif

/* Zeros and digits beyond any buffer: 0.(n zeros)4127 with an exponent that takes them back, 4127
 * with n zeros behind it likewise, and 1 with n nines behind the mark. */
Test(number, texts_of_any_length)
{
    static char text[200100];
    for (size_t n = 1; n <= 100000; n = n * 3 + 1) {
        double value = 0;
        strcpy(text, "0.");
        memset(text + 2, '0', n);
        sprintf(text + 2 + n, "4127e%zu", n + 3);
        cr_expect(eq(int, doseau_number_parse(text, '.', &value), DOSEAU_OK));
        cr_expect(eq(dbl, value, 412.7));
        strcpy(text, "4127");
        memset(text + 4, '0', n);
        sprintf(text + 4 + n, "e-%zu", n + 1);
        cr_expect(eq(int, doseau_number_parse(text, '.', &value), DOSEAU_OK));
        cr_expect(eq(dbl, value, 412.7));
        strcpy(text, "1.");
        memset(text + 2, '9', n);
        text[2 + n] = '\0';
        cr_expect(eq(int, doseau_number_parse(text, '.', &value), DOSEAU_OK));
        cr_expect(eq(dbl, value, strtod(text, NULL)));
    }
}

/* Makes a locale from the sources of the system, where it has them, and enters it. */
static bool enter_locale(const char *source, char *folder)
{
    char name[32], command[160];
    snprintf(name, sizeof name, "%s.UTF-8", source);
    if (setlocale(LC_ALL, name)) return true;
    snprintf(command, sizeof command, "localedef -i %s -f UTF-8 %s/%s >%s/log 2>&1", source, folder,
             name, folder);
    (void)!system(command);
    setenv("LOCPATH", folder, 1);
    return setlocale(LC_ALL, name) != NULL;
}

static void check_in_locale(const char *source)
{
    char folder[] = "/tmp/doseau-locale-XXXXXX", command[64];
    cr_assert(mkdtemp(folder) != NULL);
    const bool entered = enter_locale(source, folder);
    snprintf(command, sizeof command, "rm -r %s", folder);
    (void)!system(command);
    if (!entered) cr_skip_test("no locale %s on this system", source);
    char text[64];
    snprintf(text, sizeof text, "%.1f", 412.7);
    cr_assert(ne(str, text, "412.7"), "the locale writes a decimal point");
    for (size_t i = 0; i < COUNT(formats); i++) {
        doseau_number_format(formats[i].value, text);
        cr_expect(eq(str, text, (char *)formats[i].text), "row %zu", i);
    }
    for (size_t i = 0; i < COUNT(rounded); i++) {
        doseau_number_format_digits(rounded[i].value, rounded[i].digits, text);
        cr_expect(eq(str, text, (char *)rounded[i].text), "row %zu", i);
    }
    for (size_t i = 0; i < COUNT(texts); i++) {
        double value = 77;
        cr_expect(eq(int, doseau_number_parse(texts[i].text, '.', &value), DOSEAU_OK));
        cr_expect(same_bits(value, texts[i].value), "%s is %a", texts[i].text, value);
    }
}

Test(number, in_a_locale_with_a_comma)
{
    check_in_locale("de_DE");
}

/* Pashto: the decimal mark has two bytes. */
Test(number, in_a_locale_with_a_long_mark)
{
    check_in_locale("ps_AF");
}
