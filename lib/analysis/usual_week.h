/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_ANALYSIS_USUAL_WEEK_H
#define DOSEAU_ANALYSIS_USUAL_WEEK_H
#include "analysis/round_days.h"

/* How a series' days usually stand to their week, gathered from its own complete weeks.
 * Zero-initialise. */
typedef struct usual_week {
    size_t weeks;
    double log_sum[7]; /* of ln(day / geometric mean of its week) */
} usual_week;

/* Takes a round into account if it is a week of seven found days. */
void usual_week_add(usual_week *week, const round_days *days, doseau_round_kind kind);

/* Whether there are enough weeks for a pattern of the series' own. */
bool usual_week_is_own(const usual_week *week);

/* The multipliers to use, Monday first: the series' own from three weeks on, else the built-in
 * ones. `method` says which: `model:own`, `model:EU:cocaine`, `model:EU:MDMA:borrowed`. */
void usual_week_choose(const usual_week *week, const doseau_substance *substance,
                       doseau_region region, double multiplier[7], bool *borrowed,
                       char method[DOSEAU_METHOD_SIZE]);
#endif
