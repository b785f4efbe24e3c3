/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_ROBUST_Z_H
#define DOSEAU_ROBUST_Z_H
/**
 * # How far does each value lie from the others?
 *
 * A flag, never a reason to drop a value. The other values are taken to be normal: of skewed data
 * give logarithms, or the tail will be called odd.
 */
#include <doseau/number.h>

DOSEAU_BEGIN

/** How far one value lies from the others. */
typedef struct doseau_robust_z {
    doseau_figure left_out; /**< (x - median)/(1.482602 MAD), both of the other values */
    doseau_figure whole;    /**< the same with the value among them */
    doseau_figure modified; /**< .6745 (x - median)/MAD of all (Iglewicz and Hoaglin 1993) */
} doseau_robust_z;

/**
 * Robust z of n values: 1.482602218505602 is 1 over the upper quartile of the normal distribution.
 * Where the MAD is 0 the mean absolute deviation about the median times sqrt(pi/2) takes its place
 * (not for `modified`); where that is 0 too, nothing is given.
 * @param z n of them, the caller's
 * @return DOSEAU_OK; DOSEAU_ETOOFEW (n < 3); DOSEAU_EDOMAIN (a number not finite, a distance beyond
 * the numbers); DOSEAU_ENOMEM
 */
DOSEAU_API doseau_status doseau_robust_z_scores(const double x[], size_t n, doseau_robust_z z[]);

DOSEAU_END
#endif
