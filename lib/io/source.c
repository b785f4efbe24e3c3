/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "io/source.h"
#include "io/system_error.h"
#include <errno.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/* Bytes are digested while they are still in the processor's cache. */
#define CHUNK ((size_t)1 << 18)

/* Room for the whole of a plain file, and for the NUL; for a pipe, which tells no size, a chunk. */
static size_t first_room(FILE *stream)
{
    struct stat about;
    if (fstat(fileno(stream), &about) != 0 || !S_ISREG(about.st_mode) || about.st_size < 0)
        return CHUNK;
    const uintmax_t size = (uintmax_t)about.st_size;
    return size < SIZE_MAX / 2 ? (size_t)size + 2
                               : CHUNK; /* + 2: the end is seen without growing */
}

static bool grow(struct source *s, size_t *room)
{
    if (s->size + 1 < *room) return true;
    if (*room > SIZE_MAX / 2) return false;
    char *bytes = realloc(s->bytes, 2 * *room);
    if (bytes == NULL) return false;
    s->bytes = bytes;
    *room *= 2;
    return true;
}

/* DOSEAU_EIO leaves the reason in errno. */
static doseau_status read_all(FILE *stream, struct source *s, digest *sum)
{
    size_t room = first_room(stream);
    s->bytes = malloc(room);
    if (s->bytes == NULL) return DOSEAU_ENOMEM;

    for (;;) {
        if (!grow(s, &room)) return DOSEAU_ENOMEM;
        const size_t left = room - 1 - s->size, want = left < CHUNK ? left : CHUNK;
        const size_t got = fread(s->bytes + s->size, 1, want, stream);
        digest_add(sum, s->bytes + s->size, got);
        s->size += got;
        if (got < want) break;
    }
    if (ferror(stream)) return DOSEAU_EIO;
    s->bytes[s->size] = '\0';
    digest_end(sum, s->sha256);

    char *fitting = realloc(s->bytes, s->size + 1);
    if (fitting != NULL) s->bytes = fitting;
    return DOSEAU_OK;
}

static doseau_status open_input(const char *path, FILE **stream, doseau_error *error)
{
    *stream = strcmp(path, "-") == 0 ? stdin : fopen(path, "rb");
    if (*stream == NULL) return system_error(error, path, "cannot open", errno);
    return DOSEAU_OK;
}

doseau_status source_read(const char *path, struct source *source, doseau_error *error)
{
    struct source s = {.name = NULL};
    FILE *stream = NULL;
    doseau_status status = DOSEAU_ENOMEM;
    int number = ENOMEM;

    digest *sum = digest_new();
    s.name = strdup(path);
    if (sum == NULL || s.name == NULL) goto cleanup;
    status = open_input(path, &stream, error);
    if (status != DOSEAU_OK) goto cleanup;

    status = read_all(stream, &s, sum);
    number = errno;
    if (status == DOSEAU_EIO) status = system_error(error, path, "cannot read", number);

cleanup:
    if (status == DOSEAU_ENOMEM) system_error(error, path, "cannot read", ENOMEM);
    if (stream != NULL && stream != stdin) fclose(stream);
    digest_free(sum);
    if (status == DOSEAU_OK) {
        *source = s;
    } else {
        source_free(&s);
    }
    return status;
}

void source_free(struct source *source)
{
    free(source->name);
    free(source->bytes);
    *source = (struct source){.name = NULL};
}
