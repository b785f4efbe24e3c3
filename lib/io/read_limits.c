/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "io/limits.h"

/* limits.csv: limits of substances, for results whose rows have none themselves. */

enum { SUBSTANCE, LOD, LOQ, LABORATORY, BATCH, PLANT, FROM, UNTIL, COLUMNS };

static const column_spec columns[COLUMNS] = {
    [SUBSTANCE] = COLUMN("substance", SUBSTANCE_SPELLINGS),
    [LOD] = COLUMN_OF(DOSEAU_CONCENTRATION, "lod_ng_per_l", LOD_SPELLINGS),
    [LOQ] = COLUMN_OF(DOSEAU_CONCENTRATION, "loq_ng_per_l", LOQ_SPELLINGS),
    [LABORATORY] = COLUMN("laboratory", LABORATORY_SPELLINGS),
    [BATCH] = COLUMN("batch", "run;series;reeks"),
    [PLANT] = COLUMN("plant", PLANT_SPELLINGS),
    [FROM] = COLUMN_DATE("from", "valid_from;vanaf;startdatum"),
    [UNTIL] = COLUMN_DATE("until", "valid_until;tot_en_met;einddatum"),
};

static void read_row(reader *r)
{
    doseau_limit l = {.origin = reader_origin(r)};
    reader_substance(r, SUBSTANCE, true, &l.substance);
    reader_amount(r, LOD);
    reader_amount(r, LOQ);
    reader_positive(r, LOD, false, &l.lod);
    reader_positive(r, LOQ, false, &l.loq);
    reader_text(r, LABORATORY, &l.laboratory);
    reader_text(r, BATCH, &l.batch);
    reader_plant(r, PLANT, false, &l.plant);
    reader_date(r, FROM, false, &l.from, NULL);
    reader_date(r, UNTIL, false, &l.until, NULL);
    if (!reader_has(r, LOD) && !reader_has(r, LOQ)) reader_needs(r, r->position[LOQ] ? LOQ : LOD);
    if (l.lod > 0 && l.loq > 0 && l.lod > l.loq)
        reader_problem(r, DOSEAU_ERROR, "limits_crossed", LOD, "the LOD is above the LOQ");
    if (l.from != DOSEAU_NO_DATE && l.until != DOSEAU_NO_DATE && l.until < l.from)
        reader_problem(r, DOSEAU_ERROR, "ends_before", UNTIL, "the row ends before it starts");
    l.corrected = r->corrected != 0;
    if (!r->bad) reader_keep(r, doseau_study_add_limit(r->study, &l));
}

const format format_limits = {
    "limits", "substance;lod_ng_per_l|loq_ng_per_l", columns, COLUMNS, read_row, NO_PART};

static bool fits(const doseau_limit *l, const doseau_measurement *m)
{
    if (l->substance != m->substance) return false;
    if (l->laboratory != DOSEAU_NONE && l->laboratory != m->laboratory) return false;
    if (l->batch != DOSEAU_NONE && l->batch != m->batch) return false;
    if (l->plant != DOSEAU_NONE && l->plant != m->plant) return false;
    const bool dated = l->from != DOSEAU_NO_DATE || l->until != DOSEAU_NO_DATE;
    if (dated && m->date == DOSEAU_NO_DATE) return false;
    return (l->from == DOSEAU_NO_DATE || m->date >= l->from) &&
           (l->until == DOSEAU_NO_DATE || m->date <= l->until);
}

/* The result with the plant and the day of its sample, where a samples file describes it. */
static doseau_measurement placed(const doseau_study *study, const doseau_measurement *m)
{
    size_t n;
    doseau_measurement where = *m;
    const doseau_composite *c = doseau_study_composites(study, &n);
    for (size_t i = 0; m->composite != DOSEAU_NONE && i < n; i++) {
        if (c[i].code != m->composite || c[i].broken) continue;
        where.plant = c[i].plant;
        where.date = c[i].date;
        break;
    }
    return where;
}

/* How much a row names beside the substance. */
static int names(const doseau_limit *l)
{
    return (l->laboratory != DOSEAU_NONE) + (l->batch != DOSEAU_NONE) + (l->plant != DOSEAU_NONE) +
           (l->from != DOSEAU_NO_DATE || l->until != DOSEAU_NO_DATE);
}

static bool differ(double a, double b)
{
    return a < b || a > b;
}

void limits_find(reader *r, size_t at, doseau_measurement *m)
{
    size_t n;
    const doseau_limit *all = doseau_study_limits(r->study, &n), *best = NULL, *other = NULL;
    if (!n) return;
    const doseau_measurement where = placed(r->study, m);
    for (size_t i = 0; i < n; i++) {
        if (!fits(&all[i], &where)) continue;
        const bool more = !best || names(&all[i]) > names(best);
        const bool same = best && names(&all[i]) == names(best);
        if (same && (differ(all[i].lod, best->lod) || differ(all[i].loq, best->loq)))
            other = &all[i];
        if (more) other = NULL;
        if (more) best = &all[i];
    }
    if (!best) return;
    m->lod = best->lod;
    m->loq = best->loq;
    m->corrected = m->corrected || best->corrected;
    if (!other) return;
    const doseau_place a = doseau_study_place(r->study, best->origin, NULL);
    const doseau_place b = doseau_study_place(r->study, other->origin, NULL);
    reader_problem(r, DOSEAU_ERROR, "limits_differ", at,
                   "%s:%zu and %s:%zu have different limits for this result", a.file, a.line,
                   b.file, b.line);
}
