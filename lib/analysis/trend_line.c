/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/trend_line.h"
#include "analysis/combination.h"
#include "stats/distribution.h"
#include "stats/quantile.h"
#include <doseau/meta_regression.h>
#include <doseau/slope_test.h>
#include <math.h>
#include <stdlib.h>

static const double close_bounds = 1.05;

/* ---- Rounds as points ---- */

bool trend_has_bounds(const history_round *round)
{
    return round->mean->detected + round->mean->not_detected > 0;
}

bool trend_is_open(const history_round *round)
{
    return trend_has_bounds(round) &&
           !(round->ln_lower.given && round->ln_upper.given &&
             round->ln_upper.value - round->ln_lower.value <= log(close_bounds));
}

bool trend_any_open(const history *h)
{
    for (size_t i = 0; i < h->n; i++)
        if (trend_is_open(&h->rounds[i])) return true;
    return false;
}

static doseau_figure height_of(const history_round *round, trend_height height)
{
    switch (height) {
    case TREND_AT_LOWER: return round->ln_lower;
    case TREND_AT_UPPER: return round->ln_upper;
    case TREND_AT_MEAN: break;
    }
    return round->ln;
}

doseau_status trend_points_new(const history *h, trend_height height, trend_points *points,
                               bool *complete)
{
    *points = (trend_points){.n = h->n, .from = h};
    points->years = calloc(h->n + 1, sizeof *points->years);
    points->ln = calloc(h->n + 1, sizeof *points->ln);
    points->days = calloc(h->n + 1, sizeof *points->days);
    points->sensitivity = calloc(h->n + 1, sizeof *points->sensitivity);
    if (!points->years || !points->ln || !points->days || !points->sensitivity) {
        trend_points_free(points);
        return DOSEAU_ENOMEM;
    }
    *complete = true;
    for (size_t i = 0; i < h->n; i++) {
        const doseau_figure ln = height_of(&h->rounds[i], height);
        points->years[i] = h->rounds[i].years;
        points->ln[i] = ln.value - h->rounds[i].ln_bridge;
        points->days[i] = (double)h->rounds[i].mean->days;
        *complete = *complete && ln.given;
    }
    return DOSEAU_OK;
}

void trend_points_free(trend_points *points)
{
    free(points->years);
    free(points->ln);
    free(points->days);
    free(points->sensitivity);
    *points = (trend_points){0};
}

/* ---- The variance of the slope ---- */

double trend_line_se(const trend_line *line)
{
    return sqrt(line->variance * line->factor + line->between);
}

/* Whether a component says how well laboratories agree. */
static bool is_of_laboratories(const doseau_rounds *rounds, size_t component)
{
    size_t n;
    const doseau_component *budget = doseau_study_budget(rounds->study, &n);
    return component < n ? budget[component].scope == DOSEAU_SCOPE_LABORATORY
                         : component - n == CHANGE_OF_LABORATORY;
}

doseau_status trend_between(const doseau_rounds *rounds, const trend_points *points,
                            doseau_variance_part *bridging, double *between)
{
    double whole;
    const size_t n = combination_components(rounds);
    combination_term *terms = calloc(points->n + 1, sizeof *terms);
    double *part = calloc(n, sizeof *part);
    doseau_status status = terms && part ? DOSEAU_OK : DOSEAU_ENOMEM;
    for (size_t i = 0; !status && i < points->n; i++)
        terms[i] = (combination_term){points->from->rounds[i].mean, points->sensitivity[i]};
    if (!status)
        status = combination_variance(rounds, terms, points->n, COMBINATION_BETWEEN, part, &whole);
    *bridging = (doseau_variance_part){0};
    if (!status && points->from->bridged)
        status = trend_bridge_variance(rounds, points->from, points->sensitivity, bridging);
    *between = bridging->variance;
    for (size_t i = 0; !status && i < n; i++)
        if (!points->from->bridged || !is_of_laboratories(rounds, i)) *between += part[i];
    free(terms);
    free(part);
    return status;
}

/* Degrees of freedom of the variance of the slope: those of the scatter, fewer where a ratio of
 * laboratories is known worse (Welch and Satterthwaite). */
static double combined_df(const trend_line *line, const doseau_variance_part *bridging)
{
    if (!bridging->df.given) return line->df;
    const double all = line->variance * line->factor + line->between;
    const double scatter = all - bridging->variance;
    const double doubt =
        scatter * scatter / line->df + bridging->variance * bridging->variance / bridging->df.value;
    return fmin(line->df, all * all / doubt);
}

/* ---- The slope ---- */

static double mean_of_inverse(const double days[], size_t n)
{
    double sum = 0;
    for (size_t i = 0; i < n; i++) sum += 1 / days[i];
    return sum / (double)n;
}

