/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_IO_QUALIFIER_H
#define DOSEAU_IO_QUALIFIER_H
/* What stands beside a result and says that it is none: `<`, U, J or ND in a column of its own, or
 * yes and no below a limit. */
#include "io/result.h"
#include <stdbool.h>

typedef enum qualifier {
    QUALIFIER_NONE,      /* nothing is said */
    QUALIFIER_PLAIN,     /* `=`, no: the number is the result */
    QUALIFIER_BELOW,     /* `<`: the number is the limit */
    QUALIFIER_UNDER,     /* U, ND, yes: not detected, whatever number stands there */
    QUALIFIER_ESTIMATED, /* J, trace: seen, but too little to be sure of the number */
    QUALIFIER_ABOVE,     /* `>` */
    QUALIFIER_ABSENT     /* n.b.: nothing was determined */
} qualifier;

/* Reads the cell of a qualifier column. DOSEAU_EPARSE: none that is known. */
doseau_status qualifier_parse(const char *cell, qualifier *q);
/* Reads the cell of a column that says whether a result is below a limit: yes, true, 1, ja, x;
 * no, false, 0, nee. DOSEAU_EPARSE. */
doseau_status qualifier_parse_below(const char *cell, qualifier *q);

/* What a result means beside a qualifier: `*kind` changes. A number beside QUALIFIER_UNDER is the
 * limit where the row has none (`limit` 0), and else must not be above it; it is then forgotten for
 * `under`, which is the word for that limit. DOSEAU_EDATA: the two contradict each other. */
doseau_status qualifier_apply(qualifier q, result_kind under, double limit, result_kind *kind,
                              double value);
#endif
