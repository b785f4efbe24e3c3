/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "io/sink.h"
#include "io/system_error.h"
#include <errno.h>
#include <string.h>

void sink_start(sink *s, FILE *stream)
{
    s->stream = stream;
    s->used = 0;
    s->failed = false;
    s->number = 0;
}

static void hand_over(sink *s, const char *bytes, size_t size)
{
    if (s->failed || size == 0) return;
    errno = 0;
    if (fwrite(bytes, 1, size, s->stream) == size) return;
    s->failed = true;
    s->number = errno;
}

static void empty(sink *s)
{
    hand_over(s, s->bytes, s->used);
    s->used = 0;
}

void sink_bytes(sink *s, const char *bytes, size_t size)
{
    if (size > sizeof s->bytes - s->used) empty(s);
    if (size > sizeof s->bytes) {
        hand_over(s, bytes, size);
    } else if (size > 0) {
        memcpy(s->bytes + s->used, bytes, size);
        s->used += size;
    }
}

void sink_string(sink *s, const char *string)
{
    sink_bytes(s, string, strlen(string));
}

doseau_status sink_end(sink *s, doseau_error *error)
{
    empty(s);
    if (!s->failed && !ferror(s->stream)) return DOSEAU_OK;
    return system_error(error, NULL, "cannot write", s->number);
}
