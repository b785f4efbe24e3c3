/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <doseau/dialect.h>

#include "base/text.h"
#include <stddef.h>

static const char *const encodings[] = {"",        "utf-8",    "windows-1252",
                                        "latin-1", "utf-16le", "utf-16be"};
static const char *const orders[] = {"", "dmy", "mdy", "ymd"};
static const char *const zeros[] = {"refused", "not_detected", "below_loq"};
enum { ZEROS = sizeof zeros / sizeof *zeros };
enum { ENCODINGS = sizeof encodings / sizeof *encodings, ORDERS = sizeof orders / sizeof *orders };

/* A character that stands for itself, and its name. */
typedef struct mark {
    char character;
    const char *name;
} mark;

static const mark delimiters[] = {{',', "comma"}, {';', "semicolon"}, {'\t', "tab"}, {0}};
static const mark decimal_marks[] = {{',', "comma"}, {'.', "point"}, {0}};

static const char *mark_name(const mark *list, char character)
{
    for (; list->name; list++)
        if (list->character == character) return list->name;
    return "";
}

static doseau_status mark_parse(const mark *list, const char *from, char *character)
{
    for (; list->name; list++) {
        const bool itself = from[0] == list->character && !from[1];
        if (!itself && !text_same(from, list->name)) continue;
        *character = list->character;
        return DOSEAU_OK;
    }
    return DOSEAU_EUNKNOWN;
}

/* The index of a word behind the first, which stands for "by the file". */
static doseau_status word_parse(const char *from, const char *const list[], size_t n, size_t *index)
{
    *index = text_index(from, list, n);
    return *index > 0 && *index < n ? DOSEAU_OK : DOSEAU_EUNKNOWN;
}

const char *doseau_encoding_name(doseau_encoding encoding)
{
    return (size_t)encoding < ENCODINGS ? encodings[encoding] : "";
}

doseau_status doseau_encoding_parse(const char *from, doseau_encoding *encoding)
{
    size_t index;
    const doseau_status status = word_parse(from, encodings, ENCODINGS, &index);
    if (!status) *encoding = (doseau_encoding)index;
    return status;
}

const char *doseau_date_order_name(doseau_date_order order)
{
    return (size_t)order < ORDERS ? orders[order] : "";
}

doseau_status doseau_date_order_parse(const char *from, doseau_date_order *order)
{
    size_t index;
    const doseau_status status = word_parse(from, orders, ORDERS, &index);
    if (!status) *order = (doseau_date_order)index;
    return status;
}

const char *doseau_zero_name(doseau_zero zero)
{
    return (size_t)zero < ZEROS ? zeros[zero] : "";
}

doseau_status doseau_zero_parse(const char *from, doseau_zero *zero)
{
    const size_t index = text_index(from, zeros, ZEROS);
    if (index == ZEROS) return DOSEAU_EUNKNOWN;
    *zero = (doseau_zero)index;
    return DOSEAU_OK;
}

const char *doseau_delimiter_name(char delimiter)
{
    return mark_name(delimiters, delimiter);
}

doseau_status doseau_delimiter_parse(const char *from, char *delimiter)
{
    return mark_parse(delimiters, from, delimiter);
}

const char *doseau_decimal_mark_name(char character)
{
    return mark_name(decimal_marks, character);
}

doseau_status doseau_decimal_mark_parse(const char *from, char *character)
{
    return mark_parse(decimal_marks, from, character);
}
