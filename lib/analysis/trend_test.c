/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/trend_test.h"
#include "analysis/trend_scores.h"
#include <doseau/moderated.h>
#include <doseau/two_groups.h>
#include <math.h>
#include <stdlib.h>

/* What all tests of a series share. */
typedef struct task {
    const doseau_rounds *rounds;
    const history *h;
    const trend_design *design;
    double day_variance, alpha;
    const doseau_trend_options *options;
} task;

doseau_spread trend_spread(const history *h)
{
    double variance = 0, d0 = h->prior.year.d0;
    for (size_t i = 0; i < h->n; i++) {
        const doseau_round_mean *r = h->rounds[i].mean;
        const doseau_spread one = doseau_prior_of_round(&h->prior, r->population_persons, r->days);
        variance += one.s0 * one.s0 / (double)h->n;
    }
    return (doseau_spread){h->n ? sqrt(variance) : h->prior.year.s0, d0};
}

/* ---- The weaker of two results ---- */

static doseau_figure pick(doseau_figure a, doseau_figure b, bool larger)
{
    if (!a.given || !b.given) return (doseau_figure){0};
    return (a.value > b.value) == larger ? a : b;
}

/* The result with the larger p; what is said of the slope covers both. Two claims against each
 * other are none. */
static trend_test weaker_of(const trend_test *a, const trend_test *b)
{
    const bool b_is_weaker = a->p.given && (!b->p.given || b->p.value > a->p.value);
    trend_test weaker = b_is_weaker ? *b : *a;
    weaker.lower = pick(a->lower, b->lower, false);
    weaker.upper = pick(a->upper, b->upper, true);
    weaker.p = pick(a->p, b->p, true);
    weaker.p_equivalence = pick(a->p_equivalence, b->p_equivalence, true);
    weaker.smallest_p = fmax(a->smallest_p, b->smallest_p);
    weaker.drawn = a->drawn || b->drawn;
    if (weaker.p.given && a->slope.value * b->slope.value < 0) weaker.p.value = 1;
    return weaker;
}

/* ---- Lines ---- */

/* Two one-sided tests against the margin, which is of the whole span. */
static doseau_status test_equivalence(const task *t, const trend_line *line, doseau_figure *p)
{
    *p = (doseau_figure){0};
    const double se = trend_line_se(line);
    if (!t->options->margin.given || !(se > 0) || !(t->design->span_years > 0)) return DOSEAU_OK;
    const double margin = log1p(t->options->margin.value) / t->design->span_years;
    /* The test asks for an alpha below .5 for its interval; p does not depend on it. */
    const double alpha = t->alpha < .5 ? t->alpha : .05;
    doseau_equivalence found;
    const doseau_status status =
        doseau_equivalence_test(line->slope, se, line->df, -margin, margin, alpha, &found);
    if (!status) *p = found.p;
    return status;
}

static doseau_status fit_line(const task *t, trend_height height, trend_test *test)
{
    trend_points points;
    trend_line line;
    bool complete;
    *test = (trend_test){.method = DOSEAU_TREND_NONE};
    doseau_status status = trend_points_new(t->h, height, &points, &complete);
    if (status || !complete) {
        trend_points_free(&points);
        return status;
    }
    status = trend_line_fit(t->rounds, &points, t->design, t->day_variance, t->alpha, &line);
    trend_points_free(&points);
    /* A season that time cannot be told apart from, or no degree of freedom. */
    if (status == DOSEAU_EDOMAIN || status == DOSEAU_ETOOFEW) return DOSEAU_OK;
    if (status) return status;
    *test = (trend_test){.method = DOSEAU_TREND_LINE,
                         .seasonal = t->design->n_seasons > 0,
                         .slope = {true, line.slope},
                         .lower = {true, line.interval.lower},
                         .upper = {true, line.interval.upper},
                         .p = line.p,
                         .variance = {true, line.variance},
                         .df = line.df,
                         .factor = line.factor,
                         .between = line.between};
    return test_equivalence(t, &line, &test->p_equivalence);
}

static doseau_status fit_bounds(const task *t, trend_test *test)
{
    trend_test lower, upper;
    doseau_status status = fit_line(t, TREND_AT_LOWER, &lower);
    if (!status) status = fit_line(t, TREND_AT_UPPER, &upper);
    if (status) return status;
    *test = weaker_of(&lower, &upper);
    if (test->method == DOSEAU_TREND_LINE) test->method = DOSEAU_TREND_LINE_OF_BOUNDS;
    return DOSEAU_OK;
}

/* ---- Day scores ---- */

