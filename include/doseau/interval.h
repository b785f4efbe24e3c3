/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_INTERVAL_H
#define DOSEAU_INTERVAL_H
/** # Intervals for positive quantities */
#include <doseau/number.h>
#include <doseau/status.h>

DOSEAU_BEGIN

typedef struct doseau_interval {
    double lower, upper;
} doseau_interval;

/** An interval that may have no lower end, no upper end, or none at all. */
typedef struct doseau_limits {
    doseau_figure lower, upper;
    const char *reason; /**< why an end is not given; NULL where both are. Static storage */
} doseau_limits;

/**
 * The lognormal interval of an estimate with relative standard uncertainty u:
 * x exp(-z s) to x exp(+z s), s = sqrt(ln(1 + u^2)), z the 1 - alpha/2 quantile of the normal
 * distribution. The estimate is the median, and the interval never reaches 0. Holds .946-.954 of
 * the time for lognormal errors up to u = .5, .935-.948 for normal errors up to u = .25 (own
 * simulation).
 * @param estimate > 0 @param rel_u >= 0, a fraction @param alpha 0 < alpha < 1
 * @return DOSEAU_OK; DOSEAU_EDOMAIN
 */
DOSEAU_API doseau_status doseau_lognormal_interval(double estimate, double rel_u, double alpha,
                                                   doseau_interval *interval);

DOSEAU_END
#endif
