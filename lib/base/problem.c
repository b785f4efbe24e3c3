/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <doseau/problem.h>

#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/names.h"
#include "base/problems.h"
#include "base/text.h"

typedef struct entry {
    doseau_problem problem;
    char *message;  /* the one text that is this problem's own */
    uint32_t file;  /* the file's number in the order of first appearance */
    size_t ordinal; /* how many problems were added before */
} entry;

/* Files and fields are few and repeat, so they are interned; "" stands for no file, which thus has
 * its place in the order of files. */
struct doseau_problems {
    entry *entries;
    size_t size, room;
    size_t counts[DOSEAU_ERROR + 1];
    names *files, *fields;
    bool failed;
};

doseau_problems *doseau_problems_new(void)
{
    doseau_problems *problems = calloc(1, sizeof *problems);
    if (!problems) return NULL;
    problems->files = names_new();
    problems->fields = names_new();
    if (problems->files && problems->fields) return problems;
    doseau_problems_free(problems);
    return NULL;
}

void doseau_problems_free(doseau_problems *problems)
{
    if (!problems) return;
    for (size_t i = 0; i < problems->size; i++) free(problems->entries[i].message);
    free(problems->entries);
    names_free(problems->files);
    names_free(problems->fields);
    free(problems);
}

static bool reserve(doseau_problems *problems)
{
    if (problems->size < problems->room) return true;
    const size_t room = problems->room ? 2 * problems->room : 16;
    if (room > SIZE_MAX / sizeof(entry)) return false;
    entry *entries = realloc(problems->entries, room * sizeof *entries);
    if (!entries) return false;
    problems->entries = entries;
    problems->room = room;
    return true;
}

/* The list's own copies of the texts of a place. */
static bool keep_place(doseau_problems *problems, const doseau_place *place, entry *e)
{
    e->file = names_add(problems->files, place->file ? place->file : "");
    const uint32_t field = names_add(problems->fields, place->field ? place->field : "");
    if (e->file == NAMES_NONE || field == NAMES_NONE) return false;
    const char *file_name = names_at(problems->files, e->file);
    const char *field_name = names_at(problems->fields, field);
    e->problem.place = (doseau_place){
        .file = *file_name ? file_name : NULL,
        .line = place->line,
        .column = place->column,
        .field = *field_name ? field_name : NULL,
    };
    return true;
}

void doseau_problems_add_file(doseau_problems *problems, const char *file)
{
    if (names_add(problems->files, file) == NAMES_NONE) problems->failed = true;
}

void doseau_problems_add(doseau_problems *problems, doseau_level level, const char *code,
                         doseau_place place, const char *format, ...)
{
    entry e = {.problem = {.level = level, .code = code}, .ordinal = problems->size};
    text message = {0};
    va_list args;
    va_start(args, format);
    text_vaddf(&message, format, args);
    va_end(args);
    if (message.failed || !reserve(problems) || !keep_place(problems, &place, &e)) {
        text_free(&message);
        problems->failed = true;
        return;
    }
    e.message = message.bytes;
    e.problem.message = message.bytes;
    problems->entries[problems->size++] = e;
    problems->counts[level]++;
}

void problems_take_back(doseau_problems *problems, size_t size)
{
    while (problems->size > size) {
        const entry *last = &problems->entries[--problems->size];
        problems->counts[last->problem.level]--;
        free(last->message);
    }
}

size_t doseau_problems_size(const doseau_problems *problems)
{
    return problems->size;
}

size_t doseau_problems_count(const doseau_problems *problems, doseau_level level)
{
    return problems->counts[level];
}

const doseau_problem *doseau_problems_at(const doseau_problems *problems, size_t index)
{
    return index < problems->size ? &problems->entries[index].problem : NULL;
}

static int order(size_t a, size_t b)
{
    return (a > b) - (a < b);
}

static int by_place(const void *left, const void *right)
{
    const entry *a = left, *b = right;
    int by = order(a->file, b->file);
    if (!by) by = order(a->problem.place.line, b->problem.place.line);
    if (!by) by = order(a->problem.place.column, b->problem.place.column);
    return by ? by : order(a->ordinal, b->ordinal); /* qsort alone would not keep the order */
}

