/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_IO_ENCODING_H
#define DOSEAU_IO_ENCODING_H
/* The text of a file as the readers know it, UTF-8, whatever it came in. */
#include <doseau/dialect.h>
#include <stdbool.h>
#include <stddef.h>

typedef struct encoding_text {
    const char *bytes; /* UTF-8 but for stray lines, behind a byte-order mark */
    size_t size;
    doseau_encoding encoding; /* what it came in */
    size_t line;              /* where that, or the refusal, shows first; 0: the file as a whole */
    const char *refused;      /* why it is no such text, a sentence for a person; NULL: it is */
    char *made;               /* the bytes where they had to be converted */
} encoding_text;

/* Finds the encoding of bytes[0..size) by looking at all of them, unless `wanted` says it, and
 * converts them. A byte-order mark tells; text that is UTF-8 throughout is that; text of which some
 * is UTF-8 beyond ASCII and some is not stays as it is, a stray line being a problem of that line,
 * and is refused where there are many; other text is Windows-1252. Files of other programs, NUL
 * bytes and bytes that the encoding does not define are refused. `bytes` stay the caller's and must
 * outlive the text. DOSEAU_OK, to be ended by encoding_free; DOSEAU_ENOMEM. */
doseau_status encoding_read(const char *bytes, size_t size, doseau_encoding wanted,
                            encoding_text *text);
void encoding_free(encoding_text *text);

/* The name that people know: "Windows-1252". */
const char *encoding_title(doseau_encoding encoding);
#endif
