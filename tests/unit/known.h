/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_TESTS_KNOWN_H
#define DOSEAU_TESTS_KNOWN_H
/* Rows of tests/known/NAME.csv: a `#` block that says where the numbers are from, one line of
 * column names, then rows without quoting; an empty field is a figure that is not given. */
#include <criterion/criterion.h>

#include <criterion/new/assert.h>
#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { KNOWN_FIELDS = 12 };

typedef struct known_row {
    char text[512];
    const char *field[KNOWN_FIELDS]; /* "" for those after the last */
    int line;
} known_row;

typedef struct known_file {
    FILE *stream;
    int line;
    bool named; /* the line of column names was read */
} known_file;

static inline known_file known_open(const char *name)
{
    char path[512];
    snprintf(path, sizeof path, "%s/tests/known/%s.csv", DOSEAU_SOURCE_DIR, name);
    known_file file = {fopen(path, "r"), 0, false};
    if (!file.stream) cr_fail("cannot open %s", path);
    return file;
}

/* The next row; false, and the file closed, after the last. */
static inline bool known_next(known_file *file, known_row *row)
{
    while (fgets(row->text, sizeof row->text, file->stream)) {
        file->line++;
        row->text[strcspn(row->text, "\r\n")] = '\0';
        if (row->text[0] == '#' || row->text[0] == '\0') continue;
        if (!file->named) {
            file->named = true;
            continue;
        }
        row->line = file->line;
        char *at = row->text;
        for (int i = 0; i < KNOWN_FIELDS; i++) {
            row->field[i] = at;
            at += strcspn(at, ",");
            if (*at == ',') *at++ = '\0';
        }
        return true;
    }
    fclose(file->stream);
    return false;
}

static inline double known_number(const known_row *row, int field)
{
    char *end;
    const double value = strtod(row->field[field], &end);
    if (end == row->field[field] || *end)
        cr_fail("line %d: field %d is no number: %s", row->line, field + 1, row->field[field]);
    return value;
}

/* Relative to what is expected; absolute where that is 0. */
static inline bool known_close(double got, double expected, double tolerance)
{
    return fabs(got - expected) <= tolerance * (expected == 0 ? 1 : fabs(expected));
}
#endif
