/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/round_mean.h"
#include <doseau/city_weeks.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

typedef struct city_week {
    int year;
    const char *drug, *site, *country, *city;
    doseau_sample days[7];
    doseau_figure points[7]; /* 0 below a limit */
    doseau_figure weekday_mean, weekend_mean, mean;
    doseau_origin origin;
} city_week;

struct doseau_city_weeks {
    array list; /* city_week */
};

static void note_site(const doseau_study *study, uint32_t plant, city_week *week)
{
    size_t n;
    const doseau_plant *p = doseau_study_plants(study, &n);
    week->site = doseau_study_plant_name(study, plant);
    week->city = week->country = "";
    for (size_t i = 0; i < n; i++) {
        if (p[i].plant != plant) continue;
        week->city = doseau_study_text_at(study, p[i].title);
        week->country = doseau_study_text_at(study, p[i].country);
        return;
    }
}

/* Why a round has no place in the table; NULL: it has one. */
static const char *obstacle(const doseau_rounds *rounds, const doseau_round_mean *r)
{
    const char *substance = doseau_study_substance_name(rounds->study, r->substance);
    if (strcmp(substance, "cocaine") == 0)
        return "the European table has no place for parent cocaine: its cocaine is benzoylecgonine";
    if (r->kind != DOSEAU_WEEK) return "the round is no week: the European table has weeks only";
    if (round_year(rounds, r) == 0) return "the round has no date, and its label is no year";
    return NULL;
}

static doseau_status add_week(const doseau_rounds *rounds, const doseau_round_mean *r,
                              doseau_city_weeks *weeks, doseau_error *error)
{
    size_t n;
    const doseau_measurement *m = doseau_study_measurements(rounds->study, &n) + r->begin;
    const char *why_not = obstacle(rounds, r);
    if (why_not)
        return doseau_error_at(error, DOSEAU_EDATA,
                               doseau_study_place(rounds->study, m->origin, NULL), "%s", why_not);
    city_week week = {
        .year = round_year(rounds, r),
        .drug = doseau_euda_drug(doseau_study_substance_name(rounds->study, r->substance)),
        .weekday_mean = r->weekday_mean,
        .weekend_mean = r->weekend_mean,
        .mean = r->mean,
        .origin = m->origin};
    note_site(rounds->study, r->plant, &week);
    doseau_status status = doseau_round_weekdays(rounds, r, week.days, week.points);
    if (!status) status = array_add(&weeks->list, &week);
    return status ? doseau_error_set(error, status, "out of memory") : DOSEAU_OK;
}

static int compare_keys(const city_week *a, const city_week *b)
{
    if (a->year != b->year) return a->year > b->year ? -1 : 1;
    const int order = strcmp(a->drug, b->drug);
    return order ? order : strcmp(a->site, b->site);
}

static int compare_weeks(const void *left, const void *right)
{
    const city_week *a = left, *b = right;
    const int order = compare_keys(a, b);
    if (order) return order;
    return (a->origin.line > b->origin.line) - (a->origin.line < b->origin.line);
}

static doseau_status check_years(const doseau_study *study, const doseau_city_weeks *weeks,
                                 doseau_error *error)
{
    const city_week *w = weeks->list.items;
    for (size_t i = 1; i < weeks->list.size; i++)
        if (compare_keys(&w[i - 1], &w[i]) == 0)
            return doseau_error_at(
                error, DOSEAU_EDATA, doseau_study_place(study, w[i].origin, NULL),
                "two rounds of %s at %s in %d: the European table has one a year", w[i].drug,
                w[i].site, w[i].year);
    return DOSEAU_OK;
}

