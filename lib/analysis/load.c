/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/load_copy.h"
#include "analysis/load_marks.h"
#include "base/text.h"
#include "stats/interval.h"
#include <doseau/flag.h>
#include <doseau/isomer_sums.h>
#include <doseau/load.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

struct doseau_loads {
    const doseau_study *study;
    doseau_load *all;
    size_t n;
};

void doseau_load_defaults(doseau_load_options *options)
{
    *options = (doseau_load_options){.alpha = .05};
}

static double rel_u_of_day(const doseau_study *study, const doseau_measurement *m)
{
    size_t n;
    double variance = 0;
    doseau_study_budget(study, &n);
    for (size_t i = 0; i < n; i++) {
        const double u = doseau_measurement_rel_u(study, m, i);
        variance += u * u;
    }
    return sqrt(variance);
}

static doseau_flags flags_of(const doseau_study *study, const doseau_measurement *m)
{
    doseau_flags flags = 0;
    size_t n;
    const doseau_round *rounds = doseau_study_rounds(study, &n);
    if (m->quantity == DOSEAU_IS_LOAD) flags |= DOSEAU_FLAG_PUBLISHED_LOAD;
    if (m->value.state != DOSEAU_MISSING && !m->value.bounded) flags |= DOSEAU_FLAG_UNKNOWN_LIMIT;
    if (m->mode == DOSEAU_MODE_GRAB) flags |= DOSEAU_FLAG_GRAB_SAMPLE;
    if (m->hours > 0 && (m->hours < 23 || m->hours > 25)) flags |= DOSEAU_FLAG_NOT_24_HOURS;
    if (doseau_study_flagged(study, m->plant, m->date)) flags |= DOSEAU_FLAG_FLAGGED_DAY;
    if (m->formed) flags |= DOSEAU_FLAG_FORMED_SUM;
    if (m->corrected) flags |= DOSEAU_FLAG_CORRECTED;
    if (m->round < n && rounds[m->round].event) flags |= DOSEAU_FLAG_EVENT;
    return flags;
}

static doseau_status compute(const doseau_study *study, const doseau_measurement *m, double z,
                             doseau_load *load)
{
    doseau_load found = {
        .value = m->value, .rel_u = rel_u_of_day(study, m), .flags = flags_of(study, m)};
    doseau_status status = DOSEAU_OK;
    if (m->quantity == DOSEAU_IS_CONCENTRATION && m->value.state != DOSEAU_MISSING)
        status =
            doseau_sample_scale(m->value, m->flow_m3_per_day, m->population_persons, &found.value);
    if (!status && found.value.state == DOSEAU_FOUND) {
        status = stats_lognormal_interval(found.value.lower, found.rel_u, z, &found.interval);
        found.mass_g_per_day = m->quantity == DOSEAU_IS_CONCENTRATION
                                   ? m->value.lower * m->flow_m3_per_day / 1e6
                                   : found.value.lower * m->population_persons / 1e6;
        if (!isfinite(found.mass_g_per_day)) status = DOSEAU_EDOMAIN;
    }
    if (!status) *load = found;
    return status;
}

static doseau_status z_of(const doseau_load_options *options, double *z)
{
    doseau_load_options defaults;
    doseau_load_defaults(&defaults);
    return stats_interval_z(options ? options->alpha : defaults.alpha, z);
}

doseau_status doseau_load_compute(const doseau_study *study, const doseau_measurement *m,
                                  const doseau_load_options *options, doseau_load *load)
{
    double z;
    const doseau_status status = z_of(options, &z);
    return status ? status : compute(study, m, z, load);
}

static doseau_status compute_all(const doseau_study *study, double z, doseau_load all[],
                                 doseau_error *error)
{
    size_t n;
    const doseau_measurement *m = doseau_study_measurements(study, &n);
    for (size_t i = 0; i < n; i++) {
        const doseau_status status = compute(study, &m[i], z, &all[i]);
        if (status)
            return doseau_error_at(error, status, doseau_study_place(study, m[i].origin, NULL),
                                   "the load is no number above 0 that can be held");
    }
    return DOSEAU_OK;
}

doseau_status doseau_loads_new(const doseau_study *study, const doseau_load_options *options,
                               doseau_loads **loads, doseau_error *error)
{
    size_t n;
    double z;
    doseau_status status = z_of(options, &z);
    if (status)
        return doseau_error_set(error, status, "%s",
                                status == DOSEAU_EDOMAIN
                                    ? "alpha must lie between 0 and 1, both excluded"
                                    : doseau_strstatus(status));
    doseau_study_measurements(study, &n);
    doseau_loads *made = malloc(sizeof *made);
    doseau_load *all = calloc(n + 1, sizeof *all);
    if (made && all)
        status = compute_all(study, z, all, error);
    else
        status = doseau_error_set(error, DOSEAU_ENOMEM, "out of memory");
    if (status) {
        free(made);
        free(all);
        return status;
    }
    *made = (doseau_loads){study, all, n};
    *loads = made;
    return DOSEAU_OK;
}

void doseau_loads_free(doseau_loads *loads)
{
    if (!loads) return;
    free(loads->all);
    free(loads);
}

doseau_status load_copy(const doseau_loads *loads, doseau_loads **copy, doseau_load **items)
{
    doseau_loads *made = malloc(sizeof *made);
    doseau_load *all = calloc(loads->n + 1, sizeof *all);
    if (!made || !all) {
        free(made);
        free(all);
        return DOSEAU_ENOMEM;
    }
    memcpy(all, loads->all, loads->n * sizeof *all);
    *made = (doseau_loads){loads->study, all, loads->n};
    *copy = made;
    *items = all;
    return DOSEAU_OK;
}

