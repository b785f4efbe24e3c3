/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_ANALYSIS_ROUND_INTERVAL_H
#define DOSEAU_ANALYSIS_ROUND_INTERVAL_H
/* The measurement interval of a round: how well the load of the days that it stands for is known.
 * Each function fills measurement_rel_u and measurement of a round whose mean is given and whose
 * shares are put down, or leaves them as they are where it has no answer. DOSEAU_ENOMEM,
 * DOSEAU_EDOMAIN. */
#include "analysis/round_mean.h"

/* A mean sum_i weight_i * day_i over days of a round. */
typedef struct round_sum {
    const round_days *days;
    const double *weight;     /* of each day of the list */
    const double *multiplier; /* of the usual week, Monday first */
} round_sum;

/* Every day of the round was found: the scope formula, or its simulation where draws are asked for,
 * and the pattern of the days is no error. */
doseau_status round_interval_whole(const doseau_rounds *rounds, doseau_round_mean *r);

/* k >= 3 found days of a week, the others filled in by the usual week (own simulation: .927-.960,
 * real weeks .915-.963):
 *
 *     V = s^2 H + u_day^2 / 7 + u_shared^2,  x exp(-+ t(nu) sqrt(V)),  nu by Welch-Satterthwaite
 *     H = sum_missing m^2 / 49 + (sum_missing m / 7)^2 sum_present m^2 / (sum_present m)^2
 *
 * with s^2 the scatter of ln(day / usual day), moderated by the prior, and m the usual week with
 * mean 1. */
doseau_status round_interval_model(const doseau_rounds *rounds, doseau_round_mean *r,
                                   const round_sum *sum);

/* A whole week with days below known limits: the mean with E[x | x < limit] over the posterior of a
 * borrowed spread, weekday pattern left in; its draws and the scope formula in quadrature. Sets the
 * mean where at least three days were found and at most 60 % lie below limits, else a flag. */
doseau_status round_censored_week(const doseau_rounds *rounds, doseau_round_mean *r,
                                  const round_sum *sum);

/* A period of which not every day was measured, or with days below limits: the interval of the mean
 * of the distribution that its days come from (all found: Olsson's; from 28 days and 10 found on
 * the profile likelihood, below that a borrowed spread), and in quadrature the errors that its days
 * share. Sets the mean where days lie below limits. From seven days on. */
doseau_status round_period(const doseau_rounds *rounds, doseau_round_mean *r, const round_sum *sum);

/* The variance of ln mean by the scope formula in two parts: what is independent from sample to
 * sample or day to day, and what days share. */
doseau_status round_measurement_parts(const doseau_rounds *rounds, const doseau_round_mean *r,
                                      double *of_days, double *shared);
#endif
