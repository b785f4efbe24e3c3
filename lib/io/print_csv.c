/* SPDX-License-Identifier: GPL-3.0-or-later */
/* RFC 4180 with `\n`. Bytes that are not UTF-8 stay as they are: a value survives the way through
 * a file. */
#include "io/print.h"
#include <doseau/number.h>
#include <string.h>

/* Characters at which a spreadsheet starts to see a formula. */
static bool like_formula(const char *text)
{
    return text[0] != '\0' && strchr("=+-@\t\r", text[0]) != NULL;
}

/* Besides what RFC 4180 asks for: readers trim blanks at the ends, ours takes a line that starts
 * with `#` for a comment, and control characters are better seen between quotes. */
static bool needs_quotes(const char *text, size_t size)
{
    if (size == 0) return false;
    if (text[0] == ' ' || text[0] == '#' || text[size - 1] == ' ') return true;
    for (size_t i = 0; i < size; i++) {
        const unsigned char c = (unsigned char)text[i];
        if (c == ',' || c == '"' || c < 0x20 || c == 0x7f) return true;
    }
    return false;
}

static void put_quoted(sink *out, const char *text)
{
    for (const char *quote; (quote = strchr(text, '"')) != NULL; text = quote + 1) {
        sink_bytes(out, text, (size_t)(quote - text) + 1);
        sink_byte(out, '"');
    }
    sink_string(out, text);
}

static void put_text(sink *out, const char *text, bool literal)
{
    const size_t size = strlen(text);
    const bool quotes = needs_quotes(text, size);

    if (quotes) sink_byte(out, '"');
    if (!literal && like_formula(text)) sink_byte(out, '\'');
    if (quotes) {
        put_quoted(out, text);
        sink_byte(out, '"');
    } else {
        sink_bytes(out, text, size);
    }
}

static void put_cell(sink *out, const doseau_cells *cells, size_t column, bool literal)
{
    char number[DOSEAU_NUMBER_SIZE];

    switch (doseau_cell_kind_at(cells, column)) {
    case DOSEAU_CELL_EMPTY: break;
    case DOSEAU_CELL_NUMBER:
        sink_bytes(out, number, doseau_number_format(doseau_cell_number_at(cells, column), number));
        break;
    case DOSEAU_CELL_TEXT: put_text(out, doseau_cell_text_at(cells, column), literal); break;
    }
}

static bool is_blank(const doseau_cells *cells)
{
    const doseau_cell_kind kind = doseau_cell_kind_at(cells, 0);
    return kind == DOSEAU_CELL_EMPTY ||
           (kind == DOSEAU_CELL_TEXT && doseau_cell_text_at(cells, 0)[0] == '\0');
}

static void put_row(sink *out, const doseau_table *table, const doseau_cells *cells, bool literal)
{
    /* A table of one column: readers skip an empty line, and the row would be lost. */
    if (table->n_columns == 1 && is_blank(cells)) sink_string(out, "\"\"");
    for (size_t j = 0; j < table->n_columns; j++) {
        if (j > 0) sink_byte(out, ',');
        put_cell(out, cells, j, literal);
    }
    sink_byte(out, '\n');
}

doseau_status print_csv(const doseau_table *table, bool literal, sink *out)
{
    doseau_status status = DOSEAU_OK;
    doseau_cells *cells = doseau_cells_new(table);
    if (cells == NULL) return DOSEAU_ENOMEM;

    for (size_t j = 0; j < table->n_columns; j++) {
        if (j > 0) sink_byte(out, ',');
        put_text(out, table->columns[j].name, literal);
    }
    sink_byte(out, '\n');
    for (size_t i = 0; i < table->n_rows && !out->failed; i++) {
        status = doseau_table_row(table, i, cells);
        if (status != DOSEAU_OK) break;
        put_row(out, table, cells, literal);
    }
    doseau_cells_free(cells);
    return status;
}
