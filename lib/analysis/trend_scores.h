/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_ANALYSIS_TREND_SCORES_H
#define DOSEAU_ANALYSIS_TREND_SCORES_H
/* The day scores of rounds, some of whose days lie below a limit. */
#include "analysis/trend_line.h"

/* What is taken for a result below a limit that nobody states. */
typedef enum trend_unstated { TREND_SAYS_NOTHING, TREND_BELOW_ALL } trend_unstated;

typedef struct trend_scores {
    bool decided; /* some pair of days says something */
    bool has_unstated, drawn;
    doseau_figure slope, lower, upper; /* of ln, a year */
    double p;
    double smallest_p; /* that an order of these rounds reaches */
    doseau_figure se;  /* of the slope, by the interval on the side of 0 */
} trend_scores;

/* doseau_block_kendall_test of the days of all rounds. `with_errors`: interval and p with what
 * errors add that several rounds share but not all. DOSEAU_ETOOFEW: fewer than three rounds;
 * DOSEAU_ENOMEM, DOSEAU_EDOMAIN. */
doseau_status trend_scores_test(const doseau_rounds *rounds, const history *h,
                                trend_unstated unstated, bool with_errors,
                                const doseau_trend_options *options, trend_scores *scores);
#endif
