/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/round_interval.h"
#include "stats/interval.h"
#include <doseau/flag.h>
#include <doseau/summary.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

/* One round on its way: what it is computed from. */
typedef struct work {
    const doseau_rounds *rounds;
    const usual_week *usual;
    round_days days;
    doseau_missing_days missing;
    bool weekday[7];      /* the groups of the convention */
    double multiplier[7]; /* of the usual week */
    double *weight;       /* of each day of the list, in the mean */
} work;

static const doseau_round *declared(const doseau_rounds *rounds, uint32_t round)
{
    size_t n;
    return doseau_study_rounds(rounds->study, &n) + round;
}

int round_year(const doseau_rounds *rounds, const doseau_round_mean *r)
{
    double year;
    const char *label = doseau_study_text_at(rounds->study, declared(rounds, r->round)->label);
    if (!doseau_number_parse(label, '.', &year) && year >= 1000 && year < 10000 &&
        !(year > (int)year))
        return (int)year;
    return r->first_date == DOSEAU_NO_DATE ? 0 : doseau_date_to_civil(r->first_date).year;
}

doseau_round_kind round_kind(const doseau_round *round, const round_days *days)
{
    if (round->event) return DOSEAU_EVENT;
    return days->first == DOSEAU_NO_DATE || days->last - days->first < 7 ? DOSEAU_WEEK
                                                                         : DOSEAU_PERIOD;
}

/* ---- Counts, people, laboratories ---- */

static size_t count_missing(const doseau_round_mean *r, const doseau_round *round, const work *w)
{
    if (r->kind == DOSEAU_WEEK) {
        size_t weekdays = 0;
        for (size_t d = 0; d < 7; d++) weekdays += w->days.measured[d];
        return 7 - weekdays;
    }
    if (r->kind == DOSEAU_EVENT && round->declared) {
        const size_t span = (size_t)(round->last - round->first) + 1;
        return span > r->days ? span - r->days : 0;
    }
    return w->days.list.size - r->days;
}

/* Whether every day of the round was measured. */
static bool is_whole(const doseau_round_mean *r)
{
    if (r->kind == DOSEAU_PERIOD) return (size_t)(r->last_date - r->first_date) + 1 == r->days;
    return r->missing == 0;
}

static void count_days(doseau_round_mean *r, const work *w)
{
    const round_day *day = w->days.list.items;
    for (size_t i = 0; i < w->days.list.size; i++) {
        const doseau_sample *v = &day[i].value;
        r->found += v->state == DOSEAU_FOUND;
        r->detected += v->state == DOSEAU_DETECTED;
        r->not_detected += v->state == DOSEAU_NOT_DETECTED;
        if (v->state != DOSEAU_MISSING && !v->bounded) r->flags |= DOSEAU_FLAG_UNKNOWN_LIMIT;
    }
    r->days = w->days.n_measured;
    r->missing = count_missing(r, declared(w->rounds, r->round), w);
    if (r->detected + r->not_detected) r->flags |= DOSEAU_FLAG_BELOW_LIMIT;
    if (!is_whole(r)) r->flags |= DOSEAU_FLAG_MISSING_DAYS;
    if (r->kind == DOSEAU_EVENT) r->flags |= DOSEAU_FLAG_EVENT;
    for (size_t d = 0; d < 7; d++)
        if (w->days.count[d] > 1) r->flags |= DOSEAU_FLAG_WEEKDAY_TWICE;
    if (!w->days.measured[DOSEAU_SATURDAY] && !w->days.measured[DOSEAU_SUNDAY] &&
        r->kind != DOSEAU_EVENT)
        r->flags |= DOSEAU_FLAG_NO_WEEKEND;
}

bool round_counts(const doseau_rounds *rounds, const doseau_round_mean *r, size_t measurement)
{
    size_t n;
    const doseau_load *load = doseau_loads_all(rounds->loads, &n) + measurement;
    const bool left_out = r->data == DOSEAU_UNFLAGGED && load->flags & DOSEAU_FLAGS_OF_FLAGGED_DAYS;
    return load->value.state != DOSEAU_MISSING && !left_out;
}

