/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/round_days.h"
#include <doseau/flag.h>
#include <stdlib.h>

static size_t day_end(const doseau_measurement m[], size_t from, size_t end)
{
    size_t to = from + 1;
    while (to < end && m[to].date == m[from].date && m[to].weekday == m[from].weekday) to++;
    return to;
}

/* What stands for a day in a mean: what was found, or by EUDA the mean of its results with 0 below
 * a limit. */
static doseau_figure point_of(const round_day *day, const doseau_sample results[],
                              doseau_convention convention)
{
    if (day->value.state == DOSEAU_FOUND) return (doseau_figure){true, day->value.lower};
    if (convention != DOSEAU_EUDA || !day->results) return (doseau_figure){0};
    double sum = 0;
    for (size_t i = 0; i < day->results; i++)
        if (results[i].state == DOSEAU_FOUND) sum += results[i].lower;
    return (doseau_figure){true, sum / (double)day->results};
}

/* The mean of the results of one day; missing where there is none. */
static doseau_status average(const doseau_load loads[], doseau_convention convention,
                             round_day *day)
{
    doseau_sample *results = calloc(day->end - day->begin, sizeof *results);
    if (!results) return DOSEAU_ENOMEM;
    for (size_t i = day->begin; i < day->end; i++)
        if (loads[i].value.state != DOSEAU_MISSING) results[day->results++] = loads[i].value;
    day->value = doseau_sample_missing();
    const doseau_status status =
        day->results ? doseau_sample_mean(results, day->results, &day->value) : DOSEAU_OK;
    if (!status) day->point = point_of(day, results, convention);
    free(results);
    return status;
}

static void count_day(round_days *days, const round_day *day)
{
    if (day->date != DOSEAU_NO_DATE) {
        if (days->first == DOSEAU_NO_DATE) days->first = day->date;
        days->last = day->date;
    }
    if (day->value.state == DOSEAU_MISSING) return;
    days->count[day->weekday]++;
    days->measured[day->weekday] = true;
    days->n_measured++;
}

doseau_status round_days_collect(const doseau_study *study, const doseau_loads *loads, size_t begin,
                                 size_t end, doseau_data data, doseau_convention convention,
                                 round_days *days)
{
    size_t n;
    const doseau_measurement *m = doseau_study_measurements(study, &n);
    const doseau_load *all = doseau_loads_all(loads, &n);
    *days = (round_days){.first = DOSEAU_NO_DATE, .last = DOSEAU_NO_DATE};
    days->list.item_size = sizeof(round_day);
    doseau_status status = DOSEAU_OK;
    for (size_t i = begin; !status && i < end;) {
        round_day day = {m[i].date, m[i].weekday, .begin = i, .end = day_end(m, i, end)};
        i = day.end;
        status = average(all, convention, &day);
        if (data == DOSEAU_UNFLAGGED && all[day.begin].flags & DOSEAU_FLAGS_OF_FLAGGED_DAYS) {
            day.value = doseau_sample_missing();
            day.point = (doseau_figure){0};
        }
        if (status) break;
        count_day(days, &day);
        status = array_add(&days->list, &day);
    }
    if (status) round_days_free(days);
    return status;
}

void round_days_free(round_days *days)
{
    array_free(&days->list);
}
