/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/facts.h"
#include "base/search.h"
#include <doseau/number.h>
#include <doseau/result_id.h>
#include <stdlib.h>
#include <string.h>

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

/* The last measurement of a plant that knows its people, NULL where none does. */
static const doseau_measurement *last_counted(const facts *f, uint32_t plant)
{
    const doseau_measurement *last = NULL;
    for (size_t i = 0; i < f->n_loads; i++) {
        const doseau_measurement *m = &f->measurement[i];
        if (m->plant == plant && m->population_persons > 0 && (!last || m->date >= last->date))
            last = m;
    }
    return last;
}

double facts_persons(const facts *f, uint32_t plant)
{
    const doseau_measurement *last = last_counted(f, plant);
    return last ? last->population_persons : 0;
}

const char *facts_basis(const facts *f, uint32_t plant)
{
    const doseau_measurement *last = last_counted(f, plant);
    return last ? doseau_study_text_at(f->study, last->population_basis) : "";
}

const doseau_round_mean *facts_last_round(const facts *f, const facts_series *s)
{
    const doseau_round_mean *last = NULL;
    for (size_t i = s->round_begin; i < s->round_end; i++) {
        const doseau_round_mean *r = &f->round[i];
        if (r->data == DOSEAU_ALL &&
            (!last || r->kind != DOSEAU_EVENT || last->kind == DOSEAU_EVENT))
            last = r;
    }
    return last;
}

static int compare_part(const void *part, const void *round)
{
    const size_t a = ((const doseau_round_part *)part)->round, b = *(const size_t *)round;
    return (a > b) - (a < b);
}

size_t facts_first_part(const facts *f, size_t round)
{
    return search_first(f->part, f->n_parts, sizeof *f->part, &round, compare_part);
}

static bool was_measured(const facts *f, uint32_t plant, const char *substance)
{
    for (size_t i = 0; i < f->n_series; i++)
        if (f->series[i].plant == plant &&
            strcmp(doseau_study_substance_name(f->study, f->series[i].substance), substance) == 0)
            return true;
    return false;
}

bool facts_missed_cathinones(const facts *f, uint32_t plant, text *out)
{
    static const char *const others[] = {"2-MMC", "3-CMC", "4-MMC"};
    size_t missed = 0;
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        if (was_measured(f, plant, others[i])) continue;
        text_addf(out, "%s%s", missed++ ? ", " : "", others[i]);
    }
    return missed > 0;
}

static void add_id(const doseau_result_id *id, text *out)
{
    char few[256];
    const size_t size = doseau_result_id_format(id, few, sizeof few);
    char *all = size < sizeof few ? few : malloc(size + 1);
    if (!all) {
        out->failed = true;
        return;
    }
    if (all != few) doseau_result_id_format(id, all, size + 1);
    text_add(out, all, size);
    if (all != few) free(all);
}

static doseau_result_id id_of(const facts *f, doseau_result_kind kind, uint32_t plant,
                              uint32_t substance)
{
    return (doseau_result_id){.kind = kind,
                              .plant = doseau_study_plant_name(f->study, plant),
                              .substance = doseau_study_substance_name(f->study, substance),
                              .date = DOSEAU_NO_DATE,
                              .weekday = DOSEAU_NO_WEEKDAY};
}

void facts_round_id(const facts *f, const doseau_round_mean *r, text *out)
{
    doseau_result_id id = id_of(f, DOSEAU_RESULT_ROUND, r->plant, r->substance);
    id.round = facts_round_label(f, r->round);
    add_id(&id, out);
}

void facts_pair_id(const facts *f, const doseau_comparison *c, text *out)
{
    doseau_result_id id = id_of(f, DOSEAU_RESULT_COMPARE, c->a->plant, c->a->substance);
    id.round = facts_round_label(f, c->a->round);
    id.round_b = facts_round_label(f, c->b->round);
    add_id(&id, out);
}

void facts_trend_id(const facts *f, const facts_series *s, text *out)
{
    const doseau_result_id id = id_of(f, DOSEAU_RESULT_TREND, s->plant, s->substance);
    add_id(&id, out);
}
