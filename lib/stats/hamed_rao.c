/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "stats/kendall.h"
#include "stats/kendall_z.h"
#include "stats/limits.h"
#include "stats/quantile.h"
#include "stats/ranks.h"
#include <doseau/hamed_rao.h>
#include <doseau/theil_sen.h>
#include <float.h>
#include <gsl/gsl_sort.h>
#include <math.h>
#include <stdlib.h>

/* Room for the series in order of time. */
typedef struct ordered {
    double *time, *x, *rest;
    size_t *order;
    int64_t *ranks; /* of the rest, doubled, less their mean */
} ordered;

static doseau_status put_in_order(const double time[], const double x[], size_t n, ordered *o)
{
    if (time)
        gsl_sort_index(o->order, time, 1, n);
    else
        for (size_t i = 0; i < n; i++) o->order[i] = i;
    for (size_t i = 0; i < n; i++) {
        o->time[i] = time ? time[o->order[i]] : (double)i;
        o->x[i] = x[o->order[i]];
        if (i > 0 && !(o->time[i] > o->time[i - 1])) return DOSEAU_EDOMAIN;
    }
    return DOSEAU_OK;
}

/* x - slope t, and how far apart two of them may be by rounding. */
static double take_slope_off(const ordered *o, double slope, size_t n)
{
    double largest = 0;
    for (size_t i = 0; i < n; i++) {
        const double line = slope * (o->time[i] - o->time[0]);
        o->rest[i] = o->x[i] - line;
        largest = fmax(largest, fmax(fabs(o->x[i]), fabs(line)));
    }
    return 8 * DBL_EPSILON * largest;
}

/* sum over pairs k apart of the products of what ranks are above their mean; whole numbers. */
static double products(const int64_t ranks[], size_t n, size_t k)
{
    double sum = 0;
    for (size_t i = k; i < n; i++) sum += (double)(ranks[i] * ranks[i - k]);
    return sum;
}

/* 2/(n(n-1)(n-2)) sum (n-k)(n-k-1)(n-k-2) r_k over the lags beyond the limit. */
static double sum_lags(const int64_t ranks[], double squares, double limit, doseau_hamed_rao *r)
{
    const double n = (double)r->n;
    double sum = 0;
    for (size_t k = 1; k < r->n; k++) {
        const double correlation = products(ranks, r->n, k) / squares, left = n - (double)k;
        if (!(fabs(correlation) > limit)) continue;
        r->lags++;
        sum += left * (left - 1) * (left - 2) * correlation;
    }
    return 2 * sum / (n * (n - 1) * (n - 2));
}

static void conclude(const doseau_hamed_rao *r, double inflation, doseau_figure *corrected,
                     doseau_figure *z, doseau_figure *p)
{
    double found_z, found_p;
    stats_kendall_z((double)r->s, r->variance * inflation, 1, &found_z, &found_p);
    *corrected = stats_figure(r->variance * inflation);
    *z = stats_figure(found_z);
    *p = stats_figure(found_p);
}

static void correct(double sum, doseau_hamed_rao *r)
{
    r->inflation = stats_figure(1 + sum);
    r->inflation_abs = stats_figure(1 + fabs(sum));
    conclude(r, 1 + fabs(sum), &r->variance_abs, &r->z_abs, &r->p_abs);
    if (1 + sum > 0)
        conclude(r, 1 + sum, &r->variance_corrected, &r->z, &r->p);
    else
        r->reason = "n/n* is not above 0: the variance of S would be none";
}

static doseau_status test(const ordered *o, double limit, doseau_hamed_rao *r)
{
    doseau_kendall k;
    doseau_theil_sen line;
    const size_t n = r->n;
    doseau_status status = stats_kendall(o->time, o->x, n, false, &k);
    if (!status) status = doseau_theil_sen_fit(o->time, o->x, n, .05, &line);
    if (status) return status;
    r->s = k.s;
    r->variance = k.variance;
    r->z_independent = k.z;
    r->p_independent = k.p_normal;
    r->slope = line.slope;
    status = stats_double_ranks(o->rest, n, take_slope_off(o, line.slope, n), o->ranks);
    if (status) return status;
    for (size_t i = 0; i < n; i++) o->ranks[i] -= (int64_t)(n + 1);
    const double squares = products(o->ranks, n, 0);
    if (!(squares > 0))
        r->reason = "the values lie on a line: nothing is left to correlate";
    else
        correct(sum_lags(o->ranks, squares, limit, r), r);
    return DOSEAU_OK;
}

doseau_status doseau_hamed_rao_test(const double time[], const double x[], size_t n, double alpha,
                                    doseau_hamed_rao *result)
{
    double quantile;
    if (n < 3) return DOSEAU_ETOOFEW;
    if (!(alpha > 0 && alpha < 1)) return DOSEAU_EDOMAIN;
    for (size_t i = 0; i < n; i++)
        if (!isfinite(x[i]) || (time && !isfinite(time[i]))) return DOSEAU_EDOMAIN;
    doseau_status status = stats_normal_quantile(1 - alpha / 2, &quantile);
    if (status) return status;
    double *room = malloc(3 * n * sizeof *room);
    ordered o = {room, room ? room + n : NULL, room ? room + 2 * n : NULL,
                 malloc(n * sizeof *o.order), malloc(n * sizeof *o.ranks)};
    doseau_hamed_rao r = {.n = n};
    status = room && o.order && o.ranks ? put_in_order(time, x, n, &o) : DOSEAU_ENOMEM;
    if (!status) status = test(&o, quantile / sqrt((double)n), &r);
    free(o.ranks);
    free(o.order);
    free(room);
    if (!status) *result = r;
    return status;
}
