/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "io/sheets.h"
#include <doseau/catchment.h>
#include <doseau/check_rule.h>
#include <doseau/isomer_sums.h>
#include <doseau/number.h>
#include <stdio.h>

#define COUNT(list) (sizeof(list) / sizeof *(list))

static void put_name(doseau_cells *cells, const doseau_study *study, uint32_t name)
{
    const char *words = doseau_study_text_at(study, name);
    doseau_put_text(cells, *words ? words : NULL);
}

static void put_plant(doseau_cells *cells, const doseau_study *study, uint32_t plant)
{
    doseau_put_text(cells, plant == DOSEAU_NONE ? NULL : doseau_study_plant_name(study, plant));
}

/* ---- samples ---- */

static void fill_samples(const void *source, size_t row, doseau_cells *cells)
{
    static const char *const modes[] = {[DOSEAU_MODE_FLOW] = "flow",
                                        [DOSEAU_MODE_VOLUME] = "volume",
                                        [DOSEAU_MODE_TIME] = "time",
                                        [DOSEAU_MODE_GRAB] = "grab"};
    size_t n;
    const doseau_composite *c = doseau_study_composites(source, &n) + row;
    char day[11];
    doseau_date_format(c->date, day);
    put_name(cells, source, c->code);
    put_plant(cells, source, c->plant);
    if (c->start_minute < 0)
        doseau_put_date(cells, c->date);
    else
        doseau_put_textf(cells, "%sT%02d:%02d", day, c->start_minute / 60, c->start_minute % 60);
    doseau_put_number_if(cells, c->hours > 0, c->hours);
    doseau_put_text(cells, modes[c->mode]);
}

doseau_table sheet_samples(const doseau_study *study)
{
    static const doseau_column columns[] = {{"sample", "", NULL},
                                            {"plant", "", NULL},
                                            {"start", "", NULL},
                                            {"hours", "h", NULL},
                                            {"mode", "", NULL}};
    doseau_table table = {"samples", columns, COUNT(columns), 0, study, fill_samples};
    doseau_study_composites(study, &table.n_rows);
    return table;
}

/* ---- flows ---- */

static void fill_flows(const void *source, size_t row, doseau_cells *cells)
{
    size_t n;
    const doseau_flow *f = doseau_study_flows(source, &n) + row;
    put_plant(cells, source, f->plant);
    doseau_put_date(cells, f->date);
    doseau_put_number(cells, f->m3_per_day);
    put_name(cells, source, f->meter);
}

doseau_table sheet_flows(const doseau_study *study)
{
    static const doseau_column columns[] = {{"plant", "", NULL},
                                            {"date", "", NULL},
                                            {"flow_m3_per_day", "m3/d", NULL},
                                            {"meter", "", NULL}};
    doseau_table table = {"flows", columns, COUNT(columns), 0, study, fill_flows};
    doseau_study_flows(study, &table.n_rows);
    return table;
}

/* ---- plants ---- */

static void fill_plants(const void *source, size_t row, doseau_cells *cells)
{
    size_t n;
    const doseau_plant *p = doseau_study_plants(source, &n) + row;
    put_plant(cells, source, p->plant);
    doseau_put_text(cells, doseau_study_text_at(source, p->title)); /* keeps its column */
    put_name(cells, source, p->country);
    doseau_put_number_if(cells, p->population_persons > 0, p->population_persons);
    put_name(cells, source, p->population_basis);
    doseau_put_date(cells, p->from);
    doseau_put_date(cells, p->until);
}

doseau_table sheet_plants(const doseau_study *study)
{
    static const doseau_column columns[] = {{"plant", "", NULL},
                                            {"name", "", NULL},
                                            {"country", "", NULL},
                                            {"population", "persons", NULL},
                                            {"population_basis", "", NULL},
                                            {"from", "", NULL},
                                            {"until", "", NULL}};
    doseau_table table = {"plants", columns, COUNT(columns), 0, study, fill_plants};
    doseau_study_plants(study, &table.n_rows);
    return table;
}

/* ---- catchment ---- */

