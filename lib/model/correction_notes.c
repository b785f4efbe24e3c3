/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/study_data.h"
#include <doseau/correction.h>
#include <doseau/month_mean.h>
#include <stdlib.h>
#include <string.h>

/* What the facts of one row are of, as far as they agree. */
typedef struct subject {
    bool any;
    uint32_t plant, substance; /* DOSEAU_NONE: of several, or not told */
    doseau_date day;           /* DOSEAU_NO_DATE: likewise */
} subject;

static void add(subject *s, uint32_t plant, uint32_t substance, doseau_date day)
{
    if (!s->any) *s = (subject){true, plant, substance, day};
    if (s->plant != plant) s->plant = DOSEAU_NONE;
    if (s->substance != substance) s->substance = DOSEAU_NONE;
    if (s->day != day) s->day = DOSEAU_NO_DATE;
}

static bool is_of(doseau_origin fact, doseau_origin row)
{
    return fact.file == row.file && fact.line == row.line;
}

/* Of a record with several results only those that the correction has changed. */
static void add_measurements(const doseau_study *study, doseau_origin row, subject *s)
{
    const doseau_measurement *m = study->measurements.items;
    for (size_t i = 0; i < study->measurements.size; i++)
        if (m[i].corrected && is_of(m[i].origin, row))
            add(s, m[i].plant, m[i].substance, m[i].date);
}

/* What the facts of one list tell of the row. */
#define ADD_ALL(type, list, plant_, substance_, day_)                                              \
    do {                                                                                           \
        const type *f = study->list.items;                                                         \
        for (size_t i = 0; i < study->list.size; i++, f++)                                         \
            if (is_of(f->origin, row)) add(s, plant_, substance_, day_);                           \
    } while (0)

static void add_others(const doseau_study *study, doseau_origin row, subject *s)
{
    ADD_ALL(doseau_composite, composites, f->plant, DOSEAU_NONE, f->date);
    ADD_ALL(doseau_flow, flows, f->plant, DOSEAU_NONE, f->date);
    ADD_ALL(doseau_plant, plants, f->plant, DOSEAU_NONE, DOSEAU_NO_DATE);
    ADD_ALL(doseau_event, events, f->plant, DOSEAU_NONE, f->date);
    ADD_ALL(doseau_limit, limits, f->plant, f->substance, DOSEAU_NO_DATE);
    ADD_ALL(doseau_catchment, catchments, f->plant, DOSEAU_NONE, DOSEAU_NO_DATE);
    ADD_ALL(doseau_month_mean, month_means, f->plant, f->substance, DOSEAU_NO_DATE);
}

/* A result, or a limit of it, is of nothing else that its row tells; a flow is of all results of
 * its day. */
static bool is_of_result(const char *column)
{
    static const char *const starts[] = {"concentration_", "load_",    "lod_",      "loq_",
                                         "Monday",         "Tuesday",  "Wednesday", "Thursday",
                                         "Friday",         "Saturday", "Sunday"};
    for (size_t i = 0; column && i < sizeof starts / sizeof *starts; i++)
        if (strncmp(column, starts[i], strlen(starts[i])) == 0) return true;
    return false;
}

static subject subject_of(const doseau_study *study, const doseau_correction *c)
{
    subject s = {false, DOSEAU_NONE, DOSEAU_NONE, DOSEAU_NO_DATE};
    add_measurements(study, c->row, &s);
    if (!s.any || !is_of_result(c->column)) add_others(study, c->row, &s);
    return s;
}

static doseau_correction_note note_of(const doseau_study *study, const doseau_correction *c)
{
    const subject s = subject_of(study, c);
    return (doseau_correction_note){
        .told = doseau_study_place(study, c->origin, NULL),
        .row = doseau_study_place(study, c->row, NULL),
        .column = c->column,
        .key = doseau_study_text_at(study, c->key),
        .field = doseau_study_text_at(study, c->field),
        .old_cell = doseau_study_text_at(study, c->old_cell),
        .new_cell = doseau_study_text_at(study, c->new_cell),
        .reason = doseau_study_text_at(study, c->reason),
        .date = c->date,
        .plant = s.plant == DOSEAU_NONE ? NULL : doseau_study_plant_name(study, s.plant),
        .substance =
            s.substance == DOSEAU_NONE ? NULL : doseau_study_substance_name(study, s.substance),
        .day = s.day};
}

doseau_status doseau_study_correction_notes(const doseau_study *study,
                                            doseau_correction_note **notes, size_t *n)
{
    const doseau_correction *c = study->corrections.items;
    *n = 0;
    *notes = calloc(study->corrections.size + 1, sizeof **notes);
    if (!*notes) return DOSEAU_ENOMEM;
    for (size_t i = 0; i < study->corrections.size; i++)
        if (c[i].state == DOSEAU_CORRECTION_DONE) (*notes)[(*n)++] = note_of(study, &c[i]);
    return DOSEAU_OK;
}
