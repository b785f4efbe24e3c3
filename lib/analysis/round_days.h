/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_ANALYSIS_ROUND_DAYS_H
#define DOSEAU_ANALYSIS_ROUND_DAYS_H
/* The days of one round of one series: replicates averaged, and what stands behind each. */
#include "base/array.h"
#include <doseau/round.h>

typedef struct round_day {
    doseau_date date;
    doseau_weekday weekday;
    doseau_sample value; /* mg/d/1000 people; missing: no result, or left out */
    doseau_figure point; /* what stands for the day in a mean; not given: missing, or only bounds */
    size_t begin, end;   /* its measurements in the study */
    size_t results;      /* of them with a result */
} round_day;

typedef struct round_days {
    array list;      /* round_day, in order of days */
    size_t count[7]; /* measured days of each weekday */
    bool measured[7];
    size_t n_measured;
    doseau_date first, last; /* of all rows */
} round_days;

/* Collects measurements[begin..end) of a study. A result below a limit has no point; with
 * DOSEAU_EUDA its point is 0. DOSEAU_ENOMEM, DOSEAU_EDOMAIN. */
doseau_status round_days_collect(const doseau_study *study, const doseau_loads *loads, size_t begin,
                                 size_t end, doseau_data data, doseau_convention convention,
                                 round_days *days);
void round_days_free(round_days *days);
#endif