static void fill_catchment(const void *source, size_t row, doseau_cells *cells)
{
    size_t n;
    const doseau_catchment *c = doseau_study_catchments(source, &n) + row;
    put_plant(cells, source, c->plant);
    put_name(cells, source, c->kind);
    put_name(cells, source, c->code);
    put_name(cells, source, c->name);
    doseau_put_figure(cells, c->share_percent);
    doseau_put_figure(cells, c->people);
    doseau_put_date(cells, c->from);
    doseau_put_date(cells, c->until);
    put_name(cells, source, c->note);
}

doseau_table sheet_catchment(const doseau_study *study)
{
    static const doseau_column columns[] = {
        {"plant", "", NULL},       {"region_kind", "", NULL},    {"region_code", "", NULL},
        {"region_name", "", NULL}, {"share_percent", "%", NULL}, {"people", "persons", NULL},
        {"from", "", NULL},        {"until", "", NULL},          {"note", "", NULL}};
    doseau_table table = {"catchment", columns, COUNT(columns), 0, study, fill_catchment};
    doseau_study_catchments(study, &table.n_rows);
    return table;
}

/* ---- rounds ---- */

static void fill_rounds(const void *source, size_t row, doseau_cells *cells)
{
    size_t n;
    const doseau_round *r = doseau_study_rounds(source, &n) + row;
    put_name(cells, source, r->label);
    doseau_put_date(cells, r->first);
    doseau_put_date(cells, r->last);
    doseau_put_text(cells, r->event ? "event" : "regular");
    put_name(cells, source, r->note);
}

doseau_table sheet_rounds(const doseau_study *study)
{
    static const doseau_column columns[] = {{"round", "", NULL},
                                            {"first", "", NULL},
                                            {"last", "", NULL},
                                            {"kind", "", NULL},
                                            {"note", "", NULL}};
    size_t n;
    const doseau_round *r = doseau_study_rounds(study, &n);
    /* Either all rounds are declared or none is. */
    return (doseau_table){"rounds", columns,    COUNT(columns), n && r->declared ? n : 0,
                          study,    fill_rounds};
}

/* ---- days ---- */

static void fill_days(const void *source, size_t row, doseau_cells *cells)
{
    size_t n;
    const doseau_event *e = doseau_study_events(source, &n) + row;
    put_plant(cells, source, e->plant);
    doseau_put_date(cells, e->date);
    put_name(cells, source, e->event);
    put_name(cells, source, e->note);
}

doseau_table sheet_days(const doseau_study *study)
{
    static const doseau_column columns[] = {
        {"plant", "", NULL}, {"date", "", NULL}, {"event", "", NULL}, {"note", "", NULL}};
    doseau_table table = {"days", columns, COUNT(columns), 0, study, fill_days};
    doseau_study_events(study, &table.n_rows);
    return table;
}

/* ---- budget ---- */

static void fill_budget(const void *source, size_t row, doseau_cells *cells)
{
    size_t n;
    const doseau_component *c = doseau_study_budget(source, &n) + row;
    doseau_put_text(cells, c->name);
    doseau_put_text(cells, doseau_study_scope_name(source, c));
    doseau_put_number(cells, c->rel_u);
    doseau_put_text(cells, c->substance == DOSEAU_NONE
                               ? NULL
                               : doseau_study_substance_name(source, c->substance));
    put_plant(cells, source, c->plant);
    doseau_put_number_if(cells, c->rel_u_at_loq > 0, c->rel_u_at_loq);
}

doseau_table sheet_budget(const doseau_study *study)
{
    static const doseau_column columns[] = {{"component", "", NULL}, {"scope", "", NULL},
                                            {"rel_u", "", NULL},     {"substance", "", NULL},
                                            {"plant", "", NULL},     {"rel_u_at_loq", "", NULL}};
    size_t n, n_defaults;
    const bool own = doseau_study_budget(study, &n) != doseau_budget_defaults(&n_defaults);
    return (doseau_table){"budget", columns, COUNT(columns), own ? n : 0, study, fill_budget};
}

/* ---- priors ---- */

