/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include <doseau/date.h>
#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

/* Python 3.11: (date.fromisoformat(s) - date(1970, 1, 1)).days, d.weekday() */
static const struct {
    const char *text;
    doseau_civil civil;
    doseau_date date;
    doseau_weekday weekday;
} days[] = {
    {"1970-01-01", {1970, 1, 1}, 0, DOSEAU_THURSDAY},
    {"1969-12-31", {1969, 12, 31}, -1, DOSEAU_WEDNESDAY},
    {"1900-01-01", {1900, 1, 1}, -25567, DOSEAU_MONDAY},
    {"1000-01-01", {1000, 1, 1}, -354285, DOSEAU_WEDNESDAY},
    {"9999-12-31", {9999, 12, 31}, 2932896, DOSEAU_FRIDAY},
    {"2000-02-29", {2000, 2, 29}, 11016, DOSEAU_TUESDAY},
    {"1600-02-29", {1600, 2, 29}, -135081, DOSEAU_TUESDAY},
    {"2021-03-14", {2021, 3, 14}, 18700, DOSEAU_SUNDAY},
};

Test(date, known_days)
{
    for (size_t i = 0; i < COUNT(days); i++) {
        doseau_date date = DOSEAU_NO_DATE;
        char text[11];
        cr_expect(eq(int, doseau_date_from_civil(days[i].civil, &date), DOSEAU_OK));
        cr_expect(eq(i32, date, days[i].date));
        cr_expect(eq(int, doseau_date_weekday(days[i].date), days[i].weekday));
        doseau_date_format(days[i].date, text);
        cr_expect(eq(str, text, (char *)days[i].text));
        const doseau_civil civil = doseau_date_to_civil(days[i].date);
        cr_expect(eq(int, civil.year, days[i].civil.year));
        cr_expect(eq(int, civil.month, days[i].civil.month));
        cr_expect(eq(int, civil.day, days[i].civil.day));
    }
}

static int month_length(int year, int month)
{
    static const int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (month != 2) return lengths[month - 1];
    if (year % 400 == 0) return 29;
    if (year % 100 == 0) return 28;
    return year % 4 == 0 ? 29 : 28;
}

static void count_one_day(doseau_civil *c)
{
    if (++c->day <= month_length(c->year, c->month)) return;
    c->day = 1;
    if (++c->month <= 12) return;
    c->month = 1;
    c->year++;
}

/* Week 1 is also the week that holds 4 January: its Monday is 29 December to 4 January. */
static void count_one_week(doseau_iso_week *week, doseau_civil monday)
{
    if ((monday.month == 12 && monday.day >= 29) || (monday.month == 1 && monday.day <= 4))
        *week = (doseau_iso_week){week->year + 1, 1};
    else
        week->week++;
}

/* Counts day by day from the first valid one, a Wednesday, and compares all that is known of every
 * day. */
Test(date, every_day_by_counting)
{
    doseau_civil c = {1000, 1, 1};
    doseau_iso_week week = {1000, 1};
    int weekday = DOSEAU_WEDNESDAY, wrong = 0;
    for (doseau_date date = -354285; date <= 2932896; date++) {
        doseau_date back = DOSEAU_NO_DATE;
        const doseau_civil civil = doseau_date_to_civil(date);
        const doseau_iso_week iso = doseau_date_iso_week(date);
        wrong += civil.year != c.year || civil.month != c.month || civil.day != c.day;
        wrong += doseau_date_from_civil(c, &back) != DOSEAU_OK || back != date;
        wrong += (int)doseau_date_weekday(date) != weekday;
        wrong += iso.year != week.year || iso.week != week.week;
        count_one_day(&c);
        weekday = (weekday + 1) % 7;
        if (weekday == DOSEAU_MONDAY) count_one_week(&week, c);
    }
    cr_expect(zero(int, wrong));
    cr_expect(eq(int, c.year, 10000));
}

/* Python 3.11, date.isocalendar(); the first three are examples of ISO 8601 in the literature. */
static const struct {
    doseau_civil civil;
    int year, week;
} iso_weeks[] = {
    {{2020, 12, 31}, 2020, 53}, {{2021, 1, 3}, 2020, 53},   {{2021, 1, 4}, 2021, 1},
    {{2024, 12, 30}, 2025, 1},  {{2024, 12, 29}, 2024, 52}, {{2023, 1, 1}, 2022, 52},
    {{2026, 12, 31}, 2026, 53}, {{2027, 1, 3}, 2026, 53},   {{1977, 1, 2}, 1976, 53},
    {{1979, 12, 31}, 1980, 1},  {{1969, 12, 29}, 1970, 1},  {{9999, 12, 31}, 9999, 52},
};

Test(date, iso_weeks)
{
    for (size_t i = 0; i < COUNT(iso_weeks); i++) {
        doseau_date date;
        cr_assert(eq(int, doseau_date_from_civil(iso_weeks[i].civil, &date), DOSEAU_OK));
        const doseau_iso_week week = doseau_date_iso_week(date);
        cr_expect(eq(int, week.year, iso_weeks[i].year), "row %zu", i);
        cr_expect(eq(int, week.week, iso_weeks[i].week), "row %zu", i);
    }
}

