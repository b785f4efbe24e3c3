/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/text.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Room for `size` more bytes and a NUL. */
static bool text_reserve(text *t, size_t size)
{
    if (t->failed) return false;
    if (t->room - t->size > size) return true;
    if (size >= SIZE_MAX / 2 - t->size) return !(t->failed = true);
    size_t room = t->room ? t->room : 32;
    while (room - t->size <= size) room *= 2;
    char *bytes = realloc(t->bytes, room);
    if (!bytes) return !(t->failed = true);
    t->bytes = bytes;
    t->room = room;
    return true;
}

void text_add(text *t, const char *bytes, size_t size)
{
    if (!text_reserve(t, size)) return;
    if (size) memcpy(t->bytes + t->size, bytes, size);
    t->size += size;
    t->bytes[t->size] = '\0';
}

void text_add_string(text *t, const char *string)
{
    text_add(t, string, strlen(string));
}

void text_vaddf(text *t, const char *format, va_list args)
{
    /* First into the room that is there: a second run is needed only where that was too small. */
    if (!text_reserve(t, 0)) return;
    va_list again;
    va_copy(again, args);
    int length = vsnprintf(t->bytes + t->size, t->room - t->size, format, args);
    if (length >= 0 && (size_t)length >= t->room - t->size) {
        t->bytes[t->size] = '\0';
        if (text_reserve(t, (size_t)length))
            length = vsnprintf(t->bytes + t->size, t->room - t->size, format, again);
    }
    va_end(again);
    if (length < 0) t->failed = true;
    if (t->failed)
        t->bytes[t->size] = '\0';
    else
        t->size += (size_t)length;
}

void text_addf(text *t, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    text_vaddf(t, format, args);
    va_end(args);
}

void text_clear(text *t)
{
    t->size = 0;
    if (t->bytes) t->bytes[0] = '\0';
}

void text_free(text *t)
{
    free(t->bytes);
    *t = (text){0};
}

char text_lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

bool text_same(const char *a, const char *b)
{
    while (*a && text_lower(*a) == text_lower(*b)) {
        a++;
        b++;
    }
    return text_lower(*a) == text_lower(*b);
}

size_t text_index(const char *word, const char *const list[], size_t n)
{
    size_t i = 0;
    while (i < n && !text_same(word, list[i])) i++;
    return i;
}

bool text_starts(const char *string, const char *prefix)
{
    return strncmp(string, prefix, strlen(prefix)) == 0;
}

bool text_starts_same(const char *string, const char *prefix)
{
    while (*prefix && text_lower(*string) == text_lower(*prefix)) {
        string++;
        prefix++;
    }
    return *prefix == '\0';
}

size_t text_blank(const char *at, const char *end)
{
    if (at == end) return 0;
    if (*at == ' ' || (*at >= '\t' && *at <= '\r')) return 1;
    return end - at >= 2 && memcmp(at, "\xC2\xA0", 2) == 0 ? 2 : 0;
}

const char *text_trim(const char *string, size_t *size)
{
    const char *end = string + *size;
    size_t blank;
    while ((blank = text_blank(string, end))) string += blank;
    while (end > string) {
        if (text_blank(end - 1, end))
            end -= 1;
        else if (end - string >= 2 && text_blank(end - 2, end) == 2)
            end -= 2;
        else
            break;
    }
    *size = (size_t)(end - string);
    return string;
}

/* Length of the well-formed UTF-8 sequence at `at`, 0 if it is ill-formed: Unicode, table 3-7. Only
 * the second byte has a range that depends on the first. */
static size_t sequence_length(const unsigned char *at, size_t size)
{
    const unsigned char first = at[0];
    if (first < 0x80) return first ? 1 : 0;
    if (first < 0xC2 || first > 0xF4) return 0;
    const size_t length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    if (size < length) return 0;
    const unsigned char low = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
    const unsigned char high = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
    if (at[1] < low || at[1] > high) return 0;
    for (size_t i = 2; i < length; i++)
        if ((at[i] & 0xC0) != 0x80) return 0;
    return length;
}

size_t text_invalid_utf8(const char *bytes, size_t size)
{
    const unsigned char *at = (const unsigned char *)bytes;
    size_t i = 0;
    while (i < size) {
        const size_t length = sequence_length(at + i, size - i);
        if (!length) return i;
        i += length;
    }
    return size;
}

/* The size without a UTF-8 sequence that is cut short at the end of bytes[0..size). */
static size_t whole_letters(const char *bytes, size_t size)
{
    const unsigned char *at = (const unsigned char *)bytes;
    for (size_t back = 1; back <= 3 && back <= size; back++)
        if (at[size - back] >= 0xC0) /* where a sequence begins */
            return sequence_length(at + size - back, back) ? size : size - back;
    return size;
}

void text_copy(char *to, size_t room, const char *from)
{
    size_t size = strlen(from);
    if (size >= room) size = whole_letters(from, room - 1);
    memcpy(to, from, size);
    to[size] = '\0';
}

void text_vformat(char *to, size_t room, const char *format, va_list args)
{
    const int length = vsnprintf(to, room, format, args);
    if (length < 0)
        to[0] = '\0';
    else if ((size_t)length >= room)
        to[whole_letters(to, room - 1)] = '\0';
}

/* The letters of Latin-1 from À on without what stands above or below them; a blank: another
 * letter. */
static const char plain_letters[] =
    "aaaaaa ceeeeiiii nooooo ouuuuy  aaaaaa ceeeeiiii nooooo ouuuuy y";

size_t text_letter(const char *at, const char *end, char *letter)
{
    *letter = text_lower(*at);
    if (end - at < 2) return 1;
    if (memcmp(at, "\xC2\xB5", 2) == 0 || memcmp(at, "\xCE\xBC", 2) == 0) return *letter = 'u', 2;
    if (memcmp(at, "\xC2\xB3", 2) == 0) return *letter = '3', 2;
    const unsigned char last = (unsigned char)at[1];
    if (*at == '\xC3' && last >= 0x80 && last < 0xC0 && plain_letters[last - 0x80] != ' ')
        return *letter = plain_letters[last - 0x80], 2;
    return 1;
}

bool text_fold(const char *string, char *folded, size_t room)
{
    size_t size = strlen(string), used = 0;
    const char *at = text_trim(string, &size), *const end = at + size;
    bool gap = false;
    while (at < end && used + 1 < room) {
        const size_t blank = *at == '_' || *at == '-' ? 1 : text_blank(at, end);
        if (blank) {
            gap = used > 0;
            at += blank;
        } else if (gap) {
            folded[used++] = '_';
            gap = false;
        } else {
            at += text_letter(at, end, &folded[used++]);
        }
    }
    if (room) folded[used] = '\0';
    /* What is left may still be nothing but separators at the end. */
    while (at < end && (*at == '_' || *at == '-' || text_blank(at, end)))
        at += *at == '_' || *at == '-' ? 1 : text_blank(at, end);
    return room && at == end;
}
