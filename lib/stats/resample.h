/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_STATS_RESAMPLE_H
#define DOSEAU_STATS_RESAMPLE_H
/* Samples with replacement from n values, and a statistic of each. The statistic sees the values of
 * a resample in the order of the originals, so that the same values give the same bits. */
#include <doseau/bootstrap.h>

typedef struct resample {
    double statistic, weight;
} resample;

typedef struct resamples {
    resample *items; /* the caller's to free */
    size_t n;
    double weight; /* of all */
} resamples;

/* Every different resample once, its weight n!/(c_1! ... c_n!) / n^n; n <= 10. DOSEAU_ENOMEM. */
doseau_status resample_all(const double x[], size_t n, doseau_statistic statistic, void *context,
                           resamples *all);

/* options->draws of them, of weight 1, in chunks of fixed size with a generator each.
 * DOSEAU_ENOMEM.
 */
doseau_status resample_draw(const double x[], size_t n, doseau_statistic statistic, void *context,
                            const doseau_bootstrap_options *options, resamples *drawn);

/* By statistic. DOSEAU_ENOMEM. */
doseau_status resample_sort(resamples *all);
#endif
