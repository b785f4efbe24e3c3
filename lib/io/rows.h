/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_IO_ROWS_H
#define DOSEAU_IO_ROWS_H
/* Records of a delimited text, one at a time, through libcsv: the only place that knows it. Blank
 * lines, lines that begin with `#` and records without any content are passed over. A record that
 * is not well formed is a problem at its first line, and reading goes on with the line after that.
 */
#include <doseau/problem.h>
#include <stdbool.h>

typedef struct rows rows;

/* Where a field of a record that was made of another really stands, and the unit of its number. */
typedef struct rows_field {
    size_t line, field;             /* from 1; line 0: where it is */
    const char *name;               /* of the field, as the file spells it; NULL: none */
    const struct doseau_unit *unit; /* NULL: that of its column */
} rows_field;

typedef struct rows_record {
    size_t line;         /* of its first byte, from 1 */
    size_t lines;        /* physical lines that it takes */
    size_t n;            /* fields */
    const char **fields; /* trimmed, NUL-terminated; borrowed until the next record */
    /* Of a record that was made of another one; else 0: */
    const rows_field *made; /* of each field */
    bool again;             /* its other fields are those of the record before */
    size_t result;          /* field of the result */
    const char **shown;     /* of a header: the names in the file of its first n_shown fields */
    size_t n_shown;
} rows_record;

/* Reads bytes[0..size), which stay the caller's. `file` is for problems. NULL: out of memory. */
rows *rows_new(const char *file, const char *bytes, size_t size, char delimiter);
void rows_free(rows *reader);

/* The next record. DOSEAU_OK and `*more` false at the end; DOSEAU_ENOMEM. `problems` NULL:
 * malformed records are skipped in silence, for a first look at a file. */
doseau_status rows_next(rows *reader, rows_record *record, bool *more, doseau_problems *problems);

/* Goes forward to a physical line, counted from 1, that is still ahead; its end: the end. */
void rows_skip(rows *reader, size_t line);

/* Goes back to the second line of the record read last: it went wrong over several lines, so its
 * quotes are to blame. */
void rows_back(rows *reader);

/* The delimiter of a text by its first line with content: the one of `,`, `;` and tab that stands
 * in it most often outside quotes. NUL: two of them are equally frequent. A line without any: `,`.
 */
char rows_delimiter(const char *bytes, size_t size);
#endif
