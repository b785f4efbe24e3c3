/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/phrases.h"
#include <math.h>
#include <stdio.h>
#include <string.h>

const char *phrase_of(const text *t)
{
    return t->bytes ? t->bytes : "";
}

typedef const char *figure_writer(const words *w, double value, char buffer[WORDS_SIZE]);

static void phrase_range(const words *w, text *out, doseau_figure lower, doseau_figure upper,
                         figure_writer *write)
{
    char from[WORDS_SIZE], to[WORDS_SIZE];
    write(w, lower.value, from);
    write(w, upper.value, to);
    if (lower.given && upper.given)
        words_say(w, out, SAY_RANGE, "lower", from, "upper", to, NULL);
    else if (lower.given)
        words_say(w, out, SAY_AT_LEAST, "lower", from, NULL);
    else if (upper.given)
        words_say(w, out, SAY_AT_MOST, "upper", to, NULL);
    else
        words_say(w, out, SAY_NOT_KNOWN, NULL);
}

void phrase_percents(const words *w, text *out, doseau_figure lower, doseau_figure upper)
{
    phrase_range(w, out, lower, upper, words_percent);
}

void phrase_loads(const words *w, text *out, doseau_figure lower, doseau_figure upper)
{
    phrase_range(w, out, lower, upper, words_load);
}

void phrase_mean(const words *w, text *out, const doseau_round_mean *r)
{
    char lower[WORDS_SIZE], upper[WORDS_SIZE];
    if (r->mean.given) {
        text_add_string(out, words_load(w, r->mean.value, upper));
        return;
    }
    words_load(w, r->bound_lower.value, lower);
    words_load(w, r->bound_upper.value, upper);
    if (!r->bound_lower.given)
        words_say(w, out, SAY_NO_MEAN, NULL);
    else if (!r->bound_upper.given)
        words_say(w, out, SAY_BOUND_LOWER, "lower", lower, NULL);
    else if (r->found == 0 && !(r->bound_lower.value > 0))
        words_say(w, out, SAY_BELOW_ALL, "upper", upper, NULL);
    else
        words_say(w, out, SAY_BOUNDS, "lower", lower, "upper", upper, NULL);
}

void phrase_p(const words *w, text *out, double p)
{
    char buffer[WORDS_SIZE];
    text_add_string(out, p >= .995 ? "1" : words_number(w, p, 2, buffer));
}

void phrase_dates(const words *w, text *out, doseau_date first, doseau_date last)
{
    char buffer[WORDS_SIZE];
    const doseau_civil a = doseau_date_to_civil(first), b = doseau_date_to_civil(last);
    if (!a.month || !b.month) return;
    if (first != last && a.year == b.year && a.month == b.month)
        text_addf(out, "%d\xe2\x80\x93", a.day);
    else if (first != last && a.year == b.year)
        text_addf(out, "%d %s \xe2\x80\x93 ", a.day, w->month[a.month - 1]);
    else if (first != last)
        text_addf(out, "%s \xe2\x80\x93 ", words_date(w, first, buffer));
    text_add_string(out, words_date(w, last, buffer));
}

/* Up and down are the same factor; in per cent it soon stops telling anything. */
bool phrase_detectable(const words *w, text *out, const doseau_comparison *c)
{
    char up[WORDS_SIZE], down[WORDS_SIZE];
    if (!c->detectable_up_percent.given || !c->detectable_down_percent.given) return false;
    if (c->detectable_up_percent.value < 1000) {
        words_percent(w, c->detectable_up_percent.value, up);
        words_percent(w, c->detectable_down_percent.value, down);
        words_say(w, out, SAY_UP_OR_DOWN, "up", up, "down", down, NULL);
    } else {
        words_number(w, 1 + c->detectable_up_percent.value / 100, 3, up);
        words_say(w, out, SAY_FACTOR, "factor", up, NULL);
    }
    return true;
}

/* Three digits, rounded so that "at least" and "at most" stay true. */
static double outward(double factor, bool up)
{
    const double step = pow(10, floor(log10(factor)) - 2), steps = factor / step;
    return (up ? ceil(steps - 1e-9) : floor(steps + 1e-9)) * step;
}

