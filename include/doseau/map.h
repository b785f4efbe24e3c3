/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_MAP_H
#define DOSEAU_MAP_H
/**
 * # Maps: what the columns of a foreign file mean
 *
 * A map is a file of its own (see the manual page doseau(1)); doseau_dialect.map names the one that
 * reading uses. Here one is proposed, from the header of a file and what stands below it.
 */
#include <doseau/dialect.h>
#include <doseau/problem.h>
#include <doseau/table.h>

DOSEAU_BEGIN

typedef struct doseau_map_proposal doseau_map_proposal;

/**
 * Proposes a map of a file: a row for each of its columns, with `?` where the meaning or the unit
 * is not recognised. The header is the first line with content, unless one below it has more names
 * that are known.
 * @return DOSEAU_OK, and `*made` is to be freed; DOSEAU_EDATA with the reason in `error`: the file
 * is no text with columns; DOSEAU_EIO; DOSEAU_ENOMEM
 */
DOSEAU_API doseau_status doseau_map_propose(const char *path, const doseau_dialect *dialect,
                                            doseau_map_proposal **made, doseau_error *error);
DOSEAU_API void doseau_map_proposal_free(doseau_map_proposal *made);

/** The `map` table: file, column, meaning, unit, substance, value, example. Borrows `made`. */
DOSEAU_API doseau_table doseau_map_proposal_table(const doseau_map_proposal *made);
/** What it comes from. Borrowed. */
DOSEAU_API const char *doseau_map_proposal_file(const doseau_map_proposal *made,
                                                const char **sha256);

DOSEAU_END
#endif
