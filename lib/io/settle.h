/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_IO_SETTLE_H
#define DOSEAU_IO_SETTLE_H
/* What only all cells of a file together tell of its dialect. */
#include "io/shape.h"

/* The decimal mark by all numbers of the file and the order of dates by all its days, once its
 * columns and its shape are known; each stays 0 where they do not settle it, which is reported.
 * DOSEAU_OK, DOSEAU_ENOMEM. */
doseau_status settle(reader *r, const input *in, shape *s, const rows_record *header,
                     const input_kind *kind);
#endif