static const doseau_civil no_days[] = {
    {2021, 2, 29}, {1900, 2, 29},  {2100, 2, 29}, {2000, 2, 30},  {2021, 4, 31}, {2021, 6, 31},
    {2021, 9, 31}, {2021, 11, 31}, {2021, 1, 32}, {2021, 12, 32}, {2021, 1, 0},  {2021, 1, -1},
    {2021, 0, 1},  {2021, 13, 1},  {2021, -1, 1}, {999, 12, 31},  {10000, 1, 1}, {0, 1, 1},
};

Test(date, days_that_are_none)
{
    for (size_t i = 0; i < COUNT(no_days); i++) {
        doseau_date date = 4127;
        cr_expect(eq(int, doseau_date_from_civil(no_days[i], &date), DOSEAU_EDOMAIN), "row %zu", i);
        cr_expect(eq(i32, date, 4127), "row %zu", i);
    }
}

static const doseau_date no_dates[] = {DOSEAU_NO_DATE, -354286, 2932897, INT32_MAX,
                                       DOSEAU_NO_DATE + 1};

Test(date, numbers_that_are_no_date)
{
    for (size_t i = 0; i < COUNT(no_dates); i++) {
        char text[11] = "unchanged";
        doseau_date_format(no_dates[i], text);
        cr_expect(eq(str, text, ""));
        cr_expect(eq(int, doseau_date_weekday(no_dates[i]), DOSEAU_NO_WEEKDAY));
        cr_expect(eq(int, doseau_date_to_civil(no_dates[i]).month, 0));
        cr_expect(eq(int, doseau_date_iso_week(no_dates[i]).week, 0));
    }
}

static const struct {
    const char *text;
    doseau_civil civil;
    int minute;
} texts[] = {
    {"2021-03-14", {2021, 3, 14}, -1},        {"14-03-2021", {2021, 3, 14}, -1},
    {"4-3-2021", {2021, 3, 4}, -1},           {"04-3-2021", {2021, 3, 4}, -1},
    {"4-03-2021", {2021, 3, 4}, -1},          {"12-11-2021", {2021, 11, 12}, -1},
    {"2024-02-29T08:30", {2024, 2, 29}, 510}, {"2024-02-29 08:30:59", {2024, 2, 29}, 510},
    {"29-2-2024 00:00", {2024, 2, 29}, 0},    {"29-02-2024T23:59:00", {2024, 2, 29}, 1439},
    {"1000-01-01", {1000, 1, 1}, -1},         {"9999-12-31", {9999, 12, 31}, -1},
};

Test(date, parse)
{
    for (size_t i = 0; i < COUNT(texts); i++) {
        doseau_date date = DOSEAU_NO_DATE, want;
        int minute = -7;
        cr_expect(eq(int, doseau_date_parse(texts[i].text, &date, &minute), DOSEAU_OK), "row %zu",
                  i);
        cr_assert(eq(int, doseau_date_from_civil(texts[i].civil, &want), DOSEAU_OK));
        cr_expect(eq(i32, date, want), "row %zu", i);
        cr_expect(eq(int, minute, texts[i].minute), "row %zu", i);
    }
}

Test(date, parse_without_a_time)
{
    for (size_t i = 0; i < COUNT(texts); i++) {
        doseau_date date = 4127;
        const doseau_status want = texts[i].minute < 0 ? DOSEAU_OK : DOSEAU_EPARSE;
        cr_expect(eq(int, doseau_date_parse(texts[i].text, &date, NULL), want), "row %zu", i);
        if (want != DOSEAU_OK) cr_expect(eq(i32, date, 4127));
    }
}

