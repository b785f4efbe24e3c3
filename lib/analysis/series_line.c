/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/series_rows.h"
#include <doseau/line.h>
#include <doseau/meta_regression.h>
#include <doseau/mixed_line.h>
#include <doseau/slope_test.h>
#include <doseau/tobit_line.h>
#include <stdio.h>
#include <stdlib.h>

static const double *time_of(const series_call *call)
{
    return series_numbers(call, DOSEAU_FRAME_TIME);
}

static doseau_status put_prediction(series_call *call, const doseau_line *l)
{
    doseau_line_at at;
    const doseau_series_options *o = call->options;
    if (!o->at.given) return DOSEAU_OK;
    const doseau_status status = doseau_line_predict(l, o->at.value, 1, o->alpha, &at);
    if (status) return status;
    series_number(call, "fitted", at.fitted);
    series_figure(call, "fitted_se", at.se, l->reason);
    series_ends(call, "fitted", at.lower, at.upper, l->reason);
    series_figure(call, "next_se", at.next_se, l->reason);
    series_ends(call, "next", at.next_lower, at.next_upper, l->reason);
    return DOSEAU_OK;
}

static doseau_status line(series_call *call)
{
    const double *x;
    doseau_line l;
    doseau_status status = series_found(call, &x);
    if (!status)
        status = doseau_line_fit(time_of(call), x, series_numbers(call, DOSEAU_FRAME_WEIGHT),
                                 series_size(call), call->options->alpha, &l);
    if (status) return status;
    series_count(call, "n", l.n);
    series_number(call, "slope", l.slope);
    series_figure(call, "slope_se", l.slope_se, l.reason);
    series_ends(call, "slope", l.slope_lower, l.slope_upper, l.reason);
    series_number(call, "intercept", l.intercept);
    series_figure(call, "intercept_se", l.intercept_se, l.reason);
    series_ends(call, "intercept", l.intercept_lower, l.intercept_upper, l.reason);
    series_figure(call, "t", l.t, l.reason);
    series_count(call, "df", l.df);
    series_figure(call, "p", l.p, l.reason);
    series_figure(call, "residual_sd", l.residual_sd, l.reason);
    series_figure(call, "r_squared", l.r_squared, l.reason);
    return put_prediction(call, &l);
}

static const char on_the_line[] = "the values lie on the line exactly";

static void put_inference(series_call *call, const char *which, const char *suffix,
                          const doseau_meta_inference *i)
{
    char name[64], mark[64];
    snprintf(mark, sizeof mark, "%s%s%s", which, *suffix ? "," : "", suffix);
    series_number(call, series_of(call, "se", mark), i->se);
    snprintf(name, sizeof name, "%s", series_of(call, "interval", mark));
    series_ends(call, name, (doseau_figure){i->p.given, i->interval.lower},
                (doseau_figure){i->p.given, i->interval.upper}, on_the_line);
    series_figure(call, series_of(call, "p", mark), i->p, on_the_line);
}

static void put_meta(series_call *call, const doseau_meta *m)
{
    static const char *const names[] = {"intercept", "slope"};
    series_count(call, "n", m->n);
    for (size_t i = 0; i < m->p; i++) {
        const doseau_meta_coefficient *c = &m->coefficient[i];
        const char *which = m->p == 1 ? "mean" : names[i];
        series_number(call, which, c->estimate);
        put_inference(call, which, "", &c->modified);
        put_inference(call, which, "knapp_hartung", &c->kh);
        put_inference(call, which, "z", &c->z);
    }
    series_number(call, "df", m->df);
    series_number(call, "tau2", m->tau2);
    series_figure(call, "tau2_se", m->tau2_reml_se, "tau2 is 0");
    series_number(call, "tau2_paule_mandel", m->tau2_paule_mandel);
    series_number(call, "tau2_dersimonian_laird", m->tau2_dersimonian_laird);
    series_number(call, "knapp_hartung_q", m->q);
    series_number(call, "q_residual", m->q_e);
    series_number(call, "p_q_residual", m->q_e_p);
    series_number(call, "log_likelihood", m->log_likelihood);
}

static doseau_status put_meta_prediction(series_call *call, const doseau_meta *m)
{
    doseau_meta_at at;
    const bool mean = m->p == 1;
    const double x[] = {1, call->options->at.value};
    if (!mean && !call->options->at.given) return DOSEAU_OK;
    const doseau_status status = doseau_meta_predict(m, x, &at);
    if (status) return status;
    series_number(call, "fitted", at.fitted);
    series_interval(call, "fitted", at.modified.interval);
    series_ends(call, "next", at.next_lower, at.next_upper, "too few values");
    series_ends(call, "next_metafor", (doseau_figure){m->q > 0, at.next_metafor.lower},
                (doseau_figure){m->q > 0, at.next_metafor.upper}, on_the_line);
    return DOSEAU_OK;
}

static doseau_status meta_regression(series_call *call)
{
    const double *y, *time = time_of(call), *se = series_numbers(call, DOSEAU_FRAME_SE);
    const size_t n = series_size(call), p = time ? 2 : 1;
    doseau_meta_options options;
    doseau_meta_defaults(&options);
    options.alpha = call->options->alpha;
    doseau_meta *m = malloc(sizeof *m);
    double *x = malloc((3 * n + 1) * sizeof *x);
    doseau_status status = m && x ? series_found(call, &y) : DOSEAU_ENOMEM;
    for (size_t i = 0; !status && i < n; i++) {
        x[i * p] = 1;
        if (time) x[i * p + 1] = time[i];
        x[2 * n + i] = se[i] * se[i];
    }
    if (!status) status = doseau_meta_regression(x, y, x + 2 * n, n, p, &options, m);
    if (!status) put_meta(call, m);
    if (!status) status = put_meta_prediction(call, m);
    free(x);
    free(m);
    return status;
}

