/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_IO_DIFF_TABLE_H
#define DOSEAU_IO_DIFF_TABLE_H
/* How a change is told: what the tables of doseau/diff.h share. */
#include "base/text.h"
#include "io/diff_changes.h"

/* Whether a whole row came or went. */
bool diff_is_row(const diff_change *c);
/* The side that tells which row it is: the new one, unless the row went. */
int diff_side(const diff_change *c);
/* The table of that row. */
const json_table *diff_table_of(const diff_change *c);
/* The column of a changed cell, and its unit ("": none). */
const char *diff_changed_name(const diff_change *c, const char *unit[1]);
/* The new number by the old one, of loads, masses, concentrations and flows above zero. */
bool diff_has_ratio(const diff_change *c, double *ratio);
/* What one side says in a column, NULL: nothing. */
const char *diff_word_of(const diff_change *c, int side, const char *column);

/* What tells a row apart, for people: "VDN, MDMA, 2024, 2025". */
void diff_add_of(text *of, const json_table *t, size_t row);
/* The numbers of what may be why, from 1, with `;` between, and their words. */
void diff_add_reasons(text *numbers, text *why, const doseau_diff *d, const diff_change *c);

/* "6.6 % less" */
void diff_put_by(doseau_cells *cells, double by, const char *unit);
#endif
