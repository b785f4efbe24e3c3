/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_ANALYSIS_COMBINED_RESULTS_H
#define DOSEAU_ANALYSIS_COMBINED_RESULTS_H
#include "analysis/combination.h"

/* The results behind a product of round means, and room for one source of their errors: arrays of
 * n. */
typedef struct combined_results {
    const doseau_study *study;
    size_t n;
    const doseau_measurement **result;
    double *sensitivity; /* of ln of the product to ln of the result */
    size_t *term;        /* index of the one it belongs to, ascending */
    doseau_key *key;
    double *rel_u;
    size_t *group;
} combined_results;

/* All results with a share in one of the means. DOSEAU_ENOMEM. */
doseau_status combined_results_gather(const doseau_rounds *rounds, const combination_term terms[],
                                      size_t n, combined_results *results);
void combined_results_free(combined_results *results);

/* Fills rel_u with what a component of the budget has in each result; whether it has any. */
bool combined_results_weigh(combined_results *results, size_t component);
/* Fills group by the scope of a component. DOSEAU_ENOMEM. */
doseau_status combined_results_group(combined_results *results, size_t component);
#endif
