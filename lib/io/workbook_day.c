/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "io/workbook_cells.h"
#include <doseau/date.h>
#include <math.h>

enum {
    DAYS_TO_1904 = 1462,    /* 1904-01-01, counted as workbooks from 1900 do */
    DAYS_TO_1970 = 25569,   /* 1970-01-01 */
    DAY_THAT_WAS_NOT = 60,  /* 1900-02-29 */
    LAST_DAY = 2958465,     /* 9999-12-31 */
    SECONDS_OF_DAY = 86400, /* times are rounded to seconds */
};

static void add_clock(text *to, long seconds)
{
    text_addf(to, "%02ld:%02ld", seconds / 3600, seconds / 60 % 60);
    if (seconds % 60) text_addf(to, ":%02ld", seconds % 60);
}

bool workbook_day(double serial, workbook_form form, bool from_1904, text *to)
{
    if (!(serial >= 0 && serial < LAST_DAY + 1)) return false;
    if (form == FORM_ELAPSED) {
        const double seconds = round(serial * SECONDS_OF_DAY);
        if (seconds > 1e9) return false;
        add_clock(to, (long)seconds);
        return true;
    }
    long day = (long)floor(serial), seconds = lround((serial - floor(serial)) * SECONDS_OF_DAY);
    if (seconds == SECONDS_OF_DAY) {
        seconds = 0;
        day++;
    }
    const bool clock_alone = day == 0 && (form == FORM_TIME || (seconds && !from_1904));
    if (from_1904) day += DAYS_TO_1904;
    if (clock_alone) {
        add_clock(to, seconds);
        return true;
    }
    if (day < 1 || day == DAY_THAT_WAS_NOT || day > LAST_DAY) return false;
    char text_of_day[11];
    doseau_date_format((doseau_date)(day - DAYS_TO_1970 + (day < DAY_THAT_WAS_NOT)), text_of_day);
    text_add_string(to, text_of_day);
    if (seconds) text_add_string(to, " ");
    if (seconds) add_clock(to, seconds);
    return true;
}
