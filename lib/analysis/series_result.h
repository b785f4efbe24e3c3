/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_ANALYSIS_SERIES_RESULT_H
#define DOSEAU_ANALYSIS_SERIES_RESULT_H
/* What a run leaves behind. */
#include "base/array.h"
#include "base/text.h"
#include <doseau/number.h>
#include <doseau/series.h>

/* Texts by where they begin in doseau_series.texts, plus 1; 0: none. */
typedef struct series_row {
    size_t quantity;
    doseau_figure figure;
    size_t words, reason;
} series_row;

struct doseau_series {
    array rows; /* series_row */
    text texts; /* failed: memory ran out */
    bool seeded;
};
#endif
