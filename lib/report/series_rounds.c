/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/phrases.h"
#include "report/series_row.h"

static void write_interval(const page *p, bool given, doseau_interval interval)
{
    text range = {0};
    const doseau_figure lower = {given, interval.lower}, upper = {given, interval.upper};
    if (given) phrase_loads(p->words, &range, lower, upper);
    page_cell(p, &range, true);
}

void series_intervals(const page *p, const doseau_round_mean *r)
{
    static const doseau_interval none;
    write_interval(p, r && r->measurement_rel_u.given, r ? r->measurement : none);
    write_interval(p, r && r->level_rel_u.given, r ? r->level : none);
}

/* "7, 0, 0": found, below a limit, missing. */
static void write_days(const page *p, const doseau_round_mean *r)
{
    char found[WORDS_SIZE], below[WORDS_SIZE], missing[WORDS_SIZE];
    text days = {0};
    text_addf(&days, "%s, %s, %s", words_count(p->words, (double)r->found, found),
              words_count(p->words, (double)(r->detected + r->not_detected), below),
              words_count(p->words, (double)r->missing, missing));
    page_cell(p, &days, true);
}

static void write_round(const page *p, const doseau_round_mean *r)
{
    text name = {0}, label = {0}, id = {0}, dates = {0}, mean = {0}, remarks = {0};
    words_name(&label, facts_round_label(p->facts, r->round), 0);
    if (r->data == DOSEAU_UNFLAGGED)
        words_say(p->words, &name, SAY_UNFLAGGED, "round", phrase_of(&label), NULL);
    else
        text_add_string(&name, phrase_of(&label));
    facts_round_id(p->facts, r, &id);
    phrase_dates(p->words, &dates, r->first_date, r->last_date);
    phrase_mean(p->words, &mean, r);
    words_flags(p->words, &remarks,
                r->flags &
                    ~(DOSEAU_FLAG_BELOW_LIMIT | DOSEAU_FLAG_MISSING_DAYS)); /* the days tell */
    page_row(p, &name, &id);
    page_cell(p, &dates, false);
    page_cell(p, &mean, true);
    series_intervals(p, r);
    write_days(p, r);
    page_cell_long(p, &remarks);
    page_row_end(p);
    text_free(&label);
}

void series_rounds(const page *p, const facts_series *s)
{
    static const enum sentence headings[] = {SAY_HEAD_ROUND,       SAY_HEAD_DATES, SAY_HEAD_MEAN,
                                             SAY_HEAD_MEASUREMENT, SAY_HEAD_LEVEL, SAY_HEAD_DAYS,
                                             SAY_HEAD_REMARKS};
    const facts *f = p->facts;
    if (s->round_begin == s->round_end) return;
    page_table(p, SAY_ROUNDS_TABLE, headings, sizeof headings / sizeof *headings);
    for (size_t i = s->round_begin; i < s->round_end; i++) {
        const doseau_round_mean *r = &f->round[i];
        /* Without flagged days it is the same round where none of its days is flagged. */
        if (r->data == DOSEAU_ALL || r->days != r[-1].days) write_round(p, r);
    }
    page_table_end(p);
}
