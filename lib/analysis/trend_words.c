/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/trend_list.h"
#include "base/text.h"
#include <doseau/flag.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

/* ---- Numbers for people ---- */

enum { NUMBER_SIZE = 32 };

/* Two significant digits, whole from ten on; `sign`: + before a rise. */
static const char *number(double x, bool sign, char room[NUMBER_SIZE])
{
    const char *format = fabs(x) >= 9.95 ? (sign ? "%+.0f" : "%.0f") : (sign ? "%+.2g" : "%.2g");
    if (fabs(x) >= 1e6) format = sign ? "%+.2g" : "%.2g";
    snprintf(room, NUMBER_SIZE, format, x);
    return room;
}

/* " about +3.8 %, (-5.6 to +14)"; an end that is not known is open. */
static void add_change(text *t, const doseau_trend_estimate *e)
{
    char value[NUMBER_SIZE], lower[NUMBER_SIZE], upper[NUMBER_SIZE];
    text_addf(t, "about %s %%", number(e->value.value, true, value));
    if (e->lower.given && e->upper.given)
        text_addf(t, " (%s to %s)", number(e->lower.value, true, lower),
                  number(e->upper.value, true, upper));
    else if (e->lower.given)
        text_addf(t, " (at least %s)", number(e->lower.value, true, lower));
    else if (e->upper.given)
        text_addf(t, " (at most %s)", number(e->upper.value, true, upper));
}

/* ---- What was measured ---- */

static const char *label(const doseau_trends *trends, uint32_t round)
{
    size_t n;
    const doseau_round *declared = doseau_study_rounds(trends->rounds->study, &n);
    return round < n ? doseau_study_text_at(trends->rounds->study, declared[round].label) : "";
}

static void add_rounds(text *t, const doseau_trends *trends, const doseau_trend *trend)
{
    text_addf(t, "these %zu rounds (%s to %s)", trend->rounds, label(trends, trend->first_round),
              label(trends, trend->last_round));
}

/* ---- Verdicts ---- */

static void say_claim(text *t, const doseau_trends *trends, const doseau_trend *trend)
{
    char room[NUMBER_SIZE];
    const bool rose = trend->verdict == DOSEAU_TREND_INCREASE;
    const doseau_trend_estimate *e = &trend->percent_per_year;
    const doseau_figure near = rose ? e->lower : e->upper, far = rose ? e->upper : e->lower;
    text_add_string(t, "Over ");
    add_rounds(t, trends, trend);
    text_addf(t, " the level %s by about %s %% a year (", rose ? "rose" : "fell",
              number(fabs(e->value.value), false, room));
    text_addf(t, "%s%s", far.given ? "" : "at least ", number(fabs(near.value), false, room));
    if (far.given) text_addf(t, " to %s", number(fabs(far.value), false, room));
    text_add_string(t, ")");
    if (trend->family_size > 1 && trends->options.claims.adjust == DOSEAU_ADJUST_NONE)
        text_addf(t, "; p is not adjusted for the %zu series asked", trend->family_size);
    text_add_string(t, ".");
}

static void say_stable(text *t, const doseau_trends *trends, const doseau_trend *trend)
{
    char room[NUMBER_SIZE];
    text_add_string(t, "Over ");
    add_rounds(t, trends, trend);
    text_addf(t, " the level changed by no more than the margin of %s %%: ",
              number(100 * trends->options.margin.value, false, room));
    add_change(t, &trend->percent_per_year);
    text_add_string(t, " a year.");
}

static void say_why_not(text *t, const doseau_trend *trend)
{
    switch (trend->reason) {
    case DOSEAU_TREND_ADJUSTED:
        text_addf(t, " among the %zu questions of this family", trend->family_size);
        break;
    case DOSEAU_TREND_FLAGGED_DAYS: text_add_string(t, ": not without the flagged days"); break;
    case DOSEAU_TREND_FLAGGED_ROUNDS:
        text_add_string(t, ": not without the rounds that have a flagged day");
        break;
    case DOSEAU_TREND_LIMITS:
        text_add_string(t, ": not with all rounds cut off at the highest reporting limit");
        break;
    case DOSEAU_TREND_LITTLE_FOUND:
        text_add_string(t,
                        ": with so little above the limits no order of the rounds would show it");
        break;
    case DOSEAU_TREND_NO_INTERVAL: text_add_string(t, ": its size has no interval"); break;
    default: break;
    }
}

/* What is detectable is so by one test alone: more than that, where there are others. */
static bool is_one_of_many(const doseau_trends *trends, const doseau_trend *trend)
{
    return trend->family_size > 1 && trends->options.claims.adjust != DOSEAU_ADJUST_NONE;
}

static void say_not_demonstrated(text *t, const doseau_trends *trends, const doseau_trend *trend)
{
    char room[NUMBER_SIZE];
    text_add_string(t, "Over ");
    add_rounds(t, trends, trend);
    text_add_string(t, " a change is not demonstrated");
    say_why_not(t, trend);
    if (trend->percent_per_year.value.given) {
        text_add_string(t, "; ");
        add_change(t, &trend->percent_per_year);
        text_add_string(t, " a year");
    }
    if (trend->detectable_percent_per_year.given)
        text_addf(t, "; this design would have shown about %s %% a year%s",
                  number(trend->detectable_percent_per_year.value, false, room),
                  is_one_of_many(trends, trend) ? " if it were the only question" : "");
    text_add_string(t, ".");
}

