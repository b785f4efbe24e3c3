/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/page_sections.h"
#include "report/page_table.h"
#include "report/phrases.h"

/* ---- What the program found ---- */

static enum sentence rule_of(doseau_spike_rule rule)
{
    switch (rule) {
    case DOSEAU_SPIKE_DAY: return SAY_RULE_DAY;
    case DOSEAU_SPIKE_ROUND: return SAY_RULE_ROUND;
    case DOSEAU_SPIKE_COMMON_DAY: return SAY_RULE_COMMON;
    case DOSEAU_SPIKE_RATIO: return SAY_RULE_RATIO;
    case DOSEAU_SPIKE_ENANTIOMER: break;
    }
    return SAY_RULE_ENANTIOMER;
}

static void name_spike(const page *p, const doseau_spike *s, text *out)
{
    const facts_series series = {.plant = s->plant, .substance = s->substance};
    if (s->substance != DOSEAU_NONE) {
        phrase_series(p->facts, p->words, out, &series);
        return;
    }
    text plant = {0};
    words_name(&plant, facts_plant(p->facts, s->plant), 60);
    words_say(p->words, out, SAY_SUBSTANCE_AT, "substance", p->words->sentence[SAY_ALL_SUBSTANCES],
              "plant", phrase_of(&plant), NULL);
    text_free(&plant);
}

/* A date; the round and weekday where none is published; the round. */
static void name_day(const page *p, const doseau_spike *s, text *out)
{
    char day[WORDS_SIZE];
    if (*words_date(p->words, s->date, day)) {
        text_addf(out, "%s %s", p->words->weekday[doseau_date_weekday(s->date)], day);
        return;
    }
    words_name(out, facts_round_label(p->facts, s->round), 0);
    if (s->weekday != DOSEAU_NO_WEEKDAY) text_addf(out, ", %s", p->words->weekday[s->weekday]);
}

static void write_number(const page *p, doseau_figure value)
{
    char number[WORDS_SIZE];
    page_cell_string(p, value.given ? words_load(p->words, value.value, number) : "", true);
}

static void write_found(const page *p)
{
    static const enum sentence headings[] = {SAY_HEAD_SERIES, SAY_HEAD_DAY,    SAY_HEAD_RULE,
                                             SAY_HEAD_VALUE,  SAY_HEAD_FACTOR, SAY_HEAD_LIMIT};
    if (p->facts->n_spikes == 0) return;
    page_table(p, SAY_FLAGGED_FOUND, headings, sizeof headings / sizeof *headings);
    for (size_t i = 0; i < p->facts->n_spikes; i++) {
        const doseau_spike *s = &p->facts->spike[i];
        text name = {0}, day = {0};
        name_spike(p, s, &name);
        name_day(p, s, &day);
        page_row(p, &name, NULL);
        page_cell(p, &day, false);
        page_cell_string(p, p->words->sentence[rule_of(s->rule)], false);
        write_number(p, s->value);
        write_number(p, s->factor);
        write_number(p, s->limit);
        page_row_end(p);
    }
    page_table_end(p);
}

/* ---- What is told ---- */

static void write_told(const page *p)
{
    static const enum sentence headings[] = {SAY_HEAD_PLANT, SAY_HEAD_DATES, SAY_HEAD_EVENT,
                                             SAY_HEAD_NOTE};
    size_t n;
    const doseau_event *event = doseau_study_events(p->facts->study, &n);
    char day[WORDS_SIZE];
    if (n == 0) return;
    page_table(p, SAY_FLAGGED_TOLD, headings, sizeof headings / sizeof *headings);
    for (size_t i = 0; i < n; i++) {
        text plant = {0}, what = {0}, note = {0};
        if (event[i].plant == DOSEAU_NONE)
            words_say(p->words, &plant, SAY_ALL_PLANTS, NULL);
        else
            words_name(&plant, facts_plant(p->facts, event[i].plant), 0);
        words_name(&what, doseau_study_text_at(p->facts->study, event[i].event), 0);
        words_name(&note, doseau_study_text_at(p->facts->study, event[i].note), 0);
        page_row(p, &plant, NULL);
        page_cell_string(p, words_date(p->words, event[i].date, day), false);
        page_cell(p, &what, false);
        page_cell_long(p, &note);
        page_row_end(p);
    }
    page_table_end(p);
}

/* ---- With and without ---- */

/* The round without its flagged days, where it has any. */
static const doseau_round_mean *changed(const facts *f, size_t i)
{
    if (f->round[i].data != DOSEAU_ALL) return NULL;
    const doseau_round_mean *without = facts_unflagged(f, i);
    return without && without->days != f->round[i].days ? without : NULL;
}

static size_t count_changed(const facts *f)
{
    size_t n = 0;
    for (size_t i = 0; i < f->n_rounds; i++) n += changed(f, i) != NULL;
    return n;
}

static void write_effect(const page *p)
{
    static const enum sentence headings[] = {SAY_HEAD_SERIES, SAY_HEAD_ROUND, SAY_HEAD_WITH,
                                             SAY_HEAD_WITHOUT};
    const facts *f = p->facts;
    page_table(p, SAY_FLAGGED_EFFECT, headings, sizeof headings / sizeof *headings);
    for (size_t i = 0; i < f->n_rounds; i++) {
        const doseau_round_mean *without = changed(f, i);
        if (!without) continue;
        const facts_series s = {.plant = without->plant, .substance = without->substance};
        text name = {0}, id = {0}, round = {0}, with = {0}, mean = {0};
        phrase_series(f, p->words, &name, &s);
        facts_round_id(f, without, &id);
        words_name(&round, facts_round_label(f, without->round), 0);
        phrase_mean(p->words, &with, &f->round[i]);
        phrase_mean(p->words, &mean, without);
        page_row(p, &name, &id);
        page_cell(p, &round, false);
        page_cell(p, &with, true);
        page_cell(p, &mean, true);
        page_row_end(p);
    }
    page_table_end(p);
}

static void write(const page *p)
{
    size_t events;
    doseau_study_events(p->facts->study, &events);
    const size_t rounds = count_changed(p->facts);
    if (p->facts->n_spikes + events + rounds == 0) {
        PAGE_SAY(p, "p", SAY_FLAGGED_NONE);
        return;
    }
    PAGE_SAY(p, "p", SAY_FLAGGED_TEXT);
    write_found(p);
    write_told(p);
    if (rounds) write_effect(p);
}

const page_section section_flagged = {
    .id = "flagged", .heading = SAY_FLAGGED_HEADING, .write = write};
