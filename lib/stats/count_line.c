/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "stats/count_line.h"
#include <math.h>

enum { MOST_STEPS = 200 };

doseau_status count_check(const count_data *d)
{
    if (d->n == 0) return DOSEAU_ETOOFEW;
    for (size_t i = 0; i < d->n; i++) {
        const double size = d->size ? d->size[i] : 1;
        if (!(d->count[i] >= 0) || isinf(d->count[i]) || floor(d->count[i]) < d->count[i])
            return DOSEAU_EDOMAIN;
        if (!(size > 0) || isinf(size) || (d->binomial && size < d->count[i]))
            return DOSEAU_EDOMAIN;
        if (d->binomial && floor(size) < size) return DOSEAU_EDOMAIN;
        if (d->time && !isfinite(d->time[i])) return DOSEAU_EDOMAIN;
    }
    return DOSEAU_OK;
}

static double size_at(const count_data *d, size_t i)
{
    return d->size ? d->size[i] : 1;
}

/* First and last time of events, or of what is no event. */
static void find_ends(const count_data *d, bool events, double *first, double *last)
{
    *first = INFINITY;
    *last = -INFINITY;
    for (size_t i = 0; i < d->n; i++) {
        const double here = events ? d->count[i] : size_at(d, i) - d->count[i];
        if (!(here > 0)) continue;
        *first = fmin(*first, d->time[i]);
        *last = fmax(*last, d->time[i]);
    }
}

const char *count_no_slope(const count_data *d)
{
    double start = INFINITY, end = -INFINITY, first, last, other_first, other_last;
    for (size_t i = 0; i < d->n; i++) {
        start = fmin(start, d->time[i]);
        end = fmax(end, d->time[i]);
    }
    if (!(start < end)) return "there is one time only";
    find_ends(d, true, &first, &last);
    if (first > last) return "there is no event";
    if (!d->binomial) {
        const bool inside = first < end && last > start;
        return inside ? NULL : "all events lie at one end: the slope has no bound";
    }
    find_ends(d, false, &other_first, &other_last);
    if (other_first > other_last) return "there is nothing but events";
    const bool mixed = first < other_last && other_first < last;
    return mixed ? NULL : "events lie on one side of all others: the slope has no bound";
}

/* ---- The likelihood over u = (t - middle) / scale ---- */

typedef struct point {
    double level, slope; /* slope in units of 1 / scale */
    double value;        /* log likelihood, but for constants */
    double gradient[2], information[3];
} point;

typedef struct frame {
    const count_data *data;
    double middle, scale;
} frame;

/* ln(1 + exp(x)) */
static double softplus(double x)
{
    return x > 0 ? x + log1p(exp(-x)) : log1p(exp(x));
}

static double mean_of(const count_data *d, double size, double eta)
{
    return size * (d->binomial ? 1 / (1 + exp(-eta)) : exp(eta));
}

static double variance_of(const count_data *d, double size, double eta)
{
    return mean_of(d, size, eta) * (d->binomial ? 1 / (1 + exp(eta)) : 1);
}

static void evaluate(const frame *f, point *p)
{
    const count_data *d = f->data;
    const double level = p->level, slope = p->slope;
    *p = (point){.level = level, .slope = slope};
    for (size_t i = 0; i < d->n; i++) {
        const double u = (d->time[i] - f->middle) / f->scale, eta = level + slope * u;
        const double size = size_at(d, i), mean = mean_of(d, size, eta);
        const double variance = variance_of(d, size, eta), rest = d->count[i] - mean;
        p->value += d->count[i] * eta - (d->binomial ? size * softplus(eta) : mean);
        p->gradient[0] += rest;
        p->gradient[1] += rest * u;
        p->information[0] += variance;
        p->information[1] += variance * u;
        p->information[2] += variance * u * u;
    }
}

