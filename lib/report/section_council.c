/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/answer.h"
#include "report/page_sections.h"
#include "report/phrases.h"

/* More plants than these are counted, not named. */
enum { MOST_PLANTS = 6 };

static void ask(const page *p, enum sentence question, text *answer)
{
    PAGE_SAY(p, "h3", question);
    page_element(p, "p", answer);
}

static void add(const page *p, text *answer, enum sentence sentence)
{
    if (answer->size) text_add_string(answer, " ");
    words_say(p->words, answer, sentence, NULL);
}

/* ---- Our town ---- */

static void say_persons(const page *p, uint32_t plant, text *answer)
{
    const double persons = facts_persons(p->facts, plant);
    const double limit = p->facts->options.small_catchment_persons;
    char count[WORDS_SIZE], least[WORDS_SIZE];
    text name = {0};
    words_name(&name, facts_plant(p->facts, plant), 60);
    text_add_string(answer, " ");
    words_say(p->words, answer, persons > 0 ? SAY_COUNCIL_PERSONS : SAY_COUNCIL_PERSONS_UNKNOWN,
              "plant", phrase_of(&name), "persons", words_count(p->words, persons, count), NULL);
    if (persons > 0 && persons < limit) {
        text_add_string(answer, " ");
        words_say(p->words, answer, SAY_COUNCIL_SMALL, "limit", words_count(p->words, limit, least),
                  NULL);
    }
    text_free(&name);
}

static void say_small_ones(const page *p, const totals *t, text *answer)
{
    const double limit = p->facts->options.small_catchment_persons;
    char count[WORDS_SIZE], all[WORDS_SIZE], least[WORDS_SIZE];
    size_t small = 0;
    for (size_t i = 0; i < t->plants; i++) {
        const double persons = facts_persons(p->facts, totals_plant(p->facts, i));
        small += persons > 0 && persons < limit;
    }
    if (small == 0) return;
    text_add_string(answer, " ");
    words_say(p->words, answer, SAY_COUNCIL_SMALL_MANY, "n",
              words_count(p->words, (double)small, count), "all",
              words_count(p->words, (double)t->plants, all), "limit",
              words_count(p->words, limit, least), NULL);
}

static void ask_town(const page *p, const totals *t)
{
    text answer = {0};
    add(p, &answer, SAY_COUNCIL_TOWN_ANSWER);
    if (t->plants > MOST_PLANTS)
        say_small_ones(p, t, &answer);
    else
        for (size_t i = 0; i < t->plants; i++) say_persons(p, totals_plant(p->facts, i), &answer);
    ask(p, SAY_COUNCIL_TOWN, &answer);
}

/* ---- Who, how many, where ---- */

static void ask_fixed(const page *p, enum sentence question, enum sentence sentence)
{
    text answer = {0};
    add(p, &answer, sentence);
    ask(p, question, &answer);
}

static void ask_elsewhere(const page *p, const totals *t)
{
    text answer = {0}, plants = {0};
    phrase_count(p->words, &plants, SAY_PLANT_1, SAY_PLANTS, t->plants);
    words_say(p->words, &answer,
              t->plants > 1 ? SAY_COUNCIL_ELSEWHERE_MANY : SAY_COUNCIL_ELSEWHERE_ONE, "plants",
              phrase_of(&plants), NULL);
    ask(p, SAY_COUNCIL_ELSEWHERE, &answer);
    text_free(&plants);
}

static void ask_up(const page *p, const totals *t)
{
    text answer = {0};
    answer_change(p->facts, p->words, t, &answer);
    if (answer_has_years(t)) add(p, &answer, SAY_COUNCIL_UP_ANSWER);
    ask(p, SAY_COUNCIL_UP, &answer);
}

/* ---- For the money ---- */

/* The smallest and largest change a year that would have been shown; how many are known. */
static size_t find_years(const facts *f, double *least, double *most)
{
    size_t n = 0;
    for (size_t i = 0; i < f->n_series; i++) {
        const doseau_trend *t = facts_trend(f, &f->series[i]);
        if (!t || !t->detectable_percent_per_year.given) continue;
        const double change = t->detectable_percent_per_year.value;
        if (n == 0 || change < *least) *least = change;
        if (n == 0 || change > *most) *most = change;
        n++;
    }
    return n;
}

static size_t find_pairs(const facts *f, const doseau_comparison **least,
                         const doseau_comparison **most)
{
    size_t n = 0;
    for (size_t i = 0; i < f->n_comparisons; i++) {
        const doseau_comparison *c = &f->comparison[i];
        if (c->a->data != DOSEAU_ALL || !c->detectable_up_percent.given) continue;
        const double change = c->detectable_up_percent.value;
        if (n == 0 || change < (*least)->detectable_up_percent.value) *least = c;
        if (n == 0 || change > (*most)->detectable_up_percent.value) *most = c;
        n++;
    }
    return n;
}

static void say_years(const page *p, double least, double most, text *answer)
{
    char from[WORDS_SIZE], to[WORDS_SIZE];
    words_percent_plain(p->words, least, from);
    words_percent_plain(p->words, most, to);
    words_say(p->words, answer, least < most ? SAY_COUNCIL_MONEY_MANY : SAY_COUNCIL_MONEY_MANY_ONLY,
              "from", from, "to", to, NULL);
}

static void say_pairs(const page *p, const doseau_comparison *least, const doseau_comparison *most,
                      text *answer)
{
    text from = {0}, to = {0};
    phrase_detectable(p->words, &from, least);
    phrase_detectable(p->words, &to, most);
    words_say(p->words, answer, least == most ? SAY_COUNCIL_MONEY_FEW_ONLY : SAY_COUNCIL_MONEY_FEW,
              "from", phrase_of(&from), "to", phrase_of(&to), NULL);
    text_free(&from);
    text_free(&to);
}

static void ask_money(const page *p, const totals *t)
{
    double least_year = 0, most_year = 0;
    const doseau_comparison *least, *most;
    text answer = {0};
    if (find_years(p->facts, &least_year, &most_year))
        say_years(p, least_year, most_year, &answer);
    else if (find_pairs(p->facts, &least, &most))
        say_pairs(p, least, most, &answer);
    else
        add(p, &answer, t->rounds == 1 ? SAY_COUNCIL_MONEY_ONE : SAY_COUNCIL_MONEY_NONE);
    ask(p, SAY_COUNCIL_MONEY, &answer);
}

static void write(const page *p)
{
    const totals t = totals_of(p->facts);
    text_add_string(p->out, "<div class=\"council\">\n");
    ask_town(p, &t);
    ask_fixed(p, SAY_COUNCIL_YOUNG, SAY_COUNCIL_YOUNG_ANSWER);
    ask_fixed(p, SAY_COUNCIL_HOW_MANY, SAY_COUNCIL_HOW_MANY_ANSWER);
    ask_elsewhere(p, &t);
    ask_up(p, &t);
    ask_money(p, &t);
    text_add_string(p->out, "</div>\n");
}

const page_section section_council = {
    .id = "council", .heading = SAY_COUNCIL_HEADING, .write = write};
