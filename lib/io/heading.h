/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_IO_HEADING_H
#define DOSEAU_IO_HEADING_H
/* What stands above a column that belongs to one substance: `benzoylecgonine (ng/L)`, `MDMA LOQ`,
 * `LOD MDMA [µg/L]`, `3-MMC <`. */
#include <doseau/unit.h>
#include <stdbool.h>

typedef enum heading_role {
    HEADING_VALUE, /* nothing else is said: the result */
    HEADING_LOD,
    HEADING_LOQ,
    HEADING_QUALIFIER,
    HEADING_BELOW_LOD,
    HEADING_BELOW_LOQ,
    HEADING_NOT_DETECTED
} heading_role;

enum { HEADING_SIZE = 128 };

typedef struct heading {
    heading_role role;
    const doseau_unit *unit;         /* of a concentration or a load; NULL: none is told */
    char unknown_unit[HEADING_SIZE]; /* like one, in brackets behind a known substance; else "" */
    char name[HEADING_SIZE]; /* what is left: a substance, "" where there is nothing but a role */
    bool odm;                /* a wide name of PHES-ODM: one substance may have several columns */
    char replicate[HEADING_SIZE]; /* of these; "": not told */
} heading;

/* A text that is too long is all name, cut. */
void heading_read(const char *header, heading *h);

/* Whether a text names nothing but a limit, as `LOQ` or `rapportagegrens (ng/L)` do at the
 * beginning of a row of limits. */
bool heading_is_limit(const char *cell, heading *h);

/* A unit of a concentration or a load; NULL: neither. */
const doseau_unit *heading_unit(const char *spelling);

/* Whether two names are those of one substance. */
bool heading_same(const char *a, const char *b);
#endif
