/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_IO_WORKBOOK_H
#define DOSEAU_IO_WORKBOOK_H
/* A workbook of Excel (.xlsx, ECMA-376 part 1): its list of sheets, its shared texts, and what its
 * styles say of numbers. Sheets themselves are in workbook_cells.h. */
#include "base/array.h"
#include "io/xml_events.h"
#include "io/zip_parts.h"
#include <doseau/status.h>

enum { WORKBOOK_REASON = 512 };
#define WORKBOOK_MOST ((size_t)256 << 20) /* bytes that all parts may unpack to */

/* What a number stands for by the style of its cell. */
typedef enum workbook_form { FORM_NUMBER, FORM_DATE, FORM_TIME, FORM_ELAPSED } workbook_form;

typedef struct workbook_sheet {
    char *name; /* as people see it */
    char *part;
    bool hidden;
} workbook_sheet;

typedef struct workbook {
    zip_parts *parts;
    array sheets; /* workbook_sheet */
    text strings; /* each with a NUL behind it */
    array starts; /* size_t, of each in `strings` */
    array forms;  /* workbook_form, of each style */
    bool from_1904;
    char refused[WORKBOOK_REASON]; /* why it cannot be read, for a person; "": it can */
} workbook;

/* Whether bytes are a zip file, as a workbook is. */
bool workbook_is(const char *bytes, size_t size);

/* Reads all but the sheets. The bytes stay the caller's and must outlive the book. DOSEAU_OK, to be
 * ended by workbook_leave, also where it is refused; DOSEAU_ENOMEM. */
doseau_status workbook_open(const char *bytes, size_t size, size_t most, workbook **book);
void workbook_leave(workbook *book); /* NULL is allowed */

/* For its sources: notes why the book is refused, the first time. DOSEAU_EDATA. */
doseau_status workbook_refuse(workbook *book, const char *reason, ...)
    __attribute__((format(printf, 2, 3)));
/* Reads a part; refuses the book where that cannot be. `*ended` is what the events left there. */
doseau_status workbook_part(workbook *book, const char *name, const xml_events *events,
                            void *target, const doseau_status *ended);

doseau_status workbook_read_strings(workbook *book, const char *part);
doseau_status workbook_read_styles(workbook *book, const char *part);

/* Adds the text of a cell: line breaks and other control characters become blanks, also those
 * written _x000D_. */
void workbook_add_text(text *to, const char *bytes, size_t size);
#endif
