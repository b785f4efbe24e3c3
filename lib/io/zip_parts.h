/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_IO_ZIP_PARTS_H
#define DOSEAU_IO_ZIP_PARTS_H
/* The parts of a zip file that is in memory, through libzip: the only place that knows it. */
#include "base/text.h"
#include <doseau/status.h>

typedef struct zip_parts zip_parts;

/* Opens bytes[0..size), which stay the caller's and must outlive the parts. All parts that are
 * read may unpack to `most` bytes together. DOSEAU_OK; DOSEAU_EDATA: it is cut off or no zip file;
 * DOSEAU_ENOMEM. */
doseau_status zip_parts_open(const char *bytes, size_t size, size_t most, zip_parts **parts);
void zip_parts_free(zip_parts *parts); /* NULL is allowed */

/* Whether there is a part of that name, in any case. */
bool zip_parts_has(const zip_parts *parts, const char *name);

/* Adds the whole of a part to `content`. DOSEAU_OK; DOSEAU_EDATA, with the reason in `*why`, a text
 * that follows "the part X ": there is none, its bytes are damaged, or too many; DOSEAU_ENOMEM. */
doseau_status zip_parts_read(zip_parts *parts, const char *name, text *content, const char **why);
#endif
