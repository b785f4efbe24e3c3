/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/study_data.h"
#include <stdlib.h>

/* Yearly registers beside each other: each tells how it is from its first day on, and mostly no
 * last day. The rows of a plant that are open end the day before the first row of the plant in the
 * register that follows. */

/* The first day of a plant (DOSEAU_NONE: of those whom no plant serves) in one register. */
typedef struct beginning {
    uint32_t plant, file;
    doseau_date from;
} beginning;

static int compare_rows(const void *left, const void *right)
{
    const doseau_catchment *a = left, *b = right;
    STUDY_ORDER(!a->of_register, !b->of_register);
    STUDY_ORDER(a->plant, b->plant);
    STUDY_ORDER(a->origin.file, b->origin.file);
    STUDY_ORDER(a->from, b->from);
    return study_compare_origins(a->origin, b->origin);
}

/* Of each plant and register, in this order. */
static doseau_status find_beginnings(const doseau_study *study, array *found)
{
    const doseau_catchment *row = study->catchments.items;
    doseau_status status = DOSEAU_OK;
    for (size_t i = 0; !status && i < study->catchments.size && row[i].of_register; i++) {
        const beginning b = {row[i].plant, row[i].origin.file, row[i].from};
        const beginning *last = found->size ? (beginning *)found->items + found->size - 1 : NULL;
        if (!last || last->plant != b.plant || last->file != b.file) status = array_add(found, &b);
    }
    return status;
}

/* The first day of the register that follows that of all[at]; DOSEAU_NO_DATE: none does. */
static doseau_date following(const beginning all[], size_t n, size_t at)
{
    doseau_date next = DOSEAU_NO_DATE;
    size_t i = at;
    while (i > 0 && all[i - 1].plant == all[at].plant) i--;
    for (; i < n && all[i].plant == all[at].plant; i++)
        if (all[i].from > all[at].from && (next == DOSEAU_NO_DATE || all[i].from < next))
            next = all[i].from;
    return next;
}

/* The register, of those before, that has the same plant from the same day on; all[at]: none. */
static const beginning *told_before(const beginning all[], size_t at)
{
    for (size_t i = at; i > 0 && all[i - 1].plant == all[at].plant; i--)
        if (all[i - 1].from == all[at].from) return &all[i - 1];
    return &all[at];
}

/* What was ended in one register, or stands in another for the same days. */
typedef struct ended {
    const doseau_catchment *first, *first_again;
    size_t rows, again;
    doseau_date last;
    uint32_t other; /* file */
} ended;

static void report(const doseau_study *study, const ended *e, doseau_problems *problems)
{
    char day[11];
    doseau_date_format(e->last, day);
    STUDY_PROBLEM(study, problems, DOSEAU_NOTICE, "register_follows", e->first->origin, NULL,
                  "another register follows: rows without a last day hold until the day before it "
                  "begins, this one until %s (rows: %zu)",
                  day, e->rows);
}

/* One error says it for all of their rows. */
static void report_again(const doseau_study *study, const ended *e, doseau_problems *problems)
{
    const doseau_place other = doseau_study_place(study, (doseau_origin){.file = e->other}, NULL);
    STUDY_PROBLEM(study, problems, DOSEAU_ERROR, "registers_overlap", e->first_again->origin,
                  "startdatum",
                  "this register tells of the same plants from the same day on as %s (rows: %zu): "
                  "leave one of them out, or write in startdatum and einddatum from when until "
                  "when each holds",
                  other.file, e->again);
}

/* The row is not looked at again. */
static void count_again(ended *e, doseau_catchment *row, uint32_t other)
{
    if (!e->first_again || row->origin.line < e->first_again->origin.line) {
        e->first_again = row;
        e->other = other;
    }
    e->again++;
    row->broken = true;
    row->plant_population_persons = 0;
}

static void count(ended *e, const doseau_catchment *row)
{
    if (!e->first || row->origin.line < e->first->origin.line) {
        e->first = row;
        e->last = row->until;
    }
    e->rows++;
}

static doseau_status end_rows(doseau_study *study, const array *found, doseau_problems *problems)
{
    size_t at = 0;
    const beginning *all = found->items;
    doseau_catchment *row = study->catchments.items;
    ended *told = calloc(study->files.size + 1, sizeof *told);
    if (!told) return DOSEAU_ENOMEM;
    for (size_t i = 0; i < study->catchments.size && row[i].of_register; i++) {
        while (all[at].plant != row[i].plant || all[at].file != row[i].origin.file) at++;
        const beginning *before = told_before(all, at);
        if (before != &all[at]) count_again(&told[row[i].origin.file], &row[i], before->file);
        const doseau_date next = following(all, found->size, at);
        if (row[i].until != DOSEAU_NO_DATE || next == DOSEAU_NO_DATE || row[i].from >= next)
            continue;
        row[i].until = next - 1;
        count(&told[row[i].origin.file], &row[i]);
    }
    for (size_t f = 0; f < study->files.size; f++) {
        if (told[f].again)
            report_again(study, &told[f], problems);
        else if (told[f].rows)
            report(study, &told[f], problems);
    }
    free(told);
    return DOSEAU_OK;
}

doseau_status study_end_registers(doseau_study *study, doseau_problems *problems)
{
    array found = {.item_size = sizeof(beginning)};
    study_sort(&study->catchments, compare_rows);
    doseau_status status = find_beginnings(study, &found);
    if (!status && found.size) status = end_rows(study, &found, problems);
    array_free(&found);
    return status;
}
