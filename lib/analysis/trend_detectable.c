/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/trend_levels.h"
#include <doseau/power.h>
#include <math.h>

static const double power = .8;

/* s^2 is partly borrowed: with the variance of the series alone what is printed is a lottery. The
 * test itself goes by the degrees of freedom of the series. */
doseau_status trend_detectable_add(const doseau_rounds *rounds, const history *h,
                                   const trend_test *test, doseau_trend *trend)
{
    doseau_variance s;
    double slope;
    if (!test->variance.given || !test->p.given || !(test->df > 0)) return DOSEAU_OK;
    const doseau_spread spread = trend_spread(h);
    const doseau_variance_prior prior = {spread.s0, spread.d0};
    doseau_status status =
        doseau_moderate_variance(&prior, test->variance.value * test->df, test->df, &s);
    if (status) return status;
    const doseau_power_design design = {.kind = DOSEAU_POWER_SD,
                                        .prior = {sqrt(s.variance), 1},
                                        .factor = test->factor + test->between / s.variance,
                                        .df = test->df,
                                        .alpha = rounds->options.alpha};
    /* Nothing can be found with probability .8 where alpha is larger than that. */
    if (!(design.alpha < power)) return DOSEAU_OK;
    status = doseau_power_detectable(&design, power, &slope);
    const double percent = status ? 0 : 100 * expm1(slope);
    if (!status && isfinite(percent))
        trend->detectable_percent_per_year = (doseau_figure){true, percent};
    return status;
}
