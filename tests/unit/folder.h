/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_TESTS_FOLDER_H
#define DOSEAU_TESTS_FOLDER_H
/* A folder of a test's own, which becomes the current one, and the files in it. */
#include <criterion/criterion.h>

#include <criterion/new/assert.h>
#include <dirent.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static char folder_path[256];

static inline void folder_enter(void)
{
    const char *parent = getenv("TMPDIR");
    snprintf(folder_path, sizeof folder_path, "%s/doseau-test-XXXXXX", parent ? parent : "/tmp");
    cr_assert(ne(ptr, mkdtemp(folder_path), NULL));
    cr_assert(eq(int, chdir(folder_path), 0));
}

/* Removes what is in a folder; closes it. */
static inline void folder_empty(int folder)
{
    DIR *entries = fdopendir(folder);
    if (entries == NULL) return;
    for (struct dirent *entry; (entry = readdir(entries)) != NULL;) {
        const char *name = entry->d_name;
        if (strcmp(name, ".") == 0 || strcmp(name, "..") == 0) continue;
        if (unlinkat(folder, name, 0) == 0) continue;
        folder_empty(openat(folder, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW));
        unlinkat(folder, name, AT_REMOVEDIR);
    }
    closedir(entries);
}

static inline void folder_leave(void)
{
    if (getuid() == 0) cr_assert(eq(int, seteuid(0), 0));
    cr_assert(eq(int, chdir("/"), 0));
    folder_empty(open(folder_path, O_RDONLY | O_DIRECTORY));
    rmdir(folder_path);
}

static int folder_compare(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

/* The names in a folder, sorted, each followed by a blank. */
static inline void folder_expect(const char *path, const char *expected)
{
    char *names[64], list[1000] = "";
    size_t n = 0;
    DIR *folder = opendir(path);
    cr_assert(ne(ptr, folder, NULL));
    for (struct dirent *entry; (entry = readdir(folder)) != NULL && n < 64;)
        if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0)
            names[n++] = strdup(entry->d_name);
    closedir(folder);
    qsort(names, n, sizeof *names, folder_compare);
    for (size_t i = 0; i < n; i++) {
        strcat(strcat(list, names[i]), " ");
        free(names[i]);
    }
    cr_expect(eq(str, list, (char *)expected));
}

static inline void file_write(const char *path, const char *content)
{
    FILE *file = fopen(path, "w");
    cr_assert(ne(ptr, file, NULL));
    fputs(content, file);
    cr_assert(eq(int, fclose(file), 0));
}

static inline void file_expect(const char *path, const char *expected)
{
    char content[1000];
    FILE *file = fopen(path, "r");
    cr_assert(ne(ptr, file, NULL), "%s", path);
    content[fread(content, 1, sizeof content - 1, file)] = '\0';
    fclose(file);
    cr_expect(eq(str, content, (char *)expected));
}

static inline mode_t file_mode(const char *path)
{
    struct stat about;
    cr_assert(eq(int, stat(path, &about), 0));
    return about.st_mode & 07777;
}

/* The superuser may do anything: become somebody who may not. */
static inline void become_nobody(void)
{
    if (geteuid() == 0) {
        cr_assert(eq(int, chmod(folder_path, 0777), 0));
        cr_assert(eq(int, seteuid(65534), 0));
    }
}
#endif
