/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/grid.h"
#include <stdlib.h>
#include <string.h>

grid grid_new(size_t columns)
{
    return (grid){.columns = columns, .cells = {.item_size = sizeof(char *)}};
}

void grid_free(grid *g)
{
    char **cell = g->cells.items;
    for (size_t i = 0; i < g->cells.size; i++) free(cell[i]);
    array_free(&g->cells);
}

void grid_add(grid *g, const char *cell)
{
    char *copy = strdup(cell ? cell : "");
    if (!copy || array_add(&g->cells, &copy)) {
        free(copy);
        g->failed = true;
    }
}

size_t grid_rows(const grid *g)
{
    return g->cells.size / g->columns;
}

const char *grid_at(const grid *g, size_t row, size_t column)
{
    char *const *cell = g->cells.items;
    const size_t index = row * g->columns + column;
    return column < g->columns && index < g->cells.size ? cell[index] : "";
}
