/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/series_counts.h"
#include <doseau/count_trend.h>
#include <doseau/proportion.h>
#include <doseau/rates.h>
#include <math.h>

doseau_status series_take_sides(series_call *call, const double x[], series_side sides[2])
{
    size_t n_groups;
    const double *exposure = series_numbers(call, DOSEAU_FRAME_EXPOSURE);
    const size_t *group = series_indices(call, DOSEAU_FRAME_GROUP, &n_groups);
    for (size_t i = 0; i < series_size(call); i++) {
        const size_t to = group ? group[i] : i;
        if (to > 1)
            return series_refuse(call, i, group ? DOSEAU_FRAME_GROUP : DOSEAU_FRAME_VALUE,
                                 "two counts are compared: give two rows, or a group column with "
                                 "two names");
        sides[to].count += x[i];
        sides[to].exposure += exposure ? exposure[i] : 1;
    }
    return sides[1].exposure > 0 ? DOSEAU_OK : DOSEAU_ETOOFEW;
}

static doseau_status rates(series_call *call)
{
    const double *x;
    series_side s[2] = {{0, 0}, {0, 0}};
    doseau_rates r;
    doseau_status status = series_whole(call, &x);
    if (!status) status = series_take_sides(call, x, s);
    if (!status)
        status = doseau_rates_compare((uint64_t)s[0].count, s[0].exposure, (uint64_t)s[1].count,
                                      s[1].exposure, 1, call->options->alpha, &r);
    if (status) return status;
    series_sides(call);
    series_number(call, "count_a", s[0].count);
    series_number(call, "count_b", s[1].count);
    series_number(call, "rate_a", r.rate_a);
    series_number(call, "rate_b", r.rate_b);
    series_figure(call, "ratio", r.ratio, "there is no event on the first side");
    series_figure(call, "p_midp", r.p_midp, r.reason);
    series_limits(call, "midp", r.midp);
    series_figure(call, "p_central", r.p_central, r.reason);
    series_limits(call, "central", r.central);
    series_figure(call, "p_minlike", r.p_minlike, r.reason);
    return DOSEAU_OK;
}

static void put_trend(series_call *call, const doseau_count_trend *t, const char *ratio)
{
    series_count(call, "n", series_size(call));
    series_figure(call, "slope", t->slope, t->reason);
    series_figure(call, "se", t->se, t->reason);
    series_figure(call, ratio, t->ratio, t->reason);
    series_figure(call, "p", t->p, t->quasi_reason);
    series_limits(call, "both", t->both);
    series_figure(call, "p_likelihood", t->p_likelihood, t->reason);
    series_limits(call, "likelihood", t->likelihood);
    series_figure(call, "p_wald", t->p_wald, t->reason);
    series_limits(call, "wald", t->wald);
    series_figure(call, "p_quasi", t->p_quasi, t->quasi_reason);
    series_limits(call, "quasi", t->quasi);
    series_figure(call, "dispersion", t->dispersion, t->quasi_reason);
    series_figure(call, "deviance", t->deviance, t->quasi_reason);
    series_figure(call, "deviance_df", t->deviance_df, t->quasi_reason);
    series_figure(call, "p_overdispersion", t->p_overdispersion, t->quasi_reason);
}

static doseau_status count_trend(series_call *call)
{
    const double *x;
    doseau_count_trend t;
    doseau_status status = series_whole(call, &x);
    if (!status)
        status = doseau_count_trend_fit(series_numbers(call, DOSEAU_FRAME_TIME), x,
                                        series_numbers(call, DOSEAU_FRAME_EXPOSURE),
                                        series_size(call), call->options->alpha, &t);
    doseau_count_exact e;
    if (!status)
        status = doseau_count_trend_exact(series_numbers(call, DOSEAU_FRAME_TIME), x,
                                          series_numbers(call, DOSEAU_FRAME_EXPOSURE),
                                          series_size(call), &e);
    if (status) return status;
    put_trend(call, &t, "rate_ratio");
    series_figure(call, "p_exact_two", e.p_exact, e.reason);
    series_figure(call, "p_exact_midp", e.p_midp, e.reason);
    return DOSEAU_OK;
}

static doseau_status dispersion(series_call *call)
{
    const double *x;
    doseau_dispersion d;
    doseau_status status = series_whole(call, &x);
    if (!status)
        status = doseau_dispersion_test(x, series_numbers(call, DOSEAU_FRAME_EXPOSURE),
                                        series_size(call), &d);
    if (status) return status;
    series_count(call, "n", series_size(call));
    series_number(call, "rate", d.rate);
    series_figure(call, "x2", d.x2, d.reason);
    series_figure(call, "df", d.df, d.reason);
    series_figure(call, "ratio", d.ratio, d.reason);
    series_figure(call, "p_upper", d.p_upper, d.reason);
    series_figure(call, "p_lower", d.p_lower, d.reason);
    return DOSEAU_OK;
}

doseau_status series_trials(series_call *call, const double **x, const double **trials)
{
    const doseau_status status = series_whole(call, x);
    *trials = series_numbers(call, DOSEAU_FRAME_EXPOSURE);
    for (size_t i = 0; !status && i < series_size(call); i++)
        if ((*trials)[i] < (*x)[i] || floor((*trials)[i]) < (*trials)[i] || (*trials)[i] > 9e15)
            return series_refuse(call, i, DOSEAU_FRAME_EXPOSURE,
                                 "the number of trials: whole, and not below the value");
    return status;
}

static doseau_status proportion_trend(series_call *call)
{
    const double *x, *trials;
    doseau_proportion_trend t;
    doseau_status status = series_trials(call, &x, &trials);
    if (!status)
        status = doseau_proportion_trend_fit(series_numbers(call, DOSEAU_FRAME_TIME), x, trials,
                                             series_size(call), call->options->alpha, &t);
    if (status) return status;
    put_trend(call, &t.logit, "odds_ratio");
    series_figure(call, "z_cochran_armitage", t.z, t.reason);
    series_figure(call, "p_cochran_armitage", t.p_cochran_armitage, t.reason);
    return DOSEAU_OK;
}

static doseau_status proportion(series_call *call)
{
    const double *x, *trials;
    doseau_proportion p;
    doseau_status status = series_trials(call, &x, &trials);
    double successes = 0, all = 0;
    for (size_t i = 0; !status && i < series_size(call); i++) {
        successes += x[i];
        all += trials[i];
    }
    if (!status)
        status = doseau_proportion_interval((uint64_t)successes, (uint64_t)all,
                                            call->options->alpha, &p);
    if (status) return status;
    series_number(call, "successes", successes);
    series_number(call, "trials", all);
    series_number(call, "proportion", p.proportion);
    series_limits(call, "wilson", p.wilson);
    series_limits(call, "wilson_corrected", p.wilson_corrected);
    series_limits(call, "exact", p.exact);
    series_limits(call, "midp", p.midp);
    series_limits(call, "wald", p.wald);
    return DOSEAU_OK;
}

static const series_procedure procedures[] = {
    {{"rates", "two counts (rows or groups): ratio b / a, exact", "", "exposure;group", "alpha"},
     rates},
    {{"count-trend", "Poisson and quasi-Poisson trend of counts", "time", "exposure", "alpha"},
     count_trend},
    {{"dispersion", "do counts scatter more than chance?", "", "exposure", ""}, dispersion},
    {{"proportion", "successes among trials (exposure)", "exposure", "", "alpha"}, proportion},
    {{"proportion-trend", "logistic and Cochran-Armitage trend", "time;exposure", "", "alpha"},
     proportion_trend},
};

const series_topic series_topic_counts = SERIES_TOPIC(procedures);
