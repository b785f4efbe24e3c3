/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/explain_trend_line.h"
#include "analysis/trend_test.h"
#include "stats/quantile.h"
#include <doseau/moderated.h>
#include <math.h>

/* ---- Points ---- */

static doseau_figure height_of(const doseau_round_mean *r, trend_height height)
{
    if (height == TREND_AT_MEAN) return r->mean;
    return height == TREND_AT_LOWER ? r->bound_lower : r->bound_upper;
}

static const char *words_of(const trend_work *w, trend_height height)
{
    if (w->h.bridged) return "ln of its mean, brought to the last laboratory";
    if (height == TREND_AT_MEAN) return "ln of its mean";
    return height == TREND_AT_LOWER ? "ln of its lower bound" : "ln of its upper bound";
}

static void put_height(doseau_explanation *e, const trend_work *w, const history_round *r,
                       trend_height height, double ln)
{
    text formula = {0};
    text_addf(&formula, "log(%s)", DIGITS(height_of(r->mean, height).value));
    if (w->h.bridged) explain_put(&formula, " - ", r->ln_bridge);
    explain_step *step = explain_sum(e, EXPLAIN_FORMULA, "y ", ln, "", &formula);
    text_add_string(&step->name, explain_label(w->rounds->study, r->mean->round));
    text_add_string(&step->words, words_of(w, height));
    explain_name_round(w->rounds->study, r->mean, &step->id);
}

/* Time from the first round on: of a line only differences of times matter. */
static void put_points(doseau_explanation *e, const trend_work *w, trend_points *p,
                       trend_height height)
{
    const double first = p->n ? p->years[0] : 0;
    for (size_t i = 0; i < p->n; i++) p->years[i] -= first;
    for (size_t i = 0; i < p->n; i++) {
        explain_step *step = explain_number(e, EXPLAIN_INPUT, "t ", p->years[i], "years", "%s", "");
        text_add_string(&step->name, explain_label(w->rounds->study, w->h.rounds[i].mean->round));
        text_add_string(&step->words,
                        "since the first round, by the mean date of the measured days");
    }
    for (size_t i = 0; i < p->n; i++) put_height(e, w, &w->h.rounds[i], height, p->ln[i]);
}

/* ---- The slope of a plain line ---- */

static double mean_of(const double x[], size_t n)
{
    double sum = 0;
    for (size_t i = 0; i < n; i++) sum += x[i];
    return sum / (double)n;
}

static double put_mean(doseau_explanation *e, const char *name, const double x[], size_t n)
{
    text formula = {0};
    const double mean = mean_of(x, n);
    text_add_string(&formula, "(");
    for (size_t i = 0; i < n; i++) explain_put(&formula, i ? " + " : "", x[i]);
    text_addf(&formula, ") / %zu", n);
    explain_sum(e, EXPLAIN_FORMULA, name, mean, "", &formula);
    return mean;
}

static double put_sxx(doseau_explanation *e, const trend_points *p, double mean_t)
{
    text formula = {0};
    double sxx = 0;
    for (size_t i = 0; i < p->n; i++) {
        sxx += (p->years[i] - mean_t) * (p->years[i] - mean_t);
        text_addf(&formula, "%s(%s - %s)^2", i ? " + " : "", DIGITS(p->years[i]), DIGITS(mean_t));
    }
    explain_sum(e, EXPLAIN_FORMULA, "Sxx", sxx, "", &formula);
    return sxx;
}

static void put_slope(doseau_explanation *e, const trend_points *p, double mean_t, double mean_y,
                      double sxx, double slope)
{
    text formula = {0};
    text_add_string(&formula, "(");
    for (size_t i = 0; i < p->n; i++) {
        text_addf(&formula, "%s(%s - %s) * (", i ? " + " : "", DIGITS(p->years[i]), DIGITS(mean_t));
        explain_put(&formula, "", p->ln[i]);
        explain_put(&formula, " - ", mean_y);
        text_add_string(&formula, ")");
    }
    text_addf(&formula, ") / %s", DIGITS(sxx));
    text_add_string(&explain_sum(e, EXPLAIN_FORMULA, "slope", slope, "", &formula)->words,
                    "of ln, a year, by least squares");
}

static double put_residuals(doseau_explanation *e, const trend_points *p, double mean_t,
                            double mean_y, double slope)
{
    text formula = {0};
    double rss = 0;
    for (size_t i = 0; i < p->n; i++) {
        const double r = p->ln[i] - mean_y - slope * (p->years[i] - mean_t);
        rss += r * r;
        explain_put(&formula, i ? " + (" : "(", p->ln[i]);
        explain_put(&formula, " - ", mean_y);
        explain_put(&formula, " - ", slope);
        text_addf(&formula, " * (%s - %s))^2", DIGITS(p->years[i]), DIGITS(mean_t));
    }
    text_add_string(&explain_sum(e, EXPLAIN_FORMULA, "RSS", rss, "", &formula)->words,
                    "squares of the distances from the line");
    return rss;
}

