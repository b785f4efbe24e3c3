/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "io/encoding.h"
#include "base/text.h"
#include <stdbool.h>
#include <string.h>

enum { STRAY_LINES = 20 }; /* more of them are no accident */

static bool starts_with(const char *bytes, size_t size, const char *mark, size_t length)
{
    return size >= length && memcmp(bytes, mark, length) == 0;
}

/* Lines that are not UTF-8, comments left out; the first of them. */
static size_t count_foreign(const char *bytes, size_t size, size_t *first)
{
    size_t foreign = 0, line = 0;
    for (size_t at = 0, length; at < size; at += length) {
        const char *end = memchr(bytes + at, '\n', size - at);
        length = end ? (size_t)(end - bytes) + 1 - at : size - at;
        line++;
        if (bytes[at] == '#' || text_invalid_utf8(bytes + at, length) == length) continue;
        if (foreign++ == 0) *first = line;
    }
    return foreign;
}

const char *encoding_refuse(const char *bytes, size_t size, size_t *line)
{
    *line = 0;
    if (starts_with(bytes, size, "PK\3\4", 4) || starts_with(bytes, size, "\xD0\xCF\x11\xE0", 4))
        return "this is a workbook, not CSV text: save its sheet as \"CSV UTF-8\"";
    if (starts_with(bytes, size, "\xFF\xFE", 2) || starts_with(bytes, size, "\xFE\xFF", 2))
        return "the text is UTF-16 (\"Unicode text\"): save it as \"CSV UTF-8\"";
    const size_t foreign = count_foreign(bytes, size, line);
    if (foreign > STRAY_LINES || *line == 1)
        return "the text is not UTF-8, here first: save the file as \"CSV UTF-8\"";
    return NULL;
}
