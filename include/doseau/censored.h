/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_CENSORED_H
#define DOSEAU_CENSORED_H
/** # Values that are known only to lie below a limit, or between two */
#include <doseau/number.h>

DOSEAU_BEGIN

/**
 * A value. Found: lower = upper = the value. Between: lower < upper, anything from `lower` on and
 * below `upper`. `below`: anything below `upper`; `lower` is then not looked at, except where a
 * procedure for quantities that cannot be negative says so.
 *
 * Ends are half open: "<5" lies below 5, so that 5 after "<5" is a rise for certain (as NADA has
 * it). A value whose limit is not known says nothing and is left out by the caller.
 */
typedef struct doseau_censored {
    bool below;
    double lower, upper;
} doseau_censored;

/** How many there are of each kind, and what the mean of non-negative quantities cannot leave. */
typedef struct doseau_censored_summary {
    size_t n, found, between, below;
    doseau_figure least_found, largest_found, least_limit, largest_limit; /**< limits: `below` and
                                                                             `between` */
    double mean_lower; /**< mean with 0 for `below` and the lower end for `between` */
    double mean_upper; /**< mean with every value at its upper end */
    double mean_limit; /**< mean of the limits; 0 without any */
} doseau_censored_summary;

/**
 * @return DOSEAU_OK; DOSEAU_ETOOFEW (n is 0); DOSEAU_EDOMAIN (a number that is not finite or
 * below 0, ends in the wrong order, a limit of 0)
 */
DOSEAU_API doseau_status doseau_censored_summarize(const doseau_censored x[], size_t n,
                                                   doseau_censored_summary *result);

/** What replaces a value below its limit, by name only: nothing here does so unasked. */
typedef enum doseau_substitute {
    DOSEAU_SUBSTITUTE_ZERO,
    DOSEAU_SUBSTITUTE_HALF,      /**< limit/2 */
    DOSEAU_SUBSTITUTE_SQRT_HALF, /**< limit/sqrt(2) */
    DOSEAU_SUBSTITUTE_LIMIT
} doseau_substitute;

/**
 * Replaces values below a limit, for reproducing figures that were made so. Invented numbers: the
 * mean is biased by -20 to -70 % with zeros, and a limit that falls makes a trend (Helsel 2006; own
 * simulation). `between` becomes the middle of its ends, the upper end with
 * DOSEAU_SUBSTITUTE_LIMIT, the lower one with DOSEAU_SUBSTITUTE_ZERO.
 * @param values room for n numbers
 * @return as doseau_censored_summarize; DOSEAU_EUNKNOWN (no such name)
 */
DOSEAU_API doseau_status doseau_censored_substitute(const doseau_censored x[], size_t n,
                                                    doseau_substitute how, double values[]);

DOSEAU_END
#endif
