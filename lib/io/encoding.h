/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_IO_ENCODING_H
#define DOSEAU_IO_ENCODING_H
/* Whether bytes are the text that the readers know: UTF-8. */
#include <stddef.h>

/* Why bytes as a whole are no such text, a sentence for a person: a workbook, UTF-16, NUL bytes, or
 * an encoding that shows in the first line or in many lines. `*line`: where it shows first, 0 if it
 * is the file as a whole. NULL: read on; a stray line that is not UTF-8 is then a problem of that
 * line. */
const char *encoding_refuse(const char *bytes, size_t size, size_t *line);
#endif
