/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/check_report.h"
#include "analysis/check_slips.h"
#include "base/array.h"
#include "base/search.h"
#include "stats/sort.h"
#include <stdio.h>
#include <stdlib.h>

/* Flows against the history of their plant, its dry weather and its people. */

enum { LEAST_FLOWS = 6 };

/* The flow of a plant on one day. */
typedef struct day_flow {
    doseau_origin origin;
    uint32_t plant, round;
    doseau_date date;
    doseau_weekday weekday;
    double m3_per_day, people;
    bool measured; /* a result needs it */
    bool slipped;
} day_flow;

#define ORDER(a, b)                                                                                \
    if ((a) != (b)) return (a) < (b) ? -1 : 1

static int compare_days(const day_flow *a, const day_flow *b)
{
    ORDER(a->plant, b->plant);
    ORDER(a->date, b->date);
    if (a->date != DOSEAU_NO_DATE) return 0;
    ORDER(a->round, b->round);
    ORDER(a->weekday, b->weekday);
    return 0;
}

/* Of one day, that of a result first; of flows that stand in results, the first line. */
static int compare(const void *left, const void *right)
{
    const day_flow *a = left, *b = right;
    const int days = compare_days(a, b);
    if (days) return days;
    ORDER(b->measured, a->measured);
    ORDER(a->origin.file, b->origin.file);
    ORDER(a->origin.line, b->origin.line);
    return 0;
}

/* The flows of a study are in order of plant and day. */
static int compare_flow(const void *flow, const void *measurement)
{
    const doseau_flow *f = flow;
    const doseau_measurement *m = measurement;
    if (f->plant != m->plant) return f->plant < m->plant ? -1 : 1;
    return (f->date > m->date) - (f->date < m->date);
}

static const doseau_flow *flow_of(const doseau_study *study, const doseau_measurement *m)
{
    size_t n;
    const doseau_flow *f = doseau_study_flows(study, &n);
    return search_find(f, n, sizeof *f, m, compare_flow);
}

static doseau_status collect(const doseau_study *study, array *days)
{
    size_t n;
    doseau_status status = DOSEAU_OK;
    const doseau_measurement *m = doseau_study_measurements(study, &n);
    for (size_t i = 0; !status && i < n; i++) {
        if (!(m[i].flow_m3_per_day > 0)) continue;
        const doseau_flow *f = m[i].flow_joined ? flow_of(study, &m[i]) : NULL;
        const day_flow day = {.origin = f ? f->origin : m[i].origin,
                              .plant = m[i].plant,
                              .round = m[i].round,
                              .date = m[i].date,
                              .weekday = m[i].weekday,
                              .m3_per_day = m[i].flow_m3_per_day,
                              .people = m[i].population_persons,
                              .measured = true};
        status = array_add(days, &day);
    }
    const doseau_flow *f = doseau_study_flows(study, &n);
    for (size_t i = 0; !status && i < n; i++) {
        const day_flow day = {.origin = f[i].origin,
                              .plant = f[i].plant,
                              .round = DOSEAU_NONE,
                              .date = f[i].date,
                              .m3_per_day = f[i].m3_per_day};
        if (!f[i].broken && day.m3_per_day > 0 && day.date != DOSEAU_NO_DATE)
            status = array_add(days, &day);
    }
    return status;
}

/* A day once. */
static void settle(array *days)
{
    day_flow *d = days->items;
    size_t kept = 0;
    if (days->size) qsort(d, days->size, sizeof *d, compare);
    for (size_t i = 0; i < days->size; i++)
        if (kept == 0 || compare_days(&d[kept - 1], &d[i])) d[kept++] = d[i];
    days->size = kept;
}

static doseau_place place_of(const checking *c, const day_flow *d)
{
    return doseau_study_place(c->study, d->origin, "flow_m3_per_day");
}

/* Which units lie about so far apart; "": none. Days of one plant differ by less than 1.5 mostly.
 */
static const char *hint_of(double ratio)
{
    static const struct {
        double factor;
        const char *words;
    } units[] = {{24, ", about as m3/h and m3/d (24)"},
                 {86.4, ", about as L/s and m3/d (86.4)"},
                 {1000, ", about as L and m3 (1000)"}};
    const double times = ratio < 1 ? 1 / ratio : ratio;
    for (size_t i = 0; i < sizeof units / sizeof *units; i++)
        if (times > units[i].factor / 1.5 && times < units[i].factor * 1.5) return units[i].words;
    return "";
}

