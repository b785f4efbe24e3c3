/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/copies.h"
#include "base/text.h"
#include <stdlib.h>
#include <string.h>

struct doseau_copies_table {
    doseau_table table;
    doseau_column *columns;
    char (*names)[2][COPIES_NAME_SIZE];
};

/* What stands in names and units, and what takes its place. */
static const char *const words[][2] = {
    {"mg_d_1000p", "million_copies_d_1000p"},
    {"mg/d/1000 people", "million copies/d/1000 people"},
    {"ng_per_l", "copies_per_l"},
    {"ng_l", "copies_l"},
    {"ng/L", "copies/L"},
    {"mass_g_d", "billion_copies_d"},
    {"g/d", "billion copies/d"},
};

void copies_rename(const char *from, char to[COPIES_NAME_SIZE])
{
    text made = {0};
    for (size_t i = 0; i < sizeof words / sizeof *words && !made.size; i++) {
        const char *at = strstr(from, words[i][0]);
        if (!at) continue;
        text_add(&made, from, (size_t)(at - from));
        text_addf(&made, "%s%s", words[i][1], at + strlen(words[i][0]));
    }
    text_copy(to, COPIES_NAME_SIZE, made.size && !made.failed ? made.bytes : from);
    text_free(&made);
}

const char *copies_unit(const doseau_study *study, doseau_quantity quantity)
{
    const bool copies = doseau_study_amount(study) == DOSEAU_COPIES;
    if (quantity == DOSEAU_IS_LOAD)
        return copies ? "million copies/d/1000 people" : "mg/d/1000 people";
    return copies ? "copies/L" : "ng/L";
}

doseau_copies_table *doseau_copies_table_new(const doseau_table *table)
{
    doseau_copies_table *made = calloc(1, sizeof *made);
    if (!made) return NULL;
    made->table = *table;
    made->columns = calloc(table->n_columns + 1, sizeof *made->columns);
    made->names = calloc(table->n_columns + 1, sizeof *made->names);
    if (!made->columns || !made->names) {
        doseau_copies_table_free(made);
        return NULL;
    }
    for (size_t i = 0; i < table->n_columns; i++) {
        const char *unit = table->columns[i].unit;
        copies_rename(table->columns[i].name, made->names[i][0]);
        if (unit) copies_rename(unit, made->names[i][1]);
        made->columns[i] = table->columns[i];
        made->columns[i].name = made->names[i][0];
        if (unit) made->columns[i].unit = made->names[i][1];
    }
    made->table.columns = made->columns;
    return made;
}

void doseau_copies_table_free(doseau_copies_table *made)
{
    if (!made) return;
    free(made->columns);
    free(made->names);
    free(made);
}

const doseau_table *doseau_copies_table_at(const doseau_copies_table *made)
{
    return &made->table;
}
