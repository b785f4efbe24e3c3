/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "io/follow.h"
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { LINKS = 40, LINK_SIZE = 4096 }; /* what Linux allows */

/* Where a link at `path` points to: its text, seen from the folder that the link is in. */
static char *join(const char *path, const char *link)
{
    const char *slash = link[0] == '/' ? NULL : strrchr(path, '/');
    const size_t folder = slash != NULL ? (size_t)(slash - path) + 1 : 0;
    char *joined = malloc(folder + strlen(link) + 1);

    if (joined == NULL) return NULL;
    memcpy(joined, path, folder);
    strcpy(joined + folder, link);
    return joined;
}

char *follow_links(const char *path)
{
    char link[LINK_SIZE];
    char *here = strdup(path);

    for (int i = 0; here != NULL; i++) {
        const ssize_t size = readlink(here, link, sizeof link);
        if (size < 0 && (errno == EINVAL || errno == ENOENT)) return here; /* no link, or nothing */
        if (size < 0 || size == LINK_SIZE || i == LINKS) {
            const int number = size < 0 ? errno : size == LINK_SIZE ? ENAMETOOLONG : ELOOP;
            free(here);
            errno = number;
            return NULL;
        }
        link[size] = '\0';
        char *next = join(here, link);
        free(here);
        here = next;
    }
    return NULL;
}
