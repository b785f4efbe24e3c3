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

/* The line of a problem, harmless to a terminal. */
static void compose(text *line, const doseau_problem *p)
{
    text_clear(line);
    if (p->level != DOSEAU_ERROR) text_addf(line, "%s: ", doseau_level_name(p->level));
    add_place(line, &p->place);
    add_visible(line, p->message);
}

static doseau_status print_line(const char *line, FILE *stream)
{
    return fprintf(stream, "%s\n", line) > 0 ? DOSEAU_OK : DOSEAU_EIO;
}

static doseau_status print_lines(const char *line, FILE *stream)
{
    return doseau_sentence_print(line, stream, NULL);
}

static doseau_status print_all(const doseau_problems *problems, doseau_level least,
                               doseau_status (*print)(const char *line, FILE *stream), FILE *stream)
{
    text line = {0};
    doseau_status status = DOSEAU_OK;
    for (size_t i = 0; i < doseau_problems_size(problems); i++) {
        const doseau_problem *p = doseau_problems_at(problems, i);
        if (p->level < least) continue;
        compose(&line, p);
        const doseau_status one = line.failed ? DOSEAU_ENOMEM : print(line.bytes, stream);
        if (one) status = one;
        if (status == DOSEAU_ENOMEM) break;
    }
    text_free(&line);
    return status;
}

doseau_status doseau_problems_print(const doseau_problems *problems, doseau_level least,
                                    FILE *stream)
{
    return print_all(problems, least, print_line, stream);
}

doseau_status doseau_problems_list(const doseau_problems *problems, doseau_level least,
                                   FILE *stream)
{
    return print_all(problems, least, print_lines, stream);
}
