/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_DESCRIBE_H
#define DOSEAU_DESCRIBE_H
/**
 * # What a set of numbers looks like
 *
 * Any thread. All numbers must be finite (DOSEAU_EDOMAIN otherwise).
 */
#include <doseau/interval.h>
#include <doseau/number.h>

DOSEAU_BEGIN

typedef struct doseau_description {
    size_t n;
    double mean;
    double minimum, q25, median, q75, maximum; /**< quantiles of type 7 */
    doseau_figure sd;                          /**< divisor n - 1; from n = 2 on */
    doseau_figure sd_n;                        /**< divisor n */
    doseau_figure se;                          /**< sd / sqrt(n) */
    doseau_figure cv;                          /**< sd / mean, of values above 0 */
    doseau_figure skewness; /**< g1 = m3 / m2^1.5 with divisors n; from n = 3 on, values not all
                               equal. R's e1071 type 1; Excel's SKEW is larger */
    doseau_figure log_mean, log_sd;             /**< of ln x, values above 0 only */
    doseau_figure geometric_mean, geometric_sd; /**< exp of both */
    const char *reason;     /**< why sd, se and cv are not given; NULL if they are */
    const char *log_reason; /**< likewise for what needs logarithms */
} doseau_description;

/** Describes n >= 1 numbers. @return DOSEAU_OK; DOSEAU_ETOOFEW; DOSEAU_EDOMAIN (also where a sum
 * overflows); DOSEAU_ENOMEM */
DOSEAU_API doseau_status doseau_describe(const double x[], size_t n,
                                         doseau_description *description);

/**
 * The quantile p of n >= 1 numbers, type 7 of Hyndman and Fan (1996), R's default and numpy's:
 * with h = (n - 1) p, x_(floor h) + (h - floor h)(x_(floor h + 1) - x_(floor h)) of the sorted
 * numbers counted from 0. SAS, SPSS and Minitab use others.
 * @param p 0 <= p <= 1
 * @return DOSEAU_OK; DOSEAU_ETOOFEW; DOSEAU_EDOMAIN; DOSEAU_ENOMEM
 */
DOSEAU_API doseau_status doseau_quantile(const double x[], size_t n, double p, double *quantile);

/** A mean with its interval. */
typedef struct doseau_mean_interval {
    double mean;
    doseau_figure se, df;
    doseau_limits interval;
} doseau_mean_interval;

/**
 * mean -+ t(1 - alpha/2, n - 1) sd / sqrt(n), for roughly normal data. For lognormal values it
 * holds .78-.95 of the time at .95, the less the more skewed (own simulation):
 * doseau/lognormal_mean.h. Not estimable for one value, or if all are equal.
 * @return DOSEAU_OK; DOSEAU_ETOOFEW (n is 0); DOSEAU_EDOMAIN; DOSEAU_ENOMEM
 */
DOSEAU_API doseau_status doseau_mean_t(const double x[], size_t n, double alpha,
                                       doseau_mean_interval *result);

/** The same for ln x, exponentiated: the geometric mean, which is the median of lognormal data and
 * never their mean. `se` is that of the logarithms. Also DOSEAU_EDOMAIN: a value not above 0. */
DOSEAU_API doseau_status doseau_geometric_mean_t(const double x[], size_t n, double alpha,
                                                 doseau_mean_interval *result);

DOSEAU_END
#endif
