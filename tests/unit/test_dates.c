/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <criterion/criterion.h>

#include <criterion/new/assert.h>
#include <stdio.h>
#include <string.h>

#include "io/dates.h"

/* `-`: no such text; `!`: no such day; else the days by order (`.`: none) and the minute. */
static const struct {
    const char *cell;
    doseau_date_order wanted;
    const char *read;
} cells[] = {
    {"2024-03-11", 0, "2024-03-11 2024-03-11 2024-03-11 -1"},
    {"2024/3/11", 0, "2024-03-11 2024-03-11 2024-03-11 -1"},
    {"11-03-2024", 0, "2024-03-11 . . -1"},
    {"11.3.2024", 0, "2024-03-11 . . -1"},
    {"11/3/2024", 0, "2024-03-11 2024-11-03 . -1"},
    {"13/3/2024", 0, "2024-03-13 . . -1"},
    {"3/13/2024", 0, ". 2024-03-13 . -1"},
    {"3-13-2024", 0, "!"},
    {"3-13-2024", DOSEAU_MONTH_DAY_YEAR, ". 2024-03-13 . -1"},
    {"3/4/2024", DOSEAU_DAY_MONTH_YEAR, "2024-04-03 . . -1"},
    {"2024-03-11", DOSEAU_MONTH_DAY_YEAR, "2024-03-11 2024-03-11 2024-03-11 -1"},
    {"1/2/24", 0, "2024-02-01 2024-01-02 . -1"},
    {"31/3/24", 0, "2024-03-31 . 2031-03-24 -1"},
    {"24/03/31", DOSEAU_YEAR_MONTH_DAY, ". . 2024-03-31 -1"},
    {"11-03-24", 0, "-"},
    {"12-mrt-24", 0, "2024-03-12 2024-03-12 2024-03-12 -1"},
    {"12 Maart 2024", 0, "2024-03-12 2024-03-12 2024-03-12 -1"},
    {"12 mei. 2024", 0, "2024-05-12 2024-05-12 2024-05-12 -1"},
    {"March 12, 2024", 0, "2024-03-12 2024-03-12 2024-03-12 -1"},
    {"2024 okt 12", 0, "2024-10-12 2024-10-12 2024-10-12 -1"},
    {"Tue 12 Mar 2024", 0, "2024-03-12 2024-03-12 2024-03-12 -1"},
    {"dinsdag, 12 maart 2024", 0, "2024-03-12 2024-03-12 2024-03-12 -1"},
    {"Mon 12 Mar 2024", 0, "!"},
    {"ma 11/3/2024", 0, "2024-03-11 . . -1"},
    {"12 Mar 2024 8:30", 0, "2024-03-12 2024-03-12 2024-03-12 510"},
    {"3/13/2024 0:00:00", 0, ". 2024-03-13 . 0"},
    {"2024-03-11T08:00", 0, "2024-03-11 2024-03-11 2024-03-11 480"},
    {"2024-03-11 24:00", 0, "!"},
    {"2024-03-11 8", 0, "-"},
    {"2024-03-11 x", 0, "-"},
    {"2024-03-11 8:00:00:00", 0, "-"},
    {"2024-03/11", 0, "-"},
    {"11 3 2024", 0, "-"},
    {"11-3-024", 0, "-"},
    {"11-3", 0, "-"},
    {"12 Marsh 2024", 0, "-"},
    {"12 Mar Mar", 0, "-"},
    {"30 februari 2024", 0, "!"},
    {"45362", 0, "-"},
    {"n.d.", 0, "-"},
    {"", 0, "-"},
};

Test(dates, cells)
{
    for (size_t i = 0; i < sizeof cells / sizeof *cells; i++) {
        dates_cell cell;
        char read[60] = "";
        const doseau_status status = dates_read(cells[i].cell, cells[i].wanted, &cell);
        if (status) {
            strcpy(read, status == DOSEAU_EDOMAIN ? "!" : "-");
        } else {
            for (int k = 0; k < DATES_ORDERS; k++) {
                char day[11];
                doseau_date_format(cell.day[k], day);
                strcat(read, *day ? day : ".");
                strcat(read, " ");
            }
            snprintf(read + strlen(read), sizeof read - strlen(read), "%d", cell.minute);
        }
        cr_expect(eq(str, read, (char *)cells[i].read), "%s", cells[i].cell);
    }
}

/* 45362 is 2024-03-11 in Excel: 45292 is 2024-01-01, and 31 + 29 + 10 days follow. */
Test(dates, serials)
{
    static const struct {
        const char *cell;
        char mark;
        const char *day; /* NULL: none */
        int minute;
    } serials[] = {{"45362", '.', "2024-03-11", -1},
                   {"45362,5", ',', "2024-03-11", 720},
                   {"45362.25", '.', "2024-03-11", 360},
                   {"45362.99999", '.', "2024-03-12", 0},
                   {"20000", '.', "1954-10-03", -1},
                   {"80000", '.', "2119-01-11", -1},
                   {"19999", '.', NULL, 0},
                   {"80001", '.', NULL, 0},
                   {"-45362", '.', NULL, 0},
                   {"45362x", '.', NULL, 0},
                   {"45362,5", '.', NULL, 0},
                   {"", '.', NULL, 0}};
    for (size_t i = 0; i < sizeof serials / sizeof *serials; i++) {
        doseau_date date;
        int minute;
        char day[11];
        const bool is = dates_read_serial(serials[i].cell, serials[i].mark, &date, &minute);
        cr_expect(eq(int, is, serials[i].day != NULL), "%s", serials[i].cell);
        if (!is || !serials[i].day) continue;
        doseau_date_format(date, day);
        cr_expect(eq(str, day, (char *)serials[i].day), "%s", serials[i].cell);
        cr_expect(eq(int, minute, serials[i].minute), "%s", serials[i].cell);
    }
}

Test(dates, files)
{
    static const struct {
        const char *cells[4];
        doseau_date_order order;
        size_t open;
    } files[] = {
        {{"2024-03-11"}, DOSEAU_DAY_MONTH_YEAR, 0},
        {{"11/3/2024", "13/3/2024"}, DOSEAU_DAY_MONTH_YEAR, 2},
        {{"11/3/2024", "3/13/2024"}, DOSEAU_MONTH_DAY_YEAR, 2},
        {{"11/3/2024", "12/3/2024"}, DOSEAU_DATE_ORDER_OF_FILE, 2},
        {{"3/3/2024", "4/4/2024"}, DOSEAU_DAY_MONTH_YEAR, 0},
        {{"13/3/2024", "3/14/2024"}, DOSEAU_DATE_ORDER_OF_FILE, 0},
        {{"11/3/2024", "12-03-2024"}, DOSEAU_DAY_MONTH_YEAR, 2},
        {{"11/3/2024", "2024-03-12", "45364"}, DOSEAU_DATE_ORDER_OF_FILE, 2},
        {{"11/3/24", "31/3/2024"}, DOSEAU_DAY_MONTH_YEAR, 2},
        {{"31/2/2024", "11/3/2024", "3/30/2024"}, DOSEAU_MONTH_DAY_YEAR, 3},
    };
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        dates_votes votes = {0};
        for (size_t c = 0; c < 4 && files[i].cells[c]; c++)
            dates_vote(&votes, files[i].cells[c], 0, c + 2, 1);
        cr_expect(eq(int, dates_settle(&votes), files[i].order), "row %zu", i);
        cr_expect(eq(sz, votes.open.line, files[i].open), "row %zu", i);
    }
}
