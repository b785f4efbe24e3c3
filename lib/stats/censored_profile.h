/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_STATS_CENSORED_PROFILE_H
#define DOSEAU_STATS_CENSORED_PROFILE_H
/* The profile likelihood of a log mean theta = mu + c sigma^2 = a/g + c/g^2. */
#include "stats/censored_likelihood.h"

/* The data, and the maximum of their likelihood. */
typedef struct censored_fit {
    censored_sums sums;
    double c, a, g;
    likelihood most;
} censored_fit;

/* The theta below (step < 0) or above that of the maximum at which twice the logarithm of the
 * largest likelihood with that theta has fallen by `cut`. step: about a standard error. false: it
 * does not fall as far. */
bool censored_profile_end(const censored_fit *fit, double cut, double step, double *end);
#endif
