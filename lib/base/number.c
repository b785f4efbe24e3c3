/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <doseau/number.h>

#include <float.h>
#include <inttypes.h>
#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"

/* The powers of ten that a double holds exactly. */
static const double power10[] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                 1e8,  1e9,  1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
                                 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};
#define MOST_POWER 22
#define EXACT_INTEGER (UINT64_C(1) << 53) /* up to here every integer is a double */

/* One rounding of two exact doubles is the correctly rounded value of mantissa * 10^exponent. */
static bool compose_exactly(uint64_t mantissa, int exponent, double *value)
{
    if (FLT_EVAL_METHOD != 0 || mantissa > EXACT_INTEGER) return false;
    if (exponent < -MOST_POWER || exponent > MOST_POWER) return false;
    *value =
        exponent < 0 ? (double)mantissa / power10[-exponent] : (double)mantissa * power10[exponent];
    return true;
}

/* ---- reading ---- */

/* The midpoint of two neighbouring doubles has at most 768 significant digits. So of a longer text
 * the first 800 decide, with a 1 after them where anything but zeros follows. */
#define MOST_DIGITS 800
#define FEW_DIGITS 19 /* always fit in 64 bits */

typedef struct decimal {
    uint64_t mantissa;  /* of the first digits, FEW_DIGITS at most */
    size_t n_digits;    /* significant digits, leading zeros left out */
    const char *digits; /* the first of them in the text */
    long long exponent; /* the number is its n_digits digits, read as an integer, * 10^exponent */
} decimal;

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* Digits with or without a decimal mark; NULL if there is no digit. */
static const char *take_digits(const char *at, const char *end, char mark, decimal *d)
{
    bool any = false, marked = false;
    for (; at < end; at++) {
        if (*at == mark && !marked) {
            marked = true;
            continue;
        }
        if (!is_digit(*at)) break;
        any = true;
        d->exponent -= marked;
        if (d->n_digits == 0 && *at == '0') continue;
        if (d->n_digits == 0) d->digits = at;
        if (d->n_digits++ < FEW_DIGITS) d->mantissa = d->mantissa * 10 + (uint64_t)(*at - '0');
    }
    return any ? at : NULL;
}

/* `e`, a sign and digits, or nothing; NULL if there is an `e` without digits. */
static const char *take_exponent(const char *at, const char *end, decimal *d)
{
    if (at == end || (*at != 'e' && *at != 'E')) return at;
    at++;
    const bool negative = at < end && *at == '-';
    if (at < end && (*at == '-' || *at == '+')) at++;
    if (at == end || !is_digit(*at)) return NULL;
    long long exponent = 0;
    for (; at < end && is_digit(*at); at++)
        if (exponent < 1000000000000000000 / 10) exponent = exponent * 10 + (*at - '0');
    d->exponent += negative ? -exponent : exponent;
    return at;
}

/* strtod on a text without a decimal mark, where the locale has no say. */
static double compose_slowly(const decimal *d)
{
    char buffer[MOST_DIGITS + 1 + 32];
    const char *from = d->digits;
    size_t n = 0, taken = 0;
    bool rest = false;
    for (; taken < d->n_digits; from++) {
        if (!is_digit(*from)) continue;
        taken++;
        if (n < MOST_DIGITS)
            buffer[n++] = *from;
        else if (*from != '0')
            rest = true;
    }
    long long exponent = d->exponent + (long long)(d->n_digits - n);
    if (rest) {
        buffer[n++] = '1';
        exponent--;
    }
    /* Far beyond what a double holds, with any number of digits in `buffer`. */
    if (exponent > 2 * MOST_DIGITS) exponent = 2 * MOST_DIGITS;
    if (exponent < -2 * MOST_DIGITS) exponent = -2 * MOST_DIGITS;
    snprintf(buffer + n, sizeof buffer - n, "e%lld", exponent);
    return strtod(buffer, NULL);
}

doseau_status doseau_number_parse(const char *from, char decimal_mark, double *value)
{
    size_t size = strlen(from);
    const char *at = text_trim(from, &size), *const end = at + size;
    const bool negative = at < end && *at == '-';
    if (at < end && (*at == '-' || *at == '+')) at++;
    decimal d = {0};
    if ((at = take_digits(at, end, decimal_mark, &d))) at = take_exponent(at, end, &d);
    if (at != end) return DOSEAU_EPARSE;
    double magnitude = 0;
    const bool few = d.n_digits <= FEW_DIGITS && d.exponent > -100 && d.exponent < 100;
    if (d.n_digits > 0 && !(few && compose_exactly(d.mantissa, (int)d.exponent, &magnitude))) {
        magnitude = compose_slowly(&d);
        if (!(magnitude >= DBL_MIN && magnitude <= DBL_MAX)) return DOSEAU_EDOMAIN;
    }
    *value = negative ? -magnitude : magnitude;
    return DOSEAU_OK;
}

/* ---- writing ---- */

/* The significant digits of a number that is not negative: 0.d1d2d3... * 10^point. */
typedef struct digits {
    char digit[20];
    int n;
    int point;
} digits;

static digits digits_of_integer(uint64_t mantissa, int exponent)
{
    digits d = {.n = 0};
    char reversed[20];
    int n = 0;
    while (mantissa > 0 && mantissa % 10 == 0) {
        mantissa /= 10;
        exponent++;
    }
    for (; mantissa > 0; mantissa /= 10) reversed[n++] = (char)('0' + mantissa % 10);
    for (d.n = 0; d.n < n; d.n++) d.digit[d.n] = reversed[n - 1 - d.n];
    d.point = n + exponent;
    return d;
}

