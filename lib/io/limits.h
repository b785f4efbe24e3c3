/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_IO_LIMITS_H
#define DOSEAU_IO_LIMITS_H
/* Limits in a table of their own. */
#include "io/reader.h"

/* Gives a result without limits those that the table has for its substance, laboratory, batch,
 * plant and day: of the rows that fit, the one that names most of these. Two of them that differ
 * are an error, said at column `at`. */
void limits_find(reader *r, size_t at, doseau_measurement *m);
#endif
