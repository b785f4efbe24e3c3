/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_ANALYSIS_COMPARE_PAIR_H
#define DOSEAU_ANALYSIS_COMPARE_PAIR_H
#include "analysis/history.h"
#include <doseau/compare.h>

struct doseau_comparisons {
    const doseau_rounds *rounds;
    doseau_compare_options options;
    array list;    /* doseau_comparison */
    size_t *shown; /* rows of the table, in the list */
    size_t n_shown;
    size_t left_out; /* series whose last round tells nothing of their level */
};

/* All of a comparison but what depends on its family: ratio, intervals, p, what would be seen.
 * DOSEAU_ENOMEM, DOSEAU_EDOMAIN. */
doseau_status compare_pair(const doseau_comparisons *c, const doseau_prior *prior,
                           const history_round *a, const history_round *b, doseau_comparison *made);

/* What a round is called. */
const char *compare_label(const doseau_comparisons *c, const doseau_round_mean *round);

/* The end of the pair that begins at a row. */
size_t compare_pair_end(const doseau_comparisons *c, size_t begin);

/* Families and verdicts of all comparisons. DOSEAU_EUNKNOWN, DOSEAU_ENOMEM. */
doseau_status compare_conclude(doseau_comparisons *c, doseau_error *error);
#endif
