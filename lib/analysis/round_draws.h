/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_ANALYSIS_ROUND_DRAWS_H
#define DOSEAU_ANALYSIS_ROUND_DRAWS_H
#include "analysis/round_mean.h"

/* The measurement interval of a round whose shares are known, by doseau_monte_carlo_propagate with
 * the draws and the seed of its options: factors of components with the scope sample or day have
 * mean 1, those of wider scopes median 1. DOSEAU_ETOOFEW (draws), DOSEAU_ENOMEM. */
doseau_status round_draws_interval(const doseau_rounds *rounds, const doseau_round_mean *round,
                                   doseau_interval *interval);
#endif
