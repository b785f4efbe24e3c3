/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "io/encoding.h"
#include "base/text.h"
#include "io/foreign.h"
#include "io/lines.h"
#include "io/utf8.h"
#include <errno.h>
#include <iconv.h>
#include <stdlib.h>
#include <string.h>

enum { STRAY_LINES = 20 }; /* more of them are no accident */

static const struct {
    const char *title, *iconv_name, *mark;
} encodings[] = {
    [DOSEAU_UTF_8] = {"UTF-8", "UTF-8", "\xEF\xBB\xBF"},
    [DOSEAU_WINDOWS_1252] = {"Windows-1252", "CP1252", ""},
    [DOSEAU_LATIN_1] = {"Latin-1", "ISO-8859-1", ""},
    [DOSEAU_UTF_16LE] = {"UTF-16 (little end first)", "UTF-16LE", "\xFF\xFE"},
    [DOSEAU_UTF_16BE] = {"UTF-16 (big end first)", "UTF-16BE", "\xFE\xFF"},
};

const char *encoding_title(doseau_encoding encoding)
{
    return encodings[encoding].title;
}

static bool starts_with(const char *bytes, size_t size, const char *mark, size_t length)
{
    return size >= length && memcmp(bytes, mark, length) == 0;
}

/* What the lines say that are no comments. */
typedef struct census {
    size_t foreign, first; /* lines that are not UTF-8, the first of them */
    bool beyond_ascii;     /* there is well-formed UTF-8 that is not ASCII */
    bool zero;             /* a NUL byte */
} census;

static void take_line(census *c, const char *bytes, size_t size, size_t line)
{
    bool well = true;
    for (size_t at = 0; at < size;) {
        uint32_t code;
        at += utf8_decode(bytes + at, size - at, &code);
        c->beyond_ascii = c->beyond_ascii || (code >= 0x80 && code != UTF8_BAD);
        c->zero = c->zero || code == 0;
        well = well && code != 0 && code != UTF8_BAD;
    }
    if (!well && c->foreign++ == 0) c->first = line;
}

static census take_census(const char *bytes, size_t size)
{
    census c = {0};
    size_t line = 1;
    if (text_invalid_utf8(bytes, size) == size) return c;
    for (size_t at = 0, length; at < size; at += length, line++) {
        length = line_length(bytes, size, at);
        if (bytes[at] != '#') take_line(&c, bytes + at, length, line);
    }
    return c;
}

static doseau_encoding find(const char *bytes, size_t size, census *c)
{
    static const doseau_encoding marked[] = {DOSEAU_UTF_8, DOSEAU_UTF_16LE, DOSEAU_UTF_16BE};
    const char *mark = "";
    for (size_t i = 0; i < 3; i++) {
        mark = encodings[marked[i]].mark;
        if (!starts_with(bytes, size, mark, strlen(mark))) continue;
        if (marked[i] == DOSEAU_UTF_8) *c = take_census(bytes, size);
        return marked[i];
    }
    *c = take_census(bytes, size);
    return c->foreign == 0 || c->beyond_ascii || c->zero ? DOSEAU_UTF_8 : DOSEAU_WINDOWS_1252;
}

static const char no_text[] =
    "there are NUL bytes in this line: this is no text; save the file as \"CSV UTF-8\"";

static const char *undefined(doseau_encoding encoding)
{
    switch (encoding) {
    case DOSEAU_WINDOWS_1252:
        return "this line is neither UTF-8 nor Windows-1252: save the file as \"CSV UTF-8\", or "
               "name its encoding by --encoding";
    case DOSEAU_UTF_16LE:
    case DOSEAU_UTF_16BE: return "the UTF-16 of this line is damaged: save the file once more";
    default: return "this line is not in the encoding that was named";
    }
}

/* Converts the bytes behind the mark. Where one does not belong to the encoding, t->refused. */
static doseau_status convert(const char *bytes, size_t size, encoding_text *t)
{
    if (size > SIZE_MAX / 3 - 2) return DOSEAU_ENOMEM;
    const size_t room = 3 * size + 1; /* Windows-1252 takes three bytes a character at most */
    const iconv_t way = iconv_open("UTF-8", encodings[t->encoding].iconv_name);
    if (way == (iconv_t)-1) {
        t->refused = "this system cannot convert the encoding: save the file as \"CSV UTF-8\"";
        return errno == ENOMEM ? DOSEAU_ENOMEM : DOSEAU_OK;
    }
    t->made = malloc(room);
    char *from = (char *)(uintptr_t)bytes, *to = t->made;
    size_t from_left = size, to_left = room - 1;
    const bool whole =
        t->made && iconv(way, &from, &from_left, &to, &to_left) != (size_t)-1 && from_left == 0;
    iconv_close(way);
    if (!t->made) return DOSEAU_ENOMEM;
    t->bytes = t->made;
    t->size = room - 1 - to_left;
    t->made[t->size] = '\0';
    const char *zero = memchr(t->made, '\0', t->size);
    if (whole && !zero) return DOSEAU_OK;
    t->refused = zero ? no_text : undefined(t->encoding);
    t->line = line_number(t->bytes, t->size, zero ? (size_t)(zero - t->made) : t->size);
    return DOSEAU_OK;
}

doseau_status encoding_read(const char *bytes, size_t size, doseau_encoding wanted,
                            encoding_text *t)
{
    census c = {0};
    *t = (encoding_text){.bytes = bytes, .size = size, .encoding = DOSEAU_UTF_8};
    t->refused = foreign_file(bytes, size);
    if (t->refused) return DOSEAU_OK;
    if (wanted == DOSEAU_UTF_8) c = take_census(bytes, size);
    t->encoding = wanted ? wanted : find(bytes, size, &c);
    t->line = c.first;
    const char *mark = encodings[t->encoding].mark;
    const size_t skip = starts_with(bytes, size, mark, strlen(mark)) ? strlen(mark) : 0;
    t->bytes += skip;
    t->size -= skip;
    if (t->encoding != DOSEAU_UTF_8) return convert(t->bytes, t->size, t);
    if (c.foreign > STRAY_LINES || c.first == 1)
        t->refused = c.zero ? no_text
                            : "the text is UTF-8 in part, but not in this line: save the file "
                              "as \"CSV UTF-8\", or name its encoding by --encoding";
    return DOSEAU_OK;
}

void encoding_free(encoding_text *t)
{
    free(t->made);
    *t = (encoding_text){.bytes = NULL};
}
