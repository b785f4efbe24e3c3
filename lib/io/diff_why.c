/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/text.h"
#include "io/diff_reasons.h"
#include <string.h>

bool diff_is_of_file(const char *source, const char *file)
{
    const size_t size = strlen(file);
    for (const char *at = source; at; at = strchr(at, ';')) {
        at += *at == ';';
        if (strncmp(at, file, size) != 0 || at[size] != ':') continue;
        if (strspn(at + size + 1, "0123456789") == strcspn(at + size + 1, ";")) return true;
    }
    return false;
}

/* Whether FILE:LINE is one of FILE:LINE;FILE:LINE. */
static bool is_of_line(const char *source, const char *place)
{
    const size_t size = strlen(place);
    for (const char *at = source; at; at = strchr(at, ';')) {
        at += *at == ';';
        if (strcspn(at, ";") == size && strncmp(at, place, size) == 0) return true;
    }
    return false;
}

/* What is judged together with all other rows, for how many there are. */
static bool is_of_all(const char *column)
{
    static const char *const names[] = {"p_adjusted", "smallest_p_adjusted", "family_size",
                                        "verdict",    "equivalent",          "text",
                                        "statement"};
    enum { N = sizeof names / sizeof *names };
    return column && text_index(column, names, N) < N;
}

static bool is_flags(const diff_subject *s)
{
    return s->column && !strcmp(s->column, "flags");
}

/* Whether a row, old or new, is not of something else. */
static bool may_be(const char *const told[2], const char *wanted)
{
    if (!wanted || (!told[0] && !told[1])) return true;
    return (told[0] && !strcmp(told[0], wanted)) || (told[1] && !strcmp(told[1], wanted));
}

/* A corrected name or day is another one in one of the two results. */
static bool corrects(const json_correction *c, const char *column)
{
    return c->column && !strcmp(c->column, column);
}

/* Flags of a row also tell how it stands among others of its plant and substance. */
static bool concerns_series(const json_correction *c, const diff_subject *s)
{
    return (corrects(c, "plant") || may_be(s->plant, c->plant)) &&
           (corrects(c, "substance") || may_be(s->substance, c->substance));
}

static bool concerns(const diff_reason *reason, const diff_subject *s)
{
    const json_correction *c = reason->correction;
    if (is_flags(s)) return concerns_series(c, s);
    const bool lined = s->source[0] || s->source[1];
    if (lined && reason->gives_rows)
        return (s->source[0] && is_of_line(s->source[0], c->row)) ||
               (s->source[1] && is_of_line(s->source[1], c->row));
    if (!lined) return concerns_series(c, s); /* what is not a day's own is of its whole series */
    return concerns_series(c, s) &&
           (corrects(c, "date") || corrects(c, "start") || may_be(s->date, c->day));
}

static bool comes_from(const diff_reason *reason, const diff_subject *s)
{
    if (!reason->gives_rows || (!s->source[0] && !s->source[1])) return true;
    for (int side = 0; side < 2; side++)
        if (s->source[side] && reason->file[side] &&
            diff_is_of_file(s->source[side], reason->file[side]))
            return true;
    return false;
}

bool diff_reason_holds(const diff_reason *reason, const diff_subject *subject)
{
    const bool of_all = is_of_all(subject->column);
    switch (reason->cause) {
    case DIFF_BY_RUN: return true;
    case DIFF_BY_INPUT: return of_all || is_flags(subject) || comes_from(reason, subject);
    case DIFF_BY_CORRECTION: return of_all || concerns(reason, subject);
    case DIFF_BY_LIST: return false;
    }
    return false;
}

bool diff_reasons_any(const array *reasons, const diff_subject *subject)
{
    const diff_reason *all = reasons->items;
    for (size_t i = 0; i < reasons->size; i++)
        if (diff_reason_holds(&all[i], subject)) return true;
    return false;
}

bool diff_is_told_by_others(const array *reasons, size_t index)
{
    const diff_reason *all = reasons->items;
    if (all[index].cause != DIFF_BY_LIST) return false;
    for (size_t i = 0; i < reasons->size; i++)
        if (all[i].cause == DIFF_BY_CORRECTION) return true;
    return false;
}
