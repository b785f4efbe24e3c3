/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_ANALYSIS_WEEK_FIT_H
#define DOSEAU_ANALYSIS_WEEK_FIT_H
/*
 * How the week of a plant stands to the usual week, as its days stand and with all of them one
 * earlier or later. The residue of cocaine and MDMA have a weekend that shows it.
 *
 * Of each drug the logarithms of the loads are compared with those of the usual week (EU), both
 * less their means. With sums of squares S0 as they stand and S1 moved, over n days, the evidence
 * for the moved week is sum over drugs of n / 2 ln(S0 / S1), the logarithm of a ratio of
 * likelihoods where each week has its own variance.
 */
#include "analysis/check_report.h"
#include "base/text.h"

enum { WEEK_DRUGS = 2, WEEK_LEAST_DAYS = 6 };

/* How the days of a week are off: a week that is late fits with its days one earlier. */
typedef enum week_way { WEEK_LATE, WEEK_EARLY, WEEK_WAYS } week_way;

/* The loads of a drug in a week, Monday first. */
typedef struct week_profile {
    const char *drug;
    bool measured[7];
    double log[7];
    size_t count[7]; /* of replicates */
    doseau_date date[7];
    bool odd; /* a weekday twice: no single week */
} week_profile;

typedef struct week_fit {
    double evidence;
    bool better; /* every drug correlates better with the moved week */
    double best; /* the highest of their correlations with it */
    double plain[WEEK_DRUGS], moved[WEEK_DRUGS]; /* correlations */
} week_fit;

typedef struct week {
    uint32_t round;
    const doseau_measurement *first;
    week_profile of[WEEK_DRUGS];
    week_fit by[WEEK_WAYS];
} week;

/* Number of days of a drug; 0 where they are not those of one week. */
size_t week_days(const week_profile *p);

/* Whether some drug has days enough to judge the week. */
bool week_is_judged(const week *at);

/* What speaks for days that are late, and early: fills `by`. */
void week_judge(week *at);

/* The way that has more evidence. */
week_way week_better_way(const week *at);

/* The correlations in words: "MDMA 0.99 for 0.53, ...". */
void week_add_drugs(text *words, const week *at, const week_fit *f);

/* The run of two judged weeks or more, in order of rounds, with the most evidence for days that are
 * all late, or all early, whose mean week bears it out: reports it where it is outside the window
 * of `weekday_shift_run`. Returns whether it did. */
bool check_week_runs(const checking *c, const week weeks[], size_t n);
#endif
