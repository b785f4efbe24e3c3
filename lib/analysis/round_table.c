/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/round_mean.h"
#include "base/text.h"
#include <doseau/flag.h>
#include <doseau/month_mean.h>
#include <string.h>

const char *doseau_round_kind_name(doseau_round_kind kind)
{
    switch (kind) {
    case DOSEAU_WEEK: return "week";
    case DOSEAU_PERIOD: return "period";
    case DOSEAU_EVENT: return "event";
    }
    return "";
}

const char *doseau_data_name(doseau_data data)
{
    return data == DOSEAU_ALL ? "all" : "unflagged";
}

const char *doseau_level_basis_name(doseau_level_basis basis)
{
    switch (basis) {
    case DOSEAU_LEVEL_BASIS_NONE: return "none";
    case DOSEAU_LEVEL_BORROWED_ONLY: return "borrowed";
    case DOSEAU_LEVEL_PART_BORROWED: return "part_borrowed";
    }
    return "";
}

/* Columns that a row has no content of; where a whole table has none, people need not see it. */
static void put_nothing(doseau_cells *cells, size_t columns)
{
    for (; columns > 0; columns--) {
        doseau_put_empty(cells);
        doseau_quiet_cell(cells);
    }
}

enum { COUNTS = 5, PRINTED = 3 };

static void put_round(doseau_cells *cells, const doseau_rounds *rounds, const doseau_round_mean *r)
{
    size_t n;
    const doseau_round *declared = doseau_study_rounds(rounds->study, &n);
    doseau_put_text(cells, doseau_study_plant_name(rounds->study, r->plant));
    doseau_put_text(cells, doseau_study_substance_name(rounds->study, r->substance));
    doseau_put_text(cells, doseau_study_text_at(rounds->study, declared[r->round].label));
    doseau_put_text(cells, doseau_data_name(r->data));
    if (r->data == DOSEAU_ALL) doseau_quiet_cell(cells);
    doseau_put_text(cells, doseau_round_kind_name(r->kind));
    doseau_put_date(cells, r->first_date);
    doseau_put_date(cells, r->last_date);
    const size_t counts[] = {r->days, r->found, r->detected, r->not_detected, r->missing};
    for (size_t i = 0; i < COUNTS; i++) doseau_put_number(cells, (double)counts[i]);
    doseau_put_text(cells, *r->method ? r->method : NULL);
}

static bool same_figure(doseau_figure a, doseau_figure b)
{
    return a.given == b.given && !(a.value < b.value) && !(a.value > b.value);
}

/* Whether two rows are of a round and differ in nothing but what they are called: no day of it is
 * flagged, and the usual week behind its missing days and the rounds behind its level are the same.
 */
static bool says_the_same(const doseau_round_mean *a, const doseau_round_mean *b)
{
    return a->round == b->round && a->data != b->data && a->days == b->days &&
           a->missing == b->missing && same_figure(a->mean, b->mean) &&
           same_figure(a->bound_lower, b->bound_lower) &&
           same_figure(a->bound_upper, b->bound_upper) &&
           same_figure(a->measurement_rel_u, b->measurement_rel_u) &&
           same_figure(a->level_rel_u, b->level_rel_u);
}

static void put_figures(doseau_cells *cells, const doseau_round_mean *r)
{
    enum { BOUND_LOWER = 5, BOUND_UPPER };
    const doseau_figure figures[] = {r->mean,        r->weekday_mean,     r->weekend_mean,
                                     r->median,      r->geomean,          r->bound_lower,
                                     r->bound_upper, r->measurement_rel_u};
    for (size_t i = 0; i < 8; i++) {
        const bool bound = i == BOUND_LOWER || i == BOUND_UPPER;
        doseau_put_figure(cells, figures[i]);
        if (bound && same_figure(figures[i], r->mean)) doseau_quiet_cell(cells);
    }
    doseau_put_number_if(cells, r->measurement_rel_u.given, r->measurement.lower);
    doseau_put_number_if(cells, r->measurement_rel_u.given, r->measurement.upper);
    doseau_put_figure(cells, r->level_rel_u);
    doseau_put_number_if(cells, r->level_rel_u.given, r->level.lower);
    doseau_put_number_if(cells, r->level_rel_u.given, r->level.upper);
    doseau_put_text(cells, doseau_level_basis_name(r->level_basis));
    doseau_put_text(cells, *r->prior ? r->prior : NULL);
    doseau_put_number_if(cells, r->population_persons > 0, r->population_persons);
}

/* The laboratories of a round, each once, `;` between them. */
static void put_laboratories(doseau_cells *cells, const doseau_rounds *rounds,
                             const doseau_round_mean *r)
{
    size_t n;
    text names = {0};
    const doseau_measurement *m = doseau_study_measurements(rounds->study, &n);
    for (size_t i = r->begin; i < r->end; i++) {
        bool known = m[i].laboratory == DOSEAU_NONE || !round_counts(rounds, r, i);
        for (size_t j = r->begin; j < i && !known; j++)
            known = m[j].laboratory == m[i].laboratory && round_counts(rounds, r, j);
        if (known) continue;
        if (names.size) text_add_string(&names, ";");
        text_add_string(&names, doseau_study_text_at(rounds->study, m[i].laboratory));
    }
    doseau_put_text(cells, names.size ? names.bytes : NULL);
    text_free(&names);
}

