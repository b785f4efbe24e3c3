/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "io/workbook_cells.h"
#include <doseau/number.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct cell_reader {
    workbook *book;
    workbook_cells *cells;
    const char *part;
    bool *hidden;   /* columns, from 1 */
    size_t columns; /* elements that tell of columns */
    uint32_t row, column;
    bool row_hidden, in_rows;
    char type[12];
    unsigned long style;
    text value;
    bool in_value, has_value, has_formula;
    int sounds; /* depth within what tells how a text is pronounced */
    doseau_status status;
} cell_reader;

void workbook_reference(uint32_t row, uint32_t column, char reference[WORKBOOK_REFERENCE])
{
    char letters[4] = "";
    for (size_t n = 0; column && n < 3; column = (column - 1) / 26, n++) {
        memmove(letters + 1, letters, n);
        letters[0] = (char)('A' + (column - 1) % 26);
    }
    snprintf(reference, WORKBOOK_REFERENCE, "%s%u", letters, (unsigned)(row % 10000000));
}

/* Takes a name such as B7; false: it is none, or outside any sheet. */
static bool take_reference(const char **at, uint32_t *row, uint32_t *column)
{
    *row = *column = 0;
    *at += **at == '$';
    for (; **at >= 'A' && **at <= 'Z' && *column <= WORKBOOK_COLUMNS; ++*at)
        *column = *column * 26 + (uint32_t)(**at - 'A' + 1);
    *at += **at == '$';
    for (; **at >= '0' && **at <= '9' && *row <= WORKBOOK_ROWS; ++*at)
        *row = *row * 10 + (uint32_t)(**at - '0');
    return *column && *column <= WORKBOOK_COLUMNS && *row && *row <= WORKBOOK_ROWS;
}

static bool is_true(const char *value)
{
    return strcmp(value, "1") == 0 || strcmp(value, "true") == 0;
}

static bool damaged(cell_reader *r, const char *what)
{
    char reference[WORKBOOK_REFERENCE];
    workbook_reference(r->row, r->column ? r->column : 1, reference);
    r->status = workbook_refuse(r->book, "the workbook is damaged at cell %s (part %.100s): %s",
                                reference, r->part, what);
    return false;
}

/* Rows and cells may do without a number: they then follow the one before. */
static bool start_row(cell_reader *r, xml_attributes attributes)
{
    const char *number = xml_attribute(attributes, "r");
    const unsigned long row = *number ? strtoul(number, NULL, 10) : r->row + 1ul;
    if (row <= r->row || row > WORKBOOK_ROWS) return damaged(r, "the next row is out of order");
    r->row = (uint32_t)row;
    r->column = 0;
    r->row_hidden = is_true(xml_attribute(attributes, "hidden"));
    return true;
}

static bool start_cell(cell_reader *r, xml_attributes attributes)
{
    const char *reference = xml_attribute(attributes, "r");
    uint32_t row = r->row, column = r->column + 1;
    if (*reference && !take_reference(&reference, &row, &column))
        return damaged(r, "the next cell has no place");
    if (row != r->row || column <= r->column || column > WORKBOOK_COLUMNS)
        return damaged(r, "the next cell is out of order");
    r->column = column;
    text_copy(r->type, sizeof r->type, xml_attribute(attributes, "t"));
    r->style = strtoul(xml_attribute(attributes, "s"), NULL, 10);
    r->has_value = r->has_formula = false;
    text_clear(&r->value);
    return true;
}

static bool hide_columns(cell_reader *r, xml_attributes attributes)
{
    if (r->columns++ > WORKBOOK_COLUMNS) return damaged(r, "it has more columns than Excel allows");
    if (!is_true(xml_attribute(attributes, "hidden"))) return true;
    const unsigned long first = strtoul(xml_attribute(attributes, "min"), NULL, 10);
    const unsigned long last = strtoul(xml_attribute(attributes, "max"), NULL, 10);
    for (unsigned long c = first; c >= 1 && c <= last && c <= WORKBOOK_COLUMNS; c++)
        r->hidden[c] = true;
    return true;
}

static bool take_merged(cell_reader *r, xml_attributes attributes)
{
    const char *at = xml_attribute(attributes, "ref");
    uint32_t row, column, last_row, last_column;
    if (!take_reference(&at, &row, &column) || *at++ != ':') return true;
    if (!take_reference(&at, &last_row, &last_column)) return true;
    workbook_merged merged = {.row = row, .last_row = last_row};
    workbook_reference(row, column, merged.first);
    r->status = array_add(&r->cells->merged, &merged);
    return !r->status;
}

static bool start(void *target, const char *name, xml_attributes attributes)
{
    cell_reader *r = target;
    if (strcmp(name, "sheetData") == 0) r->in_rows = true;
    if (strcmp(name, "col") == 0) return hide_columns(r, attributes);
    if (strcmp(name, "mergeCell") == 0) return take_merged(r, attributes);
    if (!r->in_rows) return true;
    if (strcmp(name, "row") == 0) return start_row(r, attributes);
    if (strcmp(name, "c") == 0) return start_cell(r, attributes);
    r->has_formula = r->has_formula || strcmp(name, "f") == 0;
    r->sounds += strcmp(name, "rPh") == 0;
    r->in_value = strcmp(name, "v") == 0 || (strcmp(name, "t") == 0 && !r->sounds);
    r->has_value = r->has_value || r->in_value;
    return true;
}