static const struct {
    const char *text;
    doseau_status status;
} refused[] = {
    {"", DOSEAU_EPARSE},
    {"2021", DOSEAU_EPARSE},
    {"2021-03", DOSEAU_EPARSE},
    {"2021-03-", DOSEAU_EPARSE},
    {"2021-3-14", DOSEAU_EPARSE},
    {"2021-03-4", DOSEAU_EPARSE},
    {"2021-03-144", DOSEAU_EPARSE},
    {"2021-03-14x", DOSEAU_EPARSE},
    {"2021-03-14 ", DOSEAU_EPARSE},
    {" 2021-03-14", DOSEAU_EPARSE},
    {"2021/03/14", DOSEAU_EPARSE},
    {"20210314", DOSEAU_EPARSE},
    {"021-03-14", DOSEAU_EPARSE},
    {"12021-03-14", DOSEAU_EPARSE},
    {"14-03-21", DOSEAU_EPARSE},
    {"14-03-20211", DOSEAU_EPARSE},
    {"14-003-2021", DOSEAU_EPARSE},
    {"14--2021", DOSEAU_EPARSE},
    {"-14-03-2021", DOSEAU_EPARSE},
    {"+4-03-2021", DOSEAU_EPARSE},
    {"14-mrt-2021", DOSEAU_EPARSE},
    {"2021-03-14T", DOSEAU_EPARSE},
    {"2021-03-14T8:30", DOSEAU_EPARSE},
    {"2021-03-14T08:3", DOSEAU_EPARSE},
    {"2021-03-14T08", DOSEAU_EPARSE},
    {"2021-03-14T08:30:", DOSEAU_EPARSE},
    {"2021-03-14T08:30:5", DOSEAU_EPARSE},
    {"2021-03-14T08:30Z", DOSEAU_EPARSE},
    {"2021-03-14T08:30:00.", DOSEAU_EPARSE},
    {"2021-03-14T08:30.5", DOSEAU_EPARSE},
    {"2021-03-14T08:30:00.0000000001", DOSEAU_EPARSE},
    {"2021-03-14T08:30+1:00", DOSEAU_EPARSE},
    {"2021-03-14T08:30+15:00", DOSEAU_EPARSE},
    {"2021-03-14T08:30+01:60", DOSEAU_EPARSE},
    {"2021-03-14T08:30+01", DOSEAU_EPARSE},
    {"2021-03-14+01:00", DOSEAU_EPARSE},
    {"2021-03-14  08:30", DOSEAU_EPARSE},
    {"2021-03-14t08:30", DOSEAU_EPARSE},
    {"2021-02-29", DOSEAU_EDOMAIN},
    {"29-02-2021", DOSEAU_EDOMAIN},
    {"03-14-2021", DOSEAU_EDOMAIN}, /* month first is not read */
    {"0-3-2021", DOSEAU_EDOMAIN},
    {"2021-00-14", DOSEAU_EDOMAIN},
    {"0999-12-31", DOSEAU_EDOMAIN},
    {"2021-03-14T24:00", DOSEAU_EDOMAIN},
    {"2021-03-14T08:60", DOSEAU_EDOMAIN},
    {"2021-03-14T08:30:60", DOSEAU_EDOMAIN},
};

Test(date, parse_refuses)
{
    for (size_t i = 0; i < COUNT(refused); i++) {
        doseau_date date = 4127;
        int minute = -7;
        cr_expect(eq(int, doseau_date_parse(refused[i].text, &date, &minute), refused[i].status),
                  "%s", refused[i].text);
        cr_expect(eq(i32, date, 4127));
        cr_expect(eq(int, minute, -7));
    }
}

static const struct {
    doseau_weekday weekday;
    const char *name;
    const char *texts[12];
} weekdays[] = {
    {DOSEAU_MONDAY, "Monday", {"monday", "MON", "mo", "maandag", "maa", "Ma"}},
    {DOSEAU_TUESDAY, "Tuesday", {"Tuesday", "tue", "tu", "dinsdag", "din", "di"}},
    {DOSEAU_WEDNESDAY, "Wednesday", {"WEDNESDAY", "wed", "we", "woensdag", "woe", "wo"}},
    {DOSEAU_THURSDAY, "Thursday", {"thursday", "thu", "th", "Donderdag", "don", "do"}},
    {DOSEAU_FRIDAY, "Friday", {"friday", "fri", "fr", "vrijdag", "vri", "VR"}},
    {DOSEAU_SATURDAY, "Saturday", {"saturday", "sat", "sa", "zaterdag", "zat", "za"}},
    {DOSEAU_SUNDAY, "Sunday", {"sunday", "sun", "su", "zondag", "zon", "zo"}},
};

Test(date, weekdays)
{
    for (size_t i = 0; i < COUNT(weekdays); i++) {
        cr_expect(
            eq(str, (char *)doseau_weekday_name(weekdays[i].weekday), (char *)weekdays[i].name));
        for (size_t j = 0; weekdays[i].texts[j]; j++) {
            doseau_weekday weekday = DOSEAU_NO_WEEKDAY;
            cr_expect(eq(int, doseau_weekday_parse(weekdays[i].texts[j], &weekday), DOSEAU_OK));
            cr_expect(eq(int, weekday, weekdays[i].weekday), "%s", weekdays[i].texts[j]);
        }
    }
    cr_expect(eq(str, (char *)doseau_weekday_name(DOSEAU_NO_WEEKDAY), ""));
}

static const char *const no_weekdays[] = {"",     "m",    "x",     "mond",    "maan",    "mondays",
                                          "dag",  "tues", "thurs", " monday", "monday ", "mz",
                                          "sund", "zona", "1",     "weekend"};

Test(date, texts_that_are_no_weekday)
{
    for (size_t i = 0; i < COUNT(no_weekdays); i++) {
        doseau_weekday weekday = DOSEAU_FRIDAY;
        cr_expect(eq(int, doseau_weekday_parse(no_weekdays[i], &weekday), DOSEAU_EPARSE), "%s",
                  no_weekdays[i]);
        cr_expect(eq(int, weekday, DOSEAU_FRIDAY));
    }
}
