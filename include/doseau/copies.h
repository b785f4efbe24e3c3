/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_COPIES_H
#define DOSEAU_COPIES_H
/**
 * # Tables of copies
 *
 * The tables of results say in the names and units of their columns that they hold masses. Where a
 * study holds copies of genes (doseau_study_amount), the same numbers have other units: ng/L become
 * copies/L, mg/d/1000 people become 10^6 copies/d/1000 people, g/d become 10^9 copies/d.
 */
#include <doseau/study.h>
#include <doseau/table.h>

DOSEAU_BEGIN

typedef struct doseau_copies_table doseau_copies_table;

/**
 * The table under the names and units of copies: `load_mg_d_1000p` is then
 * `load_million_copies_d_1000p`. Borrows `table`.
 * @return NULL: out of memory; to be freed by doseau_copies_table_free (NULL is allowed)
 */
DOSEAU_API doseau_copies_table *doseau_copies_table_new(const doseau_table *table);
DOSEAU_API void doseau_copies_table_free(doseau_copies_table *made);
/** Borrowed. */
DOSEAU_API const doseau_table *doseau_copies_table_at(const doseau_copies_table *made);

DOSEAU_END
#endif
