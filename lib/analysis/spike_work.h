/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_ANALYSIS_SPIKE_WORK_H
#define DOSEAU_ANALYSIS_SPIKE_WORK_H
/* What the rules for days and rounds that do not fit work on, and what they find. */
#include "base/array.h"
#include <doseau/flag.h>
#include <doseau/round.h>
#include <doseau/spike.h>

/* A day of a series. */
typedef struct spike_day {
    uint32_t substance, round;
    doseau_date date;
    doseau_weekday weekday;
    doseau_sample value;        /* mg/d/1000 people, of all its results */
    doseau_figure log_residual; /* ln(load / expected); not given: not certain */
    doseau_figure before, after;
    size_t begin, end; /* its measurements */
} spike_day;

typedef struct spike_work {
    const doseau_study *study;
    const doseau_loads *loads;
    bool all;
    array days;          /* spike_day, of one plant */
    array found;         /* doseau_spike */
    doseau_flags *marks; /* flags, beside the loads */
    doseau_spike_count counts[DOSEAU_SPIKE_ENANTIOMER + 1];
} spike_work;

struct doseau_spikes {
    spike_work work;
};

/* From the least to the greatest that a number can be; INFINITY where nothing bounds it. */
typedef struct spike_span {
    double least, greatest;
} spike_span;

/* Where a value stands to a limit: its severity, and the limit that was passed or is the nearest.
 * false: the span leaves that open. */
bool spike_judge(const doseau_spike_limit *limit, spike_span value, doseau_severity *severity,
                 doseau_figure *passed);

/* value / expected, where expected.greatest > 0. */
spike_span spike_factor(spike_span value, spike_span expected);

/* Counts a judgement, keeps it if it is to be kept, and marks its measurements with `flag` if it is
 * unusual. DOSEAU_ENOMEM. */
doseau_status spike_keep(spike_work *work, const doseau_spike *spike, doseau_flags flag);

/* The rules. They add the days of a round to `days`; judge a round of the list by those before it;
 * and judge the days of a plant together, which are then sorted by day. DOSEAU_ENOMEM,
 * DOSEAU_EDOMAIN. */
doseau_status spike_days_judge(spike_work *work, const doseau_round_mean *round);
doseau_status spike_rounds_judge(spike_work *work, const doseau_round_mean rounds[], size_t n);
doseau_status spike_common_judge(spike_work *work, uint32_t plant, const spike_day day[], size_t n);
doseau_status spike_tracers_judge(spike_work *work, uint32_t plant, const spike_day day[],
                                  size_t n);
#endif
