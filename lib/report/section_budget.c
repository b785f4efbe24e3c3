/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/page_sections.h"
#include "report/page_table.h"
#include "report/phrases.h"

static void add_component(const page *p, const char *name, text *out)
{
    const enum sentence known = words_component(name);
    if (known == SENTENCES)
        words_name(out, name, 0);
    else
        words_say(p->words, out, known, NULL);
}

static void write_component(const page *p, const doseau_component *c)
{
    const doseau_study *study = p->facts->study;
    char size[WORDS_SIZE];
    text name = {0}, scope = {0}, target = {0};
    add_component(p, c->name, &name);
    words_scope(p->words, &scope, study, c);
    if (c->substance != DOSEAU_NONE) words_substance(p->words, &target, study, c->substance);
    if (c->substance != DOSEAU_NONE && c->plant != DOSEAU_NONE) text_add_string(&target, ", ");
    if (c->plant != DOSEAU_NONE) words_name(&target, facts_plant(p->facts, c->plant), 0);
    if (!target.size) words_say(p->words, &target, SAY_EVERYTHING, NULL);
    page_row(p, &name, NULL);
    page_cell(p, &scope, false);
    page_cell_string(p, words_percent_plain(p->words, 100 * c->rel_u, size), true);
    page_cell(p, &target, false);
    page_row_end(p);
}

static void write_components(const page *p)
{
    static const enum sentence headings[] = {SAY_HEAD_COMPONENT, SAY_HEAD_SCOPE, SAY_HEAD_SIZE,
                                             SAY_HEAD_FOR};
    size_t n;
    const doseau_component *budget = doseau_study_budget(p->facts->study, &n);
    page_table(p, SAY_BUDGET_TABLE, headings, sizeof headings / sizeof *headings);
    for (size_t i = 0; i < n; i++) write_component(p, &budget[i]);
    page_table_end(p);
}

/* The parts of a round, one after the other: "sampling 3 %, flow 24 %". */
static void add_parts(const page *p, size_t round, text *out)
{
    const facts *f = p->facts;
    size_t n;
    const doseau_component *budget = doseau_study_budget(f->study, &n);
    char share[WORDS_SIZE];
    for (size_t i = facts_first_part(f, round); i < f->n_parts && f->part[i].round == round; i++) {
        const doseau_round_part *part = &f->part[i];
        if (out->size) text_add_string(out, "; ");
        if (part->component < n)
            add_component(p, budget[part->component].name, out);
        else
            words_say(p->words, out, SAY_DAYS_PART, NULL);
        text_addf(out, " %s", words_percent_plain(p->words, 100 * part->share, share));
    }
}

static void write_shares(const page *p)
{
    static const enum sentence headings[] = {SAY_HEAD_SERIES, SAY_HEAD_ROUND, SAY_HEAD_COMPONENT};
    const facts *f = p->facts;
    page_table(p, SAY_BUDGET_SHARES, headings, sizeof headings / sizeof *headings);
    for (size_t i = 0; i < f->n_series; i++) {
        const doseau_round_mean *last = facts_last_round(f, &f->series[i]);
        if (!last) continue;
        text name = {0}, id = {0}, round = {0}, parts = {0};
        phrase_series(f, p->words, &name, &f->series[i]);
        facts_round_id(f, last, &id);
        words_name(&round, facts_round_label(f, last->round), 0);
        add_parts(p, (size_t)(last - f->round), &parts);
        if (!parts.size) words_say(p->words, &parts, SAY_NOT_KNOWN, NULL);
        page_row(p, &name, &id);
        page_cell(p, &round, false);
        page_cell_long(p, &parts);
        page_row_end(p);
    }
    page_table_end(p);
}

static void write(const page *p)
{
    PAGE_SAY(p, "p", SAY_BUDGET_TEXT);
    write_components(p);
    if (p->facts->n_parts) write_shares(p);
}

const page_section section_budget = {.id = "budget", .heading = SAY_BUDGET_HEADING, .write = write};
