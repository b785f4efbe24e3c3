/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_IO_DATES_H
#define DOSEAU_IO_DATES_H
/* Days as laboratories and spreadsheets write them, and the order of day, month and year, settled
 * by all days of a file: `13/04/2024` tells, `03/04/2024` does not. */
#include <doseau/date.h>
#include <doseau/dialect.h>
#include <stdbool.h>
#include <stddef.h>

enum { DATES_ORDERS = 3 }; /* dmy, mdy, ymd */

/* A cell that holds a day. */
typedef struct dates_cell {
    doseau_date day[DATES_ORDERS]; /* by order; DOSEAU_NO_DATE: no such day, or not so written */
    int minute;                    /* of the day; -1: no time is told */
} dates_cell;

/* Reads numbers with `-`, `/` or `.` between them (a year of four digits, first or last, or with
 * `/` of two, which are of this century), or a day, a month by its English or Dutch name, whole or
 * short, and a year in either order of the first two; a weekday may stand before it, which must be
 * that of the day, and a time behind it. With `-` and `.` the day comes first where the year does
 * not, unless `wanted` says otherwise. DOSEAU_OK; DOSEAU_EPARSE: not such a text; DOSEAU_EDOMAIN:
 * no such day or time under any order. */
doseau_status dates_read(const char *text, doseau_date_order wanted, dates_cell *cell);

/* A number of Excel, 20000 to 80000: days since 1899-12-30, with the time behind the decimal mark
 * (NUL: whole days only). False: none. */
bool dates_read_serial(const char *text, char decimal_mark, doseau_date *day, int *minute);

typedef struct dates_witness {
    size_t line, column; /* from 1; line 0: there is none */
    char cell[32];
    doseau_date day[DATES_ORDERS];
} dates_witness;

/* Days in numbers whose year stands first, or last. */
typedef struct dates_written {
    size_t up_to_12, above_12; /* days that differ from the one before, by the day of the month */
    doseau_date before;
    dates_witness first;
} dates_written;

typedef struct dates_votes {
    bool no[DATES_ORDERS];               /* a cell that this order does not fit */
    dates_witness against[DATES_ORDERS]; /* the first of these */
    dates_witness open;                  /* the first cell that means other days in other orders */
    dates_written year_first, year_last;
} dates_votes;

/* Takes a cell of a date column into account. */
void dates_vote(dates_votes *votes, const char *text, doseau_date_order wanted, size_t line,
                size_t column);

/* Whether the days with the year first may have day and month swapped: none of them is later in its
 * month than the 12th, and all with the year last are. So a spreadsheet leaves a list: it takes
 * 03/04/2024 for a day, in its own order, and 13/04/2024 for text. */
bool dates_may_be_swapped(const dates_votes *votes);

/* The order that fits all cells: day first where they mean the same in all that fit.
 * DOSEAU_DATE_ORDER_OF_FILE: several fit and differ, or (votes->open.line is 0 then) none does. */
doseau_date_order dates_settle(const dates_votes *votes);
#endif
