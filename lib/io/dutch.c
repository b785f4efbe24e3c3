/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "io/dutch.h"
#include <doseau/date.h>
#include <stdio.h>
#include <string.h>

/* Columns of the files that are written. */
static const char *const days[] = {"date", "start", "from", "until", "first", "last"};
static const char *const results[] = {"concentration_ng_per_l", "load_mg_d_1000p"};

#define IS_ONE_OF(list, name) is_one_of(list, sizeof(list) / sizeof *(list), name)

static bool is_one_of(const char *const list[], size_t n, const char *name)
{
    for (size_t i = 0; i < n; i++)
        if (strcmp(list[i], name) == 0) return true;
    return false;
}

void dutch_number(char *number)
{
    char *mark = strchr(number, '.');
    if (!mark) return;
    *mark = ',';
    const size_t before = strspn(number, "-0123456789");
    if (before > 0 && strlen(mark) == 4 && strspn(mark + 1, "0123456789") == 3) strcat(number, "0");
}

/* 2024-03-11 as 11-03-2024; a time stands behind a blank. */
static bool write_day(const char *text, char written[DUTCH_SIZE])
{
    doseau_date day;
    int minute;
    if (strlen(text) < 10 || doseau_date_parse(text, &day, &minute)) return false;
    const doseau_civil on = doseau_date_to_civil(day);
    const int end = snprintf(written, DUTCH_SIZE, "%02d-%02d-%04d", on.day, on.month, on.year);
    if (minute >= 0)
        snprintf(written + end, DUTCH_SIZE - (size_t)end, " %02d:%02d", minute / 60, minute % 60);
    return true;
}

bool dutch_text(const char *column, const char *text, char written[DUTCH_SIZE])
{
    if (IS_ONE_OF(days, column)) return write_day(text, written);
    if (!IS_ONE_OF(results, column) || *text != '<' || strlen(text) >= DOSEAU_NUMBER_SIZE)
        return false;
    written[0] = '<';
    strcpy(written + 1, text + 1);
    dutch_number(written + 1);
    return true;
}
