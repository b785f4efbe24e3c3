/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "stats/kendall.h"
#include "stats/kendall_null.h"
#include "stats/kendall_z.h"
#include "stats/permute.h"
#include "stats/sort.h"
#include <math.h>
#include <stdlib.h>

typedef struct point {
    double time, x;
} point;

static int compare_points(const void *a, const void *b)
{
    const point *p = a, *q = b;
    if (p->time != q->time) return p->time < q->time ? -1 : 1;
    return (p->x > q->x) - (p->x < q->x);
}

/* Sums over groups of equal ones: of the pairs, and of the terms of the variance. */
typedef struct ties {
    int64_t pairs;
    double two, three, five; /* t(t-1), t(t-1)(t-2), t(t-1)(2t+5) */
} ties;

static void add_tie(ties *sums, size_t size)
{
    const double t = (double)size;
    sums->pairs += (int64_t)(size * (size - 1) / 2);
    sums->two += t * (t - 1);
    sums->three += t * (t - 1) * (t - 2);
    sums->five += t * (t - 1) * (2 * t + 5);
}

/* Points sorted by time, then value. */
static void count_ties(const point points[], const double sorted[], size_t n, ties *in_time,
                       ties *in_x, int64_t *in_both)
{
    size_t time_run = 0, x_run = 0, both_run = 0;
    for (size_t i = 0; i < n; i++) {
        time_run++, x_run++, both_run++;
        const bool last = i + 1 == n;
        const bool time_ends = last || points[i].time != points[i + 1].time;
        if (last || sorted[i] != sorted[i + 1]) add_tie(in_x, x_run), x_run = 0;
        if (time_ends || points[i].x != points[i + 1].x) {
            *in_both += (int64_t)(both_run * (both_run - 1) / 2);
            both_run = 0;
        }
        if (time_ends) add_tie(in_time, time_run), time_run = 0;
    }
}

static double variance_of_s(double n, const ties *t, const ties *u)
{
    double variance = (n * (n - 1) * (2 * n + 5) - t->five - u->five) / 18;
    variance += t->two * u->two / (2 * n * (n - 1));
    if (n > 2) variance += t->three * u->three / (9 * n * (n - 1) * (n - 2));
    return variance;
}

/* All pairs tied in value or in time: exactly 0, where rounding may leave a rest. */
static bool nothing_to_order(const ties *t, int64_t all)
{
    return t->pairs == all;
}

typedef struct both_tied {
    const point *points;
    size_t n;
} both_tied;

static double score_in_order(const size_t order[], const void *context, void *scratch)
{
    (void)scratch;
    const both_tied *b = context;
    int s = 0;
    for (size_t j = 1; j < b->n; j++)
        for (size_t i = 0; i < j; i++)
            if (b->points[i].time < b->points[j].time) {
                const double from = b->points[order[i]].x, to = b->points[order[j]].x;
                s += (to > from) - (to < from);
            }
    return s;
}

static doseau_status exact_by_orders(const point points[], doseau_kendall *k)
{
    const both_tied context = {points, k->n};
    const permute_plan plan = {.n = k->n, .statistic = score_in_order, .context = &context};
    permute_result found;
    const doseau_status status = stats_permute(&plan, &found);
    if (status) return status;
    k->p_exact = (doseau_figure){true, found.p};
    k->smallest_p = (doseau_figure){true, found.smallest_p};
    return DOSEAU_OK;
}

/* `sorted`: the side with ties. */
static void exact_by_counting(const double sorted[], doseau_kendall *k)
{
    size_t groups[KENDALL_NULL_MOST], n_groups = 0;
    for (size_t i = 0; i < k->n; i++) {
        if (i == 0 || sorted[i] != sorted[i - 1]) groups[n_groups++] = 0;
        groups[n_groups - 1]++;
    }
    kendall_null null;
    stats_kendall_null(groups, n_groups, &null);
    k->p_exact = (doseau_figure){true, fmin(1, 2 * stats_kendall_upper(&null, llabs(k->s)))};
    k->smallest_p = (doseau_figure){true, null.most == 0 ? 1 : fmin(1, 2 * null.p[0])};
}

static doseau_status exact(const point points[], double sorted[], const ties *in_time,
                           const ties *in_x, doseau_kendall *k)
{
    const bool both = in_time->pairs > 0 && in_x->pairs > 0;
    if (both && k->n <= PERMUTE_ALL_MOST) return exact_by_orders(points, k);
    if (both || k->n > KENDALL_NULL_MOST) {
        k->reason = both ? "exact p: equal times and equal values, and more than 8 values"
                         : "exact p: more than 60 values";
        return DOSEAU_OK;
    }
    if (in_time->pairs > 0)
        for (size_t i = 0; i < k->n; i++) sorted[i] = points[i].time;
    exact_by_counting(sorted, k);
    return DOSEAU_OK;
}

static doseau_status test(point points[], double x[], double room[], bool with_exact,
                          doseau_kendall *k)
{
    const size_t n = k->n;
    qsort(points, n, sizeof *points, compare_points);
    for (size_t i = 0; i < n; i++) x[i] = points[i].x;
    const int64_t falls = (int64_t)stats_sort(x, n, room), all = (int64_t)(n * (n - 1) / 2);
    ties in_time = {0}, in_x = {0};
    int64_t in_both = 0;
    count_ties(points, x, n, &in_time, &in_x, &in_both);
    k->s = all - in_time.pairs - in_x.pairs + in_both - 2 * falls;
    k->tau_a = (double)k->s / (double)all;
    if (nothing_to_order(&in_time, all) || nothing_to_order(&in_x, all)) {
        k->reason = "tau b: all values or all times are equal";
    } else {
        k->variance = variance_of_s((double)n, &in_x, &in_time);
        k->tau_b = (doseau_figure){true, (double)k->s / sqrt((double)(all - in_time.pairs)) /
                                             sqrt((double)(all - in_x.pairs))};
    }
    stats_kendall_z((double)k->s, k->variance, 1, &k->z, &k->p_normal);
    stats_kendall_z((double)k->s, k->variance, 0, &k->z_nocc, &k->p_normal_nocc);
    const doseau_status status = with_exact ? exact(points, x, &in_time, &in_x, k) : DOSEAU_OK;
    k->p = k->p_exact.given ? k->p_exact.value : k->p_normal;
    return status;
}

doseau_status stats_kendall(const double time[], const double x[], size_t n, bool with_exact,
                            doseau_kendall *result)
{
    if (n < 2) return DOSEAU_ETOOFEW;
    point *points = malloc(n * sizeof *points);
    double *room = malloc(2 * n * sizeof *room);
    doseau_kendall found = {.n = n};
    doseau_status status = points && room ? DOSEAU_OK : DOSEAU_ENOMEM;
    for (size_t i = 0; !status && i < n; i++) {
        points[i] = (point){time ? time[i] : (double)i, x[i]};
        if (!isfinite(points[i].time) || !isfinite(x[i])) status = DOSEAU_EDOMAIN;
    }
    if (!status) status = test(points, room, room + n, with_exact, &found);
    free(room);
    free(points);
    if (!status) *result = found;
    return status;
}

doseau_status doseau_kendall_test(const double time[], const double x[], size_t n,
                                  doseau_kendall *result)
{
    return stats_kendall(time, x, n, true, result);
}

double doseau_kendall_smallest_p(size_t n)
{
    double p = 2;
    for (size_t i = 2; i <= n; i++) p /= (double)i;
    return fmin(1, p);
}