/* Mean and squares of the points of a line by least squares; returns RSS. */
static double put_least_squares(doseau_explanation *e, const trend_points *p, double slope,
                                double *sxx)
{
    const double mean_t = put_mean(e, "mean t", p->years, p->n);
    const double mean_y = put_mean(e, "mean y", p->ln, p->n);
    *sxx = put_sxx(e, p, mean_t);
    put_slope(e, p, mean_t, mean_y, *sxx, slope);
    return put_residuals(e, p, mean_t, mean_y, slope);
}

/* ---- The variance of a round ---- */

static void put_floor(doseau_explanation *e, const trend_work *w, const trend_points *p,
                      double floor)
{
    text formula = {0};
    explain_put(&formula, "", w->day_variance);
    text_add_string(&formula, " * (");
    for (size_t i = 0; i < p->n; i++)
        text_addf(&formula, "%s1 / %s", i ? " + " : "", DIGITS(p->days[i]));
    text_addf(&formula, ") / %zu", p->n);
    text_add_string(&explain_sum(e, EXPLAIN_FORMULA, "floor", floor, "", &formula)->words,
                    "no round is better known than its days allow: their variance within rounds "
                    "over how many they are");
}

static void put_plain(doseau_explanation *e, const trend_work *w, const trend_points *p,
                      const trend_line *line)
{
    double sxx, inverse = 0;
    const double rss = put_least_squares(e, p, line->slope, &sxx), df = (double)p->n - 2;
    for (size_t i = 0; i < p->n; i++) inverse += 1 / p->days[i] / (double)p->n;
    const double floor = w->day_variance * inverse;
    put_floor(e, w, p, floor);
    explain_step *step;
    if (floor > rss / df)
        step =
            explain_number(e, EXPLAIN_FORMULA, "variance", line->variance, "", "%s", DIGITS(floor));
    else
        step = explain_number(e, EXPLAIN_FORMULA, "variance", line->variance, "", "%s / %s",
                              DIGITS(rss), DIGITS(df));
    text_add_string(&step->words,
                    floor > rss / df
                        ? "of a round about the line: the floor is larger than RSS / df"
                        : "of a round about the line: RSS / df is above the floor");
}

/* With columns for the season, or rounds of different numbers of days. */
static void put_weighted(doseau_explanation *e, const trend_work *w, const trend_points *p,
                         const trend_line *line)
{
    text formula = {0};
    for (size_t i = 0; i < p->n; i++) {
        explain_step *step =
            explain_number(e, EXPLAIN_INPUT, "weight ", p->sensitivity[i], "", "%s", "");
        text_add_string(&step->name, explain_label(w->rounds->study, w->h.rounds[i].mean->round));
        explain_put(&formula, i ? " + " : "", p->sensitivity[i]);
        explain_put(&formula, " * ", p->ln[i]);
    }
    text_addf(&explain_sum(e, EXPLAIN_FORMULA, "slope", line->slope, "", &formula)->words,
              "of ln, a year: weighted by the days of each round%s",
              w->design.n_seasons ? ", season beside it" : "");
    text_add_string(
        &explain_number(e, EXPLAIN_FORMULA, "variance", line->variance, "", "%s", "")->words,
        "of a round about the line, by restricted maximum likelihood");
}

/* ---- Interval and p ---- */

static void put_ends(doseau_explanation *e, double slope, double t, double se, double lower,
                     double upper)
{
    text from = {0}, to = {0};
    explain_put(&from, "", slope);
    text_addf(&from, " - %s * %s", DIGITS(t), DIGITS(se));
    explain_put(&to, "", slope);
    text_addf(&to, " + %s * %s", DIGITS(t), DIGITS(se));
    explain_sum(e, EXPLAIN_INTERVAL, "slope from", lower, "", &from);
    explain_sum(e, EXPLAIN_INTERVAL, "slope to", upper, "", &to);
}

static double put_t(doseau_explanation *e, const trend_work *w, double df)
{
    double t = 0;
    const double alpha = w->rounds->options.alpha;
    if (stats_t_quantile(1 - alpha / 2, df, &t)) return t;
    text_addf(&explain_number(e, EXPLAIN_INTERVAL, "t", t, "", "%s", "")->words,
              "quantile of 1 - alpha / 2, alpha %s, with %s degrees of freedom", DIGITS(alpha),
              DIGITS(df));
    return t;
}

static void put_test(doseau_explanation *e, const trend_work *w, const trend_line *line)
{
    const double se = trend_line_se(line);
    text_add_string(
        &explain_number(e, EXPLAIN_INTERVAL, "between", line->between, "", "%s", "")->words,
        "what errors add that some rounds share and others do not");
    text_add_string(&explain_number(e, EXPLAIN_INTERVAL, "se", se, "", "sqrt(%s * %s + %s)",
                                    DIGITS(line->variance), DIGITS(line->factor),
                                    DIGITS(line->between))
                         ->words,
                    "of the slope: variance * factor + between");
    put_ends(e, line->slope, put_t(e, w, line->df), se, line->interval.lower, line->interval.upper);
    if (line->p.given)
        text_addf(&explain_number(e, EXPLAIN_INTERVAL, "p of the line", line->p.value, "", "%s", "")
                       ->words,
                  "two-sided, of slope / se = %s in a t distribution with %s degrees of freedom",
                  DIGITS(line->slope / se), DIGITS(line->df));
}

