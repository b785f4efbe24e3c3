/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_ANALYSIS_TREND_DRIFT_H
#define DOSEAU_ANALYSIS_TREND_DRIFT_H
/* Reporting limits that differ between the rounds of a series. */
#include "analysis/round_mean.h"

/* What the rounds would be had every result been reported by the highest limit of its series: where
 * a day of a series lies below a limit and the limits of its rounds differ, what lies below the
 * highest one (in ng/L; of published loads in their own unit) is not detected [0, that limit].
 * Events do not count. `rounds` are as they would be, their rows in the same order, NULL where
 * no series is concerned; both are to be freed. is_cut[i]: whether that holds for the series of
 * measurement i. DOSEAU_ENOMEM, DOSEAU_EDOMAIN. */
doseau_status trend_drift_cut(const doseau_rounds *rounds, bool is_cut[], doseau_loads **cut_loads,
                              doseau_rounds **cut_rounds);
#endif
