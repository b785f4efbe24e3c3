/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_PROPORTION_H
#define DOSEAU_PROPORTION_H
/** # A proportion with its interval */
#include <doseau/interval.h>
#include <stdint.h>

DOSEAU_BEGIN

typedef struct doseau_proportion {
    double proportion; /**< x / n */
    /** The default, Wilson (1927): centre (x + z^2/2)/(n + z^2), half-width z/(n + z^2)
     * sqrt(x (n-x)/n + z^2/4). R's prop.test without correction, prevalence's `wilson`. */
    doseau_limits wilson;
    doseau_limits wilson_corrected; /**< continuity correction (Newcombe 1998): R's prop.test */
    doseau_limits exact;            /**< Clopper and Pearson (1934): R's binom.test */
    doseau_limits midp;             /**< the same with half the probability of x */
    doseau_limits wald; /**< x/n -+ z sqrt(p(1-p)/n), for comparison only: it leaves 0..1, and is a
                           point at 0 and n */
} doseau_proportion;

/** @param trials n >= 1 @return DOSEAU_OK; DOSEAU_ETOOFEW (n is 0); DOSEAU_EDOMAIN (x > n, n beyond
 * 2^53, alpha outside 0..1); DOSEAU_ENOMEM */
DOSEAU_API doseau_status doseau_proportion_interval(uint64_t successes, uint64_t trials,
                                                    double alpha, doseau_proportion *result);

DOSEAU_END
#endif
