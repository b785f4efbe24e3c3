/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "stats/interval.h"
#include "stats/quantile.h"
#include <math.h>

doseau_status stats_interval_z(double alpha, double *z)
{
    double lower;
    if (!(alpha > 0 && alpha < 1)) return DOSEAU_EDOMAIN;
    const doseau_status status = stats_normal_quantile(alpha / 2, &lower);
    if (!status) *z = -lower;
    return status;
}

doseau_status stats_lognormal_interval(double estimate, double rel_u, double z,
                                       doseau_interval *interval)
{
    if (!(estimate > 0) || !(rel_u >= 0)) return DOSEAU_EDOMAIN;
    const double half = z * sqrt(log1p(rel_u * rel_u));
    const doseau_interval found = {estimate * exp(-half), estimate * exp(half)};
    if (!(found.lower > 0) || !isfinite(found.upper)) return DOSEAU_EDOMAIN;

    *interval = found;
    return DOSEAU_OK;
}

doseau_status doseau_lognormal_interval(double estimate, double rel_u, double alpha,
                                        doseau_interval *interval)
{
    double z;
    const doseau_status status = stats_interval_z(alpha, &z);
    return status ? status : stats_lognormal_interval(estimate, rel_u, z, interval);
}
