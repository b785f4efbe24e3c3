/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_KAPLAN_MEIER_H
#define DOSEAU_KAPLAN_MEIER_H
/** # Kaplan-Meier for values below limits */
#include <doseau/censored.h>

DOSEAU_BEGIN

/** The mean with the mass below the smallest value found put in one place. */
typedef struct doseau_kaplan_meier_mean {
    double mean;
    double sd;              /**< of the estimated distribution: sqrt(sum mass (x - mean)^2) */
    double se_greenwood;    /**< of the mean, restricted to the place (survival::survfit) */
    doseau_figure se_found; /**< times sqrt(d/(d-1)), d values found (NADA) */
    doseau_figure se_efron; /**< the same, d with the values below the smallest limit where that
                               lies below all found (EnvStats) */
    doseau_figure sd_nada;  /**< sqrt(n) se_found */
} doseau_kaplan_meier_mean;

typedef struct doseau_kaplan_meier {
    size_t n, found;
    double mass_below;                          /**< F0, left below the smallest value found */
    doseau_kaplan_meier_mean at_smallest;       /**< F0 at the smallest limit (Efron; survfit on
                                                     flipped data), or value found if that is smaller:
                                                     the default */
    doseau_kaplan_meier_mean at_smallest_found; /**< F0 at the smallest value found (NADA, NADA2,
                                                     EnvStats' default) */
    doseau_figure
        mean_at_zero;     /**< F0 at 0: the lower bound, for quantities that cannot be negative */
    doseau_figure median; /**< smallest value found with F >= 1/2 */
    doseau_figure median_mid; /**< the middle of two neighbours where F is 1/2 exactly (survfit) */
    const char *reason;       /**< why a figure is not given; NULL if all are */
} doseau_kaplan_meier;

/**
 * The product-limit estimate on flipped values: at each value found, the share of those at or below
 * it (found, or with a limit at or below it). "<5" lies below 5. The likelihood fixes the mean only
 * between mean_at_zero and at_smallest.mean (Turnbull 1976); at_smallest_found.mean may lie above
 * both. All agree where the smallest value is a found one. Values with limits above the largest
 * found say nothing here. The mean is biased upwards with many values below limits (+31 % at 80 %,
 * own simulation), and its standard error too small from 70 % on: a named alternative, not a
 * default.
 * @return DOSEAU_OK; DOSEAU_ETOOFEW (n is 0, or none found); DOSEAU_EDOMAIN (a number that is not
 * finite, or whose square is not; a value between two: see doseau_turnbull_fit); DOSEAU_ENOMEM
 */
DOSEAU_API doseau_status doseau_kaplan_meier_fit(const doseau_censored x[], size_t n,
                                                 doseau_kaplan_meier *result);

/** The smallest value found with F >= p, 0 < p < 1; not given for p <= F0 ("below the smallest
 * found"). Statuses as above. */
DOSEAU_API doseau_status doseau_kaplan_meier_quantile(const doseau_censored x[], size_t n, double p,
                                                      doseau_figure *quantile);

DOSEAU_END
#endif