static const char *factor_words(const words *w, double factor, char buffer[WORDS_SIZE])
{
    char number[WORDS_SIZE];
    snprintf(buffer, WORDS_SIZE, "\xc3\x97\xc2\xa0%.*s", WORDS_SIZE - 8,
             words_number(w, factor, 3, number)); /* a multiplication sign and a blank */
    return buffer;
}

void phrase_difference(const words *w, text *out, const doseau_comparison *c)
{
    char buffer[WORDS_SIZE];
    doseau_figure least = c->ratio_at_least, most = c->ratio_at_most;
    if (c->change_percent.given) {
        text_add_string(out, words_percent(w, c->change_percent.value, buffer));
        return;
    }
    if (least.given && least.value > 0) least.value = outward(least.value, false);
    if (most.given && most.value > 0) most.value = outward(most.value, true);
    phrase_range(w, out, least, most, factor_words);
}

void phrase_series(const facts *f, const words *w, text *out, const facts_series *s)
{
    text substance = {0}, plant = {0};
    words_substance(w, &substance, f->study, s->substance);
    words_name(&plant, facts_plant(f, s->plant), 60);
    words_say(w, out, SAY_SUBSTANCE_AT, "substance", phrase_of(&substance), "plant",
              phrase_of(&plant), NULL);
    out->failed = out->failed || substance.failed || plant.failed;
    text_free(&substance);
    text_free(&plant);
}

void phrase_count(const words *w, text *out, enum sentence one, enum sentence many, size_t n)
{
    char count[WORDS_SIZE];
    words_say(w, out, n == 1 ? one : many, "n", words_count(w, (double)n, count), NULL);
}

static void join_last(const words *w, text *out, const text *before, const text *last)
{
    words_say(w, out, SAY_AND, "a", phrase_of(before), "b", phrase_of(last), NULL);
}

void phrase_list(const words *w, text *out, size_t n, size_t most,
                 void (*add)(const void *context, size_t i, text *out), const void *context)
{
    text before = {0}, last = {0};
    char rest[WORDS_SIZE];
    const size_t shown = n > most ? most : n;
    for (size_t i = 0; i + 1 < shown; i++) {
        if (i) text_add_string(&before, ", ");
        add(context, i, &before);
    }
    if (shown) add(context, shown - 1, &last);
    if (n > most) {
        if (shown > 1) text_add_string(&before, ", ");
        text_add_string(&before, phrase_of(&last));
        words_say(w, out, SAY_AND_MORE, "a", phrase_of(&before), "n",
                  words_count(w, (double)(n - shown), rest), NULL);
    } else if (shown > 1) {
        join_last(w, out, &before, &last);
    } else {
        text_add_string(out, phrase_of(&last));
    }
    out->failed = out->failed || before.failed || last.failed;
    text_free(&before);
    text_free(&last);
}

enum sentence phrase_trend_verdict(doseau_trend_verdict verdict)
{
    switch (verdict) {
    case DOSEAU_TREND_INCREASE: return SAY_VERDICT_ROSE;
    case DOSEAU_TREND_DECREASE: return SAY_VERDICT_FELL;
    case DOSEAU_TREND_STABLE: return SAY_VERDICT_STABLE;
    case DOSEAU_TREND_NOT_DEMONSTRATED: return SAY_VERDICT_NOT_SHOWN;
    case DOSEAU_TREND_TOO_FEW_ROUNDS: return SAY_VERDICT_TOO_FEW;
    case DOSEAU_TREND_NOT_ESTIMABLE: break;
    }
    return SAY_VERDICT_NOT_ESTIMABLE;
}

enum sentence phrase_change_verdict(doseau_change verdict)
{
    switch (verdict) {
    case DOSEAU_RISE_BEYOND_USUAL: return SAY_CHANGE_HIGHER;
    case DOSEAU_FALL_BEYOND_USUAL: return SAY_CHANGE_LOWER;
    case DOSEAU_WITHIN_USUAL: return SAY_CHANGE_WITHIN;
    case DOSEAU_CHANGE_NOT_ESTIMABLE: break;
    }
    return SAY_CHANGE_OPEN;
}
