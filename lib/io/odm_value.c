/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "io/odm_value.h"
#include "io/odm_name.h"
#include <doseau/number.h>

static double limit_of(const doseau_measurement *m)
{
    return m->lod > 0 ? m->lod : m->loq;
}

/* Whether a number beside a flag would be taken for something else: readers see the limit of the
 * result in it, and nothing in a 1 without limits. */
static bool needs_sign(const doseau_measurement *m)
{
    const double limit = limit_of(m), most = m->value.upper;
    if (m->value.state != DOSEAU_NOT_DETECTED || !m->value.bounded) return false;
    return limit > 0 ? most < limit || most > limit : !(most > 1);
}

void odm_put_value(doseau_cells *cells, const doseau_measurement *m, bool placeholder)
{
    const doseau_sample *value = &m->value;
    char number[DOSEAU_NUMBER_SIZE];
    const double limit = limit_of(m);
    if (value->state == DOSEAU_MISSING) {
        doseau_put_text(cells, "nr");
    } else if (value->state == DOSEAU_FOUND) {
        doseau_put_number(cells, value->lower);
    } else if (needs_sign(m)) {
        doseau_number_format(value->upper, number);
        doseau_put_textf(cells, "<%s", number);
    } else if (value->state == DOSEAU_NOT_DETECTED && value->bounded) {
        doseau_put_number(cells, value->upper);
    } else if (placeholder) {
        doseau_put_number(cells, limit > 0 ? limit : 1);
    } else {
        doseau_put_text(cells, ""); /* keeps its column */
    }
}

const char *odm_flag_word(const doseau_measurement *m)
{
    if (m->value.state == DOSEAU_DETECTED) return "flagUQ";
    if (m->value.state != DOSEAU_NOT_DETECTED || needs_sign(m)) return NULL;
    return m->value.bounded && m->lod > 0 ? "beLOD" : "flagND";
}

static bool is_empty(const char *name)
{
    return *name && odm_is_missing(name);
}

const char *odm_empty_name(const doseau_study *study)
{
    size_t n;
    const doseau_measurement *m = doseau_study_measurements(study, &n);
    for (size_t i = 0; i < n; i++) {
        const uint32_t names[] = {m[i].composite, m[i].laboratory, m[i].batch, m[i].replicate};
        const char *plant = doseau_study_plant_name(study, m[i].plant);
        if (is_empty(plant)) return plant;
        for (size_t k = 0; k < sizeof names / sizeof *names; k++)
            if (is_empty(doseau_study_text_at(study, names[k])))
                return doseau_study_text_at(study, names[k]);
    }
    return NULL;
}

void odm_put_name(doseau_cells *cells, const doseau_study *study, uint32_t name)
{
    const char *words = doseau_study_text_at(study, name);
    doseau_put_text(cells, *words ? words : NULL);
}

void odm_put_start(doseau_cells *cells, doseau_date date, const doseau_composite *c)
{
    char day[11];
    doseau_date_format(date, day);
    if (!c || c->start_minute < 0)
        doseau_put_date(cells, date);
    else
        doseau_put_textf(cells, "%sT%02d:%02d", day, c->start_minute / 60, c->start_minute % 60);
}
