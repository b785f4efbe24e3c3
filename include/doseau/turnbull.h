/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_TURNBULL_H
#define DOSEAU_TURNBULL_H
/** # The distribution of values known to lie between limits, without a shape */
#include <doseau/censored.h>

DOSEAU_BEGIN

typedef struct doseau_turnbull {
    size_t n, intervals;      /**< intervals: where the estimate may put mass */
    doseau_figure mean_lower; /**< every mass at the lower end of its interval, 0 where it has none;
                                   not given with values below 0 */
    double mean_upper;        /**< every mass at the upper end */
    double log_likelihood;
    double gap; /**< no distribution has a log-likelihood larger by more than n gap */
} doseau_turnbull;

/**
 * The nonparametric maximum-likelihood estimate for values found, below limits and between two
 * (Turnbull 1976): mass only on the innermost intervals, shares by the EM algorithm until the
 * largest gradient exceeds 1 by less than 1e-9 (then the log-likelihood is within n 1e-9 of its
 * maximum). The data fix the mean only between mean_lower and mean_upper; without `between` these
 * are mean_at_zero and at_smallest.mean of doseau_kaplan_meier_fit.
 * @return DOSEAU_OK; DOSEAU_ETOOFEW (n is 0); DOSEAU_EDOMAIN (not finite, ends in the wrong order;
 * no convergence in 10^6 steps); DOSEAU_ENOMEM
 */
DOSEAU_API doseau_status doseau_turnbull_fit(const doseau_censored x[], size_t n,
                                             doseau_turnbull *result);

DOSEAU_END
#endif
