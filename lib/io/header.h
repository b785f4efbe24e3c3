/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_IO_HEADER_H
#define DOSEAU_IO_HEADER_H
/* Which line of a text is its header, and what parts its columns: both are told by names of columns
 * that are known. */
#include "io/rows.h"

/* How many names of a record are known, and whether all that are needed are among them. */
typedef size_t header_fit(const rows_record *record, const void *context, bool *complete);

typedef struct header_place {
    char delimiter;    /* NUL: not settled */
    size_t columns[3]; /* of that line with `,`, with `;` and with tabs, where it is not settled */
    size_t line;       /* of the header; 0: the file has no record */
    size_t known;      /* its names that are known */
    bool complete;     /* it has all columns that are needed */
    bool below;        /* there are records above it */
    bool crowded;      /* a line above it has as many cells with content as it has */
} header_place;

/* Looks for the header among the first records of a text: the first one that is complete under one
 * of the delimiters; else the one with the most known names, two at least; else the first, whose
 * delimiter is the one that it has most of, else the one under which most records are as wide.
 * `delimiter` NUL: it is not known. DOSEAU_OK, DOSEAU_ENOMEM. */
doseau_status header_find(const char *bytes, size_t size, char delimiter, header_fit *fit,
                          const void *context, header_place *place);
#endif
