/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/text.h"
#include <doseau/result_id.h>
#include <stdio.h>
#include <string.h>

static const char *const kind_names[] = {[DOSEAU_RESULT_LOAD] = "load",
                                         [DOSEAU_RESULT_ROUND] = "round",
                                         [DOSEAU_RESULT_COMPARE] = "compare",
                                         [DOSEAU_RESULT_TREND] = "trend"};
enum { KINDS = sizeof kind_names / sizeof *kind_names, MOST_PARTS = 5 };

const char *doseau_result_kind_name(doseau_result_kind kind)
{
    return (size_t)kind < KINDS ? kind_names[kind] : "";
}

/* ---- Writing ---- */

/* The text on its way out: what does not fit is only counted. */
typedef struct writer {
    char *to;
    size_t size, length;
    bool failed; /* a part is missing */
} writer;

static void put(writer *w, char c)
{
    if (w->length + 1 < w->size) w->to[w->length] = c;
    w->length++;
}

static void put_string(writer *w, const char *string)
{
    while (*string) put(w, *string++);
}

static bool is_plain(unsigned char c)
{
    return c >= ' ' && c != 0x7f && c != '/' && c != '%' && c != ',';
}

static void put_name(writer *w, char before, const char *name)
{
    put(w, before);
    if (!name || !*name) {
        w->failed = true;
        return;
    }
    for (; *name; name++) {
        char escape[4];
        snprintf(escape, sizeof escape, "%%%02X", (unsigned)(unsigned char)*name);
        if (is_plain((unsigned char)*name))
            put(w, *name);
        else
            put_string(w, escape);
    }
}

static void put_day(writer *w, const doseau_result_id *id)
{
    char day[11];
    doseau_date_format(id->date, day);
    if (*day) {
        put_name(w, '/', day);
        return;
    }
    put_name(w, '/', id->round);
    put_name(w, '/', doseau_weekday_name(id->weekday));
}

size_t doseau_result_id_format(const doseau_result_id *id, char *to, size_t size)
{
    writer w = {.to = to, .size = size};
    put_string(&w, doseau_result_kind_name(id->kind));
    w.failed = w.length == 0;
    put_name(&w, '/', id->plant);
    put_name(&w, '/', id->substance);
    if (id->kind == DOSEAU_RESULT_LOAD) put_day(&w, id);
    if (id->kind == DOSEAU_RESULT_ROUND || id->kind == DOSEAU_RESULT_COMPARE)
        put_name(&w, '/', id->round);
    if (id->kind == DOSEAU_RESULT_COMPARE) put_name(&w, ',', id->round_b);
    if (w.failed) w.length = 0;
    if (size) to[w.length < size ? w.length : size - 1] = '\0';
    return w.length;
}

/* ---- Reading ---- */

static int digit(char c)
{
    if (c >= '0' && c <= '9') return c - '0';
    c = text_lower(c);
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* Takes the escapes out, in place; false for one that is none, and for an empty part. */
static bool unescape(char *part)
{
    char *to = part;
    if (!*part) return false;
    for (const char *from = part; *from; from++) {
        if (*from != '%') {
            *to++ = *from;
            continue;
        }
        const int high = digit(from[1]), low = high < 0 ? -1 : digit(from[2]);
        if (low < 0 || high + low == 0) return false;
        *to++ = (char)(16 * high + low);
        from += 2;
    }
    *to = '\0';
    return true;
}

/* Cuts at each `/`; MOST_PARTS + 1: there are more. */
static size_t split(char *parts, char *part[MOST_PARTS])
{
    size_t n = 0;
    for (char *at = parts; at; n++) {
        char *end = strchr(at, '/');
        if (n == MOST_PARTS) return n + 1;
        part[n] = at;
        if (end) *end++ = '\0';
        at = end;
    }
    return n;
}

static bool take_load(char *part[], size_t n, doseau_result_id *id)
{
    if (n == 4)
        return doseau_date_parse(part[3], &id->date, NULL) == DOSEAU_OK &&
               doseau_date_weekday(id->date) != DOSEAU_NO_WEEKDAY;
    if (n < MOST_PARTS) return false;
    id->round = part[3];
    return unescape(part[3]) && doseau_weekday_parse(part[4], &id->weekday) == DOSEAU_OK;
}

static bool take_pair(char *rounds, doseau_result_id *id)
{
    char *comma = strchr(rounds, ',');
    if (!comma || strchr(comma + 1, ',')) return false;
    *comma = '\0';
    id->round = rounds;
    id->round_b = comma + 1;
    return unescape(rounds) && unescape(comma + 1);
}

static bool take_parts(char *part[], size_t n, doseau_result_id *id)
{
    const size_t kind = n < 3 ? KINDS : text_index(part[0], kind_names, KINDS);
    if (kind == KINDS || n > MOST_PARTS || !unescape(part[1]) || !unescape(part[2])) return false;
    id->kind = (doseau_result_kind)kind;
    id->plant = part[1];
    id->substance = part[2];
    switch (id->kind) {
    case DOSEAU_RESULT_LOAD: return take_load(part, n, id);
    case DOSEAU_RESULT_COMPARE: return n == 4 && take_pair(part[3], id);
    case DOSEAU_RESULT_ROUND: id->round = part[n - 1]; return n == 4 && unescape(part[3]);
    case DOSEAU_RESULT_TREND: break;
    }
    return n == 3;
}

doseau_status doseau_result_id_parse(const char *string, char room[], doseau_result_id *id)
{
    char *part[MOST_PARTS];
    doseau_result_id found = {.date = DOSEAU_NO_DATE, .weekday = DOSEAU_NO_WEEKDAY};
    memcpy(room, string, strlen(string) + 1);
    if (!take_parts(part, split(room, part), &found)) return DOSEAU_EPARSE;
    *id = found;
    return DOSEAU_OK;
}
