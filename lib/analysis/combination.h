/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_ANALYSIS_COMBINATION_H
#define DOSEAU_ANALYSIS_COMBINATION_H
#include "analysis/round_mean.h"

/* A product of round means, each to the power of its coefficient: a mean has one term (1), a ratio
 * two (1 and -1), a slope of logs a term a round, (t_i - mean t) / Sxx. */
typedef struct combination_term {
    const doseau_round_mean *round;
    double coefficient;
} combination_term;

/* Which errors count. COMBINATION_ALL: those of measuring these rounds. COMBINATION_BETWEEN: those
 * that the scatter of the rounds about a line does not show, shared by several of the rounds but
 * not by all. */
typedef enum combination_mode { COMBINATION_ALL, COMBINATION_BETWEEN } combination_mode;

/* What may change between the rounds of a plant; behind the components of the budget, in this
 * order. */
typedef enum combination_change {
    CHANGE_OF_LABORATORY,
    CHANGE_OF_METER,
    CHANGE_OF_POPULATION_BASIS,
    COMBINATION_CHANGES
} combination_change;

/* How many components a variance has: those of the budget in force, then the changes. */
size_t combination_components(const doseau_rounds *rounds);

/* Variance of ln of the product, by doseau_propagate with c_i = coefficient * share of the result
 * in the mean of its round, and each component with the uncertainty it has in each result.
 *
 * A change of laboratory, meter or population basis has an uncertainty of its own, in both modes,
 * where the results of several rounds of one plant are not all of one laboratory (meter, basis):
 * .15 for laboratories, that of the component `flow` for meters, that of `population` for bases
 * (of the default budget where the study's has no such name). Results that name none are of one.
 * There is none where the budget has a component of that scope, and in COMBINATION_BETWEEN where
 * each of three or more rounds has its own: then it is in their scatter.
 *
 * by_component: NULL, or room for combination_components numbers, which add up to the variance.
 * DOSEAU_ENOMEM; DOSEAU_ETOOFEW: no result has a share. */
doseau_status combination_variance(const doseau_rounds *rounds, const combination_term terms[],
                                   size_t n, combination_mode mode, double by_component[],
                                   double *variance);
#endif