static void put_spread(doseau_cells *cells, doseau_spread spread)
{
    doseau_put_number_if(cells, spread.s0 > 0, spread.s0);
    doseau_put_number_if(cells, spread.s0 > 0, spread.d0);
}

static void fill_priors(const void *source, size_t row, doseau_cells *cells)
{
    size_t n;
    const doseau_own_prior *p = doseau_study_priors(source, &n) + row;
    doseau_put_text(cells, doseau_study_substance_name(source, p->substance));
    put_spread(cells, p->year);
    put_spread(cells, p->day);
    put_spread(cells, p->week_day);
    doseau_put_number_if(cells, p->day_sd > 0, p->day_sd);
    doseau_put_number_if(cells, p->nugget > 0, p->nugget);
    doseau_put_number_if(cells, p->walk > 0, p->walk);
}

doseau_table sheet_priors(const doseau_study *study)
{
    static const doseau_column columns[] = {{"substance", "", NULL},   {"s0", "", NULL},
                                            {"d0", "", NULL},          {"day_s0", "", NULL},
                                            {"day_d0", "", NULL},      {"week_day_s0", "", NULL},
                                            {"week_day_d0", "", NULL}, {"day_sd", "", NULL},
                                            {"nugget", "", NULL},      {"walk", "", NULL}};
    doseau_table table = {"priors", columns, COUNT(columns), 0, study, fill_priors};
    doseau_study_priors(study, &table.n_rows);
    return table;
}

/* ---- bridging ---- */

static void fill_bridging(const void *source, size_t row, doseau_cells *cells)
{
    size_t n;
    const doseau_bridging *b = doseau_study_bridging(source, &n) + row;
    put_name(cells, source, b->sample);
    doseau_put_text(cells, doseau_study_substance_name(source, b->substance));
    put_name(cells, source, b->laboratory);
    doseau_put_number(cells, b->concentration_ng_per_l);
    put_name(cells, source, b->replicate);
}

doseau_table sheet_bridging(const doseau_study *study)
{
    static const doseau_column columns[] = {{"bridging_sample", "", NULL},
                                            {"substance", "", NULL},
                                            {"laboratory", "", NULL},
                                            {"concentration_ng_per_l", "ng/L", NULL},
                                            {"replicate", "", NULL}};
    doseau_table table = {"bridging", columns, COUNT(columns), 0, study, fill_bridging};
    doseau_study_bridging(study, &table.n_rows);
    return table;
}

/* ---- checks ---- */

static void fill_checks(const void *source, size_t row, doseau_cells *cells)
{
    size_t n;
    const doseau_check_window *w = doseau_study_windows(source, &n) + row;
    doseau_put_text(cells, w->rule->code);
    doseau_put_figure(cells, w->lower);
    doseau_put_figure(cells, w->upper);
    doseau_put_text(cells, doseau_study_window_unit(source, w->rule));
    doseau_put_text(cells, w->substance == DOSEAU_NONE
                               ? NULL
                               : doseau_study_substance_name(source, w->substance));
    put_name(cells, source, w->laboratory);
}

doseau_table sheet_checks(const doseau_study *study)
{
    static const doseau_column columns[] = {{"rule", "", NULL},      {"lower", "", NULL},
                                            {"upper", "", NULL},     {"unit", "", NULL},
                                            {"substance", "", NULL}, {"laboratory", "", NULL}};
    doseau_table table = {"checks", columns, COUNT(columns), 0, study, fill_checks};
    doseau_study_windows(study, &table.n_rows);
    return table;
}

/* ---- sums ---- */

static void fill_sums(const void *source, size_t row, doseau_cells *cells)
{
    size_t n;
    const doseau_sum_part *p = doseau_study_sum_parts(source, &n) + row;
    put_name(cells, source, p->sum);
    put_name(cells, source, p->part);
}

doseau_table sheet_sums(const doseau_study *study)
{
    static const doseau_column columns[] = {{"sum", "", NULL}, {"part", "", NULL}};
    doseau_table table = {"sums", columns, COUNT(columns), 0, study, fill_sums};
    doseau_study_sum_parts(study, &table.n_rows);
    return table;
}
