/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "stats/binomial.h"
#include "stats/limits.h"
#include <doseau/rates.h>
#include <math.h>

static const uint64_t most = UINT64_C(1) << 53; /* counts that a double holds */

/* The interval of the ratio from that of the binomial probability. Its upper end is 1 less the
 * lower end for the other count: odds are formed from the small one. */
static doseau_limits ratio_limits(uint64_t a, uint64_t b, double exposure_ratio, double tail,
                                  double half)
{
    const uint64_t n = a + b;
    const double p = stats_binomial_p_lower(b, n, tail, half);
    const double q = stats_binomial_p_lower(a, n, tail, half);
    doseau_limits limits = {stats_figure(p / (1 - p) * exposure_ratio), stats_no_figure(), NULL};
    if (a > 0)
        limits.upper = stats_figure((1 - q) / q * exposure_ratio);
    else
        limits.reason = "without an event on the first side there is no upper end";
    return limits;
}

doseau_status doseau_rates_compare(uint64_t count_a, double exposure_a, uint64_t count_b,
                                   double exposure_b, double ratio, double alpha,
                                   doseau_rates *result)
{
    if (!(exposure_a > 0) || !(exposure_b > 0) || !(ratio > 0) || isinf(ratio))
        return DOSEAU_EDOMAIN;
    if (isinf(exposure_a) || isinf(exposure_b) || !(alpha > 0 && alpha < 1)) return DOSEAU_EDOMAIN;
    if (count_a > most || count_b > most - count_a) return DOSEAU_EDOMAIN;
    doseau_rates r = {.rate_a = (double)count_a / exposure_a,
                      .rate_b = (double)count_b / exposure_b};
    if (count_a + count_b == 0) {
        r.reason = "there is no event";
        r.central = r.midp = stats_no_limits(r.reason);
        *result = r;
        return DOSEAU_OK;
    }
    const double exposures = exposure_a / exposure_b;
    const stats_binomial_p p =
        stats_binomial_test(count_b, count_a + count_b, ratio / (exposures + ratio));
    if (count_a > 0) r.ratio = stats_figure(r.rate_b / r.rate_a);
    r.p_central = stats_figure(p.central);
    r.p_midp = stats_figure(p.mid);
    r.p_minlike = stats_figure(p.likelihood);
    r.central = ratio_limits(count_a, count_b, exposures, alpha / 2, 0);
    r.midp = ratio_limits(count_a, count_b, exposures, alpha / 2, .5);
    *result = r;
    return DOSEAU_OK;
}
