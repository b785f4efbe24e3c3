/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_RANK_GROUPS_H
#define DOSEAU_RANK_GROUPS_H
/** # Do groups differ? Tests by ranks, with and without values below a limit */
#include <doseau/censored.h>
#include <doseau/number.h>

DOSEAU_BEGIN

enum { DOSEAU_EXACT_RANKS_MOST = 60 }; /**< values of both groups, for the exact test */

typedef struct doseau_mann_whitney {
    double u;                /**< pairs in which b is above a, ties half */
    double mean;             /**< of u if the groups are alike: n_a n_b / 2 */
    double variance;         /**< given the ties */
    double above;            /**< u / (n_a n_b): how often b is above a */
    doseau_figure p_exact;   /**< P(|U - mean| >= |u - mean|), all assignments alike (R: coin) */
    doseau_figure p_doubled; /**< twice the smaller tail, at most 1 (R: wilcox.test without ties) */
    double z, p_normal;      /**< with continuity correction (R, scipy) */
    double z_nocc, p_normal_nocc; /**< without */
    double p;                     /**< p_exact where given, else p_normal */
} doseau_mann_whitney;

/**
 * Mann and Whitney's (1947) test of two groups. The exact distribution is that of the rank sum
 * among all choices of n_a of the values, ties as they are, up to DOSEAU_EXACT_RANKS_MOST values:
 * the two p agree without ties. All values equal: p 1.
 * @return DOSEAU_OK; DOSEAU_ETOOFEW (an empty group); DOSEAU_EDOMAIN (a number that is not finite);
 * DOSEAU_ENOMEM
 */
DOSEAU_API doseau_status doseau_mann_whitney_test(const double a[], size_t n_a, const double b[],
                                                  size_t n_b, doseau_mann_whitney *result);

enum { DOSEAU_GROUPS_MOST = 64 };

/** A statistic that is about chi-squared if all groups are alike. */
typedef struct doseau_groups_test {
    size_t n, groups;
    double statistic, df, p; /**< p 1 and statistic 0 where the values cannot tell */
} doseau_groups_test;

/**
 * Kruskal and Wallis' (1952) H with correction for ties, chi-squared with groups - 1.
 * @param group 0 to groups - 1, each there
 * @return DOSEAU_OK; DOSEAU_ETOOFEW (fewer than 2 groups, or one without values); DOSEAU_EDOMAIN (a
 * number that is not finite, a group out of range, groups above DOSEAU_GROUPS_MOST); DOSEAU_ENOMEM
 */
DOSEAU_API doseau_status doseau_kruskal_wallis(const double x[], const size_t group[], size_t n,
                                               size_t groups, doseau_groups_test *result);

/**
 * Peto and Peto's (1972) generalised Wilcoxon test for values below limits, several limits
 * allowed: at each value found, from above, the share of each group among all that lie there or
 * below, weighted with the Kaplan-Meier share of all values that lie below the values above it
 * (S(t-), as R's survdiff with rho = 1 on flipped values, NADA::cendiff and NADA2; EnvStats takes
 * other weights). "<5" lies below 5. A limit says nothing about values below it.
 * @return as doseau_kruskal_wallis; DOSEAU_EDOMAIN also for a value between two ends
 */
DOSEAU_API doseau_status doseau_peto_peto(const doseau_censored x[], const size_t group[], size_t n,
                                          size_t groups, doseau_groups_test *result);

DOSEAU_END
#endif
