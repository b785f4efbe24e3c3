/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_IO_NAMELESS_H
#define DOSEAU_IO_NAMELESS_H
/* Columns without a name in the header: numbers of rows, as R writes them, and forgotten names. */
#include "io/input.h"

/* Finds the columns without a name that hold something in most rows. The first column may count the
 * rows: it is passed over. The others are reported once. Both go to r->nameless, where those are
 * already that a map names. DOSEAU_OK, DOSEAU_ENOMEM. */
doseau_status nameless_find(reader *r, const input *in, const rows_record *header);

/* Whether cells of a field, from 0, need no name above them. */
bool nameless_is_known(const reader *r, size_t field);

/* A field, from 1, of which nameless_is_known is true from now on. */
doseau_status nameless_add(reader *r, size_t field);
#endif
