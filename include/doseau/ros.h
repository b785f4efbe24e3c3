/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_ROS_H
#define DOSEAU_ROS_H
/** # Robust regression on order statistics */
#include <doseau/censored.h>

DOSEAU_BEGIN

typedef struct doseau_ros {
    size_t n, used, found;          /**< used: without limits above the largest value found */
    doseau_figure intercept, slope; /**< of ln(found) on normal scores */
    doseau_figure mean, sd, median; /**< of found and imputed values; sd with divisor used - 1 */
    const char *reason;             /**< why nothing is given; NULL if it is */
} doseau_ros;

/**
 * Values below a limit are put on the line of ln(found) on normal scores, at Helsel and Cohn's
 * (1988) plotting positions; found ones are kept (Helsel, Nondetects and Data Analysis, 2012). As
 * NADA::ros: position r/(A + 1) within an interval of limits; limits above the largest value found
 * are left out. EnvStats uses Blom's positions and other counts (mean up to 17 % apart). Without
 * values below limits mean, sd and median are those of the sample, at positions i/(n + 1).
 *
 * The imputed values are no data: good for these summaries, not for a trend. At 7 values the
 * largest error of all methods, from 70 % below limits also its intervals fail (own simulation): an
 * alternative by name, not a default. Nothing is given with fewer than two different values found
 * (NADA returns the single one as the mean).
 * @param imputed room for n numbers, rising, found and imputed; `used` of them are written; NULL:
 * not wanted
 * @return DOSEAU_OK; DOSEAU_ETOOFEW (n is 0); DOSEAU_EDOMAIN (not finite, not above 0, a value
 * between two); DOSEAU_ENOMEM
 */
DOSEAU_API doseau_status doseau_ros_fit(const doseau_censored x[], size_t n, double imputed[],
                                        doseau_ros *result);

DOSEAU_END
#endif