static bool is_plain(const trend_work *w, const trend_points *p)
{
    bool equal = true;
    for (size_t i = 1; i < p->n; i++)
        equal = equal && !(p->days[i] < p->days[0] || p->days[i] > p->days[0]);
    return w->design.n_seasons == 0 && (equal || !(w->day_variance > 0));
}

doseau_status explain_trend_line(doseau_explanation *e, const trend_work *w, trend_height height)
{
    trend_points p;
    trend_line line;
    bool complete;
    doseau_status status = trend_points_new(&w->h, height, &p, &complete);
    if (status) return status;
    if (complete)
        status = trend_line_fit(w->rounds, &p, &w->design, w->day_variance,
                                w->rounds->options.alpha, &line);
    if (complete && !status) {
        put_points(e, w, &p, height);
        if (is_plain(w, &p))
            put_plain(e, w, &p, &line);
        else
            put_weighted(e, w, &p, &line);
        put_test(e, w, &line);
    }
    trend_points_free(&p);
    return status == DOSEAU_ENOMEM ? status : DOSEAU_OK; /* others: no line, as in the test */
}

/* ---- A few rounds ---- */

static void put_few(doseau_explanation *e, const trend_work *w, const trend_points *p,
                    const doseau_moderated *slope, const doseau_variance_prior *prior, bool known)
{
    double sxx;
    const double rss = put_least_squares(e, p, slope->estimate, &sxx);
    if (!known) {
        explain_say(e, EXPLAIN_METHOD, "interval",
                    "none: of changes over less than half a year nothing is known");
        return;
    }
    text_addf(&explain_number(e, EXPLAIN_INTERVAL, "s0", prior->s0, "", "%s", "")->words,
              "by prior %s, for the people, the days and the years between these rounds",
              w->h.prior.name);
    explain_number(e, EXPLAIN_INTERVAL, "d0", prior->df0, "", "%s", "");
    explain_number(e, EXPLAIN_INTERVAL, "variance", slope->moderated.variance, "",
                   "(%s * %s^2 + %s) / (%s + %zu - 2)", DIGITS(prior->df0), DIGITS(prior->s0),
                   DIGITS(rss), DIGITS(prior->df0), p->n);
    explain_number(e, EXPLAIN_INTERVAL, "se", slope->se, "", "sqrt(%s / %s)",
                   DIGITS(slope->moderated.variance), DIGITS(sxx));
    put_ends(e, slope->estimate, put_t(e, w, slope->df), slope->se, slope->interval.lower,
             slope->interval.upper);
}

doseau_status explain_trend_few(doseau_explanation *e, const trend_work *w)
{
    trend_points p;
    doseau_moderated slope;
    bool complete;
    const double apart = w->design.span_years / (double)(w->h.n - 1);
    const bool known = !history_is_close(apart);
    const doseau_spread spread = trend_spread(&w->h);
    const doseau_variance_prior prior = {
        spread.s0 * sqrt(known ? doseau_prior_growth(&w->h.prior, apart) : 1), spread.d0};
    doseau_status status = trend_points_new(&w->h, TREND_AT_MEAN, &p, &complete);
    if (status) return status;
    if (complete &&
        !doseau_moderated_slope(p.years, p.ln, p.n, &prior, w->rounds->options.alpha, &slope)) {
        put_points(e, w, &p, TREND_AT_MEAN);
        put_few(e, w, &p, &slope, &prior, known);
        explain_trend_percent(e, w, slope.estimate, slope.interval.lower, slope.interval.upper);
    }
    trend_points_free(&p);
    return status;
}

/* ---- Percentages ---- */

static void put_percent(doseau_explanation *e, const char *name, doseau_figure value, double slope,
                        double years)
{
    text formula = {0};
    if (!value.given) return;
    text_add_string(&formula, "100 * (exp(");
    explain_put(&formula, "", slope);
    text_addf(&formula, " * %s) - 1)", DIGITS(years));
    explain_sum(e, EXPLAIN_FORMULA, name, value.value, "%", &formula);
}

void explain_trend_percent(doseau_explanation *e, const trend_work *w, double slope, double lower,
                           double upper)
{
    const doseau_trend_estimate *year = &w->row->percent_per_year, *span = &w->row->span_percent;
    const double years = w->row->span_years;
    put_percent(e, "percent_per_year", year->value, slope, 1);
    put_percent(e, "lower_percent_per_year", year->lower, lower, 1);
    put_percent(e, "upper_percent_per_year", year->upper, upper, 1);
    put_percent(e, "span_percent", span->value, slope, years);
    put_percent(e, "span_lower_percent", span->lower, lower, years);
    put_percent(e, "span_upper_percent", span->upper, upper, years);
}
