/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_IO_INPUT_H
#define DOSEAU_IO_INPUT_H
/* A file on its way to a reader: its bytes, its delimiter, its header, its decimal mark, its rows.
 */
#include "io/reader.h"
#include "io/source.h"

typedef struct input {
    struct source source;
    const char *text; /* behind a byte-order mark */
    size_t size;
    char delimiter; /* NUL: the header does not tell */
} input;

/* Reads a file, or standard input for "-". DOSEAU_OK, to be ended by input_close; what source_read
 * returns. */
doseau_status input_open(input *in, const char *path, doseau_error *error);
void input_close(input *in);

/* The kind of a file by its header; NULL: none, which was reported. */
typedef const format *input_choice(reader *r, const rows_record *header, const void *context);

/* Hands every record to the format that `choose` names, all problems to r->problems, also those of
 * what is no text with columns. The reader
 * begins with `unread` set, which stays where no row could be read. DOSEAU_OK, DOSEAU_ENOMEM, or
 * the status that a row left in r->status. */
doseau_status input_read(const input *in, reader *r, input_choice *choose, const void *context);
#endif