static bool add(void *target, const char *bytes, size_t size)
{
    cell_reader *r = target;
    if (r->in_value) text_add(&r->value, bytes, size);
    return !r->value.failed;
}

/* What a cell with a number says by its style. */
static bool add_number(cell_reader *r, const char *value, workbook_kind *kind)
{
    const workbook_form *forms = r->book->forms.items;
    const workbook_form form = r->style < r->book->forms.size ? forms[r->style] : FORM_NUMBER;
    double number;
    char plain[DOSEAU_NUMBER_SIZE];
    if (doseau_number_parse(value, '.', &number)) return damaged(r, "its number is none");
    *kind = CELL_TEXT;
    if (form != FORM_NUMBER) {
        if (workbook_day(number, form, r->book->from_1904, &r->cells->content)) return true;
        *kind = CELL_ERROR;
        text_add_string(&r->cells->content, "#####"); /* as Excel shows it */
        return true;
    }
    *kind = CELL_NUMBER;
    doseau_number_format(number, plain);
    text_add_string(&r->cells->content, plain);
    return true;
}

static bool add_shared(cell_reader *r, const char *value)
{
    const size_t *starts = r->book->starts.items;
    char *end;
    const unsigned long index = strtoul(value, &end, 10);
    if (!*value || *end || index >= r->book->starts.size)
        return damaged(r, "its text is not among the texts of the workbook");
    text_add_string(&r->cells->content, r->book->strings.bytes + starts[index]);
    return true;
}

/* 2024-03-05T00:00:00 is a day alone. */
static void add_iso(text *to, const char *value)
{
    const char *clock = strchr(value, 'T');
    const bool alone = clock && text_starts(clock, "T00:00:00");
    text_add(to, value, alone ? (size_t)(clock - value) : strcspn(value, ".Z"));
}

static bool add_content(cell_reader *r, const char *value, workbook_kind *kind)
{
    text *to = &r->cells->content;
    *kind = CELL_TEXT;
    if (strcmp(r->type, "s") == 0) return add_shared(r, value);
    if (strcmp(r->type, "e") == 0) *kind = CELL_ERROR;
    if (strcmp(r->type, "") == 0 || strcmp(r->type, "n") == 0) return add_number(r, value, kind);
    if (strcmp(r->type, "b") == 0)
        text_add_string(to, is_true(value) ? "true" : "false");
    else if (strcmp(r->type, "d") == 0)
        add_iso(to, value);
    else
        workbook_add_text(to, value, strlen(value));
    return true;
}

static void note_hidden(cell_reader *r)
{
    workbook_cells *c = r->cells;
    if (r->hidden[r->column] && (!c->hidden_column || r->column < c->hidden_column))
        c->hidden_column = r->column;
    if (!r->row_hidden || c->last_hidden_row == r->row) return;
    if (c->hidden_rows++ == 0) c->first_hidden_row = r->row;
    c->last_hidden_row = r->row;
}

static bool end_cell(cell_reader *r)
{
    const char *value = r->value.bytes ? r->value.bytes : "";
    const bool string = strcmp(r->type, "str") == 0 && r->has_value;
    workbook_cell cell = {.row = r->row, .column = r->column, .at = r->cells->content.size};
    if (!*value && r->has_formula && !string)
        cell.kind = CELL_UNCALCULATED;
    else if (!*value)
        return true;
    else if (!add_content(r, value, &cell.kind))
        return false;
    text_add(&r->cells->content, "", 1);
    if (cell.kind != CELL_UNCALCULATED && r->cells->content.size == cell.at + 1) return true;
    if (r->cells->content.size > WORKBOOK_MOST)
        return damaged(r, "its cells hold more than a table of results ever takes");
    note_hidden(r);
    r->status = r->cells->content.failed ? DOSEAU_ENOMEM : array_add(&r->cells->list, &cell);
    return !r->status;
}

static bool end(void *target, const char *name)
{
    cell_reader *r = target;
    r->in_value = false;
    r->sounds -= strcmp(name, "rPh") == 0;
    if (strcmp(name, "sheetData") == 0) r->in_rows = false;
    return !r->in_rows || strcmp(name, "c") != 0 || end_cell(r);
}

doseau_status workbook_cells_read(workbook *book, const char *part, workbook_cells *cells)
{
    static const xml_events events = {start, end, add};
    cell_reader r = {.book = book, .cells = cells, .part = part};
    *cells = (workbook_cells){.list = {.item_size = sizeof(workbook_cell)},
                              .merged = {.item_size = sizeof(workbook_merged)}};
    r.hidden = calloc(WORKBOOK_COLUMNS + 1, sizeof *r.hidden);
    if (!r.hidden) return DOSEAU_ENOMEM;
    doseau_status status = workbook_part(book, part, &events, &r, &r.status);
    if (r.value.failed) status = DOSEAU_ENOMEM;
    free(r.hidden);
    text_free(&r.value);
    return status;
}

void workbook_cells_free(workbook_cells *cells)
{
    array_free(&cells->list);
    array_free(&cells->merged);
    text_free(&cells->content);
}
