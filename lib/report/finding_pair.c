/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/figure.h"
#include "report/finding.h"
#include "report/phrases.h"

static void say_difference(const words *w, const doseau_comparison *c, const char *a, const char *b,
                           text *out)
{
    text change = {0}, range = {0};
    const bool bounded = c->a->bound_lower.given && c->b->bound_lower.given;
    const bool interval = c->measurement_lower_percent.given || c->measurement_upper_percent.given;
    phrase_difference(w, &change, c);
    phrase_percents(w, &range, c->measurement_lower_percent, c->measurement_upper_percent);
    words_say(w, out,
              c->change_percent.given ? (interval ? SAY_PAIR_CHANGE : SAY_PAIR_CHANGE_ALONE)
              : !bounded              ? SAY_PAIR_NO_MEAN
              : c->ratio_at_least.given || c->ratio_at_most.given ? SAY_PAIR_BOUNDS
                                                                  : SAY_PAIR_BOUNDS_NONE,
              "a", a, "b", b, "change", phrase_of(&change), "bounds", phrase_of(&change), "range",
              phrase_of(&range), NULL);
    out->failed = out->failed || change.failed || range.failed;
    text_free(&change);
    text_free(&range);
}

static enum sentence verdict(const doseau_comparison *c)
{
    switch (c->verdict) {
    case DOSEAU_RISE_BEYOND_USUAL: return SAY_PAIR_HIGHER;
    case DOSEAU_FALL_BEYOND_USUAL: return SAY_PAIR_LOWER;
    case DOSEAU_WITHIN_USUAL: return SAY_PAIR_WITHIN;
    case DOSEAU_CHANGE_NOT_ESTIMABLE: break;
    }
    return c->flags & DOSEAU_FLAG_CLOSE_ROUNDS ? SAY_PAIR_CLOSE : SAY_PAIR_OPEN;
}

static void say_verdict(const facts *f, const words *w, const doseau_comparison *c, text *out)
{
    text p = {0}, detectable = {0};
    phrase_p(w, &p, c->p_adjusted.value);
    text_add_string(out, " ");
    words_say(w, out, verdict(c), "p", phrase_of(&p), NULL);
    if (c->verdict == DOSEAU_WITHIN_USUAL && phrase_detectable(w, &detectable, c)) {
        const bool alone =
            c->family_size > 1 && f->options.compare.claims.adjust != DOSEAU_ADJUST_NONE;
        text_add_string(out, " ");
        words_say(w, out, alone ? SAY_PAIR_DETECTABLE_ALONE : SAY_PAIR_DETECTABLE, "change",
                  phrase_of(&detectable), NULL);
    }
    out->failed = out->failed || p.failed || detectable.failed;
    text_free(&p);
    text_free(&detectable);
}

static void say_equality(const facts *f, const words *w, const doseau_comparison *c, text *out)
{
    char margin[WORDS_SIZE];
    if (!c->p_equivalence.given) return;
    figure_percent(w, 100 * f->options.compare.margin.value, margin);
    text_add_string(out, " ");
    words_say(w, out, c->equivalent ? SAY_PAIR_EQUAL : SAY_PAIR_NOT_EQUAL, "margin", margin, NULL);
}

/* The row of the same pair without flagged days, where these changed anything. */
static const doseau_comparison *unflagged(const facts *f, size_t index)
{
    const doseau_comparison *c = &f->comparison[index], *next = c + 1;
    if (index + 1 >= f->n_comparisons || next->a->data != DOSEAU_UNFLAGGED ||
        next->a->round != c->a->round || next->b->round != c->b->round ||
        next->a->plant != c->a->plant || next->a->substance != c->a->substance)
        return NULL;
    return next->a->days != c->a->days || next->b->days != c->b->days ? next : NULL;
}

void finding_pair(const facts *f, const words *w, size_t index, text *out)
{
    const doseau_comparison *c = &f->comparison[index], *without = unflagged(f, index);
    text a = {0}, b = {0}, change = {0};
    words_name(&a, facts_round_label(f, c->a->round), 40);
    words_name(&b, facts_round_label(f, c->b->round), 40);
    say_difference(w, c, phrase_of(&a), phrase_of(&b), out);
    say_verdict(f, w, c, out);
    if (without) {
        phrase_difference(w, &change, without);
        text_add_string(out, " ");
        words_say(w, out, SAY_PAIR_UNFLAGGED, "change", phrase_of(&change), NULL);
    }
    if (c->flags & DOSEAU_FLAG_RESTS_ON_FLAGGED) {
        text_add_string(out, " ");
        words_say(w, out, SAY_PAIR_RESTS, NULL);
    }
    say_equality(f, w, c, out);
    finding_changes(w, out, c->flags);
    out->failed = out->failed || a.failed || b.failed || change.failed;
    text_free(&a);
    text_free(&b);
    text_free(&change);
}
