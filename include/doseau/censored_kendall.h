/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_CENSORED_KENDALL_H
#define DOSEAU_CENSORED_KENDALL_H
/** # Mann-Kendall with values below a limit */
#include <doseau/censored.h>
#include <stdint.h>

DOSEAU_BEGIN

typedef struct doseau_censored_kendall {
    size_t n;
    int64_t s;
    int64_t undecided;    /**< pairs of values that cannot be put in order, equal ones among them */
    double variance;      /**< of S over all orders of the values (Daniels 1944) */
    double tau_a;         /**< S / (n(n-1)/2) */
    doseau_figure tau_b;  /**< S / sqrt((pairs not tied in time)(pairs decided)) */
    double z, p_normal;   /**< (S - sign S)/sqrt(variance), two-sided */
    double p_permutation; /**< over all orders to n = 8, over `draws` random ones beyond */
    bool all_orders;
    double smallest_p;  /**< the smallest p_permutation that any order of these values reaches */
    const char *reason; /**< why a figure is not given; NULL if all are */
} doseau_censored_kendall;

/**
 * Mann-Kendall on interval scores: a pair counts +1 or -1 only where its order is certain, so "<1
 * then 10" is a rise, "<3 then 3" too, "<1 and <5" or "<5 and 3" nothing (as NADA).
 *
 * The variance is the exact one over permutations for any two score matrices (Daniels 1944),
 *
 *     Var S = [sum a_i.^2 - sum a_ij^2][sum b_i.^2 - sum b_ij^2]/(n(n-1)(n-2))
 *             + sum a_ij^2 sum b_ij^2/(2n(n-1)),
 *
 * a and b the scores of times and values, a_i. their row sums; NADA's tie formula is far off where
 * limits fall (p .309 for .083 at n = 8). p_permutation is the one to use at small n; p =
 * (1 + K)/(1 + draws) beyond n = 8. Limits that change over time cost power only as long as the
 * values are exchangeable; where early and late limits differ much it is approximate.
 * @param time any order; NULL: in order of time, at distinct times
 * @param draws at least 1 (9999 is usual), not looked at up to n = 8
 * @return DOSEAU_OK; DOSEAU_ETOOFEW (n < 2, or draws 0 where needed); DOSEAU_EDOMAIN (a number that
 * is not finite, ends in the wrong order); DOSEAU_ENOMEM
 */
DOSEAU_API doseau_status doseau_censored_kendall_test(const double time[],
                                                      const doseau_censored x[], size_t n,
                                                      size_t draws, uint64_t seed,
                                                      doseau_censored_kendall *result);

DOSEAU_END
#endif
