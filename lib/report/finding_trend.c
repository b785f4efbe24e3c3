/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/figure.h"
#include "report/finding.h"
#include "report/phrases.h"
#include <string.h>

/* The words for the places of a sentence on a series. */
typedef struct places {
    char rounds[WORDS_SIZE], family[WORDS_SIZE], change[WORDS_SIZE], margin[WORDS_SIZE];
    char detectable[WORDS_SIZE];
    text first, last, range;
} places;

static places places_of(const facts *f, const words *w, const doseau_trend *t,
                        const doseau_trend_estimate *e)
{
    places p = {.rounds = ""};
    words_count(w, (double)t->rounds, p.rounds);
    words_count(w, (double)t->family_size, p.family);
    words_percent(w, e->value.value, p.change);
    figure_percent(w, 100 * f->options.trend.margin.value, p.margin);
    words_percent_plain(w, t->detectable_percent_per_year.value, p.detectable);
    words_name(&p.first, facts_round_label(f, t->first_round), 40);
    words_name(&p.last, facts_round_label(f, t->last_round), 40);
    phrase_percents(w, &p.range, e->lower, e->upper);
    return p;
}

static void say(const words *w, text *out, enum sentence sentence, const places *p, const char *why)
{
    words_say(w, out, sentence, "rounds", p->rounds, "family", p->family, "change", p->change,
              "margin", p->margin, "first", phrase_of(&p->first), "last", phrase_of(&p->last),
              "range", phrase_of(&p->range), "why", why, NULL);
}

static void free_places(text *out, places *p)
{
    out->failed = out->failed || p->first.failed || p->last.failed || p->range.failed;
    text_free(&p->first);
    text_free(&p->last);
    text_free(&p->range);
}

static void add_why(const words *w, text *why, const places *p, doseau_trend_reason reason)
{
    switch (reason) {
    case DOSEAU_TREND_ADJUSTED:
        words_say(w, why, SAY_WHY_ADJUSTED, "family", p->family, NULL);
        break;
    case DOSEAU_TREND_FLAGGED_DAYS: words_say(w, why, SAY_WHY_FLAGGED_DAYS, NULL); break;
    case DOSEAU_TREND_FLAGGED_ROUNDS: words_say(w, why, SAY_WHY_FLAGGED_ROUNDS, NULL); break;
    case DOSEAU_TREND_LIMITS: words_say(w, why, SAY_WHY_LIMITS, NULL); break;
    case DOSEAU_TREND_LITTLE_FOUND: words_say(w, why, SAY_WHY_LITTLE_FOUND, NULL); break;
    case DOSEAU_TREND_NO_INTERVAL: words_say(w, why, SAY_WHY_NO_INTERVAL, NULL); break;
    default: break;
    }
}

/* What is detectable is so by one test alone: more than that, where there are others. */
static bool is_one_of_many(const facts *f, const doseau_trend *t)
{
    return t->family_size > 1 && f->options.trend.claims.adjust != DOSEAU_ADJUST_NONE;
}

static void say_not_shown(const facts *f, const words *w, const doseau_trend *t, const places *p,
                          text *out)
{
    text why = {0};
    add_why(w, &why, p, t->reason);
    say(w, out, SAY_TREND_NOT_SHOWN, p, phrase_of(&why));
    out->failed = out->failed || why.failed;
    text_free(&why);
    if (t->percent_per_year.value.given) {
        text_add_string(out, " ");
        say(w, out, SAY_TREND_ESTIMATE, p, "");
    }
    if (!t->detectable_percent_per_year.given) return;
    text_add_string(out, " ");
    words_say(w, out, is_one_of_many(f, t) ? SAY_TREND_DETECTABLE_ALONE : SAY_TREND_DETECTABLE,
              "change", p->detectable, NULL);
}

