/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_ANALYSIS_TREND_BRIDGE_H
#define DOSEAU_ANALYSIS_TREND_BRIDGE_H
/* Rounds of several laboratories that have analysed samples of each other. */
#include "analysis/history.h"
#include <doseau/effective_df.h>

/* Brings all rounds of a history to the laboratory of the last one: where each round is of one
 * laboratory, and bridging samples tie every other one to it. Else nothing changes. DOSEAU_ENOMEM.
 */
doseau_status trend_bridge(const doseau_rounds *rounds, history *h);

/* What not knowing the ratios of the laboratories adds to the variance of a slope sum_i c_i y_i, in
 * place of the usual distance of laboratories; with how many degrees of freedom it is known. Of a
 * history that is bridged. DOSEAU_ENOMEM, DOSEAU_EDOMAIN. */
doseau_status trend_bridge_variance(const doseau_rounds *rounds, const history *h, const double c[],
                                    doseau_variance_part *part);
#endif