/* The digits as snprintf rounds them, without looking at what the locale puts between them. */
static digits digits_printed(double value, int n)
{
    char buffer[64];
    snprintf(buffer, sizeof buffer, "%.*e", n - 1, value);
    digits d = {.n = 0};
    const char *at = buffer;
    for (; *at != 'e'; at++)
        if (is_digit(*at)) d.digit[d.n++] = *at;
    d.point = (int)strtol(at + 1, NULL, 10) + 1;
    return d;
}

static double value_of(const digits *d)
{
    char buffer[40];
    snprintf(buffer, sizeof buffer, "%.*se%d", d->n, d->digit, d->point - d->n);
    return strtod(buffer, NULL);
}

static bool reads_back(uint64_t mantissa, int exponent, double value)
{
    double back;
    if (!compose_exactly(mantissa, exponent, &back)) {
        const digits d = digits_of_integer(mantissa, exponent);
        back = value_of(&d);
    }
    return back == value;
}

/* An exact number: integer + rest, rest in [-1/2, 1/2], times a power of ten. */
typedef struct scaled {
    uint64_t integer;
    double rest;
    int exponent;
} scaled;

/* value * 10^k for the k that leaves 17 digits before the point. The product is rounded, but fma
 * gives what the rounding lost, so that the sum of both is exact: value in [1e-5, 1e17). */
static scaled scale_to_17_digits(double value)
{
    int binary;
    frexp(value, &binary);
    /* The decimal exponent or one less: value >= 2^(binary - 1), and log10(2) < .30103. */
    int place = (int)floor((binary - 1) * 0.30103);
    double product, lost;
    for (;; place++) {
        product = value * power10[16 - place];
        lost = fma(value, power10[16 - place], -product);
        if (product < 1e17 || (product == 1e17 && lost < 0)) break;
    }
    const double whole = rint(lost);
    return (scaled){(uint64_t)product + (uint64_t)(int64_t)whole, lost - whole, place - 16};
}

/* The number rounded to a multiple of `unit` (10 or 100), halves to even, divided by it. */
static uint64_t rounded(const scaled *s, uint64_t unit)
{
    const uint64_t quotient = s->integer / unit, left = s->integer % unit;
    const uint64_t half = unit / 2;
    const bool tie = left == half && s->rest == 0;
    const bool up = left > half || (left == half && s->rest > 0) || (tie && quotient % 2 == 1);
    return quotient + up;
}

static digits shortest_of_middle(double value)
{
    const scaled s = scale_to_17_digits(value);
    const uint64_t of15 = rounded(&s, 100);
    if (reads_back(of15, s.exponent + 2, value)) return digits_of_integer(of15, s.exponent + 2);
    const uint64_t of16 = rounded(&s, 10);
    if (reads_back(of16, s.exponent + 1, value)) return digits_of_integer(of16, s.exponent + 1);
    return digits_of_integer(s.integer, s.exponent);
}

static digits shortest_of_any(double value)
{
    digits d;
    for (int n = 15; n <= 17; n++) {
        d = digits_printed(value, n);
        if (n == 17 || value_of(&d) == value) break;
    }
    while (d.n > 1 && d.digit[d.n - 1] == '0') d.n--;
    return d;
}

static digits shortest(double value)
{
    if (value < (double)EXACT_INTEGER && value == floor(value))
        return digits_of_integer((uint64_t)value, 0);
    if (FLT_EVAL_METHOD == 0 && value >= 1e-5 && value < 1e17) return shortest_of_middle(value);
    return shortest_of_any(value);
}

static char *put_digits(char *to, const digits *d, int from, int until)
{
    for (int i = from; i < until; i++) *to++ = i >= 0 && i < d->n ? d->digit[i] : '0';
    return to;
}

/* Writes plain notation where the decimal exponent is -5 to `most`. */
static size_t lay_out(const digits *d, bool negative, int most, char *start)
{
    char *to = start;
    const int exponent = d->point - 1;
    const bool plain = exponent >= -5 && exponent <= most;
    const int point = plain ? d->point : 1;
    if (negative) *to++ = '-';
    if (point <= 0) *to++ = '0';
    to = put_digits(to, d, 0, point);
    if (point < d->n) {
        *to++ = '.';
        to = put_digits(to, d, point, d->n);
    }
    if (!plain) return (size_t)(to - start) + (size_t)sprintf(to, "e%d", exponent);
    *to = '\0';
    return (size_t)(to - start);
}

size_t doseau_number_format(double value, char to[DOSEAU_NUMBER_SIZE])
{
    to[0] = '\0';
    if (!isfinite(value)) return 0;
    if (value == 0) return (size_t)sprintf(to, "0");
    const digits d = shortest(fabs(value));
    return lay_out(&d, value < 0, 16, to);
}

size_t doseau_number_format_digits(double value, int n, char to[DOSEAU_NUMBER_SIZE])
{
    to[0] = '\0';
    if (!isfinite(value) || n < 1 || n > 15) return 0;
    if (value == 0) return (size_t)sprintf(to, "0");
    const digits d = digits_printed(fabs(value), n);
    return lay_out(&d, value < 0, 14, to);
}
