/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/answer.h"
#include "report/page_sections.h"
#include "report/page_table.h"
#include "report/phrases.h"

enum { CLAIM_ROUNDS = 5 }; /* of a statement over the years */

static void add_needed(const page *p, const doseau_trend *t, text *out)
{
    char count[WORDS_SIZE];
    const size_t needed = t->rounds < CLAIM_ROUNDS ? CLAIM_ROUNDS - t->rounds : 0;
    if (needed == 0 && t->verdict == DOSEAU_TREND_TOO_FEW_ROUNDS)
        words_say(p->words, out, SAY_NOT_KNOWN, NULL); /* it is the time between them */
    else
        text_add_string(out, words_count(p->words, (double)needed, count));
}

/* What the last comparison of a series would have shown. */
static void add_pair(const page *p, const facts_series *s, text *out)
{
    for (size_t i = s->comparison_end; i-- > s->comparison_begin;)
        if (p->facts->comparison[i].a->data == DOSEAU_ALL &&
            phrase_detectable(p->words, out, &p->facts->comparison[i]))
            return;
    words_say(p->words, out, SAY_NOT_KNOWN, NULL);
}

static void add_years(const page *p, const doseau_trend *t, text *out)
{
    char change[WORDS_SIZE];
    if (!t->detectable_percent_per_year.given) {
        words_say(p->words, out, SAY_NOT_KNOWN, NULL);
        return;
    }
    words_percent_plain(p->words, t->detectable_percent_per_year.value, change);
    words_say(p->words, out, SAY_PER_YEAR, "value", change, NULL);
}

static void write_series(const page *p, const facts_series *s)
{
    const doseau_trend *t = facts_trend(p->facts, s);
    char rounds[WORDS_SIZE];
    text name = {0}, id = {0}, needed = {0}, years = {0}, pair = {0}, next = {0};
    if (!t) return;
    phrase_series(p->facts, p->words, &name, s);
    facts_trend_id(p->facts, s, &id);
    add_needed(p, t, &needed);
    add_years(p, t, &years);
    add_pair(p, s, &pair);
    phrase_loads(p->words, &next, t->next_lower_mg_d_1000p, t->next_upper_mg_d_1000p);
    page_row(p, &name, &id);
    page_cell_string(p, words_count(p->words, (double)t->rounds, rounds), true);
    page_cell(p, &needed, true);
    page_cell(p, &pair, true);
    page_cell(p, &years, true);
    page_cell(p, &next, true);
    page_row_end(p);
}

static void write(const page *p)
{
    static const enum sentence headings[] = {SAY_HEAD_SERIES, SAY_NEXT_SO_FAR, SAY_NEXT_NEEDED,
                                             SAY_NEXT_PAIR,   SAY_NEXT_YEARS,  SAY_NEXT_EXPECTED};
    const totals t = totals_of(p->facts);
    PAGE_SAY(p, "p",
             t.rounds <= 1                  ? SAY_NEXT_ONE
             : t.most_rounds < CLAIM_ROUNDS ? SAY_NEXT_FEW
                                            : SAY_NEXT_MANY);
    PAGE_SAY(p, "p", SAY_NEXT_SAME);
    page_table(p, SAY_NEXT_TABLE, headings, sizeof headings / sizeof *headings);
    for (size_t i = 0; i < p->facts->n_series; i++) write_series(p, &p->facts->series[i]);
    page_table_end(p);
}

const page_section section_next = {.id = "next", .heading = SAY_NEXT_HEADING, .write = write};
