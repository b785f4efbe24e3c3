/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/trend_scores.h"
#include "stats/quantile.h"
#include <doseau/block_kendall.h>
#include <doseau/slope_test.h>
#include <math.h>
#include <stdlib.h>

/* ln of the days that were measured, in blocks. */
typedef struct day_list {
    size_t n, room;
    doseau_censored *x;
    size_t *block, *weekday;
    bool *unstated;
    double lowest; /* of all that was found */
    bool any_found, any_unstated;
} day_list;

static doseau_status allocate(const history *h, day_list *list)
{
    *list = (day_list){0};
    for (size_t i = 0; i < h->n; i++)
        list->room += h->rounds[i].mean->end - h->rounds[i].mean->begin;
    list->x = calloc(list->room + 1, sizeof *list->x);
    list->block = calloc(list->room + 1, sizeof *list->block);
    list->weekday = calloc(list->room + 1, sizeof *list->weekday);
    list->unstated = calloc(list->room + 1, sizeof *list->unstated);
    return list->x && list->block && list->weekday && list->unstated ? DOSEAU_OK : DOSEAU_ENOMEM;
}

static void release(day_list *list)
{
    free(list->x);
    free(list->block);
    free(list->weekday);
    free(list->unstated);
}

static void add_day(day_list *list, size_t block, double ln_bridge, const round_day *day)
{
    const doseau_sample *v = &day->value;
    if (v->state == DOSEAU_MISSING) return;
    doseau_censored *x = &list->x[list->n];
    list->block[list->n] = block;
    list->weekday[list->n] = (size_t)day->weekday;
    if (v->bounded) {
        *x = (doseau_censored){!(v->lower > 0), 0, log(v->upper) - ln_bridge};
        if (v->lower > 0) x->lower = log(v->lower) - ln_bridge;
    }
    list->unstated[list->n++] = !v->bounded;
    list->any_unstated = list->any_unstated || !v->bounded;
    if (v->state != DOSEAU_FOUND) return;
    if (!list->any_found || x->lower < list->lowest) list->lowest = x->lower;
    list->any_found = true;
}

static doseau_status collect(const doseau_rounds *rounds, const history *h, day_list *list)
{
    doseau_status status = DOSEAU_OK;
    for (size_t i = 0; !status && i < h->n; i++) {
        round_days days;
        status = history_days(rounds, h->rounds[i].mean, &days);
        if (status) return status;
        const round_day *day = days.list.items;
        for (size_t j = 0; j < days.list.size; j++)
            add_day(list, i, h->rounds[i].ln_bridge, &day[j]);
        round_days_free(&days);
    }
    return status;
}

static void settle_unstated(day_list *list, trend_unstated unstated)
{
    size_t n = 0;
    for (size_t i = 0; i < list->n; i++) {
        if (list->unstated[i] && (unstated == TREND_SAYS_NOTHING || !list->any_found)) continue;
        list->x[n] = list->unstated[i] ? (doseau_censored){true, 0, list->lowest} : list->x[i];
        list->block[n] = list->block[i];
        list->weekday[n++] = list->weekday[i];
    }
    list->n = n;
}

/* ---- Errors that several rounds share ---- */

/* What the test needs, and what the errors add to the variance of the slope. */
typedef struct scored {
    doseau_blocks data;
    const doseau_trend_options *options;
    double alpha, between;
} scored;

/* p in the direction of the slope, of one side, that the true slope is `slope`. */
static doseau_status one_sided(const scored *t, double slope, bool rise, double *p)
{
    int64_t s;
    double two_sided;
    const doseau_status status = doseau_block_kendall_slope_test(&t->data, slope, t->options->draws,
                                                                 t->options->seed, &s, &two_sided);
    if (!status) *p = (rise ? s > 0 : s < 0) ? two_sided / 2 : 1 - two_sided / 2;
    return status;
}

/* The errors make a slope of their own, normal about 0 with variance `between`: the mean of p over
 * it, which for normal scatter is the p of the sum of both variances. Trapezoids over -4 to 4
 * standard deviations. */
