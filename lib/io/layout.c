/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "io/layout.h"
#include "io/visible.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Counts, years and line numbers (no unit) are exact as far as a double is. Among quantities an
 * integer is exact only if the whole column holds integers: 24 above 24.13 is 24.00. */
static const double exact_count = 1e15, exact_quantity = 1e6;
/* A text keeps room for a date as long as headings can be cut instead; then for three letters and
 * the ellipsis. */
static const size_t short_text = 10, shortest_text = 4;

static bool has_unit(const doseau_column *column)
{
    return column->unit != NULL && column->unit[0] != '\0';
}

static size_t larger(size_t a, size_t b)
{
    return a > b ? a : b;
}
static size_t smaller(size_t a, size_t b)
{
    return a < b ? a : b;
}

size_t layout_number(const struct layout_column *c, double value, char digits[DOSEAU_NUMBER_SIZE])
{
    if (fabs(value) < c->exact_below && value == trunc(value))
        return doseau_number_format(value, digits);
    return doseau_number_format_digits(value, 4, digits);
}

/* What the rows tell about one column. */
struct seen {
    size_t exact, rounded; /* widest number with and without exact integers */
    bool numbers, texts, fractions;
};

static void see_number(const struct layout_column *c, struct seen *seen, double value)
{
    char digits[DOSEAU_NUMBER_SIZE];

    seen->numbers = true;
    seen->exact = larger(seen->exact, layout_number(c, value, digits));
    if (value != trunc(value)) {
        seen->fractions = true;
    } else if (has_unit(c->column)) {
        seen->rounded = larger(seen->rounded, doseau_number_format_digits(value, 4, digits));
    }
}

static void see_cell(struct layout_column *c, struct seen *seen, const doseau_cells *cells)
{
    const char *string;

    switch (doseau_cell_kind_at(cells, c->index)) {
    case DOSEAU_CELL_EMPTY: break;
    case DOSEAU_CELL_NUMBER: see_number(c, seen, doseau_cell_number_at(cells, c->index)); break;
    case DOSEAU_CELL_TEXT:
        string = doseau_cell_text_at(cells, c->index);
        seen->texts = true;
        c->content = larger(c->content, visible_width(string, strlen(string)));
        break;
    }
}

static void conclude(struct layout_column *c, const struct seen *seen)
{
    const bool mixed = has_unit(c->column) && seen->fractions;

    if (mixed) c->exact_below = 0;
    c->number = mixed ? larger(seen->exact, seen->rounded) : seen->exact;
    c->content = larger(c->number, smaller(c->content, LAYOUT_LIMIT));
    c->right = !seen->texts && (seen->numbers || has_unit(c->column));
}

const char *layout_wrap(const char **rest, size_t width, size_t *size)
{
    const char *start = *rest + strspn(*rest, " "), *end = start;

    if (*start == '\0') return NULL;
    for (;;) {
        const char *word = end + strspn(end, " ");
        const char *next = word + strcspn(word, " ");
        if (next == word) break;
        if (end > start && visible_width(start, (size_t)(next - start)) > width) break;
        end = next;
    }
    *size = (size_t)(end - start);
    *rest = end;
    return start;
}

/* The widest line of a heading that is broken into lines of `width`. */
static size_t widest_line(const char *heading, size_t width)
{
    size_t widest = 0, size;
    const char *rest = heading != NULL ? heading : "";

    for (const char *line; (line = layout_wrap(&rest, width, &size)) != NULL;)
        widest = larger(widest, visible_width(line, size));
    return widest;
}

static size_t heading_width(const struct layout_column *c, size_t width)
{
    return larger(widest_line(c->column->heading, width), widest_line(c->column->unit, width));
}

static size_t total_width(const struct layout *layout)
{
    size_t total = layout->n > 0 ? (layout->n - 1) * LAYOUT_GAP : 0;
    for (size_t j = 0; j < layout->n; j++) total += layout->columns[j].width;
    return total;
}

/* The ways to save room, in the order in which they cost the reader something. */
enum step { WRAP_HEADINGS, SHORTEN_TEXTS, CUT_HEADINGS, CUT_TEXTS, STEPS };

static size_t least_width(const struct layout_column *c, enum step step)
{
    const size_t wrapped = larger(c->content, heading_width(c, 1));

    if (step == WRAP_HEADINGS) return wrapped;
    if (c->right) return step == SHORTEN_TEXTS ? wrapped : larger(c->number, 1);
    return larger(c->number, smaller(wrapped, step == CUT_TEXTS ? shortest_text : short_text));
}

/* Narrows the widest column that may become narrower, one by one, until the table fits. */
static void narrow(struct layout *layout, enum step step)
{
    for (size_t total = total_width(layout); total > LAYOUT_LIMIT; total--) {
        struct layout_column *widest = NULL;
        for (size_t j = 0; j < layout->n; j++) {
            struct layout_column *c = &layout->columns[j];
            const bool wider = widest == NULL || c->width > widest->width;
            if (wider && c->width > least_width(c, step)) widest = c;
        }
        if (widest == NULL) return;
        widest->width--;
    }
}

/* A wrapped heading may need less than it was left. */
static void tighten(struct layout *layout)
{
    for (size_t j = 0; j < layout->n; j++) {
        struct layout_column *c = &layout->columns[j];
        c->width = larger(1, larger(c->content, heading_width(c, c->width)));
    }
}

static void fit(struct layout *layout)
{
    for (size_t j = 0; j < layout->n; j++) layout->columns[j].width = LAYOUT_LIMIT;
    tighten(layout);
    narrow(layout, WRAP_HEADINGS);
    tighten(layout);
    for (enum step step = SHORTEN_TEXTS; step < STEPS; step++) narrow(layout, step);
}

static doseau_status see_rows(const doseau_table *table, doseau_cells *cells, struct layout *layout)
{
    struct seen *seen = calloc(layout->n + 1, sizeof *seen);
    doseau_status status = DOSEAU_OK;
    if (seen == NULL) return DOSEAU_ENOMEM;

    for (size_t i = 0; i < table->n_rows && status == DOSEAU_OK; i++) {
        status = doseau_table_row(table, i, cells);
        for (size_t j = 0; j < layout->n && status == DOSEAU_OK; j++)
            see_cell(&layout->columns[j], &seen[j], cells);
    }
    for (size_t j = 0; j < layout->n; j++) conclude(&layout->columns[j], &seen[j]);
    free(seen);
    return status;
}

doseau_status layout_measure(const doseau_table *table, doseau_cells *cells, struct layout *layout)
{
    *layout = (struct layout){.columns = calloc(table->n_columns + 1, sizeof *layout->columns)};
    if (layout->columns == NULL) return DOSEAU_ENOMEM;

    for (size_t j = 0; j < table->n_columns; j++) {
        const doseau_column *column = &table->columns[j];
        if (column->heading == NULL) continue;
        layout->columns[layout->n++] = (struct layout_column){
            .column = column,
            .index = j,
            .exact_below = has_unit(column) ? exact_quantity : exact_count,
        };
    }
    const doseau_status status = see_rows(table, cells, layout);
    if (status == DOSEAU_OK) {
        fit(layout);
    } else {
        layout_free(layout);
    }
    return status;
}

void layout_free(struct layout *layout)
{
    free(layout->columns);
    *layout = (struct layout){.columns = NULL};
}
