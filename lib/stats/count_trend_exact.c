/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "stats/count_line.h"
#include "stats/limits.h"
#include <math.h>
#include <stdlib.h>

/* Grid points of the score, and steps from the first to the last time. */
enum { MOST_POINTS = 20000, MOST_STEPS = 2000 };

/* The distribution of a sum of steps: p[k] for k = 0 ... degree. */
typedef struct sum_of_steps {
    double *p;
    size_t degree;
} sum_of_steps;

/* Euclid's greatest common divisor; what is below `tiny` is rounding. */
static double divisor(double a, double b, double tiny)
{
    while (b > tiny) {
        const double left = fmod(a, b);
        a = b;
        b = left > b - tiny ? 0 : left;
    }
    return a;
}

/* The unit of which all times are whole multiples, counted from the first; 0: too small a one. */
static double common_unit(const double time[], size_t n, double start, double span)
{
    double unit = span;
    for (size_t i = 0; i < n; i++) unit = divisor(unit, time[i] - start, 1e-9 * span);
    return unit * MOST_STEPS >= span * (1 - 1e-6) ? unit : 0;
}

/* Where every time lies on the grid; false: one does not. */
static bool take_steps(const count_data *d, size_t step[], size_t *degree)
{
    double start = d->time[0], end = start;
    for (size_t i = 0; i < d->n; i++) {
        start = fmin(start, d->time[i]);
        end = fmax(end, d->time[i]);
    }
    const double unit = common_unit(d->time, d->n, start, end - start);
    *degree = 0;
    for (size_t i = 0; i < d->n; i++) {
        const double steps = unit > 0 ? (d->time[i] - start) / unit : .5;
        step[i] = (size_t)floor(steps + .5);
        if (fabs(steps - (double)step[i]) > 1e-6) return false;
        if (step[i] > *degree) *degree = step[i];
    }
    return true;
}

/* Sums of positive products: small probabilities keep their digits. */
static void convolve(const sum_of_steps *a, const sum_of_steps *b, sum_of_steps *to)
{
    to->degree = a->degree + b->degree;
    for (size_t k = 0; k <= to->degree; k++) to->p[k] = 0;
    for (size_t i = 0; i <= a->degree; i++)
        if (a->p[i] > 0)
            for (size_t j = 0; j <= b->degree; j++) to->p[i + j] += a->p[i] * b->p[j];
}

static void exchange(sum_of_steps *a, sum_of_steps *b)
{
    const sum_of_steps kept = *a;
    *a = *b;
    *b = kept;
}

/* `one` to the power of n, by squaring; `sum` starts as 1. */
static void to_power(sum_of_steps *one, size_t n, sum_of_steps *sum, sum_of_steps *room)
{
    for (; n > 0; n /= 2) {
        if (n % 2) {
            convolve(sum, one, room);
            exchange(sum, room);
        }
        if (n == 1) break;
        convolve(one, one, room);
        exchange(one, room);
    }
}

/* Given their sum, events fall on value i with probability size_i / sum of sizes. */
static void fill_one(const count_data *d, const size_t step[], size_t degree, sum_of_steps *one)
{
    double all = 0;
    one->degree = degree;
    for (size_t k = 0; k <= degree; k++) one->p[k] = 0;
    for (size_t i = 0; i < d->n; i++) all += d->size ? d->size[i] : 1;
    for (size_t i = 0; i < d->n; i++) one->p[step[i]] += (d->size ? d->size[i] : 1) / all;
}

static void conclude(const sum_of_steps *sum, size_t score, doseau_count_exact *r)
{
    double below = 0, above = 0;
    for (size_t k = 0; k < score; k++) below += sum->p[k];
    for (size_t k = sum->degree; k > score; k--) above += sum->p[k];
    const double here = sum->p[score], tail = fmin(below, above);
    r->p_exact = stats_figure(fmin(1, 2 * (tail + here)));
    r->p_midp = stats_figure(fmin(1, 2 * (tail + here / 2)));
}

static doseau_status test(const count_data *d, size_t step[], doseau_count_exact *r)
{
    size_t degree, score = 0;
    double events = 0;
    for (size_t i = 0; i < d->n; i++) events += d->count[i];
    r->reason = "exact p: times are not whole multiples of a unit, or too many of them";
    if (!take_steps(d, step, &degree)) return DOSEAU_OK;
    r->reason = "exact p: more events, times their range, than 20,000";
    if (!(events * (double)degree <= MOST_POINTS)) return DOSEAU_OK;
    for (size_t i = 0; i < d->n; i++) score += step[i] * (size_t)d->count[i];
    /* No power on the way is longer than twice the last. */
    const size_t points = 2 * ((size_t)events * degree + degree) + 2;
    double *room = calloc(3 * points, sizeof *room);
    if (!room) return DOSEAU_ENOMEM;
    sum_of_steps one = {room, 0}, sum = {room + points, 0}, other = {room + 2 * points, 0};
    fill_one(d, step, degree, &one);
    sum.p[0] = 1;
    to_power(&one, (size_t)events, &sum, &other);
    r->reason = NULL;
    conclude(&sum, score, r);
    free(room);
    return DOSEAU_OK;
}

doseau_status doseau_count_trend_exact(const double time[], const double count[],
                                       const double exposure[], size_t n,
                                       doseau_count_exact *result)
{
    const count_data data = {count, exposure, time, n, false};
    doseau_count_exact r = {.reason = NULL};
    doseau_status status = count_check(&data);
    if (status) return status;
    double start = time[0], end = start, events = 0;
    for (size_t i = 0; i < n; i++) {
        start = fmin(start, time[i]);
        end = fmax(end, time[i]);
        events += count[i];
    }
    if (!(events > 0) || !(start < end)) {
        r.reason = events > 0 ? "there is one time only" : "there is no event";
        *result = r;
        return DOSEAU_OK;
    }
    size_t *step = malloc(n * sizeof *step);
    status = step ? test(&data, step, &r) : DOSEAU_ENOMEM;
    free(step);
    if (!status) *result = r;
    return status;
}
