/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_IO_DIFF_ROWS_H
#define DOSEAU_IO_DIFF_ROWS_H
/* Which row of one table is which of another. */
#include "io/json_result.h"

/* Whether a column tells a row of a table apart from others, rather than what is known of it: where
 * the row has a date, its round and weekday follow from that. */
bool diff_keys_row(const json_table *table, size_t row, size_t column);
/* Whether a column says where in the files something stands, which is no difference. */
bool diff_is_place(const json_table *table, const char *column);

/* Fills of_new[i], the row of `old` that row i of `new` is, and kept[j], whether row j of `old` is
 * still there; old->n_rows: none. DOSEAU_ENOMEM. */
doseau_status diff_match(const json_table *old, const json_table *new, size_t of_new[],
                         bool kept[]);
#endif
