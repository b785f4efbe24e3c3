/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/text.h"
#include "io/layout.h"
#include "io/print.h"
#include "io/visible.h"
#include <string.h>

static void put_run(text *line, const char *run, size_t n)
{
    for (const size_t size = strlen(run); n > 0;) {
        const size_t part = n < size ? n : size;
        text_add(line, run, part);
        n -= part;
    }
}

static void put_blanks(text *line, size_t n)
{
    put_run(line, "                ", n);
}
static void put_rule(text *line, size_t n)
{
    put_run(line, "----------------", n);
}

/* Ends a line, without blanks at its end. */
static void put_line(sink *out, text *line)
{
    size_t size = line->size;
    while (size > 0 && line->bytes[size - 1] == ' ') size--;
    if (size > 0) sink_bytes(out, line->bytes, size);
    sink_byte(out, '\n');
    text_clear(line);
}

static void put_padded(text *line, const char *bytes, size_t size, size_t width, bool right)
{
    if (right) {
        const size_t used = visible_width(bytes, size);
        put_blanks(line, used < width ? width - used : 0);
    }
    const size_t used = visible_add(line, bytes, size, width);
    if (!right) put_blanks(line, width - used);
}

static size_t count_lines(const char *heading, size_t width)
{
    size_t n = 0, size;
    for (const char *rest = heading; layout_wrap(&rest, width, &size) != NULL;) n++;
    return n;
}

static const char *heading_of(const struct layout_column *c, bool units)
{
    return units ? c->unit : c->heading;
}

/* Line `index` of a wrapped heading; nothing for one outside it. */
static void put_heading(text *line, const struct layout_column *c, bool units, size_t index)
{
    const char *rest = heading_of(c, units), *start = NULL;
    size_t size = 0;

    for (size_t i = 0; i <= index; i++) {
        start = layout_wrap(&rest, c->width, &size);
        if (start == NULL) break;
    }
    put_padded(line, start != NULL ? start : "", start != NULL ? size : 0, c->width, c->right);
}

/* Names stand on the rule below them, units hang from the names. */
static void put_headings(sink *out, text *line, const struct layout *layout, bool units)
{
    size_t lines = 0;
    for (size_t j = 0; j < layout->n; j++) {
        const struct layout_column *c = &layout->columns[j];
        const size_t n = count_lines(heading_of(c, units), c->width);
        if (n > lines) lines = n;
    }
    for (size_t i = 0; i < lines; i++) {
        for (size_t j = 0; j < layout->n; j++) {
            const struct layout_column *c = &layout->columns[j];
            const size_t above = units ? 0 : lines - count_lines(heading_of(c, units), c->width);
            if (j > 0) put_blanks(line, LAYOUT_GAP);
            put_heading(line, c, units, i >= above ? i - above : SIZE_MAX);
        }
        put_line(out, line);
    }
}

static void put_head(sink *out, text *line, const struct layout *layout)
{
    put_headings(out, line, layout, false);
    put_headings(out, line, layout, true);
    for (size_t j = 0; j < layout->n; j++) {
        if (j > 0) put_blanks(line, LAYOUT_GAP);
        put_rule(line, layout->columns[j].width);
    }
    put_line(out, line);
}

static void put_cell(text *line, const struct layout_column *c, const doseau_cells *cells)
{
    char number[DOSEAU_NUMBER_SIZE];
    const char *string;
    size_t size;

    switch (layout_cell(cells, c->index)) {
    case DOSEAU_CELL_EMPTY: put_blanks(line, c->width); break;
    case DOSEAU_CELL_NUMBER:
        size = layout_number(c, doseau_cell_number_at(cells, c->index), number);
        put_blanks(line, size < c->width ? c->width - size : 0);
        text_add(line, number, size);
        break;
    case DOSEAU_CELL_TEXT:
        string = doseau_cell_text_at(cells, c->index);
        put_padded(line, string, strlen(string), c->width, false);
        break;
    }
}

static doseau_status put_rows(sink *out, text *line, const doseau_table *table, doseau_cells *cells,
                              const struct layout *layout)
{
    for (size_t i = 0; i < table->n_rows && !out->failed && !line->failed; i++) {
        const doseau_status status = doseau_table_row(table, i, cells);
        if (status != DOSEAU_OK) return status;
        if (doseau_row_is_quiet(cells)) continue;
        for (size_t j = 0; j < layout->n; j++) {
            if (j > 0) put_blanks(line, LAYOUT_GAP);
            put_cell(line, &layout->columns[j], cells);
        }
        put_line(out, line);
    }
    if (table->n_rows == 0) sink_string(out, "(no rows)\n");
    return DOSEAU_OK;
}

/* "mean, at least, at most in mg/d/1000 people" */
static void put_unit(sink *out, text *line, const struct layout *layout)
{
    text whole = {.bytes = NULL};
    size_t named = 0, size;
    if (layout->unit == NULL) return;

    for (size_t j = 0; j < layout->n; j++) {
        const struct layout_column *c = &layout->columns[j];
        if (c->quantity) text_addf(&whole, "%s%s", named++ > 0 ? ", " : "", c->heading);
    }
    text_addf(&whole, " in %s", layout->unit);
    put_line(out, line);
    const char *rest = whole.failed ? "" : whole.bytes;
    for (const char *part; (part = layout_wrap(&rest, LAYOUT_LIMIT, &size)) != NULL;) {
        visible_add(line, part, size, LAYOUT_LIMIT);
        put_line(out, line);
    }
    line->failed = line->failed || whole.failed;
    text_free(&whole);
}

doseau_status print_text(const doseau_table *table, sink *out)
{
    struct layout layout;
    text line = {.bytes = NULL};
    doseau_cells *cells = doseau_cells_new(table);
    if (cells == NULL) return DOSEAU_ENOMEM;

    doseau_status status = layout_measure(table, cells, &layout);
    if (status == DOSEAU_OK) {
        put_head(out, &line, &layout);
        status = put_rows(out, &line, table, cells, &layout);
        if (status == DOSEAU_OK) put_unit(out, &line, &layout);
        if (status == DOSEAU_OK && line.failed) status = DOSEAU_ENOMEM;
        layout_free(&layout);
    }
    text_free(&line);
    doseau_cells_free(cells);
    return status;
}
