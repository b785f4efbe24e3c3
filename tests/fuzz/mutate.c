/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mutate.h"
#include <iconv.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void *room(size_t size)
{
    void *made = malloc(size + 1);
    if (made) return made;
    fputs("out of memory\n", stderr);
    exit(2);
}

buffer buffer_copy(const char *bytes, size_t size)
{
    buffer b = {room(size), size};
    if (size) memcpy(b.bytes, bytes, size);
    return b;
}

size_t random_below(uint64_t *state, size_t n)
{
    uint64_t z = *state += UINT64_C(0x9E3779B97F4A7C15);
    z = (z ^ (z >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
    z = (z ^ (z >> 27)) * UINT64_C(0x94D049BB133111EB);
    return (size_t)((z ^ (z >> 31)) % n);
}

/* Puts `with` in the place of bytes[at..at + size). */
static void replace(buffer *b, size_t at, size_t size, const char *with, size_t length)
{
    buffer made = {room(b->size - size + length), b->size - size + length};
    memcpy(made.bytes, b->bytes, at);
    if (length) memcpy(made.bytes + at, with, length);
    memcpy(made.bytes + at + length, b->bytes + at + size, b->size - at - size);
    free(b->bytes);
    *b = made;
}

static void flip_bits(buffer *b, uint64_t *state)
{
    for (size_t i = 1 + random_below(state, 3); i > 0; i--)
        b->bytes[random_below(state, b->size)] ^= (char)(1 << random_below(state, 8));
}

static void delete_bytes(buffer *b, uint64_t *state)
{
    const size_t at = random_below(state, b->size), left = b->size - at;
    const size_t size = 1 + random_below(state, 8);
    replace(b, at, size < left ? size : left, NULL, 0);
}

static void insert_byte(buffer *b, uint64_t *state)
{
    static const char telling[] = ",;\t\"\n\r<>.#'-+eE0/= \xE9\xC2\0";
    const char *byte = telling + random_below(state, sizeof telling - 1);
    replace(b, random_below(state, b->size + 1), 0, byte, 1);
}

static void lose_end(buffer *b, uint64_t *state)
{
    b->size = random_below(state, b->size);
}

/* The line that holds `at`: its start, and its size with the line end. */
static size_t line_at(const buffer *b, size_t at, size_t *size)
{
    size_t start = at;
    while (start > 0 && b->bytes[start - 1] != '\n') start--;
    const char *end = memchr(b->bytes + at, '\n', b->size - at);
    *size = (end ? (size_t)(end - b->bytes) + 1 : b->size) - start;
    return start;
}

static void double_line(buffer *b, uint64_t *state)
{
    size_t size;
    const size_t start = line_at(b, random_below(state, b->size), &size);
    buffer line = buffer_copy(b->bytes + start, size);
    replace(b, start, 0, line.bytes, size);
    free(line.bytes);
}

static void move_line(buffer *b, uint64_t *state)
{
    size_t size;
    size_t start = line_at(b, random_below(state, b->size), &size);
    buffer line = buffer_copy(b->bytes + start, size);
    replace(b, start, size, NULL, 0);
    start = b->size ? line_at(b, random_below(state, b->size), &size) : 0;
    replace(b, start, 0, line.bytes, line.size);
    free(line.bytes);
}

/* Start and end of column `k` of a line, without regard to quotes; both at its end if it has fewer.
 */
static void column_of(const char *line, size_t size, char delimiter, size_t k, size_t *start,
                      size_t *end)
{
    *start = 0;
    while (size && strchr("\r\n", line[size - 1])) size--;
    for (*end = 0; *end < size; (*end)++) {
        if (line[*end] != delimiter) continue;
        if (k-- == 0) return;
        *start = *end + 1;
    }
    if (k > 0) *start = *end;
}

static char frequent_mark(const buffer *b)
{
    size_t count[3] = {0};
    for (size_t i = 0; i < b->size; i++)
        for (size_t k = 0; k < 3; k++) count[k] += b->bytes[i] == ",;\t"[k];
    return count[1] > count[0] ? ';' : count[2] > count[0] ? '\t' : ',';
}

/* Swaps a column of every line with the one after it. */
static void swap_columns(buffer *b, uint64_t *state)
{
    const char mark = frequent_mark(b);
    const size_t k = random_below(state, 6);
    for (size_t at = 0, size; at < b->size; at += size) {
        size_t first[2], second[2];
        line_at(b, at, &size);
        column_of(b->bytes + at, size, mark, k, &first[0], &first[1]);
        column_of(b->bytes + at, size, mark, k + 1, &second[0], &second[1]);
        if (second[0] != first[1] + 1) continue;
        buffer line = buffer_copy(b->bytes + at, size);
        const size_t length = second[1] - second[0];
        memcpy(b->bytes + at + first[0], line.bytes + second[0], length);
        b->bytes[at + first[0] + length] = mark;
        memcpy(b->bytes + at + first[0] + length + 1, line.bytes + first[0], first[1] - first[0]);
        free(line.bytes);
    }
}

/* Converts what can be converted; the rest stays as it is. */
static void encode(buffer *b, uint64_t *state)
{
    static const char *const ways[][2] = {
        {"CP1252", "UTF-8"},   {"ISO-8859-1", "UTF-8"}, {"UTF-16", "UTF-8"}, {"UTF-16LE", "UTF-8"},
        {"UTF-16BE", "UTF-8"}, {"UTF-8", "CP1252"},     {"UTF-7", "UTF-8"},  {"UTF-32", "UTF-8"}};
    const size_t k = random_below(state, sizeof ways / sizeof *ways);
    const iconv_t way = iconv_open(ways[k][0], ways[k][1]);
    if (way == (iconv_t)-1) return;
    const size_t most = 4 * b->size + 8;
    buffer made = {room(most), 0};
    char *in = b->bytes, *out = made.bytes;
    size_t left = b->size, space = most;
    iconv(way, &in, &left, &out, &space);
    made.size = most - space;
    iconv_close(way);
    free(b->bytes);
    *b = made;
}

/* Every `old` becomes `with`. */
static void replace_all(buffer *b, const char *old, const char *with)
{
    const size_t size = strlen(old), length = strlen(with);
    for (size_t at = 0; at + size <= b->size;) {
        const bool here = memcmp(b->bytes + at, old, size) == 0;
        if (here) replace(b, at, size, with, length);
        at += here ? length : 1;
    }
}

static void end_lines(buffer *b, uint64_t *state)
{
    replace_all(b, "\n", random_below(state, 2) ? "\r\n" : "\r");
}

static void mark_decimals(buffer *b, uint64_t *state)
{
    if (random_below(state, 2))
        replace_all(b, ".", ",");
    else
        replace_all(b, ",", ".");
}

const char *mutate(buffer *b, uint64_t *state)
{
    static const struct {
        const char *name;
        void (*change)(buffer *b, uint64_t *state);
    } ways[] = {{"bits flipped", flip_bits},
                {"bits flipped", flip_bits},
                {"bytes deleted", delete_bytes},
                {"bytes deleted", delete_bytes},
                {"a byte put in", insert_byte},
                {"a byte put in", insert_byte},
                {"columns swapped", swap_columns},
                {"a line doubled", double_line},
                {"a line moved", move_line},
                {"another encoding", encode},
                {"the end lost", lose_end},
                {"other line ends", end_lines},
                {"other decimal marks", mark_decimals}};
    const size_t k = random_below(state, sizeof ways / sizeof *ways);
    if (b->size == 0) return "nothing left";
    ways[k].change(b, state);
    return ways[k].name;
}
