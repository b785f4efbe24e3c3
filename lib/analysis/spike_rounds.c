/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/spike_work.h"
#include "stats/sort.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* So many rounds are a history: fewer, and no change between two rounds could be called one. */
enum { LEAST_HISTORY = 3 };

/* Means of the rounds so far of a series: lower and upper ends, sorted each. */
typedef struct history {
    double *lower, *upper;
    size_t n;
} history;

static void add_sorted(double sorted[], size_t n, double value)
{
    const size_t at = stats_sorted_place(sorted, n, value);
    memmove(sorted + at + 1, sorted + at, (n - at) * sizeof *sorted);
    sorted[at] = value;
}

static doseau_status judge(spike_work *work, const doseau_round_mean *r, const history *h,
                           spike_span mean)
{
    const char *borrowed;
    const doseau_spike_limit *limit = doseau_spike_limit_find(
        DOSEAU_SPIKE_ROUND, doseau_study_substance_at(work->study, r->substance), &borrowed);
    const spike_span expected = {stats_sorted_median(h->lower, h->n, h->n),
                                 stats_sorted_median(h->upper, h->n, h->n)};
    const spike_span factor = spike_factor(mean, expected);
    const bool certain = !(mean.least < mean.greatest) && !(expected.least < expected.greatest);
    doseau_spike spike = {.plant = r->plant,
                          .substance = r->substance,
                          .round = r->round,
                          .date = DOSEAU_NO_DATE,
                          .weekday = DOSEAU_NO_WEEKDAY,
                          .rule = DOSEAU_SPIKE_ROUND,
                          .value = {true, mean.least},
                          .expected = {true, expected.greatest},
                          .factor = {true, factor.least},
                          .compared = h->n,
                          .flags = certain ? 0 : DOSEAU_FLAG_BELOW_LIMIT,
                          .begin = r->begin,
                          .end = r->end};
    if (isfinite(expected.greatest) && expected.greatest > 0 &&
        spike_judge(limit, factor, &spike.severity, &spike.limit))
        return spike_keep(work, &spike, h->n < LEAST_HISTORY ? 0 : DOSEAU_FLAG_SPIKE_ROUND);
    work->counts[DOSEAU_SPIKE_ROUND].open++;
    return DOSEAU_OK;
}

/* A round of a series whose earlier ones are in the history. */
static doseau_status add_round(spike_work *work, const doseau_round_mean *r, history *h)
{
    const spike_span mean = {r->mean.given ? r->mean.value : r->bound_lower.value,
                             r->mean.given          ? r->mean.value
                             : r->bound_upper.given ? r->bound_upper.value
                                                    : INFINITY};
    if (r->data != DOSEAU_ALL || r->kind == DOSEAU_EVENT) return DOSEAU_OK;
    if (!r->mean.given && !r->bound_lower.given) return DOSEAU_OK;
    doseau_status status = DOSEAU_OK;
    if (h->n)
        status = judge(work, r, h, mean);
    else
        work->counts[DOSEAU_SPIKE_ROUND].open++;
    add_sorted(h->lower, h->n, mean.least);
    add_sorted(h->upper, h->n, mean.greatest);
    h->n++;
    return status;
}

doseau_status spike_rounds_judge(spike_work *work, const doseau_round_mean rounds[], size_t n)
{
    history h = {.lower = calloc(n + 1, sizeof *h.lower), .upper = calloc(n + 1, sizeof *h.upper)};
    doseau_status status = h.lower && h.upper ? DOSEAU_OK : DOSEAU_ENOMEM;
    for (size_t i = 0; !status && i < n; i++) {
        const bool same = i > 0 && rounds[i].plant == rounds[i - 1].plant &&
                          rounds[i].substance == rounds[i - 1].substance;
        if (!same) h.n = 0;
        status = add_round(work, &rounds[i], &h);
    }
    free(h.lower);
    free(h.upper);
    return status;
}