static enum sentence few(const doseau_trend *t)
{
    switch (t->reason) {
    case DOSEAU_TREND_CLOSE: return SAY_FEW_CLOSE;
    case DOSEAU_TREND_SHORT: return SAY_FEW_SHORT;
    case DOSEAU_TREND_SEASONS: return SAY_FEW_SEASONS;
    case DOSEAU_TREND_FEW_UNFLAGGED: return SAY_FEW_UNFLAGGED;
    case DOSEAU_TREND_SMALLEST_P: return SAY_FEW_SMALLEST_P;
    default: return t->rounds == 1 ? SAY_FEW_ONE : SAY_FEW_ROUNDS;
    }
}

static void say_few(const facts *f, const words *w, const doseau_trend *t, enum sentence sentence,
                    text *out)
{
    places p = places_of(f, w, t, &t->span_percent);
    say(w, out, sentence, &p, "");
    if (t->span_percent.value.given) {
        const bool range = t->span_percent.lower.given || t->span_percent.upper.given;
        text_add_string(out, " ");
        say(w, out, range ? SAY_FEW_DESCRIBED : SAY_FEW_DESCRIBED_ALONE, &p, "");
    }
    free_places(out, &p);
}

static void say_verdict(const facts *f, const words *w, const doseau_trend *t, text *out)
{
    places p = places_of(f, w, t, &t->percent_per_year);
    switch (t->verdict) {
    case DOSEAU_TREND_INCREASE: say(w, out, SAY_TREND_ROSE, &p, ""); break;
    case DOSEAU_TREND_DECREASE: say(w, out, SAY_TREND_FELL, &p, ""); break;
    case DOSEAU_TREND_STABLE: say(w, out, SAY_TREND_STABLE, &p, ""); break;
    case DOSEAU_TREND_NOT_DEMONSTRATED:
        if (t->p.given)
            say_not_shown(f, w, t, &p, out);
        else
            say_few(f, w, t, SAY_FEW_UNFLAGGED, out);
        break;
    case DOSEAU_TREND_TOO_FEW_ROUNDS: say_few(f, w, t, few(t), out); break;
    case DOSEAU_TREND_NOT_ESTIMABLE:
        words_say(w, out,
                  t->rounds == 0                    ? SAY_NO_ROUND
                  : t->percent_per_year.value.given ? SAY_NO_SCATTER
                                                    : SAY_NOTHING_FOUND,
                  NULL);
        break;
    }
    free_places(out, &p);
}

void finding_changes(const words *w, text *out, doseau_flags flags)
{
    static const struct {
        doseau_flags flag;
        enum sentence sentence;
    } changes[] = {
        {DOSEAU_FLAG_LABORATORY_CHANGED, SAY_ALSO_LABORATORY},
        {DOSEAU_FLAG_BRIDGED, SAY_ALSO_BRIDGED},
        {DOSEAU_FLAG_METER_CHANGED, SAY_ALSO_METER},
        {DOSEAU_FLAG_POPULATION_BASIS_CHANGED, SAY_ALSO_POPULATION},
    };
    for (size_t i = 0; i < sizeof changes / sizeof *changes; i++) {
        if (!(flags & changes[i].flag)) continue;
        text_add_string(out, " ");
        words_say(w, out, changes[i].sentence, NULL);
    }
}

bool finding_may_be_replaced(const facts *f, const doseau_trend *t, text *others)
{
    text unused = {0};
    const bool missed = t && t->verdict == DOSEAU_TREND_DECREASE &&
                        strcmp(doseau_study_substance_name(f->study, t->substance), "3-MMC") == 0 &&
                        facts_missed_cathinones(f, t->plant, others ? others : &unused);
    text_free(&unused);
    return missed;
}

static void warn_of_replacement(const facts *f, const words *w, const doseau_trend *t, text *out)
{
    text others = {0};
    if (finding_may_be_replaced(f, t, &others)) {
        text_add_string(out, " ");
        words_say(w, out, SAY_REPLACED, "others", phrase_of(&others), NULL);
    }
    text_free(&others);
}

void finding_trend(const facts *f, const words *w, const doseau_trend *t, text *out)
{
    say_verdict(f, w, t, out);
    finding_changes(w, out, t->flags);
    if (t->seasonal) {
        text_add_string(out, " ");
        words_say(w, out, SAY_ALSO_SEASONS, NULL);
    }
    warn_of_replacement(f, w, t, out);
}
