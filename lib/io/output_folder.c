/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "io/beside.h"
#include "io/system_error.h"
#include <dirent.h>
#include <doseau/output.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct doseau_output_folder {
    char *path;      /* as the caller named it, without slashes at its end */
    char *temporary; /* where the files go meanwhile */
};

static void folder_free(doseau_output_folder *f)
{
    free(f->path);
    free(f->temporary);
    free(f);
}

static doseau_status refuse_existing(const char *path, doseau_error *error)
{
    struct stat about;
    if (lstat(path, &about) == 0) {
        system_error(error, path, "exists already", 0);
        if (error != NULL) error->status = DOSEAU_EEXISTS;
        return DOSEAU_EEXISTS;
    }
    if (errno == ENOENT && path[0] != '\0') return DOSEAU_OK;
    return system_error(error, path, "cannot create", errno);
}

static doseau_status create(doseau_output_folder *f, doseau_error *error)
{
    for (size_t n = strlen(f->path); n > 1 && f->path[n - 1] == '/'; n--) f->path[n - 1] = '\0';
    const doseau_status status = refuse_existing(f->path, error);
    if (status != DOSEAU_OK) return status;
    if (beside_folder(f->path, &f->temporary) != 0)
        return system_error(error, f->path, "cannot create", errno);
    return DOSEAU_OK;
}

doseau_status doseau_output_folder_open(const char *path, doseau_output_folder **folder,
                                        doseau_error *error)
{
    doseau_output_folder *f = calloc(1, sizeof *f);
    if (f == NULL || (f->path = strdup(path)) == NULL) {
        free(f);
        return system_error(error, path, "cannot create", ENOMEM);
    }
    const doseau_status status = create(f, error);
    if (status == DOSEAU_OK) {
        *folder = f;
    } else {
        folder_free(f);
    }
    return status;
}

const char *doseau_output_folder_path(const doseau_output_folder *folder)
{
    return folder->temporary;
}

/* Removes the folder and the files in it, folders in it not: they are none of ours. */
static void discard(const char *path)
{
    DIR *folder = opendir(path);
    if (folder != NULL) {
        for (const struct dirent *entry; (entry = readdir(folder)) != NULL;) {
            if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0)
                unlinkat(dirfd(folder), entry->d_name, 0);
        }
        closedir(folder);
    }
    rmdir(path);
}

/* rename() would take the place of an empty folder: what came into being meanwhile stays. */
static doseau_status put_in_place(const doseau_output_folder *f, doseau_error *error)
{
    const doseau_status status = refuse_existing(f->path, error);
    if (status != DOSEAU_OK) return status;
    if (rename(f->temporary, f->path) == 0) return DOSEAU_OK;
    return system_error(error, f->path, "cannot put the folder in place", errno);
}

doseau_status doseau_output_folder_close(doseau_output_folder *folder, int keep,
                                         doseau_error *error)
{
    doseau_status status = DOSEAU_OK;
    if (folder == NULL) return DOSEAU_OK;

    if (keep) status = put_in_place(folder, error);
    if (!keep || status != DOSEAU_OK) discard(folder->temporary);
    folder_free(folder);
    return status;
}
