/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_IO_READ_QUALITY_H
#define DOSEAU_IO_READ_QUALITY_H
/* What a row of a laboratory tells of the laboratory's own work. None of it can make a result
 * unusable: what cannot be read is named and not checked. */
#include "io/reader.h"
#include <doseau/quality.h>

/* The columns of a format, by index. */
typedef struct quality_columns {
    size_t sample_type, type; /* the second only says what it says clearly */
    size_t substance, sample, laboratory, batch, replicate, concentration, loq;
    size_t recovery, is_area, calibration_upper;
} quality_columns;

/* What the row is. */
doseau_row_kind quality_kind(reader *r, const quality_columns *at);

/* Keeps what the row tells, which is of that kind; a sample that tells nothing is passed over. */
void quality_read(reader *r, const quality_columns *at, doseau_row_kind kind);

/* One notice a file: how many of its rows are no samples. */
void quality_report(const reader *r);
#endif
