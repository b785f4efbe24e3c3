/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "io/compact.h"
#include <stdlib.h>

static doseau_status look(const doseau_table *whole, doseau_cells *cells, bool used[])
{
    doseau_status status = DOSEAU_OK;
    for (size_t row = 0; !status && row < whole->n_rows; row++) {
        status = doseau_table_row(whole, row, cells);
        for (size_t c = 0; !status && c < whole->n_columns; c++)
            used[c] = used[c] || doseau_cell_kind_at(cells, c) != DOSEAU_CELL_EMPTY;
    }
    return status;
}

doseau_status compact_make(const doseau_table *whole, compact *made)
{
    bool *used = calloc(whole->n_columns + 1, sizeof *used);
    *made = (compact){.whole = whole, .cells = doseau_cells_new(whole)};
    made->columns = calloc(whole->n_columns + 1, sizeof *made->columns);
    made->kept = calloc(whole->n_columns + 1, sizeof *made->kept);
    doseau_status status =
        used && made->cells && made->columns && made->kept ? DOSEAU_OK : DOSEAU_ENOMEM;
    if (!status) status = look(whole, made->cells, used);
    for (size_t c = 0; !status && c < whole->n_columns; c++) {
        if (!used[c]) continue;
        made->columns[made->n] = whole->columns[c];
        made->kept[made->n++] = c;
    }
    free(used);
    if (status) compact_free(made);
    return status;
}

void compact_free(compact *made)
{
    doseau_cells_free(made->cells);
    free(made->columns);
    free(made->kept);
}

static void fill(const void *source, size_t row, doseau_cells *cells)
{
    const compact *made = source;
    const bool read = doseau_table_row(made->whole, row, made->cells) == DOSEAU_OK;
    for (size_t i = 0; i < made->n; i++) {
        const size_t c = made->kept[i];
        switch (read ? doseau_cell_kind_at(made->cells, c) : DOSEAU_CELL_EMPTY) {
        case DOSEAU_CELL_EMPTY: doseau_put_empty(cells); break;
        case DOSEAU_CELL_NUMBER:
            doseau_put_number(cells, doseau_cell_number_at(made->cells, c));
            break;
        case DOSEAU_CELL_TEXT: doseau_put_text(cells, doseau_cell_text_at(made->cells, c)); break;
        }
    }
}

doseau_table compact_table(const compact *made)
{
    return (doseau_table){made->whole->name,   made->columns, made->n,
                          made->whole->n_rows, made,          fill};
}
