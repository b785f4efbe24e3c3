/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/text.h"
#include "io/workbook.h"
#include <stdlib.h>
#include <string.h>

/* Which styles show a number as a day or a time: ECMA-376 part 1, 18.8.30 (numFmt). */

/* Far more than Excel writes: 65490 styles, some hundreds of formats of its own. */
enum { MOST_OWN_FORMATS = 10000, MOST_STYLES = 100000 };

/* The formats that every workbook has without saying so. */
static workbook_form built_in(long id)
{
    if (id == 46) return FORM_ELAPSED; /* [h]:mm:ss */
    if ((id >= 18 && id <= 21) || id == 45 || id == 47) return FORM_TIME;
    if ((id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58))
        return FORM_DATE; /* from 27 on: of languages of East Asia */
    return FORM_NUMBER;
}

/* The length of what is no letter of a format: "text", \c, _c, *c, [colour]. 0: it is one. */
static size_t quoted(const char *at)
{
    if (*at == '"') {
        const size_t inside = strcspn(at + 1, "\"");
        return inside + (at[1 + inside] ? 2 : 1);
    }
    if (*at == '[') {
        const size_t inside = strcspn(at, "]");
        return inside + (at[inside] ? 1 : 0);
    }
    return strchr("\\_*", *at) ? (at[1] ? 2 : 1) : 0;
}

/* [h], [mm], [ss]: hours, minutes or seconds that may exceed a day. */
static bool is_elapsed(const char *at)
{
    const size_t letters = strspn(at + 1, "hHmMsS");
    return *at == '[' && letters && at[1 + letters] == ']';
}

/* A format by its first part, which is for numbers above zero. */
static workbook_form form_of(const char *code)
{
    bool day = false, clock = false, month = false;
    if (text_starts_same(code, "general")) return FORM_NUMBER;
    for (const char *at = code; *at && *at != ';';) {
        if (is_elapsed(at)) return FORM_ELAPSED;
        const size_t skip = quoted(at);
        const char c = text_lower(*at);
        if (!skip) day = day || c == 'd' || c == 'y';
        if (!skip) clock = clock || c == 'h' || c == 's';
        if (!skip) month = month || c == 'm';
        at += skip ? skip : 1;
    }
    if (day || (month && !clock)) return FORM_DATE;
    return clock ? FORM_TIME : FORM_NUMBER;
}

typedef struct own_format {
    long id;
    workbook_form form;
} own_format;

typedef struct styles {
    workbook *book;
    array own; /* own_format */
    bool of_cells;
    doseau_status status;
} styles;

static workbook_form find_form(const styles *s, long id)
{
    const own_format *own = s->own.items;
    for (size_t i = 0; i < s->own.size; i++)
        if (own[i].id == id) return own[i].form;
    return built_in(id);
}

static bool start(void *target, const char *name, xml_attributes attributes)
{
    styles *s = target;
    const long id = strtol(xml_attribute(attributes, "numFmtId"), NULL, 10);
    if (strcmp(name, "cellXfs") == 0) s->of_cells = true;
    if (strcmp(name, "numFmt") == 0) {
        const own_format own = {id, form_of(xml_attribute(attributes, "formatCode"))};
        s->status = array_add(&s->own, &own);
    } else if (s->of_cells && strcmp(name, "xf") == 0) {
        const workbook_form form = find_form(s, id);
        s->status = array_add(&s->book->forms, &form);
    }
    if (s->own.size > MOST_OWN_FORMATS || s->book->forms.size > MOST_STYLES)
        s->status = workbook_refuse(s->book, "the workbook has more styles than Excel allows");
    return !s->status;
}

static bool end(void *target, const char *name)
{
    styles *s = target;
    if (strcmp(name, "cellXfs") == 0) s->of_cells = false;
    return true;
}

doseau_status workbook_read_styles(workbook *book, const char *part)
{
    static const xml_events events = {.start = start, .end = end};
    styles s = {.book = book, .own = {.item_size = sizeof(own_format)}};
    book->forms.item_size = sizeof(workbook_form);
    const doseau_status status = workbook_part(book, part, &events, &s, &s.status);
    array_free(&s.own);
    return status;
}
