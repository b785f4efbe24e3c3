/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_IO_LINES_H
#define DOSEAU_IO_LINES_H
/* Physical lines of a text, which end in \n, \r\n or \r. */
#include <stddef.h>

/* Length of the line that begins at bytes[at], with its end. */
size_t line_length(const char *bytes, size_t size, size_t at);
/* The number, from 1, of the line that bytes[at] is in; at <= size. */
size_t line_number(const char *bytes, size_t size, size_t at);
#endif
