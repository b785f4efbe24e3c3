/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Options that name the number to be explained. */
#include "options.h"
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

static bool set_id(settings *s, const char *value)
{
    s->asked.id = value;
    return *value != '\0';
}

static void show_id(const settings *s, char value[CLI_VALUE_SIZE])
{
    option_show_text(s->asked.id, value);
}

static bool set_plant(settings *s, const char *value)
{
    s->asked.plant = value;
    return *value != '\0';
}

static void show_plant(const settings *s, char value[CLI_VALUE_SIZE])
{
    option_show_text(s->asked.plant, value);
}

static bool set_substance(settings *s, const char *value)
{
    s->asked.substance = value;
    return *value != '\0';
}

static void show_substance(const settings *s, char value[CLI_VALUE_SIZE])
{
    option_show_text(s->asked.substance, value);
}

static bool set_date(settings *s, const char *value)
{
    return doseau_date_parse(value, &s->asked.date, NULL) == DOSEAU_OK;
}

static void show_date(const settings *s, char value[CLI_VALUE_SIZE])
{
    doseau_date_format(s->asked.date, value);
}

static bool set_round(settings *s, const char *value)
{
    s->asked.round = value;
    return *value != '\0';
}

static void show_round(const settings *s, char value[CLI_VALUE_SIZE])
{
    option_show_text(s->asked.round, value);
}

static bool set_weekday(settings *s, const char *value)
{
    return doseau_weekday_parse(value, &s->asked.weekday) == DOSEAU_OK;
}

static void show_weekday(const settings *s, char value[CLI_VALUE_SIZE])
{
    option_show_text(doseau_weekday_name(s->asked.weekday), value);
}

static bool set_compare(settings *s, const char *value)
{
    return option_split_pair(value, s->asked.first_of_pair, s->asked.pair);
}

static void show_compare(const settings *s, char value[CLI_VALUE_SIZE])
{
    if (s->asked.pair[0])
        snprintf(value, CLI_VALUE_SIZE, "%s,%s", s->asked.pair[0], s->asked.pair[1]);
}

static bool set_trend(settings *s, const char *value)
{
    (void)value;
    return s->asked.trend = true;
}

static void show_trend(const settings *s, char value[CLI_VALUE_SIZE])
{
    snprintf(value, CLI_VALUE_SIZE, "%s", s->asked.trend ? "yes" : "no");
}

const option_kind options_of_explain[] = {
    {"id", 0, "ID", "the number that this id stands beside", set_id, show_id, NULL},
    {"plant", 0, "PLANT", "the plant of the number", set_plant, show_plant, NULL},
    {"substance", 0, "SUBSTANCE", "its substance, as tables name it", set_substance, show_substance,
     NULL},
    {"date", 0, "DATE", "the load of this day, 2024-03-11", set_date, show_date, NULL},
    {"round", 0, "ROUND", "the mean of this round", set_round, show_round, NULL},
    {"weekday", 0, "DAY", "the load of this day of the round, where days have no date", set_weekday,
     show_weekday, NULL},
    {"compare", 0, "A,B", "the comparison of these two rounds", set_compare, show_compare, NULL},
    {"trend", 0, NULL, "the trend", set_trend, show_trend, NULL},
    {0},
};
