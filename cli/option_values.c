/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "options.h"
#include <math.h>
#include <stdio.h>
#include <string.h>

bool option_take_whole(const char *value, double least, double most, double *number)
{
    return doseau_number_parse(value, '.', number) == DOSEAU_OK && *number >= least &&
           *number <= most && *number == floor(*number);
}

bool option_take_figure(const char *value, doseau_figure *figure)
{
    figure->given = doseau_number_parse(value, '.', &figure->value) == DOSEAU_OK;
    return figure->given;
}

void option_show_figure(doseau_figure figure, char value[CLI_VALUE_SIZE])
{
    if (figure.given) doseau_number_format(figure.value, value);
}

bool option_split_pair(const char *value, char first[CLI_VALUE_SIZE], const char *pair[2])
{
    const char *comma = strchr(value, ',');
    const size_t size = comma ? (size_t)(comma - value) : 0;
    if (size == 0 || !comma[1] || strlen(value) >= CLI_VALUE_SIZE) return false;
    snprintf(first, CLI_VALUE_SIZE, "%.*s", (int)size, value);
    pair[0] = first;
    pair[1] = comma + 1;
    return true;
}

void option_show_text(const char *text, char value[CLI_VALUE_SIZE])
{
    if (text) snprintf(value, CLI_VALUE_SIZE, "%s", text);
}
