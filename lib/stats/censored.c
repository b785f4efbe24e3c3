/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "stats/censored.h"
#include <math.h>

bool stats_censored_valid(const doseau_censored x[], size_t n)
{
    for (size_t i = 0; i < n; i++) {
        if (!isfinite(x[i].upper)) return false;
        if (!x[i].below && !(isfinite(x[i].lower) && x[i].lower <= x[i].upper)) return false;
    }
    return true;
}

bool stats_censored_positive(const doseau_censored x[], size_t n)
{
    if (!stats_censored_valid(x, n)) return false;
    for (size_t i = 0; i < n; i++) {
        const bool found = censored_found(&x[i]);
        if (found ? x[i].upper < 0 : !(x[i].upper > 0) || censored_floor(&x[i]) < 0) return false;
    }
    return true;
}

static void lower_to(doseau_figure *least, double value)
{
    if (!least->given || value < least->value) *least = (doseau_figure){true, value};
}

static void raise_to(doseau_figure *largest, double value)
{
    if (!largest->given || value > largest->value) *largest = (doseau_figure){true, value};
}

doseau_status doseau_censored_summarize(const doseau_censored x[], size_t n,
                                        doseau_censored_summary *result)
{
    if (n == 0) return DOSEAU_ETOOFEW;
    if (!stats_censored_positive(x, n)) return DOSEAU_EDOMAIN;
    doseau_censored_summary s = {.n = n};
    double limits = 0;
    for (size_t i = 0; i < n; i++) {
        const bool found = censored_found(&x[i]);
        s.found += found;
        s.below += x[i].below;
        lower_to(found ? &s.least_found : &s.least_limit, x[i].upper);
        raise_to(found ? &s.largest_found : &s.largest_limit, x[i].upper);
        s.mean_lower += censored_floor(&x[i]);
        s.mean_upper += x[i].upper;
        if (!found) limits += x[i].upper;
    }
    s.between = n - s.found - s.below;
    s.mean_lower /= (double)n;
    s.mean_upper /= (double)n;
    if (s.found < n) s.mean_limit = limits / (double)(n - s.found);
    if (!isfinite(s.mean_upper)) return DOSEAU_EDOMAIN;

    *result = s;
    return DOSEAU_OK;
}

/* The share of the limit that stands for a value below it; below 0 for a name that is none. */
static double share_of_limit(doseau_substitute how)
{
    switch (how) {
    case DOSEAU_SUBSTITUTE_ZERO: return 0;
    case DOSEAU_SUBSTITUTE_HALF: return .5;
    case DOSEAU_SUBSTITUTE_SQRT_HALF: return 0.70710678118654752440; /* 1/sqrt(2) */
    case DOSEAU_SUBSTITUTE_LIMIT: return 1;
    }
    return -1;
}

doseau_status doseau_censored_substitute(const doseau_censored x[], size_t n, doseau_substitute how,
                                         double values[])
{
    const double share = share_of_limit(how);
    if (share < 0) return DOSEAU_EUNKNOWN;
    if (n == 0) return DOSEAU_ETOOFEW;
    if (!stats_censored_positive(x, n)) return DOSEAU_EDOMAIN;
    const double between = how == DOSEAU_SUBSTITUTE_SQRT_HALF ? .5 : share;
    for (size_t i = 0; i < n; i++)
        values[i] =
            x[i].below ? share * x[i].upper : x[i].lower + between * (x[i].upper - x[i].lower);
    return DOSEAU_OK;
}
