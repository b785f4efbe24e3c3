/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/answer.h"
#include "report/finding.h"
#include "report/phrases.h"

enum { MOST_NAMED = 5 };

/* The series with one verdict. */
typedef struct chosen {
    const facts *facts;
    const words *words;
    doseau_trend_verdict verdict;
} chosen;

static void add_chosen(const void *context, size_t wanted, text *out)
{
    const chosen *c = context;
    for (size_t i = 0; i < c->facts->n_series; i++) {
        const doseau_trend *t = facts_trend(c->facts, &c->facts->series[i]);
        if (!t || t->verdict != c->verdict || wanted-- > 0) continue;
        phrase_series(c->facts, c->words, out, &c->facts->series[i]);
        return;
    }
}

/* One clause: the series with a verdict by name where it is a claim, else how many they are. */
static void add_clause(const chosen *c, const totals *t, enum sentence sentence, bool named,
                       text *out)
{
    const size_t n = t->trends[c->verdict];
    char some[WORDS_SIZE], all[WORDS_SIZE];
    text list = {0};
    if (n == 0) return;
    if (out->size) words_say(c->words, out, SAY_CLAUSE_JOIN, NULL);
    if (named)
        phrase_list(c->words, &list, n, MOST_NAMED, add_chosen, c);
    else
        words_say(c->words, &list, c->facts->n_series == 1 ? SAY_SERIES_1 : SAY_SERIES_OF, "n",
                  words_count(c->words, (double)n, some), "all",
                  words_count(c->words, (double)c->facts->n_series, all), NULL);
    words_say(c->words, out, sentence, "list", phrase_of(&list), "series", phrase_of(&list), NULL);
    out->failed = out->failed || list.failed;
    text_free(&list);
}

bool answer_has_years(const totals *t)
{
    return t->trends[DOSEAU_TREND_INCREASE] + t->trends[DOSEAU_TREND_DECREASE] +
               t->trends[DOSEAU_TREND_STABLE] + t->trends[DOSEAU_TREND_NOT_DEMONSTRATED] >
           0;
}

static void say_years(const facts *f, const words *w, const totals *t, text *out)
{
    static const struct {
        doseau_trend_verdict verdict;
        enum sentence clause;
        bool named;
    } kinds[] = {{DOSEAU_TREND_INCREASE, SAY_CLAUSE_ROSE, true},
                 {DOSEAU_TREND_DECREASE, SAY_CLAUSE_FELL, true},
                 {DOSEAU_TREND_STABLE, SAY_CLAUSE_STABLE, true},
                 {DOSEAU_TREND_NOT_DEMONSTRATED, SAY_CLAUSE_NOT_SHOWN, false},
                 {DOSEAU_TREND_TOO_FEW_ROUNDS, SAY_CLAUSE_TOO_FEW, false},
                 {DOSEAU_TREND_NOT_ESTIMABLE, SAY_CLAUSE_NOT_ESTIMABLE, false}};
    text clauses = {0};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        const chosen c = {f, w, kinds[i].verdict};
        add_clause(&c, t, kinds[i].clause, kinds[i].named, &clauses);
    }
    words_say(w, out, SAY_ANSWER_YEARS, "clauses", phrase_of(&clauses), NULL);
    for (size_t i = 0; i < f->n_series; i++) {
        if (!finding_may_be_replaced(f, facts_trend(f, &f->series[i]), NULL)) continue;
        text_add_string(out, " ");
        words_say(w, out, SAY_ANSWER_REPLACED, NULL);
        break;
    }
    out->failed = out->failed || clauses.failed;
    text_free(&clauses);
}

static void say_pairs(const words *w, const totals *t, text *out)
{
    char all[WORDS_SIZE], higher[WORDS_SIZE], lower[WORDS_SIZE], open[WORDS_SIZE];
    words_say(w, out, t->higher + t->lower ? SAY_ANSWER_PAIRS : SAY_ANSWER_PAIRS_NONE, "all",
              words_count(w, (double)t->pairs, all), "higher",
              words_count(w, (double)t->higher, higher), "lower",
              words_count(w, (double)t->lower, lower), NULL);
    if (t->open == 0) return;
    text_add_string(out, " ");
    words_say(w, out, SAY_ANSWER_PAIRS_OPEN, "open", words_count(w, (double)t->open, open), NULL);
}

void answer_change(const facts *f, const words *w, const totals *t, text *out)
{
    if (answer_has_years(t))
        say_years(f, w, t, out);
    else if (t->most_rounds <= 1)
        words_say(w, out, t->rounds == 1 ? SAY_ANSWER_ONE : SAY_ANSWER_NO_PAIRS, NULL);
    else if (t->pairs == t->open)
        words_say(w, out, SAY_ANSWER_NO_PAIRS, NULL);
    else
        say_pairs(w, t, out);
}

static void add_plant(const void *context, size_t i, text *out)
{
    const chosen *c = context;
    words_name(out, facts_plant(c->facts, totals_plant(c->facts, i)), 60);
}

static void add_substance(const void *context, size_t i, text *out)
{
    const chosen *c = context;
    words_substance(c->words, out, c->facts->study, totals_substance(c->facts, i));
}

void answer_plants(const facts *f, const words *w, const totals *t, text *out)
{
    const chosen c = {.facts = f, .words = w};
    phrase_list(w, out, t->plants, MOST_NAMED, add_plant, &c);
}

void answer_substances(const facts *f, const words *w, const totals *t, text *out)
{
    const chosen c = {.facts = f, .words = w};
    phrase_list(w, out, t->substances, MOST_NAMED, add_substance, &c);
}
