/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_STATS_LOGNORMAL_EXACT_H
#define DOSEAU_STATS_LOGNORMAL_EXACT_H
/* The two intervals of theta = mu + sigma^2/2 that need quadrature. Variance above 0, 0 < p < 1.
 * DOSEAU_EDOMAIN: theta is beyond what exp can take; DOSEAU_ENOMEM. */
#include "stats/logs.h"

/* The quantile p of the generalized pivot; n >= 2. */
doseau_status stats_gci_quantile(const stats_log_moments *logs, double p, double *theta);

/* The theta at which P(R >= r) = p under Land's conditional distribution, which grows with theta;
 * n >= 3. */
doseau_status stats_land_quantile(const stats_log_moments *logs, double p, double *theta);
#endif
