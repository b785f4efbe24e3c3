/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_IO_STATCAN_H
#define DOSEAU_IO_STATCAN_H
/* What is not taken from a table of Statistics Canada, and what its symbols say: counted while it
 * is read, and told. The symbols are its standard table symbols
 * (https://www.statcan.gc.ca/en/concepts/definitions/guide-symbol). */
#include "io/reader.h"

typedef enum statcan_left {
    STATCAN_AVERAGE,        /* of all cities */
    STATCAN_CHARACTERISTIC, /* none of ours */
    STATCAN_UNRELIABLE,     /* F */
    STATCAN_CONFIDENTIAL,   /* x */
    STATCAN_NEVER,          /* . */
    STATCAN_NOT_THEN,       /* .. */
    STATCAN_NOT_APPLICABLE, /* ... */
    STATCAN_NO_VALUE,       /* another symbol in place of a value */
    STATCAN_CAUTION,        /* E: kept */
    STATCAN_UNKNOWN         /* another symbol beside a value, which is kept */
} statcan_left;

/* Whether the symbol of a row says that there is no value, even where one stands (F), or stands in
 * place of it (`value` false); `why` tells. */
bool statcan_withheld(const char *symbol, bool value, statcan_left *why);
/* Whether the symbol beside a value that is read says: use with caution. Counts such rows, and
 * those with a symbol that is not known. */
bool statcan_caution(reader *r, const char *symbol);
/* Counts the row at hand. */
void statcan_count(reader *r, statcan_left what);
/* Tells all that was counted. */
void statcan_report(const reader *r);
#endif
