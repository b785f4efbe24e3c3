/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "io/beside.h"
#include "io/follow.h"
#include "io/system_error.h"
#include <doseau/output.h>
#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct doseau_output {
    FILE *stream;
    char *path;      /* as the caller named it; NULL: standard output */
    char *target;    /* the file behind the links; NULL: written directly */
    char *temporary; /* what becomes the target; NULL: written directly */
};

static const mode_t permissions = 0777, usual = 0666;

static void output_free(doseau_output *o)
{
    free(o->path);
    free(o->target);
    free(o->temporary);
    free(o);
}

/* A descriptor to a stream; closed if that fails. */
static doseau_status open_stream(doseau_output *o, int file, doseau_error *error)
{
    o->stream = fdopen(file, "w");
    if (o->stream != NULL) return DOSEAU_OK;
    const int number = errno;
    close(file);
    return system_error(error, o->path, "cannot open", number);
}

static doseau_status open_directly(doseau_output *o, doseau_error *error)
{
    const int file = open(o->path, O_WRONLY | O_CLOEXEC | O_NOCTTY);
    if (file < 0) return system_error(error, o->path, "cannot open", errno);
    return open_stream(o, file, error);
}

/* `old` describes the file that is replaced; NULL: there is none. The temporary file is never more
 * readable than the one it replaces. */
static doseau_status open_temporary(doseau_output *o, const struct stat *old, doseau_error *error)
{
    const mode_t mode = old != NULL ? old->st_mode & permissions : usual;
    const int file = beside_file(o->target, mode, &o->temporary);
    if (file < 0) return system_error(error, o->path, "cannot create", errno);

    doseau_status status = DOSEAU_OK;
    if (old != NULL && fchmod(file, mode) != 0) {
        status = system_error(error, o->path, "cannot set the permissions", errno);
        close(file);
    } else {
        status = open_stream(o, file, error);
    }
    if (status != DOSEAU_OK) unlink(o->temporary);
    return status;
}

/* Whether a name such as /dev/stdout leads to the file that standard output goes to: replacing that
 * file would lose what stands in it already. */
static bool is_standard_output(const struct stat *about)
{
    struct stat standard;
    return fstat(STDOUT_FILENO, &standard) == 0 && standard.st_dev == about->st_dev &&
           standard.st_ino == about->st_ino;
}

static doseau_status open_path(doseau_output *o, doseau_error *error)
{
    struct stat about;
    const bool exists = stat(o->path, &about) == 0;

    if (!exists && (errno != ENOENT || o->path[0] == '\0'))
        return system_error(error, o->path, "cannot create", errno);
    if (exists && S_ISDIR(about.st_mode))
        return system_error(error, o->path, "cannot write", EISDIR);
    if (exists && is_standard_output(&about)) {
        o->stream = stdout;
        return DOSEAU_OK;
    }
    if (exists && !S_ISREG(about.st_mode)) return open_directly(o, error);
    if (exists && faccessat(AT_FDCWD, o->path, W_OK, AT_EACCESS) != 0)
        return system_error(error, o->path, "cannot write", errno);

    o->target = follow_links(o->path);
    if (o->target == NULL) return system_error(error, o->path, "cannot follow the link", errno);
    return open_temporary(o, exists ? &about : NULL, error);
}

doseau_status doseau_output_open(const char *path, doseau_output **output, doseau_error *error)
{
    doseau_status status = DOSEAU_OK;
    doseau_output *o = calloc(1, sizeof *o);
    if (o == NULL) return system_error(error, path, "cannot open", ENOMEM);

    if (path == NULL || strcmp(path, "-") == 0) {
        o->stream = stdout;
    } else if ((o->path = strdup(path)) == NULL) {
        status = system_error(error, path, "cannot open", ENOMEM);
    } else {
        status = open_path(o, error);
    }
    if (status == DOSEAU_OK) {
        *output = o;
    } else {
        output_free(o);
    }
    return status;
}

FILE *doseau_output_stream(doseau_output *output)
{
    return output->stream;
}

/* Everything is with the kernel, and on the disk if it is to replace a file: otherwise a power cut
 * soon after the renaming could leave an empty file under the name. What cannot be synchronised
 * says EINVAL. Returns 0 or an errno; `*failed` also where the reason is no longer known. */
static int settle(doseau_output *o, bool *failed)
{
    errno = 0;
    *failed = ferror(o->stream) != 0;
    if (fflush(o->stream) != 0) {
        *failed = true;
    } else if (!*failed && o->temporary != NULL && fsync(fileno(o->stream)) != 0) {
        *failed = errno != EINVAL && errno != ENOTSUP;
    }
    return *failed ? errno : 0;
}

static doseau_status finish(doseau_output *o, doseau_error *error)
{
    bool failed;
    int number = settle(o, &failed);

    if (o->stream != stdout && fclose(o->stream) != 0 && !failed) {
        failed = true;
        number = errno;
    }
    if (failed) return system_error(error, o->path, "cannot write", number);
    if (o->temporary != NULL && rename(o->temporary, o->target) != 0)
        return system_error(error, o->path, "cannot put the file in place", errno);
    return DOSEAU_OK;
}

doseau_status doseau_output_close(doseau_output *output, int keep, doseau_error *error)
{
    doseau_status status = DOSEAU_OK;
    if (output == NULL) return DOSEAU_OK;

    if (keep) {
        status = finish(output, error);
    } else if (output->stream != stdout) {
        fclose(output->stream);
    }
    if ((!keep || status != DOSEAU_OK) && output->temporary != NULL) unlink(output->temporary);
    output_free(output);
    return status;
}
