/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_IO_ODD_LIMITS_H
#define DOSEAU_IO_ODD_LIMITS_H
/* Results below a limit that does not go with the LOD and LOQ of their row. */
#include "io/reader.h"

/* Counts the limit of a result if it is above the LOQ of its row, or below its LOD. */
void odd_limits_count(reader *r, size_t column, const doseau_measurement *m, double limit);
/* One warning a file and substance. */
void odd_limits_report(reader *r);
#endif
