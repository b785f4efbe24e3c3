/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "io/layout.h"
#include "io/sink.h"
#include "io/visible.h"
#include <doseau/print.h>

enum { INDENT = 2 };

doseau_status doseau_sentence_print(const char *sentence, FILE *stream, doseau_error *error)
{
    sink out;
    text line = {0};
    size_t size, width = LAYOUT_LIMIT;
    const char *rest = sentence;
    sink_start(&out, stream);
    for (const char *part; (part = layout_wrap(&rest, width, &size)) != NULL;) {
        if (width < LAYOUT_LIMIT) text_add(&line, "  ", INDENT);
        visible_add(&line, part, size, width);
        text_add(&line, "\n", 1);
        width = LAYOUT_LIMIT - INDENT;
    }
    if (line.size) sink_bytes(&out, line.bytes, line.size);
    const bool failed = line.failed;
    text_free(&line);
    const doseau_status written = sink_end(&out, error);
    return failed ? doseau_error_set(error, DOSEAU_ENOMEM, "out of memory") : written;
}
