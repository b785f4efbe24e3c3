/* SPDX-License-Identifier: GPL-3.0-or-later */
/* RFC 4180 with `\n`, or as Dutch spreadsheets write it. Bytes that are not UTF-8 stay as they are:
 * a value survives the way through a file. */
#include "io/dutch.h"
#include "io/print.h"
#include <doseau/number.h>
#include <string.h>

/* Characters at which a spreadsheet starts to see a formula. */
static bool like_formula(const char *text)
{
    return text[0] != '\0' && strchr("=+-@\t\r", text[0]) != NULL;
}

typedef struct printer {
    sink *out;
    const doseau_table *table;
    bool literal, dutch;
} printer;

/* Besides what RFC 4180 asks for: readers trim blanks at the ends, ours takes a line that starts
 * with `#` for a comment, and control characters are better seen between quotes. */
static bool needs_quotes(const char *text, size_t size, char delimiter)
{
    if (size == 0) return false;
    if (text[0] == ' ' || text[0] == '#' || text[size - 1] == ' ') return true;
    for (size_t i = 0; i < size; i++) {
        const unsigned char c = (unsigned char)text[i];
        if (text[i] == delimiter || c == '"' || c < 0x20 || c == 0x7f) return true;
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

static void put_text(const printer *p, const char *text)
{
    sink *out = p->out;
    const size_t size = strlen(text);
    const bool quotes = needs_quotes(text, size, p->dutch ? ';' : ',');

    if (quotes) sink_byte(out, '"');
    if (!p->literal && like_formula(text)) sink_byte(out, '\'');
    if (quotes) {
        put_quoted(out, text);
        sink_byte(out, '"');
    } else {
        sink_bytes(out, text, size);
    }
}

static void put_word(const printer *p, size_t column, const char *text)
{
    char dutch[DUTCH_SIZE];
    const bool changed = p->dutch && dutch_text(p->table->columns[column].name, text, dutch);
    put_text(p, changed ? dutch : text);
}

static void put_number(const printer *p, double value)
{
    char number[DUTCH_SIZE];
    doseau_number_format(value, number);
    if (p->dutch) dutch_number(number);
    sink_string(p->out, number);
}

static void put_cell(const printer *p, const doseau_cells *cells, size_t column)
{
    switch (doseau_cell_kind_at(cells, column)) {
    case DOSEAU_CELL_EMPTY: break;
    case DOSEAU_CELL_NUMBER: put_number(p, doseau_cell_number_at(cells, column)); break;
    case DOSEAU_CELL_TEXT: put_word(p, column, doseau_cell_text_at(cells, column)); break;
    }
}

static bool is_blank(const doseau_cells *cells)
{
    const doseau_cell_kind kind = doseau_cell_kind_at(cells, 0);
    return kind == DOSEAU_CELL_EMPTY ||
           (kind == DOSEAU_CELL_TEXT && doseau_cell_text_at(cells, 0)[0] == '\0');
}

/* The header where `cells` is NULL. */
static void put_row(const printer *p, const doseau_cells *cells)
{
    /* A table of one column: readers skip an empty line, and the row would be lost. */
    if (cells && p->table->n_columns == 1 && is_blank(cells)) sink_string(p->out, "\"\"");
    for (size_t j = 0; j < p->table->n_columns; j++) {
        if (j > 0) sink_byte(p->out, p->dutch ? ';' : ',');
        if (cells)
            put_cell(p, cells, j);
        else
            put_text(p, p->table->columns[j].name);
    }
    sink_string(p->out, p->dutch ? "\r\n" : "\n");
}

doseau_status print_csv(const doseau_table *table, const doseau_print_options *options, sink *out)
{
    const printer p = {out, table, options->literal, options->csv_style == DOSEAU_CSV_DUTCH};
    doseau_status status = DOSEAU_OK;
    doseau_cells *cells = doseau_cells_new(table);
    if (cells == NULL) return DOSEAU_ENOMEM;

    if (p.dutch) sink_string(out, "\xef\xbb\xbf");
    put_row(&p, NULL);
    for (size_t i = 0; i < table->n_rows && !out->failed; i++) {
        status = doseau_table_row(table, i, cells);
        if (status != DOSEAU_OK) break;
        put_row(&p, cells);
    }
    doseau_cells_free(cells);
    return status;
}
