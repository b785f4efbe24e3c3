/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_ANALYSIS_COMPARE_USUAL_H
#define DOSEAU_ANALYSIS_COMPARE_USUAL_H
#include "analysis/bridging.h"
#include <doseau/compare.h>
#include <doseau/moderated.h>

/* What V of doseau/compare.h is made of. */
typedef struct usual_change_terms {
    double persons;          /* the fewest of both rounds; 0: not known */
    double week, of_a, of_b; /* yearly spread of a week of seven days, and of the two rounds */
    double growth, changes;
} usual_change_terms;

/* bridged: laboratories are tied by samples, and add nothing. DOSEAU_ENOMEM. */
doseau_status compare_usual_terms(const doseau_rounds *rounds, const doseau_prior *prior,
                                  const doseau_comparison *made, bool bridged,
                                  usual_change_terms *terms);

/* The usual change between the rounds of a comparison (a, b and years_apart are set): that of two
 * values with the variance V / 2 of doseau/compare.h, and what is known of their laboratories.
 * DOSEAU_ENOMEM. */
doseau_status compare_usual(const doseau_rounds *rounds, const doseau_prior *prior,
                            const doseau_comparison *made, bridge *laboratories,
                            doseau_variance_prior *usual);
#endif
