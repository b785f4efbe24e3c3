/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/series_rows.h"
#include <doseau/cusum.h>
#include <doseau/pettitt.h>
#include <stdlib.h>

/* The values in the order of time, and their times where there are any; both end with the run. */
static doseau_status values_in_time(series_call *call, const double **x, const double **time)
{
    const size_t n = series_size(call);
    const double *given = series_numbers(call, DOSEAU_FRAME_TIME);
    const doseau_sample *values = doseau_frame_values(call->frame);
    size_t *order;
    doseau_status status = series_found(call, x);
    if (!status) status = series_in_time(call, &order);
    if (status) return status;
    call->time = malloc((n + 1) * sizeof *call->time);
    for (size_t i = 0; call->time && i < n; i++) {
        call->found[i] = values[order[i]].lower;
        call->time[i] = given ? given[order[i]] : 0;
    }
    free(order);
    *time = given ? call->time : NULL;
    return call->time ? DOSEAU_OK : DOSEAU_ENOMEM;
}

static void put_place(series_call *call, const double time[], size_t last_before)
{
    static const char none[] = "all values are equal";
    const bool given = last_before > 0;
    series_figure(call, "last_before", (doseau_figure){given, (double)last_before}, none);
    if (!time) return;
    series_figure(call, "time_before", (doseau_figure){given, given ? time[last_before - 1] : 0},
                  none);
    series_figure(call, "time_after", (doseau_figure){given, given ? time[last_before] : 0}, none);
}

static doseau_status pettitt(series_call *call)
{
    const double *x, *time;
    doseau_pettitt p;
    doseau_status status = values_in_time(call, &x, &time);
    if (!status) status = doseau_pettitt_test(x, series_size(call), &p);
    if (status) return status;
    series_count(call, "n", p.n);
    series_number(call, "k", p.k);
    series_number(call, "p", p.p);
    series_figure(call, "p_exact", p.p_exact, "more than 20 values");
    series_number(call, "p_approximate", p.p_approximate);
    put_place(call, time, p.last_before);
    series_count(call, "places_as_good", p.n_max);
    series_text(call, "direction", p.direction > 0 ? "up" : p.direction < 0 ? "down" : "none");
    return DOSEAU_OK;
}

static doseau_status cusum(series_call *call)
{
    const double *x, *time;
    doseau_cusum c;
    doseau_status status = values_in_time(call, &x, &time);
    if (!status) status = doseau_cusum_test(x, series_size(call), &c);
    if (status) return status;
    series_count(call, "n", c.n);
    series_figure(call, "sup_statistic", c.statistic, c.reason);
    series_figure(call, "p_sup", c.p, c.reason);
    put_place(call, time, c.last_before);
    return DOSEAU_OK;
}

static const series_procedure procedures[] = {
    {{"pettitt", "one change of level, by ranks, with exact p", "", "time", ""}, pettitt},
    {{"cusum", "one change of level, by cumulated sums", "", "time", ""}, cusum},
};

const series_topic series_topic_change = SERIES_TOPIC(procedures);
