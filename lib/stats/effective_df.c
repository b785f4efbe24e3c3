/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "stats/quantile.h"
#include <doseau/effective_df.h>
#include <math.h>

static doseau_status factors(double alpha, doseau_effective_df *result)
{
    if (!(alpha > 0 && alpha < 1)) return DOSEAU_EDOMAIN;
    if (!result->df.given) {
        const doseau_status status = stats_normal_quantile(1 - alpha / 2, &result->factor);
        result->factor_floor = result->factor;
        return status;
    }
    const doseau_status status = stats_t_quantile(1 - alpha / 2, result->df.value, &result->factor);
    if (status) return status;
    return stats_t_quantile(1 - alpha / 2, fmax(1, floor(result->df.value)), &result->factor_floor);
}

doseau_status doseau_effective_df_find(const doseau_variance_part parts[], size_t n, double alpha,
                                       doseau_effective_df *result)
{
    if (n == 0) return DOSEAU_ETOOFEW;
    doseau_effective_df found = {0};
    for (size_t i = 0; i < n; i++) {
        if (!(parts[i].variance >= 0)) return DOSEAU_EDOMAIN;
        found.variance += parts[i].variance;
    }
    if (!(found.variance > 0) || !isfinite(found.variance)) return DOSEAU_EDOMAIN;
    double doubt = 0; /* 1 / nu */
    for (size_t i = 0; i < n; i++) {
        if (!parts[i].df.given) continue;
        if (!(parts[i].df.value > 0) || !isfinite(parts[i].df.value)) return DOSEAU_EDOMAIN;
        const double share = parts[i].variance / found.variance;
        doubt += share * share / parts[i].df.value;
    }
    if (doubt > 0) found.df = (doseau_figure){true, 1 / doubt};
    const doseau_status status = factors(alpha, &found);
    if (!status) *result = found;
    return status;
}
