/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/letters.h"
#include "io/utf8.h"
#include "report/words.h"
#include <stdint.h>
#include <string.h>

/* Helvetica, thousandths of the font size, from blank to tilde. */
static const uint16_t ascii_widths[] = {
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333,  278, 278, 556, 556, 556,
    556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667,
    611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667,  611, 722, 667, 944, 667,
    667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278,  556, 556, 222, 222, 500,
    222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500,  500, 334, 260, 334, 584};

static const double room_to_spare = 1.05;

static double code_width(uint32_t code)
{
    if (code >= ' ' && code <= '~') return ascii_widths[code - ' '] / 1000.0;
    if (code >= 0x300 && code <= 0x36f) return 0; /* combining marks */
    if (code >= 0x2066 && code <= 0x2069) return 0;
    if (code == 0x2026 || code == 0x2192) return 1; /* ellipsis, arrow */
    if (code >= 0x1100 && code != UTF8_BAD && !(code >= 0x1e00 && code <= 0x2bff)) return 1;
    return code < 0x400 || (code >= 0x2000 && code <= 0x20ff) ? .556 : .72;
}

double letters_width(const char *bytes, size_t size, double font_size)
{
    double width = 0;
    for (size_t at = 0; at < size;) {
        uint32_t code;
        at += utf8_decode(bytes + at, size - at, &code);
        width += code_width(code);
    }
    return width * font_size * room_to_spare;
}

size_t letters_line(const char *bytes, size_t size, double font_size, double width)
{
    size_t fits = 0, blank = 0;
    double used = 0;
    int isolates = 0; /* within a name that may run from right to left no line ends */
    while (fits < size) {
        uint32_t code;
        const size_t step = utf8_decode(bytes + fits, size - fits, &code);
        used += code_width(code) * font_size * room_to_spare;
        isolates += (code == 0x2068) - (code == 0x2069);
        if (code == ' ' && isolates == 0) blank = fits;
        if (used > width && fits > 0 && code != ' ') return blank > 0 ? blank : fits;
        fits += step;
    }
    return size;
}

/* Characters of a text that fit, with room for an ellipsis. */
static size_t characters_that_fit(const char *bytes, size_t size, double font_size, double width)
{
    double left = width - letters_width("\u2026", strlen("\u2026"), font_size);
    size_t characters = 0;
    for (size_t at = 0; at < size; characters++) {
        uint32_t code;
        at += utf8_decode(bytes + at, size - at, &code);
        left -= code_width(code) * font_size * room_to_spare;
        if (left < 0) break;
    }
    return characters;
}

void letters_add_name(text *line, const char *name, double font_size, double width)
{
    text whole = {0};
    words_name(&whole, name, 0);
    const bool fits = letters_width(whole.bytes, whole.size, font_size) <= width;
    const size_t most = characters_that_fit(whole.bytes, whole.size, font_size, width) + 1;
    words_name(line, name, fits ? 0 : most);
    line->failed = line->failed || whole.failed;
    text_free(&whole);
}
