/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the tables of a file are. */
#include "io/input.h"
#include <string.h>

/* The sheet becomes the text, in a dialect of its own. */
static void take_table(input *in, input_table *t)
{
    in->sheet = t->sheet;
    in->header = t->header;
    *t = (input_table){.header = {.line = 0}};
    in->text = (encoding_text){
        .bytes = in->sheet.content.bytes, .size = in->sheet.content.size, .encoding = DOSEAU_UTF_8};
    in->dialect.delimiter = '\t';
    in->dialect.decimal_mark = in->sheet.mark;
}

/* Makes inputs of tables from the one at `first` on, with the digest of the workbook. */
static doseau_status take_tables(const input *book, array *tables, size_t first, array *inputs)
{
    doseau_status status = DOSEAU_OK;
    inputs->item_size = sizeof(input);
    for (size_t i = first; !status && i < tables->size; i++) {
        input in = {.dialect = book->dialect};
        memcpy(in.source.sha256, book->source.sha256, sizeof in.source.sha256);
        take_table(&in, (input_table *)tables->items + i);
        status = array_add(inputs, &in);
        if (status) input_close(&in);
    }
    return status;
}

static doseau_status find_sheets(input *in, const input_kind *kind, array *further, array *near,
                                 text *others)
{
    input_sheets found;
    if (*in->book->refused) return DOSEAU_OK;
    doseau_status status =
        input_sheets_find(in->book, &in->dialect, kind->fit, kind->context, kind->at_hand, &found);
    input_table *tables = found.tables.items;
    const size_t n = *in->book->refused ? 0 : found.tables.size;
    if (!status && n > 1 && !further) {
        status = input_sheets_refuse(in->book, "several sheets of the workbook have a header that "
                                               "is known, and only one is read here");
        if (status == DOSEAU_EDATA) status = DOSEAU_OK;
    } else if (!status && n) {
        for (size_t i = 0; i < n; i++) tables[i].sheet.several = n > 1;
        if (further) status = take_tables(in, &found.tables, 1, further);
        if (!status && near) status = take_tables(in, &found.near, 0, near);
        take_table(in, &tables[0]);
        if (n > 1 && others) {
            *others = found.others;
            found.others = (text){0};
        }
    }
    input_sheets_free(&found);
    return status;
}

static doseau_status find_header(input *in, const input_kind *kind)
{
    if (in->text.refused) return DOSEAU_OK;
    return header_find(in->text.bytes, in->text.size, in->dialect.delimiter, kind->fit,
                       kind->context, &in->header);
}

doseau_status input_find(input *in, const input_kind *kind)
{
    return in->book ? find_sheets(in, kind, NULL, NULL, NULL) : find_header(in, kind);
}

doseau_status input_find_all(input *in, const input_kind *kind, array *further, array *near,
                             text *others)
{
    *further = *near = (array){.item_size = sizeof(input)};
    *others = (text){0};
    return in->book ? find_sheets(in, kind, further, near, others) : find_header(in, kind);
}
