/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "stats/binomial.h"
#include "stats/limits.h"
#include "stats/root.h"
#include <doseau/power_counts.h>
#include <gsl/gsl_randist.h>
#include <math.h>

static const double most_events = 1e5;

static bool good(const doseau_rates_design *d)
{
    return d->events > 0 && isfinite(d->events) && d->exposures > 0 && isfinite(d->exposures) &&
           d->alpha > 0 && d->alpha < 1;
}

/* The least k with P(X > k) + (1 - half) P(X = k) <= tail; n + 1: none. */
static uint64_t first_high(uint64_t n, double p, double tail, double half)
{
    uint64_t low = 0, high = n + 1; /* not at low - 1, yes at high */
    while (low < high) {
        const uint64_t k = low + (high - low) / 2;
        if (stats_binomial_upper(k, n, p) - half * stats_binomial(k, n, p) <= tail)
            high = k;
        else
            low = k + 1;
    }
    return low;
}

/* Given n events together: the probability that b is found to be higher. `null` and `truth` are the
 * probabilities that an event is one of b. */
static double higher(uint64_t n, double null, double truth, double tail, double half)
{
    const uint64_t k = first_high(n, null, tail, half);
    return k > n ? 0 : stats_binomial_upper(k, n, truth);
}

doseau_status doseau_power_rates_find(const doseau_rates_design *design, double ratio,
                                      doseau_rates_power *power)
{
    const double odds = design->exposures * ratio, mean = design->events * (1 + odds);
    if (!good(design) || !(ratio > 0) || !(mean <= most_events)) return DOSEAU_EDOMAIN;
    const double null = design->exposures / (1 + design->exposures), truth = odds / (1 + odds);
    const double other_null = 1 / (1 + design->exposures), other = 1 / (1 + odds);
    const double tail = design->alpha / 2, far = 12 * sqrt(mean) + 40;
    const unsigned first = (unsigned)fmax(0, mean - far), last = (unsigned)(mean + far);
    doseau_rates_power p = {0};
    for (unsigned n = first; n <= last; n++) {
        const double weight = gsl_ran_poisson_pdf(n, mean);
        if (!(weight > 1e-18)) continue;
        p.central_higher += weight * higher(n, null, truth, tail, 0);
        p.midp_higher += weight * higher(n, null, truth, tail, .5);
        p.central_lower += weight * higher(n, other_null, other, tail, 0);
        p.midp_lower += weight * higher(n, other_null, other, tail, .5);
    }
    *power = p;
    return DOSEAU_OK;
}

typedef struct wanted {
    const doseau_rates_design *design;
    double power;
    bool midp, rise;
} wanted;

static double excess(double log_ratio, void *context)
{
    const wanted *w = context;
    doseau_rates_power p;
    if (doseau_power_rates_find(w->design, exp(log_ratio), &p)) return NAN;
    const double rise = w->midp ? p.midp_higher : p.central_higher;
    return (w->rise ? rise : w->midp ? p.midp_lower : p.central_lower) - w->power;
}

/* Steps away from 1 that double; a rate of 10^-9 is none at all. */
static doseau_status search(const wanted *w, doseau_figure *ratio)
{
    double near = 0, far = w->rise ? .25 : -.25, found;
    wanted context = *w;
    *ratio = stats_no_figure();
    for (; far > -21 && far < 21; near = far, far *= 2) {
        const double y = excess(far, &context);
        if (isnan(y)) return DOSEAU_OK; /* more events than are counted */
        if (y < 0) continue;
        const doseau_status status =
            stats_root(excess, &context, fmin(near, far), fmax(near, far), &found);
        if (!status) *ratio = stats_figure(exp(found));
        return status;
    }
    return DOSEAU_OK;
}

doseau_status doseau_power_rates_detectable(const doseau_rates_design *design, double power,
                                            doseau_rates_detectable *result)
{
    doseau_rates_power unused;
    doseau_rates_detectable r;
    if (!good(design) || !(power > design->alpha && power < 1)) return DOSEAU_EDOMAIN;
    doseau_status status = doseau_power_rates_find(design, 1, &unused);
    doseau_figure *const figures[] = {&r.central_fall, &r.central_rise, &r.midp_fall, &r.midp_rise};
    for (int i = 0; !status && i < 4; i++) {
        const wanted w = {design, power, i >= 2, i % 2 == 1};
        status = search(&w, figures[i]);
    }
    if (!status) *result = r;
    return status;
}

doseau_status doseau_power_rates_required(const doseau_rates_design *design, double ratio,
                                          double power, size_t most, doseau_figure *times)
{
    if (!good(design) || !(power > design->alpha && power < 1) || !(ratio > 0) || isinf(ratio))
        return DOSEAU_EDOMAIN;
    for (size_t m = 1; m <= most; m++) {
        doseau_rates_design at = *design;
        doseau_rates_power p;
        at.events *= (double)m;
        const doseau_status status = doseau_power_rates_find(&at, ratio, &p);
        if (status && m == 1) return status;
        if (status) break;
        if ((ratio > 1 ? p.midp_higher : p.midp_lower) < power) continue;
        *times = stats_figure((double)m);
        return DOSEAU_OK;
    }
    *times = stats_no_figure();
    return DOSEAU_OK;
}
