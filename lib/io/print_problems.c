/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/text.h"
#include "io/visible.h"
#include <doseau/print.h>
#include <stdint.h>
#include <string.h>

static void add_visible(text *line, const char *words)
{
    visible_add(line, words, strlen(words), SIZE_MAX);
}

static void add_place(text *line, const doseau_place *place)
{
    if (place->file) {
        add_visible(line, place->file);
        if (place->line) text_addf(line, ":%zu", place->line);
        text_add_string(line, ": ");
    }
    const bool named = place->field && *place->field;
    if (!place->column && !named) return;
    text_add_string(line, place->column ? "field " : "field");
    if (place->column) text_addf(line, "%zu", place->column);
    if (named) {
        text_add_string(line, place->column ? " (" : " ");
        add_visible(line, place->field);
        if (place->column) text_add_string(line, ")");
    }
    text_add_string(line, ": ");
}

doseau_status doseau_problems_print(const doseau_problems *problems, doseau_level least,
                                    FILE *stream)
{
    text line = {0};
    bool written = true;
    for (size_t i = 0; i < doseau_problems_size(problems); i++) {
        const doseau_problem *p = doseau_problems_at(problems, i);
        if (p->level < least) continue;
        text_clear(&line);
        if (p->level != DOSEAU_ERROR) text_addf(&line, "%s: ", doseau_level_name(p->level));
        add_place(&line, &p->place);
        add_visible(&line, p->message);
        if (line.failed) break;
        written = fprintf(stream, "%s\n", line.bytes) > 0 && written;
    }
    const bool failed = line.failed;
    text_free(&line);
    return failed ? DOSEAU_ENOMEM : written ? DOSEAU_OK : DOSEAU_EIO;
}