static doseau_status arrange(const doseau_rounds *rounds, doseau_city_weeks *weeks,
                             doseau_error *error)
{
    size_t n;
    const doseau_round_mean *r = doseau_rounds_all(rounds, &n);
    doseau_status status = DOSEAU_OK;
    for (size_t i = 0; !status && i < n; i++)
        if (r[i].data == DOSEAU_ALL) status = add_week(rounds, &r[i], weeks, error);
    if (status) return status;
    if (weeks->list.size)
        qsort(weeks->list.items, weeks->list.size, sizeof(city_week), compare_weeks);
    return check_years(rounds->study, weeks, error);
}

doseau_status doseau_city_weeks_new(const doseau_study *study, doseau_city_weeks **weeks,
                                    doseau_error *error)
{
    doseau_loads *loads = NULL;
    doseau_rounds *rounds = NULL;
    doseau_round_options options;
    doseau_round_defaults(&options);
    options.convention = DOSEAU_EUDA;
    doseau_city_weeks *made = calloc(1, sizeof *made);
    if (!made) return doseau_error_set(error, DOSEAU_ENOMEM, "out of memory");
    made->list.item_size = sizeof(city_week);
    doseau_status status = doseau_loads_new(study, NULL, &loads, error);
    if (!status) status = doseau_rounds_new(study, loads, &options, &rounds, error);
    if (!status) status = arrange(rounds, made, error);
    doseau_rounds_free(rounds);
    doseau_loads_free(loads);
    if (status)
        doseau_city_weeks_free(made);
    else
        *weeks = made;
    return status;
}

void doseau_city_weeks_free(doseau_city_weeks *weeks)
{
    if (!weeks) return;
    array_free(&weeks->list);
    free(weeks);
}

size_t doseau_city_weeks_zeros(const doseau_city_weeks *weeks)
{
    size_t n = 0;
    const city_week *w = weeks->list.items;
    for (size_t i = 0; i < weeks->list.size; i++)
        for (size_t day = 0; day < 7; day++)
            n += w[i].points[day].given && !(w[i].points[day].value > 0);
    return n;
}

static void put_mean(doseau_cells *cells, doseau_figure mean)
{
    doseau_put_number_if(cells, mean.given, round(mean.value * 100) / 100);
}

static void fill(const void *source, size_t row, doseau_cells *cells)
{
    static const doseau_weekday order[] = {DOSEAU_WEDNESDAY, DOSEAU_THURSDAY, DOSEAU_FRIDAY,
                                           DOSEAU_SATURDAY,  DOSEAU_SUNDAY,   DOSEAU_MONDAY,
                                           DOSEAU_TUESDAY};
    const doseau_city_weeks *weeks = source;
    const city_week *w = (const city_week *)weeks->list.items + row;
    doseau_put_number(cells, w->year);
    doseau_put_text(cells, w->drug);
    doseau_put_text(cells, w->site);
    doseau_put_text(cells, *w->country ? w->country : NULL);
    doseau_put_text(cells, *w->city ? w->city : NULL);
    for (size_t i = 0; i < 7; i++) doseau_put_figure(cells, w->points[order[i]]);
    put_mean(cells, w->weekday_mean);
    put_mean(cells, w->weekend_mean);
    put_mean(cells, w->mean);
}

doseau_table doseau_city_weeks_table(const doseau_city_weeks *weeks)
{
    static const char load[] = "mg/d/1000 people";
    static const doseau_column columns[] = {
        {"Year", "", "Year"},         {"Metabolite", "", "Metabolite"},
        {"Site ID", "", "Site ID"},   {"Country", "", NULL},
        {"City", "", "City"},         {"Wednesday", load, "Wed"},
        {"Thursday", load, "Thu"},    {"Friday", load, "Fri"},
        {"Saturday", load, "Sat"},    {"Sunday", load, "Sun"},
        {"Monday", load, "Mon"},      {"Tuesday", load, "Tue"},
        {"Weekday mean", load, NULL}, {"Weekend mean", load, NULL},
        {"Daily mean", load, "mean"},
    };
    return (doseau_table){"european",       columns, sizeof columns / sizeof *columns,
                          weeks->list.size, weeks,   fill};
}
