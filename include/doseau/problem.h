/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_PROBLEM_H
#define DOSEAU_PROBLEM_H
/**
 * # Problems found in data
 *
 * Reading does not stop at the first problem: all of them are collected, each with its level, a
 * short stable code and its place. An error makes the data unusable; a warning is something to look
 * at; a notice says what was understood.
 */
#include <doseau/status.h>
#include <doseau/table.h>

DOSEAU_BEGIN

typedef enum doseau_level { DOSEAU_NOTICE, DOSEAU_WARNING, DOSEAU_ERROR } doseau_level;

/** Where in the data: parts that do not apply are NULL or 0. */
typedef struct doseau_place {
    const char *file;
    size_t line;       /**< from 1 */
    size_t column;     /**< number of the field in its row, from 1 */
    const char *field; /**< its name, as the file spells it */
} doseau_place;

typedef struct doseau_problem {
    doseau_level level;
    const char *code; /**< short, stable, lower case: `bad_number` */
    doseau_place place;
    const char *message;
} doseau_problem;

typedef struct doseau_problems doseau_problems;

/** An empty list; NULL if memory is short. Free with doseau_problems_free (NULL is allowed). */
DOSEAU_API doseau_problems *doseau_problems_new(void);
DOSEAU_API void doseau_problems_free(doseau_problems *problems);

/** Gives a file its place in the order of files, before it has a problem or without one. */
DOSEAU_API void doseau_problems_add_file(doseau_problems *problems, const char *file);

/**
 * Adds a problem; all texts are copied, but `code` must be static. Where memory runs out the list
 * remembers that (doseau_problems_status), so callers need not check every call.
 */
DOSEAU_API void doseau_problems_add(doseau_problems *problems, doseau_level level, const char *code,
                                    doseau_place place, const char *format, ...)
    DOSEAU_PRINTF(5, 6);

/** How many problems, or how many of one level. */
DOSEAU_API size_t doseau_problems_size(const doseau_problems *problems);
DOSEAU_API size_t doseau_problems_count(const doseau_problems *problems, doseau_level level);

/** Problem `index` (NULL past the end), borrowed until the list is changed or freed. */
DOSEAU_API const doseau_problem *doseau_problems_at(const doseau_problems *problems, size_t index);

/** Sorts by file (in the order in which files were first added), line and number of the field;
 * equal places keep their order. What is said twice of one line is kept once. */
DOSEAU_API void doseau_problems_sort(doseau_problems *problems);

/**
 * DOSEAU_OK if no error is in the list; DOSEAU_EDATA, and the first error in `error` (NULL is
 * allowed), otherwise; DOSEAU_ENOMEM if adding failed.
 */
DOSEAU_API doseau_status doseau_problems_status(const doseau_problems *problems,
                                                doseau_error *error);

/** Fills `error` (NULL is allowed) with a status, a place and a printf-style message. @return
 * `status` */
DOSEAU_API doseau_status doseau_error_at(doseau_error *error, doseau_status status,
                                         doseau_place place, const char *format, ...)
    DOSEAU_PRINTF(4, 5);

/** `error`, `warning` or `notice`. Static storage. */
DOSEAU_API const char *doseau_level_name(doseau_level level);

/** The `check` table (file, line, column, field, level, code, message); borrows `problems`. */
DOSEAU_API doseau_table doseau_problems_table(const doseau_problems *problems);

DOSEAU_END
#endif
