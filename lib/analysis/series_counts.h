/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_ANALYSIS_SERIES_COUNTS_H
#define DOSEAU_ANALYSIS_SERIES_COUNTS_H
/* Counts and trials as procedures take them. */
#include "analysis/series_rows.h"

/* One side of a comparison: the counts and exposures of its rows together. */
typedef struct series_side {
    double count, exposure;
} series_side;

/* Two rows, or two groups; adds to `sides`. */
doseau_status series_take_sides(series_call *call, const double x[], series_side sides[2]);

/* Successes in `value`, trials in `exposure`. */
doseau_status series_trials(series_call *call, const double **x, const double **trials);
#endif
