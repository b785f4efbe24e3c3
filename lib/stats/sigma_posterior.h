/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_STATS_SIGMA_POSTERIOR_H
#define DOSEAU_STATS_SIGMA_POSTERIOR_H
/* The posterior of doseau/borrowed.h: a mixture over a grid of sigma. */
#include "stats/censored.h"
#include <doseau/moderated.h>

enum { SIGMA_GRID = 25 };

typedef struct sigma_posterior {
    double sigma[SIGMA_GRID], weight[SIGMA_GRID]; /* weights sum to 1 */
    double mu[SIGMA_GRID], sd[SIGMA_GRID];        /* of mu given sigma */
} sigma_posterior;

/* Of logarithms of values, one found at least. DOSEAU_EDOMAIN: no mode. */
doseau_status stats_sigma_posterior(const doseau_censored y[], size_t n,
                                    const doseau_variance_prior *prior, sigma_posterior *posterior);

double stats_sigma_mean(const sigma_posterior *posterior);
#endif