static void put_mixed(series_call *call, const char *which, const doseau_mixed_coefficient *c)
{
    char name[64];
    snprintf(name, sizeof name, "%s", which);
    series_number(call, name, c->estimate);
    series_number(call, series_of(call, "se", name), c->se);
    series_ends(call, name, c->lower, c->upper, "there are two blocks only");
    series_figure(call, series_of(call, "p_blocks", name), c->p_blocks,
                  "there are two blocks only, or the standard error is 0");
    series_number(call, series_of(call, "df_satterthwaite", name), c->df_satterthwaite);
    series_number(call, series_of(call, "p_satterthwaite", name), c->p_satterthwaite);
    series_number(call, series_of(call, "p_z", name), c->p_z);
}

static doseau_status mixed_line(series_call *call)
{
    size_t n_groups, n_blocks;
    const double *y;
    const size_t *group = series_indices(call, DOSEAU_FRAME_GROUP, &n_groups);
    const size_t *block = series_indices(call, DOSEAU_FRAME_BLOCK, &n_blocks);
    doseau_mixed_line *m = malloc(sizeof *m);
    doseau_status status = m ? series_found(call, &y) : DOSEAU_ENOMEM;
    if (!status)
        status = doseau_mixed_line_fit(time_of(call), y, group, group ? n_groups : 1, block,
                                       series_size(call), call->options->alpha, m);
    if (!status) {
        series_count(call, "n", m->n);
        series_count(call, "blocks", m->blocks);
        if (m->p > 2)
            series_text(call, "effects_against",
                        doseau_frame_name(call->frame, DOSEAU_FRAME_GROUP, 0));
        put_mixed(call, "intercept", &m->coefficient[0]);
        put_mixed(call, "slope", &m->coefficient[1]);
        for (size_t g = 1; g + 1 < m->p; g++)
            put_mixed(
                call,
                series_of(call, "effect", doseau_frame_name(call->frame, DOSEAU_FRAME_GROUP, g)),
                &m->coefficient[1 + g]);
        series_number(call, "residual_variance", m->residual_variance);
        series_number(call, "block_variance", m->block_variance);
        series_number(call, "log_likelihood", m->log_likelihood);
    }
    free(m);
    return status;
}

static doseau_status tobit_line(series_call *call)
{
    const doseau_censored *x;
    doseau_tobit_line t;
    doseau_status status = series_censored(call, false, &x);
    if (!status) status = doseau_tobit_line_fit(time_of(call), x, series_size(call), &t);
    if (status) return status;
    const struct {
        const char *name;
        doseau_figure figure;
    } rows[] = {{"slope", t.slope},
                {"slope_se", t.slope_se},
                {"p_likelihood_t", t.p_lr_t},
                {"p_likelihood", t.p_lr},
                {"p_wald", t.p_wald},
                {"intercept", t.intercept},
                {"intercept_se", t.intercept_se},
                {"sigma", t.sigma},
                {"log_sigma_se", t.log_sigma_se},
                {"log_likelihood", t.log_likelihood},
                {"log_likelihood_flat", t.log_likelihood_flat}};
    series_count(call, "n", t.n);
    series_count(call, "found", t.found);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        series_figure(call, rows[i].name, rows[i].figure, t.reason);
    return DOSEAU_OK;
}

static doseau_status slope(series_call *call)
{
    const double *x;
    doseau_slope s;
    doseau_slope_options o;
    doseau_slope_defaults(&o);
    o.alpha = call->options->alpha;
    if (call->options->floor.given)
        o.variance_floor = call->options->floor.value * call->options->floor.value;
    doseau_status status = series_found(call, &x);
    if (!status) status = doseau_slope_test(time_of(call), x, series_size(call), &o, &s);
    if (status) return status;
    series_count(call, "n", s.n);
    series_number(call, "slope", s.slope);
    series_number(call, "se", s.se);
    series_ends(call, "slope", (doseau_figure){s.t.given, s.interval.lower},
                (doseau_figure){s.t.given, s.interval.upper}, s.reason);
    series_number(call, "df", s.df);
    series_figure(call, "t", s.t, s.reason);
    series_figure(call, "p", s.p, s.reason);
    series_figure(call, "p_own", s.p_own, s.reason);
    series_number(call, "variance", s.variance);
    series_number(call, "own_variance", s.own_variance);
    series_truth(call, "floored", s.floored);
    return DOSEAU_OK;
}

static const series_procedure procedures[] = {
    {{"line", "least squares, t intervals, prediction (--at)", "time", "weight", "alpha at"}, line},
    {{"slope", "t test of a slope, with --floor for the sd", "time", "", "alpha floor"}, slope},
    {{"meta-regression", "mean or line of values with standard errors", "se", "time", "alpha at"},
     meta_regression},
    {{"mixed-line", "line with random block effects, by REML", "time;block", "group", "alpha"},
     mixed_line},
    {{"tobit-line", "line of values below limits", "time", "", ""}, tobit_line},
};

const series_topic series_topic_line = SERIES_TOPIC(procedures);
