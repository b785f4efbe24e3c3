/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/answer.h"
#include "report/page_sections.h"
#include "report/phrases.h"

static void say_question(const page *p, const totals *t)
{
    text plants = {0}, substances = {0};
    answer_plants(p->facts, p->words, t, &plants);
    answer_substances(p->facts, p->words, t, &substances);
    PAGE_SAY(p, "p", t->rounds > 1 ? SAY_QUESTION : SAY_QUESTION_ONE, "plants", phrase_of(&plants),
             "substances", phrase_of(&substances));
    p->out->failed = p->out->failed || plants.failed || substances.failed;
    text_free(&plants);
    text_free(&substances);
}

/* A day, or the label of its round where no date is published. */
static void add_day(const page *p, text *out, doseau_date date, uint32_t round)
{
    char day[WORDS_SIZE];
    if (*words_date(p->words, date, day))
        text_add_string(out, day);
    else
        words_name(out, facts_round_label(p->facts, round), 40);
}

static void say_measured(const page *p, const totals *t)
{
    text rounds = {0}, plants = {0}, substances = {0}, first = {0}, last = {0};
    char results[WORDS_SIZE], below[WORDS_SIZE];
    phrase_count(p->words, &rounds, SAY_ROUND_1, SAY_ROUNDS, t->rounds);
    phrase_count(p->words, &plants, SAY_PLANT_1, SAY_PLANTS, t->plants);
    phrase_count(p->words, &substances, SAY_SUBSTANCE_1, SAY_SUBSTANCES, t->substances);
    add_day(p, &first, t->first, t->first_round);
    add_day(p, &last, t->last, t->last_round);
    PAGE_SAY(p, "li", SAY_ANSWER_MEASURED, "rounds", phrase_of(&rounds), "plants",
             phrase_of(&plants), "substances", phrase_of(&substances), "first", phrase_of(&first),
             "last", phrase_of(&last), "results",
             words_count(p->words, (double)t->results, results), "below",
             words_count(p->words, (double)t->below, below));
    text_free(&rounds);
    text_free(&plants);
    text_free(&substances);
    text_free(&first);
    text_free(&last);
}

static void write(const page *p)
{
    const totals t = totals_of(p->facts);
    text change = {0};
    say_question(p, &t);
    text_add_string(p->out, "<ol class=\"answer\">\n");
    say_measured(p, &t);
    answer_change(p->facts, p->words, &t, &change);
    page_element(p, "li", &change);
    PAGE_SAY(p, "li", SAY_ANSWER_NOT);
    text_add_string(p->out, "</ol>\n");
}

const page_section section_question = {
    .id = "question", .heading = SAY_QUESTION_HEADING, .write = write};
