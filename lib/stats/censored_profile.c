/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "stats/censored_profile.h"
#include "stats/root.h"
#include <float.h>
#include <math.h>

enum { NEWTON_STEPS = 30, FOUND_FOR_NEWTON = 5, MOST_STEPS = 200 };

/* The likelihood and its derivatives by theta and h = log g, where a = g theta - c/g. */
typedef struct surface {
    double log, t, h, th, hh;
} surface;

static surface surface_at(const censored_fit *fit, double theta, double h)
{
    const double g = exp(h), a = g * theta - fit->c / g, a_h = g * theta + fit->c / g;
    const likelihood l = censored_likelihood(&fit->sums, a, g);
    return (surface){.log = l.log,
                     .t = l.a * g,
                     .h = l.a * a_h + l.g * g,
                     .th = g * (l.aa * a_h + l.ag * g + l.a),
                     .hh =
                         l.aa * a_h * a_h + 2 * l.ag * a_h * g + l.gg * g * g + l.a * a + l.g * g};
}

static double best_theta(const censored_fit *fit)
{
    return (fit->a + fit->c / fit->g) / fit->g;
}

/* ---- By Newton's method for both ---- */

/* Two equations: the likelihood has fallen by the cut, and no other h raises it. Given up where the
 * steps do not shrink: it would be luck which of several solutions they end at. */
static bool newton_end(const censored_fit *fit, double cut, double step, double *end)
{
    const double best = best_theta(fit), g = fit->g;
    const surface top = surface_at(fit, best, log(g));
    /* Where a parabola has fallen by the cut. */
    const double curvature = top.th * top.th / top.hh - fit->most.aa * g * g;
    double theta = best + copysign(sqrt(cut / curvature), step), before = INFINITY;
    double h = log(g) - top.th / top.hh * (theta - best);
    for (int i = 0; i < NEWTON_STEPS; i++) {
        const surface s = surface_at(fit, theta, h);
        const double fallen = fit->most.log - s.log - cut / 2, det = s.h * s.th - s.t * s.hh;
        const double dt = -(fallen * s.hh + s.h * s.h) / det;
        const double dh = (s.t * s.h + s.th * fallen) / det;
        const double size = fabs(dt) * g + fabs(dh);
        if (!(size < before) || !(s.hh < 0)) return false;
        before = size;
        theta += dt;
        h += dh;
        /* It doubles the digits: with this step the end is known to the last. */
        if (size < 1e-8) {
            *end = theta;
            return (theta > best) == (step > 0);
        }
    }
    return false;
}

/* ---- By bracketing theta, and for each theta the best h ---- */

typedef struct profile {
    const censored_fit *fit;
    double theta, cut;
} profile;

static double along_h(double h, void *context)
{
    const profile *p = context;
    return surface_at(p->fit, p->theta, h).h;
}

/* 2 (l_max - l(theta)) - cut, the largest of what may be several maxima in h; NAN if the search
 * fails. */
static double drop(double theta, void *context)
{
    profile *p = context;
    p->theta = theta;
    double most = -INFINITY, low = log(p->fit->g) - 4, high = low + 8, h;
    for (int i = 0; i < MOST_STEPS && along_h(low, p) < 0; i++) low -= .5;
    for (int i = 0; i < MOST_STEPS && along_h(high, p) > 0; i++) high += .5;
    for (double before = along_h(low, p); low < high; low += .5) {
        const double after = along_h(low + .5, p);
        if (before >= 0 && after <= 0) {
            if (stats_root(along_h, p, low, low + .5, &h) != DOSEAU_OK) return NAN;
            most = fmax(most, surface_at(p->fit, theta, h).log);
        }
        before = after;
    }
    return 2 * (p->fit->most.log - most) - p->cut;
}

static bool bracketed_end(const censored_fit *fit, double cut, double step, double *end)
{
    profile p = {.fit = fit, .cut = cut};
    double inner = best_theta(fit), outer = inner + step;
    for (int i = 0; i < 60; i++, step *= 1.6) {
        const double there = drop(outer, &p);
        if (isnan(there)) return false;
        if (there >= 0)
            return stats_root(drop, &p, fmin(inner, outer), fmax(inner, outer), end) == DOSEAU_OK;
        inner = outer;
        outer += step;
    }
    return false;
}

/* With few values found there may be several maxima in h, and more than one end. */
bool censored_profile_end(const censored_fit *fit, double cut, double step, double *end)
{
    if (fit->sums.found >= FOUND_FOR_NEWTON && newton_end(fit, cut, step, end)) return true;
    return bracketed_end(fit, cut, step, end);
}
