/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_AKRITAS_H
#define DOSEAU_AKRITAS_H
/** # The Theil-Sen line through values below limits */
#include <doseau/censored.h>

DOSEAU_BEGIN

typedef struct doseau_akritas {
    size_t n;
    doseau_figure slope_lowest, slope_highest; /**< where S(x - b t) is 0 */
    doseau_figure slope;                       /**< their middle */
    doseau_figure intercept;                   /**< Kaplan-Meier median of x - slope t */
    const char *reason;                        /**< why a figure is not given; NULL if both are */
} doseau_akritas;

/**
 * Akritas, Murphy and LaValley (1995): the slope b at which Kendall's S of x - b t, on interval
 * scores (doseau_censored_kendall_test), crosses zero, found exactly as the two neighbours in the
 * sorted list of slopes at which a pair changes its score. NADA::cenken bisects instead, after
 * moving values below limits down a little, and returns a slope up to 2e-4 off or any point of a
 * level stretch. Its intercept uses the interval (0, L], which means nothing for logarithms; here
 * it is the Kaplan-Meier median, not given where half of the residuals lie below the smallest found
 * or some value is `between`.
 * @param time any order; NULL: 0, 1, ...; pairs of equal times are left out
 * @return DOSEAU_OK; DOSEAU_ETOOFEW (n < 2); DOSEAU_EDOMAIN (a number that is not finite, ends in
 * the wrong order, a slope that overflows); DOSEAU_ENOMEM
 */
DOSEAU_API doseau_status doseau_akritas_fit(const double time[], const doseau_censored x[],
                                            size_t n, doseau_akritas *result);

DOSEAU_END
#endif
