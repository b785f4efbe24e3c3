/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_IO_RESULT_H
#define DOSEAU_IO_RESULT_H
/* The cell of a laboratory result, in the ways in which laboratories write "too little". */
#include <doseau/status.h>
#include <stdbool.h>
#include <stddef.h>

typedef enum result_kind {
    RESULT_EMPTY,        /* nothing: missing */
    RESULT_NUMBER,       /* 412.7 */
    RESULT_BELOW,        /* <5 */
    RESULT_BELOW_LOD,    /* <LOD */
    RESULT_BELOW_LOQ,    /* <LOQ */
    RESULT_NOT_DETECTED, /* n.d. */
    RESULT_TRACE,        /* trace, n.q.: seen, too little to put a number on */
    RESULT_ABOVE         /* >500 */
} result_kind;

/* The length in bytes of `<`, `<=`, `≤`, `>` and the like at the start of a cell, and what the
 * number behind it then is; 0 and RESULT_NUMBER where there is none. */
size_t result_sign(const char *cell, result_kind *kind);

/* Whether a cell does not begin with a digit, as no word does: most cells of numbers need not be
 * held against all words. */
bool result_may_be_word(const char *cell);

/* Whether a cell has the letters of a word in lower case: blanks, points, `_` and `-` between them
 * do not count. */
bool result_is_word(const char *cell, const char *word);

/* `*value` is set for RESULT_NUMBER, RESULT_BELOW and RESULT_ABOVE. DOSEAU_EPARSE: none of these;
 * DOSEAU_EDOMAIN: a number that a double does not hold. */
doseau_status result_parse(const char *cell, char decimal_mark, result_kind *kind, double *value);
#endif