static void report_slip(const checking *c, const day_flow *d, const slip *s,
                        const doseau_check_window *window)
{
    size_t n;
    if (s->kind == SLIP_ROUND)
        check_report(
            c, "flow_unit_slip", place_of(c, d), window,
            "the median flow %s m3/d of round %s is %s that of the other round%s, %s%s",
            check_show(s->ratio * s->usual).text,
            doseau_study_text_at(c->study, doseau_study_rounds(c->study, &n)[d->round].label),
            check_show_ratio(s->ratio).text, s->others == 1 ? "" : "s", check_show(s->usual).text,
            hint_of(s->ratio));
    else
        check_report(c, "flow_unit_slip", place_of(c, d), window,
                     "the flow %s m3/d is %s the median %s of the %zu other days of its %s%s",
                     check_show(s->value).text, check_show_ratio(s->ratio).text,
                     check_show(s->usual).text, s->others, s->kind == SLIP_DAY ? "round" : "plant",
                     hint_of(s->ratio));
}

static doseau_status check_units_of(const checking *c, day_flow d[], size_t n)
{
    size_t used = 0;
    slip *values = calloc(n + 1, sizeof *values);
    if (!values) return DOSEAU_ENOMEM;
    for (size_t i = 0; i < n; i++)
        if (d[i].measured)
            values[used++] = (slip){.value = d[i].m3_per_day, .round = d[i].round, .index = i};
    const doseau_check_window window =
        doseau_study_window(c->study, "flow_unit_slip", DOSEAU_NONE, DOSEAU_NONE);
    const doseau_status status = check_slips(values, used, &window);
    for (size_t i = 0; !status && i < used; i++) {
        d[values[i].index].slipped = values[i].kind != SLIP_NONE;
        const bool told =
            i > 0 && values[i].kind == SLIP_ROUND && values[i - 1].round == values[i].round;
        if (values[i].kind != SLIP_NONE && !told)
            report_slip(c, &d[values[i].index], &values[i], &window);
    }
    free(values);
    return status;
}

/* A flow with its share of rain: above so many times the median of the lower half of all. */
static doseau_status check_rain(const checking *c, const day_flow d[], size_t n)
{
    double *flows = calloc(2 * n + 1, sizeof *flows);
    if (!flows) return DOSEAU_ENOMEM;
    size_t used = 0;
    for (size_t i = 0; i < n; i++)
        if (!d[i].slipped) flows[used++] = d[i].m3_per_day;
    stats_sort(flows, used, flows + n);
    const doseau_check_window window =
        doseau_study_window(c->study, "high_flow", DOSEAU_NONE, DOSEAU_NONE);
    const double dry = used ? stats_sorted_quantile(flows, (used + 1) / 2, .5) : 0;
    for (size_t i = 0; used >= LEAST_FLOWS && i < n; i++) {
        const bool known =
            !d[i].measured || d[i].slipped || doseau_study_flagged(c->study, d[i].plant, d[i].date);
        const double ratio = d[i].m3_per_day / dry;
        if (!known && doseau_check_outside(&window, ratio))
            check_report(c, "high_flow", place_of(c, &d[i]), &window,
                         "the flow %s m3/d is %s the dry-weather flow %s of %zu days",
                         check_show(d[i].m3_per_day).text, check_show_ratio(ratio).text,
                         check_show(dry).text, used);
    }
    free(flows);
    return DOSEAU_OK;
}

/* Once a plant: a wrong population stands beside all of its days. */
static void check_per_person(const checking *c, const day_flow d[], size_t n)
{
    const doseau_check_window window =
        doseau_study_window(c->study, "flow_per_person", DOSEAU_NONE, DOSEAU_NONE);
    const day_flow *first = NULL;
    size_t count = 0;
    for (size_t i = 0; i < n; i++) {
        if (!d[i].measured || d[i].slipped || !(d[i].people > 0)) continue;
        if (!doseau_check_outside(&window, 1000 * d[i].m3_per_day / d[i].people)) continue;
        if (!first) first = &d[i];
        count++;
    }
    if (!first) return;
    char more[64] = "";
    if (count > 1)
        snprintf(more, sizeof more, ", and %zu more day%s outside", count - 1,
                 count == 2 ? "" : "s");
    check_report(c, "flow_per_person", place_of(c, first), &window,
                 "the flow %s m3/d for %s people is %s L a day each%s",
                 check_show(first->m3_per_day).text, check_show(first->people).text,
                 check_show(1000 * first->m3_per_day / first->people).text, more);
}

doseau_status check_flows(const checking *c)
{
    array days = {.item_size = sizeof(day_flow)};
    doseau_status status = collect(c->study, &days);
    if (!status) settle(&days);
    day_flow *d = days.items;
    for (size_t i = 0, end; !status && i < days.size; i = end) {
        for (end = i; end < days.size && d[end].plant == d[i].plant;) end++;
        status = check_units_of(c, d + i, end - i);
        if (!status) status = check_rain(c, d + i, end - i);
        if (!status) check_per_person(c, d + i, end - i);
    }
    array_free(&days);
    return status;
}
