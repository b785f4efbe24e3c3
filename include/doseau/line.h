/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_LINE_H
#define DOSEAU_LINE_H
/**
 * # Straight lines by least squares
 *
 * x = a + b t + error, errors independent and normal with variance sigma^2 / w_i. DOSEAU_EDOMAIN:
 * a number that is not finite, or a result that overflows; alpha outside 0..1. Any thread.
 */
#include <doseau/number.h>

DOSEAU_BEGIN

typedef struct doseau_line {
    size_t n;
    size_t df; /**< n - 2 */
    double slope, intercept;
    double mean_time, mean_value; /**< weighted, as all sums */
    double weight;                /**< sum w */
    double sxx;                   /**< sum w (t - mean)^2 */
    double rss;                   /**< sum w (x - a - b t)^2 */
    doseau_figure residual_sd;    /**< sqrt(rss / df): of a value with weight 1 */
    doseau_figure slope_se, slope_lower, slope_upper;
    doseau_figure intercept_se, intercept_lower, intercept_upper;
    doseau_figure t, p;      /**< of slope 0, two-sided, t with n - 2 degrees of freedom */
    doseau_figure r_squared; /**< 1 - rss / sum w (x - mean)^2 */
    const char *reason;      /**< why a figure is not given; NULL if all are. Static storage */
} doseau_line;

/**
 * The line with t intervals. Weights are relative, proportional to 1 / variance, and the variance
 * is estimated (R: lm with weights), so that a common factor changes nothing but residual_sd. Two
 * values have a line and no standard errors; values that lie on a line to the last digits (residual
 * below 8 units of rounding of the largest value) have residual_sd 0, and no interval, t or p.
 * @param weights > 0; NULL: all 1 @param alpha of the intervals
 * @return DOSEAU_OK; DOSEAU_ETOOFEW (n < 2, or all at one time); DOSEAU_EDOMAIN; DOSEAU_ENOMEM
 */
DOSEAU_API doseau_status doseau_line_fit(const double time[], const double x[],
                                         const double weights[], size_t n, double alpha,
                                         doseau_line *line);

/** What a line says of one time. */
typedef struct doseau_line_at {
    double fitted;                                 /**< a + b t */
    doseau_figure se, lower, upper;                /**< of the line there */
    doseau_figure next_se, next_lower, next_upper; /**< of one new value there */
} doseau_line_at;

/**
 * The line at a time, from a fit: se^2 = s^2 (1 / sum w + (t - mean)^2 / Sxx); a new value adds
 * s^2 / weight. Not given where the line has no residual_sd.
 * @param weight > 0, of the new value
 */
DOSEAU_API doseau_status doseau_line_predict(const doseau_line *line, double time, double weight,
                                             double alpha, doseau_line_at *at);

DOSEAU_END
#endif
