/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "stats/distribution.h"
#include "stats/quantile.h"
#include "stats/sums.h"
#include <doseau/line.h>
#include <doseau/slope_test.h>
#include <math.h>

void doseau_slope_defaults(doseau_slope_options *options)
{
    *options = (doseau_slope_options){.alpha = .05};
}

doseau_status doseau_slope_test(const double time[], const double x[], size_t n,
                                const doseau_slope_options *options, doseau_slope *result)
{
    doseau_slope_options o;
    doseau_slope_defaults(&o);
    if (options) o = *options;
    if (!(o.variance_floor >= 0) || !(o.extra_variance >= 0)) return DOSEAU_EDOMAIN;
    if (n < 3) return DOSEAU_ETOOFEW;
    doseau_line line;
    doseau_status status = doseau_line_fit(time, x, NULL, n, o.alpha, &line);
    if (status) return status;
    doseau_slope found = {.n = n, .df = (double)line.df, .slope = line.slope, .sxx = line.sxx};
    found.own_variance = line.rss / found.df;
    found.floored = o.variance_floor > found.own_variance;
    found.variance = found.floored ? o.variance_floor : found.own_variance;
    found.se = sqrt(found.variance / found.sxx + o.extra_variance);
    double quantile;
    status = stats_t_quantile(1 - o.alpha / 2, found.df, &quantile);
    if (status) return status;
    found.interval.lower = found.slope - quantile * found.se;
    found.interval.upper = found.slope + quantile * found.se;
    if (!isfinite(found.interval.lower) || !isfinite(found.interval.upper)) return DOSEAU_EDOMAIN;
    found.p_own = line.p;
    found.reason = line.p.given ? NULL : line.reason;
    if (found.se > 0) {
        found.t = (doseau_figure){true, found.slope / found.se};
        found.p = (doseau_figure){true, stats_t_two_sided(found.t.value, found.df)};
    }

    *result = found;
    return DOSEAU_OK;
}

doseau_status doseau_slope_sensitivities(const double time[], size_t n, double sensitivity[])
{
    if (n < 2) return DOSEAU_ETOOFEW;
    if (!stats_all_finite(time, n)) return DOSEAU_EDOMAIN;
    const double mean = stats_mean(time, n);
    const double sxx = stats_centred_squares(time, n, mean);
    bool spread = false;
    for (size_t i = 1; i < n; i++) spread = spread || time[i] != time[0];
    if (!spread) return DOSEAU_ETOOFEW;
    if (!(sxx > 0) || !isfinite(sxx)) return DOSEAU_EDOMAIN;
    for (size_t i = 0; i < n; i++) sensitivity[i] = (time[i] - mean) / sxx;
    return DOSEAU_OK;
}
