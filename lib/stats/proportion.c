/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "stats/binomial.h"
#include "stats/limits.h"
#include "stats/quantile.h"
#include <doseau/proportion.h>
#include <math.h>

static doseau_limits wilson(double x, double n, double z)
{
    const double centre = (x + z * z / 2) / (n + z * z);
    const double half = z / (n + z * z) * sqrt(x * ((n - x) / n) + z * z / 4);
    /* At 0 and n an end is known exactly, and a difference would miss it. */
    return stats_limits(x > 0 ? centre - half : 0, x < n ? centre + half : 1);
}

/* The lower end for x of n; the upper one is 1 less that for n - x. */
static double corrected(double x, double n, double z)
{
    const double p = x / n;
    if (!(x > 0)) return 0;
    const double inside = z * z - 2 - 1 / n + 4 * p * (n * (1 - p) + 1);
    return fmax(0, (2 * x + z * z - 1 - z * sqrt(inside)) / (2 * (n + z * z)));
}

static doseau_limits tails(uint64_t x, uint64_t n, double alpha, double half)
{
    return stats_limits(stats_binomial_p_lower(x, n, alpha / 2, half),
                        1 - stats_binomial_p_lower(n - x, n, alpha / 2, half));
}

doseau_status doseau_proportion_interval(uint64_t successes, uint64_t trials, double alpha,
                                         doseau_proportion *result)
{
    double z;
    if (trials == 0) return DOSEAU_ETOOFEW;
    if (successes > trials || trials > UINT64_C(1) << 53 || !(alpha > 0 && alpha < 1))
        return DOSEAU_EDOMAIN;
    const doseau_status status = stats_normal_quantile(1 - alpha / 2, &z);
    if (status) return status;
    const double x = (double)successes, n = (double)trials, p = x / n;
    const double half = z * sqrt(p * (1 - p) / n);
    *result = (doseau_proportion){.proportion = p,
                                  .wilson = wilson(x, n, z),
                                  .wilson_corrected =
                                      stats_limits(corrected(x, n, z), 1 - corrected(n - x, n, z)),
                                  .exact = tails(successes, trials, alpha, 0),
                                  .midp = tails(successes, trials, alpha, .5),
                                  .wald = stats_limits(p - half, p + half)};
    return DOSEAU_OK;
}
