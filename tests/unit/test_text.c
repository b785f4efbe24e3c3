/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include <stdint.h>
#include <string.h>
#include <wchar.h>

#include "base/text.h"

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

Test(text, grows)
{
    text t = {0};
    for (int i = 0; i < 1000; i++) {
        text_addf(&t, "%d,", i);
        text_add(&t, "ab", 1);
        text_add_string(&t, ";");
    }
    /* 10 * 1 + 90 * 2 + 900 * 3 digits and 1000 times ",a;" */
    cr_expect(eq(sz, t.size, 2890 + 3000));
    cr_expect(eq(sz, strlen(t.bytes), t.size));
    cr_expect(zero(int, strncmp(t.bytes, "0,a;1,a;2,a;", 12)));
    cr_expect(eq(str, t.bytes + t.size - 12, "998,a;999,a;"));
    cr_expect(not(t.failed));
    text_free(&t);
    cr_expect(zero(ptr, t.bytes));
}

Test(text, formats_longer_than_the_room)
{
    text t = {0};
    text_add_string(&t, "before ");
    text_addf(&t, "%0500d", 412);
    cr_expect(eq(sz, t.size, 507));
    cr_expect(eq(str, t.bytes + 503, "0412"));
    cr_expect(zero(int, strncmp(t.bytes, "before 000", 10)));
    text_free(&t);
}

/* The room is doubled from 32: a text of exactly the room must still leave place for the NUL. */
Test(text, every_size_around_the_room)
{
    for (size_t size = 0; size < 140; size++) {
        char source[140];
        memset(source, 'x', sizeof source);
        text added = {0}, formatted = {0};
        text_add(&added, source, size);
        text_addf(&formatted, "%.*s", (int)size, source);
        cr_expect(eq(sz, strlen(added.bytes), size));
        cr_expect(eq(sz, strlen(formatted.bytes), size));
        cr_expect(gt(sz, added.room, size));
        cr_expect(gt(sz, formatted.room, size));
        text_free(&added);
        text_free(&formatted);
    }
}

Test(text, adding_nothing_makes_an_empty_text)
{
    text t = {0};
    text_add_string(&t, "");
    cr_assert(t.bytes != NULL);
    cr_expect(eq(str, t.bytes, ""));
    text_free(&t);
}

Test(text, clearing_keeps_the_room)
{
    text t = {0};
    text_clear(&t);
    text_add_string(&t, "412.7");
    const size_t room = t.room;
    text_clear(&t);
    cr_expect(eq(sz, t.size, 0));
    cr_expect(eq(sz, t.room, room));
    cr_expect(eq(str, t.bytes, ""));
    text_free(&t);
}

Test(text, failure_stays)
{
    text t = {0};
    text_add_string(&t, "kept");
    text_add(&t, "x", SIZE_MAX / 2); /* no machine has that much */
    cr_expect(t.failed);
    text_add_string(&t, " not added");
    text_addf(&t, "%d", 412);
    cr_expect(eq(str, t.bytes, "kept"));
    text_clear(&t);
    cr_expect(t.failed);
    text_free(&t);
    cr_expect(not(t.failed));
}

/* In the C locale no wide letter above 127 has bytes, so that vsnprintf itself fails. */
Test(text, format_that_fails)
{
    text t = {0};
    text_add_string(&t, "kept");
    text_addf(&t, "%ls", L"\x20AC");
    cr_expect(t.failed);
    cr_expect(eq(str, t.bytes, "kept"));
    text_free(&t);
}

static const struct {
    size_t room;
    const char *from, *to;
} copies[] = {
    {6, "412.7", "412.7"}, {5, "412.7", "412."}, {1, "412.7", ""},
    {3, "aµb", "a"},       {4, "aµb", "aµ"},     {2, "µ", ""},
    {3, "µ", "µ"},         {3, "€", ""},         {3, "\x80\x80\x80", "\x80\x80"},
    {5, "a𝄞", "a"},        {6, "a𝄞b", "a𝄞"},     {4, "€x", "€"},
    {4, "", ""},
};

