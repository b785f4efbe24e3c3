/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "stats/limits.h"
#include "stats/quantile.h"
#include "stats/root.h"
#include <doseau/power_counts.h>
#include <gsl/gsl_cdf.h>
#include <math.h>

static bool is_share(double p)
{
    return p > 0 && p < 1;
}

static bool is_size(double n)
{
    return n > 0 && isfinite(n);
}

doseau_status doseau_power_shares_find(double a, double n_a, double b, double n_b, double effect,
                                       double alpha, double *power)
{
    double z;
    if (!is_share(a) || !is_share(b) || !is_share(alpha)) return DOSEAU_EDOMAIN;
    if (!is_size(n_a) || !is_size(n_b) || !is_size(effect)) return DOSEAU_EDOMAIN;
    const doseau_status status = stats_normal_quantile(1 - alpha / 2, &z);
    if (status) return status;
    const double together = n_a / (n_a + n_b) * a + n_b / (n_a + n_b) * b;
    const double pooled = sqrt(effect * together * (1 - together) * (1 / n_a + 1 / n_b));
    const double own = sqrt(effect * (a * (1 - a) / n_a + b * (1 - b) / n_b));
    *power = gsl_cdf_ugaussian_P((fabs(b - a) - z * pooled) / own);
    return DOSEAU_OK;
}

typedef struct samples {
    double a, n_a, n_b, effect, alpha, power;
} samples;

static double excess(double b, void *context)
{
    const samples *s = context;
    double power;
    if (doseau_power_shares_find(s->a, s->n_a, b, s->n_b, s->effect, s->alpha, &power)) return NAN;
    return power - s->power;
}

static doseau_status search(samples *s, double end, doseau_figure *share)
{
    double found;
    *share = stats_no_figure();
    if (excess(end, s) < 0) return DOSEAU_OK;
    const doseau_status status = stats_root(excess, s, fmin(s->a, end), fmax(s->a, end), &found);
    if (!status) *share = stats_figure(found);
    return status;
}

doseau_status doseau_power_shares_detectable(double a, double n_a, double n_b, double effect,
                                             double alpha, double power, doseau_figure *above,
                                             doseau_figure *below)
{
    samples s = {a, n_a, n_b, effect, alpha, power};
    doseau_figure up, down;
    if (!(power > alpha && power < 1) || isnan(excess(a, &s))) return DOSEAU_EDOMAIN;
    doseau_status status = search(&s, 1 - 1e-9 * (1 - a), &up);
    if (!status) status = search(&s, 1e-9 * a, &down);
    if (status) return status;
    *above = up;
    *below = down;
    return DOSEAU_OK;
}

doseau_status doseau_power_shares_required(double a, double b, double effect, double alpha,
                                           double power, double *n)
{
    double z, z_power;
    if (!is_share(a) || !is_share(b) || !is_size(effect) || !(fabs(b - a) > 0))
        return DOSEAU_EDOMAIN;
    if (!is_share(alpha) || !(power > alpha && power < 1)) return DOSEAU_EDOMAIN;
    doseau_status status = stats_normal_quantile(1 - alpha / 2, &z);
    if (!status) status = stats_normal_quantile(power, &z_power);
    if (status) return status;
    const double middle = (a + b) / 2;
    const double sum =
        z * sqrt(2 * middle * (1 - middle)) + z_power * sqrt(a * (1 - a) + b * (1 - b));
    *n = effect * (sum / (b - a)) * (sum / (b - a));
    return DOSEAU_OK;
}
