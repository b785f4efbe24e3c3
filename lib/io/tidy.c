/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "io/compact.h"
#include "io/composite_index.h"
#include <doseau/number.h>
#include <doseau/write.h>
#include <stdlib.h>

/* One row a result with all that was joined to it. Columns that the readers know have the names
 * that they know, so that the table is a measurements file as well; the others have names that they
 * do not. */

struct doseau_tidy {
    const doseau_study *study;
    composite_index by_code;
    doseau_table whole;
    compact made;
};

static void put_name(doseau_cells *cells, const doseau_study *study, uint32_t name)
{
    const char *words = doseau_study_text_at(study, name);
    doseau_put_text(cells, *words ? words : NULL);
}

static void put_place(doseau_cells *cells, const doseau_study *study, const doseau_measurement *m)
{
    size_t n;
    const doseau_round *round = doseau_study_rounds(study, &n) + m->round;
    doseau_put_text(cells, doseau_study_plant_name(study, m->plant));
    doseau_put_date(cells, m->date);
    doseau_put_text(cells, doseau_weekday_name(m->weekday));
    put_name(cells, study, round->label);
    put_name(cells, study, m->composite);
    doseau_put_text(cells, doseau_study_substance_name(study, m->substance));
}

/* A number alone: what was found, or the limit below which nothing was. */
static void put_number(doseau_cells *cells, const doseau_measurement *m, doseau_quantity quantity)
{
    const doseau_sample *value = &m->value;
    const bool found = value->state == DOSEAU_FOUND;
    const bool below = value->state == DOSEAU_NOT_DETECTED && value->bounded;
    doseau_put_number_if(cells, m->quantity == quantity && (found || below),
                         found ? value->lower : value->upper);
}

static void put_state(doseau_cells *cells, const doseau_sample *value)
{
    static const char *const states[] = {[DOSEAU_FOUND] = "found",
                                         [DOSEAU_DETECTED] = "detected",
                                         [DOSEAU_NOT_DETECTED] = "not_detected",
                                         [DOSEAU_MISSING] = "missing"};
    const bool below = value->state == DOSEAU_NOT_DETECTED;
    doseau_put_text(cells, below                             ? value->bounded ? "<" : "ND"
                           : value->state == DOSEAU_DETECTED ? "trace"
                                                             : NULL);
    doseau_put_text(cells, states[value->state]);
}

static void put_limits(doseau_cells *cells, const doseau_measurement *m, doseau_quantity quantity)
{
    const bool this = m->quantity == quantity;
    doseau_put_number_if(cells, this && m->lod > 0, m->lod);
    doseau_put_number_if(cells, this && m->loq > 0, m->loq);
}

static const doseau_column columns[] = {
    {"plant", "", NULL},
    {"date", "", NULL},
    {"weekday", "", NULL},
    {"round", "", NULL},
    {"laboratory_sample", "", NULL},
    {"substance", "", NULL},
    {"concentration_ng_per_l", "ng/L", NULL},
    {"load_mg_d_1000p", "mg/d/1000 people", NULL},
    {"qualifier", "", NULL},
    {"state", "", NULL},
    {"lod_ng_per_l", "ng/L", NULL},
    {"loq_ng_per_l", "ng/L", NULL},
    {"lod_mg_d_1000p", "mg/d/1000 people", NULL},
    {"loq_mg_d_1000p", "mg/d/1000 people", NULL},
    {"flow_m3_per_day", "m3/d", NULL},
    {"meter", "", NULL},
    {"population", "persons", NULL},
    {"population_basis", "", NULL},
    {"laboratory", "", NULL},
    {"batch", "", NULL},
    {"replicate", "", NULL},
    {"enantiomeric_fraction", "", NULL},
    {"composite_hours", "h", NULL},
    {"composite_mode", "", NULL},
    {"day_told", "", NULL},
    {"source_file", "", NULL},
    {"source_line", "", NULL},
};

static void put_composite(doseau_cells *cells, const doseau_tidy *t, const doseau_measurement *m)
{
    static const char *const modes[] = {[DOSEAU_MODE_FLOW] = "flow",
                                        [DOSEAU_MODE_VOLUME] = "volume",
                                        [DOSEAU_MODE_TIME] = "time",
                                        [DOSEAU_MODE_GRAB] = "grab"};
    const doseau_composite *c = composite_index_find(&t->by_code, m->composite);
    doseau_put_number_if(cells, c && c->hours > 0, c ? c->hours : 0);
    doseau_put_text(cells, c ? modes[c->mode] : NULL);
}

static void fill(const void *source, size_t row, doseau_cells *cells)
{
    const doseau_tidy *tidy = source;
    const doseau_study *study = tidy->study;
    size_t n;
    const doseau_measurement *m = doseau_study_measurements(study, &n) + row;
    const doseau_place place = doseau_study_place(study, m->origin, NULL);
    put_place(cells, study, m);
    put_number(cells, m, DOSEAU_IS_CONCENTRATION);
    put_number(cells, m, DOSEAU_IS_LOAD);
    put_state(cells, &m->value);
    put_limits(cells, m, DOSEAU_IS_CONCENTRATION);
    put_limits(cells, m, DOSEAU_IS_LOAD);
    doseau_put_number_if(cells, m->flow_m3_per_day > 0, m->flow_m3_per_day);
    put_name(cells, study, m->meter);
    doseau_put_number_if(cells, m->population_persons > 0, m->population_persons);
    put_name(cells, study, m->population_basis);
    put_name(cells, study, m->laboratory);
    put_name(cells, study, m->batch);
    put_name(cells, study, m->replicate);
    doseau_put_figure(cells, m->enantiomeric_fraction);
    put_composite(cells, tidy, m);
    doseau_put_text(cells, doseau_study_flagged(study, m->plant, m->date) ? "yes" : NULL);
    doseau_put_text(cells, place.file);
    doseau_put_number_if(cells, place.line > 0, (double)place.line);
}

doseau_status doseau_tidy_new(const doseau_study *study, doseau_tidy **tidy, doseau_error *error)
{
    doseau_tidy *t = calloc(1, sizeof *t);
    if (!t) return doseau_error_set(error, DOSEAU_ENOMEM, "out of memory");
    t->study = study;
    t->whole = (doseau_table){"tidy", columns, sizeof columns / sizeof *columns, 0, t, fill};
    doseau_study_measurements(study, &t->whole.n_rows);
    if (composite_index_make(study, &t->by_code) || compact_make(&t->whole, &t->made)) {
        composite_index_free(&t->by_code);
        free(t);
        return doseau_error_set(error, DOSEAU_ENOMEM, "out of memory");
    }
    *tidy = t;
    return DOSEAU_OK;
}

void doseau_tidy_free(doseau_tidy *tidy)
{
    if (!tidy) return;
    compact_free(&tidy->made);
    composite_index_free(&tidy->by_code);
    free(tidy);
}

doseau_table doseau_tidy_table(const doseau_tidy *tidy)
{
    return compact_table(&tidy->made);
}
