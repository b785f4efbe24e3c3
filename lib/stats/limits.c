/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "stats/limits.h"
#include <math.h>

doseau_figure stats_no_figure(void)
{
    return (doseau_figure){false, 0};
}

doseau_figure stats_figure(double value)
{
    return isfinite(value) ? (doseau_figure){true, value} : stats_no_figure();
}

doseau_limits stats_limits(double lower, double upper)
{
    doseau_limits limits = {stats_figure(lower), stats_figure(upper), NULL};
    if (!limits.lower.given || !limits.upper.given) limits.reason = "beyond the largest number";
    return limits;
}

doseau_limits stats_no_limits(const char *reason)
{
    return (doseau_limits){stats_no_figure(), stats_no_figure(), reason};
}

doseau_limits stats_limits_exp(double lower, double upper)
{
    doseau_limits limits = stats_limits(exp(lower), exp(upper));
    if (limits.lower.given && !(limits.lower.value > 0)) {
        limits.lower = stats_no_figure();
        limits.reason = "beyond the smallest number";
    }
    return limits;
}
