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

/* The mean of the results of one day; missing where there is none. */
static doseau_status average(const doseau_load loads[], round_day *day)
{
    doseau_sample *results = calloc(day->end - day->begin, sizeof *results);
    if (!results) return DOSEAU_ENOMEM;
    for (size_t i = day->begin; i < day->end; i++)
        if (loads[i].value.state != DOSEAU_MISSING) results[day->results++] = loads[i].value;
    day->value = doseau_sample_missing();
    const doseau_status status =
        day->results ? doseau_sample_mean(results, day->results, &day->value) : DOSEAU_OK;
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
        status = average(all, &day);
        if (data == DOSEAU_UNFLAGGED && all[day.begin].flags & DOSEAU_FLAG_FLAGGED_DAY)
            day.value = doseau_sample_missing();
        const bool below =
            day.value.state == DOSEAU_DETECTED || day.value.state == DOSEAU_NOT_DETECTED;
        if (convention == DOSEAU_EUDA && below)
            day.value = (doseau_sample){.state = day.value.state, .bounded = true};
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