static bool same(const entry *a, const entry *b)
{
    const doseau_problem *p = &a->problem, *q = &b->problem;
    return a->file == b->file && p->place.line == q->place.line &&
           p->place.column == q->place.column && p->level == q->level &&
           strcmp(p->code, q->code) == 0 && strcmp(p->message, q->message) == 0;
}

/* Whether one of the `kept` entries, which are in order, says the same of the same place. */
static bool is_said(const doseau_problems *problems, size_t kept, const entry *e)
{
    for (size_t i = kept; i-- > 0;) {
        const entry *other = &problems->entries[i];
        if (other->file != e->file || other->problem.place.line != e->problem.place.line ||
            other->problem.place.column != e->problem.place.column)
            return false;
        if (same(other, e)) return true;
    }
    return false;
}

void doseau_problems_sort(doseau_problems *problems)
{
    size_t kept = 0;
    if (problems->size) qsort(problems->entries, problems->size, sizeof(entry), by_place);
    for (size_t i = 0; i < problems->size; i++) {
        entry *e = &problems->entries[i];
        if (e->problem.place.line && is_said(problems, kept, e)) {
            problems->counts[e->problem.level]--;
            free(e->message);
        } else
            problems->entries[kept++] = *e;
    }
    problems->size = kept;
}

doseau_status doseau_error_at(doseau_error *error, doseau_status status, doseau_place place,
                              const char *format, ...)
{
    if (!error) return status;
    doseau_error filled = {.status = status, .line = place.line, .column = place.column};
    text_copy(filled.file, sizeof filled.file, place.file ? place.file : "");
    text_copy(filled.field, sizeof filled.field, place.field ? place.field : "");
    va_list args;
    va_start(args, format);
    text_vformat(filled.message, sizeof filled.message, format, args);
    va_end(args);
    *error = filled; /* only now: an argument may be part of what is overwritten */
    return status;
}

doseau_status doseau_problems_status(const doseau_problems *problems, doseau_error *error)
{
    if (problems->failed) return doseau_error_set(error, DOSEAU_ENOMEM, "out of memory");
    if (!problems->counts[DOSEAU_ERROR]) return DOSEAU_OK;
    size_t first = 0;
    while (problems->entries[first].problem.level != DOSEAU_ERROR) first++;
    const doseau_problem *problem = &problems->entries[first].problem;
    return doseau_error_at(error, DOSEAU_EDATA, problem->place, "%s", problem->message);
}

const char *doseau_level_name(doseau_level level)
{
    switch (level) {
    case DOSEAU_NOTICE: return "notice";
    case DOSEAU_WARNING: return "warning";
    case DOSEAU_ERROR: return "error";
    }
    return "";
}

/* The code is for programs: the message says the same to people. */
static const doseau_column check_columns[] = {
    {"file", "", "File"},       {"line", "", "Line"},   {"column", "", "Column"},
    {"field", "", "Field"},     {"level", "", "Level"}, {"code", "", NULL},
    {"message", "", "Message"},
};

static void fill_problem(const void *source, size_t row, doseau_cells *cells)
{
    const doseau_problem *problem = doseau_problems_at(source, row);
    const doseau_place *place = &problem->place;
    doseau_put_text(cells, place->file);
    doseau_put_number_if(cells, place->line > 0, (double)place->line);
    doseau_put_number_if(cells, place->column > 0, (double)place->column);
    doseau_put_text(cells, place->field);
    doseau_put_text(cells, doseau_level_name(problem->level));
    doseau_put_text(cells, problem->code);
    doseau_put_text(cells, problem->message);
}

doseau_table doseau_problems_table(const doseau_problems *problems)
{
    return (doseau_table){
        .name = "check",
        .columns = check_columns,
        .n_columns = sizeof check_columns / sizeof check_columns[0],
        .n_rows = problems->size,
        .source = problems,
        .fill = fill_problem,
    };
}
