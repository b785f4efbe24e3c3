/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "io/utf8.h"

size_t utf8_decode(const char *bytes, size_t size, uint32_t *code)
{
    static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000}; /* by length: no overlong forms */
    const unsigned char *b = (const unsigned char *)bytes;

    *code = b[0];
    if (b[0] < 0x80) return 1;
    *code = UTF8_BAD;
    if (b[0] < 0xc2 || b[0] > 0xf4) return 1;

    const size_t n = b[0] >= 0xf0 ? 4 : b[0] >= 0xe0 ? 3 : 2;
    uint32_t c = b[0] & (0xffu >> (n + 1));
    for (size_t i = 1; i < n; i++) {
        if (i >= size || (b[i] & 0xc0) != 0x80) return 1;
        c = c << 6 | (b[i] & 0x3fu);
    }
    if (c < least[n] || c > 0x10ffff || (c >= 0xd800 && c <= 0xdfff)) return 1;
    *code = c;
    return n;
}

bool utf8_hidden(uint32_t code)
{
    return code < 0x20 || (code >= 0x7f && code <= 0x9f) || (code >= 0x2028 && code <= 0x202e) ||
           (code >= 0x2066 && code <= 0x2069);
}