/* The step of Newton's method; with `fixed` of the level alone. */
static void newton_step(const point *p, bool fixed, double step[2])
{
    const double a = p->information[0], b = p->information[1], c = p->information[2];
    const double determinant = a * c - b * b;
    step[0] = fixed ? p->gradient[0] / a : (c * p->gradient[0] - b * p->gradient[1]) / determinant;
    step[1] = fixed ? 0 : (a * p->gradient[1] - b * p->gradient[0]) / determinant;
}

/* Steps of this size, of logarithms over -1 <= u <= 1, are taken whole: the log likelihood is too
 * flat there to tell up from down, Newton's method is not. */
static const double near = 1e-4;

/* Climbs a concave function from a start with a finite value: full steps, halved until they do not
 * lead down. It has arrived after a step of one part in 10^10, as convergence is quadratic. */
static doseau_status climb(const frame *f, bool fixed, point *p)
{
    evaluate(f, p);
    for (int i = 0; i < MOST_STEPS; i++) {
        double step[2];
        newton_step(p, fixed, step);
        if (!isfinite(step[0] + step[1])) return DOSEAU_EDOMAIN;
        point next;
        double part = 1;
        for (;; part /= 2) {
            next = (point){.level = p->level + part * step[0], .slope = p->slope + part * step[1]};
            evaluate(f, &next);
            if (next.value >= p->value || fabs(step[0]) + fabs(step[1]) < near) break;
            if (part < 1e-12) return DOSEAU_EDOMAIN;
        }
        const double moved = fabs(next.level - p->level) + fabs(next.slope - p->slope);
        *p = next;
        if (moved <= 1e-10 * (1 + fabs(p->level) + fabs(p->slope))) return DOSEAU_OK;
    }
    return DOSEAU_EDOMAIN;
}

static frame frame_of(const count_data *d)
{
    double low = d->time[0], high = d->time[0];
    for (size_t i = 0; i < d->n; i++) {
        low = fmin(low, d->time[i]);
        high = fmax(high, d->time[i]);
    }
    return (frame){d, low / 2 + high / 2, high > low ? high / 2 - low / 2 : 1};
}

/* The level that fits a flat line. */
static double flat_level(const count_data *d)
{
    double events = 0, size = 0;
    for (size_t i = 0; i < d->n; i++) {
        events += d->count[i];
        size += size_at(d, i);
    }
    return d->binomial ? log(events / (size - events)) : log(events / size);
}

/* x ln(x/m), 0 for no event. */
static double part(double x, double m)
{
    return x > 0 ? x * log(x / m) : 0;
}

static void finish(const frame *f, const point *p, count_line *line)
{
    const count_data *d = f->data;
    *line = (count_line){.slope = p->slope / f->scale, .middle = f->middle, .level = p->level};
    const double determinant =
        p->information[0] * p->information[2] - p->information[1] * p->information[1];
    line->se = sqrt(p->information[0] / determinant) / f->scale;
    for (size_t i = 0; i < d->n; i++) {
        const double eta = p->level + p->slope * (d->time[i] - f->middle) / f->scale;
        const double size = size_at(d, i), mean = mean_of(d, size, eta), x = d->count[i];
        const double other = d->binomial ? part(size - x, mean_of(d, size, -eta)) : mean - x;
        line->deviance += 2 * (part(x, mean) + other);
        line->pearson += (x - mean) / variance_of(d, size, eta) * (x - mean);
    }
}

doseau_status count_line_fit_level(const count_data *data, double slope, count_line *line)
{
    const frame f = frame_of(data);
    point p = {.level = flat_level(data) - fabs(slope * f.scale), .slope = slope * f.scale};
    const doseau_status status = climb(&f, true, &p);
    if (!status) finish(&f, &p, line);
    return status;
}

doseau_status count_line_fit(const count_data *data, count_line *line)
{
    const frame f = frame_of(data);
    point p = {.level = flat_level(data)};
    const doseau_status status = climb(&f, false, &p);
    if (!status) finish(&f, &p, line);
    return status;
}
