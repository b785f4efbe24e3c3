/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_SEASONAL_KENDALL_H
#define DOSEAU_SEASONAL_KENDALL_H
/** # Seasonal and regional Kendall: a trend common to several series */
#include <doseau/number.h>
#include <stdint.h>

DOSEAU_BEGIN

typedef struct doseau_seasonal_kendall {
    size_t n, seasons;                 /**< seasons with `least` values or more, and their values */
    int64_t s;                         /**< sum over seasons of Kendall's S */
    double tau;                        /**< s over the pairs within seasons */
    double variance, z, p;             /**< seasons independent of each other */
    double variance_covariance;        /**< with the covariance between seasons */
    double z_covariance, p_covariance; /**< of s and that variance, the default */
    double slope;                      /**< median of the slopes of all pairs within seasons */
} doseau_seasonal_kendall;

/**
 * Kendall's S summed over seasons (Hirsch, Slack and Smith 1982), or over sites (regional Kendall,
 * Helsel and Frans 2006: give the site as season). Where seasons of one year depend on each other
 * the variances alone are too small; the covariance of seasons g and h is
 *
 *     [K_gh + 4 sum_i R_ig R_ih - n (n_g + 1)(n_h + 1)]/3
 *
 * over n years, K_gh = sum_{i<j} sign((x_jg - x_ig)(x_jh - x_ih)), R ranks with the middle for a
 * missing value (Dietz and Killeen 1981; Hirsch and Slack 1984). It needs about ten years. Both
 * with continuity correction; rkt gives the covariance form from ten years on only, trend::csmk
 * drops the correction, pymannkendall never corrects.
 *
 * Not a test where the seasons of a time share an error and times are few:
 * doseau_block_kendall_test is (naive claims .03-.34 at 5 %, own simulation).
 * @param time of each value; equal for what belongs to one year
 * @param least values a season needs, at least 2 (rkt and NADA2: 4)
 * @return DOSEAU_OK; DOSEAU_ETOOFEW (least < 2, no season with so many values); DOSEAU_EDOMAIN (a
 * number that is not finite, two values of a season at one time); DOSEAU_ENOMEM
 */
DOSEAU_API doseau_status doseau_seasonal_kendall_test(const double time[], const size_t season[],
                                                      const double x[], size_t n, size_t least,
                                                      doseau_seasonal_kendall *result);

DOSEAU_END
#endif
