/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_DATE_H
#define DOSEAU_DATE_H
/**
 * # Civil dates
 *
 * A date is the number of days since 1970-01-01 in the proleptic Gregorian calendar: no clock, no
 * time zone. Dates of the years 1000 to 9999 are valid; of any
 * other number there is no weekday, and its year, month, day and week are 0.
 */
#include <doseau/status.h>
#include <stdint.h>

DOSEAU_BEGIN

typedef int32_t doseau_date;
#define DOSEAU_NO_DATE INT32_MIN /**< "no date": a state, not a day */

/** Monday first, as ISO 8601 counts. */
typedef enum doseau_weekday {
    DOSEAU_MONDAY,
    DOSEAU_TUESDAY,
    DOSEAU_WEDNESDAY,
    DOSEAU_THURSDAY,
    DOSEAU_FRIDAY,
    DOSEAU_SATURDAY,
    DOSEAU_SUNDAY,
    DOSEAU_NO_WEEKDAY
} doseau_weekday;

typedef struct doseau_civil {
    int year, month, day; /**< month and day counted from 1 */
} doseau_civil;

typedef struct doseau_iso_week {
    int year, week; /**< the ISO year may differ from the civil one around New Year */
} doseau_iso_week;

/** The day number of a civil date. DOSEAU_EDOMAIN where the calendar has no such day. */
DOSEAU_API doseau_status doseau_date_from_civil(doseau_civil civil, doseau_date *date);

/** Year, month and day of a date. */
DOSEAU_API doseau_civil doseau_date_to_civil(doseau_date date);

/** The day of the week of a date. */
DOSEAU_API doseau_weekday doseau_date_weekday(doseau_date date);

/** ISO 8601 week: week 1 is the one with the year's first Thursday. */
DOSEAU_API doseau_iso_week doseau_date_iso_week(doseau_date date);

/**
 * Reads `yyyy-mm-dd` or `dd-mm-yyyy` (day first; one or two digits for day and month there),
 * optionally followed by `T` or a blank and `hh:mm`, `hh:mm:ss` or `hh:mm:ss.sss`, and by the
 * offset of the local time that this is, `+01:00`. Not by `Z`: the local day is then not told.
 * @param minute minute of the day, -1 where the text has no time; NULL: a text with a time is
 * refused.
 * @return DOSEAU_OK, DOSEAU_EPARSE (not such a text), DOSEAU_EDOMAIN (no such day or time).
 */
DOSEAU_API doseau_status doseau_date_parse(const char *text, doseau_date *date, int *minute);

/** Writes `yyyy-mm-dd` and a NUL; an empty text for DOSEAU_NO_DATE and every date that is not
 * valid. */
DOSEAU_API void doseau_date_format(doseau_date date, char text[11]);

/** "Monday" to "Sunday"; "" for DOSEAU_NO_WEEKDAY. Static storage. */
DOSEAU_API const char *doseau_weekday_name(doseau_weekday weekday);

/** Reads an English, Dutch or German weekday name, whole or its first two or three letters, or a
 * whole French, Italian or Spanish one, in any case. DOSEAU_EPARSE otherwise. */
DOSEAU_API doseau_status doseau_weekday_parse(const char *text, doseau_weekday *weekday);

DOSEAU_END
#endif
