/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_IO_INPUT_H
#define DOSEAU_IO_INPUT_H
/* A file on its way to a reader: its bytes, its text, its delimiter, its header, its decimal mark,
 * its rows. */
#include "io/encoding.h"
#include "io/header.h"
#include "io/input_sheets.h"
#include "io/reader.h"
#include "io/source.h"

typedef struct input {
    struct source source;
    workbook *book;    /* NULL: it is none, or only one of its sheets is here */
    input_sheet sheet; /* of a workbook, which is then the text */
    encoding_text text;
    doseau_dialect dialect; /* what was said of it */
    header_place header;
} input;

/* Reads a file, or standard input for "-". `dialect` NULL: all is left to the file. DOSEAU_OK, to
 * be ended by input_close; what source_read returns. */
doseau_status input_open(input *in, const char *path, const doseau_dialect *dialect,
                         doseau_error *error);
void input_close(input *in);

/* The kinds of file that there may be. */
typedef struct input_kind {
    header_fit *fit; /* whether a record is the header of one */
    /* The kind of a file by its header; NULL: none, which was reported. */
    const format *(*choose)(reader *r, const rows_record *header, const void *context);
    const void *context;
    bool shaped;          /* tables of another shape are read as well */
    const char **at_hand; /* set to the name of the sheet that `fit` sees; NULL: not wanted */
} input_kind;

/* Finds the delimiter and the header; of a workbook the one sheet that is meant. DOSEAU_OK,
 * DOSEAU_ENOMEM. */
doseau_status input_find(input *in, const input_kind *kind);

/* The same where a workbook may have several tables: `in` becomes the first, the others come as
 * inputs into `further` (of input), the sheets that are nearly tables into `near`; both are to be
 * ended by inputs_free in any case. `others` lists the sheets that are not read, where several are;
 * to be freed. */
doseau_status input_find_all(input *in, const input_kind *kind, array *further, array *near,
                             text *others);
void inputs_free(array *inputs);

/* Hands every record to the format that is chosen, all problems to r->problems, also those of
 * what is no text with columns. input_find comes before. The reader begins with `unread` set, which
 * stays where no row could be read. DOSEAU_OK, DOSEAU_ENOMEM, or
 * the status that a row left in r->status. */
doseau_status input_read(const input *in, reader *r, const input_kind *kind);

/* The records from the header on, once it was found. NULL: out of memory. */
rows *input_rows(const input *in, const char *file);
#endif
