/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "io/visible.h"
#include "io/utf8.h"
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

/* What is seen of the first code point of a text. */
struct piece {
    size_t taken; /* bytes of the text */
    size_t width;
    size_t size;
    char bytes[8];
};

static struct piece next_piece(const char *bytes, size_t size)
{
    struct piece p;
    uint32_t code;
    int written = 0;

    p.taken = utf8_decode(bytes, size, &code);
    if (code == UTF8_BAD || code < 0x20 || code == 0x7f) {
        written = snprintf(p.bytes, sizeof p.bytes, "\\x%02x", (unsigned char)bytes[0]);
    } else if (utf8_hidden(code)) {
        written = snprintf(p.bytes, sizeof p.bytes, "\\u%04" PRIx32, code & 0xffff);
    }
    p.width = written > 0 ? (size_t)written : 1;
    p.size = written > 0 ? (size_t)written : p.taken;
    if (written <= 0) memcpy(p.bytes, bytes, p.taken);
    return p;
}

static bool is_plain(const char *bytes, size_t size)
{
    for (size_t i = 0; i < size; i++)
        if (bytes[i] < 0x20 || bytes[i] > 0x7e) return false;
    return true;
}

size_t visible_width(const char *bytes, size_t size)
{
    if (is_plain(bytes, size)) return size;
    size_t width = 0;
    for (size_t i = 0; i < size;) {
        const struct piece p = next_piece(bytes + i, size - i);
        width += p.width;
        i += p.taken;
    }
    return width;
}

size_t visible_add(text *line, const char *bytes, size_t size, size_t width)
{
    const size_t whole = visible_width(bytes, size);
    const bool cut = whole > width;
    const size_t room = cut ? width - 1 : width;
    size_t used = 0;

    if (whole == size && !cut && is_plain(bytes, size)) {
        text_add(line, bytes, size);
        return size;
    }
    for (size_t i = 0; i < size;) {
        const struct piece p = next_piece(bytes + i, size - i);
        if (p.width > room - used) break;
        text_add(line, p.bytes, p.size);
        used += p.width;
        i += p.taken;
    }
    if (!cut) return used;
    text_add_string(line, "…");
    return used + 1;
}
