/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/trend_levels.h"
#include <doseau/kendall.h>
#include <doseau/pettitt.h>
#include <doseau/theil_sen.h>
#include <math.h>

enum { LEAST_FOR_CHANGE = 8 };

static doseau_figure percent(doseau_figure ln)
{
    const double value = 100 * expm1(ln.value);
    return (doseau_figure){ln.given && isfinite(value), ln.given && isfinite(value) ? value : 0};
}

static doseau_status add_kendall(const trend_points *p, doseau_trend *trend)
{
    doseau_kendall k;
    const doseau_status status = doseau_kendall_test(p->years, p->ln, p->n, &k);
    if (status) return status;
    trend->kendall_s = (doseau_figure){true, (double)k.s};
    trend->kendall_p = (doseau_figure){true, k.p};
    return DOSEAU_OK;
}

static doseau_status add_sen(const trend_points *p, double alpha, doseau_trend *trend)
{
    doseau_theil_sen sen;
    const doseau_status status = doseau_theil_sen_fit(p->years, p->ln, p->n, alpha, &sen);
    if (status) return status;
    trend->sen_percent_per_year =
        (doseau_trend_estimate){percent((doseau_figure){true, sen.slope}),
                                percent(sen.interval.lower), percent(sen.interval.upper)};
    return DOSEAU_OK;
}

static doseau_status add_change(const trend_points *p, doseau_trend *trend)
{
    doseau_pettitt change;
    const doseau_status status = doseau_pettitt_test(p->ln, p->n, &change);
    if (status) return status;
    trend->change_p = (doseau_figure){true, change.p};
    if (change.last_before)
        trend->last_before_change = p->from->rounds[change.last_before - 1].mean->round;
    return DOSEAU_OK;
}

doseau_status trend_ranks_add(const doseau_rounds *rounds, const history *h,
                              const trend_design *design, doseau_trend *trend)
{
    trend_points points;
    bool complete;
    if (h->n < 2 || trend_any_open(h)) return DOSEAU_OK;
    doseau_status status = trend_points_new(h, TREND_AT_MEAN, &points, &complete);
    if (!status && complete) status = add_kendall(&points, trend);
    if (!status && complete && design->claims)
        status = add_sen(&points, rounds->options.alpha, trend);
    if (!status && complete && h->n >= LEAST_FOR_CHANGE) status = add_change(&points, trend);
    trend_points_free(&points);
    return status;
}
