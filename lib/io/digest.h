/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_IO_DIGEST_H
#define DOSEAU_IO_DIGEST_H
/* SHA-256 (FIPS 180-4) of bytes as they come. */
#include <stddef.h>

#define DIGEST_SIZE 65 /* 64 lower-case hexadecimal digits and a NUL */

typedef struct digest digest;

digest *digest_new(void); /* NULL: out of memory */
void digest_free(digest *d);
void digest_add(digest *d, const void *bytes, size_t size);
void digest_end(digest *d, char text[DIGEST_SIZE]); /* and starts anew */
#endif
