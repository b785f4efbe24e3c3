/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "io/beside.h"
#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Names left behind by a killed process may be in the way, but not that many. */
enum { ATTEMPTS = 10000, ENDING = 40 };

static int create_file(const char *name, mode_t mode)
{
    return open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOCTTY, mode);
}

/* mkstemp would make a file that nobody else may read, and its mode could be widened afterwards
 * only by reading the umask, which belongs to the whole process. */
static int create_beside(const char *path, int (*create)(const char *, mode_t), mode_t mode,
                         char **name)
{
    const char *slash = strrchr(path, '/');
    const size_t folder = slash != NULL ? (size_t)(slash - path) + 1 : 0;
    char *candidate = malloc(folder + ENDING);
    int made = -1;

    if (candidate == NULL) return -1;
    memcpy(candidate, path, folder);
    for (unsigned i = 0; i < ATTEMPTS; i++) {
        snprintf(candidate + folder, ENDING, ".doseau-%ld-%u", (long)getpid(), i);
        made = create(candidate, mode);
        if (made >= 0 || errno != EEXIST) break;
    }
    if (made < 0) {
        const int number = errno;
        free(candidate);
        errno = number;
        return -1;
    }
    *name = candidate;
    return made;
}

int beside_file(const char *path, mode_t mode, char **name)
{
    return create_beside(path, create_file, mode, name);
}

int beside_folder(const char *path, char **name)
{
    return create_beside(path, mkdir, 0777, name);
}
