/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_IO_COLUMN_MATCH_H
#define DOSEAU_IO_COLUMN_MATCH_H
/* Which column of a format a header cell names, and in what unit. */
#include "io/reader.h"

enum { COLUMN_HEADER_SIZE = 128 };

typedef struct column_match {
    bool found, weak;
    const doseau_unit *unit; /* NULL for a quantity: its unit is not known, or not given */
    char unit_text[COLUMN_HEADER_SIZE];
} column_match;

typedef enum column_spelled { SPELLED_NOT, SPELLED_WEAKLY, SPELLED_WELL } column_spelled;

/* Whether a name, folded, is one of the spellings, which stand as io/spellings.h has them. */
column_spelled column_is_spelled(const char *spellings, const char *folded);

/* `conc. [µg/l]`, `debiet (m3/d)`: the folded name, and the unit in brackets. */
bool column_match_brackets(const char *header, char base[COLUMN_HEADER_SIZE],
                           char unit[COLUMN_HEADER_SIZE]);

/* How well a column fits a header, from 0. A whole name wins over one with a unit behind it
 * (`population_basis` is no population in basis), a unit that is known over one that is not (the
 * limit of a load is no limit of a concentration). */
int column_match_fit(const column_match *m);

/* The column of a format that a header cell names; n_columns: none. */
size_t column_match_find(const format *kind, const char *header, column_match *m);
#endif
