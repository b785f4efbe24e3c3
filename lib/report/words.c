/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/words.h"
#include "io/utf8.h"
#include "io/visible.h"
#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

const words *words_of(doseau_language language)
{
    switch (language) {
    case DOSEAU_ENGLISH: return &words_english;
    case DOSEAU_DUTCH: return &words_dutch;
    }
    return NULL;
}

/* The text for a place, NULL where none of the pairs names it. */
static const char *find_place(va_list pairs, const char *place, size_t size)
{
    for (const char *name; (name = va_arg(pairs, const char *)) != NULL;) {
        const char *value = va_arg(pairs, const char *);
        if (strlen(name) == size && strncmp(name, place, size) == 0) return value;
    }
    return NULL;
}

void words_say(const words *w, text *out, enum sentence sentence, ...)
{
    for (const char *at = w->sentence[sentence]; *at;) {
        const size_t plain = strcspn(at, "{");
        text_add(out, at, plain);
        at += plain;
        if (!*at) return;
        va_list pairs;
        const size_t size = strcspn(at + 1, "}");
        va_start(pairs, sentence);
        const char *value = find_place(pairs, at + 1, size);
        va_end(pairs);
        if (value)
            text_add_string(out, value);
        else
            text_add(out, at, size + 2);
        at += size + 2;
    }
}

/* Beyond the scripts that are written from left to right and nothing else. */
static bool may_turn(const char *name)
{
    const size_t size = strlen(name);
    for (size_t i = 0; i < size;) {
        uint32_t code;
        i += utf8_decode(name + i, size - i, &code);
        if (code >= 0x590 && code != UTF8_BAD) return true;
    }
    return false;
}

#define FIRST_STRONG_ISOLATE "\xe2\x81\xa8"
#define POP_DIRECTIONAL_ISOLATE "\xe2\x81\xa9"

void words_name(text *out, const char *name, size_t width)
{
    const bool turns = may_turn(name);
    if (turns) text_add_string(out, FIRST_STRONG_ISOLATE);
    visible_add(out, name, strlen(name), width ? width : SIZE_MAX);
    if (turns) text_add_string(out, POP_DIRECTIONAL_ISOLATE);
}

/* The decimal mark of the language, and a minus that is one. */
static const char *dress(const words *w, const char *plain, char buffer[WORDS_SIZE])
{
    size_t used = 0;
    for (; *plain && used + 4 < WORDS_SIZE; plain++) {
        if (*plain == '-') {
            memcpy(buffer + used, "\xe2\x88\x92", 3);
            used += 3;
        } else {
            buffer[used++] = *plain == '.' ? w->decimal_mark : *plain;
        }
    }
    buffer[used] = '\0';
    return buffer;
}

const char *words_number(const words *w, double value, int digits, char buffer[WORDS_SIZE])
{
    char plain[DOSEAU_NUMBER_SIZE];
    doseau_number_format_digits(value, digits, plain);
    return dress(w, plain, buffer);
}

/* So many significant digits, but all of those before the decimal mark. */
static void format_whole(double value, int digits, char plain[DOSEAU_NUMBER_SIZE])
{
    const double size = fabs(value);
    if (size >= pow(10, digits - 1) && size < 1e15)
        snprintf(plain, DOSEAU_NUMBER_SIZE, "%.0f", value);
    else
        doseau_number_format_digits(value, digits, plain);
}

const char *words_load(const words *w, double value, char buffer[WORDS_SIZE])
{
    char plain[DOSEAU_NUMBER_SIZE];
    format_whole(value, 3, plain);
    return dress(w, plain, buffer);
}

const char *words_count(const words *w, double value, char buffer[WORDS_SIZE])
{
    char plain[DOSEAU_NUMBER_SIZE];
    size_t used = 0;
    (void)w;
    if (!(fabs(value) < 1e15)) return words_number(w, value, 3, buffer);
    const size_t size = (size_t)snprintf(plain, sizeof plain, "%.0f", value);
    for (size_t i = 0; i < size; i++) {
        if (size > 4 && i > 0 && (size - i) % 3 == 0) {
            memcpy(buffer + used, "\xe2\x80\xaf", 3);
            used += 3;
        }
        buffer[used++] = plain[i];
    }
    buffer[used] = '\0';
    return buffer;
}

static const char *percent(const words *w, const char *sign, double value, char buffer[WORDS_SIZE])
{
    char plain[DOSEAU_NUMBER_SIZE], all[DOSEAU_NUMBER_SIZE + 4];
    format_whole(fabs(value) < .01 ? 0 : value, 2, plain);
    snprintf(all, sizeof all, "%s%s", plain[0] == '0' && !plain[1] ? "" : sign, plain);
    dress(w, all, buffer);
    const size_t size = strlen(buffer);
    snprintf(buffer + size, WORDS_SIZE - size, "\xc2\xa0%%");
    return buffer;
}

const char *words_percent(const words *w, double value, char buffer[WORDS_SIZE])
{
    return percent(w, value > 0 ? "+" : "", value, buffer);
}

const char *words_percent_plain(const words *w, double value, char buffer[WORDS_SIZE])
{
    return percent(w, "", value, buffer);
}

const char *words_date(const words *w, doseau_date date, char buffer[WORDS_SIZE])
{
    const doseau_civil civil = doseau_date_to_civil(date);
    buffer[0] = '\0';
    if (civil.month)
        snprintf(buffer, WORDS_SIZE, "%d %s %d", civil.day, w->month[civil.month - 1], civil.year);
    return buffer;
}
