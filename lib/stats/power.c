/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "stats/distribution.h"
#include "stats/quantile.h"
#include "stats/root.h"
#include <doseau/power.h>
#include <math.h>

enum { MIDPOINTS = 400 };

static doseau_status check(const doseau_power_design *d)
{
    if (!(d->prior.s0 > 0) || !isfinite(d->prior.s0)) return DOSEAU_EDOMAIN;
    if (!(d->factor > 0) || !isfinite(d->factor)) return DOSEAU_EDOMAIN;
    if (!(d->alpha > 0 && d->alpha < 1) || !(d->df >= 0) || !isfinite(d->df)) return DOSEAU_EDOMAIN;
    if (d->kind != DOSEAU_POWER_MODERATED && !(d->df > 0)) return DOSEAU_EDOMAIN;
    if (d->kind == DOSEAU_POWER_SD) return DOSEAU_OK;
    return d->prior.df0 > 0 && isfinite(d->prior.df0) ? DOSEAU_OK : DOSEAU_EDOMAIN;
}

/* Everything about a design that does not depend on the effect: how large a unit of effect is in
 * standard errors, for each of the midpoints. */
typedef struct prepared {
    doseau_power_kind kind;
    double df; /* of the t */
    double limit;
    size_t n;
    double scale[MIDPOINTS];
    double wanted; /* power, for the search */
} prepared;

static doseau_status scale_at(const doseau_power_design *d, double p, double *scale)
{
    const double unit = 1 / (d->prior.s0 * sqrt(d->factor)), df0 = d->prior.df0;
    double x;
    if (d->kind == DOSEAU_POWER_PRIOR) {
        /* sigma^2 = df0 s0^2 / x */
        const doseau_status status = stats_chi2_quantile(p, df0, &x);
        if (!status) *scale = unit * sqrt(x / df0);
        return status;
    }
    /* s^2 = (df0 s0^2 + df s0^2 x) / (df0 + df) */
    const doseau_status status = stats_f_quantile(p, d->df, df0, &x);
    if (!status) *scale = unit * sqrt((df0 + d->df) / (df0 + d->df * x));
    return status;
}

static doseau_status prepare(const doseau_power_design *d, prepared *p)
{
    doseau_status status = check(d);
    if (status) return status;
    p->kind = d->kind;
    p->df = d->kind == DOSEAU_POWER_MODERATED ? d->prior.df0 + d->df : d->df;
    status = stats_t_quantile(1 - d->alpha / 2, p->df, &p->limit);
    if (status) return status;
    p->n = 1;
    p->scale[0] = 1 / (d->prior.s0 * sqrt(d->factor));
    if (d->kind == DOSEAU_POWER_SD || d->df == 0) return DOSEAU_OK;
    p->n = MIDPOINTS;
    for (size_t i = 0; i < MIDPOINTS && !status; i++)
        status = scale_at(d, ((double)i + .5) / MIDPOINTS, &p->scale[i]);
    return status;
}

/* The wrong tail is below P(Z < -delta). */
static double found_by_own(const prepared *p, double delta)
{
    const double right = stats_noncentral_t_upper(p->limit, p->df, delta);
    return delta > 9 ? right : right + stats_noncentral_t_lower(-p->limit, p->df, delta);
}

static double power_at(const prepared *p, double effect)
{
    double sum = 0;
    for (size_t i = 0; i < p->n; i++) {
        /* Ten times the limit is found for certain: no need to ask for more. */
        const double delta = fmin(fabs(effect) * p->scale[i], p->limit * 10 + 1000);
        if (p->kind == DOSEAU_POWER_MODERATED)
            sum += stats_t_upper(p->limit - delta, p->df) + stats_t_upper(p->limit + delta, p->df);
        else
            sum += found_by_own(p, delta);
    }
    return sum / (double)p->n;
}

doseau_status doseau_power_find(const doseau_power_design *design, double effect, double *power)
{
    if (!isfinite(effect)) return DOSEAU_EDOMAIN;
    prepared p;
    const doseau_status status = prepare(design, &p);
    if (status) return status;
    const double found = power_at(&p, effect);
    if (!isfinite(found)) return DOSEAU_EDOMAIN;
    *power = found;
    return DOSEAU_OK;
}

