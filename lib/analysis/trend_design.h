/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_ANALYSIS_TREND_DESIGN_H
#define DOSEAU_ANALYSIS_TREND_DESIGN_H
/* What may be asked of the rounds of a series, by when they were. */
#include "analysis/history.h"
#include <doseau/trend.h>

enum { TREND_LEAST_ROUNDS = 5, TREND_SEASONS = 2 };

typedef struct trend_design {
    double span_years;
    bool claims;                   /* whether a claim is possible */
    doseau_trend_reason reason;    /* why not */
    doseau_flags flags;            /* short_span, close_rounds, mixed_seasons */
    size_t n_seasons;              /* columns for the season that the line takes */
    double season_from, season_to; /* of one column: the part of the year that is the one season */
} trend_design;

/* `has_scores`: days below a limit make day scores decide, which take no column for the season.
 * DOSEAU_ENOMEM. */
doseau_status trend_design_of(const history *h, bool has_scores, trend_design *design);

/* The columns for the season at a time. */
void trend_design_season(const trend_design *design, double years, double column[TREND_SEASONS]);
#endif
