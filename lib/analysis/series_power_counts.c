/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/series_counts.h"
#include <doseau/count_trend.h>
#include <doseau/power_counts.h>
#include <math.h>

enum { MOST_TIMES = 1000, MOST_VALUES = 60 };

static const char none[] = "no effect is found that often";

/* Two counts: rows or groups. Their common rate is what would be found on both sides without an
 * effect. */
static doseau_status power_rates(series_call *call)
{
    const double *x;
    series_side s[2] = {{0, 0}, {0, 0}};
    const double wanted = call->options->power;
    doseau_rates_detectable d;
    doseau_rates_power p;
    doseau_figure times;
    doseau_status status = series_whole(call, &x);
    if (!status) status = series_take_sides(call, x, s);
    if (status) return status;
    const double rate = (s[0].count + s[1].count) / (s[0].exposure + s[1].exposure);
    const doseau_rates_design design = {rate * s[0].exposure, s[1].exposure / s[0].exposure,
                                        call->options->alpha};
    status = doseau_power_rates_detectable(&design, wanted, &d);
    if (status) return status;
    series_number(call, "events_a", design.events);
    series_figure(call, "detectable_rise_midp", d.midp_rise, none);
    series_figure(call, "detectable_fall_midp", d.midp_fall, none);
    series_figure(call, "detectable_rise_central", d.central_rise, none);
    series_figure(call, "detectable_fall_central", d.central_fall, none);
    if (!call->options->effect.given) return DOSEAU_OK;
    const double ratio = call->options->effect.value;
    status = doseau_power_rates_find(&design, ratio, &p);
    if (!status) status = doseau_power_rates_required(&design, ratio, wanted, MOST_TIMES, &times);
    if (status) return status;
    series_number(call, "power_midp", ratio > 1 ? p.midp_higher : p.midp_lower);
    series_number(call, "power_central", ratio > 1 ? p.central_higher : p.central_lower);
    series_figure(call, "exposure_times", times, "not even 1000 times both exposures are enough");
    return DOSEAU_OK;
}

static doseau_figure ratio_of(doseau_figure slope)
{
    if (slope.given) slope.value = exp(slope.value);
    return slope;
}

static doseau_status put_trend(series_call *call, const doseau_counts_design *design)
{
    const doseau_simulation o = {call->options->draws > 1 ? call->options->draws : 2, 1,
                                 series_seed(call), 0};
    const double wanted = call->options->power;
    doseau_simulated_effect e;
    doseau_simulated_power p;
    doseau_simulated_rounds r;
    series_number(call, "level", design->level);
    series_number(call, "scatter", design->scatter);
    doseau_status status = doseau_power_counts_detectable(design, wanted, &o, &e);
    if (status) return status;
    series_figure(call, "detectable", ratio_of(e.effect), none);
    series_ends(call, "detectable", ratio_of(e.lower), ratio_of(e.upper), none);
    if (!call->options->effect.given) return DOSEAU_OK;
    const double slope = fabs(log(call->options->effect.value));
    status = doseau_power_counts_find(design, slope, &o, &p);
    if (!status) status = doseau_power_counts_required(design, slope, wanted, MOST_VALUES, &o, &r);
    if (status) return status;
    series_number(call, "power", p.power);
    series_number(call, "power_se", p.se);
    series_figure(call, "values", r.n, "not even 60 values are enough");
    return DOSEAU_OK;
}

/* What scatters beyond chance: `chance` is the variance of a logarithm, or a logit, by chance. */
static double scatter(const series_call *call, const doseau_count_trend *t, double chance)
{
    if (call->options->floor.given) return call->options->floor.value;
    return t->dispersion.given ? sqrt(fmax(0, t->dispersion.value - 1) * chance) : 0;
}

static doseau_status power_counts(series_call *call)
{
    const double *x, *time = series_numbers(call, DOSEAU_FRAME_TIME);
    const size_t n = series_size(call);
    double sum = 0;
    doseau_count_trend t;
    doseau_status status = series_whole(call, &x);
    if (!status) status = doseau_count_trend_fit(time, x, NULL, n, call->options->alpha, &t);
    for (size_t i = 0; !status && i < n; i++) sum += x[i];
    if (status) return status;
    const double mean = sum / (double)n;
    const doseau_counts_design design = {
        time, n, mean, 0, scatter(call, &t, 1 / mean), call->options->alpha};
    return put_trend(call, &design);
}

static doseau_status power_shares(series_call *call)
{
    const double *x, *trials, *time = series_numbers(call, DOSEAU_FRAME_TIME);
    const size_t n = series_size(call);
    double sum = 0, all = 0;
    doseau_proportion_trend t;
    doseau_figure above, below;
    doseau_status status = series_trials(call, &x, &trials);
    if (!status) status = doseau_proportion_trend_fit(time, x, trials, n, call->options->alpha, &t);
    for (size_t i = 0; !status && i < n; i++) {
        sum += x[i];
        all += trials[i];
    }
    if (status) return status;
    const double share = sum / all, size = fmax(1, floor(all / (double)n + .5));
    status = doseau_power_shares_detectable(share, size, size, 1, call->options->alpha,
                                            call->options->power, &above, &below);
    if (status) return status;
    series_number(call, "trials", size);
    series_figure(call, "detectable_share_above", above, none);
    series_figure(call, "detectable_share_below", below, none);
    const doseau_counts_design design = {time,
                                         n,
                                         share,
                                         size,
                                         scatter(call, &t.logit, 1 / (size * share * (1 - share))),
                                         call->options->alpha};
    return put_trend(call, &design);
}

static const series_procedure procedures[] = {
    {{"power-rates", "what the test of two counts finds", "", "exposure;group",
      "alpha effect power"},
     power_rates},
    {{"power-counts", "what a trend test of such counts finds", "time", "",
      "alpha draws seed floor effect power"},
     power_counts},
    {{"power-shares", "the same of successes among trials (exposure)", "time;exposure", "",
      "alpha draws seed floor effect power"},
     power_shares},
};

const series_topic series_topic_power_counts = SERIES_TOPIC(procedures);
