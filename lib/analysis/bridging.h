/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_ANALYSIS_BRIDGING_H
#define DOSEAU_ANALYSIS_BRIDGING_H
#include "analysis/round_mean.h"
#include <doseau/effective_df.h>

/* What one laboratory finds in the samples of another. */
typedef struct bridge {
    size_t samples;  /* that both have analysed; 0: nothing is known */
    double ln_ratio; /* mean of ln(b / a), replicates averaged first */
    /* Of that mean: s^2 / n with n - 1 degrees of freedom, but no less than 2 u^2 / n, u the
     * `analysis` of the budget; that alone for one sample, without degrees of freedom. */
    doseau_variance_part variance;
} bridge;

bridge bridging_find(const doseau_study *study, uint32_t substance, uint32_t laboratory_a,
                     uint32_t laboratory_b);

/* The laboratory of all results of a round; DOSEAU_NONE: none, or several. */
uint32_t bridging_laboratory(const doseau_rounds *rounds, const doseau_round_mean *round);
#endif