Test(text, copy_cuts_between_letters)
{
    for (size_t i = 0; i < COUNT(copies); i++) {
        char to[8];
        memset(to, '#', sizeof to);
        text_copy(to, copies[i].room, copies[i].from);
        cr_expect(eq(str, to, (char *)copies[i].to), "row %zu", i);
        cr_expect(eq(chr, to[copies[i].room], '#'), "row %zu", i);
    }
}

static void format_into(char *to, size_t room, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    text_vformat(to, room, format, args);
    va_end(args);
}

Test(text, formatting_cuts_between_letters)
{
    char to[16];
    for (size_t i = 0; i < COUNT(copies); i++) {
        memset(to, '#', sizeof to);
        format_into(to, copies[i].room, "%s", copies[i].from);
        cr_expect(eq(str, to, (char *)copies[i].to), "row %zu", i);
        cr_expect(eq(chr, to[copies[i].room], '#'), "row %zu", i);
    }
    format_into(to, 6, "%d%s", 41, "aµ€");
    cr_expect(eq(str, to, "41aµ"));
    format_into(to, sizeof to, "x%ls", L"\x20AC"); /* has no bytes in the C locale */
    cr_expect(eq(str, to, ""));
}

static const struct {
    const char *a, *b;
    bool same, starts, starts_same; /* a equals b; a starts with b */
} pairs[] = {
    {"MDMA", "mdma", true, false, true},
    {"MDMA", "MDMA", true, true, true},
    {"MDMA", "MDM", false, true, true},
    {"MDM", "MDMA", false, false, false},
    {"", "", true, true, true},
    {"x", "", false, true, true},
    {"", "x", false, false, false},
    {"Ab", "aC", false, false, false},
    {"@", "`", false, false, false},
    {"[", "{", false, false, false},
    {"Z-az", "z-AZ", true, false, true},
    {"É", "é", false, false, false},
    {"mdma-x", "MDMA", false, false, true},
};

Test(text, comparing)
{
    for (size_t i = 0; i < COUNT(pairs); i++) {
        cr_expect(eq(int, text_same(pairs[i].a, pairs[i].b), pairs[i].same), "row %zu", i);
        cr_expect(eq(int, text_starts(pairs[i].a, pairs[i].b), pairs[i].starts), "row %zu", i);
        cr_expect(eq(int, text_starts_same(pairs[i].a, pairs[i].b), pairs[i].starts_same),
                  "row %zu", i);
    }
}

static const struct {
    const char *text, *trimmed;
} trims[] = {
    {"412.7", "412.7"},
    {" \t412.7\r\n", "412.7"},
    {"\v\f a b \f\v", "a b"},
    {"\xC2\xA0 x\xC2\xA0", "x"},
    {"\xC2\xA0", ""},
    {" ", ""},
    {"", ""},
    {"\xC3\xA0", "\xC3\xA0"},   /* à ends in the same byte as a no-break space */
    {"\xC2\xB5g", "\xC2\xB5g"}, /* µ starts with the same byte */
    {"a\xC2\xA0z", "a\xC2\xA0z"},
};

Test(text, trimming)
{
    for (size_t i = 0; i < COUNT(trims); i++) {
        size_t size = strlen(trims[i].text);
        const char *start = text_trim(trims[i].text, &size);
        cr_expect(eq(sz, size, strlen(trims[i].trimmed)), "row %zu", i);
        cr_expect(zero(int, strncmp(start, trims[i].trimmed, size)), "row %zu", i);
        cr_expect(start >= trims[i].text && start + size <= trims[i].text + strlen(trims[i].text));
    }
}

Test(text, trimming_ends_at_the_size)
{
    size_t size = 3;
    const char *string = " a b";
    cr_expect(eq(ptr, (void *)text_trim(string, &size), (void *)(string + 1)));
    cr_expect(eq(sz, size, 1));
    size = 1; /* half a no-break space is none */
    text_trim("\xC2\xA0", &size);
    cr_expect(eq(sz, size, 1));
}

/* The first and the last well-formed sequence of each row of table 3-7 of the Unicode Standard, and
 * what lies just beside them. `invalid` is the index of the first ill-formed byte. */
