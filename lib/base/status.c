/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <doseau/status.h>

#include <stdarg.h>
#include <stdio.h>

#include "base/text.h"

const char *doseau_strstatus(doseau_status status)
{
    switch (status) { /* no default: the compiler reports a status without a text */
    case DOSEAU_OK: return "no error";
    case DOSEAU_EDOMAIN: return "number outside the domain";
    case DOSEAU_ETOOFEW: return "too few values";
    case DOSEAU_EPARSE: return "text cannot be read";
    case DOSEAU_EUNKNOWN: return "unknown name";
    case DOSEAU_EDATA: return "data refused";
    case DOSEAU_EIO: return "input or output failed";
    case DOSEAU_EEXISTS: return "output exists";
    case DOSEAU_ENOMEM: return "out of memory";
    }
    return "unknown status";
}

doseau_status doseau_error_set(doseau_error *error, doseau_status status, const char *format, ...)
{
    if (!error) return status;
    doseau_error filled = {.status = status}; /* an argument may be part of what is overwritten */
    va_list args;
    va_start(args, format);
    text_vformat(filled.message, sizeof filled.message, format, args);
    va_end(args);
    *error = filled;
    return status;
}

/* A text cut at `size` that knows how long it would have been. */
typedef struct cut_text {
    char *at;
    size_t size, length;
} cut_text;

DOSEAU_PRINTF(2, 3) static void append(cut_text *cut, const char *format, ...)
{
    const size_t end = cut->length < cut->size ? cut->length : cut->size;
    va_list args;
    va_start(args, format);
    const int length =
        vsnprintf(end < cut->size ? cut->at + end : NULL, cut->size - end, format, args);
    va_end(args);
    if (length > 0) cut->length += (size_t)length;
}

static void append_place(cut_text *cut, const doseau_error *error)
{
    if (error->file[0] && error->line)
        append(cut, "%s:%zu: ", error->file, error->line);
    else if (error->file[0])
        append(cut, "%s: ", error->file);
    else if (error->line)
        append(cut, "line %zu: ", error->line);
    if (error->column && error->field[0])
        append(cut, "field %zu (%s): ", error->column, error->field);
    else if (error->column)
        append(cut, "field %zu: ", error->column);
    else if (error->field[0])
        append(cut, "field %s: ", error->field);
}

size_t doseau_error_format(const doseau_error *error, char *to, size_t size)
{
    cut_text cut = {to, size, 0};
    append_place(&cut, error);
    append(&cut, "%s", error->message[0] ? error->message : doseau_strstatus(error->status));
    return cut.length;
}