/* Rounds of equally many days, in one season. */
static doseau_status fit_plain(trend_points *p, double day_variance, double alpha, trend_line *line)
{
    doseau_slope slope;
    const doseau_slope_options options = {
        .alpha = alpha, .variance_floor = day_variance * mean_of_inverse(p->days, p->n)};
    doseau_status status = doseau_slope_test(p->years, p->ln, p->n, &options, &slope);
    if (!status) status = doseau_slope_sensitivities(p->years, p->n, p->sensitivity);
    if (status) return status;
    *line = (trend_line){
        .slope = slope.slope, .df = slope.df, .variance = slope.variance, .factor = 1 / slope.sxx};
    return DOSEAU_OK;
}

/* Where nothing is known of the days, a variance so small that it does not count beside the scatter
 * of the rounds, which the regression estimates. */
static double stand_in_variance(const trend_points *p)
{
    double mean = 0, squares = 0;
    for (size_t i = 0; i < p->n; i++) mean += p->ln[i] / (double)p->n;
    for (size_t i = 0; i < p->n; i++) squares += (p->ln[i] - mean) * (p->ln[i] - mean);
    return 1e-9 * squares / (double)p->n;
}

/* A row of the regression: intercept, time from the first round on, season. */
static void fill_row(const trend_points *p, size_t i, const trend_design *design, double row[])
{
    row[0] = 1;
    row[1] = p->years[i] - p->years[0];
    trend_design_season(design, p->years[i], row + 2);
}

/* Variance of a round and of the slope, and c = (X'WX)^-1 X'W. */
static void take_regression(const doseau_meta *m, const double x[], const double v[],
                            trend_points *p, trend_line *line)
{
    const double scale = fmax(1, m->q);
    double mean = 0;
    for (size_t i = 0; i < p->n; i++) mean += v[i] / (double)p->n;
    *line = (trend_line){.slope = m->coefficient[1].estimate, .df = m->df};
    line->variance = (m->tau2 + mean) * scale;
    line->factor = m->covariance[m->p + 1] * scale / line->variance;
    for (size_t i = 0; i < p->n; i++) {
        double sum = 0;
        for (size_t j = 0; j < m->p; j++) sum += m->covariance[m->p + j] * x[i * m->p + j];
        p->sensitivity[i] = sum / (v[i] + m->tau2);
    }
}

static doseau_status fit_regression(trend_points *p, const trend_design *design,
                                    double day_variance, double alpha, trend_line *line)
{
    const size_t columns = 2 + design->n_seasons;
    const doseau_meta_options options = {DOSEAU_TAU2_REML, alpha};
    const double stand_in = day_variance > 0 ? 0 : stand_in_variance(p);
    double *x = calloc(p->n * (columns + TREND_SEASONS) + 1, sizeof *x);
    double *v = calloc(p->n + 1, sizeof *v);
    doseau_status status = x && v ? DOSEAU_OK : DOSEAU_ENOMEM;
    for (size_t i = 0; !status && i < p->n; i++) {
        fill_row(p, i, design, x + i * columns);
        v[i] = day_variance > 0 ? day_variance / p->days[i] : stand_in;
    }
    doseau_meta m;
    if (!status) status = doseau_meta_regression(x, p->ln, v, p->n, columns, &options, &m);
    if (!status) take_regression(&m, x, v, p, line);
    free(x);
    free(v);
    return status;
}

static bool has_equal_days(const trend_points *p)
{
    for (size_t i = 1; i < p->n; i++)
        if (p->days[i] < p->days[0] || p->days[i] > p->days[0]) return false;
    return true;
}

static doseau_status conclude(trend_line *line, double alpha)
{
    double t;
    const double se = trend_line_se(line);
    const doseau_status status = stats_t_quantile(1 - alpha / 2, line->df, &t);
    if (status) return status;
    line->interval = (doseau_interval){line->slope - t * se, line->slope + t * se};
    if (se > 0) line->p = (doseau_figure){true, stats_t_two_sided(line->slope / se, line->df)};
    return DOSEAU_OK;
}

doseau_status trend_line_fit(const doseau_rounds *rounds, trend_points *points,
                             const trend_design *design, double day_variance, double alpha,
                             trend_line *line)
{
    trend_line found;
    const bool plain = design->n_seasons == 0 && (has_equal_days(points) || !(day_variance > 0));
    if (points->n < 3) return DOSEAU_ETOOFEW;
    doseau_status status = plain ? fit_plain(points, day_variance, alpha, &found)
                                 : fit_regression(points, design, day_variance, alpha, &found);
    doseau_variance_part bridging;
    if (!status) status = trend_between(rounds, points, &bridging, &found.between);
    if (!status) found.df = combined_df(&found, &bridging);
    if (!status) status = conclude(&found, alpha);
    if (!status) *line = found;
    return status;
}
