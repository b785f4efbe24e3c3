/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_IO_VISIBLE_H
#define DOSEAU_IO_VISIBLE_H
/* Texts as people see them in a table: what would act instead of being seen stands as an escape
 * (`\x1b`, `\u202e`; a byte that is not UTF-8 as `\xff`). Widths count code points. */
#include "base/text.h"
#include <stddef.h>

size_t visible_width(const char *bytes, size_t size);

/* Adds a text in at most `width` > 0 columns; a longer one is cut and ends with an ellipsis, never
 * within an escape. Returns the columns taken. */
size_t visible_add(text *line, const char *bytes, size_t size, size_t width);
#endif
