/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "stats/kendall.h"
#include "stats/kendall_null.h"
#include "stats/quantile.h"
#include "stats/slopes.h"
#include <doseau/summary.h>
#include <doseau/theil_sen.h>
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

/* The slope at a rank that may lie between two: linear between them. */
static doseau_status slope_at(slopes *s, double rank, double *slope)
{
    const double whole = floor(rank);
    double lower, upper;
    doseau_status status = stats_slopes_rank(s, (uint64_t)whole, &lower);
    if (!status && rank > whole) {
        status = stats_slopes_rank(s, (uint64_t)whole + 1, &upper);
        lower += (rank - whole) * (upper - lower);
    }
    if (!status) *slope = lower;
    return status;
}

/* The lower rank of the exact interval: how many of the largest values of S are too unlikely
 * together. The upper one is as far from the other end. */
static double exact_rank(size_t n, double alpha)
{
    size_t ones[KENDALL_NULL_MOST];
    for (size_t i = 0; i < n; i++) ones[i] = 1;
    kendall_null null;
    stats_kendall_null(ones, n, &null);
    double tail = 0;
    size_t beyond = 0;
    while (beyond <= null.most && tail + null.p[beyond] <= alpha / 2) tail += null.p[beyond++];
    return (double)beyond;
}

typedef struct ranked {
    double low, high;
    doseau_theil_sen_interval *interval;
} ranked;

/* All lower ends, then all upper ones: neighbouring ranks share the work. */
static doseau_status find_intervals(slopes *s, ranked ranks[], size_t n)
{
    const double all = (double)stats_slopes_size(s);
    doseau_status status = DOSEAU_OK;
    for (size_t i = 0; !status && i < 2 * n; i++) {
        const ranked *r = &ranks[i % n];
        if (!(r->low >= 1 && r->low <= r->high && r->high <= all)) continue;
        doseau_figure *end = i < n ? &r->interval->lower : &r->interval->upper;
        end->given = true;
        status = slope_at(s, i < n ? r->low : r->high, &end->value);
    }
    return status;
}

static doseau_status intervals(slopes *s, const doseau_kendall *k, double alpha,
                               doseau_theil_sen *fit)
{
    double z;
    const doseau_status status = stats_normal_quantile(alpha / 2, &z);
    if (status) return status;
    const double half = -z * sqrt(k->variance) / 2, all = (double)fit->slopes;
    const double low = all / 2 - half, high = all / 2 + half + 1, n = (double)k->n;
    const bool ties = k->variance < n * (n - 1) * (2 * n + 5) / 18 - .5; /* a tie takes 1 or more */
    const bool exact = !ties && k->n <= KENDALL_NULL_MOST;
    const double at = exact ? exact_rank(k->n, alpha) : 0;
    ranked ranks[] = {{nearbyint(low), nearbyint(high), &fit->interval},
                      {low, high, &fit->interval_interpolated},
                      {floor(low), ceil(high), &fit->interval_conservative},
                      {at, all + 1 - at, &fit->interval_exact}};
    if (!(floor(low) >= 1))
        fit->reason = "interval: too few values for this alpha";
    else if (!exact)
        fit->reason = ties ? "exact interval: equal values or equal times"
                           : "exact interval: more than 60 values";
    else if (at < 1)
        fit->reason = "exact interval: too few values for this alpha";
    return find_intervals(s, ranks, sizeof ranks / sizeof ranks[0]);
}

static doseau_status intercepts(const double time[], double x[], size_t n, doseau_theil_sen *fit)
{
    double middle_time, middle_x;
    doseau_status status = doseau_median(time, n, &middle_time);
    if (!status) status = doseau_median(x, n, &middle_x);
    if (status) return status;
    fit->intercept = middle_x - fit->slope * middle_time;
    for (size_t i = 0; i < n; i++) x[i] -= fit->slope * time[i];
    return doseau_median(x, n, &fit->intercept_residual);
}

static doseau_status fit_sorted(const double time[], double x[], double alpha,
                                doseau_theil_sen *fit)
{
    enum { INNER_SEED = 1969 }; /* any: the answer does not depend on it */
    doseau_kendall k;
    doseau_status status = stats_kendall(time, x, fit->n, false, &k);
    if (status) return status;
    slopes *s = stats_slopes_new(time, x, fit->n, INNER_SEED);
    if (!s) return DOSEAU_ENOMEM;
    fit->slopes = stats_slopes_size(s);
    status =
        fit->slopes == 0 ? DOSEAU_ETOOFEW : slope_at(s, ((double)fit->slopes + 1) / 2, &fit->slope);
    if (!status) status = intervals(s, &k, alpha, fit);
    stats_slopes_free(s);
    return status ? status : intercepts(time, x, fit->n, fit);
}

doseau_status doseau_theil_sen_fit(const double time[], const double x[], size_t n, double alpha,
                                   doseau_theil_sen *result)
{
    if (n < 2) return DOSEAU_ETOOFEW;
    if (!(alpha > 0 && alpha < 1)) return DOSEAU_EDOMAIN;
    point *points = malloc(n * sizeof *points);
    double *sorted = malloc(2 * n * sizeof *sorted);
    doseau_theil_sen fit = {.n = n};
    doseau_status status = points && sorted ? DOSEAU_OK : DOSEAU_ENOMEM;
    for (size_t i = 0; !status && i < n; i++) {
        points[i] = (point){time ? time[i] : (double)i, x[i]};
        if (!isfinite(points[i].time) || !isfinite(x[i])) status = DOSEAU_EDOMAIN;
    }
    if (!status) {
        qsort(points, n, sizeof *points, compare_points);
        for (size_t i = 0; i < n; i++) {
            sorted[i] = points[i].time;
            sorted[n + i] = points[i].x;
        }
        status = fit_sorted(sorted, sorted + n, alpha, &fit);
    }
    free(sorted);
    free(points);
    if (!status) *result = fit;
    return status;
}
