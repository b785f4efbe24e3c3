/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "io/paths.h"
#include "base/text.h"
#include "io/system_error.h"
#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static doseau_status add_path(array *files, const char *folder, const char *name)
{
    text whole = {0};
    if (folder) {
        text_add_string(&whole, folder);
        if (whole.size && whole.bytes[whole.size - 1] != '/') text_add_string(&whole, "/");
    }
    text_add_string(&whole, name);
    if (whole.failed) {
        text_free(&whole);
        return DOSEAU_ENOMEM;
    }
    path file = {.whole = whole.bytes, .in_folder = folder != NULL};
    const char *slash = strrchr(file.whole, '/');
    file.name = slash ? slash + 1 : file.whole;
    const doseau_status status = array_add(files, &file);
    if (status) free(file.whole);
    return status;
}

static int compare_paths(const void *left, const void *right)
{
    return strcmp(((const path *)left)->whole, ((const path *)right)->whole);
}

static bool is_table(const char *name)
{
    const size_t size = strlen(name);
    return (size > 4 && text_same(name + size - 4, ".csv")) ||
           (size > 5 && text_same(name + size - 5, ".xlsx") && !text_starts(name, "~$"));
}

/* Keeps the CSV and .xlsx files among those added from `first` on; the others are noticed. */
static void keep_tables(array *files, size_t first, doseau_problems *problems)
{
    path *p = files->items;
    size_t kept = first;
    for (size_t i = first; i < files->size; i++) {
        doseau_problems_add_file(problems, p[i].whole);
        if (is_table(p[i].name)) {
            p[kept++] = p[i];
            continue;
        }
        doseau_problems_add(problems, DOSEAU_NOTICE, "not_read", (doseau_place){.file = p[i].whole},
                            "%s",
                            text_starts(p[i].name, "~$")
                                ? "Excel keeps this file while it has another open: not read"
                                : "neither a CSV nor an .xlsx file: not read");
        free(p[i].whole);
    }
    files->size = kept;
}

static doseau_status open_folder(const char *folder, array *files, doseau_problems *problems,
                                 doseau_error *error)
{
    DIR *stream = opendir(folder);
    if (!stream) return system_error(error, folder, "cannot open the folder", errno);
    const size_t first = files->size;
    doseau_status status = DOSEAU_OK;
    errno = 0;
    for (struct dirent *entry; !status && (entry = readdir(stream)) != NULL; errno = 0)
        if (entry->d_name[0] != '.') status = add_path(files, folder, entry->d_name);
    if (!status && errno) status = system_error(error, folder, "cannot read the folder", errno);
    closedir(stream);
    if (status) return status;
    if (files->size > first)
        qsort((path *)files->items + first, files->size - first, sizeof(path), compare_paths);
    keep_tables(files, first, problems);
    return DOSEAU_OK;
}

static bool stands_in(const array *files, const char *given)
{
    const path *p = files->items;
    for (size_t i = 0; i < files->size; i++)
        if (strcmp(p[i].whole, given) == 0) return true;
    return false;
}

doseau_status paths_open(const char *given, array *files, doseau_problems *problems,
                         doseau_error *error)
{
    struct stat info;
    const bool standard_input = strcmp(given, "-") == 0;
    if (!standard_input && stat(given, &info) == 0 && S_ISDIR(info.st_mode))
        return open_folder(given, files, problems, error);
    if (standard_input && stands_in(files, given)) return DOSEAU_OK; /* it can be read but once */
    doseau_problems_add_file(problems, paths_shown(given));
    return add_path(files, NULL, given); /* opening it will say what is wrong with it */
}

const char *paths_shown(const char *given)
{
    return strcmp(given, "-") == 0 ? "standard input" : given;
}

void paths_free(array *files)
{
    for (size_t i = 0; i < files->size; i++) free(((path *)files->items)[i].whole);
    array_free(files);
}

const char *paths_name(const char *whole)
{
    const char *slash = strrchr(whole, '/');
    return slash ? slash + 1 : whole;
}
