/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_STATS_CENSORED_H
#define DOSEAU_STATS_CENSORED_H
#include <doseau/censored.h>

/* Ends that are finite and in order; a `below` has no lower end. */
bool stats_censored_valid(const doseau_censored x[], size_t n);

/* The same for quantities that cannot be negative: limits are above 0, found values at least 0. */
bool stats_censored_positive(const doseau_censored x[], size_t n);

static inline bool censored_found(const doseau_censored *x)
{
    return !x->below && x->lower == x->upper;
}

/* The lower end of a quantity that cannot be negative. */
static inline double censored_floor(const doseau_censored *x)
{
    return x->below ? 0 : x->lower;
}
#endif
