/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_IO_PATHS_H
#define DOSEAU_IO_PATHS_H
/* The files behind the paths of a command line: folders opened, in byte order of their names. */
#include "base/array.h"
#include <doseau/problem.h>
#include <stdbool.h>

typedef struct path {
    char *whole;      /* as the user would name it */
    const char *name; /* its last part */
    bool in_folder;
} path;

/* Adds the files of `given` to `files` (of path). What a folder holds besides CSV and .xlsx files
 * is noticed in `problems`. DOSEAU_EIO: no such folder, or it cannot be read; DOSEAU_ENOMEM. */
doseau_status paths_open(const char *given, array *files, doseau_problems *problems,
                         doseau_error *error);
void paths_free(array *files);

/* A path as messages name it: "-" is standard input. */
const char *paths_shown(const char *given);

/* What stands behind the last slash. */
const char *paths_name(const char *whole);
#endif
