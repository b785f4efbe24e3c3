/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/facts.h"
#include <doseau/number.h>

const char *facts_plant(const facts *f, uint32_t plant)
{
    size_t n;
    const doseau_plant *row = doseau_study_plants(f->study, &n);
    for (size_t i = n; i-- > 0;)
        if (row[i].plant == plant && *doseau_study_text_at(f->study, row[i].title))
            return doseau_study_text_at(f->study, row[i].title);
    return doseau_study_plant_name(f->study, plant);
}

const doseau_trend *facts_trend(const facts *f, const facts_series *s)
{
    for (size_t i = s->trend_begin; i < s->trend_end; i++)
        if (f->trend[i].data == DOSEAU_ALL) return &f->trend[i];
    return NULL;
}

const doseau_round_mean *facts_unflagged(const facts *f, size_t round)
{
    const doseau_round_mean *all = &f->round[round], *next = all + 1;
    const bool same = round + 1 < f->n_rounds && next->plant == all->plant &&
                      next->substance == all->substance && next->round == all->round;
    return same && next->data == DOSEAU_UNFLAGGED ? next : NULL;
}

const char *facts_round_label(const facts *f, uint32_t round)
{
    size_t n;
    const doseau_round *rounds = doseau_study_rounds(f->study, &n);
    return round < n ? doseau_study_text_at(f->study, rounds[round].label) : "";
}

double facts_persons(const facts *f, uint32_t plant)
{
    double persons = 0;
    doseau_date last = DOSEAU_NO_DATE;
    for (size_t i = 0; i < f->n_loads; i++) {
        const doseau_measurement *m = &f->measurement[i];
        if (m->plant != plant || !(m->population_persons > 0)) continue;
        if (persons > 0 && m->date < last) continue;
        persons = m->population_persons;
        last = m->date;
    }
    return persons;
}
