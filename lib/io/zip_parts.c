/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "io/zip_parts.h"
#include <stdlib.h>
#include <zip.h>

struct zip_parts {
    zip_t *archive;
    size_t left; /* bytes that may still be unpacked */
};

static doseau_status status_of(const zip_error_t *e)
{
    return zip_error_code_zip(e) == ZIP_ER_MEMORY ? DOSEAU_ENOMEM : DOSEAU_EDATA;
}

doseau_status zip_parts_open(const char *bytes, size_t size, size_t most, zip_parts **parts)
{
    zip_error_t error;
    doseau_status status = DOSEAU_OK;
    zip_parts *p = calloc(1, sizeof *p);
    if (!p) return DOSEAU_ENOMEM;
    p->left = most;
    zip_error_init(&error);
    zip_source_t *source = zip_source_buffer_create(bytes, size, 0, &error);
    if (source) p->archive = zip_open_from_source(source, ZIP_RDONLY, &error);
    if (!p->archive) {
        status = status_of(&error);
        zip_source_free(source);
        zip_parts_free(p);
    } else {
        *parts = p;
    }
    zip_error_fini(&error);
    return status;
}

void zip_parts_free(zip_parts *parts)
{
    if (parts && parts->archive) zip_discard(parts->archive);
    free(parts);
}

static zip_int64_t locate(const zip_parts *parts, const char *name)
{
    return zip_name_locate(parts->archive, name, ZIP_FL_NOCASE);
}

bool zip_parts_has(const zip_parts *parts, const char *name)
{
    return locate(parts, name) >= 0;
}

/* What the file tells of the size of a part is not believed: only bytes that came are counted. */
static doseau_status read_stream(zip_parts *parts, zip_file_t *stream, text *content,
                                 const char **why)
{
    char chunk[16384];
    for (;;) {
        const zip_int64_t got = zip_fread(stream, chunk, sizeof chunk);
        if (got == 0) return DOSEAU_OK;
        *why = "is damaged";
        if (got < 0) return status_of(zip_file_get_error(stream));
        *why = "unpacks to more than a table of results ever takes";
        if ((size_t)got > parts->left) return DOSEAU_EDATA;
        parts->left -= (size_t)got;
        text_add(content, chunk, (size_t)got);
        if (content->failed) return DOSEAU_ENOMEM;
    }
}

doseau_status zip_parts_read(zip_parts *parts, const char *name, text *content, const char **why)
{
    const zip_int64_t index = locate(parts, name);
    *why = "is missing";
    if (index < 0) return DOSEAU_EDATA;
    *why = "cannot be unpacked";
    zip_file_t *stream = zip_fopen_index(parts->archive, (zip_uint64_t)index, 0);
    if (!stream) return status_of(zip_get_error(parts->archive));
    const doseau_status status = read_stream(parts, stream, content, why);
    zip_fclose(stream);
    return status;
}
