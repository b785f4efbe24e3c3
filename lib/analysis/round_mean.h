/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_ANALYSIS_ROUND_MEAN_H
#define DOSEAU_ANALYSIS_ROUND_MEAN_H
#include "analysis/usual_week.h"

struct doseau_rounds {
    const doseau_study *study;
    const doseau_loads *loads;
    doseau_round_options options;
    double z;   /* of alpha, for intervals */
    array list; /* doseau_round_mean */
    /* For each kind of data and measurement: d ln mean / d ln result, its share in the mean of its
     * round, as if all were alike where that has only bounds; 0 where it has none. */
    double *share[DOSEAU_UNFLAGGED + 1];
};

/* The label where that is a year, else the year of the first day; 0: neither. */
int round_year(const doseau_rounds *rounds, const doseau_round_mean *round);

/* Week, period or event, by what is declared and by the span of the days. */
doseau_round_kind round_kind(const doseau_round *round, const round_days *days);

/* Whether a measurement of the round takes part in it: it has a result, and its day is not left
 * out. */
bool round_counts(const doseau_rounds *rounds, const doseau_round_mean *round, size_t measurement);

/* The usual week of the series measurements[begin..end), from its own rounds. Zero-initialise
 * `usual`. DOSEAU_ENOMEM, DOSEAU_EDOMAIN. */
doseau_status round_usual_week(const doseau_rounds *rounds, size_t begin, size_t end,
                               doseau_data data, usual_week *usual);

/* All about measurements[begin..end), which are one round of one series; puts down their shares in
 * its mean. DOSEAU_ENOMEM, DOSEAU_EDOMAIN. */
doseau_status round_mean_compute(const doseau_rounds *rounds, size_t begin, size_t end,
                                 doseau_data data, const usual_week *usual,
                                 doseau_round_mean *mean);
#endif
