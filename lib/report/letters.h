/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_REPORT_LETTERS_H
#define DOSEAU_REPORT_LETTERS_H
/* How wide texts become in a figure: by the widths of Helvetica, which Arial and Liberation Sans
 * share, with some room to spare. The reader's font is not known. */
#include "base/text.h"
#include <stddef.h>

/* Width of bytes[0..size) in a font of that size. */
double letters_width(const char *bytes, size_t size, double font_size);

/* How many of bytes[0..size) fit into a line: up to a blank where there is one, never within a
 * UTF-8 sequence, at least one code point. */
size_t letters_line(const char *bytes, size_t size, double font_size, double width);

/* Adds a text of a file as people may see it, shortened with an ellipsis to `width`, and kept apart
 * from what stands beside it where it runs from right to left. */
void letters_add_name(text *line, const char *name, double font_size, double width);
#endif
