/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/trend_drift.h"
#include "analysis/trend_list.h"
#include "analysis/trend_row.h"
#include "stats/parallel.h"
#include <math.h>
#include <stdlib.h>

void doseau_trend_defaults(doseau_trend_options *options)
{
    *options = (doseau_trend_options){.draws = 9999, .seed = 1};
    doseau_claims_defaults(&options->claims);
}

/* All series on their way. */
typedef struct work {
    const doseau_rounds *rounds;
    doseau_trend_options *options;
    doseau_loads *cut_loads;
    doseau_rounds *cut_rounds;
    size_t n;
    trend_subject *series;
    bool *is_cut;          /* of each measurement */
    doseau_status *status; /* of each series */
} work;

static size_t count_series(const doseau_rounds *rounds)
{
    size_t n = 0;
    for (size_t i = 0; i < rounds->list.size; i = history_series_end(rounds, i)) n++;
    return n;
}

/* As many random orders as it takes for a claim of one series among n. */
static void raise_draws(doseau_trend_options *options, size_t n, double alpha)
{
    const double needed = ceil(2 * (double)n / alpha);
    if ((double)options->draws < needed && needed < 1e9) options->draws = (size_t)needed;
}

static doseau_status begin(const doseau_rounds *rounds, doseau_trend_options *options,
                           doseau_error *error, work *w)
{
    size_t n, k = 0;
    claims_primary primary;
    const doseau_round_mean *r = rounds->list.items;
    doseau_study_measurements(rounds->study, &n);
    *w = (work){.rounds = rounds, .options = options, .n = count_series(rounds)};
    raise_draws(options, w->n, rounds->options.alpha);
    w->series = calloc(w->n + 1, sizeof *w->series);
    w->status = calloc(w->n + 1, sizeof *w->status);
    w->is_cut = calloc(n + 1, sizeof *w->is_cut);
    if (!w->series || !w->status || !w->is_cut)
        return doseau_error_set(error, DOSEAU_ENOMEM, "out of memory");
    const doseau_status status =
        claims_primary_find(rounds->study, &options->claims, &primary, error);
    for (size_t i = 0, end; !status && i < rounds->list.size; i = end, k++) {
        end = history_series_end(rounds, i);
        w->series[k] = (trend_subject){.begin = i, .end = end};
        w->series[k].primary = claims_is_primary(&primary, r[i].substance, r[i].plant);
    }
    return status;
}

static void release(work *w)
{
    for (size_t i = 0; w->series && i < w->n; i++) trend_subject_free(&w->series[i]);
    doseau_rounds_free(w->cut_rounds);
    doseau_loads_free(w->cut_loads);
    free(w->series);
    free(w->status);
    free(w->is_cut);
}

static void look_at_one(size_t i, void *context)
{
    work *w = context;
    const doseau_round_mean *r = w->rounds->list.items;
    trend_subject *s = &w->series[i];
    const doseau_rounds *cut = w->is_cut[r[s->begin].begin] ? w->cut_rounds : NULL;
    w->status[i] = trend_subject_look(w->rounds, cut, w->options, s);
}

static doseau_status add_rows(const work *w, const trend_subject *s, doseau_trends *made)
{
    doseau_status status = DOSEAU_OK;
    for (trend_view view = TREND_ALL_DAYS; !status && view <= TREND_UNFLAGGED_DAYS; view++) {
        doseau_trend row;
        if (!s->look[view].given) continue;
        if (w->options->exclude_flagged && view == TREND_ALL_DAYS &&
            s->look[TREND_UNFLAGGED_DAYS].given)
            continue;
        status = trend_row_fill(w->rounds, w->options, s, view, &row);
        if (!status) status = array_add(&made->list, &row);
    }
    for (size_t view = 0; view < TREND_VIEWS; view++)
        made->seeded = made->seeded || s->look[view].test.drawn;
    return status;
}

static doseau_status compute(work *w, doseau_trends *made)
{
    doseau_status status = trend_drift_cut(w->rounds, w->is_cut, &w->cut_loads, &w->cut_rounds);
    if (status) return status;
    stats_parallel(w->n, 0, look_at_one, w);
    for (size_t i = 0; !status && i < w->n; i++) status = w->status[i];
    if (!status) status = trend_subject_judge(w->rounds, w->options, w->series, w->n);
    for (size_t i = 0; !status && i < w->n; i++) status = add_rows(w, &w->series[i], made);
    return status;
}

static doseau_status check(const doseau_rounds *rounds, const doseau_trend_options *options,
                           doseau_error *error)
{
    if (rounds->options.convention == DOSEAU_EUDA)
        return doseau_error_set(error, DOSEAU_EDOMAIN,
                                "zeros below a limit make trends: not with the convention euda");
    if (rounds->options.exclude_flagged)
        return doseau_error_set(error, DOSEAU_EDOMAIN,
                                "a claim needs the rounds with their flagged days too");
    if (options->margin.given && !(options->margin.value > 0))
        return doseau_error_set(error, DOSEAU_EDOMAIN, "the margin must be above 0");
    if (options->draws == 0)
        return doseau_error_set(error, DOSEAU_EDOMAIN, "there must be a draw at least");
    return DOSEAU_OK;
}

doseau_status doseau_trends_new(const doseau_rounds *rounds, const doseau_trend_options *options,
                                doseau_trends **trends, doseau_error *error)
{
    work w;
    doseau_trends *made = calloc(1, sizeof *made);
    if (!made) return doseau_error_set(error, DOSEAU_ENOMEM, "out of memory");
    *made = (doseau_trends){.rounds = rounds, .list = {.item_size = sizeof(doseau_trend)}};
    doseau_trend_defaults(&made->options);
    if (options) made->options = *options;
    doseau_status status = check(rounds, &made->options, error);
    if (!status) {
        status = begin(rounds, &made->options, error, &w);
        if (!status) {
            status = compute(&w, made);
            if (status) doseau_error_set(error, status, "%s", doseau_strstatus(status));
        }
        release(&w);
    }
    if (status)
        doseau_trends_free(made);
    else
        *trends = made;
    return status;
}

void doseau_trends_free(doseau_trends *trends)
{
    if (!trends) return;
    array_free(&trends->list);
    free(trends);
}

const doseau_trend *doseau_trends_all(const doseau_trends *trends, size_t *n)
{
    *n = trends->list.size;
    return trends->list.items;
}

bool doseau_trends_seeded(const doseau_trends *trends)
{
    return trends->seeded;
}
