/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/check_slips.h"
#include "stats/sort.h"
#include <math.h>
#include <stdlib.h>

enum { LEAST_OTHERS = 3 };

/* Marks a value if it lies outside; `log` is its logarithm, or that of its round's median. */
static void mark(slip *s, slip_kind kind, double log, double usual, size_t others,
                 const doseau_check_window *window)
{
    const double ratio = exp(log - usual);
    if (!doseau_check_outside(window, ratio)) return;
    s->kind = kind;
    s->ratio = ratio;
    s->usual = exp(usual);
    s->others = others;
}

typedef struct work {
    double *logs, *room;      /* of some of the values, sorted */
    double *medians, *sorted; /* of the rounds that have one */
    size_t *begin;            /* of the same rounds */
    size_t rounds;
} work;

static size_t round_end(const slip values[], size_t n, size_t begin)
{
    size_t end = begin;
    while (end < n && values[end].round == values[begin].round) end++;
    return end;
}

static void sort_logs(work *w, const slip values[], size_t begin, size_t end)
{
    for (size_t i = begin; i < end; i++) w->logs[i - begin] = log(values[i].value);
    stats_sort(w->logs, end - begin, w->room);
}

static void judge_rounds(work *w, slip values[], size_t n, const doseau_check_window *window)
{
    for (size_t i = 0, end; i < n; i = end) {
        end = round_end(values, n, i);
        if (end - i < LEAST_OTHERS) continue;
        sort_logs(w, values, i, end);
        w->begin[w->rounds] = i;
        w->medians[w->rounds++] = stats_sorted_quantile(w->logs, end - i, .5);
    }
    if (w->rounds < 2) return;
    for (size_t r = 0; r < w->rounds; r++) w->sorted[r] = w->medians[r];
    stats_sort(w->sorted, w->rounds, w->room);
    for (size_t r = w->rounds == 2; r < w->rounds; r++) {
        const size_t at = stats_sorted_place(w->sorted, w->rounds, w->medians[r]);
        const double usual = stats_sorted_median(w->sorted, w->rounds, at);
        const size_t begin = w->begin[r], end = round_end(values, n, begin);
        for (size_t i = begin; i < end; i++)
            mark(&values[i], SLIP_ROUND, w->medians[r], usual, w->rounds - 1, window);
    }
}

static void judge_days(work *w, slip values[], size_t begin, size_t end, slip_kind kind,
                       const doseau_check_window *window)
{
    const size_t n = end - begin;
    sort_logs(w, values, begin, end);
    for (size_t i = begin; i < end; i++) {
        const double x = log(values[i].value);
        const double usual = stats_sorted_median(w->logs, n, stats_sorted_place(w->logs, n, x));
        mark(&values[i], kind, x, usual, n - 1, window);
    }
}

/* Whether a day is outside by the two others of its round as well: three days that agree among
 * themselves were judged as a round. */
static bool is_odd_at_home(const slip values[], size_t begin, size_t end, size_t at,
                           const doseau_check_window *window)
{
    if (end - begin < LEAST_OTHERS) return true;
    double others = 0;
    for (size_t i = begin; i < end; i++)
        if (i != at) others += log(values[i].value) / (double)(end - begin - 1);
    return doseau_check_outside(window, exp(log(values[at].value) - others));
}

/* Days of rounds that are too short to judge them by, against all days of rounds that agree. */
static void judge_lone_days(work *w, slip values[], size_t n, const doseau_check_window *window)
{
    size_t kept = 0;
    for (size_t i = 0; i < n; i++)
        if (values[i].kind == SLIP_NONE) w->logs[kept++] = log(values[i].value);
    if (kept <= LEAST_OTHERS) return;
    stats_sort(w->logs, kept, w->room);
    for (size_t i = 0, end; i < n; i = end) {
        end = round_end(values, n, i);
        if (end - i > LEAST_OTHERS || values[i].kind != SLIP_NONE) continue;
        for (size_t k = i; k < end; k++) {
            const double x = log(values[k].value);
            const double usual =
                stats_sorted_median(w->logs, kept, stats_sorted_place(w->logs, kept, x));
            if (is_odd_at_home(values, i, end, k, window))
                mark(&values[k], SLIP_LONE, x, usual, kept - 1, window);
        }
    }
}

doseau_status check_slips(slip values[], size_t n, const doseau_check_window *window)
{
    work w = {.logs = calloc(n + 1, sizeof *w.logs),
              .room = calloc(n + 1, sizeof *w.room),
              .medians = calloc(n + 1, sizeof *w.medians),
              .sorted = calloc(n + 1, sizeof *w.sorted),
              .begin = calloc(n + 1, sizeof *w.begin)};
    const bool held = w.logs && w.room && w.medians && w.sorted && w.begin;
    for (size_t i = 0; i < n; i++) values[i].kind = SLIP_NONE;
    if (held) judge_rounds(&w, values, n, window);
    for (size_t i = 0, end; held && i < n; i = end) {
        end = round_end(values, n, i);
        if (end - i > LEAST_OTHERS && values[i].kind == SLIP_NONE)
            judge_days(&w, values, i, end, SLIP_DAY, window);
    }
    if (held) judge_lone_days(&w, values, n, window);
    free(w.logs);
    free(w.room);
    free(w.medians);
    free(w.sorted);
    free(w.begin);
    return held ? DOSEAU_OK : DOSEAU_ENOMEM;
}