static double spread_of_times(const history *h)
{
    double mean = 0, sxx = 0;
    for (size_t i = 0; i < h->n; i++) mean += h->rounds[i].years / (double)h->n;
    for (size_t i = 0; i < h->n; i++)
        sxx += (h->rounds[i].years - mean) * (h->rounds[i].years - mean);
    return sxx;
}

static doseau_status score_once(const task *t, trend_unstated unstated, bool with_errors,
                                trend_test *test, bool *has_unstated)
{
    trend_scores s;
    *test = (trend_test){.method = DOSEAU_TREND_NONE};
    const doseau_status status =
        trend_scores_test(t->rounds, t->h, unstated, with_errors, t->options, &s);
    if (status) return status;
    *has_unstated = s.has_unstated;
    if (!s.decided) return DOSEAU_OK;
    *test = (trend_test){.method = DOSEAU_TREND_DAY_SCORES,
                         .drawn = s.drawn,
                         .slope = s.slope,
                         .lower = s.lower,
                         .upper = s.upper,
                         .p = {true, s.p},
                         .smallest_p = s.smallest_p,
                         .df = (double)t->h->n - 2};
    if (!s.se.given) return DOSEAU_OK;
    /* What the interval says of the scatter of the rounds. */
    const double sxx = spread_of_times(t->h);
    test->variance = (doseau_figure){true, s.se.value * s.se.value * sxx};
    test->factor = 1 / sxx;
    return DOSEAU_OK;
}

/* Errors that several rounds share are those of the line through the bounds, where there is one. */
static doseau_status score_days(const task *t, trend_test *test)
{
    bool has_unstated = false;
    trend_test bounds, other;
    doseau_status status = fit_bounds(t, &bounds);
    if (!status) status = score_once(t, TREND_SAYS_NOTHING, !bounds.p.given, test, &has_unstated);
    if (!status && has_unstated) {
        status = score_once(t, TREND_BELOW_ALL, !bounds.p.given, &other, &has_unstated);
        if (!status) *test = weaker_of(test, &other);
    }
    if (!status && bounds.p.given && bounds.between > 0) *test = weaker_of(test, &bounds);
    return status;
}

/* ---- A few rounds ---- */

/* The usual change is borrowed for the years that are on average between the rounds; of less than
 * half a year nothing is known. */
static doseau_status describe_few(const task *t, trend_test *test)
{
    trend_points points;
    doseau_moderated slope;
    bool complete;
    *test = (trend_test){.method = DOSEAU_TREND_NONE};
    const double apart = t->design->span_years / (double)(t->h->n - 1);
    const bool known = !history_is_close(apart);
    const doseau_spread spread = trend_spread(t->h);
    const doseau_variance_prior prior = {
        spread.s0 * sqrt(known ? doseau_prior_growth(&t->h->prior, apart) : 1), spread.d0};
    doseau_status status = trend_points_new(t->h, TREND_AT_MEAN, &points, &complete);
    if (status || !complete) {
        trend_points_free(&points);
        return status;
    }
    status = doseau_moderated_slope(points.years, points.ln, points.n, &prior, t->alpha, &slope);
    trend_points_free(&points);
    if (status == DOSEAU_ETOOFEW) return DOSEAU_OK; /* all at one time */
    if (status) return status;
    *test = (trend_test){.method = DOSEAU_TREND_BORROWED_LINE,
                         .slope = {true, slope.estimate},
                         .lower = {known, slope.interval.lower},
                         .upper = {known, slope.interval.upper},
                         .p_rise = {known, slope.p_positive},
                         .variance = {known, slope.moderated.variance}};
    return DOSEAU_OK;
}

/* ---- The choice ---- */

static bool any_bounds(const history *h)
{
    for (size_t i = 0; i < h->n; i++)
        if (trend_has_bounds(&h->rounds[i])) return true;
    return false;
}

doseau_status trend_test_run(const doseau_rounds *rounds, const history *h,
                             const trend_design *design, double day_variance,
                             const doseau_trend_options *options, trend_test *test)
{
    const task t = {rounds, h, design, day_variance, rounds->options.alpha, options};
    trend_test made = {.method = DOSEAU_TREND_NONE};
    doseau_status status = DOSEAU_OK;
    if (h->n >= TREND_LEAST_ROUNDS && trend_any_open(h))
        status = score_days(&t, &made);
    else if (h->n >= TREND_LEAST_ROUNDS && any_bounds(h))
        status = fit_bounds(&t, &made);
    else if (h->n >= TREND_LEAST_ROUNDS)
        status = fit_line(&t, TREND_AT_MEAN, &made);
    else if (h->n > 1)
        status = describe_few(&t, &made);
    if (!design->claims) made.p = made.p_equivalence = (doseau_figure){0};
    if (!status) *test = made;
    return status;
}
