/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_STATS_RESAMPLE_H
#define DOSEAU_STATS_RESAMPLE_H
/* Samples with replacement from n values, and a statistic of each. The statistic sees the values of
 * a resample in the order of the originals, so that the same values give the same bits. */
#include <doseau/bootstrap.h>

typedef struct resample {
    double statistic, weight; /* a whole number */
} resample;

typedef struct resamples {
    resample *items; /* the caller's to free */
    size_t n;
    double weight; /* of all */
} resamples;

/* The number of different resamples: (2n-1)! / (n! (n-1)!); n <= DOSEAU_BOOTSTRAP_ALL_MOST. */
size_t resample_count(size_t n);

/* Every different resample once, its weight n!/(c_1! ... c_n!), the number of orders to draw it in;
 * n <= DOSEAU_BOOTSTRAP_ALL_MOST. DOSEAU_ENOMEM. */
doseau_status resample_all(const double x[], size_t n, doseau_statistic statistic, void *context,
                           resamples *all);

/* options->draws of them. Where fewer are different, each of those drawn stands there once, its
 * weight how often; else each has weight 1, in chunks of fixed size with a generator each.
 * DOSEAU_ENOMEM. */
doseau_status resample_draw(const double x[], size_t n, doseau_statistic statistic, void *context,
                            const doseau_bootstrap_options *options, resamples *drawn);

enum { RESAMPLE_QUANTILES_MOST = 6 };

/* For each of up to RESAMPLE_QUANTILES_MOST shares, 0 < share < 1: the smallest statistic with at
 * least that share of the weight at or below it. Changes the order of the items, of which there is
 * one at least. */
void resample_quantiles(resamples *all, const double share[], size_t n, double quantile[]);
#endif
