/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/phrases.h"
#include "report/series_row.h"

/* One line of the table: its name, and what it says of a trend. Nothing added: not known. */
typedef struct line {
    enum sentence name;
    void (*add)(const page *p, const doseau_trend *t, text *out);
} line;

static void add_rounds(const page *p, const doseau_trend *t, text *out)
{
    char count[WORDS_SIZE];
    text first = {0}, last = {0}, range = {0};
    words_name(&first, facts_round_label(p->facts, t->first_round), 0);
    words_name(&last, facts_round_label(p->facts, t->last_round), 0);
    words_say(p->words, &range, SAY_RANGE, "lower", phrase_of(&first), "upper", phrase_of(&last),
              NULL);
    text_addf(out, "%s", words_count(p->words, (double)t->rounds, count));
    if (t->rounds) text_addf(out, " (%s)", phrase_of(&range));
    text_free(&first);
    text_free(&last);
    text_free(&range);
}

static void add_estimate(const page *p, const doseau_trend_estimate *e, text *out)
{
    char value[WORDS_SIZE];
    if (!e->value.given) return;
    text_add_string(out, words_percent(p->words, e->value.value, value));
    if (!e->lower.given && !e->upper.given) return;
    text_add_string(out, " (");
    phrase_percents(p->words, out, e->lower, e->upper);
    text_add_string(out, ")");
}

static void add_per_year(const page *p, const doseau_trend *t, text *out)
{
    add_estimate(p, &t->percent_per_year, out);
}

/* Where the rounds allow a statement per year, that is the one. */
static void add_span(const page *p, const doseau_trend *t, text *out)
{
    if (!t->percent_per_year.value.given) add_estimate(p, &t->span_percent, out);
}

static void add_p(const page *p, const doseau_trend *t, text *out)
{
    if (t->p_adjusted.given) phrase_p(p->words, out, t->p_adjusted.value);
}

static void add_smallest_p(const page *p, const doseau_trend *t, text *out)
{
    if (t->smallest_p.given) phrase_p(p->words, out, t->smallest_p.value);
}

static void add_family(const page *p, const doseau_trend *t, text *out)
{
    char count[WORDS_SIZE];
    if (t->p.given) text_add_string(out, words_count(p->words, (double)t->family_size, count));
}

static void add_detectable(const page *p, const doseau_trend *t, text *out)
{
    char change[WORDS_SIZE];
    if (t->detectable_percent_per_year.given)
        text_add_string(
            out, words_percent_plain(p->words, t->detectable_percent_per_year.value, change));
}

static void add_typical(const page *p, const doseau_trend *t, text *out)
{
    char value[WORDS_SIZE];
    const doseau_trend_estimate *e = &t->typical_mg_d_1000p;
    if (!e->value.given) return;
    text_add_string(out, words_load(p->words, e->value.value, value));
    if (!e->lower.given || !e->upper.given) return;
    text_add_string(out, " (");
    phrase_loads(p->words, out, e->lower, e->upper);
    text_add_string(out, ")");
}

static void add_margin(const page *p, const doseau_trend *t, text *out)
{
    char margin[WORDS_SIZE];
    if (t->p_equivalence.given)
        text_add_string(
            out, words_percent(p->words, 100 * p->facts->options.trend.margin.value, margin));
}

static void add_verdict(const page *p, const doseau_trend *t, text *out)
{
    words_say(p->words, out, phrase_trend_verdict(t->verdict), NULL);
}

static const line lines[] = {{SAY_ROW_VERDICT, add_verdict},
                             {SAY_ROW_ROUNDS, add_rounds},
                             {SAY_ROW_PER_YEAR, add_per_year},
                             {SAY_ROW_SPAN_CHANGE, add_span},
                             {SAY_ROW_MARGIN, add_margin},
                             {SAY_ROW_DETECTABLE, add_detectable},
                             {SAY_ROW_P, add_p},
                             {SAY_ROW_SMALLEST_P, add_smallest_p},
                             {SAY_ROW_FAMILY, add_family},
                             {SAY_ROW_TYPICAL, add_typical}};

static void write_line(const page *p, const line *l, const facts_series *s, text *id)
{
    text name = {0}, first = {0}, second = {0};
    const doseau_trend *t = &p->facts->trend[s->trend_begin];
    const bool two = s->trend_end > s->trend_begin + 1;
    l->add(p, t, &first);
    if (two) l->add(p, t + 1, &second);
    if (first.size || second.size) {
        words_say(p->words, &name, l->name, NULL);
        page_row(p, &name, id);
        page_cell(p, &first, false);
        if (two) page_cell(p, &second, false);
        page_row_end(p);
    }
    text_free(&first);
    text_free(&second);
}

void series_years(const page *p, const facts_series *s)
{
    static const enum sentence headings[] = {SAY_HEAD_WHAT, SAY_HEAD_ALL_DAYS, SAY_HEAD_UNFLAGGED};
    text id = {0};
    if (s->trend_begin == s->trend_end) return;
    facts_trend_id(p->facts, s, &id);
    page_table(p, SAY_YEARS_TABLE, headings, s->trend_end > s->trend_begin + 1 ? 3 : 2);
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
        write_line(p, &lines[i], s, i ? NULL : &id);
    page_table_end(p);
}