static void say_too_few(text *t, const doseau_trend *trend)
{
    switch (trend->reason) {
    case DOSEAU_TREND_CLOSE:
        text_add_string(t, "Rounds less than half a year apart show no trend");
        break;
    case DOSEAU_TREND_SHORT:
        text_add_string(t, "Rounds over less than three years show no trend");
        break;
    case DOSEAU_TREND_SEASONS:
        text_add_string(t, "The rounds were in different seasons, and are too few to tell season "
                           "and trend apart");
        break;
    case DOSEAU_TREND_FEW_UNFLAGGED:
        text_add_string(t, "Without the rounds that have a flagged day too little is left for a "
                           "statement");
        break;
    case DOSEAU_TREND_SMALLEST_P:
        text_addf(t,
                  "Too few rounds for a statement in a family of %zu: no order of them would "
                  "have been enough",
                  trend->family_size);
        break;
    default:
        if (trend->rounds == 1)
            text_add_string(t, "One round is a snapshot: nothing can be said of a trend");
        else
            text_addf(t, "%zu rounds are too few for a statement on a trend, which needs five",
                      trend->rounds);
    }
}

/* What was measured, over the span, not per year; that anything changed is not said. */
static void describe_span(text *t, const doseau_trends *trends, const doseau_trend *trend)
{
    if (trend->span_percent.value.given) {
        text_add_string(t, "; without a claim: ");
        add_change(t, &trend->span_percent);
        text_addf(t, " from %s to %s", label(trends, trend->first_round),
                  label(trends, trend->last_round));
    }
    text_add_string(t, ".");
}

static void say_not_estimable(text *t, const doseau_trend *trend)
{
    if (trend->rounds == 0)
        text_add_string(t,
                        "There is no regular round with a date or year and with a mean or bounds.");
    else if (trend->percent_per_year.value.given)
        text_add_string(t, "The rounds say nothing of a trend: without any scatter there is no "
                           "test.");
    else
        text_add_string(t, "The rounds say nothing of a trend: nothing was found that could be "
                           "compared.");
}

static void say_verdict(text *t, const doseau_trends *trends, const doseau_trend *trend)
{
    switch (trend->verdict) {
    case DOSEAU_TREND_INCREASE:
    case DOSEAU_TREND_DECREASE: say_claim(t, trends, trend); break;
    case DOSEAU_TREND_STABLE: say_stable(t, trends, trend); break;
    case DOSEAU_TREND_NOT_DEMONSTRATED:
        if (trend->p.given) {
            say_not_demonstrated(t, trends, trend);
            break;
        }
        text_add_string(t, "Without the flagged days too little is left for a statement");
        describe_span(t, trends, trend);
        break;
    case DOSEAU_TREND_TOO_FEW_ROUNDS:
        say_too_few(t, trend);
        describe_span(t, trends, trend);
        break;
    case DOSEAU_TREND_NOT_ESTIMABLE: say_not_estimable(t, trend); break;
    }
}

/* ---- What to know besides ---- */

static bool was_measured(const doseau_study *study, uint32_t plant, const char *substance)
{
    size_t n;
    const doseau_measurement *m = doseau_study_measurements(study, &n);
    for (size_t i = 0; i < n; i++)
        if (m[i].plant == plant &&
            strcmp(doseau_study_substance_name(study, m[i].substance), substance) == 0)
            return true;
    return false;
}

/* Cathinones replace each other: a fall of one may be a change of drug. */
static void warn_of_replacement(text *t, const doseau_study *study, const doseau_trend *trend)
{
    static const char *const others[] = {"2-MMC", "3-CMC", "4-MMC"};
    size_t missed = 0;
    if (trend->verdict != DOSEAU_TREND_DECREASE ||
        strcmp(doseau_study_substance_name(study, trend->substance), "3-MMC") != 0)
        return;
    for (size_t i = 0; i < 3; i++) {
        if (was_measured(study, trend->plant, others[i])) continue;
        text_addf(t, "%s%s", missed++ ? " or " : " ", others[i]);
    }
    if (missed) text_add_string(t, " may have taken its place: not measured.");
}

static void say_changes(text *t, const doseau_trend *trend)
{
    static const struct {
        doseau_flags flag;
        const char *words;
    } changes[] = {
        {DOSEAU_FLAG_LABORATORY_CHANGED, " The laboratory changed between the rounds."},
        {DOSEAU_FLAG_BRIDGED, " Samples that both have analysed tie the laboratories."},
        {DOSEAU_FLAG_METER_CHANGED, " The flow meter changed between the rounds."},
        {DOSEAU_FLAG_POPULATION_BASIS_CHANGED,
         " The people were not counted on the same basis in all rounds."},
    };
    for (size_t i = 0; i < sizeof changes / sizeof *changes; i++)
        if (trend->flags & changes[i].flag) text_add_string(t, changes[i].words);
    if (trend->seasonal)
        text_add_string(t, " The rounds were in different seasons, which is counted in.");
}

size_t doseau_trend_statement(const doseau_trends *trends, const doseau_trend *trend, char *words,
                              size_t size)
{
    text t = {0};
    say_verdict(&t, trends, trend);
    say_changes(&t, trend);
    warn_of_replacement(&t, trends->rounds->study, trend);
    const size_t length = t.failed ? 0 : t.size;
    if (size) text_copy(words, size, length ? t.bytes : "");
    text_free(&t);
    return length;
}
