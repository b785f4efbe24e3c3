/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/text.h"
#include "io/utf8.h"
#include <criterion/criterion.h>

#include <criterion/new/assert.h>
#include <string.h>

/* RFC 3629, section 3: the table of octet sequences. */
static size_t encode(uint32_t code, unsigned char bytes[4])
{
    static const unsigned char lead[] = {0, 0, 0xc0, 0xe0, 0xf0};
    const size_t n = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    for (size_t i = n; i-- > 0; code >>= 6) bytes[i] = (unsigned char)(0x80 | (code & 0x3f));
    if (n > 1) {
        bytes[0] = (unsigned char)(bytes[0] & 0x3f) | lead[n];
    }
    return n;
}

Test(utf8, every_code_point)
{
    size_t wrong = 0;
    for (uint32_t code = 0x80; code <= 0x10ffff; code++) {
        unsigned char bytes[4];
        uint32_t got;
        const size_t n = encode(code, bytes), taken = utf8_decode((char *)bytes, n, &got);
        const bool surrogate = code >= 0xd800 && code <= 0xdfff;
        wrong += surrogate ? got != UTF8_BAD || taken != 1 : got != code || taken != n;
    }
    cr_expect(eq(sz, wrong, 0));
    for (char c = 0; c >= 0 && c < 0x7f; c++) {
        uint32_t got;
        cr_expect(eq(sz, utf8_decode(&c, 1, &got), 1));
        cr_expect(eq(int, (int)got, c));
    }
}

/* The same verdict as the base layer's own check, written apart from this one. */
Test(utf8, every_start_of_four_bytes)
{
    static const unsigned char second[] = {0x00, 0x41, 0x7f, 0x80, 0x8f, 0x90, 0x9f,
                                           0xa0, 0xbf, 0xc0, 0xc2, 0xe0, 0xff};
    enum { N = sizeof second };
    size_t wrong = 0;
    for (unsigned first = 1; first < 256; first++) {
        for (size_t k = 0; k < N * N * N; k++) {
            const char bytes[] = {(char)first, (char)second[k % N], (char)second[k / N % N],
                                  (char)second[k / N / N]};
            for (size_t size = 1; size <= 4; size++) {
                uint32_t code;
                const size_t taken = utf8_decode(bytes, size, &code);
                const bool valid = text_invalid_utf8(bytes, taken) == taken;
                wrong += taken > size || valid != (code != UTF8_BAD);
                wrong += !valid && text_invalid_utf8(bytes, size) != 0;
            }
        }
    }
    cr_expect(eq(sz, wrong, 0));
}

/* Unicode 15: general categories Cc, Zl and Zp, and Bidi_Control but for the three marks. */
Test(utf8, hidden_code_points)
{
    static const struct {
        uint32_t first, last;
    } hidden[] = {{0, 0x1f}, {0x7f, 0x9f}, {0x2028, 0x202e}, {0x2066, 0x2069}};
    size_t wrong = 0;
    for (uint32_t code = 0; code <= 0x10ffff; code++) {
        bool expected = false;
        for (size_t i = 0; i < sizeof hidden / sizeof *hidden; i++)
            if (code >= hidden[i].first && code <= hidden[i].last) expected = true;
        wrong += utf8_hidden(code) != expected;
    }
    cr_expect(eq(sz, wrong, 0));
}
