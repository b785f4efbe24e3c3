/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/text.h"
#include "model/study_data.h"
#include <string.h>

enum { NAME_SIZE = 128 };

/* What stands in a column of a line. */
typedef struct study_label {
    doseau_origin origin;
    uint32_t column, value;
} study_label;

static int compare_labels(const void *left, const void *right)
{
    const study_label *a = left, *b = right;
    const int order = study_compare_origins(a->origin, b->origin);
    if (order) return order;
    STUDY_ORDER(a->column, b->column);
    return 0;
}

bool doseau_same_column(const char *a, const char *b)
{
    char one[NAME_SIZE], other[NAME_SIZE];
    return text_fold(a, one, sizeof one) && text_fold(b, other, sizeof other) &&
           strcmp(one, other) == 0;
}

doseau_status doseau_study_add_column(doseau_study *study, uint32_t column, bool extra)
{
    const doseau_label_column added = {column, extra};
    if (!study->columns.item_size) study->columns.item_size = sizeof added;
    doseau_label_column *known = study->columns.items;
    for (size_t i = 0; i < study->columns.size; i++) {
        if (known[i].column != column) continue;
        known[i].extra = known[i].extra && extra;
        return DOSEAU_OK;
    }
    return array_add(&study->columns, &added);
}

const doseau_label_column *doseau_study_columns(const doseau_study *study, size_t *n)
{
    *n = study->columns.size;
    return study->columns.items;
}

doseau_status doseau_study_add_label(doseau_study *study, doseau_origin origin, uint32_t column,
                                     uint32_t value)
{
    const study_label added = {origin, column, value};
    if (!study->labels.item_size) study->labels.item_size = sizeof added;
    return array_add(&study->labels, &added);
}

void study_order_labels(doseau_study *study)
{
    study_sort(&study->labels, compare_labels);
}

static uint32_t label_at(const doseau_study *study, doseau_origin origin, uint32_t column)
{
    const study_label key = {origin, column, 0};
    const study_label *found = study_find(&study->labels, &key, compare_labels);
    return found ? found->value : DOSEAU_NONE;
}

uint32_t doseau_study_label(const doseau_study *study, const doseau_measurement *m, uint32_t column)
{
    if (doseau_same_column(doseau_study_text_at(study, column), "population_basis"))
        return m->population_basis;
    const uint32_t own = label_at(study, m->origin, column);
    if (own != DOSEAU_NONE || m->composite == DOSEAU_NONE) return own;
    return label_at(study, m->sample_origin, column);
}

const char *doseau_study_scope_name(const doseau_study *study, const doseau_component *component)
{
    return component->scope == DOSEAU_SCOPE_COLUMN ? doseau_study_text_at(study, component->column)
                                                   : doseau_scope_name(component->scope);
}