const doseau_load *doseau_loads_all(const doseau_loads *loads, size_t *n)
{
    *n = loads->n;
    return loads->all;
}

void load_marks_add(doseau_loads *loads, const doseau_flags flags[])
{
    for (size_t i = 0; i < loads->n; i++) loads->all[i].flags |= flags[i];
}

static void put_place(doseau_cells *cells, const doseau_study *study, const doseau_measurement *m)
{
    size_t n;
    const doseau_round *rounds = doseau_study_rounds(study, &n);
    doseau_put_text(cells, doseau_study_plant_name(study, m->plant));
    doseau_put_text(cells, doseau_study_substance_name(study, m->substance));
    doseau_put_text(cells,
                    m->round < n ? doseau_study_text_at(study, rounds[m->round].label) : NULL);
    if (m->date != DOSEAU_NO_DATE) doseau_quiet_cell(cells);
    doseau_put_date(cells, m->date);
    doseau_put_text(cells, doseau_weekday_name(m->weekday));
}

static void put_result(doseau_cells *cells, const doseau_load *load)
{
    const doseau_sample *v = &load->value;
    const bool found = v->state == DOSEAU_FOUND, known = v->state != DOSEAU_MISSING;
    doseau_put_text(cells, doseau_state_name(v->state));
    if (known) doseau_quiet_cell(cells); /* the numbers beside it say it */
    doseau_put_number_if(cells, found, v->lower);
    doseau_put_number_if(cells, known, v->lower);
    if (found) doseau_quiet_cell(cells);
    doseau_put_number_if(cells, known && v->bounded, v->upper);
    if (found) doseau_quiet_cell(cells);
    doseau_put_number_if(cells, known, load->rel_u);
    doseau_put_number_if(cells, found, load->interval.lower);
    doseau_put_number_if(cells, found, load->interval.upper);
    doseau_put_number_if(cells, load->mass_g_per_day > 0, load->mass_g_per_day);
}

static void put_texts(doseau_cells *cells, const doseau_study *study, const uint32_t texts[],
                      size_t n)
{
    for (size_t i = 0; i < n; i++) {
        const char *words = doseau_study_text_at(study, texts[i]);
        doseau_put_text(cells, *words ? words : NULL);
    }
}

static void put_inputs(doseau_cells *cells, const doseau_study *study, const doseau_measurement *m)
{
    const bool concentration = m->quantity == DOSEAU_IS_CONCENTRATION;
    doseau_put_number_if(cells, concentration && m->value.state == DOSEAU_FOUND, m->value.lower);
    doseau_put_number_if(cells, concentration && m->lod > 0, m->lod);
    doseau_put_number_if(cells, concentration && m->loq > 0, m->loq);
    doseau_put_number_if(cells, m->flow_m3_per_day > 0, m->flow_m3_per_day);
    doseau_put_number_if(cells, m->population_persons > 0, m->population_persons);
    put_texts(cells, study, (const uint32_t[]){m->population_basis, m->laboratory, m->batch}, 3);
}

/* FILE:LINE; of a formed sum those of its parts, `;` between. */
static void put_source(doseau_cells *cells, const doseau_study *study, const doseau_measurement *m)
{
    size_t n;
    text all = {0};
    const doseau_measurement *parts = doseau_formed_parts(study, m, &n, NULL);
    for (size_t i = 0; i < (n ? n : 1); i++) {
        const doseau_place place = doseau_study_place(study, n ? parts[i].origin : m->origin, NULL);
        if (place.file) text_addf(&all, "%s%s:%zu", i ? ";" : "", place.file, place.line);
    }
    doseau_put_text(cells, all.bytes);
    text_free(&all);
}

static void fill(const void *source, size_t row, doseau_cells *cells)
{
    const doseau_loads *loads = source;
    size_t n;
    const doseau_measurement *m = doseau_study_measurements(loads->study, &n) + row;
    put_place(cells, loads->study, m);
    put_result(cells, &loads->all[row]);
    put_inputs(cells, loads->study, m);
    put_source(cells, loads->study, m);
    doseau_put_flags(cells, loads->all[row].flags);
    put_texts(cells, loads->study, (const uint32_t[]){m->replicate, m->composite}, 2);
}

doseau_table doseau_loads_table(const doseau_loads *loads)
{
    static const char load[] = "mg/d/1000 people";
    static const doseau_column columns[] = {
        {"plant", "", "plant"},
        {"substance", "", "substance"},
        {"round", "", "round"},
        {"date", "", "date"},
        {"weekday", "", "day"},
        {"state", "", "state"},
        {"load_mg_d_1000p", load, "load"},
        {"bound_lower_mg_d_1000p", load, "at least"},
        {"bound_upper_mg_d_1000p", load, "at most"},
        {"rel_u", "", NULL},
        {"interval_lower_mg_d_1000p", load, "from"},
        {"interval_upper_mg_d_1000p", load, "to"},
        {"mass_g_d", "g/d", NULL},
        {"concentration_ng_l", "ng/L", NULL},
        {"lod_ng_l", "ng/L", NULL},
        {"loq_ng_l", "ng/L", NULL},
        {"flow_m3_d", "m3/d", NULL},
        {"population", "persons", NULL},
        {"population_basis", "", NULL},
        {"laboratory", "", NULL},
        {"batch", "", NULL},
        {"source", "", NULL},
        {"flags", "", "flags"},
        {"replicate", "", NULL},
        {"sample", "", NULL},
    };
    return (doseau_table){"load", columns, sizeof columns / sizeof *columns, loads->n, loads, fill};
}