/* What the results of the round have in common, and the flags of its days. */
static void note_results(doseau_round_mean *r, const work *w)
{
    size_t n;
    const doseau_measurement *m = doseau_study_measurements(w->rounds->study, &n);
    const doseau_load *loads = doseau_loads_all(w->rounds->loads, &n);
    const doseau_flags passed_on = DOSEAU_FLAG_PUBLISHED_LOAD | DOSEAU_FLAG_GRAB_SAMPLE |
                                   DOSEAU_FLAG_NOT_24_HOURS | DOSEAU_FLAG_CORRECTED |
                                   DOSEAU_FLAG_FORMED_SUM | DOSEAU_FLAGS_OF_FLAGGED_DAYS;
    const doseau_measurement *one = NULL;
    for (size_t i = r->begin; i < r->end; i++) {
        if (!round_counts(w->rounds, r, i)) continue;
        r->flags |= loads[i].flags & passed_on;
        if (!one) one = &m[i];
        if (one->laboratory != m[i].laboratory) r->flags |= DOSEAU_FLAG_MIXED_LABORATORIES;
        if (one->population_persons < m[i].population_persons ||
            one->population_persons > m[i].population_persons)
            r->flags |= DOSEAU_FLAG_POPULATION_VARIES;
    }
    if (one && !(r->flags & DOSEAU_FLAG_POPULATION_VARIES))
        r->population_persons = one->population_persons;
}

/* ---- Means ---- */

static bool has_every_weekday(const work *w)
{
    for (size_t d = 0; d < 7; d++)
        if (!w->days.measured[d]) return false;
    return true;
}

/* Weights of the days of the list in the mean of a part of the round. */
static doseau_status weigh(const work *w, const doseau_round_mean *r, doseau_week_part part,
                           double weight[])
{
    double by_weekday[7] = {0};
    const round_day *day = w->days.list.items;
    doseau_status status = w->days.n_measured ? DOSEAU_OK : DOSEAU_ETOOFEW;
    if (r->kind != DOSEAU_EVENT)
        status = doseau_week_weights(w->missing, part, w->days.measured, w->weekday, w->multiplier,
                                     by_weekday);
    else if (part != DOSEAU_WEEK_ALL)
        status = DOSEAU_ETOOFEW; /* the parts of a week mean nothing here */
    for (size_t i = 0; !status && i < w->days.list.size; i++) {
        const doseau_weekday d = day[i].weekday;
        const double share = r->kind == DOSEAU_EVENT ? 1 / (double)w->days.n_measured
                             : w->days.count[d]      ? by_weekday[d] / (double)w->days.count[d]
                                                     : 0;
        weight[i] = day[i].value.state == DOSEAU_MISSING ? 0 : share;
    }
    return status;
}

/* What is taken of each day. */
typedef enum day_end { AT_LOWER, AT_POINT, AT_UPPER } day_end;

static doseau_figure take(const round_day *day, day_end end)
{
    if (end == AT_POINT) return day->point;
    if (end == AT_LOWER) return (doseau_figure){true, day->value.lower};
    return (doseau_figure){day->value.bounded, day->value.upper};
}

/* sum of weight * day; not given if that of a day is not known. */
static doseau_figure add_up(const work *w, const double weight[], day_end end)
{
    doseau_figure sum = {true, 0};
    const round_day *day = w->days.list.items;
    for (size_t i = 0; i < w->days.list.size; i++) {
        if (!(weight[i] > 0)) continue;
        const doseau_figure one = take(&day[i], end);
        if (!one.given) return one;
        sum.value += weight[i] * one.value;
    }
    return isfinite(sum.value) ? sum : (doseau_figure){0};
}

/* The mean of a part of the week. A point only where the whole round has one: no part is better
 * known. */
static doseau_figure part_mean(const work *w, const doseau_round_mean *r, doseau_week_part part,
                               double weight[])
{
    const round_day *day = w->days.list.items;
    for (size_t i = 0; i < w->days.list.size; i++)
        if (day[i].value.state != DOSEAU_MISSING && !day[i].point.given) return day[i].point;
    return weigh(w, r, part, weight) ? (doseau_figure){0} : add_up(w, weight, AT_POINT);
}

