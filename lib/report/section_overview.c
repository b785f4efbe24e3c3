/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/page_sections.h"
#include "report/page_table.h"
#include "report/phrases.h"
#include "report/series_row.h"
#include "report/totals.h"
#include <doseau/month_mean.h>

/* ---- Counts ---- */

static void write_count(const page *p, enum sentence name, size_t n)
{
    char count[WORDS_SIZE];
    text label = {0};
    words_say(p->words, &label, name, NULL);
    page_row(p, &label, NULL);
    page_cell_string(p, words_count(p->words, (double)n, count), true);
    page_row_end(p);
}

static void write_date(const page *p, enum sentence name, doseau_date date)
{
    char day[WORDS_SIZE];
    text label = {0};
    if (!*words_date(p->words, date, day)) return;
    words_say(p->words, &label, name, NULL);
    page_row(p, &label, NULL);
    page_cell_string(p, day, true);
    page_row_end(p);
}

static void write_counts(const page *p, const totals *t)
{
    page_table(p, SAY_OVERVIEW_STUDY, NULL, 0);
    write_count(p, SAY_AT_PLANTS, t->plants);
    write_count(p, SAY_AT_SUBSTANCES, t->substances);
    write_count(p, SAY_AT_SERIES, p->facts->n_series);
    write_count(p, SAY_AT_ROUNDS, t->rounds);
    write_date(p, SAY_AT_FIRST, t->first);
    write_date(p, SAY_AT_LAST, t->last);
    write_count(p, SAY_AT_RESULTS, t->results);
    write_count(p, SAY_AT_BELOW, t->below);
    write_count(p, SAY_AT_MISSING, t->missing);
    write_count(p, SAY_AT_FLAGGED, t->flagged);
    if (t->pairs) {
        write_count(p, SAY_AT_PAIRS, t->pairs);
        write_count(p, SAY_CHANGE_HIGHER, t->higher);
        write_count(p, SAY_CHANGE_LOWER, t->lower);
        if (t->open) write_count(p, SAY_CHANGE_OPEN, t->open);
    }
    for (int verdict = 0; verdict <= DOSEAU_TREND_NOT_ESTIMABLE; verdict++)
        if (t->trends[verdict])
            write_count(p, phrase_trend_verdict((doseau_trend_verdict)verdict), t->trends[verdict]);
    page_table_end(p);
}

/* ---- Plants ---- */

static void write_plant(const page *p, uint32_t plant)
{
    const double persons = facts_persons(p->facts, plant);
    const double limit = p->facts->options.small_catchment_persons;
    char count[WORDS_SIZE], least[WORDS_SIZE];
    text name = {0}, key = {0}, basis = {0}, small = {0};
    words_name(&name, facts_plant(p->facts, plant), 0);
    words_name(&key, doseau_study_plant_name(p->facts->study, plant), 0);
    words_name(&basis, facts_basis(p->facts, plant), 0);
    if (persons > 0)
        words_say(p->words, &small, persons < limit ? SAY_SMALL_YES : SAY_NO, "limit",
                  words_count(p->words, limit, least), NULL);
    else
        words_say(p->words, &small, SAY_NOT_KNOWN, NULL);
    page_row(p, &name, NULL);
    page_cell(p, &key, false);
    page_cell_string(
        p, persons > 0 ? words_count(p->words, persons, count) : p->words->sentence[SAY_NOT_KNOWN],
        true);
    page_cell(p, &basis, false);
    page_cell(p, &small, false);
    page_row_end(p);
}

static void write_plants(const page *p)
{
    static const enum sentence headings[] = {SAY_HEAD_PLANT, SAY_HEAD_KEY, SAY_HEAD_PERSONS,
                                             SAY_HEAD_BASIS, SAY_HEAD_SMALL};
    const facts *f = p->facts;
    page_table(p, SAY_OVERVIEW_PLANTS, headings, sizeof headings / sizeof *headings);
    for (size_t i = 0; i < f->n_series; i++)
        if (i == 0 || f->series[i].plant != f->series[i - 1].plant)
            write_plant(p, f->series[i].plant);
    page_table_end(p);
}

/* ---- Series ---- */

/* The same round without its flagged days, where it has any: a figure of both stands with both. */
static void write_unflagged(const page *p, const text *series, const doseau_round_mean *last)
{
    const facts *f = p->facts;
    const doseau_round_mean *without = last ? facts_unflagged(f, (size_t)(last - f->round)) : NULL;
    if (!without || without->days == last->days) return;
    text name = {0}, id = {0}, label = {0}, round = {0}, mean = {0};
    text_add_string(&name, phrase_of(series));
    facts_round_id(f, without, &id);
    words_name(&label, facts_round_label(f, without->round), 0);
    words_say(p->words, &round, SAY_UNFLAGGED, "round", phrase_of(&label), NULL);
    phrase_mean(p->words, &mean, without);
    page_row(p, &name, &id);
    page_cell(p, &round, false);
    page_cell(p, &mean, true);
    series_intervals(p, without);
    page_cell_string(p, "", false);
    page_row_end(p);
    text_free(&label);
}

static void write_last_round(const page *p, size_t series)
{
    const facts_series *s = &p->facts->series[series];
    const doseau_round_mean *last = facts_last_round(p->facts, s);
    const doseau_trend *trend = facts_trend(p->facts, s);
    text name = {0}, again = {0}, id = {0}, label = {0}, mean = {0};
    phrase_series(p->facts, p->words, &name, s);
    phrase_series(p->facts, p->words, &again, s);
    if (last) {
        facts_round_id(p->facts, last, &id);
        words_name(&label, facts_round_label(p->facts, last->round), 0);
        phrase_mean(p->words, &mean, last);
    }
    page_row(p, &name, last ? &id : NULL);
    page_cell(p, &label, false);
    page_cell(p, &mean, true);
    series_intervals(p, last);
    page_cell_string(
        p, p->words->sentence[trend ? phrase_trend_verdict(trend->verdict) : SAY_NOT_KNOWN], false);
    page_row_end(p);
    write_unflagged(p, &again, last);
    text_free(&again);
}

static void write_series(const page *p)
{
    static const enum sentence headings[] = {SAY_HEAD_SERIES,      SAY_HEAD_ROUND, SAY_HEAD_MEAN,
                                             SAY_HEAD_MEASUREMENT, SAY_HEAD_LEVEL, SAY_HEAD_YEARS};
    page_table(p, SAY_OVERVIEW_TABLE, headings, sizeof headings / sizeof *headings);
    for (size_t i = 0; i < p->facts->n_series; i++) write_last_round(p, i);
    page_table_end(p);
}

/* Means over months have no place among results of days: how many are left out. */
static void write_months(const page *p)
{
    size_t n;
    char count[WORDS_SIZE];
    doseau_study_month_means(p->facts->study, &n);
    if (n) PAGE_SAY(p, "p", SAY_OVERVIEW_MONTHS, "count", words_count(p->words, (double)n, count));
}

static void write(const page *p)
{
    const totals t = totals_of(p->facts);
    PAGE_SAY(p, "p", SAY_OVERVIEW_TEXT);
    write_months(p);
    if (page_figure_of_all(p, FIGURE_CHANGES)) page_figure(p, FIGURE_CHANGES, 0);
    write_series(p);
    write_plants(p);
    write_counts(p, &t);
}

const page_section section_overview = {
    .id = "overview", .heading = SAY_OVERVIEW_HEADING, .write = write};
