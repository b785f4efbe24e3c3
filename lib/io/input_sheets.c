/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "io/input_sheets.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LISTED = 20 }; /* sheets that a message names */

typedef struct search {
    workbook *book;
    const doseau_dialect *dialect;
    header_fit *fit;
    const void *context;
    const char **at_hand;
    input_sheets *found;
    size_t filled, named; /* sheets with content, sheets in `others` */
    size_t held;          /* bytes of the texts that are kept */
} search;

static const workbook_sheet *sheet_at(const workbook *book, size_t index)
{
    return (const workbook_sheet *)book->sheets.items + index;
}

/* 1 "Results", 2 "Notes" (hidden). */
static void list_sheet(const workbook *book, size_t index, size_t listed, text *list)
{
    const workbook_sheet *sheet = sheet_at(book, index);
    if (listed < LISTED)
        text_addf(list, "%s%zu \"%.60s\"%s", listed ? ", " : "", index + 1, sheet->name,
                  sheet->hidden ? " (hidden)" : "");
    else if (listed == LISTED)
        text_add_string(list, ", ...");
}

doseau_status input_sheets_refuse(workbook *book, const char *reason)
{
    text list = {0};
    for (size_t i = 0; i < book->sheets.size; i++) list_sheet(book, i, i, &list);
    if (!list.failed)
        workbook_refuse(book, "%s; say by --sheet which of these: %s", reason, list.bytes);
    const bool failed = list.failed;
    text_free(&list);
    return failed ? DOSEAU_ENOMEM : DOSEAU_EDATA;
}

/* The sheet of that name, else of that number; the number of sheets: none. */
static size_t named_sheet(const workbook *book, const char *wanted)
{
    const size_t n = book->sheets.size;
    for (size_t i = 0; i < n; i++)
        if (strcmp(sheet_at(book, i)->name, wanted) == 0) return i;
    for (size_t i = 0; i < n; i++)
        if (text_same(sheet_at(book, i)->name, wanted)) return i;
    char *end;
    const unsigned long number = strtoul(wanted, &end, 10);
    return *wanted >= '1' && *wanted <= '9' && !*end && number <= n ? number - 1 : n;
}

static doseau_status leave_out(search *s, size_t index)
{
    list_sheet(s->book, index, s->named++, &s->found->others);
    return s->found->others.failed ? DOSEAU_ENOMEM : DOSEAU_OK;
}

/* Reads a sheet and looks for its header. */
static doseau_status read_table(search *s, size_t index, input_table *t)
{
    const workbook_sheet *sheet = sheet_at(s->book, index);
    if (s->at_hand) *s->at_hand = sheet->name;
    doseau_status status = input_sheet_read(s->book, index, s->dialect->decimal_mark, &t->sheet);
    if (!status)
        status = header_find(t->sheet.content.bytes, t->sheet.content.size, '\t', s->fit,
                             s->context, &t->header);
    if (s->at_hand) *s->at_hand = NULL;
    return status;
}

static doseau_status keep(search *s, array *list, input_table *t)
{
    if (t->sheet.content.size > WORKBOOK_MOST - s->held)
        return workbook_refuse(s->book, "the sheets of the workbook together hold more than any "
                                        "tables of results: say by --sheet which are read");
    s->held += t->sheet.content.size;
    list->item_size = sizeof *t;
    const doseau_status status = array_add(list, t);
    if (!status) *t = (input_table){.header = {.line = 0}};
    return status;
}

/* ---- Sheets that are named ---- */

static doseau_status refuse_name(workbook *book, const char *wanted)
{
    char reason[100];
    snprintf(reason, sizeof reason, "the workbook has no sheet \"%.60s\"", wanted);
    return input_sheets_refuse(book, reason);
}

static bool is_wanted(const search *s, size_t index)
{
    for (size_t i = 0; i < s->dialect->n_sheets; i++)
        if (named_sheet(s->book, s->dialect->sheets[i]) == index) return true;
    return false;
}

static doseau_status find_named(search *s)
{
    doseau_status status = DOSEAU_OK;
    for (size_t i = 0; i < s->dialect->n_sheets; i++)
        if (named_sheet(s->book, s->dialect->sheets[i]) == s->book->sheets.size)
            return refuse_name(s->book, s->dialect->sheets[i]);
    for (size_t i = 0; !status && i < s->book->sheets.size; i++) {
        input_table t = {.header = {.line = 0}};
        if (is_wanted(s, i)) {
            status = read_table(s, i, &t);
            if (!status) status = keep(s, &s->found->tables, &t);
            input_sheet_free(&t.sheet);
        } else {
            status = leave_out(s, i);
        }
    }
    return status;
}

/* ---- Sheets that are known ---- */

/* Keeps a sheet with content; one that is no table only while there is no other. */
static doseau_status sort_in(search *s, input_table *t, input_table *lone)
{
    const size_t index = t->sheet.index;
    s->filled++;
    if (t->header.complete) return keep(s, &s->found->tables, t);
    const doseau_status status = leave_out(s, index);
    if (status) return status;
    if (t->header.known > 1) return keep(s, &s->found->near, t);
    if (s->filled > 1) return DOSEAU_OK;
    *lone = *t;
    *t = (input_table){.header = {.line = 0}};
    return DOSEAU_OK;
}

/* What is read where no sheet is known: the only one with content. */
static doseau_status settle_for(search *s, input_table *lone)
{
    if (!s->filled) return workbook_refuse(s->book, "no sheet of the workbook has any content");
    if (s->filled > 1)
        return input_sheets_refuse(s->book, "no sheet of the workbook has a header that is known");
    text_free(&s->found->others);
    input_table *near = s->found->near.items;
    s->held = 0; /* one of them alone */
    const doseau_status status = keep(s, &s->found->tables, s->found->near.size ? near : lone);
    if (!status) s->found->near.size = 0;
    return status;
}

static doseau_status find_known(search *s)
{
    input_table lone = {.header = {.line = 0}};
    doseau_status status = DOSEAU_OK;
    for (size_t i = 0; !status && i < s->book->sheets.size; i++) {
        input_table t = {.header = {.line = 0}};
        status = read_table(s, i, &t);
        if (!status && t.sheet.cells.list.size) status = sort_in(s, &t, &lone);
        input_sheet_free(&t.sheet);
    }
    if (!status && !s->found->tables.size) status = settle_for(s, &lone);
    if (!status && s->filled == 1) ((input_table *)s->found->tables.items)->sheet.alone = true;
    input_sheet_free(&lone.sheet);
    return status;
}

doseau_status input_sheets_find(workbook *book, const doseau_dialect *dialect, header_fit *fit,
                                const void *context, const char **at_hand, input_sheets *found)
{
    search s = {.book = book,
                .dialect = dialect,
                .fit = fit,
                .context = context,
                .at_hand = at_hand,
                .found = found};
    *found = (input_sheets){.tables = {.item_size = sizeof(input_table)}};
    const doseau_status status = dialect->n_sheets ? find_named(&s) : find_known(&s);
    return status == DOSEAU_EDATA ? DOSEAU_OK : status;
}

void input_sheets_free(input_sheets *found)
{
    array *const lists[] = {&found->tables, &found->near};
    for (size_t k = 0; k < 2; k++) {
        input_table *t = lists[k]->items;
        for (size_t i = 0; i < lists[k]->size; i++) input_sheet_free(&t[i].sheet);
        array_free(lists[k]);
    }
    text_free(&found->others);
}
