/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_STATS_TREND_THRESHOLD_H
#define DOSEAU_STATS_TREND_THRESHOLD_H
/* The effect from which on a trend test finds it in a series of rounds. */
#include <doseau/power_trend.h>
#include <stdbool.h>

/* What is the same for every series of a design. */
typedef struct trend_plan {
    const doseau_rounds_design *design;
    doseau_trend_test test;
    const doseau_simulation *options;
    double *time; /* n, less their mean */
    double sxx;
    double quantile;   /* of t */
    double limit;      /* below it a value is "<limit"; -INFINITY: none */
    size_t rising;     /* pairs that must rise; 0: no number of them is enough */
    size_t allowed;    /* orders that may be as extreme */
    size_t n_orders;   /* of the slope: all, or random ones */
    size_t *orders;    /* n_orders n */
    double *alignment; /* n_orders: sum of t_i t_order(i) */
} trend_plan;

/* DOSEAU_ETOOFEW, DOSEAU_EDOMAIN, DOSEAU_ENOMEM. Free with trend_plan_free, also after failure. */
doseau_status trend_plan_new(const doseau_rounds_design *design, doseau_trend_test test,
                             const doseau_simulation *options, trend_plan *plan);
void trend_plan_free(trend_plan *plan);

/* Room for one series. */
typedef struct trend_series {
    double *value; /* n values; of round r from r values on, without any effect */
    double *mean;  /* n */
    double *room;  /* pairs, or orders */
} trend_series;

doseau_status trend_series_new(const trend_plan *plan, trend_series *series);
void trend_series_free(trend_series *series);

/* INFINITY: no effect is found. */
doseau_status trend_threshold(const trend_plan *plan, const trend_series *series,
                              double *threshold);

/* The same for whole blocks, by trying; and whether they find one effect. */
doseau_status trend_block_threshold(const trend_plan *plan, const trend_series *series,
                                    double *threshold);
doseau_status trend_block_finds(const trend_plan *plan, const trend_series *series, double effect,
                                bool *found);
#endif
