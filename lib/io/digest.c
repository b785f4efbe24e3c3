/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "io/digest.h"
#include <nettle/sha2.h>
#include <stdint.h>
#include <stdlib.h>

struct digest {
    struct sha256_ctx context;
};

digest *digest_new(void)
{
    digest *d = malloc(sizeof *d);
    if (d != NULL) sha256_init(&d->context);
    return d;
}

void digest_free(digest *d)
{
    free(d);
}

void digest_add(digest *d, const void *bytes, size_t size)
{
    sha256_update(&d->context, size, bytes);
}

void digest_end(digest *d, char text[DIGEST_SIZE])
{
    static const char digits[] = "0123456789abcdef";
    uint8_t raw[SHA256_DIGEST_SIZE];

    sha256_digest(&d->context, sizeof raw, raw);
    for (size_t i = 0; i < sizeof raw; i++) {
        text[2 * i] = digits[raw[i] >> 4];
        text[2 * i + 1] = digits[raw[i] & 15];
    }
    text[2 * sizeof raw] = '\0';
}
