/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_IO_SOURCE_H
#define DOSEAU_IO_SOURCE_H
/* An input, whole in memory, with the digest of exactly the bytes that were read. */
#include "io/digest.h"
#include <doseau/status.h>
#include <stddef.h>

struct source {
    char *name;  /* as the user named it */
    char *bytes; /* with a NUL after the last; NULs within are possible */
    size_t size; /* without that NUL */
    char sha256[DIGEST_SIZE];
};

/* Reads a file, pipe or device to its end; "-" is standard input.
 * DOSEAU_EIO (with the name in `error`), DOSEAU_ENOMEM; `source` is then untouched. */
doseau_status source_read(const char *path, struct source *source, doseau_error *error);
void source_free(struct source *source); /* leaves it empty; an empty one is allowed */
#endif
