/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_TESTS_KNOWN_ROWS_H
#define DOSEAU_TESTS_KNOWN_ROWS_H
/* Rows of tests/known/NAME.csv whose inputs are series. Columns are found by the names in the first
 * row that is no comment; cells hold no commas; a series is written with blanks between its values:
 * 5, <5 (below), 3:5 (between). An expected "none" is a figure that is not given. */
#include <doseau/censored.h>
#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { KNOWN_CELLS = 12, KNOWN_LINE = 16384, KNOWN_SERIES = 2048 };

typedef struct known_rows {
    FILE *file;
    char header[KNOWN_LINE], line[KNOWN_LINE];
    char *names[KNOWN_CELLS], *cells[KNOWN_CELLS];
    size_t width, number;
} known_rows;

static inline size_t known_split(char *line, char *cells[])
{
    size_t n = 0;
    line[strcspn(line, "\r\n")] = '\0';
    for (char *at = line; at && n < KNOWN_CELLS; n++) {
        cells[n] = at;
        at = strchr(at, ',');
        if (at) *at++ = '\0';
    }
    return n;
}

static inline bool known_line(known_rows *rows, char line[])
{
    do {
        if (!fgets(line, KNOWN_LINE, rows->file)) return false;
        rows->number++;
    } while (line[0] == '#' || line[0] == '\n');
    return true;
}

static inline bool known_open(known_rows *rows, const char *name)
{
    char path[1024];
    snprintf(path, sizeof path, "%s/tests/known/%s", DOSEAU_SOURCE_DIR, name);
    memset(rows, 0, sizeof *rows);
    rows->file = fopen(path, "r");
    if (!rows->file || !known_line(rows, rows->header)) return false;
    rows->width = known_split(rows->header, rows->names);
    return true;
}

/* The next row; false at the end, and then the file is closed. A row of another width ends the test
 * program. */
static inline bool known_next(known_rows *rows)
{
    if (known_line(rows, rows->line)) {
        if (known_split(rows->line, rows->cells) != rows->width) abort();
        return true;
    }
    fclose(rows->file);
    return false;
}

/* The text of a cell; an unknown column ends the test program. */
static inline const char *known_cell(const known_rows *rows, const char *name)
{
    for (size_t i = 0; i < rows->width; i++)
        if (strcmp(rows->names[i], name) == 0) return rows->cells[i];
    abort();
}

static inline bool known_is(const known_rows *rows, const char *column, const char *text)
{
    return strcmp(known_cell(rows, column), text) == 0;
}

static inline double known_number(const known_rows *rows, const char *column)
{
    return strtod(known_cell(rows, column), NULL);
}

/* A series of values; returns how many. */
static inline size_t known_values(const known_rows *rows, const char *column,
                                  doseau_censored values[KNOWN_SERIES])
{
    size_t n = 0;
    const char *at = known_cell(rows, column);
    for (at += strspn(at, " "); *at && n < KNOWN_SERIES; at += strspn(at, " "), n++) {
        const bool below = *at == '<';
        char *end;
        const double first = strtod(at + below, &end);
        const double last = *end == ':' ? strtod(end + 1, &end) : first;
        if (end == at || *end == ':') abort();
        values[n] = (doseau_censored){below, below ? 0 : first, last};
        at = end;
    }
    return n;
}

static inline size_t known_numbers(const known_rows *rows, const char *column,
                                   double values[KNOWN_SERIES])
{
    static doseau_censored read[KNOWN_SERIES];
    const size_t n = known_values(rows, column, read);
    for (size_t i = 0; i < n; i++) values[i] = read[i].upper;
    return n;
}

/* Whether a figure is what the row expects: relative `tolerance`, absolute for an expected 0. */
static inline bool known_met(const known_rows *rows, doseau_figure found)
{
    if (known_is(rows, "expected", "none")) return !found.given && found.value == 0;
    const double expected = known_number(rows, "expected");
    const double scale = expected == 0 ? 1 : fabs(expected);
    return found.given && fabs(found.value - expected) <= known_number(rows, "tolerance") * scale;
}

static inline doseau_figure known_given(double value)
{
    return (doseau_figure){true, value};
}
#endif
