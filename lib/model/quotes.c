/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/study_data.h"

static int compare_origins(const void *left, const void *right)
{
    const doseau_quote *a = left, *b = right;
    return study_compare_origins(a->origin, b->origin);
}

static int compare_quotes(const void *left, const void *right)
{
    const doseau_quote *a = left, *b = right;
    const int order = compare_origins(a, b);
    if (order) return order;
    STUDY_ORDER(a->field, b->field);
    return 0;
}

doseau_status doseau_study_add_quote(doseau_study *study, const doseau_quote *quote)
{
    if (!study->quotes.item_size) study->quotes.item_size = sizeof *quote;
    return array_add(&study->quotes, quote);
}

void study_order_quotes(doseau_study *study)
{
    study_sort(&study->quotes, compare_quotes);
}

const doseau_quote *doseau_study_quotes(const doseau_study *study, doseau_origin origin, size_t *n)
{
    const doseau_quote key = {.origin = origin};
    const doseau_quote *first = study_find(&study->quotes, &key, compare_origins);
    *n = 0;
    if (!first) return NULL;
    const doseau_quote *const end = ITEMS(doseau_quote, study->quotes) + study->quotes.size;
    while (first + *n < end && study_compare_origins(first[*n].origin, origin) == 0) ++*n;
    return first;
}
