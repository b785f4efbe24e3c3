/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_ANALYSIS_SERIES_ROWS_H
#define DOSEAU_ANALYSIS_SERIES_ROWS_H
/* How a procedure of lib/stats joins `doseau series`: a topic is a file series_TOPIC.c with a
 * function for each procedure, which takes arrays from the call, runs it, and puts the fields of
 * its result struct as rows; and a table of them, which series.c lists. */
#include "base/text.h"
#include <doseau/censored.h>
#include <doseau/interval.h>
#include <doseau/moderated.h>
#include <doseau/number.h>
#include <doseau/series.h>

/* One run. What runs out of memory on the way is remembered: no call needs to be checked. */
typedef struct series_call {
    const doseau_frame *frame;
    const doseau_series_options *options;
    doseau_series *out;
    doseau_error *error;
    double *found; /* this and the next until the run ends */
    doseau_censored *censored;
    double *time;   /* of a procedure that sorts */
    char name[128]; /* of series_of */
} series_call;

typedef struct series_procedure {
    doseau_procedure about;
    /* DOSEAU_ETOOFEW and DOSEAU_EDOMAIN become one row `result` that is not estimable. */
    doseau_status (*run)(series_call *call);
} series_procedure;

typedef struct series_topic {
    const series_procedure *procedures;
    size_t n;
} series_topic;

#define SERIES_TOPIC(table)                                                                        \
    {                                                                                              \
        table, sizeof table / sizeof *table                                                        \
    }

/* ---- What it is run on ---- */

size_t series_size(const series_call *call);

/* The values, all of them found; else DOSEAU_EDATA with the line of the first that is not. The
 * array ends with the run. */
doseau_status series_found(series_call *call, const double **x);

/* The same, and all of them above 0. */
doseau_status series_positive(series_call *call, const double **x);

/* The same, and all of them whole numbers from 0 to 2^53. */
doseau_status series_whole(series_call *call, const double **x);

/* The values as intervals; `positive`: all found values and limits are above 0, else DOSEAU_EDATA
 * with the line. The array ends with the run. */
doseau_status series_censored(series_call *call, bool positive, const doseau_censored **x);

/* The same, and none of them between two ends. */
doseau_status series_left(series_call *call, bool positive, const doseau_censored **x);

/* The borrowed variance that the options name; DOSEAU_EDATA: they name none. */
doseau_status series_prior(series_call *call, doseau_variance_prior *prior);

/* A column that `needs` names, or one of `uses`: NULL where the frame does not have it. */
const double *series_numbers(const series_call *call, doseau_frame_column column);
const size_t *series_indices(const series_call *call, doseau_frame_column column, size_t *n);

/* The seed, and the result will say that it was used. */
uint64_t series_seed(series_call *call);

/* DOSEAU_EDATA, and why: `row` from 0. */
doseau_status series_refuse(series_call *call, size_t row, doseau_frame_column column,
                            const char *reason);

/* The values of a group, all found; the array is the caller's to free. */
doseau_status series_group(series_call *call, size_t group, double **x, size_t *n);

/* Rows in the order of time; `order` is the caller's to free. Without a column time, and where
 * times are equal: as they stand. series_in_time: equal times are DOSEAU_EDATA. */
doseau_status series_by_time(series_call *call, size_t **order);
doseau_status series_in_time(series_call *call, size_t **order);

/* The mean of the times of each block's values; without times, its place. `times` holds n_blocks
 * numbers. */
doseau_status series_block_times(const series_call *call, const size_t block[], double times[],
                                 size_t n_blocks);

/* ---- What comes out ---- */

void series_number(series_call *call, const char *quantity, double value);
void series_count(series_call *call, const char *quantity, size_t count);
/* `reason` is for a figure that is not given. */
void series_figure(series_call *call, const char *quantity, doseau_figure figure,
                   const char *reason);
/* QUANTITY_lower and QUANTITY_upper. */
void series_limits(series_call *call, const char *quantity, doseau_limits limits);
/* Both ends, which are there. */
void series_interval(series_call *call, const char *quantity, doseau_interval interval);
/* The same from two figures with a reason of their own. */
void series_ends(series_call *call, const char *quantity, doseau_figure lower, doseau_figure upper,
                 const char *reason);
void series_truth(series_call *call, const char *quantity, bool truth); /* "yes" or "no" */
void series_text(series_call *call, const char *quantity, const char *text);
/* Which of two groups is a, and which b, where there is a column of groups. */
void series_sides(series_call *call);
/* A quantity of one of several: `mean[group 3]`. */
const char *series_of(series_call *call, const char *quantity, const char *which);
const char *series_of_row(series_call *call, const char *quantity, size_t row);

/* Why a procedure that ended with DOSEAU_ETOOFEW or DOSEAU_EDOMAIN has no result. */
const char *series_reason(const char *procedure, doseau_status status);

/* ---- The topics ---- */
extern const series_topic series_topic_summary, series_topic_trend, series_topic_censored,
    series_topic_line, series_topic_moderated, series_topic_groups, series_topic_counts,
    series_topic_change, series_topic_outlier, series_topic_propagate, series_topic_power,
    series_topic_power_counts;
#endif
