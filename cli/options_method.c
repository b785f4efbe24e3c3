/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Options on how results are computed, and which are shown. */
#include "options.h"
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

static bool set_alpha(settings *s, const char *value)
{
    return doseau_number_parse(value, '.', &s->round.alpha) == DOSEAU_OK && s->round.alpha > 0 &&
           s->round.alpha < 1;
}

static void show_alpha(const settings *s, char value[CLI_VALUE_SIZE])
{
    doseau_number_format(s->round.alpha, value);
}

static bool set_missing(settings *s, const char *value)
{
    s->missing_given = true;
    return doseau_missing_days_parse(value, &s->round.missing) == DOSEAU_OK;
}

static void show_missing(const settings *s, char value[CLI_VALUE_SIZE])
{
    snprintf(value, CLI_VALUE_SIZE, "%s", doseau_missing_days_name(s->round.missing));
}

static bool set_convention(settings *s, const char *value)
{
    return doseau_convention_parse(value, &s->round.convention) == DOSEAU_OK;
}

static void show_convention(const settings *s, char value[CLI_VALUE_SIZE])
{
    snprintf(value, CLI_VALUE_SIZE, "%s", doseau_convention_name(s->round.convention));
}

static bool set_prior(settings *s, const char *value)
{
    return doseau_prior_set_parse(value, &s->round.prior) == DOSEAU_OK;
}

static void show_prior(const settings *s, char value[CLI_VALUE_SIZE])
{
    snprintf(value, CLI_VALUE_SIZE, "%s", doseau_prior_set_name(s->round.prior));
}

static bool set_exclude_flagged(settings *s, const char *value)
{
    (void)value;
    return s->round.exclude_flagged = true;
}

static void show_exclude_flagged(const settings *s, char value[CLI_VALUE_SIZE])
{
    snprintf(value, CLI_VALUE_SIZE, "%s", s->round.exclude_flagged ? "yes" : "no");
}

static bool set_budget(settings *s, const char *value)
{
    (void)value;
    return s->budget = true;
}

static void show_budget(const settings *s, char value[CLI_VALUE_SIZE])
{
    snprintf(value, CLI_VALUE_SIZE, "%s", s->budget ? "yes" : "no");
}

static bool set_all(settings *s, const char *value)
{
    (void)value;
    return s->all = true;
}

static void show_all(const settings *s, char value[CLI_VALUE_SIZE])
{
    snprintf(value, CLI_VALUE_SIZE, "%s", s->all ? "yes" : "no");
}

static bool set_limits(settings *s, const char *value)
{
    (void)value;
    return s->limits = true;
}

static bool set_rules(settings *s, const char *value)
{
    (void)value;
    return s->rules = true;
}

static bool set_list(settings *s, const char *value)
{
    (void)value;
    return s->list = true;
}

static bool set_adjust(settings *s, const char *value)
{
    return doseau_adjust_parse(value, &s->claims.adjust) == DOSEAU_OK;
}

static void show_adjust(const settings *s, char value[CLI_VALUE_SIZE])
{
    snprintf(value, CLI_VALUE_SIZE, "%s", doseau_adjust_name(s->claims.adjust));
}

static bool set_primary(settings *s, const char *value)
{
    s->claims.primary = value;
    return *value != '\0';
}

static void show_primary(const settings *s, char value[CLI_VALUE_SIZE])
{
    snprintf(value, CLI_VALUE_SIZE, "%s", s->claims.primary ? s->claims.primary : "");
}

static bool set_pairs(settings *s, const char *value)
{
    s->pairs_given = true;
    return doseau_pairs_parse(value, &s->compare.pairs) == DOSEAU_OK;
}

static void show_pairs(const settings *s, char value[CLI_VALUE_SIZE])
{
    snprintf(value, CLI_VALUE_SIZE, "%s", doseau_pairs_name(s->compare.pairs));
}

static bool set_baseline(settings *s, const char *value)
{
    s->compare.baseline = value;
    return *value != '\0' && strlen(value) < CLI_VALUE_SIZE;
}

static void show_baseline(const settings *s, char value[CLI_VALUE_SIZE])
{
    snprintf(value, CLI_VALUE_SIZE, "%s", s->compare.baseline ? s->compare.baseline : "");
}

static bool set_rounds(settings *s, const char *value)
{
    return option_split_pair(value, s->first_round, s->compare.named);
}

static void show_rounds(const settings *s, char value[CLI_VALUE_SIZE])
{
    if (s->compare.named[0])
        snprintf(value, CLI_VALUE_SIZE, "%s,%s", s->compare.named[0], s->compare.named[1]);
}

static bool set_margin_percent(settings *s, const char *value)
{
    if (!option_take_figure(value, &s->margin_percent)) return false;
    return s->margin_percent.value > 0 && s->margin_percent.value <= 1e6;
}

static void show_margin_percent(const settings *s, char value[CLI_VALUE_SIZE])
{
    option_show_figure(s->margin_percent, value);
}

const option_kind options_of_method[] = {
    {"alpha", 0, "A", "intervals hold with probability 1 - A; above 0, below 1", set_alpha,
     show_alpha, NULL},
    {"missing", 0, "model|present|stratified|refuse", "what is done about missing days",
     set_missing, show_missing, NULL},
    {"convention", 0, "doseau|euda",
     "whose rules: euda takes 0 below a limit and the mean of present days", set_convention,
     show_convention, NULL},
    {"prior", 0, "EU|NL|pooled",
     "whose usual week and usual change are borrowed where a plant has too few of its own",
     set_prior, show_prior, NULL},
    {"exclude-flagged", 0, NULL, "only rows without flagged days: unflagged, or all where none is",
     set_exclude_flagged, show_exclude_flagged, NULL},
    {"budget", 0, NULL, "what each component of the uncertainty adds, in place of the rounds",
     set_budget, show_budget, NULL},
    {"all", 0, NULL, "all that was judged, not only what does not fit", set_all, show_all, NULL},
    {"limits", 0, NULL, "the limits of all rules, with their sources; reads no file", set_limits,
     NULL, NULL},
    {"rules", 0, NULL,
     "what is looked for, with the windows and what to do; of FILEs those in force for them",
     set_rules, NULL, NULL},
    {"list", 0, NULL, "all procedures, with the columns and options that they take", set_list, NULL,
     NULL},
    {"adjust", 0, "holm|bh|none", "how p values are adjusted for how many there are", set_adjust,
     show_adjust, NULL},
    {"primary", 0, "SUBSTANCE[,PLANT]",
     "the question that was named before the data were seen: a family of its own", set_primary,
     show_primary, NULL},
    {"pairs", 0, "last|consecutive|baseline|all",
     "which rounds of a series: the last two, each with the one before, all with the first, each "
     "with each",
     set_pairs, show_pairs, NULL},
    {"baseline", 0, "ROUND", "all rounds with this one", set_baseline, show_baseline, NULL},
    {"rounds", 0, "A,B", "these two rounds", set_rounds, show_rounds, NULL},
    {"margin", 0, "PERCENT",
     "what still counts as equal: a rise by so much, or the fall that undoes it",
     set_margin_percent, show_margin_percent, "margin%"},
    {0},
};
