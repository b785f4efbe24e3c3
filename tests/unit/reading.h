/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_TESTS_READING_H
#define DOSEAU_TESTS_READING_H
/* Studies from files that stand in a test, and the problems that reading them finds. */
#include "folder.h"
#include <doseau.h>

typedef struct file {
    const char *name, *content;
} file;

enum { CASE_FILES = 6, PROBLEMS_SIZE = 8000 };

/* Writes files into the folder `path`; the first without a name ends the list. */
static inline void write_files(const char *path, const file files[CASE_FILES])
{
    cr_assert(eq(int, mkdir(path, 0777), 0));
    for (size_t i = 0; i < CASE_FILES && files[i].name; i++) {
        char whole[300];
        snprintf(whole, sizeof whole, "%s/%s", path, files[i].name);
        file_write(whole, files[i].content);
    }
}

/* The problems of a level and above, a line each: `error flows.csv:3:2 date bad_date`; parts that
 * are absent are `-`. */
static inline void list_problems(const doseau_problems *problems, doseau_level least,
                                 char list[PROBLEMS_SIZE])
{
    size_t used = 0;
    list[0] = '\0';
    for (size_t i = 0; i < doseau_problems_size(problems); i++) {
        const doseau_problem *p = doseau_problems_at(problems, i);
        if (p->level < least) continue;
        const char *slash = p->place.file ? strrchr(p->place.file, '/') : NULL;
        const char *name = slash ? slash + 1 : p->place.file ? p->place.file : "-";
        used += (size_t)snprintf(list + used, PROBLEMS_SIZE - used, "%s %s:%zu:%zu %s %s\n",
                                 doseau_level_name(p->level), name, p->place.line, p->place.column,
                                 p->place.field ? p->place.field : "-", p->code);
        cr_assert(lt(sz, used, PROBLEMS_SIZE));
    }
}

/* Reads one path; the study is the caller's, the problems of `least` and above are in `list`. */
static inline doseau_study *read_path(const char *path, const doseau_join_options *options,
                                      doseau_level least, char list[PROBLEMS_SIZE])
{
    doseau_study *study = NULL;
    doseau_error error = {0};
    doseau_problems *problems = doseau_problems_new();
    const doseau_status status =
        doseau_study_read(&path, 1, NULL, options, &study, problems, &error);
    const bool errors = doseau_problems_count(problems, DOSEAU_ERROR) > 0;
    cr_assert(eq(int, status, errors ? DOSEAU_EDATA : DOSEAU_OK), "%s: %s", path, error.message);
    cr_assert(study != NULL);
    list_problems(problems, least, list);
    doseau_problems_free(problems);
    return study;
}

/* Reads the files of a case from a folder of their own. */
static inline doseau_study *read_files(const file files[CASE_FILES],
                                       const doseau_join_options *options, doseau_level least,
                                       char list[PROBLEMS_SIZE])
{
    static int number;
    char path[32];
    snprintf(path, sizeof path, "case-%d", number++);
    write_files(path, files);
    return read_path(path, options, least, list);
}

/* Reads files that have no problem worth a warning. */
static inline doseau_study *read_clean(const file files[CASE_FILES],
                                       const doseau_join_options *options)
{
    char list[PROBLEMS_SIZE];
    doseau_study *study = read_files(files, options, DOSEAU_WARNING, list);
    cr_assert(eq(str, list, ""));
    return study;
}
#endif
