/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_IO_SINK_H
#define DOSEAU_IO_SINK_H
/* A buffer before a stream: a cell of a table costs a copy, not a locked call of stdio. The first
 * failure is remembered and everything after it is dropped, so that printers look once a row. */
#include <doseau/status.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

typedef struct sink {
    FILE *stream;
    size_t used;
    bool failed;
    int number; /* errno of the failure */
    char bytes[16384];
} sink;

void sink_start(sink *s, FILE *stream);
void sink_bytes(sink *s, const char *bytes, size_t size);
void sink_string(sink *s, const char *string);

/* Hands the rest to the stream, which is not flushed. DOSEAU_EIO if a write failed, here or on the
 * stream before. */
doseau_status sink_end(sink *s, doseau_error *error);

static inline void sink_byte(sink *s, char byte)
{
    if (s->used == sizeof s->bytes) {
        sink_bytes(s, &byte, 1);
    } else {
        s->bytes[s->used++] = byte;
    }
}
#endif
