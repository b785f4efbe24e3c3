/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <doseau/date.h>

#include <stdbool.h>
#include <string.h>

#include "base/text.h"

#define FIRST_YEAR 1000
#define LAST_YEAR 9999

static bool is_leap(int64_t year)
{
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

/* Days before month 1 to 13 of a year without a leap day. */
static const int before_month[] = {0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365};

/* Days of a year before `month` (1 to 13). */
static int days_before_month(int64_t year, int month)
{
    return before_month[month - 1] + (month > 2 && is_leap(year));
}

/* Days between 0001-01-01 and the first day of `year` >= 1. */
static int64_t days_before_year(int64_t year)
{
    const int64_t past = year - 1;
    return 365 * past + past / 4 - past / 100 + past / 400;
}

#define DAYS_TO_1970 719162  /* 365 * 1969 + 492 - 19 + 4 */
#define FIRST_DATE (-354285) /* 1000-01-01: 365 * 999 + 249 - 9 + 2 - DAYS_TO_1970 */
#define LAST_DATE 2932896    /* 9999-12-31: 365 * 9999 + 2499 - 99 + 24 - 1 - DAYS_TO_1970 */

static bool is_valid(doseau_date date)
{
    return date >= FIRST_DATE && date <= LAST_DATE;
}

doseau_status doseau_date_from_civil(doseau_civil civil, doseau_date *date)
{
    if (civil.year < FIRST_YEAR || civil.year > LAST_YEAR) return DOSEAU_EDOMAIN;
    if (civil.month < 1 || civil.month > 12) return DOSEAU_EDOMAIN;
    const int before = days_before_month(civil.year, civil.month);
    const int length = days_before_month(civil.year, civil.month + 1) - before;
    if (civil.day < 1 || civil.day > length) return DOSEAU_EDOMAIN;
    *date = (doseau_date)(days_before_year(civil.year) - DAYS_TO_1970 + before + civil.day - 1);
    return DOSEAU_OK;
}

static doseau_civil civil_of(doseau_date date)
{
    const int64_t days = (int64_t)date + DAYS_TO_1970;
    /* 400 years have 146097 days. The estimate is at most a year off, and then early or late. */
    int64_t year = days * 400 / 146097 + 1;
    while (days_before_year(year) > days) year--;
    while (days_before_year(year + 1) <= days) year++;
    const int day = (int)(days - days_before_year(year));
    int month = day / 31 + 1; /* no month is longer than 31 days: never late */
    while (days_before_month(year, month + 1) <= day) month++;
    return (doseau_civil){(int)year, month, day - days_before_month(year, month) + 1};
}

doseau_civil doseau_date_to_civil(doseau_date date)
{
    return is_valid(date) ? civil_of(date) : (doseau_civil){0, 0, 0};
}

doseau_weekday doseau_date_weekday(doseau_date date)
{
    if (!is_valid(date)) return DOSEAU_NO_WEEKDAY;
    const int day = (date + DOSEAU_THURSDAY) % 7; /* 1970-01-01 was a Thursday */
    return (doseau_weekday)(day < 0 ? day + 7 : day);
}

doseau_iso_week doseau_date_iso_week(doseau_date date)
{
    if (!is_valid(date)) return (doseau_iso_week){0, 0};
    /* A week belongs to the year of its Thursday. */
    const doseau_date thursday = date - (doseau_date)doseau_date_weekday(date) + DOSEAU_THURSDAY;
    const int year = civil_of(thursday).year;
    const int64_t day = (int64_t)thursday + DAYS_TO_1970 - days_before_year(year);
    return (doseau_iso_week){year, (int)(day / 7) + 1};
}

/* Reads up to `most` digits at *at, moves past them and returns how many there were. */
static int take_digits(const char **at, int most, int *value)
{
    int n = 0;
    *value = 0;
    for (; n < most && **at >= '0' && **at <= '9'; n++) *value = *value * 10 + (*(*at)++ - '0');
    return n;
}

static bool take(const char **at, char c)
{
    return **at == c && (*at)++;
}

static bool take_date(const char **at, doseau_civil *civil)
{
    int first;
    const int n = take_digits(at, 4, &first);
    if ((n != 4 && n != 1 && n != 2) || !take(at, '-')) return false;
    const int m = take_digits(at, 2, &civil->month);
    if (m == 0 || !take(at, '-')) return false;
    if (n == 4) {
        civil->year = first;
        return m == 2 && take_digits(at, 2, &civil->day) == 2;
    }
    civil->day = first;
    return take_digits(at, 4, &civil->year) == 4;
}

typedef struct day_time {
    int hour, minute, second;
} day_time;

static bool take_clock(const char **at, day_time *time)
{
    if (take_digits(at, 2, &time->hour) != 2 || !take(at, ':')) return false;
    if (take_digits(at, 2, &time->minute) != 2) return false;
    time->second = 0;
    if (!take(at, ':')) return true;
    if (take_digits(at, 2, &time->second) != 2) return false;
    return !take(at, '.') || take_digits(at, 9, &(int){0}) > 0;
}

/* `+01:00`, `-0500`: how far the clock is from UTC, which changes neither its time nor its day. */
static bool take_offset(const char **at)
{
    int hours, minutes;
    if (!take(at, '+') && !take(at, '-')) return true;
    if (take_digits(at, 2, &hours) != 2 || hours > 14) return false;
    take(at, ':');
    return take_digits(at, 2, &minutes) == 2 && minutes < 60;
}

doseau_status doseau_date_parse(const char *at, doseau_date *date, int *minute)
{
    doseau_civil civil;
    day_time time = {0, 0, 0};
    if (!take_date(&at, &civil)) return DOSEAU_EPARSE;
    const bool timed = minute && (take(&at, 'T') || take(&at, ' '));
    if (timed && !(take_clock(&at, &time) && take_offset(&at))) return DOSEAU_EPARSE;
    if (*at) return DOSEAU_EPARSE;
    if (time.hour > 23 || time.minute > 59 || time.second > 59) return DOSEAU_EDOMAIN;
    const doseau_status status = doseau_date_from_civil(civil, date);
    if (status == DOSEAU_OK && minute) *minute = timed ? time.hour * 60 + time.minute : -1;
    return status;
}

void doseau_date_format(doseau_date date, char to[11])
{
    to[0] = '\0';
    if (!is_valid(date)) return;
    const doseau_civil civil = civil_of(date);
    memcpy(to, "0000-00-00", 11);
    for (int year = civil.year, i = 3; i >= 0; i--, year /= 10) to[i] = (char)('0' + year % 10);
    to[5] = (char)('0' + civil.month / 10);
    to[6] = (char)('0' + civil.month % 10);
    to[8] = (char)('0' + civil.day / 10);
    to[9] = (char)('0' + civil.day % 10);
}

enum { CUT_LANGUAGES = 3, LANGUAGES = 6 };

/* Those of the first languages may be cut to two or three letters. French, Italian and Spanish
 * would then contradict them: di is dinsdag and Dienstag, but dimanche; ma is maandag, but mardi.
 */
static const char *const weekday_names[][LANGUAGES] = {
    {"Monday", "maandag", "Montag", "lundi", "luned\xC3\xAC", "lunes"},
    {"Tuesday", "dinsdag", "Dienstag", "mardi", "marted\xC3\xAC", "martes"},
    {"Wednesday", "woensdag", "Mittwoch", "mercredi", "mercoled\xC3\xAC", "mi\xC3\xA9rcoles"},
    {"Thursday", "donderdag", "Donnerstag", "jeudi", "gioved\xC3\xAC", "jueves"},
    {"Friday", "vrijdag", "Freitag", "vendredi", "venerd\xC3\xAC", "viernes"},
    {"Saturday", "zaterdag", "Samstag", "samedi", "sabato",
     "s\xC3\xA1"
     "bado"},
    {"Sunday", "zondag", "Sonntag", "dimanche", "domenica", "domingo"},
};

const char *doseau_weekday_name(doseau_weekday weekday)
{
    return weekday < DOSEAU_NO_WEEKDAY ? weekday_names[weekday][0] : "";
}

doseau_status doseau_weekday_parse(const char *from, doseau_weekday *weekday)
{
    const size_t size = strlen(from);
    if (size < 2) return DOSEAU_EPARSE;
    for (int day = DOSEAU_MONDAY; day < DOSEAU_NO_WEEKDAY; day++)
        for (int language = 0; language < LANGUAGES; language++) {
            const char *name = weekday_names[day][language];
            const bool cut = size <= 3 && language < CUT_LANGUAGES;
            if ((!cut && size != strlen(name)) || !text_starts_same(name, from)) continue;
            *weekday = (doseau_weekday)day;
            return DOSEAU_OK;
        }
    return DOSEAU_EPARSE;
}
