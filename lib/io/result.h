/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_IO_RESULT_H
#define DOSEAU_IO_RESULT_H
/* The cell of a laboratory result, in the ways in which laboratories write "too little". */
#include <doseau/status.h>

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

/* `*value` is set for RESULT_NUMBER, RESULT_BELOW and RESULT_ABOVE. DOSEAU_EPARSE: none of these;
 * DOSEAU_EDOMAIN: a number that a double does not hold. */
doseau_status result_parse(const char *cell, char decimal_mark, result_kind *kind, double *value);
#endif