/* Median and geometric mean are of measured days: where a model fills days in, they are not given.
 */
static doseau_status add_order_statistics(doseau_round_mean *r, const work *w)
{
    const bool filled = r->kind != DOSEAU_EVENT && w->missing != DOSEAU_PRESENT;
    if (filled && !has_every_weekday(w)) return DOSEAU_OK;
    double *values = calloc(w->days.n_measured + 1, sizeof *values);
    double *weights = calloc(w->days.n_measured + 1, sizeof *weights);
    size_t n = 0;
    const round_day *day = w->days.list.items;
    for (size_t i = 0; values && weights && i < w->days.list.size; i++) {
        if (day[i].value.state == DOSEAU_MISSING) continue;
        values[n] = day[i].point.value;
        weights[n++] = w->weight[i];
    }
    r->median.given = doseau_median(values, n, &r->median.value) == DOSEAU_OK;
    r->geomean.given = doseau_geometric_mean(values, weights, n, &r->geomean.value) == DOSEAU_OK;
    const bool failed = !values || !weights;
    free(values);
    free(weights);
    return failed ? DOSEAU_ENOMEM : DOSEAU_OK;
}

static void name_method(doseau_round_mean *r, const work *w, const char *model)
{
    const char *method = doseau_missing_days_name(w->missing);
    if (w->rounds->options.convention == DOSEAU_EUDA)
        method = "euda";
    else if (r->kind == DOSEAU_EVENT)
        method = "event_days";
    else if (has_every_weekday(w))
        method = r->kind == DOSEAU_WEEK ? "complete_week" : "weekday_means";
    else if (w->missing == DOSEAU_MODEL)
        method = model;
    snprintf(r->method, sizeof r->method, "%s", method);
}

/* What is done about missing days in this round. A usual week that is borrowed from another
 * substance fills in no weekend day: the round is then refused, with a flag. */
static doseau_missing_days missing_mode(doseau_round_mean *r, const work *w, bool borrowed)
{
    const doseau_round_options *options = &w->rounds->options;
    if (options->convention == DOSEAU_EUDA) return DOSEAU_PRESENT;
    const bool weekend = w->days.measured[DOSEAU_SATURDAY] && w->days.measured[DOSEAU_SUNDAY];
    const bool holds = options->missing != DOSEAU_MODEL || !borrowed || weekend;
    if (holds || r->kind == DOSEAU_EVENT || !w->days.n_measured) return options->missing;
    r->flags |= DOSEAU_FLAG_WEEKEND_BORROWED;
    return DOSEAU_REFUSE;
}

/* Weight of its day * result / (results of the day * mean); where there are only bounds as if all
 * results were alike. */
static void put_shares(const doseau_round_mean *r, const work *w)
{
    size_t n;
    double sum = 0, *share = w->rounds->share[r->data];
    const doseau_load *loads = doseau_loads_all(w->rounds->loads, &n);
    const round_day *day = w->days.list.items;
    const bool bounds = !r->mean.given;
    for (size_t i = 0; i < w->days.list.size; i++)
        for (size_t j = day[i].begin; j < day[i].end; j++) {
            const doseau_sample *v = &loads[j].value;
            const bool counts = v->state == DOSEAU_FOUND || (bounds && v->state != DOSEAU_MISSING);
            if (!counts || !(w->weight[i] > 0)) continue;
            share[j] = w->weight[i] / (double)day[i].results * (bounds ? 1 : v->lower);
            sum += share[j];
        }
    for (size_t j = r->begin; j < r->end; j++)
        if (sum > 0) share[j] /= sum;
}

