/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_IO_FOREIGN_H
#define DOSEAU_IO_FOREIGN_H
/* Files of other programs that are no text with columns. */
#include <stddef.h>

/* What the bytes are and how to save them otherwise, a sentence for a person; NULL: none of the
 * known ones. */
const char *foreign_file(const char *bytes, size_t size);
#endif
