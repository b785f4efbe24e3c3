/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/series_rows.h"
#include <doseau/borrowed.h>
#include <doseau/censored_mle.h>
#include <doseau/kaplan_meier.h>
#include <doseau/ros.h>
#include <doseau/summary.h>
#include <doseau/turnbull.h>
#include <stdlib.h>

static void put_counts(series_call *call, const doseau_censored_summary *s)
{
    series_count(call, "n", s->n);
    series_count(call, "found", s->found);
    series_count(call, "between", s->between);
    series_count(call, "below", s->below);
}

static doseau_status put_substitutes(series_call *call, const doseau_censored x[])
{
    static const char *const names[] = {"mean_zero", "mean_half_limit", "mean_limit_over_sqrt2",
                                        "mean_limit"};
    const size_t n = series_size(call);
    double *values = malloc((n + 1) * sizeof *values);
    doseau_status status = values ? DOSEAU_OK : DOSEAU_ENOMEM;
    for (size_t how = 0; !status && how < 4; how++) {
        double mean;
        status = doseau_censored_substitute(x, n, (doseau_substitute)how, values);
        if (!status) status = doseau_mean(values, n, &mean);
        if (!status) series_number(call, names[how], mean);
    }
    free(values);
    return status;
}

static doseau_status censored_summary(series_call *call)
{
    const doseau_censored *x;
    doseau_censored_summary s;
    doseau_status status = series_censored(call, true, &x);
    if (!status) status = doseau_censored_summarize(x, series_size(call), &s);
    if (status) return status;
    put_counts(call, &s);
    series_figure(call, "least_found", s.least_found, "none was found");
    series_figure(call, "largest_found", s.largest_found, "none was found");
    series_figure(call, "least_limit", s.least_limit, "there is no limit");
    series_figure(call, "largest_limit", s.largest_limit, "there is no limit");
    series_number(call, "mean_lower", s.mean_lower);
    series_number(call, "mean_upper", s.mean_upper);
    return put_substitutes(call, x);
}

static void put_km_mean(series_call *call, const char *name, const doseau_kaplan_meier_mean *m)
{
    static const char reason[] = "it takes two values found";
    const char *quantities[] = {"mean", "sd", "se_greenwood", "se_found", "se_efron", "sd_nada"};
    const doseau_figure figures[] = {{true, m->mean}, {true, m->sd}, {true, m->se_greenwood},
                                     m->se_found,     m->se_efron,   m->sd_nada};
    for (size_t i = 0; i < sizeof figures / sizeof *figures; i++)
        series_figure(call, series_of(call, quantities[i], name), figures[i], reason);
}

static doseau_status kaplan_meier(series_call *call)
{
    const doseau_censored *x;
    doseau_kaplan_meier k;
    doseau_status status = series_left(call, false, &x);
    if (!status) status = doseau_kaplan_meier_fit(x, series_size(call), &k);
    if (status) return status;
    series_count(call, "n", k.n);
    series_count(call, "found", k.found);
    series_number(call, "mass_below", k.mass_below);
    put_km_mean(call, "at_smallest", &k.at_smallest);
    put_km_mean(call, "at_smallest_found", &k.at_smallest_found);
    series_figure(call, "mean[at_zero]", k.mean_at_zero, "a value is below 0");
    series_figure(call, "median", k.median, k.reason);
    series_figure(call, "median_mid", k.median_mid, k.reason);
    return DOSEAU_OK;
}

static doseau_status ros(series_call *call)
{
    const doseau_censored *x;
    doseau_ros r;
    doseau_status status = series_left(call, true, &x);
    if (!status) status = doseau_ros_fit(x, series_size(call), NULL, &r);
    if (status) return status;
    series_count(call, "n", r.n);
    series_count(call, "used", r.used);
    series_count(call, "found", r.found);
    series_figure(call, "mean", r.mean, r.reason);
    series_figure(call, "sd", r.sd, r.reason);
    series_figure(call, "median", r.median, r.reason);
    series_figure(call, "intercept", r.intercept, r.reason);
    series_figure(call, "slope", r.slope, r.reason);
    return DOSEAU_OK;
}

