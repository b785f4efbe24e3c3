/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "io/input.h"
#include "base/array.h"
#include "base/text.h"
#include "io/decimal.h"
#include "io/encoding.h"
#include <string.h>

#define FILE_PROBLEM(level, code, ...)                                                             \
    doseau_problems_add(r->problems, level, code, (doseau_place){.file = r->file}, __VA_ARGS__)

static void skip_mark(input *in)
{
    const bool marked = in->source.size >= 3 && memcmp(in->source.bytes, "\xEF\xBB\xBF", 3) == 0;
    in->text = in->source.bytes + (marked ? 3 : 0);
    in->size = in->source.size - (marked ? 3 : 0);
}

doseau_status input_open(input *in, const char *path, doseau_error *error)
{
    *in = (input){.text = NULL};
    const doseau_status status = source_read(path, &in->source, error);
    if (status) return status;
    skip_mark(in);
    in->delimiter = rows_delimiter(in->text, in->size);
    return DOSEAU_OK;
}

void input_close(input *in)
{
    source_free(&in->source);
}

/* The votes of each column of the format. */
static doseau_status count_votes(const reader *r, const input *in, decimal_votes votes[])
{
    rows *lines = rows_new(r->file, in->text, in->size, in->delimiter);
    if (!lines) return DOSEAU_ENOMEM;
    rows_record record;
    bool more, header = true;
    doseau_status status;
    while (!(status = rows_next(lines, &record, &more, NULL)) && more) {
        for (size_t c = 0; !header && c < r->format->n_columns; c++) {
            const size_t position = r->position[c];
            if (r->format->columns[c].numeric && position && position <= record.n)
                decimal_vote(&votes[c], record.fields[position - 1], record.line, position);
        }
        header = false;
    }
    rows_free(lines);
    return status;
}

static doseau_place witness_place(const reader *r, const decimal_witness *w,
                                  const rows_record *header)
{
    return (doseau_place){r->file, w->line, w->column, header->fields[w->column - 1]};
}

static void report_unsettled(reader *r, const decimal_votes *all, const rows_record *header)
{
    if (all->comma.line)
        doseau_problems_add(r->problems, DOSEAU_ERROR, "two_decimal_marks",
                            witness_place(r, &all->comma, header),
                            "decimal comma in \"%s\", decimal point in \"%s\" (line %zu): use one "
                            "of them",
                            all->comma.cell, all->point.cell, all->point.line);
    else
        doseau_problems_add(
            r->problems, DOSEAU_ERROR, "decimal_mark", witness_place(r, &all->open, header),
            "\"%s\" can be read with `%c` as decimal mark or between thousands, and "
            "no number of the file settles it: write thousands without a mark",
            all->open.cell, all->open_mark);
}

/* A column whose own numbers could all be read both ways: 54.000 m3 may have been meant as 54,000.
 */
static void report_elsewhere(reader *r, const decimal_votes *column, const decimal_votes *all,
                             const rows_record *header)
{
    if (!column->open.line || column->comma.line || column->point.line ||
        column->open_mark != r->decimal_mark)
        return;
    const decimal_witness *w = r->decimal_mark == ',' ? &all->comma : &all->point;
    doseau_problems_add(r->problems, DOSEAU_WARNING, "decimal_mark_elsewhere",
                        witness_place(r, &column->open, header),
                        "`%c` in \"%s\" is read as the decimal mark because of \"%s\" (line %zu): "
                        "nothing in this column tells",
                        r->decimal_mark, column->open.cell, w->cell, w->line);
}

/* The decimal mark by all numbers of the file; it stays NUL where they do not settle it, which is
 * reported. */
static doseau_status find_decimal(reader *r, const input *in, const rows_record *header)
{
    r->decimal_mark = '.';
    if (in->delimiter == ',') return DOSEAU_OK;
    decimal_votes votes[READER_COLUMNS], all;
    memset(votes, 0, sizeof votes);
    memset(&all, 0, sizeof all);
    const doseau_status status = count_votes(r, in, votes);
    for (size_t c = 0; c < r->format->n_columns; c++) decimal_join(&all, &votes[c]);
    r->decimal_mark = decimal_settle(&all);
    if (!status && !r->decimal_mark) report_unsettled(r, &all, header);
    for (size_t c = 0; !status && r->decimal_mark && c < r->format->n_columns; c++)
        report_elsewhere(r, &votes[c], &all, header);
    return status;
}

/* The first cell with content that stands below no name of the header; record->n: none. */
static size_t first_nameless(const rows_record *record, const rows_record *header)
{
    size_t i = 0;
    while (i < record->n && (!*record->fields[i] || (i < header->n && *header->fields[i]))) i++;
    return i;
}

