/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "io/lines.h"
#include <stdbool.h>

size_t line_length(const char *bytes, size_t size, size_t at)
{
    size_t end = at;
    while (end < size && bytes[end] != '\n' && bytes[end] != '\r') end++;
    if (end == size) return end - at;
    const bool pair = bytes[end] == '\r' && end + 1 < size && bytes[end + 1] == '\n';
    return end - at + (pair ? 2 : 1);
}

size_t line_number(const char *bytes, size_t size, size_t at)
{
    size_t line = 1;
    for (size_t i = 0, length; i < size; i += length, line++) {
        length = line_length(bytes, size, i);
        const char last = bytes[i + length - 1];
        if (at < i + length || (last != '\n' && last != '\r')) return line;
    }
    return line;
}