static doseau_status average_p(const scored *t, bool rise, double *p)
{
    enum { STEPS = 16 }; /* on each side */
    double sum = 0, weights = 0;
    for (int i = -STEPS; i <= STEPS; i++) {
        const double z = 4. * i / STEPS, weight = exp(-z * z / 2);
        double one;
        const doseau_status status = one_sided(t, z * sqrt(t->between), rise, &one);
        if (status) return status;
        sum += weight * one;
        weights += weight;
    }
    *p = fmin(1, 2 * sum / weights);
    return DOSEAU_OK;
}

/* An end of the interval, further away by the quantile `t` times the errors. */
static void move_end(doseau_figure *end, double slope, double errors)
{
    if (!end->given) return;
    const double distance = hypot(end->value - slope, errors);
    end->value = end->value < slope ? slope - distance : slope + distance;
}

/* The interval stands for slope -+ t(R - 2) se. */
static doseau_status widen(const scored *of, trend_scores *s)
{
    double t;
    const double df = (double)of->data.n_blocks - 2;
    const doseau_status status = stats_t_quantile(1 - of->alpha / 2, df, &t);
    if (status) return status;
    move_end(&s->lower, s->slope.value, t * sqrt(of->between));
    move_end(&s->upper, s->slope.value, t * sqrt(of->between));
    const doseau_figure near = s->slope.value > 0 ? s->lower : s->upper;
    if (near.given) s->se = (doseau_figure){true, fabs(s->slope.value - near.value) / t};
    return DOSEAU_OK;
}

static doseau_status add_errors(const scored *of, bool rise, trend_scores *s)
{
    double p;
    doseau_status status = s->slope.given ? widen(of, s) : DOSEAU_OK;
    if (status || !(of->between > 0)) return status;
    status = average_p(of, rise, &p);
    if (!status) s->p = fmax(s->p, p);
    return status;
}

/* ---- The test ---- */

static doseau_status score(const scored *of, trend_scores *s)
{
    doseau_block_kendall k;
    const doseau_status status =
        doseau_block_kendall_test(&of->data, of->alpha, of->options->draws, of->options->seed, &k);
    if (status) return status;
    s->decided = k.decided > 0;
    s->drawn = !k.all_orders;
    s->slope = k.slope;
    s->lower = k.lower;
    s->upper = k.upper;
    s->p = k.p;
    s->smallest_p = k.smallest_p;
    return s->decided ? add_errors(of, k.s > 0, s) : DOSEAU_OK;
}

static doseau_status find_between(const doseau_rounds *rounds, trend_points *points,
                                  double *between)
{
    const doseau_status status =
        doseau_slope_sensitivities(points->years, points->n, points->sensitivity);
    doseau_variance_part bridging;
    return status ? status : trend_between(rounds, points, &bridging, between);
}

doseau_status trend_scores_test(const doseau_rounds *rounds, const history *h,
                                trend_unstated unstated, bool with_errors,
                                const doseau_trend_options *options, trend_scores *scores)
{
    day_list list;
    trend_points points = {0};
    trend_scores made = {.p = 1};
    bool complete;
    scored of = {.options = options, .alpha = rounds->options.alpha};
    if (h->n < 3) return DOSEAU_ETOOFEW;
    doseau_status status = allocate(h, &list);
    if (!status) status = trend_points_new(h, TREND_AT_MEAN, &points, &complete);
    if (!status) status = collect(rounds, h, &list);
    if (!status && with_errors) status = find_between(rounds, &points, &of.between);
    if (!status) {
        made.has_unstated = list.any_unstated;
        settle_unstated(&list, unstated);
        of.data = (doseau_blocks){list.n, list.x, list.block, list.weekday, h->n, points.years};
        if (list.n > 1) status = score(&of, &made);
    }
    release(&list);
    trend_points_free(&points);
    if (!status) *scores = made;
    return status;
}
