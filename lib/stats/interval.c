/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "stats/quantile.h"
#include <doseau/interval.h>
#include <math.h>

doseau_status doseau_lognormal_interval(double estimate, double rel_u, double alpha,
                                        doseau_interval *interval)
{
    if (!(estimate > 0) || !(rel_u >= 0) || !(alpha > 0 && alpha < 1)) return DOSEAU_EDOMAIN;
    double z;
    const doseau_status status = stats_normal_quantile(alpha / 2, &z);
    if (status) return status;
    const double half = -z * sqrt(log1p(rel_u * rel_u));
    const doseau_interval found = {estimate * exp(-half), estimate * exp(half)};
    if (!(found.lower > 0) || !isfinite(found.upper)) return DOSEAU_EDOMAIN;

    *interval = found;
    return DOSEAU_OK;
}
