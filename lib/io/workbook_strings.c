/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "io/workbook.h"
#include <stdlib.h>
#include <string.h>

/* The table of texts that cells share: each an item of one text, or of several runs. */

/* _x000D_: a character of four hexadecimal digits that XML could not hold, or an underscore before
 * such a spelling (_x005F_). Returns its code, -1: there is none at `at`. */
static long escaped(const char *at, size_t left)
{
    char digits[5] = "", *end;
    if (left < 7 || at[0] != '_' || at[1] != 'x' || at[6] != '_') return -1;
    memcpy(digits, at + 2, 4);
    if (strspn(digits, "0123456789abcdefABCDEF") != 4) return -1;
    return strtol(digits, &end, 16);
}

void workbook_add_text(text *to, const char *bytes, size_t size)
{
    size_t from = 0;
    for (size_t i = 0; i < size; i++) {
        const long code = escaped(bytes + i, size - i);
        const bool control = (unsigned char)bytes[i] < ' ' || bytes[i] == '\x7F';
        const bool written = (code >= 0 && code < ' ') || code == '_';
        if (!control && !written) continue;
        text_add(to, bytes + from, i - from);
        text_add_string(to, code == '_' ? "_" : " ");
        if (written) i += 6;
        from = i + 1;
    }
    text_add(to, bytes + from, size - from);
}

typedef struct strings {
    workbook *book;
    text item;
    bool in_text;
    int sounds; /* depth within what tells how a text is pronounced */
    doseau_status status;
} strings;

static bool start(void *target, const char *name, xml_attributes attributes)
{
    strings *s = target;
    (void)attributes;
    if (strcmp(name, "si") == 0) text_clear(&s->item);
    s->sounds += strcmp(name, "rPh") == 0;
    s->in_text = strcmp(name, "t") == 0 && !s->sounds;
    return true;
}

static bool end(void *target, const char *name)
{
    strings *s = target;
    s->in_text = false;
    s->sounds -= strcmp(name, "rPh") == 0;
    if (strcmp(name, "si") != 0) return true;
    const size_t at = s->book->strings.size;
    workbook_add_text(&s->book->strings, s->item.bytes ? s->item.bytes : "", s->item.size);
    text_add(&s->book->strings, "", 1);
    s->status = s->item.failed || s->book->strings.failed ? DOSEAU_ENOMEM
                                                          : array_add(&s->book->starts, &at);
    return !s->status;
}

static bool add(void *target, const char *bytes, size_t size)
{
    strings *s = target;
    if (s->in_text) text_add(&s->item, bytes, size);
    return !s->item.failed;
}

doseau_status workbook_read_strings(workbook *book, const char *part)
{
    static const xml_events events = {start, end, add};
    strings s = {.book = book};
    book->starts.item_size = sizeof(size_t);
    doseau_status status = workbook_part(book, part, &events, &s, &s.status);
    if (s.item.failed) status = DOSEAU_ENOMEM;
    text_free(&s.item);
    return status;
}
