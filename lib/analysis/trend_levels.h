/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_ANALYSIS_TREND_LEVELS_H
#define DOSEAU_ANALYSIS_TREND_LEVELS_H
/* What stands beside the test: levels, rank statistics, a change point. */
#include "analysis/trend_test.h"

/* Typical, current and next level. day_variance: pooled, within rounds. DOSEAU_ENOMEM. */
doseau_status trend_levels_add(const doseau_rounds *rounds, const history *h, double day_variance,
                               doseau_trend *trend);

/* Mann-Kendall, Sen (per year, so only where a claim is possible) and, from eight rounds on,
 * Pettitt; of series without open bounds. DOSEAU_ENOMEM. */
doseau_status trend_ranks_add(const doseau_rounds *rounds, const history *h,
                              const trend_design *design, doseau_trend *trend);

/* The smallest slope that the test would have found. DOSEAU_ENOMEM. */
doseau_status trend_detectable_add(const doseau_rounds *rounds, const history *h,
                                   const trend_test *test, doseau_trend *trend);
#endif
