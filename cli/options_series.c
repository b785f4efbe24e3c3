/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Options of the procedures of `doseau series`. */
#include "options.h"
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

static bool set_seed(settings *s, const char *value)
{
    double number;
    if (!option_take_whole(value, 0, 9007199254740991., &number)) return false;
    s->series.seed = (uint64_t)number;
    return true;
}

static void show_seed(const settings *s, char value[CLI_VALUE_SIZE])
{
    snprintf(value, CLI_VALUE_SIZE, "%" PRIu64, s->series.seed);
}

static bool set_draws(settings *s, const char *value)
{
    double number;
    if (!option_take_whole(value, 1, 1e9, &number)) return false;
    s->series.draws = (size_t)number;
    return true;
}

static void show_draws(const settings *s, char value[CLI_VALUE_SIZE])
{
    if (s->series.draws) snprintf(value, CLI_VALUE_SIZE, "%zu", s->series.draws);
}

static bool set_most(settings *s, const char *value)
{
    double number;
    if (!option_take_whole(value, 1, 1e6, &number)) return false;
    s->series.most = (size_t)number;
    return true;
}

static void show_most(const settings *s, char value[CLI_VALUE_SIZE])
{
    if (s->series.most) snprintf(value, CLI_VALUE_SIZE, "%zu", s->series.most);
}

static bool set_margin(settings *s, const char *value)
{
    return option_take_figure(value, &s->series.margin) && s->series.margin.value > 1;
}

static void show_margin(const settings *s, char value[CLI_VALUE_SIZE])
{
    option_show_figure(s->series.margin, value);
}

static bool set_prior_s(settings *s, const char *value)
{
    return option_take_figure(value, &s->series.prior_s) && s->series.prior_s.value > 0;
}

static void show_prior_s(const settings *s, char value[CLI_VALUE_SIZE])
{
    option_show_figure(s->series.prior_s, value);
}

static bool set_prior_d(settings *s, const char *value)
{
    return option_take_figure(value, &s->series.prior_d) && s->series.prior_d.value >= 1;
}

static void show_prior_d(const settings *s, char value[CLI_VALUE_SIZE])
{
    option_show_figure(s->series.prior_d, value);
}

static bool set_at(settings *s, const char *value)
{
    return option_take_figure(value, &s->series.at);
}

static void show_at(const settings *s, char value[CLI_VALUE_SIZE])
{
    option_show_figure(s->series.at, value);
}

static bool set_floor(settings *s, const char *value)
{
    return option_take_figure(value, &s->series.floor) && s->series.floor.value > 0;
}

static void show_floor(const settings *s, char value[CLI_VALUE_SIZE])
{
    option_show_figure(s->series.floor, value);
}

static bool set_effect(settings *s, const char *value)
{
    return option_take_figure(value, &s->series.effect) && s->series.effect.value > 0;
}

static void show_effect(const settings *s, char value[CLI_VALUE_SIZE])
{
    option_show_figure(s->series.effect, value);
}

static bool set_power(settings *s, const char *value)
{
    return doseau_number_parse(value, '.', &s->series.power) == DOSEAU_OK && s->series.power > 0 &&
           s->series.power < 1;
}

static void show_power(const settings *s, char value[CLI_VALUE_SIZE])
{
    doseau_number_format(s->series.power, value);
}

const option_kind options_of_series[] = {
    {"seed", 0, "N", "of random numbers: the same seed gives the same result", set_seed, show_seed,
     NULL},
    {"draws", 0, "N", "how often resampling, permutation and simulation draw", set_draws,
     show_draws, NULL},
    {"most", 0, "N", "how many outliers there can be at most", set_most, show_most, NULL},
    {"margin", 0, "RATIO", "what still counts as equal: ratios from 1/RATIO to RATIO, above 1",
     set_margin, show_margin, NULL},
    {"prior-s", 0, "S", "a borrowed standard deviation, above 0; goes with prior-d", set_prior_s,
     show_prior_s, NULL},
    {"prior-d", 0, "D", "how many degrees of freedom it has, 1 at least", set_prior_d, show_prior_d,
     NULL},
    {"at", 0, "TIME", "the time for which a line predicts", set_at, show_at, NULL},
    {"floor", 0, "S", "the least standard deviation that a value can have, above 0", set_floor,
     show_floor, NULL},
    {"effect", 0, "E", "what a test is to find, above 0: a slope, or a ratio for counts and shares",
     set_effect, show_effect, NULL},
    {"power", 0, "P", "with what probability a test is to find it; above alpha, below 1", set_power,
     show_power, NULL},
    {0},
};
