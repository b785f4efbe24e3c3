/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/round_level.h"
#include "stats/interval.h"
#include <doseau/flag.h>
#include <stdlib.h>

void doseau_round_defaults(doseau_round_options *options)
{
    *options = (doseau_round_options){.missing = DOSEAU_MODEL,
                                      .convention = DOSEAU_OWN,
                                      .prior = DOSEAU_PRIOR_EU,
                                      .alpha = .05,
                                      .seed = 1};
}

static size_t round_end(const doseau_measurement m[], size_t from, size_t end)
{
    size_t to = from + 1;
    while (to < end && m[to].round == m[from].round) to++;
    return to;
}

doseau_status round_usual_week(const doseau_rounds *rounds, size_t begin, size_t end,
                               doseau_data data, usual_week *usual)
{
    size_t n;
    const doseau_measurement *m = doseau_study_measurements(rounds->study, &n);
    const doseau_round *declared = doseau_study_rounds(rounds->study, &n);
    for (size_t i = begin, to; i < end; i = to) {
        round_days days;
        to = round_end(m, i, end);
        const doseau_status status =
            round_days_collect(rounds->study, rounds->loads, i, to, data, DOSEAU_OWN, &days);
        if (status) return status;
        usual_week_add(usual, &days, round_kind(&declared[m[i].round], &days));
        round_days_free(&days);
    }
    return DOSEAU_OK;
}

static doseau_status compute_series(doseau_rounds *rounds, size_t begin, size_t end)
{
    size_t n;
    const doseau_measurement *m = doseau_study_measurements(rounds->study, &n);
    const doseau_load *loads = doseau_loads_all(rounds->loads, &n);
    usual_week usual[2] = {0};
    const size_t row = rounds->list.size;
    bool flagged = false;
    for (size_t i = begin; i < end; i++)
        flagged = flagged || loads[i].flags & DOSEAU_FLAGS_OF_FLAGGED_DAYS;
    const doseau_data last = flagged ? DOSEAU_UNFLAGGED : DOSEAU_ALL;
    const doseau_data first = rounds->options.exclude_flagged ? last : DOSEAU_ALL;
    doseau_status status = DOSEAU_OK;
    for (doseau_data data = first; !status && data <= last; data++)
        status = round_usual_week(rounds, begin, end, data, &usual[data]);
    for (size_t i = begin, to; !status && i < end; i = to) {
        to = round_end(m, i, end);
        for (doseau_data data = first; !status && data <= last; data++) {
            doseau_round_mean mean;
            status = round_mean_compute(rounds, i, to, data, &usual[data], &mean);
            if (!status) status = array_add(&rounds->list, &mean);
        }
    }
    return status ? status : round_levels_add(rounds, row, rounds->list.size);
}

static size_t series_end(const doseau_measurement m[], size_t from, size_t n)
{
    size_t to = from + 1;
    while (to < n && m[to].plant == m[from].plant && m[to].substance == m[from].substance) to++;
    return to;
}

doseau_status doseau_rounds_new(const doseau_study *study, const doseau_loads *loads,
                                const doseau_round_options *options, doseau_rounds **rounds,
                                doseau_error *error)
{
    doseau_rounds *made = calloc(1, sizeof *made);
    if (!made) return doseau_error_set(error, DOSEAU_ENOMEM, "out of memory");
    made->study = study;
    made->loads = loads;
    made->list.item_size = sizeof(doseau_round_mean);
    doseau_round_defaults(&made->options);
    if (options) made->options = *options;
    doseau_status status = stats_interval_z(made->options.alpha, &made->z);
    size_t n;
    const doseau_measurement *m = doseau_study_measurements(study, &n);
    for (doseau_data data = DOSEAU_ALL; data <= DOSEAU_UNFLAGGED; data++) {
        made->share[data] = calloc(n + 1, sizeof *made->share[data]);
        if (!status && !made->share[data]) status = DOSEAU_ENOMEM;
    }
    for (size_t i = 0, to; !status && i < n; i = to) {
        to = series_end(m, i, n);
        status = compute_series(made, i, to);
    }
    if (status) {
        doseau_rounds_free(made);
        return doseau_error_set(error, status, "%s", doseau_strstatus(status));
    }
    *rounds = made;
    return DOSEAU_OK;
}

void doseau_rounds_free(doseau_rounds *rounds)
{
    if (!rounds) return;
    array_free(&rounds->list);
    for (doseau_data data = DOSEAU_ALL; data <= DOSEAU_UNFLAGGED; data++) free(rounds->share[data]);
    free(rounds);
}

const doseau_round_mean *doseau_rounds_all(const doseau_rounds *rounds, size_t *n)
{
    *n = rounds->list.size;
    return rounds->list.items;
}

/* The mean of the days of one weekday; missing if there is none. */
static doseau_status average_weekday(const round_days *days, doseau_weekday weekday,
                                     doseau_sample *value, doseau_figure *point)
{
    *value = doseau_sample_missing();
    *point = (doseau_figure){0};
    if (!days->count[weekday]) return DOSEAU_OK;
    doseau_sample *same = calloc(days->count[weekday], sizeof *same);
    if (!same) return DOSEAU_ENOMEM;
    size_t n = 0;
    const round_day *day = days->list.items;
    point->given = true;
    for (size_t i = 0; i < days->list.size; i++) {
        if (day[i].weekday != weekday || day[i].value.state == DOSEAU_MISSING) continue;
        same[n++] = day[i].value;
        point->given = point->given && day[i].point.given;
        point->value += day[i].point.value / (double)days->count[weekday];
    }
    if (!point->given) point->value = 0;
    const doseau_status status = doseau_sample_mean(same, n, value);
    free(same);
    return status;
}

doseau_status doseau_round_weekdays(const doseau_rounds *rounds, const doseau_round_mean *round,
                                    doseau_sample values[7], doseau_figure points[7])
{
    round_days days;
    doseau_sample found[7];
    doseau_figure at[7];
    doseau_status status =
        round_days_collect(rounds->study, rounds->loads, round->begin, round->end, round->data,
                           rounds->options.convention, &days);
    if (status) return status;
    for (doseau_weekday d = DOSEAU_MONDAY; !status && d <= DOSEAU_SUNDAY; d++)
        status = average_weekday(&days, d, &found[d], &at[d]);
    for (size_t d = 0; !status && d < 7; d++) {
        values[d] = found[d];
        points[d] = at[d];
    }
    round_days_free(&days);
    return status;
}
