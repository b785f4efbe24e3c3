/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/phrases.h"
#include "report/series_row.h"

static void name_pair(const page *p, const doseau_comparison *c, text *out)
{
    text a = {0}, b = {0}, pair = {0};
    words_name(&a, facts_round_label(p->facts, c->a->round), 0);
    words_name(&b, facts_round_label(p->facts, c->b->round), 0);
    words_say(p->words, &pair, SAY_RANGE, "lower", phrase_of(&a), "upper", phrase_of(&b), NULL);
    if (c->a->data == DOSEAU_UNFLAGGED)
        words_say(p->words, out, SAY_UNFLAGGED, "round", phrase_of(&pair), NULL);
    else
        text_add_string(out, phrase_of(&pair));
    text_free(&a);
    text_free(&b);
    text_free(&pair);
}

static void write_percents(const page *p, doseau_figure lower, doseau_figure upper)
{
    text range = {0};
    if (lower.given || upper.given) phrase_percents(p->words, &range, lower, upper);
    page_cell(p, &range, true);
}

static void write_pair(const page *p, const doseau_comparison *c)
{
    text name = {0}, id = {0}, change = {0}, detectable = {0}, value = {0};
    name_pair(p, c, &name);
    facts_pair_id(p->facts, c, &id);
    phrase_difference(p->words, &change, c);
    phrase_detectable(p->words, &detectable, c);
    if (c->p_adjusted.given) phrase_p(p->words, &value, c->p_adjusted.value);
    page_row(p, &name, &id);
    page_cell(p, &change, true);
    write_percents(p, c->measurement_lower_percent, c->measurement_upper_percent);
    write_percents(p, c->level_lower_percent, c->level_upper_percent);
    page_cell(p, &value, true);
    page_cell(p, &detectable, true);
    page_cell_string(p, p->words->sentence[phrase_change_verdict(c->verdict)], false);
    page_row_end(p);
}

void series_pairs(const page *p, const facts_series *s)
{
    static const enum sentence headings[] = {
        SAY_HEAD_PAIR, SAY_HEAD_CHANGE,     SAY_HEAD_THESE_WEEKS, SAY_HEAD_AGAINST_USUAL,
        SAY_HEAD_P,    SAY_HEAD_DETECTABLE, SAY_HEAD_VERDICT};
    if (s->comparison_begin == s->comparison_end) return;
    page_table(p, SAY_PAIRS_TABLE, headings, sizeof headings / sizeof *headings);
    for (size_t i = s->comparison_begin; i < s->comparison_end; i++)
        write_pair(p, &p->facts->comparison[i]);
    page_table_end(p);
}
