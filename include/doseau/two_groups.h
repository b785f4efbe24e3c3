/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_TWO_GROUPS_H
#define DOSEAU_TWO_GROUPS_H
/** # Two groups of values: difference, ratio, equivalence */
#include <doseau/interval.h>
#include <doseau/number.h>

DOSEAU_BEGIN

/** b less a; or, of doseau_ratio_of_groups, b over a. */
typedef struct doseau_two_groups {
    size_t n_a, n_b;
    double a, b;              /**< arithmetic means; geometric ones of a ratio */
    double estimate;          /**< b - a; b / a */
    double se;                /**< of the difference; of the logarithm of a ratio */
    doseau_interval interval; /**< t, df degrees of freedom; never below 0 for a ratio */
    doseau_figure df;         /**< Welch and Satterthwaite; not given where neither group varies */
    doseau_figure t, p;       /**< two-sided; not given as df */
} doseau_two_groups;

/**
 * Welch's (1947) t: se^2 = s_a^2/n_a + s_b^2/n_b, the variances may differ (R: t.test). For values
 * that are independent: where those of a group share an error, a difference is claimed .35 of the
 * time where there is none (own simulation).
 * @return DOSEAU_OK; DOSEAU_ETOOFEW (a group of fewer than 2); DOSEAU_EDOMAIN (a number that is not
 * finite, alpha outside 0..1); DOSEAU_ENOMEM
 */
DOSEAU_API doseau_status doseau_welch_t(const double a[], size_t n_a, const double b[], size_t n_b,
                                        double alpha, doseau_two_groups *result);

/** The ratio of geometric means, by Welch's t of logarithms.
 * @return as doseau_welch_t; DOSEAU_EDOMAIN also for a value not above 0 */
DOSEAU_API doseau_status doseau_ratio_of_groups(const double a[], size_t n_a, const double b[],
                                                size_t n_b, double alpha,
                                                doseau_two_groups *result);

typedef struct doseau_equivalence {
    doseau_interval interval;       /**< estimate -+ t(1 - alpha, df) se: 1 - 2 alpha */
    doseau_figure p_lower, p_upper; /**< one-sided: true value above `lower`, below `upper` */
    doseau_figure p;                /**< the larger; not given where se is 0 */
    bool equivalent;                /**< the interval lies inside lower to upper */
} doseau_equivalence;

/**
 * Two one-sided t tests (Schuirmann 1987) that a true value lies between two margins, from any
 * estimate with a t: a slope, a difference, the logarithm of a ratio with margins -+ ln m.
 * "Not significant" is not "equal": it would be said wrongly .45-.86 of the time (own simulation).
 * @param se >= 0 @param df > 0 @param alpha between 0 and .5
 * @return DOSEAU_OK; DOSEAU_EDOMAIN (also lower not below upper); DOSEAU_ENOMEM
 */
DOSEAU_API doseau_status doseau_equivalence_test(double estimate, double se, double df,
                                                 double lower, double upper, double alpha,
                                                 doseau_equivalence *result);

DOSEAU_END
#endif
