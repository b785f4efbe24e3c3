/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_TESTS_PRINTING_H
#define DOSEAU_TESTS_PRINTING_H
/* Tables of literal cells, and what printing them gives. */
#include <criterion/criterion.h>

#include <criterion/new/assert.h>
#include <criterion/parameterized.h>
#include <doseau.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct item {
    doseau_cell_kind kind;
    double number;
    const char *text;
    bool quiet, quiet_row;
} item;

#define TEXT(string)                                                                               \
    {                                                                                              \
        DOSEAU_CELL_TEXT, 0, string, false, false                                                  \
    }
#define NUMBER(value)                                                                              \
    {                                                                                              \
        DOSEAU_CELL_NUMBER, value, NULL, false, false                                              \
    }
#define EMPTY                                                                                      \
    {                                                                                              \
        DOSEAU_CELL_EMPTY, 0, NULL, false, false                                                   \
    }
#define QUIET_TEXT(string)                                                                         \
    {                                                                                              \
        DOSEAU_CELL_TEXT, 0, string, true, false                                                   \
    }
#define QUIET_NUMBER(value)                                                                        \
    {                                                                                              \
        DOSEAU_CELL_NUMBER, value, NULL, true, false                                               \
    }
#define QUIET_ROW(string) /* its first cell */                                                     \
    {                                                                                              \
        DOSEAU_CELL_TEXT, 0, string, false, true                                                   \
    }

typedef struct items {
    const item *items; /* row after row */
    size_t n_columns;
} items;

static inline void fill_items(const void *source, size_t row, doseau_cells *cells)
{
    const items *all = source;
    for (size_t j = 0; j < all->n_columns; j++) {
        const item *it = &all->items[row * all->n_columns + j];
        switch (it->kind) {
        case DOSEAU_CELL_EMPTY: doseau_put_empty(cells); break;
        case DOSEAU_CELL_NUMBER: doseau_put_number(cells, it->number); break;
        case DOSEAU_CELL_TEXT: doseau_put_text(cells, it->text); break;
        }
        if (it->quiet) doseau_quiet_cell(cells);
        if (it->quiet_row) doseau_quiet_row(cells);
    }
}

static inline doseau_table table_of(const doseau_column *columns, const items *source, size_t rows)
{
    return (doseau_table){"load", columns, source->n_columns, rows, source, fill_items};
}

/* To be freed. */
static inline char *printed(const doseau_table *table, doseau_format format, bool literal,
                            const doseau_provenance *provenance)
{
    const doseau_print_options options = {.format = format, .literal = literal};
    char *bytes = NULL;
    size_t size = 0;
    FILE *stream = open_memstream(&bytes, &size);
    cr_assert(ne(ptr, stream, NULL));
    cr_assert(eq(int, doseau_table_print(table, &options, provenance, stream, NULL), DOSEAU_OK));
    cr_assert(eq(int, fclose(stream), 0));
    return bytes;
}

#define INDICES(n)                                                                                 \
    static size_t index[n];                                                                        \
    for (size_t i = 0; i < (n); i++) index[i] = i;                                                 \
    return cr_make_param_array(size_t, index, n)
#endif
