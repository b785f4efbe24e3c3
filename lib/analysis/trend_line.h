/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_ANALYSIS_TREND_LINE_H
#define DOSEAU_ANALYSIS_TREND_LINE_H
/* The line through the logarithms of rounds. */
#include "analysis/trend_bridge.h"
#include "analysis/trend_design.h"

/* What of each round the line goes through. */
typedef enum trend_height { TREND_AT_MEAN, TREND_AT_LOWER, TREND_AT_UPPER } trend_height;

typedef struct trend_points {
    size_t n;
    double *years, *ln, *days; /* of each round, by the laboratory of the last one where they are
                                  bridged; days that were measured */
    double *sensitivity;       /* of the slope to each; filled in by trend_line_fit */
    const history *from;
} trend_points;

/* Whether a day of the round lies below a limit; and whether its bounds are further apart than 5 %
 * then. */
bool trend_has_bounds(const history_round *round);
bool trend_is_open(const history_round *round);
bool trend_any_open(const history *h);

/* All rounds. `*complete`: every round has that figure. DOSEAU_ENOMEM.
 * Free with trend_points_free. */
doseau_status trend_points_new(const history *h, trend_height height, trend_points *points,
                               bool *complete);
void trend_points_free(trend_points *points);

typedef struct trend_line {
    double slope; /* of ln, a year */
    double df;
    double variance; /* of a round about the line */
    double factor;   /* of it, to that of the slope */
    double between;  /* what errors add that several rounds share but not all */
    doseau_interval interval;
    doseau_figure p; /* not given: no scatter at all */
} trend_line;

/* variance * factor + between, and its root. */
double trend_line_se(const trend_line *line);

/* What errors shared by several rounds but not all add to the variance of a slope with these
 * sensitivities; and the part of it that bridging samples leave. DOSEAU_ENOMEM. */
doseau_status trend_between(const doseau_rounds *rounds, const trend_points *points,
                            doseau_variance_part *bridging, double *between);

/* The line with the columns for the season that the design has. day_variance: pooled, within
 * rounds; 0: not known. DOSEAU_ETOOFEW: fewer than three rounds, or no degree of freedom left;
 * DOSEAU_EDOMAIN: season and time cannot be told apart; DOSEAU_ENOMEM. */
doseau_status trend_line_fit(const doseau_rounds *rounds, trend_points *points,
                             const trend_design *design, double day_variance, double alpha,
                             trend_line *line);
#endif