static doseau_status mle(series_call *call, doseau_shape shape)
{
    const doseau_censored *x;
    doseau_censored_mle m;
    doseau_status status = series_censored(call, shape == DOSEAU_LOGNORMAL, &x);
    if (!status)
        status = doseau_censored_mle_fit(x, series_size(call), shape, call->options->alpha, &m);
    if (status) return status;
    series_count(call, "n", m.n);
    series_count(call, "found", m.found);
    series_figure(call, "mean", m.mean, m.reason);
    series_limits(call, "profile", m.profile);
    series_limits(call, "profile_chi2", m.profile_chi2);
    if (shape == DOSEAU_LOGNORMAL) series_limits(call, "by_log", m.by_log);
    series_limits(call, "delta", m.delta);
    series_figure(call, "median", m.median, m.reason);
    series_figure(call, "sd", m.sd, m.reason);
    series_figure(call, "mu", m.mu, m.reason);
    series_figure(call, "sigma", m.sigma, m.reason);
    series_figure(call, "se_mu", m.se_mu, m.reason);
    series_figure(call, "se_sigma", m.se_sigma, m.reason);
    series_figure(call, shape == DOSEAU_LOGNORMAL ? "se_log_mean" : "se_mean", m.se_log_mean,
                  m.reason);
    series_figure(call, "log_likelihood", m.log_likelihood, m.reason);
    return DOSEAU_OK;
}

static doseau_status censored_lognormal(series_call *call)
{
    return mle(call, DOSEAU_LOGNORMAL);
}

static doseau_status censored_normal(series_call *call)
{
    return mle(call, DOSEAU_NORMAL);
}

static doseau_status turnbull(series_call *call)
{
    const doseau_censored *x;
    doseau_turnbull t;
    doseau_status status = series_censored(call, false, &x);
    if (!status) status = doseau_turnbull_fit(x, series_size(call), &t);
    if (status) return status;
    series_count(call, "n", t.n);
    series_count(call, "intervals", t.intervals);
    series_figure(call, "mean_lower", t.mean_lower, "a value is below 0");
    series_number(call, "mean_upper", t.mean_upper);
    series_number(call, "log_likelihood", t.log_likelihood);
    series_number(call, "gap", t.gap);
    return DOSEAU_OK;
}

static doseau_status borrowed_mean(series_call *call)
{
    static const char *const words[] = {"nothing", "bounds", "mean"};
    const doseau_censored *x;
    doseau_variance_prior prior;
    doseau_borrowed_mean b;
    doseau_status status = series_prior(call, &prior);
    if (!status) status = series_censored(call, true, &x);
    if (!status)
        status = doseau_borrowed_mean_fit(x, series_size(call), &prior, call->options->alpha,
                                          series_seed(call), &b);
    if (status) return status;
    put_counts(call, &b.summary);
    series_text(call, "reportable", words[b.reportable]);
    series_truth(call, "bounds_close", b.bounds_close);
    series_number(call, "bound_lower", b.summary.mean_lower);
    series_number(call, "bound_upper", b.summary.mean_upper);
    series_figure(call, "mean", b.mean, b.reason);
    series_limits(call, "mean", b.interval);
    series_figure(call, "log_sd", b.log_sd, b.reason);
    series_figure(call, "sigma", b.sigma, b.reason);
    return DOSEAU_OK;
}

static doseau_status borrowed_level(series_call *call)
{
    static const char *const methods[] = {"not_reportable", "borrowed", "likelihood", "all_found"};
    const doseau_censored *x;
    doseau_variance_prior prior;
    doseau_borrowed_level b;
    doseau_status status = series_prior(call, &prior);
    if (!status) status = series_censored(call, true, &x);
    if (!status)
        status = doseau_borrowed_level_fit(x, series_size(call), &prior, call->options->alpha, &b);
    if (status) return status;
    series_count(call, "n", b.n);
    series_count(call, "found", b.found);
    series_text(call, "method_for_these", methods[doseau_level_method_for(b.n, b.found)]);
    series_figure(call, "mean", b.mean, b.reason);
    series_limits(call, "mean", b.interval);
    series_figure(call, "sigma", b.sigma, b.reason);
    return DOSEAU_OK;
}

static const series_procedure procedures[] = {
    {{"censored-summary", "values below limits: bounds, substitutions", "", "", ""},
     censored_summary},
    {{"kaplan-meier", "mean, spread and median of values below limits", "", "", ""}, kaplan_meier},
    {{"ros", "regression on order statistics (Helsel-Cohn)", "", "", ""}, ros},
    {{"censored-lognormal", "lognormal maximum likelihood, profile", "", "", "alpha"},
     censored_lognormal},
    {{"censored-normal", "normal maximum likelihood, profile", "", "", "alpha"}, censored_normal},
    {{"turnbull", "nonparametric maximum likelihood: bounds", "", "", ""}, turnbull},
    {{"borrowed-mean", "mean of these values, spread from a prior", "", "",
      "alpha seed prior-s prior-d"},
     borrowed_mean},
    {{"borrowed-level", "mean of the period, spread from a prior", "", "", "alpha prior-s prior-d"},
     borrowed_level},
};

const series_topic series_topic_censored = SERIES_TOPIC(procedures);