/* Whether the record has a cell for each column of the header; others must be empty. */
static bool complete(reader *r, const rows_record *header)
{
    const rows_record *record = r->record;
    const size_t nameless = first_nameless(record, header);
    doseau_place place = {.file = r->file, .line = record->line};
    if (record->n < header->n) {
        place.column = record->n + 1;
        place.field = header->fields[record->n];
        doseau_problems_add(r->problems, DOSEAU_ERROR, "too_few_fields", place,
                            "the row has %zu fields, the header %zu", record->n, header->n);
    } else if (nameless < record->n) {
        place.column = nameless + 1;
        doseau_problems_add(r->problems, DOSEAU_ERROR, "too_many_fields", place,
                            "no column of the header is above the cell \"%s\" (fields: %zu, in the "
                            "header %zu)",
                            record->fields[nameless], record->n, header->n);
    } else {
        return true;
    }
    r->bad = true;
    return false;
}

static doseau_status read_rows(reader *r, rows *lines, const rows_record *header)
{
    rows_record record;
    bool more = true;
    doseau_status status = DOSEAU_OK;
    r->record = &record;
    while (!status && more) {
        const size_t errors = doseau_problems_count(r->problems, DOSEAU_ERROR);
        status = rows_next(lines, &record, &more, r->problems);
        r->bad = false;
        const bool whole = !status && more && complete(r, header);
        const bool lost = doseau_problems_count(r->problems, DOSEAU_ERROR) > errors;
        r->any_row = r->any_row || more || lost;
        if (lost) reader_lose_row(r);
        if (whole) {
            r->format->row(r);
            reader_keep_labels(r);
        } else if (more && record.lines > 1)
            rows_back(lines);
        if (!status) status = r->status;
    }
    r->record = NULL;
    return status;
}

/* A copy of the header record, whose fields the next record overwrites; without the nameless
 * columns at its end, of which spreadsheets leave some. */
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
    while (!status && copy->n && !*copy->fields[copy->n - 1]) copy->n--;
    return status;
}

static void report_unlimited(reader *r)
{
    if (!r->unlimited) return;
    const bool usual = !r->first_unlimited.line;
    const doseau_place file = {.file = r->file};
    doseau_problems_add(r->problems, usual ? DOSEAU_NOTICE : DOSEAU_WARNING, "unknown_limit",
                        usual ? file : r->first_unlimited,
                        "below a limit that the file does not tell: only a lower bound is known "
                        "(such results: %zu)",
                        r->unlimited);
}

static doseau_status read_records(const input *in, reader *r, rows *lines, input_choice *choose,
                                  const void *context)
{
    rows_record first, header;
    bool more = false;
    text kept = {0};
    array fields = {0};
    const size_t errors = doseau_problems_count(r->problems, DOSEAU_ERROR);
    doseau_status status = rows_next(lines, &first, &more, r->problems);
    const bool malformed = doseau_problems_count(r->problems, DOSEAU_ERROR) > errors;
    if (malformed) more = false; /* the record behind a malformed header is none */
    if (!status && more) status = copy_record(&first, &header, &kept, &fields);
    if (!status && !more && !malformed)
        FILE_PROBLEM(DOSEAU_ERROR, "no_header", "the file has no line with a header");
    if (!status && more) r->format = choose(r, &header, context);
    if (!status && r->format) columns_map(r, &header);
    if (!status && r->format && !r->bad) status = find_decimal(r, in, &header);
    r->unread = !r->decimal_mark;
    if (!status && !r->unread) status = read_rows(r, lines, &header);
    report_unlimited(r);
    array_free(&r->labels);
    text_free(&kept);
    array_free(&fields);
    return status;
}

/* Whether a file is text with columns as the readers know it; reports what it is instead. */
static bool is_text(reader *r, const input *in)
{
    size_t line;
    const char *why_not = encoding_refuse(in->text, in->size, &line);
    if (why_not)
        doseau_problems_add(r->problems, DOSEAU_ERROR, "not_text",
                            (doseau_place){.file = r->file, .line = line}, "%s", why_not);
    else if (!in->delimiter)
        FILE_PROBLEM(DOSEAU_ERROR, "delimiter",
                     "the header has as many `,` as `;` or tabs: which one parts the columns?");
    return !why_not && in->delimiter;
}

doseau_status input_read(const input *in, reader *r, input_choice *choose, const void *context)
{
    if (!is_text(r, in)) return DOSEAU_OK;
    rows *lines = rows_new(r->file, in->text, in->size, in->delimiter);
    if (!lines) return DOSEAU_ENOMEM;
    const doseau_status status = read_records(in, r, lines, choose, context);
    rows_free(lines);
    return status;
}
