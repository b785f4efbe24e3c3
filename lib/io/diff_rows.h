/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_IO_DIFF_ROWS_H
#define DOSEAU_IO_DIFF_ROWS_H
/* Which row of one result is which of another. */
#include "io/json_result.h"

/* Whether a column tells the rows of a table apart, rather than what is known of them. */
bool diff_is_key(const json_result *result, const char *column);
/* The same, of a row: where it has a date, its round and weekday follow from that. */
bool diff_keys_row(const json_result *result, size_t row, size_t column);

/* Fills of_new[i], the row of `old` that row i of `new` is, and kept[j], whether row j of `old` is
 * still there; old->n_rows: none. DOSEAU_ENOMEM. */
doseau_status diff_match(const json_result *old, const json_result *new, size_t of_new[],
                         bool kept[]);
#endif
