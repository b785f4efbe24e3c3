/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_ANALYSIS_ROUND_INTERVAL_H
#define DOSEAU_ANALYSIS_ROUND_INTERVAL_H
#include "analysis/round_days.h"

/* Relative variance of a mean sum_i weight_i * day_i that has the value `mean` > 0, from the budget
 * of the study: every result of a day takes part in it with an equal share. DOSEAU_ENOMEM. */
doseau_status round_variance(const doseau_study *study, const doseau_loads *loads,
                             const round_days *days, const double weight[], double mean,
                             double *variance);
#endif
