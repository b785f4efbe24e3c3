/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_IO_CATCHMENT_ROW_H
#define DOSEAU_IO_CATCHMENT_ROW_H
/* What readers of catchments share: parts of a row, by the columns in which they stand. */
#include "io/reader.h"
#include <doseau/catchment.h>

/* Kind, code and name of a region. A kind that is not told is the letters before the number of the
 * code (GM0363), else `municipality`. */
void catchment_region(reader *r, size_t kind, size_t code, size_t name, doseau_catchment *row);
/* 0 to 100 %. */
void catchment_share(reader *r, size_t column, doseau_catchment *row);
/* Adds the row, broken if it has an error; `until` is the column of its last day. */
void catchment_add(reader *r, size_t until, doseau_catchment *row);
#endif