static const struct {
    const char *bytes;
    size_t size, invalid;
} sequences[] = {
    {"", 0, 0},
    {"412.7", 5, 5},
    {"\x7F", 1, 1},
    {"a\0b", 3, 1},
    {"a\x80", 2, 1},
    {"a\xBF", 2, 1},
    {"\xC0\x80", 2, 0},
    {"\xC1\xBF", 2, 0},
    {"\xC2\x80", 2, 2},
    {"\xDF\xBF", 2, 2},
    {"\xDF\xC0", 2, 0},
    {"\xDF\x7F", 2, 0},
    {"\xE0\x9F\xBF", 3, 0},
    {"\xE0\xA0\x80", 3, 3},
    {"\xE1\x80\x80", 3, 3},
    {"\xE1\x80\xC0", 3, 0},
    {"\xE1\x80\x7F", 3, 0},
    {"\xEC\xBF\xBF", 3, 3},
    {"\xED\x80\x80", 3, 3},
    {"\xED\x9F\xBF", 3, 3},
    {"\xED\xA0\x80", 3, 0}, /* a surrogate */
    {"\xEE\x80\x80", 3, 3},
    {"\xEF\xBF\xBF", 3, 3},
    {"\xF0\x8F\xBF\xBF", 4, 0},
    {"\xF0\x90\x80\x80", 4, 4},
    {"\xF3\xBF\xBF\xBF", 4, 4},
    {"\xF4\x8F\xBF\xBF", 4, 4},
    {"\xF4\x90\x80\x80", 4, 0},
    {"\xF5\x80\x80\x80", 4, 0},
    {"\xFF", 1, 0},
    {"caf\xE9", 4, 3}, /* Latin-1 */
    {"x\xC2", 2, 1},   /* cut short */
    {"x\xE2\x82", 3, 1},
    {"x\xF0\x90\x80", 4, 1},
    {"\xC2\xB5g/L \xE2\x82\xAC", 9, 9},
};

Test(text, utf8)
{
    for (size_t i = 0; i < COUNT(sequences); i++)
        cr_expect(
            eq(sz, text_invalid_utf8(sequences[i].bytes, sequences[i].size), sequences[i].invalid),
            "row %zu", i);
}

static const struct {
    const char *text, *folded;
} folds[] = {
    {"Load mg/d/1000 People", "load_mg/d/1000_people"},
    {"  LOD - ng_L  ", "lod_ng_l"},
    {"flow_m³_per_day", "flow_m3_per_day"},
    {"\xC2\xB5g/L", "ug/l"},
    {"\xCE\xBCg/L", "ug/l"},
    {"\xC2\xA0sample\xC2\xA0\xC2\xA0id\xC2\xA0", "sample_id"},
    {"__a__-- b-", "a_b"},
    {"Größe", "große"},
    {"PÉRIODE DE RÉFÉRENCE", "periode_de_reference"},
    {"ÀÁÂÃÄÅ Ç ÈÉÊË ÌÍÎÏ Ñ ÒÓÔÕÖØ ÙÚÛÜ Ý", "aaaaaa_c_eeee_iiii_n_oooooo_uuuu_y"},
    {"àáâãäå ç èéêë ìíîï ñ òóôõöø ùúûü ýÿ", "aaaaaa_c_eeee_iiii_n_oooooo_uuuu_yy"},
    {"Æ×ð÷þ", "Æ×ð÷þ"},
    {"_-_", ""},
    {"", ""},
};

Test(text, folding)
{
    for (size_t i = 0; i < COUNT(folds); i++) {
        char folded[80];
        cr_expect(text_fold(folds[i].text, folded, sizeof folded), "row %zu", i);
        cr_expect(eq(str, folded, (char *)folds[i].folded), "row %zu", i);
    }
}

Test(text, folding_into_every_room)
{
    for (size_t i = 0; i < COUNT(folds); i++)
        for (size_t room = 0; room < 40; room++) {
            char folded[80];
            memset(folded, '#', sizeof folded);
            const bool fits = text_fold(folds[i].text, folded, room);
            cr_expect(eq(int, fits, strlen(folds[i].folded) < room), "row %zu room %zu", i, room);
            cr_expect(eq(chr, folded[room], '#'), "row %zu room %zu", i, room);
            cr_expect(room == 0 || memchr(folded, '\0', room) != NULL);
        }
}