static double power_excess(double effect, void *context)
{
    const prepared *p = context;
    return power_at(p, effect) - p->wanted;
}

doseau_status doseau_power_detectable(const doseau_power_design *design, double power,
                                      double *effect)
{
    prepared p;
    const doseau_status status = prepare(design, &p);
    if (status) return status;
    if (!(power > design->alpha && power < 1)) return DOSEAU_EDOMAIN;
    p.wanted = power;
    double lower = 0, upper = design->prior.s0 * sqrt(design->factor);
    while (power_excess(upper, &p) < 0) {
        lower = upper;
        upper *= 2;
        if (!isfinite(upper)) return DOSEAU_EDOMAIN;
    }
    return stats_root(power_excess, &p, lower, upper, effect);
}

doseau_status doseau_power_find_factor(double df, double alpha, double power,
                                       doseau_power_factor *factor)
{
    const doseau_power_design design = {DOSEAU_POWER_SD, {1, 1}, 1, df, alpha};
    doseau_power_factor found;
    double a, b;
    doseau_status status = doseau_power_detectable(&design, power, &found.noncentral);
    if (!status) status = stats_t_quantile(1 - alpha / 2, df, &a);
    if (!status) status = stats_t_quantile(power, df, &b);
    if (status) return status;
    found.t_sum = a + b;
    status = stats_normal_quantile(1 - alpha / 2, &a);
    if (!status) status = stats_normal_quantile(power, &b);
    if (status) return status;
    found.z_sum = a + b;
    *factor = found;
    return DOSEAU_OK;
}

doseau_status doseau_power_find_difference(const doseau_variance_prior *prior, double alpha,
                                           double power, doseau_power_difference *difference)
{
    const doseau_power_design design = {DOSEAU_POWER_MODERATED, *prior, 2, 0, alpha};
    if (check(&design) || !(power > alpha && power < 1)) return DOSEAU_EDOMAIN;
    double t_a, t_b, z_a, z_b;
    doseau_status status = stats_t_quantile(1 - alpha / 2, prior->df0, &t_a);
    if (!status) status = stats_t_quantile(power, prior->df0, &t_b);
    if (!status) status = stats_normal_quantile(1 - alpha / 2, &z_a);
    if (!status) status = stats_normal_quantile(power, &z_b);
    if (status) return status;
    const double sd = sqrt(2) * prior->s0;
    *difference = (doseau_power_difference){(t_a + t_b) * sd, (z_a + z_b) * sd};
    return DOSEAU_OK;
}

/* Factor and df of n values. */
static void lay_out(doseau_power_layout layout, size_t n, doseau_power_design *design)
{
    const double x = (double)n;
    switch (layout) {
    case DOSEAU_POWER_TIMES:
        design->factor = 12 / (x * (x * x - 1));
        design->df = x - 2;
        break;
    case DOSEAU_POWER_GROUPS:
        design->factor = 2 / x;
        design->df = 2 * x - 2;
        break;
    case DOSEAU_POWER_LEVEL:
        design->factor = 1 / x;
        design->df = x - 1;
        break;
    }
}

doseau_status doseau_power_required(const doseau_power_design *design, doseau_power_layout layout,
                                    double effect, double power, size_t least, size_t most,
                                    doseau_figure *n)
{
    const size_t own = design->kind == DOSEAU_POWER_MODERATED ? 0 : 1;
    const size_t fewest = own + (layout == DOSEAU_POWER_TIMES ? 2 : 1);
    if (!(power > design->alpha && power < 1) || !isfinite(effect)) return DOSEAU_EDOMAIN;
    doseau_power_design at = *design;
    lay_out(layout, fewest, &at);
    if (check(&at)) return DOSEAU_EDOMAIN;
    /* Enough with `high`, too few with `low`; both are beyond the ends before they are tried. */
    size_t low = (least > fewest ? least : fewest) - 1, high = most + 1;
    while (low < high && high - low > 1) {
        const size_t middle = low + (high - low) / 2;
        double found;
        lay_out(layout, middle, &at);
        const doseau_status status = doseau_power_find(&at, effect, &found);
        if (status) return status;
        if (found >= power)
            high = middle;
        else
            low = middle;
    }
    *n = (doseau_figure){high <= most, high <= most ? (double)high : 0};
    return DOSEAU_OK;
}