static doseau_status add_means(doseau_round_mean *r, work *w)
{
    bool borrowed;
    char model[DOSEAU_METHOD_SIZE];
    size_t n_days = w->days.list.size;
    usual_week_choose(w->usual, doseau_study_substance_at(w->rounds->study, r->substance),
                      doseau_prior_region(w->rounds->options.prior), w->multiplier, &borrowed,
                      model);
    doseau_week_groups(w->rounds->options.convention, round_year(w->rounds, r), w->weekday);
    w->missing = missing_mode(r, w, borrowed);
    double *part = calloc(n_days + 1, sizeof *part);
    if (!part) return DOSEAU_ENOMEM;
    doseau_status status = DOSEAU_OK;
    if (weigh(w, r, DOSEAU_WEEK_ALL, w->weight)) {
        if (w->missing != DOSEAU_REFUSE) r->flags |= DOSEAU_FLAG_TOO_FEW_DAYS;
    } else {
        name_method(r, w, model);
        r->bound_lower = add_up(w, w->weight, AT_LOWER);
        r->bound_upper = add_up(w, w->weight, AT_UPPER);
        r->mean = add_up(w, w->weight, AT_POINT);
        put_shares(r, w);
        if (r->mean.given) status = add_order_statistics(r, w);
    }
    r->weekday_mean = part_mean(w, r, DOSEAU_WEEK_WEEKDAY, part);
    r->weekend_mean = part_mean(w, r, DOSEAU_WEEK_WEEKEND, part);
    free(part);
    return status;
}

/* ---- Intervals ---- */

/* Whether the mean speaks for all days of a week: what was not measured is filled in by the usual
 * week, and a Saturday or Sunday is among what was. */
static bool speaks_for_weeks(const doseau_round_mean *r, const work *w)
{
    if (r->kind == DOSEAU_EVENT || w->rounds->options.convention != DOSEAU_OWN) return false;
    return has_every_weekday(w) ||
           (w->missing == DOSEAU_MODEL && !(r->flags & DOSEAU_FLAG_NO_WEEKEND));
}

/* Whether every day that the round stands for has a found value. */
static bool is_found_whole(const doseau_round_mean *r, const work *w)
{
    const bool open = r->kind == DOSEAU_EVENT && !declared(w->rounds, r->round)->declared;
    return r->mean.given && r->found == r->days && is_whole(r) && !open;
}

static doseau_status add_interval(doseau_round_mean *r, const work *w)
{
    const round_sum sum = {&w->days, w->weight, w->multiplier};
    if (is_found_whole(r, w)) return round_interval_whole(w->rounds, r);
    if (!speaks_for_weeks(r, w) || !r->bound_lower.given) return DOSEAU_OK;
    if (r->kind == DOSEAU_PERIOD) return round_period(w->rounds, r, &sum);
    if (r->found == r->days) return round_interval_model(w->rounds, r, &sum);
    return is_whole(r) ? round_censored_week(w->rounds, r, &sum) : DOSEAU_OK;
}

static void note_intervals(doseau_round_mean *r, const work *w)
{
    if (!r->measurement_rel_u.given) r->flags |= DOSEAU_FLAG_NO_MEASUREMENT_INTERVAL;
    if (!r->mean.given || !speaks_for_weeks(r, w)) r->flags |= DOSEAU_FLAG_NO_LEVEL_INTERVAL;
}

doseau_status round_mean_compute(const doseau_rounds *rounds, size_t begin, size_t end,
                                 doseau_data data, const usual_week *usual, doseau_round_mean *mean)
{
    size_t n;
    const doseau_measurement *m = doseau_study_measurements(rounds->study, &n) + begin;
    doseau_round_mean r = {.plant = m->plant,
                           .substance = m->substance,
                           .round = m->round,
                           .data = data,
                           .begin = begin,
                           .end = end};
    work w = {.rounds = rounds, .usual = usual};
    doseau_status status = round_days_collect(rounds->study, rounds->loads, begin, end, data,
                                              rounds->options.convention, &w.days);
    if (status) return status;
    w.weight = calloc(w.days.list.size + 1, sizeof *w.weight);
    if (!w.weight) status = DOSEAU_ENOMEM;
    r.kind = round_kind(declared(rounds, r.round), &w.days);
    r.first_date = w.days.first;
    r.last_date = w.days.last;
    count_days(&r, &w);
    note_results(&r, &w);
    if (!status) status = add_means(&r, &w);
    if (!status) status = add_interval(&r, &w);
    note_intervals(&r, &w);
    if (!status) *mean = r;
    free(w.weight);
    round_days_free(&w.days);
    return status;
}
