/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <criterion/criterion.h>

#include <criterion/new/assert.h>
#include <doseau/print.h>
#include <stdio.h>
#include <stdlib.h>

/* The parts of a place that are absent are left out, as doseau_error_format does. */
static const struct {
    doseau_level level;
    doseau_place place;
    const char *line;
} lines[] = {
    {DOSEAU_ERROR, {"t.csv", 3, 2, "Jaar"}, "t.csv:3: field 2 (Jaar): why\n"},
    {DOSEAU_WARNING, {"t.csv", 3, 2, NULL}, "warning: t.csv:3: field 2: why\n"},
    {DOSEAU_NOTICE, {"t.csv", 3, 0, "time"}, "notice: t.csv:3: field time: why\n"},
    {DOSEAU_ERROR, {"t.csv", 3, 0, ""}, "t.csv:3: why\n"},
    {DOSEAU_ERROR, {"t.csv", 0, 0, NULL}, "t.csv: why\n"},
    {DOSEAU_ERROR, {NULL, 0, 0, "time"}, "field time: why\n"},
};

Test(print_problems, every_kind_of_place)
{
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        char *text = NULL;
        size_t size;
        doseau_problems *list = doseau_problems_new();
        FILE *stream = open_memstream(&text, &size);
        cr_assert(list && stream);
        doseau_problems_add(list, lines[i].level, "code", lines[i].place, "why");
        cr_expect(eq(int, doseau_problems_print(list, DOSEAU_NOTICE, stream), DOSEAU_OK));
        fclose(stream);
        cr_expect(eq(str, text, (char *)lines[i].line));
        free(text);
        doseau_problems_free(list);
    }
}
