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

doseau_cell_kind layout_cell(const doseau_cells *cells, size_t index)
{
    return doseau_cell_is_quiet(cells, index) ? DOSEAU_CELL_EMPTY
                                              : doseau_cell_kind_at(cells, index);
}

/* What the rows tell about one column. */
struct seen {
    size_t exact, rounded; /* widest number with and without exact integers */
    bool numbers, texts, blanks, fractions;
};

static void see_number(const struct layout_column *c, struct seen *seen, double value)
{
    char digits[DOSEAU_NUMBER_SIZE];

    seen->numbers = true;
    seen->exact = larger(seen->exact, layout_number(c, value, digits));
    if (value != trunc(value)) {
        seen->fractions = true;
    } else if (c->quantity) {
        seen->rounded = larger(seen->rounded, doseau_number_format_digits(value, 4, digits));
    }
}

static void see_cell(struct layout_column *c, struct seen *seen, const doseau_cells *cells)
{
    const char *string;

    switch (layout_cell(cells, c->index)) {
    case DOSEAU_CELL_EMPTY:
        seen->blanks = seen->blanks || !doseau_cell_is_quiet(cells, c->index);
        break;
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
    const bool mixed = c->quantity && seen->fractions;

    if (mixed) c->exact_below = 0;
    c->number = mixed ? larger(seen->exact, seen->rounded) : seen->exact;
    c->content = larger(c->number, smaller(c->content, LAYOUT_LIMIT));
    c->right = !seen->texts && (seen->numbers || c->quantity);
}

/* A blank says that a quantity is not known; where there is no text, there is nothing to say. */
static bool says_something(const struct layout_column *c, const struct seen *seen)
{
    return seen->numbers || seen->texts || (c->quantity && seen->blanks);
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
    const char *rest = heading;

    for (const char *line; (line = layout_wrap(&rest, width, &size)) != NULL;)
        widest = larger(widest, visible_width(line, size));
    return widest;
}

static size_t heading_width(const struct layout_column *c, size_t width)
{
    return larger(widest_line(c->heading, width), widest_line(c->unit, width));
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
        if (doseau_row_is_quiet(cells)) continue;
        for (size_t j = 0; j < layout->n && status == DOSEAU_OK; j++)
            see_cell(&layout->columns[j], &seen[j], cells);
    }
    size_t kept = 0;
    for (size_t j = 0; j < layout->n; j++) {
        if (table->n_rows > 0 && !says_something(&layout->columns[j], &seen[j])) continue;
        layout->columns[kept] = layout->columns[j];
        conclude(&layout->columns[kept++], &seen[j]);
    }
    layout->n = kept;
    free(seen);
    return status;
}

/* Takes a unit that several quantities share, with no other beside them, out of the headings. */
static void share_unit(struct layout *layout)
{
    const char *unit = NULL;
    size_t sharing = 0;
    for (size_t j = 0; j < layout->n; j++) {
        const struct layout_column *c = &layout->columns[j];
        if (!c->quantity) continue;
        if (unit != NULL && strcmp(unit, c->unit) != 0) return;
        unit = c->unit;
        sharing++;
    }
    if (sharing < 2) return;
    layout->unit = unit;
    for (size_t j = 0; j < layout->n; j++) layout->columns[j].unit = "";
}

static const char *or_nothing(const char *string)
{
    return string != NULL ? string : "";
}

doseau_status layout_measure(const doseau_table *table, doseau_cells *cells, struct layout *layout)
{
    *layout = (struct layout){.columns = calloc(table->n_columns + 1, sizeof *layout->columns)};
    if (layout->columns == NULL) return DOSEAU_ENOMEM;

    for (size_t j = 0; j < table->n_columns; j++) {
        const doseau_column *column = &table->columns[j];
        const char *unit = or_nothing(column->unit);
        if (column->heading == NULL) continue;
        layout->columns[layout->n++] = (struct layout_column){
            .heading = column->heading,
            .unit = unit,
            .quantity = *unit != '\0',
            .index = j,
            .exact_below = *unit != '\0' ? exact_quantity : exact_count,
        };
    }
    const doseau_status status = see_rows(table, cells, layout);
    if (status == DOSEAU_OK) {
        share_unit(layout);
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