/* ---- Means over months, as printed ---- */

/* The day of a month, or the last one that it has. */
static doseau_date day_of_month(const doseau_month_mean *m, int day)
{
    doseau_date date = DOSEAU_NO_DATE;
    while (day > 0 && doseau_date_from_civil((doseau_civil){m->year, m->month, day}, &date)) day--;
    return date;
}

static void put_month(doseau_cells *cells, const doseau_study *study, const doseau_month_mean *m)
{
    enum { MEANS_OF_DAYS = 4, BOUNDS_AND_INTERVALS = 8 };
    doseau_put_text(cells, doseau_study_plant_name(study, m->plant));
    doseau_put_text(cells, doseau_study_substance_name(study, m->substance));
    doseau_put_textf(cells, "%04d-%02d", m->year, m->month);
    doseau_put_text(cells, "printed");
    doseau_put_text(cells, "month");
    doseau_put_date(cells, day_of_month(m, 1));
    doseau_put_date(cells, day_of_month(m, 31));
    put_nothing(cells, COUNTS);
    doseau_put_text(cells, "printed");
    doseau_put_figure(cells, m->mean);
    put_nothing(cells, MEANS_OF_DAYS + BOUNDS_AND_INTERVALS);
    doseau_put_text(cells, doseau_level_basis_name(DOSEAU_LEVEL_BASIS_NONE));
    put_nothing(cells, 3); /* prior, population, laboratory */
    doseau_put_flags(cells,
                     DOSEAU_FLAG_PRINTED_MEAN | (m->caution ? DOSEAU_FLAG_USE_WITH_CAUTION : 0));
    doseau_put_figure(cells, m->lower);
    doseau_put_figure(cells, m->upper);
    doseau_put_figure(cells, m->standard_error);
}

/* ---- The table ---- */

static void fill(const void *source, size_t row, doseau_cells *cells)
{
    const doseau_rounds *rounds = source;
    size_t n;
    const doseau_month_mean *months = doseau_study_month_means(rounds->study, &n);
    if (row >= rounds->list.size) {
        put_month(cells, rounds->study, &months[row - rounds->list.size]);
        return;
    }
    const doseau_round_mean *r = (const doseau_round_mean *)rounds->list.items + row;
    put_round(cells, rounds, r);
    put_figures(cells, r);
    put_laboratories(cells, rounds, r);
    doseau_put_flags(cells, r->flags);
    put_nothing(cells, PRINTED);
    if (r->data == DOSEAU_UNFLAGGED && row > 0 && says_the_same(r, r - 1)) doseau_quiet_row(cells);
}

doseau_table doseau_rounds_table(const doseau_rounds *rounds)
{
    static const char load[] = "mg/d/1000 people";
    static const doseau_column columns[] = {
        {"plant", "", "plant"},
        {"substance", "", "substance"},
        {"round", "", "round"},
        {"data", "", "data"},
        {"kind", "", NULL},
        {"first_date", "", NULL},
        {"last_date", "", NULL},
        {"days", "", NULL},
        {"found", "", NULL},
        {"detected", "", NULL},
        {"not_detected", "", NULL},
        {"missing", "", NULL},
        {"method", "", NULL},
        {"mean_mg_d_1000p", load, "mean"},
        {"weekday_mean_mg_d_1000p", load, NULL},
        {"weekend_mean_mg_d_1000p", load, NULL},
        {"median_mg_d_1000p", load, NULL},
        {"geomean_mg_d_1000p", load, NULL},
        {"bound_lower_mg_d_1000p", load, "at least"},
        {"bound_upper_mg_d_1000p", load, "at most"},
        {"measurement_rel_u", "", NULL},
        {"measurement_lower_mg_d_1000p", load, "round from"},
        {"measurement_upper_mg_d_1000p", load, "round to"},
        {"level_rel_u", "", NULL},
        {"level_lower_mg_d_1000p", load, "level from"},
        {"level_upper_mg_d_1000p", load, "level to"},
        {"level_basis", "", NULL},
        {"prior", "", NULL},
        {"population", "persons", NULL},
        {"laboratory", "", NULL},
        {"flags", "", NULL},
        {"printed_lower_mg_d_1000p", load, "printed from"},
        {"printed_upper_mg_d_1000p", load, "printed to"},
        {"printed_standard_error_mg_d_1000p", load, NULL},
    };
    size_t months;
    doseau_study_month_means(rounds->study, &months);
    return (doseau_table){
        "round", columns, sizeof columns / sizeof *columns, rounds->list.size + months,
        rounds,  fill};
}
