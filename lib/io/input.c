/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "io/input.h"
#include "base/array.h"
#include "base/text.h"
#include "io/decimal.h"
#include <string.h>

doseau_status input_open(input *in, const char *path, doseau_error *error)
{
    *in = (input){.text = NULL};
    const doseau_status status = source_read(path, &in->source, error);
    if (status) return status;
    const bool marked = in->source.size >= 3 && memcmp(in->source.bytes, "\xEF\xBB\xBF", 3) == 0;
    in->text = in->source.bytes + (marked ? 3 : 0);
    in->size = in->source.size - (marked ? 3 : 0);
    in->delimiter = rows_delimiter(in->text, in->size);
    return DOSEAU_OK;
}

void input_close(input *in)
{
    source_free(&in->source);
}

static void report_decimal(reader *r, const decimal_votes *votes)
{
    const size_t line = votes->comma_line ? votes->comma_line : votes->open_line;
    const doseau_place place = {.file = r->file, .line = line};
    if (votes->comma_line)
        doseau_problems_add(r->problems, DOSEAU_ERROR, "two_decimal_marks", place,
                            "decimal comma here, decimal point in line %zu: use one of them",
                            votes->point_line);
    else
        doseau_problems_add(
            r->problems, DOSEAU_ERROR, "decimal_mark", place,
            "\"%s\" can be read with `%c` as decimal mark or between thousands, and "
            "no number of the file settles it: write thousands without a mark",
            votes->open_cell, votes->open_mark);
}

/* The decimal mark by all numbers of the file; it stays NUL where they do not settle it, which is
 * reported. */
static doseau_status find_decimal(reader *r, const input *in)
{
    r->decimal_mark = '.';
    if (in->delimiter == ',') return DOSEAU_OK;
    rows *lines = rows_new(r->file, in->text, in->size, in->delimiter);
    if (!lines) return DOSEAU_ENOMEM;
    decimal_votes votes = {0};
    rows_record record;
    bool more, header = true;
    doseau_status status;
    while (!(status = rows_next(lines, &record, &more, NULL)) && more) {
        for (size_t c = 0; !header && c < r->format->n_columns; c++)
            if (r->format->columns[c].numeric && r->position[c] && r->position[c] <= record.n)
                decimal_vote(&votes, record.fields[r->position[c] - 1], record.line);
        header = false;
    }
    rows_free(lines);
    r->decimal_mark = decimal_settle(&votes);
    if (!status && !r->decimal_mark) report_decimal(r, &votes);
    return status;
}

/* Whether the record has a cell for each column of the header; cells beyond them must be empty. */
static bool complete(reader *r, const rows_record *header)
{
    const rows_record *record = r->record;
    const bool few = record->n < header->n;
    size_t beyond = header->n;
    while (beyond < record->n && !*record->fields[beyond]) beyond++;
    if (!few && beyond >= record->n) return true;
    const doseau_place place = {.file = r->file,
                                .line = record->line,
                                .column = few ? record->n + 1 : beyond + 1,
                                .field = few ? header->fields[record->n] : NULL};
    doseau_problems_add(r->problems, DOSEAU_ERROR, few ? "too_few_fields" : "too_many_fields",
                        place, "the row has %zu fields, the header %zu", record->n, header->n);
    r->bad = true;
    return false;
}

static doseau_status read_rows(reader *r, rows *lines, const rows_record *header)
{
    rows_record record;
    bool more;
    doseau_status status;
    r->record = &record;
    while (!(status = rows_next(lines, &record, &more, r->problems)) && more) {
        r->bad = false;
        if (complete(r, header))
            r->format->row(r);
        else if (record.lines > 1)
            rows_back(lines);
        if (r->status) return r->status;
    }
    return status;
}

/* A copy of the header record, whose fields the next record overwrites. */
static doseau_status copy_record(const rows_record *from, rows_record *copy, text *kept,
                                 array *fields)
{
    *copy = *from;
    fields->item_size = sizeof(const char *);
    for (size_t i = 0; i < from->n; i++)
        text_add(kept, from->fields[i], strlen(from->fields[i]) + 1);
    const char *at = kept->bytes;
    doseau_status status = kept->failed ? DOSEAU_ENOMEM : DOSEAU_OK;
    for (size_t i = 0; !status && i < from->n; i++, at += strlen(at) + 1)
        status = array_add(fields, &at);
    copy->fields = fields->items;
    return status;
}

static doseau_status read_records(const input *in, reader *r, rows *lines, input_choice *choose,
                                  const void *context)
{
    rows_record first, header;
    bool more = false;
    text kept = {0};
    array fields = {0};
    doseau_status status = rows_next(lines, &first, &more, r->problems);
    if (!status && more) status = copy_record(&first, &header, &kept, &fields);
    if (!status && !more)
        doseau_problems_add(r->problems, DOSEAU_ERROR, "no_header", (doseau_place){.file = r->file},
                            "the file has no line with a header");
    if (!status && more) r->format = choose(r, &header, context);
    if (!status && r->format) columns_map(r, &header);
    if (!status && r->format && !r->bad) status = find_decimal(r, in);
    r->unread = !r->decimal_mark;
    if (!status && !r->unread) status = read_rows(r, lines, &header);
    text_free(&kept);
    array_free(&fields);
    return status;
}

doseau_status input_read(const input *in, reader *r, input_choice *choose, const void *context)
{
    if (!in->delimiter) {
        doseau_problems_add(
            r->problems, DOSEAU_ERROR, "delimiter", (doseau_place){.file = r->file},
            "the header has as many `,` as `;` or tabs: which one parts the columns?");
        return DOSEAU_OK;
    }
    rows *lines = rows_new(r->file, in->text, in->size, in->delimiter);
    if (!lines) return DOSEAU_ENOMEM;
    const doseau_status status = read_records(in, r, lines, choose, context);
    rows_free(lines);
    return status;
}
