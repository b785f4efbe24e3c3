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

/* A file of cases. Each is rows `case,data,NUMBERS...` and `case,set,NAME,NUMBER`, then rows
 * `case,QUANTITY,EXPECTED,TOLERANCE,...`. */
enum { KNOWN_MOST = 192, KNOWN_COLUMNS = 8, KNOWN_SETTINGS = 8 };

typedef struct known_case {
    char name[64];
    bool asked; /* an expectation was read: the data are complete */
    size_t n;
    double column[KNOWN_COLUMNS][KNOWN_MOST];
    size_t settings;
    char setting_name[KNOWN_SETTINGS][32];
    double setting[KNOWN_SETTINGS];
} known_case;

static inline void known_add(known_case *of, const known_row *row)
{
    if (strcmp(of->name, row->field[0]) != 0 || of->asked) {
        memset(of, 0, sizeof *of);
        snprintf(of->name, sizeof of->name, "%s", row->field[0]);
    }
    if (strcmp(row->field[1], "set") == 0) {
        cr_assert(lt(sz, of->settings, KNOWN_SETTINGS));
        snprintf(of->setting_name[of->settings], 32, "%s", row->field[2]);
        of->setting[of->settings++] = known_number(row, 3);
        return;
    }
    cr_assert(lt(sz, of->n, KNOWN_MOST));
    for (int i = 0; i < KNOWN_COLUMNS && *row->field[i + 2]; i++)
        of->column[i][of->n] = known_number(row, i + 2);
    of->n++;
}

/* The next expectation, with the data of its case in `of` (all zero before the first call);
 * `fresh`: it is the first of its case. */
static inline bool known_ask(known_file *file, known_case *of, known_row *row, bool *fresh)
{
    while (known_next(file, row)) {
        if (strcmp(row->field[1], "data") == 0 || strcmp(row->field[1], "set") == 0) {
            known_add(of, row);
            continue;
        }
        if (strcmp(of->name, row->field[0]) != 0)
            cr_fail("line %d: no data of case %s", row->line, row->field[0]);
        *fresh = !of->asked;
        of->asked = true;
        return true;
    }
    return false;
}

static inline double known_setting(const known_case *of, const char *name, double otherwise)
{
    for (size_t i = 0; i < of->settings; i++)
        if (strcmp(of->setting_name[i], name) == 0) return of->setting[i];
    return otherwise;
}

/* A figure against EXPECTED and TOLERANCE of a row; an empty EXPECTED is one that is not given. */
static inline void known_check(const known_row *row, bool given, double got)
{
    const bool expected = *row->field[2] != '\0';
    cr_expect(eq(int, given, expected), "line %d: %s of %s is %s given", row->line, row->field[1],
              row->field[0], given ? "" : "not");
    if (!given || !expected) return;
    const double number = known_number(row, 2);
    cr_expect(known_close(got, number, known_number(row, 3)), "line %d: %s of %s: %.17g, not %.17g",
              row->line, row->field[1], row->field[0], got, number);
}
#endif
