/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_META_REGRESSION_H
#define DOSEAU_META_REGRESSION_H
/**
 * # Regression of estimates that have errors of their own
 *
 *     y_i = x_i beta + u_i + e_i,  u ~ N(0, tau^2),  e_i ~ N(0, v_i) with v_i known
 *
 * With equal v_i it is ordinary regression; it is for values that rest on different numbers of
 * measurements. v_i is a pooled variance over that number: with the variance that each value shows
 * by itself intervals hold .93 instead of .95 (own simulation).
 */
#include <doseau/interval.h>
#include <doseau/number.h>

DOSEAU_BEGIN

enum { DOSEAU_META_MOST = 16 }; /**< coefficients */

/** How tau^2 is estimated. */
typedef enum doseau_tau2_method {
    DOSEAU_TAU2_REML,              /**< restricted maximum likelihood; the default */
    DOSEAU_TAU2_PAULE_MANDEL,      /**< weighted residual sum of squares = n - p */
    DOSEAU_TAU2_DERSIMONIAN_LAIRD, /**< moments with weights 1 / v */
    DOSEAU_TAU2_NONE               /**< tau^2 = 0: fixed effects */
} doseau_tau2_method;

typedef struct doseau_meta_options {
    doseau_tau2_method method;
    double alpha; /**< .05 */
} doseau_meta_options;

DOSEAU_API void doseau_meta_defaults(doseau_meta_options *options);

/** A standard error, and what follows from it. */
typedef struct doseau_meta_inference {
    double se;
    doseau_interval interval;
    doseau_figure p; /**< two-sided, that the true value is 0; not given where se is 0 */
} doseau_meta_inference;

typedef struct doseau_meta_coefficient {
    double estimate;
    doseau_meta_inference modified; /**< Knapp-Hartung with max(1, q), t(n - p): the default */
    doseau_meta_inference kh;       /**< Knapp and Hartung (2003), t(n - p) (metafor: knha) */
    doseau_meta_inference z;        /**< normal: for comparison only, false claims .04-.24 at .05 */
} doseau_meta_coefficient;

typedef struct doseau_meta {
    size_t n, p;
    double df;   /**< n - p */
    double tau2; /**< by the method asked for */
    double tau2_reml, tau2_paule_mandel, tau2_dersimonian_laird;
    doseau_figure tau2_reml_se; /**< sqrt(2 / tr PP); not given where tau2_reml is 0 */
    double q;                   /**< sum (y - x beta)^2 / (v + tau2) / (n - p) */
    double q_e, q_e_p;     /**< Cochran's residual Q with weights 1 / v; p of chi-squared(n - p) */
    double log_likelihood; /**< restricted, at tau2 */
    doseau_meta_coefficient coefficient[DOSEAU_META_MOST];
    double covariance[DOSEAU_META_MOST * DOSEAU_META_MOST]; /**< p by p, (X'WX)^-1, row after row */
    double alpha;
} doseau_meta;

/**
 * The regression. REML is the highest of all maxima of the restricted likelihood, those between 0
 * and far beyond the scatter of y and that at 0, found on a grid and then as roots of the
 * derivative (metafor stops at 1e-5 unless told otherwise: tau2 off by up to 6e-4 of itself). With
 * equal v the Knapp-Hartung interval of a mean is that of the t; its factor q can be far below 1,
 * which max(1, q) does not let pass.
 * @param x n by p, row after row; a column of ones for the intercept @param v > 0
 * @param options NULL: the defaults
 * @return DOSEAU_OK; DOSEAU_ETOOFEW (n <= p, or p is 0); DOSEAU_EDOMAIN (a number that is not
 * finite, p above DOSEAU_META_MOST, columns that depend on each other, a v not above 0, alpha
 * outside 0..1); DOSEAU_ENOMEM
 */
DOSEAU_API doseau_status doseau_meta_regression(const double x[], const double y[],
                                                const double v[], size_t n, size_t p,
                                                const doseau_meta_options *options,
                                                doseau_meta *result);

/** What a regression says of one row x. */
typedef struct doseau_meta_at {
    double fitted;
    doseau_meta_inference modified, kh, z; /**< of the mean there */
    doseau_figure next_lower, next_upper;  /**< of the true value of one more: fitted -+ t sqrt(tau2
        + max(1, q) se^2), t(n - max(p, 2)) (Higgins, Thompson and Spiegelhalter 2009 for a mean) */
    doseau_interval next_metafor;          /**< with q and t(n - p), as metafor's predict */
} doseau_meta_at;

/** @param x p numbers @return DOSEAU_OK; DOSEAU_EDOMAIN (a number that is not finite) */
DOSEAU_API doseau_status doseau_meta_predict(const doseau_meta *meta, const double x[],
                                             doseau_meta_at *at);

DOSEAU_END
#endif
