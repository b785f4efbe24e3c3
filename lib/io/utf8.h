/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_IO_UTF8_H
#define DOSEAU_IO_UTF8_H
/* Texts that come from files, one code point at a time: well-formed or not, harmless or not. */
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define UTF8_BAD UINT32_MAX

/* The code point at the start of bytes[0..size), size > 0. Returns the bytes it takes; where they
 * are ill-formed (Unicode 15, table 3-7) `*code` is UTF8_BAD and one byte is taken. */
size_t utf8_decode(const char *bytes, size_t size, uint32_t *code);

/* Whether a code point acts on a terminal or on the order of what is shown, instead of being shown:
 * C0, DEL, C1, line and paragraph separators, and the bidirectional embeddings, overrides and
 * isolates. */
bool utf8_hidden(uint32_t code);
#endif
