/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "stats/censored.h"
#include "stats/quantile.h"
#include "stats/sort.h"
#include <doseau/ros.h>
#include <doseau/summary.h>
#include <math.h>
#include <stdlib.h>

/* Rising; at equal numbers what is below it first. */
static int compare_rising(const void *a, const void *b)
{
    const doseau_censored *x = a, *y = b;
    if (x->upper != y->upper) return x->upper < y->upper ? -1 : 1;
    return (int)y->below - (int)x->below;
}

/* Plotting positions of the n sorted values, group by group from the largest limit down: a group
 * starts at the first of the values below its limit. `above` is the probability of reaching the
 * limit of the group before. */
static void plotting_positions(const doseau_censored x[], size_t n, double position[])
{
    double above = 0;
    for (size_t end = n; end > 0;) {
        size_t limited = end,
               start; /* x[start ... limited): below one limit; [limited ... end): found */
        while (limited > 0 && !x[limited - 1].below) limited--;
        for (start = limited;
             start > 0 && x[start - 1].below && x[start - 1].upper == x[limited - 1].upper;)
            start--;
        const double found = (double)(end - limited), lower = (double)limited;
        const double reach = limited == 0 ? 1 : above + found / (found + lower) * (1 - above);
        for (size_t i = limited; i < end; i++)
            position[i] = 1 - reach + (reach - above) * (double)(i - limited + 1) / (found + 1);
        for (size_t i = start; i < limited; i++)
            position[i] = (1 - reach) * (double)(i - start + 1) / ((double)(limited - start) + 1);
        above = reach;
        end = start;
    }
}

/* The line of ln(found) on the normal scores of their positions. */
static void fit_line(const doseau_censored x[], const double score[], size_t n, doseau_ros *r)
{
    double mean_score = 0, mean_log = 0, squares = 0, products = 0;
    for (size_t i = 0; i < n; i++)
        if (!x[i].below) {
            mean_score += score[i] / (double)r->found;
            mean_log += log(x[i].upper) / (double)r->found;
        }
    for (size_t i = 0; i < n; i++)
        if (!x[i].below) {
            squares += (score[i] - mean_score) * (score[i] - mean_score);
            products += (score[i] - mean_score) * (log(x[i].upper) - mean_log);
        }
    r->slope = (doseau_figure){true, products / squares};
    r->intercept = (doseau_figure){true, mean_log - r->slope.value * mean_score};
}

static doseau_status summarise(double values[], double room[], doseau_ros *r)
{
    double mean, median, squares = 0;
    stats_sort(values, r->used, room);
    doseau_status status = doseau_mean(values, r->used, &mean);
    if (!status) status = doseau_median(values, r->used, &median);
    if (status) return status;
    for (size_t i = 0; i < r->used; i++) squares += (values[i] - mean) * (values[i] - mean);
    r->mean = (doseau_figure){true, mean};
    r->median = (doseau_figure){true, median};
    r->sd = (doseau_figure){true, sqrt(squares / ((double)r->used - 1))};
    return isfinite(r->sd.value) ? DOSEAU_OK : DOSEAU_EDOMAIN;
}

/* Sorted values; room for twice as many numbers. */
static doseau_status fit(const doseau_censored x[], double room[], doseau_ros *r)
{
    double *score = room, *values = room + r->n;
    plotting_positions(x, r->used, score);
    for (size_t i = 0; i < r->used; i++) {
        const doseau_status status = stats_normal_quantile(score[i], &score[i]);
        if (status) return status;
    }
    fit_line(x, score, r->used, r);
    for (size_t i = 0; i < r->used; i++)
        values[i] = x[i].below ? exp(r->intercept.value + r->slope.value * score[i]) : x[i].upper;
    return summarise(values, score, r);
}

static bool different(const doseau_censored sorted[], size_t n)
{
    double first = 0;
    for (size_t i = 0; i < n; i++) {
        if (sorted[i].below) continue;
        if (first > 0 && sorted[i].upper > first) return true;
        first = sorted[i].upper;
    }
    return false;
}

doseau_status doseau_ros_fit(const doseau_censored x[], size_t n, double imputed[],
                             doseau_ros *result)
{
    if (n == 0) return DOSEAU_ETOOFEW;
    doseau_ros r = {.n = n, .used = n};
    for (size_t i = 0; i < n; i++) {
        const bool found = censored_found(&x[i]);
        if (!isfinite(x[i].upper) || !(x[i].upper > 0) || (!found && !x[i].below))
            return DOSEAU_EDOMAIN;
        r.found += found;
    }
    doseau_censored *sorted = malloc(n * sizeof *sorted);
    double *room = malloc(2 * n * sizeof *room);
    doseau_status status = sorted && room ? DOSEAU_OK : DOSEAU_ENOMEM;
    if (!status) {
        for (size_t i = 0; i < n; i++) sorted[i] = x[i];
        qsort(sorted, n, sizeof *sorted, compare_rising);
        while (r.used > 0 && sorted[r.used - 1].below) r.used--;
        if (different(sorted, r.used))
            status = fit(sorted, room, &r);
        else
            r.reason = "fewer than two different values found";
    }
    for (size_t i = 0; !status && imputed && !r.reason && i < r.used; i++) imputed[i] = room[n + i];
    free(room);
    free(sorted);
    if (!status) *result = r;
    return status;
}
